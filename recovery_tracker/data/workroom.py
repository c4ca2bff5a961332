"""Private folders for what is needed for a moment, removed afterwards, also after a crash."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from recovery_tracker.data.backup_files import is_running
from recovery_tracker.data.disk import overwrite_and_remove

NAME = ".work"


@contextmanager
def workroom(folder: Path) -> Generator[Path]:
    """Lend a folder in the data folder that only its owner can enter; it is emptied at the end."""
    rooms = folder / NAME
    room = rooms / f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    rooms.mkdir(mode=0o700, exist_ok=True)
    room.mkdir(mode=0o700)
    try:
        yield room
    finally:
        _clear(room)
        with suppress(OSError):
            rooms.rmdir()  # unless another program works there


def sweep_rooms(folder: Path) -> None:
    """Remove the rooms of programs that are gone."""
    rooms = folder / NAME
    with suppress(OSError):
        for room in rooms.iterdir():
            owner = room.name.partition("-")[0]
            if not (owner.isdecimal() and is_running(int(owner))):
                _clear(room)
        rooms.rmdir()


def _clear(room: Path) -> None:
    with suppress(OSError):
        for file in room.rglob("*"):
            if file.is_file() and not file.is_symlink():
                overwrite_and_remove(file)
    shutil.rmtree(room, ignore_errors=True)
