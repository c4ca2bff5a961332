"""A button of the sidebar: an icon and a page's name, side by side or, in the rail, stacked."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring

_RADIUS = 12.0
_LEAST_HIGH = 46  # px, in a low window
_TEXT_LEFT = 43
_BESIDE = 5  # px that the tile of the rail is wider than its word
_STACK = 40  # the height of icon and word


class NavButton(Painted, QAbstractButton):
    """Opens a page; it is marked while that page is in front.

    It is no check box: a press does not turn it on, and a screen reader should not say so.
    """

    def __init__(self, text: str, icon: str, shortcut: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_name = icon
        self._in_rail = False
        self.setText(text)
        self._current = False
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({shortcut})" if shortcut else text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.follow_theme()

    def show_in_rail(self, in_rail: bool) -> None:
        """Stack icon and word, or put them side by side."""
        if in_rail != self._in_rail:
            self._in_rail = in_rail
            self.updateGeometry()
            self.update()

    @property
    def current(self) -> bool:
        """Whether its page is in front."""
        return self._current

    def show_current(self, current: bool) -> None:
        """Mark the button, or take the mark away."""
        if current != self._current:
            self._current = current
            self.setAccessibleDescription(_("This page is in front") if current else "")
            self.update()

    def sizeHint(self) -> QSize:
        """188 x 46, or 60 x 56 in the rail."""
        px = self.theme.px
        return QSize(px(60), px(56)) if self._in_rail else QSize(px(188), px(46))

    def minimumSizeHint(self) -> QSize:
        """The width is the sidebar's; the rail of a low window takes some of the height."""
        return QSize(0, self.theme.px(_LEAST_HIGH))

    def words_width(self) -> int:
        """The width that its icon and word need, in pixels on screen."""
        px = self.theme.px
        if self._in_rail:
            metrics = QFontMetrics(self._rail_font("DemiBold"))
            return metrics.horizontalAdvance(self.text()) + px(_BESIDE)
        width = QFontMetrics(self.theme.font("strong")).horizontalAdvance(self.text())
        return width + px(_TEXT_LEFT + 8)

    def _rail_font(self, weight: str) -> QFont:
        font = self.theme.font("rail")
        font.setWeight(QFont.Weight[weight])
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, the icon, the word and the ring."""
        painter = QPainter(self)
        colour, rect = self.theme.colour, QRectF(self.rect())
        if self._current:
            box(painter, rect, _RADIUS, colour("surface"), colour("border"))
        elif self.underMouse() or self.isDown():
            box(painter, rect, _RADIUS, colour("inset"))
        if self._in_rail:
            self._paint_stacked(painter)
        else:
            self._paint_in_line(painter)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, _RADIUS, self.theme)
        painter.end()

    def _paint_in_line(self, painter: QPainter) -> None:
        px = self.theme.px
        icon = self.theme.pixmap(self._icon_name, self._icon_tone(), 20)
        painter.drawPixmap(px(13), (self.height() - px(20)) // 2, icon)
        painter.setFont(self.theme.font("strong" if self._current else "medium"))
        painter.setPen(self.theme.colour(self._text_tone()))
        left = px(_TEXT_LEFT)
        place = QRectF(left, 0, self.width() - left - px(8), self.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, self.text())

    def _paint_stacked(self, painter: QPainter) -> None:
        px = self.theme.px
        icon = self.theme.pixmap(self._icon_name, self._icon_tone(), 20)
        top = (self.height() - px(_STACK)) // 2
        painter.drawPixmap((self.width() - px(20)) // 2, top, icon)
        painter.setFont(self._rail_font("DemiBold" if self._current else "Medium"))
        painter.setPen(self.theme.colour(self._text_tone()))
        place = QRectF(0, top + px(22), self.width(), px(18))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.text())

    def _icon_tone(self) -> str:
        return "primary" if self._current else "text2"

    def _text_tone(self) -> str:
        return "text" if self._current else "text2"
