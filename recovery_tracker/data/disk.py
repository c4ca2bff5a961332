"""What the disk is asked for: that a file lasts, that a name lasts, that a file is gone."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

_PIECE = 1 << 20  # bytes that are overwritten at a time


def to_disk(file: Path) -> None:
    """Make what was written to a file last."""
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def folder_to_disk(folder: Path) -> None:
    """Make a rename last; Windows cannot open a folder and needs none of it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def overwrite_and_remove(file: Path) -> None:
    """Write over a file's bytes, then remove it; one that is not there is fine.

    This is the best a program can do. A solid-state disk, a file system that copies on writing
    or a snapshot may still hold the old bytes in places no program can reach.
    """
    with suppress(FileNotFoundError):
        if not file.is_symlink() and file.stat().st_nlink == 1:
            _overwrite(file)
        file.unlink()


def _overwrite(file: Path) -> None:
    """Write zeros over all bytes; a file that cannot be written is at least removed."""
    with suppress(PermissionError), file.open("rb+") as stream:
        left = stream.seek(0, os.SEEK_END)
        stream.seek(0)
        while left > 0:
            left -= stream.write(bytes(min(left, _PIECE)))
        stream.flush()
        os.fsync(stream.fileno())
