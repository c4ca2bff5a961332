"""The notification of a desktop without a tray, by the desktop's own program."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.ui import tray
from tests.ui.fake_tray import fake_tray

DAY_4 = "Day 4: thirty seconds for your skin?"


def program(folder: Path, name: str) -> Path:
    """Put a program into a folder that writes down what it was called with."""
    said = folder / f"{name}.said"
    file = folder / name
    file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{said}.new"\nmv "{said}.new" "{said}"\n')
    file.chmod(0o755)
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the program")
@pytest.mark.parametrize("name", ["notify-send", "gdbus"])
def test_the_desktops_own_program_says_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, name: str
) -> None:
    said = program(tmp_path, name)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    if name == "gdbus":
        monkeypatch.setattr(tray, "_NOTIFIERS", tray._NOTIFIERS[1:])
    assert tray.notify_without_tray(DAY_4)
    qtbot.waitUntil(said.exists)
    words = said.read_text().splitlines()
    assert words.count(DAY_4) == 1
    assert "Recovery Tracker" in words
    if name == "gdbus":
        assert words[-3:] == ["[]", "{}", "int32 -1"]


def test_without_such_a_program_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not tray.notify_without_tray(DAY_4)


def test_the_menu_has_what_a_reminder_needs(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    desktop = fake_tray(monkeypatch)
    owner = tray.QObject()
    icon = tray.Tray(owner)
    assert [action.text() for action in icon.menu.actions()] == [
        "Open Recovery Tracker",
        "Log today",
        "Snooze an hour",
        "",
        "Quit",
    ]
    assert not icon.snooze.isEnabled()
    icon.show_waiting(True)
    assert icon.snooze.isEnabled()
    assert icon.icon.toolTip() == "Recovery Tracker: not logged yet today"
    assert not icon.icon.icon().isNull()
    with qtbot.waitSignal(icon.log_wanted):
        icon.icon.messageClicked.emit()
    icon.take_away()
    assert desktop.icons == []
