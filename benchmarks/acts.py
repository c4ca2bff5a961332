"""What is done in the open window of :mod:`benchmarks.window`, and what is told of it."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.window import Told, clock, own_pss, wait, wait_for

_SETTLED_S = 3.0  # the backup of the day, what is put off after a start
_IDLE_S = 20.0
_DAYS_IN = 3_500
_RATINGS = 20


def start(_window: Any, _told: Told) -> None:
    """Nothing more: the start is all that is measured."""


def today(window: Any, told: Told) -> None:
    """Rate on the Today page, until everything is repainted."""
    from PySide6.QtWidgets import QApplication

    wait(_SETTLED_S)
    snapshot = window.live.snapshot
    for ratings in (2, _RATINGS):
        begun = time.perf_counter()
        for number in range(ratings):
            window.live.rate(snapshot.session.id, snapshot.today, "pain", number % 2)
            QApplication.processEvents()
        told["repainted"] = (time.perf_counter() - begun) / ratings


def growth(window: Any, told: Told) -> None:
    """All that must not take longer in a diary of many years."""
    today(window, told)
    journal, snapshot = window.live.journal, window.live.snapshot
    begun = time.perf_counter()
    for number in range(_RATINGS):
        journal.rate(snapshot.session.id, snapshot.today, "redness", number % 2)
    told["saved"] = (time.perf_counter() - begun) / _RATINGS
    recovery_page(window, told)
    report(window, told)


def close(window: Any, told: Told) -> None:
    """Click the window away, once it is at rest."""
    from benchmarks.window import since_spawn

    wait(_SETTLED_S)
    told["clicked"] = since_spawn()
    told["window"] = bool(window.isVisible())


def idle(_window: Any, told: Told) -> None:
    """Do nothing for 20 seconds: how much processor time, how many wake-ups of any thread."""
    wait(_SETTLED_S)
    cpu, woken = time.process_time(), _wake_ups()
    wait(_IDLE_S)
    told["idle_cpu"] = (time.process_time() - cpu) / _IDLE_S
    told["wake_ups"] = max(0, _wake_ups() - woken - 2) / _IDLE_S  # the timer of the waiting itself


def _wake_ups() -> int:
    total = 0
    for status in Path("/proc/self/task").glob("*/status"):
        line = status.read_text().partition("\nvoluntary_ctxt_switches:")[2]
        total += int(line.split()[0])
    return total


def memory(window: Any, told: Told) -> None:
    """The memory after the start; after every page was opened and a report made."""
    from recovery_tracker.ui.pages import PAGES

    wait(_SETTLED_S)
    gc.collect()
    told["pss"] = own_pss()
    for spec in PAGES:
        window.go(spec.name)
        wait(0.3)
    report(window, told)
    window.go("today")
    wait(_SETTLED_S + 1)  # a process for reports that stays counts
    gc.collect()
    told["pss_after_all"] = own_pss()


def recovery_page(window: Any, told: Told) -> None:
    """Open the Recovery page for the first time, again, and have its charts drawn anew."""
    from recovery_tracker.ui.widgets.chart_view import ChartView

    wait(_SETTLED_S)

    def drawn() -> bool:
        page = window.deck.page
        seen = [one for one in page.findChildren(ChartView) if one.isVisible()]
        return bool(seen) and all(one.plot is not None for one in seen)

    def visit() -> float:
        begun = time.perf_counter()
        window.go("recovery")
        wait_for(drawn)
        _paint()
        return time.perf_counter() - begun

    told["first"] = visit()
    later: list[float] = []
    for _again in range(5):
        window.go("today")
        wait(0.2)
        later.append(visit())
    told["later"] = sorted(later)[2]
    told["redraw"] = _redraw(next(iter(window.deck.page.findChildren(ChartView))))


def _redraw(view: Any) -> float:
    times: list[float] = []
    for _again in range(7):
        view._renew()
        begun = time.perf_counter()
        _paint()
        times.append(time.perf_counter() - begun)
    return sorted(times)[3]


def _paint() -> None:
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    QApplication.processEvents()


def report(window: Any, told: Told) -> None:
    """Make the report of the session on screen: click to PDF on disk, twice."""
    import tempfile

    from recovery_tracker.report.case import ReportOptions
    from recovery_tracker.ui.report_maker import Order, ReportMaker

    maker = ReportMaker(window)
    written: list[object] = []
    maker.written.connect(written.append)
    maker.failed.connect(_refuse)
    with tempfile.TemporaryDirectory() as folder:
        for number, name in enumerate(("first", "later"), 1):
            begun = time.perf_counter()
            maker.write(
                Order(window.live.snapshot, clock(), ReportOptions()), Path(folder) / f"{name}.pdf"
            )
            wait_for(lambda number=number: len(written) == number)
            told[f"report_{name}"] = time.perf_counter() - begun


def _refuse(error: object) -> None:
    raise SystemExit(str(error))


def stalls(window: Any, told: Told) -> None:
    """The longest block of the event loop while a file comes in, goes out, a report is made."""
    import tempfile

    from tools.stall_watch import StallWatch

    wait(_SETTLED_S)
    works = {"import": _bring_in, "export": _take_out, "report": _report_only}
    with tempfile.TemporaryDirectory() as folder:
        for name, work in works.items():
            with StallWatch() as watch:
                work(window, Path(folder))
                wait(0.5)
            told[name] = watch.longest_ms / 1000


def _bring_in(window: Any, folder: Path) -> None:
    from benchmarks.exchange import many_days
    from recovery_tracker.exchange import format_for
    from recovery_tracker.ui.copies import copies
    from recovery_tracker.ui.exchange.bringing import Bringer, Wish

    file = folder / "days.csv"
    if not file.exists():
        _in_a_thread(lambda: format_for(file).write(many_days(_DAYS_IN), file))
    bringer = Bringer(window)
    came: dict[str, Any] = {}
    for name in ("opened", "proposed", "brought"):
        getattr(bringer, name).connect(partial(came.__setitem__, name))
    bringer.failed.connect(_refuse)
    journal = window.live.journal
    bringer.open(file, clock().date())
    wait_for(lambda: "opened" in came)
    bringer.propose(came["opened"], Wish(), journal, window.live.snapshot)
    wait_for(lambda: "proposed" in came)
    bringer.bring(came["proposed"], journal, copies())
    wait_for(lambda: "brought" in came)
    window.live.look()


def _in_a_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    wait_for(lambda: not thread.is_alive())


def _take_out(window: Any, folder: Path) -> None:
    from recovery_tracker.exchange import format_for
    from recovery_tracker.ui.exchange.exporting import Exporter, ExportOrder

    file = folder / "out.csv"
    exporter = Exporter(window)
    written: list[object] = []
    exporter.written.connect(written.append)
    exporter.failed.connect(_refuse)
    exporter.write(ExportOrder(format_for(file), clock()), file, window.live.journal)
    wait_for(lambda: bool(written))


def _report_only(window: Any, _folder: Path) -> None:
    report(window, {})
