"""Rules on redness: C3 and C4."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, darker_tone
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

STRONG_DAY, STRONG_DAY_DEEP = 2, 3  # from here strong redness is no longer the first days' own
VERY_STRONG_DAY = 1
PROLONGED_DAY = 8
LONG_OVER_DAY = 11
LASTING_DAY, LASTING_WINDOW = 21, 8  # weekly entries: one more in the 8 days before is enough

_C3_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_("Redness this strong or hot is more than we expect by now. Call your dermatologist today."),
    N_(
        "Redness 4 from day 1; or redness 3 with skin hot to touch from day 2 "
        "(group D or RF: day 3)"
    ),
    "Document; S3, S6, S8 B",
)
_C3_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Redness this strong is more than we expect by now. "
        "Contact your dermatologist in the next day or two, sooner if it hurts or spreads."
    ),
    N_("Redness 3 from day 2 (group D or RF: day 3)"),
    "Document; S3, S6, S8 B",
)
_C3_WATCH_EARLY = Row(
    Level.WATCH,
    None,
    N_(
        "Strong redness is common in the first days. "
        "Call your dermatologist if it is still this strong on day {n}."
    ),
    N_("Redness 3 or more before that day"),
    "S28 A; J",
)
_C3_WATCH_DARKER = Row(
    Level.WATCH,
    None,
    N_(
        "Redness can be harder to see on darker skin, and yours is more than we expect. "
        "Check for heat, pain and swelling, and log it tomorrow."
    ),
    N_(
        "Darker skin (tone 4 to 6): redness 2 and above its range from day 2 (group D or RF: day 3)"
    ),
    "S28 A; J",
)


def severe_redness(facts: Facts) -> Finding | None:
    """Fire on strong redness, by how late it is; earlier on darker skin.

    Document ("severe redness"); redness is expected to ease in 1 to 3 days: S3, S6, S8 B.
    Redness is harder to see on darker skin: S28 A.
    """
    strong_day = STRONG_DAY_DEEP if facts.deep else STRONG_DAY
    late = facts.day >= strong_day
    severe = facts.at_least("redness", Severity.SEVERE)
    very_severe = facts.at_least("redness", Severity.VERY_SEVERE)
    if very_severe and facts.day >= VERY_STRONG_DAY:
        return Finding(_C3_TODAY, facts.saw("redness"))
    if severe and late:
        if facts.has("warmth"):
            return Finding(_C3_TODAY, facts.saw("redness", "warmth"))
        return Finding(_C3_TWO_DAYS, facts.saw("redness"))
    if severe:
        return Finding(_C3_WATCH_EARLY, facts.saw("redness"), text_day=strong_day)
    moderate = facts.at_least("redness", Severity.MODERATE)
    if facts.darker_skin and late and moderate and facts.above("redness"):
        return Finding(_C3_WATCH_DARKER, (*facts.saw("redness"), *darker_tone(facts)))
    return None


_C4_WEEK = Row(
    Level.CONTACT,
    By.WEEK,
    N_(
        "Your redness is lasting longer than we expect. "
        "Contact your dermatologist this week, and keep your care gentle."
    ),
    N_(
        "From day 8, redness above its range and above what it was before the session, and: 2 or "
        "more with 2 or more at the previous entry, after three days without an entry, or from "
        "day 11; or, from day 21, also above at an entry of the 8 days before"
    ),
    "S1 A; S13 B; J",
)
_C4_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Some redness is still there after a week. Keep your care gentle, "
        "use sunscreen once your clinic agrees, and log it tomorrow."
    ),
    N_(
        "From day 8, redness above its range and above what it was before the session, and 2 or "
        "more, or 1 or more at the previous entry, too"
    ),
    "S1 A; S13 B; J",
)


def prolonged_redness(facts: Facts) -> Finding | None:
    """Fire on redness that stays after a week (S1 A: up to 7 days; S13 B; judgement beyond)."""
    if facts.day < PROLONGED_DAY or not facts.own_above("redness"):
        return None
    previous = facts.previous("redness")
    before = previous.saw("redness") if previous else ()
    moderate = facts.at_least("redness", Severity.MODERATE)
    if moderate and (
        (previous is not None and previous.at_least("redness", Severity.MODERATE))
        or facts.silent_before
        or facts.day >= LONG_OVER_DAY
    ):
        return Finding(_C4_WEEK, (*before, *facts.saw("redness")))
    if facts.day >= LASTING_DAY:
        lasting = _above_in_the_days_before(facts)
        if lasting:
            return Finding(_C4_WEEK, (*lasting, *facts.saw("redness")))
    if moderate or (previous is not None and previous.at_least("redness", Severity.MILD)):
        return Finding(_C4_WATCH, (*before, *facts.saw("redness")))
    return None


def _above_in_the_days_before(facts: Facts) -> tuple[Evidence, ...]:
    """The latest entry of the 8 days before (from day 8) with redness above its range."""
    for earlier in reversed(facts.earlier(LASTING_WINDOW, first_day=PROLONGED_DAY)):
        if earlier.own_above("redness"):
            return earlier.saw("redness")
    return ()


RULES: tuple[Rule, ...] = (
    Rule(
        "C3",
        "severe_redness",
        N_("Severe redness"),
        severe_redness,
        (_C3_TODAY, _C3_TWO_DAYS, _C3_WATCH_EARLY, _C3_WATCH_DARKER),
        fields=("redness",),
        last_day=90,
    ),
    Rule(
        "C4",
        "prolonged_redness",
        N_("Prolonged redness"),
        prolonged_redness,
        (_C4_WEEK, _C4_WATCH),
        fields=("redness",),
        last_day=90,
    ),
)
