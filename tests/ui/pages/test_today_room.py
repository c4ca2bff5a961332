"""What fits where on the Today page, and what every control owes to everyone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.pages.today.room import Room, row_height
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.severity_selector import GradeButton
from tests.builders import build, daily
from tests.ui.pages.conftest import Hand, Opens

KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"))
STATES = {
    "empty": build({3: daily(redness=2)}),
    "calm": build({3: daily(redness=2), 4: daily()}),
    "watch": build({3: daily(swelling=1), 4: daily(swelling=1)}),
    "urgent": build({4: daily(fever=True, pus=True)}),
    "asked": build({3: {"pus": True}, 4: {"notes": "hard to breathe"}}),
}


def bottom(page: TodayPage, part: QWidget) -> int:
    return part.mapTo(page, QPoint(0, part.height())).y()


@pytest.mark.parametrize("state", ["empty", "calm"])
def test_a_calm_day_fits_without_scrolling(open_today: Opens, state: str) -> None:
    page = open_today(STATES[state])
    assert page.column.verticalScrollBar().maximum() == 0
    assert bottom(page, page.signs) <= page.height() - page.footer.height()


@pytest.mark.parametrize("day", [0, 1])
def test_nine_rows_fit_too(open_today: Opens, day: int) -> None:
    page = open_today()
    page.open_at(page.view.session.date.replace(day=2 + day))  # type: ignore[union-attr]
    assert len(page.skin.rows) == 9
    assert page.column.verticalScrollBar().maximum() == 0


def test_a_watch_banner_makes_the_rows_a_little_lower(open_today: Opens) -> None:
    page = open_today(STATES["watch"])
    assert page.column.verticalScrollBar().maximum() == 0
    assert 33 <= page.skin.row_height < 43


def test_in_a_small_window_grades_signs_and_done_stay_in_sight(open_today: Opens) -> None:
    page = open_today(STATES["empty"], size=(1024, 700))
    lowest = page.height() - page.footer.height()
    assert bottom(page, page.signs) <= lowest
    assert page.skin.row_height == 33
    assert page.footer.primary.isVisible()


def test_in_a_narrow_window_the_right_column_goes_under_the_left(open_today: Opens) -> None:
    page = open_today(STATES["calm"], size=(880, 800))
    assert page.course.mapTo(page, QPoint(0, 0)).y() > bottom(page, page.signs)


@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_nothing_is_wider_than_the_page(
    open_today: Opens, state: str, percent: int, size: tuple[int, int]
) -> None:
    theme().scale_to(percent)
    page = open_today(STATES[state], profile=KNOWN, size=size)
    assert page.column.canvas.width() <= page.column.viewport().width()
    for label in page.column.canvas.findChildren(QLabel):
        if label.isVisible() and label.text() and not label.wordWrap():
            assert label.width() >= label.sizeHint().width(), label.text()


@pytest.mark.parametrize("state", list(STATES))
def test_every_control_has_a_name_and_is_large_enough(
    open_today: Opens, hand: Hand, state: str
) -> None:
    page = open_today(STATES[state], profile=KNOWN)
    hand.click(page.signs.else_button)
    hand.click(page.care.more)
    page.column.settle()
    for control in page.findChildren(QWidget):
        if not control.isVisible() or not isinstance(control, QAbstractButton | QPlainTextEdit):
            continue
        spoken = QAccessible.queryAccessibleInterface(control)
        assert spoken.text(QAccessible.Text.Name), control
        assert control.width() >= 24, control.accessibleName()
        assert control.height() >= 24, control.accessibleName()


def test_names_of_controls_are_their_own(open_today: Opens) -> None:
    page = open_today(STATES["urgent"], profile=KNOWN)
    names = [
        QAccessible.queryAccessibleInterface(control).text(QAccessible.Text.Name)
        for control in page.findChildren(QAbstractButton)
        if control.isVisible()
    ]
    doubled = {name for name in names if names.count(name) > 1}
    assert doubled == set()


def tabbed_through(page: TodayPage, qtbot: QtBot) -> list[QWidget]:
    """Press Tab once around the page; return what it reaches, card by card as they are read."""
    page.heading.date.setFocus()
    reached: list[QWidget] = [page.heading.date]
    while True:
        qtbot.keyClick(reached[-1], Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in reached:
            break
        reached.append(focused)
    parts = [page.heading, page.top, page.questions, page.skin, page.signs]
    parts += [page.course, page.care, page.note, page.footer]
    visited = [
        next(place for place, part in enumerate(parts) if part.isAncestorOf(control))
        for control in reached
    ]
    assert visited == sorted(visited)
    return reached


def test_tab_reaches_what_was_unfolded_in_its_place(
    open_today: Opens, hand: Hand, qtbot: QtBot
) -> None:
    page = open_today()
    hand.click(page.skin.more)
    hand.click(page.signs.else_button)
    hand.click(page.care.more)
    hand.click(page.care.add_own)
    hand.click(page.note.private_button)
    reached = tabbed_through(page, qtbot)
    assert page.signs.bleeding is not None
    for control in (
        *(page.skin.own.field, page.care.own.field, page.care.choose, page.signs.bleeding),
        *(page.care.chips["sun"], page.note.fields["private_notes"]),
    ):
        assert any(control is each or control.isAncestorOf(each) for each in reached)
    chips = [chip for chip in reached if isinstance(chip, Chip) and page.care.isAncestorOf(chip)]
    places = [chip.mapTo(page, QPoint(0, 0)).toTuple() for chip in chips]
    assert places == sorted(places, key=lambda place: (place[1], place[0]))


@pytest.mark.parametrize("state", ["calm", "watch", "urgent", "asked"])
def test_tab_goes_in_reading_order(open_today: Opens, qtbot: QtBot, state: str) -> None:
    page = open_today(STATES[state], profile=KNOWN)
    reached = tabbed_through(page, qtbot)
    in_rows = [control for control in reached if isinstance(control, GradeButton)]
    assert len(in_rows) == 8  # one stop for each row
    if page.top.banner.isVisible():
        in_banner = [c for c in reached if page.top.banner.isAncestorOf(c)]
        body = page.top.banner.body
        assert body is not None
        assert in_banner[0] is body.heading
        assert all(isinstance(control, QAbstractButton) for control in in_banner[1:])
        places = [control.mapTo(page, QPoint(0, 0)) for control in in_banner[1:]]
        actions = [place.x() for place in places if place.y() < places[-1].y() - 20]
        assert actions == sorted(actions)


def test_the_theme_changes_while_the_page_is_open(open_today: Opens) -> None:
    page = open_today(STATES["urgent"], profile=KNOWN)
    light = page.grab().toImage().pixelColor(300, 400)
    theme().choose("dark")
    dark = page.grab().toImage().pixelColor(300, 400)
    assert light.lightness() > 150 > dark.lightness()
    assert page.top.banner.isVisible()


@pytest.mark.parametrize(
    ("size", "room"),
    [
        ((1280, 800), Room()),
        ((1024, 700), Room(compact=True, narrow=True)),
        ((1280, 759), Room(compact=True)),
        ((899, 800), Room(narrow=True, single=True)),
    ],
)
def test_the_window_decides_the_room(size: tuple[int, int], room: Room) -> None:
    assert Room.of(*size) == room


def test_rows_shrink_no_more_than_they_may() -> None:
    assert row_height(43, -5, 8) == 43
    assert row_height(43, 1, 8) == 42
    assert row_height(43, 17, 8) == 40
    assert row_height(43, 500, 8) == 33
    assert row_height(43, 10, 0) == 43
