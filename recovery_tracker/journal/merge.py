"""Bring another diary in: what is new comes, what differs is settled by the later change.

Sessions are the same by id, else by date, treatment and areas; entries by session and date.
Importing the same file twice changes nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.own_words import quoted
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import (
    Log,
    Recovery,
    Session,
    check_entry_date,
    check_session_date,
)
from recovery_tracker.i18n import _
from recovery_tracker.journal.changes import (
    ActsStep,
    EntriesStep,
    ItemStep,
    PhotoStep,
    ProfileStep,
    SessionStep,
    Step,
)
from recovery_tracker.journal.merge_report import Fate, MergeReport
from recovery_tracker.journal.store import Store

_Stated = TypeVar("_Stated", Profile, Session, Dermatologist)

Picture = tuple[bytes, bytes]
"""A photo's bytes and those of its thumbnail."""

Pictures = Callable[[str], Picture | None]
"""Gives a picture by its sha256; ``None`` where what comes in has no such picture."""


class Merge:
    """One import into a store; :meth:`run` writes inside the caller's transaction."""

    def __init__(
        self,
        store: Store,
        log: Log,
        today: dt.date,
        at: dt.datetime,
        pictures: Pictures | None = None,
    ) -> None:
        """Prepare to bring ``log`` into ``store``, as of ``today`` and the moment ``at``.

        ``pictures`` gives the bytes of photos; without it only what is known of them is kept.
        """
        self._store = store
        self._log = log
        self._today = today
        self._at = at
        self._pictures = pictures
        self._steps: list[Step] = []
        gone = store.deleted()
        self._deleted = {
            (one.session_id, one.date if one.kind == "entry" else None)
            for one in gone
            if one.kind != "photo"
        }
        self._deleted_photos = {(one.session_id, one.photo.key) for one in gone if one.photo}
        self.report = MergeReport()

    def run(self) -> tuple[Step, ...]:
        """Write what comes in and return the steps, for undoing it as one change.

        Raises:
            InvalidValue: a date lies in the future or outside its session's diary.
        """
        self._bring_profile()
        self._bring_items("symptom", self._log.symptoms)
        self._bring_items("care_item", self._log.care_items)
        here = _Known(self._store.sessions())
        for recovery in self._log.recoveries:
            self._check_dates(recovery)
            self._bring_recovery(recovery, here)
        self.report.changed = bool(self._steps or self.report.pictures_added)
        return tuple(self._steps)

    def _check_dates(self, recovery: Recovery) -> None:
        check_session_date(recovery.session.date, self._today)
        if recovery.entries and recovery.entries[-1].date > self._today:  # they are in order
            for entry in recovery.entries:
                check_entry_date(recovery.session, entry.date, self._today)

    def _say(self, sentence: str) -> None:
        self.report.notices.append(sentence)

    def _bring_profile(self) -> None:
        before = self._store.profile()
        after, kept = _filled(before, self._log.profile)
        doctor, kept_doctor = _filled(before.dermatologist, self._log.profile.dermatologist)
        kept = [name for name in kept if name != "dermatologist"] + kept_doctor
        after = replace(after, dermatologist=doctor)
        if kept:
            self._say(
                _("Your profile already says something else about {fields}; it stays.").format(
                    fields=", ".join(kept)
                )
            )
        if after != before:
            self._store.put_profile(after, self._at)
            self._steps.append(ProfileStep(before, after))

    def _bring_items(self, kind: Kind, items: tuple[OwnItem, ...]) -> None:
        here = {item.code: item for item in self._store.own_items(kind)}
        for item in items:
            known = here.get(item.code)
            if known is None:
                self._store.put_own_item(kind, item, self._at)
                self._steps.append(ItemStep(kind, item.code, None, item))
            elif known.label != item.label:
                self._say(
                    _("“{other}” is called “{label}” here; the name stays.").format(
                        other=quoted(item.label), label=quoted(known.label)
                    )
                )

    def _bring_recovery(self, coming: Recovery, here: _Known) -> None:
        session = coming.session
        if (session.id, None) in self._deleted:
            self._say(
                _("The session of {date} was deleted here and stays deleted.").format(
                    date=session.date
                )
            )
            return
        known = here.find(session)
        if known is None:
            self._store.put_session(session, self._at)
            self._steps.append(SessionStep(session.id, None, session))
            self.report.sessions_added += 1
            here.add(session)
            known = session
        else:
            known = self._fill_session(known, session)
        mine = self._store.recovery(known.id)  # once: reading a year of days again takes as long
        self._bring_entries(mine, coming)
        self._bring_photos(mine, coming)
        self._bring_acts(mine, coming)

    def _fill_session(self, known: Session, coming: Session) -> Session:
        filled, kept = _filled(known, replace(coming, id=known.id))
        if kept:
            self._say(
                _(
                    "The session of {date} already says something else about {fields}; it stays."
                ).format(date=known.date, fields=", ".join(kept))
            )
        if filled != known:
            self._store.put_session(filled, self._at)
            self._steps.append(SessionStep(known.id, known, filled))
        return filled

    def _bring_entries(self, known: Recovery, coming: Recovery) -> None:
        session = known.session
        here = {entry.date: entry for entry in known.entries}
        taken: list[Entry] = []
        replaced: list[Entry | None] = []
        lost: list[Entry] = []
        fates: dict[dt.date, Fate] = {}
        for said in coming.entries:
            mine = here.get(said.date)
            entry = said if mine is None else _with_private_notes_of(mine, said)
            fate = fates[said.date] = self._fate_of(entry, mine, session, coming.session)
            if fate in ("added", "changed"):
                taken.append(entry)
                replaced.append(mine)
            elif fate == "kept":
                self._lose(entry, session, lost)
        self.report.count(coming.session.id, fates)
        if taken:
            self._store.put_entries(session.id, taken, self._at)
            self._steps.append(EntriesStep(session.id, tuple(replaced), tuple(taken)))
        if lost:
            self._store.keep_versions(session.id, lost, self._at)

    def _fate_of(self, entry: Entry, mine: Entry | None, session: Session, of: Session) -> Fate:
        """Say what becomes of an entry that comes in with the session ``of``."""
        if mine is None:
            if (session.id, entry.date) in self._deleted:
                self._say(
                    _("The entry of {date} was deleted here and stays deleted.").format(
                        date=entry.date
                    )
                )
                return "deleted"
            if session.date != of.date:  # else it was checked when it was read
                check_entry_date(session, entry.date, self._today)
            return "added"
        if mine == entry:
            return "same"
        if not _later(entry, mine):
            return "kept"
        self._say(
            _(
                "The entry of {date} was changed later in the file; it is taken, the one "
                "here is kept under “What changed”."
            ).format(date=entry.date)
        )
        return "changed"

    def _lose(self, entry: Entry, session: Session, lost: list[Entry]) -> None:
        """Keep a version from the file that lost; once, however often it comes."""
        self._say(
            _(
                "The entry of {date} differs from the file; the one here is later and stays, the "
                "other is kept under “What changed”."
            ).format(date=entry.date)
        )
        versions = self._store.history(session.id, entry.date)
        if all(version.what != entry for version in versions):
            lost.append(entry)

    def _bring_photos(self, known: Recovery, coming: Recovery) -> None:
        session = known.session
        here = {photo.key: photo for photo in known.photos}
        for photo in coming.photos:
            mine = here.get(photo.key)
            if mine is None and (session.id, photo.key) in self._deleted_photos:
                self._say(
                    _("The photo of {date} was deleted here and stays deleted.").format(
                        date=photo.date
                    )
                )
                continue
            picture = self._missing_picture(photo.sha256)
            if mine is None:
                self.report.photos_added += 1
                self._steps.append(PhotoStep(session.id, None, photo))
            elif picture is None:
                continue
            data, thumbnail = picture or (None, None)
            # what was written here of a photo that is here stays; only the picture is added
            self._store.put_photo(session.id, mine or photo, data, thumbnail, self._at)
            self.report.pictures_added += picture is not None

    def _missing_picture(self, sha256: str) -> Picture | None:
        """Return the bytes of a photo where they come in and are not here yet."""
        if self._pictures is None:
            return None
        try:
            self._store.thumbnail_bytes(sha256)
        except NotFound:
            return self._pictures(sha256)
        return None

    def _bring_acts(self, known: Recovery, coming: Recovery) -> None:
        session, before = known.session, known.acts
        new = [act for act in coming.acts if act not in before]
        if new:
            after = (*before, *new)
            self._store.put_acts(session.id, after, self._at)
            self._steps.append(ActsStep(session.id, before, after))


