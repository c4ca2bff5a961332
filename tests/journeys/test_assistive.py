"""What a screen reader is told of the real window: names, roles, values, and the warning once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from recovery_tracker.ui.pages import PAGES
from tests.journeys.hands import until
from tests.journeys.stage import SYSTEM_PYTHON, Stage, Visitor, stage

pytestmark = pytest.mark.journey

LISTENING = Path(__file__).with_name("listening.py")
GRADES = ("None", "Mild", "Moderate", "Severe", "Very severe")


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


@pytest.fixture
def visitor(scene: Stage, tmp_path: Path) -> Visitor:
    """Someone at the window on the sample diary."""
    scene.open(tmp_path / "data", "demo")
    found = Visitor(scene)
    found.finds("Today", role="push button")
    return found


def nameless(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What takes the focus and has no name; a view of a list is named by its cells."""
    return [
        it
        for it in found
        if it["focusable"]
        and it["showing"]
        and not (it["name"] or it["description"])
        and it["role"] not in ("viewport", "table cell")
    ]


def test_no_page_has_a_control_without_a_name(visitor: Visitor) -> None:
    met: set[str] = set()
    for spec in PAGES:
        if not spec.in_sidebar:
            continue
        visitor.presses(spec.title, role="push button")
        visitor.finds(spec.title, role="push button", part="This page is in front")
        found = until(visitor.all, "the window tells nothing")
        assert nameless(found) == [], spec.name
        met |= {it["role"] for it in found}
    for page, button in (("Sessions", "Add session"), ("Sessions", "Compare with now: Session 2")):
        visitor.presses(page, role="push button")
        visitor.presses(button)
        found = until(visitor.all, "the window tells nothing")
        assert nameless(found) == [], button
    assert {"push button", "radio button", "check box", "chart", "text"} <= met


def test_grades_are_radio_buttons_of_a_named_group(visitor: Visitor) -> None:
    visitor.finds("Redness", role="panel")
    for grade in GRADES:
        it = visitor.finds(f"Redness: {grade}", role="radio button")
        assert it["description"].startswith(f"{GRADES.index(grade) + 1} of 5."), it
    visitor.finds("Any of these since yesterday?", role="panel")
    visitor.finds("None of these", role="check box", checked=True)


def test_a_chart_is_told_in_a_sentence_and_as_a_table(visitor: Visitor) -> None:
    visitor.presses("Recovery", role="push button")
    visitor.sees("within the usual range", role="chart")
    visitor.presses("View as table")
    visitor.sees("as a table", role="table")
    visitor.finds("Redness", role="table column header")


def test_photos_are_compared_by_a_slider_with_a_value(visitor: Visitor) -> None:
    visitor.presses("Photos", role="push button")
    slider = visitor.sees("Compare Day 0 with", role="slider")
    assert slider["value"] == 50
    assert slider["focusable"]


def test_a_warning_is_an_alert_that_is_announced_once(
    scene: Stage, visitor: Visitor, tmp_path: Path
) -> None:
    heard = tmp_path / "heard"
    with heard.open("w") as file:
        listener = scene.start(SYSTEM_PYTHON, LISTENING, stdout=file, stderr=subprocess.DEVNULL)
    until(lambda: "listening" in heard.read_text(), "nobody listens")
    visitor.presses("Pus")
    visitor.finds("Pus", checked=True)
    visitor.sees("Call your dermatologist today", role="alert")

    def announced() -> list[str]:
        said = (json.loads(line) for line in heard.read_text().splitlines()[1:])
        return [text for text in said if "Call your dermatologist today" in text]

    until(announced, "the warning was not announced")
    visitor.presses("Itching: Mild")
    visitor.finds("Itching: Mild", checked=True)
    assert len(announced()) == 1
    assert listener.poll() is None
