"""A copy of the diary that is whole: written beside, checked, then given its name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from recovery_tracker.data.engine import driver, make_private_file
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _


def copy_to(engine: Engine, target: Path) -> None:
    """Copy the diary, as it is at this moment, into a single file in place of ``target``.

    Others may read and write meanwhile. A plain copy of the file would miss what is still in
    its log.

    Raises:
        StorageProblem: the copy is not whole; nothing has the target's name then.
    """
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        make_private_file(unfinished)  # VACUUM INTO takes an empty file
        with engine.connect() as connection:
            lent: Any = connection.connection.driver_connection
            lent.execute("VACUUM INTO ?", (str(unfinished),))
        _check(unfinished)
        _to_disk(unfinished)
        unfinished.replace(target)
        _folder_to_disk(target.parent)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _check(copy: Path) -> None:
    connection = driver.connect(str(copy))
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
    except driver.DatabaseError as error:
        found = [str(error)]
    finally:
        connection.close()
    if found != ["ok"]:
        raise StorageProblem(
            _("The copy of the diary could not be made whole. Check the disk, then try again.")
        )


def _to_disk(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _folder_to_disk(folder: Path) -> None:
    """Make a rename last; Windows cannot open a folder and needs none of it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
