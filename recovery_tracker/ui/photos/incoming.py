"""Which pictures something dropped or pasted holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from recovery_tracker.photos import SUFFIXES
from recovery_tracker.ui.photos.reader import Source


def pictures_in(data: QMimeData) -> tuple[Source, ...]:
    """Return picture files, or else the pixels that were copied; nothing where there are none.

    A folder counts as none: its pictures are chosen on a page of their own.
    """
    files = tuple(
        Path(url.toLocalFile())
        for url in data.urls()
        if url.isLocalFile() and url.toLocalFile().lower().endswith(SUFFIXES)
    )
    if files:
        return files
    if data.hasImage():
        image = data.imageData()
        if isinstance(image, QImage) and not image.isNull():
            return (_as_png(image),)
    return ()


def _as_png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    buffer.close()
    return bytes(content.data())
