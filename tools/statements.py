"""Make ``data/statements.py``, the SQL the program runs, from the statements in SQLAlchemy Core.

Run as ``python -m tools.statements`` (``make statements``) after a change of ``data/tables.py`` or
``data/core.py``. A test fails when the file is not what this would write.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql.base import Executable
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement

from recovery_tracker.data import core
from recovery_tracker.data.tables import metadata

FILE = Path(__file__).resolve().parent.parent / "recovery_tracker" / "data" / "statements.py"
_DIALECT = SQLiteDialect_pysqlite(paramstyle="qmark")
_HEAD = '''"""The SQL the program runs, made by ``make statements`` from the tables and ``core``."""

# ruff: noqa: E501 - each statement in its line

from __future__ import annotations

from recovery_tracker.data.engine import Prepared

'''


def written() -> str:
    """Return what the file is to hold."""
    statements = "".join(
        _assigned(name, statement)
        for name, statement in vars(core).items()
        if name.isupper() and isinstance(statement, ClauseElement) and not name.startswith("_")
    )
    tables = "".join(f"    {_quoted(sql)},\n" for sql in _schema())
    return f"{_HEAD}CREATE_TABLES = (\n{tables})\n{statements}"


def _assigned(name: str, statement: ClauseElement) -> str:
    compiled = statement.compile(dialect=_DIALECT)
    if not isinstance(compiled, SQLCompiler) or not isinstance(statement, Executable):
        raise TypeError(f"{name} is not a statement that reads or writes rows")
    unnamed = [bind.key for bind in compiled.binds.values() if not bind.required]
    if unnamed:
        raise TypeError(f"{name} holds values of its own: {unnamed}")
    parts = [" ".join(compiled.string.split()), *(compiled.positiontup or ())]
    return f"{name} = Prepared(\n" + "".join(f"    {_quoted(part)},\n" for part in parts) + ")\n"


def _schema() -> Iterator[str]:
    for table in metadata.sorted_tables:
        yield _declared(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield _declared(CreateIndex(index))


def _declared(element: CreateTable | CreateIndex) -> str:
    lines = str(element.compile(dialect=_DIALECT)).strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def _quoted(text: str) -> str:
    if "\n" in text:
        return f'"""{text}"""'
    return f'"{text}"' if '"' not in text else repr(text)


def main() -> None:
    """Write the file."""
    FILE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
