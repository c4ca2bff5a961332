"""Laying out at once, for those who compare heights or places that have just changed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QScrollArea, QWidget


def settle(area: QScrollArea) -> None:
    """Lay out at once what scrolls, and show or hide the scroll bar it then needs.

    Qt lays out when it is idle, from the inside to the outside; so does this. To deliver the
    layout requests that are posted is not enough: what lies further out may still answer with the
    sizes it knew before.
    """
    canvas = area.widget()
    outer = canvas.layout() if canvas is not None else None
    if canvas is None or outer is None:
        return
    for widget in reversed(canvas.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None and not widget.isHidden():
            layout.activate()
    outer.invalidate()
    outer.activate()
    QCoreApplication.sendEvent(area, QEvent(QEvent.Type.LayoutRequest))
