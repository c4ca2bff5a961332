"""What a warning says it saw is enough: a diary of nothing else raises the same warning.

So a reason, on screen or in the report, leaves nothing out that the rule rests on. Beside the
evidence stand only profile and session, which a reader has before them.
"""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.recovery import Entry, Profile, Recovery
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Rule
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from tests.builders import build

RECOVERIES = 500
# a note's word is not the sign it asks about, shared needles need no entry, care_check rests on
# care that was not ticked, and not_settling on a grade that was lower before
NOT_BY_WHAT_WAS_SEEN = {"note_mentions_sign", "shared_needles", "care_check", "not_settling"}
JUDGED = [rule for rule in RULES if rule.id not in NOT_BY_WHAT_WAS_SEEN]


def made_up(rng: random.Random) -> tuple[Recovery, Profile]:
    """A recovery of a few days in which much is noted, of a patient of any kind."""
    days = sorted(rng.sample(range(-2, 30), rng.randint(1, 6)))
    if rng.random() < 0.7:
        first = rng.choice([0, 0, 2, 6, 9])
        days = [first + step for step in range(rng.randint(1, 5))]
    profile = Profile(
        skin_tone=rng.choice([None, 5]),
        diabetes=rng.choice([None, True]),
        cold_sores=rng.choice([None, True]),
        severe_allergy=rng.choice([None, None, True]),
        keloid=rng.choice([None, True]),
        pregnant_or_breastfeeding=rng.choice([None, True]),
        skin_conditions=rng.choice([(), ("eczema",), ("rosacea",), ("acne",)]),
        skin_type=rng.choice([None, "dry"]),
    )
    recovery = build(
        {day: _noted(rng) for day in days},
        device=rng.choice(["pen", "rf"]),
        needle_depth_mm=rng.choice([0.5, 1.5, 2.5]),
        recent_procedures=rng.choice([(), ("filler",)]),
        numbing_cream=rng.choice(["", "cream"]),
        areas=rng.choice([("face",), ("neck",), ("around_eyes",)]),
    )
    return recovery, profile


def _noted(rng: random.Random) -> dict[str, int | bool]:
    many, signs = rng.choice([0.2, 0.6, 0.9]), rng.choice([0.0, 0.05, 0.2])
    return {
        **{c: rng.choice([0, 0, 1, 1, 2, 2, 3, 4]) for c in SYMPTOM_BY_CODE if rng.random() < many},
        **{c: rng.random() < 0.6 for c in SIGN_BY_CODE if rng.random() < signs},
        **{c: True for c in CARE_BY_CODE if rng.random() < 0.05},
    }


def only_what_was_seen(found: Finding, facts: Facts, recovery: Recovery) -> Recovery:
    """The recovery with nothing noted in it but the evidence of a finding."""
    seen: dict[object, set[str]] = {facts.date: set()}
    for evidence in found.evidence:
        seen.setdefault(evidence.date, set()).add(evidence.field)
    entries = [_reduced(e, seen[e.date]) for e in recovery.entries if e.date in seen]
    return Recovery(recovery.session, tuple(e for e in entries if e.date <= facts.date))


def _reduced(entry: Entry, fields: set[str]) -> Entry:
    return replace(
        entry,
        scores={code: grade for code, grade in entry.scores.items() if code in fields},
        signs=tuple(code for code in entry.signs if code in fields),
        signs_absent=(),
        care=tuple(code for code in entry.care if code in fields),
    )


def asked(rule: Rule, recovery: Recovery, entry: Entry, profile: Profile) -> Finding | None:
    facts = Facts(recovery, entry, profile, (recovery.session,))
    return rule.find(facts) if facts.day >= 0 or rule.on_baseline else None


@pytest.mark.parametrize("rule", JUDGED, ids=lambda rule: rule.code)
def test_what_was_seen_is_enough_and_true(rule: Rule) -> None:
    rng = random.Random(7)  # the same diaries for every rule
    fired: set[object] = set()
    for _number in range(RECOVERIES):
        recovery, profile = made_up(rng)
        for entry in recovery.entries:
            found = asked(rule, recovery, entry, profile)
            if found is None:
                continue
            fired.add(found.row.rank)
            facts = Facts(recovery, entry, profile, (recovery.session,))
            kept = only_what_was_seen(found, facts, recovery)
            again = asked(rule, kept, kept.entry(entry.date) or entry, profile)
            assert again is not None, (found.evidence, facts.day)
            assert again.row.rank >= found.row.rank, (found.evidence, facts.day)
            for seen in found.evidence:
                noted = recovery.entry(seen.date)
                if noted is not None and seen.field in SYMPTOM_BY_CODE:
                    assert noted.scores[seen.field] == seen.value
                elif noted is not None and seen.field in SIGN_BY_CODE:
                    assert seen.field in noted.signs
    assert fired, "no made-up diary raises this rule"
