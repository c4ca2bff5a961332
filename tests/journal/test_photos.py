"""Photos: added with their pictures, described, taken out, and all of it taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.domain.recovery import Log, Photo, Recovery
from recovery_tracker.journal import Journal, NewPhoto
from tests.builders import date_of, session
from tests.clock import Clock

SESSION = session().id
MARKS = (0.25, 0.4, 0.75, 0.4)


def new(day: int = 2, view: str = "front", picture: bytes = b"picture") -> NewPhoto:
    return NewPhoto(date_of(day), view, picture, b"small " + picture)


def photos(journal: Journal) -> tuple[Photo, ...]:
    return journal.recovery(SESSION).photos


@pytest.fixture
def photo(journal: Journal) -> Photo:
    journal.add_photos(SESSION, [new()])
    return photos(journal)[0]


def test_photos_are_added_with_their_pictures_as_one_change(journal: Journal) -> None:
    snapshot = journal.add_photos(SESSION, [new(1), new(2, "left", b"other")])
    assert snapshot.undo == "Add 2 photos"
    kept = photos(journal)
    assert [(one.date, one.view) for one in kept] == [(date_of(1), "front"), (date_of(2), "left")]
    assert journal.photo_bytes(kept[1].sha256) == b"other"
    assert journal.thumbnail_bytes(kept[1].sha256) == b"small other"
    journal.undo()
    assert photos(journal) == ()
    assert journal.deleted() == (), "what is undone was never there"
    journal.redo()
    assert photos(journal) == kept


def test_the_same_photo_twice_is_one(journal: Journal, photo: Photo) -> None:
    snapshot = journal.add_photos(SESSION, [new(), new()])
    assert photos(journal) == (photo,)
    assert snapshot.undo == "Add 1 photo"


@pytest.mark.parametrize("day", [-15, 11, 366])
def test_a_photo_of_a_day_that_cannot_be_logged_is_refused(journal: Journal, day: int) -> None:
    with pytest.raises(InvalidValue):
        journal.add_photos(SESSION, [new(1), new(day)])
    assert photos(journal) == ()


def test_a_photo_gets_a_caption_and_marks(journal: Journal, photo: Photo) -> None:
    journal.change_photo(SESSION, photo, replace(photo, caption="left cheek", marks=MARKS))
    assert photos(journal) == (replace(photo, caption="left cheek", marks=MARKS),)
    journal.undo()
    assert photos(journal) == (photo,)


def test_a_photo_goes_to_another_day_and_view(journal: Journal, photo: Photo) -> None:
    moved = replace(photo, date=date_of(3), view="left")
    journal.change_photo(SESSION, photo, moved)
    assert photos(journal) == (moved,)
    assert journal.deleted() == ()
    assert journal.photo_bytes(moved.sha256) == b"picture"
    journal.undo()
    assert photos(journal) == (photo,)
    journal.redo()
    assert photos(journal) == (moved,)


def test_a_deleted_photo_waits_and_comes_back(journal: Journal, photo: Photo) -> None:
    snapshot = journal.delete_photo(SESSION, photo)
    assert snapshot.undo == "Delete photo, front"
    assert photos(journal) == ()
    (gone,) = journal.deleted()
    assert (gone.kind, gone.photo) == ("photo", photo)
    journal.bring_back(gone)
    assert photos(journal) == (photo,)
    assert journal.deleted() == ()
    journal.undo()
    assert photos(journal) == ()


def test_a_deleted_photo_is_gone_after_thirty_days(
    journal: Journal, photo: Photo, clock: Clock
) -> None:
    journal.delete_photo(SESSION, photo)
    (gone,) = journal.deleted()
    clock.turn(days=29)
    journal.purge()
    assert journal.deleted() == (gone,)
    assert journal.photo_bytes(photo.sha256)
    clock.turn(days=2)
    journal.purge()
    assert journal.deleted() == ()
    with pytest.raises(NotFound):
        journal.photo_bytes(photo.sha256)


def test_what_is_no_longer_there_cannot_be_changed(journal: Journal, photo: Photo) -> None:
    journal.delete_photo(SESSION, photo)
    for change in (
        lambda: journal.change_photo(SESSION, photo, replace(photo, caption="x")),
        lambda: journal.delete_photo(SESSION, photo),
    ):
        with pytest.raises(NotFound, match="no longer in your diary"):
            change()


@pytest.mark.parametrize("marks", [(), (0.1, 0.2), (0.1, 0.2, 0.3, 1.1), (-0.1, 0.2, 0.3, 0.4)])
def test_marks_are_two_points_on_the_photo(photo: Photo, marks: tuple[float, ...]) -> None:
    with pytest.raises(InvalidValue):
        replace(photo, marks=marks)


def test_an_import_does_not_bring_a_deleted_photo_back(journal: Journal, photo: Photo) -> None:
    before = journal.recovery(SESSION)
    journal.delete_photo(SESSION, photo)
    report = journal.merge(Log(recoveries=(Recovery(before.session, (), (photo,)),)))
    assert photos(journal) == ()
    assert report.notices == [f"The photo of {photo.date} was deleted here and stays deleted."]


def test_points_on_two_photos_are_one_change(journal: Journal, photo: Photo) -> None:
    journal.add_photos(SESSION, [new(4, picture=b"later")])
    later = photos(journal)[1]
    snapshot = journal.mark_photos([(SESSION, photo, MARKS), (SESSION, later, MARKS)])
    assert [one.marks for one in photos(journal)] == [MARKS, MARKS]
    assert snapshot.undo == "Line up photos"
    journal.undo()
    assert [one.marks for one in photos(journal)] == [None, None]


def test_the_same_points_again_change_nothing(journal: Journal, photo: Photo) -> None:
    journal.mark_photos([(SESSION, photo, MARKS)])
    journal.write(SESSION, date_of(1), "notes", "later")
    assert journal.mark_photos([(SESSION, photos(journal)[0], MARKS)]).undo != "Line up photos"


def test_points_on_a_photo_that_is_gone_mark_none(journal: Journal, photo: Photo) -> None:
    journal.add_photos(SESSION, [new(4, picture=b"later")])
    later = photos(journal)[1]
    journal.delete_photo(SESSION, later)
    with pytest.raises(NotFound):
        journal.mark_photos([(SESSION, photo, MARKS), (SESSION, later, MARKS)])
    assert photos(journal) == (photo,)
