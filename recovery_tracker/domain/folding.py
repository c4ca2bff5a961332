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
    opens = opens_again(warning, now)
    return opens is not None and now < opens


def opens_again(warning: Warning, now: dt.datetime) -> dt.datetime | None:
    """Return the moment from which a warning is unfolded, in the zone of ``now``.

    ``None`` where nobody was contacted and nobody has seen it. The arguments are those of
    :func:`still_folded`.
    """
    moments: list[dt.datetime] = []
    if warning.quiet_until is not None:
        moments.append(_end_of(warning.quiet_until, now))
    if warning.contacted is not None:
        opens_after = dt.timedelta(days=OPENS_AGAIN_DAYS[warning.level])
        if isinstance(warning.contacted, dt.datetime):
            moments.append((warning.contacted + opens_after).astimezone(now.tzinfo))
        else:
            moments.append(_end_of(warning.contacted + opens_after, now))
    return max(moments, default=None)


def _end_of(date: dt.date, now: dt.datetime) -> dt.datetime:
    return dt.datetime.combine(date + dt.timedelta(days=1), dt.time(), tzinfo=now.tzinfo)
