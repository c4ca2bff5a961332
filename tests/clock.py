"""A clock for tests: it stands still until it is turned."""

from __future__ import annotations

import datetime as dt

from tests.builders import DAY_0


class Clock:
    """The evening of a day of a session on ``DAY_0``."""

    def __init__(self, day: int) -> None:
        self.moment = dt.datetime.combine(
            DAY_0 + dt.timedelta(days=day), dt.time(20, 0), tzinfo=dt.UTC
        )

    def __call__(self) -> dt.datetime:
        return self.moment

    def turn(self, **by: float) -> None:
        """Let time pass."""
        self.moment += dt.timedelta(**by)
