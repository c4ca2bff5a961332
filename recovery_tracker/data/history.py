"""Earlier versions of entries, sessions and the profile: written once, never changed.

A version says how something stood until a moment, as canonical JSON with the names that
recovery-log files use; what is not stated is left out. ``None`` means it was not there; that an
entry was not there before it was first kept is said by the moment in its own row.
A version from a file that was not taken says so with one key more.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any, TypeVar, cast

from recovery_tracker.data import rows, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.rows import moment_text, stated_moment
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.kept import Version
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Session

_Kept = TypeVar("_Kept", Entry, Session, Profile)
_NOT_TAKEN = "not_taken"
_ENTRY_WORDS = (*rows.ENTRY_TEXTS, *rows.ENTRY_MOMENTS)


def to_json(value: Entry | Session | Profile | None, *, taken: bool = True) -> str | None:
    """Write a value as canonical JSON: fields in their order, what is not stated left out."""
    if value is None:
        return None
    if isinstance(value, Entry):
        return _entry_text(value, taken=taken)
    stated = _stated(value) if taken else {**_stated(value), _NOT_TAKEN: True}
    return _json(stated)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1024)
def _listed(codes: tuple[str, ...]) -> str:
    return _json(codes)


def _entry_text(entry: Entry, *, taken: bool) -> str:
    """Write an entry from the texts of its row, which are at hand: a tap waits for this."""
    date, ratings, _answers, care, *words = rows.entry_row(entry)
    parts = [f'"date":"{date}"']
    if entry.scores:
        parts.append(f'"scores":{ratings}')
    if entry.signs:
        parts.append(f'"signs":{_listed(entry.signs)}')
    if entry.signs_absent:
        parts.append(f'"signs_absent":{_listed(entry.signs_absent)}')
    if entry.care:
        parts.append(f'"care":{care}')
    for name, text in zip(_ENTRY_WORDS, words, strict=True):
        if text:
            parts.append(f'"{name}":{encode_basestring(text)}')
    if not taken:
        parts.append(f'"{_NOT_TAKEN}":true')
    return "{" + ",".join(parts) + "}"


def _stated(value: Any) -> dict[str, Any]:
    stated: dict[str, Any] = {}
    for field in fields(value):
        kept = getattr(value, field.name)
        default = field.default if field.default is not MISSING else None
        if kept == default or (not kept and not isinstance(kept, bool)):
            continue
        stated[field.name] = _plain(kept)
    return stated


def _plain(kept: Any) -> Any:
    if isinstance(kept, dt.datetime):
        return moment_text(kept)
    if isinstance(kept, dt.date):
        return kept.isoformat()
    if isinstance(kept, Mapping):
        return dict(cast("Mapping[str, int]", kept))
    return _stated(kept) if isinstance(kept, Dermatologist) else kept


def _dermatologist(stated: dict[str, str]) -> Dermatologist:
    return Dermatologist(**stated)


_READ: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(("signs", "signs_absent", "care"), tuple),
    **dict.fromkeys(("areas", "products", "recent_procedures", "skin_conditions"), tuple),
    **dict.fromkeys(("date", "birth_date", "appointment"), dt.date.fromisoformat),
    **dict.fromkeys(("entered_at", "changed_at", "done_at"), stated_moment),
    "dermatologist": _dermatologist,
}


def from_json(kind: type[_Kept], text: str | None) -> _Kept | None:
    """Read what :func:`to_json` wrote."""
    if text is None:
        return None
    stated: dict[str, Any] = dict(json.loads(text))
    stated.pop(_NOT_TAKEN, None)
    for name in stated.keys() & _READ.keys():
        stated[name] = _READ[name](stated[name])
    return kind(**stated)


def keep_entries(
    connection: Connection,
    session_id: str,
    versions: Iterable[tuple[dt.date, Entry | None]],
    at: dt.datetime,
    *,
    taken: bool = True,
) -> None:
    """Keep how entries of these dates stood until ``at``, or what was not ``taken`` then."""
    moment = moment_text(at)
    statements.ADD_ENTRY_VERSION.run_many(
        connection,
        ("of_session_id", "of_date", "of_at", "of_what"),
        [
            (session_id, date.isoformat(), moment, to_json(version, taken=taken))
            for date, version in versions
        ],
    )


def keep_session(
    connection: Connection, session_id: str, earlier: Session | None, at: dt.datetime
) -> None:
    """Keep how a session stood until ``at``."""
    statements.ADD_SESSION_VERSION.run(
        connection,
        of_session_id=session_id,
        of_at=moment_text(at),
        of_what=to_json(earlier),
    )


def keep_profile(connection: Connection, earlier: Profile | None, at: dt.datetime) -> None:
    """Keep how the profile stood until ``at``."""
    statements.ADD_PROFILE_VERSION.run(connection, of_at=moment_text(at), of_what=to_json(earlier))


def read(
    connection: Connection, session_id: str | None, date: dt.date | None
) -> tuple[Version, ...]:
    """Read the versions of an entry, a session or (no id) the profile, newest first."""
    if session_id is None:
        return _versions(Profile, statements.READ_PROFILE_VERSIONS.run(connection))
    if date is None:
        return _versions(
            Session, statements.READ_SESSION_VERSIONS.run(connection, session_id=session_id)
        )
    day = {"session_id": session_id, "date": date.isoformat()}
    versions = _versions(Entry, statements.READ_ENTRY_VERSIONS.run(connection, **day))
    added = statements.READ_ENTRY_ADDED.first(connection, **day)
    if added is None or added[0] is None:
        return versions
    return (*versions, Version(stated_moment(added[0]), None))


def _versions(kind: type[_Kept], found: Iterable[Sequence[Any]]) -> tuple[Version, ...]:
    return tuple(
        Version(stated_moment(at), from_json(kind, what), taken=_taken(what)) for at, what in found
    )


def _taken(what: str | None) -> bool:
    return what is None or not json.loads(what).get(_NOT_TAKEN, False)
