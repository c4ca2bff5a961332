"""Whether a diary is whole: looked at without changing anything, each finding in words."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from pathlib import Path
from typing import Any

from recovery_tracker.data import deletion, entries, history, pictures, profiles, sessions, warnings
from recovery_tracker.data.backup import no_key, open_to_read
from recovery_tracker.data.connections import one_transaction
from recovery_tracker.data.encryption import Key, fitting
from recovery_tracker.data.engine import Connection, driver
from recovery_tracker.data.errors import explained
from recovery_tracker.data.schema import SCHEMA, declared, definitions
from recovery_tracker.data.surroundings import log_is_missing
from recovery_tracker.domain.errors import NotFound, RecoveryTrackerError
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_MOST = 20  # findings of one kind; a file full of them need not be listed


@frozen
class Checked:
    """What a check saw.

    Attributes:
        findings: what is wrong, in words; empty = nothing was found.
        sessions, entries, pictures: how many could be read.
    """

    findings: tuple[str, ...]
    sessions: int = 0
    entries: int = 0
    pictures: int = 0


def check(file: Path, key: Key | None = None) -> Checked:
    """Look at every page, rule, entry and picture of a diary; nothing is written.

    Raises:
        NotFound: there is no diary.
        StorageProblem: the file cannot be read.
        PassphraseNeeded, WrongPassphrase: it is encrypted.
    """
    if not file.is_file():
        raise NotFound(
            _("There is no diary in {folder} yet. Name its folder with --data-dir.").format(
                folder=file.parent
            )
        )
    with explained(file):
        key = fitting(key, file)
    entries.forget()  # what the disk holds is asked for, not what was read once
    while True:
        closed = not file.with_name(file.name + "-wal").exists()
        before = file.stat()
        checked = _look(file, key, unchanging=closed)
        after = file.stat()
        if not closed or (before.st_mtime_ns, before.st_size) == (after.st_mtime_ns, after.st_size):
            return checked  # else another program wrote meanwhile: what was seen is no moment


def _look(file: Path, key: Key | None, *, unchanging: bool) -> Checked:
    found: list[str] = []
    if log_is_missing(file):
        found.append(
            _(
                "The log {log} beside the diary is missing. What was entered last may be "
                "missing, too. Compare it with the latest backup."
            ).format(log=file.name + "-wal")
        )
    unlock = key.unlock if key else no_key
    try:
        with (
            explained(file),
            closing(open_to_read(file, unlock, unchanging=unchanging)) as connection,
        ):
            found += _broken_pages(connection)
            found += _schema(connection)
            with one_transaction(connection, "BEGIN"):
                return _contents(connection, found)
    except (driver.Error, ValueError, TypeError) as error:  # a table, or a text, is not there
        return Checked((*found, _unreadable(_("the diary"), error)))
    except RecoveryTrackerError as error:
        return Checked((*found, error.sentence))


def _broken_pages(connection: Any) -> Generator[str]:
    try:
        rows: list[str] = [
            str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_MOST})")
        ]
        rows += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        broken: list[Any] = connection.execute("PRAGMA foreign_key_check").fetchall()
    except driver.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == driver.SQLITE_NOTADB:
            raise
        rows, broken = [str(error)], list[Any]()
    for row in rows:
        if row != "ok":
            yield _("The file is damaged: {detail}.").format(detail=row.rstrip("."))
    for table, parent in sorted({(str(row[0]), str(row[2])) for row in broken}):
        yield _("A part of the diary ({table}) belongs to nothing ({parent}).").format(
            table=table, parent=parent
        )


def _schema(connection: Any) -> Generator[str]:
    """Hold the tables of the file against those the program declares."""
    versions = [row[0] for row in connection.execute("SELECT version_num FROM alembic_version")]
    if versions != [SCHEMA]:
        yield _(
            "The file has version {version}, the program works with {wanted}. Open the diary "
            "in the window to update it."
        ).format(version=", ".join(versions) or "?", wanted=SCHEMA)
        return
    there, wanted = definitions(connection), declared()
    for name in sorted(there.keys() | wanted.keys()):
        if there.get(name) != wanted.get(name):
            yield _("The table or index {name} is not as the program made it.").format(name=name)


def _contents(connection: Connection, found: list[str]) -> Checked:
    """Read every session with all that belongs to it, as the program itself does."""
    read = days = 0
    profiles.read(connection)
    for kind in ("symptom", "care_item"):
        profiles.read_items(connection, kind)
    history.read(connection, None, None)
    deletion.read(connection)
    for session in sessions.read_all(connection):
        try:
            days += len(_read_session(connection, session.id))
            read += 1
        except (RecoveryTrackerError, driver.Error, ValueError, TypeError) as error:
            name = _("the session of {date}").format(date=session.date.isoformat())
            found.append(_unreadable(name, error))
    good, bad = _pictures(connection)
    found += bad
    return Checked(tuple(found), read, days, good)


def _read_session(connection: Connection, session_id: str) -> tuple[Any, ...]:
    story = entries.read(connection, session_id)
    pictures.read(connection, session_id)
    warnings.read_acts(connection, session_id)
    warnings.read_shown(connection, session_id)
    history.read(connection, session_id, None)
    for entry in story:
        history.read(connection, session_id, entry.date)
    return tuple(story)


def _unreadable(what: str, error: Exception) -> str:
    detail = error.sentence if isinstance(error, RecoveryTrackerError) else str(error)
    return _("Not all of {what} could be read: {detail}.").format(
        what=what, detail=detail.rstrip(".")
    )


def _pictures(connection: Connection) -> tuple[int, list[str]]:
    good, found = 0, list[str]()
    for sha256, data in connection.execute("SELECT sha256, CAST(data AS BLOB) FROM pictures"):
        if pictures.is_whole(sha256, data):
            good += 1
        elif len(found) < _MOST:
            found.append(
                _("The picture {number} is not what was kept; it was damaged.").format(
                    number=sha256[:12]
                )
            )
    return good, found
