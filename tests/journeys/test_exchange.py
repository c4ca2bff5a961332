"""A history from another program brought in and taken back; a diary carried to another folder."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.stage import Stage, Visitor, stage
from tests.journeys.test_window import add_session

pytestmark = pytest.mark.journey


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


def bearable(folder: Path, treated: dt.date) -> Path:
    """Write what Bearable exports, of the days after a treatment."""
    lines = ["date,weekday,time of day,category,rating/amount,detail,notes"]
    for day, (grade, word) in enumerate((("3", "Severe"), ("2", "Moderate"), ("1", "Mild"))):
        date = treated + dt.timedelta(days=day)
        lines.append(f'"{date:%-d %b %Y}","","am","Symptom","{grade}","Redness ({word})",""')
        lines.append(f'"{date:%-d %b %Y}","","am","Mood","7","Happy",""')
    file = folder / "bearable.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def choose_file(visitor: Visitor, file: Path) -> None:
    """Answer the question for a file that is open, with the keyboard's words."""
    visitor.types("File name:", str(file), role="text")
    visitor.presses("Open")


def entries(scene: Stage, data: Path, folder: Path) -> list[dict[str, object]]:
    """Return the entries of a diary, as the command writes them."""
    scene.command(data, "export", folder / "check.json")
    log = json.loads((folder / "check.json").read_text("utf-8"))
    return [entry for session in log["sessions"] for entry in session["entries"]]


def test_a_bearable_file_is_previewed_brought_in_and_taken_back(
    scene: Stage, tmp_path: Path
) -> None:
    data = tmp_path / "data"
    treated = dt.datetime.now().astimezone().date() - dt.timedelta(days=5)
    file = bearable(tmp_path, treated)
    scene.open(data)
    visitor = Visitor(scene)
    visitor.presses("I have read this")
    visitor.presses("I have a file from another app or computer")
    visitor.presses("Choose a file")
    choose_file(visitor, file)

    visitor.sees("1 question is open")
    visitor.types("Date of the treatment", treated.isoformat())
    visitor.presses("Bring it in")  # takes the date, and asks for nothing more
    visitor.finds("Days (3)", role="radio button")
    visitor.presses("Left out (3)")
    visitor.sees("Mood: Happy")
    assert scene.command(data, "warnings", "--format", "json").strip() == "[]"
    visitor.presses("Bring it in")
    visitor.sees("3 entries added")
    assert [entry["scores"] for entry in entries(scene, data, tmp_path)] == [
        {"redness": 3},
        {"redness": 2},
        {"redness": 1},
    ]

    visitor.presses("See the days")
    visitor.sees("Redness mild on day 2, within the usual range")
    visitor.presses("Undo: Import from Bearable")
    visitor.finds("Add my treatment")
    assert entries(scene, data, tmp_path) == []


def test_everything_is_exported_and_brought_into_an_empty_folder(
    scene: Stage, tmp_path: Path
) -> None:
    data, other, file = tmp_path / "data", tmp_path / "other", tmp_path / "everything.zip"
    program = scene.open(data)
    visitor = Visitor(scene)
    add_session(visitor, days_ago=2)
    visitor.presses("Redness: Moderate")
    visitor.finds("Redness: Moderate", checked=True)
    visitor.presses("Settings", role="push button")
    visitor.presses("Export everything")
    visitor.types("File name:", str(file), role="text")
    visitor.presses("Save")
    visitor.sees("Written: everything.zip")
    program.terminate()
    program.wait()

    scene.open(other)
    visitor.presses("I have read this")
    visitor.presses("I have a file from another app or computer")
    visitor.presses("Choose a file")
    choose_file(visitor, file)
    visitor.presses("Bring it in")
    visitor.sees("1 session added")
    visitor.presses("Today", role="push button")
    visitor.finds("Redness: Moderate", checked=True)
    assert entries(scene, other, tmp_path) == entries(scene, data, tmp_path)
