"""What the Sessions page says of one session: facts, days and how it stands, as plain values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Recovery, Session, closed_from
from recovery_tracker.domain.session_comparison import days_named
from recovery_tracker.domain.status import day_status
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.trends import completeness, milestones, session_line
from recovery_tracker.domain.warnings import Level, Warning
from recovery_tracker.domain.wording import day_and_month, within_a_sentence
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import session_words
from recovery_tracker.ui.standing import ICONS, TONES, Standing
from recovery_tracker.ui.widgets.heat_strip import LAST_DAY, Cell
from recovery_tracker.values import frozen

_LABELLED = (7, 14, 20)


@frozen
class SessionSummary:
    """One session as its card tells it.

    Attributes:
        number: such as "Session 2"; ``facts``: areas, depth, device, date, practitioner.
        stands: how it stands, with icon and colour; ``None`` where there is nothing to say.
        lines: pairs of a fact's name and its value.
        cells: its first days.
        is_current: whether it is the session on screen.
        comparable: whether it can be compared with the session on screen.
        goes_on: whether it takes new days: no later session has begun on the same skin.
    """

    session_id: str
    number: str
    facts: str
    notes: str
    stands: Standing | None
    lines: tuple[tuple[str, str], ...]
    cells: tuple[Cell, ...]
    is_current: bool
    goes_on: bool
    archived: bool
    comparable: bool


def summary(snapshot: Snapshot, recovery: Recovery, warnings: Sequence[Warning]) -> SessionSummary:
    """Tell a session; ``warnings`` are its own, ended ones included."""
    session = recovery.session
    closing = closed_from(session, snapshot.sessions)
    goes_on = closing is None or closing > snapshot.today
    is_current = snapshot.session is not None and snapshot.session.id == session.id
    return SessionSummary(
        session_id=session.id,
        number=session_words.numbered(snapshot, session),
        facts=session_words.in_full(session),
        notes=session.notes,
        stands=_stands(snapshot, recovery, warnings, goes_on=goes_on),
        lines=_lines(snapshot, recovery, warnings, goes_on=goes_on),
        cells=_cells(snapshot, recovery, warnings),
        is_current=is_current,
        goes_on=goes_on,
        archived=session.archived,
        comparable=_comparable(snapshot, session),
    )


def _comparable(snapshot: Snapshot, session: Session) -> bool:
    """Whether it was another session on the skin of the one on screen, and has begun."""
    here = snapshot.session
    if here is None or here.id == session.id or session.date > snapshot.today:
        return False
    return session.overlaps(here)


def _stands(
    snapshot: Snapshot, recovery: Recovery, warnings: Sequence[Warning], *, goes_on: bool
) -> Standing | None:
    session = recovery.session
    if session.date > snapshot.today:
        return Standing("calendar", "text2", _("Planned"))
    active = any(warning.active for warning in warnings)
    line = session_line(recovery)
    if active or (goes_on and snapshot.today in {entry.date for entry in recovery.entries}):
        status = day_status(recovery, snapshot.today, warnings, snapshot.profile)
        return Standing(ICONS[status.kind], TONES[status.kind], status.title)
    return Standing("sessions", "text2", line) if line else None


def _lines(
    snapshot: Snapshot, recovery: Recovery, warnings: Sequence[Warning], *, goes_on: bool
) -> tuple[tuple[str, str], ...]:
    lines: list[tuple[str, str]] = []
    turned = milestones(recovery)
    if turned.highest_sum is not None:
        lines.append(
            (
                _("Highest sum"),
                _("{sum}, {days}").format(
                    sum=turned.highest_sum, days=days_named(turned.highest_sum_days)
                ),
            )
        )
    today = recovery.entry(snapshot.today) if goes_on else None
    if today is not None and today.total is not None:
        lines.append((_("Sum today"), str(today.total)))
    lines.append((_("Warnings"), warnings_named(warnings)))
    if logged := logged_named(recovery, snapshot.today):
        lines.append((_("Logged"), logged))
    return tuple(lines)


def logged_named(recovery: Recovery, today: dt.date) -> str:
    """Count the days that were logged: "13 of 14 days"; empty before the first."""
    counted = completeness(recovery, today)
    if not counted.due:
        return ""
    return ngettext("{logged} of {due} day", "{logged} of {due} days", counted.due).format(
        logged=counted.logged, due=counted.due
    )


def warnings_named(warnings: Sequence[Warning]) -> str:
    """Count the warnings by level, highest first: "1 urgent, 2 watch"."""
    if not warnings:
        return _("none from this log")
    parts: list[str] = []
    for level in sorted(Level, reverse=True):
        count = sum(warning.level is level for warning in warnings)
        if count:
            parts.append(_("{n} {level}").format(n=count, level=within_a_sentence(level.label)))
    return _(", ").join(parts)


def _cells(snapshot: Snapshot, recovery: Recovery, warnings: Sequence[Warning]) -> tuple[Cell, ...]:
    levels: dict[int, Level] = {}
    for warning in warnings:
        levels[warning.day] = max(levels.get(warning.day, Level.WATCH), warning.level)
    return tuple(_cell(snapshot, recovery, day, levels.get(day)) for day in range(LAST_DAY + 1))


def _cell(snapshot: Snapshot, recovery: Recovery, day: int, level: Level | None) -> Cell:
    date = recovery.session.date + dt.timedelta(days=day)
    entry = recovery.entry(date)
    logged = entry is not None and entry.recorded
    today = date == snapshot.today
    label = _("Today") if today else _("Day 0") if day == 0 else str(day)
    near_today = abs(day - recovery.session.day_of(snapshot.today)) <= 1
    labelled = today or ((day == 0 or day in _LABELLED) and not near_today)
    return Cell(
        day=day,
        date=date,
        name=_name(day, date, entry if logged else None, level),
        label=label if labelled else "",
        total=entry.total if entry is not None else None,
        logged=logged,
        today=today,
        ahead=date > snapshot.today,
        level=level.code if level is not None else "",
    )


def _name(day: int, date: dt.date, entry: Entry | None, level: Level | None) -> str:
    said = [_("Day {n}, {date}").format(n=day, date=day_and_month(date))]
    if entry is None:
        said.append(_("not logged"))
    elif entry.total is not None:
        said.append(_("score {sum}").format(sum=entry.total))
    else:
        said.append(
            _("{n} of {all} symptoms logged").format(
                n=entry.usual_answered, all=len(USUAL_SYMPTOMS)
            )
        )
    if level is not None:
        said.append(_("warning: {level}").format(level=within_a_sentence(level.label)))
    return _(", ").join(said)
