"""A time of day as people write it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.widgets.time_input import TimeInput, parse_time


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20:00", dt.time(20)),
        (" 7:05 ", dt.time(7, 5)),
        ("20.30", dt.time(20, 30)),
        ("2030", dt.time(20, 30)),
        ("20h30", dt.time(20, 30)),
        ("20 h", dt.time(20)),
        ("8", dt.time(8)),
        ("8 pm", dt.time(20)),
        ("8:15 PM", dt.time(20, 15)),
        ("12 am", dt.time(0)),
        ("12 p.m.", dt.time(12)),
        ("0:00", dt.time(0)),
        ("24:00", None),
        ("13 pm", None),
        ("0 am", None),
        ("20:60", None),
        ("", None),
        ("evening", None),
        ("20:00:00", None),
        ("٢٠", None),
    ],
)
def test_times(text: str, expected: dt.time | None) -> None:
    assert parse_time(text) == expected


@given(st.times(), st.sampled_from(["%H:%M", "%I:%M %p", "%H.%M", "%H%M"]))
def test_every_written_time_is_understood(time: dt.time, form: str) -> None:
    assert parse_time(time.strftime(form)) == time.replace(second=0, microsecond=0)


@given(st.text())
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = parse_time(text)
    assert found is None or found == parse_time(f"{found:%H:%M}")


@pytest.fixture
def field(qtbot: QtBot) -> TimeInput:
    made = TimeInput("Time")
    qtbot.addWidget(made)
    made.show_time(dt.time(20))
    return made


def test_the_arrows_go_to_the_next_quarter(field: TimeInput, qtbot: QtBot) -> None:
    chosen: list[dt.time] = []
    field.chosen.connect(chosen.append)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    field.show_time(dt.time(20, 10))
    qtbot.keyClick(field, Qt.Key.Key_Down)
    field.show_time(dt.time(23, 50))
    qtbot.keyClick(field, Qt.Key.Key_Up)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert chosen == [dt.time(20, 15), dt.time(20), dt.time(0), dt.time(23, 45)]


def test_what_is_no_time_stays_and_is_told(field: TimeInput) -> None:
    told: list[str] = []
    field.misunderstood.connect(told.append)
    field.setText("soon")
    field.take()
    assert (field.text(), told) == ("soon", ["soon"])
    field.setText("20:00")
    field.take()
    assert told == ["soon", ""]
