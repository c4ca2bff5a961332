"""Every control has a name and can be reached by key; sizes are told in test_targets."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.widgets.heat_strip import HeatStrip
from recovery_tracker.ui.widgets.year_strip import YearStrip
from tests.builders import date_of, session
from tests.ui.every_page import fill

CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    HeatStrip,
    YearStrip,
)
PAGES = ("first_run", "sessions", "add_session", "compare", "history", "settings", "help")


@pytest.fixture
def open_page(window: MainWindow, live: LiveJournal) -> Callable[[str], QWidget]:
    """Bring a page to the front with all of it unfolded."""

    def opened(name: str) -> QWidget:
        if name != "first_run":
            fill(live)
        window.go(name, HistoryOf(session().id, date_of(4)) if name == "history" else None)
        page = window.deck.page
        assert page is not None
        assert window.deck.name == name
        if name == "add_session":
            form = page.form  # type: ignore[attr-defined]
            form.details.more.click()
            form.areas.chips["other"].click()
            form.check()
        QApplication.processEvents()
        return window

    return opened


def controls(window: QWidget) -> list[QWidget]:
    found = [w for w in window.findChildren(QWidget) if isinstance(w, CONTROLS) and w.isVisible()]
    assert found
    return found


@pytest.mark.parametrize("name", PAGES)
def test_every_control_has_a_name(open_page: Callable[[str], QWidget], name: str) -> None:
    nameless = [
        control
        for control in controls(open_page(name))
        if not QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name).strip()
    ]
    assert nameless == []


@pytest.mark.parametrize("name", PAGES)
def test_every_control_can_be_reached_by_key(
    open_page: Callable[[str], QWidget], name: str
) -> None:
    window = open_page(name)
    chain: set[QWidget] = set()
    widget = window
    for _step in range(5_000):
        widget = widget.nextInFocusChain()
        if widget in chain:
            break
        chain.add(widget)
    unreachable = [
        control.accessibleName()
        for control in controls(window)
        if control not in chain
        or not (control.focusPolicy() & Qt.FocusPolicy.TabFocus or _in_a_reached_group(control))
    ]
    assert unreachable == []


def _in_a_reached_group(control: QWidget) -> bool:
    """Whether arrows reach it, as an option of a group."""
    parent = control.parentWidget()
    return (
        isinstance(control, QAbstractButton)
        and control.autoExclusive()
        and parent is not None
        and any(
            sibling.focusPolicy() & Qt.FocusPolicy.TabFocus
            for sibling in parent.findChildren(QAbstractButton)
        )
    )


def test_no_text_says_what_the_program_must_never_say(
    open_page: Callable[[str], QWidget],
) -> None:
    """Words that would reassure or alarm beyond the log stand on no page."""
    window = open_page("settings")
    assert isinstance(window, MainWindow)
    banned = ("healing as expected", "all good", "all clear", "treatable", "that happens", "!")
    found: list[tuple[str, str]] = []
    for name in PAGES[1:]:
        window.go(name)
        texts = [
            text()
            for widget in window.findChildren(QWidget)
            if widget.isVisible() and callable(text := getattr(widget, "text", None))
        ]
        found += [(name, word) for text in texts for word in banned if word in text.lower()]
    assert found == []
