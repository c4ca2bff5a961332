"""The timeline: every photo of a session in a row, small, with its day; two clicks make a pair."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPixmap, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from recovery_tracker.i18n import _
from recovery_tracker.ui.photos.thumbnails import ITEM_ROLE, MARK_ROLE, Thumbnails
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.painted import box, covering, focus_ring

_WIDE, _HIGH, _GAP, _LABEL = 104, 88, 10, 22  # px
_RADIUS = 10.0


class Timeline(QListView):
    """``opened`` carries the :class:`Item` that was clicked, or opened by Enter or Space."""

    opened = Signal(object)

    def __init__(self, model: Thumbnails, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(_Painter(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(_("Photos, oldest first"))
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { border: 0; background: transparent; padding: 0; }")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.activated.connect(self._open)
        theme().themed.connect(self._fit)
        self.horizontalScrollBar().rangeChanged.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        """Be as high as a photo with its day, and the scroll bar where there is one."""
        px, bar = theme().px, self.horizontalScrollBar()
        more = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(px(_HIGH) + px(_LABEL) + more)
        self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let an upright wheel move along the row, and the page where there is nothing to move."""
        bar = self.horizontalScrollBar()
        if bar.maximum() == 0:
            event.ignore()
            return
        turned = event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click is a click like the first: it chooses, it does not open twice."""

    def _open(self, index: QModelIndex) -> None:
        item = index.data(ITEM_ROLE)
        if item is not None:
            self.opened.emit(item)


class _Painter(QStyledItemDelegate):
    """A photo cut to one size, an edge for the chosen pair, and the day under it."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """104 x 88 and a line of text."""
        px = theme().px
        return QSize(px(_WIDE + _GAP), px(_HIGH) + px(_LABEL))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one photo."""
        look, chosen = theme(), bool(index.data(MARK_ROLE))
        px = look.px
        rect = QRectF(option.rect)
        place = QRectF(rect.left() + 1, rect.top() + 1, px(_WIDE), px(_HIGH) - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        inside = place.adjusted(3, 3, -3, -3)
        if isinstance(picture, QPixmap) and not picture.isNull():
            cut = QPainterPath()
            cut.addRoundedRect(inside, _RADIUS - 2, _RADIUS - 2)
            painter.setClipPath(cut)
            painter.drawPixmap(inside, picture, covering(picture, inside))
            painter.setClipping(False)
        else:
            box(painter, inside, _RADIUS - 2, look.colour("inset"))
            icon = look.pixmap("image", "muted", 24)
            middle = inside.center()
            painter.drawPixmap(round(middle.x() - px(24) / 2), round(middle.y() - px(24) / 2), icon)
        edge, width = ("primary", 3.0) if chosen else ("line", 1.0)
        box(painter, place, _RADIUS, None, look.colour(edge), width)
        focused = QStyle.StateFlag.State_HasFocus
        if option.state & focused:
            focus_ring(painter, place, _RADIUS, look)
        painter.setFont(look.font("bold" if chosen else "small"))
        painter.setPen(look.colour("text" if chosen else "text2"))
        under = QRectF(place.left(), place.bottom() + 1, place.width(), px(_LABEL))
        painter.drawText(
            under, Qt.AlignmentFlag.AlignCenter, str(index.data(Qt.ItemDataRole.DisplayRole))
        )
        painter.restore()
