"""How long a warning stays folded after the person has acted on it."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery_tracker.domain.folding import opens_again, still_folded
from recovery_tracker.domain.warnings import By, Level
from tests.builders import date_of, warning

AT = dt.datetime(2026, 3, 6, 20, 0, tzinfo=dt.UTC)
SECOND = dt.timedelta(seconds=1)
HOURS = [(Level.URGENT, By.NOW, 24), (Level.URGENT, By.TODAY, 24), (Level.CONTACT, By.WEEK, 48)]


def test_a_warning_that_was_not_acted_on_is_not_folded() -> None:
    assert not still_folded(warning(), AT)


@pytest.mark.parametrize(("level", "by", "hours"), HOURS)
def test_a_known_moment_counts_to_the_second(level: Level, by: By, hours: int) -> None:
    item = warning(level=level, by=by, contacted=AT)
    opens = AT + dt.timedelta(hours=hours)
    assert still_folded(item, AT)
    assert still_folded(item, opens - SECOND)
    assert not still_folded(item, opens)


def test_the_zone_of_the_clock_makes_no_difference() -> None:
    item = warning(level=Level.URGENT, by=By.TODAY, contacted=AT)
    east = dt.timezone(dt.timedelta(hours=9))
    opens = (AT + dt.timedelta(hours=24)).astimezone(east)
    assert still_folded(item, opens - SECOND)
    assert not still_folded(item, opens)


@pytest.mark.parametrize(("level", "by", "hours"), HOURS)
def test_a_known_date_counts_to_the_end_of_its_last_day(level: Level, by: By, hours: int) -> None:
    item = warning(level=level, by=by, contacted=AT.date())
    last = AT.date() + dt.timedelta(hours=hours)
    assert still_folded(item, dt.datetime.combine(last, dt.time(23, 59), tzinfo=dt.UTC))
    after = last + dt.timedelta(days=1)
    assert not still_folded(item, dt.datetime.combine(after, dt.time(), tzinfo=dt.UTC))


def test_what_the_dermatologist_has_seen_stays_folded_through_its_last_quiet_day() -> None:
    item = warning(quiet_until=date_of(4))
    midnight = dt.datetime.combine(date_of(5), dt.time(), tzinfo=dt.UTC)
    assert still_folded(item, midnight - SECOND)
    assert not still_folded(item, midnight)


def test_a_contact_that_is_long_past_does_not_end_the_quiet_days() -> None:
    item = warning(quiet_until=date_of(8), contacted=AT)
    assert still_folded(item, AT + dt.timedelta(hours=49))


def test_the_moment_it_opens_again_is_known() -> None:
    assert opens_again(warning(), AT) is None
    urgent = warning(level=Level.URGENT, by=By.TODAY, contacted=AT)
    assert opens_again(urgent, AT) == AT + dt.timedelta(hours=24)
    seen = warning(quiet_until=date_of(6))
    assert opens_again(seen, AT) == dt.datetime.combine(date_of(7), dt.time(), tzinfo=dt.UTC)


def test_of_two_acts_the_one_that_lasts_longer_counts() -> None:
    both = warning(level=Level.URGENT, by=By.TODAY, contacted=AT, quiet_until=date_of(9))
    assert opens_again(both, AT) == dt.datetime.combine(date_of(10), dt.time(), tzinfo=dt.UTC)
