"""The diary of the window: opened in a thread, shown, let go of; a part of the composition root."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from recovery_tracker.domain.errors import (
    Damaged,
    PassphraseNeeded,
    RecoveryTrackerError,
    WrongPassphrase,
)
from recovery_tracker.paths import sample_folder

if TYPE_CHECKING:
    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.store import SqliteStore
    from recovery_tracker.domain.passphrase import Passphrase
    from recovery_tracker.journal import Journal, Snapshot
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.main_window import MainWindow

Clock = Callable[[], dt.datetime]
SAMPLE = "sample"  # what another start says when it wants the sample
_PATIENCE_S = 5.0


class Diary(QObject):
    """Opens the person's diary, or the sample, for the window; the work is done in a thread.

    ``opened`` is emitted once the diary is on screen, ``locked`` when it needs a passphrase, and
    ``not_unlocked`` carries why it could not be unlocked, ``damaged`` why it cannot be read, and
    ``refused`` either of them and whatever else stands in the way.

    Attributes:
        key: what opens the person's own diary, if it is encrypted and unlocked.
        lost_log: whether the log beside the diary was gone when it was opened.
    """

    opened = Signal()
    settled = Signal()
    locked = Signal()
    not_unlocked = Signal(object)
    damaged = Signal(object)
    refused = Signal(object)
    _read = Signal(object, object, object, bool)
    _needs_passphrase = Signal()

    def __init__(self, folder: Path, clock: Clock, live: LiveJournal, window: MainWindow) -> None:
        super().__init__(window)
        self.folder = folder
        self.key: Key | None = None
        self.lost_log = False
        self._clock = clock
        self._live = live
        self._window = window
        self._store: SqliteStore | None = None
        self._worker: threading.Thread | None = None
        self._after_paint = QTimer(self)  # a timer's turn comes when what is posted is dealt with
        self._after_paint.setSingleShot(True)
        self._after_paint.timeout.connect(self._settle)
        self._read.connect(self._take)
        self.refused.connect(self._say_refused)
        self._needs_passphrase.connect(self._say_locked)

    def open_own(self) -> None:
        """Open the person's own diary."""
        self.open(sample=False)

    def open_sample(self) -> None:
        """Open the sample data."""
        self.open(sample=True)

    @property
    def file(self) -> Path:
        """The person's own diary."""
        from recovery_tracker.data.store import FILE_NAME

        return self.folder / FILE_NAME

    def open(self, sample: bool, passphrase: Passphrase | None = None) -> None:
        """Open one or the other; what was open is closed when the new one is read."""
        if self._worker is not None and passphrase is not None:
            self._worker.join(_PATIENCE_S)  # it has said its last word
        if self._worker is None or not self._worker.is_alive():
            wanted = "" if sample else self._window.last_session
            self._worker = threading.Thread(
                target=self._open,
                args=(sample, wanted, passphrase),
                daemon=True,
            )
            self._worker.start()

    def _open(self, sample: bool, wanted: str, passphrase: Passphrase | None) -> None:
        """Import the database layer, open the store and read the diary, beside the window."""
        from recovery_tracker.data.encryption import unlock
        from recovery_tracker.data.store import open_store
        from recovery_tracker.data.surroundings import log_is_missing
        from recovery_tracker.journal import Journal

        store = None
        self.lost_log = not sample and log_is_missing(self.file)
        key = None if sample else self.key
        try:
            folder = sample_folder(self.folder) if sample else self.folder
            if passphrase is not None:
                key = unlock(self.file, passphrase)
            store = open_store(folder, self._clock, key=key)
            if sample:
                from recovery_tracker.exchange.sample import fill, is_of_another_day

                if is_of_another_day(Journal(store, self._clock)):
                    store.close()
                    for file in folder.glob("recovery.db*"):
                        file.unlink()
                    store = open_store(folder, self._clock)
                fill(Journal(store, self._clock))  # a journal of its own: nothing to undo
            journal = Journal(store, self._clock, on_screen=wanted, keeps_shown=True, in_turns=True)
            read = journal.snapshot()  # reads and judges here, so that the window need not wait
        except PassphraseNeeded:
            tell = self._needs_passphrase.emit
        except RecoveryTrackerError as error:
            if store is not None:
                store.close()
            tell = partial(self.refused.emit, error)
        else:
            tell = partial(self._read.emit, store, journal, read, sample)
        tell()

    def _take(self, store: SqliteStore, journal: Journal, read: Snapshot, sample: bool) -> None:
        self._let_go()
        self._store = store
        if not sample:
            self.key = store.key
        self._window.show_sample(sample)
        self._window.show_unlocked()
        self._live.open(journal, read)
        self.opened.emit()
        self._after_paint.start()

    def _settle(self) -> None:
        """Remove for good what was deleted long ago; another start will do if this one cannot."""
        self.settled.emit()
        if self._live.is_open:
            with suppress(RecoveryTrackerError):
                self._live.journal.purge()

    def _say_refused(self, error: RecoveryTrackerError) -> None:
        if self._window.locked or isinstance(error, WrongPassphrase):
            self.not_unlocked.emit(error)
        else:
            self._window.show_unopened(error)
            if isinstance(error, Damaged):
                self.damaged.emit(error)

    def _say_locked(self) -> None:
        self._let_go()
        self.locked.emit()

    def let_go_of_key(self) -> Key | None:
        """Close the diary and give its key away."""
        key, self.key = self.key, None
        self._let_go()
        return key

    def answer_other_start(self, word: str) -> None:
        """Come to the front; another start of the sample wants the sample there."""
        if word == SAMPLE and not self._window.shows_sample:
            self.open_sample()
        self._window.raise_to_front()

    def close(self) -> None:
        """Close the diary; one that is still being opened is waited for first."""
        if self._worker is not None:
            self._worker.join(_PATIENCE_S)
            QApplication.sendPostedEvents(self)  # what the worker has said meanwhile
        self._let_go()

    def _let_go(self) -> None:
        self._live.close()
        if self._store is not None:
            self._store.close()
            self._store = None
