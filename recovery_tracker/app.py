"""The window's composition root: what is made, in which order, for one data folder.

Nothing heavy stands before the first paint: the window paints, then the store is imported and
opened beside it, then the page in front fills.
"""

from __future__ import annotations

import datetime as dt
import gc
import linecache
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker import __version__
from recovery_tracker.i18n import _
from recovery_tracker.ui import display

try:
    from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer, Signal
    from PySide6.QtWidgets import QApplication, QWidget
    from shiboken6 import Shiboken
except ImportError as error:  # Qt's own needs of the system are not met
    raise SystemExit(display.import_problem(error)) from None

from recovery_tracker.domain.errors import (
    Damaged,
    NotFound,
    PassphraseNeeded,
    RecoveryTrackerError,
    WrongPassphrase,
)
from recovery_tracker.keeper import Keeper
from recovery_tracker.logbook import Logbook
from recovery_tracker.paths import sample_folder
from recovery_tracker.program_log import ProgramLog
from recovery_tracker.safe import Safe
from recovery_tracker.settings import Settings
from recovery_tracker.ui import accessible
from recovery_tracker.ui.copies import Copies
from recovery_tracker.ui.crash import CrashHandler
from recovery_tracker.ui.diary_lock import DiaryLock
from recovery_tracker.ui.language import Language
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_desk import ReminderDesk
from recovery_tracker.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.store import SqliteStore
    from recovery_tracker.domain.passphrase import Passphrase
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.domain.reminder import Story
    from recovery_tracker.journal import Journal

Clock = Callable[[], dt.datetime]
_SAMPLE = "sample"  # what another start says when it wants the sample
_PAINTED_AT_LAST_MS = 1_000  # a window that starts minimised is never painted
_PATIENCE_S = 5.0


def run(folder: Path, clock: Clock, *, sample: bool = False, background: bool = False) -> int:
    """Show the window of a data folder until it is closed; return the exit status.

    In the ``background``, as at login, the program waits in the tray until the window is wanted.
    """
    gc.disable()  # a start makes much and throws little away; it is on again once it is over
    why_not = display.problem()
    if why_not:
        sys.stderr.write(why_not + "\n")
        return 1
    app = _application()
    crash = CrashHandler(folder, clock)
    crash.install()
    instance = SingleInstance(folder, app)
    if not instance.is_first:
        return 0 if background else _wake_first(instance, sample=sample)
    preferences = Preferences(Settings(folder), app)
    language = Language(preferences, app)
    if background:
        word = _wait_unseen(folder, clock, preferences, instance)
        if word is None:
            instance.close()
            crash.uninstall()
            return 0
        sample = word == _SAMPLE
    crash.ends_program = True
    live = LiveJournal(app)
    lock = DiaryLock(app)
    copies = Copies(app)
    window = MainWindow(live, preferences, clock, sample=sample, furnished=False)
    diary = Diary(folder, clock, live, window)
    safe = Safe(diary, window, lock, preferences, clock)
    keeper = Keeper(diary, window, live, copies, preferences, clock)
    first_paint = FirstPaint(window)
    reminders = ReminderDesk(window, preferences, clock)
    logbook = Logbook(ProgramLog(folder, clock), app)

    app.aboutToQuit.connect(window.close)  # keeps what is being written
    app.aboutToQuit.connect(safe.finish)
    app.aboutToQuit.connect(diary.close)
    app.aboutToQuit.connect(keeper.finish)  # after the last moment that could begin a backup
    app.aboutToQuit.connect(reminders.end)
    app.aboutToQuit.connect(instance.close)
    crash.crashed.connect(window.show_crash)
    diary.settled.connect(instance.listen)
    diary.locked.connect(instance.listen)
    first_paint.painted.connect(window.furnish)
    first_paint.painted.connect(language.bring_qt)
    first_paint.settled.connect(window.begin)
    first_paint.settled.connect(crash.window_stands)
    first_paint.settled.connect(window.follow_desktop)
    first_paint.settled.connect(diary.open_sample if sample else diary.open_own)
    first_paint.settled.connect(reminders.begin)
    diary.opened.connect(logbook.note_opened)
    diary.locked.connect(logbook.note_locked)
    diary.refused.connect(logbook.note_not_opened)
    live.failed.connect(logbook.note_refused)
    first_paint.settled.connect(logbook.note_start)
    language.changed.connect(window.speak)
    reminders.quit_wanted.connect(app.quit)
    instance.asked.connect(diary.answer_other_start)
    window.sample_wanted.connect(diary.open)

    window.show()
    status = app.exec()
    crash.uninstall()
    Shiboken.delete(window)  # before the application: Qt allows no widget without one
    return status


