"""Photos in the real window: brought in, compared with keys alone, and shown in a report."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.hands import WINDOW, Hands, until
from tests.journeys.stage import Stage, Visitor, stage
from tests.journeys.test_window import add_session, squeezed
from tests.pdf import text_of
from tests.photos.drawn import as_file, camera_says, face

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool for keys"),
]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


def picture(folder: Path, days_ago: int) -> Path:
    """A picture whose camera says when it was taken, and where."""
    taken = dt.datetime.now().astimezone() - dt.timedelta(days=days_ago)
    file = folder / f"{days_ago} days ago.jpg"
    said = camera_says(f"{taken:%Y:%m:%d %H:%M:%S}")
    file.write_bytes(as_file(face(900, 1200, light=1 - days_ago / 20), exif=said))
    return file


def photos(scene: Stage, data: Path, folder: Path) -> list[dict[str, Any]]:
    """The photos of the only session, as the command line exports them."""
    scene.command(data, "export", folder / "diary.json")
    (only,) = json.loads((folder / "diary.json").read_text())["sessions"]
    return only.get("photos", [])


def test_two_photos_are_brought_in_compared_and_reported(scene: Stage, tmp_path: Path) -> None:
    data, report = tmp_path / "data", tmp_path / "report.pdf"
    files = [picture(tmp_path, days_ago) for days_ago in (4, 0)]
    before = [file.read_bytes() for file in files]
    scene.open(data)
    visitor = Visitor(scene)
    hands = Hands(scene, visitor)
    add_session(visitor, days_ago=4)
    visitor.presses("Photos", role="push button")
    visitor.presses("Add photos", role="push button")
    names = " ".join(f'"{file}"' for file in files)
    visitor.types("File name:", names, role="text")
    visitor.presses("Open")
    visitor.sees("2 pictures read.")
    assert photos(scene, data, tmp_path) == [], "nothing is kept before it is asked for"
    visitor.presses("Keep 2 photos")

    slider = "Compare Day 0 with Day 4, today"
    visitor.finds(slider, role="slider")
    assert [one["view"] for one in photos(scene, data, tmp_path)] == ["front", "front"]
    assert [file.read_bytes() for file in files] == before, "the originals stay as they are"
    hands.take_window(WINDOW)
    hands.tab_to(slider)
    for keys, value in (
        (("Left",), 48),
        (("shift+Right",), 58),
        (("Home",), 0),
        (("End",), 100),
    ):
        hands.keys(*keys)
        until(lambda wanted=value: visitor.finds(slider)["value"] == wanted, f"{keys}: {value}")

    visitor.presses("Report", role="push button")
    visitor.presses("Photos", role="check box")
    visitor.presses("Save as PDF …")
    visitor.types("File name:", str(report), role="text")
    visitor.presses("Save")
    visitor.sees("report.pdf")
    until(report.exists, "no report was written")
    words = squeezed(text_of(report))
    for said in ("Photos: Front", "First photo of this view", "Latest photo of this view"):
        assert squeezed(said) in words
    assert b"Secret camera" not in report.read_bytes()
