"""Makes reports beside the window: pictures of the pages, PDF files, and paper.

The work is done in a thread, on frozen values; it never touches a widget. What it needs is
imported there, when it is first needed: the report's own modules, typst and matplotlib.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QImage

from recovery_tracker.charts.style import prepare
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.journal import Snapshot
from recovery_tracker.paths import cache_folder
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.identity import Line
from recovery_tracker.ui.no_collecting import no_collecting

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from recovery_tracker.report.content import ReportContent

_THUMB_WIDTH = 400  # px: enough for the largest thumbnail on a fine screen, and quick to scale
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_LONGEST_WAIT_S = 10.0  # for a file that is being written when the program ends
one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Order:
    """What a report is to be made from.

    Attributes:
        prepared_at: the patient's local time.
        ppi: pixels of the pictures to the inch.
        pictures: the bytes of the photos the report shows, by their sha256: the diary is read
            in the window only.
    """

    snapshot: Snapshot
    prepared_at: dt.datetime
    options: ReportOptions
    ppi: float = 96.0
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass(frozen=True, slots=True)
class Preview:
    """A report as it can be shown.

    Attributes:
        pages: a picture of each page; ``thumbs``: the same, small.
        lines: those at its head; ``summary``: the report in a few lines of text.
    """

    order: Order
    pages: tuple[QImage, ...]
    thumbs: tuple[QImage, ...]
    lines: tuple[Line, ...]
    summary: str


class _Stopped(Exception):  # noqa: N818 - no error: it was asked for
    """The person took back what was asked for."""


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
        self._stop = threading.Event()
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
        self._begin(lambda stop: self._write(order, path, stop))

    def print_on(self, order: Order, printer: QPrinter) -> None:
        """Print the pages, in the size of the printer's paper."""
        self._begin(lambda stop: self._print(order, printer, stop))

    def stop(self) -> None:
        """Give up the file or the print that is being made; nothing half-made stays."""
        self._stop.set()

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
        with one_at_a_time, no_collecting():
            try:
                work()
            except RecoveryTrackerError as error:
                self._tell("failed", error)
            except _Stopped:
                self._tell("stopped")

    # In the thread ---------------------------------------------------------------------------

    def _content(self, order: Order) -> ReportContent:
        prepare(cache_folder() / "matplotlib")
        from recovery_tracker.report.content import content_of

        return content_of(order.snapshot, order.prepared_at, order.options, order.pictures)

    def _make(self, order: Order) -> None:
        if order is not self._wanted:
            return
        content = self._content(order)
        from recovery_tracker.i18n import in_language
        from recovery_tracker.report.pdf import pages_png
        from recovery_tracker.report.summary import short_summary

        if order is not self._wanted:
            return
        pages = tuple(QImage.fromData(png) for png in pages_png(content, order.ppi))
        thumbs = tuple(page.scaledToWidth(_THUMB_WIDTH, _SMOOTH) for page in pages)
        with in_language(content.language):
            summary = short_summary(content)
        if order is self._wanted:
            self._tell("made", Preview(order, pages, thumbs, content.lines, summary))

    def _write(self, order: Order, path: Path, stop: threading.Event) -> None:
        self._advance(0, 3, stop)
        content = self._content(order)
        self._advance(1, 3, stop)
        from recovery_tracker.exchange.files import replacing
        from recovery_tracker.report.pdf import pdf_bytes

        data = pdf_bytes(content)
        self._advance(2, 3, stop)
        with replacing(path) as file:
            file.write(data)
        self._tell("written", path)

    def _print(self, order: Order, printer: QPrinter, stop: threading.Event) -> None:
        from recovery_tracker.ui.paper import PRINT_PPI, paper_of, print_pages

        self._advance(0, 0, stop)
        content = self._content(
            replace(order, options=replace(order.options, paper=paper_of(printer)))
        )
        from recovery_tracker.report.pdf import pages_png

        pages = pages_png(content, PRINT_PPI)

        def going_on(number: int) -> bool:
            self._tell("advanced", number, len(pages))
            return not stop.is_set()

        if not print_pages(printer, pages, going_on):
            raise _Stopped
        self._tell("printed", len(pages))

    def _advance(self, done: int, steps: int, stop: threading.Event) -> None:
        if stop.is_set():
            raise _Stopped
        self._tell("advanced", done, steps)

    def _tell(self, signal: str, *values: object) -> None:
        """Emit a signal, unless the window has gone in the meantime."""
        with contextlib.suppress(RuntimeError):
            getattr(self, signal).emit(*values)
