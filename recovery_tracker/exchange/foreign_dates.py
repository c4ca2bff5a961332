"""Dates as other programs write them: ISO, with slashes or dots, with names of months.

Whether 3/4 is in March or in April cannot be seen from one date; a whole column often tells. Where
it does not, the person is asked.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from recovery_tracker.exchange.fields import FIRST_YEAR, LAST_YEAR

DateOrder = Literal["ymd", "dmy", "mdy"]
ORDERS: tuple[DateOrder, ...] = ("ymd", "dmy", "mdy")

_TIME = (
    r"(?:[T\s,]+(?P<time>\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[ap]\.?m\.?)?)"
    r"\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)
_NUMBERS = re.compile(
    r"(?P<a>\d{1,4})\s*(?P<mark>[-/.])\s*(?P<b>\d{1,2})\s*(?P=mark)\s*(?P<c>\d{1,4})\.?" + _TIME,
    re.IGNORECASE | re.ASCII,
)
_DAY_MONTH = re.compile(
    r"(?:[^\W\d]+\.?,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?\s*[-\s]\s*(?P<month>[^\W\d]{3,})\.?,?"
    r"\s*[-\s]\s*(?P<year>\d{4})" + _TIME,
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    r"(?:[^\W\d]+\.?,\s+)?(?P<month>[^\W\d]{3,})\.?\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?"
    r"\s+(?P<year>\d{4})" + _TIME,
    re.IGNORECASE,
)
_LONGEST = 60
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
} | {"mär": 3, "mai": 5, "okt": 10, "dez": 12}  # fmt: skip

Moment = tuple[dt.date, str]
"""A date, and the time of day as HH:MM where it says one."""


def moment(text: str, order: DateOrder) -> Moment | None:
    """Read a date, and its time of day if there is one; ``None`` if it is no date."""
    return _moment(" ".join(text.split()), order)


@lru_cache(maxsize=8192)
def _moment(text: str, order: DateOrder) -> Moment | None:
    if len(text) > _LONGEST:
        return None
    found = _NUMBERS.fullmatch(text)
    if found is not None:
        date = _of_numbers((found["a"], found["b"], found["c"]), order)
    else:
        found = _DAY_MONTH.fullmatch(text) or _MONTH_DAY.fullmatch(text)
        month = _MONTHS.get(found["month"][:3].casefold()) if found else None
        if found is None or month is None:
            return None
        date = _date(int(found["year"]), month, int(found["day"]))
    if date is None:
        return None
    time = time_of_day(found["time"] or "")
    return None if found["time"] and not time else (date, time)


def _of_numbers(parts: tuple[str, str, str], order: DateOrder) -> dt.date | None:
    if len(parts[0]) == 4:  # a year that stands first is followed by the month
        order = "ymd"
    elif order == "ymd" or len(parts[0]) > 2:
        return None
    year, month, day = (parts[order.index(mark)] for mark in "ymd")
    if len(year) == 2:
        year = f"20{year}"
    if len(year) != 4 or len(day) > 2:
        return None
    return _date(int(year), int(month), int(day))


def _date(year: int, month: int, day: int) -> dt.date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def time_of_day(text: str) -> str:
    """Return a time of day as HH:MM; empty if it is none."""
    found = re.fullmatch(
        r"(\d{1,2})[:.](\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?",
        text.strip().casefold(),
        re.ASCII,
    )
    if found is None:
        return ""
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        if not 1 <= hour <= 12:
            return ""
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def possible_orders(texts: Iterable[str]) -> tuple[DateOrder, ...]:
    """Return the orders in which the most of these texts are dates; one, if they agree anyway.

    Several are left only where they would read some date differently: then a person must say.
    """
    known = [" ".join(text.split()) for text in dict.fromkeys(texts)]
    counts = {order: sum(_moment(t, order) is not None for t in known) for order in ORDERS}
    most = max(counts.values())
    if not most:
        return ()
    best: list[DateOrder] = [order for order in ORDERS if counts[order] == most]
    kept: list[DateOrder] = []
    for order in best:
        told = [_moment(text, order) for text in known]
        if all([_moment(text, other) for text in known] != told for other in kept):
            kept.append(order)
    return tuple(kept)
