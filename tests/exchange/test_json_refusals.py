"""What a recovery log must not say: each slip is one plain sentence with its line."""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from recovery_tracker.domain.entry import LONGEST_TEXT
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.exchange import Unreadable, json_log
from recovery_tracker.exchange.text import LARGEST_FILE

TODAY = dt.date(2026, 3, 11)

# every line that a case below changes is there once
LOG = """\
{
  "format": "recovery-log",
  "version": 1,
  "profile": {
    "name": "Kim",
    "birth_date": "1990-01-31",
    "skin_type": "dry",
    "sensitive": true,
    "skin_tone": 3,
    "dermatologist": {
      "phone": "01234"
    }
  },
  "symptoms": [
    {"code": "x_1f00c3ab",
     "label": "Tingling"}
  ],
  "sessions": [
    {
      "date": "2026-02-01"
    },
    {
      "id": "one",
      "date": "2026-03-02",
      "device": "pen",
      "needle_depth_mm": 1.5,
      "areas": [
        "face",
        "left ear"
      ],
      "entries": [
        {"date": "2026-03-03",
         "entered_at": "2026-03-03T19:05:00Z"},
        {
          "date": "2026-03-04",
          "scores": {
            "redness": 2,
            "x_1f00c3ab": 1
          },
          "signs": [
            "warmth"
          ],
          "signs_absent": [
            "pus",
            "fever"
          ],
          "care": [
            "moisturised"
          ],
          "medicines": "caf\\u00e9ine",
          "notes": "tight"
        }
      ],
      "photos": [
        {"date": "2026-03-03", "view": "front", "sha256":
          "PHOTO"}
      ],
      "acts": [
        {"date": "2026-03-05",
         "rule": "pus",
         "act": "seen"}
      ]
    }
  ]
}
""".replace("PHOTO", hashlib.sha256(b"").hexdigest())


def refusal(text: str | bytes) -> Unreadable:
    data = text if isinstance(text, bytes) else text.encode("utf-8", errors="surrogatepass")
    with pytest.raises(Unreadable) as refused:
        json_log.read(data, TODAY)
    return refused.value


def test_the_log_as_it_stands_is_read() -> None:
    parsed = json_log.read(LOG.encode(), TODAY)
    assert parsed.notices == ()
    assert [len(recovery.entries) for recovery in parsed.log.recoveries] == [0, 2]


