"""Names that sort and say why; thinning that never takes the wrong one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.backups import REASONS, Backup, named, next_backup, to_thin

ZONE = dt.timezone(dt.timedelta(hours=2))
NOW = dt.datetime(2026, 11, 22, 10, 30, tzinfo=ZONE)
AMPLE = 10**15

moments = st.integers(-40 * 24 * 60, 800 * 24 * 60).map(
    lambda minutes: (NOW - dt.timedelta(minutes=minutes)).astimezone(dt.UTC)
)
backups = st.lists(
    st.builds(
        Backup, moments, st.integers(1, 3), st.sampled_from(sorted(REASONS)), st.integers(0, 100)
    ),
    max_size=60,
    unique_by=lambda backup: backup.name,
)


def rest(found: Sequence[Backup], now: dt.datetime = NOW, limit: int = AMPLE) -> list[Backup]:
    gone = set(to_thin(found, now, limit))
    return [backup for backup in found if backup not in gone]


def of(*texts: str) -> list[Backup]:
    """Backups of a day made at the local times."""
    times = (dt.datetime.fromisoformat(text).replace(tzinfo=ZONE) for text in texts)
    return [Backup(time.astimezone(dt.UTC), 1, "day", 10) for time in times]


def test_a_name_says_when_and_why() -> None:
    backup = next_backup(NOW, "before-import")
    assert backup.name == "2026-11-22T083000Z-before-import.db"
    assert named(backup.name) == backup
    assert backup.reason == "before an import"


def test_two_of_one_second_have_two_names() -> None:
    first = next_backup(NOW, "by-hand")
    second = next_backup(NOW, "by-hand", [first.name])
    assert second.name == "2026-11-22T083000Z-by-hand-2.db"
    assert first < second


@given(backups)
def test_every_name_is_read_back_and_names_sort_as_moments(found: list[Backup]) -> None:
    for backup in found:
        assert named(backup.name, backup.size) == backup
    by_name = sorted(found, key=lambda backup: backup.name)
    assert [b.moment for b in by_name] == sorted(b.moment for b in found)


@pytest.mark.parametrize(
    "name",
    [
        "recovery.db",
        "2026-11-22T083000Z-before-import.db.41.unfinished",
        "2026-02-31T083000Z-day.db",
        "2026-11-22T083000Z-holiday.db",
        "2026-11-22T083000Z-day-1.db",
        "x2026-11-22T083000Z-day.db",
        "2026-11-22T083000Z-day.db\n",
        "٢٠٢٦-11-22T083000Z-day.db",
    ],
)
def test_what_is_not_ours_is_not_named(name: str) -> None:
    assert named(name) is None


def test_all_of_three_days_then_one_a_day_a_week_a_month() -> None:
    kept = of(
        "2026-11-22T08:00", "2026-11-22T09:00", "2026-11-20T00:00",  # of three days: all
        "2026-11-19T23:00", "2026-11-09T12:00",  # the last of its day
        "2026-11-08T12:00", "2026-09-27T12:00",  # the last of its week
        "2026-08-31T12:00", "2024-02-29T12:00",  # the last of its month
    )  # fmt: skip
    gone = of(
        "2026-11-19T22:59", "2026-11-09T11:59", "2026-11-07T12:00", "2026-09-21T12:00",
        "2026-08-01T12:00", "2024-02-01T12:00",
    )  # fmt: skip
    assert list(to_thin([*kept, *gone], NOW, AMPLE)) == sorted(gone)


@given(backups, st.integers(0, 2000))
def test_thinning_twice_is_thinning_once(found: list[Backup], limit: int) -> None:
    once = rest(found, limit=limit)
    assert rest(once, limit=limit) == once


@given(backups, st.integers(0, 400))
def test_thinning_every_day_ends_as_thinning_once(found: list[Backup], days: int) -> None:
    later = NOW + dt.timedelta(days=days)
    assert rest(rest(found), later) == rest(found, later)


@given(backups, st.integers(0, 2000))
def test_the_newest_stays_and_the_limit_holds_for_the_others(
    found: list[Backup], limit: int
) -> None:
    kept = rest(found, limit=limit)
    assert (max(found) in kept) if found else kept == []
    assert sum(backup.size for backup in kept) <= limit or len(kept) == 1


@given(backups, st.integers(0, 2000))
def test_what_is_spared_stays(found: list[Backup], limit: int) -> None:
    for backup in found[:2]:
        assert backup not in to_thin(found, NOW, limit, spared=[backup])


@given(backups)
def test_each_month_keeps_one_and_three_days_keep_all(found: list[Backup]) -> None:
    def month(backup: Backup) -> tuple[int, int]:
        local = backup.moment.astimezone(ZONE)
        return local.year, local.month

    kept = rest(found)
    assert {month(backup) for backup in kept} == {month(backup) for backup in found}
    for backup in found:
        if (NOW.date() - backup.moment.astimezone(ZONE).date()).days < 3:
            assert backup in kept


@given(backups, st.integers(1, 900))
def test_a_clock_that_was_set_back_takes_nothing_more(found: list[Backup], days: int) -> None:
    back = NOW - dt.timedelta(days=days)
    assert set(rest(found)) <= set(rest(found, back))


def test_over_the_limit_the_oldest_go_first() -> None:
    found = of("2026-06-30T12:00", "2026-07-31T12:00", "2026-11-21T12:00", "2026-11-22T09:00")
    assert to_thin(found, NOW, 25) == tuple(found[:2])
    assert to_thin(found, NOW, 5) == tuple(found[:3])
