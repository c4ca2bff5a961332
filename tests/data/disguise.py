"""Values of another kind in a diary, as a changed byte in the head of a row makes them."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver

VALUES = ("'words'", "''", "x'00ff'", "1000000000000", "-1.5", "NULL")


def columns(file: Path) -> dict[str, list[str]]:
    """The columns of each table."""
    with closing(driver.connect(str(file))) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        ).fetchall()
        return {
            table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            for (table,) in tables
        }


def disguise(file: Path, column: str, value: str) -> None:
    """Give all rows of a table a value that it would refuse; ``column`` is ``table.column``.

    Raises:
        driver.Error: no row of any table can have this value there.
    """
    table, name = column.split(".")
    with closing(driver.connect(str(file), isolation_level=None)) as connection:
        (made,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()

        def declare(as_made: str) -> None:
            connection.execute("PRAGMA writable_schema = ON")
            connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (as_made, table))
            connection.execute("PRAGMA writable_schema = RESET")

        declare(re.sub(r",?\s*STRICT$", "", made))
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(f"UPDATE {table} SET {name} = {value}")
        declare(made)
