"""Going to a date: the date under the title opens a calendar; "Today" comes back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.day_picker import DayPicker
from tests.builders import DAY_0, build, daily, date_of, session
from tests.clock import Clock
from tests.ui.pages.conftest import Hand, Opens

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LOGGED = build({-3: daily(), 0: {"redness": 2}, 3: {"notes": "tight"}})


def picker(page: TodayPage) -> DayPicker:
    assert page.heading.picker is not None
    return page.heading.picker


def q(date: dt.date) -> QDate:
    return QDate(date.year, date.month, date.day)


def test_a_typed_date_is_gone_to(open_today: Opens, hand: Hand, qtbot: QtBot) -> None:
    page = open_today(LOGGED)
    hand.press(page, Qt.Key.Key_G, CTRL)
    opened = picker(page)
    assert opened.field.hasFocus()
    assert opened.field.selectedText() == "Friday 6 March 2026"
    qtbot.keyClicks(opened.field, "27 Feb")
    hand.press(opened.field, Qt.Key.Key_Return)
    assert page.heading.title.text() == "3 days before treatment"
    assert page.heading.date.text() == "Friday 27 February"
    assert not opened.isVisible()


def test_a_day_is_picked_by_key(open_today: Opens, hand: Hand) -> None:
    page = open_today(LOGGED)
    hand.click(page.heading.date)
    opened = picker(page)
    hand.press(opened.field, Qt.Key.Key_Down)
    table = opened.month.focusProxy() or opened.month
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert opened.words.text() == "Day 3: logged."
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert opened.words.text() == "Day 2: nothing logged."
    assert opened.field.text() == "Wednesday 4 March 2026"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert page.heading.title.text() == "Day 2"


def test_the_calendar_ends_where_the_diary_does(open_today: Opens, hand: Hand) -> None:
    page = open_today(LOGGED)
    hand.click(page.heading.date)
    month = picker(page).month
    assert month.minimumDate() == q(date_of(-14))
    assert month.maximumDate() == q(date_of(4))


def test_a_year_after_the_session_it_ends_at_day_365(
    open_today: Opens, hand: Hand, clock: Clock
) -> None:
    clock.turn(days=400)
    page = open_today()
    assert page.heading.title.text() == "Day 365"
    hand.click(page.heading.date)
    assert picker(page).month.maximumDate() == q(date_of(365))
    hand.click(page.heading.previous)
    assert page.heading.present.text() == "Last day"
    hand.click(page.heading.present)
    assert page.heading.title.text() == "Day 365"


def test_days_with_an_entry_are_marked(open_today: Opens, hand: Hand) -> None:
    page = open_today(LOGGED)
    hand.click(page.heading.date)
    month = picker(page).month
    marked = [day for day in range(-14, 5) if month.dateTextFormat(q(date_of(day))).fontUnderline()]
    assert marked == [-3, 0, 3]


@pytest.mark.parametrize("typed", ["7 March 2026", "1 Feb 2026", "soon"])
def test_another_date_is_refused_with_the_days_there_are(
    open_today: Opens, hand: Hand, qtbot: QtBot, typed: str
) -> None:
    page = open_today(LOGGED)
    hand.click(page.heading.date)
    opened = picker(page)
    opened.field.clear()
    qtbot.keyClicks(opened.field, typed)
    hand.press(opened.field, Qt.Key.Key_Return)
    assert opened.isVisible()
    assert opened.words.text() == "Type a date from 16 February 2026 to 6 March 2026."
    assert opened.field.accessibleDescription() == opened.words.text()
    assert page.heading.title.text() == "Day 4"


@pytest.mark.parametrize("by_key", [True, False])
def test_today_comes_back(open_today: Opens, hand: Hand, by_key: bool) -> None:
    page = open_today(LOGGED)
    assert not page.heading.present.isVisible()
    page.open_at(date_of(-9))
    if by_key:
        hand.press(page, Qt.Key.Key_Home, ALT)
    else:
        assert page.heading.present.text() == "Today"
        hand.click(page.heading.present)
    assert page.heading.title.text() == "Day 4"
    assert not page.heading.present.isVisible()


def test_a_session_far_ahead_has_no_day_to_go_to(open_today: Opens) -> None:
    page = open_today(build(date=DAY_0 + dt.timedelta(days=40)))
    assert not page.heading.date.isEnabled()
    assert page.heading.date.toolTip().startswith("You can log how your skin is from")
    page.heading.open_picker()
    assert page.heading.picker is None


def test_words_being_written_are_kept_before_the_day_changes(
    open_today: Opens, hand: Hand, qtbot: QtBot
) -> None:
    page = open_today(LOGGED)
    qtbot.keyClicks(page.note.note, "sore cheeks")
    page.heading.picked.emit(date_of(0))
    assert page.heading.title.text() == "Day 0"
    assert hand.kept(4).notes == "sore cheeks"


# What a day says that was left out, and one that came to rest -----------------------------------


def test_a_day_without_a_log_is_fine(open_today: Opens, hand: Hand) -> None:
    page = open_today(LOGGED)
    page.open_at(date_of(2))
    assert page.top.slot.title.text() == "No log for 4 March"
    assert page.top.slot.text.text() == "That is fine. Add it now if you remember."
    hand.click(page.skin.rows["redness"].buttons[1])
    assert page.top.slot.title.text() == "1 of 8 symptoms logged on day 2"


def test_none_for_long_is_said_and_judges_nothing(
    open_today: Opens, clock: Clock, preferences: Preferences
) -> None:
    clock.turn(days=5)
    preferences.put("reminder", True)
    page = open_today(build({2: daily(redness=2), **{day: daily() for day in (6, 7, 8)}}))
    assert page.top.slot.title.text() == "0 of 8 symptoms logged today"
    assert page.top.slot.text.text() == (
        "You have logged none for every symptom since day 6. Reminders now come on days 21, 42 "
        "and 75 only. You can still log."
    )


@pytest.mark.parametrize(
    ("reminded", "said"), [(True, "See you tomorrow at 20:00."), (False, "See you tomorrow.")]
)
def test_done_names_the_time_of_the_reminder(
    open_today: Opens, hand: Hand, preferences: Preferences, reminded: bool, said: str
) -> None:
    preferences.put("reminder", reminded)
    page = open_today(build({4: daily(redness=1)}))
    hand.click(page.footer.primary)
    assert page.footer.sentence.text() == f"Day 4 is logged. {said} You can still change it."


def test_a_baseline_day_of_a_planned_session(open_today: Opens, hand: Hand) -> None:
    page = open_today(build(date=DAY_0 + dt.timedelta(days=10)))
    assert page.heading.title.text() == "6 days before treatment"
    assert page.day_text.text.text() == (
        "How your skin is before treatment is what later days are compared with."
    )
    assert not page.course.isVisible()
    hand.click(page.skin.rows["redness"].buttons[1])
    assert hand.kept().scores == {"redness": 1}


def test_days_of_the_newer_session_are_for_reading_and_its_baseline_is_its_own(
    open_today: Opens, live: object
) -> None:
    page = open_today(build({0: {"redness": 2}, 4: {"redness": 1}}))
    page.live.add_session(
        session(id="00000000-0000-4000-8000-000000000002", date=DAY_0 + dt.timedelta(days=3))
    )
    page.live.select(session().id)
    page.open_at(date_of(3))
    assert not any(row.isEnabled() for row in page.skin.rows.values())
    assert page.footer.primary.text() == "Choose that session"
    page.open_at(date_of(4))
    assert page.skin.rows["redness"].isEnabled()  # what was noted before can be mended
