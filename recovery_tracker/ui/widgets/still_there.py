"""A question with two answers in a line of its own: "Pus: still there? Yes / Gone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.domain.questions import Question

YES, NO = "yes", "no"


class StillThere(QWidget):
    """One question; ``answered`` carries it and whether the answer is the first of the two."""

    answered = Signal(object, bool)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setAccessibleName(question.text)
        give_role(self, QAccessible.Role.Grouping)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        text = Text(question.text, "medium", self, wrap=True)
        line.addWidget(text, 1, Qt.AlignmentFlag.AlignVCenter)
        self.answers: list[Chip] = []
        for code, word in zip((YES, NO), _answers(question), strict=True):
            chip = Chip(code, word, self)
            chip.setAccessibleName(
                _("{question} {answer}").format(question=question.text, answer=word)
            )
            chip.show_chosen(question.answer is not None and question.answer == (code == YES))
            chip.answered.connect(self._on_answered)
            line.addWidget(chip)
            self.answers.append(chip)

    def _on_answered(self, chip: Chip) -> None:
        self.answered.emit(self.question, chip.code == YES)


def _answers(question: Question) -> tuple[str, str]:
    if question.kind == "was_seen":
        return (
            choices.label(choices.ACTS, "seen"),
            choices.label(choices.ACTS, "mistake"),
        )
    if question.kind == "still_there" and question.sign != "worried":
        return _("Yes"), _("Gone")
    return _("Yes"), _("No")
