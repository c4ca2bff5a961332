"""Reads the pictures of a report's pages in a thread, without holding the window up meanwhile."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageReader


def page_picture(png: bytes) -> QImage:
    """Read a page's picture; an empty one if it is none.

    ``QImage.fromData`` keeps the interpreter to itself until it is done: the window stood still
    for 23 ms a page, and several times as long on a busy machine. A reader lets others go on.
    """
    data = QBuffer()
    data.setData(png)
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(data, b"png").read()
