"""Everything of a data folder is removed: the diary, its backups, settings and traces."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from recovery_tracker.data.backup_files import backups_in
from recovery_tracker.data.disk import overwrite_and_remove
from recovery_tracker.data.engine import WAIT_S
from recovery_tracker.data.keeping import NOTES, Keeping
from recovery_tracker.data.presence import LOCK_NAME, alone
from recovery_tracker.data.restore import ASIDE
from recovery_tracker.data.schema import BACKUPS
from recovery_tracker.data.workroom import NAME as WORK
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

_OURS = (
    "recovery.db*",
    "settings.json*",
    "last-crash.txt*",
    "program.log*",
    "mappings.json*",
    f"{NOTES}*",
)
_FOLDERS = (BACKUPS, ASIDE, WORK, "sample")


@frozen
class Erased:
    """What became of it.

    Attributes:
        removed: how many files are gone.
        left: what could not be removed, each in a sentence.
    """

    removed: int
    left: tuple[str, ...]


def erase(keeping: Keeping, wait_s: float = WAIT_S) -> Erased:
    """Overwrite and remove all that the program keeps of a diary, backups elsewhere first.

    Files that are not ours stay, and the folder with them.

    Raises:
        StorageProblem: another program has the diary open; nothing was removed then.
    """
    folder = keeping.folder
    with alone(folder, wait_s):
        removed, left = _elsewhere(keeping)
        ours = [file for pattern in _OURS for file in folder.glob(pattern)]
        for name in _FOLDERS:
            ours += [file for file in (folder / name).rglob("*") if not file.is_dir()]
        for file in ours:
            if _remove(file):
                removed += 1
            else:
                left.append(_("{file} could not be removed.").format(file=file))
    for name in _FOLDERS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for lock in folder.glob(f"{LOCK_NAME}*"):
        _remove(lock)
    with suppress(OSError):
        folder.rmdir()  # unless a window has its lock there, or other files are in it
    return Erased(removed, tuple(left))


def _elsewhere(keeping: Keeping) -> tuple[int, list[str]]:
    """Remove the backups in places outside of the data folder."""
    removed, left = 0, list[str]()
    for place in keeping.places_elsewhere():
        if not place.is_dir():
            left.append(
                _("The backups in {place} cannot be reached. Remove them there.").format(
                    place=place
                )
            )
            continue
        for backup in backups_in(place):
            if _remove(place / backup.name):
                removed += 1
            else:
                left.append(_("{file} could not be removed.").format(file=place / backup.name))
        with suppress(OSError):
            place.rmdir()
    return removed, left


def _remove(file: Path) -> bool:
    with suppress(OSError):
        overwrite_and_remove(file)
    return not file.exists()
