"""The questions about the skin that change what is usual; asked once and remembered."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.profile import Profile
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.chip_choice import ChipChoice
from recovery_tracker.ui.widgets.kept_line import KeptLine
from recovery_tracker.ui.widgets.segmented import Segmented

_NOT_SURE = "not_sure"
_SENSITIVE, _COLD_SORES = "sensitive", "cold_sores"


class SkinQuestions(QWidget):
    """``changed`` is emitted when an answer changed."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        types = [(code, choices.label(choices.SKIN_TYPES, code)) for code in choices.SKIN_TYPES]
        self.type = Segmented(
            [*types, (_NOT_SURE, _("Not sure"))], _("Skin type"), self, wraps=True
        )
        conditions = choices.SKIN_CONDITIONS
        self.facts = ChipChoice(
            (
                (_SENSITIVE, _("Sensitive")),
                *((code, choices.label(conditions, code)) for code in conditions),
                (_COLD_SORES, _("Cold sores, now or before")),
            ),
            _("About your skin"),
            self,
        )
        self.allergies = KeptLine(_("Allergies"), _("Allergies, if you have any"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.type)
        first.addStretch(1)
        column.addLayout(first)
        column.addWidget(self.facts)
        column.addWidget(self.allergies)
        self.type.chosen.connect(self._changed)
        self.facts.changed.connect(self._changed)
        self.allergies.written.connect(self._changed)

    def _changed(self) -> None:
        self.changed.emit()

    def show_profile(self, profile: Profile) -> None:
        """Show what is known already."""
        self.type.show_value(profile.skin_type)
        known = list(profile.skin_conditions)
        known += [_SENSITIVE] if profile.sensitive else []
        known += [_COLD_SORES] if profile.cold_sores else []
        self.facts.show_chosen(known)
        self.allergies.show_text(profile.allergies)

    def filled_in(self, profile: Profile) -> Profile:
        """Return the profile with these answers.

        A chip that is not chosen says "no" only where it said "yes" before: a chip left alone is
        no answer.
        """
        chosen = self.facts.chosen
        kind = self.type.value
        others = tuple(c for c in profile.skin_conditions if c not in choices.SKIN_CONDITIONS)
        conditions = tuple(code for code in chosen if code in choices.SKIN_CONDITIONS)
        return replace(
            profile,
            skin_type=kind if kind in choices.SKIN_TYPES else None,
            sensitive=_answer(_SENSITIVE in chosen, profile.sensitive),
            cold_sores=_answer(_COLD_SORES in chosen, profile.cold_sores),
            skin_conditions=(*conditions, *others),
            allergies=self.allergies.text().strip(),
        )


def _answer(chosen: bool, before: bool | None) -> bool | None:
    if chosen:
        return True
    return None if before is None else False
