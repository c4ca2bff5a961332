"""The files of backups in a folder: listed, copied, put in place, and cleared of leftovers."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
from contextlib import suppress
from pathlib import Path

from recovery_tracker.data.disk import folder_to_disk, to_disk
from recovery_tracker.data.encryption import is_encrypted
from recovery_tracker.data.engine import driver, make_private_file
from recovery_tracker.domain.backups import Backup, named
from recovery_tracker.i18n import _

UNFINISHED = ".unfinished"
_BEGUN = re.compile(rf".*\.([0-9]+){re.escape(UNFINISHED)}(-journal)?", re.DOTALL)
_PLAIN = b"SQLite format 3\0"


def backups_in(place: Path) -> list[Backup]:
    """Return the backups of a folder, oldest first; other files are no business of ours."""
    found: list[Backup] = []
    with suppress(OSError), os.scandir(place) as entries:
        for entry in entries:
            backup = named(entry.name)
            if backup is not None and entry.is_file(follow_symlinks=False):
                found.append(Backup(backup.moment, backup.number, backup.why, entry.stat().st_size))
    return sorted(found)


def is_diary(file: Path) -> bool:
    """Tell from its first page whether a file looks like a diary or a backup; empty counts."""
    with file.open("rb") as stream:
        begins = stream.read(len(_PLAIN))
    return begins in (b"", _PLAIN) or is_encrypted(file)


def copy_file(source: Path, target: Path) -> None:
    """Copy a finished backup, read it back, and only then give it its name."""
    unfinished = beside(target)
    try:
        make_private_file(unfinished)
        shutil.copyfile(source, unfinished)
        _compare(source, unfinished)
        put_in_place(unfinished, target)
    except BaseException:
        remove_unfinished(unfinished)
        raise


def _compare(source: Path, copy: Path) -> None:
    if _digest(copy) != _digest(source):
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(copy))


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def why_not(error: BaseException | None, place: Path) -> str | None:
    """Say what is wrong with the place; ``None`` where the place is not at fault."""
    number = error.errno if isinstance(error, OSError) else None
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if number in (errno.ENOSPC, errno.EDQUOT) or code == driver.SQLITE_FULL:
        return _("the disk is full")
    if number == errno.ENOENT:
        return _("the folder {place} is not there").format(place=place)
    if number in (errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR) or code in (
        driver.SQLITE_READONLY,
        driver.SQLITE_CANTOPEN,
    ):
        return _("the folder {place} cannot be written").format(place=place)
    if number is not None or code == driver.SQLITE_IOERR:
        return _("the disk of {place} has a fault").format(place=place)
    return None


def beside(target: Path) -> Path:
    """Return the name a file has until it is whole; :func:`sweep` knows it."""
    return target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")


def put_in_place(unfinished: Path, target: Path) -> None:
    """Give a file that is whole its name, and have the disk keep both."""
    to_disk(unfinished)
    unfinished.replace(target)
    folder_to_disk(target.parent)


def remove_unfinished(unfinished: Path) -> None:
    """Remove what was begun, with what the database keeps beside it."""
    for file in (unfinished, unfinished.with_name(unfinished.name + "-journal")):
        with suppress(OSError):
            file.unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove what programs that are gone have left unfinished in a folder, maybe a person's own."""
    with suppress(OSError):
        for file in folder.glob(f"*{UNFINISHED}*"):
            begun = _BEGUN.fullmatch(file.name)
            if begun is not None and not is_running(int(begun[1])):
                with suppress(OSError):
                    file.unlink()


def is_running(process: int) -> bool:
    """Tell whether a process is running; where that cannot be asked, say yes for our own only."""
    if process == os.getpid():
        return True
    if os.name == "nt":  # there, asking would end it
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
