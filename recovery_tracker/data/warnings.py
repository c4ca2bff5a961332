"""Warnings as they were shown, and what the patient did about them."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_tracker.data import rows, settled, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import ACT_COLUMNS
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.recovery import Act


def read_acts(connection: Connection, session_id: str) -> tuple[Act, ...]:
    """Read the acts on a session's warnings, in the order they were given."""
    with understood():
        found = statements.READ_ACTS.run(connection, session_id=session_id)
        return tuple([rows.act(row) for row in found])


def write_acts(connection: Connection, session_id: str, new: Sequence[Act]) -> None:
    """Keep the whole list of a session's acts."""
    statements.DROP_ACTS.run(connection, session_id=session_id)
    statements.ADD_ACT.run_many(
        connection,
        ("session_id", "place", *ACT_COLUMNS),
        [(session_id, place, *rows.act_row(act)) for place, act in enumerate(new)],
    )
    settled.drop(connection, session_id)


def read_shown(connection: Connection, session_id: str) -> tuple[Shown, ...]:
    """Read the warnings that were shown for a session, oldest first."""
    found = statements.READ_SHOWN.run(connection, session_id=session_id)
    return tuple([rows.shown(row) for row in found])


def write_shown(connection: Connection, new: Sequence[Shown]) -> None:
    """Keep warnings as they were shown; the same one in the same words is kept once."""
    for row in map(rows.shown_row, new):
        (known,) = statements.WAS_SHOWN.first(connection, **row)
        if not known:
            statements.ADD_SHOWN.run(connection, **row)
