"""What would hold the window up is not done: work is counted here, time in tools.stall_watch."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.pages.help import HelpPage
from recovery_tracker.ui.theme import SCALES, Theme, theme
from tests.ui.every_page import bring, settle
from tools.stall_watch import StallWatch

PAGES = ("today", "sessions", "settings", "help")


@pytest.fixture
def dressed(monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """What is given a style sheet, in order."""
    found: list[QWidget] = []
    dress = Theme.dress

    def noting(self: Theme, part: QWidget) -> None:
        before = part.styleSheet()
        dress(self, part)
        if part.styleSheet() != before:
            found.append(part)

    monkeypatch.setattr(Theme, "dress", noting)
    return found


def test_other_looks_are_given_to_what_is_in_sight_only(
    window: MainWindow, live: LiveJournal, dressed: list[QWidget]
) -> None:
    for name in PAGES:
        bring(window, live, name)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = app.styleSheet()
    dressed.clear()
    theme().choose("dark")
    assert [part for part in dressed if isinstance(part, Page)] == [window.deck.page]
    assert app.styleSheet() == before  # to change this one takes many times as long

    dressed.clear()
    window.go("today")
    assert dressed == [window.deck.page]
    window.go("help")
    window.go("today")
    assert dressed == [window.deck.page]


def test_a_page_that_was_hidden_looks_as_one_that_was_not(
    window: MainWindow, live: LiveJournal
) -> None:
    def fonts(name: str) -> list[tuple[str, int, int]]:
        page = bring(window, live, name)
        parts = page.findChildren(QWidget)
        return [
            (type(part).__name__, part.font().pixelSize(), part.font().weight()) for part in parts
        ]

    for name in PAGES:
        bring(window, live, name)
    theme().scale_to(SCALES[-1])
    hidden = {name: fonts(name) for name in PAGES}
    for name in PAGES:
        bring(window, live, name)
        theme().scale_to(SCALES[0])
        theme().scale_to(SCALES[-1])
        assert fonts(name) == hidden[name]


def test_dialogs_and_menus_come_in_the_looks_of_now(window: MainWindow, live: LiveJournal) -> None:
    bring(window, live, "today")
    theme().choose("dark")
    window.messages.show_about()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.styleSheet() == theme().sheet
    dialog.close()
    menu = window.sidebar.switcher()
    assert menu is not None
    menu.ensurePolished()
    assert window.sidebar.styleSheet() == theme().sheet  # the menu is its child
    menu.close()
    settle()


def test_help_is_written_when_it_is_in_sight(
    window: MainWindow, live: LiveJournal, qtbot: QtBot
) -> None:
    bring(window, live, "help")
    page = window.deck.page
    assert isinstance(page, HelpPage)
    qtbot.waitUntil(lambda: "Logging a day" in page.browser.toPlainText())
    bring(window, live, "sessions")
    written = page.browser.toHtml()
    theme().choose("dark")
    settle()
    assert page.browser.toHtml() == written
    bring(window, live, "help")
    qtbot.waitUntil(lambda: page.browser.toHtml() != written)


def test_the_watch_tells_the_longest_block(qapp: QApplication) -> None:
    times = iter((10.0, 10.002, 10.302, 10.304, 10.404))
    with StallWatch(lambda: next(times)) as watch:
        for _turn in range(3):
            watch.tick()
    assert watch.longest_ms == pytest.approx(300)
