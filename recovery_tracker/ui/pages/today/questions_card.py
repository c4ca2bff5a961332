"""What is asked before anything else: words in notes, and "Were you seen?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.question_lines import QuestionLines

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView


class QuestionsCard(Card):
    """The questions of :attr:`DayView.asked_first`; hidden when there is none."""

    marked = Signal(str, object)
    acted = Signal(object, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Please answer"), parent)
        self.show_margins(9, 9, 4)
        self.show_asking(asking=True)
        self.questions = QuestionLines(self)
        self.body.addWidget(self.questions)
        self.questions.marked.connect(self.marked)
        self.questions.acted.connect(self.acted)
        self.hide()

    def show_day(self, view: DayView) -> None:
        """Show the questions of the day."""
        self.questions.show_questions(view.asked_first, enabled=view.open)
        self.setVisible(bool(view.asked_first))
