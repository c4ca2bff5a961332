"""Both tables: they carry what they say they carry, and a spreadsheet finds no formula in them."""

from __future__ import annotations

import csv
import datetime as dt
import io
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.exchange import Options, Parsed, Unreadable, csv_daily, csv_long
from tests import strategies
from tests.builders import build, daily
from tests.strategies import LATEST

TODAY = dt.date(2026, 3, 31)
EVERYTHING = Options(private_notes=True)


def written(module: ModuleType, log: Log, options: Options = EVERYTHING) -> bytes:
    out = io.BytesIO()
    module.write(log, out, options)
    return out.getvalue()


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def carried(log: Log, *left_out: str) -> Log:
    """What the tables carry of a log: entries, of which session and date, and used own items."""
    empty = Entry(dt.date(2026, 3, 2))
    used_care = {code for r in log.recoveries for e in r.entries for code in e.care}
    return Log(
        symptoms=_named(log.symptoms),
        care_items=_named(item for item in log.care_items if item.code in used_care),
        recoveries=tuple(
            Recovery(
                Session(recovery.session.id, recovery.session.date),
                tuple(
                    replace(entry, **{name: getattr(empty, name) for name in left_out})
                    for entry in recovery.entries
                ),
            )
            for recovery in log.recoveries
            if recovery.entries
        ),
    )


def _named(items) -> tuple[OwnItem, ...]:
    return tuple(OwnItem(item.code, item.label.replace(";", ",")) for item in items)


def _sorted(log: Log) -> Log:
    by_code = {"key": lambda item: item.code}
    return replace(
        log,
        symptoms=tuple(sorted(log.symptoms, **by_code)),
        care_items=tuple(sorted(log.care_items, **by_code)),
    )


NOT_IN_DAILY = (
    "new_product",
    "medicines",
    "private_notes",
    "advice_received",
    "changed_at",
    "done_at",
)


@given(strategies.logs())
def test_the_daily_table_brings_back_what_it_carries(log: Log) -> None:
    parsed = csv_daily.read(written(csv_daily, log), LATEST)
    assert _sorted(parsed.log) == _sorted(carried(log, *NOT_IN_DAILY))
    assert parsed.notices == ()


@given(strategies.logs())
def test_the_long_table_brings_back_whole_entries(log: Log) -> None:
    parsed = csv_long.read(written(csv_long, log), LATEST)
    used = {code for r in log.recoveries for e in r.entries for code in e.scores}
    expected = carried(log)
    symptoms = tuple(item for item in expected.symptoms if item.code in used)
    assert _sorted(parsed.log) == _sorted(replace(expected, symptoms=symptoms))
    assert parsed.notices == ()


@given(strategies.logs())
def test_no_text_cell_can_be_taken_for_a_formula(log: Log) -> None:
    for module in (csv_daily, csv_long):
        header, *body = rows(written(module, log))
        for row in [header, *body]:
            for name, cell in zip(header, row, strict=True):
                if cell[:1] in "=+-@\t\r" and cell:
                    assert name == "day"
                    int(cell)


RECOVERY = build(
    {
        -1: {"redness": 0},
        0: {"notes": "=SUM(A1)", "private_notes": "mine", "x_1f00c3ab": 3, "pain": 1},
        4: daily(redness=2, fever=True, care=("sunscreen", "moisturised", "x_00000001")),
        5: {"entered_at": dt.datetime(2026, 3, 7, 20, 1, 2, tzinfo=dt.UTC), "notes": "a,\nb"},
    },
    id="one",
)
LOG = Log(
    symptoms=(OwnItem("x_1f00c3ab", "Tingling"), OwnItem("x_1f00c3ac", "=Glow; bright")),
    care_items=(OwnItem("x_00000001", "Ice; cold"),),
    recoveries=(RECOVERY,),
)

DAILY = """\
session_id,session_date,date,day,redness,swelling,flaking,dryness,bruising,pain,burning,itching,\
bleeding,Tingling (x_1f00c3ab),"'=Glow, bright (x_1f00c3ac)",signs,signs_absent,care,notes,\
entered_at
one,2026-03-02,2026-03-01,-1,0,,,,,,,,,,,,,,,
one,2026-03-02,2026-03-02,0,,,,,,1,,,,3,,,,,'=SUM(A1),
one,2026-03-02,2026-03-06,4,2,0,0,0,0,0,0,0,,,,fever,pus; spreading_redness; blisters; warmth; \
cold_sore; hives; breathing_difficulty,"moisturised; sunscreen; Ice, cold (x_00000001)",,
one,2026-03-02,2026-03-07,5,,,,,,,,,,,,,,,"a,
b",2026-03-07T20:01:02Z
"""


def test_the_daily_table_is_this_one() -> None:
    data = written(csv_daily, LOG)
    assert data.startswith(b"\xef\xbb\xbfsession_id,")
    assert data.decode("utf-8-sig").replace("\r\n", "\n") == DAILY


