"""What Help tells about the program's own rules and ranges: plain rows made from the rules.

Widgets show judgements and never make them; so the rules themselves stay out of the window, and
this is what it may know of them.
"""

from __future__ import annotations

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.rules.episodes import CALM_ENTRIES
from recovery_tracker.domain.rules.rule import Row, Rule
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import (
    MODIFIERS,
    SYMPTOMS_WITH_RANGE,
    Change,
    basis,
    usual,
)
from recovery_tracker.domain.usual_table import EVIDENCE
from recovery_tracker.domain.warnings import Level, heading
from recovery_tracker.domain.wording import grade_in_words, listed, name_of, within_a_sentence
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.values import frozen

RANGE_DAYS: tuple[int, ...] = (*range(15), 21, 28)


@frozen
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


@frozen
class RuleRow:
    """One rule with its levels, highest first.

    Attributes:
        code, id: as in clinical.md 4.3 and in files.
        days: on which days it is asked, in a sentence.
        ends: what it needs to end beside what its level needs, in a sentence; may be empty.
    """

    code: str
    id: str
    title: str
    days: str
    ends: str
    levels: tuple[RuleLevel, ...]


@frozen
class LevelRow:
    """One level: what the banner says and what ends a warning that reached it."""

    level: str
    by: str
    heading: str
    ends: str


@frozen
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


@frozen
class RangeRow:
    """The usual course of a symptom, for the days of :data:`RANGE_DAYS`.

    Attributes:
        sources: ids of clinical.md 8 behind what is evidence, or ``document``.
    """

    symptom: str
    label: str
    cells: tuple[RangeCell, ...]
    sources: tuple[str, ...]


@frozen
class ModifierRow:
    """What changes the usual range, and how.

    Attributes:
        label: for whom or what, as it stands within a sentence.
        changes: what it does, a line each.
        sources: ids of clinical.md 8; empty for judgement alone.
    """

    code: str
    label: str
    changes: tuple[str, ...]
    sources: tuple[str, ...]


def rules() -> tuple[RuleRow, ...]:
    """Return every warning rule, the most pressing first."""
    rows = [
        RuleRow(
            code=rule.code,
            id=rule.id,
            title=_(rule.title),
            days=_days(rule),
            ends=_ends(rule),
            levels=tuple(_level(row) for row in rule.rows),
        )
        for rule in RULES
    ]
    highest = {rule.code: max(row.rank for row in rule.rows) for rule in RULES}
    return tuple(sorted(rows, key=lambda row: (highest[row.code], _order(row.code)), reverse=True))


def _order(code: str) -> tuple[int, int]:
    """Put U before C before W, each by number, in a list that is turned round."""
    return "WCU".index(code[0]), -int(code[1:])


def _days(rule: Rule) -> str:
    said = [_("Asked on days {first} to {last}").format(first=rule.first_day, last=rule.last_day)]
    if not rule.by_entry:
        said = [_("Asked from day 0, without an entry")]
    if rule.on_baseline:
        said.append(_("before the session, too"))
    if rule.endless:
        said.append(_("a later session does not end it"))
    return _("{days}.").format(days=_("; ").join(said))


def _ends(rule: Rule) -> str:
    if not rule.by_entry:
        return _("Ends when you say that you have been seen.")
    if rule.answered is not None:
        return _("Ends when the question on the Today page is answered.")
    if not rule.fields:
        return ""
    fields = listed([name_of(field) for field in rule.fields])
    return _("Asked again before it ends, as far as it was noted: {fields}.").format(fields=fields)


def levels() -> tuple[LevelRow, ...]:
    """Return every level and deadline a rule can reach, the most pressing first."""
    ranks = {(row.level, row.by): row.rank for rule in RULES for row in rule.rows}
    return tuple(
        LevelRow(level.code, by.code if by else "", heading(level, by), _ends_after(level))
        for level, by in sorted(ranks, key=lambda pair: ranks[pair], reverse=True)
    )


def _ends_after(level: Level) -> str:
    """Say what ends a warning of a level: the words that each warning has, told of them all."""
    count = CALM_ENTRIES[level]
    needed = [
        ngettext(
            "Ends after an entry that no longer shows it",
            "Ends after {n} entries that no longer show it",
            count,
        ).format(n=count),
        _("with its symptoms rated and “no” to its signs"),
    ]
    if level is Level.URGENT:
        needed.append(_("the last one 7 days or more after it was last noted"))
    return _("{entries}; or when you say that you have been seen.").format(
        entries=_(", ").join(needed)
    )


def _level(row: Row) -> RuleLevel:
    return RuleLevel(
        level=row.level.code,
        by=row.by.code if row.by else "",
        heading=heading(row.level, row.by),
        text=_(row.text).replace("{n}", _("the day it names")),
        trigger=_(row.trigger),
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
                # where the range ends sooner than reports do, its end is judgement
                expected = rests_on.expected and span.upper > 0
                graded = rests_on.grade and expected
                cells.append(RangeCell(span.typical, span.upper, expected, graded))
        rows.append(
            RangeRow(
                symptom=symptom,
                label=SYMPTOM_BY_CODE[symptom].label,
                cells=tuple(cells),
                sources=EVIDENCE[symptom].sources,
            )
        )
    return tuple(rows)


def modifiers() -> tuple[ModifierRow, ...]:
    """Return what changes the usual range of a patient or a session."""
    return tuple(
        ModifierRow(
            code=modifier.code,
            label=modifier.label,
            changes=tuple(_changed(change) for change in modifier.changes),
            sources=modifier.sources,
        )
        for modifier in MODIFIERS
    )


def _changed(change: Change) -> str:
    names = [SYMPTOM_BY_CODE[code].label for code in change.symptoms]
    symptoms = listed([names[0], *(within_a_sentence(name) for name in names[1:])])
    if change.upper_at_least:
        words = _("{symptoms}: usual up to {grade} at least on days {first} to {last}")
    elif change.typical > 0:
        words = _("{symptoms}: typically one grade more on days {first} to {last}")
    else:
        words = _("{symptoms}: typically one grade less on days {first} to {last}")
    return words.format(
        symptoms=symptoms,
        grade=grade_in_words(change.upper_at_least),
        first=change.first,
        last=change.last,
    )
