"""The pages of a report on screen: one under the other, in the size that fits or a chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QImage,
    QPageSize,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme

FIT = 0.0
_SCREEN_PPI = 96.0
_MARGIN, _GAP = 16, 20
_SHADOW = 5
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class PageView(QScrollArea):
    """Shows the pages; ``page_changed`` carries the number of the one in sight, from 0."""

    page_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, zoom: float = FIT) -> None:
        """``zoom`` is 1.0 for the size of paper, or ``FIT`` for a whole page in sight."""
        super().__init__(parent)
        self.page = 0
        self._zoom = zoom
        self._sheets = _Sheets(self)
        self.setWidget(self._sheets)
        self._sheets.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.setCornerWidget(QWidget(self))
        self.setWidgetResizable(False)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # until there is something to scroll
        self.setAccessibleName(_("Pages of the report"))
        self.verticalScrollBar().valueChanged.connect(self._tell_page)

    @property
    def zoom(self) -> float:
        """The size that is shown: 1.0 is that of the paper."""
        return self._zoom

    @property
    def pages(self) -> Sequence[bytes]:
        """The pages, as PNG."""
        return self._sheets.pages

    @property
    def pictured(self) -> Sequence[int]:
        """The numbers of the pages that are held as pictures: those in sight."""
        return tuple(self._sheets.pictures)

    def show_pages(self, pages: Sequence[bytes], paper: QPageSize, spoken: str) -> None:
        """Show other pages, given as PNG, at the place in sight.

        ``spoken`` is what assistive technology is told of them.
        """
        self._sheets.take(pages, paper)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pages else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(spoken)
        self._fit()

    def show_zoom(self, zoom: float) -> None:
        """Take another size."""
        if zoom != self._zoom:
            page = self.page
            self._zoom = zoom
            self._fit()
            self.go_to(page)

    def width_at(self, zoom: float) -> int:
        """Return the width that pages in a size ask for, in pixels on screen."""
        if zoom == FIT or not self._sheets.pages:
            return 0
        return round(self._sheets.paper.width() * zoom) + 2 * _MARGIN

    def go_to(self, page: int) -> None:
        """Bring a page into sight."""
        self.verticalScrollBar().setValue(self._sheets.top_of(page) - _MARGIN)

    def _fit(self) -> None:
        sheets = self._sheets
        if not sheets.pages:
            return
        room = self.viewport().size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        paper = sheets.paper
        widest = max(80, room.width())
        if self._zoom == FIT:
            width = min(widest, round(room.height() * paper.width() / paper.height()))
        else:
            width = round(paper.width() * self._zoom)
            if self._zoom > 1.0:  # larger than paper, to be read by another; it need not scroll
                width = min(width, widest)
        sheets.show_width(max(80, width), self.viewport().size())
        self._tell_page()

    def _tell_page(self) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        page = self._sheets.page_at(middle)
        if page != self.page:
            self.page = page
            self.page_changed.emit(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages into the new size."""
        super().resizeEvent(event)
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._sheets.ring = event.reason() in _BY_KEY
        self._sheets.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self._sheets.ring = False
        self._sheets.update()


class _Sheets(QWidget):
    """The sheets of paper themselves, each with a shadow.

    A page is a picture only while it is in sight: as PNG it takes a thirtieth of the memory.
    """

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.pages: tuple[bytes, ...] = ()
        self.paper = QSizeF()
        self._width = 80
        self.ring = False
        self.pictures: dict[int, QPixmap] = {}
        theme().themed.connect(self.update)

    def take(self, pages: Sequence[bytes], paper: QPageSize) -> None:
        """Show other pages; ``paper`` in pixels of the screen at 100 % is their size."""
        self.pages = tuple(pages)
        self.paper = paper.size(QPageSize.Unit.Inch) * _SCREEN_PPI
        self.pictures.clear()

    @property
    def _height(self) -> int:
        return round(self._width * self.paper.height() / self.paper.width())

    def show_width(self, width: int, room: QSize) -> None:
        """Give every page a width."""
        self._width = width
        high = self.top_of(len(self.pages)) - _GAP + _MARGIN
        self.resize(max(width + 2 * _MARGIN, room.width()), max(high, room.height()))
        self.update()

    def top_of(self, page: int) -> int:
        """Return where a page begins."""
        return _MARGIN + page * (self._height + _GAP)

    def page_at(self, y: int) -> int:
        """Return the page at a height."""
        if not self.pages:
            return 0
        return min(max(0, (y - _MARGIN) // (self._height + _GAP)), len(self.pages) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_sight = self._view.viewport().rect().translated(-self.pos())
        made = False  # one a turn: each takes 25 ms, and 100 on a screen twice as fine
        for page in range(len(self.pages)):
            place = self._place(page)
            if place.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW).intersects(event.rect()):
                self._paint_shadow(painter, place)
            if not place.intersects(in_sight):
                self.pictures.pop(page, None)
            elif self._has_picture(page) or not made:
                made = made or not self._has_picture(page)
                painter.drawPixmap(place.topLeft(), self._picture(page))
            else:
                self._paint_until_made(painter, page)
                self.update()
        if self.ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 2.5))
            painter.drawRect(self._place(self._view.page).adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the pictures until somebody looks."""
        super().hideEvent(event)
        self.pictures.clear()

    def _place(self, page: int) -> QRectF:
        left = (self.width() - self._width) / 2
        return QRectF(left, self.top_of(page), self._width, self._height)

    def _paint_until_made(self, painter: QPainter, page: int) -> None:
        if page in self.pictures:  # in another size
            picture = self.pictures[page]
            painter.drawPixmap(self._place(page), picture, QRectF(picture.rect()))
        else:
            painter.fillRect(self._place(page), Qt.GlobalColor.white)

    def _paint_shadow(self, painter: QPainter, place: QRectF) -> None:
        shade = QColor(theme().colour("text") if theme().name == "light" else QColor("black"))
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(_SHADOW, 0, -1):
            shade.setAlpha(7)
            painter.setBrush(shade)
            painter.drawRoundedRect(
                place.adjusted(-reach, 1 - reach, reach, reach + 1), reach, reach
            )

    def _size(self) -> QSize:
        """The size of every picture, in pixels of the screen."""
        return (QSizeF(self._width, self._height) * self.devicePixelRatioF()).toSize()

    def _has_picture(self, page: int) -> bool:
        shown, ratio = self.pictures.get(page), self.devicePixelRatioF()
        return shown is not None and (shown.size(), shown.devicePixelRatio()) == (
            self._size(),
            ratio,
        )

    def _picture(self, page: int) -> QPixmap:
        if not self._has_picture(page):
            self.pictures[page] = picture_of(
                self.pages[page], self._size(), self.devicePixelRatioF()
            )
        return self.pictures[page]


def picture_of(png: bytes, size: QSize, ratio: float) -> QPixmap:
    """Return a page in a size in pixels of the screen, ``ratio`` of them to one of the window.

    It is white where there is no memory for it.
    """
    image = QImage.fromData(png)
    if image.isNull():
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
    if image.size() != size:
        image = image.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    picture = QPixmap.fromImage(image)
    picture.setDevicePixelRatio(ratio)
    return picture
