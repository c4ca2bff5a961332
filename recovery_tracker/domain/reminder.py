"""When the patient is reminded to log, and in which words: pure, in local dates.

A reminder comes at most once a day, and only for a day that is not logged yet: neither "Done for
today" nor all sixteen answers (the eight symptoms and the eight daily signs). It follows what the
day texts ask for (clinical.md 4.7, 5a):

- before the session once, on the eve of a planned one that has no baseline yet;
- every day up to day 14, and up to day 28 while a warning is active;
- then once a week ("One entry a week is enough now") to day 84, until the story ends at day 90;
- after none is logged for every symptom (:mod:`settled`), on days 21, 42 and 75 only;
- a day after an active contact or urgent without an entry since ("How is it today?").

A weekly reminder or check whose day passed with the computer off still comes in the six days after.
Its words name no symptom: others may see them (design.md 8).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.recovery import Recovery, Session, closed_from
from recovery_tracker.domain.reminder_time import next_look
from recovery_tracker.domain.settled import settled_since
from recovery_tracker.domain.status import asks_how_it_is
from recovery_tracker.domain.trends import LAST_DAILY_DAY
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

CHECK_DAYS = (21, 42, 75)  # clinical.md 4.6
WEEKLY_DAYS = tuple(range(21, 85, 7))
LAST_DAILY_WITH_WARNING = 28  # clinical.md 4.7: after it weekly entries are enough
LAST_STORY_DAY = 90  # clinical.md 4.6
_EVE = -1
_WEEK = 7
_ONE_DAY = dt.timedelta(days=1)


@frozen
class Story:
    """A session with its entries and what the rules found in it."""

    recovery: Recovery
    warnings: tuple[Warning, ...] = ()


@frozen
class Reminder:
    """What the patient is reminded of on one date.

    Attributes:
        day: days since the session; -1 is the eve of a planned one.
        check: whether the day is one of those that ask for a new lump, sore or dark patch.
    """

    session_id: str
    date: dt.date
    day: int
    check: bool = False

    @property
    def text(self) -> str:
        """What a notification says; no symptom words."""
        if self.day < 0:
            return _("Tomorrow is day 0: thirty seconds for your skin?")
        return _("Day {n}: thirty seconds for your skin?").format(n=self.day)

    @property
    def question(self) -> str:
        """What is asked in the window only, on the days of a check; else nothing."""
        return check_question() if self.check else ""


def check_question() -> str:
    """Return what the checks on days 21, 42 and 75 ask (clinical.md 4.6)."""
    return _("Any new lump, sore or dark patch?")


def settled_words(since: int, *, reminded: bool) -> str:
    """Say what follows for the reminder from having logged none; never a verdict (design.md 8).

    Args:
        since: the first day of it.
        reminded: whether the reminder is on; without it nothing is said of reminders.
    """
    if not reminded:
        return _("You have logged none for every symptom since day {n}. You can still log.").format(
            n=since
        )
    return _(
        "You have logged none for every symptom since day {n}. Reminders now come on days 21, 42 "
        "and 75 only. You can still log."
    ).format(n=since)


def reminder_on(
    stories: Sequence[Story],
    sessions: Sequence[Session],
    date: dt.date,
    reminded_on: dt.date | None = None,
) -> Reminder | None:
    """Return what a date reminds of, as the diary stands; the newest session comes first.

    Args:
        stories: the sessions that may remind, with their entries and warnings.
        sessions: all sessions: from a later one on the same skin on, an earlier one is silent.
        date: the local date.
        reminded_on: the date of the latest reminder, if one came.
    """
    newest_first = sorted(stories, key=lambda story: story.recovery.session.date, reverse=True)
    for story in newest_first:
        session = story.recovery.session
        closing = closed_from(session, sessions)
        if session.archived or (closing is not None and closing <= date):
            continue
        due = _due_day(story, date)
        if due is None or _logged(story.recovery, due, date):
            continue
        since = session.date + dt.timedelta(days=due)
        if reminded_on is not None and since <= reminded_on <= date:
            continue
        return Reminder(session.id, date, session.day_of(date), check=due in CHECK_DAYS)
    return None


def _due_day(story: Story, date: dt.date) -> int | None:
    """Return the day whose reminder is due on a date: that day itself, or one of the week before.

    Nothing before the eve of a session and after its story.
    """
    recovery = story.recovery
    day = recovery.day_of(date)
    if day < 0:
        return day if day == _EVE else None
    if day > LAST_STORY_DAY:
        return None
    settled = settled_since(recovery, story.warnings, date) is not None
    mine = recovery.session.id
    warned = any(warning.active and warning.session_id == mine for warning in story.warnings)
    if not settled and day <= (LAST_DAILY_WITH_WARNING if warned else LAST_DAILY_DAY):
        return day
    days = set(CHECK_DAYS if settled else WEEKLY_DAYS)
    asking = asks_how_it_is(recovery, story.warnings, date)
    if asking is not None:
        days.add(recovery.day_of(asking.last_date) + 1)
    passed = [one for one in days if 0 <= day - one < _WEEK]
    return max(passed, default=None)


def _logged(recovery: Recovery, due: int, date: dt.date) -> bool:
    """Whether a date from the due day on is logged; before the session any baseline will do."""
    if due < 0:
        return any(e.recorded for e in recovery.entries if e.date < recovery.session.date)
    since = recovery.session.date + dt.timedelta(days=due)
    return any(
        entry.done_at is not None or entry.complete
        for entry in recovery.entries
        if since <= entry.date <= date
    )


def next_reminder(
    stories: Sequence[Story],
    sessions: Sequence[Session],
    now: dt.datetime,
    at: dt.time,
    reminded_on: dt.date | None = None,
) -> tuple[dt.datetime, Reminder] | None:
    """Return when the next reminder comes and what it says, if nothing more is logged.

    Args:
        stories: the sessions that may remind, with their entries and warnings.
        sessions: all sessions.
        now: the local time with its zone; the moment is given in the same zone.
        at: the time of day the patient chose.
        reminded_on: the date of the latest reminder, if one came.
    """
    moment = next_look(now, at, reminded_on)
    last = max((s.recovery.session.date for s in stories), default=moment.date())
    date = moment.date()
    while date <= last + dt.timedelta(days=LAST_STORY_DAY):
        found = reminder_on(stories, sessions, date, reminded_on)
        if found is not None:
            return max(moment, dt.datetime.combine(date, at, tzinfo=now.tzinfo)), found
        date += _ONE_DAY
    return None
