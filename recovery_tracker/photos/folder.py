"""The pictures of a folder with the day each was taken on, to bring in many at once."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from pathlib import Path

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.photos import SUFFIXES
from recovery_tracker.photos.picture import taken_at
from recovery_tracker.values import frozen

MOST_FILES = 5_000

# IMG_20261114_081500.jpg, 2026-11-14 08.15.00.png, PXL_20261114...; not part of a longer number
_DATED = re.compile(
    r"(?<!\d)(20\d\d)[-_. ]?(0[1-9]|1[0-2])[-_. ]?(0[1-9]|[12]\d|3[01])(?=\D|\d{6}\b|$)"
)


class DatedBy(Enum):
    """What says on which day a picture was taken."""

    CAMERA = "camera"
    NAME = "name"
    FILE = "file"  # when the file was last written: the weakest of the three


@frozen
class Found:
    """A picture file of a folder.

    Attributes:
        taken_at: when the camera says it was taken, if it does.
        problem: why it cannot be read, in one sentence; empty if it can.
    """

    file: Path
    date: dt.date
    dated_by: DatedBy
    taken_at: dt.datetime | None = None
    problem: str = ""


def find_pictures(folder: Path) -> tuple[Found, ...]:
    """List the pictures of a folder, oldest first; folders within it are left alone.

    A file that only looks like a picture is listed with what is wrong with it.

    Raises:
        OSError: the folder cannot be read.
    """
    found = [dated(file) for file in _files(folder)]
    return tuple(sorted(found, key=lambda one: (one.date, one.file.name)))


def _files(folder: Path) -> Iterator[Path]:
    files = (file for file in sorted(folder.iterdir()) if file.suffix.lower() in SUFFIXES)
    for number, file in enumerate(file for file in files if not file.name.startswith(".")):
        if number >= MOST_FILES:
            return
        if file.is_file():
            yield file


def dated(file: Path) -> Found:
    """Tell on which day a picture file was taken, and what says so.

    Raises:
        OSError: the file is gone.
    """
    moment, problem = None, ""
    try:
        moment = taken_at(file)
    except RecoveryTrackerError as error:
        problem = error.sentence
    if moment is not None:
        return Found(file, moment.date(), DatedBy.CAMERA, moment)
    named = date_in_name(file.name)
    if named is not None:
        return Found(file, named, DatedBy.NAME, problem=problem)
    written = dt.datetime.fromtimestamp(file.stat().st_mtime).astimezone()
    return Found(file, written.date(), DatedBy.FILE, problem=problem)


def date_in_name(name: str) -> dt.date | None:
    """The date that a file's name holds, as telephones write it, if it holds one."""
    said = _DATED.search(name)
    if said is not None:
        with suppress(ValueError):  # such as 31 February
            return dt.date(*(int(part) for part in said.groups()))
    return None
