"""The patient's profile, and the symptoms and care items the patient added."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.data import history, rows, settled, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import moment_text
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem, Profile


def read(connection: Connection) -> Profile | None:
    """Read the profile, if anything was ever stated."""
    row = statements.READ_PROFILE.first(connection)
    with understood():
        return None if row is None else rows.profile(row)


def write(connection: Connection, value: Profile, at: dt.datetime) -> None:
    """Keep the profile; the earlier one goes into the history."""
    before = read(connection)
    if before == value:
        return
    history.keep_profile(connection, before, at)
    statements.KEEP_PROFILE.run(connection, **rows.profile_row(value))
    settled.drop_all(connection)


def read_items(connection: Connection, kind: Kind) -> tuple[OwnItem, ...]:
    """Read the patient's own symptoms or care items, in the order they were added."""
    with understood():
        found = statements.READ_ITEMS.run(connection, kind=kind)
        return tuple([rows.own_item(row) for row in found])


def write_item(connection: Connection, kind: Kind, item: OwnItem, at: dt.datetime) -> None:
    """Add an item, or change the one with its code."""
    statements.KEEP_ITEM.run(
        connection,
        kind=kind,
        code=item.code,
        label=item.label,
        retired=int(item.retired),
        added_at=moment_text(at),
    )


def remove_item(connection: Connection, kind: Kind, code: str) -> None:
    """Take an item away."""
    statements.DROP_ITEM.run(connection, kind=kind, code=code)
