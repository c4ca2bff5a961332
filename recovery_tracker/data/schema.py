"""The schema's version: made, checked, brought up to date, never taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from recovery_tracker.data.connections import Connections, one_transaction
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.engine import (
    Connection,
    connector,
    driver,
    make_private_file,
    make_private_folder,
)
from recovery_tracker.data.errors import damaged, explained
from recovery_tracker.data.statements import CREATE_TABLES
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

SCHEMA = "0003"
MIGRATIONS = Path(__file__).parent / "migrations"
BACKUPS = "backups"
_VERSION = "alembic_version"
_UNLIKE = (1, 19, 20)  # ERROR, CONSTRAINT, MISMATCH: https://www.sqlite.org/rescode.html


def bring_up_to_date(
    connections: Connections,
    file: Path,
    clock: Callable[[], dt.datetime],
    key: Key | None = None,
    *,
    target: str = SCHEMA,
    migrations: Path = MIGRATIONS,
) -> None:
    """Make the schema in an empty file, or migrate an older one after a checked copy.

    The copy of an encrypted file has its ``key``.

    Raises:
        Damaged: a table is not as this program or an older one made it.
        StorageProblem: the file is a newer program's, or no diary at all.
    """
    with connections.lent() as connection:
        version = _version(connection, file) or _create(connection, file)
    if version > target:
        raise StorageProblem(
            _(
                "This diary was written by a newer version of the program. Nothing was changed. "
                "Update the program to open it."
            )
        )
    if version < target:
        with _unlike_its_version(file):
            with connections.lent() as connection:
                _copy(connection, _copy_before(file, clock()), key, file)
            _migrate(connections.opened, target, migrations)


def _copy(connection: Connection, target: Path, key: Key | None, file: Path) -> None:
    from recovery_tracker.data.backup import copy_to, faults, no_key  # before an update only

    try:
        copy_to(connection, target, key.unlock if key else no_key)
    except StorageProblem:
        if faults(connection):
            raise damaged(file) from None
        raise


def _version(connection: Connection, file: Path) -> str | None:
    """Return the version of the schema (``0001`` ...); ``None`` for an empty file.

    The tables of a file of this version are held against those it was made with: a statement
    that does not fit its table would be a fault of the program.
    """
    made = definitions(connection)
    if not made:
        return None
    if made.get(_VERSION) != _packed(CREATE_TABLES[0]):
        if len(made.keys() & declared().keys()) > len(declared()) / 2:
            raise damaged(file)
        raise StorageProblem(
            _("{path} is not a diary. Move it away, or choose another folder.").format(path=file)
        )
    found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    version = str(found[0]) if found else ""
    if version == SCHEMA:
        fits = _are_declared(made)
    else:
        fits = version in older_versions() or (version > SCHEMA and version.isdecimal())
    if not fits:
        raise damaged(file)
    return version


def definitions(connection: Any) -> dict[str, str]:
    """Return the SQL that made each table and index, by its name, without spaces."""
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql <> ''")
    return {name: _packed(sql) for name, sql in rows}


def _are_declared(made: dict[str, str]) -> bool:
    return made.items() >= declared().items()


def declared() -> dict[str, str]:
    """Return the same of a file that is made now."""
    return {sql.split(maxsplit=3)[2]: _packed(sql) for sql in CREATE_TABLES}


def _packed(sql: str) -> str:
    return "".join(sql.split())


class _OtherTablesError(Exception):
    """What a migration ended with is not what it should."""


@contextmanager
def _unlike_its_version(path: Path) -> Generator[None]:
    """Say that a diary is damaged whose tables or rows are not what its version has."""
    try:
        yield
    except _OtherTablesError:
        raise damaged(path) from None
    except (driver.OperationalError, driver.IntegrityError) as error:
        if error.sqlite_errorcode & 0xFF in _UNLIKE:
            raise damaged(path) from error
        raise


def _create(connection: Connection, file: Path) -> str:
    with one_transaction(connection, "BEGIN IMMEDIATE"):
        made_meanwhile = _version(connection, file)  # another program may have been faster
        if made_meanwhile is not None:
            return made_meanwhile
        for table_or_index in CREATE_TABLES:
            connection.execute(table_or_index)
        connection.execute("INSERT INTO alembic_version (version_num) VALUES (?)", (SCHEMA,))
        return SCHEMA


def _copy_before(file: Path, now: dt.datetime) -> Path:
    from recovery_tracker.domain.backups import next_backup  # before an update only

    folder = file.parent / BACKUPS
    with explained(folder):
        make_private_folder(folder)
        there = [kept.name for kept in folder.iterdir()]
    return folder / next_backup(now, "before-update", there).name


def older_versions() -> frozenset[str]:
    """Return the versions before this one."""
    return frozenset(f"{number:04}" for number in range(1, int(SCHEMA)))


def make_older(file: Path, version: str) -> None:
    """Make an empty diary of an older version, to put into it what is left of a damaged one."""
    make_private_file(file)
    _migrate(connector(file), version, MIGRATIONS)


def _migrate(opened: Callable[[], Connection], target: str, migrations: Path) -> None:
    """Run Alembic inside one transaction: the file has the new schema, or is as it was."""
    from alembic import command
    from alembic.config import Config
    from sqlalchemy import NullPool, create_engine, event
    from sqlalchemy.exc import DBAPIError

    def ready() -> Any:
        connection = opened()
        # checked at the end: a table is rebuilt by replacing it
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    def begin(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    engine = create_engine("sqlite://", module=driver, creator=ready, poolclass=NullPool)
    event.listen(engine, "begin", begin)
    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, target)
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                raise RuntimeError(f"the migration to {target} leaves rows without parents")
            made = definitions(connection.connection.dbapi_connection)
            if target == SCHEMA and not _are_declared(made):
                raise _OtherTablesError
    except DBAPIError as error:
        raise error.orig or error from error
