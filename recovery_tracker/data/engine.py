"""The connections to the diary's file: driver, pragmas, transactions, private permissions."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import sqlcipher3.dbapi2 as _untyped_driver  # pyright: ignore[reportMissingTypeStubs]

if TYPE_CHECKING:
    from recovery_tracker.data.encryption import Key

driver: Any = _untyped_driver


class Cursor(Protocol):
    """The rows a statement found."""

    def __iter__(self) -> Iterator[Any]:
        """Give one row after the other."""
        ...

    def fetchone(self) -> Any:
        """Return the next row; ``None`` after the last."""
        ...

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        ...


class Connection(Protocol):
    """What this package needs of a connection of the driver."""

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction is open."""
        ...

    def execute(self, sql: str, values: Sequence[Any] = ..., /) -> Cursor:
        """Run one statement."""
        ...

    def executemany(self, sql: str, rows: Sequence[Sequence[Any]], /) -> Cursor:
        """Run one statement for each row of values."""
        ...

    def close(self) -> None:
        """Close it; what was not committed is rolled back."""
        ...


PAGE_SIZE = 16384  # bytes; a photo of some hundred kilobytes is read in few pages
WAIT_S = 5.0

_PRAGMAS = (
    f"page_size = {PAGE_SIZE}",  # has an effect on a file that is still empty only
    "synchronous = FULL",  # NORMAL may lose the last commits when the power fails
    "fullfsync = ON",  # macOS: fsync alone leaves data in the disk's cache
    "foreign_keys = ON",
    "secure_delete = ON",  # what is purged is overwritten
    "trusted_schema = OFF",  # a file from elsewhere runs no functions of its own
    "journal_size_limit = 16777216",
)

_PRIVATE_FOLDER = stat.S_IRWXU
_PRIVATE_FILE = stat.S_IRUSR | stat.S_IWUSR


def make_private_folder(folder: Path) -> None:
    """Make a folder only its owner can enter.

    A folder that is there and not empty keeps its permissions: it may hold other things, and
    our files are private in any folder.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=_PRIVATE_FOLDER)
    if not any(folder.iterdir()):
        with suppress(PermissionError):
            folder.chmod(_PRIVATE_FOLDER)


def make_private_file(file: Path) -> None:
    """Make a file only its owner can read and write; SQLite gives its log the same rights."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, _PRIVATE_FILE))
    if stat.S_IMODE(file.stat().st_mode) & ~_PRIVATE_FILE:
        with suppress(PermissionError):
            file.chmod(_PRIVATE_FILE)


def connect(file: Path, key: Key | None = None, wait_s: float = WAIT_S) -> Any:
    """Open one connection of the driver to a file as it is; an encrypted one needs its key.

    The driver's own handling of transactions is off.
    """
    connection = driver.connect(
        str(file), timeout=wait_s, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # else it writes errors to stderr
    if key is not None:
        key.unlock(connection)
    return connection


def connector(
    file: Path, wait_s: float = WAIT_S, key: Key | None = None
) -> Callable[[], Connection]:
    """Return what opens a connection of the driver to a file, ready for use."""

    def ready() -> Connection:
        connection = connect(file, key, wait_s)
        try:
            for pragma in _PRAGMAS:
                connection.execute(f"PRAGMA {pragma}")
            _write_ahead(connection, wait_s)
        except BaseException:
            connection.close()
            raise
        return connection

    return ready


def _write_ahead(connection: Any, wait_s: float) -> None:
    """Use a write-ahead log; SQLite itself does not wait when two programs make the file."""
    give_up = time.monotonic() + wait_s
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except driver.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != driver.SQLITE_BUSY or time.monotonic() > give_up:
                raise
            time.sleep(0.01)  # SQLite itself does not wait when WAL is switched on
        else:
            return


class Prepared:
    """A statement as SQL, and which value stands at which place of it."""

    __slots__ = ("_places", "sql")

    def __init__(self, sql: str, *places: str) -> None:
        """Take the SQL, and the name of the value for each of its question marks."""
        self.sql = sql
        self._places = places

    def run(self, connection: Connection, **values: Any) -> Cursor:
        """Run it with the named values."""
        return connection.execute(self.sql, [values[name] for name in self._places])

    def first(self, connection: Connection, **values: Any) -> Any:
        """Run it and return the first row, if there is one."""
        return self.run(connection, **values).fetchone()

    def run_many(
        self, connection: Connection, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Run it once for each row; ``names`` says which value stands where in a row."""
        if not rows:
            return
        if names != self._places:
            in_place = itemgetter(*(names.index(name) for name in self._places))
            rows = [in_place(row) for row in rows]
        connection.executemany(self.sql, rows)
