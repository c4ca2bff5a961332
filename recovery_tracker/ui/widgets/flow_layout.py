"""A layout that fills lines from left to right and wraps, as words in a text do."""

from __future__ import annotations

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items one after the other; as many lines as the width asks for.

    ``push_last`` moves the last so many items to the end of the line.
    """

    def __init__(self, parent: QWidget | None = None, gap: int = 7, line_gap: int = 8) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap
        self.push_last = 0
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def set_line_gap(self, pixels: int) -> None:
        """Take another gap between lines."""
        if self._line_gap != pixels:
            self._line_gap = pixels
            self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)

    def insert_widget(self, place: int, widget: QWidget) -> None:
        """Put a widget at a place."""
        self.addWidget(widget)
        self._items.insert(place, self._items.pop())

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # the stub has no None
        """Return an item, or nothing past the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]  # the stub has no None
        """Take an item out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes what width it gets."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height depends on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._lay(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every item in its place."""
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as it may be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The least size of the largest item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _lay(self, rect: QRect, *, move: bool) -> int:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        used = 0
        shown = [item for item in self._items if not item.isEmpty()]
        for item in shown:
            size = _size_in(item, rect.width())
            if lines[-1] and used + self._gap + size.width() > rect.width():
                lines.append([])
                used = 0
            used += size.width() + (self._gap if lines[-1] else 0)
            lines[-1].append((item, size))
        pushed = shown[-self.push_last :] if self.push_last else []
        y = rect.y()
        for line in lines:
            height = max((size.height() for _item, size in line), default=0)
            if move:
                self._place(line, QRect(rect.x(), y, rect.width(), height), pushed)
            y += height + self._line_gap
        return max(0, y - self._line_gap - rect.y())

    def _place(
        self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, pushed: list[QLayoutItem]
    ) -> None:
        free = rect.width() - sum(size.width() for _item, size in line)
        free -= self._gap * (len(line) - 1)
        x = rect.x()
        moved = False
        for item, size in line:
            if item in pushed and not moved:
                x += max(0, free)
                moved = True
            top = rect.y() + (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + self._gap


def _size_in(item: QLayoutItem, width: int) -> QSize:
    """Return the size of an item in a line of some width: no wider, and then perhaps higher."""
    size = item.sizeHint()
    if size.width() <= width:
        return size
    width = max(width, item.minimumSize().width())
    height = item.heightForWidth(width) if item.hasHeightForWidth() else size.height()
    return QSize(width, height)
