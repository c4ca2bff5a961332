"""Start at login: one file that is there or not, in the person's own folder."""

from __future__ import annotations

import plistlib
import re
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.ui import autostart
from recovery_tracker.ui.autostart.desktop_file import DesktopFile
from recovery_tracker.ui.autostart.macos import LaunchAgent
from recovery_tracker.ui.autostart.windows import RunKey

WORDS = ("/usr/bin/python3", "-m", "recovery_tracker", "--background")


def desktop_file(home: Path, words: tuple[str, ...] = WORDS, **environ: str) -> DesktopFile:
    return DesktopFile("recovery-tracker", words, {"HOME": str(home), **environ})


# Linux -----------------------------------------------------------------------------------------


def test_on_writes_the_file_and_off_takes_it_away(tmp_path: Path) -> None:
    login = desktop_file(tmp_path)
    assert not login.is_on()
    login.turn_on()
    assert login.is_on()
    file = tmp_path / ".config" / "autostart" / "recovery-tracker.desktop"
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["[Desktop Entry]", "Type=Application"]
    assert 'Exec="/usr/bin/python3" "-m" "recovery_tracker" "--background"' in lines
    login.turn_off()
    login.turn_off()
    assert not login.is_on()
    assert not list(file.parent.iterdir())


def test_the_folder_of_settings_may_be_elsewhere(tmp_path: Path) -> None:
    login = desktop_file(tmp_path, XDG_CONFIG_HOME=str(tmp_path / "conf"))
    assert login.file == tmp_path / "conf" / "autostart" / "recovery-tracker.desktop"
    relative = desktop_file(tmp_path, XDG_CONFIG_HOME="conf")  # to be ignored, says the standard
    assert relative.file.is_relative_to(tmp_path / ".config")


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_a_desktop_switched_off_is_off(tmp_path: Path, line: str) -> None:
    login = desktop_file(tmp_path)
    login.turn_on()
    with login.file.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    assert not login.is_on()
    login.turn_on()
    assert login.is_on()


def test_a_place_that_takes_no_file_is_said(tmp_path: Path) -> None:
    (tmp_path / ".config").write_text("in the way")
    with pytest.raises(StorageProblem, match="stays as it was"):
        desktop_file(tmp_path).turn_on()
    assert not desktop_file(tmp_path).is_on()
    blocked = desktop_file(tmp_path / "other")
    blocked.file.mkdir(parents=True)
    with pytest.raises(StorageProblem, match="stays as it was"):
        blocked.turn_off()


def read_as_the_standard_says(line: str) -> list[str]:
    """Undo the escapes of a value, then those of each quoted word, then the field codes."""
    value = re.sub(r"\\(.)", r"\1", line)
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', value)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in quoted]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"])), min_size=1))
def test_every_word_of_a_command_comes_back(words: list[str]) -> None:
    login = desktop_file(Path("/nowhere"), tuple(words))
    written: list[str] = []
    login.file = _Written(written)  # type: ignore[assignment]  # a file that only remembers
    login.turn_on()
    line = next(one for one in written[0].split("\n") if one.startswith("Exec="))
    assert read_as_the_standard_says(line.removeprefix("Exec=")) == words


class _Written:
    def __init__(self, written: list[str]) -> None:
        self._written = written
        self.parent = self

    def mkdir(self, **_how: object) -> None:
        pass

    def write_text(self, text: str, encoding: str) -> None:
        assert encoding == "utf-8"
        self._written.append(text)


# The others: written from their manuals, read back here only -------------------------------------


def test_a_launch_agent_is_a_property_list(tmp_path: Path) -> None:
    login = LaunchAgent("recovery-tracker", WORDS, tmp_path)
    login.turn_on()
    assert login.is_on()
    agent = plistlib.loads(login.file.read_bytes())
    assert agent["ProgramArguments"] == list(WORDS)
    assert agent["RunAtLoad"] is True
    login.turn_off()
    assert not login.is_on()
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageProblem):
        LaunchAgent("recovery-tracker", WORDS, tmp_path / "file").turn_on()


class Registry:
    """A registry of one key."""

    HKEY_CURRENT_USER, KEY_SET_VALUE, REG_SZ = range(3)

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def OpenKey(self, *_where: object) -> AbstractContextManager[Registry]:  # noqa: N802
        return nullcontext(self)

    CreateKey = OpenKey

    def QueryValueEx(self, _key: object, name: str) -> str:  # noqa: N802
        if name not in self.values:
            raise FileNotFoundError(name)
        return self.values[name]

    def SetValueEx(  # noqa: N802
        self, _key: object, name: str, _reserved: int, _kind: int, value: str
    ) -> None:
        self.values[name] = value

    def DeleteValue(self, _key: object, name: str) -> None:  # noqa: N802
        del self.values[name]


def test_a_run_key_is_one_value() -> None:
    registry = Registry()
    login = RunKey("recovery-tracker", (r"C:\Program Files\rt.exe", "--background"), registry)
    assert not login.is_on()
    login.turn_off()
    login.turn_on()
    assert login.is_on()
    assert registry.values == {"recovery-tracker": r'"C:\Program Files\rt.exe" --background'}
    login.turn_off()
    assert registry.values == {}


# Which command -----------------------------------------------------------------------------------


def test_each_data_folder_has_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    mine, other = autostart.autostart(None), autostart.autostart(tmp_path / "other")
    mine.turn_on()
    assert mine.is_on()
    assert not other.is_on()
    other.turn_on()
    mine.turn_off()
    (file,) = (tmp_path / "autostart").iterdir()
    assert str(tmp_path / "other") in file.read_text(encoding="utf-8")


def test_the_command_starts_this_program_in_the_background(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert autostart.command(None) == (sys.executable, "-m", "recovery_tracker", "--background")
    assert autostart.command(tmp_path)[-3:] == ("--data-dir", str(tmp_path), "--background")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert autostart.command(None) == (sys.executable, "--background")
