"""Every warning rule, one module per family; :func:`assess` runs them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.recovery import Profile, Recovery, Session
from recovery_tracker.domain.warnings import Warning


def assess(
    recovery: Recovery,
    profile: Profile,
    sessions: Sequence[Session],
    today: dt.date,
) -> tuple[Warning, ...]:
    """Judge one recovery as of a day: pure, never raises."""
    return ()
