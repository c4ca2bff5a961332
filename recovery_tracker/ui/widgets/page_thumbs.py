"""Small pictures of the pages, to go from one to another."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.page_view import picture_of
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

THUMB_WIDTH = 100  # px at 100 %
_WORD, _EDGE = 24, 3


class PageThumb(Painted, QPushButton):
    """One page as a button."""

    def __init__(self, page: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._word = _("Page {n}").format(n=page + 1)
        self._png = b""
        self._paper = QSizeF(1, 1)
        self._scaled = QPixmap()
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.follow_theme()

    def show_picture(self, png: bytes, paper: QPageSize) -> None:
        """Show another picture of a page of this paper."""
        self._png = png
        self._paper = paper.size(QPageSize.Unit.Inch)
        self._scaled = QPixmap()
        self.updateGeometry()
        self.update()

    def retheme(self) -> None:
        """Take another size."""
        self._scaled = QPixmap()
        super().retheme()

    def _high(self) -> int:
        return round(self.theme.px(THUMB_WIDTH) * self._paper.height() / self._paper.width())

    def sizeHint(self) -> QSize:
        """The picture and the word under it."""
        return QSize(self.theme.px(THUMB_WIDTH), self._high() + self.theme.px(_WORD))

    def minimumSizeHint(self) -> QSize:
        """A page is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the page; the one in sight has an edge."""
        painter = QPainter(self)
        colour = self.theme.colour
        chosen = self.isChecked()
        place = QRectF(0, 0, self.width(), self._high())
        box(painter, place, 5, colour("surface"), colour("primary" if chosen else "border"), _EDGE)
        inner = place.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.drawPixmap(inner.topLeft(), self._pixmap(inner))
        painter.setFont(self.theme.font("bold" if chosen else "choice"))
        painter.setPen(colour("text" if chosen else "text2"))
        word = QRectF(0, place.bottom(), self.width(), self.height() - place.height())
        painter.drawText(word, int(Qt.AlignmentFlag.AlignCenter), self._word)
        if self.hasFocus() and self.ring:
            focus_ring(painter, QRectF(self.rect()), 6, self.theme)
        painter.end()

    def _pixmap(self, inner: QRectF) -> QPixmap:
        if self._scaled.isNull():
            ratio = self.devicePixelRatioF()
            self._scaled = picture_of(self._png, (inner.size() * ratio).toSize(), ratio)
        return self._scaled


class PageThumbs(QWidget):
    """A column of pages; ``asked`` carries the number of the one to go to, from 0."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.thumbs: list[PageThumb] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.asked)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 14, 0, 14)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self.setAccessibleName(_("Pages"))

    def show_pages(self, pages: Sequence[bytes], paper: QPageSize, page: int) -> None:
        """Show these pages, given as PNG, one of them in sight."""
        while len(self.thumbs) > len(pages):
            gone = self.thumbs.pop()
            self._group.removeButton(gone)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for number in range(len(self.thumbs), len(pages)):
            thumb = PageThumb(number, self)
            self._group.addButton(thumb, number)
            self._column.insertWidget(number, thumb)
            self.thumbs.append(thumb)
        for thumb, png in zip(self.thumbs, pages, strict=True):
            thumb.show_picture(png, paper)
        self.show_page(page)

    def show_page(self, page: int) -> None:
        """Mark the page in sight."""
        if 0 <= page < len(self.thumbs):
            self.thumbs[page].setChecked(True)
