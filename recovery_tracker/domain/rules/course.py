"""Rules on how the recovery goes over several entries: C8, C24 and W1."""

from __future__ import annotations

from recovery_tracker.domain.rules.definitions import COMPANIONS
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

SETTLING_DAY = 3  # from here going up, or not going down, means something
LOOK_BACK = 4  # days
LOWEST_FROM_DAY = 1  # the day of treatment is no low to come back from
RISE = 2
TWO = 2

_C8_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Your skin was settling and is now worse again. "
        "Call your dermatologist today so they can check it."
    ),
    N_(
        "From day 3, redness, swelling or pain 2 or more, above its range, and 2 or more over its "
        "lowest rating of the 4 days before (from day 1); and it is 3 or more, or was 2 or more "
        "at the entry before, or comes with skin hot to touch, fever, pus or another of the three "
        "above its range"
    ),
    "S31, S32 B; S28 A",
)
_C8_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "One sign has gone up again after settling. "
        "Log it again tomorrow, and call your dermatologist if it stays up."
    ),
    N_(
        "From day 3, redness, swelling or pain 2 or more, above its range, and 2 or more over its "
        "lowest rating of the 4 days before (from day 1)"
    ),
    "S31, S32 B; S28 A",
)


def worse_again(facts: Facts) -> Finding | None:
    """Fire when redness, swelling or pain goes up again after it had settled.

    Alerts with worsening are more often urgent: S31, S32 B; signs beside it: S28 A.
    """
    if facts.day < SETTLING_DAY:
        return None
    watch: tuple[Evidence, ...] = ()
    for symptom in COMPANIONS:
        before = _lowest_before(facts, symptom)
        if before is None:
            continue
        lowest, latest = before
        risen = (*lowest.saw_rating(symptom), *facts.saw(symptom))
        beside = _beside_the_rise(facts, symptom)
        lasting = latest.at_least(symptom, Severity.MODERATE)
        if facts.at_least(symptom, Severity.SEVERE) or lasting or beside:
            seen = (*risen, *(latest.saw(symptom) if lasting else ()), *beside)
            return Finding(_C8_TODAY, seen)
        watch = watch or risen
    return Finding(_C8_WATCH, watch) if watch else None


def _lowest_before(facts: Facts, symptom: str) -> tuple[Facts, Facts] | None:
    """The entry with the lowest rating of the days before and the latest one, if it has risen."""
    rating = facts.rating(symptom)
    if rating is None or rating < Severity.MODERATE or not facts.above(symptom):
        return None
    rated = [
        (grade, earlier)
        for earlier in facts.earlier(LOOK_BACK, first_day=LOWEST_FROM_DAY)
        if (grade := earlier.rating(symptom)) is not None
    ]
    if not rated:
        return None
    low, lowest = min(rated, key=lambda pair: pair[0])
    return (lowest, rated[-1][1]) if rating - low >= RISE else None


def _beside_the_rise(facts: Facts, symptom: str) -> tuple[Evidence, ...]:
    signs = [sign for sign in ("warmth", "fever", "pus") if facts.has(sign)]
    others = [other for other in facts.companions if other != symptom]
    return facts.saw(*signs, *others)


_C24_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Redness, swelling and pain are all more than we expect, and not easing. "
        "Call your dermatologist today."
    ),
    N_(
        "From day 3, redness, swelling and pain all above their range, one of them not lower than "
        "at an entry of the 4 days before, and skin hot to touch or one of them higher than then"
    ),
    "S27, S32 B; S28 A; J",
)
_C24_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "More than one sign is above the usual range and not easing. Call your dermatologist today."
    ),
    N_(
        "From day 3, two of redness, swelling and pain above their range, one of them not lower "
        "than at an entry of the 4 days before; and one of them 2 or more, or two of them already "
        "above at an entry of the 4 days before"
    ),
    "S27, S32 B; S28 A; J",
)
_C24_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Two signs are above the usual range. "
        "Log them again tomorrow, and call your dermatologist if both are still there."
    ),
    N_(
        "From day 3, two of redness, swelling and pain above their range, one of them not lower "
        "than at an entry of the 4 days before"
    ),
    "S27, S32 B; S28 A; J",
)


