"""How long 100,000 entries take in and out, against the bare standard library doing as little.

The floor of an import reads the same table with ``csv``, checks each grade and keeps one row an
entry in one durable transaction of the raw driver. The floor of an export writes rows that are in
memory already with ``csv`` and puts them on disk. Run alone: ``python -m benchmarks.exchange``.
"""

from __future__ import annotations

import csv
import datetime as dt
import gc
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import sqlcipher3.dbapi2 as driver

from benchmarks.row import Row, times_floor
from recovery_tracker.data.store import open_store
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.exchange import format_for, read_log
from recovery_tracker.journal import Journal

ENTRIES = 100_000
DAYS = 350
TODAY = dt.date(2199, 12, 31)
NOW = dt.datetime(2199, 12, 31, 12, tzinfo=dt.UTC)
_PAIRS = 5


@dataclass
class Exchanges:
    """Seconds, one of each a pair; memory in MiB above a process that has imported all modules."""

    import_floor: list[float] = field(default_factory=list[float])
    imported: list[float] = field(default_factory=list[float])
    export_floor: list[float] = field(default_factory=list[float])
    exported: list[float] = field(default_factory=list[float])
    read_and_exported: list[float] = field(default_factory=list[float])
    memory: float = 0.0


def clock() -> dt.datetime:
    """A day after all that is imported."""
    return NOW


def many_days(entries: int = ENTRIES) -> Log:
    """A diary of so many full days, in sessions of 350 days."""
    made: list[Recovery] = []
    for number in range(-(-entries // DAYS)):
        start = dt.date(1901, 1, 1) + dt.timedelta(days=DAYS * number)
        session = Session(f"session {number:04}", start)
        count = min(DAYS, entries - DAYS * number)
        days = tuple(_day(start + dt.timedelta(days=day), day) for day in range(count))
        made.append(Recovery(session, days))
    return Log(recoveries=tuple(made))


def _day(date: dt.date, day: int) -> Entry:
    return Entry(
        date,
        scores={code: (day + place) % 5 for place, code in enumerate(USUAL_SYMPTOMS)},
        signs_absent=DAILY_SIGNS,
        care=("cleansed", "moisturised", "sunscreen"),
        notes=f"Day {day}, a little tight in the evening",
    )


def measure(folder: Path, _pairs: int) -> list[Row]:
    """Measure and say how it stands. Rows 12 and 13."""
    found = measured(folder, _PAIRS)
    more = found.memory
    return [
        times_floor(12, "import of 100,000 entries / floor", found.import_floor, found.imported,
                    4, 2),
        Row(12, "import of 100,000 entries: memory", "–", f"{more:+.0f} MiB", more, " MiB", 60, 30),
        times_floor(13, "export of 100,000 entries to CSV / floor", found.export_floor,
                    found.exported, 3, 1.6),
    ]  # fmt: skip


def measured(folder: Path, pairs: int, entries: int = ENTRIES) -> Exchanges:
    """Measure in turn: an import and its floor, an export and its floor."""
    found = Exchanges()
    log = many_days(entries)
    table = folder / "days.csv"
    format_for(table).write(log, table)
    del log
    filled = open_store(folder / "filled", clock)
    _import(table, filled)
    journal = Journal(filled, clock)
    rows, held = _rows(table), journal.log()
    for number in range(pairs + 1):
        place = folder / f"in{number}"
        place.mkdir()
        store = open_store(place, clock)
        times = (
            _timed(lambda: _import_floor(table, place / "floor.db")),  # noqa: B023 - called at once
            _timed(lambda: _import(table, store)),  # noqa: B023 - called at once
            _timed(lambda: _export_floor(rows, folder / "floor.csv")),
            _timed(lambda: format_for(table).write(held, folder / "ours.csv")),
            _timed(lambda: format_for(table).write(journal.log(), folder / "ours.csv")),
        )
        store.close()
        shutil.rmtree(place)
        if number:
            lists = (
                found.import_floor,
                found.imported,
                found.export_floor,
                found.exported,
                found.read_and_exported,
            )
            for into, seconds in zip(lists, times, strict=True):
                into.append(seconds)
    filled.close()
    found.memory = memory_of_import(table, folder)
    return found


def _timed(work: Callable[[], object]) -> float:
    """Seconds of some work, the collector held as it is while a thread works beside the window."""
    gc.collect()
    gc.disable()
    begun = time.perf_counter()
    work()
    spent = time.perf_counter() - begun
    gc.enable()
    return spent


def _import(table: Path, store: object) -> None:
    journal = Journal(store, clock)  # type: ignore[arg-type]
    journal.merge(read_log(table, TODAY).log)


def _rows(table: Path) -> list[list[str]]:
    with table.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def _import_floor(table: Path, file: Path) -> None:
    raw = driver.connect(str(file), isolation_level=None)
    for pragma in ("page_size=16384", "journal_mode=WAL", "synchronous=FULL"):
        raw.execute(f"PRAGMA {pragma}")
    columns = ", ".join(f"c{place} TEXT" for place in range(18))
    raw.execute(f"CREATE TABLE entry (id INTEGER PRIMARY KEY, {columns}) STRICT")
    marks = ", ".join("?" * 18)
    raw.execute("BEGIN IMMEDIATE")
    with table.open(encoding="utf-8-sig", newline="") as text:
        reader = csv.reader(text)
        next(reader)
        raw.executemany(
            f"INSERT INTO entry ({', '.join(f'c{n}' for n in range(18))}) VALUES ({marks})",
            (_checked(row) for row in reader),
        )
    raw.execute("COMMIT")
    raw.close()


def _checked(row: list[str]) -> list[str]:
    dt.date.fromisoformat(row[2])
    for cell in row[4:12]:
        if cell not in ("", "0", "1", "2", "3", "4"):
            raise ValueError(cell)
    return row


def _export_floor(rows: list[list[str]], file: Path) -> None:
    with file.open("w", encoding="utf-8-sig", newline="") as out:
        csv.writer(out).writerows(rows)
        out.flush()
        os.fsync(out.fileno())


def memory_of_import(table: Path, folder: Path) -> float:
    """Return how many MiB an import takes at its peak, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.exchange", "--memory", table, folder / "memory"],
        capture_output=True,
        text=True,
        check=True,
    )
    return float(json.loads(done.stdout))


def _memory(table: Path, folder: Path) -> float:
    small = folder.parent / "small.csv"
    format_for(small).write(many_days(10), small)
    store = open_store(folder, clock)
    _import(small, store)  # what is imported and remembered for the first entry is not counted
    Path("/proc/self/clear_refs").write_text("5")  # forget the peak so far, which starting up had
    before = _peak()
    _import(table, store)
    after = _peak()
    store.close()
    return (after - before) / 1024


def _peak() -> int:
    """The most memory this process has had, in KiB."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def main() -> None:
    """Print floor, ours and their ratio."""
    if "--memory" in sys.argv:
        table, folder = sys.argv[-2:]
        print(_memory(Path(table), Path(folder)))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = measured(Path(folder), _PAIRS)
    for name, floor, ours in (
        ("import", found.import_floor, found.imported),
        ("export", found.export_floor, found.exported),
        ("export, read from the diary first", found.export_floor, found.read_and_exported),
    ):
        ratio = statistics.median(a / b for a, b in zip(ours, floor, strict=True))
        print(
            f"{name}: floor {statistics.median(floor):.2f} s, "
            f"ours {statistics.median(ours):.2f} s, {ratio:.2f} x"
        )
    print(f"memory of an import: {found.memory:+.0f} MiB")


if __name__ == "__main__":
    main()
