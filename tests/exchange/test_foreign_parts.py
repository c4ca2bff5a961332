"""The parts of a foreign import: encodings, delimiters, dates, scales, saved mappings."""

from __future__ import annotations

import datetime as dt
import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.errors import InvalidValue, NotFound, Refused
from recovery_tracker.exchange import mapping_store
from recovery_tracker.exchange.foreign import answered, chosen_sessions
from recovery_tracker.exchange.foreign_dates import (
    ORDERS,
    DateOrder,
    moment,
    possible_orders,
    time_of_day,
)
from recovery_tracker.exchange.foreign_table import open_table
from recovery_tracker.exchange.foreign_text import decoded
from recovery_tracker.exchange.foreign_values import Scale, read_scale
from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.exchange.mapping import Mapping, Meaning, as_json, from_json
from recovery_tracker.exchange.reading_of_values import NoGrade, grade_of, sign_of
from tests.builders import session

TEXT = "Datum;Rötung;Bemerkung\n01.02.2026;2;Größer, heißer – „so wie gestern“ 100 €\n"
RUSSIAN = "дата;покраснение;заметка\n2026-02-01;2;сегодня кожа сухая и немного болит\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_an_encoding_is_found_without_losing_a_letter(encoding: str) -> None:
    assert decoded(TEXT.encode(encoding))[0] == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1251"])
def test_other_letters_than_western_ones(encoding: str) -> None:
    assert decoded(RUSSIAN.encode(encoding))[0] == RUSSIAN


