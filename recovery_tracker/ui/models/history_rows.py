"""The versions of an entry, a session or the profile as rows to read, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.entry_changes import entry_changes
from recovery_tracker.domain.kept import Version
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.stated_changes import profile_changes, session_changes
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.values import frozen

Kept = Entry | Session | Profile
_Told = Callable[[Any, Any], tuple[str, ...]]


@frozen
class HistoryOf:
    """Whose history a page opens at: an entry's, a session's (no date) or the profile's (no id)."""

    session_id: str = ""
    date: dt.date | None = None


@frozen
class HistoryRow:
    """One version.

    Attributes:
        heading: what happened and when, such as "Changed 18 November, 08:14".
        lines: what it says that the version before it did not.
        version: what bringing it back would put in place; ``None`` where that is not offered.
        is_now: whether it is how things stand.
    """

    heading: str
    lines: tuple[str, ...]
    version: Kept | None = None
    is_now: bool = False


def entry_rows(
    current: Entry | None,
    versions: Sequence[Version],
    zone: dt.tzinfo | None,
    own_names: Mapping[str, str],
) -> tuple[HistoryRow, ...]:
    """Tell the versions of an entry; ``versions`` are newest first, as the journal has them."""

    def told(before: Any, after: Any) -> tuple[str, ...]:
        return entry_changes(before, after, own_names)

    rows = _rows(current, versions, zone, told)
    return rows if current is None or versions else (_undated(current, told),)


def session_rows(
    current: Session | None, versions: Sequence[Version], zone: dt.tzinfo | None
) -> tuple[HistoryRow, ...]:
    """Tell the versions of a session's facts."""
    rows = _rows(current, versions, zone, session_changes)
    return rows if current is None or versions else (_undated(current, session_changes),)


def profile_rows(
    current: Profile, versions: Sequence[Version], zone: dt.tzinfo | None
) -> tuple[HistoryRow, ...]:
    """Tell the versions of the profile; an empty one that nobody wrote is none."""
    if not versions:
        return ()
    return _rows(current, versions, zone, profile_changes)


def _rows(
    current: Kept | None, versions: Sequence[Version], zone: dt.tzinfo | None, told: _Told
) -> tuple[HistoryRow, ...]:
    """Walk back from how it stands: each change led from one version to the next newer one."""
    rows: list[HistoryRow] = []
    newer: Any = current
    is_now = True
    oldest = max((at for at, version in enumerate(versions) if version.taken), default=-1)
    for at, version in enumerate(versions):
        when = moment(version.at, zone)
        if not version.taken:
            heading = _("From a file {moment}, not taken").format(moment=when)
            theirs = None if _same(current, version.what, told) else version.what
            rows.append(HistoryRow(heading, told(newer, version.what), theirs))
            continue
        heading = _heading(version.what, newer, first=at == oldest).format(moment=when)
        offered = None if is_now or _same(current, newer, told) else newer
        rows.append(HistoryRow(heading, told(version.what, newer), offered, is_now))
        newer, is_now = version.what, False
    return tuple(rows)


def _same(current: Kept | None, version: Kept | None, told: _Told) -> bool:
    """Whether bringing a version back would change nothing."""
    return current is not None and version is not None and not told(current, version)


def _heading(before: Kept | None, after: Kept | None, *, first: bool) -> str:
    if after is None:
        entry = isinstance(before, Entry)
        return _("Deleted or moved {moment}") if entry else _("Deleted {moment}")
    if before is not None:
        return _("Changed {moment}")
    if not first:
        return _("Brought back {moment}")
    if isinstance(after, Entry) and after.late:
        return _("Entered {moment}, more than 48 hours after its day")
    return _("Entered {moment}")


def _undated(current: Kept, told: _Told) -> HistoryRow:
    """What stands without a history, such as in a diary from an early program."""
    return HistoryRow(_("As it stands"), told(None, current), is_now=True)


def moment(at: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Write a moment where the patient is: "18 November 2026, 08:14"."""
    local = at.astimezone(zone)
    return _("{date}, {time}").format(
        date=dates.day_month_year(local.date()), time=f"{local:%H:%M}"
    )
