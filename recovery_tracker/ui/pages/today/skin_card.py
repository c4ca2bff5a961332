"""How is your skin today: one row of five grades for each symptom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.add_own import AddOwn
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.painted import Painted, box
from recovery_tracker.ui.widgets.severity_selector import SeveritySelector
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView

ROW_GAP = 4
TALLEST_ROW, LOWEST_ROW = 43, 33


class _DashedBox(Painted, QWidget):
    """The key of the dashed edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """22 x 16 at 100 %."""
        return QSize(self.theme.px(22), self.theme.px(16))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed box."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, 5, None, self.theme.colour("line"), 1.5, dashed=True)
        painter.end()


class SkinCard(Card):
    """The symptoms; ``rated`` carries a symptom and its grade (``None`` = cleared).

    ``passed`` is emitted when the person goes on below the last row; ``own_added`` carries the
    name of a symptom of their own; ``unfolded`` is emitted when there are more controls in sight.
    """

    rated = Signal(str, object)
    own_added = Signal(str)
    passed = Signal()
    unfolded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("How is your skin today?"), parent)
        self.rows: dict[str, SeveritySelector] = {}
        self._labels: dict[str, str] = {}
        self._height = TALLEST_ROW
        self._key = _DashedBox(self)
        self._key_word = Text("", "hint", self)
        self.header.addWidget(self._key)
        self.header.addWidget(self._key_word)
        self.more = Button(
            "", "ghost", "plus", self, name=_("Add a symptom of your own"), height=24
        )
        self.header.addWidget(self.more)
        self.asks = Text("", "medium", self, wrap=True)
        self.asks.hide()
        self.body.addWidget(self.asks)
        self.own = AddOwn(_("Add a symptom of your own"), _("Such as tingling"), self)
        self.own.added.connect(self.own_added)
        self.own.opened.connect(self.unfolded)
        self.more.clicked.connect(self.own.open)
        self.body.addWidget(self.own)
        self.body.setSpacing(ROW_GAP)
        self.show_margins(10, 11, 5)

    def show_day(self, view: DayView) -> None:
        """Show the grades that are kept, yesterday's, and which rows there are."""
        self.show_title(
            _("How is your skin today?") if view.is_today else _("How was your skin on this day?")
        )
        self.asks.setText(view.asks_how_it_is)
        self.asks.setVisible(bool(view.asks_how_it_is))
        before = view.before.scores if view.before else {}
        self._key_word.setText(_("yesterday") if view.is_today else _("the day before"))
        for part in (self._key, self._key_word):
            part.setVisible(bool(before))
        self._show_rows(view)
        self.more.setVisible(view.open)
        if self.own.show_kept([item.label for item in view.snapshot.symptoms]):
            list(self.rows.values())[-1].focus_row()
        for code, row in self.rows.items():
            row.show_rating(
                view.entry.scores.get(code),
                yesterday=before.get(code),
                usual=view.usual_words(code),
            )
            if row.isEnabled() != view.open:
                row.setEnabled(view.open)

    def _show_rows(self, view: DayView) -> None:
        own = {item.code: item.label for item in view.snapshot.symptoms}
        labels = {
            code: SYMPTOM_BY_CODE[code].label if code in SYMPTOM_BY_CODE else own[code]
            for code in view.rows
        }
        if labels == self._labels:
            return
        self._labels = labels
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        for code, label in labels.items():
            row = SeveritySelector(code, label, _describer(code), self)
            row.show_height(self._height)
            row.rated.connect(self.rated)
            row.left.connect(self._on_left)
            self.body.insertWidget(self.body.count() - 1, row)  # the line to add one stays last
            row.show()  # at once: a layout counts a hidden row as nothing
            self.rows[code] = row

    def show_height(self, pixels: int) -> None:
        """Give every row this height, in pixels at 100 %."""
        self._height = pixels
        for row in self.rows.values():
            row.show_height(pixels)

    @property
    def row_height(self) -> int:
        """The height of a row, in pixels at 100 %."""
        return self._height

    def focus_first_left(self) -> bool:
        """Put the focus on the first row that is not graded; tell whether there is one."""
        for row in self.rows.values():
            if row.grade is None and row.isEnabled():
                row.focus_row()
                return True
        return False

    def _on_left(self, symptom: str, step: int) -> None:
        rows = list(self.rows.values())
        there = list(self.rows).index(symptom) + step
        if there >= len(rows):
            self.passed.emit()
        elif there >= 0:
            rows[there].focus_row()


def _describer(code: str) -> Callable[[int], str]:
    if code in SYMPTOM_BY_CODE:
        return SYMPTOM_BY_CODE[code].grade_description
    return _nothing_to_describe


def _nothing_to_describe(_grade: int) -> str:
    return ""
