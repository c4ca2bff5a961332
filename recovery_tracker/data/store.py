"""The diary on disk: what the journal asks of a store, kept in one SQLite file.

Frozen values in, frozen values out; rows and connections never leave this package. When a
writer returns, what it wrote is on disk.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from recovery_tracker.data import (
    deletion,
    history,
    pictures,
    profiles,
    sessions,
    settled,
    warnings,
)
from recovery_tracker.data import entries as days
from recovery_tracker.data.connections import Connections
from recovery_tracker.data.encryption import Key, fitting
from recovery_tracker.data.engine import (
    WAIT_S,
    connector,
    make_private_file,
    make_private_folder,
)
from recovery_tracker.data.errors import explained, understood
from recovery_tracker.data.presence import Presence, join
from recovery_tracker.data.rekeying import finish_interrupted
from recovery_tracker.data.schema import bring_up_to_date
from recovery_tracker.data.transactions import Transactions
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.kept import Deleted, Kind, Shown, Version
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Recovery, Session

FILE_NAME = "recovery.db"


def open_store(
    folder: Path,
    clock: Callable[[], dt.datetime],
    *,
    key: Key | None = None,
    wait_s: float = WAIT_S,
) -> SqliteStore:
    """Open the diary of a folder, making it where there is none.

    What a change of the passphrase left behind that was interrupted is put in order first.

    Args:
        folder: the data folder; made private if it is new.
        clock: gives the present moment; it names the copy made before an update of the file.
        key: what opens the diary if it is encrypted; a plain one does not need it.
        wait_s: how many seconds a writer waits for another program.

    Raises:
        StorageProblem: the folder or file cannot be used; the sentence says what to do.
        PassphraseNeeded: the diary is encrypted and there is no key.
        WrongPassphrase: the key is not the diary's.
    """
    file = folder / FILE_NAME
    with explained(folder):
        make_private_folder(folder)
    with explained(file):
        finish_interrupted(file, wait_s)
        presence = join(folder, wait_s)
        try:
            make_private_file(file)
            key = fitting(key, file)
            connections = Connections(connector(file, wait_s, key))
            try:
                bring_up_to_date(connections, file, clock, key)
            except BaseException:
                connections.close()
                raise
        except BaseException:
            presence.leave()
            raise
    return SqliteStore(connections, file, presence, key)


class SqliteStore:
    """One diary file. It may be used from several threads and beside other programs."""

    def __init__(
        self, connections: Connections, file: Path, presence: Presence, key: Key | None
    ) -> None:
        """Use connections to a file whose schema is up to date."""
        self._presence = presence
        self.key = key  # what opens the copies that are made of it
        self._transactions = Transactions(connections, file)
        self._reading = self._transactions.reading
        self._writing = self._transactions.writing

    def close(self) -> None:
        """Close the file; the last to close it leaves no log beside it."""
        self._transactions.close()
        self._presence.leave()
        days.forget()
        self.key = None

    def transaction(self, *, wait: bool = True) -> AbstractContextManager[None]:
        """Group reads and writes of this thread: all writes are kept, or none.

        A writer that failed spoils the whole group, even if its error was caught: the group
        then ends with that error. Without ``wait`` it fails at once while another one writes.
        """
        return self._transactions.group(wait=wait)

    # -- profile

    def profile(self) -> Profile:
        """Return the patient's profile; an empty one when nothing was stated."""
        with self._reading() as connection:
            return profiles.read(connection) or Profile()

    def put_profile(self, profile: Profile, at: dt.datetime) -> None:
        """Keep the profile."""
        with self._writing() as connection:
            profiles.write(connection, profile, at)

    # -- own symptoms and care items

    def own_items(self, kind: Kind) -> tuple[OwnItem, ...]:
        """Return the patient's own symptoms or care items, in the order they were added."""
        with self._reading() as connection:
            return profiles.read_items(connection, kind)

    def put_own_item(self, kind: Kind, item: OwnItem, at: dt.datetime) -> None:
        """Add an item, or change the one with its code."""
        with self._writing() as connection:
            profiles.write_item(connection, kind, item, at)

    def remove_own_item(self, kind: Kind, code: str, at: dt.datetime) -> None:
        """Take back the adding of an item."""
        with self._writing() as connection:
            profiles.remove_item(connection, kind, code)

    # -- sessions

    def sessions(self) -> tuple[Session, ...]:
        """Return all sessions that are not deleted, by date, then id."""
        with self._reading() as connection:
            return sessions.read_all(connection)

    def put_session(self, session: Session, at: dt.datetime) -> None:
        """Add a session, or change the one with its id; a deleted one stays deleted."""
        with self._writing() as connection:
            sessions.write(connection, session, at)

    def delete_session(self, session_id: str, at: dt.datetime, *, undone: bool = False) -> None:
        """Hide a session with all that belongs to it until it is revived or purged.

        ``undone`` marks the taking back of an addition: it is not listed as deleted, and the
        same session may be added again.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.hide(connection, session_id, at, undone=undone)

    def revive_session(self, session_id: str, at: dt.datetime) -> None:
        """Bring a hidden session back.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.revive(connection, session_id, at)

    # -- one session's story

    def recovery(self, session_id: str) -> Recovery:
        """Return one session with its entries, photos and acts.

        Raises:
            NotFound: there is no such session, or it is deleted.
        """
        with self._reading() as connection:
            session = sessions.read_one(connection, session_id)
            story = days.read(connection, session_id)
            photos = pictures.read(connection, session_id)
            acts = warnings.read_acts(connection, session_id)
            with understood():
                return Recovery(session, story, photos, acts)

    def entry(self, session_id: str, date: dt.date) -> Entry | None:
        """Return one entry, if there is one: a day at the cost of a day."""
        with self._reading() as connection:
            return days.read_one(connection, session_id, date)

    def change_entry(
        self,
        session_id: str,
        date: dt.date,
        edit: Callable[[Entry | None], Entry | None],
        at: dt.datetime,
    ) -> tuple[Entry | None, Entry] | None:
        """Keep what ``edit`` makes of one date's entry; the earlier version is history.

        What ``edit`` reads of this store is of the same moment. It answers ``None`` to leave all
        as it is, and so does this; else with the entry there was and the one there is now.

        Raises:
            NotFound: there is no such session.
        """
        with self.transaction(), self._writing() as connection:
            return days.change(connection, session_id, date, edit, at)

    def put_entries(self, session_id: str, entries: Sequence[Entry], at: dt.datetime) -> None:
        """Keep entries, each replacing what its date held; the earlier version is history.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            days.write(connection, session_id, entries, at)

    def delete_entry(
        self, session_id: str, date: dt.date, at: dt.datetime, *, undone: bool = False
    ) -> None:
        """Hide an entry until it is put again or purged; ``undone`` as for sessions.

        Raises:
            NotFound: there is no such session or entry.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            days.hide(connection, session_id, date, at, undone=undone)

    def put_acts(self, session_id: str, acts: Sequence[Act], at: dt.datetime) -> None:
        """Keep the whole list of a session's acts on warnings.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            warnings.write_acts(connection, session_id, acts)

    # -- photos

    def put_photo(
        self,
        session_id: str,
        photo: Photo,
        data: bytes | None,
        thumbnail: bytes | None,
        at: dt.datetime,
    ) -> None:
        """Keep a photo; without bytes only what is known of it (a log that came without).

        Raises:
            NotFound: there is no such session.
            InvalidValue: the bytes are not those the photo was described by.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            pictures.write(connection, session_id, photo, at)
            if data is not None:
                pictures.write_bytes(connection, photo.sha256, data, thumbnail or b"")

    def remove_photo(
        self, session_id: str, photo: Photo, at: dt.datetime, *, undone: bool = False
    ) -> None:
        """Hide a photo until it is put again or purged; ``undone`` as for sessions.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            pictures.remove(connection, session_id, photo, at, undone=undone)

    def photo_bytes(self, sha256: str) -> bytes:
        """Return a picture.

        Raises:
            NotFound: only its description is here.
        """
        with self._reading() as connection:
            return pictures.read_bytes(connection, sha256, thumbnail=False)

    def thumbnail_bytes(self, sha256: str) -> bytes:
        """Return the small picture.

        Raises:
            NotFound: only its description is here.
        """
        with self._reading() as connection:
            return pictures.read_bytes(connection, sha256, thumbnail=True)

    # -- what was and is no more

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what was deleted and can be brought back, newest first."""
        with self._reading() as connection:
            return deletion.read(connection)

    def purge(self, before: dt.datetime) -> int:
        """Remove for good what was deleted before a moment, with its history; count it."""
        with self._writing() as connection:
            count = deletion.purge(connection, before)
        self._transactions.empty_log()
        return count

    def history(self, session_id: str | None, date: dt.date | None = None) -> tuple[Version, ...]:
        """Return earlier versions, newest first, of an entry, a session or (None) the profile."""
        with self._reading() as connection:
            return history.read(connection, session_id, date)

    def keep_versions(self, session_id: str, entries: Sequence[Entry], at: dt.datetime) -> None:
        """Put versions of entries that were not taken (an import's) into the history.

        Raises:
            NotFound: there is no such session.
        """
        with self._writing() as connection:
            sessions.check(connection, session_id)
            versions = [(entry.date, entry) for entry in entries]
            history.keep_entries(connection, session_id, versions, at, taken=False)

    # -- warnings that were shown

    def shown(self, session_id: str) -> tuple[Shown, ...]:
        """Return the warnings that were shown for a session, oldest first."""
        with self._reading() as connection:
            return warnings.read_shown(connection, session_id)

    def keep_shown(self, shown: Sequence[Shown]) -> None:
        """Keep warnings as they were shown; the same one in the same words is kept once."""
        with self._writing() as connection:
            warnings.write_shown(connection, shown)

    # -- sessions that need not be judged again

    def unsettled(self, rules: str, today: dt.date) -> tuple[str, ...]:
        """Return the sessions to judge on a day: those not kept as settled by these rules.

        Newest first. Whatever judging rests on drops what was kept, in its own transaction.
        """
        with self._reading() as connection:
            return settled.read_others(connection, rules, today)

    def keep_settled(self, session_id: str, rules: str, until: dt.date) -> None:
        """Keep that by these rules no warning of a session can be active after a date."""
        with self._writing() as connection:
            settled.keep(connection, session_id, rules, until)
