"""Has reports made beside the window: pictures of the pages, PDF files, and paper.

A thread asks the process for reports, on frozen values, and takes what it answers; it never
touches a widget.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.report.making import Order, Pages, pages_of, pdf_of, prints_of
from recovery_tracker.ui.report_process import GivenUp, report_process
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_LONGEST_WAIT_S = 10.0  # for a file that is being written when the program ends
_one_at_a_time = threading.Lock()


@frozen
class Preview:
    """A report as it can be shown."""

    order: Order
    pages: Pages


class ReportMaker(QObject):
    """Takes orders; the newest picture wins, every file and every print is made.

    ``made`` carries a :class:`Preview`, ``written`` a path, ``printed`` how many pages,
    ``failed`` a :class:`RecoveryTrackerError`, ``advanced`` how many steps of a file or print
    are done of how many; ``stopped`` follows :meth:`stop`.
    """

    made = Signal(object)
    written = Signal(object)
    printed = Signal(int)
    failed = Signal(object)
    advanced = Signal(int, int)
    stopped = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Order | None = None
        self._waiting = False  # for its turn: a thread that will take the order it finds then
        self._process = report_process()
        self._stop = threading.Event()
        self._writers: list[threading.Thread] = []
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    def preview(self, order: Order) -> None:
        """Make the pictures; an order that is not the newest any more is dropped."""
        self._wanted = order
        if not self._waiting:
            self._waiting = True
            self._start(self._make)

    def write(self, order: Order, path: Path) -> None:
        """Write the PDF."""
        self._begin(lambda stop: self._write(order, path, stop))

    def print_on(self, order: Order, printer: QPrinter) -> None:
        """Print the pages, in the size of the printer's paper."""
        self._begin(lambda stop: self._print(order, printer, stop))

    def stop(self) -> None:
        """Give up the file or the print that is being made; nothing half-made stays."""
        self._stop.set()

    def forget(self) -> None:
        """Make no pictures any more, and let nothing of the diary stay in the process."""
        self._wanted = None
        self._process.end()

    def keep_ready(self, ready: bool) -> None:
        """Keep the process for the next report, or let it go a little later."""
        self._process.keep(ready)

    def finish(self) -> None:
        """Wait for files that are being written; pictures are not wanted any more."""
        self._wanted = None
        for writer in self._writers:
            writer.join(_LONGEST_WAIT_S)

    def _begin(self, work: Callable[[threading.Event], None]) -> None:
        stop = self._stop = threading.Event()
        self._writers = [writer for writer in self._writers if writer.is_alive()]
        self._writers.append(self._start(lambda: work(stop)))

    def _start(self, work: Callable[[], None]) -> threading.Thread:
        # no daemon: one that makes a picture while Qt is taken down ends the program in a fault
        thread = threading.Thread(target=self._run, args=(work,), name="report", daemon=False)
        thread.start()
        return thread

    def _run(self, work: Callable[[], None]) -> None:
        with _one_at_a_time:
            try:
                work()
            except RecoveryTrackerError as error:
                self._tell("failed", error)
            except GivenUp:
                self._tell("stopped")

    # In the thread ---------------------------------------------------------------------------

    def _make(self) -> None:
        self._waiting = False
        order = self._wanted
        if order is None:
            return
        made = None
        with contextlib.suppress(GivenUp):
            made = self._process.ask(pages_of, order, given_up=lambda: self._wanted is None)
        if made is not None and order is self._wanted:
            self._tell("made", Preview(order, made))

    def _write(self, order: Order, path: Path, stop: threading.Event) -> None:
        self._advance(0, 2, stop)
        data = self._process.ask(pdf_of, order, given_up=stop.is_set)
        self._advance(1, 2, stop)
        from recovery_tracker.exchange.files import replacing

        with replacing(path) as file:
            file.write(data)
        self._tell("written", path)

    def _print(self, order: Order, printer: QPrinter, stop: threading.Event) -> None:
        from recovery_tracker.ui.paper import PRINT_PPI, paper_of, print_pages

        self._advance(0, 0, stop)
        options = replace(order.options, paper=paper_of(printer))
        order = replace(order, options=options, ppi=PRINT_PPI)
        pages = self._process.ask(prints_of, order, given_up=stop.is_set)

        def going_on(number: int) -> bool:
            self._tell("advanced", number, len(pages))
            return not stop.is_set()

        if not print_pages(printer, pages, going_on):
            raise GivenUp
        self._tell("printed", len(pages))

    def _advance(self, done: int, steps: int, stop: threading.Event) -> None:
        if stop.is_set():
            raise GivenUp
        self._tell("advanced", done, steps)

    def _tell(self, signal: str, *values: object) -> None:
        """Emit a signal, unless the window has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            getattr(self, signal).emit(*values)
