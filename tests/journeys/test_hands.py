"""The patient's job with the keys alone, and with the pointer alone, in the real window."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.journeys.closing import close_window
from tests.journeys.hands import WINDOW, Hands, until
from tests.journeys.stage import Stage, Visitor, stage
from tests.pdf import text_of

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool for keys and clicks"),
]

TOO_LONG_MS = 1_000  # of work without a pause; the floor of 150 ms is measured in tools.stall_watch


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


@pytest.fixture
def hands(scene: Stage) -> Hands:
    return Hands(scene, Visitor(scene))


def today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def diary(scene: Stage, data: Path, folder: Path) -> list[dict[str, Any]]:
    """The entries of the only session, as the command line exports them."""
    scene.command(data, "export", folder / "diary.json")
    log = json.loads((folder / "diary.json").read_text())
    (only,) = log["sessions"]
    return only["entries"]


def sockets_of(pid: int) -> list[str]:
    """The internet sockets a process has open."""
    mine = set()
    for handle in Path(f"/proc/{pid}/fd").iterdir():
        try:
            mine.add(str(handle.readlink()))
        except OSError:
            continue  # closed while we looked
    lines = (
        (kind, line)
        for kind in ("tcp", "tcp6", "udp", "udp6")
        for line in Path(f"/proc/{pid}/net/{kind}").read_text().splitlines()[1:]
    )
    return [f"{kind}: {line}" for kind, line in lines if f"socket:[{line.split()[9]}]" in mine]


def tell_blocks(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Print how long the event loop was held up; fail for work nobody would wait for."""
    blocks = [tuple(map(float, line.split())) for line in file.read_text().splitlines()]
    longest = max((length for _when, length, _work in blocks), default=0.0)
    most = max((work for _when, _length, work in blocks), default=0.0)
    with capsys.disabled():
        print(f"\n  longest block of the event loop: {longest:.0f} ms, {most:.0f} ms of it work")
    assert most < TOO_LONG_MS, blocks


def test_by_keys_alone(
    scene: Stage, hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, blocks = tmp_path / "data", tmp_path / "blocks"
    program = scene.open(data, blocks=blocks)
    looks = hands.looks
    looks.finds("I have read this")
    blocks.write_text("")  # the start has its own floors
    hands.take_window(WINDOW)
    hands.tab_to("I have read this")
    hands.keys("space")
    hands.tab_to("Add my treatment")
    hands.keys("space")
    looks.finds("Date of the treatment", role="text")
    hands.tab_to("Date of the treatment")
    hands.types((today() - dt.timedelta(days=5)).isoformat())
    hands.keys("ctrl+Return")
    looks.finds("Day 5")
    hands.keys("alt+Left", "alt+Left")
    for day in (3, 4, 5):
        if day > 3:
            hands.keys("alt+Right")
        looks.finds(f"Day {day}")
        until(lambda: "Redness" in looks.focused().get("name", ""), "the first row has no focus")
        hands.keys("1", "0", "1", "1", "0", "0", "0", "0")
        looks.finds("Itching: None", checked=True)
        hands.keys("n", "ctrl+Return")
        looks.sees(f"Day {day} is logged")
    assert sockets_of(program.pid) == []

    hands.keys("ctrl+2")
    looks.sees("Redness mild on day 5", role="chart")
    hands.tab_to("Redness mild on day 5")
    hands.keys("Left", "Left")
    looks.sees("Day 4", role="chart")
    hands.keys("t")
    looks.sees("as a table", role="table")

    report = tmp_path / "by-keys.pdf"
    hands.keys("ctrl+5")
    looks.finds("Save as PDF …")
    hands.keys("ctrl+s")
    hands.take_window("Save the report")
    hands.keys("ctrl+a")
    hands.types(str(report))
    hands.keys("Return")
    looks.sees("Saved: ")
    assert "Redness" in text_of(report)

    hands.take_window(WINDOW)
    hands.keys("ctrl+comma")
    hands.tab_to("Theme: ")
    hands.keys("Right")
    until(lambda: json.loads((data / "settings.json").read_text())["theme"] != "system", "theme")
    hands.keys("ctrl+1")
    looks.finds("Day 5")
    hands.tab_to("Redness: Mild")
    hands.keys("3")
    looks.finds("Redness: Severe", checked=True)
    hands.keys("ctrl+z")
    looks.finds("Redness: Mild", checked=True)
    hands.keys("ctrl+q")
    assert program.wait(timeout=30) == 0

    entries = diary(scene, data, tmp_path)
    assert [entry["scores"]["redness"] for entry in entries] == [1, 1, 1]
    assert [len(entry["scores"]) for entry in entries] == [8, 8, 8]
    assert all(entry["done_at"] for entry in entries)
    tell_blocks(blocks, capsys)


def test_by_pointer_alone(
    scene: Stage, hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, blocks = tmp_path / "data", tmp_path / "blocks"
    program = scene.open(data, blocks=blocks)
    looks = hands.looks
    looks.finds("I have read this")
    blocks.write_text("")
    hands.clicks("I have read this")
    looks.finds("I have read this", checked=True)
    hands.clicks("Add my treatment")
    hands.clicks("Yesterday", role="check box")
    hands.clicks("Start tracking")
    looks.finds("Day 1")
    hands.clicks("Previous day")
    looks.finds("Day 0")
    hands.clicks("Previous day")
    for title in ("1 day before treatment", "Day 0", "Day 1"):
        looks.finds(title)
        hands.clicks("Redness: Mild")
        looks.finds("Redness: Mild", checked=True)
        hands.clicks("Set the rest to None")
        looks.finds("Itching: None", checked=True)
        hands.clicks("None of these")
        looks.finds("None of these", checked=True)
        hands.clicks("Done for today")
        looks.sees("is logged")
        if title != "Day 1":
            hands.clicks("Next day")
    assert sockets_of(program.pid) == []

    hands.clicks("Recovery", role="push button")
    chart = looks.sees("Redness mild on day 1", role="chart")["name"]
    places = itertools.cycle((0.4, 0.5))  # moved until the chart is drawn and reads a day

    def read() -> bool:
        hands.points_at(chart, along=next(places), role="chart")
        return "Day " in looks.finds(chart, role="chart")["description"]

    until(read, "the pointer reads no day")
    hands.clicks("View as table")
    looks.sees("as a table", role="table")

    hands.clicks("Report", role="push button")
    hands.clicks("Save as PDF …")
    hands.clicks("Save", role="push button")
    looks.sees("Saved: ")
    (report,) = tmp_path.rglob("*.pdf")
    assert "Redness" in text_of(report)

    hands.clicks("Settings", role="push button")
    hands.clicks("Theme: Dark")
    until(lambda: json.loads((data / "settings.json").read_text())["theme"] == "dark", "theme")
    hands.clicks("Today", role="push button")
    hands.clicks("Redness: Severe")
    looks.finds("Redness: Severe", checked=True)
    hands.clicks(looks.sees("Undo", role="push button")["name"])
    looks.finds("Redness: Mild", checked=True)
    close_window(WINDOW, scene.env)  # its cross
    assert program.wait(timeout=30) == 0

    entries = diary(scene, data, tmp_path)
    assert [entry["scores"]["redness"] for entry in entries] == [1, 1, 1]
    tell_blocks(blocks, capsys)
