"""What a patient does with sessions, the profile and items of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import InvalidValue, NotFound, Refused
from recovery_tracker.domain.profile import Profile
from recovery_tracker.journal import Journal
from tests.builders import date_of, session
from tests.clock import Clock

SESSION = session().id


def test_an_empty_diary_has_no_session(store: SqliteStore, clock: Clock) -> None:
    snapshot = Journal(store, clock).snapshot()
    assert snapshot.recovery is None
    assert snapshot.sessions == ()
    assert snapshot.read_only(date_of(0))


def test_the_newest_session_that_has_begun_is_on_screen(journal: Journal, clock: Clock) -> None:
    journal.add_session(session(id="planned", date=date_of(30)))
    journal.add_session(session(id="old", date=date_of(-60)))
    again = Journal(journal._store, clock)  # a new start

    snapshot = again.snapshot()
    assert snapshot.session is not None
    assert snapshot.session.id == SESSION
    assert [s.id for s in snapshot.sessions] == ["old", SESSION, "planned"]
    assert snapshot.number(snapshot.session) == 2
    assert [r.session.id for r in snapshot.earlier] == ["old"]


def test_a_new_session_gets_an_id_and_comes_on_screen(journal: Journal) -> None:
    snapshot = journal.add_session(session(id="", date=date_of(9), areas=("neck",)))
    assert snapshot.session is not None
    assert len(snapshot.session.id) == 36
    assert snapshot.session.areas == ("neck",)


@pytest.mark.parametrize("areas", [("face",), ()])
def test_two_sessions_on_one_day_need_different_areas(
    journal: Journal, areas: tuple[str, ...]
) -> None:
    with pytest.raises(Refused, match="different areas"):
        journal.add_session(session(id="twin", areas=areas))
    journal.add_session(session(id="twin", areas=("neck",)))


def test_a_session_is_planned_at_most_60_days_ahead(journal: Journal) -> None:
    journal.add_session(session(id="soon", date=date_of(70)))
    with pytest.raises(InvalidValue, match="60 days"):
        journal.add_session(session(id="late", date=date_of(71)))


def test_another_date_shifts_the_days_but_never_past_the_baseline(journal: Journal) -> None:
    journal.rate(SESSION, date_of(-10), "redness", 1)
    journal.change_session(session(date=date_of(4)))
    assert journal.recovery(SESSION).day_of(date_of(-10)) == -14
    with pytest.raises(InvalidValue, match="day -15"):
        journal.change_session(session(date=date_of(5)))
    assert journal.recovery(SESSION).session.date == date_of(4)


def test_a_deleted_session_can_be_brought_back_for_30_days(journal: Journal, clock: Clock) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    journal.delete_session(SESSION)
    assert journal.snapshot().sessions == ()
    with pytest.raises(NotFound):
        journal.rate(SESSION, date_of(3), "redness", 1)
    (gone,) = journal.deleted()
    clock.turn(days=29)
    journal.purge()
    journal.bring_back(gone)
    assert journal.recovery(SESSION).entries[0].scores == {"redness": 2}

    journal.delete_session(SESSION)
    clock.turn(days=31)
    assert journal.purge() == 1
    assert journal.deleted() == ()
    with pytest.raises(NotFound):
        journal.bring_back(gone)


def test_every_earlier_version_is_kept(journal: Journal, clock: Clock) -> None:
    for grade in (1, 2, 3):
        clock.turn(minutes=1)
        journal.rate(SESSION, date_of(3), "redness", grade)
    versions = journal.history(SESSION, date_of(3))
    grades = [getattr(v.what, "scores", {}).get("redness") for v in versions]
    assert grades[-3:] == [2, 1, None] or grades == [2, 1]

    journal.change_profile(Profile(name="Alex"))
    journal.change_profile(Profile(name="Alex Sample"))
    assert next(getattr(v.what, "name", None) for v in journal.history(None)) == "Alex"


def test_a_session_whose_place_is_taken_is_not_brought_back(journal: Journal) -> None:
    deleted = journal.recovery(SESSION).session
    journal.delete_session(SESSION)
    journal.add_session(replace(deleted, id=""))
    (gone,) = journal.deleted()
    with pytest.raises(Refused, match="need different areas"):
        journal.bring_back(gone)
    assert journal.deleted() == (gone,)
    assert len(journal.snapshot().sessions) == 1


def test_own_symptoms_are_renamed_and_retired_but_never_lost(journal: Journal) -> None:
    (item,) = journal.add_own_item("symptom", " Tingling ").symptoms
    assert (item.label, item.retired) == ("Tingling", False)
    with pytest.raises(InvalidValue, match="already"):
        journal.add_own_item("symptom", "tingling")
    with pytest.raises(InvalidValue, match="name"):
        journal.add_own_item("symptom", "  ")

    journal.rate(SESSION, date_of(3), item.code, 2)
    snapshot = journal.change_own_item("symptom", replace(item, label="Prickling", retired=True))
    assert snapshot.symptoms[0].label == "Prickling"
    assert journal.recovery(SESSION).entries[0].scores == {item.code: 2}
    with pytest.raises(NotFound):
        journal.change_own_item("care_item", item)
    journal.add_own_item("symptom", "Tingling")
    with pytest.raises(InvalidValue, match="“tingling” is there already"):
        journal.change_own_item("symptom", replace(item, label="tingling"))
    again = journal.change_own_item("symptom", replace(item, label="PRICKLING"))
    assert [(i.label, i.retired) for i in again.symptoms] == [
        ("PRICKLING", False),
        ("Tingling", False),
    ]
