"""A group of signs as chips, with "None of these" as a real answer where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from recovery_tracker.domain.signs import Sign

NONE_OF_THESE = ""


class SignChips(QWidget):
    """Chips for some signs.

    ``marked`` carries a sign and whether it is present (``None`` = no longer answered);
    ``none_answered`` whether the person chose "None of these" or took it back.
    """

    marked = Signal(str, object)
    none_answered = Signal(bool)

    def __init__(
        self,
        signs: Sequence[Sign],
        name: str,
        parent: QWidget | None = None,
        *,
        with_none: bool = False,
        height: int = 34,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        give_role(self, QAccessible.Role.Grouping)
        self.flow = FlowLayout(self, gap=5, line_gap=8)
        self.none: Chip | None = None
        if with_none:
            self.none = Chip(NONE_OF_THESE, _("None of these"), self, height=height)
            self.none.answered.connect(self._on_none)
            self.flow.addWidget(self.none)
        self.chips: dict[str, Chip] = {}
        for sign in signs:
            chip = Chip(sign.code, sign.label, self, help_line=sign.help, height=height)
            chip.answered.connect(self._on_chip)
            self.flow.addWidget(chip)
            self.chips[sign.code] = chip

    def show_signs(
        self, present: Sequence[str], tones: Mapping[str, str], *, none: bool = False
    ) -> None:
        """Show which signs are kept as present, in which warning's colour, and the bulk "no"."""
        if self.none is not None:
            self.none.show_chosen(none)
        for code, chip in self.chips.items():
            chip.show_tone(tones.get(code, ""))
            chip.show_chosen(code in present)

    def show_height(self, pixels: int, line_gap: int) -> None:
        """Take another height for the chips and gap between lines, in pixels at 100 %."""
        for chip in (*self.chips.values(), *([self.none] if self.none else [])):
            chip.show_height(pixels)
        self.flow.set_line_gap(line_gap)

    def focus_none(self) -> None:
        """Put the focus on "None of these"."""
        if self.none is not None:
            self.none.take_focus()

    def _on_chip(self, chip: Chip) -> None:
        self.marked.emit(chip.code, None if chip.isChecked() else True)

    def _on_none(self, chip: Chip) -> None:
        self.none_answered.emit(not chip.isChecked())
