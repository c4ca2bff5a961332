"""The sample diary is fresh on whatever day it is opened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from recovery_tracker.data.store import open_store
from recovery_tracker.domain.recovery import Log
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.warnings import Level
from recovery_tracker.exchange.sample import (
    SHOWN_DAY,
    WRITTEN,
    fill,
    is_of_another_day,
    sample_log,
)
from recovery_tracker.i18n import in_language, languages
from recovery_tracker.journal import Journal
from recovery_tracker.resources import resource
from tests.builders import date_of
from tests.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock(day=100)


@pytest.fixture
def journal(tmp_path: Path, clock: Clock) -> Iterator[Journal]:
    store = open_store(tmp_path / "sample", clock)
    yield Journal(store, clock)
    store.close()


def test_its_newest_session_is_on_day_4(journal: Journal) -> None:
    fill(journal)
    snapshot = journal.snapshot()
    assert snapshot.recovery is not None
    assert snapshot.recovery.day_of(snapshot.today) == SHOWN_DAY
    assert snapshot.recovery.entry(snapshot.today) is not None
    assert snapshot.active == ()


def test_what_a_person_tried_in_it_stays_that_day(journal: Journal, clock: Clock) -> None:
    assert not is_of_another_day(journal)
    fill(journal)
    session = journal.snapshot().session
    assert session is not None
    journal.rate(session.id, journal.today, "itching", 2)
    fill(journal)
    entry = journal.recovery(session.id).entry(journal.today)
    assert entry is not None
    assert entry.scores["itching"] == 2
    assert not is_of_another_day(journal)
    clock.turn(days=1)
    assert is_of_another_day(journal)


def test_nothing_of_it_lies_in_the_future() -> None:
    today = date_of(100)
    log = sample_log(today)
    assert max(e.date for recovery in log.recoveries for e in recovery.entries) == today


def words_of(log: Log) -> set[str]:
    """All that its person wrote, but for names."""
    found = {log.profile.questions}
    for recovery in log.recoveries:
        found |= {*recovery.session.products, recovery.session.numbing_cream}
        found |= {words for e in recovery.entries for words in (e.notes, e.advice_received)}
    return found - {"", "SPF 50"}


def test_what_its_person_wrote_is_marked_for_translation() -> None:
    assert words_of(sample_log(date_of(100))) == set(WRITTEN)


@pytest.mark.parametrize("code", languages()[1:])
def test_it_is_in_the_language_of_the_program_and_warns_of_the_same(code: str) -> None:
    english = sample_log(date_of(100))
    with in_language(code):
        translated = sample_log(date_of(100))
        assert not words_of(translated) & set(WRITTEN)
    assert warned(translated) == warned(english) != []


def warned(log: Log) -> list[tuple[str, Level, dt.date]]:
    sessions = [recovery.session for recovery in log.recoveries]
    return [
        (found.rule, found.level, found.date)
        for recovery in log.recoveries
        for found in assess(recovery, log.profile, sessions, date_of(100))
    ]


def test_it_has_photos_before_today_that_can_be_shown(journal: Journal) -> None:
    fill(journal)
    recovery = journal.snapshot().recovery
    assert recovery is not None
    found = [(recovery.day_of(photo.date), photo.view) for photo in recovery.photos]
    assert sorted(found) == [
        *((0, view) for view in ("front", "left", "right")),
        *((1, "front"), (2, "front")),
        *((3, view) for view in ("front", "left", "right")),
    ]
    for photo in recovery.photos:
        assert journal.photo_bytes(photo.sha256)
        assert len(journal.thumbnail_bytes(photo.sha256)) < 30_000


def test_its_photos_are_small_and_carry_nothing_but_pixels() -> None:
    files = list(resource("sample", "photos").glob("*.jpg"))
    assert sum(file.stat().st_size for file in files) < 300_000
    for file in files:
        with Image.open(file) as picture:
            assert not picture.getexif()
            assert max(picture.size) <= 800
