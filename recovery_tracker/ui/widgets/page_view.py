"""The pages of a report on screen: one under the other, in the size that fits or a chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
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
    def pages(self) -> Sequence[QImage]:
        """Pictures of the pages."""
        return self._sheets.pages

    def show_pages(self, pages: Sequence[QImage], ppi: float, spoken: str) -> None:
        """Show other pages, made with ``ppi`` pixels to the inch, at the place in sight.

        ``spoken`` is what assistive technology is told of them.
        """
        self._sheets.pages = tuple(pages)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if pages else Qt.FocusPolicy.NoFocus)
        self._sheets.ppi = ppi
        self.setAccessibleDescription(spoken)
        self._fit()

    def put_away(self) -> None:
        """Let go of the pictures, but not of the place in sight: they are shown again later."""
        self._sheets.put_away()

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
    """The sheets of paper themselves, each with a shadow."""

    def __init__(self, view: PageView) -> None:
        super().__init__()
        self._view = view
        self.pages: tuple[QImage, ...] = ()
        self.ppi = _SCREEN_PPI
        self._width = 80
        self.ring = False
        self._scaled: dict[tuple[int, int, int], QPixmap] = {}
        theme().themed.connect(self.update)

    @property
    def paper(self) -> QSize:
        """The size of a page in pixels of the screen at 100 %."""
        return self.pages[0].size() * (_SCREEN_PPI / self.ppi)

    def _height(self, page: int) -> int:
        size = self.pages[page].size()
        return round(self._width * size.height() / size.width())

    def show_width(self, width: int, room: QSize) -> None:
        """Give every page a width."""
        self._width = width
        self._scaled.clear()
        high = self.top_of(len(self.pages)) - _GAP + _MARGIN
        self.resize(max(width + 2 * _MARGIN, room.width()), max(high, room.height()))
        self.update()

    def put_away(self) -> None:
        """Let go of the pictures."""
        self.pages = ()
        self._scaled.clear()

    def top_of(self, page: int) -> int:
        """Return where a page begins."""
        return _MARGIN + sum(self._height(before) + _GAP for before in range(page))

    def page_at(self, y: int) -> int:
        """Return the page at a height."""
        below = [page for page in range(len(self.pages)) if self.top_of(page) <= y]
        return below[-1] if below else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = (self.width() - self._width) / 2
        for page in range(len(self.pages)):
            place = QRectF(left, self.top_of(page), self._width, self._height(page))
            if place.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW).intersects(event.rect()):
                self._paint_shadow(painter, place)
                painter.drawPixmap(place.topLeft(), self._pixmap(page))
        if self.ring:
            page = self._view.page
            ring = QRectF(left, self.top_of(page), self._width, self._height(page))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme().colour("focus"), 2.5))
            painter.drawRect(ring.adjusted(-1.5, -1.5, 1.5, 1.5))
        painter.end()

    def _paint_shadow(self, painter: QPainter, place: QRectF) -> None:
        shade = QColor(theme().colour("text") if theme().name == "light" else QColor("black"))
        painter.setPen(Qt.PenStyle.NoPen)
        for reach in range(_SHADOW, 0, -1):
            shade.setAlpha(7)
            painter.setBrush(shade)
            painter.drawRoundedRect(
                place.adjusted(-reach, 1 - reach, reach, reach + 1), reach, reach
            )

    def _pixmap(self, page: int) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wide, high = round(self._width * ratio), round(self._height(page) * ratio)
        key = (page, wide, high)
        if key not in self._scaled:
            image = self.pages[page]
            if image.size() != QSize(wide, high):
                image = image.scaled(
                    wide,
                    high,
                    Qt.AspectRatioMode.IgnoreAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            pixmap = QPixmap.fromImage(image)
            pixmap.setDevicePixelRatio(ratio)
            self._scaled[key] = pixmap
        return self._scaled[key]
