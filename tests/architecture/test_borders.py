"""The borders of the house hold: what may know what, by machine and not by discipline."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, capture_output=True, text=True, timeout=120
    )


def test_dependencies_point_one_way() -> None:
    done = run(BIN / "lint-imports", "--no-cache")
    assert done.returncode == 0, done.stdout


def test_banned_calls_are_not_made() -> None:
    done = run(BIN / "ruff", "check", "--no-cache", "--select", "TID251,DTZ", "recovery_tracker")
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "forbidden"),
    [
        (
            "recovery_tracker.journal",
            ("PySide6", "sqlalchemy", "sqlcipher3", "matplotlib", "numpy", "platformdirs"),
        ),
        ("recovery_tracker.data.store", ("PySide6", "matplotlib", "alembic")),
        ("recovery_tracker.exchange", ("PySide6", "sqlalchemy", "matplotlib", "typst")),
        ("recovery_tracker.charts", ("PySide6", "sqlalchemy")),
        ("recovery_tracker.report", ("PySide6", "sqlalchemy", "typst")),
        ("recovery_tracker.cli", ("PySide6", "sqlalchemy", "matplotlib", "typst")),
        ("recovery_tracker.app", ("sqlalchemy", "sqlcipher3", "matplotlib", "typst", "alembic")),
    ],
)
def test_importing_loads_no_stranger(module: str, forbidden: tuple[str, ...]) -> None:
    script = (
        f"import sys, {module}; "
        f"print(*[name for name in {forbidden!r} if name in sys.modules], sep=',')"
    )
    done = run(sys.executable, "-c", script)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def _committed() -> list[Path]:
    listed = run("git", "ls-files", "-co", "--exclude-standard").stdout.splitlines()
    texts = {".py", ".md", ".toml", ".txt", ".json", ".typ", ".yml", ""}
    return [
        ROOT / name for name in listed if Path(name).suffix in texts and (ROOT / name).is_file()
    ]


def test_no_file_leans_on_this_machine() -> None:
    """No file names a folder beside the project, a home folder or a package host."""
    needles = ["../sha" + "red", "/wo" + "rk/", "/ro" + "ot/", "pypi" + ".org", "python" + "hosted"]
    found = [
        f"{path.relative_to(ROOT)}: {needle}"
        for path in _committed()
        if (text := path.read_text(encoding="utf-8", errors="replace"))
        for needle in needles
        if needle in text
    ]
    assert found == []
