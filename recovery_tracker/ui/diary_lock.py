"""What the window knows of the diary's passphrase, and what it asks for.

Pages and cards ask here; the composition root, which alone knows the store, does it and answers.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from recovery_tracker.domain.errors import RecoveryTrackerError, WrongPassphrase
from recovery_tracker.domain.passphrase import Passphrase, Patience

_made: list[DiaryLock] = []  # to look among the children of the application would load QStyle


class DiaryLock(QObject):
    """Whether the diary has a passphrase, and the way to lock, unlock and change it.

    ``lock_wanted`` asks for locking now; ``unlock_wanted`` carries a passphrase;
    ``change_wanted`` carries the present one and the new one, ``None`` where there is none.
    ``changed`` tells that there is something new to show, ``refused`` carries the error when a
    passphrase did not do.

    Attributes:
        offered: whether the diary on screen can have a passphrase; the sample cannot.
        encrypted: whether it has one.
        busy: whether something that was asked for is under way.
        rewriting: whether the file is being written anew, which can take a minute.
    """

    lock_wanted = Signal()
    unlock_wanted = Signal(object)
    change_wanted = Signal(object, object)
    changed = Signal()
    refused = Signal(object)

    def __init__(self, parent: QObject, monotonic: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        _made.append(self)
        self._patience = Patience(monotonic)
        self.offered = False
        self.encrypted = False
        self.busy = False
        self.rewriting = False

    # What pages ask for ----------------------------------------------------------------------

    def ask_to_lock(self) -> None:
        """Ask for the window to be locked, if the diary has a passphrase."""
        if self.encrypted and not self.busy:
            self.lock_wanted.emit()

    def ask_to_unlock(self, passphrase: Passphrase) -> None:
        """Ask for the diary to be opened."""
        if not self.busy and self.wait_s == 0:
            self._begin()
            self.unlock_wanted.emit(passphrase)

    def ask_to_change(self, present: Passphrase | None, new: Passphrase | None) -> None:
        """Ask for another passphrase, or for none."""
        if not self.busy and (present is None or self.wait_s == 0):
            self._begin()
            self.change_wanted.emit(present, new)

    @property
    def wait_s(self) -> int:
        """Whole seconds until another passphrase may be tried."""
        return -int(-self._patience.left_s // 1)

    def _begin(self) -> None:
        self.busy = True
        self.changed.emit()

    # What the composition root answers -------------------------------------------------------

    def show_state(self, *, offered: bool, encrypted: bool) -> None:
        """Say what is open now: nothing is under way any more."""
        self.offered, self.encrypted = offered, encrypted
        self.busy = self.rewriting = False
        self.changed.emit()

    def show_rewriting(self) -> None:
        """Say that the file is being written anew."""
        self.rewriting = True
        self.changed.emit()

    def say_right(self) -> None:
        """Note that the passphrase was the right one."""
        self._patience.note_right()

    def refuse(self, error: RecoveryTrackerError) -> None:
        """Say why it was not done."""
        if isinstance(error, WrongPassphrase):
            self._patience.note_wrong()
        self.busy = False
        self.refused.emit(error)
        self.changed.emit()


def diary_lock() -> DiaryLock:
    """Return the lock of the running program; without one nothing is offered."""
    _made[:] = [lock for lock in _made if isValid(lock)]
    return _made[-1] if _made else DiaryLock(cast("QApplication", QApplication.instance()))
