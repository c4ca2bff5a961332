"""Install the package into a bare Debian tree and use it there by keyboard, on a virtual screen.

``python -m tools.try_package`` needs root, mmdebstrap, Xvfb, xdotool, dbus-daemon and AT-SPI. Only
the program runs inside the tree; the screen, the keyboard and who looks at it stay outside.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.journeys.stage import Stage, Visitor
from tools.package import BUILD, NAME, ROOT

TREE = BUILD / "bare"
INSIDE = """
mount --bind /tmp "$0/tmp" && mount -t proc proc "$0/proc" && exec chroot "$0" "$@"
"""  # below /tmp are the folder of the trial and the sockets of screen and bus
EMERGENCY = "Trouble breathing or swallowing"
TABS = 80


class Installed(Stage):
    """A stage whose program is the installed one, in its tree, with an environment of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        kept = ("HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "QT_QPA_PLATFORM")
        self.env = {name: self.env[name] for name in kept} | {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }

    def inside(self, *words: str | Path) -> list[str]:
        """Return the command that runs a program of the tree."""
        outer = ("unshare", "--mount", "sh", "-c", INSIDE, TREE)
        return [str(word) for word in (*outer, f"/usr/bin/{NAME}", *words)]

    def command(self, data: Path, *words: str | Path) -> str:
        """Run a command of the program beside the window; it must succeed."""
        done = subprocess.run(
            self.inside("--data-dir", data, *words),
            check=False,
            env=self.env,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            raise SystemExit(f"{words}: {done.stderr}")
        return done.stdout

    def key(self, *keys: str) -> None:
        """Press keys."""
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], env=self.env, check=True)

    def write(self, text: str) -> None:
        """Write a text."""
        subprocess.run(["xdotool", "type", text], env=self.env, check=True)

    def look_at(self, name: str) -> None:
        """Give a window the keyboard; there is no window manager to do it."""
        words = ("search", "--sync", "--onlyvisible", "--name", name, "windowfocus", "--sync")
        subprocess.run(["xdotool", *words], env=self.env, check=True, timeout=60)

    def picture(self, place: Path) -> None:
        """Keep what is on the screen, if there is a program for it."""
        if shutil.which("import") and "DISPLAY" in self.env:
            subprocess.run(["import", "-window", "root", place], env=self.env, check=True)


def bare(package: Path) -> None:
    """Make a Debian with nothing in it but what it must have, and install the package there."""
    shutil.rmtree(TREE, ignore_errors=True)
    install = 'chroot "$1" apt-get install -y --no-install-recommends /tmp/package.deb'
    suite = platform.freedesktop_os_release()["VERSION_CODENAME"]
    subprocess.run(
        [
            *("mmdebstrap", "--variant=apt", "--skip=cleanup/apt"),
            f"--customize-hook=upload {package} /tmp/package.deb",
            f"--customize-hook={install}",
            *(suite, str(TREE)),
        ],
        check=True,
    )


def tab_to(scene: Installed, visitor: Visitor, name: str) -> None:
    """Go on with Tab until something has the focus."""
    for _step in range(TABS):
        if visitor.focused().get("name") == name:
            return
        scene.key("Tab")
        time.sleep(0.05)
    raise SystemExit(f"The keyboard does not come to “{name}”.")


def use(scene: Installed, data: Path) -> Path:
    """Add a session, note a sign, read the warning, save the report: all by keyboard."""
    scene.start(*scene.inside("--data-dir", data))
    visitor = Visitor(scene)
    visitor.finds("I have read this")
    scene.look_at("Recovery Tracker")
    tab_to(scene, visitor, "I have read this")
    scene.key("space")
    tab_to(scene, visitor, "Add my treatment")
    scene.key("space")
    visitor.finds("Start tracking")
    tab_to(scene, visitor, "Today")
    scene.key("space")
    scene.key("ctrl+Return")
    visitor.finds("Done for today")
    tab_to(scene, visitor, EMERGENCY)
    scene.key("space")
    visitor.finds("Call your local emergency number now")
    scene.picture(BUILD / "try-package.png")
    written = scene.folder / "by-keyboard.pdf"
    scene.key("ctrl+s")
    time.sleep(1)
    visitor.finds("Save", role="push button", patience=60)
    scene.look_at("Save the report")
    scene.key("ctrl+a")
    scene.write(str(written))
    scene.key("Return")
    until = time.monotonic() + 60
    while not written.exists() and time.monotonic() < until:
        time.sleep(0.2)  # another process writes it
    return written


def main() -> int:
    """Install, use, and say what was seen."""
    packages = sorted(BUILD.glob(f"{NAME}_*.deb"))
    if not packages:
        raise SystemExit("There is no package yet: run “make package” first.")
    if os.geteuid() != 0:
        raise SystemExit("A tree of its own needs root.")
    if "--keep-tree" not in sys.argv:
        bare(packages[-1])
    with tempfile.TemporaryDirectory(prefix="try-package-", dir="/tmp") as name:
        scene = Installed(Path(name))
        data = scene.folder / "data"
        try:
            print(scene.command(data, "--version").strip(), flush=True)
            scene.raise_curtain()
            written = use(scene, data)
            found = json.loads(scene.command(data, "warnings", "--format", "json"))
            print(f"Warning on screen and in the list: {found[0]['sign']}, {found[0]['level']}")
            said = subprocess.run(
                ["pdftotext", written, "-"], capture_output=True, text=True, check=True
            ).stdout
            print(f"The window wrote {written.name}, {written.stat().st_size} bytes")
            scene.command(data, "report", scene.folder / "by-command.pdf")
            print("The command wrote by-command.pdf")
        except BaseException:
            scene.picture(BUILD / "try-package-failed.png")
            for told in (data / "last-crash.txt", data / "program.log"):
                print(told.read_text() if told.exists() else "", file=sys.stderr)
            raise
        finally:
            scene.strike()
    if EMERGENCY.lower() not in said.lower():
        raise SystemExit("The report does not name the sign.")
    print(f"All done in {TREE.relative_to(ROOT)}, without any Python of the system.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
