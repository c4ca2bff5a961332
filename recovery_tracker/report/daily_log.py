"""The daily log on paper: grades, signs and what was entered late, in blocks of days.

Every rating and every answer of a session is in some block; an empty cell is "not recorded".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGNS
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.trends import changed_late
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.i18n import _
from recovery_tracker.report.advice import medicated
from recovery_tracker.report.case import Case, answers, sign_name
from recovery_tracker.report.dates import in_full, number
from recovery_tracker.values import frozen

MOST_COLUMNS = 14
LAST_DAILY_DAY = 27  # later one entry a week is enough: only days with entries get a column


@frozen
class Cell:
    """One cell; without text it is "not recorded".

    Attributes:
        text: a digit, "yes" or "no".
        grade: the grade, for the fill of the cell.
        present: the sign is there.
        hidden: a pain or fever medicine was taken that day, which can hide what is asked here.
    """

    text: str = ""
    grade: int | None = None
    present: bool = False
    hidden: bool = False


@frozen
class Row:
    """One symptom or sign with a cell for each day of the block."""

    code: str
    label: str
    cells: tuple[Cell, ...]


@frozen
class LogBlock:
    """Up to fourteen days side by side.

    Attributes:
        caption: which days, with their dates.
        days: the numbers over the columns.
        entered: "late", "changed" or nothing for each day; empty when no day has a mark.
    """

    caption: str
    days: tuple[str, ...]
    symptoms: tuple[Row, ...]
    signs: tuple[Row, ...]
    entered: tuple[str, ...]


def blocks(case: Case) -> tuple[LogBlock, ...]:
    """Return the log in blocks, oldest first."""
    days = columns(case)
    return tuple(
        _block(case, days[start : start + MOST_COLUMNS])
        for start in range(0, len(days), MOST_COLUMNS)
    )


def columns(case: Case) -> tuple[int, ...]:
    """Return the days that get a column.

    Baseline days with answers; every day from 0 (or the first one chosen) to the last answered
    one, so that gaps are seen (after day 27 only days with answers); and, where no period was
    chosen, the days to come that fill the first block.
    """
    told = [case.day_of(entry) for entry in case.shown.entries if answers(entry)]
    before = [day for day in told if day < 0]
    later = [day for day in told if day > LAST_DAILY_DAY]
    last = LAST_DAILY_DAY if later else max((day for day in told if day >= 0), default=-1)
    first, end = case.options.first, case.options.last
    start = 0 if first is None else max(0, case.session.day_of(first))
    days = [*before, *range(start, last + 1)]
    if first is None and end is None:
        days += range(last + 1, last + 1 + max(0, MOST_COLUMNS - len(days)))
    return (*days, *later)


def _block(case: Case, days: tuple[int, ...]) -> LogBlock:
    by_day = {case.day_of(entry): entry for entry in case.shown.entries}
    entries = [by_day.get(day) for day in days]
    entered = tuple(_entered(entry) for entry in entries)
    return LogBlock(
        caption=_caption(case, days),
        days=tuple(number(day) for day in days),
        symptoms=tuple(_graded(case, code, entries) for code in _symptoms(case, entries)),
        signs=tuple(_answered(code, entries) for code in _signs(entries)),
        entered=entered if any(entered) else (),
    )


def _caption(case: Case, days: tuple[int, ...]) -> str:
    first, last = (case.session.date + dt.timedelta(days=day) for day in (days[0], days[-1]))
    if first == last:
        return _("Day {n}: {date}").format(n=number(days[0]), date=in_full(first))
    return _("Days {n} to {m}: {first} to {last}").format(
        n=number(days[0]),
        m=number(days[-1]),
        first=day_and_month(first) if first.year == last.year else in_full(first),
        last=in_full(last),
    )


def _symptoms(case: Case, entries: Sequence[Entry | None]) -> Iterator[str]:
    """The eight usual symptoms; bleeding and the patient's own where they are recorded."""
    recorded = {code for entry in entries if entry for code in entry.scores}
    yield from (c for c in SYMPTOM_BY_CODE if c in USUAL_SYMPTOMS or c in recorded)
    own = [item.code for item in case.own_symptoms]
    known = {*own, *SYMPTOM_BY_CODE}
    yield from (code for code in (*own, *sorted(recorded - known)) if code in recorded)


def _signs(entries: Sequence[Entry | None]) -> Iterator[str]:
    """The eight daily signs; the others where they are answered."""
    answered = {code for entry in entries if entry for code in (*entry.signs, *entry.signs_absent)}
    yield from (sign.code for sign in SIGNS if sign.code in DAILY_SIGNS or sign.code in answered)


def _graded(case: Case, code: str, entries: Sequence[Entry | None]) -> Row:
    cells: list[Cell] = []
    for entry in entries:
        grade = entry.scores.get(code) if entry else None
        if entry is None or grade is None:
            cells.append(Cell())
        else:
            cells.append(Cell(str(grade), grade, hidden=code == "pain" and medicated(entry)))
    return Row(code, case.symptom_label(code), tuple(cells))


def _answered(code: str, entries: Sequence[Entry | None]) -> Row:
    cells: list[Cell] = []
    for entry in entries:
        present = entry.sign(code) if entry else None
        if entry is None or present is None:
            cells.append(Cell())
        else:
            word = _("yes") if present else _("no")
            hidden = code == "fever" and medicated(entry)
            cells.append(Cell(word, present=present, hidden=hidden))
    return Row(code, sign_name(code), tuple(cells))


def _entered(entry: Entry | None) -> str:
    if entry is None:
        return ""
    if entry.late:
        return _("late")
    return _("changed") if changed_late(entry) else ""
