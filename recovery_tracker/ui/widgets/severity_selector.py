"""One symptom's row: its label and five grades, of which one or none is chosen."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QGridLayout, QRadioButton, QSizePolicy, QWidget

from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.widgets.answer import Answer
from recovery_tracker.ui.widgets.painted import box, focus_ring
from recovery_tracker.ui.widgets.text import Text

_STRETCH = (44, 44, 55, 49, 68)  # the words differ in length
_LABEL_WIDTH = 97
_DESCRIBED_FROM = Severity.SEVERE
_LOWEST = 24  # the smallest target, at any size of window
_RADIUS = 9


class GradeButton(Answer, QRadioButton):
    """One grade of a row."""

    answered = Signal(object)

    def __init__(self, grade: Severity, parent: SeveritySelector) -> None:
        super().__init__(grade.label, parent)
        self.row = parent
        self.grade = grade
        self.height_px = 43
        self._yesterday = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.listen()
        self.clicked.connect(self.begin_fade)

    def show_yesterday(self, yesterday: bool) -> None:
        """Show whether this was the day before's grade."""
        if self._yesterday != yesterday:
            self._yesterday = yesterday
            self.update()

    def show_height(self, pixels: int) -> None:
        """Take another height, in pixels at 100 %."""
        if self.height_px != pixels:
            self.height_px = pixels
            self.updateGeometry()

    def hitButton(self, pos: QPoint) -> bool:
        """The whole box takes the click."""
        return self.rect().contains(pos)

    def sizeHint(self) -> QSize:
        """Room for the word in bold."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 22, self.theme.px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """A word is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the row take its keys; the rest is the button's."""
        if not self.row.take_key(self.grade, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grade: chosen, yesterday's, under the pointer, or none of these."""
        painter = QPainter(self)
        colour = self.theme.colour
        whole = QRectF(self.rect())
        room = 2 if self.height_px > _LOWEST + 8 else 1
        rest = whole.adjusted(1, room, -1, -room)
        if self.isChecked():
            fill, text = self.theme.colours.grades[self.grade]
            edge = "text2" if self.grade is Severity.NONE else "sline"
            chosen = whole.adjusted(0, room - 1, 0, 1 - room)
            painter.setOpacity(self.faded)
            box(painter, chosen, _RADIUS, QColor(fill), colour(edge), 2)
            painter.setOpacity(1.0)
            painter.setPen(QColor(text))
            painter.setFont(self.theme.font("strong"))
        else:
            self._paint_unchosen(painter, rest)
            painter.setPen(colour("text2" if self.isEnabled() else "muted"))
            painter.setFont(self.theme.font("choice"))
        painter.drawText(whole, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus() and self.ring:
            within = f"on_s{int(self.grade)}" if self.isChecked() else "inset"
            focus_ring(painter, rest.adjusted(2, 2, -2, -2), _RADIUS - 2, self.theme, within)
        painter.end()

    def _paint_unchosen(self, painter: QPainter, rect: QRectF) -> None:
        colour = self.theme.colour
        fill = colour("inset") if self.isEnabled() else None
        if self._yesterday:
            box(painter, rect, _RADIUS, fill, colour("line"), 1.5, dashed=True)
        elif self.isEnabled() and self.underMouse():
            box(painter, rect, _RADIUS, fill, colour("line"), 1)
        elif fill is None:
            box(painter, rect, _RADIUS, None, colour("border"), 1)
        else:
            box(painter, rect, _RADIUS, fill)


class SeveritySelector(QWidget):
    """A row of five grades for one symptom.

    ``rated`` carries the symptom and the grade the person chose (``None`` = cleared); the row
    shows nothing of it until :meth:`show_rating`. ``left`` carries the symptom and -1 or +1
    when the person goes to the row before or after.
    """

    rated = Signal(str, object)
    left = Signal(str, int)

    def __init__(
        self,
        symptom: str,
        label: str,
        describe: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.symptom = symptom
        self.label = label
        self._describe = describe
        self._row_px = 43
        self._grade: int | None = None
        self._shown: object = None
        self.setAccessibleName(label)
        give_role(self, QAccessible.Role.Grouping)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        self._name = Text(label, "strong", self)
        self._name.setWordWrap(True)
        grid.addWidget(self._name, 0, 0)
        self.buttons: list[GradeButton] = []
        for grade, stretch in zip(Severity, _STRETCH, strict=True):
            button = GradeButton(grade, self)
            button.setAccessibleName(
                _("{symptom}: {grade}").format(symptom=label, grade=grade.label)
            )
            button.setToolTip(describe(grade))
            button.answered.connect(self._on_answered)
            grid.addWidget(button, 0, grade + 1)
            grid.setColumnStretch(grade + 1, stretch)
            self.buttons.append(button)
        self._grid = grid
        self._description: Text | None = None  # made for the first strong grade
        self.buttons[0].theme.themed.connect(self._retheme)
        self._retheme()
        self._rove(None)

    # What it shows ---------------------------------------------------------------------------

    @property
    def grade(self) -> int | None:
        """The grade that is shown as chosen."""
        return self._grade

    @property
    def description(self) -> str:
        """What stands beside the row: what a strong grade means."""
        return self._description.text() if self._description is not None else ""

    def show_rating(
        self, grade: int | None, *, yesterday: int | None = None, usual: str = ""
    ) -> None:
        """Show what is kept.

        Args:
            grade: the chosen grade, ``None`` = not recorded.
            yesterday: the grade of the day before, if it was recorded.
            usual: the usual range in a sentence, for assistive technology.
        """
        for button in self.buttons:  # also when nothing changed: a failed write springs back
            button.show_chosen(button.grade == grade)
        shown = (grade, yesterday, usual)
        if shown == self._shown:
            return
        self._shown = shown
        self._grade = grade
        before = yesterday if yesterday != grade else None
        for button in self.buttons:
            button.show_yesterday(button.grade == before)
            button.setAccessibleDescription(self._said(button.grade, yesterday, usual))
        described = grade is not None and grade >= _DESCRIBED_FROM and self._describe(grade)
        self._show_description(
            _("{grade}: {description}").format(
                grade=Severity(grade or 0).label, description=described
            )
            if described
            else ""
        )
        self._lay_out()
        self._rove(before)

    def _show_description(self, words: str) -> None:
        if words and self._description is None:
            self._description = Text("", "axis", self, tone="text2")
            self._description.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(self._description, 1, 1, 1, len(self.buttons))
        if self._description is not None:
            self._description.setText(words)
            self._description.setVisible(bool(words))

    def _said(self, grade: Severity, yesterday: int | None, usual: str) -> str:
        said = [_("{n} of {all}.").format(n=grade + 1, all=len(Severity))]
        if self._describe(grade):
            said.append(_("{description}.").format(description=self._describe(grade)))
        if yesterday is not None:
            said.append(_("Yesterday: {grade}.").format(grade=Severity(yesterday).label))
        return " ".join((*said, usual)).strip()

    def show_height(self, pixels: int) -> None:
        """Take another height for the row, in pixels at 100 %."""
        if self._row_px != pixels:
            self._row_px = pixels
            self._lay_out()

    def _lay_out(self) -> None:
        """Give the grades their height; a description takes its line from it."""
        height = max(_LOWEST, self._row_px - 12) if self.description else self._row_px
        for button in self.buttons:
            button.show_height(height)

    def _retheme(self) -> None:
        self._name.setFixedWidth(self._label_width())

    def _label_width(self) -> int:
        """The same for every row: room for the longest word of any symptom in the language."""
        theme = self.buttons[0].theme
        labels = tuple(symptom.label for symptom in SYMPTOMS)
        return max(theme.px(_LABEL_WIDTH), _longest_word(labels, theme.font("strong")))

    def _rove(self, yesterday: int | None) -> None:
        """Let Tab reach one grade of the row: the chosen one, else yesterday's, else none."""
        reached = self._grade if self._grade is not None else yesterday or 0
        for button in self.buttons:
            button.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if button.grade == reached else Qt.FocusPolicy.ClickFocus
            )

    def focus_row(self) -> None:
        """Put the focus on the grade that Tab reaches."""
        for button in self.buttons:
            if button.focusPolicy() & Qt.FocusPolicy.TabFocus:
                button.take_focus()

    # What the person does ----------------------------------------------------------------------

    def _on_answered(self, button: GradeButton) -> None:
        self._choose(button.grade, clears=True)

    def _choose(self, grade: Severity, *, clears: bool = False) -> None:
        wanted = None if clears and self._grade == grade else int(grade)
        self.rated.emit(self.symptom, wanted)

    def take_key(self, grade: Severity, event: QKeyEvent) -> bool:
        """Act on a key pressed on one of the grades; tell whether it was one of the row's."""
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_4:
            self._choose(Severity(key - Qt.Key.Key_0))
            self.left.emit(self.symptom, 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.left.emit(self.symptom, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            to = min(max(grade + step, Severity.NONE), Severity.VERY_SEVERE)
            self.buttons[to].take_focus()
            if to != self._grade:
                self._choose(Severity(to))
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.rated.emit(self.symptom, None)
        else:
            return False
        return True


@lru_cache(maxsize=1)
def _longest_word(labels: tuple[str, ...], font: QFont) -> int:
    """Return the pixels of the longest word: the same for every row of a page."""
    metrics = QFontMetrics(font)
    return max(metrics.horizontalAdvance(word) for label in labels for word in label.split())
