"""The window's composition root: what is made, in which order, for one data folder.

Nothing heavy stands before the first paint: the window paints, then it is furnished, then the store
is imported and opened beside it, then the page in front fills.
"""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker import __version__
from recovery_tracker.i18n import _
from recovery_tracker.ui import display

try:
    from recovery_tracker.ui import binding  # noqa: F401, I001 - first: it loads Qt lighter

    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import Shiboken
except ImportError as error:  # Qt's own needs of the system are not met
    raise SystemExit(display.import_problem(error)) from None

from recovery_tracker.keeper import Keeper
from recovery_tracker.logbook import Logbook
from recovery_tracker.malloc import keep_lean
from recovery_tracker.open_diary import SAMPLE, Diary
from recovery_tracker.program_log import ProgramLog
from recovery_tracker.safe import Safe
from recovery_tracker.settings import Settings
from recovery_tracker.ui import accessible
from recovery_tracker.ui.collector import Collector
from recovery_tracker.ui.copies import Copies
from recovery_tracker.ui.crash import CrashHandler
from recovery_tracker.ui.diary_lock import DiaryLock
from recovery_tracker.ui.first_paint import FirstPaint
from recovery_tracker.ui.language import Language
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_desk import ReminderDesk
from recovery_tracker.ui.single_instance import SingleInstance

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.domain.reminder import Story

Clock = Callable[[], dt.datetime]


def run(folder: Path, clock: Clock, *, sample: bool = False, background: bool = False) -> int:
    """Show the window of a data folder until it is closed; return the exit status.

    In the ``background``, as at login, the program waits in the tray until the window is wanted.
    """
    keep_lean()
    why_not = display.problem()
    if why_not:
        sys.stderr.write(why_not + "\n")
        return 1
    app = _application()
    collector = Collector(app)  # begins when the start, which throws little away, is over
    crash = CrashHandler(folder, clock)
    crash.install()
    instance = SingleInstance(folder, app)
    if not instance.is_first:
        return 0 if background else _wake_first(instance, sample=sample)
    preferences = Preferences(Settings(folder), app)
    language = Language(preferences, app)
    if background:
        collector.begin()
        word = _wait_unseen(folder, clock, preferences, instance)
        if word is None:
            instance.close()
            crash.uninstall()
            return 0
        sample = word == SAMPLE
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
    first_paint.painted.connect(_load)
    first_paint.loaded.connect(window.furnish)
    first_paint.loaded.connect(language.bring_qt)
    first_paint.settled.connect(window.begin)
    first_paint.settled.connect(crash.window_stands)
    first_paint.settled.connect(window.follow_desktop)
    # when the window is at rest: two threads of Python take turns, and each turn costs
    first_paint.settled.connect(diary.open_sample if sample else diary.open_own)
    for told in (diary.opened, diary.locked, diary.refused):
        told.connect(window.paint_page)
    for settled in (diary.settled, diary.locked, diary.refused):
        settled.connect(collector.begin)
        settled.connect(window.show_icon)
        settled.connect(reminders.begin)
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
    return 1 if crash.ended else status


def _load() -> None:
    """Import most of what the window is furnished with, which takes as long as furnishing it."""
    import_module("recovery_tracker.ui.content")


def _application() -> QApplication:
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
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
    if instance.ask_first(SAMPLE if sample else ""):
        return 0
    sys.stderr.write(
        _("The diary is open in another window that does not answer. Close it and start again.")
        + "\n"
    )
    return 1
