"""Files on disk: written beside and then put in place, read whole up to a limit."""

from __future__ import annotations

import errno
import os
import re
import stat
import tempfile
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import N_, _

_FULL = N_("There is no room for {path}: the disk is full. Free some space, then try again.")
_READ_ONLY = N_("{path} cannot be written: its folder is read-only for you. Choose another folder.")
_NO_FOLDER = N_("{path} cannot be written: there is no such folder. Choose one that exists.")
_NAME_TOO_LONG = N_("{path} cannot be written: the name is too long. Choose a shorter one.")
_NOT_WRITTEN = N_("{path} could not be written ({reason}). Choose another place.")
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EROFS: _READ_ONLY,
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.ENAMETOOLONG: _NAME_TOO_LONG,
}
_BEGUN = ".recovery-tracker-"
_BEGUN_BY_US = re.compile(re.escape(_BEGUN) + "[a-z0-9_]{8}")  # as tempfile names it
_AT_WORK_S = 60.0  # what changed so lately is in use, even if no lock says so


def _not_written(path: Path, error: OSError) -> StorageProblem:
    sentence = _(_BY_ERRNO.get(error.errno or 0, _NOT_WRITTEN))
    return StorageProblem(sentence.format(path=path, reason=error.strerror or error))


@contextmanager
def replacing(path: Path) -> Generator[BinaryIO]:
    """Open a file to be written beside ``path``; it takes its place when all went well.

    The file is private to the person, and on disk when this returns. When anything goes wrong,
    whatever stood at ``path`` stays as it was and nothing is left beside it. A link is followed.
    What a program that was ended in the middle has left in the folder is removed first.

    Raises:
        StorageProblem: the disk is full, the folder read-only or missing, a folder is in the way.
    """
    try:
        target = path.resolve()
        _refuse_unfit(target, path)
        handle, name = tempfile.mkstemp(prefix=_BEGUN, dir=target.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            _is_alone(handle)
            _sweep(beside.parent, os.fstat(handle).st_mtime)
            yield out
            out.flush()
            os.fsync(out.fileno())
        beside.replace(target)
        _keep_folder(target.parent)
    except OSError as error:
        raise _not_written(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _sweep(folder: Path, now: float) -> None:
    """Remove files that were begun here and that nobody writes any more: a kill leaves them.

    ``now`` is the time of the folder's own disk.
    """
    with suppress(OSError), os.scandir(folder) as there:
        for entry in there:
            if _BEGUN_BY_US.fullmatch(entry.name):
                with suppress(OSError):
                    _remove_left_over(Path(entry.path), now)


def _remove_left_over(file: Path, now: float) -> None:
    handle = os.open(file, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        found = os.fstat(handle)
        is_file = stat.S_ISREG(found.st_mode)
        gone = is_file and now - found.st_mtime > _AT_WORK_S and _is_alone(handle)
    finally:
        os.close(handle)
    if gone:
        file.unlink()


def _is_alone(handle: int) -> bool:
    """Lock a file, and tell whether nobody else had; the lock ends with the process.

    Where files cannot be locked, nobody is alone, but on Windows: there an open file cannot be
    removed.
    """
    if fcntl is None:
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _refuse_unfit(target: Path, path: Path) -> None:
    """Refuse what must not be replaced: a folder, a device, a file that was made read-only."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return
    if stat.S_ISDIR(mode):
        raise StorageProblem(_("{path} is a folder. Give the name of a file.").format(path=path))
    if not stat.S_ISREG(mode):
        raise StorageProblem(
            _("{path} is not a plain file. Give the name of a file.").format(path=path)
        )
    if not os.access(target, os.W_OK):
        raise StorageProblem(
            _("{path} is read-only. Give another name, or allow writing to it.").format(path=path)
        )


def _keep_folder(folder: Path) -> None:
    """Put the folder's list of names on disk, where the system can (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def bytes_of(path: Path, longest: int) -> bytes:
    """Read a file, but not more than one byte above ``longest``.

    Raises:
        StorageProblem: there is no such file, or it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except OSError as error:
        raise refused_reading(path, error) from error


def refused_reading(path: Path, error: OSError) -> StorageProblem:
    """Return the sentence for a file that cannot be read."""
    if isinstance(error, FileNotFoundError):
        return StorageProblem(_("There is no file {path}. Check the name.").format(path=path))
    if isinstance(error, IsADirectoryError):
        return StorageProblem(_("{path} is a folder. Give the name of a file.").format(path=path))
    if isinstance(error, PermissionError):
        return StorageProblem(
            _("{path} cannot be read. Allow yourself to read it.").format(path=path)
        )
    return StorageProblem(
        _("{path} cannot be read ({reason}).").format(path=path, reason=error.strerror or error)
    )
