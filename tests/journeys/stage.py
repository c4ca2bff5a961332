"""A stage for the real program: a virtual screen, a session bus, and someone who looks and acts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ASSISTIVE = Path(__file__).with_name("assistive.py")
WATCHED = Path(__file__).with_name("watched.py")
PROGRAM = "recovery-tracker"
SYSTEM_PYTHON = "/usr/bin/python3"


class Stage:
    """One screen with one bus; processes started on it end with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._started: list[subprocess.Popen[str]] = []
        self.env = {
            **{key: value for key, value in os.environ.items() if not key.startswith("QT_")},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_DATA_HOME": str(folder / "share"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "NO_AT_BRIDGE": "0",
        }
        (folder / "run").mkdir(mode=0o700)

    def start(self, *command: str | Path, **options: Any) -> subprocess.Popen[str]:
        """Start a process on the stage."""
        process = subprocess.Popen(
            [str(part) for part in command], env=self.env, text=True, **options
        )
        self._started.append(process)
        return process

    def raise_curtain(self) -> None:
        """Start the screen and the bus."""
        reading, writing = os.pipe()
        self.start(
            "Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1000x24",
            "-nolisten", "tcp", "-noreset", pass_fds=(writing,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            self.env["DISPLAY"] = ":" + told.readline().strip()
        bus = self.start(
            "dbus-daemon", "--session", "--nofork", "--print-address=1",
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        assert bus.stdout is not None
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()

    def open(self, data: Path, *words: str, blocks: Path | None = None) -> subprocess.Popen[str]:
        """Start the program on a data folder; ``blocks`` takes how long its loop was held up."""
        program = ("-m", "recovery_tracker") if blocks is None else (WATCHED, blocks)
        return self.start(sys.executable, *program, "--data-dir", data, *words)

    def command(self, data: Path, *words: str | Path) -> str:
        """Run a command of the program beside the window; it must succeed."""
        done = subprocess.run(
            [sys.executable, "-m", "recovery_tracker", "--data-dir", data, *words],
            env=self.env,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def strike(self) -> None:
        """End what was started, newest first."""
        for process in reversed(self._started):
            if process.poll() is None:
                process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream is not None:
                    stream.close()


class Visitor:
    """Someone who uses the window through what a screen reader is told."""

    def __init__(self, stage: Stage) -> None:
        self._process = stage.start(
            SYSTEM_PYTHON,
            ASSISTIVE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _ask(self, do: str, **request: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, "program": PROGRAM, **request}) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            names = [
                f"{it['role']}: {it['name']}" for it in answer.get("found", []) if it["showing"]
            ]
            raise AssertionError(f"{request} {answer['error']}; on screen:\n" + "\n".join(names))
        return answer

    def sees(self, part: str, **request: Any) -> dict[str, Any]:
        """Wait until something on screen says this in its name or description."""
        return self._ask("find", part=part, **request)["it"]

    def finds(self, name: str, **request: Any) -> dict[str, Any]:
        """Wait until something of exactly this name is on screen."""
        return self._ask("find", name=name, **request)["it"]

    def focused(self) -> dict[str, Any]:
        """What has the focus; empty while nothing has."""
        return self._ask("focused")["it"] or {}

    def presses(self, name: str, **request: Any) -> None:
        """Press what has exactly this name."""
        self._ask("press", name=name, **request)

    def types(self, name: str, text: str, **request: Any) -> None:
        """Write into the field of this name."""
        self._ask("type", name=name, text=text, **request)

    def all(self) -> list[dict[str, Any]]:
        """Everything the program tells of itself."""
        return self._ask("list")["found"]


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """Give a stage that is struck afterwards."""
    built = Stage(folder)
    try:
        built.raise_curtain()
        yield built
    finally:
        built.strike()
