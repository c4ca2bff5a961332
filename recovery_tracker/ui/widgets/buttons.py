"""Buttons: one primary per view; the others tonal, outlined, ghost, or a banner's own."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from recovery_tracker.ui.widgets.painted import Painted, box, focus_ring
from recovery_tracker.values import frozen

Kind = Literal["primary", "tonal", "outline", "ghost", "contact", "urgent"]


@frozen
class _Look:
    """Names of the colours of one kind; empty = none."""

    fill: str
    text: str
    edge: str = ""
    hover_fill: str = ""
    hover_edge: str = ""


_LOOKS: dict[str, _Look] = {
    "primary": _Look("primary", "on_primary", hover_fill="primary_h"),
    "tonal": _Look("tint", "on_tint", hover_edge="primary"),
    "outline": _Look("surface", "text", "line", hover_edge="primary"),
    "ghost": _Look("", "on_tint", hover_fill="tint"),
    "contact": _Look("contact_solid", "on_contact", "contact_line", hover_edge="on_contact"),
    "urgent": _Look("urgent_solid", "on_urgent", "urgent_line", hover_edge="on_urgent"),
}
_SOLID = ("contact", "urgent")
_GAP = 8


class Button(Painted, QPushButton):
    """A button of one kind, with an icon beside its word or, with ``name``, an icon alone.

    ``hint`` is its tooltip, such as its shortcut.

    Attributes:
        height_px: its height at 100 %: 42, or 34 beside a card's title.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "outline",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        name: str = "",
        tone: str = "",
        height: int = 42,
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self._kind: Kind = kind
        self._icon = icon
        self._tone = tone
        self._hint = hint or name
        self.height_px = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAutoDefault(False)
        if name:
            self.setAccessibleName(name)
        self.setToolTip(self._hint)
        self.follow_theme()
        self.setText(text)
        self.setFont(self._font())

    def show_kind(self, kind: Kind, *, icon: str | None = None, tone: str = "") -> None:
        """Take another look."""
        wanted = (kind, tone, self._icon if icon is None else icon)
        if wanted == (self._kind, self._tone, self._icon):
            return
        self._kind, self._tone, self._icon = wanted
        self.updateGeometry()
        self.update()

    def show_available(self, available: bool, why: str = "") -> None:
        """Enable the button, or disable it and say why in its tooltip."""
        self.setEnabled(available)
        why = "" if available else why
        self.setToolTip(why or self._hint)
        self.setAccessibleDescription(why)

    def retheme(self) -> None:
        """Take the theme's font, colours and sizes."""
        self.setFont(self._font())
        super().retheme()

    def _font(self) -> QFont:
        return self.theme.font("bold" if self.height_px < 40 else "strong")

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the text or font changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for icon, word and the margins of its kind."""
        px = self.theme.px
        height = px(self.height_px)
        if not self.text():
            return QSize(px(40), px(40)) if self.height_px >= 40 else QSize(height, height)
        side = px(10 if self._kind == "ghost" else 13 if self.height_px < 40 else 18)
        width = self.fontMetrics().horizontalAdvance(self._shown_text()) + 2 * side
        if self._icon:
            width += px(18) + _GAP
        return QSize(width, height)

    def minimumSizeHint(self) -> QSize:
        """A button is never cut."""
        return self.sizeHint()

    def _shown_text(self) -> str:
        return self.text().replace("&&", "&")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, the icon, the word and the ring."""
        look = _LOOKS[self._kind]
        painter = QPainter(self)
        rect = QRectF(self.rect())
        over = self.underMouse() and self.isEnabled()
        radius = 10.0
        if not self.isEnabled():
            box(painter, rect, radius, None, self.theme.colour("line"), 1, dashed=True)
            tone = "muted"
        else:
            fill = (look.hover_fill if over or self.isDown() else "") or look.fill
            edge = (look.hover_edge if over else "") or look.edge
            if self._kind in _SOLID and self.theme.name == "light" and not over:
                edge = ""  # only on dark does the solid fill need a lighter edge
            box(
                painter,
                rect,
                radius,
                self.theme.colour(fill) if fill else None,
                self.theme.colour(edge) if edge else None,
                1.5 if self._kind in _SOLID else 1,
            )
            tone = self._tone or look.text
        self._paint_content(painter, tone)
        if self.hasFocus() and self.ring:
            focus_ring(painter, rect, radius, self.theme)
        painter.end()

    def _paint_content(self, painter: QPainter, tone: str) -> None:
        text = self._shown_text()
        text_width = self.fontMetrics().horizontalAdvance(text) if text else 0
        size = self.theme.px(18) if self._icon else 0
        gap = _GAP if self._icon and text else 0
        left = (self.width() - text_width - size - gap) / 2
        if self._icon:
            pixmap = self.theme.pixmap(self._icon, tone, 18)
            painter.drawPixmap(round(left), round((self.height() - size) / 2), pixmap)
        if text:
            painter.setPen(self.theme.colour(tone))
            painter.setFont(self.font())
            place = QRectF(left + size + gap, 0, text_width + 1, self.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
