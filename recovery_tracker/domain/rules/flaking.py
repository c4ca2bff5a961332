"""Rules on flaking and dryness: U8, C1, C2 and C27."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, darker_tone
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

DARKER_REDNESS_DAY = 3  # from this day mild redness on darker skin counts with severe flaking
COMPANION_DAY = 2  # before it, redness, swelling and pain are part of the first two days
PROLONGED_DAY = 8  # "a few days to a week" is over
LONG_OVER_DAY = 11
ROW_DAYS = 3  # how far back a row of entries reaches before it counts as lasting
DRYNESS_DAY = 1

_U8 = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Very heavy flaking, or heavy flaking with other signs, is more than we expect. "
        "Call your dermatologist today, and leave the flakes alone."
    ),
    N_(
        "Flaking 4; or flaking 3 with redness, swelling or pain that is 2 or more, or 1 and above "
        "the range of the depth alone; with burning 2 or more or itching 3 or more; with skin hot "
        "to touch, pus, fever, spreading redness, blisters or one area worse; on darker skin, "
        "from day 3, with redness 1 or more"
    ),
    "Document (“immediately”); J grades",
)


def severe_flaking_plus(facts: Facts) -> Finding | None:
    """Fire on flaking 4, or on flaking 3 with redness, swelling, pain or another sign.

    The document asks for a dermatologist "immediately" here. The table bound is used, so that
    no profile makes it later (clinical.md 3.3; S28 A for darker skin).
    """
    if facts.at_least("flaking", Severity.VERY_SEVERE):
        return Finding(_U8, facts.saw("flaking"))
    if not facts.at_least("flaking", Severity.SEVERE):
        return None
    beside = [
        symptom
        for symptom in ("redness", "swelling", "pain")
        if facts.carried_at_least(symptom, Severity.MODERATE)
        or (facts.carried_at_least(symptom, Severity.MILD) and facts.carried_above_table(symptom))
    ]
    seen_late_on_darker_skin = (
        facts.darker_skin
        and facts.day >= DARKER_REDNESS_DAY
        and facts.carried_at_least("redness", Severity.MILD)
        and "redness" not in beside
    )
    if seen_late_on_darker_skin:
        beside.append("redness")
    if facts.carried_at_least("burning", Severity.MODERATE):
        beside.append("burning")
    if facts.carried_at_least("itching", Severity.SEVERE):
        beside.append("itching")
    beside += [sign for sign in _SIGNS_WITH_FLAKING if facts.has(sign)]
    if not beside:
        return None
    tone = darker_tone(facts) if seen_late_on_darker_skin else ()
    return Finding(_U8, (*facts.saw("flaking", *beside), *tone))


_SIGNS_WITH_FLAKING = (
    "warmth",
    "pus",
    "fever",
    "spreading_redness",
    "blisters",
    "one_spot_worse",
)

_C1_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Flaking together with redness, swelling or pain is more than we expect. "
        "Call your dermatologist today, and leave the flakes alone."
    ),
    N_(
        "From day 2, flaking 2 or more with redness, swelling or pain above its range, and one "
        "of: flaking above its range; two of the three above; one of them 2 above; the same at "
        "the previous entry"
    ),
    "Document; J grades",
)
_C1_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Your flaking is heavier than we expect. "
        "Contact your dermatologist in the next day or two, and leave the flakes alone."
    ),
    N_("Flaking 3 or more; or flaking 2 above its range and above what it was before the session"),
    "Document; S1 A",
)
_C1_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "You noted flaking together with redness, swelling or pain. "
        "Call your dermatologist if both are still there tomorrow."
    ),
    N_("From day 2, flaking 2 or more with redness, swelling or pain above its range, seen once"),
    "Document; J",
)


def excessive_flaking(facts: Facts) -> Finding | None:
    """Fire on flaking that is heavy, or that comes with redness, swelling or pain.

    Document ("excessive flaking", "flaking with redness, swelling or pain"); S1 A.
    """
    if not facts.at_least("flaking", Severity.MODERATE):
        return None
    companions = facts.companions if facts.day >= COMPANION_DAY else ()
    if companions:
        together = facts.saw("flaking", *companions)
        before = _same_before(facts)
        if (
            facts.own_above("flaking")
            or len(companions) > 1
            or any(facts.carried_above(symptom, 2) for symptom in companions)
            or before
        ):
            return Finding(_C1_TODAY, (*before, *together))
    if facts.at_least("flaking", Severity.SEVERE) or facts.own_above("flaking", 2):
        return Finding(_C1_TWO_DAYS, facts.saw("flaking"))
    if companions:
        return Finding(_C1_WATCH, facts.saw("flaking", *companions))
    return None


def _same_before(facts: Facts) -> tuple[Evidence, ...]:
    """What the previous entry said, if it had flaking 2 or more with a companion, too."""
    previous = facts.previous("flaking")
    if previous is None or not previous.at_least("flaking", Severity.MODERATE):
        return ()
    return previous.saw("flaking", *previous.companions) if previous.companions else ()


_C2_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Your flaking has gone on longer than we expect. "
        "Contact your dermatologist in the next day or two to find out why."
    ),
    N_(
        "From day 8, flaking above its range and above what it was before the session, and: 2 or "
        "more with 2 or more at the previous entry, after three days without an entry, or from "
        "day 11; or, from day 11, a row of such entries that reaches back 3 days or more"
    ),
    "Document; S1 A; S51 C",
)
_C2_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Flaking often settles within about a week, and yours is still there. "
        "Keep moisturising, and log it again tomorrow."
    ),
    N_(
        "From day 8, flaking above its range and above what it was before the session, and 2 or "
        "more, or 1 or more at the previous entry, too"
    ),
    "Document; S1 A; S51 C",
)


def prolonged_flaking(facts: Facts) -> Finding | None:
    """Fire on flaking that goes on after a week.

    Document ("a few days to a week", "prolonged"); S1 A; S51 C.
    """
    if facts.day < PROLONGED_DAY or not facts.own_above("flaking"):
        return None
    previous = facts.previous("flaking")
    before = previous.saw("flaking") if previous else ()
    moderate = facts.at_least("flaking", Severity.MODERATE)
    if moderate and (
        (previous is not None and previous.at_least("flaking", Severity.MODERATE))
        or facts.silent_before
        or facts.day >= LONG_OVER_DAY
    ):
        return Finding(_C2_TWO_DAYS, (*before, *facts.saw("flaking")))
    if facts.day >= LONG_OVER_DAY:
        lasting = _row_above(facts)
        if lasting and facts.day - lasting[0].day >= ROW_DAYS:
            return Finding(_C2_TWO_DAYS, (*lasting, *facts.saw("flaking")))
    if moderate or (previous is not None and previous.at_least("flaking", Severity.MILD)):
        return Finding(_C2_WATCH, (*before, *facts.saw("flaking")))
    return None


def _row_above(facts: Facts) -> tuple[Evidence, ...]:
    """The unbroken row of previous entries from day 8 on, each above its range; oldest first."""
    row: list[Evidence] = []
    previous = facts.previous("flaking")
    while previous and previous.day >= PROLONGED_DAY and previous.own_above("flaking"):
        row[:0] = previous.saw("flaking")
        previous = previous.previous("flaking")
    return tuple(row)


_C27_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Dryness this strong is more than we expect. Contact your dermatologist in the next day "
        "or two, and use only products they agreed."
    ),
    N_("Dryness 4 from day 1"),
    "J",
)
_C27_WATCH = Row(
    Level.WATCH,
    None,
    N_("Your skin is very dry. Use plain moisturiser more often, and log it again tomorrow."),
    N_("Dryness 3 from day 1"),
    "J",
)


def severe_dryness(facts: Facts) -> Finding | None:
    """Fire on severe or very severe dryness from the day after the session (judgement)."""
    if facts.day < DRYNESS_DAY or not facts.at_least("dryness", Severity.SEVERE):
        return None
    very_severe = facts.at_least("dryness", Severity.VERY_SEVERE)
    return Finding(_C27_TWO_DAYS if very_severe else _C27_WATCH, facts.saw("dryness"))


RULES: tuple[Rule, ...] = (
    Rule(
        "U8",
        "severe_flaking_plus",
        N_("Severe flaking with other signs"),
        severe_flaking_plus,
        (_U8,),
        last_day=90,
    ),
    Rule(
        "C1",
        "excessive_flaking",
        N_("Excessive flaking"),
        excessive_flaking,
        (_C1_TODAY, _C1_TWO_DAYS, _C1_WATCH),
        fields=("flaking",),
        last_day=90,
    ),
    Rule(
        "C2",
        "prolonged_flaking",
        N_("Prolonged flaking"),
        prolonged_flaking,
        (_C2_TWO_DAYS, _C2_WATCH),
        fields=("flaking",),
        last_day=90,
    ),
    Rule(
        "C27",
        "severe_dryness",
        N_("Severe dryness"),
        severe_dryness,
        (_C27_TWO_DAYS, _C27_WATCH),
        fields=("dryness",),
        last_day=90,
    ),
)
