"""A real store in a temporary folder, and a look past it into the file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, event

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
    """The statements SQLAlchemy sends, and the commits it makes."""

    def __init__(self) -> None:
        self.statements: list[str] = []
        self.commits = 0

    def clear(self) -> None:
        self.statements.clear()
        self.commits = 0


@pytest.fixture
def watch() -> Iterator[Watch]:
    seen = Watch()

    def sent(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        seen.statements.append(" ".join(statement.split()))

    def committed(_connection: Any) -> None:
        seen.commits += 1

    event.listen(Engine, "before_cursor_execute", sent)
    event.listen(Engine, "commit", committed)
    yield seen
    event.remove(Engine, "before_cursor_execute", sent)
    event.remove(Engine, "commit", committed)
