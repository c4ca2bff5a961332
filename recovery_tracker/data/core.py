"""Every statement of the diary, written once in SQLAlchemy Core against the declared tables.

``make statements`` turns them into the SQL of :mod:`recovery_tracker.data.statements`, which the
program runs: so neither a start nor a tap waits for SQLAlchemy. A test holds one against the
other. All values of a statement are named ``bindparam``s.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    INTEGER,
    Select,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    literal_column,
    null,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_or
from sqlalchemy.sql.dml import Insert

from recovery_tracker.data.rows import (
    ACT_COLUMNS,
    DERMATOLOGIST_FIELDS,
    ENTRY_COLUMNS,
    ENTRY_MOMENTS,
    PHOTO_COLUMNS,
    PROFILE_FIELDS,
    SESSION_FIELDS,
    SHOWN_COLUMNS,
)
from recovery_tracker.data.tables import (
    acts,
    entries,
    entry_versions,
    own_items,
    photos,
    pictures,
    profile,
    profile_versions,
    session_versions,
    sessions,
    settled,
    shown,
)

_NOTHING, _ONE = literal_column("0", INTEGER), literal_column("1", INTEGER)


def _same(table: Table, *names: str) -> list[Any]:
    return [table.c[name] == bindparam(name) for name in names]


def _given(*names: str) -> dict[str, Any]:
    return {name: bindparam(name) for name in names}


# -- profile and own items

READ_PROFILE = select(
    *[profile.c[name] for name in PROFILE_FIELDS],
    *[profile.c[f"dermatologist_{name}"] for name in DERMATOLOGIST_FIELDS],
)
_profile = insert_or(profile).values(
    id=_ONE,
    **_given(*[name for name in profile.c.keys() if name != "id"]),  # noqa: SIM118 - columns
)
KEEP_PROFILE = _profile.on_conflict_do_update(
    index_elements=["id"],
    set_={name: _profile.excluded[name] for name in profile.c.keys() if name != "id"},  # noqa: SIM118 - columns
)
READ_ITEMS = (
    select(own_items.c.code, own_items.c.label, own_items.c.retired)
    .where(*_same(own_items, "kind"))
    .order_by(own_items.c.place)
)
_item = insert_or(own_items).values(**_given("kind", "code", "added_at", "label", "retired"))
KEEP_ITEM = _item.on_conflict_do_update(
    index_elements=["kind", "code"],
    set_={name: _item.excluded[name] for name in ("label", "retired")},
)
DROP_ITEM = delete(own_items).where(*_same(own_items, "kind", "code"))

# -- sessions

_session_columns = [sessions.c[name] for name in SESSION_FIELDS]
READ_SESSIONS = (
    select(*_session_columns)
    .where(sessions.c.deleted_at.is_(None))
    .order_by(sessions.c.date, sessions.c.id)
)
READ_SESSION = select(*_session_columns, sessions.c.deleted_at, sessions.c.undone).where(
    sessions.c.id == bindparam("session_id")
)
SESSION_IS_THERE = select(sessions.c.id).where(
    sessions.c.id == bindparam("session_id"), sessions.c.deleted_at.is_(None)
)
ADD_SESSION = insert(sessions).values(**_given(*SESSION_FIELDS), deleted_at=null(), undone=_NOTHING)
CHANGE_SESSION = (
    update(sessions)
    .where(sessions.c.id == bindparam("of_id"))
    .values(**_given(*[name for name in SESSION_FIELDS if name != "id"]))
)
MARK_SESSION = (
    update(sessions)
    .where(sessions.c.id == bindparam("of_id"))
    .values(**_given("deleted_at", "undone"))
)

# -- entries


_WHOLE = ("stamp", "id", "deleted_at", *ENTRY_COLUMNS)


def _whole() -> Select[*tuple[Any, ...]]:
    return select(*[entries.c[name] for name in _WHOLE]).where(*_same(entries, "session_id"))


READ_STAMPS = (
    select(entries.c.stamp, entries.c.date)
    .where(*_same(entries, "session_id"), entries.c.deleted_at.is_(None))
    .order_by(entries.c.date)
)
READ_ENTRIES = _whole()
READ_ENTRY = _whole().where(*_same(entries, "date"))
_this_day = (entries.c.session_id == sessions.c.id, *_same(entries, "date"))
READ_DAY = (  # a row where there is the session, empty where it has no such entry
    select(*[entries.c[name] for name in _WHOLE])
    .select_from(sessions.outerjoin(entries, and_(*_this_day)))
    .where(sessions.c.id == bindparam("session_id"), sessions.c.deleted_at.is_(None))
)
_NEW_STAMP: dict[str, Any] = {"stamp": func.random()}


def _entry_columns(prefix: str = "") -> dict[str, Any]:
    """The columns of :func:`rows.entry_row`: the driver takes four times as long for a None."""
    given: dict[str, Any] = {name: bindparam(f"{prefix}{name}") for name in ENTRY_COLUMNS}
    for name in ENTRY_MOMENTS:
        given[name] = func.nullif(given[name], literal_column("''"))
    return given


ADD_ENTRY = (
    insert(entries)
    .inline()
    .values(_NEW_STAMP | {"undone": _NOTHING} | _entry_columns() | _given("session_id", "added_at"))
)
_changed = _entry_columns("to_")
del _changed["date"]  # it stays; to name it would write a page of the index for each rating
CHANGE_ENTRY = (
    update(entries)
    .where(entries.c.id == bindparam("of_id"))
    .values(_NEW_STAMP | {"deleted_at": null(), "undone": _NOTHING} | _changed)
)
HIDE_ENTRY = (
    update(entries)
    .where(entries.c.id == bindparam("of_id"))
    .values(**_given("deleted_at", "undone"))
)

# -- versions


def _add_version(table: Table, *key: str) -> Insert:
    """Add a version after those of the same key."""
    last = select(func.coalesce(func.max(table.c.number), _NOTHING) + _ONE)
    for name in key:
        last = last.where(table.c[name] == bindparam(f"of_{name}"))
    given: dict[str, Any] = {name: bindparam(f"of_{name}") for name in (*key, "at", "what")}
    return insert(table).inline().values(**given, number=last.scalar_subquery())


def _read_versions(table: Table, *key: str) -> Select[Any, Any]:
    """Read the versions of a key, newest first."""
    found = select(table.c.at, table.c.what).where(*_same(table, *key))
    return found.order_by(table.c.number.desc())


ADD_ENTRY_VERSION = _add_version(entry_versions, "session_id", "date")
ADD_SESSION_VERSION = _add_version(session_versions, "session_id")
ADD_PROFILE_VERSION = _add_version(profile_versions)
READ_ENTRY_VERSIONS = _read_versions(entry_versions, "session_id", "date")
READ_ENTRY_ADDED = select(entries.c.added_at).where(*_same(entries, "session_id", "date"))
READ_SESSION_VERSIONS = _read_versions(session_versions, "session_id")
READ_PROFILE_VERSIONS = _read_versions(profile_versions)

# -- acts and warnings that were shown

READ_ACTS = (
    select(*[acts.c[name] for name in ACT_COLUMNS])
    .where(*_same(acts, "session_id"))
    .order_by(acts.c.place)
)
DROP_ACTS = delete(acts).where(*_same(acts, "session_id"))
ADD_ACT = insert(acts).inline()
READ_SHOWN = (
    select(*[shown.c[name] for name in SHOWN_COLUMNS])
    .where(*_same(shown, "session_id"))
    .order_by(shown.c.id)
)
WAS_SHOWN = select(
    exists().where(
        *[
            shown.c[name].is_not_distinct_from(bindparam(name))
            for name in SHOWN_COLUMNS
            if name != "shown_at"
        ]
    )
)
ADD_SHOWN = insert(shown).inline().values(**_given(*SHOWN_COLUMNS))

# -- what need not be judged again

UNSETTLED = (
    select(sessions.c.id)
    .where(
        sessions.c.deleted_at.is_(None),
        ~exists().where(
            settled.c.session_id == sessions.c.id,
            settled.c.rules == bindparam("rules"),
            settled.c.until < bindparam("today"),
        ),
    )
    .order_by(sessions.c.date.desc(), sessions.c.id.desc())
)
_settled = insert_or(settled).values(**_given("session_id", "rules", "until"))
KEEP_SETTLED = _settled.on_conflict_do_update(
    index_elements=["session_id"],
    set_={name: _settled.excluded[name] for name in ("rules", "until")},
)
DROP_SETTLED = delete(settled).where(*_same(settled, "session_id"))
DROP_ALL_SETTLED = delete(settled)

# -- photos and their bytes

_photo_columns = [photos.c[name] for name in PHOTO_COLUMNS]
READ_PHOTOS = select(*_photo_columns).where(
    *_same(photos, "session_id"), photos.c.deleted_at.is_(None)
)
_photo = insert_or(photos).values(
    undone=_NOTHING, **_given("session_id", "added_at", *PHOTO_COLUMNS)
)
KEEP_PHOTO = _photo.on_conflict_do_update(
    index_elements=["session_id", "date", "view", "sha256"],
    set_={
        name: _photo.excluded[name]
        for name in ("caption", "taken_at", "marks", "deleted_at", "undone")
    },
)
HIDE_PHOTO = (
    update(photos)
    .where(*[photos.c[n] == bindparam(f"of_{n}") for n in ("session_id", "date", "view", "sha256")])
    .values(**_given("deleted_at", "undone"))
)
KEEP_PICTURE = (
    insert_or(pictures).values(**_given("sha256", "data", "thumbnail")).on_conflict_do_nothing()
)
READ_PICTURE = select(pictures.c.data).where(*_same(pictures, "sha256"))
READ_THUMBNAIL = select(pictures.c.thumbnail).where(*_same(pictures, "sha256"))

# -- what was deleted


def _seen_as_deleted(table: Table, *columns: Any) -> Select[*tuple[Any, ...]]:
    gone = select(*columns).where(table.c.deleted_at.is_not(None), table.c.undone == _NOTHING)
    if table is sessions:
        return gone
    return gone.join_from(table, sessions).where(sessions.c.deleted_at.is_(None))


def _due(table: Table, *columns: Any) -> Select[*tuple[Any, ...]]:
    due = table.c.deleted_at < bindparam("before")
    return select(table.c.id, table.c.undone, *columns).where(due)


DELETED_SESSIONS = _seen_as_deleted(sessions, sessions.c.id, sessions.c.date, sessions.c.deleted_at)
DELETED_ENTRIES = _seen_as_deleted(
    entries, entries.c.session_id, entries.c.date, entries.c.deleted_at
)
DELETED_PHOTOS = _seen_as_deleted(photos, photos.c.session_id, photos.c.deleted_at, *_photo_columns)
DUE_SESSIONS = _due(sessions)
DUE_ENTRIES = _due(entries, entries.c.session_id, entries.c.date)
DUE_PHOTOS = _due(photos)
FORGET_SESSION = delete(sessions).where(*_same(sessions, "id"))
FORGET_ENTRY = delete(entries).where(*_same(entries, "id"))
FORGET_PHOTO = delete(photos).where(*_same(photos, "id"))
FORGET_ENTRY_VERSIONS = delete(entry_versions).where(*_same(entry_versions, "session_id", "date"))
FORGET_SHOWN = delete(shown).where(*_same(shown, "session_id", "date"))
FORGET_PICTURES = delete(pictures).where(pictures.c.sha256.not_in(select(photos.c.sha256)))
