"""Broken imports, backups and photos, given to a real diary: all of one is taken, or nothing.

The part of ``make fuzz`` that needs more than bytes in memory.
"""

from __future__ import annotations

import datetime as dt
import io
import os
import random
import shutil
import tempfile
from contextlib import closing, suppress
from pathlib import Path

from PIL import Image

from recovery_tracker.data.backup import fingerprint, open_to_read
from recovery_tracker.data.checking import check
from recovery_tracker.data.engine import connect
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.restore import restore
from recovery_tracker.data.salvage import salvage
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange import json_log
from recovery_tracker.exchange.thumbnail import Incoming
from recovery_tracker.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from recovery_tracker.photos.picture import read_picture

_NOW = dt.datetime(2026, 3, 31, 20, tzinfo=dt.UTC)
_DAY = dt.date(2026, 3, 2)
_SESSION = Session("00000000-0000-4000-8000-000000000001", _DAY, areas=("face",))
_BYTES = (0, 1, 2, 0x0D, 0x1F, 0x20, 0x22, 0x30, 0x39, 0x7F, 0x80, 0xFE, 0xFF)


def flipped(seed: bytes, chance: random.Random) -> bytes:
    """Return a file with some bytes put over, and now and then cut short or made longer."""
    data = bytearray(seed)
    words = [at for at in range(len(data)) if 0x30 <= data[at] <= 0x7A]
    for _step in range(chance.choice((1, 1, 2, 4, 12))):
        at = (
            chance.choice(words) if words and chance.random() < 0.5 else chance.randrange(len(data))
        )
        for place in range(at, min(len(data), at + chance.choice((1, 1, 2, 4, 16)))):
            data[place] = chance.choice((*_BYTES, chance.randrange(256)))
    if chance.random() < 0.1:
        del data[chance.randrange(len(data)) :]
    elif chance.random() < 0.05:
        data += chance.randbytes(chance.randrange(1, 9_000))
    return bytes(data)


class _Kept:
    """A diary that is what it was, unless something was taken as a whole."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.now = _NOW
        store = open_store(self.folder, self.clock)
        store.put_session(_SESSION, _NOW)
        journal = Journal(store, self.clock)
        for day in range(4):
            journal.rate(_SESSION.id, _DAY + dt.timedelta(days=day), "redness", 3)
            journal.write(_SESSION.id, _DAY + dt.timedelta(days=day), "notes", "tight é")
        made = read_picture(_saved(_face(), "JPEG"))
        journal.add_photos(_SESSION.id, [NewPhoto(_DAY, "front", made.data, made.thumbnail)])
        journal.mark(_SESSION.id, _DAY, "pus", True)
        store.close()

    def clock(self) -> dt.datetime:
        """Return a time that goes on, so that backups are thinned."""
        return self.now

    @property
    def state(self) -> bytes:
        """What the diary holds."""
        with closing(open_to_read(self.folder / FILE_NAME, unchanging=True)) as connection:
            return fingerprint(connection)

    def look(self, before: bytes, refused: str) -> str:
        """Hold the diary against what it was; what was refused has changed nothing."""
        if refused and self.state != before:
            raise AssertionError("it was refused, and yet something was written")
        findings = check(self.folder / FILE_NAME).findings
        if findings:
            raise AssertionError(f"the diary is not whole: {findings}")
        return refused


class Imports(_Kept):
    """A diary into which broken logs are merged."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "imports")

    def read(self, data: bytes) -> str:
        """Merge a log as the command does."""
        before, refused = self.state, ""
        with closing(open_store(self.folder, self.clock)) as store:
            try:
                parsed = json_log.read(data, _NOW.date())
                Journal(store, self.clock).merge(
                    parsed.log, pictures=Incoming(parsed.photos).picture
                )
            except RecoveryTrackerError as error:
                refused = error.sentence or "\0"
        return self.look(before, refused)


class Restores(_Kept):
    """A diary into which broken backups are restored."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "restores")
        plain = Keeping(self.folder, self.clock).make("by-hand").read_bytes()
        with tempfile.TemporaryDirectory() as name:
            small = Path(name) / "small.db"
            small.write_bytes(plain)
            with closing(connect(small)) as connection:  # mostly words: what can be misread
                for statement in ("DELETE FROM photos", "DELETE FROM pictures", "VACUUM"):
                    connection.execute(statement)
            self.seeds = (plain, small.read_bytes())

    def read(self, data: bytes) -> str:
        """Restore a backup as the command does."""
        self.now += dt.timedelta(days=1)
        file = self.folder.with_name("broken.db")
        file.write_bytes(data)
        before, refused = self.state, ""
        try:
            restore(Keeping(self.folder, self.clock), file)
        except RecoveryTrackerError as error:
            refused = error.sentence or "\0"
        return self.look(before, refused)


class Damages(_Kept):
    """A diary whose file is broken, opened as the window does, and rescued."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, "damages")
        self.seeds = ((self.folder / FILE_NAME).read_bytes(),)
        self._rescued = folder / "rescued"

    def read(self, data: bytes) -> str:
        """Open it; where that is refused, take what can be read of it."""
        file = self.folder / FILE_NAME
        for left in self.folder.glob("recovery.db*"):
            left.unlink()
        file.write_bytes(data)
        try:
            with closing(open_store(self.folder, self.clock)) as store:
                journal = Journal(store, self.clock)
                journal.log()
                journal.deleted()
                journal.history(_SESSION.id, _DAY)
        except RecoveryTrackerError as error:
            refused = error.sentence or "\0"
        else:
            return ""
        self.now += dt.timedelta(days=1)
        shutil.rmtree(self._rescued, ignore_errors=True)
        try:
            salvage(Keeping(self._rescued, self.clock), file)
        except RecoveryTrackerError as error:
            return error.sentence or "\0"
        findings = check(self._rescued / FILE_NAME).findings
        if findings:
            raise AssertionError(f"what was rescued is not whole: {findings}")
        return refused


def read_photo(data: bytes) -> str:
    """Make a picture fit to keep; what comes of it can be read again."""
    made = read_picture(data)
    for kept in (made.data, made.thumbnail):
        with Image.open(io.BytesIO(kept)) as image:
            image.load()
    return " ".join(hint.sentence for hint in made.hints if hasattr(hint, "sentence"))


def read_apart(data: bytes) -> str:
    """Read a photo in a process of its own: a decoder that crashes ends no more than that."""
    child = os.fork()
    if child == 0:
        with suppress(RecoveryTrackerError):
            read_photo(data)
        os._exit(0)
    _pid, status = os.waitpid(child, 0)
    if status:
        raise AssertionError(f"the decoder ended the program (status {status})")
    return ""


def pictures() -> tuple[bytes, ...]:
    """Return a photo in every format that can be written here, with what cameras put beside."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:03:02 08:15:00"
    plain = _face()
    return (
        _saved(plain, "JPEG", exif=exif.tobytes()),
        _saved(plain, "JPEG", progressive=True),
        _saved(plain.convert("CMYK"), "JPEG"),
        _saved(plain.convert("RGBA"), "PNG", exif=exif.tobytes()),
        _saved(plain.convert("P"), "PNG"),
        _saved(plain.convert("L"), "PNG"),
        _saved(plain, "WEBP", exif=exif.tobytes()),
    )


def _face() -> Image.Image:
    """Return the same at each run, so that a seed gives the same files."""
    dots = random.Random(1).randbytes(24 * 32 * 3)
    return Image.frombytes("RGB", (24, 32), dots).resize((240, 320))


def _saved(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
