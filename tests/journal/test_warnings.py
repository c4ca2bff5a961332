"""The journal judges what is kept, and keeps what it showed."""

from __future__ import annotations

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.warnings import Ended, Level
from recovery_tracker.journal import Journal, Snapshot
from tests.builders import date_of, session
from tests.journal.conftest import Clock

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
