"""The box at the top and the list of warnings: level, rule, reason, acts, and what is not known."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.warnings import By, Ended, Evidence, Level
from recovery_tracker.report.advice import Advice, WarningDetail, details
from tests.builders import act, build, daily, date_of, warning
from tests.report.cases import case, content, five_days


def box(entries: Any = None, **fields: Any) -> Advice:
    return content(five_days() if entries is None else entries, **fields).advice


def told(*warnings: Any, **fields: Any) -> tuple[WarningDetail, ...]:
    return details(case(five_days(), warnings=warnings, **fields))


PUS = warning(
    "pus",
    day=3,
    code="U5",
    level=Level.URGENT,
    by=By.TODAY,
    reason="You noted pus on day 3.",
    signs=("pus",),
)
DRY = warning("severe_dryness", day=2, code="C27", level=Level.WATCH, by=None, reason="Dry.")


def test_the_most_pressing_warning_gives_the_box_its_heading_and_level() -> None:
    found = box(warnings=(DRY, PUS))
    assert (found.tone, found.level) == ("urgent", "urgent, today")
    assert found.heading == "Day 3: get help today"
    assert [mention.reason for mention in found.mentions] == ["You noted pus on day 3.", "Dry."]
    assert found.mentions[0].detail == (
        "Rule U5 pus: urgent, today; since day 3, still active, last met on day 3."
    )
    assert found.also == "Also noted:"


@pytest.mark.parametrize(
    ("level", "by", "tone", "words"),
    [
        (Level.URGENT, By.NOW, "now", "urgent, now"),
        (Level.URGENT, By.TODAY, "urgent", "urgent, today"),
        (Level.CONTACT, By.TODAY, "contact", "contact, today"),
        (Level.CONTACT, By.TWO_DAYS, "contact", "contact, within two days"),
        (Level.CONTACT, By.WEEK, "contact", "contact, this week"),
        (Level.CONTACT, By.VISIT, "contact", "contact, at the next visit"),
        (Level.WATCH, None, "watch", "watch"),
    ],
)
def test_every_level_has_its_look_and_words(
    level: Level, by: By | None, tone: str, words: str
) -> None:
    found = box(warnings=(warning(day=4, level=level, by=by),))
    assert (found.tone, found.level) == (tone, words)


def test_no_warning_stands_beside_the_days_it_rests_on() -> None:
    found = box()
    assert found.tone == "none"
    assert found.heading == "No warning from this log. It cannot see your skin."
    assert found.notes[0] == "5 of 5 days logged."


@pytest.mark.parametrize("logged", [0, 1, 2])
def test_under_three_entries_nothing_can_be_said(logged: int) -> None:
    found = box({day: daily() for day in range(logged)})
    assert found.heading == "Not enough entries to say."
    assert not any("No warning" in note for note in found.notes)


def test_an_entry_that_answers_nothing_does_not_count_towards_no_warning() -> None:
    notes = {day: {"notes": "fine"} for day in range(5)}
    assert box(notes).heading == "Not enough entries to say."


def test_entries_before_the_session_do_not_count_towards_no_warning() -> None:
    assert box({day: daily() for day in (-3, -2, -1, 0)}).heading == "Not enough entries to say."


def test_ended_warnings_are_named_where_none_is_active() -> None:
    found = box(warnings=(warning(day=2, ended=Ended.CLEARED),))
    assert found.heading == "No active warning from this log. It cannot see your skin."
    assert "1 earlier warning has ended; it is listed under “Warnings”." in found.notes
    assert not found.mentions


def test_a_negative_is_said_only_where_it_was_answered() -> None:
    found = box(five_days(**dict.fromkeys(DAILY_SIGNS, False) | {"pus": True}))
    (answered,) = (note for note in found.notes if note.startswith("Answered no on day 4"))
    assert "pus" not in answered
    assert "fever" in answered


def test_signs_that_were_not_answered_are_not_negatives() -> None:
    found = box({0: daily(), 1: daily(), 4: {"redness": 1, "fever": False}})
    assert "Answered no on day 4: fever." in found.notes
    (blank,) = (note for note in found.notes if note.startswith("Not answered on day 4"))
    assert "pus" in blank
    assert "fever" not in blank


def test_a_day_without_any_sign_answered_says_so() -> None:
    notes = box({0: daily(), 1: daily(), 2: daily(), 3: {"redness": 1}}).notes
    assert "None of the eight daily signs was answered on day 3." in notes
    assert not any(note.startswith("Answered no") for note in notes)


def test_a_fever_medicine_is_named_beside_the_negatives() -> None:
    days = five_days(pain_or_fever_medicine=True)
    days[3]["pain_or_fever_medicine"] = True
    notes = box(days).notes
    assert "Pain or fever medicine taken on days 3 and 4; it can hide pain and fever." in notes
    assert not any("medicine" in note for note in box().notes)


def test_a_warning_is_told_in_full() -> None:
    (one,) = told(warning(day=4))
    assert one == WarningDetail(
        tone="contact",
        level="Contact, within two days",
        heading="Contact your dermatologist in the next day or two",
        first_day="Day 4",
        first_date="6 March 2026",
        reason="Flaking moderate on day 4; the usual range is none by then.",
        told="Your flaking has gone on longer than we expect.",
        rule="C2 prolonged_flaking",
        source="Document; S1 A",
        done=(),
        state="Since day 4, still present.",
        active=True,
    )


def test_still_present_is_said_only_where_the_newest_entry_met_the_rule() -> None:
    went_on, quiet = told(
        warning(day=1, last_date=date_of(4)), warning("severe_pain", day=1, last_date=date_of(3))
    )
    assert went_on.state == "Since day 1, still present on day 4."
    assert quiet.state == "Since day 1, still active, last met on day 3."


def test_what_the_patient_did_is_told_with_its_time_and_how_urgent_it_felt() -> None:
    at = dt.datetime(2026, 3, 6, 8, 20, tzinfo=dt.UTC)
    recovery = build(
        five_days(),
        acts=[
            act("prolonged_flaking", 4, "contacted", urgency_felt="very", at=at),
            act("prolonged_flaking", 4, None, urgency_felt="a_little"),
            act("pus", 4, "seen"),
        ],
    )
    (one,) = details(case(recovery=recovery, warnings=(warning(day=4),)))
    assert one.done == (
        "The patient contacted the clinic (6 March 2026, 08:20); how urgent it felt: very.",
        "The patient said how urgent it felt: a little.",
    )


def test_an_act_belongs_to_the_episode_it_was_done_in() -> None:
    first = warning(day=1, ended=Ended.SEEN, evidence=(Evidence(date_of(0), 0, "flaking", 2),))
    second = warning(day=4)
    recovery = build(
        five_days(),
        acts=[act("prolonged_flaking", 0, "seen"), act("prolonged_flaking", 4, "contacted")],
    )
    active, ended = details(case(recovery=recovery, warnings=(first, second)))
    assert active.done == ("The patient contacted the clinic (6 March 2026).",)
    assert ended.done == ("The patient was seen (2 March 2026).",)
    assert ended.state == "Ended: the patient was seen."


@pytest.mark.parametrize(
    ("ended", "words"),
    [
        (Ended.CLEARED, "Ended by later entries, last met on day 2."),
        (Ended.SEEN, "Ended: the patient was seen."),
        (Ended.MISTAKE, "Ended: entered by mistake."),
        (Ended.CHANGED, "Ended: the entry was changed and no longer says so."),
        (Ended.OVER, "Ended: too long ago, or a later session took over."),
    ],
)
def test_every_ending_is_told(ended: Ended, words: str) -> None:
    (one,) = told(warning(day=2, ended=ended))
    assert one.state == words


def test_an_ending_by_calm_entries_says_when() -> None:
    (one,) = told(warning(day=1, ended=Ended.CLEARED, ended_on=date_of(4)))
    assert one.state == "Last met on day 1, ended by later entries on day 4."


def test_an_urgent_warning_that_ended_by_itself_is_not_confirmed_seen() -> None:
    (one,) = told(warning("pus", day=0, ended=Ended.CLEARED, asks_if_seen=True))
    assert one.state == "Ended by later entries, last met on day 0; not confirmed seen."


def test_a_sign_that_lapsed_is_said_not_to_be_answered() -> None:
    days = {0: daily(pus=True), 1: {"redness": 1}, 8: {"redness": 0}}
    pus = warning("pus", day=0, signs=("pus",), ended=Ended.CLEARED, lapsed=("pus",))
    (one,) = details(case(days, day=9, warnings=(pus,)))
    assert one.state == "Ended by later entries, last met on day 0; pus not answered since day 0."


def test_rules_that_saw_the_same_tell_it_once() -> None:
    first, second = warning(day=4), warning("slower_than_expected", day=4, code="W1")
    found = box(warnings=(first, second))
    assert [mention.reason for mention in found.mentions] == [first.reason]
    assert "Rule C2 prolonged_flaking" in found.mentions[0].detail
    assert "Rule W1 slower_than_expected" in found.mentions[0].detail
    assert found.also == ""


def test_active_warnings_come_first_then_the_most_pressing() -> None:
    old = warning("pus", day=0, level=Level.URGENT, by=By.NOW, ended=Ended.SEEN)
    assert [one.rule.split()[1] for one in told(old, DRY, warning(day=4))] == [
        "prolonged_flaking",
        "severe_dryness",
        "pus",
    ]
