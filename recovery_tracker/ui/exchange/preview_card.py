"""What would come in, as tables a person can check: days, and what becomes of the rest."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.ui.exchange.bringing import Proposal
from recovery_tracker.ui.models.import_rows import Rows, TextTable
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.text import Text

_ROW, _HEADER, _HEIGHT = 32, 40, 300
_MEASURED = 60  # rows a column's width is taken from
_PARTS: tuple[tuple[str, str], ...] = (
    ("days", N_("Days ({n})")),
    ("changed", N_("Kept otherwise ({n})")),
    ("refused", N_("Refused ({n})")),
    ("left_out", N_("Left out ({n})")),
    ("notices", N_("To know ({n})")),
)


class PreviewCard(Card):
    """The counts in words, and one table of several at a time; the row in front is told in full."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What would come in"), parent)
        self.counts = Text("", "medium", self, wrap=True)
        self.cells = Text("", "small", self, wrap=True)
        options = tuple((part, _(words).format(n=0)) for part, words in _PARTS)
        self.parts = Segmented(options, _("What to look at"), self, wraps=True)
        self.model = TextTable(self)
        self.table = calm_table(self.model, self)
        self.told = Text("", "small", self, wrap=True)
        self._proposal: Proposal | None = None
        for part in (self.counts, self.cells, self.parts, self.table, self.told):
            self.body.addWidget(part)
        self.parts.chosen.connect(self._choose)
        self.table.selectionModel().currentChanged.connect(self._tell_row)
        theme().themed.connect(self._retheme)
        self._retheme()
        self.parts.show_value("days")

    @property
    def part(self) -> str:
        """Which table is in front."""
        return str(self.parts.value or "days")

    def forget(self) -> None:
        """Hold nothing of a file."""
        self._proposal = None
        self.model.show_rows(Rows())
        for text in (self.counts, self.cells, self.told):
            text.setText("")

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what would come in; the table that was looked at stays in front."""
        self._proposal = proposal
        report = proposal.report
        self.counts.setText(report.summary())
        self.cells.setText(_cells_words(proposal))
        self.cells.setVisible(bool(self.cells.text()))
        for segment, (part, words) in zip(self.parts.segments, _PARTS, strict=True):
            rows = proposal.rows.get(part, Rows()).rows
            segment.setText(_(words).format(n=len(rows)))
            segment.setAccessibleName(segment.text())
            segment.setEnabled(part == "days" or bool(rows))
            segment.updateGeometry()
        self.parts.updateGeometry()
        self.show_part(self.part)

    def show_part(self, part: str) -> None:
        """Put one of the tables in front; one without rows gives way to the days."""
        if self._proposal is None:
            return
        rows = self._proposal.rows.get(part, Rows())
        if not rows.rows:
            part, rows = "days", self._proposal.rows["days"]
        self.parts.show_value(part)
        self.model.show_rows(rows)
        self.table.setAccessibleName(self.parts.segments[_place_of(part)].text())
        header = self.table.horizontalHeader()
        for column in range(len(rows.header)):
            header.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch
                if column == rows.widest
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        self.told.setText("")
        self.told.hide()

    def _choose(self, part: object) -> None:
        self.show_part(str(part))

    def _tell_row(self, current: QModelIndex) -> None:
        shown = self.model.shown
        if not current.isValid():
            return
        cells = shown.rows[current.row()]
        self.told.setText(" · ".join(cell for cell in cells if cell))
        self.told.show()

    def _retheme(self) -> None:
        dress_table(self.table, _HEIGHT)


def _place_of(part: str) -> int:
    return [known for known, _words in _PARTS].index(part)


def _cells_words(proposal: Proposal) -> str:
    preview = proposal.preview
    if preview is None:
        return ""
    rows = ngettext("{n} row", "{n} rows", preview.rows).format(n=preview.rows)
    days = ngettext("{n} day", "{n} days", preview.days).format(n=preview.days)
    cells = preview.cells
    return " ".join(
        (
            _("{source}: {rows}, of which {kept} are kept, as {days}.").format(
                source=preview.source, rows=rows, kept=preview.rows_kept, days=days
            ),
            _("Of {all} cells {kept} are kept, {refused} refused and {left} left out.").format(
                all=cells.all, kept=cells.kept, refused=cells.refused, left=cells.left_out
            ),
        )
    )


def calm_table(model: TextTable, parent: QWidget) -> QTableView:
    """Make a table to read row by row, as wide as its card and no wider."""
    table = QTableView(parent)
    table.setModel(model)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setCornerButtonEnabled(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.setStyleSheet(  # what is inside keeps its place when the edge gets thicker
        "QTableView { padding: 2px; } QTableView:focus { padding: 0; }"
        "QTableView::item { padding: 0 6px; }"
    )
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    header = table.horizontalHeader()
    header.setResizeContentsPrecision(_MEASURED)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setHighlightSections(False)
    header.setSectionsClickable(False)
    return table


def dress_table(table: QTableView, height: int) -> None:
    """Take the theme's sizes; ``height`` in px at 100 %."""
    px = theme().px
    table.verticalHeader().setDefaultSectionSize(px(_ROW))
    header = table.horizontalHeader()
    header.setMinimumHeight(px(_HEADER))
    header.setMaximumSectionSize(px(320))
    table.setFixedHeight(px(height))
