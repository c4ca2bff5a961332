"""Cuts the power at random moments of a journey: only what was put on disk survives.

Run as ``make power-cuts``. The journey is recorded once: each write, fsync and change of a name.
For each cut, a folder is made anew from the record up to a random moment. What no fsync had put
on disk is gone, or is there in part and in another order; names come and go in their order. Then
the program is started: it opens, ``check`` is clean, and what was said to be kept is there.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import struct
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tools import disk
from tools.faults import after, beside, well

_HEAD = struct.Struct("<cQqqII")
_PAGE = 4096  # bytes that a disk writes as a whole


@dataclass(frozen=True)
class Change:
    """One line of the record: what was done to which file, and the names it had."""

    what: str
    number: int
    a: int
    b: int
    data: bytes
    other: str

    @property
    def path(self) -> str:
        """The first name."""
        return os.fsdecode(self.data)


def changes(record: bytes) -> Iterator[Change]:
    """Read a record of ``disk.c``."""
    at = 0
    while at < len(record):
        what, number, a, b, size, more = _HEAD.unpack_from(record, at)
        at += _HEAD.size
        data, other = record[at : at + size], record[at + size : at + size + more]
        at += size + more
        yield Change(what.decode(), number, a, b, data, os.fsdecode(other))


@dataclass
class File:
    """What is on disk of a file, and what is not yet."""

    kept: bytearray = field(default_factory=bytearray)
    waiting: list[tuple[int, bytes | None]] = field(default_factory=list)

    def write(self, at: int, data: bytes) -> None:
        """Take a write, page by page: each may reach the disk, or not."""
        begin = 0
        while begin < len(data):
            end = min(len(data), begin + _PAGE - (at + begin) % _PAGE)
            self.waiting.append((at + begin, data[begin:end]))
            begin = end

    def sync(self) -> None:
        """Put all on disk."""
        self.kept = _applied(self.kept, self.waiting)
        self.waiting = []

    def survives(self, share: float, chance: random.Random) -> bytes:
        """Return what is there after a cut, if a share of what was waiting is."""
        return bytes(_applied(self.kept, [one for one in self.waiting if chance.random() < share]))


def _applied(kept: bytearray, waiting: Sequence[tuple[int, bytes | None]]) -> bytearray:
    now = bytearray(kept)
    for at, data in waiting:
        size = at if data is None else at + len(data)
        if len(now) < size:
            now.extend(bytes(size - len(now)))
        if data is None:
            del now[at:]
        else:
            now[at:size] = data
    return now


@dataclass
class Name:
    """A change of names: which go, which comes for which file, and whether it is on disk."""

    gone: str
    come: str
    file: File | None
    on_disk: bool = False

    def is_in(self, folder: str) -> bool:
        """Tell whether it concerns a folder."""
        return folder in {str(Path(name).parent) for name in (self.gone, self.come) if name}


class Platter:
    """The files of a folder as a disk has them at one moment of a record."""

    def __init__(self, begun: Path, root: Path, numbers: dict[str, int]) -> None:
        """Begin with a folder that is on disk as a whole.

        Args:
            begun: a copy of it.
            root: the folder's own path.
            numbers: the number of each file and folder by its path.
        """
        self._files: dict[int, File] = {}
        self._folders = {numbers[str(root)]: str(root)}
        self._names: list[Name] = []
        for path in sorted(begun.rglob("*")):
            name = str(root / path.relative_to(begun))
            made = None
            if path.is_dir():
                self._folders[numbers[name]] = name
            else:
                made = self._files[numbers[name]] = File(bytearray(path.read_bytes()))
            self._names.append(Name("", name, made, on_disk=True))

    def take(self, change: Change) -> None:
        """Do what one line of the record says."""
        file = self._files.get(change.number)
        if change.what == "C":
            made = self._files[change.number] = File()
            self._names.append(Name("", change.path, made))
        elif change.what == "M":
            self._folders[change.number] = change.path
            self._names.append(Name("", change.path, None))
        elif change.what in "LR" and file is not None:
            gone, come = ("", change.path) if change.what == "L" else (change.path, change.other)
            self._names.append(Name(gone, come, file))
        elif change.what == "U":
            self._names.append(Name(change.path, "", None))
        elif change.what == "W" and file is not None:
            file.write(change.a, change.data)
        elif change.what == "T" and file is not None:
            file.waiting.append((change.a, None))
        elif change.what == "S" and change.a == 2:
            folder = self._folders.get(change.number, "")
            for name in self._names:
                name.on_disk = name.on_disk or name.is_in(folder)
        elif change.what == "S" and file is not None:
            file.sync()

    def cut(self, root: Path, chance: random.Random) -> None:
        """Make the folder anew as it is after a power cut."""
        share = chance.choice((0.0, 0.0, 0.5, 1.0))
        waiting = [number for number, name in enumerate(self._names) if not name.on_disk]
        first_lost = chance.choice([*waiting[:1], *waiting, len(self._names)])
        tree: dict[str, File | None] = {}
        for number, name in enumerate(self._names):
            if name.on_disk or number < first_lost:
                tree.pop(name.gone, None)
                if name.come:
                    tree[name.come] = name.file
        shutil.rmtree(root, ignore_errors=True)
        root.mkdir(mode=0o700)
        for path in sorted(tree):
            target, file = Path(path), tree[path]
            if not target.parent.is_dir():
                continue
            if file is None:
                target.mkdir(mode=0o700)
            else:
                target.write_bytes(file.survives(share, chance))


@dataclass(frozen=True)
class Recording:
    """A journey that was recorded: its beginning, its changes, and what the diary said."""

    begun: Path
    root: Path
    numbers: dict[str, int]
    changes: tuple[Change, ...]
    states: tuple[str, ...]

    @property
    def lines(self) -> list[int]:
        """The moments at which the power can go."""
        return [at for at, change in enumerate(self.changes, 1) if change.what != "!"]


def recorded(folder: Path, *, short: bool = False) -> Recording:
    """Go through the journey once, on a disk that is well, and write down what it is told."""
    from tools.disk import journey

    root, said, begun = folder / "root", folder / "said", folder / "begun"
    well(lambda: journey.old(journey.Place(root)), said)
    shutil.copytree(root, begun)
    numbers = {str(path): path.stat().st_ino for path in (root, *root.rglob("*"))}
    record, states = folder / "record", folder / "states"
    shutil.copytree(root, states / "0")

    def act() -> None:
        on, steps = disk.Disk(root), iter(range(1, 1000))

        def done(words: str) -> None:
            on.mark(words)
            shutil.copytree(root, states / str(next(steps)))

        place = journey.Place(root, done=done)
        with record.open("wb", buffering=0) as out:
            on.record(out.fileno())
            for stage in journey.SHORT if short else journey.WHOLE:
                stage(place)
            on.record(-1)

    well(act, said)
    kept = sorted(states.iterdir(), key=lambda path: int(path.name))
    told = [well(lambda p=path: journey.state_of(journey.Place(p)), said) for path in kept]
    lines = tuple(changes(record.read_bytes()))
    return Recording(begun, root, numbers, lines, tuple(told))


def trouble(recording: Recording, at: int, chance: random.Random) -> str:
    """Cut the power after so many changes; return what is wrong afterwards, empty = nothing."""
    from tools.disk import journey

    platter = Platter(recording.begun, recording.root, recording.numbers)
    done: list[str] = []
    for change in recording.changes[:at]:
        if change.what == "!":
            done.append(change.path)
        else:
            platter.take(change)
    platter.cut(recording.root, chance)
    said = recording.begun.with_name("said")
    place: Any = journey.Place(recording.root)
    left, wrong = beside(lambda: after(place, done, recording.states), said)
    # a folder of the person's own is looked after when something is next written there
    return wrong or "; ".join(name for name in left or () if not name.startswith("out/"))


def main() -> int:
    """Cut the power so many times and say what was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/power-cuts"))
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--short", action="store_true", help="a part of the journey")
    args = parser.parse_args()
    if disk.why_not():
        print(f"Not here: {disk.why_not()}.")
        return 0
    disk.begin_on_it("tools.power_cuts", sys.argv[1:], args.folder)
    os.environ["RECOVERY_TRACKER_DEBUG"] = "1"
    chance, failed, begun = random.Random(args.seed), 0, time.monotonic()
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as name:
        recording = recorded(Path(name), short=args.short)
        lines = recording.lines
        print(f"seed {args.seed}; {len(lines)} changes, {len(recording.states) - 1} steps kept")
        for at in sorted(chance.choice(lines) for _time in range(args.times)):
            wrong = trouble(recording, at, chance)
            if wrong:
                failed += 1
                print(f"after {at} changes: {wrong}", flush=True)
    print(f"{args.times} cuts, {failed} wrong, {time.monotonic() - begun:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
