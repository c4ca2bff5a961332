"""Bringing another diary in."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

import pytest

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Log, Photo, Recovery
from recovery_tracker.journal import Journal
from tests.builders import build, date_of, session
from tests.clock import Clock

SESSION = session().id
EARLY = dt.datetime(2026, 3, 5, 8, tzinfo=dt.UTC)
LATE = dt.datetime(2026, 3, 20, 8, tzinfo=dt.UTC)


def log(*recoveries: Recovery, **fields: object) -> Log:
    return Log(recoveries=recoveries, **fields)  # pyright: ignore[reportArgumentType]


def grades(journal: Journal, day: int, session_id: str = SESSION) -> dict[str, int]:
    entry = journal.recovery(session_id).entry(date_of(day))
    return dict(entry.scores) if entry else {}


def test_twice_the_same_changes_nothing(journal: Journal) -> None:
    coming = log(
        build({1: {"pain": 2, "changed_at": EARLY}}, id="neck", areas=("neck",)),
        profile=Profile(name="Alex"),
        symptoms=(OwnItem("x_1f00c3ab", "Tingling"),),
    )
    first = journal.merge(coming)
    assert (first.changed, first.sessions_added, first.entries_added) == (True, 1, 1)
    before = journal.log()
    second = journal.merge(coming)
    assert (second.changed, second.entries_same) == (False, 1)
    assert journal.log() == before


def test_a_dry_run_writes_nothing(journal: Journal) -> None:
    before = journal.log()
    report = journal.merge(log(build({1: {"pain": 2}}, id="neck", areas=("neck",))), dry_run=True)
    assert report.sessions_added == 1
    assert journal.log() == before
    assert journal.snapshot().undo.startswith("Add the session")


def test_what_becomes_of_each_entry_is_told(journal: Journal) -> None:
    journal.merge(log(build({1: {"pain": 2, "changed_at": LATE}, 2: {"pain": 1}, 3: {"pain": 1}})))
    journal.delete_entry(SESSION, date_of(3))
    said: dict[int, dict[str, object]] = {
        1: {"pain": 3, "changed_at": EARLY},
        2: {"pain": 1},
        3: {"pain": 1},
        4: {"pain": 1},
    }
    report = journal.merge(log(build(said, id="elsewhere")), dry_run=True)
    fates = {date_of(1): "kept", date_of(2): "same", date_of(3): "deleted", date_of(4): "added"}
    assert report.fates == {"elsewhere": fates}
    said[1]["changed_at"] = LATE + dt.timedelta(days=1)
    report = journal.merge(log(build(said)), dry_run=True)
    assert report.fates[SESSION][date_of(1)] == "changed"


def test_a_session_is_known_by_date_treatment_and_areas(journal: Journal) -> None:
    journal.merge(log(build({1: {"pain": 2}}, id="elsewhere", notes="left cheek")))
    assert grades(journal, 1) == {"pain": 2}
    snapshot = journal.snapshot()
    assert [(s.id, s.notes) for s in snapshot.sessions] == [(SESSION, "left cheek")]


@pytest.mark.parametrize(
    ("theirs", "expected"), [(EARLY, 2), (None, 2), (LATE, 4)], ids=["earlier", "unsaid", "later"]
)
def test_the_later_change_wins_and_the_other_is_kept(
    journal: Journal, theirs: dt.datetime | None, expected: int
) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    report = journal.merge(log(build({3: {"redness": 4, "changed_at": theirs}})))

    assert grades(journal, 3) == {"redness": expected}
    assert any("What changed" in notice for notice in report.notices)
    kept = [getattr(v.what, "scores", {}) for v in journal.history(SESSION, date_of(3))]
    assert {"redness": 6 - expected} in kept
    before = len(kept)
    journal.merge(log(build({3: {"redness": 4, "changed_at": theirs}})))
    assert len(journal.history(SESSION, date_of(3))) == before


def test_what_was_deleted_here_stays_deleted(journal: Journal) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    journal.delete_entry(SESSION, date_of(3))
    report = journal.merge(log(build({3: {"redness": 4, "changed_at": LATE}})))
    assert grades(journal, 3) == {}
    assert "stays deleted" in report.notices[0]

    journal.delete_session(SESSION)
    report = journal.merge(log(build({4: {"redness": 4}})))
    assert journal.snapshot().sessions == ()
    assert "stays deleted" in report.notices[0]


def test_a_profile_is_filled_and_never_overwritten(journal: Journal) -> None:
    journal.change_profile(Profile(name="Alex", sensitive=True))
    report = journal.merge(log(profile=Profile(name="Sam", sensitive=False, skin_type="dry")))
    assert journal.snapshot().profile == Profile(name="Alex", sensitive=True, skin_type="dry")
    assert "name, sensitive" in report.notices[0]


def test_private_notes_outlive_a_file_without_them(journal: Journal, clock: Clock) -> None:
    journal.write(SESSION, date_of(3), "private_notes", "mine alone")
    here = journal.recovery(SESSION).entry(date_of(3))
    assert here is not None
    without = replace(here, private_notes="")
    assert journal.merge(log(Recovery(session(), (without,)))).entries_same == 1
    later = replace(without, notes="new", changed_at=LATE)
    journal.merge(log(Recovery(session(), (later,))))
    kept = journal.recovery(SESSION).entry(date_of(3))
    assert kept is not None
    assert (kept.notes, kept.private_notes) == ("new", "mine alone")


def test_acts_come_once(journal: Journal) -> None:
    act = Act(date_of(3), "severe_redness", "seen")
    coming = log(build({}, acts=[act]))
    journal.merge(coming)
    journal.merge(coming)
    assert journal.recovery(SESSION).acts == (act,)


@pytest.mark.parametrize("day", [11, 300])
def test_nothing_comes_in_when_one_date_is_in_the_future(journal: Journal, day: int) -> None:
    before = journal.log()
    with pytest.raises(InvalidValue, match="future"):
        journal.merge(log(build({1: {"pain": 1}, day: {"pain": 2}}, id="neck", areas=("neck",))))
    assert journal.log() == before


PICTURE = b"a picture"
PHOTO = Photo(date_of(3), "front", hashlib.sha256(PICTURE).hexdigest(), "day 3")


def with_photo(caption: str = "day 3") -> Log:
    return log(replace(build(), photos=(replace(PHOTO, caption=caption),)))


def test_photos_come_with_their_pictures(journal: Journal) -> None:
    report = journal.merge(with_photo(), pictures=lambda name: (PICTURE, b"small"))
    assert (report.photos_added, report.pictures_added) == (1, 1)
    assert "1 photo added" in report.summary()
    assert journal.recovery(SESSION).photos == (PHOTO,)
    assert journal.photo_bytes(PHOTO.sha256) == PICTURE
    journal.undo()
    assert journal.recovery(SESSION).photos == ()
    journal.redo()
    assert journal.photo_bytes(journal.recovery(SESSION).photos[0].sha256) == PICTURE


def test_a_picture_that_comes_later_is_added_and_the_caption_here_stays(journal: Journal) -> None:
    assert journal.merge(with_photo("mine")).pictures_added == 0
    report = journal.merge(with_photo("theirs"), pictures=lambda name: (PICTURE, b"small"))
    assert (report.photos_added, report.pictures_added, report.changed) == (0, 1, True)
    assert journal.recovery(SESSION).photos == (replace(PHOTO, caption="mine"),)
    again = journal.merge(with_photo("theirs"), pictures=lambda name: (PICTURE, b"small"))
    assert not again.changed


def test_a_dry_run_asks_for_no_picture(journal: Journal) -> None:
    asked: list[str] = []
    report = journal.merge(with_photo(), pictures=asked.append, dry_run=True)
    assert report.photos_added == 1
    assert asked == []
    assert journal.recovery(SESSION).photos == ()
