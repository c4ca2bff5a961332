"""What a second reader of the guidance found wanting, and the life of warnings as they read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Act, Session
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.rules.lexicon import mentions
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.warnings import By, Ended, Level, Warning
from tests.builders import DAY_0, act, build, daily, date_of

Days = Mapping[int, Mapping[str, Any]]
KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor"))


def items(
    code: str,
    days: Days,
    today: int,
    profile: Profile = KNOWN,
    sessions: Sequence[Session] = (),
    acts: Sequence[Act] = (),
    **treated: Any,
) -> list[Warning]:
    """The items of one rule as of a day, newest first."""
    recovery = build(days, acts=acts, **treated)
    found = assess(recovery, profile, (recovery.session, *sessions), date_of(today))
    return sorted((w for w in found if w.code == code), key=lambda w: w.date, reverse=True)


def item(code: str, days: Days, today: int, *more: Any, **said: Any) -> Warning:
    (warning,) = items(code, days, today, *more, **said)
    return warning


# What was mended --------------------------------------------------------------------------


@pytest.mark.parametrize("private", [False, True])
def test_an_old_word_of_a_note_is_not_told_as_a_sign_that_was_noted(private: bool):
    field = "private_notes" if private else "notes"
    warning = item("C22", {3: {field: "my throat is closing"}}, 9)
    assert (warning.level, warning.by, warning.active) == (Level.URGENT, By.NOW, True)
    assert warning.message == (
        "You wrote about something that can be serious. If it is happening, call your local "
        "emergency number now; if not, answer below."
    )
    said = " ".join((warning.message, warning.reason, warning.clears_when, warning.heading))
    assert ("throat" in said) is not private


@pytest.mark.parametrize(
    "note",
    [
        "hives on my neck, nothing else",
        "hives. No better",
        "Hives; nothing new",
        "hives, no idea",
        "hives. Nothing helps!",
    ],
)
def test_an_answer_about_something_else_does_not_deny_a_word(note: str):
    assert [mention.word for mention in mentions(note, ENGLISH)] == ["hives"]


@pytest.mark.parametrize("note", ["hives: none", "Hives? No.", "hives, nothing today"])
def test_a_plain_no_in_the_next_clause_denies_a_word(note: str):
    assert mentions(note, ENGLISH) == ()


def test_a_rise_from_none_says_so():
    warning = item("C8", {4: {"pain": 0}, 6: {"pain": 2}}, 6)
    assert warning.reason == (
        "Pain none on day 4 and moderate on day 6; the usual range on day 6 is none."
    )


def test_the_reason_of_a_long_episode_stays_short():
    rated: dict[str, Any] = {"redness": 1, "flaking": 1, "dryness": 1, "itching": 1, "burning": 1}
    warning = item("W1", dict.fromkeys(range(8, 20), rated), 19)
    assert warning.reason == (
        "You noted mild redness, mild flaking, mild dryness, mild burning and mild itching "
        "between day 8 and day 19."
    )


def test_a_flare_that_is_not_ticked_says_of_which_condition():
    rosacea = Profile(skin_conditions=("rosacea",))
    warning = item("U6", {9: {"redness": 2, "pain": 2}}, 9, rosacea)
    assert warning.reason == (
        "You noted moderate redness (usual range: none) and moderate pain (usual range: none) on "
        "day 9; your answers also say: rosacea."
    )


# Texts ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "days", "treated", "end"),
    [
        ("C3", {1: {"redness": 3}}, {}, "still this strong on day 2."),
        ("C3", {2: {"redness": 3}}, {"device": "rf"}, "still this strong on day 3."),
        ("C5", {0: {"swelling": 2}}, {}, "still like this on day 3."),
        ("C5", {1: {"swelling": 3}}, {"needle_depth_mm": 2.5}, "still like this on day 4."),
        ("C5", {4: {"swelling": 1}}, {}, "still there on day 6."),
        ("C6", {3: {"pain": 2}}, {}, "if it is not easing by day 5."),
    ],
)
def test_the_day_that_a_text_names(code: str, days: Days, treated: dict[str, Any], end: str):
    assert item(code, days, max(days), **treated).message.endswith(end)


def test_under_18_is_counted_on_the_date_of_the_entry():
    minor = Profile(birth_date=date_of(9).replace(year=2008), dermatologist=KNOWN.dermatologist)
    young = item("C10", {8: {"yellow_crust": True}}, 8, minor)
    assert (young.by, young.message) == (
        By.TODAY,
        "Yellow, wet or lasting crusts should be checked. "
        "This guide is for adults, so call your dermatologist today.",
    )
    assert item("C10", {9: {"yellow_crust": True}}, 9, minor).by is By.TWO_DAYS


def test_an_urgent_item_keeps_its_level_and_asks_after_two_days():
    days = {3: {"pus": True, "fever": True}}
    assert item("U5", days, 5).message.startswith("You noted pus, and with your other answers")
    asked = item("U5", days, 6)
    assert (asked.level, asked.by) == (Level.URGENT, By.TODAY)
    assert asked.message == (
        "You noted pus and fever on 5 March. If it is still there, call your dermatologist today."
    )


# The life of a warning ----------------------------------------------------------------------


def test_carried_ratings_raise_and_never_clear():
    raised = item("C24", {3: {"swelling": 1, "pain": 2}, 4: {"swelling": 1}}, 4)
    assert (raised.level, raised.by) == (Level.CONTACT, By.TODAY)
    # a day that does not rate pain is no calm day for an item about pain
    days = {3: {"pain": 3}, 4: {"redness": 0}, 5: {"redness": 0}, 6: {"redness": 0}}
    assert item("C6", days, 6).active
    assert not item("C6", {**days, 7: {"pain": 0}, 8: {"pain": 0}}, 8).active


@pytest.mark.parametrize(("last", "ended"), [(11, None), (12, Ended.CLEARED)])
def test_a_sign_never_answered_lapses_after_seven_days_and_two_entries(
    last: int, ended: Ended | None
):
    days = {5: {"rash_beyond": True}, 6: {"redness": 0}, last: {"redness": 0}}
    warning = item("C7", days, last)
    assert warning.ended is ended
    assert warning.lapsed == (("rash_beyond",) if ended else ())


def test_an_urgent_item_waits_for_every_sign_and_leaves_a_question():
    sick = {3: daily(pus=True, fever=True)}
    well = {day: daily() for day in (7, 8, 10)}
    calm = item("U3", sick | well, 10)
    assert (calm.ended, calm.ended_on, calm.asks_if_seen) == (Ended.CLEARED, date_of(10), True)
    assert item("U3", sick | well | {10: daily(fever=None)}, 10).active
    assert item("U3", sick | {7: daily(), 10: daily()}, 10).active
    assert item("U3", sick | {4: daily(), 5: daily(), 9: daily()}, 9).active


def test_reused_needles_end_by_no_entry_only_by_an_act():
    shared = {"reused_or_shared_needles": True}
    calm = {day: daily() for day in range(30)}
    warning = item("C26", calm, 29, **shared)
    assert (warning.level, warning.by, warning.day) == (Level.CONTACT, By.VISIT, 0)
    assert warning.active
    seen = item("C26", calm, 29, acts=(act("shared_needles", 20),), **shared)
    assert (seen.ended, seen.ended_on) == (Ended.SEEN, date_of(20))


def test_a_later_session_ends_a_story_but_not_lumps_nor_last_weeks_urgent():
    later = Session(id="later", date=DAY_0 + dt.timedelta(days=20), areas=("cheeks",))
    days = {12: {"pus": True, "fever": True}, 14: {"pus": True, "fever": True, "lumps": True}}
    assert not item("U5", {12: days[12]}, 21, sessions=(later,)).active
    assert item("U5", {14: days[14]}, 21, sessions=(later,)).active
    assert item("C11", {14: {"lumps": True}}, 300, sessions=(later,)).active
    assert not item("C1", {14: {"flaking": 3}}, 20, sessions=(later,)).active


def test_seen_is_quiet_for_three_days_but_for_more():
    days = {4: {"pus": True, "pain": 1}, 6: {"pus": True, "pain": 1}}
    seen = (act("pus", 4),)
    assert not item("U5", days, 6, acts=seen).active
    worse = items("U5", {**days, 7: {"pus": True, "pain": 3}}, 7, acts=seen)
    assert [(w.level, w.active) for w in worse] == [(Level.URGENT, True), (Level.CONTACT, False)]
    again = items("U5", {**days, 8: {"pus": True, "pain": 1}}, 8, acts=seen)
    assert [(w.day, w.active) for w in again] == [(8, True), (4, False)]
