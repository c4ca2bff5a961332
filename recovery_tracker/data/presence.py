"""Who has the diary open: any number of programs share it, one alone may replace its file.

A program that had the old file open while it is replaced would go on writing into a file without
a name. So each keeps a shared lock as long as it has the diary open, and whoever replaces the
file waits until it is alone. The lock is SQLite's own, on an empty file: it works on every
system and ends with its process, however that ends.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from recovery_tracker.data.engine import driver, make_private_file
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

LOCK_NAME = "diary.lock"


class Presence:
    """That a program has the diary open, until it leaves."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def leave(self) -> None:
        """Let another program be alone with the diary."""
        self._connection.close()


def join(folder: Path, wait_s: float) -> Presence:
    """Have the diary of a folder open beside others; wait for one that is alone with it.

    Raises:
        StorageProblem: another program is replacing the file and takes longer than ``wait_s``.
    """
    connection = _connection(folder, wait_s)
    try:
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except driver.OperationalError as error:
        connection.close()
        raise _in_use(error) from error
    return Presence(connection)


@contextmanager
def alone(folder: Path, wait_s: float) -> Generator[None]:
    """Be the only one with the diary of a folder; whoever wants to open it meanwhile waits.

    Raises:
        StorageProblem: another program has it open and does not close it in ``wait_s`` seconds.
    """
    connection = _connection(folder, wait_s)
    try:
        try:
            connection.execute("PRAGMA journal_mode = OFF")  # nothing is ever written here
            connection.execute("BEGIN EXCLUSIVE")
        except driver.OperationalError as error:
            raise _in_use(error) from error
        yield
    finally:
        connection.close()


def _connection(folder: Path, wait_s: float) -> Any:
    file = folder / LOCK_NAME
    make_private_file(file)
    connection = driver.connect(
        str(file), timeout=wait_s, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA cipher_log_level = NONE")
    return connection


def _in_use(error: Any) -> Exception:
    if error.sqlite_errorcode & 0xFF != driver.SQLITE_BUSY:
        return error
    return StorageProblem(
        _(
            "The diary is open in another program. Nothing was changed. Close it there, then "
            "try again."
        )
    )
