"""Laying out at once, for those who compare heights or places that have just changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def settle(canvas: QWidget) -> None:
    """Lay out a widget and what it holds at once.

    Qt lays out when it is idle, from the inside to the outside; so does this. To deliver the
    layout requests that are posted is not enough: what lies further out may still answer with the
    sizes it knew before.
    """
    for widget in reversed(canvas.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None and not widget.isHidden():
            layout.activate()
    outer = canvas.layout()
    if outer is not None:
        outer.invalidate()
        outer.activate()
