"""A symptom, a rule and an export format each take the files ARCHITECTURE.md names, no more.

Each test copies the program, makes the change a next engineer would make, and uses it through the
real command line.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pdf import text_of

ROOT = Path(__file__).resolve().parents[2]


class Copy:
    """A copy of the program that can be changed and run."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "program"
        for name in ("recovery_tracker", "resources"):
            shutil.copytree(
                ROOT / name, self.root / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        self.data = folder / "data"

    def insert(self, module: str, before: str, line: str) -> None:
        path = self.root / "recovery_tracker" / module
        text = path.read_text()
        assert text.count(before) == 1, f"{before!r} marks the place in {module}"
        path.write_text(text.replace(before, f"{line}\n{before}"))

    def write(self, module: str, text: str) -> None:
        path = self.root / "recovery_tracker" / module
        assert not path.exists()
        path.write_text(text)

    def run(self, *arguments: str | Path) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "recovery_tracker", "--data-dir", self.data, *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(self.root)},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


def log_file(folder: Path, **entry: object) -> Path:
    path = folder / "log.json"
    log = {
        "format": "recovery-log",
        "version": 1,
        "sessions": [{"date": "2026-03-02", "entries": [{"date": "2026-03-05", **entry}]}],
    }
    path.write_text(json.dumps(log))
    return path


def test_a_symptom_is_one_line_in_its_catalogue(copy: Copy, tmp_path: Path) -> None:
    copy.insert(
        "domain/symptoms.py",
        '    Symptom("bleeding", N_("Bleeding"), usual=False),',
        '    Symptom("tightness", N_("Tightness"), usual=False),',
    )
    copy.run("import", log_file(tmp_path, scores={"tightness": 3}))
    copy.run("export", tmp_path / "out.csv")
    copy.run("report", tmp_path / "out.pdf")

    header, row = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert dict(zip(header.split(","), row.split(","), strict=True))["tightness"] == "3"
    assert "Tightness" in text_of(tmp_path / "out.pdf")


def test_a_rule_is_one_function_and_its_line(copy: Copy, tmp_path: Path) -> None:
    flaking = (copy.root / "recovery_tracker/domain/rules/flaking.py").read_text()
    assert "RULES" in flaking
    path = copy.root / "recovery_tracker/domain/rules/flaking.py"
    path.write_text(
        flaking
        + """

_ANY = Row(
    Level.WATCH, None, N_("You noted a flake. Log it again tomorrow."), "any flaking", "J"
)


def any_flaking(facts: Facts) -> Finding | None:
    \"\"\"Any flaking at all.\"\"\"
    return Finding(_ANY, facts.saw("flaking")) if facts.at_least("flaking", 1) else None


RULES = (*RULES, Rule("X1", "any_flaking", N_("Any flaking"), any_flaking, (_ANY,), ("flaking",)))
"""
    )
    copy.run("import", log_file(tmp_path, scores={"flaking": 1}))
    told = json.loads(copy.run("warnings", "--format", "json"))
    assert [(item["sign"], item["message"]) for item in told] == [
        ("any_flaking", "You noted a flake. Log it again tomorrow.")
    ]


def test_a_format_is_one_module_and_its_line(copy: Copy, tmp_path: Path) -> None:
    copy.write(
        "exchange/day_list.py",
        '''"""The days of the diary, one a line."""


def write(log, out, options):
    """Write the dates of all entries."""
    for recovery in log.recoveries:
        for entry in recovery.entries:
            out.write(f"{entry.date}\\n".encode())
''',
    )
    copy.insert(
        "exchange/__init__.py",
        '    Format(".csv",',
        '    Format(".days.txt", N_("List of days"), f"{_HERE}.day_list"),',
    )
    copy.run("import", log_file(tmp_path, scores={"flaking": 1}))
    copy.run("export", tmp_path / "out.days.txt")
    assert (tmp_path / "out.days.txt").read_text() == "2026-03-05\n"
