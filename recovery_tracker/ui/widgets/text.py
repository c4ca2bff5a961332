"""Text on screen in a role of the type scale."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from recovery_tracker.ui.theme import dress_again


class Text(QLabel):
    """A label in one role of :data:`recovery_tracker.ui.theme.TYPE`.

    Plain text unless ``rich``; what the patient wrote never becomes markup by accident.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        parent: QWidget | None = None,
        *,
        tone: str = "",
        wrap: bool = False,
        rich: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setWordWrap(wrap)
        self.setText(text)
        self.ensurePolished()  # else it is measured in another font until it is shown

    def show_tone(self, tone: str) -> None:
        """Take another colour of the palette; empty = the role's own."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            dress_again(self)

    def show_role(self, role: str) -> None:
        """Take another role of the type scale."""
        if self.property("role") != role:
            self.setProperty("role", role)
            dress_again(self)
            self.updateGeometry()
