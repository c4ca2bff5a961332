"""Cases for the report's tests: the built session on some day, with what a test cares about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.report.case import Case
from recovery_tracker.report.content import ReportContent, report_content
from tests.builders import NO_PROFILE, build, daily, date_of

CLOCK = dt.time(8, 14, tzinfo=dt.UTC)


def case(
    entries: Mapping[int, Mapping[str, Any]] | None = None,
    *,
    day: int = 4,
    recovery: Recovery | None = None,
    **fields: Any,
) -> Case:
    """The case of a recovery told by its days, prepared at 08:14 UTC on a day of the session."""
    told = recovery or build(entries)
    today = date_of(day)
    plain: dict[str, Any] = {"profile": NO_PROFILE, "sessions": (told.session,)}
    return Case(
        recovery=told,
        today=today,
        prepared_at=dt.datetime.combine(today, CLOCK),
        **(plain | fields),
    )


def content(entries: Mapping[int, Mapping[str, Any]] | None = None, **fields: Any) -> ReportContent:
    """The report of a case."""
    return report_content(case(entries, **fields))


def five_days(**last: Any) -> dict[int, dict[str, Any]]:
    """Days 0 to 4 answered in full, redness and flaking as usual; ``last`` changes day 4."""
    redness, flaking = (2, 2, 2, 2, 1), (0, 0, 1, 2, 2)
    days = {day: daily(redness=redness[day], flaking=flaking[day]) for day in range(len(redness))}
    days[4] |= last
    return days
