"""Chips of a form: any number of them chosen, kept by the form and not by the diary."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QSizePolicy, QWidget

from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.flow_layout import FlowLayout

_GAP = 7


class ChipChoice(QWidget):
    """A line of chips, wrapping; ``changed`` is emitted when the person chose.

    ``excludes`` names pairs of a code and the codes that go when it is chosen, and the other
    way round (the whole face and its parts).
    """

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        name: str,
        parent: QWidget | None = None,
        excludes: Sequence[tuple[str, Collection[str]]] = (),
        height: int = 40,
    ) -> None:
        super().__init__(parent)
        self._excludes = tuple(excludes)
        self._chosen: list[str] = []
        self.setAccessibleName(name)
        give_role(self, QAccessible.Role.Grouping)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        flow = FlowLayout(self, gap=_GAP, line_gap=3)
        self.chips: dict[str, Chip] = {}
        for code, label in options:
            chip = Chip(code, label, self, height=height)
            chip.answered.connect(self._toggle)
            flow.addWidget(chip)
            self.chips[code] = chip

    def sizeHint(self) -> QSize:
        """All chips in one line."""
        hints = [chip.sizeHint() for chip in self.chips.values()]
        width = sum(hint.width() for hint in hints) + _GAP * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The codes that are chosen, in the order of the chips."""
        return tuple(code for code in self.chips if code in self._chosen)

    def show_chosen(self, codes: Collection[str]) -> None:
        """Show these codes as chosen, and no others."""
        self._chosen = [code for code in self.chips if code in codes]
        for code, chip in self.chips.items():
            chip.show_chosen(code in self._chosen)

    def toggle(self, code: str) -> None:
        """Choose a code, or let it go, as a click on its chip does."""
        if code in self._chosen:
            self._chosen.remove(code)
        else:
            gone: set[str] = set()
            for whole, parts in self._excludes:
                if code == whole:
                    gone.update(parts)
                elif code in parts:
                    gone.add(whole)
            self._chosen = [*(known for known in self._chosen if known not in gone), code]
        self.show_chosen(self._chosen)
        self.changed.emit()

    def _toggle(self, chip: Chip) -> None:
        self.toggle(chip.code)