def test_the_long_table_has_a_row_for_each_fact() -> None:
    data = written(csv_long, LOG, Options())
    assert data.startswith(b"\xef\xbb\xbf")
    header, *body = rows(data)
    assert header == ["session_id", "session_date", "date", "day", "kind", "code", "value"]
    assert [row[3:] for row in body if row[3] in ("-1", "0", "5")] == [
        ["-1", "symptom", "redness", "0"],
        ["0", "symptom", "pain", "1"],
        ["0", "symptom", "Tingling (x_1f00c3ab)", "3"],
        ["0", "text", "notes", "'=SUM(A1)"],
        ["5", "text", "notes", "a,\nb"],
        ["5", "moment", "entered_at", "2026-03-07T20:01:02Z"],
    ]
    facts = [row[4:] for row in body if row[3] == "4"]
    assert ["sign", "fever", "present"] in facts
    assert ["sign", "pus", "absent"] in facts
    assert ["care", "Ice, cold (x_00000001)", "done"] in facts


def test_private_notes_are_in_the_long_table_only_when_asked() -> None:
    assert b"mine" in written(csv_long, LOG)
    assert b"mine" not in written(csv_long, LOG, Options())
    assert b"mine" not in written(csv_daily, LOG)


def test_an_entry_that_says_nothing_has_a_row() -> None:
    log = Log(recoveries=(build({3: {}}),))
    for module in (csv_daily, csv_long):
        (row,) = rows(written(module, log))[1:]
        assert row[2:4] == ["2026-03-05", "3"]
        assert not any(row[4:])


def test_an_own_rating_without_its_item_keeps_its_column() -> None:
    log = Log(recoveries=(build({1: {"x_00000009": 2}}),))
    assert "x_00000009" in rows(written(csv_daily, log))[0]
    parsed = csv_daily.read(written(csv_daily, log), TODAY)
    assert parsed.log.recoveries[0].entries == log.recoveries[0].entries
    assert len(parsed.notices) == 1


def read(text: str, module: ModuleType = csv_daily) -> Parsed:
    return module.read(text.encode(), TODAY)


def read_entry(header: str, row: str, module: ModuleType = csv_daily) -> Entry:
    parsed = read(f"session_date,date,{header}\n2026-03-02,2026-03-03,{row}\n", module)
    (recovery,) = parsed.log.recoveries
    (entry,) = recovery.entries
    return entry


def test_a_hand_made_table_needs_the_two_dates_only() -> None:
    assert read_entry("redness", "2").scores == {"redness": 2}
    assert read_entry("redness", "2.0").scores == {"redness": 2}
    assert read_entry("redness", "").scores == {}
    assert read_entry("medicines", "ibuprofen").medicines == "ibuprofen"
    assert read_entry("notes", "'tis").notes == "'tis"
    assert read_entry("notes", "''tis").notes == "'tis"
    assert read_entry("notes", "'=1").notes == "=1"
    assert read_entry("care", "ice; sun").care == read_entry("care", "sun; ice").care


def test_rows_without_an_id_belong_together_by_their_session_date() -> None:
    text = (
        "session_date,date,redness\n"
        "2026-03-02,2026-03-03,1\n2026-03-09,2026-03-10,2\n\n2026-03-02,2026-03-04,3\n"
    )
    first, second = read(text).log.recoveries
    assert [len(recovery.entries) for recovery in (first, second)] == [2, 1]
    assert read(text).log == read(text).log
    assert first.session.id != second.session.id


def test_unknown_columns_and_kinds_are_named_and_not_kept() -> None:
    parsed = read("session_date,date,mood,redness\n2026-03-02,2026-03-03,good,1\n")
    assert parsed.notices == ("Not known to this program, so not kept: mood.",)
    facts = "2026-03-02,2026-03-03,mood,x,1\n2026-03-02,2026-03-03,text,title,1\n"
    parsed = read(f"session_date,date,kind,code,value\n{facts}", csv_long)
    assert parsed.notices == ("Not known to this program, so not kept: mood, title.",)


def test_a_long_table_called_daily_is_read_and_the_other_way_round_is_told() -> None:
    long = written(csv_long, LOG)
    assert csv_daily.read(long, TODAY) == csv_long.read(long, TODAY)
    with pytest.raises(Unreadable, match=r"^line 1: It has no columns kind.* is named \.csv\."):
        csv_long.read(written(csv_daily, LOG), TODAY)


def test_a_table_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_bytes(written(csv_daily, LOG))
    assert csv_daily.read(path, TODAY) == csv_daily.read(path.read_bytes(), TODAY)


HEADER = "session_id,session_date,date,day,redness,signs,signs_absent,care,notes,entered_at"
GOOD = "a,2026-03-02,2026-03-03,1,2,warmth,pus; fever,sunscreen,tight,2026-03-03T19:05:00Z"

