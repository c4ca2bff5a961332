"""What the log tells of a whole evening: all that happened, and not a word of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from recovery_tracker.domain.recovery import Session
from recovery_tracker.logbook import Logbook
from recovery_tracker.program_log import FILE_NAME, ProgramLog
from recovery_tracker.ui.crash import REPORT_NAME, CrashHandler
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from tests.builders import DAY_0
from tests.clock import Clock
from tests.ui.conftest import _swept as _swept
from tests.ui.conftest import clock as clock
from tests.ui.conftest import live as live
from tests.ui.conftest import preferences as preferences
from tests.ui.conftest import store as store
from tests.ui.conftest import window as window

MARKERS = ("Ottilie", "Zürich", "quarkish", "bluntly", "pus=")


@pytest.fixture
def evening(
    live: LiveJournal, window: MainWindow, preferences: Preferences, clock: Clock, tmp_path: Path
) -> Path:
    """A diary written in, with words only this test uses; the log's folder."""
    folder = tmp_path / "diary"
    logbook = Logbook(ProgramLog(folder, clock), window)
    live.failed.connect(logbook.note_refused)
    logbook.note_start()
    logbook.note_opened()
    live.add_session(Session("", DAY_0, practitioner="Ottilie", notes="Zürich"))
    session = live.snapshot.session  # type: ignore[union-attr]
    assert session is not None
    today = clock().date()
    live.rate(session.id, today, "redness", 4)
    live.mark(session.id, today, "pus", True)
    live.write(session.id, today, "notes", "quarkish")
    live.select("bluntly")  # no such session: refused
    preferences.put("backup_place", "/Zürich/Ottilie")
    return folder


def test_the_log_holds_events_only(evening: Path) -> None:
    text = (evening / FILE_NAME).read_text(encoding="ascii")
    events = [line.split()[1] for line in text.splitlines()]
    assert events == ["started", "opened", "refused"]
    assert "version=" in text
    assert "qt=" in text
    assert "error=NotFound" in text
    assert not [marker for marker in MARKERS if marker.lower() in text.lower()]


def test_the_details_for_a_bug_report_hold_no_word_of_the_diary(
    evening: Path, window: MainWindow
) -> None:
    window.menus.copy_details.trigger()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Recovery Tracker ")
    for part in ("Python ", "Qt ", "Schema ", "theme = system", "error=NotFound"):
        assert part in copied
    assert not [marker for marker in MARKERS if marker.lower() in copied.lower()]
    assert str(evening) not in copied
    assert window.messages.sentence.startswith("Copied:")


def test_a_fault_that_quotes_a_note_leaves_only_its_place(
    evening: Path, window: MainWindow, clock: Clock, live: LiveJournal
) -> None:
    recovery = live.snapshot.recovery  # type: ignore[union-attr]
    assert recovery is not None
    note = recovery.entries[-1].notes
    assert note == "quarkish"
    handler = CrashHandler(evening, clock)
    try:
        try:
            {}[note]
        except KeyError as cause:
            raise ValueError(f"cannot show {note} of Ottilie") from cause
    except ValueError as error:
        handler.catch(type(error), error, error.__traceback__)
    window.menus.copy_details.trigger()
    copied = QGuiApplication.clipboard().text()
    crash = (evening / REPORT_NAME).read_text(encoding="utf-8")
    assert "fault error=ValueError place=tests/test_logbook.py:" in copied
    assert "KeyError" in crash
    for text in (copied, crash):
        assert not [marker for marker in MARKERS if marker.lower() in text.lower()]
