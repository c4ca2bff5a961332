"""What can still be read of a damaged diary goes, row by row, into a new one."""

from __future__ import annotations

import datetime as dt
import shutil
import struct
from collections.abc import Callable, Generator, Iterable
from contextlib import closing, suppress
from operator import itemgetter
from pathlib import Path
from typing import Any

from recovery_tracker.data.encryption import Key, is_encrypted
from recovery_tracker.data.engine import PAGE_SIZE, connect, driver
from recovery_tracker.data.errors import explained
from recovery_tracker.data.harvest import Harvest
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.mending import KINDS_OF_CODES, mended, ways_to_keep
from recovery_tracker.data.rekeying import rewrite
from recovery_tracker.data.restore import Restored, restore
from recovery_tracker.data.schema import make_older, older_versions
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.data.workroom import workroom
from recovery_tracker.domain.errors import Damaged, NotFound
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_PLAIN = b"SQLite format 3\0"
_ALL_TABLES = "PRAGMA writable_schema = ON"  # a broken table hides no other then
_MOST_TRIED = 100_000  # rows that are asked for one by one
_NOT_READ = ("alembic_version", "settled")  # the program knows the one, and judges the other again


@frozen
class _Table:
    """A table of the version that is read.

    ``of_bytes`` are the columns that hold no text or number; ``key`` is that of a table without
    rowids, ``parent`` what its first column refers to.
    """

    name: str
    columns: tuple[str, ...]
    of_bytes: frozenset[str]
    key: tuple[str, ...]
    parent: tuple[str, str] | None


@frozen
class Salvaged:
    """What came of it.

    Attributes:
        restored: what became of the state before.
        read: what was read, in words; ``lost``: what was not.
    """

    restored: Restored
    read: tuple[str, ...]
    lost: tuple[str, ...]


def salvage(keeping: Keeping, source: Path, key: Key | None = None) -> Salvaged:
    """Put what can be read of a damaged file in place of the diary; the file itself is kept.

    Args:
        keeping: the backups of the diary.
        source: the damaged file; it may be the diary itself.
        key: opens it, if it is encrypted.

    Raises:
        NotFound: there is no such file.
        Damaged: nothing in it could be read; nothing was changed then.
        StorageProblem: the disk is full, or another program has the diary open.
    """
    if not source.is_file():
        raise NotFound(_("There is no file {file}. Check the name.").format(file=source))
    with explained(keeping.folder), workroom(keeping.folder) as room:
        copy = _copied(source, room)
        new = _new(room / "new", copy, key, keeping.clock)
        if not is_encrypted(copy):
            _mend_beginning(copy, new)
        _mend_tables(copy, new, key)
        harvest = _harvest(copy, new, key)
        if not harvest.counts["sessions"]:
            raise Damaged(
                _("Nothing in {file} could be read. Restore a backup instead.").format(file=source)
            )
        if key is not None:
            rewrite(new, None, key)
        restored = restore(keeping, new, key)
    return Salvaged(restored, (harvest.read_in_words(),), tuple(harvest.lost_in_words()))


def _copied(source: Path, room: Path) -> Path:
    """Copy the file with its log."""
    copy = room / "damaged.db"
    shutil.copyfile(source, copy)
    log = source.with_name(source.name + "-wal")
    if log.exists():
        shutil.copyfile(log, room / "damaged.db-wal")
    return copy


