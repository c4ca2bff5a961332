"""The sessions of the diary: reading them, and writing with their history."""

from __future__ import annotations

import datetime as dt
from typing import Any

from recovery_tracker.data import history, rows, settled, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import moment_text
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Session
from recovery_tracker.i18n import _


def read_all(connection: Connection) -> tuple[Session, ...]:
    """Read the sessions that are not deleted, by date, then id."""
    with understood():
        return tuple([rows.session(row) for row in statements.READ_SESSIONS.run(connection)])


def read_one(connection: Connection, session_id: str) -> Session:
    """Read one session.

    Raises:
        NotFound: there is none, or it is deleted.
    """
    row = _row(connection, session_id)
    if row is None or _is_hidden(row):
        raise not_there()
    with understood():
        return rows.session(row)


def check(connection: Connection, session_id: str) -> None:
    """Refuse to go on without the session.

    Raises:
        NotFound: there is none, or it is deleted.
    """
    if statements.SESSION_IS_THERE.first(connection, session_id=session_id) is None:
        raise not_there()


def _row(connection: Connection, session_id: str) -> Any:
    """Return the session's own columns, when it was deleted, and whether that was an undoing."""
    return statements.READ_SESSION.first(connection, session_id=session_id)


def _is_hidden(row: Any) -> bool:
    return row[-2] is not None


def _is_undone(row: Any) -> bool:
    return bool(row[-1])


def not_there() -> NotFound:
    """Return the sentence for a session that is not in the diary, or deleted."""
    return NotFound(_("This session is no longer in your diary."))


def write(connection: Connection, session: Session, at: dt.datetime) -> None:
    """Add a session or change the one with its id.

    A deleted one stays deleted; one whose addition was taken back is there again.
    """
    row = _row(connection, session.id)
    if row is None:
        statements.ADD_SESSION.run(connection, **rows.session_row(session))
        settled.drop_all(connection)
        history.keep_session(connection, session.id, None, at)
        return
    with understood():
        before = rows.session(row)
    if before == session and not _is_undone(row):
        return
    history.keep_session(connection, session.id, None if _is_undone(row) else before, at)
    statements.CHANGE_SESSION.run(connection, of_id=session.id, **rows.session_row(session))
    settled.drop_all(connection)
    if _is_undone(row):
        _mark(connection, session.id, None, undone=False)


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
        raise not_there()
    if _is_hidden(row):
        history.keep_session(connection, session_id, None, at)
        _mark(connection, session_id, None, undone=False)


def _mark(connection: Connection, session_id: str, at: str | None, *, undone: bool) -> None:
    statements.MARK_SESSION.run(connection, of_id=session_id, deleted_at=at, undone=int(undone))
    settled.drop_all(connection)
