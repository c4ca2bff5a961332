"""Midnight, a clock that goes back and another time zone: entries stay on their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import pytest

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.moments import Moments
from recovery_tracker.ui.pages.today import TodayPage
from tests.builders import build, daily, date_of, session
from tests.clock import Clock
from tests.ui.pages.conftest import Hand, Opens

EAST = dt.timezone(dt.timedelta(hours=9))
WEST = dt.timezone(dt.timedelta(hours=-10))


@pytest.fixture
def ring(live: LiveJournal, clock: Clock) -> Moments:
    """The window's eye on the clock; a test turns the clock and lets it look."""
    moments = Moments(clock, live)
    moments.due.connect(live.refresh)
    moments.wait()
    return moments


def scores(hand: Hand) -> dict[int, Mapping[str, int]]:
    return {day: dict(hand.kept(day).scores) for day in range(2, 7) if hand.kept(day).scores}


def grade(page: TodayPage, hand: Hand, symptom: str, to: int) -> None:
    hand.click(page.skin.rows[symptom].buttons[to])


def test_what_is_answered_after_midnight_belongs_to_the_day_on_screen(
    open_today: Opens, hand: Hand, clock: Clock, ring: Moments
) -> None:
    page = open_today(build({3: daily()}))
    grade(page, hand, "redness", 2)
    clock.turn(hours=4)
    ring.look()
    assert page.heading.title.text() == "Day 4"
    assert page.skin.title.text() == "How was your skin on this day?"
    grade(page, hand, "pain", 1)
    assert scores(hand)[4] == {"redness": 2, "pain": 1}
    assert 5 not in scores(hand)
    page.open_at(date_of(5))
    grade(page, hand, "redness", 1)
    assert scores(hand)[5] == {"redness": 1}
    assert scores(hand)[4] == {"redness": 2, "pain": 1}


def test_a_tap_just_after_midnight_goes_to_the_day_that_was_shown(
    open_today: Opens, hand: Hand, clock: Clock
) -> None:
    """The page was not told of midnight yet: what was asked of the 6th is kept on the 6th."""
    page = open_today()
    clock.turn(hours=4, seconds=1)
    grade(page, hand, "redness", 2)
    assert scores(hand) == {4: {"redness": 2}}


@pytest.mark.parametrize("done", [True, False])
def test_a_clock_that_goes_back_a_day_leaves_every_entry_where_it_is(
    open_today: Opens, hand: Hand, clock: Clock, ring: Moments, done: bool
) -> None:
    page = open_today(build({3: {"redness": 3}, 4: {"redness": 2}}))
    if done:
        hand.click(page.footer.primary)
    clock.turn(days=-1)
    ring.look()
    assert page.heading.title.text() == "Day 3"
    assert page.skin.rows["redness"].grade == 3
    assert not page.heading.next.isEnabled()
    grade(page, hand, "redness", 1)
    assert scores(hand) == {3: {"redness": 1}, 4: {"redness": 2}}
    clock.turn(days=1)
    ring.look()
    page.open_at(date_of(4))
    assert page.skin.rows["redness"].grade == 2
    assert scores(hand) == {3: {"redness": 1}, 4: {"redness": 2}}


def test_a_clock_before_the_session_shows_a_baseline_day(
    open_today: Opens, hand: Hand, clock: Clock, ring: Moments
) -> None:
    page = open_today(build({4: {"redness": 2}}))
    clock.turn(days=-6)
    ring.look()
    assert page.heading.title.text() == "2 days before treatment"
    assert scores(hand) == {4: {"redness": 2}}


@pytest.mark.parametrize(("zone", "title"), [(EAST, "Day 5"), (WEST, "Day 4")])
def test_another_time_zone_moves_no_entry(
    open_today: Opens, hand: Hand, clock: Clock, ring: Moments, zone: dt.timezone, title: str
) -> None:
    """At 20:00 UTC it is the next day in the east and still the same in the west."""
    page = open_today(build({4: daily(redness=2)}))
    hand.click(page.footer.primary)
    before = hand.kept()
    clock.moment = clock.moment.astimezone(zone)
    ring.look()
    assert page.heading.title.text() == title
    assert hand.kept() == before
    clock.moment = clock.moment.astimezone(dt.UTC)
    ring.look()
    assert page.heading.title.text() == "Day 4"
    assert hand.kept() == before


def test_a_contacted_warning_opens_again_at_the_same_moment_in_another_zone(
    open_today: Opens, live: LiveJournal, clock: Clock, ring: Moments
) -> None:
    page = open_today(build({4: daily(blisters=True)}))
    live.act(session().id, "blisters", "contacted")
    assert page.top.folded
    clock.moment = clock.moment.astimezone(WEST) + dt.timedelta(hours=47)
    ring.look()
    ring.wait(live.snapshot.active if live.snapshot else ())
    assert not page.top.banner.isVisible()
    clock.turn(hours=1)
    ring.look()
    assert page.top.banner.isVisible()
