"""Asking one rule about one entry, and the rank of what it says."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Rule
from recovery_tracker.domain.warnings import By, Level, Rank
from recovery_tracker.values import frozen

ADULT_YEARS = 18


@frozen
class Fired:
    """One entry at which a rule fired."""

    facts: Facts
    finding: Finding
    rank: Rank


def judged(rule: Rule, facts: Facts) -> Fired | None:
    """Ask a rule about one entry, on the days on which it is asked."""
    asked = rule.on_baseline if facts.day < 0 else rule.first_day <= facts.day <= rule.last_day
    finding = rule.find(facts) if asked else None
    if finding is None:
        return None
    row = finding.row
    by = By.TODAY if row.level is Level.CONTACT and under_age(facts) else row.by
    return Fired(facts, finding, Rank.of(row.level, by))


def under_age(facts: Facts) -> bool:
    """Whether the patient is under 18 on the entry's date; without a birth date, no."""
    born = facts.profile.birth_date
    if born is None:
        return False
    had_birthday = (facts.date.month, facts.date.day) >= (born.month, born.day)
    return facts.date.year - born.year - (not had_birthday) < ADULT_YEARS
