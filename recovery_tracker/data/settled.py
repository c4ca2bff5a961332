"""Sessions that need not be judged again: kept until anything changes that judging rests on.

What was noted of a session and the acts on its warnings concern itself only. The profile, and
each session's date and areas, are weighed in the judging of every one.
"""

from __future__ import annotations

import datetime as dt

from recovery_tracker.data import statements
from recovery_tracker.data.engine import Connection


def read_others(connection: Connection, rules: str, today: dt.date) -> tuple[str, ...]:
    """Read the sessions that these rules have to judge on a day, newest first."""
    found = statements.UNSETTLED.run(connection, rules=rules, today=today.isoformat())
    return tuple([session_id for (session_id,) in found])


def keep(connection: Connection, session_id: str, rules: str, until: dt.date) -> None:
    """Keep that no warning of a session can be active after a date."""
    statements.KEEP_SETTLED.run(
        connection, session_id=session_id, rules=rules, until=until.isoformat()
    )


def drop(connection: Connection, session_id: str) -> None:
    """Have a session judged again."""
    statements.DROP_SETTLED.run(connection, session_id=session_id)


def drop_all(connection: Connection) -> None:
    """Have every session judged again."""
    statements.DROP_ALL_SETTLED.run(connection)
