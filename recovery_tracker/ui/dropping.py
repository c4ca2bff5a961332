"""Files dropped anywhere on the window: which page takes them, told by what they are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.exchange.bringing import SUFFIXES
from recovery_tracker.ui.photos.incoming import pictures_in


def place_for(data: QMimeData, snapshot: Snapshot | None) -> tuple[str, object] | None:
    """Return the page that takes what is dropped, and what to open it at; ``None`` if none does.

    Pictures go to the session on screen; without a session there is no place for them. Of
    diaries and tables the first is read; the next one can be brought in after it.
    """
    if snapshot is None:
        return None
    pictures = pictures_in(data)
    if pictures and snapshot.session is not None:
        return "add_photos", pictures
    for url in data.urls():
        if url.isLocalFile() and url.toLocalFile().lower().endswith(SUFFIXES):
            return "import", Path(url.toLocalFile())
    return None
