"""Locks the window, unlocks it, and changes the diary's passphrase: what `DiaryLock` asks for.

A part of the window's composition root: it knows the store and its key. The key is held by the
open diary only, and is let go of when the window locks.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from recovery_tracker.domain.errors import RecoveryTrackerError, StorageProblem
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.settings import LOCK_AFTER

if TYPE_CHECKING:
    import datetime as dt

    from recovery_tracker.data.encryption import Key
    from recovery_tracker.domain.passphrase import Passphrase
    from recovery_tracker.open_diary import Diary
    from recovery_tracker.ui.diary_lock import DiaryLock
    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences

_HOLDS_WORDS = ("data", "domain", "exchange", "journal", "report", "charts")


class Safe(QObject):
    """Does what the lock is asked for, in threads where it takes its time."""

    _present_known = Signal(object, object)
    _rewritten = Signal(object, object, int)
    _wrong = Signal(object)

    def __init__(
        self,
        diary: Diary,
        window: MainWindow,
        lock: DiaryLock,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
    ) -> None:
        """Make it, and connect it to the diary, the window and the lock."""
        super().__init__(window)
        from recovery_tracker.ui.idle import Idle

        self._diary = diary
        self._window = window
        self._lock = lock
        self._preferences = preferences
        self._clock = clock
        self._to_say = ""
        self._worker: threading.Thread | None = None
        self.idle = Idle(clock, self)
        self.idle.over.connect(self.lock)
        diary.opened.connect(self._show_open)
        diary.locked.connect(self._show_locked)
        diary.not_unlocked.connect(lock.refuse)
        lock.lock_wanted.connect(self._lock_soon)
        lock.unlock_wanted.connect(self._unlock)
        lock.change_wanted.connect(self._change)
        preferences.changed.connect(self._take_setting)
        self._wrong.connect(lock.refuse)
        self._present_known.connect(self._begin_rewriting)
        self._rewritten.connect(self._end_rewriting)

    # Locking ---------------------------------------------------------------------------------

    def _lock_soon(self) -> None:
        """Lock when the button that was pressed has dealt with it: it will be gone."""
        QTimer.singleShot(0, self.lock)

    def lock(self) -> None:
        """Show nothing of the diary and hold nothing of it; words that cannot be kept forbid it."""
        if not self._lock.encrypted or self._lock.busy or self._window.locked:
            return
        if not self._window.keep_words():
            self._window.messages.say(
                _(
                    "Not locked: what you are writing could not be kept. Copy it elsewhere, or "
                    "free some space, then lock again."
                )
            )
            return
        self._diary.let_go_of_key()
        self._show_locked()
        _forget_words()

    def _show_locked(self) -> None:
        self._window.show_locked()
        self._lock.show_state(offered=True, encrypted=True)
        self.idle.watch(0)

    def _unlock(self, passphrase: Passphrase) -> None:
        self._diary.open(sample=False, passphrase=passphrase)

    def _show_open(self) -> None:
        """Say what is open now; watch whether it is used."""
        sample = self._window.shows_sample
        encrypted = self._diary.key is not None
        if encrypted:
            self._lock.say_right()
        self._lock.show_state(offered=not sample, encrypted=encrypted)
        self._watch()
        if self._to_say:
            self._window.messages.say(self._to_say)
            self._to_say = ""
        elif encrypted and not sample:
            self._work(self._finish_backups, self._diary.key)

    def _take_setting(self, key: str) -> None:
        if key == LOCK_AFTER.key and not self._window.locked:
            self._watch()

    def _watch(self) -> None:
        encrypted = self._diary.key is not None
        self.idle.watch(self._preferences.number(LOCK_AFTER.key) if encrypted else 0)

    # Changing the passphrase -----------------------------------------------------------------

    def _work(self, work: Callable[..., None], *given: object) -> None:
        self._worker = threading.Thread(target=work, args=given, name="safe", daemon=True)
        self._worker.start()

    def _change(self, present: Passphrase | None, new: Passphrase | None) -> None:
        self._work(self._look_at_present, present, new)

    def _look_at_present(self, present: Passphrase | None, new: Passphrase | None) -> None:
        """Make sure that whoever changes the passphrase knows it."""
        from recovery_tracker.data.encryption import unlock

        try:
            unlock(self._diary.file, present)
        except RecoveryTrackerError as error:
            self._wrong.emit(error)
        except OSError:
            self._wrong.emit(StorageProblem(_("The diary cannot be read. Check the disk.")))
        else:
            self._present_known.emit(new, None)

    def _begin_rewriting(self, new: Passphrase | None, _nothing: object) -> None:
        """Close the diary and have its file written anew, beside an empty window."""
        if not self._window.keep_words():
            self._lock.refuse(StorageProblem(_("What you are writing could not be kept.")))
            return
        in_use = self._window.live.snapshot is not None and self._window.live.snapshot.sessions
        old = self._diary.let_go_of_key()
        self._window.show_locked()
        self._window.come_back_to("settings" if in_use else "first_run")
        self._lock.show_rewriting()
        self.idle.watch(0)
        self._work(self._rewrite, old, new)

    def _rewrite(self, old: Key | None, new: Passphrase | None) -> None:
        from recovery_tracker.data.encryption import Key
        from recovery_tracker.data.keeping import Keeping
        from recovery_tracker.data.rekeying import change_key, rewrite_backups
        from recovery_tracker.data.restore import ASIDE

        try:
            keeping = Keeping(self._diary.folder, self._clock, old)
            keeping.make("before-encryption")
            key = Key.new(new) if new is not None else None
            change_key(self._diary.file, old, key)
        except RecoveryTrackerError as error:
            self._rewritten.emit(old, error, 0)
        else:
            aside = sorted((self._diary.folder / ASIDE).glob("*.db"))
            left = rewrite_backups((*keeping.files(), *aside), old, key)
            self._rewritten.emit(key, None, left)

    def _end_rewriting(
        self, key: Key | None, error: RecoveryTrackerError | None, left: int
    ) -> None:
        """Open the diary with the key that holds now, and say what was done."""
        if error is not None:
            self._to_say = error.sentence
        elif key is not None:
            self._to_say = _("Your diary is encrypted with this passphrase now.")
        else:
            self._to_say = _("Your diary has no passphrase any more.")
        if left:
            more = ngettext(
                "{n} older file could not be opened and stays as it was.",
                "{n} older files could not be opened and stay as they were.",
                left,
            ).format(n=left)
            self._to_say = f"{self._to_say} {more}"
        self._diary.key = key
        self._diary.open_own()

    def _finish_backups(self, key: Key) -> None:
        """Give backups that are plain the diary's key.

        An interrupted change left them so, or they are on a stick that was not plugged in then.
        """
        from recovery_tracker.data.encryption import is_encrypted
        from recovery_tracker.data.keeping import Keeping
        from recovery_tracker.data.rekeying import rewrite_backups

        with suppress(RecoveryTrackerError, OSError):
            files = Keeping(self._diary.folder, self._clock, key).files()
            plain = [file for file in files if not is_encrypted(file)]
            rewrite_backups(plain, None, key)

    def finish(self) -> None:
        """Wait for a file that is being written anew; to be killed in it would do no harm."""
        if self._worker is not None and self._lock.rewriting:
            self._worker.join()


def _forget_words() -> None:
    """Drop what Python still holds of the diary: remembered answers, and pages in circles."""
    QApplication.sendPostedEvents()
    for name, module in list(sys.modules.items()):
        package, _dot, rest = name.partition(".")
        if package == "recovery_tracker" and rest.partition(".")[0] in _HOLDS_WORDS:
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()
    gc.unfreeze()
    gc.collect()
