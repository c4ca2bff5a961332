"""The open connections to one file, lent to one thread at a time, and a transaction on one."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager

from recovery_tracker.data.engine import Connection, driver


class Connections:
    """Connections to one file: as many as are in use at once, kept open for the next use."""

    def __init__(self, opened: Callable[[], Connection]) -> None:
        """Take what opens a connection that is ready for use."""
        self.opened = opened
        self._idle: list[Connection] = []  # taking and giving back at its end are atomic

    @contextmanager
    def lent(self) -> Generator[Connection]:
        """Lend a connection; one that is left inside a transaction is closed, which ends it."""
        idle = self._idle
        try:
            connection = idle.pop()
        except IndexError:
            connection = self.opened()
        try:
            yield connection
        finally:
            if idle is self._idle and not connection.in_transaction:
                idle.append(connection)
            else:
                connection.close()

    def close(self) -> None:
        """Close all that are not lent; those are closed when they come back."""
        idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()


@contextmanager
def one_transaction(connection: Connection, begin: str) -> Generator[None]:
    """Keep all that is written meanwhile, or none; ``begin`` says whether it waits to write."""
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _roll_back(connection)
        raise


def _roll_back(connection: Connection) -> None:
    if not connection.in_transaction:
        return  # some errors of the machine have ended it already
    try:
        connection.execute("ROLLBACK")
    except driver.Error:
        return  # whoever lent the connection closes it
