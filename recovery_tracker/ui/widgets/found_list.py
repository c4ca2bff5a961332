"""What a search found, in a list: the day, where it was written, and the words around."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from recovery_tracker.domain.note_search import SESSION_NOTES, Hit, Written, hit
from recovery_tracker.i18n import _
from recovery_tracker.journal.days import TEXT_LABELS
from recovery_tracker.ui import dates
from recovery_tracker.ui.session_words import day_name
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.painted import box

_HIT = Qt.ItemDataRole.UserRole
_ROW, _SIDE = 58, 16  # px at 100 %
_Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """Texts that hold the words; each is cut to its excerpt when it comes into sight."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.texts: Sequence[Written] = ()

    def show_found(self, words: str, texts: Sequence[Written]) -> None:
        """Show what was found."""
        self.beginResetModel()
        self.words, self.texts = words, texts
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """How many texts there are."""
        return len(self.texts)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The hit itself, or all of it in words."""
        if not index.isValid():
            return None
        found = hit(self.texts[index.row()], self.words)
        if role == _HIT:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _("{day}. {where}: {words}").format(
                day=day_words(found.written),
                where=where_words(found.written),
                words=found.excerpt,
            )
        return None


def day_words(written: Written) -> str:
    """Name the day a text belongs to."""
    day = (written.date - written.session_date).days
    return _("{date}, {day}").format(date=dates.in_full(written.date), day=day_name(day))


def where_words(written: Written) -> str:
    """Name the field a text was written in."""
    if written.field == SESSION_NOTES:
        return _("Note on the session")
    return _(TEXT_LABELS[written.field])


class _Row(QStyledItemDelegate):
    """Two lines: the day and the field; the excerpt with the words on a tint, in bold."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """One height for all."""
        return QSize(0, theme().px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint a row."""
        look = theme()
        found: Hit = index.data(_HIT)
        rect: QRect = option.rect  # type: ignore[attr-defined]  # the stub leaves the fields out
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setClipRect(rect)
        if state & QStyle.StateFlag.State_Selected:
            inside = QRectF(rect).adjusted(3, 2, -3, -2)
            box(painter, inside, 8, look.colour("tint"), look.colour("primary"), 1.5)
        side, half = look.px(_SIDE), rect.height() // 2
        above = QRect(rect.x() + side, rect.y() + 6, rect.width() - 2 * side, half - 6)
        below = QRect(above.x(), rect.y() + half, above.width(), half - 6)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text2"))
        where = where_words(found.written)
        painter.drawText(above, Qt.AlignmentFlag.AlignRight | middle, where)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        room = above.width() - QFontMetrics(look.font("small")).horizontalAdvance(where) - side
        day = painter.fontMetrics().elidedText(
            day_words(found.written), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(above, middle, day)
        _paint_excerpt(painter, below, found)
        painter.restore()


def _paint_excerpt(painter: QPainter, rect: QRect, found: Hit) -> None:
    look = theme()
    x, at = float(rect.x()), 0
    for start, end in (*found.marked, (len(found.excerpt), len(found.excerpt))):
        for text, marked in ((found.excerpt[at:start], False), (found.excerpt[start:end], True)):
            font = look.font("strong" if marked else "body")
            width = QFontMetrics(font).horizontalAdvance(text)
            place = QRectF(x, rect.y(), width + 1, rect.height())
            if marked and text:
                ground = place.adjusted(-1, 3, 1, -3)
                box(painter, ground, 3, look.colour("surface"), look.colour("primary"), 1)
            painter.setFont(font)
            painter.setPen(look.colour("on_tint" if marked else "text"))
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
            x += width
        at = end


class FoundList(QListView):
    """The list; ``opened`` carries the text whose day the person wants to see."""

    opened = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = FoundModel(self)
        self.setModel(self.found)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What was found"))
        self.clicked.connect(self.open_row)
        theme().themed.connect(self.retheme)

    def retheme(self) -> None:
        """Measure and paint anew."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_found(self, words: str, texts: Sequence[Written]) -> None:
        """Show what was found, the first chosen."""
        self.found.show_found(words, texts)
        if texts:
            self.setCurrentIndex(self.found.index(0))

    def open_row(self, index: QModelIndex | None = None) -> None:
        """Open the day of a row, or of the chosen one."""
        row = (index or self.currentIndex()).row()
        if 0 <= row < len(self.found.texts):
            self.opened.emit(self.found.texts[row])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the chosen row with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_row()
        else:
            super().keyPressEvent(event)
