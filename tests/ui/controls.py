"""What must hold for every control of a page: it has a name and is large enough to hit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

LEAST = 24


def controls(page: QWidget) -> list[QWidget]:
    """Everything in sight that takes the focus or a click."""
    return [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and (isinstance(widget, QAbstractButton) or widget.focusPolicy() != Qt.FocusPolicy.NoFocus)
    ]


def nameless(page: QWidget) -> list[QWidget]:
    """Controls that a screen reader could not name."""
    return [
        widget
        for widget in controls(page)
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]


def too_small(page: QWidget) -> list[QWidget]:
    """Controls under 24 x 24."""
    return [w for w in controls(page) if w.width() < LEAST or w.height() < LEAST]