DAILY_SLIPS = [
    (",1,2,", ",1,7,", "Redness is graded from 0 to 4, not 7."),
    (",1,2,", ",1,mild,", "Redness is graded from 0 to 4, not “mild”."),
    (",1,2,", ",1,nan,", "Redness is graded from 0 to 4, not nan."),
    (",1,2,", ",1,-1,", "Redness is graded from 0 to 4, not -1."),
    ("03-03,1,", "03-03,4,", "2026-03-03 is day 1 of the session of 2026-03-02, not day 4."),
    ("2026-03-03,1", "2026-04-01,30", "2026-04-01 is in the future."),
    ("2026-03-03,1", "2027-03-03,366", "2027-03-03 is in the future."),
    ("2026-03-03,1", "2026-02-10,-20", "2026-02-10 is day -20 of the session"),
    ("2026-03-03,1", "03/03/2026,1", "“03/03/2026” is not a date; write it as YYYY-MM-DD"),
    ("2026-03-02", "", "“” is not a date; write it as YYYY-MM-DD"),
    ("2026-03-02", "2026-07-02", "2026-07-02 is more than 60 days ahead."),
    ("warmth", "warm", "“warm” is not a sign this program knows."),
    ("warmth", "fever", "“Fever” cannot be both present and absent."),
    ("sunscreen", " ", "“code” must be a name of 1 to 100 characters."),
    ("sunscreen", "s" * 101, "“code” must be a name of 1 to 100 characters."),
    ("tight", "t" * 20_001, "A text has 20001 characters; the longest"),
    ("tight", "t" * 140_000, "This is not CSV as it should be; a text may be too long."),
    ("tight", "a\x00b", "A text holds a broken character."),
    ("tight", '"tight"er', "This is not CSV as it should be"),
    ("tight", '"tight', "The file ends in the middle of a text."),
    ("19:05:00Z", "19:05:00", "“2026-03-03T19:05:00” does not say its zone"),
    (",tight,", ",", "This row has 9 cells; the header has 10."),
    (",tight,", ",tight,,", "This row has 11 cells; the header has 10."),
]


@pytest.mark.parametrize(
    ("before", "after", "sentence"), DAILY_SLIPS, ids=[case[2][:40] for case in DAILY_SLIPS]
)
def test_a_slip_is_told_with_its_line(before: str, after: str, sentence: str) -> None:
    assert GOOD.count(before) == 1
    other = GOOD.replace("a,2026-03-02", "b,2026-03-02").replace("tight", '"two\nlines"')
    text = "\n".join([HEADER, other, GOOD.replace(before, after), ""])
    with pytest.raises(Unreadable) as refused:
        read(text)
    assert refused.value.sentence.startswith(f"line 4: {sentence}")
    assert refused.value.sentence.endswith("Nothing was imported.")


def test_an_entry_or_session_there_twice_is_told() -> None:
    with pytest.raises(Unreadable, match=r"^line 3: There are two entries for 2026-03-03\."):
        read("\n".join([HEADER, GOOD, GOOD]))
    moved = GOOD.replace("2026-03-02", "2026-03-01").replace(",1,", ",2,")
    with pytest.raises(Unreadable, match=r"^line 3: The session a has two dates\."):
        read("\n".join([HEADER, GOOD, moved]))
    with pytest.raises(Unreadable, match=r"^line 1: Two columns are called “redness”\."):
        read(HEADER.replace("notes", "redness"))


LONG_SLIPS = [
    ("symptom,redness,9", "Redness is graded from 0 to 4, not 9."),
    ("symptom,,1", "“code” must be a name of 1 to 100 characters."),
    ("sign,chills,present", "“chills” is not a sign this program knows."),
    ("sign,fever,yes", "The value of a sign is “present”, “absent” or empty."),
    ("sign,pus,absent", "“Pus” cannot be both present and absent."),
    ("care,sun,2", "The value of care is “done” or empty."),
    ("symptom,pain,2", "“pain” is said twice of this day."),
    ("text,notes,again", "“notes” is said twice of this day."),
    ("moment,done_at,now", "“now” is not a date with a time"),
]


@pytest.mark.parametrize(("fact", "sentence"), LONG_SLIPS, ids=[case[0] for case in LONG_SLIPS])
def test_a_slip_in_a_fact_is_told_with_its_line(fact: str, sentence: str) -> None:
    before = ["sign,pus,present", "symptom,pain,1", "text,notes,once"]
    lines = [f"2026-03-02,2026-03-03,{said}" for said in [*before, fact]]
    with pytest.raises(Unreadable) as refused:
        read("\n".join(["session_date,date,kind,code,value", *lines]), csv_long)
    assert refused.value.sentence.startswith(f"line 5: {sentence}")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf\r\n", "The file is empty."),
        (b"Date,Mood\n2026-03-02,good\n", "line 1: This is not a table of this program"),
        (b"session_date;date\n", "line 1: This is not a table of this program"),
        (b"session_date,date\n\n2026-03-02,\xff\n", "line 3: The file is not text in UTF-8."),
        (b"\x00" * 40, "line 1: This is not a table of this program"),
    ],
)
def test_what_is_no_table_of_ours_is_said(data: bytes, sentence: str) -> None:
    for module in (csv_daily, csv_long):
        with pytest.raises(Unreadable) as refused:
            module.read(data, TODAY)
        assert refused.value.sentence.startswith(sentence)
