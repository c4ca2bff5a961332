"""Where the program keeps its things."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from recovery_tracker.paths import cache_folder, data_folder, sample_folder


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folders of Linux")
def test_the_folders_are_those_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ada/data")
    monkeypatch.setenv("XDG_CACHE_HOME", "/home/ada/cache")
    assert data_folder() == Path("/home/ada/data/recovery-tracker")
    assert cache_folder() == Path("/home/ada/cache/recovery-tracker")


def test_the_folders_are_the_programs_own_and_apart() -> None:
    assert "recovery-tracker" in data_folder().parts
    assert data_folder() != cache_folder()


def test_sample_data_is_kept_apart_from_real_data() -> None:
    assert sample_folder(Path("diary")) == Path("diary", "sample")


def test_platformdirs_is_imported_when_asked_only() -> None:
    script = "import sys, recovery_tracker.paths; print('platformdirs' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "False", done.stderr
