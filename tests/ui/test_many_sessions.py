"""In a diary of many years a page reads what it shows, and a page that is hidden reads nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtWidgets import QApplication

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.journal import Journal
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages import PAGES
from tests.builders import DAY_0, daily, entry, session
from tests.clock import Clock

OURS = session().id
WHOLE = {"export", "search"}  # they are about the whole diary


def fill(store: SqliteStore, clock: Clock, live: LiveJournal, years: int, days: int = 4) -> None:
    """Add a session of each year before, settle them, and show the diary anew."""
    with store.transaction():
        store.put_session(session(), clock())
        store.put_entries(OURS, [entry(day, **daily(redness=1)) for day in range(4)], clock())
        for year in range(2, years + 2):
            start = DAY_0 - dt.timedelta(days=365 * year // max(1, years // 40))
            store.put_session(Session(str(year), start), clock())
            noted = [entry(day, start=start, **daily()) for day in range(days)]
            store.put_entries(str(year), noted, clock())
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    while journal.waits:
        journal.judge_next()
    live.open(Journal(store, clock, keeps_shown=True, in_turns=True))


def read_by_each_page(
    window: MainWindow, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> dict[str, int]:
    """How many sessions are read when a page comes to the front, and by two ratings."""
    found: dict[str, int] = {}
    read = store.recovery
    count = 0

    def counting(session_id: str) -> Recovery:
        nonlocal count
        count += 1
        return read(session_id)

    monkeypatch.setattr(store, "recovery", counting)
    for name in [spec.name for spec in PAGES if spec.name not in WHOLE]:
        count = 0
        window.go(name)
        QApplication.processEvents()
        found[name] = count
    count = 0
    window.go("today")
    for grade in (1, 2):
        window.live.rate(OURS, DAY_0, "pain", grade)
    QApplication.processEvents()
    found["two ratings"] = count
    monkeypatch.undo()
    return found


def test_what_a_page_reads_does_not_grow_with_the_years(
    store: SqliteStore,
    clock: Clock,
    live: LiveJournal,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(store, clock, live, years=8)
    few = read_by_each_page(window, store, monkeypatch)
    fill(store, clock, live, years=25)
    assert read_by_each_page(window, store, monkeypatch) == few
    assert few["two ratings"] == 2
    assert sum(few.values()) <= 2 + 3 * len(PAGES)


@pytest.mark.long
def test_a_thousand_sessions(
    store: SqliteStore, clock: Clock, live: LiveJournal, window: MainWindow
) -> None:
    """A hundred days each: every page opens, whatever is done is answered."""
    fill(store, clock, live, years=1_000, days=100)
    for name in (spec.name for spec in PAGES):
        window.go(name)
        QApplication.processEvents()
        assert window.deck.name == name
    window.go("today")
    assert live.rate(OURS, DAY_0, "pain", 3)
    assert live.undo()
    assert live.select("500")
    assert live.refresh()
    menu = window.sidebar.switcher()
    assert menu is not None
    assert len(menu.actions()) > 1_000
