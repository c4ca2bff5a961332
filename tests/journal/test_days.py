"""What a patient does with one day."""

from __future__ import annotations

import datetime as dt

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue, NotFound, RecoveryTrackerError, Refused
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.journal import Journal
from tests.builders import date_of, session
from tests.clock import Clock

SESSION = session().id


def entry_of(journal: Journal, day: int) -> Entry:
    entry = journal.recovery(SESSION).entry(date_of(day))
    assert entry is not None
    return entry


def test_a_rating_is_kept_and_answered_with(journal: Journal, store: SqliteStore) -> None:
    snapshot = journal.rate(SESSION, date_of(3), "redness", 2)

    assert snapshot.recovery is not None
    assert snapshot.recovery.entry(date_of(3)) == store.recovery(SESSION).entry(date_of(3))
    assert entry_of(journal, 3).scores == {"redness": 2}
    assert snapshot.undo == "Redness: Moderate"


def test_what_another_program_noted_meanwhile_is_kept_and_shown(
    journal: Journal, store: SqliteStore, clock: Clock
) -> None:
    for day in (3, 4):
        journal.rate(SESSION, date_of(day), "redness", 2)
    other = Journal(store, clock)
    other.rate(SESSION, date_of(3), "pain", 1)
    other.rate(SESSION, date_of(4), "pain", 3)

    shown = journal.rate(SESSION, date_of(3), "redness", 0).recovery
    assert shown is not None
    assert [dict(entry.scores) for entry in shown.entries] == [
        {"redness": 0, "pain": 1},
        {"redness": 2, "pain": 3},
    ]


def test_a_day_of_a_session_another_program_deleted_is_not_rated(
    journal: Journal, store: SqliteStore, clock: Clock
) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    Journal(store, clock).delete_session(SESSION)
    with pytest.raises(NotFound, match="no longer in your diary"):
        journal.rate(SESSION, date_of(3), "redness", 0)


def test_a_grade_taken_away_is_not_recorded_and_not_none(journal: Journal) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    journal.rate(SESSION, date_of(3), "redness", None)

    assert "redness" not in entry_of(journal, 3).scores


@pytest.mark.parametrize("grade", [-1, 5, 7])
def test_no_grade_outside_0_to_4(journal: Journal, grade: int) -> None:
    with pytest.raises(InvalidValue, match="0 to 4"):
        journal.rate(SESSION, date_of(3), "redness", grade)
    assert journal.recovery(SESSION).entries == ()


@pytest.mark.parametrize(("day", "words"), [(11, "future"), (-15, "day -15")])
def test_no_entry_in_the_future_or_long_before_the_session(
    journal: Journal, day: int, words: str
) -> None:
    with pytest.raises(InvalidValue, match=words):
        journal.rate(SESSION, date_of(day), "redness", 1)
    assert journal.recovery(SESSION).entries == ()


def test_the_same_rating_again_changes_nothing(journal: Journal, clock: Clock) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    before = entry_of(journal, 3)
    clock.turn(hours=1)
    snapshot = journal.rate(SESSION, date_of(3), "redness", 2)

    assert entry_of(journal, 3) == before
    journal.undo()
    assert journal.recovery(SESSION).entry(date_of(3)) is None
    assert snapshot.undo == "Redness: Moderate"


def test_an_entry_knows_when_it_was_entered_and_changed(journal: Journal, clock: Clock) -> None:
    journal.rate(SESSION, date_of(3), "redness", 2)
    first = entry_of(journal, 3)
    clock.turn(minutes=5)
    journal.rate(SESSION, date_of(3), "pain", 1)
    second = entry_of(journal, 3)

    assert second.entered_at == first.entered_at == first.changed_at
    assert first.changed_at is not None
    assert second.changed_at == first.changed_at + dt.timedelta(minutes=5)
    assert second.late


def test_none_of_these_answers_exactly_the_eight(journal: Journal) -> None:
    journal.mark(SESSION, date_of(3), "crusting", True)
    journal.mark(SESSION, date_of(3), "fever", True)
    journal.answer_none_of_these(SESSION, date_of(3))

    entry = entry_of(journal, 3)
    assert entry.signs == ("crusting",)
    assert entry.signs_absent == DAILY_SIGNS

    journal.answer_none_of_these(SESSION, date_of(3), chosen=False)
    assert entry_of(journal, 3).signs_absent == ()


