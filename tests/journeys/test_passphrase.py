"""A passphrase in the real program: set, locked, wrong, right, and nothing to read from outside."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.stage import Stage, Visitor, stage

pytestmark = pytest.mark.journey

WORDS = "two lazy quokkas"
NOTE = "zanzibar note of the evening"


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Stage]:
    with stage(tmp_path) as built:
        yield built


def readable(*folders: Path) -> list[str]:
    """Files, below these folders, in which the note can be read."""
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and not path.is_symlink() and NOTE.encode() in path.read_bytes()
    ]


def test_set_lock_wrong_right(scene: Stage, tmp_path: Path) -> None:
    data, temporary = tmp_path / "data", tmp_path / "temporary"
    temporary.mkdir()
    scene.env["TMPDIR"] = scene.env["SQLITE_TMPDIR"] = str(temporary)
    scene.open(data)
    visitor = Visitor(scene)
    visitor.presses("I have read this")
    visitor.presses("Add my treatment")
    treated = dt.datetime.now().astimezone().date() - dt.timedelta(days=2)
    visitor.types("Date of the treatment", treated.isoformat())
    visitor.presses("Start tracking")
    visitor.presses("Redness: Mild")
    visitor.types("Note", NOTE, role="text")
    visitor.presses("Recovery")  # leaving the field keeps it
    visitor.finds("Undo: Note")
    visitor.presses("Settings")
    assert readable(data), "in the plain diary the note can be read"

    visitor.presses("Lock your diary with a passphrase", role="check box")
    visitor.sees("nothing brings your diary back")
    visitor.types("New passphrase", WORDS, role="password text")
    visitor.types("New passphrase, again", WORDS, role="password text")
    visitor.presses("Lock my diary with it")
    visitor.sees("encrypted with this passphrase now")
    visitor.presses("Lock now")
    visitor.finds("Your diary is locked")
    told = " ".join(f"{it['name']} {it['description']}" for it in visitor.all())
    for word in (NOTE, "Redness", "Day 2", treated.isoformat(), "Mild"):
        assert word not in told
    assert readable(data, temporary, tmp_path / "cache", tmp_path / "run") == []

    visitor.types("Passphrase", "not this one", role="password text")
    visitor.presses("Unlock")
    visitor.sees("This passphrase does not open the diary.")
    refused = subprocess.run(
        [sys.executable, "-m", "recovery_tracker", "--data-dir", str(data), "warnings"],
        env=scene.env, capture_output=True, text=True, start_new_session=True, timeout=60,
    )  # fmt: skip
    assert refused.returncode == 1
    assert "--passphrase-fd" in refused.stderr

    visitor.types("Passphrase", WORDS, role="password text")
    visitor.presses("Unlock")
    visitor.presses("Today")
    visitor.finds("Redness: Mild", checked=True)
    assert readable(data, temporary, tmp_path / "cache", tmp_path / "run") == []
