"""The signs beyond the daily chips: in groups, late ones from their day on, others behind More."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.domain.signs import SIGNS, Group
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.sign_chips import SignChips
from recovery_tracker.ui.widgets.text import Text

_GROUPS = (Group.WHOLE_BODY, Group.FACE_AND_EYES, Group.SKIN, Group.LATER)
_OWN = frozenset(sign.code for sign in SIGNS if sign.group in _GROUPS)


class SomethingElse(QWidget):
    """Groups of signs; folded, only those that are ticked stay in sight.

    ``marked`` carries a sign and whether it is present (``None`` = no longer answered). The chips
    are made when the first of them comes into sight: most days have none.
    """

    marked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unfolded = False
        self._more = False
        self._day = 0
        self._present: tuple[str, ...] = ()
        self._tones: Mapping[str, str] = {}
        self.groups: list[tuple[Text, SignChips]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.more = Button(_("More"), "ghost", "plus", self, height=34)
        self.more.setToolTip(_("Signs that usually come later"))
        self.more.clicked.connect(self._on_more)
        self.column.addWidget(self.more)
        self._lay_out()

    def _make_groups(self) -> None:
        for group in _GROUPS:
            heading = Text(group.label, "bold", self)
            chips = SignChips([sign for sign in SIGNS if sign.group is group], group.label, self)
            chips.marked.connect(self.marked)
            for part in (heading, chips):
                self.column.insertWidget(self.column.count() - 1, part)  # "More" stays last
            self.groups.append((heading, chips))

    @property
    def unfolded(self) -> bool:
        """Whether all groups are in sight."""
        return self._unfolded

    def show_unfolded(self, unfolded: bool) -> None:
        """Show all groups, or only what is ticked."""
        self._unfolded = unfolded
        self._more = False
        self._lay_out()

    def show_signs(self, day: int, present: Sequence[str], tones: Mapping[str, str]) -> None:
        """Show which signs are kept as present on a day of the session."""
        self._day, self._present, self._tones = day, tuple(present), tones
        self._lay_out()

    def _on_more(self) -> None:
        self._more = True
        self._lay_out()

    def _lay_out(self) -> None:
        later = False
        anything = False
        if not self.groups and (self._unfolded or _OWN.intersection(self._present)):
            self._make_groups()
        for heading, chips in self.groups:
            chips.show_signs(self._present, self._tones)
            shown = False
            for sign in SIGNS:
                chip = chips.chips.get(sign.code)
                if chip is None:
                    continue
                due = sign.from_day <= self._day or self._more
                # what follows another sign is asked in a line of its own
                offered = self._unfolded and due and not sign.follows
                later = later or (self._unfolded and not due)
                visible = offered or sign.code in self._present
                chip.setVisible(visible)
                shown = shown or visible
            chips.setVisible(shown)
            heading.setVisible(shown and self._unfolded)
            anything = anything or shown
        self.more.setVisible(later)
        self.setVisible(anything)
