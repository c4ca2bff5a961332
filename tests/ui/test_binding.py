"""The Qt binding itself: how it is loaded, and what would end the program after hours of use."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from recovery_tracker.ui import binding

LOADED = """
import binding
import shiboken6
from PySide6.QtCore import QObject
import sys
support = sys.modules["shibokensupport.signature.loader"]
print(not hasattr(support.__loader__, "zfile"))
print(shiboken6.__file__ == shiboken6.__spec__.origin)
try:
    QObject().setObjectName([])
except TypeError as error:
    print("setObjectName(name: str, /)" in str(error))
"""


@pytest.fixture
def loading(tmp_path: Path) -> Path:
    """A folder of its own for the module that loads the binding, with nothing unpacked yet."""
    assert binding.__file__ is not None
    shutil.copy(binding.__file__, tmp_path / "binding.py")
    return tmp_path


def run(folder: Path, *arguments: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    assert not done.stderr
    return done.stdout.split()


def unpacked(folder: Path) -> list[Path]:
    return list(folder.glob("__pycache__/shiboken6-*"))


def test_without_the_step_of_make_the_binding_unpacks_itself(loading: Path) -> None:
    assert run(loading, "-c", LOADED) == ["False", "True", "True"]


def test_what_was_unpacked_once_is_used(loading: Path) -> None:
    assert run(loading, "binding.py") == []
    assert run(loading, "-c", LOADED) == ["True", "True", "True"]
    before = unpacked(loading)
    assert run(loading, "binding.py") == []  # nothing to do
    assert unpacked(loading) == before


def test_files_of_another_installation_are_never_used(loading: Path) -> None:
    run(loading, "binding.py")
    (own,) = unpacked(loading)
    other = own.rename(own.with_name("shiboken6-1"))
    assert run(loading, "-c", LOADED) == ["False", "True", "True"]
    run(loading, "binding.py")
    assert unpacked(loading) == [own]
    assert not other.exists()


def test_a_step_that_was_cut_off_counts_as_not_taken(loading: Path) -> None:
    run(loading, "binding.py")
    (own,) = unpacked(loading)
    own.rename(own.with_name(f"{own.name}.new"))
    assert run(loading, "-c", LOADED) == ["False", "True", "True"]
    run(loading, "binding.py")
    assert unpacked(loading) == [own]


def test_a_call_does_not_let_go_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 under Python 3.11 dropped a reference at each call, and aborted in the end."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 500
