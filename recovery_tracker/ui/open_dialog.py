"""Asks which files or which folder to read, without stopping the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget


class OpenDialog(QObject):
    """One question at a time; ``chosen`` carries a tuple of paths.

    The folder chosen last is offered again.
    """

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, kind: str = "", suffixes: Sequence[str] = ()
    ) -> None:
        """Prepare to ask for files with one of the ``suffixes``; without any, for a folder."""
        super().__init__(parent)
        self._parent = parent
        self._title = title
        self._filter = f"{kind} ({' '.join(f'*{suffix}' for suffix in suffixes)})"
        self._for_folder = not suffixes
        self._folder = ""  # the pictures folder, the first time

    def ask(self) -> None:
        """Ask."""
        from PySide6.QtCore import QStandardPaths  # not before they are needed: 4 ms
        from PySide6.QtWidgets import QFileDialog

        pictures = QStandardPaths.StandardLocation.PicturesLocation
        folder = self._folder or QStandardPaths.writableLocation(pictures)
        dialog = QFileDialog(self._parent, self._title, folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._for_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
            dialog.setNameFilter(self._filter)
        dialog.filesSelected.connect(self._take)
        dialog.open()

    def _take(self, files: list[str]) -> None:
        paths = tuple(Path(file) for file in files)
        if paths:
            self._folder = str(paths[0] if self._for_folder else paths[0].parent)
            self.chosen.emit(paths)
