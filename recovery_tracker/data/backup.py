"""A copy of the diary that is whole: written beside, checked, then given its name."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from recovery_tracker.data.backup_files import beside, put_in_place, remove_unfinished
from recovery_tracker.data.engine import Connection, driver, make_private_file
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

Unlock = Callable[[Any], None]
"""Gives a connection of the driver, just opened, the key of an encrypted diary."""


def no_key(_connection: Any) -> None:
    """Unlock what is not encrypted."""


def copy_to(diary: Connection, target: Path, unlock: Unlock = no_key) -> None:
    """Copy the diary, as it is at this moment, into a single file in place of ``target``.

    Others may read and write meanwhile. A plain copy of the file would miss what is still in
    its log. A copy of an encrypted diary has its key.

    Raises:
        StorageProblem: the copy is not whole; nothing has the target's name then.
    """
    unfinished = beside(target)
    try:
        make_private_file(unfinished)  # VACUUM INTO takes an empty file
        before = fingerprint(diary)
        diary.execute("VACUUM INTO ?", (str(unfinished),))
        _compare(_check(unfinished, unlock), before, diary)
        put_in_place(unfinished, target)
    except BaseException:
        remove_unfinished(unfinished)
        raise


def open_to_read(file: Path, unlock: Unlock = no_key, *, unchanging: bool = False) -> Any:
    """Open a connection of the driver that only reads.

    Args:
        file: a diary or a copy of one.
        unlock: gives the connection its key.
        unchanging: nobody writes to the file and there is no log beside it; the folder is left
            as it is then, even if it can be written.
    """
    place = f"{file.resolve().as_uri()}?mode=ro{'&immutable=1' if unchanging else ''}"
    connection = driver.connect(place, uri=True, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        unlock(connection)
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
    except BaseException:
        connection.close()
        raise
    return connection


def fingerprint(connection: Any) -> bytes:
    """Return a number of all that a diary holds, whatever the order of its rows.

    Pictures count by their own fingerprint and their length; what need not be judged again is
    nothing a person has entered.
    """
    total = 0
    names = (
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND name <> 'settled'"
    )
    for (name,) in sorted(connection.execute(names).fetchall()):
        columns = "*" if name != "pictures" else "sha256, length(data), length(thumbnail)"
        for row in connection.execute(f'SELECT {columns} FROM "{name}"'):  # noqa: S608 - our names
            digest = hashlib.blake2b(repr((name, *row)).encode("utf-8", "replace"), digest_size=16)
            total += int.from_bytes(digest.digest(), "big")
    return (total % 2**160).to_bytes(20, "big")


def faults(connection: Any) -> list[str]:
    """Return what the database itself finds wrong with a file; empty = nothing."""
    try:
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        if connection.execute("PRAGMA cipher_version").fetchone():
            found += [str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check")]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    except (driver.DatabaseError, UnicodeDecodeError) as error:
        return [str(error)]
    missing = [f"a row of {row[0]} without its {row[2]}" for row in broken]
    return [fault for fault in (*found, *missing) if fault != "ok"]


def _check(copy: Path, unlock: Unlock) -> bytes:
    """Open a copy anew and check it; return its fingerprint."""
    try:
        with closing(open_to_read(copy, unlock, unchanging=True)) as connection:
            if not faults(connection):
                return fingerprint(connection)
    except (driver.DatabaseError, UnicodeDecodeError):
        pass
    raise _not_whole()


def _compare(copied: bytes, before: bytes, diary: Any) -> None:
    """Hold a copy against the diary, unless somebody wrote to that meanwhile."""
    if copied != before and fingerprint(diary) == before:
        raise _not_whole()


def _not_whole() -> StorageProblem:
    return StorageProblem(
        _("The copy of the diary could not be made whole. Check the disk, then try again.")
    )