def test_no_bulk_answer_closes_an_open_sign(journal: Journal) -> None:
    journal.mark(SESSION, date_of(3), "pus", True)
    journal.answer_none_of_these(SESSION, date_of(4))

    assert entry_of(journal, 4).sign("pus") is None
    assert entry_of(journal, 4).sign("fever") is False


def test_set_the_rest_leaves_what_a_warning_is_about(journal: Journal) -> None:
    for day in (8, 9):
        journal.rate(SESSION, date_of(day), "flaking", 2)
    journal.rate(SESSION, date_of(10), "redness", 1)
    journal.set_rest_to_none(SESSION, date_of(10))

    scores = entry_of(journal, 10).scores
    assert "flaking" not in scores
    assert scores["redness"] == 1
    assert set(USUAL_SYMPTOMS) - set(scores) == {"flaking"}


def test_same_as_yesterday_copies_grades_and_nothing_else(journal: Journal) -> None:
    yesterday, today = date_of(3), date_of(4)
    journal.rate(SESSION, yesterday, "redness", 2)
    journal.rate(SESSION, yesterday, "pain", 1)
    journal.mark(SESSION, yesterday, "fever", True)
    journal.tick(SESSION, yesterday, "moisturised", ticked=True)
    journal.write(SESSION, yesterday, "notes", "tight")
    journal.rate(SESSION, today, "redness", 1)
    journal.same_as_yesterday(SESSION, today)

    entry = entry_of(journal, 4)
    assert entry.scores == {"redness": 1, "pain": 1}
    assert (entry.signs, entry.signs_absent, entry.care, entry.notes) == ((), (), (), "")


def test_nothing_to_copy_is_said(journal: Journal) -> None:
    with pytest.raises(NotFound, match="day before"):
        journal.same_as_yesterday(SESSION, date_of(4))


def test_texts_care_and_done(journal: Journal, clock: Clock) -> None:
    journal.write(SESSION, date_of(4), "private_notes", "mine alone")
    journal.tick(SESSION, date_of(4), "sunscreen", ticked=True)
    snapshot = journal.finish(SESSION, date_of(4))

    entry = entry_of(journal, 4)
    assert entry.private_notes == "mine alone"
    assert entry.care == ("sunscreen",)
    assert entry.done_at == clock()
    assert snapshot.undo == "Done"
    with pytest.raises(InvalidValue, match="Shorten"):
        journal.write(SESSION, date_of(4), "notes", "x" * 20_001)
    with pytest.raises(InvalidValue, match="not a text"):
        journal.write(SESSION, date_of(4), "scores", "x")


def test_moving_and_deleting_an_entry(journal: Journal) -> None:
    journal.rate(SESSION, date_of(4), "redness", 2)
    journal.rate(SESSION, date_of(6), "redness", 1)
    with pytest.raises(Refused, match="already"):
        journal.move_entry(SESSION, date_of(4), date_of(6))
    journal.move_entry(SESSION, date_of(4), date_of(5))
    assert [e.date for e in journal.recovery(SESSION).entries] == [date_of(5), date_of(6)]
    journal.undo()
    assert [e.date for e in journal.recovery(SESSION).entries] == [date_of(4), date_of(6)]

    journal.delete_entry(SESSION, date_of(6))
    (gone,) = journal.deleted()
    assert (gone.kind, gone.date) == ("entry", date_of(6))
    journal.bring_back(gone)
    assert entry_of(journal, 6).scores == {"redness": 1}
    with pytest.raises(NotFound, match="no entry"):
        journal.delete_entry(SESSION, date_of(9))


def test_days_of_a_later_session_are_not_the_earlier_one_s(journal: Journal) -> None:
    journal.rate(SESSION, date_of(6), "redness", 1)
    journal.add_session(session(id="later", date=date_of(5)))

    with pytest.raises(Refused, match="belongs to the session"):
        journal.rate(SESSION, date_of(7), "redness", 1)
    journal.rate(SESSION, date_of(6), "redness", 2)  # what is there already stays open
    journal.rate("later", date_of(7), "redness", 1)
    journal.add_session(session(id="neck", date=date_of(8), areas=("neck",)))
    with pytest.raises(Refused):
        journal.rate(SESSION, date_of(9), "redness", 1)
    journal.rate("later", date_of(9), "redness", 1)  # the neck is other skin


def test_every_refusal_is_a_sentence(journal: Journal) -> None:
    with pytest.raises(RecoveryTrackerError) as caught:
        journal.rate("nobody", date_of(3), "redness", 2)
    assert caught.value.sentence.endswith(".")
