"""The report for the dermatologist: its real pages, and ways to show, save and copy it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.photo_strip import pictures_of
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.paper import page_size
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.print_dialog import PrintDialog
from recovery_tracker.ui.report_maker import Order, Preview, ReportMaker
from recovery_tracker.ui.save_dialog import SaveDialog
from recovery_tracker.ui.scroll_page import SIDE, TOP
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.page_ground import PageGround, scrolling
from recovery_tracker.ui.widgets.page_thumbs import THUMB_WIDTH, PageThumbs
from recovery_tracker.ui.widgets.page_view import FIT, PageView
from recovery_tracker.ui.widgets.report_panel import ReportPanel
from recovery_tracker.ui.widgets.report_window import ZOOM, ReportWindow
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PAPER_SIZE, FULL_SCREEN = 1.0, "full"
_PANEL = 262
_PAGE_FROM = 360  # px of width a page has before the thumbnails get any
_BAR = 12  # px for a scroll bar
_SCREEN_PPI = 96


class ReportPage(Page):
    """Shows what would be saved; :meth:`open_at` takes ``"show"``, ``"save"`` or ``"print"``."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.preview: Preview | None = None
        self.window_shown: ReportWindow | None = None
        self._asked: tuple[Snapshot, ReportOptions, float] | None = None
        self._snapshot: Snapshot | None = None
        self.maker = ReportMaker(self)
        self.saving = SaveDialog(self, _("Save the report"), _("PDF document"), "pdf")
        self.printing = PrintDialog(self, _("Print the report"))
        self.subtitle = Text(
            _("One page your dermatologist can read in a minute"), "date", self, wrap=True
        )
        self.zoom = Segmented(
            ((FIT, _("Fit page")), (PAPER_SIZE, _("100 %")), (FULL_SCREEN, _("Full screen"))),
            _("Size of the pages"),
            self,
        )
        self.zoom.show_value(FIT)
        self.view = PageView(self)
        self.thumbs = PageThumbs(self)
        self.panel = ReportPanel(self)
        self._ground = PageGround(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Text(_("Report"), "title", self))
        words.addWidget(self.subtitle)
        header = QHBoxLayout()
        header.addLayout(words, 1)
        header.addWidget(self.zoom, 0, Qt.AlignmentFlag.AlignTop)
        self._thumbs_area = scrolling(self.thumbs, self._ground)
        inside = QHBoxLayout(self._ground)
        inside.setContentsMargins(12, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._thumbs_area)
        inside.addWidget(self.view, 1)
        self._panel_area = scrolling(self.panel, self)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._ground, 1)
        row.addWidget(self._panel_area)
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, TOP, SIDE, TOP)
        column.setSpacing(10)
        column.addLayout(header)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        doing = self.panel.doing
        doing.copy.clicked.connect(self._copy_summary)
        doing.going.cancel.clicked.connect(self._stop)
        doing.print_it.clicked.connect(self.ask_printer)
        doing.save.clicked.connect(self.ask_where)
        doing.show_it.clicked.connect(self.show_full)
        self.maker.advanced.connect(doing.going.show_progress)
        self.maker.failed.connect(self._tell_failed)
        self.maker.made.connect(self._show_preview)
        self.maker.printed.connect(self._tell_printed)
        self.maker.stopped.connect(self._tell_stopped)
        self.maker.written.connect(self._tell_written)
        self.panel.chosen.connect(self._order)
        self.panel.scope.session_asked.connect(self._select)
        self.printing.chosen.connect(self._print)
        self.saving.chosen.connect(self._save)
        self.thumbs.asked.connect(self.view.go_to)
        self.view.page_changed.connect(self.thumbs.show_page)
        self.zoom.chosen.connect(self._choose_zoom)
        theme().themed.connect(self._fit_panel)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Have the pages of the session on screen made; they follow when they are ready."""
        self._snapshot = snapshot
        self.panel.show_snapshot(snapshot)
        self._order()

    def _order(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or snapshot.recovery is None:
            return
        options = self._options()
        ppi = _SCREEN_PPI * ZOOM * self.devicePixelRatioF()
        asked = (snapshot, options, ppi)
        if asked != self._asked:
            self._asked = asked
            self.maker.preview(self._order_of(snapshot, options, ppi))

    def _order_of(
        self, snapshot: Snapshot, options: ReportOptions, ppi: float = _SCREEN_PPI
    ) -> Order:
        """Put together what a report is made from; one photo that is not there is left out."""
        pictures: dict[str, bytes] = {}
        if snapshot.recovery is not None:
            pictures = pictures_of(snapshot.recovery, options, self.live.journal.photo_bytes)
        return Order(snapshot, self.live.journal.now, options, ppi, pictures)

    def _options(self) -> ReportOptions:
        return self.panel.options(preferences().text("paper"))

    def _show_preview(self, preview: Preview) -> None:
        self.preview = preview
        pages, paper = preview.pages, page_size(preview.order.options.paper)
        self.view.show_pages(pages.pngs, paper, pages.summary)
        self.thumbs.show_pages(pages.thumbs, paper, self.view.page)
        self.panel.includes.show_lines(pages.lines)
        self._ground.waits = False
        self._ground.update()
        count = len(pages.pngs)
        self.subtitle.setText(
            ngettext(
                "One page your dermatologist can read in a minute",
                "{n} pages; your dermatologist can read the first in a minute",
                count,
            ).format(n=count)
        )
        if self.window_shown is not None:
            self.window_shown.show_pages(pages.pngs, paper, pages.summary)

    def open_at(self, place: object) -> None:
        """Show the report alone, or ask where to save it."""
        if place == "show":
            self.show_full()
        elif place == "save":
            self.ask_where()
        elif place == "print":
            self.ask_printer()

    # What the person does ----------------------------------------------------------------------

    def _choose_zoom(self, zoom: object) -> None:
        if zoom == FULL_SCREEN:
            self.zoom.show_value(self.view.zoom)
            self.show_full()
        elif isinstance(zoom, float):
            self.view.show_zoom(zoom)
            self._fit_thumbs()

    def show_full(self) -> None:
        """Show the report over the whole screen, and nothing else of the program."""
        if self.window_shown is None:
            self.window_shown = ReportWindow(self.window())
            self.window_shown.closed.connect(self._forget_window)
            self.window_shown.save_wanted.connect(self.ask_where)
            if self.preview is not None:
                pages, paper = self.preview.pages, page_size(self.preview.order.options.paper)
                self.window_shown.show_pages(pages.pngs, paper, pages.summary)
        self.window_shown.showFullScreen()
        self.window_shown.raise_()
        self.window_shown.activateWindow()

    def _forget_window(self) -> None:
        self.window_shown = None

    def ask_where(self) -> None:
        """Ask where the PDF is to be written."""
        if self._snapshot is None or self._snapshot.recovery is None:
            return
        name = _("recovery-report-{date}").format(date=self._snapshot.today.isoformat())
        self.saving.ask(f"{name}.pdf", self.window_shown)

    def _save(self, path: Path) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self._begin(_("The PDF is being written …"))
        self.maker.write(self._order_of(snapshot, self._options()), path)

    def ask_printer(self) -> None:
        """Ask which printer the report goes to."""
        if self._snapshot is None or self._snapshot.recovery is None:
            return
        self.printing.ask(self._options().paper, self.window_shown)

    def _print(self, printer: QPrinter) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self._begin(_("The report is being printed …"))
        self.maker.print_on(self._order_of(snapshot, self._options()), printer)

    def _begin(self, sentence: str) -> None:
        self._say(sentence)
        self.panel.doing.show_working(True)

    def _stop(self) -> None:
        self.maker.stop()

    def _select(self, session_id: str) -> None:
        self.live.select(session_id)

    def _tell_stopped(self) -> None:
        self.panel.doing.show_working(False)
        self._say(_("Cancelled. Nothing was written or printed in full."))

    def _tell_printed(self, pages: int) -> None:
        self.panel.doing.show_working(False)
        sentence = ngettext("{n} page was printed.", "{n} pages were printed.", pages)
        self._say(sentence.format(n=pages))

    def _tell_written(self, path: Path) -> None:
        self.panel.doing.show_working(False)
        self._say(_("Saved: {path}").format(path=path), path)

    def _tell_failed(self, error: RecoveryTrackerError) -> None:
        """Say why it could not be done, through the one door for messages."""
        self._asked = None  # the next visit tries again
        self.panel.doing.show_working(False)
        self._say("")
        if self.window_shown is not None:
            self.window_shown.say(error.sentence)
        self.live.failed.emit(error)

    def _say(self, sentence: str, written: Path | None = None) -> None:
        self.panel.doing.say(sentence, written)
        if self.window_shown is not None and sentence:
            self.window_shown.say(sentence)

    def _copy_summary(self) -> None:
        if self.preview is not None:
            QGuiApplication.clipboard().setText(self.preview.pages.summary)
            self._say(_("The summary is copied. Paste it into a message to your clinic."))

    # The window --------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Take another paper, or another screen, into account."""
        super().showEvent(event)
        self.maker.keep_ready(True)
        self._order()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the process for reports go, if nobody comes back soon."""
        super().hideEvent(event)
        self.maker.keep_ready(False)

    def forget(self) -> None:
        """Let go of what the process for reports knows; the pages go with this page."""
        self.maker.forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit_panel()

    def _fit_panel(self) -> None:
        """Give the panel the width of its words, and leave out thumbnails there is no room for."""
        panel = max(theme().px(_PANEL), self.panel.minimumSizeHint().width())
        self._panel_area.setFixedWidth(panel + _BAR)
        self._fit_thumbs()

    def _fit_thumbs(self) -> None:
        thumbs = theme().px(THUMB_WIDTH) + _BAR
        room = self.width() - 2 * SIDE - 14 - self._panel_area.width()
        beside = room - thumbs - 12 >= max(self.view.width_at(self.view.zoom), _PAGE_FROM)
        self._thumbs_area.setFixedWidth(thumbs)
        self._thumbs_area.setVisible(beside)
