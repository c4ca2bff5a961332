"""What was deleted: listing what can be brought back, and removing it for good."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recovery_tracker.data import statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.rows import moment_text, photo, stated_moment
from recovery_tracker.domain.kept import Deleted


def read(connection: Connection) -> tuple[Deleted, ...]:
    """Return deleted sessions, and what was deleted of sessions that are there, newest first."""
    found = [
        *[_deleted("session", row) for row in statements.DELETED_SESSIONS.run(connection)],
        *[_deleted("entry", row) for row in statements.DELETED_ENTRIES.run(connection)],
        *[_deleted_photo(row) for row in statements.DELETED_PHOTOS.run(connection)],
    ]
    found.sort(key=lambda gone: (gone.deleted_at, gone.date, gone.session_id), reverse=True)
    return tuple(found)


def _deleted(kind: Any, row: Any) -> Deleted:
    session_id, date, deleted_at = row
    return Deleted(kind, session_id, dt.date.fromisoformat(date), stated_moment(deleted_at))


def _deleted_photo(row: Any) -> Deleted:
    session_id, deleted_at, *known = row
    gone = photo(known)
    return Deleted("photo", session_id, gone.date, stated_moment(deleted_at), gone)


def purge(connection: Connection, before: dt.datetime) -> int:
    """Remove what was deleted before a moment, with its history; count what was listed.

    What was taken back (``undone``) goes too, uncounted: the patient never saw it as deleted.
    """
    count = 0
    due = moment_text(before)
    for session_id, undone in statements.DUE_SESSIONS.run(connection, before=due).fetchall():
        statements.FORGET_SESSION.run(connection, id=session_id)
        count += not undone
    for entry_id, undone, *day in statements.DUE_ENTRIES.run(connection, before=due).fetchall():
        _forget_entry(connection, entry_id, *day)
        count += not undone
    for photo_id, undone in statements.DUE_PHOTOS.run(connection, before=due).fetchall():
        statements.FORGET_PHOTO.run(connection, id=photo_id)
        count += not undone
    statements.FORGET_PICTURES.run(connection)
    return count


def _forget_entry(connection: Connection, entry_id: int, session_id: str, date: str) -> None:
    """Remove an entry, its versions, and the warnings that quote it."""
    statements.FORGET_ENTRY.run(connection, id=entry_id)
    for forget in (statements.FORGET_ENTRY_VERSIONS, statements.FORGET_SHOWN):
        forget.run(connection, session_id=session_id, date=date)
