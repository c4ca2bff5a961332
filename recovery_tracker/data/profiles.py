"""The patient's profile, and the symptoms and care items the patient added."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from recovery_tracker.data import history, rows
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import DERMATOLOGIST_FIELDS, PROFILE_FIELDS, moment_text
from recovery_tracker.data.tables import own_items, profile
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem, Profile

_PROFILE = select(
    *[profile.c[name] for name in PROFILE_FIELDS],
    *[profile.c[f"dermatologist_{name}"] for name in DERMATOLOGIST_FIELDS],
)


def read(connection: Connection) -> Profile | None:
    """Read the profile, if anything was ever stated."""
    row = connection.execute(_PROFILE).first()
    with understood():
        return None if row is None else rows.profile(row)


def write(connection: Connection, value: Profile, at: dt.datetime) -> None:
    """Keep the profile; the earlier one goes into the history."""
    before = read(connection)
    if before == value:
        return
    history.keep_profile(connection, before, at)
    columns = rows.profile_row(value)
    connection.execute(
        insert(profile)
        .values(id=1, **columns)
        .on_conflict_do_update(index_elements=["id"], set_=columns)
    )


def read_items(connection: Connection, kind: Kind) -> tuple[OwnItem, ...]:
    """Read the patient's own symptoms or care items, in the order they were added."""
    statement = (
        select(own_items.c.code, own_items.c.label, own_items.c.retired)
        .where(own_items.c.kind == kind)
        .order_by(own_items.c.place)
    )
    with understood():
        return tuple([rows.own_item(row) for row in connection.execute(statement)])


def write_item(connection: Connection, kind: Kind, item: OwnItem, at: dt.datetime) -> None:
    """Add an item, or change the one with its code."""
    said = {"label": item.label, "retired": int(item.retired)}
    connection.execute(
        insert(own_items)
        .values(kind=kind, code=item.code, added_at=moment_text(at), **said)
        .on_conflict_do_update(index_elements=["kind", "code"], set_=said)
    )


def remove_item(connection: Connection, kind: Kind, code: str) -> None:
    """Take an item away."""
    connection.execute(delete(own_items).where(own_items.c.kind == kind, own_items.c.code == code))
