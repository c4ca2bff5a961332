"""Dates as people write them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from recovery_tracker import i18n
from recovery_tracker.ui import dates
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.date_input import Calendar, DateInput, parse_date

TODAY = dt.date(2026, 3, 6)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-03-02", dt.date(2026, 3, 2)),
        ("2 March 2026", dt.date(2026, 3, 2)),
        ("Monday 2 March 2026", dt.date(2026, 3, 2)),
        ("Mon, 2. Mar. 2026", dt.date(2026, 3, 2)),
        ("2 mar", dt.date(2026, 3, 2)),
        ("2 nov", dt.date(2025, 11, 2)),
        ("5.4.2026", dt.date(2026, 4, 5)),
        ("5/4/26", dt.date(2026, 4, 5)),
        ("4-5-1990", dt.date(1990, 5, 4)),
        ("4.5.90", dt.date(1990, 5, 4)),
        ("29 February 2026", None),
        ("32 March 2026", None),
        ("2 Ma 2026", None),
        ("tomorrow", None),
        ("", None),
        ("99999999", None),
    ],
)
def test_a_date_is_understood_as_it_is_written(text: str, date: dt.date | None) -> None:
    assert parse_date(text, TODAY) == date


def test_where_the_month_comes_first_it_is_read_first() -> None:
    assert parse_date("3/4/2026", TODAY, month_first=True) == dt.date(2026, 3, 4)
    assert parse_date("3/4/2026", TODAY) == dt.date(2026, 4, 3)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)))
def test_every_date_the_window_writes_is_understood(date: dt.date) -> None:
    for write in (dates.in_full, dates.day_month_year, dates.short_with_year, str):
        assert parse_date(write(date), TODAY) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("1er mars 2026", dt.date(2026, 3, 1)),
        ("lundi 2 mars 2026", dt.date(2026, 3, 2)),
        ("14 fevrier 2026", dt.date(2026, 2, 14)),
        ("14 FÉVR. 2026", dt.date(2026, 2, 14)),
        ("3 aout 2025", dt.date(2025, 8, 3)),
        ("2 March 2026", dt.date(2026, 3, 2)),
    ],
)
def test_a_date_is_understood_in_french(text: str, date: dt.date) -> None:
    with i18n.in_language("fr"):
        assert parse_date(text, TODAY) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("lunes, 2 de marzo de 2026", dt.date(2026, 3, 2)),
        ("1.º de marzo del 2026", dt.date(2026, 3, 1)),
        ("14 FEB. 2026", dt.date(2026, 2, 14)),
        ("3 de agosto 2025", dt.date(2025, 8, 3)),
        ("14 de febrero", dt.date(2026, 2, 14)),
        ("2 March 2026", dt.date(2026, 3, 2)),
    ],
)
def test_a_date_is_understood_in_spanish(text: str, date: dt.date) -> None:
    with i18n.in_language("es"):
        assert parse_date(text, TODAY) == date


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(i18n.languages()))
def test_every_date_is_understood_in_every_language(date: dt.date, code: str) -> None:
    with i18n.in_language(code):
        for write in (dates.in_full, dates.day_month_year, dates.short_with_year):
            assert parse_date(write(date), TODAY) == date


@given(st.text(max_size=30))
def test_no_text_is_too_odd(text: str) -> None:
    found = parse_date(text, TODAY)
    assert found is None or isinstance(found, dt.date)


@pytest.fixture
def field(qtbot: QtBot, preferences: Preferences) -> DateInput:
    made = DateInput("Appointment")
    qtbot.addWidget(made)
    made.show_today(TODAY)
    made.show()
    return made


def test_emptying_the_field_takes_the_date_away(field: DateInput, qtbot: QtBot) -> None:
    field.show_date(TODAY)
    field.clear()
    with qtbot.waitSignal(field.chosen) as chosen:
        field.editingFinished.emit()
    assert chosen.args == [None]
    assert field.understood


def test_leaving_the_field_as_it_was_says_nothing(field: DateInput, qtbot: QtBot) -> None:
    field.show_date(TODAY)
    with qtbot.assertNotEmitted(field.chosen):
        field.editingFinished.emit()


def test_a_day_can_be_picked_from_the_calendar(field: DateInput, qtbot: QtBot) -> None:
    QTest.keyClick(field, Qt.Key.Key_F4)
    calendar = field.findChild(Calendar)
    assert calendar is not None
    assert calendar.isVisible()
    with qtbot.waitSignal(field.chosen) as chosen:
        calendar.month.clicked.emit(QDate(2026, 3, 2))
    assert chosen.args == [dt.date(2026, 3, 2)]
    assert field.date == dt.date(2026, 3, 2)
    assert not calendar.isVisible()


def test_esc_closes_the_calendar_and_keeps_the_date(field: DateInput) -> None:
    field.show_date(TODAY)
    field.open_calendar()
    calendar = field.findChild(Calendar)
    assert calendar is not None
    QTest.keyClick(calendar, Qt.Key.Key_Escape)
    assert not calendar.isVisible()
    assert field.date == TODAY


@pytest.mark.parametrize(
    ("choice", "day"), [("monday", Qt.DayOfWeek.Monday), ("sunday", Qt.DayOfWeek.Sunday)]
)
def test_the_week_starts_where_the_person_wants_it(
    field: DateInput, preferences: Preferences, choice: str, day: Qt.DayOfWeek
) -> None:
    preferences.put("week_start", choice)
    field.open_calendar()
    calendar = field.findChild(Calendar)
    assert calendar is not None
    assert calendar.month.firstDayOfWeek() == day
    calendar.close()
