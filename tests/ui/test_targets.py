"""Whatever the size of text and window: all of it to be read, hit, and seen to have the focus."""

from __future__ import annotations

from typing import cast

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.palette import EDGE_CONTRAST, contrast
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.theme import ThemeChoice, theme
from tests.ui.controls import too_small
from tests.ui.every_page import NAMES, bring, cut_at_last, focusable, settle

SIZES = (
    (100, 1280, 800),
    (100, 1024, 700),
    pytest.param(115, 1024, 700, marks=pytest.mark.long),
    (130, 1024, 700),
)
SMALLEST = 24  # px, WCAG 2.2 target size


@pytest.mark.parametrize(("scale", "width", "height"), SIZES)
@pytest.mark.parametrize("name", NAMES)
def test_all_can_be_read_and_hit(
    window: MainWindow, live: LiveJournal, name: str, scale: int, width: int, height: int
) -> None:
    theme().scale_to(scale)
    window.resize(width, height)
    bring(window, live, name)
    assert (window.width(), window.height()) == (width, height)
    assert cut_at_last(window) == []
    assert [(w.accessibleName(), w.size()) for w in too_small(window)] == []


def test_todays_columns_stand_beside_each_other_in_a_small_window(
    window: MainWindow, live: LiveJournal, qtbot: QtBot
) -> None:
    """The sidebar becomes the rail after the page was first laid out for less room."""
    page = bring(window, live, "today")
    assert isinstance(page, TodayPage)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: window.sidebar.in_rail)
    settle()
    column = page.column
    assert column.side_box.x() > page.skin.mapTo(column.canvas, QPoint(0, 0)).x()


@pytest.mark.parametrize(
    "look",
    [
        "light",
        pytest.param("dark", marks=pytest.mark.long),
        pytest.param("contrast", marks=pytest.mark.long),
    ],
)
@pytest.mark.parametrize("name", NAMES)
def test_the_focus_can_be_seen(
    window: MainWindow, live: LiveJournal, qtbot: QtBot, name: str, look: str
) -> None:
    theme().choose(cast("ThemeChoice", look))
    bring(window, live, name)
    with qtbot.waitActive(window):
        window.activateWindow()
    controls = focusable(window)
    assert controls
    unseen = [
        f"{type(control).__name__}: {control.accessibleName()}"
        for control in controls
        if _changed(control) < min(control.width() + control.height(), 2 * SMALLEST)
    ]
    assert unseen == []


def _changed(control: QWidget) -> int:
    """Count the pixels that differ by 3:1 once a control has the focus."""
    control.clearFocus()
    without = _picture(control)
    control.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is control
    having = _picture(control)
    seen: dict[tuple[int, int], bool] = {}
    changed = 0
    for y in range(min(having.height(), without.height())):
        for x in range(min(having.width(), without.width())):
            pair = (without.pixel(x, y), having.pixel(x, y))
            if pair[0] == pair[1]:
                continue
            if pair not in seen:
                one, other = (f"#{pixel & 0xFFFFFF:06X}" for pixel in pair)
                seen[pair] = contrast(one, other) >= EDGE_CONTRAST
            changed += seen[pair]
    return changed


def _picture(control: QWidget) -> QImage:
    """Take a control as it stands on its ground, scrolled into sight."""
    holder = control.parentWidget()
    while holder is not None:
        if isinstance(area := holder.parentWidget(), QScrollArea):
            area.ensureWidgetVisible(control, 0, 0)
        holder = area
    window = control.window()
    place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    return window.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("name", ["today", "add_session", "settings"])
def test_the_focus_is_never_under_the_footer(
    window: MainWindow, live: LiveJournal, qtbot: QtBot, name: str
) -> None:
    theme().scale_to(130)
    window.resize(1024, 700)
    bring(window, live, name)
    with qtbot.waitActive(window):
        window.activateWindow()
    window.sidebar.brand.setFocus()
    hidden: list[str] = []
    for _step in range(120):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        settle()
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is window.sidebar.brand:
            break
        if not _in_sight(focus):
            hidden.append(f"{type(focus).__name__}: {focus.accessibleName()}")
    else:
        pytest.fail("the focus never came back")
    assert hidden == []


def _in_sight(widget: QWidget) -> bool:
    """Whether all of it shows in what it scrolls in, or as much as there is room for."""
    holder = widget.parentWidget()
    while holder is not None:
        area = holder.parentWidget()
        if isinstance(area, QScrollArea):
            port = area.viewport()
            place = QRect(widget.mapTo(port, QPoint(0, 0)), widget.size())
            shown = place.intersected(port.rect())
            return shown.height() >= min(place.height(), port.height()) - 1
        holder = area
    return True
