"""Whether a warning the person has acted on stays folded at a moment (clinical.md 4.6)."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain.rules.episodes import OPENS_AGAIN_DAYS
from recovery_tracker.domain.warnings import Warning


def still_folded(warning: Warning, now: dt.datetime) -> bool:
    """Tell whether a warning is folded: its clinic was contacted lately, or has seen it.

    "I've contacted them" folds it for 24 h (urgent) or 48 h (contact); where only the date of
    that is known, to the end of the last day. "My dermatologist has seen this" folds it to the
    end of its last quiet day.

    Args:
        warning: the warning, as it was judged for the day of ``now``.
        now: the time where the patient is, with its zone.
    """
    if warning.quiet_until is not None and now.date() <= warning.quiet_until:
        return True
    if warning.contacted is None:
        return False
    opens_after = dt.timedelta(days=OPENS_AGAIN_DAYS[warning.level])
    if isinstance(warning.contacted, dt.datetime):
        return now < warning.contacted + opens_after
    return now.date() <= warning.contacted + opens_after
