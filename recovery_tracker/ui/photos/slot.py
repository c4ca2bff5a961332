"""The place of one view of a day: dashed while empty, the small picture once there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFontMetrics,
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
from recovery_tracker.ui.widgets.painted import Painted, box, covering, focus_ring

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

    from recovery_tracker.ui.photos.reader import Source

_WIDE, _HIGH = 90, 64
_RADIUS = 9.0
_ICON, _COVER, _GAP = 16, 22, 4


class PhotoSlot(Painted, QAbstractButton):
    """A click asks for a file, or opens the photo; pictures may be dropped or pasted.

    ``brought`` carries the view and the sources that were dropped or pasted on it.
    """

    brought = Signal(str, object)

    def __init__(self, view: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self._picture = QPixmap()
        self._covered = False
        self._less = 0
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
        """Whether there is a photo, shown or covered."""
        return self._covered or not self._picture.isNull()

    def show_picture(self, picture: QPixmap) -> None:
        """Show a small picture; a null one empties the slot."""
        self._picture, self._covered = picture, False
        self._describe()

    def show_covered(self) -> None:
        """Show that there is a photo, and not what is on it."""
        self._picture, self._covered = QPixmap(), True
        self._describe()

    def _describe(self) -> None:
        view = within_a_sentence(label(PHOTO_VIEWS, self.view))
        words = _("Open the photo, {view}") if self.is_filled else _("Add a photo, {view}")
        self.setAccessibleName(words.format(view=view))
        self.setToolTip(
            "" if self.is_filled else _("Click, drop a picture, or paste one (Ctrl+V).")
        )
        self.update()

    def show_lower(self, less: int) -> None:
        """Take some px less of height."""
        self._less = less
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """90 x 64, or lower."""
        return QSize(self.theme.px(_WIDE), self.theme.px(_HIGH - self._less))

    def minimumSizeHint(self) -> QSize:
        """Never too narrow for its word."""
        metrics = QFontMetrics(self.theme.font("small"))
        word = metrics.horizontalAdvance(self.text()) + self.theme.px(_ICON + _GAP + 10)
        return QSize(max(self.theme.px(60), word), self.theme.px(_HIGH - self._less))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, or a dashed place with its word."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        colour = self.theme.colour
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._covered:
            box(painter, rect, _RADIUS, colour("inset"), colour("line"), 1)
            icon = self.theme.pixmap("eye-off", "text2", _COVER)
            half = self.theme.px(_COVER) / 2
            middle = rect.center()
            painter.drawPixmap(round(middle.x() - half), round(middle.y() - half), icon)
        elif self.is_filled:
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
        """A plus and the view's name, side by side in the middle."""
        px, tone = self.theme.px, "text2" if self.isEnabled() else "muted"
        painter.setFont(self.theme.font("small"))
        painter.setPen(self.theme.colour(tone))
        word = painter.fontMetrics().horizontalAdvance(self.text())
        left = rect.center().x() - (px(_ICON) + px(_GAP) + word) / 2
        icon = self.theme.pixmap("plus", tone, _ICON)
        painter.drawPixmap(round(left), round(rect.center().y() - px(_ICON) / 2), icon)
        beside = QRectF(left + px(_ICON) + px(_GAP), rect.top(), word + 2, rect.height())
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, self.text())

    # What comes in -------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take pictures only."""
        if _pictures_in(event.mimeData()):
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
        self.brought.emit(self.view, _pictures_in(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste a picture with Ctrl+V."""
        if event.matches(QKeySequence.StandardKey.Paste):
            found = _pictures_in(QGuiApplication.clipboard().mimeData())
            if found:
                self.brought.emit(self.view, found)
            return
        super().keyPressEvent(event)


def _pictures_in(data: QMimeData) -> tuple[Source, ...]:
    from recovery_tracker.ui.photos.incoming import pictures_in  # not at the start

    return pictures_in(data)
