"""What answers have in common: they show what is kept, and a click only says what is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton

from recovery_tracker.ui.widgets.painted import Painted

if TYPE_CHECKING:
    _Base = QAbstractButton
else:
    _Base = object


class Answer(Painted, _Base):
    """Mixed into a checkable button whose state comes from a snapshot alone.

    The class declares ``answered = Signal(object)``; it carries the button and is emitted on a
    click, on a key and on a toggle from assistive technology, never by :meth:`show_chosen`.
    """

    answered: ClassVar[Signal]
    _showing: bool = False

    def listen(self) -> None:
        """Connect the ways a person can answer; called once the button is made."""
        self.setCheckable(True)
        self.clicked.connect(self._on_clicked)
        self.toggled.connect(self._on_toggled)
        self.follow_theme()

    def nextCheckState(self) -> None:
        """A click changes nothing by itself: the diary answers first."""

    def _on_clicked(self) -> None:
        self.answered.emit(self)

    def _on_toggled(self, on: bool) -> None:
        # an assistive client checks the button directly; an exclusive neighbour is unchecked by Qt
        if not self._showing and (on or not self.autoExclusive()):
            self.answered.emit(self)

    def show_chosen(self, chosen: bool) -> None:
        """Show whether this answer is the one that is kept."""
        if self.isChecked() == chosen:
            return
        exclusive = self.autoExclusive()
        self._showing = True
        self.setAutoExclusive(False)
        self.setChecked(chosen)
        self.setAutoExclusive(exclusive)
        self._showing = False
        self.updateGeometry()
        self.update()
