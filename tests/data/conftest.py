"""A real store in a temporary folder, and a look past it into the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store

NOW = dt.datetime(2026, 3, 12, 20, 0, tzinfo=dt.UTC)


def clock() -> dt.datetime:
    return NOW


def later(**by: float) -> dt.datetime:
    """A moment after ``NOW``."""
    return NOW + dt.timedelta(**by)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    opened = open_store(folder, clock)
    yield opened
    opened.close()


@pytest.fixture
def look(folder: Path) -> Iterator[Callable[..., list[Any]]]:
    """Run SQL on the file from outside, as another program would."""
    opened: list[Any] = []

    def run(sql: str, *values: Any) -> list[Any]:
        if not opened:
            connection = driver.connect(str(folder / FILE_NAME), isolation_level=None, timeout=0)
            connection.execute("PRAGMA foreign_keys = ON")
            opened.append(connection)
        return opened[0].execute(sql, values).fetchall()

    yield run
    for connection in opened:
        connection.close()


class Watch:
    """The statements the store sends, the rows it reads, and how often it commits what it wrote.

    ``before_commit`` are those it sent until the last of these commits.
    """

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.rows = 0
        self.commits = 0
        self.before_commit: list[str] = []

    def clear(self) -> None:
        self.statements.clear()
        self.before_commit.clear()
        self.rows = self.commits = 0


class Counting(driver.Cursor):
    """A cursor that counts the rows that are taken from it."""

    def __next__(self) -> Any:
        return self._count(super().__next__())

    def fetchone(self) -> Any:
        return self._count(super().fetchone())

    def fetchall(self) -> list[Any]:
        return [self._count(row) for row in super().fetchall()]

    def _count(self, row: Any) -> Any:
        if Watched.watch is not None and row is not None:
            Watched.watch.rows += 1
        return row


class Watched(driver.Connection):
    """A connection of the driver that tells what is sent through it and read from it."""

    watch: ClassVar[Watch | None] = None
    writes = False  # whether its transaction is one that writes

    def execute(self, sql: str, *values: Any) -> Any:
        self._tell(sql)
        return self.cursor(Counting).execute(sql, *values)

    def executemany(self, sql: str, *rows: Any) -> Any:
        self._tell(sql)
        return super().executemany(sql, *rows)

    def _tell(self, sql: str) -> None:
        if sql.startswith("BEGIN"):
            self.writes = sql == "BEGIN IMMEDIATE"
        if Watched.watch is None:
            return
        if sql != "COMMIT":
            Watched.watch.statements.append(" ".join(sql.split()))
        elif self.writes:
            Watched.watch.commits += 1
            Watched.watch.before_commit = list(Watched.watch.statements)


@pytest.fixture(autouse=True)
def _watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every connection be watched, those of a store that is open already, too."""
    monkeypatch.setattr(driver, "connect", partial(driver.connect, factory=Watched))


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    seen = Watch()
    monkeypatch.setattr(Watched, "watch", seen)
    return seen