CASES = [
    ('"redness": 2', '"redness": 7', "Redness is graded from 0 to 4, not 7."),
    ('"redness": 2', '"redness": -1', "Redness is graded from 0 to 4, not -1."),
    ('"redness": 2', '"redness": 2.5', "Redness is graded from 0 to 4, not 2.5."),
    ('"redness": 2', '"redness": true', "Redness is graded from 0 to 4, not true."),
    ('"redness": 2', '"redness": "mild"', "Redness is graded from 0 to 4, not “mild”."),
    ('"redness": 2', '"redness": [2]', "Redness is graded from 0 to 4, not …."),
    ('"redness": 2', '"redness": 1e999', "Redness is graded from 0 to 4, not inf."),
    ('"x_1f00c3ab": 1', '"x_1f00c3ab": 5', "Tingling is graded from 0 to 4, not 5."),
    ('"x_1f00c3ab": 1', '"": 1', "“scores” must be a name of 1 to 100 characters."),
    ('"warmth"', '"glowing"', "“glowing” is not a sign this program knows."),
    ('"warmth"', "5", "5 is not a sign this program knows."),
    ('"warmth"', "[]", "… is not a sign this program knows."),
    ('"fever"', '"chills"', "“chills” is not a sign this program knows."),
    ('"warmth"', '"fever"', "“Fever” cannot be both present and absent."),
    ('"moisturised"', "4", "“care” must be text."),
    ('"moisturised"', "{}", "“care” must be text."),
    ('"notes": "tight"', '"notes": ["tight"]', "“notes” must be text."),
    ('"notes": "tight"', '"notes": "a\\ud800b"', "A text holds a broken character."),
    ('"notes": "tight"', '"notes": "a\\u0000b"', "A text holds a broken character."),
    (
        '"notes": "tight"',
        f'"notes": "{"a" * (LONGEST_TEXT + 1)}"',
        "A text has 20001 characters; the longest that can be kept has 20000.",
    ),
    (
        '"notes": "tight"',
        f'"notes": "{"ä" * 5_000_000}"',
        "A text has 5000000 characters; the longest that can be kept has 20000.",
    ),
    ('"date": "2026-03-04"', '"date": "2026-03-03"', "There are two entries for 2026-03-03."),
    ('"date": "2026-03-04"', '"date": "2026-03-12"', "2026-03-12 is in the future."),
    ('"date": "2026-03-04"', '"date": "2026-02-10"', "2026-02-10 is day -20 of the session of"),
    ('"date": "2026-03-04"', '"date": "2026-02-29"', "“2026-02-29” is not a date"),
    ('"date": "2026-03-04"', '"date": "20260304"', "“20260304” is not a date"),
    ('"date": "2026-03-04"', '"date": "2026-W10-3"', "“2026-W10-3” is not a date"),
    ('"date": "2026-03-04"', '"date": "1899-12-31"', "“1899-12-31” is not a date"),
    ('"date": "2026-03-04"', '"date": 20260304', "“20260304” is not a date"),
    ('"date": "2026-02-01"', '"date": "2026-05-11"', "2026-05-11 is more than 60 days ahead."),
    ('"id": "one"', '"id": 1', "“id” must be text."),
    ('"device": "pen"', '"device": "laser"', "“laser” is not a known answer for device."),
    ('"needle_depth_mm": 1.5', '"needle_depth_mm": 9', "Needle depth is a number from 0.1 to 4.0"),
    ('"needle_depth_mm": 1.5', '"needle_depth_mm": true', "“needle_depth_mm” must be a number."),
    (
        '"needle_depth_mm": 1.5',
        f'"needle_depth_mm": 1{"0" * 400}',
        "“needle_depth_mm” is too large a number.",
    ),
    ('"left ear"', "{}", "“areas” must be text."),
    ('"name": "Kim"', '"name": 5', "“name” must be text."),
    ('"skin_type": "dry"', '"skin_type": "crocodile"', "“crocodile” is not a known answer for"),
    ('"sensitive": true', '"sensitive": "yes"', "“sensitive” must be true or false."),
    ('"sensitive": true', '"sensitive": 1', "“sensitive” must be true or false."),
    ('"skin_tone": 3', '"skin_tone": 7', "Skin tone is a number from 1 to 6."),
    ('"skin_tone": 3', '"skin_tone": 2.5', "“skin_tone” must be a whole number."),
    ('"phone": "01234"', '"phone": 1234', "“phone” must be text."),
    ('"label": "Tingling"', '"label": 5', "“label” must be text."),
    ('19:05:00Z"', '19:05:00"', "“2026-03-03T19:05:00” does not say its zone"),
    ('"entered_at": "2026-03-03T19:05:00Z"', '"entered_at": "noon"', "“noon” is not a date with"),
    ('"act": "seen"', '"act": "ignored"', "“ignored” is not a known answer for act."),
    ('"date": "2026-03-05"', '"date": "2026-03-12"', "2026-03-12 is in the future."),
    ('"redness": 2', '"redness": 2, "redness": 3', "“redness” is there twice."),
    ('"redness": 2', '"redness": 2, "redn\\u0065ss": 3', "“redness” is there twice."),
    ('"version": 1', '"version": 1, "format": "x"', "“format” is there twice."),
    ('"redness": 2', '"redness": NaN', "NaN is not a number."),
    ('"needle_depth_mm": 1.5', '"needle_depth_mm": -Infinity', "-Infinity is not a number."),
    ('"redness": 2', f'"redness": {"9" * 5000}', "A number has too many digits."),
    ('"device": "pen"', '"device": pen', "This is not JSON as it should be."),
    ('"device": "pen",', '"device": "pen"', "This is not JSON as it should be."),
    ('"skin_type": "dry"', "'skin_type': 'dry'", "This is not JSON as it should be."),
    ('"rule": "pus",', '"rule": "p\tus",', "This is not JSON as it should be."),
]


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    CASES,
    ids=[f"{n}-{case[2][:40]}" for n, case in enumerate(CASES)],
)
def test_a_slip_is_told_with_its_line(before: str, after: str, sentence: str) -> None:
    assert LOG.count(before) == 1
    refused = refusal(LOG.replace(before, after))
    line = next(n for n, text in enumerate(LOG.splitlines(), 1) if before in text)
    one_line_later = before.endswith(",") and not after.endswith(",")  # seen at the next key
    assert refused.line == line + one_line_later
    assert refused.sentence.startswith(f"line {refused.line}: {sentence}")
    assert refused.sentence.endswith("Nothing was imported.")
    assert "\n" not in refused.sentence


def line_of(words: str) -> int:
    return next(n for n, text in enumerate(LOG.splitlines(), 1) if words in text)


def test_a_missing_date_is_told_with_the_line_of_its_session_or_entry() -> None:
    for instead in ("", '"day": 4', '"date": null'):
        text = LOG.replace('"date": "2026-02-01"', instead)
        before = line_of("2026-02-01") - 1
        assert refusal(text).sentence.startswith(f"line {before}: A session needs a date.")
    text = LOG.replace('          "date": "2026-03-04",\n', "")
    assert refusal(text).sentence.startswith(f"line {line_of('2026-03-04') - 1}: An entry needs")


