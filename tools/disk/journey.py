"""A small journey through a diary in steps, and what a diary says afterwards.

Each stage begins on a diary that is made for it and says after each step that it is done: what
was said must be there later, whatever the disk did in the meantime.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from PIL import Image

from recovery_tracker import cli
from recovery_tracker.data.checking import check
from recovery_tracker.data.encryption import Key, is_encrypted
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key, rewrite_backups
from recovery_tracker.data.restore import restore
from recovery_tracker.data.salvage import salvage
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.data.workroom import sweep_rooms
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import Damaged, NotFound, PassphraseNeeded, WrongPassphrase
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.exchange import Options, json_log
from recovery_tracker.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from recovery_tracker.settings import Settings

NOW = dt.datetime(2026, 3, 12, 20, 0, tzinfo=dt.UTC)
TREATED = Session("00000000-0000-4000-8000-000000000001", dt.date(2026, 3, 2), areas=("face",))
OLD = Path(__file__).resolve().parents[2] / "tests" / "data" / "old_databases" / "0001.sql"
KEYS = tuple(Key.new(Passphrase(words)) for words in ("correct horse", "battery staple"))
DAMAGED = "damaged"
LEFT_OVER = (".unfinished", ".being-", ".new", ".work", ".recovery-tracker-", "-wal", "-journal")


def clock() -> dt.datetime:
    """Stand still, so that two runs write the same."""
    return NOW


def _ignore(_words: str) -> None:
    """Let nobody know."""


@dataclass
class Place:
    """A folder with a diary in it, and who is told of each step that is done."""

    root: Path
    key: Key | None = None
    done: Callable[[str], None] = field(default=_ignore)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.root / "data"

    @property
    def file(self) -> Path:
        """The diary."""
        return self.data / FILE_NAME

    @property
    def keeping(self) -> Keeping:
        """Its backups."""
        return Keeping(self.data, clock, self.key)

    @contextmanager
    def store(self) -> Iterator[SqliteStore]:
        """Open the diary for a while."""
        with closing(open_store(self.data, clock, key=self.key)) as opened:
            yield opened

    def command(self, *words: str | Path) -> None:
        """Run a command as a person would; a refusal has been said on the terminal then."""
        status = cli.main(["--data-dir", str(self.data), *(str(word) for word in words)], clock)
        if status:
            raise Said

    def find_key(self) -> None:
        """Find the passphrase that opens the diary now, as a person who knows them all would."""
        for key in (None, *KEYS):
            try:
                open_store(self.data, clock, key=key).close()
            except (PassphraseNeeded, WrongPassphrase):
                continue
            self.key = key if is_encrypted(self.file) else None
            return
        raise AssertionError("no passphrase opens the diary")


class Said(Exception):  # noqa: N818 - no error: the person has read a sentence
    """A command could not, and has said why."""


# What a diary says -----------------------------------------------------------------------------


def state_of(place: Place) -> str:
    """Return a fingerprint of all that a diary holds, its pictures, too."""
    try:
        place.find_key()
        with place.store() as store:
            return _fingerprint(store)
    except Damaged:
        return DAMAGED


def _fingerprint(store: SqliteStore) -> str:
    log = Journal(store, clock).log()
    out = io.BytesIO()
    json_log.write(log, out, Options(private_notes=True))
    digest = hashlib.sha256(out.getvalue())
    for recovery in log.recoveries:
        for photo in recovery.photos:
            with suppress(NotFound):  # of what was rescued a picture may be missing
                digest.update(store.photo_bytes(photo.sha256))
    return digest.hexdigest()[:16]


def faults_of(words: str) -> tuple[str, ...]:
    """Return what is wrong with the file that a step said it had written."""
    what, _space, name = words.partition(" ")
    if what == "whole":
        whole = Path(name).read_bytes()[:4] in (b"%PDF", b"PK\x03\x04")
        return () if whole else (f"{name} is not whole",)
    if what != "file":
        return ()
    for key in (None, *KEYS):
        try:
            return check(Path(name), key).findings
        except (PassphraseNeeded, WrongPassphrase):
            continue
    return (f"no passphrase opens {name}",)


def left_over(place: Place) -> list[str]:
    """Start as the window does, and return the names of what should not be there any more."""
    place.keeping.make_if_due()
    sweep_rooms(place.data)
    return sorted(
        str(file.relative_to(place.root))
        for file in place.root.rglob("*")
        if any(mark in file.name for mark in LEFT_OVER)
    )


# The diaries it begins on --------------------------------------------------------------------


def photo_file() -> bytes:
    """A small picture, as a file."""
    out = io.BytesIO()
    Image.effect_noise((320, 240), 60).convert("RGB").save(out, "JPEG")
    return out.getvalue()


_PHOTO = photo_file()


def empty(place: Place) -> None:
    """A data folder in which nothing is yet, and what the journey reads."""
    place.data.mkdir(parents=True, mode=0o700)
    for name in ("out", "second"):
        (place.root / name).mkdir()
    entries = tuple(
        Entry(TREATED.date + dt.timedelta(days=day), scores={"flaking": 1}) for day in range(5)
    )
    other = Session("00000000-0000-4000-8000-000000000002", TREATED.date, areas=("neck",))
    with (place.root / "log.json").open("wb") as out:
        log = Log(recoveries=(Recovery(TREATED, entries), Recovery(other, entries)))
        json_log.write(log, out, Options(private_notes=True))


def old(place: Place) -> None:
    """A diary of the first version."""
    empty(place)
    with closing(driver.connect(str(place.file), isolation_level=None)) as connection:
        connection.executescript(OLD.read_text())


def filled(place: Place) -> None:
    """A diary with a session, a photo, a backup of the day before, and a second place."""
    empty(place)
    with place.store() as store:
        store.put_session(TREATED, NOW)
        journal = Journal(store, clock)
        journal.rate(TREATED.id, TREATED.date, "redness", 3)
        _add_photo(journal, 0)
    Settings(place.data).put("second_place", str(place.root / "second"))
    made = Keeping(place.data, lambda: NOW - dt.timedelta(days=1)).make("day")
    (place.root / "earlier.db").write_bytes(made.read_bytes())
    with place.store() as store:
        Journal(store, clock).write(TREATED.id, TREATED.date, "notes", "tight")


def locked(place: Place) -> None:
    """The same with a passphrase."""
    filled(place)
    _take_key(place, KEYS[0])


def damaged(place: Place) -> None:
    """The same, overwritten in the middle."""
    filled(place)
    with place.file.open("r+b") as stream:
        stream.seek(16384)
        stream.write(b"\x55" * 16384)


# The stages ------------------------------------------------------------------------------------


def start(place: Place) -> None:
    """Open the diary, which makes it, or brings it up to date."""
    with place.store():
        place.done("opened")


def rate(place: Place) -> None:
    """Rate, mark, write, delete and take back."""
    with place.store() as store:
        journal = Journal(store, clock)
        if TREATED.id not in {session.id for session in store.sessions()}:
            store.put_session(TREATED, NOW)
            place.done("session")
        for day in range(3):
            date = TREATED.date + dt.timedelta(days=day)
            journal.rate(TREATED.id, date, "redness", 4 - day)
            place.done(f"rated day {day}")
        journal.mark(TREATED.id, TREATED.date, "pus", True)
        place.done("marked")
        journal.write(TREATED.id, TREATED.date, "notes", "é " * 5_000)
        place.done("written")
        journal.delete_entry(TREATED.id, TREATED.date)
        place.done("deleted")
        journal.undo()
        place.done("taken back")


def _add_photo(journal: Journal, day: int) -> None:
    from recovery_tracker.photos.picture import read_picture

    made = read_picture(_PHOTO)
    date = TREATED.date + dt.timedelta(days=day)
    journal.add_photos(TREATED.id, [NewPhoto(date, "front", made.data, made.thumbnail)])


def photograph(place: Place) -> None:
    """Add a photo, and take one out."""
    with place.store() as store:
        journal = Journal(store, clock)
        _add_photo(journal, 1)
        place.done("photo added")
        journal.delete_photo(TREATED.id, journal.recovery(TREATED.id).photos[0])
        place.done("photo deleted")


def bring_in(place: Place) -> None:
    """Import a file."""
    place.command("import", place.root / "log.json")
    place.done("imported")


def back_up(place: Place) -> None:
    """Make a backup, with its copy at the second place, and one by name."""
    made = place.keeping.make("by-hand")
    place.done(f"file {made}")
    target = place.keeping.write_to(place.root / "out" / "copy.db")
    place.done(f"file {target}")


def back_up_by_command(place: Place) -> None:
    """Make a backup from the command line."""
    target = place.root / "out" / "by-command.db"
    place.command("backup", target)
    place.done(f"file {target}")


def day_begins(place: Place) -> None:
    """Do what the window does when it has opened a diary."""
    sweep_rooms(place.data)
    place.keeping.make_if_due()
    place.keeping.standing()
    place.keeping.listed()
    place.done("looked after")


def bring_back(place: Place) -> None:
    """Restore a backup."""
    restore(place.keeping, place.root / "earlier.db")
    place.done("restored")


def bring_back_by_command(place: Place) -> None:
    """Restore a backup from the command line."""
    place.command("restore", place.root / "earlier.db")
    place.done("restored")


def put_back(place: Place) -> None:
    """Rate more, and restore what the newest backup has."""
    (_backup, file), *_older = place.keeping.listed()
    with place.store() as store:
        Journal(store, clock).rate(TREATED.id, TREATED.date, "pain", 2)
        place.done("rated")
    restore(place.keeping, file)
    place.done("restored")


def rescue(place: Place) -> None:
    """Take what can be read of a damaged diary; what a disk that fails cost is said."""
    lost = salvage(place.keeping, place.file, place.key).lost
    place.done(f"{'less ' if lost else ''}salvaged")


def _take_key(place: Place, new: Key | None) -> None:
    """Change the passphrase as the window does, backups included."""
    place.keeping.make("before-encryption")
    change_key(place.file, place.key, new)
    before, place.key = place.key, new
    rewrite_backups(place.keeping.files(), before, new)


def encrypt(place: Place) -> None:
    """Set a passphrase."""
    _take_key(place, KEYS[0])
    place.done("encrypted")


def change_passphrase(place: Place) -> None:
    """Set another passphrase."""
    _take_key(place, KEYS[1])
    place.done("changed")


def decrypt(place: Place) -> None:
    """Take the passphrase away."""
    _take_key(place, None)
    place.done("decrypted")


def report(place: Place) -> None:
    """Write the report."""
    target = place.root / "out" / "report.pdf"
    place.command("report", target, "--session", TREATED.id)
    place.done(f"whole {target}")


def export(place: Place) -> None:
    """Export everything."""
    target = place.root / "out" / "everything.zip"
    place.command("export", target, "--with-private-notes", "--with-photos")
    place.done(f"whole {target}")


def look(place: Place) -> None:
    """Have the diary checked."""
    place.command("check")
    place.done("checked")


def choose(place: Place) -> None:
    """Change a setting; one that cannot be kept is no fault."""
    if Settings(place.data).put("theme", "dark"):
        place.done("chosen")


@dataclass(frozen=True)
class Stage:
    """One stage: the diary it begins on, and what is done."""

    begin: Callable[[Place], None]
    act: Callable[[Place], None]
    key: Key | None = None

    @property
    def name(self) -> str:
        """Its name in a table."""
        return f"{self.act.__name__} ({self.begin.__name__})".replace("_", " ")


STAGES = (
    Stage(empty, start),
    Stage(old, start),
    Stage(filled, rate),
    Stage(locked, rate, KEYS[0]),
    Stage(filled, photograph),
    Stage(filled, bring_in),
    Stage(filled, back_up),
    Stage(filled, back_up_by_command),
    Stage(filled, day_begins),
    Stage(filled, bring_back),
    Stage(filled, bring_back_by_command),
    Stage(damaged, bring_back),
    Stage(damaged, rescue),
    Stage(filled, encrypt),
    Stage(locked, change_passphrase, KEYS[0]),
    Stage(locked, decrypt, KEYS[0]),
    Stage(filled, report),
    Stage(filled, export),
    Stage(filled, look),
    Stage(filled, choose),
)

# one after the other, as on one day
WHOLE = (
    start, rate, photograph, bring_in, back_up, put_back, encrypt, rate,
    change_passphrase, decrypt, report, export, choose,
)  # fmt: skip
SHORT = (start, rate, back_up, encrypt)
