"""Taking the diary out: a file of a chosen kind, everything in one file, or sheets of paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.exchange import FORMATS, Format
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.report.paper_diary import MOST_DAYS
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.exchange.export_cards import ContentCard, PaperCard, WorkCard
from recovery_tracker.ui.exchange.exporting import Exporter, ExportOrder, Looked, PaperOrder
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.save_dialog import SaveDialog
from recovery_tracker.ui.scroll_page import GAP, ScrollPage, fit_beside
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.text import Text

_ONE_COLUMN_BELOW = 860  # px of page width


class ExportPage(ScrollPage):
    """Opened at "everything", it asks at once where that file is to go."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Export"))
        self.subtitle.setText(_("A file is not encrypted. You decide who sees it."))
        self.exporter = Exporter(self)
        self._ordered: ExportOrder | PaperOrder | None = None
        self._written: Path | None = None
        self.back = Button(_("Go back"), "outline", "chevron-left", self, height=36)
        self.add_action(self.back)
        self.work = WorkCard(self)
        self.content = ContentCard(self)
        self.everything = Card(_("Everything"), self)
        self.everything.body.addWidget(
            Text(
                _(
                    "One .zip with all sessions, private notes and photos. It can be brought "
                    "back here or on another computer."
                ),
                "body",
                self,
                wrap=True,
            )
        )
        self.all = Button(_("Export everything"), "tonal", "download", self)
        self.everything.body.addWidget(FlowRow((self.all,), self))
        self.paper = PaperCard(self)
        self._dialogs: dict[str, SaveDialog] = {}
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.everything)
        right.addWidget(self.paper)
        right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        self._columns.addWidget(self.content, 6)
        self._columns.addLayout(right, 5)
        self.body.addWidget(self.work)
        self.body.addLayout(self._columns)
        self._connect()

    def _connect(self) -> None:
        self.back.clicked.connect(self._leave)
        self.content.changed.connect(self._look)
        self.content.save.clicked.connect(self._ask_where)
        self.all.clicked.connect(self._ask_where_for_all)
        self.paper.wanted.connect(self._ask_where_for_paper)
        self.work.cancel.clicked.connect(self.exporter.give_up)
        self.work.folder.clicked.connect(self._open_folder)
        self.exporter.advanced.connect(self.work.show_progress)
        self.exporter.looked.connect(self._show_looked)
        self.exporter.written.connect(self._show_written)
        self.exporter.failed.connect(self._show_failed)
        self.exporter.given_up.connect(self._show_given_up)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Offer the sessions there are, and say what a file of them would leave out."""
        self.content.show_sessions(snapshot)
        self.paper.show_snapshot(snapshot)
        if self._ordered is None:
            self._look()

    def open_at(self, place: object) -> None:
        """Ask where everything is to go."""
        if place == "everything" and self._ordered is None:
            self._ask_where_for_all()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where there is no room for two."""
        super().resizeEvent(event)
        beside = fit_beside(self._columns, self.width())
        narrow = not beside or self.width() < theme().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    def _order(self) -> ExportOrder:
        return ExportOrder(
            self.content.kind,
            self.live.journal.now,
            self.content.session_id,
            private_notes=self.content.private_notes,
            photos=self.content.with_photos,
        )

    def _look(self) -> None:
        if self.live.is_open and self._ordered is None:
            self.exporter.look(self._order(), self.live.journal)

    def _show_looked(self, looked: Looked) -> None:
        sessions = ngettext("{n} session", "{n} sessions", looked.sessions)
        entries = ngettext("{n} entry", "{n} entries", looked.entries)
        photos = ngettext("{n} photo", "{n} photos", looked.photos)
        self.content.amount.setText(
            _("{sessions}, {entries}, {photos}.").format(
                sessions=sessions.format(n=looked.sessions),
                entries=entries.format(n=looked.entries),
                photos=photos.format(n=looked.photos),
            )
        )
        if looked.left_out != self.content.banner.words.text():
            announce(self.content.banner, looked.left_out)
        self.content.show_banner(looked.left_out)

    # What the person does ----------------------------------------------------------------------

    def _dialog(self, kind: Format) -> SaveDialog:
        if kind.suffix not in self._dialogs:
            made = SaveDialog(self, _("Export"), kind.label, kind.suffix.removeprefix("."))
            made.chosen.connect(self._write)
            self._dialogs[kind.suffix] = made
        return self._dialogs[kind.suffix]

    def _ask_where(self) -> None:
        self._ask(self._order(), _("recovery-log"))

    def _ask_where_for_all(self) -> None:
        kind = next(kind for kind in FORMATS if kind.takes_pictures)
        order = ExportOrder(kind, self.live.journal.now, private_notes=True)
        self._ask(order, _("recovery-tracker-everything"))

    def _ask(self, order: ExportOrder, name: str) -> None:
        self._wanted: ExportOrder | PaperOrder = order
        date = order.prepared_at.date().isoformat()
        self._dialog(order.kind).ask(f"{name}-{date}{order.kind.suffix}")

    def _ask_where_for_paper(self) -> None:
        snapshot = self.live.snapshot
        first = self.paper.first.date
        if snapshot is None or snapshot.session is None:
            return
        if first is None or not self.paper.first.understood:
            wrong = _("This is not a date. Write it like 14 November 2026, or pick it.")
            self.paper.say_wrong(wrong, self.paper.first)
            return
        if not 1 <= self.paper.count <= MOST_DAYS:
            wrong = _("A paper diary has from 1 to {most} days.").format(most=MOST_DAYS)
            self.paper.say_wrong(wrong, self.paper.days)
            return
        self.paper.say_wrong("")
        paper = "us-letter" if preferences().text("paper") == "us-letter" else "a4"
        now = self.live.journal.now
        self._wanted = PaperOrder(snapshot.session.id, first, self.paper.count, paper, now)
        if "pdf" not in self._dialogs:
            self._dialogs["pdf"] = SaveDialog(self, _("A diary on paper"), _("PDF"), "pdf")
            self._dialogs["pdf"].chosen.connect(self._write)
        name = _("recovery-diary")
        self._dialogs["pdf"].ask(f"{name}-{first.isoformat()}.pdf")

    def _write(self, path: Path) -> None:
        order = self._ordered = self._wanted
        self._show_busy(True)
        self.work.show_working(_("Writing {file} …").format(file=path.name))
        self.area.ensureWidgetVisible(self.work)
        if isinstance(order, PaperOrder):
            self.exporter.write_paper(order, path, self.live.journal)
        else:
            self.exporter.write(order, path, self.live.journal)

    def _show_busy(self, busy: bool) -> None:
        why = _("A file is being written.") if busy else ""
        for button in (self.content.save, self.all, self.paper.save):
            button.show_available(not busy, why)

    def _end(self, words: str, written: Path | None = None) -> None:
        order, self._ordered = self._ordered, None
        self._written = written
        self._show_busy(False)
        self.work.show_end(words, written=written is not None)
        announce(self.work, words)
        if order is not None:
            self._look()

    def _show_written(self, path: Path) -> None:
        words = _("Written: {file}").format(file=path.name)
        self._end(_("{what}. You decide who sees it.").format(what=words), path)

    def _show_failed(self, error: RecoveryTrackerError) -> None:
        self._end(error.sentence)

    def _show_given_up(self) -> None:
        if self._ordered is not None:
            self._end(_("Given up. No file was written."))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    def _leave(self) -> None:
        self.went.emit("back", None)
