"""The patient's main job in the real program: a window on a screen, used from outside."""

from __future__ import annotations

import datetime as dt
import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.stage import Stage, Visitor, stage
from tests.pdf import text_of

pytestmark = pytest.mark.journey

FLAKING = (
    *("None", "None", "Mild", "Moderate", "Moderate"),
    *("Mild", "Mild", "Mild", "Moderate", "Moderate"),
)


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


def squeezed(text: str) -> str:
    """The text without white space: a line may break anywhere on paper."""
    return "".join(text.split())


def add_session(visitor: Visitor, days_ago: int) -> None:
    """Go through the first run and add a treatment."""
    visitor.presses("I have read this")
    visitor.presses("Add my treatment")
    treated = dt.datetime.now().astimezone().date() - dt.timedelta(days=days_ago)
    visitor.types("Date of the treatment", treated.isoformat())
    visitor.presses("Start tracking")
    visitor.finds(f"Day {days_ago}")


def test_first_start_to_warning_and_report(scene: Stage, tmp_path: Path) -> None:
    """Ten days are logged; screen, command and PDF give the same reason; then the emergency."""
    data = tmp_path / "data"
    scene.open(data)
    visitor = Visitor(scene)
    add_session(visitor, days_ago=9)

    for day in range(8, -1, -1):
        visitor.presses("Previous day")
        visitor.finds(f"Day {day}")
    for day, grade in enumerate(FLAKING):
        if day:
            visitor.presses("Next day")
            visitor.finds(f"Day {day}")
        visitor.presses(f"Flaking: {grade}")
        visitor.finds(f"Flaking: {grade}", checked=True)

    found = json.loads(scene.command(data, "warnings", "--format", "json"))
    (flaking,) = [item for item in found if item["sign"] == "prolonged_flaking"]
    assert (flaking["level"], flaking["day"], flaking["active"]) == ("contact", 9, True)
    visitor.sees("in the next day or two")
    on_screen = squeezed(" ".join(it["name"] for it in visitor.all() if it["showing"]))
    assert squeezed(flaking["reason"]) in on_screen
    scene.command(data, "report", tmp_path / "report.pdf")
    assert squeezed(flaking["reason"]) in squeezed(text_of(tmp_path / "report.pdf"))

    visitor.presses("Trouble breathing or swallowing")
    visitor.finds("Call your local emergency number now")
    visitor.finds("I have called")
    first = json.loads(scene.command(data, "warnings", "--format", "json"))[0]
    assert (first["sign"], first["by"], first["action"]) == (
        "allergy_emergency",
        "now",
        "emergency_now",
    )


def test_what_shows_as_saved_survives_kill_9(scene: Stage, tmp_path: Path) -> None:
    data = tmp_path / "data"
    program = scene.open(data)
    visitor = Visitor(scene)
    add_session(visitor, days_ago=2)
    visitor.presses("Redness: Moderate")
    visitor.finds("Redness: Moderate", checked=True)
    program.send_signal(signal.SIGKILL)
    program.wait()

    scene.open(data)
    visitor.finds("Redness: Moderate", checked=True)


def test_a_second_start_raises_the_first(scene: Stage, tmp_path: Path) -> None:
    data = tmp_path / "data"
    first = scene.open(data)
    visitor = Visitor(scene)
    visitor.finds("I have read this")
    second = scene.open(data)
    assert second.wait(timeout=30) == 0
    assert first.poll() is None


def test_every_control_has_a_name(scene: Stage, tmp_path: Path) -> None:
    scene.open(tmp_path / "data", "demo")
    visitor = Visitor(scene)
    nameless: list[str] = []
    for page, mark in {
        "Today": "Done for today",
        "Sessions": "Add session",
        "Settings": "Theme",
        "Help": "Help",
    }.items():
        visitor.presses(page, role="push button")
        visitor.sees(mark)
        nameless += [
            f"{page}: {it}"
            for it in visitor.all()
            if it["focusable"] and it["showing"] and not it["name"] and it["role"] != "viewport"
        ]
    assert nameless == []
