"""The lines a warning's banner is made of."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.warnings import By, Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.banner_urgency import UrgencyQuestion
from recovery_tracker.ui.widgets.banner_words import ICONS, folded_words, if_closed
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import Painted, box
from recovery_tracker.ui.widgets.text import Text

_TOP = Qt.AlignmentFlag.AlignTop
_GAP = 10
_LEAST = 24  # px, of whatever takes the focus


class BannerHeading(Painted, Text):
    """The instruction; it takes the focus when the banner is gone to."""

    def __init__(self, text: str, role: str, tone: str, parent: QWidget) -> None:
        super().__init__(text, role, parent, tone=tone)
        self._ink = tone
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumHeight(_LEAST)
        give_role(self, QAccessible.Role.Heading)
        self.setAccessibleName(text)
        self.follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a ring in its own colour while it has the focus."""
        super().paintEvent(event)
        if self.hasFocus() and self.ring:
            painter = QPainter(self)
            box(painter, QRectF(self.rect()), 4, None, self.theme.colour(self._ink), 2)
            painter.end()


class Fact(QWidget):
    """An icon and a sentence; the sentence may be rich text."""

    def __init__(self, icon: str, sentence: str, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.icon_only(icon, tone, 18, self), 0, _TOP)
        line.addWidget(Text(sentence, "body", self, wrap=True, rich=True), 1, _TOP)

    @staticmethod
    def icon_only(icon: str, tone: str, size: int, parent: QWidget) -> QLabel:
        """An icon as a label; words always stand beside it."""
        return _Icon(icon, tone, size, parent)


class _Icon(QLabel):
    """An icon in the theme's colours, whichever theme is chosen."""

    def __init__(self, icon: str, tone: str, size: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn = (icon, tone, size)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _retheme(self) -> None:
        icon, tone, size = self._drawn
        self.setPixmap(theme().pixmap(icon, tone, size))
        self.setFixedSize(theme().px(size), theme().px(size))


class _Number(QWidget):
    """A step's number in a disc of the level's colour."""

    def __init__(self, number: int, level: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._number, self._level = number, level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """22 px at 100 %."""
        return QSize(theme().px(22), theme().px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc and the number."""
        look = theme()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        box(painter, rect, rect.height() / 2, look.colour(f"{self._level}_solid"))
        painter.setPen(look.colour(f"on_{self._level}"))
        painter.setFont(look.font("bold"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.end()


class Step(QWidget):
    """One numbered step."""

    def __init__(self, number: int, sentence: str, level: str, parent: QWidget) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(_Number(number, level, self), 0, _TOP)
        text = Text(sentence, "body", self, wrap=True)
        text.setContentsMargins(0, 2, 0, 2)
        line.addWidget(text, 1, _TOP)


class AlsoNoted(QWidget):
    """Another active warning in a line: icon, heading, what the person is told."""

    def __init__(self, warning: Warning, parent: QWidget, *, says_if_closed: bool) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        icon = Fact.icon_only(ICONS[warning.level], warning.level.code, 18, self)
        line.addWidget(icon, 0, _TOP)
        told = warning.message
        if says_if_closed and warning.by is By.TODAY:
            told = f"{told} {if_closed()}"
        words = _headed(warning.heading, told)
        line.addWidget(Text(words, "body", self, wrap=True, rich=True), 1, _TOP)


def _headed(heading: str, words: str) -> str:
    return f"<b>{html.escape(heading)}</b>&nbsp; {html.escape(words)}"


def rule(level: str, parent: QWidget) -> QFrame:
    """A thin line in the level's colour."""
    line = QFrame(parent)
    line.setProperty("rule", level)
    return line


class FoldedLine(QFrame):
    """Warnings the person has acted on at once: what was done, and how to go on from there.

    ``acted`` carries the ids of the rules and the act, ``felt`` the ids and how urgent it feels;
    ``undo_wanted`` asks to take the latest change back. Of the rules in ``felt_asked`` it asks
    how urgent it feels.
    """

    acted = Signal(object, str)
    felt = Signal(object, str)
    undo_wanted = Signal()

    def __init__(
        self,
        warnings: Sequence[Warning],
        parent: QWidget | None = None,
        felt_asked: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        warning = warnings[0]  # the highest
        self.rules = tuple(dict.fromkeys(one.rule for one in warnings))
        level = warning.level.code
        self._level = level
        self.setAccessibleName(_("{heading}.").format(heading=warning.heading))
        give_role(self, QAccessible.Role.Grouping)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 10, 6)
        column.setSpacing(4)
        column.addLayout(self._line(warning))
        self.question: UrgencyQuestion | None = None
        if felt_asked:
            self.question = UrgencyQuestion(felt_asked, level, self)
            self.question.felt.connect(self.felt)
            under_the_words = theme().px(20) + _GAP
            self.question.setContentsMargins(under_the_words, 0, 0, 4)
            column.addWidget(self.question)
        theme().themed.connect(self.update)

    def _line(self, warning: Warning) -> QHBoxLayout:
        level = self._level
        line = QHBoxLayout()
        line.setSpacing(_GAP)
        line.addWidget(Fact.icon_only(ICONS[warning.level], level, 20, self))
        words = _headed(warning.heading, folded_words(warning))
        line.addWidget(Text(words, "body", self, wrap=True, rich=True), 1)
        self.undo = Button(_("Undo"), "ghost", "undo", self, tone=level, height=34)
        self.undo.clicked.connect(self.undo_wanted)
        line.addWidget(self.undo)
        seen = Button(choices.label(choices.ACTS, "seen"), "outline", parent=self, height=34)
        seen.clicked.connect(self._on_seen)
        line.addWidget(seen)
        mistake = Button(choices.label(choices.ACTS, "mistake"), "outline", parent=self, height=34)
        mistake.clicked.connect(self._on_mistake)
        line.addWidget(mistake)
        return line

    def show_undo(self, possible: bool) -> None:
        """Offer Undo only while the act is the latest change."""
        self.undo.setVisible(possible)

    def _on_seen(self) -> None:
        self.acted.emit(self.rules, "seen")

    def _on_mistake(self) -> None:
        self.acted.emit(self.rules, "mistake")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the level's tinted box."""
        painter = QPainter(self)
        colour = theme().colour
        fill, edge = colour(f"{self._level}_bg"), colour(f"{self._level}_line")
        box(painter, QRectF(self.rect()), 12, fill, edge, 1)
        painter.end()
