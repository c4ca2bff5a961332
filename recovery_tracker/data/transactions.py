"""Reading one moment of the diary, and writing all of a change or none of it."""

from __future__ import annotations

import threading
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path

from recovery_tracker.data.connections import Connections, one_transaction
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import explained, readable
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

_READER = "BEGIN"
_WRITER = "BEGIN IMMEDIATE"  # one that had to wait never finds that what it read has changed


@contextmanager
def _no_patience(connection: Connection) -> Generator[None]:
    """Let a connection fail at once where it would wait for another writer."""
    (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {before}")


class _Group(threading.local):
    """The transaction a thread has open, and the error that spoiled it."""

    connection: Connection | None = None
    failure: BaseException | None = None


def _number(file: Path) -> tuple[int, int] | None:
    """Return what tells a file from another one that has its name later."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


class Transactions:
    """The transactions of one diary file, for any number of threads."""

    def __init__(self, connections: Connections, file: Path) -> None:
        """Use connections to ``file``, which is named in sentences."""
        self._file = file
        self._connections = connections
        self._group = _Group()
        self._file_number = _number(file)

    def _check_file(self) -> None:
        """Refuse to write into a file that no longer has the diary's name: it would be lost.

        A program that syncs or tidies up may have put another file in its place, or none.

        Raises:
            StorageProblem: the file is another one.
        """
        if _number(self._file) != self._file_number:
            raise StorageProblem(
                _(
                    "The file of the diary was replaced or removed by another program. This was "
                    "not kept. Close the window, look at {folder}, then open it again."
                ).format(folder=self._file.parent)
            )

    def close(self) -> None:
        """Close the connections; the last to leave the file puts its log into it."""
        self._connections.close()

    def empty_log(self) -> None:
        """Put the log into the file and empty it: what was removed is in neither then.

        Inside a group this must wait; the next closing of the file does it.
        """
        if self._group.connection is not None:
            return
        with explained(self._file), self._connections.lent() as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    @contextmanager
    def group(self, *, wait: bool = True) -> Generator[None]:
        """Make what this thread reads and writes one transaction.

        A writer that failed spoils the whole group, even if its error was caught: the group
        then ends with that error and nothing is kept.

        Raises:
            StorageProblem: another program or thread writes, and it was not to ``wait``.
        """
        group = self._group
        if group.connection is not None:
            with self._spoiling():
                yield
            return
        self._check_file()
        with ExitStack() as stack:
            with explained(self._file):
                group.connection = stack.enter_context(self._lent(_WRITER, wait=wait))
            try:
                yield
                if group.failure is not None:
                    raise group.failure
            finally:
                group.connection = group.failure = None
            with explained(self._file):
                stack.close()  # here it is committed

    @contextmanager
    def _lent(self, begin: str, *, wait: bool = True) -> Generator[Connection]:
        with self._connections.lent() as connection:
            patience = nullcontext() if wait else _no_patience(connection)
            with patience, one_transaction(connection, begin):
                yield connection

    @contextmanager
    def _spoiling(self) -> Generator[None]:
        try:
            yield
        except BaseException as error:
            self._group.failure = self._group.failure or error
            raise

    @contextmanager
    def writing(self) -> Generator[Connection]:
        """One durable transaction, or a part of the group that is open."""
        group = self._group
        if group.connection is None:
            self._check_file()
            with explained(self._file), self._lent(_WRITER) as connection:
                yield connection
            return
        if group.failure is not None:
            raise group.failure
        with self._spoiling(), explained(self._file):
            yield group.connection

    @contextmanager
    def reading(self) -> Generator[Connection]:
        """One moment of the diary, whatever others write meanwhile."""
        if self._group.connection is not None:
            with explained(self._file), readable(self._file):
                yield self._group.connection
            return
        file = self._file
        with explained(file), readable(file), self._lent(_READER) as connection:
            yield connection