def test_a_list_where_a_group_belongs_and_the_other_way_round() -> None:
    for key, put, sentence in [
        ("profile", "[]", "“profile” must be a group in { }."),
        ("symptoms", "{}", "“symptoms” must be a list in [ ]."),
        ("care_items", '"x"', "“care_items” must be a list in [ ]."),
        ("sessions", "{}", "“sessions” must be a list in [ ]."),
        ("sessions", "\n[5]", "“sessions” must be a group in { }."),
        ("sessions", '[{"date": "2026-03-02",\n"entries": 5}]', "“entries” must be a list in [ ]."),
    ]:
        text = f'{{"format": "recovery-log", "version": 1,\n"{key}": {put}}}'
        refused = refusal(text)
        assert refused.sentence.startswith(f"line {2 + put.count(chr(10))}: {sentence}")


def test_what_is_there_twice() -> None:
    session = '{"id": "a", "date": "2026-03-02"}'
    same_by_day = '{"date": "2026-03-02", "areas": ["face"]}'
    photo = '{"date": "2026-03-03", "view": "front", "sha256": "00"}'
    for key, item in [("sessions", session), ("sessions", same_by_day)]:
        text = f'{{"format": "recovery-log", "version": 1, "{key}": [\n{item},\n{item}]}}'
        assert refusal(text).sentence.startswith("line 3: This session is there twice.")
    text = LOG.replace('"label": "Tingling"}', '"label": "Tingling"},\n{"code": "x_1f00c3ab"}')
    assert refusal(text).sentence.startswith(f"line {line_of('Tingling') + 1}: “x_1f00c3ab” is")
    text = LOG.replace('"photos": [', f'"photos": [{photo},\n{photo},')
    assert refusal(text).sentence.startswith(f"line {line_of('photos') + 1}: This photo is there")


def test_a_picture_must_be_the_one_it_says_it_is() -> None:
    for data, sentence in [
        ('"AAAA"', "The picture is not the one its sha256 tells."),
        ('"not base64!"', "“data” must be a picture in base64."),
        ("5", "“data” must be a picture in base64."),
        ('"ä"', "“data” must be a picture in base64."),
    ]:
        text = LOG.replace('"view": "front",', f'"view": "front", "data": {data},')
        line = line_of('"view"')
        assert refusal(text).sentence.startswith(f"line {line}: {sentence}")


NO_LOG = [
    (b"", "The file is empty."),
    (b" \n\n", "The file is empty."),
    (b"\xef\xbb\xbf", "The file is empty."),
    (b"[]", "This is not a recovery log."),
    (b"5", "This is not a recovery log."),
    (b"{}", "This is not a recovery log:"),
    (b'{"resourceType": "Bundle"}', "This is not a recovery log:"),
    (b'{"format": "recovery-log"}', "The “version” of this log is not 1."),
    (b'{"format": "recovery-log", "version": true}', "The “version” of this log is not 1."),
    (b'{"format": "recovery-log", "version": "1"}', "The “version” of this log is not 1."),
    (b'{"format": "recovery-log", "version": 0}', "The “version” of this log is not 1."),
    (b'{"sessions": 5, "version": 2, "format": "recovery-log"}', "This log was made by a newer"),
    (b'{"format": "recovery-log", "version": 99}', "This log was made by a newer version"),
    (b"date,redness\n2026-03-02,1\n", "line 1: This is not JSON as it should be."),
    (b"\x00" * 50, "line 1: This is not JSON as it should be."),
    (b"[" * 100_000, "line 1: Too many brackets within brackets."),
    (b'{"format": ' + b'{"a":' * 100_000, "line 1: Too many brackets within brackets."),
    (
        b'{"format": "recovery-log", "version": 1, "x":\n' + b"[" * 100_000 + b"]" * 100_000 + b"}",
        "line 2: Too many brackets within brackets.",
    ),
    (LOG.encode("utf-16"), "line 1: The file is not text in UTF-8."),
    (LOG.replace("Kim", "Zoë").encode("latin-1"), "line 5: The file is not text in UTF-8."),
    (LOG.encode() + b"x", f"line {len(LOG.splitlines()) + 1}: This is not JSON"),
    (LOG.encode() + LOG.encode(), f"line {len(LOG.splitlines()) + 1}: This is not JSON"),
    (b" " * (LARGEST_FILE + 1), "The file is larger than 100 MB"),
]


@pytest.mark.parametrize(
    ("data", "sentence"), NO_LOG, ids=[f"{n}-{case[1][:40]}" for n, case in enumerate(NO_LOG)]
)
def test_what_is_no_log_is_said(data: bytes, sentence: str) -> None:
    refused = refusal(data)
    assert refused.sentence.startswith(sentence)
    assert refused.sentence.endswith("Nothing was imported.")


def test_a_truncated_file_is_refused_wherever_it_ends() -> None:
    whole = LOG.rstrip()
    for length in range(1, len(whole)):
        refused = refusal(whole[:length])
        if length > whole.index("version") + 20:
            assert "The file ends in the middle." in refused.sentence, whole[:length][-20:]


def test_a_file_that_is_not_there_or_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match=r"There is no file .*missing\.json"):
        json_log.read(tmp_path / "missing.json", TODAY)
    with pytest.raises(StorageProblem, match="is a folder"):
        json_log.read(tmp_path, TODAY)
