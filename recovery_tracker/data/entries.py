"""The entries of one session: reading them, and writing only what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from recovery_tracker.data import history, rows, sessions, settled, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import ENTRY_COLUMNS, moment_text
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_ROW = ("session_id", *ENTRY_COLUMNS, "added_at")
_CHANGED = tuple(f"to_{name}" for name in ENTRY_COLUMNS)


@frozen
class _Kept:
    """An entry as it stands in the database."""

    stamp: int
    id: int
    hidden: bool
    entry: Entry

    def let_go(self) -> None:
        """Remember it no more: the diary is about to hold something else there."""
        _read_before.pop(self.stamp, None)


# What was read before: stamp -> entry. A tap reads its session anew, of which one entry has
# changed; the same stamp always means the same (frozen) entry, in any program and any copy.
_read_before: dict[int, Entry] = {}
_MOST_READ_BEFORE = 2000
_FEW = 3


def forget() -> None:
    """Let go of what was read before: the diary is closed, or is looked at as it is on disk."""
    _read_before.clear()


def _entry(row: Sequence[Any]) -> Entry:
    stamp: int = row[0]
    found = _read_before.get(stamp)
    if found is None:
        if len(_read_before) >= _MOST_READ_BEFORE:
            _read_before.clear()
        found = _read_before[stamp] = rows.entry(*row[3:])
    return found


def read(connection: Connection, session_id: str) -> tuple[Entry, ...]:
    """Read the entries of a session that are not deleted, by date."""
    found = [
        (row[0], row[1]) for row in statements.READ_STAMPS.run(connection, session_id=session_id)
    ]
    known = {stamp: _read_before.get(stamp) for stamp, _date in found}
    missing = [date for stamp, date in found if known[stamp] is None]
    with understood():
        if len(missing) > _FEW:
            for row in statements.READ_ENTRIES.run(connection, session_id=session_id):
                known[row[0]] = _entry(row)
        else:
            for date in missing:
                row = statements.READ_ENTRY.first(connection, session_id=session_id, date=date)
                known[row[0]] = _entry(row)
    return tuple([entry for stamp, _date in found if (entry := known[stamp])])


def read_one(connection: Connection, session_id: str, date: dt.date) -> Entry | None:
    """Read one entry, unless it is deleted."""
    kept = _kept(connection, session_id, (date,)).get(date)
    return None if kept is None or kept.hidden else kept.entry


def _kept(
    connection: Connection, session_id: str, dates: Sequence[dt.date]
) -> dict[dt.date, _Kept]:
    """Read what is kept for some dates, deleted entries included."""
    if len(dates) == 1:
        date = dates[0].isoformat()
        found = statements.READ_ENTRY.run(connection, session_id=session_id, date=date)
    else:
        found = statements.READ_ENTRIES.run(connection, session_id=session_id)
    with understood():
        kept = [_kept_as(row) for row in found]
    return {each.entry.date: each for each in kept}


def _kept_as(row: Sequence[Any]) -> _Kept:
    return _Kept(row[0], row[1], row[2] is not None, _entry(row))


def change(
    connection: Connection,
    session_id: str,
    date: dt.date,
    edit: Callable[[Entry | None], Entry | None],
    at: dt.datetime,
) -> tuple[Entry | None, Entry] | None:
    """Keep what ``edit`` makes of the entry of a date; ``None`` where it leaves all as it is.

    Returns:
        The entry there was, and the one there is now.

    Raises:
        NotFound: there is no such session.
    """
    row = statements.READ_DAY.first(connection, session_id=session_id, date=date.isoformat())
    if row is None:
        raise sessions.not_there()
    with understood():
        kept = None if row[0] is None else _kept_as(row)
    before = None if kept is None or kept.hidden else kept.entry
    after = edit(before)
    if after is None:
        return None
    if kept is None:
        _add(connection, session_id, [after], at)
    else:
        history.keep_entries(connection, session_id, [(date, before)], at)
        _replace(connection, kept, after)
    settled.drop(connection, session_id)
    return before, after


def write(
    connection: Connection, session_id: str, coming: Iterable[Entry], at: dt.datetime
) -> None:
    """Keep entries of a session that exists; the earlier versions go into the history."""
    by_date = {entry.date: entry for entry in coming}
    kept = _kept(connection, session_id, tuple(by_date))
    new = [entry for date, entry in by_date.items() if date not in kept]
    _add(connection, session_id, new, at)
    changes = [
        (before, by_date[date])
        for date, before in kept.items()
        if date in by_date and (before.hidden or before.entry != by_date[date])
    ]
    earlier = [(b.entry.date, None if b.hidden else b.entry) for b, _after in changes]
    history.keep_entries(connection, session_id, earlier, at)
    for before, after in changes:
        _replace(connection, before, after)
    if new or changes:
        settled.drop(connection, session_id)


def _add(connection: Connection, session_id: str, new: Sequence[Entry], at: dt.datetime) -> None:
    moment = moment_text(at)
    statements.ADD_ENTRY.run_many(
        connection, _ROW, [(session_id, *rows.entry_row(entry), moment) for entry in new]
    )


def _replace(connection: Connection, before: _Kept, after: Entry) -> None:
    before.let_go()
    statements.CHANGE_ENTRY.run(
        connection, of_id=before.id, **dict(zip(_CHANGED, rows.entry_row(after), strict=True))
    )


def hide(
    connection: Connection, session_id: str, date: dt.date, at: dt.datetime, *, undone: bool
) -> None:
    """Mark an entry as deleted.

    Raises:
        NotFound: there is none.
    """
    kept = _kept(connection, session_id, (date,)).get(date)
    if kept is None or kept.hidden:
        raise NotFound(_("There is no entry for {date}.").format(date=date))
    history.keep_entries(connection, session_id, [(date, kept.entry)], at)
    kept.let_go()
    statements.HIDE_ENTRY.run(
        connection, of_id=kept.id, deleted_at=moment_text(at), undone=int(undone)
    )
    settled.drop(connection, session_id)
