"""The list of warnings: every key other programs count on, and words for a terminal."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest

from recovery_tracker.domain.warnings import By, Ended, Evidence, Level, Warning
from recovery_tracker.exchange.warning_list import as_json, as_text

DAY_0 = dt.date(2026, 3, 2)
IF_CLOSED = "If they are closed, call an urgent care line."


def warning(
    rule: str = "prolonged_flaking",
    level: Level = Level.CONTACT,
    by: By | None = By.TWO_DAYS,
    day: int = 9,
    **fields: object,
) -> Warning:
    date = DAY_0 + dt.timedelta(days=day)
    plain = Warning(
        code="C2",
        rule=rule,
        level=level,
        by=by,
        session_id="00000000-0000-4000-8000-000000000001",
        session_date=DAY_0,
        date=date,
        day=day,
        last_date=date,
        active=True,
        message="Your flaking has gone on longer than we expect.",
        reason="Flaking moderate on day 8 and day 9.",
        evidence=(
            Evidence(date, day, "flaking", 2, 1),
            Evidence(date, day, "pus", True),
            Evidence(date, day, "new_product", "balm"),
        ),
        source="Document; S1 A",
        clears_when="Ends after 2 entries without it.",
    )
    return replace(plain, **fields)


NOW = warning("allergy_emergency", Level.URGENT, By.NOW)
URGENT_TODAY = warning("eye", Level.URGENT, By.TODAY)
CONTACT_TODAY = warning("pus", Level.CONTACT, By.TODAY)
WEEK = warning("lasting_redness", Level.CONTACT, By.WEEK)
WATCH = warning("dryness", Level.WATCH, None)
ENDED = warning("old", Level.URGENT, By.TODAY, active=False, ended=Ended.CLEARED)


def test_an_item_has_every_key_other_programs_count_on() -> None:
    (item,) = json.loads(as_json([warning(quiet_until=dt.date(2026, 3, 20))]))
    assert item == {
        "sign": "prolonged_flaking",
        "level": "contact",
        "action": None,
        "by": "two_days",
        "date": "2026-03-11",
        "day": 9,
        "session_date": "2026-03-02",
        "session_id": "00000000-0000-4000-8000-000000000001",
        "active": True,
        "quiet_until": "2026-03-20",
        "message": "Your flaking has gone on longer than we expect.",
        "reason": "Flaking moderate on day 8 and day 9.",
        "evidence": [
            {"date": "2026-03-11", "day": 9, "field": "flaking", "value": 2, "limit": 1},
            {"date": "2026-03-11", "day": 9, "field": "pus", "value": True, "limit": None},
            {
                "date": "2026-03-11",
                "day": 9,
                "field": "new_product",
                "value": "balm",
                "limit": None,
            },
        ],
        "source": "Document; S1 A",
        "clears_when": "Ends after 2 entries without it.",
    }
    assert item["evidence"][1]["value"] is True


@pytest.mark.parametrize(
    ("given", "level", "by", "action"),
    [
        (NOW, "urgent", "now", "emergency_now"),
        (URGENT_TODAY, "urgent", "today", "same_day"),
        (CONTACT_TODAY, "contact", "today", None),
        (WATCH, "watch", None, None),
    ],
)
def test_levels_and_deadlines_go_by_their_codes(
    given: Warning, level: str, by: str | None, action: str | None
) -> None:
    (item,) = json.loads(as_json([given]))
    assert (item["level"], item["by"], item["action"]) == (level, by, action)
    assert item["quiet_until"] is None


def test_active_ones_come_first_then_the_level_then_the_newest() -> None:
    newer_week = replace(WEEK, rule="newer", date=WEEK.date + dt.timedelta(days=1))
    given = [ENDED, WATCH, WEEK, newer_week, CONTACT_TODAY, URGENT_TODAY, NOW]
    assert [item["sign"] for item in json.loads(as_json(given))] == [
        "allergy_emergency",
        "eye",
        "pus",
        "newer",
        "lasting_redness",
        "dryness",
        "old",
    ]


def test_an_empty_list_is_a_list_for_programs_and_a_caution_for_people() -> None:
    assert json.loads(as_json([])) == []
    assert as_text([]) == "No warning from this log. It cannot see your skin.\n"


def test_the_words_say_what_to_do_what_was_seen_and_what_ends_it() -> None:
    assert as_text([warning(quiet_until=dt.date(2026, 3, 20))]) == (
        "Contact your dermatologist in the next day or two\n"
        "  Contact · day 9, 2026-03-11 · session of 2026-03-02 · prolonged_flaking\n"
        "  Your flaking has gone on longer than we expect.\n"
        "  Why: Flaking moderate on day 8 and day 9.\n"
        "  Quiet until 2026-03-20.\n"
        "  Ends after 2 entries without it.\n"
        "  Source: Document; S1 A\n"
    )


def test_an_urgent_care_line_is_named_under_every_today_and_nothing_else() -> None:
    for given in (URGENT_TODAY, CONTACT_TODAY):
        _, following = as_text([given]).split("expect.\n")
        assert following.splitlines()[0].strip() == IF_CLOSED
    for given in (NOW, WEEK, WATCH, warning()):
        assert IF_CLOSED not in as_text([given])


def test_what_has_ended_stands_apart_without_its_heading() -> None:
    text = as_text([ENDED])
    first, _, rest = text.partition("No longer active:")
    assert first == "No warning from this log. It cannot see your skin.\n\n"
    assert ENDED.heading not in rest
    assert ENDED.clears_when not in rest
    assert "old" in rest
    assert as_text([WATCH, ENDED]).index("Keep an eye on it") < as_text([WATCH, ENDED]).index("old")


def test_a_warning_whose_entry_was_changed_says_so() -> None:
    said = "The entry was changed and no longer says so."
    assert said in as_text([replace(ENDED, ended=Ended.CHANGED, clears_when=said)])


def test_what_a_patient_typed_cannot_steer_the_terminal() -> None:
    text = as_text([warning(reason="New product \x1b[2J\x07\u202ebalm\nfake line")])
    assert text.replace("\n", "").isprintable()
    assert "  Why: New product  [2J  balm fake line\n" in text


def test_long_words_are_wrapped_for_a_terminal() -> None:
    text = as_text([warning(reason="word " * 60)])
    assert max(map(len, text.splitlines())) <= 88


def test_a_space_that_keeps_words_together_is_no_end_of_a_line():
    told = warning(
        reason="Rougeur de degré sévère\u202f; " + "la plage habituelle\u202f: aucun " * 9
    )
    lines = as_text([told]).splitlines()
    assert any("\u202f:" in line for line in lines)
    assert not [line for line in lines if line.lstrip().startswith((":", ";"))]
    assert "\x1b" not in as_text([replace(told, reason="\x1b[31mred")])
