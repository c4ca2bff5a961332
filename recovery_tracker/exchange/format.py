"""What a file format is: how a log is written in it, and how it is read where it can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from recovery_tracker.domain.errors import RecoveryTrackerError, Refused
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange.files import replacing
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen


class Unreadable(RecoveryTrackerError):  # noqa: N818 - named after the file it tells of
    """A file that cannot be brought in; nothing of it was.

    Attributes:
        line: the line of the file, counted from 1, where that is known.
    """

    def __init__(self, sentence: str, line: int | None = None) -> None:
        told = (
            _("{sentence} Nothing was imported.")
            if line is None
            else _("line {line}: {sentence} Nothing was imported.")
        )
        super().__init__(told.format(line=line, sentence=sentence))
        self.line = line


@frozen
class Options:
    """What a person chose for an export.

    Attributes:
        private_notes: whether private notes go into the file.
        photo_bytes: gives the bytes of a photo by its sha256; ``None`` leaves them out.
        report: gives the PDF of a session by its id, for formats that hold documents.
        today: tells what is planned from what was done, for formats that say which.
    """

    private_notes: bool = False
    photo_bytes: Callable[[str], bytes] | None = None
    report: Callable[[str], bytes] | None = None
    today: dt.date | None = None


@frozen
class Parsed:
    """What a file said.

    Attributes:
        notices: one sentence for each thing the person should know before taking it.
        photos: the bytes of photos that came with it, by their sha256; read when asked for.
    """

    log: Log
    notices: tuple[str, ...] = ()
    photos: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


class Module(Protocol):
    """What the module of a format has."""

    def write(self, log: Log, out: BinaryIO, options: Options) -> None:
        """Write a log into an open file, piece by piece."""
        ...


class ReadingModule(Module, Protocol):
    """What the module of a format has that can be read, too."""

    def read(self, source: bytes | Path, today: dt.date) -> Parsed:
        """Read a file, or its bytes, as of today."""
        ...


@frozen
class Format:
    """One way of keeping a log in a file.

    Attributes:
        suffix: how its files end, with the dot, lower case.
        name: what it is called, to be translated.
        module: the module that writes and reads it, imported when first needed.
        readable: whether this program reads such files, too.
        carries: what of a log comes back from such a file, in the words of ``left_out``.
        takes_pictures: whether photos go into such a file without being asked for.
    """

    suffix: str
    name: str
    module: str
    readable: bool = False
    carries: frozenset[str] = frozenset()
    takes_pictures: bool = False

    @property
    def label(self) -> str:
        """What it is called, in the person's language."""
        return _(self.name)

    def write(self, log: Log, path: Path, options: Options | None = None) -> None:
        """Write a log to a file: the whole of it, or the file stays as it was.

        Raises:
            StorageProblem: the disk is full, the folder read-only or missing ...
        """
        module = cast("Module", import_module(self.module))
        with replacing(path) as out:
            module.write(log, out, options or Options())

    def read(self, source: bytes | Path, today: dt.date) -> Parsed:
        """Read a file, or its bytes, as of today.

        Raises:
            Refused: the program only writes such files.
            Unreadable: something in it cannot be kept; the sentence tells what and where.
            StorageProblem: it cannot be read from disk.
        """
        if not self.readable:
            raise Refused(
                _(
                    "Files that end in {suffix} cannot be brought in. Export the log as .json."
                ).format(suffix=self.suffix)
            )
        module = cast("ReadingModule", import_module(self.module))
        return module.read(source, today)
