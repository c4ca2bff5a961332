"""What changed on a day: one quiet action in the heading, where there is an entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.theme import theme
from tests.builders import build, daily, date_of, session

Opens = Callable[..., TodayPage]


def test_it_opens_the_history_of_the_day_on_screen(open_today: Opens, qtbot: QtBot) -> None:
    page = open_today(build({3: daily(), 4: {"redness": 1}}))
    assert page.heading.history.isVisible()
    page.open_at(date_of(3))
    with qtbot.waitSignal(page.went) as went:
        page.heading.history.click()
    assert went.args == ["history", HistoryOf(session().id, date_of(3))]


def test_a_day_without_an_entry_has_none(open_today: Opens) -> None:
    page = open_today(build({3: daily()}))
    assert not page.heading.history.isVisible()


@pytest.mark.parametrize(
    ("size", "scale", "in_words"),
    [((1280, 800), 100, True), ((1024, 700), 130, True), ((936, 700), 130, False)],
)
def test_it_never_makes_the_page_wider_than_the_window(
    open_today: Opens, size: tuple[int, int], scale: int, in_words: bool
) -> None:
    theme().scale_to(scale)
    page = open_today(build({3: daily(redness=2), 4: {"redness": 1}}), size=size)
    assert page.column.canvas.width() <= page.column.viewport().width()
    assert page.heading.history.accessibleName() == "What changed"
    assert bool(page.heading.history.text()) is in_words