class _Known:
    """The sessions that are here: the same by id, else by date, treatment and areas."""

    def __init__(self, sessions: Iterable[Session]) -> None:
        self._by_id: dict[str, Session] = {}
        self._by_kind: dict[tuple[dt.date, str, tuple[str, ...]], Session] = {}
        for session in sessions:
            self.add(session)

    def add(self, session: Session) -> None:
        """Know one more; of two of a kind, the first is found."""
        self._by_id.setdefault(session.id, session)
        kind = (session.date, session.treatment, session.areas)
        self._by_kind.setdefault(kind, session)

    def find(self, session: Session) -> Session | None:
        """Return the one that is the same, if there is one."""
        kind = (session.date, session.treatment, session.areas)
        return self._by_id.get(session.id) or self._by_kind.get(kind)


def _with_private_notes_of(mine: Entry, entry: Entry) -> Entry:
    """A file made without private notes says nothing about them."""
    return entry if entry.private_notes else replace(entry, private_notes=mine.private_notes)


def _later(entry: Entry, mine: Entry) -> bool:
    """Tell which of two versions was changed later; one that does not say loses."""
    if entry.changed_at is None:
        return False
    return mine.changed_at is None or entry.changed_at > mine.changed_at


def _filled(mine: _Stated, other: _Stated) -> tuple[_Stated, list[str]]:
    """Fill what is not stated in ``mine`` from ``other``; name the fields where both differ."""
    filled: dict[str, Any] = {}
    kept: list[str] = []
    for spec in fields(mine):
        ours, theirs = getattr(mine, spec.name), getattr(other, spec.name)
        if theirs == spec.default or ours == theirs or isinstance(ours, Dermatologist):
            continue
        if ours == spec.default:
            filled[spec.name] = theirs
        else:
            kept.append(spec.name)
    return replace(mine, **filled), kept
