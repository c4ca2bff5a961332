"""A segmented control where the words of a language need more room than there is."""

from __future__ import annotations

import itertools

from pytestqt.qtbot import QtBot

from recovery_tracker.ui.widgets.segmented import Segmented

WORDS = (("a", "Radiofrequency"), ("b", "Pen"), ("c", "Not stated"))


def shown(qtbot: QtBot, width: int, *, wraps: bool = True) -> Segmented:
    made = Segmented(WORDS, "Device", wraps=wraps)
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width) if wraps else made.sizeHint().height())
    made.show()
    return made


def test_a_row_fills_its_width(qtbot: QtBot) -> None:
    made = shown(qtbot, 600)
    assert len({segment.y() for segment in made.segments}) == 1
    assert [segment.width() for segment in made.segments] == sorted(
        (segment.width() for segment in made.segments), reverse=True
    )
    assert made.segments[-1].geometry().right() == 600 - 4 - 1


def test_words_that_do_not_fit_beside_each_other_become_a_list(qtbot: QtBot) -> None:
    made = shown(qtbot, 160)
    assert len({segment.x() for segment in made.segments}) == 1
    places = [segment.geometry() for segment in made.segments]
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(places))
    assert places[-1].bottom() < made.height()
    assert made.minimumSizeHint().width() <= 160


def test_one_that_may_not_wrap_keeps_its_width(qtbot: QtBot) -> None:
    made = shown(qtbot, 600, wraps=False)
    assert made.minimumSizeHint() == made.sizeHint()
    assert not made.hasHeightForWidth()
