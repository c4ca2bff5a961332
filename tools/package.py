"""Make the installable package: the built program in a Debian package, with all that belongs to it.

``python -m tools.package`` needs PyInstaller and dpkg-deb; lintian, desktop-file-validate and
appstreamcli are asked where they are installed. ``--icons`` writes the icons of all systems only.
"""

from __future__ import annotations

import datetime as dt
import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from recovery_tracker import __version__
from tools import sorting_data

ROOT = Path(__file__).resolve().parents[1]
LINUX = ROOT / "packaging" / "linux"
BUILD = ROOT / "build"
PROGRAM = BUILD / "package" / "recovery-tracker"
TREE = BUILD / "deb"
ICONS = BUILD / "icons"
NAME = "recovery-tracker"
# the project has no site and no address: ".invalid" belongs to nobody (RFC 2606)
MAINTAINER = "The Recovery Tracker authors <authors@recovery-tracker.invalid>"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
# stay as their makers built them: the parts under the LGPL, and the libraries that were patched for
# a wheel (some of which cannot be loaded any more without their symbols)
UNTOUCHED = re.compile(r"PySide6|shiboken6|.*\.libs")
# whether a library can be loaded; one of them does not like to be unloaded
LOAD = "import ctypes, os, sys; ctypes.CDLL(sys.argv[1]); os._exit(0)"

# what Qt's plugins and the interpreter ask of the system; newer systems have other names for some
DEPENDS = (
    "libc6 (>= 2.34)",
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libfreetype6",
    "libgcc-s1",
    "libgl1",
    "libglib2.0-0 | libglib2.0-0t64",
    "libgssapi-krb5-2",  # Qt's network module, which the second start talks through
    "libstdc++6",
    "libx11-6",
    "libx11-xcb1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxkbcommon-x11-0",
    "libxkbcommon0",
)
RECOMMENDS = (
    "libcups2 | libcups2t64",
    "libwayland-client0",
    "libwayland-cursor0",
    "libwayland-egl1",
)


def built_on() -> dt.date:
    """Return the date of the release: of the newest commit, or of ``SOURCE_DATE_EPOCH``."""
    stamp = os.environ.get("SOURCE_DATE_EPOCH") or _said("git", "log", "-1", "--format=%ct")
    return dt.datetime.fromtimestamp(int(stamp), dt.UTC).date()


def filled(name: str, date: dt.date) -> str:
    """Return a file of ``packaging/linux`` with version and date in place."""
    text = (LINUX / name).read_text(encoding="utf-8")
    return text.replace("@VERSION@", __version__).replace("@DATE@", date.isoformat())


def control(size_kib: int) -> str:
    """Return the package's description for dpkg."""
    return "\n".join(
        (
            f"Package: {NAME}",
            f"Version: {__version__}",
            f"Architecture: {_said('dpkg', '--print-architecture')}",
            f"Maintainer: {MAINTAINER}",
            f"Installed-Size: {size_kib}",
            f"Depends: {', '.join(DEPENDS)}",
            f"Recommends: {', '.join(RECOMMENDS)}",
            "Section: science",
            "Priority: optional",
            "Description: diary for the days after a skin treatment",
            " Once a day you grade eight symptoms and answer a few questions. The",
            " program shows where you are in the usual course, says when to call the",
            " clinic, and writes a report for the dermatologist. Everything stays on",
            " this computer.",
            " .",
            " It is a guide made from published reports and judgement, and no diagnosis.",
            "",
        )
    )


def changelog(date: dt.date) -> str:
    """Return the package's changes in Debian's form; the program's own stand in CHANGELOG.md."""
    return (
        f"{NAME} ({__version__}) stable; urgency=medium\n\n"
        f"  * Version {__version__}.\n\n"
        f" -- {MAINTAINER}  {date:%a, %d %b %Y} 00:00:00 +0000\n"
    )


