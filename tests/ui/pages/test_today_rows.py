"""Grading symptoms on the Today page: by click, by key, and what the rows say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.widgets.severity_selector import GradeButton
from tests.builders import build
from tests.ui.pages.conftest import Hand, Opens


def grade_button(page: TodayPage, symptom: str, grade: int) -> GradeButton:
    return page.skin.rows[symptom].buttons[grade]


def chosen(page: TodayPage, symptom: str) -> list[int]:
    return [int(b.grade) for b in page.skin.rows[symptom].buttons if b.isChecked()]


def test_a_click_grades_and_the_row_shows_what_is_kept(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(grade_button(page, "redness", 2))
    assert hand.kept().scores == {"redness": 2}
    assert chosen(page, "redness") == [2]
    hand.click(grade_button(page, "redness", 1))
    assert hand.kept().scores == {"redness": 1}
    assert chosen(page, "redness") == [1]


def test_a_click_on_the_chosen_grade_clears_it(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: {"redness": 2}}))
    hand.click(grade_button(page, "redness", 2))
    assert hand.kept().scores == {}
    assert chosen(page, "redness") == []


def test_what_an_assistive_client_toggles_is_kept_too(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: {"redness": 2}}))
    grade_button(page, "redness", 3).toggle()
    assert hand.kept().scores == {"redness": 3}
    assert chosen(page, "redness") == [3]


def test_digits_grade_and_go_on_to_the_next_row(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    row = page.skin.rows["redness"]
    row.focus_row()
    for digit in (Qt.Key.Key_2, Qt.Key.Key_0, Qt.Key.Key_4):
        focused = QApplication.focusWidget()
        assert focused is not None
        hand.press(focused, digit)
    assert hand.kept().scores == {"redness": 2, "swelling": 0, "flaking": 4}
    assert page.skin.rows["dryness"].isAncestorOf(_focused())


def _focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_eight_digits_end_at_none_of_these(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    assert page.skin.rows["redness"].isAncestorOf(_focused())
    for _row in range(8):
        hand.press(_focused(), Qt.Key.Key_1)
    assert hand.kept().usual_answered == 8
    assert _focused() is page.signs.chips.none
    hand.press(_focused(), Qt.Key.Key_N)
    assert hand.kept().complete


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears(open_today: Opens, hand: Hand, key: Qt.Key) -> None:
    page = open_today(build({4: {"redness": 2}}))
    hand.press(grade_button(page, "redness", 2), key)
    assert hand.kept().scores == {}


def test_arrows_change_the_grade_or_the_row(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: {"redness": 2, "swelling": 0}}))
    hand.press(grade_button(page, "redness", 2), Qt.Key.Key_Right)
    assert hand.kept().scores["redness"] == 3
    hand.press(grade_button(page, "redness", 3), Qt.Key.Key_Down)
    assert _focused() is grade_button(page, "swelling", 0)
    hand.press(_focused(), Qt.Key.Key_Left)
    assert hand.kept().scores["swelling"] == 0
    hand.press(_focused(), Qt.Key.Key_Up)
    assert _focused() is grade_button(page, "redness", 3)


def test_tab_reaches_each_row_once(open_today: Opens) -> None:
    page = open_today(build({3: {"redness": 3}, 4: {"swelling": 1}}))
    reached = {
        code: [int(b.grade) for b in row.buttons if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
        for code, row in page.skin.rows.items()
    }
    assert reached["redness"] == [3]  # yesterday's
    assert reached["swelling"] == [1]  # the chosen one
    assert reached["flaking"] == [0]


def test_a_failed_write_springs_back_and_keeps_what_was_there(
    open_today: Opens,
    hand: Hand,
    live: LiveJournal,
    store: SqliteStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_today(build({4: {"redness": 2}}))
    said: list[str] = []
    live.failed.connect(lambda error: said.append(error.sentence))

    def full(*_args: object, **_named: object) -> None:
        raise StorageProblem("The disk is full. Free some space and try again.")

    monkeypatch.setattr(store, "change_entry", full)
    hand.click(grade_button(page, "redness", 4))
    assert said == ["The disk is full. Free some space and try again."]
    assert chosen(page, "redness") == [2]
    grade_button(page, "redness", 4).toggle()
    assert chosen(page, "redness") == [2]
    monkeypatch.undo()
    assert hand.kept().scores == {"redness": 2}


def test_focus_starts_on_the_first_row_that_is_left(open_today: Opens) -> None:
    page = open_today(build({4: {"redness": 1, "swelling": 1}}))
    assert page.skin.rows["flaking"].isAncestorOf(_focused())


def test_each_option_says_its_place_yesterday_and_the_usual_range(open_today: Opens) -> None:
    page = open_today(build({3: {"redness": 3}}))
    option = grade_button(page, "redness", 2)
    spoken = QAccessible.queryAccessibleInterface(option)
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.text(QAccessible.Text.Name) == "Redness: Moderate"
    assert spoken.text(QAccessible.Text.Description) == (
        "3 of 5. like a clear sunburn. Yesterday: Severe. Usual on day 4: None to Moderate."
    )
    row = QAccessible.queryAccessibleInterface(page.skin.rows["redness"])
    assert row.role() == QAccessible.Role.Grouping
    assert row.text(QAccessible.Text.Name) == "Redness"


def test_what_is_usual_is_not_said_before_the_session(open_today: Opens) -> None:
    page = open_today()
    page.open_at(page.view.date.replace(day=1))  # type: ignore[union-attr]
    assert "Usual" not in grade_button(page, "redness", 2).accessibleDescription()


@pytest.mark.parametrize(
    ("grade", "words"),
    [
        (0, ""),
        (2, ""),
        (3, "Severe: deep red, purple or dark, hot-looking"),
        (4, "Very severe: worst I can think of, very dark or angry"),
    ],
)
def test_severe_grades_are_described_beside_the_row(
    open_today: Opens, hand: Hand, grade: int, words: str
) -> None:
    page = open_today()
    hand.click(grade_button(page, "redness", grade))
    row = page.skin.rows["redness"]
    assert row.description == words
    hand.click(grade_button(page, "redness", grade))
    assert row.description == ""


def test_bleeding_has_a_row_early_and_while_it_was_noted(open_today: Opens) -> None:
    page = open_today(build({1: {"bleeding": 1}}))
    assert "bleeding" in page.skin.rows
    page.open_at(page.view.date.replace(day=2))  # type: ignore[union-attr]
    assert "bleeding" in page.skin.rows


def test_bleeding_is_under_something_else_later(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    assert "bleeding" not in page.skin.rows
    assert page.signs.bleeding is None
    hand.click(page.signs.else_button)
    assert page.signs.bleeding is not None
    assert page.signs.bleeding.isVisible()
    hand.click(page.signs.bleeding.buttons[1])
    assert hand.kept().scores == {"bleeding": 1}
    assert "bleeding" in page.skin.rows


def test_own_symptoms_have_rows(open_today: Opens, hand: Hand, live: LiveJournal) -> None:
    page = open_today()
    live.add_own_item("symptom", "Tingling")
    code = list(page.skin.rows)[-1]
    assert page.skin.rows[code].label == "Tingling"
    hand.click(grade_button(page, code, 2))
    assert hand.kept().scores == {code: 2}
