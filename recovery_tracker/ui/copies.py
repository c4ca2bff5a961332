"""What the window knows of the diary's backups, and what it asks for.

Pages and cards ask here; the composition root, which alone knows the files, does it and answers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from recovery_tracker.values import frozen

if TYPE_CHECKING:  # the window paints before any of it is loaded
    from recovery_tracker.domain.backups import Backup, Standing
    from recovery_tracker.domain.log_changes import LogChanges


@frozen
class Look:
    """What was seen of a backup before it is restored.

    Attributes:
        changes: what would change; ``None`` where the diary itself cannot be read.
        trouble: why the backup cannot be restored, in words; empty = it can.
    """

    file: Path
    changes: LogChanges | None = None
    trouble: str = ""


@frozen
class KeptFile:
    """One file, or folder of files, of the diary: where it is, what is in it, its bytes."""

    place: str
    what: str
    size: int


@frozen
class Kept:
    """All files of the diary, and what kind of folder they are in.

    Attributes:
        warning: what to know of a folder on a share or in a sync folder; empty = nothing.
    """

    files: tuple[KeptFile, ...] = ()
    warning: str = ""


class Copies(QObject):
    """The backups of the diary on screen, and the way to make and restore one.

    The signals that end in ``wanted`` ask; ``changed`` tells that there is something new to show,
    ``looked`` carries a :class:`Look`, ``kept_known`` a :class:`Kept`.

    Attributes:
        standing: how the backups stand; ``None`` where the diary on screen has none.
        listed: the backups with their files, newest first.
        aside: damaged diaries that were set aside, newest first.
        damaged: the sentence that says why the diary cannot be opened; empty = it can.
        busy: what is under way, in words; empty = nothing.
        locked: whether the backups are encrypted.
        keep_first: backs the diary up before an import, in the thread that calls it; raises what
            kept the backup from being written.
    """

    back_up_wanted = Signal()
    look_wanted = Signal(object)
    restore_wanted = Signal(object)
    salvage_wanted = Signal(object)
    erase_wanted = Signal()
    kept_wanted = Signal()
    export_wanted = Signal(object)
    changed = Signal()
    looked = Signal(object)
    kept_known = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.standing: Standing | None = None
        self.listed: tuple[tuple[Backup, Path], ...] = ()
        self.aside: tuple[Path, ...] = ()
        self.damaged = ""
        self.busy = ""
        self.locked = False
        self.keep_first: Callable[[], None] = _nothing_to_keep

    def show_busy(self, what: str) -> None:
        """Say what is under way."""
        self.busy = what
        self.changed.emit()

    def show_standing(
        self,
        standing: Standing | None,
        listed: tuple[tuple[Backup, Path], ...] = (),
        aside: tuple[Path, ...] = (),
        *,
        locked: bool = False,
    ) -> None:
        """Say how the backups stand: nothing is under way any more."""
        self.standing, self.listed, self.aside, self.locked = standing, listed, aside, locked
        self.busy = ""
        self.changed.emit()

    def show_damaged(self, sentence: str) -> None:
        """Say that the diary cannot be opened, or (empty) that it can."""
        self.damaged = sentence
        self.changed.emit()


def _nothing_to_keep() -> None:
    """Do nothing: where nobody keeps backups, there is none to make."""


def copies() -> Copies:
    """Return the backups of the running program; without one there are none."""
    app = cast("QApplication", QApplication.instance())
    found = app.findChildren(Copies)
    return found[-1] if found else Copies(app)
