"""Asks where a file is to be written, without stopping the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class SaveDialog(QObject):
    """One question at a time; ``chosen`` carries the path the person chose.

    The folder chosen last is offered again.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str, kind: str, suffix: str) -> None:
        """Prepare to ask for a file of a ``kind``, in words, with a ``suffix`` without a dot."""
        super().__init__(parent)
        self._parent = parent
        self._title = title
        self._filter = f"{kind} (*.{suffix})"
        self._suffix = suffix
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )

    def ask(self, name: str, over: QWidget | None = None) -> None:
        """Ask, with a name to begin with; ``over`` is the window it stands before."""
        dialog = QFileDialog(over or self._parent, self._title, str(self._folder), self._filter)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        path = Path(file)
        self._folder = path.parent
        self.chosen.emit(path)