def _mend_beginning(copy: Path, new: Path) -> None:
    """Give a plain diary a beginning that can be read.

    Where its first page is not that of a database, the pages that say where the tables are come
    from a new diary: a program makes the same tables in the same places. The number of pages is
    set to what is there, as the database would refuse a file that was cut short.
    """
    with copy.open("r+b") as stream:
        if stream.read(len(_PLAIN)) != _PLAIN:
            for number, page in _pages_of_the_schema(new):
                stream.seek((number - 1) * PAGE_SIZE)
                stream.write(page)
        length = stream.seek(0, 2)
        stream.seek(24)
        changes = stream.read(4)
        stream.seek(28)
        stream.write(struct.pack(">I", -(-length // PAGE_SIZE)))
        stream.write(bytes(8))  # no free pages: where they are is not needed to read
        stream.seek(92)
        stream.write(changes)  # "the number of pages is of this change"


def _pages_of_the_schema(new: Path) -> Generator[tuple[int, bytes]]:
    with closing(driver.connect(str(new))) as connection:
        roots = {row[0] for row in connection.execute("SELECT rootpage FROM sqlite_schema")}
    content = new.read_bytes()
    for number in range(1, len(content) // PAGE_SIZE + 1):
        if number not in roots:
            yield number, content[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]


def _mend_tables(copy: Path, new: Path, key: Key | None) -> None:
    """Say of each table anew what it is: a column with another name would be read as a word."""
    with (
        suppress(driver.Error, UnicodeDecodeError),
        closing(connect(copy, key if is_encrypted(copy) else None)) as damaged,
        closing(connect(new)) as whole,
    ):
        damaged.execute(_ALL_TABLES)
        names = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        if set(damaged.execute(names)) != set(whole.execute(names)):
            return  # of another version
        for made in whole.execute("SELECT sql, name FROM sqlite_schema WHERE sql <> ''"):
            damaged.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", made)


# Reading and writing ------------------------------------------------------------------------


def _new(folder: Path, copy: Path, key: Key | None, clock: Callable[[], dt.datetime]) -> Path:
    """Make an empty diary of the version the damaged one has, as far as that can be read."""
    file = folder / FILE_NAME
    folder.mkdir(mode=0o700)
    version = _version(copy, key)
    if version in older_versions():
        make_older(file, version)
    else:
        open_store(folder, clock).close()
    return file


def _version(copy: Path, key: Key | None) -> str:
    with (
        suppress(driver.Error, UnicodeDecodeError),
        closing(connect(copy, key if is_encrypted(copy) else None)) as source,
    ):
        source.execute(_ALL_TABLES)
        return str(source.execute("SELECT * FROM alembic_version").fetchone()[0])
    return ""


def _harvest(damaged: Path, new: Path, key: Key | None) -> Harvest:
    harvest = Harvest()
    with (
        closing(connect(damaged, key if is_encrypted(damaged) else None)) as source,
        closing(connect(new)) as target,
    ):
        source.text_factory = bytes
        with suppress(driver.DatabaseError):
            source.execute(_ALL_TABLES)
        target.execute("PRAGMA foreign_keys = ON")
        target.execute("BEGIN")
        for table in _tables(target):
            rows = list(_rows(source, target, table, harvest))
            if table.name == "entries":
                _stand_in(target, table, rows, harvest)
                rows = [_mended(table, row, harvest) for row in rows]
            _insert(target, table, rows, harvest)
        target.execute("COMMIT")
    return harvest


def _readable(row: Iterable[Any], table: _Table) -> tuple[Any, ...]:
    """Read texts; one that a changed byte in the row's head made of bytes, or back, is the same."""
    return tuple(
        value.decode("utf-8", "replace")
        if isinstance(value, bytes) and column not in table.of_bytes
        else value
        for column, value in zip(table.columns, row, strict=True)
    )


def _tables(target: Any) -> list[_Table]:
    """Return the tables of a new diary, parents before children, as they were made."""
    found = target.execute(
        "SELECT name, wr FROM pragma_table_list JOIN sqlite_schema USING (name, type) "
        "WHERE type = 'table' AND schema = 'main' ORDER BY sqlite_schema.rowid"
    ).fetchall()
    tables: list[_Table] = []
    for name, without_rowid in found:
        if name in _NOT_READ:
            continue
        columns = target.execute(f"PRAGMA table_info({name})").fetchall()
        key = [column[1] for column in sorted(columns, key=itemgetter(5)) if column[5]]
        parents = {
            child: (parent, column)
            for _id, _place, parent, child, column, *_rest in target.execute(
                f"PRAGMA foreign_key_list({name})"
            )
        }
        tables.append(
            _Table(
                name,
                tuple(column[1] for column in columns),
                frozenset(column[1] for column in columns if column[2] == "BLOB"),
                tuple(key) if without_rowid else (),
                parents.get(key[0]) if without_rowid else None,
            )
        )
    return tables


def _rows(source: Any, target: Any, table: _Table, harvest: Harvest) -> list[tuple[Any, ...]]:
    """Read a table from its beginning, from its end, and what lies between row by row."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    key = table.key or ("rowid",)
    found: dict[tuple[Any, ...], None] = {}

    def read(sql: str, *values: Any) -> bool:
        try:
            for row in source.execute(f'SELECT {columns} FROM "{table.name}" {sql}', values):  # noqa: S608 - ours
                found[_readable(row, table)] = None
        except driver.Error:
            return False
        return True

    if not read(f"ORDER BY {', '.join(key)}"):
        harvest.torn.add(table.name)
        read(f"ORDER BY {', '.join(f'{part} DESC' for part in key)}")
        for value in (
            _parents(target, table) if table.key else range(1, _last_row(source, table) + 1)
        ):
            read(f"WHERE {key[0]} = ?", value)
    return list(found)


def _last_row(source: Any, table: _Table) -> int:
    with suppress(driver.Error):
        last = source.execute(f'SELECT max(rowid) FROM "{table.name}"').fetchone()[0]  # noqa: S608 - ours
        return min(last or 0, _MOST_TRIED)
    return 0


def _parents(target: Any, table: _Table) -> list[Any]:
    """Return what the first column of a table can refer to, as far as it was read."""
    if table.parent is None:
        return []
    name, column = table.parent
    return [row[0] for row in target.execute(f'SELECT "{column}" FROM "{name}"')]  # noqa: S608 - ours


def _mended(table: _Table, row: tuple[Any, ...], harvest: Harvest) -> tuple[Any, ...]:
    """Keep of an entry's ratings, signs and care what can be read of them, and count."""
    entry = dict(zip(table.columns, row, strict=True))
    for name in entry.keys() & KINDS_OF_CODES:  # an older version has tables of them
        entry[name], kept, lost = mended(name, entry[name])
        harvest.refused[name] += lost
        harvest.counts[name] += kept
    return tuple(entry.values())


def _insert(target: Any, table: _Table, rows: list[tuple[Any, ...]], harvest: Harvest) -> None:
    places = ", ".join("?" for _column in table.columns)
    statement = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608 - our names
    for row in rows:
        as_read = dict(zip(table.columns, row, strict=True))
        for kept in ways_to_keep(table.name, as_read):
            with suppress(driver.Error):
                target.execute(statement, tuple(kept.values()))
                harvest.counts[table.name] += 1
                break
        else:
            kept = None
        if kept != as_read:
            harvest.refused[table.name] += 1


def _stand_in(target: Any, entries: _Table, rows: list[tuple[Any, ...]], harvest: Harvest) -> None:
    """Make a session for entries whose own could not be read: they are worth more than its name.

    Its date is that of the first entry, which its notes say.
    """
    known = {row[0] for row in target.execute("SELECT id FROM sessions")}
    first: dict[str, str] = {}
    for row in rows:
        entry = dict(zip(entries.columns, row, strict=True))
        of, date = entry["session_id"], entry["date"]
        if of not in known and isinstance(of, str) and isinstance(date, str):
            first[of] = min(first.get(of, date), date)
    columns = target.execute("PRAGMA table_info(sessions)").fetchall()
    for session_id, day in sorted(first.items()):
        values = {column[1]: _nothing(column[1], bool(column[3])) for column in columns}
        notes = _("What was stated of this session could not be read. Its date may be another.")
        values |= {"id": session_id, "date": day, "treatment": "microneedling", "notes": notes}
        places = ", ".join("?" for _value in values)
        with suppress(driver.Error):
            statement = f"INSERT INTO sessions VALUES ({places})"  # noqa: S608 - only places
            target.execute(statement, tuple(values.values()))
            harvest.counts["sessions"] += 1
            harvest.stand_ins.append(day)


def _nothing(column: str, stated: bool) -> Any:
    if not stated:
        return None
    if column in ("areas", "products", "recent_procedures"):
        return "[]"
    return 0 if column in ("archived", "undone") else ""
