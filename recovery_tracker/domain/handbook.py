"""What Help tells about the program's own rules and ranges: plain rows made from the rules.

Widgets show judgements and never make them; so the rules themselves stay out of the window, and
this is what it may know of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from recovery_tracker.domain.recovery import Profile, Session
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.rules.rule import Row
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import SYMPTOMS_WITH_RANGE, basis, usual
from recovery_tracker.domain.warnings import heading
from recovery_tracker.i18n import _

RANGE_DAYS: tuple[int, ...] = (*range(15), 21, 28)


@dataclass(frozen=True, slots=True)
class RuleLevel:
    """One level a rule can reach.

    Attributes:
        level, by: the codes of :mod:`domain.warnings`; ``by`` is empty for watch.
        heading: what the banner says; ``text``: what the person is told.
        trigger: when it fires; ``source``: what it rests on, a citation or "J" for judgement.
    """

    level: str
    by: str
    heading: str
    text: str
    trigger: str
    source: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule with its levels, highest first."""

    code: str
    title: str
    levels: tuple[RuleLevel, ...]


@dataclass(frozen=True, slots=True)
class RangeCell:
    """The usual range of a symptom on a day.

    Attributes:
        typical, upper: grades 0 to 4.
        expected: whether published reports say the symptom is expected on this day.
        graded: whether they give its grade, too; otherwise the grade is judgement.
    """

    typical: int
    upper: int
    expected: bool
    graded: bool


@dataclass(frozen=True, slots=True)
class RangeRow:
    """The usual course of a symptom, for the days of :data:`RANGE_DAYS`."""

    symptom: str
    label: str
    cells: tuple[RangeCell, ...]


def rules() -> tuple[RuleRow, ...]:
    """Return every warning rule, the most pressing first."""
    rows = [
        RuleRow(rule.code, _(rule.title), tuple(_level(row) for row in rule.rows)) for rule in RULES
    ]
    highest = {rule.code: max(row.rank for row in rule.rows) for rule in RULES}
    return tuple(sorted(rows, key=lambda row: (highest[row.code], _order(row.code)), reverse=True))


def _order(code: str) -> tuple[int, int]:
    """Put U before C before W, each by number, in a list that is turned round."""
    return "WCU".index(code[0]), -int(code[1:])


def _level(row: Row) -> RuleLevel:
    return RuleLevel(
        level=row.level.code,
        by=row.by.code if row.by else "",
        heading=heading(row.level, row.by),
        text=_(row.text).replace("{n}", _("the day it names")),
        trigger=row.trigger,
        source=row.source,
    )


def ranges(session: Session, profile: Profile) -> tuple[RangeRow, ...]:
    """Return the usual course of a session of a patient."""
    rows: list[RangeRow] = []
    for symptom in SYMPTOMS_WITH_RANGE:
        cells: list[RangeCell] = []
        for day in RANGE_DAYS:
            span = usual(symptom, day, session, profile)
            rests_on = basis(symptom, day, session, profile)
            if span is not None and rests_on is not None:
                cells.append(RangeCell(span.typical, span.upper, rests_on.expected, rests_on.grade))
        rows.append(RangeRow(symptom, SYMPTOM_BY_CODE[symptom].label, tuple(cells)))
    return tuple(rows)