def draw_icons(folder: Path) -> None:
    """Render the program's icon in every size, and as one file for Windows and macOS each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    app = QGuiApplication.instance() or QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    renderer = QSvgRenderer(str(ROOT / "resources" / "icons" / "icon.svg"))
    for size in (*SIZES, 1024):
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}.png"))
    assert app is not None
    drawn = {size: Image.open(folder / f"{size}.png") for size in (16, 24, 32, 48, 64, 128, 256)}
    drawn[256].save(
        folder / f"{NAME}.ico",
        sizes=[(size, size) for size in drawn],
        append_images=[drawn[size] for size in drawn if size != 256],
    )
    with Image.open(folder / "1024.png") as largest:
        largest.save(folder / f"{NAME}.icns")


def stage(tree: Path, date: dt.date) -> None:
    """Lay out the files as they are to be on the system."""
    shutil.rmtree(tree, ignore_errors=True)
    library = tree / "usr" / "lib" / NAME
    shutil.copytree(PROGRAM, library, symlinks=True)
    _make_small(library)
    _forget_the_builder(library)
    for folder in (tree, *(path for path in tree.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    for path in tree.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path == library / NAME else 0o644)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    share = tree / "usr" / "share"
    _put(share / "applications" / f"{NAME}.desktop", filled(f"{NAME}.desktop", date))
    _put(share / "metainfo" / f"{NAME}.metainfo.xml", filled(f"{NAME}.metainfo.xml", date))
    _put(share / "doc" / NAME / "copyright", filled("copyright", date))
    _put_packed(share / "doc" / NAME / "changelog.gz", changelog(date))
    _put_packed(share / "man" / "man1" / f"{NAME}.1.gz", filled(f"{NAME}.1", date))
    _put(share / "lintian" / "overrides" / NAME, filled("lintian-overrides", date))
    icons = share / "icons" / "hicolor"
    for size in SIZES:
        _put(icons / f"{size}x{size}" / "apps" / f"{NAME}.png", ICONS / f"{size}.png")
    _put(icons / "scalable" / "apps" / f"{NAME}.svg", ROOT / "resources" / "icons" / "icon.svg")


def build() -> Path:
    """Build the program and the package, and say how large they are."""
    draw_icons(ICONS)
    spec = LINUX / f"{NAME}.spec"
    folders = ("--distpath", PROGRAM.parent, "--workpath", BUILD / "pyinstaller")
    if "--keep-program" not in sys.argv:
        _run(sys.executable, "-m", "PyInstaller", "--noconfirm", *folders, spec)
    stage(TREE, built_on())
    size = sum(path.lstat().st_size for path in TREE.rglob("*") if not path.is_dir())
    _put(TREE / "DEBIAN" / "control", control(size // 1024))
    architecture = _said("dpkg", "--print-architecture")
    package = BUILD / f"{NAME}_{__version__}_{architecture}.deb"
    _run("dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", TREE, package)
    print(
        f"{package.relative_to(ROOT)}: {package.stat().st_size / 1e6:.0f} MB,"
        f" installed {size / 1e6:.0f} MB"
    )
    return package


def check(package: Path) -> None:
    """Have the package and its files looked at by the tools there are."""
    share = TREE / "usr" / "share"
    for words in (
        ("desktop-file-validate", share / "applications" / f"{NAME}.desktop"),
        ("appstreamcli", "validate", "--no-net", share / "metainfo" / f"{NAME}.metainfo.xml"),
        ("lintian", "--fail-on", "error", "--tag-display-limit", "0", package),
    ):
        if shutil.which(words[0]) is None:
            print(f"Not checked: {words[0]} is not installed.")
        else:
            _run(*words)


def _make_small(library: Path) -> None:
    """Take out what is never used: symbols for debuggers, and most of ICU's data."""
    inside = library / "_internal"
    for path in sorted(inside.rglob("*.so*")):
        folder = path.relative_to(inside).parts[0]
        if path.is_file() and not path.is_symlink() and not UNTOUCHED.fullmatch(folder):
            _run("strip", "--strip-unneeded", path)
            _run(sys.executable, "-c", LOAD, path)
    lacking = sorting_data.missing()
    if lacking:
        print(f"ICU's data stays whole: {', '.join(lacking)} is not installed.")
        return
    for path in (inside / "PySide6").rglob("libicudata.so.*"):
        sorting_data.make_small(path)


def _forget_the_builder(library: Path) -> None:
    """Take out where Python was built: its own modules need no such place to look in."""
    if shutil.which("chrpath") is None:
        print("Where Python was built is still named: chrpath is not installed.")
        return
    own = (library / "_internal").glob("python3*/lib-dynload/*.so")
    for path in (*own, *(library / "_internal").glob("libpython3*")):
        if (
            "="
            in subprocess.run(
                ["chrpath", path], check=False, stdout=subprocess.PIPE, text=True
            ).stdout
        ):
            _run("chrpath", "--delete", path)


def _put(place: Path, what: str | Path) -> None:
    place.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    if isinstance(what, Path):
        shutil.copyfile(what, place)
    else:
        place.write_text(what, encoding="utf-8")
    place.chmod(0o644)


def _put_packed(place: Path, text: str) -> None:
    place.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    place.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, cwd=ROOT)


def _said(*words: str) -> str:
    return subprocess.check_output(words, text=True, cwd=ROOT).strip()


if __name__ == "__main__":
    os.umask(0o022)
    if "--icons" in sys.argv:
        draw_icons(ICONS)
    else:
        check(build())