def _application() -> QApplication:
    app = QApplication(sys.argv[:1])
    app.setApplicationName("recovery-tracker")
    app.setApplicationDisplayName(_("Recovery Tracker"))
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("recovery-tracker")
    accessible.install()
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends it: all is on disk
    return app


def _wait_unseen(
    folder: Path, clock: Clock, preferences: Preferences, instance: SingleInstance
) -> str | None:
    """Wait in the tray and remind; return the word of who wants the window, or nothing."""
    from recovery_tracker.ui.reminder_background import Background

    gc.enable()
    loop = QEventLoop()
    waiting = Background(preferences, clock, partial(_stories, folder, clock), loop)
    words: list[str | None] = []
    waiting.ended.connect(words.append)
    waiting.ended.connect(loop.quit)
    instance.listen()
    instance.asked.connect(waiting.answer_other_start)
    QTimer.singleShot(0, waiting.begin)
    loop.exec()
    Shiboken.delete(loop)
    gc.disable()
    return words[0] if words else None


def _stories(folder: Path, clock: Clock) -> tuple[tuple[Story, ...], tuple[Session, ...]]:
    """Read what may be reminded of from the diary, and close it again."""
    from recovery_tracker.data.store import FILE_NAME, open_store
    from recovery_tracker.journal import Journal
    from recovery_tracker.ui.models.reminder_stories import stories

    if not (folder / FILE_NAME).exists():
        return (), ()
    store = open_store(folder, clock)
    try:
        journal = Journal(store, clock)
        snapshot = journal.snapshot()
        return stories(snapshot, snapshot.today, journal.recovery), snapshot.sessions
    finally:
        store.close()


def _wake_first(instance: SingleInstance, *, sample: bool) -> int:
    """Bring the first window to the front instead of opening a second."""
    if instance.ask_first(_SAMPLE if sample else ""):
        return 0
    sys.stderr.write(
        _("The diary is open in another window that does not answer. Close it and start again.")
        + "\n"
    )
    return 1


class FirstPaint(QObject):
    """Tells once when a window has been painted for the first time, and when that is dealt with."""

    painted = Signal()
    settled = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._watched: QWidget | None = window.centralWidget()
        if self._watched is not None:
            self._watched.installEventFilter(self)
        self._at_last = QTimer(self)
        self._at_last.setSingleShot(True)
        self._at_last.timeout.connect(self._tell)
        self._at_last.start(_PAINTED_AT_LAST_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait for the paint event; what it paints is on screen when the next event comes."""
        if event.type() == QEvent.Type.Paint and self._watched is not None:
            self._at_last.start(0)
            self._watched.removeEventFilter(self)
            self._watched = None
        return False

    def _tell(self) -> None:
        self.painted.emit()
        QTimer.singleShot(0, self.settled.emit)


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
    _read = Signal(object, object, bool)
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
                target=self._open, args=(sample, wanted, passphrase), daemon=True
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
            journal = Journal(store, self._clock, keeps_shown=True)
            with suppress(NotFound):
                journal.select(wanted)
            journal.snapshot()  # reads and judges here, so that the window need not wait
        except PassphraseNeeded:
            self._needs_passphrase.emit()
        except RecoveryTrackerError as error:
            if store is not None:
                store.close()
            self.refused.emit(error)
        else:
            self._read.emit(store, journal, sample)

    def _take(self, store: SqliteStore, journal: Journal, sample: bool) -> None:
        self._let_go()
        self._store = store
        if not sample:
            self.key = store.key
        self._window.show_sample(sample)
        self._window.show_unlocked()
        self._live.open(journal)
        self.opened.emit()
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        """Remove for good what was deleted long ago; another start will do if this one cannot."""
        linecache.clearcache()  # the binding reads the source of every module that is imported
        gc.freeze()  # what a start has made stays: the collector need not look at it again
        gc.enable()
        self.settled.emit()
        if self._live.is_open:
            with suppress(RecoveryTrackerError):
                self._live.journal.purge()

    def _say_refused(self, error: RecoveryTrackerError) -> None:
        gc.enable()
        if self._window.locked or isinstance(error, WrongPassphrase):
            self.not_unlocked.emit(error)
        else:
            self._window.show_unopened(error)
            if isinstance(error, Damaged):
                self.damaged.emit(error)

    def _say_locked(self) -> None:
        gc.enable()
        self._let_go()
        self.locked.emit()

    def let_go_of_key(self) -> Key | None:
        """Close the diary and give its key away."""
        key, self.key = self.key, None
        self._let_go()
        return key

    def answer_other_start(self, word: str) -> None:
        """Come to the front; another start of the sample wants the sample there."""
        if word == _SAMPLE and not self._window.shows_sample:
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
