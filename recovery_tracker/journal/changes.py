"""Changes that can be taken back: each remembers what stood before and what stands after."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Protocol

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound, Refused
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Session
from recovery_tracker.i18n import _
from recovery_tracker.journal.store import Store
from recovery_tracker.values import frozen


class Step(Protocol):
    """One value that changed: it can be turned round, and put in place if nothing came between."""

    def reversed(self) -> Step:
        """Return the step back."""
        ...

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put ``after`` in place of ``before``.

        Raises:
            Refused: something else was written there since.
        """
        ...


def _refuse_unless(unchanged: bool) -> None:
    if not unchanged:
        raise Refused(_("This was changed elsewhere in the meantime, so it cannot be undone here."))


@frozen
class EntryStep:
    """An entry of one date; ``None`` = there was or is none."""

    session_id: str
    date: dt.date
    before: Entry | None
    after: Entry | None

    def reversed(self) -> EntryStep:
        """Return the step back."""
        return EntryStep(self.session_id, self.date, self.after, self.before)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other version of the entry in place."""
        now = store.recovery(self.session_id).entry(self.date)
        _refuse_unless(_same(now, self.before))
        if self.after is None:
            store.delete_entry(self.session_id, self.date, at, undone=True)
        else:
            store.put_entries(self.session_id, (replace(self.after, changed_at=at),), at)


@frozen
class EntriesStep:
    """Entries of one session that came at once, each with the one it replaced, if there was one."""

    session_id: str
    before: tuple[Entry | None, ...]
    after: tuple[Entry | None, ...]

    def reversed(self) -> EntriesStep:
        """Return the step back."""
        return EntriesStep(self.session_id, self.after, self.before)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other versions of the entries in place."""
        now = {entry.date: entry for entry in store.recovery(self.session_id).entries}
        put: list[Entry] = []
        gone: list[dt.date] = []
        for before, after in zip(self.before, self.after, strict=True):
            if after is not None:
                _refuse_unless(_same(now.get(after.date), before))
                put.append(replace(after, changed_at=at))
            elif before is not None:
                _refuse_unless(_same(now.get(before.date), before))
                gone.append(before.date)
        if put:
            store.put_entries(self.session_id, put, at)
        for date in gone:
            store.delete_entry(self.session_id, date, at, undone=True)


def _same(one: Entry | None, other: Entry | None) -> bool:
    """Compare what two versions say; when they were written does not matter."""
    if one is None or other is None:
        return one is other
    return replace(one, changed_at=None) == replace(other, changed_at=None)


@frozen
class SessionStep:
    """A session; ``None`` = there was or is none.

    ``undone`` tells the taking back of an addition from a deletion.
    """

    session_id: str
    before: Session | None
    after: Session | None
    undone: bool = False

    def reversed(self) -> SessionStep:
        """Return the step back."""
        return SessionStep(self.session_id, self.after, self.before, undone=self.before is None)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other version of the session in place."""
        now = next((s for s in store.sessions() if s.id == self.session_id), None)
        _refuse_unless(now == self.before)
        if self.after is None:
            store.delete_session(self.session_id, at, undone=self.undone)
            return
        if self.before is None:
            store.revive_session(self.session_id, at)
        store.put_session(self.after, at)


@frozen
class ProfileStep:
    """The patient's profile."""

    before: Profile
    after: Profile

    def reversed(self) -> ProfileStep:
        """Return the step back."""
        return ProfileStep(self.after, self.before)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other version of the profile in place."""
        _refuse_unless(store.profile() == self.before)
        store.put_profile(self.after, at)


@frozen
class ItemStep:
    """An own symptom or care item; ``None`` = there was or is none."""

    kind: Kind
    code: str
    before: OwnItem | None
    after: OwnItem | None

    def reversed(self) -> ItemStep:
        """Return the step back."""
        return ItemStep(self.kind, self.code, self.after, self.before)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other version of the item in place."""
        now = next((i for i in store.own_items(self.kind) if i.code == self.code), None)
        _refuse_unless(now == self.before)
        if self.after is None:
            store.remove_own_item(self.kind, self.code, at)
        else:
            store.put_own_item(self.kind, self.after, at)


@frozen
class ActsStep:
    """The acts on a session's warnings."""

    session_id: str
    before: tuple[Act, ...]
    after: tuple[Act, ...]

    def reversed(self) -> ActsStep:
        """Return the step back."""
        return ActsStep(self.session_id, self.after, self.before)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the other list of acts in place."""
        _refuse_unless(store.recovery(self.session_id).acts == self.before)
        store.put_acts(self.session_id, self.after, at)


@frozen
class PhotoStep:
    """What is known of one photo; ``None`` = it was or is not there.

    Its bytes stay in the store until the next purge. ``undone`` as for sessions.
    """

    session_id: str
    before: Photo | None
    after: Photo | None
    undone: bool = False

    def reversed(self) -> PhotoStep:
        """Return the step back."""
        return PhotoStep(self.session_id, self.after, self.before, undone=self.before is None)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Put the photo as it was known, or take it out."""
        told = self.before or self.after
        now = next(
            (p for p in store.recovery(self.session_id).photos if told and p.key == told.key), None
        )
        _refuse_unless(now == self.before)
        if self.after is not None:
            store.put_photo(self.session_id, self.after, None, None, at)
        elif self.before is not None:
            store.remove_photo(self.session_id, self.before, at, undone=self.undone)


@frozen
class Change:
    """What one action of the patient changed, named in the patient's words.

    Attributes:
        label: what was done, as the Undo button names it.
        session_id: the session it belongs to; empty where it concerns none.
    """

    label: str
    steps: tuple[Step, ...]
    session_id: str = ""

    @property
    def in_one_story(self) -> bool:
        """Whether only days, photos and acts of its own session changed."""
        return all(
            isinstance(step, EntryStep | EntriesStep | ActsStep | PhotoStep)
            and step.session_id == self.session_id
            for step in self.steps
        )

    def reversed(self) -> Change:
        """Return the change that takes this one back, last step first."""
        steps = tuple(step.reversed() for step in reversed(self.steps))
        return Change(self.label, steps, self.session_id)

    def apply(self, store: Store, at: dt.datetime) -> None:
        """Do all steps, or none.

        Raises:
            Refused: a value was changed elsewhere in the meantime.
        """
        try:
            with store.transaction():
                for step in self.steps:
                    step.apply(store, at)
        except NotFound:
            _refuse_unless(unchanged=False)


MOST_UNDONE = 100
"""How many changes can be taken back; older ones are in the history of their day."""


class Stack:
    """What can be undone and done again as long as the window is open: the latest changes."""

    def __init__(self) -> None:
        self.done: list[Change] = []
        self.undone: list[Change] = []

    def push(self, change: Change) -> None:
        """Remember a change; what was undone before it is gone."""
        self.done.append(change)
        del self.done[:-MOST_UNDONE]
        self.undone.clear()

    @property
    def undo_label(self) -> str:
        """What Undo would take back; empty = nothing."""
        return self.done[-1].label if self.done else ""

    @property
    def redo_label(self) -> str:
        """What Redo would do again; empty = nothing."""
        return self.undone[-1].label if self.undone else ""
