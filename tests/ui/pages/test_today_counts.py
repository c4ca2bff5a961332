"""The 20-second day: how many clicks or keys a complete entry takes (design, section 4)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.ui.pages.today import TodayPage
from tests.builders import build, daily
from tests.ui.pages.conftest import Hand, Opens

YESTERDAY = daily(redness=2, swelling=1, flaking=1, dryness=1, itching=1)
CTRL = Qt.KeyboardModifier.ControlModifier


class Counting:
    """A person whose clicks and keys are counted; keys go where the focus is."""

    def __init__(self, qtbot: QtBot, page: TodayPage) -> None:
        self._bot = qtbot
        self.page = page
        self.clicks = self.keys = 0

    def click(self, *controls: QAbstractButton | None) -> None:
        for control in controls:
            assert control is not None
            assert control.isVisible()
            assert control.isEnabled()
            self._bot.mouseClick(control, Qt.MouseButton.LeftButton)
            self.clicks += 1

    def grade(self, **grades: int) -> None:
        self.click(*(self.page.skin.rows[code].buttons[to] for code, to in grades.items()))

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self._send(key, Qt.KeyboardModifier.NoModifier)

    def press_ctrl(self, key: Qt.Key) -> None:
        self._send(key, CTRL)

    def _send(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        focused: QWidget | None = QApplication.focusWidget()
        assert focused is not None
        self._bot.keyClick(focused, key, modifier)
        self.keys += 1


Puts = Callable[[Recovery], Counting]


@pytest.fixture
def person(qtbot: QtBot, open_today: Opens) -> Puts:
    def on(recovery: Recovery) -> Counting:
        return Counting(qtbot, open_today(recovery))

    return on


def assert_complete(entry: Entry, **grades: int) -> None:
    assert entry.complete
    assert entry.done_at is not None
    assert dict(entry.scores) == grades


def test_5_clicks_with_yesterdays_entry(person: Puts, hand: Hand) -> None:
    who = person(build({3: YESTERDAY}))
    who.click(who.page.heading.same)
    who.grade(redness=1, flaking=2)
    who.click(who.page.signs.chips.none, who.page.footer.primary)
    assert who.clicks == 5
    usual = {code: YESTERDAY[code] for code in USUAL_SYMPTOMS}
    assert_complete(hand.kept(), **usual | {"redness": 1, "flaking": 2})


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        ({"redness": 1, "swelling": 0}, 5),
        ({"redness": 1, "flaking": 2}, 6),
        ({"redness": 1, "dryness": 2}, 7),
        ({"swelling": 0, "dryness": 2}, 7),
        ({"redness": 1, "bruising": 1}, 8),
    ],
)
def test_8_keys_at_most_with_yesterdays_entry(
    person: Puts, hand: Hand, changes: dict[str, int], keys: int
) -> None:
    """What differs is graded, row after row; the rest is copied; signs; done."""
    who = person(build({3: YESTERDAY}))
    row = 0
    for code, to in changes.items():
        there = USUAL_SYMPTOMS.index(code)
        who.press(*[Qt.Key.Key_Down] * (there - row), Qt.Key(Qt.Key.Key_0 + to))
        row = there + 1  # a digit goes on to the next row
    who.press_ctrl(Qt.Key.Key_R)
    who.press(Qt.Key.Key_N)
    who.press_ctrl(Qt.Key.Key_Return)
    assert who.keys == keys <= 8
    assert_complete(hand.kept(), **{code: YESTERDAY[code] for code in USUAL_SYMPTOMS} | changes)


def test_3_keys_where_nothing_changed(person: Puts, hand: Hand) -> None:
    who = person(build({3: YESTERDAY}))
    who.press_ctrl(Qt.Key.Key_R)
    who.press(Qt.Key.Key_N)
    who.press_ctrl(Qt.Key.Key_Return)
    assert who.keys == 3
    assert_complete(hand.kept(), **{code: YESTERDAY[code] for code in USUAL_SYMPTOMS})


def test_6_clicks_from_blank(person: Puts, hand: Hand) -> None:
    who = person(build())
    who.grade(redness=2, flaking=1, itching=1)
    who.click(who.page.footer.fill, who.page.signs.chips.none, who.page.footer.primary)
    assert who.clicks == 6
    rest = dict.fromkeys(USUAL_SYMPTOMS, 0)
    assert_complete(hand.kept(), **rest | {"redness": 2, "flaking": 1, "itching": 1})


def test_8_keys_from_blank_with_the_rest_set_to_none(person: Puts, hand: Hand) -> None:
    who = person(build())
    who.press(Qt.Key.Key_2, Qt.Key.Key_Down, Qt.Key.Key_1, Qt.Key.Key_Down, Qt.Key.Key_1)
    who.press_ctrl(Qt.Key.Key_0)
    who.press(Qt.Key.Key_N)
    who.press_ctrl(Qt.Key.Key_Return)
    assert who.keys == 8
    rest = dict.fromkeys(USUAL_SYMPTOMS, 0)
    assert_complete(hand.kept(), **rest | {"redness": 2, "flaking": 1, "bruising": 1})


def test_10_clicks_from_blank_grade_by_grade(person: Puts, hand: Hand) -> None:
    who = person(build())
    grades = dict(zip(USUAL_SYMPTOMS, (2, 1, 1, 0, 0, 1, 0, 1), strict=True))
    who.grade(**grades)
    who.click(who.page.signs.chips.none, who.page.footer.primary)
    assert who.clicks == 10
    assert_complete(hand.kept(), **grades)


def test_10_keys_from_blank(person: Puts, hand: Hand) -> None:
    who = person(build())
    grades = dict(zip(USUAL_SYMPTOMS, (2, 1, 1, 0, 0, 1, 0, 1), strict=True))
    who.press(*(Qt.Key(Qt.Key.Key_0 + to) for to in grades.values()), Qt.Key.Key_N)
    who.press_ctrl(Qt.Key.Key_Return)
    assert who.keys == 10
    assert_complete(hand.kept(), **grades)
