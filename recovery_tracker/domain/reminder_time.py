"""When it is time to look whether a day reminds of something: pure, in local dates.

And what is said when the diary cannot be looked into, as it is locked.

Apart from :mod:`reminder`, as a program that waits in the background needs nothing else.
"""

from __future__ import annotations

import datetime as dt

from recovery_tracker.i18n import _

_ONE_DAY = dt.timedelta(days=1)


def is_time(now: dt.datetime, at: dt.time, looked_on: dt.date | None) -> bool:
    """Tell whether it is time to look whether today reminds of something.

    Once the time of day has come, on each local date once: also when the computer was off or
    asleep then, and never again when the clock goes back or the patient flies west. A date more
    than a day ahead comes from a clock that was wrong, and counts as none.

    Args:
        now: the local time.
        at: the time of day the patient chose.
        looked_on: the local date of the latest look, if there was one.
    """
    today = now.date()
    looked = looked_on is not None and today <= looked_on <= today + _ONE_DAY
    return not looked and now.time() >= at


def next_look(now: dt.datetime, at: dt.time, looked_on: dt.date | None) -> dt.datetime:
    """Return the next moment at which :func:`is_time` is to be asked: now, or at the time of day.

    In the zone of ``now``; where that knows no summer time, the moment is off by its change, so
    whoever waits asks anew now and then.
    """
    if is_time(now, at, looked_on):
        return now
    today = now.date()
    looked = looked_on is not None and today <= looked_on <= today + _ONE_DAY
    date = looked_on + _ONE_DAY if looked and looked_on is not None else today
    return dt.datetime.combine(date, at, tzinfo=now.tzinfo)


def unread_text() -> str:
    """Return what a notification says where the day is not known; no symptom words."""
    return _("Thirty seconds for your skin?")
