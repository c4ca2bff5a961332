"""What stands under the chart before anything is logged: how to read it, in three short cards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text

_ICON = 20


class Explanations(QWidget):
    """Inside the range, above it, next time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons: list[tuple[QLabel, str]] = []
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        for icon, title, text in (
            (
                "recovery",
                _("Inside the range"),
                _(
                    "Your notes fit the usual course. The app cannot see your skin. If you are "
                    "worried, call."
                ),
            ),
            (
                "eye",
                _("Above the range"),
                _(
                    "Not a warning by itself. If a rule fires, you see why, and whether to watch "
                    "or to call."
                ),
            ),
            (
                "sessions",
                _("Next time"),
                _("Your earlier sessions stay faintly behind, so you can compare."),
            ),
        ):
            line.addWidget(self._card(icon, title, text), 1)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _card(self, icon: str, title: str, text: str) -> Card:
        card = Card("", self)
        picture = QLabel(card)
        self._icons.append((picture, icon))
        heading = QHBoxLayout()
        heading.setSpacing(9)
        heading.addWidget(picture)
        heading.addWidget(Text(title, "strong", card), 1)
        words = Text(text, "small", card, wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout()
        inside.setSpacing(4)
        inside.addLayout(heading)
        inside.addWidget(words, 1)
        card.body.addLayout(inside)
        card.setAccessibleName(title)
        return card

    def _retheme(self) -> None:
        for picture, icon in self._icons:
            picture.setPixmap(theme().pixmap(icon, "on_tint", _ICON))
