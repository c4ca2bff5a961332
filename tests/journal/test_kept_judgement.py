"""What is kept as settled says what judging anew would say, whatever was done in between."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.domain.errors import NotFound, RecoveryTrackerError, StorageProblem
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.rules import assess
from recovery_tracker.i18n import language
from recovery_tracker.journal import Journal, judgement
from tests.builders import DAY_0, daily, entry, session
from tests.clock import Clock

STARTS = {"a": 0, "b": 40, "c": 130}  # days after DAY_0; all on the same skin


def settle(journal: Journal) -> None:
    """Do all that a window does in turns while nobody uses it."""
    journal.snapshot()
    while journal.waits:
        journal.judge_next()


def judged_anew(store: SqliteStore, here: str, today: dt.date) -> set[tuple[str, str, dt.date]]:
    """The active warnings of the other sessions, with nothing taken from before."""
    sessions, profile = store.sessions(), store.profile()
    return {
        (warning.session_id, warning.rule, warning.date)
        for one in sessions
        if one.id != here
        for warning in assess(store.recovery(one.id), profile, sessions, today)
        if warning.active
    }


def kept(store: SqliteStore, clock: Clock, *, in_turns: bool) -> set[tuple[str, str, dt.date]]:
    """The same as a new start finds them."""
    journal = Journal(store, clock, in_turns=in_turns)
    if in_turns:
        settle(journal)
    snapshot = journal.snapshot()
    here = snapshot.session.id if snapshot.session else ""
    assert judged_anew(store, here, snapshot.today) == {
        (w.session_id, w.rule, w.date) for w in snapshot.elsewhere
    }
    return {(w.session_id, w.rule, w.date) for w in snapshot.elsewhere}


ids = st.sampled_from(sorted(STARTS))
days = st.integers(-3, 30) | st.sampled_from([60, 89, 90, 91, 200])
said = st.fixed_dictionaries(
    {},
    optional={
        "redness": st.sampled_from([0, 3]),
        "pain": st.sampled_from([0, 3]),
        "pus": st.booleans(),
        "dark_patches": st.booleans(),
        "lumps": st.booleans(),
        "notes": st.sampled_from(["", "hot", "no pus"]),
    },
) | st.just(daily(dark_patches=False, lumps=False, pain=0))
rules = st.sampled_from(["pus", "dark_patches", "lumps", "infection", "unsafe_needles"])

Do = Callable[[Journal, SqliteStore, Clock], object]


def _noted(id_: str, day: int, what: dict[str, object]) -> Do:
    start = DAY_0 + dt.timedelta(days=STARTS[id_])
    return lambda journal, _store, _clock: journal.put_entry(id_, entry(day, start=start, **what))


def _changed(id_: str, **fields: object) -> Do:
    def do(journal: Journal, store: SqliteStore, _clock: Clock) -> None:
        one = next(s for s in store.sessions() if s.id == id_)
        journal.change_session(replace(one, **fields))  # pyright: ignore[reportArgumentType]

    return do


def _deleted_day(id_: str, day: int) -> Do:
    date = DAY_0 + dt.timedelta(days=STARTS[id_] + day)
    return lambda journal, _store, _clock: journal.delete_entry(id_, date)


def _turned(days: int) -> Do:
    def do(_journal: Journal, _store: SqliteStore, clock: Clock) -> None:
        clock.turn(days=days)

    return do


actions: st.SearchStrategy[Do] = st.one_of(
    st.builds(_noted, ids, days, said),
    st.builds(_noted, ids, days, said),
    st.builds(_deleted_day, ids, days),
    st.builds(lambda id_, rule: lambda j, _s, _c: j.act(id_, rule, "seen"), ids, rules),
    st.builds(_changed, ids, areas=st.sampled_from([(), ("neck",), ("face",)])),
    st.builds(_changed, ids, reused_or_shared_needles=st.booleans()),
    st.builds(
        lambda diabetes: lambda j, _s, _c: j.change_profile(Profile(diabetes=diabetes)),
        st.booleans(),
    ),
    st.builds(lambda id_: lambda j, _s, _c: j.delete_session(id_), ids),
    st.just(lambda journal, _store, _clock: journal.undo()),
    st.builds(lambda id_: lambda j, _s, _c: j.select(id_), ids),
    st.builds(_turned, st.sampled_from([1, 30, 95, -40])),
)


histories = st.lists(st.tuples(actions, st.booleans()), max_size=8)


@given(histories)
@settings(max_examples=10, deadline=None)
def test_what_was_kept_is_what_is_judged_anew(done: list[tuple[Do, bool]]) -> None:
    """After any changes, by this window or another program, with turns in between or without."""
    check(done)


@pytest.mark.long
@given(histories)
@settings(max_examples=500, deadline=None)
def test_what_was_kept_is_what_is_judged_anew_often(done: list[tuple[Do, bool]]) -> None:
    check(done)


def check(done: list[tuple[Do, bool]]) -> None:
    """Start anew after each change, and judge everything beside it."""
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock(day=220)
        store = open_store(Path(folder), clock)
        try:
            for id_, after in STARTS.items():
                start = DAY_0 + dt.timedelta(days=after)
                store.put_session(session(id=id_, date=start), clock())
            ours, beside = (Journal(store, clock, in_turns=True) for _window in range(2))
            settle(ours)
            for number, (do, then_settle) in enumerate(done):
                with suppress(RecoveryTrackerError, StopIteration):
                    do(beside if number % 3 == 2 else ours, store, clock)
                if then_settle:
                    with suppress(NotFound):  # the other window deleted what is on screen here
                        settle(ours)
                kept(store, clock, in_turns=False)
            kept(store, clock, in_turns=True)
            kept(store, clock, in_turns=False)
        finally:
            store.close()


# One by one -----------------------------------------------------------------------------------


@pytest.fixture
def years(store: SqliteStore, clock: Clock) -> list[str]:
    """Six sessions of the years before on the neck, and one of this month on the face."""
    ids = [f"neck {year}" for year in range(1, 7)]
    for year, id_ in enumerate(ids, 1):
        start = DAY_0 - dt.timedelta(days=365 * year)
        store.put_session(session(id=id_, date=start, areas=("neck",)), clock())
        store.put_entries(id_, [entry(day, start=start, **daily()) for day in range(3)], clock())
    store.put_session(session(), clock())
    return ids


def read_at_a_start(
    store: SqliteStore, clock: Clock, monkeypatch: pytest.MonkeyPatch, *, in_turns: bool = False
) -> list[str]:
    """Which sessions a start reads."""
    found: list[str] = []
    with monkeypatch.context() as patch:
        read = store.recovery

        def counting(session_id: str) -> Recovery:
            found.append(session_id)
            return read(session_id)

        patch.setattr(store, "recovery", counting)
        Journal(store, clock, in_turns=in_turns).snapshot()
    return found


def test_a_start_reads_no_session_that_is_settled(
    store: SqliteStore, clock: Clock, years: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = session().id
    assert read_at_a_start(store, clock, monkeypatch) == [ours, *years]
    settle(Journal(store, clock, in_turns=True))
    assert read_at_a_start(store, clock, monkeypatch) == [ours]
    assert read_at_a_start(store, clock, monkeypatch, in_turns=True) == [ours]


def test_one_with_an_open_warning_is_judged_at_every_start(
    store: SqliteStore, clock: Clock, years: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    start = DAY_0 - dt.timedelta(days=365 * 3)
    store.put_entries(years[2], [entry(5, start=start, dark_patches=True)], clock())
    settle(Journal(store, clock, in_turns=True))
    assert read_at_a_start(store, clock, monkeypatch) == [session().id, years[2]]


def test_a_planned_session_is_judged_at_every_start(
    store: SqliteStore, clock: Clock, years: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = session(id="planned", date=clock().date() + dt.timedelta(days=5), areas=("scalp",))
    store.put_session(planned, clock())
    settle(Journal(store, clock, in_turns=True))
    assert read_at_a_start(store, clock, monkeypatch) == [session().id, "planned"]


@pytest.mark.parametrize("changed", ["GUIDANCE_VERSION", "__version__", "language"])
def test_other_rules_judge_every_session_again(
    store: SqliteStore,
    clock: Clock,
    years: list[str],
    monkeypatch: pytest.MonkeyPatch,
    changed: str,
) -> None:
    """An update, other guidance, or another language: notes are read in that one first."""
    settle(Journal(store, clock, in_turns=True))
    value = (lambda: "another") if changed == "language" else "another"
    assert language() != "another"
    monkeypatch.setattr(judgement, changed, value)
    assert read_at_a_start(store, clock, monkeypatch) == [session().id, *years]


def test_a_session_that_changed_since_it_was_judged_is_not_kept(
    store: SqliteStore, clock: Clock, years: list[str]
) -> None:
    """Another program may write between the judging and the keeping."""
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    while len(store.unsettled(judgement._rules(), clock().date())) == len(years) + 1:
        assert journal.waits
        store.put_profile(replace(store.profile(), questions=str(clock())), clock())
        start = DAY_0 - dt.timedelta(days=365)
        store.put_entries(years[0], [entry(4, start=start, lumps=True)], clock())
        journal.judge_next()
    settle(journal)
    assert years[0] in store.unsettled(judgement._rules(), clock().date())


def test_nobody_waits_for_the_keeping(
    store: SqliteStore, clock: Clock, years: list[str], tmp_path: Path
) -> None:
    """While another program writes it is left to the next start, and nothing is said."""
    beside = open_store(tmp_path / "diary", clock)
    try:
        journal = Journal(store, clock, in_turns=True)
        journal.snapshot()
        with beside.transaction():
            settle(journal)
        assert not journal.waits
        assert len(store.unsettled(judgement._rules(), clock().date())) == len(years) + 1
    finally:
        beside.close()


def test_a_command_that_looks_keeps_nothing(
    store: SqliteStore, clock: Clock, years: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock)
    journal.snapshot()
    assert not journal.waits
    assert read_at_a_start(store, clock, monkeypatch) == [session().id, *years]


def test_a_session_that_cannot_be_read_is_not_kept(
    store: SqliteStore, clock: Clock, years: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    while journal.judge_next() is None and len(journal._judgement._waiting):
        pass

    def damaged(_session_id: str) -> Recovery:
        raise StorageProblem("a page cannot be read")

    with monkeypatch.context() as patch:
        patch.setattr(store, "recovery", damaged)
        while journal.waits:
            journal.judge_next()
    assert len(store.unsettled(judgement._rules(), clock().date())) == len(years) + 1
