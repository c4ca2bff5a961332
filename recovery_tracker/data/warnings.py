"""Warnings as they were shown, and what the patient did about them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, exists, insert, select

from recovery_tracker.data import rows
from recovery_tracker.data.engine import Prepared
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import SHOWN_COLUMNS
from recovery_tracker.data.tables import acts, shown
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.recovery import Act

_READ_ACTS = Prepared(
    select(acts.c.date, acts.c.rule, acts.c.act, acts.c.urgency_felt, acts.c.at, acts.c.covered)
    .where(acts.c.session_id == bindparam("session_id"))
    .order_by(acts.c.place)
)


def read_acts(connection: Connection, session_id: str) -> tuple[Act, ...]:
    """Read the acts on a session's warnings, in the order they were given."""
    with understood():
        return tuple([rows.act(row) for row in _READ_ACTS.run(connection, session_id=session_id)])


def write_acts(connection: Connection, session_id: str, new: Sequence[Act]) -> None:
    """Keep the whole list of a session's acts."""
    connection.execute(delete(acts).where(acts.c.session_id == session_id))
    numbered = [
        dict(zip(acts.c.keys(), (session_id, place, *rows.act_row(act)), strict=True))
        for place, act in enumerate(new)
    ]
    if numbered:
        connection.execute(insert(acts), numbered)


def read_shown(connection: Connection, session_id: str) -> tuple[Shown, ...]:
    """Read the warnings that were shown for a session, oldest first."""
    statement = (
        select(*[shown.c[name] for name in SHOWN_COLUMNS])
        .where(shown.c.session_id == session_id)
        .order_by(shown.c.id)
    )
    return tuple([rows.shown(row) for row in connection.execute(statement)])


def write_shown(connection: Connection, new: Sequence[Shown]) -> None:
    """Keep warnings as they were shown; the same one in the same words is kept once."""
    for row in map(rows.shown_row, new):
        said = {name: row[name] for name in SHOWN_COLUMNS if name != "shown_at"}
        same = [shown.c[name].is_not_distinct_from(value) for name, value in said.items()]
        if not connection.execute(select(exists().where(*same))).scalar():
            connection.execute(insert(shown).values(row))
