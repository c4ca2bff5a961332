"""The footer of the day: what is left, Undo, the bulk answer, and the one primary action."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import box
from recovery_tracker.ui.widgets.text import Text
from recovery_tracker.values import frozen

Primary = Literal["done", "compare", "report", "session", ""]

_LONGEST_UNDO = 30  # characters
_SMALL = 880  # px of width at 100 %
_SHORTEST = 120  # px of the sentence before it wraps
_SIDE, _GAP = 24, 10


@frozen
class FooterWords:
    """What the footer shows.

    Attributes:
        sentence: the state in words.
        undo: what Undo would take back; empty = nothing.
        fills: whether "Set the rest to None" is offered.
        primary: which action the filled button has; empty = none.
        alarm: heading of a banner that is out of sight; ``level``: its colours.
    """

    sentence: str
    undo: str = ""
    fills: bool = False
    primary: Primary = ""
    alarm: str = ""
    level: str = ""


class FooterBar(QFrame):
    """60 px under the page; ``asked`` carries which primary action was used."""

    asked = Signal(str)
    filled = Signal()
    undone = Signal()
    banner_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme()
        self._words = FooterWords("")
        self.setAccessibleName(_("State of this day"))
        # it makes do with the window's width and never asks for more
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._icon = QLabel(self)
        self.sentence = Text("", "small", self, wrap=True)
        self.undo = Button(_("Undo"), "ghost", "undo", self)
        self.show_banner = Button(_("Show"), "outline", parent=self, height=34)
        self.fill = Button(
            _("Set the rest to None"),
            "outline",
            parent=self,
            hint=_("Grades 0 what is not graded yet (Ctrl+0). Never signs."),
        )
        self.hint = Text("", "small", self)
        self.primary = Button(_("Done for today"), "primary", "check", self)
        line = QHBoxLayout(self)
        line.setContentsMargins(_SIDE, 9, _SIDE, 9)
        line.setSpacing(_GAP)
        line.addWidget(self._icon)
        line.addWidget(self.sentence)
        line.addWidget(self.show_banner)
        line.addWidget(self.undo)
        line.addStretch(1)
        line.addWidget(self.fill)
        line.addWidget(self.hint)
        line.addWidget(self.primary)
        self.undo.clicked.connect(self.undone)
        self.fill.clicked.connect(self.filled)
        self.show_banner.clicked.connect(self.banner_wanted)
        self.primary.clicked.connect(self._on_primary)
        self._theme.themed.connect(self._retheme)
        self._retheme()

    def show_words(self, words: FooterWords, *, tell: bool = False) -> None:
        """Show a state; ``tell`` lets a screen reader say a new sentence when it is free."""
        before, self._words = self._words, words
        if words == before:
            return
        self.sentence.setText(words.alarm or words.sentence)
        self.show_banner.setVisible(bool(words.alarm))
        self.fill.setVisible(words.fills and not words.alarm)
        text, icon, hint = {
            "done": (_("Done for today"), "check", _("Ctrl+Enter")),
            "compare": (_("See how it compares"), "recovery", ""),
            "report": (_("Show my dermatologist"), "user", _("Ctrl+D")),
            "session": (_("Choose that session"), "sessions", ""),
            "": ("", "", ""),
        }[words.primary]
        self.primary.setText(text)
        self.primary.show_kind("primary", icon=icon)
        self.primary.setVisible(bool(words.primary))
        self.hint.setText(hint)
        self._retheme()
        if tell and words.sentence != before.sentence:
            announce(self, words.sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep the sentence in one line where there is room; in a small window shorten the rest."""
        small = self.width() < self._theme.px(_SMALL)
        self.hint.setVisible(bool(self.hint.text()) and not small)
        self._show_undo(self._words, short=small)
        wanted = self.sentence.fontMetrics().horizontalAdvance(self.sentence.text()) + 4
        self.sentence.setMinimumWidth(min(wanted, max(self._spare(), self._theme.px(_SHORTEST))))

    def _spare(self) -> int:
        """The width that the others leave to the sentence."""
        others = [self._icon, self.show_banner, self.undo, self.fill, self.hint, self.primary]
        taken = sum(part.sizeHint().width() + _GAP for part in others if not part.isHidden())
        return self.width() - 2 * _SIDE - _GAP - taken

    def _show_undo(self, words: FooterWords, *, short: bool) -> None:
        label = words.undo
        if len(label) > _LONGEST_UNDO:
            label = f"{label[: _LONGEST_UNDO - 1].rstrip()}…"
        named = _("Undo “{what}”").format(what=label.replace("&", "&&"))
        self.undo.setText(_("Undo") if short else named)
        whole = _("Undo “{what}” (Ctrl+Z)").format(what=words.undo)
        self.undo.setToolTip(whole)
        self.undo.setAccessibleName(_("Undo “{what}”").format(what=words.undo))
        self.undo.setVisible(bool(words.undo))

    @property
    def words(self) -> FooterWords:
        """What is shown."""
        return self._words

    def _on_primary(self) -> None:
        self.asked.emit(self._words.primary)

    def _retheme(self) -> None:
        on_level = f"on_{self._words.level}" if self._words.alarm else ""
        self.setFixedHeight(self._theme.px(60))
        alarm = "octagon-alert" if self._words.level == "urgent" else "triangle-alert"
        icon = alarm if self._words.alarm else "check"
        self._icon.setPixmap(self._theme.pixmap(icon, on_level or "text2", 18))
        self.sentence.show_role("heading" if on_level else "small")
        for text in (self.sentence, self.hint):
            text.show_tone(on_level)
        self.undo.show_kind("ghost", tone=on_level)
        self._make_room()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the edge above it, or the level's colour."""
        painter = QPainter(self)
        rect = QRectF(self.rect())
        if self._words.alarm:
            box(painter, rect, 0, self._theme.colour(f"{self._words.level}_solid"))
        else:
            box(painter, rect, 0, self._theme.colour("surface"))
            box(painter, QRectF(0, 0, rect.width(), 1), 0, self._theme.colour("border"))
        painter.end()
