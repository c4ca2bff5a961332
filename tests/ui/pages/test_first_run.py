"""The first run: what the program is not is read before anything is logged."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.first_run import FirstRunPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.sample_picture import SamplePicture
from tests.builders import session


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> FirstRunPage:
    """The page of a person who has not accepted anything yet."""
    preferences.put("disclaimer_accepted", 0)
    made = FirstRunPage(live)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    assert live.snapshot is not None
    made.show_snapshot(live.snapshot)
    return made


@pytest.mark.parametrize("button", ["add", "try_sample"])
def test_nothing_begins_before_it_is_read(
    page: FirstRunPage, preferences: Preferences, qtbot: QtBot, button: str
) -> None:
    went: list[str] = []
    page.went.connect(lambda name, _place: went.append(name))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    assert not page.error.isVisible()

    getattr(page, button).click()

    assert went == []
    assert page.error.isVisible()
    assert page.accepts.hasFocus()
    assert not preferences.accepted


@pytest.mark.parametrize(
    ("button", "where"), [("add", ["add_session", "new"]), ("try_sample", ["sample", None])]
)
def test_both_ways_in_keep_that_it_was_read(
    page: FirstRunPage, preferences: Preferences, qtbot: QtBot, button: str, where: list[object]
) -> None:
    page.accepts.click()
    with qtbot.waitSignal(page.went) as went:
        getattr(page, button).click()
    assert went.args == where
    assert preferences.accepted
    assert not page.error.isVisible()


def test_ticking_takes_the_error_away(page: FirstRunPage) -> None:
    page.add.click()
    page.accepts.click()
    assert not page.error.isVisible()


def test_the_whole_disclaimer_is_there(page: FirstRunPage) -> None:
    words = " ".join(label.text() for label in page.findChildren(type(page.error)))
    assert "It does not diagnose and may miss problems." in words
    assert "It does not contact anyone for you. It is for adults." in words


def test_a_diary_that_is_there_already_is_opened_instead(
    page: FirstRunPage, live: LiveJournal, preferences: Preferences
) -> None:
    live.add_session(session())
    assert live.snapshot is not None
    page.show_snapshot(live.snapshot)
    went: list[str] = []
    page.went.connect(lambda name, _place: went.append(name))
    assert page.add.text() == "Open my diary"
    assert not page.try_sample.isVisible()
    page.accepts.click()
    page.add.click()
    assert preferences.accepted
    assert went == []  # the window itself leaves the page once it is accepted


def test_the_sample_is_a_picture_and_not_controls(page: FirstRunPage) -> None:
    picture = page.findChild(SamplePicture)
    assert picture is not None
    assert picture.findChildren(QWidget) == []
    assert picture.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert "day 4" in picture.accessibleName()


def test_the_picture_goes_under_the_words_where_it_is_narrow(
    page: FirstRunPage, qtbot: QtBot
) -> None:
    assert page.picture.x() > page.add.x()
    page.resize(800, 900)
    qtbot.waitUntil(lambda: page.picture.y() > page.add.y())


def test_tab_reaches_the_box_before_the_buttons(page: FirstRunPage) -> None:
    order: list[QWidget] = []
    widget: QWidget = page
    for _step in range(60):
        widget = widget.nextInFocusChain()
        if isinstance(widget, QAbstractButton) and widget not in order:
            order.append(widget)
    assert order.index(page.accepts) < order.index(page.add) < order.index(page.try_sample)
