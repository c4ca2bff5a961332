"""Rules on what the person says outright: being worried (C21), reused needles (C26)."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.warnings import By, Level
from recovery_tracker.i18n import N_

_C21 = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "You know your skin best, so it is fine to call. "
        "Call your dermatologist today, and show them this log."
    ),
    N_("“I am worried” is ticked"),
    "S34, S42 B",
)


def i_am_worried(facts: Facts) -> Finding | None:
    """Fire on "I am worried", on any day: an app can miss what a person sees (S34, S42 B)."""
    return Finding(_C21, facts.saw("worried")) if facts.ticked("worried") else None


_C26 = Row(
    Level.CONTACT,
    By.VISIT,
    N_(
        "Needles that were reused or shared can pass on infections through blood. "
        "Ask a doctor at your next visit whether blood tests are needed."
    ),
    N_("The session says that needles were reused or shared"),
    "J",
)


def shared_needles(facts: Facts) -> Finding | None:
    """Fire on reused or shared needles, told of the session itself (judgement)."""
    if not facts.session.reused_or_shared_needles:
        return None
    return Finding(_C26, facts.saw("reused_or_shared_needles"))


RULES: tuple[Rule, ...] = (
    Rule(
        "C21",
        "i_am_worried",
        N_("You are worried"),
        i_am_worried,
        (_C21,),
        fields=("worried",),
        on_baseline=True,
    ),
    Rule(
        "C26",
        "shared_needles",
        N_("Reused or shared needles"),
        shared_needles,
        (_C26,),
        by_entry=False,
    ),
)