@pytest.mark.parametrize(
    "data",
    [b"", b" \n ", b"\xff\xfe", b"a,b\n1,\0\n", bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n\0\0"],
)  # fmt: skip
def test_what_is_no_text_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as refused:
        decoded(data)
    assert "Nothing was imported" in refused.value.sentence


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_delimiter_is_found(mark: str) -> None:
    text = f'date{mark}redness{mark}note\n2026-03-02{mark}1{mark}"a, b; c|d\te"\n'
    found = open_table(text.encode())
    assert found.header == ("date", "redness", "note")
    assert found.rows == ((2, ("2026-03-02", "1", "a, b; c|d\te")),)


def test_excel_says_its_delimiter_in_the_first_line() -> None:
    found = open_table(b"sep=;\r\ndate;redness\r\n2026-03-02;1\r\n")
    assert (found.delimiter, found.rows) == (";", ((3, ("2026-03-02", "1")),))


def test_lines_are_those_of_the_file() -> None:
    found = open_table(b'date,note\n2026-03-02,"a\nb"\n\n2026-03-03,c\n')
    assert [line for line, _row in found.rows] == [2, 5]


@pytest.mark.parametrize(
    ("text", "order", "date", "time"),
    [
        ("2026-03-02", "ymd", (2026, 3, 2), ""),
        ("2026/3/2 9:05 pm", "dmy", (2026, 3, 2), "21:05"),
        ("2026-03-02T21:30:41.432+01:00", "mdy", (2026, 3, 2), "21:30"),
        ("2026-03-02T21:30:41Z", "dmy", (2026, 3, 2), "21:30"),
        ("02.03.2026", "dmy", (2026, 3, 2), ""),
        ("2.3.26", "dmy", (2026, 3, 2), ""),
        ("03/02/2026", "mdy", (2026, 3, 2), ""),
        ("2nd Mar 2026", "dmy", (2026, 3, 2), ""),
        ("31st December 2026", "mdy", (2026, 12, 31), ""),
        ("Mon, 2 March 2026", "dmy", (2026, 3, 2), ""),
        ("March 2, 2026", "dmy", (2026, 3, 2), ""),
        ("2-Mar-2026", "dmy", (2026, 3, 2), ""),
        ("2. März 2026", "dmy", (2026, 3, 2), ""),
        ("2. Dez 2026, 07:15", "dmy", (2026, 12, 2), "07:15"),
    ],
)
def test_dates_of_all_kinds(
    text: str, order: DateOrder, date: tuple[int, int, int], time: str
) -> None:
    assert moment(text, order) == (dt.date(*date), time)


@pytest.mark.parametrize(
    "text",
    ["", "today", "30th Feb 2026", "2026-13-01", "0/0/0", "1/2/3/4", "99999-01-01", "2nd Foo 2026",
     "2026-03-02 25:00", "١٢/٣/٢٠٢٦", "2" * 1000, "2026-03-02 " * 5],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert [moment(text, order) for order in ORDERS] == [None, None, None]


@given(st.dates(dt.date(1970, 1, 1), dt.date(2100, 1, 1)), st.sampled_from(ORDERS))
def test_a_date_written_in_an_order_is_read_in_it(date: dt.date, order: DateOrder) -> None:
    written = {"ymd": "%Y-%m-%d", "dmy": "%d.%m.%Y", "mdy": "%m/%d/%Y"}[order]
    assert moment(date.strftime(written), order) == (date, "")
    assert (
        order in possible_orders([date.strftime(written)])
        or order == "mdy"
        or date.day == date.month
    )


@pytest.mark.parametrize(
    ("texts", "orders"),
    [
        (["2026-03-02", "2026-03-14"], ("ymd",)),
        (["3/4/2026", "14/4/2026"], ("dmy",)),
        (["3/4/2026", "4/14/2026"], ("mdy",)),
        (["3/4/2026", "5/6/2026"], ("dmy", "mdy")),
        (["5/5/2026"], ("dmy",)),
        (["8th Dec 2021"], ("ymd",)),
        (["nonsense"], ()),
        ([], ()),
    ],
)
def test_a_column_often_tells_its_order(texts: list[str], orders: tuple[str, ...]) -> None:
    assert possible_orders(texts) == orders


@pytest.mark.parametrize(
    ("text", "time"),
    [("7:05", "07:05"), ("12:05 am", "00:05"), ("12:30 p.m.", "12:30"), ("13:00 pm", ""),
     ("24:00", ""), ("morning", "")],
)  # fmt: skip
def test_times_of_day(text: str, time: str) -> None:
    assert time_of_day(text) == time


@pytest.mark.parametrize(
    ("value", "scale", "grade"),
    [
        ("3", None, 3), ("3.0", None, 3), ("Moderate", None, 2), ("UNBEARABLE", None, 4),
        ("0", Scale(0, 10), 0), ("1", Scale(0, 10), 0), ("2", Scale(0, 10), 1),
        ("3.75", Scale(0, 10), 2), ("5", Scale(0, 10), 2), ("6,25", Scale(0, 10), 3),
        ("10", Scale(0, 10), 4), ("1", Scale(1, 5), 0), ("5", Scale(1, 5), 4),
        ("5", Scale(5, 1), 0), ("1", Scale(5, 1), 4), ("50", Scale(0, 100), 2), ("3/10", None, 1),
    ],
)  # fmt: skip
def test_values_become_grades(value: str, scale: Scale | None, grade: int) -> None:
    assert grade_of(value, scale, {}).grade == grade


@given(st.integers(0, 1000), st.integers(1, 1000))
def test_a_scale_keeps_the_order_and_the_ends(number: int, top: int) -> None:
    scale = Scale(0, top)
    assert (scale.grade(0), scale.grade(top)) == (0, 4)
    grade = scale.grade(number)
    assert (grade is None) == (number > top)
    if grade is not None and number:
        assert (scale.grade(number - 1) or 0) <= grade
        assert abs(grade - number / top * 4) <= 0.5


@pytest.mark.parametrize("value", ["11", "-1", "1:10:00", "", "nan", "inf", "1e5", "9" * 400])
def test_what_is_no_grade_is_refused(value: str) -> None:
    with pytest.raises(NoGrade):
        grade_of(value, Scale(0, 10), {})


def test_the_persons_own_words_come_first() -> None:
    assert grade_of("Bad", None, {"bad": 1}).grade == 1


@pytest.mark.parametrize(
    ("value", "said"),
    [("yes", True), ("No", False), ("x", True), ("2", True), ("0", False), ("Mild", True),
     ("Not Taken", False)],
)  # fmt: skip
def test_yes_and_no(value: str, said: bool) -> None:
    assert sign_of(value) is said


def test_neither_yes_nor_no() -> None:
    with pytest.raises(NoGrade):
        sign_of("perhaps")


@pytest.mark.parametrize("text", ["", "10", "0-", "a-b", "5-5", "0-99999"])
def test_what_is_no_scale(text: str) -> None:
    with pytest.raises(InvalidValue):
        read_scale(text)


SAVED = Mapping(
    "table",
    columns={"date": "Tag"},
    meanings={"Röte": Meaning("symptom", "redness", Scale(0, 10)), "Wetter": Meaning("leave")},
    words={"arg": 3},
    scale=Scale(1, 5),
    date_order="dmy",
    delimiter=";",
)


def test_a_mapping_is_saved_privately_and_comes_back(tmp_path: Path) -> None:
    mapping_store.save(tmp_path, " my table ", SAVED)
    mapping_store.save(tmp_path, "other", Mapping("daylio"))
    assert mapping_store.saved(tmp_path) == ("my table", "other")
    assert mapping_store.load(tmp_path, "my table") == SAVED
    mode = (tmp_path / mapping_store.FILE_NAME).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
    mapping_store.remove(tmp_path, "other")
    with pytest.raises(NotFound, match="There are: my table"):
        mapping_store.load(tmp_path, "other")


def test_no_mapping_saved_is_said(tmp_path: Path) -> None:
    assert mapping_store.saved(tmp_path) == ()
    with pytest.raises(NotFound, match="No mapping is saved yet"):
        mapping_store.load(tmp_path, "mine")


@pytest.mark.parametrize("name", ["", "  ", "x" * 101, "a\nb"])
def test_a_mapping_needs_a_plain_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValue, match="name of 1 to 100"):
        mapping_store.save(tmp_path, name, SAVED)


@pytest.mark.parametrize("kept", [b"", b"[]", b"\xff", b"[" * 50_000])
def test_a_damaged_file_of_mappings_is_said(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / mapping_store.FILE_NAME).write_bytes(kept)
    with pytest.raises(InvalidValue, match="Move that file away"):
        mapping_store.load(tmp_path, "mine")


@pytest.mark.parametrize(
    "change",
    [{"source": 3}, {"meanings": {"a": {"kind": "sign", "target": "redness"}}}, {"words": {"a": 9}},
     {"meanings": {"a": {"kind": "fly"}}}, {"scale": [1]}, {"scale": [1, 1]}, {"date_order": "x"},
     {"delimiter": "ab"}, {"meanings": []}, {"meanings": {"a": {"kind": "own_symptom"}}},
     {"scale": [0, float("inf")]}],
)  # fmt: skip
def test_a_mapping_of_something_unknown_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(InvalidValue):
        from_json(as_json(SAVED) | change)


def test_a_mapping_survives_json() -> None:
    assert from_json(json.loads(json.dumps(as_json(SAVED)))) == SAVED


TABLE = open_table(b"date,redness,mood\n2026-03-02,1,glad\n")


@pytest.mark.parametrize(
    ("answer", "error"),
    [({"date_order": "ydm"}, InvalidValue), ({"scale": "ten"}, InvalidValue),
     ({"leave_out": ["weather"]}, NotFound)],
)  # fmt: skip
def test_an_answer_that_is_none_is_refused(answer: dict[str, object], error: type) -> None:
    with pytest.raises(error):
        answered(TABLE, None, **answer)  # type: ignore[arg-type]


def test_the_only_session_needs_no_asking_several_do() -> None:
    first, second = session(), session(id="second", date=dt.date(2026, 3, 20))
    same = session(id="same", areas=("neck",))
    assert chosen_sessions((first,), ()) == (first,)
    assert chosen_sessions((), ()) == ()
    assert chosen_sessions((first, second), (second, second)) == (second,)
    assert chosen_sessions((first, second), (), every=True) == (first, second)
    with pytest.raises(Refused, match="--session all"):
        chosen_sessions((first, second), ())
    with pytest.raises(Refused, match="Two of the sessions"):
        chosen_sessions((first, same), (), every=True)
