"""Dates as the window writes them, in the words of the program's language."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain.wording import MONTHS, day_and_month, day_of_month
from recovery_tracker.i18n import N_, _

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)


def short(date: dt.date) -> str:
    """Write a date as "14 Nov"."""
    return _("{day} {short_month}").format(
        day=day_of_month(date), short_month=_(SHORT_MONTHS[date.month - 1])
    )


def short_with_year(date: dt.date) -> str:
    """Write a date as "14 Nov 2026"."""
    return _("{date} {year}").format(date=short(date), year=date.year)


def with_weekday(date: dt.date) -> str:
    """Write a date as "Wednesday 18 November"."""
    return _("{weekday} {date}").format(
        weekday=_(WEEKDAYS[date.weekday()]), date=day_and_month(date)
    )


def in_full(date: dt.date) -> str:
    """Write a date as "Saturday 14 November 2026"."""
    return _("{date} {year}").format(date=with_weekday(date), year=date.year)


def day_month_year(date: dt.date) -> str:
    """Write a date as "14 November 2026"."""
    return _("{day} {month} {year}").format(
        day=day_of_month(date), month=_(MONTHS[date.month - 1]), year=date.year
    )
