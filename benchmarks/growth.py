"""What 100 times the data costs: 3,650 entries against 365,000 of other sessions. Row 14."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from benchmarks.row import Row, times_floor
from benchmarks.window import clock, fill, run
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.store import open_store
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.journal import Journal

_FEW, _MANY = 3_650, 365_000
_A_SESSION = 350
_PAIRS = 5
_KINDS = ("start", "a rating saved", "Today repainted", "chart", "report")


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure in turn a diary of ten years, and one with a hundred times as many entries."""
    diaries = {count: folder / str(count) for count in (_FEW, _MANY)}
    for count, diary in diaries.items():
        fill(diary)
        _add_days(diary, count)
        _rest(diary)
    found: dict[int, dict[str, list[float]]] = {
        count: {kind: [] for kind in _KINDS} for count in diaries
    }
    for number in range(_PAIRS + 1):
        for count, diary in diaries.items():
            times = _one_round(diary)
            if number:
                for kind, taken in times.items():
                    found[count][kind].append(taken)
    return [
        times_floor(14, f"{kind}: 365,000 / 3,650 entries", found[_FEW][kind],
                    found[_MANY][kind], 1.2, 1.05)
        for kind in _KINDS
    ]  # fmt: skip


def _one_round(diary: Path) -> dict[str, float]:
    told = run("growth", diary)
    return {
        "start": told["complete"],
        "a rating saved": told["saved"],
        "Today repainted": told["repainted"],
        "chart": told["later"],
        "report": told["report_later"],
    }


def _add_days(diary: Path, entries: int) -> None:
    """Put sessions of 350 full days into the past, each a day after the one before."""
    store = open_store(diary, clock)
    first = clock().date() - dt.timedelta(days=2_000)
    with store.transaction():
        for number in range(entries // _A_SESSION):
            start = first - dt.timedelta(days=number)
            session = Session(f"of old {number:04}", start)
            store.put_session(session, clock())
            days = [_day(start + dt.timedelta(days=day)) for day in range(_A_SESSION)]
            store.put_entries(session.id, days, clock())
    store.close()


def _rest(diary: Path) -> None:
    """Do what the program does once while nobody uses it: settle old sessions, back up the day."""
    store = open_store(diary, clock)
    journal = Journal(store, clock, in_turns=True)
    journal.snapshot()
    while journal.waits:
        journal.judge_next()
    store.close()
    Keeping(diary, clock).make_if_due()


def _day(date: dt.date) -> Entry:
    return Entry(
        date,
        scores=dict.fromkeys(USUAL_SYMPTOMS, 0),
        signs_absent=DAILY_SIGNS,
        care=("cleansed", "moisturised", "sunscreen"),
    )
