"""The line "How urgent does it feel?", asked once of each warning that asks for a call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.warnings import By, Level, Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.text import Text

_CHIP = 28  # px at 100 %: lower than the actions, as it matters less


def not_felt_yet(active: Sequence[Warning]) -> tuple[str, ...]:
    """Return the rules of the contact and urgent warnings that were not answered for yet.

    Nothing is asked while one of them says to call for help now.
    """
    if any(warning.by is By.NOW for warning in active):
        return ()
    asked = (w.rule for w in active if w.level > Level.WATCH and w.urgency_felt is None)
    return tuple(dict.fromkeys(asked))


class UrgencyQuestion(QWidget):
    """The question and its three answers; ``felt`` carries the rules and the answer's code."""

    felt = Signal(object, str)

    def __init__(self, rules: Sequence[str], level: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rules = tuple(rules)
        question = _("How urgent does it feel?")
        self.setAccessibleName(question)
        give_role(self, QAccessible.Role.Grouping)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = FlowLayout(self, gap=8, line_gap=6)
        line.addWidget(Text(question, "body", self))
        self.chips: dict[str, Chip] = {}
        for code in choices.URGENCY_FELT:
            word = choices.label(choices.URGENCY_FELT, code)
            chip = Chip(code, word, self, height=_CHIP)
            chip.show_tone(level)
            chip.setAccessibleName(_("{question} {answer}").format(question=question, answer=word))
            chip.answered.connect(self._on_answered)
            line.addWidget(chip)
            self.chips[code] = chip

    def _on_answered(self, chip: Chip) -> None:
        self.felt.emit(self.rules, chip.code)
