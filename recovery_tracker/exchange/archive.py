"""Zip archives: written so that the same content gives the same bytes, opened with suspicion.

An archive that someone brings is never unpacked to disk. It is refused, in one sentence, when a
name leads out of it or stands twice, when it is cut off or damaged, protected by a password, or
would swell beyond what a diary can be.
"""

from __future__ import annotations

import hashlib
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any

from recovery_tracker.exchange.files import refused_reading
from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

MOST_FILES = 50_000
LARGEST_FILE = 256 * 2**20
LARGEST_TOTAL = 16 * 2**30
LARGEST_RATIO = 250
RATIO_FROM = 4 * 2**20
CHUNK = 2**18

_FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can hold: the same on every day
_PRIVATE_FILE = 0o600 << 16
_UNIX = 3
_ENCRYPTED = 0x1
_KNOWN_WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, IndexError)


class Hashed(io.RawIOBase):
    """Writes on into another file, and knows the sha256 and size of what went through."""

    def __init__(self, into: IO[bytes]) -> None:
        self._into = into
        self._digest = hashlib.sha256()
        self.size = 0

    def writable(self) -> bool:
        """It can be written."""
        return True

    def write(self, data: Any, /) -> int:
        """Write some bytes."""
        self._digest.update(data)
        self.size += len(data)
        return self._into.write(data)

    @property
    def sha256(self) -> str:
        """The hex digest of all that was written."""
        return self._digest.hexdigest()


@contextmanager
def member(archive: zipfile.ZipFile, name: str, *, squeezed: bool) -> Generator[Hashed]:
    """Write one file of an archive; pictures are not squeezed again."""
    info = zipfile.ZipInfo(name, _FIRST_MOMENT)
    info.compress_type = zipfile.ZIP_DEFLATED if squeezed else zipfile.ZIP_STORED
    info.external_attr = _PRIVATE_FILE
    info.create_system = _UNIX
    with archive.open(info, "w", force_zip64=True) as into:
        yield Hashed(into)


def opened(source: bytes | Path) -> zipfile.ZipFile:
    """Open an archive that someone brings.

    Raises:
        Unreadable: it is none, is cut off, or cannot be trusted.
        StorageProblem: it cannot be read from disk.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
    except OSError as error:
        raise _not_read(source, error) from error
    except _DAMAGED:
        raise damaged() from None
    try:
        _refuse_unsafe(archive.infolist())
        if sum(file.compress_size for file in archive.infolist()) > archive.start_dir:
            raise damaged()  # the same bytes stand for several files: a bomb without an end
    except Unreadable:
        archive.close()
        raise
    return archive


def _not_read(source: bytes | Path, error: OSError) -> Exception:
    return damaged() if isinstance(source, bytes) else refused_reading(source, error)


def damaged() -> Unreadable:
    """The sentence for an archive that is none, cut off or altered on its way."""
    return Unreadable(_("The .zip is damaged or was cut off on its way. Copy or export it again."))


def _refuse_unsafe(files: list[zipfile.ZipInfo]) -> None:
    if len(files) > MOST_FILES:
        raise Unreadable(_("The .zip holds more files than a diary can have."))
    names: set[str] = set()
    for file in files:
        _refuse_name(file, names)
        if file.flag_bits & _ENCRYPTED:
            raise Unreadable(
                _("The .zip is protected by a password. Save it without one, then try again.")
            )
        if file.compress_type not in _KNOWN_WAYS:
            raise Unreadable(_("The .zip is packed in a way this program does not know."))
        squeezed = max(file.compress_size, 1)
        if file.file_size > RATIO_FROM and file.file_size / squeezed > LARGEST_RATIO:
            raise _too_large(file.filename)
        if file.file_size > LARGEST_FILE:
            raise _too_large(file.filename)
    if sum(file.file_size for file in files) > LARGEST_TOTAL:
        raise Unreadable(_("What is in the .zip is larger than a diary can be."))


def _too_large(name: str) -> Unreadable:
    return Unreadable(
        _("“{name}” in the .zip is larger than it can be in a diary.").format(name=quoted(name))
    )


def _refuse_name(file: zipfile.ZipInfo, names: set[str]) -> None:
    # ZipInfo cuts a name at a NUL and turns the system's own separator; the original tells
    name = file.orig_filename
    path = PurePosixPath(name)
    if (
        not name
        or name != file.filename
        or path.is_absolute()
        or ".." in path.parts
        or "\\" in name
        or ":" in name
    ):
        raise Unreadable(
            _("“{name}” in the .zip leads out of it, which no export of this program does.").format(
                name=quoted(name)
            )
        )
    known = unicodedata.normalize("NFC", name).casefold()
    if known in names:
        raise Unreadable(_("“{name}” is in the .zip twice.").format(name=quoted(name)))
    names.add(known)


def chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """Read one file of an archive, piece by piece.

    Raises:
        Unreadable: it is damaged.
    """
    try:
        with archive.open(name) as file:
            while piece := file.read(CHUNK):
                yield piece
    except (*_DAMAGED, OSError, RuntimeError, KeyError):
        raise damaged() from None


def bytes_of_member(archive: zipfile.ZipFile, name: str, largest: int) -> bytes:
    """Read one file of an archive whole.

    Raises:
        Unreadable: it is damaged, or larger than ``largest`` bytes.
    """
    if archive.getinfo(name).file_size > largest:
        raise _too_large(name)
    return b"".join(chunks(archive, name))
