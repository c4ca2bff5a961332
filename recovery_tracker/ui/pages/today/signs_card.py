"""Any of these since yesterday: the daily signs, what is asked again, and everything else."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.signs import SIGN_BY_CODE, SIGNS, Group
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.i18n import _
from recovery_tracker.ui.pages.today.day_view import BLEEDING, DayView
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.question_lines import QuestionLines
from recovery_tracker.ui.widgets.severity_selector import SeveritySelector
from recovery_tracker.ui.widgets.sign_chips import SignChips
from recovery_tracker.ui.widgets.something_else import SomethingElse

_TALL_CHIP, _SMALL_CHIP = 40, 32


class SignsCard(Card):
    """The signs of a day.

    ``marked`` carries a sign and its answer, ``none_answered`` the bulk "no", ``rated`` the
    bleeding row under "Something else". ``unfolded`` is emitted when there are more or fewer
    controls in sight.
    """

    marked = Signal(str, object)
    none_answered = Signal(bool)
    rated = Signal(str, object)
    unfolded = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Group.DAILY.label, parent)
        daily = [sign for sign in SIGNS if sign.group is Group.DAILY]
        self.chips = SignChips(daily, Group.DAILY.label, self, with_none=True, height=_TALL_CHIP)
        self.chips.flow.set_line_gap(4)
        self.show_margins(9, 9, 4)
        self.else_button = Button(_("Something else"), "outline", "plus", self, height=34)
        worried = SIGN_BY_CODE["worried"]
        self.worried = Chip("worried", worried.label, self, help_line=worried.help, icon="help")
        self.something_else = SomethingElse(self)
        self.bleeding: SeveritySelector | None = None  # made when it first comes into sight
        self.questions = QuestionLines(self)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.else_button)
        self._buttons.addWidget(self.worried)
        self.header.addLayout(self._buttons)
        self._in_flow = False
        self._view: DayView | None = None
        self.body.addWidget(self.questions)
        self.body.addWidget(self.chips)
        self.body.addWidget(self.something_else)
        self.else_button.clicked.connect(self._on_else)
        self.worried.answered.connect(self._on_worried)
        self.questions.marked.connect(self.marked)
        self.chips.marked.connect(self.marked)
        self.chips.none_answered.connect(self.none_answered)
        self.something_else.marked.connect(self.marked)

    def show_day(self, view: DayView) -> None:
        """Show the answers that are kept and what is asked besides."""
        entry = view.entry
        self._view = view
        self.show_title(
            Group.DAILY.label if view.is_today else _("Any of these since the day before?")
        )
        self.chips.show_signs(entry.signs, view.tones, none=view.none_chosen)
        self.something_else.show_signs(view.day, entry.signs, view.tones)
        self.worried.show_tone(view.tones.get("worried", ""))
        self.worried.show_chosen(bool(entry.sign("worried")))
        self.questions.show_questions(view.asked_with_signs, enabled=view.open)
        self._show_bleeding(view)
        only_left = view.open and view.signs_left and not view.left
        self.show_asking(only_left and not view.done)
        parts = (self.chips, self.something_else, self.worried, self.else_button)
        for part in parts:
            if part.isEnabled() != view.open:
                part.setEnabled(view.open)

    def _show_bleeding(self, view: DayView) -> None:
        """Ask for bleeding here where it has no row among the symptoms."""
        wanted = self.something_else.unfolded and not view.asks_bleeding
        if wanted and self.bleeding is None:
            known = SYMPTOM_BY_CODE[BLEEDING]
            self.bleeding = SeveritySelector(BLEEDING, known.label, known.grade_description, self)
            self.bleeding.rated.connect(self.rated)
            self.something_else.column.insertWidget(0, self.bleeding)
        if self.bleeding is not None:
            self.bleeding.show_rating(
                view.entry.scores.get(BLEEDING),
                yesterday=view.before.scores.get(BLEEDING) if view.before else None,
                usual=view.usual_words(BLEEDING),
            )
            self.bleeding.setVisible(wanted)

    def show_compact(self, compact: bool) -> None:
        """Take little room: low chips, the two buttons at their end."""
        self.chips.show_height(_SMALL_CHIP if compact else _TALL_CHIP, 6 if compact else 4)
        if compact == self._in_flow:
            return
        self._in_flow = compact
        buttons = (self.else_button, self.worried)
        for button in buttons:
            if compact:
                self._buttons.removeWidget(button)
                button.setParent(self.chips)
                self.chips.flow.addWidget(button)
            else:
                self.chips.flow.removeWidget(button)
                self._buttons.addWidget(button)
            button.show()
        self.chips.flow.push_last = len(buttons) if compact else 0
        self.worried.show_height(_SMALL_CHIP if compact else 34)

    def focus_first_left(self) -> None:
        """Put the focus on the first question, or on "None of these"."""
        if not self.questions.focus_first():
            self.chips.focus_none()

    def _on_else(self) -> None:
        unfolded = not self.something_else.unfolded
        self.something_else.show_unfolded(unfolded)
        if self._view is not None:
            self._show_bleeding(self._view)
        self.else_button.show_kind("outline", icon="minus" if unfolded else "plus")
        self.else_button.setAccessibleDescription(
            _("Shown below") if unfolded else _("More signs, in groups")
        )
        self.unfolded.emit()

    def _on_worried(self, chip: Chip) -> None:
        self.marked.emit(chip.code, None if chip.isChecked() else True)
