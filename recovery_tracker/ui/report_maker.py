"""Makes reports beside the window: pictures of the pages, and PDF files.

The work is done in a thread, on frozen values; it never touches a widget. What it needs is
imported there, when it is first needed: the report's own modules, typst and matplotlib.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QImage

from recovery_tracker.charts.style import prepare
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.journal import Snapshot
from recovery_tracker.paths import cache_folder
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.identity import Line

_LONGEST_WAIT_S = 10.0  # for a file that is being written when the program ends
_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Order:
    """What a report is to be made from.

    Attributes:
        prepared_at: the patient's local time.
        ppi: pixels of the pictures to the inch.
    """

    snapshot: Snapshot
    prepared_at: dt.datetime
    options: ReportOptions
    ppi: float = 96.0


@dataclass(frozen=True, slots=True)
class Preview:
    """A report as it can be shown.

    Attributes:
        pages: a picture of each page.
        lines: those at its head; ``summary``: the report in a few lines of text.
    """

    order: Order
    pages: tuple[QImage, ...]
    lines: tuple[Line, ...]
    summary: str


class ReportMaker(QObject):
    """Takes orders; the newest picture wins, every file is written.

    ``made`` carries a :class:`Preview`, ``written`` a path, ``failed`` a
    :class:`RecoveryTrackerError`.
    """

    made = Signal(object)
    written = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: Order | None = None
        self._writers: list[threading.Thread] = []
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.finish)

    def preview(self, order: Order) -> None:
        """Make the pictures; an order that is not the newest any more is dropped."""
        self._wanted = order
        self._start(lambda: self._make(order))

    def write(self, order: Order, path: Path) -> None:
        """Write the PDF."""
        self._writers = [writer for writer in self._writers if writer.is_alive()]
        self._writers.append(self._start(lambda: self._write(order, path)))

    def finish(self) -> None:
        """Wait for files that are being written."""
        for writer in self._writers:
            writer.join(_LONGEST_WAIT_S)

    def _start(self, work: Callable[[], None]) -> threading.Thread:
        thread = threading.Thread(target=self._run, args=(work,), name="report", daemon=True)
        thread.start()
        return thread

    def _run(self, work: Callable[[], None]) -> None:
        with _one_at_a_time:
            try:
                work()
            except RecoveryTrackerError as error:
                self._tell("failed", error)

    def _make(self, order: Order) -> None:
        if order is not self._wanted:
            return
        prepare(cache_folder() / "matplotlib")
        from recovery_tracker.report.content import content_of
        from recovery_tracker.report.pdf import pages_png
        from recovery_tracker.report.summary import short_summary

        content = content_of(order.snapshot, order.prepared_at, order.options)
        pages = tuple(QImage.fromData(png) for png in pages_png(content, order.ppi))
        if order is self._wanted:
            self._tell("made", Preview(order, pages, content.lines, short_summary(content)))

    def _write(self, order: Order, path: Path) -> None:
        prepare(cache_folder() / "matplotlib")
        from recovery_tracker.report.content import content_of
        from recovery_tracker.report.pdf import write_pdf

        write_pdf(content_of(order.snapshot, order.prepared_at, order.options), path)
        self._tell("written", path)

    def _tell(self, signal: str, value: object) -> None:
        """Emit a signal, unless the window has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            getattr(self, signal).emit(value)
