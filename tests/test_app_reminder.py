"""The reminder in the program as a process: what closing the window ends, and a quiet start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.test_app import HEAVY, OWN_BUT_LATER, python

TRAY = """
from PySide6.QtWidgets import QSystemTrayIcon
from recovery_tracker.ui import tray
class Icon(QSystemTrayIcon):
    def show(self):
        pass
tray.QSystemTrayIcon = Icon
tray.available = lambda: True
icons = []
made_tray = tray.Tray.__init__
def remember_icon(self, *args):
    made_tray(self, *args)
    icons.append(self)
tray.Tray.__init__ = remember_icon
"""


def choose(folder: Path, **settings: object) -> None:
    folder.mkdir(parents=True)
    chosen = {"reminder": True, "reminder_time": "23:00", **settings}
    (folder / "settings.json").write_text(json.dumps(chosen), encoding="utf-8")


def run(folder: Path, script: str) -> list[str]:
    done = python(folder, TRAY + script)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout.splitlines()


def test_closing_the_window_ends_the_process_although_there_is_an_icon(tmp_path: Path) -> None:
    choose(tmp_path / "diary")
    said = run(
        tmp_path / "diary",
        """
when_open(lambda window: print(len(icons)))
run()
""",
    )
    assert said == ["1"]


@pytest.mark.parametrize("there", [True, False], ids=["tray", "no tray"])
def test_with_the_opt_in_it_stays_in_the_tray_where_there_is_one(
    tmp_path: Path, there: bool
) -> None:
    choose(tmp_path / "diary", keep_in_tray=True)
    said = run(
        tmp_path / "diary",
        f"""
tray.available = lambda: {there}
def later():
    print("stays", windows[0].isHidden())
    icons[0].quit.trigger()
when_open(lambda window: QTimer.singleShot(200, later))
run()
""",
    )
    assert said == (["stays True"] if there else [])


def test_in_the_background_nothing_heavy_is_loaded_and_open_gives_the_window(
    tmp_path: Path,
) -> None:
    choose(tmp_path / "diary")
    said = run(
        tmp_path / "diary",
        """
def waiting():
    print(*sys.modules)
    print(len(windows), len(icons))
    icons[0].open.trigger()
QTimer.singleShot(0, lambda: QTimer.singleShot(0, waiting))
when_open(lambda window: print(window.deck.name, window.isVisible()))
run(background=True)
""",
    )
    modules, counts, opened = said
    loaded = set(modules.split())
    assert not [name for name in HEAVY if name in loaded]
    assert not [name for name in loaded if name.startswith(OWN_BUT_LATER)]
    assert counts == "0 1"
    assert opened == "first_run True"


def test_in_the_background_it_reads_the_diary_reminds_and_lets_go_of_it(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    choose(folder, reminder_time="19:00")
    run(
        folder,
        """
from recovery_tracker.domain.recovery import Session
when_open(lambda window: window.live.add_session(Session("", NOW.date() - dt.timedelta(days=4))))
run()
""",
    )
    (folder / "settings.json").write_text(json.dumps({"reminder": True, "reminder_time": "19:00"}))
    said = run(
        folder,
        """
def notified(self, text):
    print(text)
    QTimer.singleShot(0, self.quit.trigger)
tray.Tray.notify = notified
run(background=True)
""",
    )
    assert said == ["Day 4: thirty seconds for your skin?"]
    kept = json.loads((folder / "settings.json").read_text())
    assert kept["reminded_on"] == "2026-03-06"


def test_in_the_background_without_a_diary_none_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    choose(folder, reminder_time="19:00")
    run(
        folder,
        """
from recovery_tracker.ui.reminder_timer import ReminderTimer
answer = ReminderTimer.answer
def answered(self, *args):
    answer(self, *args)
    QTimer.singleShot(0, icons[0].quit.trigger)
ReminderTimer.answer = answered
run(background=True)
""",
    )
    assert [file.name for file in folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("setting", [{}, {"reminder": False}], ids=["no tray", "off"])
def test_in_the_background_it_ends_by_itself(tmp_path: Path, setting: dict[str, object]) -> None:
    choose(tmp_path / "diary", **setting)
    said = run(
        tmp_path / "diary",
        """
from recovery_tracker.ui import reminder_background
reminder_background.TRAY_WITHIN_MS = reminder_background._LOOK_EVERY_MS = 0
tray.available = lambda: False
run(background=True)
""",
    )
    assert said == []


def test_a_start_in_the_background_leaves_an_open_window_alone(tmp_path: Path) -> None:
    said = run(
        tmp_path / "diary",
        """
import os, subprocess
def check(window):
    raised = []
    window.raise_to_front = lambda: raised.append(True)
    done = subprocess.run(
        [sys.executable, "-m", "recovery_tracker", "--data-dir", sys.argv[1], "--background"],
        capture_output=True, text=True, timeout=60,
    )
    QApplication.processEvents()
    print(done.returncode, repr(done.stdout + done.stderr), raised)
when_open(check)
run()
""",
    )
    assert said == ["0 '' []"]
