"""What a restore would change: one diary held against another, told in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable, Mapping
from typing import TypeVar

from recovery_tracker.domain.recovery import Log
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.values import frozen

_Value = TypeVar("_Value")


@frozen
class Count:
    """How many things of one kind come, change and go."""

    added: int = 0
    changed: int = 0
    gone: int = 0

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.gone)


@frozen
class LogChanges:
    """What differs between two diaries.

    Attributes:
        last_entry: the newest date that has an entry afterwards; ``None`` = there is none.
    """

    sessions: Count
    entries: Count
    photos: Count
    acts: Count
    own_items: Count
    profile: bool
    last_entry: dt.date | None

    def __bool__(self) -> bool:
        counts = (self.sessions, self.entries, self.photos, self.acts, self.own_items)
        return self.profile or any(counts)


def compare(before: Log, after: Log) -> LogChanges:
    """Tell what a diary that is ``before`` would gain, see changed and lose as ``after``."""
    return LogChanges(
        sessions=_count(
            *({r.session.id: r.session for r in x.recoveries} for x in (before, after))
        ),
        entries=_count(_entries(before), _entries(after)),
        photos=_count(_photos(before), _photos(after)),
        acts=_count(
            *({(r.session.id, a): a for r in x.recoveries for a in r.acts} for x in (before, after))
        ),
        own_items=_count(_own_items(before), _own_items(after)),
        profile=before.profile != after.profile,
        last_entry=max((date for _session, date in _entries(after)), default=None),
    )


def _entries(log: Log) -> dict[tuple[str, dt.date], object]:
    return {(r.session.id, entry.date): entry for r in log.recoveries for entry in r.entries}


def _photos(log: Log) -> dict[Hashable, object]:
    return {
        (r.session.id, photo.date, photo.view, photo.sha256): photo
        for r in log.recoveries
        for photo in r.photos
    }


def _own_items(log: Log) -> dict[Hashable, object]:
    return {item.code: item for item in (*log.symptoms, *log.care_items)}


def _count(before: Mapping[_Value, object], after: Mapping[_Value, object]) -> Count:
    return Count(
        added=len(after.keys() - before.keys()),
        changed=sum(before[key] != after[key] for key in before.keys() & after.keys()),
        gone=len(before.keys() - after.keys()),
    )


_KINDS = (
    ("sessions", N_("{n} session"), N_("{n} sessions")),
    ("entries", N_("{n} entry"), N_("{n} entries")),
    ("photos", N_("{n} photo"), N_("{n} photos")),
    ("acts", N_("{n} act on a warning"), N_("{n} acts on warnings")),
    ("own_items", N_("{n} item of your own"), N_("{n} items of your own")),
)


def in_words(changes: LogChanges) -> tuple[str, ...]:
    """Say what a restore would change: a sentence for what comes, what changes and what goes."""
    if not changes:
        return (_("Nothing would change: this backup holds what the diary holds."),)
    told = [
        sentence.format(what=", ".join(_things(changes, part)))
        for part, sentence in (
            ("added", _("Comes back: {what}.")),
            ("changed", _("Becomes what it was: {what}.")),
            ("gone", _("Is not in this backup and goes: {what}.")),
        )
        if _things(changes, part)
    ]
    if changes.profile:
        told.append(_("What you stated about yourself becomes what it was."))
    return tuple(told)


def _things(changes: LogChanges, part: str) -> list[str]:
    found = ((getattr(getattr(changes, name), part), one, many) for name, one, many in _KINDS)
    return [ngettext(one, many, number).format(n=number) for number, one, many in found if number]
