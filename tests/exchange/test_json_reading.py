"""What a recovery log may say in more than one way, and what the person is told about it."""

from __future__ import annotations

import datetime as dt
import json
import uuid
from pathlib import Path
from typing import Any

import pytest

from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Act, Recovery, Session
from recovery_tracker.exchange import Parsed, json_log

TODAY = dt.date(2026, 3, 31)


def read(**top: Any) -> Parsed:
    return json_log.read(json.dumps({"format": "recovery-log", "version": 1} | top).encode(), TODAY)


def read_session(**said: Any) -> Recovery:
    (recovery,) = read(sessions=[{"date": "2026-03-02"} | said]).log.recoveries
    return recovery


def read_entry(**said: Any) -> Entry:
    (entry,) = read_session(entries=[{"date": "2026-03-03"} | said]).entries
    return entry


def test_only_the_dates_are_needed() -> None:
    entry = read_entry()
    assert entry == Entry(dt.date(2026, 3, 3))
    assert not entry.recorded


def test_the_file_of_the_handbook_is_read() -> None:
    text = """{"format": "recovery-log", "version": 1,
     "profile": {"skin_type": "dry", "sensitive": true, "skin_conditions": ["eczema"]},
     "symptoms": [{"code": "x_1f00c3ab", "label": "Tingling", "retired": false}],
     "care_items": [],
     "sessions": [
      {"id": "...", "date": "2026-03-02", "treatment": "microneedling", "needle_depth_mm": 1.5,
       "device": "pen", "areas": ["face"], "products": ["hyaluronic acid serum"],
       "performed_by": "professional", "notes": "",
       "entries": [
        {"date": "2026-03-03",
         "scores": {"redness": 2, "flaking": 0, "swelling": 1},
         "signs": ["warmth"], "signs_absent": ["pus", "fever"],
         "care": ["moisturised"], "notes": "tight in the evening"}],
       "photos": [{"date": "2026-03-03", "view": "front", "sha256": "...", "caption": ""}],
       "acts": []}]}"""
    parsed = json_log.read(text.encode(), TODAY)
    assert parsed.notices == ()
    (recovery,) = parsed.log.recoveries
    assert recovery.session.id == "..."
    assert recovery.entries[0].scores == {"redness": 2, "swelling": 1, "flaking": 0}
    assert len(recovery.photos) == 1


def test_a_file_on_disk_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    path.write_text('{"format": "recovery-log", "version": 1}', encoding="utf-8-sig")
    assert json_log.read(path, TODAY) == read()


def test_null_is_not_stated_and_never_none() -> None:
    entry = read_entry(scores={"redness": None, "pain": 1}, signs=None, notes=None)
    assert entry == read_entry(scores={"pain": 1})
    assert read_session(device=None, archived=None, entries=None) == read_session()


def test_a_whole_number_may_have_a_point() -> None:
    entry = read_entry(scores={"redness": 2.0})
    assert entry.scores == {"redness": 2}
    assert type(entry.scores["redness"]) is int
    assert read(profile={"skin_tone": 3.0}).log.profile.skin_tone == 3


@pytest.mark.parametrize(
    "written",
    ["2026-03-03T19:05:00Z", "2026-03-03T20:05:00+01:00", "2026-03-03 19:05:00.999+00:00"],
)
def test_moments_come_as_utc_in_whole_seconds(written: str) -> None:
    entered_at = read_entry(entered_at=written).entered_at
    assert entered_at == dt.datetime(2026, 3, 3, 19, 5, tzinfo=dt.UTC)
    assert entered_at is not None
    assert entered_at.tzinfo is dt.UTC


def test_words_of_the_patients_own_are_kept() -> None:
    session = read_session(areas=["left ear", "face"], recent_procedures=["tattoo"]).session
    assert session.areas == ("face", "left ear")
    assert session.recent_procedures == ("tattoo",)
    assert read(profile={"skin_conditions": ["vitiligo"]}).log.profile.skin_conditions == (
        "vitiligo",
    )


def test_unknown_keys_are_named_and_not_kept() -> None:
    parsed = read(
        mood=1,
        profile={"height": 170, "dermatologist": {"fax": "1"}},
        sessions=[
            {
                "date": "2026-03-02",
                "price": 5,
                "entries": [{"date": "2026-03-02", "x\x1b": 1}, {"date": "2026-03-03", "x\x1b": 1}],
            }
        ],
    )
    assert parsed.notices == (
        "Not known to this program, so not kept: mood, profile.height, profile.dermatologist.fax, "
        "sessions.price, entries.x�.",
    )


def test_of_very_many_unknown_keys_some_are_named() -> None:
    (notice,) = read(**{f"k{n:03}": n for n in range(100)}).notices
    assert notice.endswith("k018, k019 and 80 more.")


