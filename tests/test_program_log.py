"""The program's log: events and places, private, never large, and no word of a diary."""

from __future__ import annotations

import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker import cli
from recovery_tracker.program_log import (
    FILE_NAME,
    MOST_BYTES,
    Event,
    ProgramLog,
    latest,
    place_of,
)
from tests.clock import Clock

CLOCK = Clock(day=4)


@pytest.fixture
def log(tmp_path: Path) -> ProgramLog:
    return ProgramLog(tmp_path, CLOCK)


def test_a_line_is_a_moment_an_event_and_facts(log: ProgramLog, tmp_path: Path) -> None:
    log.note(Event.OPENED, schema="0002")
    log.note(Event.REFUSED, error="StorageProblem", place="recovery_tracker/data/store.py:12")
    assert latest(tmp_path, 5) == (
        "2026-03-06T20:00:00+0000 opened schema=0002",
        "2026-03-06T20:00:00+0000 refused error=StorageProblem "
        "place=recovery_tracker/data/store.py:12",
    )
    assert latest(tmp_path, 1)[0].endswith("store.py:12")


@given(st.text(min_size=1))
def test_what_is_no_word_of_ours_is_left_out(words: str) -> None:
    from recovery_tracker.program_log import _fact

    shown = _fact(f"pus on day 3 {words}")
    assert shown == "?"


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_it_is_private(log: ProgramLog, tmp_path: Path) -> None:
    log.note(Event.LOCKED)
    assert stat.S_IMODE((tmp_path / FILE_NAME).stat().st_mode) == 0o600


def test_a_full_file_is_put_aside_and_only_one_is_kept(log: ProgramLog, tmp_path: Path) -> None:
    for name in (FILE_NAME, f"{FILE_NAME}.1"):
        (tmp_path / name).write_text("x" * (MOST_BYTES - 1) + "\n")
    log.note(Event.LOCKED)
    assert (tmp_path / FILE_NAME).read_text().endswith("locked\n")
    assert sorted(file.name for file in tmp_path.iterdir()) == [FILE_NAME, f"{FILE_NAME}.1"]
    assert all(file.stat().st_size <= MOST_BYTES for file in tmp_path.iterdir())
    assert len(latest(tmp_path, 9)) == 2


def test_without_a_folder_or_a_place_to_write_nothing_happens(tmp_path: Path) -> None:
    ProgramLog(tmp_path / "none", CLOCK).note(Event.LOCKED)
    assert not (tmp_path / "none").exists()
    (tmp_path / FILE_NAME).mkdir()
    ProgramLog(tmp_path, CLOCK).note(Event.LOCKED)
    assert latest(tmp_path, 9) == ()


def test_a_place_names_no_folder_of_the_machine() -> None:
    def fail(run: Callable[[], object]) -> str:
        try:
            run()
        except (ValueError, OSError) as error:
            return place_of(error.__traceback__)
        return ""

    assert fail(lambda: int("x")).startswith("tests/test_program_log.py:")
    elsewhere = fail(lambda: subprocess.run(["/no/such/program"], check=True))
    assert elsewhere.count("/") == 1
    assert place_of(None) == ""


def test_a_fault_of_a_command_is_noted_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_args: object, **_options: object) -> int:
        raise ValueError("private words")

    monkeypatch.delenv("RECOVERY_TRACKER_DEBUG", raising=False)
    monkeypatch.setattr("recovery_tracker.data.store.open_store", broken)
    assert cli.main(["--data-dir", str(tmp_path), "warnings"], CLOCK) == 1
    (line,) = latest(tmp_path, 9)
    assert "fault error=ValueError place=tests/test_program_log.py:" in line
    assert "private" not in line
    assert "fault (ValueError)" in capsys.readouterr().err
