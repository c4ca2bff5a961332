"""Run the tests on every supported Python that is found here, each in an environment of its own.

``python -m tools.test_all [pytest's words]``. Ends with 0 only if all supported versions were found
and passed: one that is missing is named, and never counts as passed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PASSED, FAILED, MISSING = "passed", "FAILED", "not found, NOT TESTED"
_WORDS = ("-n", "2", "-m", "not long")


def supported() -> list[str]:
    """Return the versions our own description promises, such as ``3.11``."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = described["project"]["classifiers"]
    found = (re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", line) for line in lines)
    return [match[1] for match in found if match]


def candidates(version: str) -> Iterable[str]:
    """Yield what may be an interpreter of a version: on the path, or kept by pyenv."""
    yield str(ROOT / ".venv" / "bin" / "python")
    yield f"python{version}"
    kept = Path.home() / ".pyenv" / "versions"
    yield from (str(path) for path in sorted(kept.glob(f"{version}.*/bin/python"), reverse=True))


def is_version(program: str, version: str) -> bool:
    """Ask an interpreter itself: a name on the path may lead nowhere."""
    if shutil.which(program) is None:
        return False
    script = "import sys; print('%d.%d' % sys.version_info[:2])"
    done = subprocess.run(
        [program, "-c", script], check=False, capture_output=True, text=True, cwd=ROOT
    )
    return done.returncode == 0 and done.stdout.strip() == version


def interpreter(version: str) -> str:
    """Return an interpreter of a version; empty = there is none."""
    return next((one for one in candidates(version) if is_version(one, version)), "")


def environment(program: str, version: str) -> str:
    """Return the Python of the environment of a version, made and furnished if need be."""
    own = ROOT / ".venv" / "bin" / "python"
    folder = own.parents[1] if program == str(own) else ROOT / f".venv-{version}"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([program, "-m", "venv", folder], check=True, cwd=ROOT)
    if program != str(own):
        pip = (python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
        subprocess.run([*pip, "-c", "constraints.txt", "-e", ".[dev]"], check=True, cwd=ROOT)
    return str(python)


def outcome(version: str, words: Sequence[str], find: Callable[[str], str] = interpreter) -> str:
    """Run the tests on one version and say what came of it."""
    program = find(version)
    if not program:
        return MISSING
    try:
        python = environment(program, version)
    except (OSError, subprocess.CalledProcessError) as error:
        return f"{FAILED}: its environment could not be made ({error})"
    print(f"--- Python {version}: {python}", flush=True)
    done = subprocess.run([python, "-m", "pytest", *_WORDS, *words], check=False, cwd=ROOT)
    return PASSED if done.returncode == 0 else FAILED


def summary(outcomes: dict[str, str]) -> tuple[list[str], int]:
    """Return a line for each version, and the exit status."""
    lines = [f"Python {version}: {what}" for version, what in outcomes.items()]
    whole = bool(outcomes) and all(what == PASSED for what in outcomes.values())
    return lines, 0 if whole else 1


def main(words: Sequence[str]) -> int:
    """Test on all, then tell."""
    lines, status = summary({version: outcome(version, words) for version in supported()})
    print("\n".join(lines))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
