"""Errors of the machine become sentences; errors of ours stay what they are."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from recovery_tracker.data.engine import driver
from recovery_tracker.domain.errors import Damaged, InvalidValue, StorageProblem
from recovery_tracker.i18n import N_, _

_FULL = N_(
    "This could not be kept: the disk is full. What was kept before is safe. "
    "Free some space, then try again."
)
_READ_ONLY = N_(
    "The diary cannot be written: {path} or its folder is read-only, or belongs to someone else. "
    "Allow writing there, or choose another folder."
)
_NO_ENTRY = N_(
    "The diary cannot be opened: {path} cannot be reached. "
    "Check the name, or choose another folder."
)
_IN_USE = N_("The diary is in use by another program; try again.")
_DAMAGED = N_(
    "The diary {path} is damaged, or is not a diary. Nothing was changed. "
    "Keep a copy of this file, then put a backup in its place."
)
_DISK_FAULT = N_(
    "The disk could not be read or written. What was kept before is left as it is. "
    "Check the disk that holds {path}, then try again."
)
_NO_MEMORY = N_(
    "There was not enough memory. Nothing was changed. Close other programs, then try again."
)
_NOT_A_FOLDER = N_("{path} is not a folder. Choose another folder for the diary.")

# primary result codes, https://www.sqlite.org/rescode.html
_BY_RESULT_CODE = {
    3: _READ_ONLY,  # PERM
    5: _IN_USE,  # BUSY
    6: _IN_USE,  # LOCKED
    7: _NO_MEMORY,  # NOMEM
    8: _READ_ONLY,  # READONLY
    10: _DISK_FAULT,  # IOERR
    11: _DAMAGED,  # CORRUPT
    13: _FULL,  # FULL
    14: _READ_ONLY,  # CANTOPEN: the log beside the file cannot be made
    15: _IN_USE,  # PROTOCOL: the locks of the write-ahead log could not be had
    23: _READ_ONLY,  # AUTH
    26: _DAMAGED,  # NOTADB
}
# what the driver says when a row is written from what it read in a damaged one
_FROM_DAMAGE = (
    "cannot store",
    *(f"UNIQUE constraint failed: {kind}_versions" for kind in ("entry", "session", "profile")),
)
_BY_ERRNO = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
    errno.EIO: _DISK_FAULT,
    errno.EEXIST: _NOT_A_FOLDER,
    errno.ENOTDIR: _NOT_A_FOLDER,
    errno.EISDIR: _DAMAGED,
}


def problem(error: BaseException, path: Path) -> StorageProblem | InvalidValue | None:
    """Return the sentence for an error of the machine; ``None`` for an error of ours.

    ``path`` is the file or folder that was worked on.
    """
    if isinstance(error, UnicodeEncodeError):
        return _broken_character(error)
    if is_garbled(error):
        return damaged(path)
    if isinstance(error, driver.IntegrityError):
        sentence = _DAMAGED if str(error).startswith(_FROM_DAMAGE) else None
    elif isinstance(error, driver.Error):
        code = getattr(error, "sqlite_errorcode", None)
        sentence = _BY_RESULT_CODE.get(code & 0xFF) if isinstance(code, int) else None
    elif isinstance(error, OSError):
        sentence = _BY_ERRNO.get(error.errno or 0, _NO_ENTRY)
    else:
        return None
    if sentence is None:
        return None
    kind = Damaged if sentence == _DAMAGED else StorageProblem
    return kind(_(sentence).format(path=path))


def damaged(path: Path) -> Damaged:
    """Return the sentence for a diary that is not as it was written."""
    return Damaged(_(_DAMAGED).format(path=path))


def is_garbled(error: BaseException) -> bool:
    """Tell whether a text of the file is no text: the driver has no code of its own for that.

    A damaged schema comes as an error whose message cannot be decoded, a damaged row as one that
    says so.
    """
    return isinstance(error, UnicodeDecodeError) or (
        isinstance(error, driver.OperationalError) and str(error).startswith("Could not decode")
    )


def _broken_character(error: UnicodeEncodeError) -> InvalidValue:
    """Refuse half a character (a lone surrogate): there is no way to write it as UTF-8."""
    before = error.object[max(0, error.start - 20) : error.start]
    return InvalidValue(
        _(
            "A text holds a broken character that cannot be kept, after “{before}”. "
            "Take that character out, then try again."
        ).format(before=before)
    )


@contextmanager
def explained(path: Path) -> Generator[None]:
    """Turn errors of the machine, while working on ``path``, into sentences.

    Raises:
        StorageProblem: the disk is full, the file locked, read-only, damaged ...
        InvalidValue: a text cannot be written.
    """
    try:
        yield
    except (driver.Error, OSError, UnicodeError) as error:
        told = problem(error, path)
        if told is None:
            raise
        raise told from error


@contextmanager
def readable(path: Path) -> Generator[None]:
    """Say so when what was read makes no date, number or list: a disk has changed a byte.

    Raises:
        Damaged: the file is not as it was written.
    """
    try:
        yield
    except UnicodeEncodeError:  # what was asked for
        raise
    except (ValueError, TypeError) as error:
        raise damaged(path) from error


@contextmanager
def understood() -> Generator[None]:
    """Say so when the diary holds what this version of the program does not know.

    Raises:
        StorageProblem: a newer version wrote a code, such as a sign, that is not known here.
    """
    try:
        yield
    except InvalidValue as error:
        raise StorageProblem(
            _(
                "The diary holds something this version of the program does not know. "
                "Update the program to read it. ({reason})"
            ).format(reason=error.sentence)
        ) from error
