"""Which days of a session there are to go to, what they are called, and which one is shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY, Session
from recovery_tracker.i18n import _, ngettext

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.pages.today.day_view import DayView


def bounds(session: Session, today: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first date of a session's diary and the last one that has come.

    The first is the later one where the session is planned far ahead.
    """
    first = session.date + dt.timedelta(days=FIRST_BASELINE_DAY)
    return first, min(today, session.date + dt.timedelta(days=LAST_DAY))


def day_title(day: int) -> str:
    """Name a day: "Day 4" or "2 days before treatment"."""
    if day >= 0:
        return _("Day {n}").format(n=day)
    return ngettext("{n} day before treatment", "{n} days before treatment", -day).format(n=-day)


def date_to_show(snapshot: Snapshot, before: DayView | None, wanted: dt.date | None) -> dt.date:
    """Return the date the page shows: the present day at first, then the one gone to.

    Args:
        snapshot: the diary; it has a session on screen.
        before: the day that was on screen until now.
        wanted: the date the person went to.
    """
    session = snapshot.session
    assert session is not None  # noqa: S101 - asked only with a session on screen
    present = bounds(session, snapshot.today)[1]
    if before is None or wanted is None or before.session.id != session.id:
        return present
    day_began = snapshot.today != before.snapshot.today
    if day_began and wanted > snapshot.today:  # the clock went back: that day has not come
        return present
    # midnight turns the page, but never away from a day that is half answered
    untouched = before.kept is None or before.done
    return present if day_began and before.is_today and untouched else wanted
