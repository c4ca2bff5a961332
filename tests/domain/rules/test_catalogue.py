"""The rules as a whole: all of them, each complete, in words a person may be told."""

from __future__ import annotations

import re

import pytest

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.rules import RULES, assess
from recovery_tracker.domain.rules.rule import Row, Rule
from recovery_tracker.domain.signs import SIGN_BY_CODE, SIGNS
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import By, Level
from tests.builders import NO_PROFILE, build, date_of

IDS = {
    "U1": "allergy_emergency",
    "U2": "face_swelling",
    "U3": "fever_with_skin_signs",
    "U4": "spreading_redness",
    "U5": "pus",
    "U6": "blisters",
    "U7": "eye_signs",
    "U8": "severe_flaking_plus",
    "U9": "severe_pain",
    "U10": "skin_damage",
    "U11": "very_unwell",
    "C1": "excessive_flaking",
    "C2": "prolonged_flaking",
    "C3": "severe_redness",
    "C4": "prolonged_redness",
    "C5": "swelling",
    "C6": "pain",
    "C7": "product_reaction",
    "C8": "worse_again",
    "C9": "possible_infection",
    "C10": "crusting",
    "C11": "lumps",
    "C12": "bruising",
    "C13": "bleeding",
    "C14": "dark_patches",
    "C15": "lines_or_scars",
    "C16": "breakout",
    "C17": "condition_flare",
    "C18": "numbness_or_dents",
    "C19": "swollen_glands",
    "C20": "fever_alone",
    "C21": "i_am_worried",
    "C22": "note_mentions_sign",
    "C23": "severe_burning",
    "C24": "not_settling",
    "C25": "one_spot_worse",
    "C26": "shared_needles",
    "C27": "severe_dryness",
    "W1": "slower_than_expected",
    "W2": "care_check",
}
TO_DAY_90 = {"U8", "U9", *(f"C{n}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 12, 23, 24, 27)), "W1", "W2"}
ON_BASELINE = {"U1", "U2", "U7", "C21", "C22"}
ENDLESS = {"C11", "C14", "C15"}
FIELDS = {
    "U4": "spreading_redness",
    "U5": "pus",
    "U6": "blisters cold_sore burning itching",
    "U9": "pain",
    "C1": "flaking",
    "C2": "flaking",
    "C3": "redness",
    "C4": "redness",
    "C5": "swelling",
    "C6": "pain",
    "C7": "itching hives rash_beyond itchy_bumps",
    "C8": "redness swelling pain",
    "C9": "redness swelling pain warmth yellow_crust",
    "C10": "crusting yellow_crust",
    "C11": "lumps",
    "C12": "bruising",
    "C13": "bleeding bleeding_wont_stop",
    "C14": "dark_patches",
    "C15": "lines_or_scars",
    "C16": "breakout white_bumps",
    "C17": "condition_flare itching flaking redness",
    "C18": "numbness dents weakness",
    "C19": "swollen_glands",
    "C20": "fever",
    "C21": "worried",
    "C23": "burning",
    "C24": "redness swelling pain",
    "C25": "one_spot_worse",
    "C27": "dryness",
    "W2": "flaking dryness burning",
}
MOST_WORDS = 22
# never said, or only said by someone who examined the skin (clinical.md 6 and 7)
BANNED = re.compile(
    r"\b(normal|safe|all clear|all good|healing well|no need|you have got|this is an?|diagnos\w*|"
    r"treatable|erythema|o?edema|pih|granuloma\w*|herpes|pro-ctcae|ctcae|failed|you picked|"
    r"accura\w+|certified|approved|steroids?|antibiotics?|antivirals?|antihistamines?|"
    r"wait until|no worries|911|112|999)\b|[!%]",
    re.IGNORECASE,
)
ROWS = [
    pytest.param(rule, row, id=f"{rule.code}-{n}")
    for rule in RULES
    for n, row in enumerate(rule.rows)
]


def test_every_rule_is_there_once() -> None:
    assert sorted((rule.code, rule.id) for rule in RULES) == sorted(IDS.items())


def test_rules_are_asked_on_their_days() -> None:
    assert {rule.code for rule in RULES if rule.last_day == 90} == TO_DAY_90
    assert {rule.code for rule in RULES if rule.last_day == 30} == {"C20"}
    assert {rule.last_day for rule in RULES} == {30, 90, 365}
    assert {rule.first_day for rule in RULES} == {0}
    assert {rule.code for rule in RULES if rule.on_baseline} == ON_BASELINE
    assert {rule.code for rule in RULES if rule.endless} == ENDLESS
    assert {rule.code for rule in RULES if not rule.by_entry} == {"C26"}


def test_what_must_be_rated_or_answered_before_a_rule_ends() -> None:
    named = {rule.code: " ".join(rule.fields) for rule in RULES if rule.fields}
    assert named.pop("W1") == " ".join(USUAL_SYMPTOMS)
    assert {rule.code for rule in RULES if rule.fields_fired} == {"W1"}
    assert {rule.code for rule in RULES if rule.answered} == {"C22"}
    assert named == FIELDS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert rule.title
    assert rule.title == rule.title.strip()
    assert not BANNED.search(rule.title)
    assert rule.find.__doc__
    assert [row.rank for row in rule.rows] == sorted((r.rank for r in rule.rows), reverse=True)
    known = SYMPTOM_BY_CODE.keys() | SIGN_BY_CODE.keys() | CARE_BY_CODE.keys()
    assert known.issuperset(rule.fields)


@pytest.mark.parametrize(("rule", "row"), ROWS)
def test_a_row_is_complete(rule: Rule, row: Row) -> None:
    assert row.text
    assert row.trigger
    assert re.search(r"\bJ\b|S\d+|Document", row.source), "evidence, or judgement said openly"
    assert (row.by is None) == (row.level is Level.WATCH)
    if row.level is Level.URGENT:
        assert row.by in (By.NOW, By.TODAY)


@pytest.mark.parametrize(("rule", "row"), ROWS)
def test_a_text_is_short_and_says_what_to_do(rule: Rule, row: Row) -> None:
    sentences = [part for part in re.split(r"(?<=[.?])\s+", row.text) if part]
    assert len(sentences) <= 2
    assert all(len(sentence.split()) <= MOST_WORDS for sentence in sentences)
    assert row.text.endswith(".")
    assert not BANNED.search(row.text)
    if row.by is By.NOW:
        assert "local emergency number" in row.text
    elif row.level > Level.WATCH:
        assert re.search(r"[Cc]all|[Cc]ontact|Ask|urgent care|medical advice", row.text)


@pytest.mark.parametrize(("rule", "row"), ROWS)
def test_only_now_tells_to_call_the_emergency_number_now(rule: Rule, row: Row) -> None:
    assert ("your local emergency number now" in row.text) == (row.by is By.NOW)


def suitable_day(sign: str) -> int:
    """The first day on which a sign is offered; day 1 where it is ordinary before."""
    ordinary_at_first = {"crusting": 1, "warmth": 2}
    return max(SIGN_BY_CODE[sign].from_day, ordinary_at_first.get(sign, 0))


@pytest.mark.parametrize("sign", [sign.code for sign in SIGNS if sign.code != "vomiting"])
def test_no_chip_is_ever_silent(sign: str) -> None:
    day = suitable_day(sign)
    assert warned_of(sign, build({day: {sign: True}}), day)


def test_vomiting_counts_beside_hives_only() -> None:
    assert not warned_of("vomiting", build({3: {"vomiting": True}}), 3)
    assert warned_of("vomiting", build({3: {"vomiting": True, "hives": True}}), 3)


def warned_of(sign: str, recovery: Recovery, day: int) -> bool:
    """Whether a warning names a sign among what it saw."""
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date_of(day))
    return any(sign in {seen.field for seen in warning.evidence} for warning in warnings)
