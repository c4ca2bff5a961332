"""A backup takes the diary's place: looked at first, the present state kept, all in one step."""

from __future__ import annotations

import datetime as dt
import os
import shutil
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from recovery_tracker.data.backup import copy_to, faults, fingerprint, no_key, open_to_read
from recovery_tracker.data.checking import check
from recovery_tracker.data.disk import folder_to_disk, to_disk
from recovery_tracker.data.encryption import Key, fitting
from recovery_tracker.data.engine import (
    PAGE_SIZE,
    WAIT_S,
    connect,
    connector,
    driver,
    make_private_folder,
)
from recovery_tracker.data.errors import explained
from recovery_tracker.data.keeping import ASIDE, Keeping
from recovery_tracker.data.presence import alone
from recovery_tracker.data.schema import SCHEMA
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.data.workroom import workroom
from recovery_tracker.domain.backups import next_backup
from recovery_tracker.domain.errors import Damaged, NotFound, StorageProblem
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_BESIDE = ("", "-wal", "-shm", "-journal")  # what SQLite keeps beside a file


@frozen
class Restored:
    """What a restore left behind.

    Attributes:
        kept: the backup of the state before; ``None`` where there was none to keep.
        aside: where the damaged file of the state before is now.
    """

    kept: Path | None = None
    aside: Path | None = None


@frozen
class Copy:
    """A backup that was opened as a diary of its own: its store, its file and its key."""

    store: SqliteStore
    file: Path
    key: Key | None


@contextmanager
def opened_copy(
    source: Path, folder: Path, clock: Callable[[], dt.datetime], key: Key | None = None
) -> Generator[Copy]:
    """Open a backup as a diary of its own, brought up to date; the backup itself stays as it is.

    Args:
        source: a backup, or a diary of another folder.
        folder: the data folder; the copy is in a private room of it.
        clock: gives the present moment.
        key: opens the backup, if it is encrypted.

    Raises:
        NotFound: there is no such file.
        Damaged: it is damaged, or no diary; the sentence says to choose another one.
        PassphraseNeeded, WrongPassphrase: it has another passphrase.
    """
    if not source.is_file():
        raise NotFound(_("There is no backup {file}. Check the name.").format(file=source))
    with explained(folder), workroom(folder) as room:
        copy = room / FILE_NAME
        with explained(source):
            _fetch(source, copy, key)
        key = fitting(key, copy)
        _look_whether_whole(copy, source, key)
        store = open_store(room, clock, key=key)
        try:
            if check(copy, key).findings:
                raise _damaged(source)
            yield Copy(store, copy, key)
        finally:
            store.close()


def _fetch(source: Path, copy: Path, key: Key | None) -> None:
    """Copy a backup, byte by byte; a diary in use has a log and is copied by the database."""
    if source.with_name(source.name + "-wal").exists():
        key = fitting(key, source)
        with closing(connector(source, key=key)()) as diary:
            copy_to(diary, copy, key.unlock if key else no_key)
    else:
        shutil.copyfile(source, copy)


def _look_whether_whole(copy: Path, source: Path, key: Key | None) -> None:
    try:
        unlock = key.unlock if key else no_key
        with closing(open_to_read(copy, unlock, unchanging=True)) as connection:
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            whole = bool(version) and not faults(connection)
            fingerprint(connection)  # reads each text of each row
    except (driver.DatabaseError, UnicodeDecodeError):
        version, whole = None, False
    if not whole:
        raise _damaged(source)
    if version is not None and version[0] > SCHEMA:
        raise StorageProblem(
            _(
                "This backup was written by a newer version of the program. Nothing was changed. "
                "Update the program to restore it."
            )
        )


def _damaged(source: Path) -> Damaged:
    return Damaged(
        _(
            "{file} is damaged, or is no backup of a diary. Nothing was changed. Choose "
            "another backup."
        ).format(file=source)
    )


def restore(
    keeping: Keeping, source: Path, backup_key: Key | None = None, wait_s: float = WAIT_S
) -> Restored:
    """Put a backup in place of what the diary holds; the state before is kept.

    Other programs may have the diary open: they read what was, then what is, never a mixture,
    for it is one transaction of the same file. Only where that file is damaged does another one
    take its name; it is set aside, and nobody else may have it open then.

    Args:
        keeping: the backups of the diary.
        source: the backup.
        backup_key: opens the backup if it has another passphrase than the diary.
        wait_s: how many seconds to wait for other programs.

    Raises:
        StorageProblem: the backup or the diary cannot be used; nothing was changed then.
        NotFound: there is no such backup.
    """
    key = backup_key or keeping.key
    with opened_copy(source, keeping.folder, keeping.clock, key) as opened:
        opened.store.close()  # its log is in its file then
        with explained(keeping.file):
            if is_whole(keeping.file, keeping.key) and _opens(keeping, wait_s):
                kept = keeping.make("before-restore")
                try:
                    _replace_rows(keeping.file, keeping.key, opened, wait_s)
                except driver.IntegrityError as error:  # a row that no diary can have
                    raise _damaged(source) from error
                return Restored(kept=kept)
            with alone(keeping.folder, wait_s):
                aside = replace_damaged(keeping.file, opened.file, keeping.clock())
            return Restored(aside=aside)


