"""The life of a warning (clinical.md 4.6), told with three small rules of the tests' own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Act, Session
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.warnings import By, Ended, Evidence, Level, Warning
from tests.builders import DAY_0, NO_PROFILE, act, build, daily, date_of, session

NOW = Row(Level.URGENT, By.NOW, "Very bad. Call your local emergency number now.", "", "S1 A")
TODAY = Row(Level.URGENT, By.TODAY, "Bad. Call your dermatologist today.", "", "S1 A")
SOON = Row(Level.CONTACT, By.TWO_DAYS, "Strong. Contact your dermatologist soon.", "", "J")
WEEK = Row(Level.CONTACT, By.WEEK, "Lasting. Contact your dermatologist this week.", "", "J")
WATCH = Row(Level.WATCH, None, "Mild. Log it again on day {n}.", "", "J")

GRADED_ROWS = {1: WATCH, 2: SOON, 3: TODAY, 4: NOW}


def on_flaking(facts: Facts) -> Finding | None:
    grade = facts.rating("flaking") or 0
    if not grade:
        return None
    return Finding(GRADED_ROWS[grade], facts.saw("flaking"), text_day=facts.day + 1)


def on_pus(facts: Facts) -> Finding | None:
    """Contact for pus, urgent when fever goes with it."""
    if not facts.has("pus"):
        return None
    return Finding(TODAY if facts.has("fever") else SOON, facts.saw("pus", "fever"))


def on_rf(facts: Facts) -> Finding | None:
    return Finding(WEEK, facts.saw("numbing_cream")) if facts.session.numbing_cream else None


ROWS = (NOW, TODAY, SOON, WEEK, WATCH)
FLAKING = Rule("F", "flaking", "Flaking", on_flaking, ROWS, fields=("flaking", "redness"))
PUS = Rule("P", "pus", "Pus", on_pus, ROWS, fields=("pus",))
ASKING = replace(PUS, answered=lambda asked, facts: facts.entry.sign(asked.field) is False)
SESSION = Rule("S", "cream", "Cream", on_rf, ROWS, by_entry=False)

Days = Mapping[int, Mapping[str, Any]]


def judge(
    entries: Days,
    today: int,
    rules: Sequence[Rule] = (FLAKING,),
    *,
    acts: Sequence[Act] = (),
    profile: Profile = NO_PROFILE,
    sessions: Sequence[Session] = (),
    **fields: Any,
) -> list[Warning]:
    recovery = build(entries, acts=acts, **fields)
    found = assess(recovery, profile, sessions, date_of(today), rules)
    return sorted(found, key=lambda warning: warning.date)


def judge_one(entries: Days, today: int, rule: Rule = FLAKING, **more: Any) -> Warning:
    (warning,) = judge(entries, today, (rule,), **more)
    return warning


# One item an episode ----------------------------------------------------------------------


def test_nothing_noted_is_silent():
    assert judge({}, 5) == []
    assert judge({3: {}, 4: {"notes": "flaking"}}, 5) == []


def test_an_episode_is_one_item_at_the_highest_rank_it_reached():
    warning = judge_one({4: {"flaking": 1}, 5: {"flaking": 2}, 6: {"flaking": 2}}, 6)
    assert (warning.level, warning.by) == (Level.CONTACT, By.TWO_DAYS)
    assert (warning.date, warning.day) == (date_of(5), 5)
    assert warning.last_date == date_of(6)
    assert [seen.day for seen in warning.evidence] == [4, 5, 6]
    assert warning.message == "Strong. Contact a dermatologist or your family doctor soon."


def test_a_lower_rank_later_adds_evidence_and_changes_neither_level_nor_date():
    warning = judge_one({4: {"flaking": 2}, 5: {"flaking": 1}}, 5)
    assert (warning.level, warning.day, warning.last_date) == (Level.CONTACT, 4, date_of(5))


def test_the_text_is_that_of_the_entry_that_reached_the_rank():
    warning = judge_one({4: {"flaking": 1}, 5: {"flaking": 1}}, 5)
    assert warning.message == "Mild. Log it again on day 5."


def test_the_reason_says_what_was_seen_and_what_is_usual():
    warning = judge_one({8: {"flaking": 2}, 9: {"flaking": 2}}, 9)
    assert warning.reason == (
        "Flaking moderate on day 8 and day 9; the usual range on day 9 is none."
    )


def test_after_an_end_the_rule_begins_another_item():
    items = judge({4: {"flaking": 1}, 5: {"flaking": 0}, 6: {"flaking": 1}}, 6)
    assert [(item.day, item.active) for item in items] == [(4, False), (6, True)]


def test_active_items_come_first_then_the_higher_rank():
    found = assess(
        build({4: daily(flaking=1), 5: daily(), 6: daily(flaking=1, pus=True)}),
        NO_PROFILE,
        (),
        date_of(6),
        (FLAKING, PUS),
    )
    assert [(w.active, w.rule, w.day) for w in found] == [
        (True, "pus", 6),
        (True, "flaking", 6),
        (False, "flaking", 4),
    ]


def test_entries_and_acts_after_the_day_are_not_known_yet():
    entries = {4: {"flaking": 2}, 5: {"flaking": 4}}
    acts = (act("flaking", 5),)
    warning = judge_one(entries, 4, acts=acts)
    assert (warning.level, warning.active) == (Level.CONTACT, True)
    assert judge_one(entries, 5, acts=acts).ended is Ended.SEEN


# What ends an item by itself ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("grade", "calm", "ended_on"), [(1, 1, 5), (2, 1, None), (2, 2, 6), (2, 3, 6)]
)
def test_watch_ends_at_one_calm_entry_and_contact_at_two(
    grade: int, calm: int, ended_on: int | None
):
    entries = {4: {"flaking": grade}} | {5 + n: {"flaking": 0} for n in range(calm)}
    warning = judge_one(entries, 9)
    assert warning.active is (ended_on is None)
    assert warning.ended is (Ended.CLEARED if ended_on else None)
    assert warning.ended_on == (date_of(ended_on) if ended_on else None)


def test_firing_again_starts_the_count_anew():
    entries = {4: 2, 5: 0, 6: 1, 7: 0}
    warning = judge_one({day: {"flaking": grade} for day, grade in entries.items()}, 7)
    assert warning.active
    assert warning.last_date == date_of(6)


def test_missing_days_and_entries_that_answer_nothing_are_not_calm():
    entries = {
        4: {"flaking": 1},
        5: {"notes": "hm"},
        6: {"moisturised": True},
        7: {"worried": True},
    }
    assert judge_one(entries, 20).active


def test_every_graded_field_must_have_been_rated_since():
    entries = {4: {"flaking": 1, "redness": 2}, 5: {"flaking": 0}, 6: {"pus": False}}
    assert judge_one(entries, 6).active
    assert judge_one(entries, 6).fields == ("redness", "flaking")
    assert judge_one({**entries, 6: {"redness": 1}}, 6).ended_on == date_of(6)


def test_a_field_that_was_never_rated_is_not_asked_for():
    warning = judge_one({4: {"flaking": 1}, 5: {"flaking": 0}}, 5)
    assert warning.fields == ("flaking",)
    assert not warning.active


def test_fields_may_be_the_symptoms_that_fired():
    rule = Rule("W", "slow", "", on_flaking, ROWS, fields=(), fields_fired=True)
    entries = {4: {"flaking": 1, "redness": 2}, 5: {"flaking": 0}}
    warning = judge_one(entries, 5, rule)
    assert warning.fields == ("flaking",)
    assert not warning.active


def test_entries_before_the_session_are_not_calm():
    rule = Rule("F", "flaking", "", on_flaking, ROWS, fields=("flaking",), on_baseline=True)
    entries = {-5: {"flaking": 1}, -4: {"flaking": 0}}
    assert judge_one(entries, -1, rule).active
    assert not judge_one(entries | {0: {"flaking": 0}}, 0, rule).active


def test_baseline_entries_are_judged_only_by_rules_that_ask_for_them():
    assert judge({-5: {"flaking": 4}}, 0) == []


def test_a_rule_is_silent_outside_its_days():
    rule = Rule("F", "flaking", "", on_flaking, ROWS, first_day=3, last_day=5)
    assert [w.day for day in (2, 3, 5, 6) for w in judge({day: {"flaking": 1}}, day, (rule,))] == [
        3,
        5,
    ]


def test_a_ticked_sign_must_be_answered_no():
    entries = {4: {"pus": True}, 8: {"redness": 0}, 9: {"redness": 0}}
    assert judge_one(entries, 9, PUS).active
    answered = judge_one(entries | {10: {"pus": False}}, 10, PUS)
    assert answered.ended_on == date_of(10)
    assert answered.lapsed == ()


def test_an_open_sign_keeps_the_rule_firing():
    warning = judge_one({4: {"pus": True}, 5: daily(pus=None), 6: {"redness": 0}}, 6, PUS)
    assert warning.last_date == date_of(6)


@pytest.mark.parametrize(
    ("entries", "lapses"),
    [
        ({9: "", 10: ""}, False),  # six days
        ({9: "", 11: ""}, True),
        ({11: ""}, False),  # one entry only
        ({11: "", 18: ""}, True),
    ],
)
def test_a_sign_lapses_after_seven_days_and_two_entries(entries: dict[int, str], lapses: bool):
    days = {4: {"pus": True}} | {day: {"redness": 0} for day in entries}
    warning = judge_one(days, 20, PUS)
    assert (warning.ended is Ended.CLEARED) is lapses
    assert warning.lapsed == (("pus",) if lapses else ())


def test_a_sign_ticked_again_at_a_lower_entry_waits_for_its_own_no():
    # fever belongs to the episode; it is ticked again without pus
    entries = {
        4: {"pus": True, "fever": True},
        5: {"pus": False, "fever": False},
        6: {"pus": False, "fever": True},
        7: {"pus": False},
    }
    assert judge_one(entries, 7, PUS).active


def urgent_then(*days: int, **last: Any) -> dict[int, dict[str, Any]]:
    calm = {day: {"redness": 0, "pus": False, "fever": False} for day in days}
    return {4: {"pus": True, "fever": True}} | calm | ({days[-1]: last} if last else {})


@pytest.mark.parametrize(
    ("entries", "ended_on"),
    [
        (urgent_then(5, 6, 7), None),  # not 7 days yet
        (urgent_then(5, 6, 7, 11), 11),
        (urgent_then(5, 11), None),  # two calm entries only
        (urgent_then(5, 6, 10), None),
        (urgent_then(5, 6, 7, 11, redness=0, pus=False), None),  # fever not answered there
        (urgent_then(8, 9, 10, 30, redness=0), None),  # a blank never lapses here
    ],
)
def test_urgent_ends_at_three_calm_entries_seven_days_and_every_sign_answered(
    entries: dict[int, dict[str, Any]], ended_on: int | None
):
    warning = judge_one(entries, 40, PUS)
    assert warning.level is Level.URGENT
    assert warning.ended_on == (date_of(ended_on) if ended_on else None)
    assert warning.asks_if_seen is bool(ended_on)


@pytest.mark.parametrize("answer", ["seen", "mistake"])
def test_the_question_were_you_seen_goes_with_its_answer(answer: str):
    entries = urgent_then(5, 6, 7, 11)
    answered = judge_one(entries, 40, PUS, acts=(act("pus", 13, answer),))
    assert (answered.ended, answered.asks_if_seen) == (Ended.CLEARED, False)
    only_called = judge_one(entries, 40, PUS, acts=(act("pus", 13, "contacted"),))
    assert only_called.asks_if_seen


def test_a_rule_that_asks_ends_when_all_it_asked_is_answered():
    def find(facts: Facts) -> Finding | None:
        asked = [sign for sign in ("fever", "lumps") if sign in facts.entry.notes]
        seen = tuple(Evidence(facts.date, facts.day, sign, sign) for sign in asked)
        return Finding(SOON, seen) if seen else None

    rule = Rule(
        "N",
        "note",
        "",
        find,
        ROWS,
        answered=lambda asked, facts: facts.entry.sign(asked.field) is not None,
    )
    entries = {
        4: {"notes": "fever, lumps"},
        5: {"fever": False, "redness": 0},
        6: {"redness": 0},
    }
    open_item = judge_one(entries, 6, rule)
    assert open_item.active
    assert open_item.signs == ("fever", "lumps")
    assert judge_one(entries | {7: {"lumps": True}}, 7, rule).ended_on == date_of(7)


# Acts -----------------------------------------------------------------------------------


@pytest.mark.parametrize("grade", [1, 2, 3, 4])
@pytest.mark.parametrize(("what", "ended"), [("seen", Ended.SEEN), ("mistake", Ended.MISTAKE)])
def test_seen_and_mistake_end_an_item_of_any_level(grade: int, what: str, ended: Ended):
    warning = judge_one({4: {"flaking": grade}}, 5, acts=(act("flaking", 5, what),))
    assert (warning.active, warning.ended, warning.ended_on) == (False, ended, date_of(5))
    assert not warning.asks_if_seen


def test_an_act_covers_the_entry_of_its_own_day_and_no_later_one():
    entries = {4: {"flaking": 1}, 5: {"flaking": 2}}
    covered = judge_one(entries, 5, acts=(act("flaking", 5, "mistake"),))
    assert not covered.active
    again = judge(entries, 5, acts=(act("flaking", 4, "mistake"),))
    assert [(item.day, item.active) for item in again] == [(4, False), (5, True)]


def test_an_act_on_another_rule_does_nothing():
    assert judge_one({4: {"flaking": 1}}, 5, acts=(act("pus", 5),)).active


@pytest.mark.parametrize(("day", "quiet"), [(5, True), (7, True), (8, False)])
def test_after_seen_the_rule_is_quiet_for_three_days(day: int, quiet: bool):
    entries = {4: {"flaking": 2}, day: {"flaking": 2}}
    items = judge(entries, day, acts=(act("flaking", 4),))
    assert [item.active for item in items] == ([False] if quiet else [False, True])


@pytest.mark.parametrize(
    ("first", "then", "opens"),
    [
        ({"flaking": 2, "redness": 1}, {"flaking": 2, "redness": 1}, False),
        ({"flaking": 2, "redness": 1}, {"flaking": 1, "redness": 0}, False),
        ({"flaking": 2, "redness": 1}, {"flaking": 3, "redness": 1}, True),  # higher rank
        ({"flaking": 2, "redness": 1}, {"flaking": 2, "redness": 2}, True),  # higher rating
        ({"flaking": 2}, {"flaking": 2, "redness": 1}, True),  # not known to be so before
        ({"flaking": 2, "pain": 1}, {"flaking": 2, "pain": 4}, False),  # not the rule's matter
    ],
)
def test_quiet_after_seen_ends_with_more(first: dict[str, int], then: dict[str, int], opens: bool):
    items = judge({4: first, 6: then}, 6, acts=(act("flaking", 4),))
    assert [item.active for item in items] == ([False, True] if opens else [False])


def test_quiet_after_seen_ends_with_a_new_sign():
    rule = Rule("P", "pus", "", on_pus, (TODAY, SOON), fields=("pus", "fever"))
    items = judge(
        {4: {"pus": True}, 5: {"pus": True, "fever": True}}, 5, (rule,), acts=(act("pus", 4),)
    )
    assert [(item.level, item.active) for item in items] == [
        (Level.CONTACT, False),
        (Level.URGENT, True),
    ]


def test_a_sign_entered_by_mistake_does_not_stay_open():
    entries = {4: {"pus": True}, 5: {"redness": 0}}
    assert [w.day for w in judge(entries, 5, (PUS,), acts=(act("pus", 4, "mistake"),))] == [4]
    ticked = {4: {"pus": True}, 5: {"pus": True}}
    again = judge(ticked, 5, (PUS,), acts=(act("pus", 4, "mistake"),))
    assert [(w.day, w.active) for w in again] == [(4, False), (5, True)]


@pytest.mark.parametrize(("grade", "days"), [(1, 2), (2, 2), (3, 1), (4, 1)])
def test_contacted_folds_an_active_item_for_one_or_two_days(grade: int, days: int):
    acts = (act("flaking", 4, "contacted"),)
    for today in range(4, 8):
        warning = judge_one({4: {"flaking": grade}}, today, acts=acts)
        assert warning.active
        assert (warning.contacted is not None) is (today - 4 <= days)


def test_contacted_says_the_moment_where_it_is_known():
    at = dt.datetime(2026, 3, 6, 8, 20, tzinfo=dt.UTC)
    known = judge_one({4: {"flaking": 2}}, 4, acts=(act("flaking", 4, "contacted", at=at),))
    assert known.contacted == at
    unknown = judge_one({4: {"flaking": 2}}, 4, acts=(act("flaking", 4, "contacted"),))
    assert unknown.contacted == date_of(4)


@pytest.mark.parametrize(("grade", "folded"), [(1, True), (2, True), (3, False), (4, False)])
def test_contacted_opens_again_when_it_gets_worse(grade: int, folded: bool):
    acts = (act("flaking", 4, "contacted"),)
    warning = judge_one({4: {"flaking": 2}, 5: {"flaking": grade}}, 5, acts=acts)
    assert (warning.contacted is not None) is folded


@pytest.mark.parametrize(("today", "until"), [(5, 8), (8, 8), (9, None)])
def test_quieted_folds_for_three_days(today: int, until: int | None):
    warning = judge_one({4: {"flaking": 2}}, today, acts=(act("flaking", 5, "quieted"),))
    assert warning.active
    assert warning.quiet_until == (date_of(until) if until else None)


def test_quieted_holds_at_that_rank_only():
    acts = (act("flaking", 4, "quieted"),)
    same = judge_one({4: {"flaking": 1}, 5: {"flaking": 1}}, 5, acts=acts)
    assert same.quiet_until == date_of(7)
    higher = judge_one({4: {"flaking": 1}, 5: {"flaking": 2}}, 5, acts=acts)
    assert higher.quiet_until is None


def test_an_urgent_item_cannot_be_quieted():
    acts = (act("flaking", 4, "quieted"),)
    assert judge_one({4: {"flaking": 3}}, 4, acts=acts).quiet_until is None
    assert judge_one({4: {"flaking": 2}, 5: {"flaking": 3}}, 5, acts=acts).quiet_until is None


def test_saying_only_how_urgent_it_felt_folds_nothing():
    felt = act("flaking", 4, None, urgency_felt="very")
    warning = judge_one({4: {"flaking": 2}}, 4, acts=(felt,))
    assert (warning.quiet_until, warning.contacted) == (None, None)


def test_acts_of_one_day_count_in_the_order_of_their_moments():
    early = act("flaking", 4, "contacted", at=dt.datetime(2026, 3, 6, 8, tzinfo=dt.UTC))
    late = act("flaking", 4, "contacted", at=dt.datetime(2026, 3, 6, 18, tzinfo=dt.UTC))
    undated = act("flaking", 4, "contacted")
    for acts in permutations((early, late, undated)):
        assert judge_one({4: {"flaking": 2}}, 4, acts=acts).contacted == late.at


def test_how_urgent_it_felt_is_kept_with_the_item():
    felt = act("flaking", 4, None, urgency_felt="very")
    warning = judge_one({4: {"flaking": 2}}, 4, acts=(felt,))
    assert warning.urgency_felt == "very"
    assert warning.contacted is None


# Stories that are over ----------------------------------------------------------------------


@pytest.mark.parametrize(("today", "active"), [(94, True), (95, False)])
def test_a_story_is_over_more_than_90_days_after_its_date(today: int, active: bool):
    for grade in (1, 3):
        warning = judge_one({4: {"flaking": grade}}, today)
        assert warning.active is active
        assert warning.ended is (None if active else Ended.OVER)
    endless = Rule("L", "lumps", "", on_flaking, ROWS, endless=True)
    assert judge_one({4: {"flaking": 1}}, today, endless).active


def test_what_is_noted_after_the_story_was_over_is_a_new_item():
    entries = {4: {"flaking": 2}, 100: {"flaking": 1}}
    items = judge(entries, 100)
    assert [(item.day, item.active) for item in items] == [(4, False), (100, True)]


def later(days: int, *areas: str) -> Session:
    return session(id="later", date=DAY_0 + dt.timedelta(days=days), areas=areas)


@pytest.mark.parametrize(
    ("other", "active"),
    [
        (later(20, "cheeks"), False),
        (later(20, "neck"), True),
        (later(-20, "face"), True),  # an earlier one
        (later(31, "face"), True),  # planned, not held yet
    ],
)
def test_a_later_related_session_takes_the_story_over(other: Session, active: bool):
    warning = judge_one({4: {"flaking": 2}}, 30, sessions=(other,))
    assert warning.active is active
    assert warning.ended_on == (None if active else other.date)


def test_an_endless_rule_outlives_a_later_session():
    endless = Rule("L", "lumps", "", on_flaking, ROWS, endless=True)
    assert judge_one({4: {"flaking": 2}}, 30, endless, sessions=(later(20),)).active


@pytest.mark.parametrize(("day", "active"), [(12, False), (13, True), (19, True), (22, True)])
def test_an_urgent_item_of_the_week_before_outlives_a_later_session(day: int, active: bool):
    warning = judge_one({day: {"flaking": 3}}, 30, sessions=(later(20),))
    assert warning.active is active


def test_an_urgent_sign_after_the_later_session_is_never_lost_in_an_old_item():
    entries = {4: {"flaking": 3}, 22: {"flaking": 3}}
    items = judge(entries, 22, sessions=(later(20),))
    assert [(item.day, item.active) for item in items] == [(4, False), (22, True)]


def test_a_contact_noted_after_the_later_session_is_kept_as_history():
    items = judge({22: {"flaking": 2}, 23: {"flaking": 2}}, 30, sessions=(later(20),))
    assert [(item.day, item.ended) for item in items] == [(22, Ended.OVER)]


# The session itself -----------------------------------------------------------------------


def test_a_rule_on_the_session_needs_no_entry_and_ends_only_by_an_act():
    told = judge_one({}, 0, SESSION, numbing_cream="lidocaine")
    assert (told.day, told.active) == (0, True)
    assert told.reason == "Your answers say: numbing cream."
    calm = {day: daily() for day in range(10)}
    assert judge_one(calm, 9, SESSION, numbing_cream="lidocaine").active
    acts = (act("cream", 9),)
    assert not judge_one(calm, 9, SESSION, acts=acts, numbing_cream="lidocaine").active
    assert judge({-3: daily()}, -1, (SESSION,), numbing_cream="lidocaine") == []


# Words ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birthday", "day", "grown_up"),
    [(dt.date(2008, 3, 6), 4, True), (dt.date(2008, 3, 7), 4, False), (None, 4, True)],
)
def test_under_18_every_contact_is_for_today(birthday: dt.date | None, day: int, grown_up: bool):
    profile = Profile(birth_date=birthday, dermatologist=Dermatologist(name="Dr Okafor"))
    warning = judge_one({day: {"flaking": 2}}, day, profile=profile)
    if grown_up:
        assert warning.by is By.TWO_DAYS
        return
    assert (warning.level, warning.by) == (Level.CONTACT, By.TODAY)
    assert warning.heading == "Call your dermatologist today"
    assert warning.message == (
        "Strong. This guide is for adults, so call your dermatologist today."
    )


def test_under_18_watch_and_urgent_stay_as_they_are():
    profile = Profile(birth_date=dt.date(2012, 1, 1), dermatologist=Dermatologist(name="Dr O"))
    assert judge_one({4: {"flaking": 1}}, 4, profile=profile).level is Level.WATCH
    urgent = judge_one({4: {"flaking": 3}}, 4, profile=profile)
    assert urgent.message == "Bad. Call your dermatologist today."


def test_without_a_dermatologist_the_words_name_another_doctor():
    warning = judge_one({4: {"flaking": 2}}, 4)
    assert warning.heading == (
        "Contact a dermatologist or your family doctor in the next day or two"
    )
    known = Profile(dermatologist=Dermatologist(phone="020 7946 0018"))
    warning = judge_one({4: {"flaking": 2}}, 4, profile=known)
    assert warning.heading == "Contact your dermatologist in the next day or two"
    assert warning.message == "Strong. Contact your dermatologist soon."


KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor"))


@pytest.mark.parametrize(
    ("grade", "today", "message"),
    [
        (3, 6, "Bad. Call your dermatologist today."),
        (
            3,
            7,
            "You noted severe flaking on 6 March. "
            "If it is still there, call your dermatologist today.",
        ),
        (
            4,
            7,
            "You noted very severe flaking on 6 March. "
            "If it is still there, call your local emergency number now.",
        ),
        (2, 20, "Strong. Contact your dermatologist soon."),
    ],
)
def test_an_urgent_item_of_more_than_two_days_ago_asks_whether_it_is_still_there(
    grade: int, today: int, message: str
):
    assert judge_one({4: {"flaking": grade}}, today, profile=KNOWN).message == message


def test_an_allergy_emergency_asks_from_the_next_day_on():
    rule = Rule("U1", "allergy_emergency", "", on_flaking, ROWS)
    first = judge_one({4: {"flaking": 4}}, 4, rule)
    assert first.message == "Very bad. Call your local emergency number now."
    assert judge_one({4: {"flaking": 4}}, 5, rule).message == (
        "You noted very severe flaking on 6 March. If it is still there, call your local "
        "emergency number now. Still there now?"
    )


def test_an_urgent_item_noted_again_today_says_its_own_words():
    entries = {4: {"flaking": 3}, 8: {"flaking": 3}}
    warning = judge_one(entries, 8, profile=KNOWN)
    assert (warning.day, warning.message) == (4, "Bad. Call your dermatologist today.")


def test_history_keeps_the_words_it_was_told_in():
    entries = urgent_then(5, 6, 7, 11)
    warning = judge_one(entries, 40, PUS, profile=KNOWN)
    assert warning.message == "Bad. Call your dermatologist today."


@pytest.mark.parametrize(
    ("entries", "rule", "words"),
    [
        (
            {4: {"flaking": 1}},
            FLAKING,
            "Ends after an entry that no longer shows it, with flaking rated; "
            "or when you say that you have been seen.",
        ),
        (
            {4: {"pus": True, "redness": 2}},
            PUS,
            "Ends after 2 entries that no longer show it, with “no” to pus; "
            "or when you say that you have been seen.",
        ),
        (
            {4: {"pus": True, "fever": True}},
            PUS,
            "Ends after 3 entries that no longer show it, the last one 7 days or more after it was "
            "last noted, with “no” to pus and fever; or when you say that you have been seen.",
        ),
        ({0: {"pain": 0}}, SESSION, "Ends when you say that you have been seen."),
        ({4: {"pus": True}}, ASKING, "Ends when the question on the Today page is answered."),
    ],
)
def test_what_would_end_it_is_said(entries: Days, rule: Rule, words: str):
    warning = judge_one(entries, 4, rule, numbing_cream="lidocaine")
    assert warning.clears_when == words
