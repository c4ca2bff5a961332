"""Every control has a name and a size to be hit, and can be reached by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.heat_strip import HeatStrip
from recovery_tracker.ui.widgets.year_strip import YearStrip
from tests.builders import DAY_0, daily, date_of, entry, session

SMALLEST = 24  # px, WCAG 2.2 target size
CONTROLS = (
    QAbstractButton,
    QLineEdit,
    QComboBox,
    QAbstractSpinBox,
    HeatStrip,
    YearStrip,
)
PAGES = ("first_run", "sessions", "add_session", "compare", "history", "settings", "help")


def fill(live: LiveJournal) -> None:
    """A diary with all there is: two sessions, own items, something deleted, a warning."""
    live.change_profile(
        Profile(name="Alex", dermatologist=Dermatologist("Dr Okafor", "Skin", "1", ""))
    )
    live.add_own_item("symptom", "Tingling")
    live.add_own_item("care_item", "Humidifier")
    older = session(id="00000000-0000-4000-8000-000000000002", date=DAY_0.replace(year=2025))
    live.add_session(older)
    live.add_session(session())
    for day in range(5):
        live.put_entry(session().id, entry(day, **daily(redness=2)))
    live.delete_entry(session().id, date_of(1))
    live.mark(session().id, date_of(4), "pus", True)


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


@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
@pytest.mark.parametrize("name", PAGES)
def test_no_control_is_too_small_to_hit(
    open_page: Callable[[str], QWidget], name: str, size: tuple[int, int], scale: int
) -> None:
    theme().scale_to(scale)
    window = open_page(name)
    window.resize(*size)
    QApplication.processEvents()
    small = [
        (control.accessibleName(), control.width(), control.height())
        for control in controls(window)
        if min(control.width(), control.height()) < SMALLEST
    ]
    assert small == []


@pytest.mark.parametrize("scale", [100, 115, 130])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_window(
    open_page: Callable[[str], QWidget], qtbot: QtBot, name: str, scale: int
) -> None:
    theme().scale_to(scale)
    window = open_page(name)
    window.resize(1024, 800)

    def wide() -> list[str]:
        return [
            area.accessibleName() or type(area).__name__
            for area in window.findChildren(QAbstractScrollArea)
            if area.isVisible() and area.horizontalScrollBar().maximum() > 0
        ]

    qtbot.waitUntil(lambda: wide() == [], timeout=2_000)


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
