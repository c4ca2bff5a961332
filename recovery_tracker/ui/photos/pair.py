"""Two photos laid over or beside each other: size, zoom and place shared, so they move together."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPixmap, QTransform

from recovery_tracker.domain.recovery import Photo
from recovery_tracker.photos.alignment import Alignment, Point, align

MOST_ZOOM = 8.0
ZOOM_STEP = 1.25
_MIDDLE = QPointF(0.5, 0.5)
_INTERSECT = Qt.ClipOperation.IntersectClip


@dataclass(frozen=True)
class Side:
    """One of the two photos.

    Attributes:
        label: the day it is of, as it is written on it.
        picture: its pixels; a null one where only the description is in the diary.
    """

    photo: Photo
    label: str
    picture: QPixmap = field(default_factory=QPixmap)

    @classmethod
    def of(cls, photo: Photo, label: str, data: bytes) -> Side:
        """Make a side of a photo and its bytes."""
        return cls(photo, label, QPixmap.fromImage(QImage.fromData(data)))

    @property
    def marks(self) -> tuple[Point, Point] | None:
        """The two points marked on it, in its own pixels."""
        if self.photo.marks is None or self.picture.isNull():
            return None
        width, height = self.picture.width(), self.picture.height()
        left, top, right, bottom = self.photo.marks
        return (left * width, top * height), (right * width, bottom * height)


class Pair(QObject):
    """The two photos that are compared, and how much of them is in sight.

    ``moved`` is emitted when something else is to be painted. Zoom is 1 for the whole photo;
    the middle is the point in the middle of the view, from 0 to 1 of the first photo's frame.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.first: Side | None = None
        self.second: Side | None = None
        self.aligned = True
        self.zoom = 1.0
        self.middle = QPointF(_MIDDLE)

    def show_sides(self, first: Side | None, second: Side | None) -> None:
        """Compare two other photos; zoom and place stay."""
        self.first, self.second = first, second
        self.moved.emit()

    def show_aligned(self, aligned: bool) -> None:
        """Lay the second over the first by the marked points, or leave it as it is."""
        self.aligned = aligned
        self.moved.emit()

    @property
    def can_align(self) -> bool:
        """Whether two points are marked on both."""
        return self.alignment is not None

    @property
    def alignment(self) -> Alignment | None:
        """How the second comes to lie on the first by the marked points."""
        if self.first is None or self.second is None:
            return None
        ours, theirs = self.first.marks, self.second.marks
        return align(ours, theirs) if ours and theirs else None

    # What is in sight ------------------------------------------------------------------------

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Show more or less; what lies ``at`` a place of the view (0 to 1) stays there."""
        before = self.zoom
        self.zoom = min(max(self.zoom * factor, 1.0), MOST_ZOOM)
        if at is not None:
            away = at - _MIDDLE
            self.middle += away * (1 / before - 1 / self.zoom)
        self._keep_inside()

    def move_by(self, across: float, down: float) -> None:
        """Move what is in sight by shares of the view."""
        self.middle += QPointF(across, down) / self.zoom
        self._keep_inside()

    def show_whole(self) -> None:
        """Show all of both photos."""
        self.zoom = 1.0
        self._keep_inside()

    def _keep_inside(self) -> None:
        rim = 0.5 / self.zoom
        self.middle = QPointF(
            min(max(self.middle.x(), rim), 1 - rim), min(max(self.middle.y(), rim), 1 - rim)
        )
        self.moved.emit()

    # How it is painted -----------------------------------------------------------------------

    def paint(self, painter: QPainter, view: QRectF, side: Side | None) -> None:
        """Paint one of the two into a part of the window, cut at its edge."""
        if side is None or side.picture.isNull():
            return
        painter.save()
        painter.setClipRect(view, _INTERSECT)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(self._seen(view, side), combine=True)
        painter.drawPixmap(0, 0, side.picture)
        painter.restore()

    def _seen(self, view: QRectF, side: Side) -> QTransform:
        """From a photo's pixels to the window: laid over, fitted, then zoomed."""
        base = side
        laid = QTransform()
        alignment = self.alignment if self.aligned and side is self.second else None
        if alignment is not None and self.first is not None:
            base = self.first
            laid.translate(alignment.dx, alignment.dy)
            laid.rotate(alignment.turn)
            laid.scale(alignment.scale, alignment.scale)
        fit = min(view.width() / base.picture.width(), view.height() / base.picture.height())
        placed = QTransform()
        placed.translate(view.center().x(), view.center().y())
        placed.scale(self.zoom, self.zoom)
        placed.translate(
            (0.5 - self.middle.x()) * view.width(), (0.5 - self.middle.y()) * view.height()
        )
        placed.scale(fit, fit)
        placed.translate(-base.picture.width() / 2, -base.picture.height() / 2)
        return laid * placed
