"""The place of one view of a day: dashed while empty, the small picture once there is one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from recovery_tracker.domain.choices import PHOTO_VIEWS, label
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.ui.photos.incoming import pictures_in
from recovery_tracker.ui.photos.timeline import covering
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_WIDE, _HIGH = 90, 64
_RADIUS = 9.0
_ICON = 18


class PhotoSlot(Painted, QAbstractButton):
    """A click asks for a file, or opens the photo; pictures may be dropped or pasted.

    ``brought`` carries the view and the sources that were dropped or pasted on it.
    """

    brought = Signal(str, object)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._picture = QPixmap()
        self._over = False
        self.setText(label(PHOTO_VIEWS, view))
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()
        self.show_picture(QPixmap())

    @property
    def is_filled(self) -> bool:
        """Whether there is a photo."""
        return not self._picture.isNull()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a small picture; a null one empties the slot."""
        self._picture = picture
        view = within_a_sentence(label(PHOTO_VIEWS, self.view))
        words = _("Open the photo, {view}") if self.is_filled else _("Add a photo, {view}")
        self.setAccessibleName(words.format(view=view))
        self.setToolTip(
            "" if self.is_filled else _("Click, drop a picture, or paste one (Ctrl+V).")
        )
        self.update()

    def sizeHint(self) -> QSize:
        """90 x 64."""
        return QSize(self.theme.px(_WIDE), self.theme.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """Never too narrow for its word."""
        word = self.fontMetrics().horizontalAdvance(self.text()) + self.theme.px(12)
        return QSize(max(self.theme.px(60), word), self.theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or a dashed place with its word."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour = self.theme.colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_filled:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            cut = QPainterPath()
            cut.addRoundedRect(rect, _RADIUS, _RADIUS)
            painter.setClipPath(cut)
            painter.drawPixmap(rect, self._picture, covering(self._picture, rect))
            painter.setClipping(False)
            box(painter, rect, _RADIUS, None, colour("line"), 1)
        else:
            lit = self._over or self.underMouse()
            ground = colour("tint") if self._over else colour("surface")
            box(
                painter, rect, _RADIUS, ground, colour("primary" if lit else "line"), 1, dashed=True
            )
            self._paint_word(painter, rect)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, _RADIUS, self.theme)
        painter.end()

    def _paint_word(self, painter: QPainter, rect: QRectF) -> None:
        icon, px = self.theme.pixmap("plus", "text2", _ICON), self.theme.px
        top = rect.center().y() - px(20)
        painter.drawPixmap(round(rect.center().x() - px(_ICON) / 2), round(top), icon)
        painter.setFont(self.theme.font("axis"))
        painter.setPen(self.theme.colour("text2"))
        under = QRectF(rect.left(), top + px(_ICON) + 2, rect.width(), px(20))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.text())

    # What comes in -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only."""
        if pictures_in(event.mimeData()):
            self._over = True
            event.acceptProposedAction()
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring the pictures."""
        self._over = False
        event.acceptProposedAction()
        self.update()
        self.brought.emit(self.view, pictures_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            found = pictures_in(QGuiApplication.clipboard().mimeData())
            if found:
                self.brought.emit(self.view, found)
            return
        super().keyPressEvent(event)