def test_an_unknown_symptom_or_care_code_makes_an_own_item_and_is_said() -> None:
    session = {
        "date": "2026-03-02",
        "entries": [
            {"date": "2026-03-02", "scores": {"glow": 1, "redness": 1}, "care": ["ice", "sun"]},
            {"date": "2026-03-03", "scores": {"glow": 2}, "care": ["ice"]},
        ],
    }
    parsed = read(sessions=[session])
    (glow,), (ice,) = parsed.log.symptoms, parsed.log.care_items
    assert (glow.label, ice.label) == ("glow", "ice")
    assert is_own_code(glow.code)
    assert is_own_code(ice.code)
    entries = parsed.log.recoveries[0].entries
    assert [dict(entry.scores) for entry in entries] == [
        {"redness": 1, glow.code: 1},
        {glow.code: 2},
    ]
    assert entries[0].care == ("sun", ice.code)
    assert parsed.notices == (
        "“glow” is not a symptom of the diary; it is kept as one of your own.",
        "“ice” is not a care item of the diary; it is kept as one of your own.",
    )
    assert read(sessions=[session]) == parsed, "the second import brings the same codes"


def test_an_own_item_the_file_does_not_name_is_called_by_its_code() -> None:
    parsed = read(
        sessions=[
            {
                "date": "2026-03-02",
                "entries": [{"date": "2026-03-02", "scores": {"x_00000001": 1}}],
            }
        ]
    )
    assert parsed.log.symptoms == (OwnItem("x_00000001", "x_00000001"),)
    assert parsed.notices == (
        "The file has no name for your own item x_00000001; it is called by its code.",
    )


def test_own_items_may_be_defined_after_they_are_used_and_in_words() -> None:
    entry = {"date": "2026-03-02", "scores": {"tingle": 1, "x_00000001": 2}, "care": ["ice"]}
    parsed = read(
        sessions=[{"date": "2026-03-02", "entries": [entry]}],
        symptoms=[
            {"code": "x_00000001", "label": "Ants", "retired": True},
            {"code": "tingle", "label": "Tingling"},
            {"label": "Itchy ear"},
        ],
        care_items=[{"code": "ice", "label": " "}],
    )
    ants, tingle, ear = parsed.log.symptoms
    assert ants == OwnItem("x_00000001", "Ants", retired=True)
    assert (tingle.label, ear.label) == ("Tingling", "Itchy ear")
    assert parsed.log.recoveries[0].entries[0].scores == {"x_00000001": 2, tingle.code: 1}
    assert [item.label for item in parsed.log.care_items] == ["ice"]
    assert parsed.notices == ()


def test_a_session_without_an_id_always_gets_the_same_one() -> None:
    plain = read_session().session.id
    assert uuid.UUID(plain).version == 5
    assert read_session(notes="other words", device="pen").session.id == plain
    assert read_session(areas=["face", "neck"]).session.id == (
        read_session(areas=["neck", "face"]).session.id
    )
    others = {
        plain,
        read_session(areas=["face"]).session.id,
        read_session(areas=["neck"]).session.id,
        read_session(date="2026-03-01").session.id,
    }
    assert len(others) == 4


def test_a_known_symptom_defined_as_an_own_one_stays_the_known_one() -> None:
    parsed = read(
        symptoms=[{"code": "redness", "label": "Rötung"}],
        sessions=[
            {"date": "2026-03-02", "entries": [{"date": "2026-03-02", "scores": {"redness": 1}}]}
        ],
    )
    assert parsed.log.symptoms == ()
    assert parsed.log.recoveries[0].entries[0].scores == {"redness": 1}
    assert parsed.notices == ("“redness” is in the diary already; its other name is not kept.",)


def test_acts_and_photos_that_do_not_say_what_they_are_are_left_out_and_said() -> None:
    parsed = read(
        sessions=[
            {
                "date": "2026-03-02",
                "acts": [
                    {"date": "2026-03-05", "rule": "pus"},
                    {"rule": "pus", "act": "seen"},
                    {"date": "2026-03-05", "rule": "pus", "urgency_felt": "very"},
                ],
                "photos": [{"date": "2026-03-05", "view": "front"}],
            }
        ]
    )
    (recovery,) = parsed.log.recoveries
    assert recovery.acts == (Act(dt.date(2026, 3, 5), "pus", None, "very"),)
    assert recovery.photos == ()
    assert parsed.notices == ("3 photos or acts do not say what they are, so they are not kept.",)


def test_a_planned_session_takes_its_baseline() -> None:
    entries = [{"date": "2026-03-31", "scores": {"redness": 1}}]
    recovery = read_session(date="2026-04-10", entries=entries)
    assert recovery.session == Session(recovery.session.id, dt.date(2026, 4, 10))
    assert recovery.day_of(recovery.entries[0].date) == -10
