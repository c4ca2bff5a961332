"""The schema's version: made, checked, brought up to date, never taken back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from recovery_tracker.data.backup import copy_to, no_key
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.engine import make_private_folder, writers_of
from recovery_tracker.data.errors import explained
from recovery_tracker.data.tables import alembic_version, metadata
from recovery_tracker.domain.backups import next_backup
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _

SCHEMA = "0002"
MIGRATIONS = Path(__file__).parent / "migrations"
BACKUPS = "backups"


def bring_up_to_date(
    engine: Engine,
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
        StorageProblem: the file is a newer program's, or no diary at all.
    """
    with engine.connect() as connection:
        version = _version(connection, file)
    if version is None:
        _create(engine, file)
    elif version > target:
        raise StorageProblem(
            _(
                "This diary was written by a newer version of the program. Nothing was changed. "
                "Update the program to open it."
            )
        )
    elif version < target:
        copy_to(engine, _copy_before(file, clock()), key.unlock if key else no_key)
        _migrate(engine, target, migrations)


def _version(connection: Connection, file: Path) -> str | None:
    """Return the version of the schema (``0001`` ...); ``None`` for an empty file."""
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
    if tables == 0:
        return None
    known = "SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'"
    if connection.exec_driver_sql(known).scalar_one():
        version = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        if version:
            return str(version)
    raise StorageProblem(
        _("{path} is not a diary. Move it away, or choose another folder.").format(path=file)
    )


def _create(engine: Engine, file: Path) -> None:
    with writers_of(engine).begin() as connection:
        if _version(connection, file) is None:  # another program may have been faster
            metadata.create_all(connection, checkfirst=False)
            connection.execute(insert(alembic_version).values(version_num=SCHEMA))


def _copy_before(file: Path, now: dt.datetime) -> Path:
    folder = file.parent / BACKUPS
    with explained(folder):
        make_private_folder(folder)
        there = [kept.name for kept in folder.iterdir()]
    return folder / next_backup(now, "before-update", there).name


def _migrate(engine: Engine, target: str, migrations: Path) -> None:
    """Run Alembic inside one transaction: the file has the new schema, or is as it was."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations).replace("%", "%%"))
    with writers_of(engine).connect() as connection:
        config.attributes["connection"] = connection
        _check_foreign_keys(connection, on=False)  # a table is rebuilt by replacing it
        try:
            with connection.begin():
                command.upgrade(config, target)
                broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if broken:
                    raise RuntimeError(f"the migration to {target} leaves rows without parents")
        finally:
            _check_foreign_keys(connection, on=True)


def _check_foreign_keys(connection: Connection, *, on: bool) -> None:
    """Switch the check; it has an effect outside of a transaction only."""
    driver_connection = connection.connection.driver_connection
    if driver_connection is not None:
        driver_connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
