"""The card of the session on screen, in the sidebar: day, facts and status; opens the switcher."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring
from recovery_tracker.values import frozen

_RADIUS = 14.0
_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)


@frozen
class SessionWords:
    """What the card says.

    Attributes:
        day: such as "Day 4".
        facts: areas, depth and date in a line.
        status: how the day compares, in words; ``icon`` and ``tone`` go with it.
        spoken: all of it as one sentence for assistive technology.
    """

    day: str
    facts: str
    status: str
    icon: str
    tone: str
    spoken: str


_NOTHING = SessionWords("", "", "", "ellipsis", "text2", "")


class SessionCard(Painted, QAbstractButton):
    """A button that tells where the session stands; a click opens the list of sessions."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = _NOTHING
        self._in_rail = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(_("Change to another session"))
        self.follow_theme()

    def forget(self) -> None:
        """Say nothing."""
        self.show_words(_NOTHING)

    def show_words(self, words: SessionWords) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            self.setText(words.day)
            self.setAccessibleName(words.spoken)
            self.setAccessibleDescription(_("Change to another session"))
            self.updateGeometry()
            self.update()

    def show_in_rail(self, in_rail: bool) -> None:
        """Keep the icon and the day only, or tell everything."""
        if in_rail != self._in_rail:
            self._in_rail = in_rail
            self.updateGeometry()
            self.update()

    def hasHeightForWidth(self) -> bool:
        """Long words take a second line."""
        return not self._in_rail

    def heightForWidth(self, width: int) -> int:
        """Return the height for all lines."""
        px = self.theme.px
        return px(53) + self._status_height(width) + px(9)

    def sizeHint(self) -> QSize:
        """188 px wide and as high as its words, or 60 x 56 in the rail."""
        px = self.theme.px
        if self._in_rail:
            return QSize(px(60), px(56))
        return QSize(px(188), self.heightForWidth(px(188)))

    def minimumSizeHint(self) -> QSize:
        """The width is the sidebar's; the rail of a low window takes some of the height."""
        return QSize(0, self.theme.px(46) if self._in_rail else self.sizeHint().height())

    def _status_place(self, width: int) -> QRect:
        px = self.theme.px
        return QRect(px(35), px(52), width - px(47), px(200))

    def _status_height(self, width: int) -> int:
        metrics = QFontMetrics(self.theme.font("bold"))
        place = self._status_place(width)
        return max(
            self.theme.px(18), metrics.boundingRect(place, _WRAP, self._words.status).height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        colour, rect = self.theme.colour, QRectF(self.rect())
        edge = colour("line" if self.underMouse() or self.isDown() else "border")
        box(painter, rect, _RADIUS, colour("surface"), edge)
        if self._in_rail:
            self._paint_in_rail(painter)
        else:
            self._paint_in_full(painter)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, _RADIUS, self.theme)
        painter.end()

    def _paint_in_full(self, painter: QPainter) -> None:
        px, colour, words = self.theme.px, self.theme.colour, self._words
        left, width = px(13), self.width() - px(26)
        painter.setFont(self.theme.font("heading"))
        painter.setPen(colour("text"))
        painter.drawText(QRect(left, px(10), width, px(22)), _WRAP, words.day)
        chevron = self.theme.pixmap("chevron-down", "text2", 18)
        painter.drawPixmap(self.width() - px(30), px(12), chevron)
        font = self.theme.font("small")
        painter.setFont(font)
        painter.setPen(colour("text2"))
        facts = QFontMetrics(font).elidedText(words.facts, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, px(33), width, px(20)), _WRAP, facts)
        painter.drawPixmap(left, px(53), self.theme.pixmap(words.icon, words.tone, 16))
        painter.setFont(self.theme.font("bold"))
        painter.setPen(colour(words.tone))
        painter.drawText(self._status_place(self.width()), _WRAP, words.status)

    def _paint_in_rail(self, painter: QPainter) -> None:
        px = self.theme.px
        icon = self.theme.pixmap(self._words.icon, self._words.tone, 20)
        top = (self.height() - px(40)) // 2
        painter.drawPixmap((self.width() - px(20)) // 2, top, icon)
        font = self.theme.font("rail")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.theme.colour("text"))
        place = QRect(0, top + px(22), self.width(), px(18))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), self._words.day)
