"""The photos of a session as a list, oldest first; small pictures are read when first seen."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QImage, QPixmap

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

MOST_KEPT = 300  # small pictures; about 100 kB of pixels each
_WIDE, _HIGH = 136, 116  # px: what is filled at the largest type

Index = QModelIndex | QPersistentModelIndex

ITEM_ROLE = int(Qt.ItemDataRole.UserRole)
MARK_ROLE = ITEM_ROLE + 1


@frozen
class Item:
    """One photo of the list.

    Attributes:
        session_id: the session it belongs to.
        label: its day, as it is written under it and on it.
        day: the same within a sentence.
        name: the same in full, for assistive technology.
    """

    session_id: str
    photo: Photo
    label: str
    day: str
    name: str


class Thumbnails(QAbstractListModel):
    """Items with their small pictures, and which two of them are compared."""

    def __init__(self, read: Callable[[str], bytes], parent: QObject | None = None) -> None:
        """``read`` gives the bytes of the small picture of a photo by its sha256."""
        super().__init__(parent)
        self._read = read
        self._items: tuple[Item, ...] = ()
        self._chosen: tuple[Item | None, Item | None] = (None, None)
        self._pixmaps: OrderedDict[str, QPixmap] = OrderedDict()

    @property
    def items(self) -> tuple[Item, ...]:
        """What is listed."""
        return self._items

    def show_items(self, items: Sequence[Item]) -> None:
        """List other photos; nothing happens where they are the same."""
        if tuple(items) != self._items:
            self.beginResetModel()
            self._items = tuple(items)
            self.endResetModel()

    def show_chosen(self, first: Item | None, second: Item | None) -> None:
        """Mark the two that are compared with A and B."""
        before = {one for one in self._chosen if one is not None}
        self._chosen = (first, second)
        for item in before | {one for one in self._chosen if one is not None}:
            if item in self._items:
                place = self.index(self._items.index(item))
                self.dataChanged.emit(place, place)

    def forget(self) -> None:
        """Let go of every picture, as when the diary is locked."""
        self._pixmaps.clear()
        self.show_chosen(None, None)
        self.show_items(())

    # What Qt asks --------------------------------------------------------------------------------

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Count the photos."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a photo's picture, day, name, item or mark."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        mark = self._mark(item)
        if role == Qt.ItemDataRole.DisplayRole:
            return _("{day} · {mark}").format(day=item.label, mark=mark) if mark else item.label
        if role == Qt.ItemDataRole.DecorationRole:
            return self._pixmap(item.photo.sha256)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                _("{photo}, compared as {mark}").format(photo=item.name, mark=mark)
                if mark
                else item.name
            )
        if role == Qt.ItemDataRole.ToolTipRole:
            return item.photo.caption or item.name
        return {ITEM_ROLE: item, MARK_ROLE: mark}.get(role)

    def _mark(self, item: Item) -> str:
        return "AB"[self._chosen.index(item)] if item in self._chosen else ""

    def _pixmap(self, sha256: str) -> QPixmap:
        found = self._pixmaps.get(sha256)
        if found is None:
            try:
                found = _small(self._read(sha256))
            except RecoveryTrackerError:  # only its description is in the diary
                found = QPixmap()
            self._pixmaps[sha256] = found
            if len(self._pixmaps) > MOST_KEPT:
                self._pixmaps.popitem(last=False)
        self._pixmaps.move_to_end(sha256)
        return found


def _small(data: bytes) -> QPixmap:
    """A picture no larger than it is shown: sharp, and no more memory than that takes."""
    image = QImage.fromData(data)
    wanted = QSize(_WIDE, _HIGH) * QGuiApplication.primaryScreen().devicePixelRatio()
    size = image.size().scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    if size.width() < image.width():
        smooth = Qt.TransformationMode.SmoothTransformation
        image = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return QPixmap.fromImage(image)
