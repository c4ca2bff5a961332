"""One window for each data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.single_instance import SingleInstance


@pytest.fixture
def first(tmp_path: Path, qtbot: QtBot) -> Iterator[SingleInstance]:
    made = SingleInstance(tmp_path / "diary")
    made.listen()
    yield made
    made.close()


def test_the_first_start_is_the_first_and_makes_the_folder_private(
    first: SingleInstance, tmp_path: Path
) -> None:
    assert first.is_first
    if os.name == "posix":
        assert (tmp_path / "diary").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("word", ["", "sample"])
def test_a_second_start_is_heard_by_the_first(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot, word: str
) -> None:
    second = SingleInstance(tmp_path / "diary")
    assert not second.is_first
    with qtbot.waitSignal(first.asked) as asked:
        assert second.ask_first(word)
    assert asked.args == [word]


def test_the_folder_is_the_same_however_it_is_written(
    first: SingleInstance, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "beside").mkdir()
    second = SingleInstance(tmp_path / "beside" / ".." / "diary")
    assert not second.is_first
    with qtbot.waitSignal(first.asked):
        assert second.ask_first("")


def test_another_folder_has_its_own_window(first: SingleInstance, tmp_path: Path) -> None:
    other = SingleInstance(tmp_path / "another person")
    assert other.is_first
    other.close()


def test_after_the_first_is_closed_the_next_is_first(tmp_path: Path, qtbot: QtBot) -> None:
    SingleInstance(tmp_path / "diary").close()
    again = SingleInstance(tmp_path / "diary")
    assert again.is_first
    again.close()


def test_what_a_killed_process_left_behind_is_no_window(tmp_path: Path, qtbot: QtBot) -> None:
    script = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from recovery_tracker.ui.single_instance import SingleInstance
app = QCoreApplication([])
first = SingleInstance(Path(sys.argv[1]))
first.listen()
print(first.is_first, flush=True)
os.kill(os.getpid(), 9)
"""
    folder = tmp_path / "diary"
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "True"
    assert (folder / "window.lock").exists()

    next_start = SingleInstance(folder)
    assert next_start.is_first
    next_start.listen()
    second = SingleInstance(folder)
    with qtbot.waitSignal(next_start.asked):
        assert second.ask_first("")
    next_start.close()


def test_a_folder_that_takes_no_lock_opens_a_window_that_will_say_why(
    tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "file").write_text("in the way")
    made = SingleInstance(tmp_path / "file" / "diary")
    assert made.is_first
    made.close()
