"""The reminder in the real program: what closing its window leaves, on a desktop without a tray."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.closing import close_window
from tests.journeys.stage import Stage, Visitor, stage

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(shutil.which("xdotool") is None, reason="needs xdotool to find the window"),
]

SWITCH = "check box"  # as AT-SPI names a checkable button


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


def test_closing_the_window_ends_the_process_and_says_so_beforehand(
    scene: Stage, tmp_path: Path
) -> None:
    """The patient asked for the tray on another desktop; this one has none."""
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text(json.dumps({"reminder": True, "keep_in_tray": True}))
    program = scene.open(data, "demo")
    visitor = Visitor(scene)
    visitor.presses("Settings", role="push button")
    visitor.sees("This desktop has no tray. Closing the window ends the program")
    assert not visitor.finds("Start at login", role=SWITCH)["enabled"]
    close_window("Recovery Tracker", scene.env)
    assert program.wait(timeout=30) == 0


def test_the_reminder_is_switched_on_by_hand_and_off_leaves_nothing(
    scene: Stage, tmp_path: Path
) -> None:
    program = scene.open(tmp_path / "data", "demo")
    visitor = Visitor(scene)
    visitor.presses("Settings", role="push button")
    visitor.presses("Remind me once a day", role=SWITCH)
    visitor.finds("Remind me once a day", role=SWITCH, checked=True)
    visitor.sees("Next: ")
    visitor.presses("Remind me once a day", role=SWITCH)
    visitor.finds("Remind me once a day", role=SWITCH, checked=False)
    assert not (tmp_path / ".config" / "autostart").exists()
    close_window("Recovery Tracker", scene.env)
    assert program.wait(timeout=30) == 0
    kept = json.loads((tmp_path / "data" / "settings.json").read_text())
    assert (kept["reminder"], kept["keep_in_tray"]) == (False, False)
