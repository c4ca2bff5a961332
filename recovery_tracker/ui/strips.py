"""The strips above and below a page: sample data, a folded warning, what can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from recovery_tracker.domain.warnings import Level, Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui import session_words
from recovery_tracker.ui.theme import dress_again, theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import Painted, box
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot


class SampleStrip(QFrame):
    """Says all the time that what is shown is made up."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sample")
        self.setAccessibleName(_("Sample data"))
        self.button = Button(_("Leave the sample"), "ghost", parent=self, height=34)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 16, 2)
        row.setSpacing(8)
        row.addWidget(Text(_("Sample data."), "strong", self, tone="on_tint"))
        row.addWidget(
            Text(
                _("Nothing here is yours, and nothing of yours is here."),
                "small",
                self,
                tone="on_tint",
            )
        )
        row.addStretch(1)
        row.addWidget(self.button)
        self.button.clicked.connect(self.left)
        self.hide()


class _OnSolid(Painted, QPushButton):
    """A button on a solid bar: outlined in the bar's text colour."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(text)  # given to the maker, it would load the icons a button may have
        self.tone = "on_contact"
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()
        self.setFont(self.theme.font("bold"))

    def retheme(self) -> None:
        """Take the theme's font."""
        self.setFont(self.theme.font("bold"))
        super().retheme()

    def sizeHint(self) -> QSize:
        """34 high and as wide as its word."""
        px = self.theme.px
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + px(28), px(34))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the outline and the word; a thick one has the focus."""
        painter = QPainter(self)
        colour = self.theme.colour(self.tone)
        strong = (self.hasFocus() and self.ring) or self.underMouse() or self.isDown()
        box(painter, QRectF(self.rect()), 10, None, colour, 3 if strong else 1.5)
        painter.setPen(colour)
        painter.setFont(self.font())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
        painter.end()


class PressingBar(QFrame):
    """A contact or urgent banner folded to a bar, on pages that do not carry it themselves.

    ``asked`` carries the session's id when the person wants to see why.
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("pressing")
        self._warning: Warning | None = None
        self._icon = Text("", "body", self)
        self._heading = Text("", "heading", self)
        self._whose = Text("", "medium", self)
        self.button = _OnSolid(_("Show why"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 24, 7)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._heading)
        row.addWidget(self._whose)
        row.addStretch(1)
        row.addWidget(self.button)
        self.button.clicked.connect(self._ask)
        theme().themed.connect(self.retheme)
        self.hide()

    @property
    def warning(self) -> Warning | None:
        """The warning it stands for."""
        return self._warning

    def forget(self) -> None:
        """Stand for nothing, and hold no word of a warning."""
        self._warning = None
        self.hide()
        for text in (self._heading, self._whose):
            text.setText("")
        self.setAccessibleName("")
        self.button.setAccessibleName("")

    def show_warning(self, warning: Warning | None, snapshot: Snapshot) -> None:
        """Stand for a warning, or go; name its session where it is not the one on screen."""
        self._warning = warning
        self.setVisible(warning is not None)
        if warning is None:
            return
        whose = next(
            (
                session_words.in_short(session)
                for session in snapshot.sessions
                if session.id == warning.session_id and session != snapshot.session
            ),
            "",
        )
        self._heading.setText(warning.heading)
        self._whose.setText(whose)
        self._whose.setVisible(bool(whose))
        self.setAccessibleName(f"{warning.level.label}. {warning.heading}")
        self.button.setAccessibleName(_("{heading}: show why").format(heading=warning.heading))
        self.retheme()

    def retheme(self) -> None:
        """Take the colours of the warning's level."""
        if self._warning is None:
            return
        urgent = self._warning.level is Level.URGENT
        level, text, icon = (
            ("urgent", "on_urgent", "octagon-alert")
            if urgent
            else ("contact", "on_contact", "triangle-alert")
        )
        if self.property("level") != level:
            self.setProperty("level", level)
            dress_again(self)
        self._icon.setPixmap(theme().pixmap(icon, text, 22))
        self._heading.show_tone(text)
        self._whose.show_tone(text)
        self.button.tone = text
        self.button.update()

    def _ask(self) -> None:
        if self._warning is not None:
            self.asked.emit(self._warning.session_id)


class UndoStrip(QFrame):
    """Names what can be undone, until the next change; it never times out."""

    undone = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("undo")
        self._said = Text(_("Saved."), "small", self)
        self.button = Button("", "ghost", "undo", self, height=36)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 5, 16, 5)
        row.setSpacing(12)
        row.addWidget(self._said)
        row.addWidget(self.button)
        row.addStretch(1)
        self.button.clicked.connect(self.undone)
        self.hide()

    def show_undo(self, label: str) -> None:
        """Name what would be taken back; nothing = no strip."""
        self.setVisible(bool(label))
        if label:
            words = _("Undo: {what}").format(what=label)
            self.button.setText(words.replace("&", "&&"))
            self.button.setAccessibleName(words)
            self.button.setToolTip(_("Ctrl+Z"))

    def forget(self) -> None:
        """Offer nothing, and hold no word of what was offered."""
        self.hide()
        self.button.setText("")
        self.button.setAccessibleName("")

    @property
    def words(self) -> str:
        """What the strip offers to undo."""
        return self.button.accessibleName()
