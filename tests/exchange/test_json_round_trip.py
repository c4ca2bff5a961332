"""A recovery log as JSON: nothing is lost, and the same log is always the same bytes."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import json
from base64 import b64decode
from dataclasses import fields as fields_of
from dataclasses import replace

import pytest
from hypothesis import given

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound, Refused
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Log, Photo, Recovery, Session
from recovery_tracker.exchange import Options, fields, json_log
from recovery_tracker.exchange.format import Parsed
from tests import strategies
from tests.builders import build, session
from tests.strategies import LATEST

EVERYTHING = Options(private_notes=True)


def written(log: Log, options: Options = EVERYTHING) -> bytes:
    out = io.BytesIO()
    json_log.write(log, out, options)
    return out.getvalue()


def read(data: bytes, today: dt.date = LATEST) -> Parsed:
    return json_log.read(data, today)


@given(strategies.logs())
def test_nothing_is_lost(log: Log) -> None:
    parsed = read(written(log))
    assert parsed.log == log
    assert parsed.notices == ()
    assert written(parsed.log) == written(log)


@given(strategies.logs())
def test_the_text_is_what_any_json_program_would_indent(log: Log) -> None:
    data = written(log)
    plain = json.dumps(json.loads(data), ensure_ascii=False, indent=2) + "\n"
    assert data.decode() == plain


@given(strategies.logs())
def test_private_notes_leave_only_when_asked(log: Log) -> None:
    without = read(written(log, Options())).log
    assert without == replace(
        log,
        recoveries=tuple(
            replace(
                recovery,
                entries=tuple(replace(entry, private_notes="") for entry in recovery.entries),
            )
            for recovery in log.recoveries
        ),
    )


@pytest.mark.parametrize(
    ("kind", "known"),
    [
        (Profile, fields.PROFILE),
        (Dermatologist, fields.DERMATOLOGIST),
        (Session, fields.SESSION),
        (Entry, fields.ENTRY),
        (OwnItem, fields.OWN_ITEM),
        (Photo, fields.PHOTO),
        (Act, fields.ACT),
    ],
)
def test_the_file_has_every_field_the_diary_has(kind: type, known: fields.Fields) -> None:
    assert list(known) == [field.name for field in fields_of(kind)]


GOLDEN = """{
  "format": "recovery-log",
  "version": 1,
  "profile": {
    "skin_type": "dry",
    "sensitive": true,
    "skin_conditions": [
      "eczema",
      "perioral dermatitis"
    ],
    "keloid": false,
    "dermatologist": {
      "name": "Dr. Müller",
      "phone": "01234"
    },
    "appointment": "2026-04-01"
  },
  "symptoms": [
    {
      "code": "x_1f00c3ab",
      "label": "Tingling",
      "retired": false
    }
  ],
  "care_items": [],
  "sessions": [
    {
      "id": "00000000-0000-4000-8000-000000000001",
      "date": "2026-03-02",
      "treatment": "microneedling",
      "device": "pen",
      "needle_depth_mm": 1.5,
      "areas": [
        "face",
        "left ear"
      ],
      "products": [
        "hyaluronic acid serum"
      ],
      "performed_by": "professional",
      "entries": [
        {
          "date": "2026-02-28",
          "scores": {
            "redness": 0
          }
        },
        {
          "date": "2026-03-03",
          "scores": {
            "redness": 2,
            "swelling": 1,
            "flaking": 0,
            "x_1f00c3ab": 4
          },
          "signs": [
            "warmth"
          ],
          "signs_absent": [
            "pus",
            "fever"
          ],
          "care": [
            "moisturised",
            "sunscreen"
          ],
          "notes": "tight in the evening\\n– “still”",
          "entered_at": "2026-03-03T19:05:00Z",
          "changed_at": "2026-03-04T06:00:01Z",
          "done_at": "2026-03-03T19:06:00Z"
        }
      ],
      "photos": [
        {
          "date": "2026-03-03",
          "view": "front",
          "sha256": "SHA",
          "caption": "morning",
          "taken_at": "2026-03-03T07:30:00"
        }
      ],
      "acts": [
        {
          "date": "2026-03-04",
          "rule": "prolonged_flaking",
          "act": "contacted",
          "urgency_felt": "a_little",
          "at": "2026-03-04T10:00:00Z"
        }
      ]
    }
  ]
}
""".replace("SHA", "ab" * 32)


def golden_log() -> Log:
    """Return what the golden file says, with its lists in another order."""
    recovery = build(
        {
            1: {
                "x_1f00c3ab": 4,
                "flaking": 0,
                "swelling": 1,
                "redness": 2,
                "warmth": True,
                "fever": False,
                "pus": False,
                "sunscreen": True,
                "moisturised": True,
                "notes": "tight in the evening\n– “still”",
                "private_notes": "between me and me",
                "entered_at": dt.datetime(2026, 3, 3, 19, 5, tzinfo=dt.UTC),
                "changed_at": dt.datetime(
                    2026, 3, 4, 7, 0, 1, tzinfo=dt.timezone(dt.timedelta(hours=1))
                ),
                "done_at": dt.datetime(2026, 3, 3, 19, 6, tzinfo=dt.UTC),
            },
            -2: {"redness": 0},
        },
        areas=("left ear", "face"),
        products=("hyaluronic acid serum",),
        performed_by="professional",
        acts=(
            Act(
                dt.date(2026, 3, 4),
                "prolonged_flaking",
                "contacted",
                "a_little",
                dt.datetime(2026, 3, 4, 10, tzinfo=dt.UTC),
            ),
        ),
    )
    taken = dt.datetime(2026, 3, 3, 7, 30)  # noqa: DTZ001 - a camera does not tell its zone
    photo = Photo(dt.date(2026, 3, 3), "front", "ab" * 32, "morning", taken)
    return Log(
        profile=Profile(
            skin_type="dry",
            sensitive=True,
            skin_conditions=("perioral dermatitis", "eczema"),
            keloid=False,
            dermatologist=Dermatologist(name="Dr. Müller", phone="01234"),
            appointment=dt.date(2026, 4, 1),
        ),
        symptoms=(OwnItem("x_1f00c3ab", "Tingling"),),
        recoveries=(replace(recovery, photos=(photo,)),),
    )


def test_the_canonical_file_is_this_one() -> None:
    assert written(golden_log(), Options()).decode() == GOLDEN


def test_sessions_come_by_date_then_id() -> None:
    days = [("b", "2026-03-09"), ("c", "2026-03-02"), ("a", "2026-03-09")]
    log = Log(
        recoveries=tuple(
            Recovery(session(id=name, date=dt.date.fromisoformat(day))) for name, day in days
        )
    )
    assert [said["id"] for said in json.loads(written(log))["sessions"]] == ["c", "a", "b"]


def test_an_empty_diary_still_has_its_lists() -> None:
    assert json.loads(written(Log())) == {
        "format": "recovery-log",
        "version": 1,
        "profile": {},
        "symptoms": [],
        "care_items": [],
        "sessions": [],
    }
    assert read(written(Log())).log == Log()


def test_a_broken_character_does_not_stop_an_export() -> None:
    log = Log(profile=Profile(name="half \ud83d"))
    assert read(written(log)).log.profile.name == "half ?"


def test_photo_bytes_come_and_go_with_the_photo() -> None:
    picture = b64decode("iVBORyBub3QgcmVhbGx5")
    name = hashlib.sha256(picture).hexdigest()
    log = Log(recoveries=(replace(build(), photos=(Photo(dt.date(2026, 3, 3), "left", name),)),))
    pictures = {name: picture}
    data = written(log, Options(photo_bytes=pictures.__getitem__))
    assert json.loads(data)["sessions"][0]["photos"][0]["data"] == "iVBORyBub3QgcmVhbGx5"
    parsed = read(data)
    assert parsed.photos == pictures
    assert parsed.log == log
    assert b'"data"' not in written(log, Options())
    assert read(written(log, Options())).photos == {}


def test_a_photo_whose_picture_is_not_here_is_named_only() -> None:
    def missing(name: str) -> bytes:
        raise NotFound(name)

    log = Log(recoveries=(replace(build(), photos=(Photo(dt.date(2026, 3, 3), "left", "ab"),)),))
    assert read(written(log, Options(photo_bytes=missing))) == Parsed(log)


def test_photos_that_could_not_be_read_back_are_not_written(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(json_log, "LARGEST_FILE", 2**20)
    photo = Photo(dt.date(2026, 3, 3), "left", "ab" * 32)
    log = Log(recoveries=(replace(build(), photos=(photo,)),))
    with pytest.raises(Refused, match=r"larger than 1 MB.*\.zip"):
        written(log, Options(photo_bytes=lambda name: bytes(2**20)))
    assert len(written(log, Options(photo_bytes=lambda name: bytes(2**10)))) > 2**10
