"""The backups of one data folder: made, checked, thinned, and copied to a second place."""

from __future__ import annotations

import datetime as dt
import errno
import json
import os
import threading
import uuid
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, cast

from recovery_tracker.data.backup import (
    Unlock,
    copy_to,
    fingerprint,
    no_key,
    open_to_read,
)
from recovery_tracker.data.backup_files import (
    backups_in,
    beside,
    copy_file,
    is_diary,
    put_in_place,
    remove_unfinished,
    sweep,
    why_not,
)
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.engine import (
    connect,
    connector,
    driver,
    make_private_file,
    make_private_folder,
)
from recovery_tracker.data.errors import explained
from recovery_tracker.data.rekeying import tidy_backups
from recovery_tracker.data.schema import BACKUPS
from recovery_tracker.domain.backups import (
    MIB,
    Backup,
    SecondPlace,
    Standing,
    next_backup,
    to_thin,
)
from recovery_tracker.domain.errors import NotFound, Refused, StorageProblem
from recovery_tracker.i18n import _
from recovery_tracker.settings import Settings

NOTES = "backups.json"
ASIDE = "damaged"  # the folder of damaged diaries that were replaced
_ours = threading.Lock()  # one backup at a time in this program; others have names of their own


class Keeping:
    """The backups of one diary.

    Where they go and how much they may take are settings; they are read at each call, so a
    window and a command agree. What must be remembered beside them (which folder of the second
    place is ours, what failed last) is in a small file of its own.
    """

    def __init__(
        self,
        folder: Path,
        clock: Callable[[], dt.datetime],
        key: Key | None = None,
    ) -> None:
        """Keep the diary of a data folder.

        Args:
            folder: the data folder.
            clock: gives the present moment with its zone.
            key: opens the diary and its backups, if they are encrypted.
        """
        self.folder = folder
        self.file = folder / "recovery.db"
        self.key = key
        self.clock = clock

    @property
    def _unlock(self) -> Unlock:
        return self.key.unlock if self.key else no_key

    # -- places

    @property
    def own_place(self) -> Path:
        """The folder of backups in the data folder: it takes what another place cannot."""
        return self.folder / BACKUPS

    @property
    def place(self) -> Path:
        """The folder the backups go to."""
        chosen = Settings(self.folder).text("backup_place")
        return Path(chosen) / self._our_name() if chosen else self.own_place

    def places_elsewhere(self) -> tuple[Path, ...]:
        """Return the folders of ours outside of the data folder, reachable or not."""
        settings = Settings(self.folder)
        chosen = (settings.text("backup_place"), settings.text("second_place"))
        return tuple(Path(place) / self._our_name() for place in chosen if place)

    def _our_name(self) -> str:
        """Return the name of our folder in a place that others may use, too."""
        notes = self._notes()
        if not isinstance(notes.get("id"), str):
            notes["id"] = uuid.uuid4().hex[:8]
            self._note(id=notes["id"])
        return f"recovery-tracker-{notes['id']}"

    def _notes(self) -> dict[str, Any]:
        try:
            read: object = json.loads((self.folder / NOTES).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return cast("dict[str, Any]", read) if isinstance(read, dict) else {}

    def _note(self, **changed: Any) -> None:
        """Remember something; a folder that cannot be written forgets it, and no more."""
        notes = self._notes() | changed
        file = beside(self.folder / NOTES)
        try:
            make_private_file(file)
            file.write_text(json.dumps(notes, indent=2, sort_keys=True), encoding="utf-8")
            put_in_place(file, self.folder / NOTES)
        except OSError:
            remove_unfinished(file)

    # -- what there is

    def listed(self) -> tuple[tuple[Backup, Path], ...]:
        """Return all backups with their files, newest first."""
        found: dict[Backup, Path] = {}
        for place in {self.own_place, self.place}:
            found |= {backup: place / backup.name for backup in backups_in(place)}
        return tuple((backup, found[backup]) for backup in sorted(found, reverse=True))

    def files(self) -> tuple[Path, ...]:
        """Return the files of all backups within reach, those at the second place, too."""
        places = sorted(self._places())
        return tuple(place / kept.name for place in places for kept in backups_in(place))

    def _places(self) -> set[Path]:
        second = Settings(self.folder).text("second_place")
        places = {self.own_place, self.place}
        return places | {Path(second) / self._our_name()} if second else places

    def standing(self) -> Standing:
        """Return how the backups stand."""
        settings, notes = Settings(self.folder), self._notes()
        chosen = settings.text("backup_place")
        listed = self.listed()
        return Standing(
            folder=chosen or str(self.own_place),
            chosen=bool(chosen),
            last=listed[0][0] if listed else None,
            count=len(listed),
            size=sum(backup.size for backup, _file in listed),
            limit=settings.number("backup_limit") * MIB,
            second=self._second_place(settings, notes),
            trouble=str(notes.get("trouble", "")),
        )

    def _second_place(self, settings: Settings, notes: dict[str, Any]) -> SecondPlace | None:
        named_folder = settings.text("second_place")
        if not named_folder:
            return None
        written = None
        if notes.get("second") == named_folder:
            with suppress(ValueError, TypeError):
                written = dt.datetime.fromisoformat(notes.get("second_written", ""))
        there = self._reach_second(Path(named_folder), known=written is not None) is not None
        return SecondPlace(named_folder, there, written, str(notes.get("second_trouble", "")))

    def _reach_second(self, second: Path, *, known: bool) -> Path | None:
        """Return our folder in the second place, if that is there.

        Where we have written before, our folder is there; if it is not, only the empty folder is
        in which a stick or a share would show itself.
        """
        ours = second / self._our_name()
        with suppress(OSError):
            if ours.is_dir() or (second.is_dir() and not known):
                return ours
        return None

    # -- making them

    def is_due(self) -> bool:
        """Tell whether a day with changes has passed since the newest backup, or there is none."""
        if not self.file.is_file():
            return False
        listed = self.listed()
        now = self.clock()
        if listed and listed[0][0].moment.astimezone(now.tzinfo).date() == now.date():
            return False
        with self._explained(self.file), closing(connect(self.file, self.key)) as diary:
            if not listed:
                held = "SELECT (SELECT count(*) FROM sessions) + (SELECT count(*) FROM profile)"
                return bool(diary.execute(held).fetchone()[0])
            try:
                with closing(open_to_read(listed[0][1], self._unlock, unchanging=True)) as newest:
                    return fingerprint(newest) != fingerprint(diary)
            except (driver.DatabaseError, UnicodeDecodeError):
                return True  # damaged since, or of an earlier passphrase

    def make(self, why: str = "day") -> Path:
        """Make and check a backup, thin the others, and copy what is new to the second place.

        Raises:
            StorageProblem: it could not be written anywhere; the sentence says why.
        """
        with _ours:
            try:
                made = self._make(why)
            except StorageProblem as error:
                self._note(trouble=error.sentence)
                raise
            self._copy_to_second()
        return made

    def make_if_due(self) -> bool:
        """Make the backup of a day, if it is due; else let the second place catch up."""
        for place in {self.folder, self.own_place, self.place}:
            sweep(place)
        tidy_backups({*self._places(), self.folder / ASIDE})
        if self.is_due():
            self.make()
            return True
        with _ours:
            self._copy_to_second()
        return False

    def write_to(self, target: Path) -> Path:
        """Write and check a backup under a name of the person's own; it is never thinned.

        Args:
            target: a file, or a folder, in which it gets a dated name. A backup that has the
                name is replaced, another file is not.

        Raises:
            StorageProblem: there is no diary, or the backup could not be written.
            Refused: the name belongs to another file.
        """
        if not self.file.is_file():
            raise NotFound(
                _("There is no diary to back up in {folder}.").format(folder=self.folder)
            )
        if target.is_dir():
            there = [file.name for file in target.iterdir()]
            target /= next_backup(self.clock(), "by-hand", there).name
        if target.exists() and (target.samefile(self.file) or not is_diary(target)):
            raise Refused(_("There is another file {file}. Give another name.").format(file=target))
        with self._explained(target.parent):
            if not target.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            sweep(target.parent)
            self._copy_to(target)
        return target

    def _copy_to(self, target: Path) -> None:
        with closing(connector(self.file, key=self.key)()) as diary:
            copy_to(diary, target, self._unlock)

    def _make(self, why: str) -> Path:
        trouble = ""
        for place in dict.fromkeys((self.place, self.own_place)):
            try:
                file, backup = self._make_in(place, why)
            except StorageProblem as error:
                if place == self.own_place:
                    raise
                trouble = error.sentence
                continue
            self._thin(place, backup)
            self._note(trouble=trouble)
            return file
        raise AssertionError("the own place is tried last")

    def _make_in(self, place: Path, why: str) -> tuple[Path, Backup]:
        with self._explained(place if place == self.own_place else place.parent):
            if place != self.own_place and not place.parent.is_dir():
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            make_private_folder(place)
            there = [file.name for file in place.iterdir()]
            backup = next_backup(self.clock(), why, there)
            self._copy_to(place / backup.name)
        return place / backup.name, backup

    def _thin(self, place: Path, *spared: Backup) -> None:
        """Remove what is not kept; a file that cannot be removed is tried again next time."""
        limit = Settings(self.folder).number("backup_limit") * MIB
        there = backups_in(place)
        kept = [backup for backup in there if backup.name in {one.name for one in spared}]
        for backup in to_thin(there, self.clock(), limit, spared=kept):
            with suppress(OSError):
                (place / backup.name).unlink()

    @contextmanager
    def _explained(self, place: Path) -> Generator[None]:
        """Say what kept a backup from being written, and that the diary itself is unharmed."""
        try:
            with explained(place):
                yield
        except StorageProblem as error:
            why = why_not(error.__cause__, place)
            if why is None:
                raise
            raise StorageProblem(
                _(
                    "The backup could not be written: {why}. Your data is safe in the app. "
                    "Choose another place."
                ).format(why=why)
            ) from error

    # -- the second place

    def _copy_to_second(self) -> None:
        """Copy what the second place lacks; that it is not there is no error."""
        chosen = Settings(self.folder).text("second_place")
        if not chosen:
            return
        known = self._notes().get("second") == chosen and bool(self._notes().get("second_written"))
        ours = self._reach_second(Path(chosen), known=known)
        if ours is None:
            return
        try:
            with self._explained(ours):
                make_private_folder(ours)
                self._catch_up(ours)
        except StorageProblem as error:
            self._note(second_trouble=error.sentence)
            return
        at = self.clock().astimezone(dt.UTC).isoformat(timespec="seconds")
        self._note(second=chosen, second_written=at, second_trouble="")

    def _catch_up(self, ours: Path) -> None:
        sweep(ours)
        files = dict(self.listed())
        there = set(backups_in(ours))
        limit = Settings(self.folder).number("backup_limit") * MIB
        gone = set(to_thin(sorted(there | set(files)), self.clock(), limit))
        for backup in sorted(set(files) - there - gone):
            copy_file(files[backup], ours / backup.name)
        self._thin(ours)
