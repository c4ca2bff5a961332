"""The connections to the diary's file: driver, pragmas, transactions, private permissions."""

from __future__ import annotations

import os
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as _untyped_driver  # pyright: ignore[reportMissingTypeStubs]
from sqlalchemy import Connection, CursorResult, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

if TYPE_CHECKING:
    from recovery_tracker.data.encryption import Key

driver: Any = _untyped_driver

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


def connector(file: Path, wait_s: float = WAIT_S, key: Key | None = None) -> Callable[[], Any]:
    """Return what opens a connection of the driver to a file, ready for use.

    SQLAlchemy's "begin" says BEGIN (see :func:`open_engine`), so that table changes roll back
    like any other change.
    """

    def ready() -> Any:
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


def open_engine(file: Path, wait_s: float = WAIT_S, key: Key | None = None) -> Engine:
    """Open a diary file; a writer waits up to ``wait_s`` seconds for another one.

    An encrypted file needs its ``key``; it was made once, so that no connection makes it again.

    Transactions are deferred (readers); those of :func:`writers_of` are immediate, so a writer
    that had to wait never finds that what it read has changed.
    """
    engine = create_engine(
        "sqlite://", module=driver, creator=connector(file, wait_s, key), poolclass=QueuePool
    )
    event.listen(engine, "begin", begin)
    return engine


def writers_of(engine: Engine) -> Engine:
    """Return the same connections, with transactions that take the write lock at once."""
    return engine.execution_options(begin="BEGIN IMMEDIATE")


def begin(connection: Connection) -> None:
    """Begin a transaction as the connection's options say."""
    connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))


class Prepared:
    """A Core statement turned into SQL once, when first used.

    Running it then costs a third of what SQLAlchemy takes to look at the statement each time,
    which is what a single rating would mostly wait for.
    """

    def __init__(self, statement: ClauseElement) -> None:
        """Keep a statement whose variable parts are named ``bindparam``s."""
        self._statement = statement

    @cached_property
    def _compiled(self) -> SQLCompiler:
        compiled = self._statement.compile(dialect=SQLiteDialect_pysqlite(paramstyle="qmark"))
        if not isinstance(compiled, SQLCompiler):
            raise TypeError("only statements that read or write rows can be prepared")
        return compiled

    @cached_property
    def _places(self) -> tuple[str, ...]:
        return tuple(self._compiled.positiontup or ())

    @cached_property
    def _constants(self) -> dict[str, Any]:
        return dict(self._compiled.params)

    def run(self, connection: Connection, **values: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run it with the named values."""
        row = {**self._constants, **values}
        return connection.exec_driver_sql(
            self._compiled.string, tuple([row[name] for name in self._places])
        )

    def run_many(
        self, connection: Connection, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
    ) -> None:
        """Run it once for each row; ``names`` says which value stands where in a row."""
        if not rows:
            return
        if names != self._places:
            in_place = itemgetter(*(names.index(name) for name in self._places))
            rows = [in_place(row) for row in rows]
        connection.exec_driver_sql(self._compiled.string, list(rows))
