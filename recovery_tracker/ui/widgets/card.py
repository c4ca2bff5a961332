"""A white card with an optional title, the ground on which a page lays its parts."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.ui.theme import dress_again
from recovery_tracker.ui.widgets.text import Text


class Card(QFrame):
    """A card; put widgets and layouts into ``body``, things beside the title into ``header``.

    It has a 1 px edge and no shadow. With :meth:`show_asking` it gets the 2 px edge of the one
    thing that is left to answer. ``tight`` is for the side column, where room is scarce: there
    a long title takes two lines.
    """

    def __init__(
        self,
        title: str = "",
        parent: QWidget | None = None,
        *,
        role: str = "heading",
        tight: bool = False,
    ) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*((16, 9, 16, 11) if tight else (18, 12, 18, 12)))
        outer.setSpacing(4 if tight else 8)
        self.header = QHBoxLayout()
        self.header.setSpacing(8)
        self.title = Text(title, role, self, wrap=tight)
        self.title.setVisible(bool(title))
        self.header.addWidget(self.title, 1 if tight else 0)
        self.header.addStretch(0 if tight else 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        outer.addLayout(self.header)
        outer.addLayout(self.body, 1)
        self.setAccessibleName(title)
        self._outer = outer

    def show_margins(self, above: int, below: int, under_title: int) -> None:
        """Take other distances to the edge and under the title, in px."""
        self._outer.setContentsMargins(18, above, 18, below)
        self._outer.setSpacing(under_title)

    def show_title(self, title: str) -> None:
        """Take another title."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def show_asking(self, asking: bool) -> None:
        """Mark the card as the one thing that is left, or take the mark away."""
        if bool(self.property("asking")) != asking:
            self.setProperty("asking", asking)
            dress_again(self)
