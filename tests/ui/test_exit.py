"""The process ends cleanly, whatever is still open or on its way."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LIMIT_S = 120

OPEN = """
import datetime as dt, sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from recovery_tracker.data.store import open_store
from recovery_tracker.exchange.sample import sample_log
from recovery_tracker.journal import Journal
from recovery_tracker.settings import Settings
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences

NOW = dt.datetime(2026, 11, 18, 20, 0, tzinfo=dt.UTC)
app = QApplication([])
folder = Path(sys.argv[1])
store = open_store(folder, lambda: NOW)
journal = Journal(store, lambda: NOW, keeps_shown=True)
journal.merge(sample_log(NOW.date()))
preferences = Preferences(Settings(folder), app)
preferences.accept()
live = LiveJournal(app)
window = MainWindow(live, preferences, lambda: NOW)
window.show()
live.open(Journal(store, lambda: NOW, keeps_shown=True))
QTest.qWait(1)
"""


@pytest.mark.parametrize(
    "last",
    [
        "window.grab()",
        "window.go('recovery'); QTest.qWait(1)",  # the chart library is on its way
        "window.go('report'); QTest.qWait(300); window.grab()",  # and here the pages are
        "window.go('report', 'show'); QTest.qWait(1); window.close()",
    ],
    ids=["open", "charts", "pages", "closed"],
)
def test_a_script_that_leaves_all_open_ends_cleanly(tmp_path: Path, last: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(OPEN) + last, str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
