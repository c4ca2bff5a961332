"""Tables of other programs: each kind with the traps its real files hold."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from recovery_tracker.data.store import open_store
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange.account import Preview, Told
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign import answered, foreign_table, preview, suggest
from recovery_tracker.exchange.foreign_table import ForeignTable, open_table
from recovery_tracker.exchange.importers import IMPORTERS, importer_for
from recovery_tracker.exchange.mapping import Mapping, Meaning
from recovery_tracker.journal import Journal
from tests.builders import DAY_0, session

FILES = Path(__file__).parent / "foreign"
TODAY = dt.date(2026, 3, 12)
NOW = dt.datetime(2026, 3, 12, 20, tzinfo=dt.UTC)
HERE = Here((session(),), (), (), TODAY)


def table(name: str) -> ForeignTable:
    return open_table(FILES / name)


def brought(name: str, mapping: Mapping | None = None, here: Here = HERE) -> Preview:
    found = preview(table(name), here, mapping)
    everything_is_accounted_for(found, table(name))
    return found


def everything_is_accounted_for(found: Preview, source: ForeignTable) -> None:
    """Every cell that says something is kept, refused or left out, and the latter are told."""
    cells = found.cells
    said = sum(bool(cell.strip()) for _line, row in source.rows for cell in row)
    assert cells.all == said == cells.kept + cells.refused + cells.left_out
    if cells.refused:
        assert found.refused
    if cells.left_out:
        assert found.left_out


def days(found: Preview) -> dict[int, Entry]:
    return {
        (entry.date - DAY_0).days: entry
        for recovery in found.log.recoveries
        for entry in recovery.entries
    }


def about(told: tuple[Told, ...], name: str) -> list[tuple[int, str, str]]:
    return [(one.line, one.value, one.sentence) for one in told if one.name == name]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("bearable.csv", "bearable"),
        ("daylio.csv", "daylio"),
        ("track_and_graph.csv", "track_and_graph"),
        ("track_and_graph_old.csv", "track_and_graph"),
        ("flaredown.csv", "flaredown"),
        ("german.csv", "table"),
        ("american.csv", "table"),
    ],
)
def test_a_program_is_known_by_its_header(name: str, code: str) -> None:
    assert importer_for(table(name)).code == code


@pytest.mark.parametrize("kind", IMPORTERS, ids=lambda kind: kind.code)
def test_each_line_names_a_module_and_a_mapping_for_it(kind: object) -> None:
    module = kind.module  # type: ignore[attr-defined]
    assert callable(module.fits)
    assert kind.label  # type: ignore[attr-defined]


# Bearable ---------------------------------------------------------------------------------


def test_bearable() -> None:
    found = brought("bearable.csv")
    assert found.source == "Bearable"
    assert found.questions == ()
    by_day = days(found)
    assert dict(by_day[0].scores) == {"redness": 3}, "the worst of three times of day"
    assert by_day[0].notes == (
        'am: hot, "like a sunburn" 🔥\r\nand tight by noon\npm: Cooled it; better'
    )
    (own,) = found.log.symptoms
    assert own.label == "Back (lower) pain"
    assert dict(by_day[1].scores) == {"dryness": 2, own.code: 4}
    assert by_day[1].care == ("sunscreen",), "a factor the diary knows"
    assert by_day[2].medicines == "am: Medication: Ibuprofen (mg): 400"
    assert by_day[2].notes == "am: after lunch"
    assert dict(by_day[-2].scores) == {"redness": 0}, "a day of the baseline"


def test_bearable_says_what_it_does_not_take() -> None:
    found = brought("bearable.csv")
    refused = {one.line: one.sentence for one in found.refused}
    assert refused[10 + 1] == "This is no grade.", "a number and a word that contradict each other"
    assert "31st Feb 2026" in refused[13]
    assert "not one of the 14 days before" in refused[14]
    left = {one.name for one in found.left_out}
    assert {"Mood: Happy", "Health measurements: Weight (kg)", "weekday"} <= left
    assert [(line, value) for line, value, _why in about(found.changed, "Redness")] == [(3, "3")]


def test_bearable_factors_come_where_a_mapping_says_so() -> None:
    mapping = Mapping("bearable", meanings={"Factors: Sunscreen": Meaning("text", "notes")})
    found = brought("bearable.csv", mapping)
    assert days(found)[1].notes == "all day: Factors: Sunscreen"


# Daylio -----------------------------------------------------------------------------------


def test_daylio_asks_what_moods_are_and_never_guesses() -> None:
    found = brought("daylio.csv")
    (question,) = found.questions
    assert (question.asked, question.names) == ("meaning", ("mood",))
    assert "--leave-out" in question.sentence


def test_daylio_with_moods_answered() -> None:
    mapping = Mapping(
        "daylio",
        meanings={"mood": Meaning("own_symptom", "Low mood")},
        words={"rad": 0, "good": 1, "Geht so": 2, "awful": 4},
    )
    found = brought("daylio.csv", mapping)
    assert found.questions == ()
    by_day = days(found)
    own = {item.label: item.code for item in found.log.symptoms}
    assert set(own) == {"Low mood", "Stress"}
    assert dict(by_day[3].scores) == {"redness": 2, own["Low mood"]: 2, own["Stress"]: 3}
    assert by_day[3].care == ("sunscreen",)
    assert by_day[3].notes == (
        "07:15: Morning\n07:15: all calm 😀\n"
        "21:05: activities: movies / tv, bad sleep\n"
        '21:05: Peeling, a "bit"\non the chin'
    )
    assert by_day[2].care == ("sunscreen", "sun")
    assert [one.sentence for one in found.refused] == ["The day is in the future."]


def test_daylio_without_moods() -> None:
    mapping = answered(table("daylio.csv"), None, leave_out=["mood"])
    found = brought("daylio.csv", mapping)
    assert found.questions == ()
    assert about(found.left_out, "mood")[0][:2] == (2, "Geht so")


def test_a_mood_without_a_grade_is_asked_for() -> None:
    mapping = Mapping("daylio", meanings={"mood": Meaning("own_symptom", "Mood")})
    (question,) = brought("daylio.csv", mapping).questions
    assert question.asked == "words"
    assert set(question.names) == {"Geht so", "rad", "awful"}


# Track & Graph ----------------------------------------------------------------------------


def test_track_and_graph() -> None:
    found = brought("track_and_graph.csv")
    by_day = days(found)
    assert dict(by_day[1].scores) == {"redness": 3}, "the date of the clock it was made by"
    assert by_day[1].notes == "23:30: Skin/Redness: Strong\n23:30: So:me n:ot:e"
    (own,) = found.log.symptoms
    assert dict(by_day[2].scores) == {"redness": 1, own.code: 2}
    assert "08:00: two\r\nlines" in by_day[2].notes
    assert "07:00: Sleep: 7:30:00" in by_day[2].notes
    assert [(one.line, one.name) for one in found.refused] == [(7, "Tightness"), (8, "Row")]
    (question,) = found.questions
    assert (question.asked, question.names) == ("scale", ("2.5",))


def test_track_and_graph_with_its_scale() -> None:
    mapping = answered(table("track_and_graph.csv"), None, scale="0-5")
    found = brought("track_and_graph.csv", mapping)
    assert found.questions == ()
    own = found.log.symptoms[0].code
    assert days(found)[3].scores[own] == 2
    assert ("3.0", "3.0 on the scale 0-5 is kept as Moderate.") in [
        (one.value, one.sentence) for one in found.changed
    ]
    assert any("Halves are rounded up" in notice for notice in found.notices)


def test_old_track_and_graph_labels_stand_behind_the_value() -> None:
    by_day = days(brought("track_and_graph_old.csv"))
    assert dict(by_day[2].scores) == {"redness": 0}
    assert by_day[2].notes == "00:13: Redness: None"
    assert dict(by_day[3].scores) == {"redness": 3}
    assert "00:13: Redness: Label: with colons" in by_day[3].notes
    assert "00:13: kept" in by_day[3].notes
    assert "11:07: Bath: 1:10:00" in by_day[3].notes
    assert by_day[4].notes == "11:07: Bath: 0:20:00 hot tub"


# Flaredown --------------------------------------------------------------------------------


def test_flaredown() -> None:
    found = brought("flaredown.csv")
    by_day = days(found)
    (own,) = found.log.symptoms
    assert own.label == "Eczema"
    assert dict(by_day[1].scores) == {"redness": 3, own.code: 1}
    assert by_day[1].medicines == "Ibuprofen: 400 mg"
    assert by_day[1].care == ("sunscreen",)
    assert by_day[1].notes == "Tags: tired; ate out\nFoods: Apples, raw; Milk"
    assert dict(by_day[2].scores) == {"redness": 2, "itching": 4}
    assert by_day[2].medicines == "Ibuprofen: Taken"
    assert by_day[3].signs == ("fever",)
    assert about(found.refused, "Redness") == [(4, "5", "5 is not on the scale 0-4.")]
    assert about(found.left_out, "Tacrolimus")[0][1] == "Not Taken"


# Any table --------------------------------------------------------------------------------


def test_a_german_table_with_a_decimal_comma_asks_for_the_scale() -> None:
    found = brought("german.csv")
    assert table("german.csv").delimiter == ";"
    asked = {question.asked: question.names for question in found.questions}
    assert asked["scale"] == ("2,5", "10")
    answer = answered(table("german.csv"), None, scale="0-10")
    found = brought("german.csv", answer)
    by_day = days(found)
    assert dict(by_day[1].scores) == {"redness": 1, "swelling": 0}
    assert by_day[1].notes == "Wärme; spannt"
    assert by_day[2].scores["redness"] == 4
    assert about(found.refused, "Schwellung")[0][1] == "x"
    assert "cp1252" in found.notices[0]


def test_an_american_table_is_asked_for_its_dates() -> None:
    found = brought("american.csv")
    (question,) = found.questions
    assert question.asked == "dates"
    assert question.orders == ("dmy", "mdy")
    assert question.shown == "3/4/2026"
    assert "--date-order" in question.sentence
    mapping = answered(table("american.csv"), None, date_order="mdy")
    by_day = days(brought("american.csv", mapping))
    assert dict(by_day[2].scores) == {"redness": 1, "flaking": 0}
    assert dict(by_day[3].scores) == {"redness": 3, "flaking": 1}
    assert (by_day[2].signs_absent, by_day[3].signs) == (("pus",), ("pus",))


def of(text: str, here: Here = HERE, mapping: Mapping | None = None) -> Preview:
    found = open_table(text.encode())
    shown = preview(found, here, mapping)
    everything_is_accounted_for(shown, found)
    return shown


def test_a_long_table() -> None:
    found = of("when,symptom,severity\n2026-03-03,Peeling,mild\n2026-03-03,Tingle,3\n")
    (own,) = found.log.symptoms
    assert dict(days(found)[1].scores) == {"flaking": 1, own.code: 3}


def test_an_own_item_of_the_same_name_is_used_again() -> None:
    here = Here((session(),), (OwnItem("x_1f00c3ab", "Tingle"),), (), TODAY)
    found = of("date,symptom,value\n2026-03-03,tingle,3\n", here)
    assert found.log.symptoms == ()
    assert dict(days(found)[1].scores) == {"x_1f00c3ab": 3}


def test_days_belong_to_the_latest_session_before_them() -> None:
    later = Session("later", dt.date(2026, 3, 8))
    here = Here((session(), later), (), (), TODAY)
    found = of("date,redness\n2026-03-07,1\n2026-03-08,2\n2026-03-11,3\n2026-02-20,4\n", here)
    told = {r.session.id: [e.date.day for e in r.entries] for r in found.log.recoveries}
    assert told == {session().id: [20, 7], "later": [8, 11]}


def test_without_a_session_there_is_a_question() -> None:
    found = of("date,redness\n2026-03-07,1\n", Here((), (), (), TODAY))
    assert [question.asked for question in found.questions] == ["session"]
    assert found.cells.refused == 2


def test_without_dates_there_is_a_question() -> None:
    found = of("colour,redness\nblue,1\n")
    assert "date_column" in {question.asked for question in found.questions}


def test_the_same_note_twice_on_a_day_is_kept_once_and_said() -> None:
    found = of("date,note\n2026-03-07,sore\n2026-03-07,sore\n")
    assert days(found)[5].notes == "sore"
    assert about(found.left_out, "note") == [
        (3, "sore", "The same text was there already; it is kept once.")
    ]


def test_notes_longer_than_can_be_kept_are_refused_not_cut() -> None:
    rows = "".join(f"2026-03-07,{n}{'x' * 9_000}\n" for n in range(4))
    found = of(f"date,note\n{rows}")
    assert len(days(found)[5].notes) > 18_000
    assert (found.cells.left_out, found.cells.refused) == (2, 2), "the dates go with the notes"
    assert "longer than can be kept" in found.refused[0].sentence


def test_cells_beyond_the_header_are_told() -> None:
    found = of("date,redness\n2026-03-07,1,what,else\n")
    assert about(found.left_out, "Beyond the header")[0][1] == "what"


def test_a_table_of_ours_is_no_foreign_one(tmp_path: Path) -> None:
    file = tmp_path / "ours.csv"
    file.write_text("session_id,session_date,date,day\n", encoding="utf-8-sig")
    assert foreign_table(file) is None
    assert foreign_table(tmp_path / "log.json") is None


def test_importing_twice_gives_the_same_days() -> None:
    assert brought("flaredown.csv").log == brought("flaredown.csv").log
    assert suggest(table("flaredown.csv")) == suggest(table("flaredown.csv"))


def test_an_import_is_one_change_that_undo_names(tmp_path: Path) -> None:
    store = open_store(tmp_path / "diary", lambda: NOW)
    journal = Journal(store, lambda: NOW)
    journal.add_session(session())
    before = journal.log()
    found = brought("flaredown.csv")
    journal.merge(found.log, label=f"Import from {found.source}")
    snapshot = journal.snapshot()
    assert snapshot.undo == "Import from Flaredown"
    assert [item.label for item in snapshot.symptoms] == ["Eczema"]
    assert snapshot.recovery is not None
    assert len(snapshot.recovery.entries) == 3
    journal.undo()
    assert journal.log() == before
    again = journal.merge(found.log)
    assert again.entries_added == 3
    store.close()
