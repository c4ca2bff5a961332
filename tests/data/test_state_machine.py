"""The diary against a plain model: any order of what a person can do, and nothing is lost.

The model is a dictionary of days and a list of earlier dictionaries for Undo. After each step
the diary says what the model says; at the end a check of the file finds nothing.
"""

from __future__ import annotations

import copy
import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from recovery_tracker.data.checking import check
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.restore import restore
from recovery_tracker.data.store import open_store
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.journal import Journal
from tests.builders import DAY_0, entry

Day = tuple[dict[str, int], str]
Model = dict[str, dict[dt.date, Day]]

NOW = dt.datetime(2026, 6, 1, 20, 0, tzinfo=dt.UTC)
KEYS = {word: Key.new(Passphrase(word)) for word in ("correct horse", "battery staple")}
AREAS = ("face", "neck", "chest", "back", "hands", "scalp")
SYMPTOMS = st.sampled_from(["redness", "flaking", "pain"])
DAYS = st.integers(0, 3)
WHICH = st.integers(0, 5)


class Diary(RuleBasedStateMachine):
    """A person with a diary in one folder, a clock that goes on, and some backups."""

    @initialize()
    def begin(self) -> None:
        self._temporary = tempfile.TemporaryDirectory()
        self.folder = Path(self._temporary.name) / "diary"
        self.now = NOW
        self.key: Key | None = None
        self.model: Model = {}
        self.done: list[Model] = []
        self.undone: list[Model] = []
        self.backups: list[tuple[Path, Model, Key | None]] = []
        self.made = 0
        self._open()

    def _open(self) -> None:
        self.store = open_store(self.folder, self._clock, key=self.key)
        self.journal = Journal(self.store, self._clock)
        self.done, self.undone = [], []

    def _clock(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.store.close()
            assert check(self.folder / "recovery.db", self.key).findings == ()
            self._temporary.cleanup()

    def _session(self, which: int) -> str:
        """One of the sessions, counted as they came: their ids are new ones in every run."""
        return list(self.model)[which % len(self.model)]

    def _becomes(self, model: Model) -> None:
        if model != self.model:
            self.done.append(self.model)
            self.undone = []
            self.model = model

    # What a person does ----------------------------------------------------------------------

    @precondition(lambda self: self.made < len(AREAS))
    @rule()
    def add_session(self) -> None:
        session = Session("", DAY_0, areas=(AREAS[self.made],))
        self.made += 1
        before = {s.id for s in self.journal.snapshot().sessions}
        after = {s.id for s in self.journal.add_session(session).sessions}
        (new,) = after - before
        self._becomes({**self.model, new: {}})

    @precondition(lambda self: self.model)
    @rule(
        which=WHICH,
        rated=st.lists(st.tuples(DAYS, SYMPTOMS, st.none() | st.integers(0, 4)), min_size=1),
    )
    def rate(self, which: int, rated: list[tuple[int, str, int | None]]) -> None:
        for day, symptom, grade in rated:
            self._rate(self._session(which), DAY_0 + dt.timedelta(days=day), symptom, grade)

    def _rate(self, session: str, date: dt.date, symptom: str, grade: int | None) -> None:
        self.journal.rate(session, date, symptom, grade)
        model = copy.deepcopy(self.model)
        scores, notes = model[session].get(date, ({}, ""))
        scores.pop(symptom, None)
        if grade is not None:
            scores[symptom] = grade
        self._keep(model, session, date, (scores, notes))

    @precondition(lambda self: self.model)
    @rule(which=WHICH, day=DAYS, text=st.sampled_from(["", "tight", "=1+1", "é 日記"]))
    def write(self, which: int, day: int, text: str) -> None:
        session, date = self._session(which), DAY_0 + dt.timedelta(days=day)
        self.journal.write(session, date, "notes", text)
        model = copy.deepcopy(self.model)
        scores, _notes = model[session].get(date, ({}, ""))
        self._keep(model, session, date, (scores, text))

    def _keep(self, model: Model, session: str, date: dt.date, day: Day) -> None:
        """An entry that is there stays, though nothing is left in it."""
        if date in model[session] or day != ({}, ""):
            model[session][date] = day
        self._becomes(model)

    @precondition(lambda self: any(self.model.values()))
    @rule(which=WHICH)
    def delete_entry(self, which: int) -> None:
        days = [(s, d) for s, entries in self.model.items() for d in sorted(entries)]
        session, date = days[which % len(days)]
        self.journal.delete_entry(session, date)
        model = copy.deepcopy(self.model)
        del model[session][date]
        self._becomes(model)

    @precondition(lambda self: self.model)
    @rule(which=WHICH)
    def delete_session(self, which: int) -> None:
        session = self._session(which)
        self.journal.delete_session(session)
        self._becomes({s: days for s, days in self.model.items() if s != session})

    @precondition(lambda self: self.done)
    @rule(back=st.integers(1, 4), forth=st.integers(0, 4))
    def undo_and_redo(self, back: int, forth: int) -> None:
        for _step in range(min(back, len(self.done))):
            self.journal.undo()
            self.undone.append(self.model)
            self.model = self.done.pop()
        for _step in range(min(forth, len(self.undone))):
            self.journal.redo()
            self.done.append(self.model)
            self.model = self.undone.pop()

    @precondition(lambda self: self.made < len(AREAS))
    @rule(grades=st.lists(st.integers(0, 4), min_size=1, max_size=3))
    def import_another(self, grades: list[int]) -> None:
        session = Session(f"imported-{self.made}", DAY_0, areas=(AREAS[self.made],))
        self.made += 1
        days = tuple(entry(day, redness=grade) for day, grade in enumerate(grades))
        self.journal.merge(Log(recoveries=(Recovery(session, days),)))
        came = {day.date: (dict(day.scores), "") for day in days}
        self._becomes({**copy.deepcopy(self.model), session.id: came})

    @rule()
    def import_itself(self) -> None:
        self.journal.merge(self.journal.log())

    # What keeps it ---------------------------------------------------------------------------

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self._open()

    @rule()
    def back_up(self) -> None:
        file = Keeping(self.folder, self._clock, self.key).make("by-hand")
        self.backups.append((file, copy.deepcopy(self.model), self.key))

    @precondition(lambda self: self.backups)
    @rule(which=WHICH, while_open=st.booleans())
    def restore(self, which: int, while_open: bool) -> None:
        file, model, key = self.backups[which % len(self.backups)]
        if not while_open:
            self.store.close()
        restore(Keeping(self.folder, self._clock, self.key), file, key)
        self.model = copy.deepcopy(model)
        if while_open:
            self.journal = Journal(self.store, self._clock)
            self.done, self.undone = [], []
        else:
            self._open()

    @rule(word=st.sampled_from([*KEYS, None]))
    def change_passphrase(self, word: str | None) -> None:
        key = KEYS[word] if word else None
        self.store.close()
        if key is not self.key:
            change_key(self.folder / "recovery.db", self.key, key)
        self.key = key
        self._open()

    # What must hold ----------------------------------------------------------------------------

    @invariant()
    def the_diary_says_what_the_model_says(self) -> None:
        if not hasattr(self, "store"):
            return
        kept: dict[str, dict[dt.date, Any]] = {
            r.session.id: {day.date: (dict(day.scores), day.notes) for day in r.entries}
            for r in self.journal.log().recoveries
        }
        assert kept == self.model


def run(examples: int, steps: int) -> None:
    run_state_machine_as_test(
        Diary,
        settings=settings(
            max_examples=examples,
            stateful_step_count=steps,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_the_diary_does_what_the_model_does() -> None:
    run(examples=12, steps=20)


@pytest.mark.long
def test_the_diary_does_what_the_model_does_in_500_runs() -> None:
    run(examples=500, steps=20)
