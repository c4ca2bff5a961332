"""A diary gets a passphrase, another one, or none: copied, checked, swapped, the old overwritten.

At every step there is one whole file under the diary's name, which the old passphrase opens or
the new one. What an interruption leaves behind is put in order when the diary is next opened:

1. ``….being-written`` is the copy. As long as it has this name, nobody needs it.
2. ``….being-replaced`` is a second name of the diary. Then the copy takes the diary's name, and
   what has the second name only is the old file, which is overwritten and removed.
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Generator, Iterable
from contextlib import closing, suppress
from itertools import zip_longest
from pathlib import Path
from typing import Any

from recovery_tracker.data.disk import folder_to_disk, overwrite_and_remove, to_disk
from recovery_tracker.data.encryption import Key, fitting, is_encrypted
from recovery_tracker.data.engine import PAGE_SIZE, WAIT_S, connect, driver, make_private_file
from recovery_tracker.data.errors import explained
from recovery_tracker.data.presence import alone
from recovery_tracker.domain.errors import RecoveryTrackerError, StorageProblem
from recovery_tracker.i18n import _

_WRITTEN, _REPLACED = ".being-written", ".being-replaced"
NO_KEY = "''"
_backups_alone = threading.Lock()  # one thread of the one window that looks after backups
_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside a file


def change_key(file: Path, old: Key | None, new: Key | None, wait_s: float = WAIT_S) -> None:
    """Give a diary that nobody has open another key; ``None`` = it is plain.

    Raises:
        StorageProblem: another program has the diary open, the disk is full, or the copy is not
            the same; the diary is as it was.
        PassphraseNeeded, WrongPassphrase: ``old`` does not open it.
    """
    with explained(file), alone(file.parent, wait_s):
        _put_in_order(file)
        rewrite(file, old, new, wait_s)


def rewrite(file: Path, old: Key | None, new: Key | None, wait_s: float = 0.0) -> None:
    """Do the same for any one file, such as a backup; whoever calls has it alone."""
    copy = file.with_name(file.name + _WRITTEN)
    try:
        with closing(_alone_with(file, old := fitting(old, file), wait_s)) as source:
            _check(source, old, _damaged(file))
            _copy(source, copy, new)
            _compare(source, copy, new)
        _nothing_beside(file)
        to_disk(copy)
        _swap(file, copy)
    except BaseException:
        with suppress(OSError):
            _put_in_order(file)
        raise


def rewrite_backups(files: Iterable[Path], old: Key | None, new: Key | None) -> int:
    """Give backups the diary's new key, too; count those that stay as they are.

    A backup stays as it is when ``old`` does not open it, or when it is damaged. One that has
    the new key already is done: so an interrupted change can be taken up again.
    """
    left = 0
    for file in files:
        try:
            with _backups_alone:
                _put_in_order(file)
                if is_encrypted(file) if new is None else not _has(file, new):
                    rewrite(file, old, new)
        except (RecoveryTrackerError, driver.Error, OSError):
            left += 1
    return left


def tidy_backups(places: Iterable[Path]) -> None:
    """Put in order what an interrupted change left among the backups of some folders.

    What cannot be removed now is tried again next time.
    """
    for place in places:
        for mark in (_WRITTEN, _REPLACED):
            for left in sorted(place.glob(f"*{mark}*")):
                with suppress(OSError), _backups_alone:
                    _put_in_order(left.with_name(left.name.partition(mark)[0]))


def _has(file: Path, key: Key) -> bool:
    return is_encrypted(file) and key.opens(file)


def finish_interrupted(file: Path, wait_s: float = WAIT_S) -> None:
    """Put in order what an interrupted change left beside a diary.

    Raises:
        StorageProblem: another program is at it.
    """
    if any(_leftovers(file)):
        with alone(file.parent, wait_s):
            _put_in_order(file)


def _leftovers(file: Path) -> Generator[Path]:
    for mark in (_WRITTEN, _REPLACED):
        for end in _BESIDE:
            left = file.with_name(file.name + mark + end)
            if left.exists():
                yield left
    journal = file.with_name(file.name + "-journal")
    if _is_cold(journal):
        yield journal


def _is_cold(journal: Path) -> bool:
    """Tell whether a journal is there of which SQLite has no use, and which it lets lie."""
    try:
        with journal.open("rb") as stream:
            return stream.read(1) in (b"", b"\0")
    except FileNotFoundError:
        return False


def _put_in_order(file: Path) -> None:
    replaced = file.with_name(file.name + _REPLACED)
    if replaced.exists() and not file.exists():  # between the two renames of a disk without links
        replaced.rename(file)
        folder_to_disk(file.parent)
    for left in _leftovers(file):
        if file.exists() and left.samefile(file):  # the diary itself, by its second name
            left.unlink()
        else:
            overwrite_and_remove(left)


# The steps ---------------------------------------------------------------------------------


def _alone_with(file: Path, key: Key | None, wait_s: float) -> Any:
    """Open a file for this connection alone, its log put into it and removed."""
    connection = connect(file, key, wait_s=0)
    give_up = time.monotonic() + wait_s
    try:
        while not _without_log(connection, last_time=time.monotonic() >= give_up):
            time.sleep(0.02)  # SQLite itself does not wait for this
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except BaseException:
        connection.close()
        raise
    return connection


def _without_log(connection: Any, *, last_time: bool) -> bool:
    """Leave the write-ahead log, which only the one who is alone with a file can."""
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except driver.OperationalError as error:
        if last_time or error.sqlite_errorcode & 0xFF != driver.SQLITE_BUSY:
            raise
        return False
    return True


def _copy(source: Any, copy: Path, key: Key | None) -> None:
    """Copy the living rows, not the file: what was deleted from it stays behind."""
    make_private_file(copy)
    if key is not None:
        source.execute(f"PRAGMA cipher_default_page_size = {PAGE_SIZE}")
    source.execute(f"ATTACH ? AS copied KEY {key.literal() if key else NO_KEY}", (str(copy),))
    try:
        if key is None:
            source.execute(f"PRAGMA copied.page_size = {PAGE_SIZE}")
        source.execute("BEGIN")
        try:
            source.execute("SELECT sqlcipher_export('copied')")
            for pragma in ("user_version", "application_id"):
                (number,) = source.execute(f"PRAGMA main.{pragma}").fetchone()
                source.execute(f"PRAGMA copied.{pragma} = {int(number)}")
            source.execute("COMMIT")
        except BaseException:
            with suppress(driver.Error):
                source.execute("ROLLBACK")
            raise
    except driver.OperationalError as error:  # sqlcipher_export does not tell why
        raise _no_room() from error
    finally:
        with suppress(driver.Error):
            source.execute("DETACH copied")


def _compare(source: Any, copy: Path, key: Key | None) -> None:
    """Open the copy anew and hold it against the source: its pages, its tables, each row.

    Raises:
        StorageProblem: it is not the same.
    """
    with closing(connect(copy, key)) as copied:
        _check(copied, key, _not_the_same())
        if is_encrypted(copy) != (key is not None):
            raise _not_the_same()
        tables = _tables(source)
        if tables != _tables(copied):
            raise _not_the_same()
        for name in (name for kind, name, _sql in tables if kind == "table"):
            rows = f'SELECT * FROM "{name}"'  # noqa: S608 - a name of our own schema
            if any(a != b for a, b in zip_longest(source.execute(rows), copied.execute(rows))):
                raise _not_the_same()


def _check(connection: Any, key: Key | None, otherwise: StorageProblem) -> None:
    """Have the database check a file itself: its tables and, with a key, the seal of each page."""
    checks = ["integrity_check"] + (["cipher_integrity_check"] if key else [])
    try:
        found = [row[0] for check in checks for row in connection.execute(f"PRAGMA {check}")]
    except (driver.DatabaseError, UnicodeDecodeError) as error:
        raise otherwise from error
    if found != ["ok"]:
        raise otherwise


def _tables(connection: Any) -> list[tuple[str, str, str]]:
    return connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY 1, 2"
    ).fetchall()


def _in_use() -> StorageProblem:
    return StorageProblem(_("The diary is in use by another program; try again."))


def _damaged(file: Path) -> StorageProblem:
    return StorageProblem(
        _(
            "The diary {path} is damaged. Nothing was changed. Put a backup in its place, then "
            "try again."
        ).format(path=file)
    )


def _no_room() -> StorageProblem:
    return StorageProblem(
        _(
            "The copy of the diary could not be written. Nothing was changed. Check that the disk "
            "has room for a second copy, then try again."
        )
    )


def _not_the_same() -> StorageProblem:
    return StorageProblem(
        _(
            "The copy of the diary was not the same as the diary. Nothing was changed. Check the "
            "disk, then try again."
        )
    )


def _nothing_beside(file: Path) -> None:
    """Make sure that nothing of the old file would be read into the new one.

    Raises:
        StorageProblem: another program opened the file and left something beside it.
    """
    for end in _BESIDE[1:]:
        left = file.with_name(file.name + end)
        if _is_cold(left) and end == "-journal":
            overwrite_and_remove(left)
        elif left.exists():
            raise _in_use()


def _swap(file: Path, copy: Path) -> None:
    replaced = file.with_name(file.name + _REPLACED)
    try:
        os.link(file, replaced)
    except OSError:  # such as on a memory stick
        file.rename(replaced)
    copy.replace(file)
    folder_to_disk(file.parent)
    overwrite_and_remove(replaced)
    folder_to_disk(file.parent)
