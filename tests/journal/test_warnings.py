"""The journal judges what is kept, and keeps what it showed."""

from __future__ import annotations

import pytest

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.warnings import Ended, Level
from recovery_tracker.journal import Journal, Snapshot
from tests.builders import date_of, session
from tests.clock import Clock

SESSION = session().id


def log_flaking(journal: Journal, grades: str) -> Snapshot:
    """Log flaking from day 0 on, a digit a day."""
    for day, grade in enumerate(grades):
        snapshot = journal.rate(SESSION, date_of(day), "flaking", int(grade))
    return snapshot


def test_flaking_on_days_8_and_9_raises_prolonged_flaking(journal: Journal) -> None:
    snapshot = log_flaking(journal, "0012211122")
    warning = snapshot.active[0]
    assert (warning.rule, warning.level, warning.day) == ("prolonged_flaking", Level.CONTACT, 9)
    assert journal.warnings() == snapshot.warnings


def test_as_of_a_day_tells_what_was_known_then(journal: Journal) -> None:
    log_flaking(journal, "0012211122")

    def level(day: int) -> Level | None:
        found = {w.rule: w.level for w in journal.warnings(as_of=date_of(day))}
        return found.get("prolonged_flaking")

    assert [level(day) for day in (7, 8, 9)] == [None, Level.WATCH, Level.CONTACT]
    assert journal.warnings(as_of=date_of(-60)) == ()


def test_what_was_shown_is_never_silently_gone(journal: Journal, store: SqliteStore) -> None:
    journal.mark(SESSION, date_of(3), "pus", True)
    snapshot = journal.mark(SESSION, date_of(3), "pus", None)

    assert snapshot.active == ()
    (gone,) = snapshot.warnings
    assert (gone.rule, gone.ended, gone.active) == ("pus", Ended.CHANGED, False)
    assert gone.message == store.shown(SESSION)[0].text
    assert gone.code == "U5"


def test_looking_changes_nothing(journal: Journal, store: SqliteStore, clock: Clock) -> None:
    journal.rate(SESSION, date_of(3), "redness", 1)
    looking = Journal(store, clock)
    looking.mark(SESSION, date_of(3), "pus", True)
    shown = store.shown(SESSION)
    looking.snapshot()
    looking.warnings()
    assert store.shown(SESSION) == shown == ()


def test_an_act_is_kept_with_its_day(journal: Journal, clock: Clock) -> None:
    journal.mark(SESSION, date_of(10), "pus", True)
    snapshot = journal.act(SESSION, "pus", "contacted", urgency_felt="very")
    assert snapshot.recovery is not None
    (act,) = snapshot.recovery.acts
    assert (act.date, act.act, act.urgency_felt) == (date_of(10), "contacted", "very")
    assert act.at == clock()
    assert snapshot.active[0].contacted is not None
    assert not journal.act(SESSION, "pus", "seen").active


def test_other_sessions_are_not_forgotten(journal: Journal) -> None:
    journal.mark(SESSION, date_of(10), "pus", True)
    snapshot = journal.add_session(session(id="neck", date=date_of(9), areas=("neck",)))
    assert snapshot.session is not None
    assert snapshot.session.id == "neck"
    assert [w.rule for w in snapshot.elsewhere] == ["pus"]
    assert journal.mark(SESSION, date_of(10), "pus", None).elsewhere == ()


def test_an_act_covers_what_was_noted_by_then_and_nothing_more(journal: Journal) -> None:
    """Hives were a slip; trouble breathing that evening is none."""
    today = date_of(10)
    journal.mark(SESSION, today, "hives", True)
    assert not active(journal.act(SESSION, "product_reaction", "mistake"), "product_reaction")
    assert not active(journal.write(SESSION, today, "notes", "well"), "product_reaction")

    journal.mark(SESSION, today, "throat_tongue_swelling", True)
    assert not active(journal.act(SESSION, "allergy_emergency", "mistake"), "allergy_emergency")
    snapshot = journal.mark(SESSION, today, "breathing_difficulty", True)
    assert active(snapshot, "allergy_emergency")
    assert not active(journal.act(SESSION, "allergy_emergency", "seen"), "allergy_emergency")


@pytest.mark.parametrize(("later", "again"), [(1, False), (2, False), (3, True)])
def test_a_higher_grade_later_that_day_is_not_covered(
    journal: Journal, later: int, again: bool
) -> None:
    today = date_of(10)
    journal.rate(SESSION, today, "swelling", 2)
    journal.act(SESSION, "swelling", "seen")
    assert active(journal.rate(SESSION, today, "swelling", later), "swelling") is again


def active(snapshot: Snapshot, rule: str) -> bool:
    return any(warning.rule == rule for warning in snapshot.active)


def test_no_bulk_answer_ends_an_urgent_warning(journal: Journal) -> None:
    """Long after a sign is open no more, it is asked in a line of its own while it is urgent."""
    journal.mark(SESSION, date_of(1), "fever", True)
    journal.mark(SESSION, date_of(1), "pus", True)
    for day in range(2, 11):
        journal.set_rest_to_none(SESSION, date_of(day))
        snapshot = journal.answer_none_of_these(SESSION, date_of(day))
    assert snapshot.recovery is not None
    assert all(entry.sign("pus") is not False for entry in snapshot.recovery.entries)
    assert snapshot.active[0].level is Level.URGENT
