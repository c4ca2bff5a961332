"""Two photos beside each other as one picture file, with their days: to show or to send."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QImageWriter, QPainter

from recovery_tracker.palette import palette
from recovery_tracker.ui.photos.pair import Pair, Side

_HIGH, _MOST_WIDE = 1200, 1600  # px of one photo
_GAP, _LABEL = 24, 72
_QUALITY = 90


def pair_as_jpeg(first: Side, second: Side, *, aligned: bool) -> bytes:
    """Return both photos, whole, in one height, as the bytes of a JPEG without anything else."""
    pair = Pair()
    pair.show_sides(first, second)
    pair.show_aligned(aligned)
    share = first.picture.width() / max(1, first.picture.height())
    wide = min(_MOST_WIDE, round(_HIGH * share))
    colours = palette("light")
    sheet = QImage(2 * wide + 3 * _GAP, _HIGH + _LABEL + 2 * _GAP, QImage.Format.Format_RGB32)
    sheet.fill(QColor(colours.surface))
    painter = QPainter(sheet)
    font = QFont("Inter")
    font.setPixelSize(32)
    painter.setFont(font)
    painter.setPen(QColor(colours.text))
    for place, side in enumerate((first, second)):
        frame = QRectF(_GAP + place * (wide + _GAP), _GAP + _LABEL, wide, _HIGH)
        painter.drawText(
            QRectF(frame.left(), _GAP, wide, _LABEL - _GAP / 2),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            side.label,
        )
        pair.paint(painter, frame, side)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"JPEG"))
    writer.setQuality(_QUALITY)
    writer.write(sheet)
    buffer.close()
    return bytes(content.data())
