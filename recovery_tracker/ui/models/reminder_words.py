"""What the window says of the reminder: when the next one comes, and what having logged none does.

Nothing is said of reminders while they are off.
"""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.reminder import Story, next_reminder, settled_words
from recovery_tracker.domain.settled import settled_since
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates
from recovery_tracker.ui.preferences import preferences

_ONE_DAY = dt.timedelta(days=1)


def chosen_time() -> dt.time:
    """Return the time of day the patient chose."""
    return dt.time.fromisoformat(preferences().text("reminder_time"))


def next_words(stories: tuple[Story, ...], snapshot: Snapshot, now: dt.datetime) -> str:
    """Say when the next reminder comes, if nothing more is logged; nothing while it is off."""
    kept = preferences()
    if not kept.flag("reminder"):
        return ""
    try:
        told = dt.date.fromisoformat(kept.text("reminded_on"))
    except ValueError:
        told = None
    found = next_reminder(stories, snapshot.sessions, now, chosen_time(), told)
    if found is None:
        return _("None is due: no session asks for one.")
    date = found[0].date()
    if date == now.date():
        when = _("today")
    elif date == now.date() + _ONE_DAY:
        when = _("tomorrow")
    else:
        when = dates.with_weekday(date)
    return _("Next: {when}.").format(when=when)


def settled_sentence(snapshot: Snapshot, recovery: Recovery) -> str:
    """Say what having logged none for every symptom does to the reminder; else nothing."""
    since = settled_since(recovery, snapshot.warnings, snapshot.today)
    if since is None:
        return ""
    return settled_words(since, reminded=preferences().flag("reminder"))