def not_settling(facts: Facts) -> Finding | None:
    """Fire when two or three of redness, swelling and pain stay above the range.

    A sum of graded signs works (S27 B), worsening counts more than level (S32 B); infection
    advice: S28 A; the combination is judgement.
    """
    companions = facts.companions
    if facts.day < SETTLING_DAY or len(companions) < TWO:
        return None
    before = facts.earlier(LOOK_BACK)
    persists = _not_lower(facts, companions, before)
    if not persists:
        return None
    seen = facts.saw(*companions)
    if len(companions) == len(COMPANIONS):
        worse = facts.saw("warmth") if facts.has("warmth") else ()
        worse += _higher(facts, companions, before)
        if worse:
            return Finding(_C24_URGENT, (*persists, *worse, *seen))
    if any(facts.carried_at_least(symptom, Severity.MODERATE) for symptom in companions):
        return Finding(_C24_TODAY, (*persists, *seen))
    for earlier in reversed(before):
        if len(earlier.companions) >= TWO:
            return Finding(_C24_TODAY, (*earlier.saw(*earlier.companions), *seen))
    return Finding(_C24_WATCH, (*persists, *seen))


def _not_lower(
    facts: Facts, companions: tuple[str, ...], before: tuple[Facts, ...]
) -> tuple[Evidence, ...]:
    """The latest earlier rating of 1 or more that one of the companions is not lower than."""
    for earlier in reversed(before):
        for symptom in companions:
            rating = earlier.rating(symptom)
            if rating and facts.carried_at_least(symptom, rating):
                return earlier.saw(symptom)
    return ()


def _higher(
    facts: Facts, companions: tuple[str, ...], before: tuple[Facts, ...]
) -> tuple[Evidence, ...]:
    """The latest earlier rating that one of the companions is now higher than."""
    for earlier in reversed(before):
        for symptom in companions:
            rating = earlier.rating(symptom)
            if rating is not None and facts.carried_at_least(symptom, rating + 1):
                return (*earlier.saw_rating(symptom), *facts.saw(symptom))
    return ()


_W1_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "One of your symptoms has stayed well above the usual range. "
        "Contact your dermatologist in the next day or two."
    ),
    N_(
        "One of the eight symptoms 2 above its range and what it was before the session, here and "
        "at the previous entry"
    ),
    "S19 B; J",
)
_W1_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "One of your symptoms is settling more slowly than most. "
        "Keep your care gentle, and log it again tomorrow."
    ),
    N_(
        "One of the eight symptoms above its range and what it was before the session, here and "
        "at the previous entry"
    ),
    "S19 B; J",
)


def slower_than_expected(facts: Facts) -> Finding | None:
    """Fire on any symptom that is above its range twice in a row.

    Even experts differ by a grade (S19 B), so one grade once is noise; the rest is judgement.
    """
    for row, by in ((_W1_TWO_DAYS, 2), (_W1_WATCH, 1)):
        seen: tuple[Evidence, ...] = ()
        for symptom in USUAL_SYMPTOMS:
            previous = facts.previous(symptom)
            if facts.own_above(symptom, by) and previous and previous.own_above(symptom, by):
                seen += (*previous.saw(symptom), *facts.saw(symptom))
        if seen:
            return Finding(row, seen)
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        "C8",
        "worse_again",
        N_("Worse again"),
        worse_again,
        (_C8_TODAY, _C8_WATCH),
        fields=COMPANIONS,
        last_day=90,
    ),
    Rule(
        "C24",
        "not_settling",
        N_("Not settling"),
        not_settling,
        (_C24_URGENT, _C24_TODAY, _C24_WATCH),
        fields=COMPANIONS,
        last_day=90,
    ),
    Rule(
        "W1",
        "slower_than_expected",
        N_("Slower than expected"),
        slower_than_expected,
        (_W1_TWO_DAYS, _W1_WATCH),
        fields=USUAL_SYMPTOMS,
        last_day=90,
        fields_fired=True,
    ),
)
