"""Questions in lines of their own, one under the other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.ui.widgets.still_there import StillThere

if TYPE_CHECKING:
    from recovery_tracker.domain.questions import Question


class QuestionLines(QWidget):
    """The questions of a day; hidden when there is none.

    ``marked`` carries a sign and its answer (``None`` = taken back), ``acted`` the rules and the
    act that answer "Were you seen?".
    """

    marked = Signal(str, object)
    acted = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._questions: tuple[Question, ...] = ()
        self.lines: list[StillThere] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.hide()

    def show_questions(self, questions: Sequence[Question], *, enabled: bool) -> None:
        """Show these questions with the answers they have."""
        if tuple(questions) != self._questions:
            self._questions = tuple(questions)
            self._make_lines()
        for line in self.lines:
            if line.isEnabled() != enabled:
                line.setEnabled(enabled)
        self.setVisible(bool(self.lines))

    def _make_lines(self) -> None:
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = []
        for question in self._questions:
            line = StillThere(question, self)
            line.answered.connect(self._on_answered)
            self._column.addWidget(line)
            line.show()
            self.lines.append(line)

    def focus_first(self) -> bool:
        """Put the focus on the first answer; tell whether there is one."""
        for line in self.lines:
            if line.isEnabled():
                line.answers[0].take_focus()
                return True
        return False

    def _on_answered(self, question: Question, first: bool) -> None:
        if question.kind == "was_seen":
            self.acted.emit((question.rule,), "seen" if first else "mistake")
        elif question.answer is not first:
            self.marked.emit(question.sign, first)
        elif question.answer is True:
            self.marked.emit(question.sign, None)