def is_whole(file: Path, key: Key | None) -> bool:
    """Tell whether a diary can be read as a whole."""
    if not file.is_file() or file.stat().st_size == 0:
        return False
    unlock = key.unlock if key else no_key
    alone_there = not file.with_name(file.name + "-wal").exists()
    try:  # without writing: that could cost a damaged diary its log
        with closing(open_to_read(file, unlock, unchanging=alone_there)) as connection:
            tables = connection.execute(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'"
            ).fetchone()
            return bool(tables[0]) and not faults(connection)
    except UnicodeDecodeError:
        return False
    except driver.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF in (driver.SQLITE_CORRUPT, driver.SQLITE_NOTADB):
            return False
        raise


def _opens(keeping: Keeping, wait_s: float) -> bool:
    """Bring the diary up to date if it is an older one: rows go where there are such rows."""
    try:
        open_store(keeping.folder, keeping.clock, key=keeping.key, wait_s=wait_s).close()
    except Damaged:
        return False
    return True


def _replace_rows(file: Path, key: Key | None, copy: Copy, wait_s: float) -> None:
    """Replace all rows by those of a copy that has the same schema, or none."""
    with closing(connect(file, key, wait_s)) as connection:
        for pragma in ("synchronous = FULL", "fullfsync = ON", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute(f"PRAGMA cipher_default_page_size = {PAGE_SIZE}")
        words = copy.key.literal() if copy.key else "''"
        connection.execute(f"ATTACH ? AS restored KEY {words}", (str(copy.file),))
        connection.execute("BEGIN IMMEDIATE")
        try:
            _move_rows(connection)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(driver.Error):  # a disk that fails ends the transaction by itself
                connection.execute("ROLLBACK")
            raise
        connection.execute("DETACH restored")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # what was replaced is nowhere


_SAME_PICTURE = (
    "SELECT 1 FROM restored.pictures AS other WHERE other.sha256 = pictures.sha256 "
    "AND other.data = pictures.data AND other.thumbnail = pictures.thumbnail"
)


def _move_rows(connection: Any) -> None:
    from recovery_tracker.data.tables import alembic_version, metadata, pictures

    tables = [t for t in metadata.sorted_tables if t is not alembic_version]
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for table in reversed(tables):
        # pictures that are the same stay: they are most of a diary
        which = f"WHERE NOT EXISTS ({_SAME_PICTURE})" if table is pictures else ""
        connection.execute(f'DELETE FROM main."{table.name}" {which}')  # noqa: S608 - our names
    for table in tables:
        columns = ", ".join(f'"{column.name}"' for column in table.columns)
        ignore = "OR IGNORE" if table is pictures else ""
        connection.execute(
            f'INSERT {ignore} INTO main."{table.name}" ({columns}) '  # noqa: S608 - our names
            f'SELECT {columns} FROM restored."{table.name}"'
        )
    if connection.execute("PRAGMA main.foreign_key_check").fetchall():
        raise RuntimeError("a checked backup left rows without parents")


def replace_damaged(file: Path, copy: Path, now: dt.datetime) -> Path | None:
    """Give a whole, closed copy the name of a damaged diary, which gets another one.

    Nothing is thrown away, and at every step one of the two has the diary's name: without a
    file the next start would begin an empty diary.

    Returns:
        where the damaged file is now; ``None`` where there was none.
    """
    if not any(file.with_name(file.name + end).exists() for end in _BESIDE):
        put_in_place(copy, file)
        return None
    target = _name_aside(file, now)
    moved: list[tuple[Path, Path]] = []
    try:
        for end in reversed(_BESIDE[1:]):  # the log first: it would be read into the copy
            _move(file.with_name(file.name + end), target.with_name(target.name + end), moved)
        if file.exists():
            try:
                os.link(file, target)
            except OSError:  # such as on a memory stick
                _move(file, target, moved)
        folder_to_disk(target.parent)
        to_disk(copy)
        copy.replace(file)
    except BaseException:
        with suppress(OSError):
            for before, after in reversed(moved):
                after.rename(before)
            if file.exists():
                target.unlink(missing_ok=True)  # its second name
        raise
    folder_to_disk(file.parent)
    return target


def _name_aside(file: Path, now: dt.datetime) -> Path:
    folder = file.parent / ASIDE
    make_private_folder(folder)
    there = [kept.name for kept in folder.iterdir()]
    return folder / next_backup(now, "damaged", there).name


def _move(before: Path, after: Path, moved: list[tuple[Path, Path]]) -> None:
    if before.exists():
        before.rename(after)
        moved.append((before, after))


def put_in_place(copy: Path, file: Path) -> None:
    """Give a whole, closed copy the diary's name."""
    to_disk(copy)
    copy.replace(file)
    folder_to_disk(file.parent)


def set_aside_files(folder: Path) -> tuple[Path, ...]:
    """Return the damaged diaries that a restore has set aside, newest first."""
    return tuple(sorted((folder / ASIDE).glob("*.db"), reverse=True))
