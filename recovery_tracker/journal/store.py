"""What the journal needs of a place that keeps the diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.kept import Deleted, Kind, Shown, Version
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Recovery, Session


class Store(Protocol):
    """Frozen values in, frozen values out; when a writer returns, it is on disk.

    Each writer is one durable transaction of its own unless it runs inside
    :meth:`transaction`. ``at`` is the moment of the change (UTC, whole seconds) and goes into
    the history; the values themselves are kept as they are given.
    """

    def transaction(self, *, wait: bool = True) -> AbstractContextManager[None]:
        """Group reads and writes: all writes are kept, or none.

        Raises:
            StorageProblem: another one writes, and it was not to ``wait``.
        """
        ...

    def profile(self) -> Profile:
        """Return the patient's profile; an empty one when nothing was stated."""
        ...

    def put_profile(self, profile: Profile, at: dt.datetime, /) -> None:
        """Keep the profile."""
        ...

    def own_items(self, kind: Kind) -> tuple[OwnItem, ...]:
        """Return the patient's own symptoms or care items, in the order they were added."""
        ...

    def put_own_item(self, kind: Kind, item: OwnItem, at: dt.datetime, /) -> None:
        """Add an item, or change the one with its code."""
        ...

    def remove_own_item(self, kind: Kind, code: str, at: dt.datetime, /) -> None:
        """Take back the adding of an item."""
        ...

    def sessions(self) -> tuple[Session, ...]:
        """Return all sessions that are not deleted, by date, then id."""
        ...

    def put_session(self, session: Session, at: dt.datetime, /) -> None:
        """Add a session, or change the one with its id."""
        ...

    def delete_session(self, session_id: str, at: dt.datetime, *, undone: bool = False) -> None:
        """Hide a session with all that belongs to it until it is revived or purged.

        ``undone`` marks the taking back of an addition: it is not listed as deleted, and the
        same session may be added again.
        """
        ...

    def revive_session(self, session_id: str, at: dt.datetime) -> None:
        """Bring a hidden session back."""
        ...

    def recovery(self, session_id: str) -> Recovery:
        """Return one session with its entries, photos and acts.

        Raises:
            NotFound: there is no such session, or it is deleted.
        """
        ...

    def change_entry(
        self,
        session_id: str,
        date: dt.date,
        edit: Callable[[Entry | None], Entry | None],
        at: dt.datetime,
        /,
    ) -> tuple[Entry | None, Entry] | None:
        """Keep what ``edit`` makes of one date's entry; the earlier version is history.

        What ``edit`` reads of this store is of the same moment. It answers ``None`` to leave all
        as it is, and so does this; else with the entry there was and the one there is now.

        Raises:
            NotFound: there is no such session.
        """
        ...

    def put_entries(self, session_id: str, entries: Sequence[Entry], at: dt.datetime, /) -> None:
        """Keep entries, each replacing what its date held; the earlier version is history."""
        ...

    def delete_entry(
        self, session_id: str, date: dt.date, at: dt.datetime, *, undone: bool = False
    ) -> None:
        """Hide an entry until it is put again or purged; ``undone`` as for sessions."""
        ...

    def put_acts(self, session_id: str, acts: Sequence[Act], at: dt.datetime, /) -> None:
        """Keep the whole list of a session's acts on warnings."""
        ...

    def put_photo(
        self,
        session_id: str,
        photo: Photo,
        data: bytes | None,
        thumbnail: bytes | None,
        at: dt.datetime,
        /,
    ) -> None:
        """Keep a photo; a photo of the same date, view and picture gets the new caption.

        Without bytes only what is known of it is kept; bytes that are there already stay.

        Raises:
            InvalidValue: the bytes are not those the photo was described by.
        """
        ...

    def remove_photo(
        self, session_id: str, photo: Photo, at: dt.datetime, *, undone: bool = False
    ) -> None:
        """Hide a photo until it is put again or purged; ``undone`` as for sessions."""
        ...

    def thumbnail_bytes(self, sha256: str) -> bytes:
        """Return the small picture of a photo.

        Raises:
            NotFound: only its description is here.
        """
        ...

    def photo_bytes(self, sha256: str) -> bytes:
        """Return a photo's bytes.

        Raises:
            NotFound: there is no such photo.
        """
        ...

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what was deleted and can be brought back, newest first."""
        ...

    def purge(self, before: dt.datetime) -> int:
        """Remove for good what was deleted before a moment, with its history; count it."""
        ...

    def history(self, session_id: str | None, date: dt.date | None = None) -> tuple[Version, ...]:
        """Return earlier versions, newest first, of an entry, a session or (None) the profile."""
        ...

    def keep_versions(self, session_id: str, entries: Sequence[Entry], at: dt.datetime, /) -> None:
        """Put versions of entries that were not taken (an import's) into the history."""
        ...

    def shown(self, session_id: str) -> tuple[Shown, ...]:
        """Return the warnings that were shown for a session, oldest first."""
        ...

    def keep_shown(self, shown: Sequence[Shown], /) -> None:
        """Keep warnings as they were shown."""
        ...

    def unsettled(self, rules: str, today: dt.date) -> tuple[str, ...]:
        """Return the sessions to judge on a day, newest first.

        Left out are those that were kept as settled by the same rules and of which nothing has
        changed since: neither the session nor the profile nor another session.
        """
        ...

    def keep_settled(self, session_id: str, rules: str, until: dt.date) -> None:
        """Keep that by these rules no warning of a session can be active after a date."""
        ...
