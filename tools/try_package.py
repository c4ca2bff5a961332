"""Install the package into a bare Debian tree and use it there by keyboard, on a virtual screen.

``python -m tools.try_package`` needs root, mmdebstrap, Xvfb, xdotool, dbus-daemon and AT-SPI;
``--keep-tree`` uses the tree of the last time. Only the program runs inside the tree; the screen,
the keyboard and who looks at it stay outside. Pictures go to ``build/try-package``.
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
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.journeys.stage import Stage, Visitor
from tools.package import BUILD, NAME, ROOT

TREE = BUILD / "bare"
PICTURES = BUILD / "try-package"
RESOURCES = TREE / "usr" / "lib" / NAME / "_internal" / "recovery_tracker" / "resources"
TELEPHONE = ROOT / "tests" / "photos"  # its pictures are HEIC
INSIDE = """
mount --bind /tmp "$0/tmp" && mount -t proc proc "$0/proc" && exec chroot "$0" "$@"
"""  # below /tmp are the folder of the trial and the sockets of screen and bus
# what a browser would be given
BROWSER = """#!/bin/sh
printf %s "$1" > "$OPENED"
"""
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
            "OPENED": str(folder / "opened"),
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

    def picture(self, name: str) -> None:
        """Keep what is on the screen, if there is a program for it."""
        if shutil.which("import") and "DISPLAY" in self.env:
            time.sleep(0.5)  # what was told to a screen reader is painted soon
            place = PICTURES / f"{name}.png"
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
    browser = TREE / "usr" / "local" / "bin" / "xdg-open"
    browser.write_text(BROWSER, encoding="ascii")
    browser.chmod(0o755)


def left_behind() -> list[str]:
    """Return the files of ``resources/`` the package lacks; what translators work on may stay."""
    listed = subprocess.check_output(["git", "ls-files", "resources"], text=True, cwd=ROOT)
    files = [Path(line).relative_to("resources") for line in listed.splitlines()]
    return [
        str(file)
        for file in files
        if file.suffix not in (".po", ".pot") and not (RESOURCES / file).is_file()
    ]


def tab_to(scene: Installed, visitor: Visitor, name: str) -> None:
    """Go on with Tab until something has the focus."""
    for _step in range(TABS):
        if visitor.focused().get("name") == name:
            return
        scene.key("Tab")
        time.sleep(0.05)
    raise SystemExit(f"The keyboard does not come to “{name}”.")


def note(scene: Installed, visitor: Visitor) -> None:
    """Add a session, note a sign and read the warning: all by keyboard."""
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
    scene.picture("1-warning")


def save_report(scene: Installed, visitor: Visitor) -> Path:
    """Write the PDF by keyboard, and return where it is."""
    written = scene.folder / "by-keyboard.pdf"
    scene.key("ctrl+s")
    time.sleep(1)
    visitor.finds("Save", role="push button", patience=60)
    scene.look_at("Save the report")
    scene.key("ctrl+a")
    scene.write(str(written))
    scene.key("Return")
    visitor.sees("by-keyboard.pdf", patience=60)
    wait_for(written.exists, "No report was written.")
    scene.look_at("Recovery Tracker")
    scene.picture("2-report")
    return written


def keep_photo(scene: Installed, visitor: Visitor, data: Path) -> None:
    """Bring in a picture of a telephone; one that ends its decoder does not end the program."""
    pictures = [TELEPHONE / "upright.heic", TELEPHONE / "ends-the-decoder.heic"]
    copies = [shutil.copy(picture, scene.folder) for picture in pictures]
    visitor.presses("Photos", role="push button")
    visitor.presses("Add photos", role="push button")
    visitor.types("File name:", " ".join(f'"{copy}"' for copy in copies), role="text")
    visitor.presses("Open")
    visitor.sees("2 pictures read. 1 is left out.", patience=60)
    scene.picture("3-photo-read")
    visitor.presses("Keep 1 photo")
    kept = scene.folder / "diary.json"

    def is_kept() -> bool:
        scene.command(data, "export", kept)
        return bool(json.loads(kept.read_text())["sessions"][0].get("photos"))

    wait_for(is_kept, "The photo was not kept.")
    scene.picture("4-photo")


def open_guide(scene: Installed, visitor: Visitor) -> Path:
    """Ask for the guide, and return the page a browser would show."""
    opened = Path(scene.env["OPENED"])
    visitor.presses("Help", role="push button")
    visitor.presses("User guide", role="push button")
    wait_for(opened.exists, "The guide was not opened.")
    page = TREE / unquote(urlsplit(opened.read_text()).path).lstrip("/")
    if not page.is_file():
        raise SystemExit(f"The guide is not there: {page}")
    return page


def wait_for(holds: Callable[[], bool], complaint: str) -> None:
    """Wait a minute at most for something that another process does."""
    until = time.monotonic() + 60
    while not holds():
        if time.monotonic() > until:
            raise SystemExit(complaint)
        time.sleep(0.2)


def use(scene: Installed, data: Path) -> Path:
    """Do what a person does on the first evening; return the report."""
    scene.start(*scene.inside("--data-dir", data))
    visitor = Visitor(scene)
    note(scene, visitor)
    written = save_report(scene, visitor)
    print(f"The window wrote {written.name}, {written.stat().st_size} bytes")
    keep_photo(scene, visitor, data)
    print("A HEIC was brought in, and a damaged one refused")
    print(f"The guide would open: {open_guide(scene, visitor).relative_to(TREE)}")
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
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    lacking = left_behind()
    if lacking:
        raise SystemExit(f"The package lacks: {', '.join(lacking)}")
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
            scene.command(data, "report", scene.folder / "by-command.pdf", "--with-photos")
            print("The command wrote by-command.pdf")
        except BaseException:
            scene.picture("failed")
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
