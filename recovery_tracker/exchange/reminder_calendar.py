"""``.ics``: the reminders of a session for the calendar of a phone, written only.

What the program knows day by day (logged, settled) a calendar cannot know, so the file holds the
plain course: every day up to day 14, then days 21 and 28, and the checks on days 42 and 75. Times
are local wherever the phone is. A file of the same session replaces what an earlier one brought.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from recovery_tracker import __version__
from recovery_tracker.domain.errors import Refused
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.reminder import CHECK_DAYS, LAST_DAILY_WITH_WARNING, Reminder
from recovery_tracker.domain.reminder_time import unread_text
from recovery_tracker.domain.trends import LAST_DAILY_DAY
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.exchange.files import replacing
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

if TYPE_CHECKING:  # icalendar takes its time to load and is seldom needed
    from icalendar import Alarm, Component, Event

SUFFIX = ".ics"
LATER_DAYS = tuple(sorted({*CHECK_DAYS, LAST_DAILY_WITH_WARNING}))
_LASTS = dt.timedelta(minutes=5)
_EVE_AT_EIGHT = dt.timedelta(hours=-4)  # before an appointment's day begins
_ONE_DAY = dt.timedelta(days=1)
_OURS = uuid.UUID("6c1f3a52-8a4e-4f0b-9d6e-2f1f7d1b5c40")


@frozen
class CalendarPlan:
    """What a calendar file is made from.

    Attributes:
        session: the session that goes on.
        profile: whose appointment is told, if one is stated.
        at: the time of day of the reminders.
        now: the moment it is made, with its zone; reminders begin on the day after.
        names: whether app, clinic and dermatologist are named; others may see a calendar.
    """

    session: Session
    profile: Profile
    at: dt.time
    now: dt.datetime
    names: bool = False


def write_calendar(plan: CalendarPlan, path: Path) -> None:
    """Write the calendar file.

    Raises:
        Refused: no reminder and no appointment lies ahead.
        StorageProblem: it cannot be written; what stood there stays.
    """
    content = calendar_file(plan)
    with replacing(path) as out:
        out.write(content)


def calendar_file(plan: CalendarPlan) -> bytes:
    """Return the calendar file as RFC 5545 has it.

    Raises:
        Refused: no reminder and no appointment lies ahead.
    """
    from icalendar import Calendar

    events = [*_reminders(plan), *_appointment(plan)]
    if not events:
        raise Refused(
            _(
                "There is nothing left to put into a calendar: the last check, on day {n}, has "
                "passed."
            ).format(n=LATER_DAYS[-1])
        )
    made = Calendar()
    _add(made, "prodid", f"-//Recovery Tracker//{__version__}//EN")
    _add(made, "version", "2.0")
    for event in events:
        made.add_component(event)
    return made.to_ical()


def _reminders(plan: CalendarPlan) -> Iterator[Event]:
    session = plan.session
    tomorrow = plan.now.date() + _ONE_DAY
    first = max(tomorrow, session.date)
    last = session.date + dt.timedelta(days=LAST_DAILY_DAY)
    if first <= last:
        daily = _event(plan, "daily", unread_text())
        _begin(daily, dt.datetime.combine(first, plan.at))
        _add(daily, "rrule", {"freq": "daily", "until": dt.datetime.combine(last, plan.at)})
        yield daily
    for day in LATER_DAYS:
        date = session.date + dt.timedelta(days=day)
        if date >= tomorrow:
            later = _event(plan, f"day {day}", Reminder(session.id, date, day).text)
            _begin(later, dt.datetime.combine(date, plan.at))
            yield later


def _appointment(plan: CalendarPlan) -> Iterator[Event]:
    date = plan.profile.appointment
    if date is None or date < plan.now.date():
        return
    whom = plan.profile.dermatologist
    named = _(", ").join(filter(None, (whom.name, whom.clinic))) if plan.names else ""
    words = _("Appointment: {whom}").format(whom=named) if named else _("Appointment")
    event = _event(plan, "appointment", words)
    _add(event, "dtstart", date)
    _add(event, "dtend", date + _ONE_DAY)
    event.add_component(_alarm(words, _EVE_AT_EIGHT))
    yield event


def _event(plan: CalendarPlan, what: str, words: str) -> Event:
    from icalendar import Event

    event = Event()
    _add(event, "uid", str(uuid.uuid5(_OURS, f"{plan.session.id} {what}")))
    stamp = plan.now.astimezone(dt.UTC).replace(microsecond=0)
    _add(event, "dtstamp", stamp)
    _add(event, "sequence", int(stamp.timestamp()) // 60)  # a newer file counts
    _add(event, "summary", words)
    _add(event, "class", "PRIVATE")
    _add(event, "transp", "TRANSPARENT")  # it takes nobody's time
    if plan.names:
        said = _("Recovery Tracker: session of {date}").format(
            date=day_and_month(plan.session.date)
        )
        _add(event, "description", said)
    return event


def _begin(event: Event, moment: dt.datetime) -> None:
    """Give a reminder its local time, which no zone is written for, and its alarm."""
    _add(event, "dtstart", moment)
    _add(event, "dtend", moment + _LASTS)
    event.add_component(_alarm(str(event["summary"]), dt.timedelta()))


def _alarm(words: str, trigger: dt.timedelta) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    _add(alarm, "action", "DISPLAY")
    _add(alarm, "description", words)
    _add(alarm, "trigger", trigger)
    return alarm


def _add(component: Component, name: str, value: object) -> None:
    cast("Any", component).add(name, value)  # icalendar leaves the type of a value open
