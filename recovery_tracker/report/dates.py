"""Dates and days in words, for paper: the same on every computer."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable

from recovery_tracker.domain.wording import MONTHS, day_of_month, listed
from recovery_tracker.i18n import N_, _, ngettext

_SHORTENED = 3  # a run of this many days is written "4 to 6"
# one text, as "Sun" alone is a care item, too
WEEKDAYS = N_("Mon Tue Wed Thu Fri Sat Sun")


def in_full(date: dt.date) -> str:
    """Write a date as "18 November 2026"."""
    return _("{day} {month} {year}").format(
        day=day_of_month(date), month=_(MONTHS[date.month - 1]), year=date.year
    )


def with_weekday(date: dt.date) -> str:
    """Write a date as "Sat 14 November 2026"."""
    weekday = _(WEEKDAYS).split()[date.weekday()]
    return _("{weekday} {date}").format(weekday=weekday, date=in_full(date))


def with_time(moment: dt.datetime) -> str:
    """Write a moment as "18 November 2026, 08:14"."""
    return _("{date}, {time}").format(date=in_full(moment.date()), time=f"{moment:%H:%M}")


def number(day: int) -> str:
    """Write a day's number, with a true minus sign before the session."""
    return str(day).replace("-", "−")


def day_name(day: int) -> str:
    """Name one day: "day 4"."""
    return _("day {n}").format(n=number(day))


def days_named(days: Iterable[int]) -> str:
    """Name days, runs of three or more shortened: "days 0 to 4 and 7"."""
    ordered = sorted(set(days))
    parts: list[str] = []
    for _start, run in itertools.groupby(enumerate(ordered), key=lambda pair: pair[1] - pair[0]):
        found = [day for _place, day in run]
        if len(found) >= _SHORTENED:
            parts.append(
                _("{first} to {last}").format(first=number(found[0]), last=number(found[-1]))
            )
        else:
            parts += [number(day) for day in found]
    return ngettext("day {days}", "days {days}", len(ordered)).format(days=listed(parts))


def capital(words: str) -> str:
    """Begin with a capital letter, as a sentence or a line does."""
    return words[:1].upper() + words[1:]
