"""Signs on the Today page: chips, "None of these", questions, everything else."""

from __future__ import annotations

import datetime as dt

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.widgets.chip import Chip
from tests.builders import DAY_0, build, daily
from tests.ui.pages.conftest import Hand, Opens


def chip(page: TodayPage, sign: str) -> Chip:
    return page.signs.chips.chips[sign]


def none_chip(page: TodayPage) -> Chip:
    assert page.signs.chips.none is not None
    return page.signs.chips.none


def questions(page: TodayPage) -> list[str]:
    first, then = page.questions.questions.lines, page.signs.questions.lines
    return [line.question.text for line in (*first, *then)]


def test_none_of_these_answers_the_eight_and_can_be_taken_back(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today()
    hand.click(none_chip(page))
    assert set(hand.kept().signs_absent) == set(DAILY_SIGNS)
    assert none_chip(page).isChecked()
    hand.click(none_chip(page))
    assert hand.kept().signs_absent == ()
    assert not none_chip(page).isChecked()


def test_a_sign_and_none_of_these_exclude_each_other(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(none_chip(page))
    hand.click(chip(page, "pus"))
    assert hand.kept().signs == ("pus",)
    assert not none_chip(page).isChecked()
    assert chip(page, "pus").isChecked()
    hand.click(none_chip(page))
    assert hand.kept().signs == ()
    assert not chip(page, "pus").isChecked()


def test_unticking_leaves_a_sign_unanswered(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(chip(page, "pus"))
    hand.click(chip(page, "pus"))
    assert hand.kept().sign("pus") is None


def test_a_chip_is_a_check_box_with_a_name_and_help(open_today: Opens) -> None:
    page = open_today()
    spoken = QAccessible.queryAccessibleInterface(chip(page, "fever"))
    assert spoken.role() == QAccessible.Role.CheckBox
    assert spoken.text(QAccessible.Text.Name) == "Fever"
    assert spoken.text(QAccessible.Text.Description) == "38 °C (100.4 °F) or more, or chills"
    group = QAccessible.queryAccessibleInterface(page.signs.chips)
    assert group.text(QAccessible.Text.Name) == "Any of these since yesterday?"


def test_yesterdays_sign_is_asked_and_no_bulk_answer_closes_it(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today(build({3: {"pus": True}}))
    assert questions(page) == ["Pus: still there?"]
    hand.click(none_chip(page))
    assert hand.kept().sign("pus") is None
    assert questions(page) == ["Pus: still there?"]
    assert none_chip(page).isChecked()


def test_still_there_and_gone(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({3: {"pus": True, "warmth": True}}))
    pus, warmth = page.signs.questions.lines
    assert [answer.text() for answer in pus.answers] == ["Yes", "Gone"]
    assert pus.answers[1].accessibleName() == "Pus: still there? Gone"
    hand.click(pus.answers[0])
    assert hand.kept().sign("pus") is True
    assert questions(page) == ["Skin hot to touch: still there?"]
    hand.click(page.signs.questions.lines[0].answers[1])
    assert warmth is not None
    assert hand.kept().sign("warmth") is False
    assert questions(page) == []


def test_worry_has_its_own_button(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(page.signs.worried)
    assert hand.kept().signs == ("worried",)
    assert page.view is not None
    assert page.view.status.kind == "contact"
    hand.click(page.signs.worried)
    assert page.view.status.kind == "neutral"


def test_something_else_shows_late_signs_from_their_day(open_today: Opens, hand: Hand) -> None:
    page = open_today()

    def offered(sign: str) -> bool:
        return any(
            chips.chips[sign].isVisible()
            for _heading, chips in page.signs.something_else.groups
            if sign in chips.chips
        )

    assert not offered("faint")
    hand.click(page.signs.else_button)
    assert offered("faint")
    assert offered("dents")  # from day 3
    assert not offered("lines_or_scars")  # from day 7
    hand.click(page.signs.something_else.more)
    assert offered("lines_or_scars")
    hand.click(page.signs.else_button)
    assert not offered("faint")


def test_tab_goes_from_the_daily_signs_to_what_was_unfolded(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(page.signs.else_button)
    groups = page.signs.something_else.groups
    widget: QWidget | None = list(page.signs.chips.chips.values())[-1]
    reached = []
    while widget is not None and not isinstance(widget, QPlainTextEdit):  # the note is behind them
        widget = widget.nextInFocusChain()
        if isinstance(widget, Chip) and widget.isVisible():
            reached.append(widget.code)
    unfolded = [code for _h, chips in groups for code, c in chips.chips.items() if c.isVisible()]
    assert len(unfolded) > 20
    assert reached[: len(unfolded)] == unfolded


def test_a_ticked_sign_stays_in_sight_when_folded(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: {"lumps": True}}))
    chips = next(c for _h, c in page.signs.something_else.groups if "lumps" in c.chips)
    assert chips.chips["lumps"].isVisible()
    assert not chips.chips["dents"].isVisible()
    hand.click(chips.chips["lumps"])
    assert hand.kept().signs == ()
    assert not chips.chips["lumps"].isVisible()


def test_many_blisters_are_asked_after_blisters(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(chip(page, "blisters"))
    assert questions(page) == ["Blisters: many, or spreading?"]
    hand.click(page.signs.questions.lines[0].answers[0])
    assert hand.kept().signs == ("blisters", "blisters_many")


def test_a_word_in_a_note_is_asked_about_first(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: {"notes": "hard to breathe"}}))
    assert page.questions.isVisible()
    assert questions(page) == ["You wrote “breathe”. Trouble breathing or swallowing?"]
    hand.click(page.questions.questions.lines[0].answers[1])
    assert hand.kept().sign("breathing_difficulty") is False
    assert not page.questions.isVisible()


def test_an_urgent_warning_that_ended_by_itself_asks_until_it_is_answered(
    open_today: Opens, hand: Hand
) -> None:
    days = {0: daily(pus=True, fever=True)} | {day: daily() for day in (8, 9, 10)}
    page = open_today(build(days, date=DAY_0 - dt.timedelta(days=7)))  # today is its day 11
    for _warning in range(2):
        line = page.questions.questions.lines[0]
        assert "Were you seen?" in line.question.text
        hand.click(line.answers[0])
    assert not page.questions.isVisible()
