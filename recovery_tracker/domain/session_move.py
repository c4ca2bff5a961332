"""What another date of a session does to its days, in words, before it is changed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.i18n import ngettext


def moved_in_words(recovery: Recovery, date: dt.date) -> str:
    """Say how the days are counted from another date; empty where none was logged or it stays.

    The entries stay on their dates: only the number of the day changes.

    Raises:
        InvalidValue: an entry would fall before day -14 or after day 365.
    """
    session = recovery.session
    replace(recovery, session=replace(session, date=date))  # refuses days outside the diary
    entries = [entry for entry in recovery.entries if entry.recorded]
    if date == session.date or not entries:
        return ""
    last = entries[-1].date
    return ngettext(
        "The {n} entry stays on its date and its day is counted anew: {date} becomes day {to}, "
        "not day {was}.",
        "All {n} entries stay on their dates and their days are counted anew: {date} becomes "
        "day {to}, not day {was}.",
        len(entries),
    ).format(
        n=len(entries),
        date=day_and_month(last),
        to=_day((last - date).days),
        was=_day(session.day_of(last)),
    )


def _day(day: int) -> str:
    return str(day).replace("-", "−")
