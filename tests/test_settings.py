"""The settings: defaults for whatever is missing or damaged, and a file that is whole or old."""

from __future__ import annotations

import json
import stat
import string
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery_tracker.settings import FILE_NAME, SETTINGS, Settings, Value


def read(settings_: Settings, key: str, kind: type) -> Value:
    return {bool: settings_.flag, int: settings_.number, str: settings_.text}[kind](key)


def all_of(settings_: Settings) -> dict[str, Value]:
    return {s.key: read(settings_, s.key, type(s.default)) for s in SETTINGS}


DEFAULTS = {setting.key: setting.default for setting in SETTINGS}


def test_a_folder_without_a_file_has_the_defaults(tmp_path: Path) -> None:
    assert all_of(Settings(tmp_path / "not yet")) == DEFAULTS
    assert not (tmp_path / "not yet").exists()


def test_every_default_is_a_value_its_setting_takes() -> None:
    assert all(setting.takes(setting.default) for setting in SETTINGS)


def test_a_change_is_there_at_the_next_start(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = Settings(folder)
    assert first.put("theme", "dark")
    assert first.put("text_size", 130)
    assert first.put("menu_bar", value=True)

    again = Settings(folder)
    assert again.text("theme") == "dark"
    assert again.number("text_size") == 130
    assert again.flag("menu_bar") is True
    assert [file.name for file in folder.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    Settings(tmp_path / "own").put("theme", "dark")
    assert stat.S_IMODE((tmp_path / "own" / FILE_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "own").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "damaged",
    [
        "",
        "{",
        "[]",
        "null",
        '"dark"',
        '{"theme": "pink"}',
        '{"theme": 3}',
        '{"text_size": true}',
        '{"text_size": 1e400}',
        '{"menu_bar": 1}',
        '{"theme": "dark"',
        json.dumps({"window": "a" * 5_000}),
        "[" * 100_000,
        "\x00\x01",
    ],
)
def test_a_damaged_file_counts_as_the_defaults(tmp_path: Path, damaged: str) -> None:
    (tmp_path / FILE_NAME).write_text(damaged, encoding="utf-8")
    assert all_of(Settings(tmp_path)) == DEFAULTS


def test_a_file_that_is_not_text_counts_as_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"\xff\xfe\x00{")
    assert all_of(Settings(tmp_path)) == DEFAULTS


def test_a_folder_in_the_files_place_counts_as_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    kept = Settings(tmp_path)
    assert all_of(kept) == DEFAULTS
    assert kept.put("theme", "dark") is False


def test_one_bad_value_leaves_the_others(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"theme": "dark", "text_size": 7}))
    kept = Settings(tmp_path)
    assert kept.text("theme") == "dark"
    assert kept.number("text_size") == 100


def test_what_a_newer_program_keeps_is_not_lost(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"lock_after": 10}))
    Settings(tmp_path).put("theme", "light")
    assert json.loads((tmp_path / FILE_NAME).read_text()) == {"lock_after": 10, "theme": "light"}


def test_a_value_a_setting_cannot_have_is_refused(tmp_path: Path) -> None:
    kept = Settings(tmp_path)
    with pytest.raises(ValueError, match="text_size"):
        kept.put("text_size", 101)
    assert kept.number("text_size") == 100


def test_a_setting_that_cannot_be_kept_holds_for_now(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    kept = Settings(tmp_path / "file" / "folder")
    assert kept.put("theme", "dark") is False
    assert kept.put("theme", "dark") is False
    assert kept.text("theme") == "dark"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
keys = st.sampled_from(list(DEFAULTS)) | st.text(string.ascii_letters)


@given(st.dictionaries(keys, json_values))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_file_holds_each_setting_has_a_value_it_takes(
    tmp_path: Path, held: dict[str, object]
) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps(held), encoding="utf-8")
    values = all_of(Settings(tmp_path))
    assert all(setting.takes(values[setting.key]) for setting in SETTINGS)


@pytest.mark.parametrize("text", ["20:00", "00:00", "23:59", "07:05"])
def test_a_time_of_day_is_kept(tmp_path: Path, text: str) -> None:
    Settings(tmp_path).put("reminder_time", text)
    assert Settings(tmp_path).text("reminder_time") == text


@pytest.mark.parametrize("text", ["", "8", "24:00", "20:60", "20:00:00", "20:00\n", "2٠:00"])
def test_what_is_no_time_of_day_counts_as_the_default(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(json.dumps({"reminder_time": text}), encoding="utf-8")
    assert Settings(tmp_path).text("reminder_time") == "20:00"
