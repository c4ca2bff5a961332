"""The sessions of the diary: reading them, and writing with their history."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from recovery_tracker.data import history, rows
from recovery_tracker.data.engine import Prepared
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import SESSION_FIELDS, moment_text
from recovery_tracker.data.tables import sessions
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Session
from recovery_tracker.i18n import _

_COLUMNS = [sessions.c[name] for name in SESSION_FIELDS]
_READ_ALL = Prepared(
    select(*_COLUMNS)
    .where(sessions.c.deleted_at.is_(None))
    .order_by(sessions.c.date, sessions.c.id)
)
_READ_ONE = Prepared(
    select(*_COLUMNS, sessions.c.deleted_at, sessions.c.undone).where(
        sessions.c.id == bindparam("session_id")
    )
)
_IS_THERE = Prepared(
    select(sessions.c.id).where(
        sessions.c.id == bindparam("session_id"), sessions.c.deleted_at.is_(None)
    )
)


def read_all(connection: Connection) -> tuple[Session, ...]:
    """Read the sessions that are not deleted, by date, then id."""
    with understood():
        return tuple([rows.session(row) for row in _READ_ALL.run(connection)])


def read_one(connection: Connection, session_id: str) -> Session:
    """Read one session.

    Raises:
        NotFound: there is none, or it is deleted.
    """
    row = _row(connection, session_id)
    if row is None or row.deleted_at is not None:
        raise _not_there()
    with understood():
        return rows.session(row)


def check(connection: Connection, session_id: str) -> None:
    """Refuse to go on without the session.

    Raises:
        NotFound: there is none, or it is deleted.
    """
    if _IS_THERE.run(connection, session_id=session_id).first() is None:
        raise _not_there()


def _row(connection: Connection, session_id: str) -> Row[Any] | None:
    return _READ_ONE.run(connection, session_id=session_id).first()


def _not_there() -> NotFound:
    return NotFound(_("This session is no longer in your diary."))


def write(connection: Connection, session: Session, at: dt.datetime) -> None:
    """Add a session or change the one with its id.

    A deleted one stays deleted; one whose addition was taken back is there again.
    """
    row = _row(connection, session.id)
    if row is None:
        columns = {**rows.session_row(session), "deleted_at": None, "undone": 0}
        connection.execute(insert(sessions).values(columns))
        history.keep_session(connection, session.id, None, at)
        return
    with understood():
        before = rows.session(row)
    if before == session and not row.undone:
        return
    history.keep_session(connection, session.id, None if row.undone else before, at)
    columns = rows.session_row(session)
    if row.undone:
        columns |= {"deleted_at": None, "undone": 0}
    connection.execute(update(sessions).where(sessions.c.id == session.id).values(columns))


def hide(connection: Connection, session_id: str, at: dt.datetime, *, undone: bool) -> None:
    """Mark a session as deleted; what belongs to it stays with it.

    Raises:
        NotFound: there is none, or it is deleted already.
    """
    history.keep_session(connection, session_id, read_one(connection, session_id), at)
    _mark(connection, session_id, moment_text(at), undone=undone)


def revive(connection: Connection, session_id: str, at: dt.datetime) -> None:
    """Bring a deleted session back; one that is not deleted stays as it is.

    Raises:
        NotFound: there is none.
    """
    row = _row(connection, session_id)
    if row is None:
        raise _not_there()
    if row.deleted_at is not None:
        history.keep_session(connection, session_id, None, at)
        _mark(connection, session_id, None, undone=False)


def _mark(connection: Connection, session_id: str, at: str | None, *, undone: bool) -> None:
    connection.execute(
        update(sessions)
        .where(sessions.c.id == session_id)
        .values(deleted_at=at, undone=int(undone))
    )
