"""The order in which Tab goes through a page: the order in which a person reads it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

_SAME_LINE = 24  # px: controls whose middles lie closer stand in one line


def tab_in_reading_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts one after the other, in each line by line.

    Qt adds a control that is made later at the end, wherever it stands; so a page calls this
    whenever it has made some.
    """
    tab_through([control for part in parts for control in _in_order(part)])


def tab_through(controls: Sequence[QWidget]) -> None:
    """Let Tab go through controls in this order, wherever they stand; hidden ones are passed by."""
    for before, after in pairwise(controls):
        QWidget.setTabOrder(before, after)


def _in_order(part: QWidget) -> list[QWidget]:
    placed: list[tuple[int, int, QWidget]] = []
    for control in part.findChildren(QWidget):
        if control.focusPolicy() is not Qt.FocusPolicy.NoFocus and not control.isHidden():
            middle = control.mapTo(part, QPoint(control.width() // 2, control.height() // 2))
            placed.append((middle.y(), middle.x(), control))
    placed.sort(key=lambda one: one[0])
    lines: list[list[tuple[int, int, QWidget]]] = []
    for one in placed:
        if lines and one[0] - lines[-1][0][0] < _SAME_LINE:
            lines[-1].append(one)
        else:
            lines.append([one])
    return [control for line in lines for _y, _x, control in sorted(line, key=lambda one: one[1])]
