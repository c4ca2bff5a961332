"""Rules on bruises and bleeding: C12 and C13."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Level
from recovery_tracker.i18n import N_

SORE_BRUISE_DAY, LARGE_BRUISE_DAY, SLOW_BRUISE_DAY, OLD_BRUISE_DAY = 2, 4, 8, 15
BLEEDING_DAY, BLEEDING_OVER_DAY = 1, 2

_C12_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Light bruising usually fades within about ten days, and yours is larger or has lasted "
        "longer. Contact your dermatologist in the next day or two."
    ),
    N_(
        "Bruising 4; bruising 3 with swelling or pain above its range from day 2, or from day 4 "
        "with 3 at the previous entry; or bruising 1 from day 15 with 1 or more at the previous "
        "entry"
    ),
    "S9 C; J",
)
_C12_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Your bruise is large or slow to fade. "
        "Log it again tomorrow, and call your dermatologist if it grows or gets sore."
    ),
    N_("Bruising 3; or above its range from day 8, here and at the previous entry"),
    "S9 C; J",
)


def bruising(facts: Facts) -> Finding | None:
    """Fire on bruises that are large, sore or slow to fade (S9 C: up to 7 to 10 days; J)."""
    if not facts.at_least("bruising", Severity.MILD):
        return None
    seen = facts.saw("bruising")
    previous = facts.previous("bruising")
    if facts.at_least("bruising", Severity.VERY_SEVERE):
        return Finding(_C12_TWO_DAYS, seen)
    severe = facts.at_least("bruising", Severity.SEVERE)
    sore = [symptom for symptom in ("swelling", "pain") if facts.carried_above(symptom)]
    if severe and sore and facts.day >= SORE_BRUISE_DAY:
        return Finding(_C12_TWO_DAYS, (*seen, *facts.saw(*sore)))
    if previous is not None:
        before = previous.saw("bruising")
        large_again = severe and previous.at_least("bruising", Severity.SEVERE)
        if (large_again and facts.day >= LARGE_BRUISE_DAY) or (
            facts.day >= OLD_BRUISE_DAY and previous.at_least("bruising", Severity.MILD)
        ):
            return Finding(_C12_TWO_DAYS, (*before, *seen))
        slow = facts.above("bruising") and previous.above("bruising")
        if slow and facts.day >= SLOW_BRUISE_DAY:
            return Finding(_C12_WATCH, (*before, *seen))
    return Finding(_C12_WATCH, seen) if severe else None


_C13_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Bleeding that firm pressure does not stop needs care today. "
        "Go to urgent care, or call your local emergency number if it is heavy."
    ),
    N_("Bleeding that will not stop"),
    "S7, S10 C; J",
)
_C13_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "Pinpoint bleeding usually stops on the day of treatment. "
        "Call your dermatologist today, and press firmly with a clean cloth."
    ),
    N_("Bleeding 2 or more from day 2"),
    "S7, S10 C; J",
)
_C13_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "There is more bleeding than we expect. "
        "Press with a clean cloth, and call your dermatologist if it is still there tomorrow."
    ),
    N_(
        "Bleeding 3 or more; bleeding 2 on day 1; or bleeding 1 from day 2 with 1 or more at the "
        "previous entry"
    ),
    "S7, S10 C; J",
)


def bleeding(facts: Facts) -> Finding | None:
    """Fire on bleeding that does not stop or goes on (S7, S10 C: the day of treatment only)."""
    if facts.ticked("bleeding_wont_stop"):
        return Finding(_C13_URGENT, facts.saw("bleeding_wont_stop", "bleeding"))
    seen = facts.saw("bleeding")
    moderate = facts.at_least("bleeding", Severity.MODERATE)
    if moderate and facts.day >= BLEEDING_OVER_DAY:
        return Finding(_C13_TODAY, seen)
    if facts.at_least("bleeding", Severity.SEVERE) or (moderate and facts.day == BLEEDING_DAY):
        return Finding(_C13_WATCH, seen)
    previous = facts.previous("bleeding")
    if (
        facts.day >= BLEEDING_OVER_DAY
        and facts.at_least("bleeding", Severity.MILD)
        and previous is not None
        and previous.at_least("bleeding", Severity.MILD)
    ):
        return Finding(_C13_WATCH, (*previous.saw("bleeding"), *seen))
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        "C12",
        "bruising",
        N_("Bruising"),
        bruising,
        (_C12_TWO_DAYS, _C12_WATCH),
        fields=("bruising",),
        last_day=90,
    ),
    Rule(
        "C13",
        "bleeding",
        N_("Bleeding"),
        bleeding,
        (_C13_URGENT, _C13_TODAY, _C13_WATCH),
        fields=("bleeding", "bleeding_wont_stop"),
    ),
)
