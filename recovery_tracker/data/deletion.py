"""What was deleted: listing what can be brought back, and removing it for good."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, select

from recovery_tracker.data.pictures import COLUMNS
from recovery_tracker.data.rows import moment_text, photo, stated_moment
from recovery_tracker.data.tables import (
    entries,
    entry_versions,
    photos,
    pictures,
    sessions,
    shown,
)
from recovery_tracker.domain.kept import Deleted


def read(connection: Connection) -> tuple[Deleted, ...]:
    """Return deleted sessions, and what was deleted of sessions that are there, newest first."""
    gone_sessions = select(sessions.c.id, sessions.c.date, sessions.c.deleted_at).where(
        sessions.c.deleted_at.is_not(None), sessions.c.undone == 0
    )
    gone_entries = (
        select(entries.c.session_id, entries.c.date, entries.c.deleted_at)
        .join(sessions)
        .where(
            entries.c.deleted_at.is_not(None),
            entries.c.undone == 0,
            sessions.c.deleted_at.is_(None),
        )
    )
    gone_photos = (
        select(photos.c.session_id, photos.c.deleted_at, *COLUMNS)
        .join(sessions)
        .where(
            photos.c.deleted_at.is_not(None),
            photos.c.undone == 0,
            sessions.c.deleted_at.is_(None),
        )
    )
    found = [
        *[_deleted("session", row) for row in connection.execute(gone_sessions)],
        *[_deleted("entry", row) for row in connection.execute(gone_entries)],
        *[_deleted_photo(row) for row in connection.execute(gone_photos)],
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
    for session_id, undone in connection.execute(_due(sessions, due)).all():
        connection.execute(delete(sessions).where(sessions.c.id == session_id))
        count += not undone
    for entry_id, undone, session_id, date in connection.execute(
        _due(entries, due, entries.c.session_id, entries.c.date)
    ).all():
        _forget_entry(connection, entry_id, session_id, date)
        count += not undone
    for photo_id, undone in connection.execute(_due(photos, due)).all():
        connection.execute(delete(photos).where(photos.c.id == photo_id))
        count += not undone
    connection.execute(delete(pictures).where(pictures.c.sha256.not_in(select(photos.c.sha256))))
    return count


def _due(table: Table, before: str | None, *columns: Any) -> Select[*tuple[Any, ...]]:
    return select(table.c.id, table.c.undone, *columns).where(table.c.deleted_at < before)


def _forget_entry(connection: Connection, entry_id: int, session_id: str, date: str) -> None:
    """Remove an entry, its versions, and the warnings that quote it."""
    connection.execute(delete(entries).where(entries.c.id == entry_id))
    for table in (entry_versions, shown):
        connection.execute(
            delete(table).where(table.c.session_id == session_id, table.c.date == date)
        )
