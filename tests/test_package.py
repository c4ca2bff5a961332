"""What is installed is whole: the wheel's content, and the files around the packaged program."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import PySide6
import pytest

from recovery_tracker import __version__, cli
from tools import package, sorting_data

ROOT = Path(__file__).resolve().parents[1]
DATE = dt.date(2026, 3, 6)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    folder = tmp_path_factory.mktemp("wheel")
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    with zipfile.ZipFile(file) as opened:
        yield opened


def files(folder: str) -> set[str]:
    """The files of a folder that belong to the project."""
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return {name for name in listed if (ROOT / name).is_file()}


def test_the_wheel_holds_every_resource_and_every_module(wheel: zipfile.ZipFile) -> None:
    held = set(wheel.namelist())
    assert {f"recovery_tracker/{name}" for name in files("resources")} <= held
    assert files("recovery_tracker") <= held


def test_the_wheel_holds_nothing_else(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert tops == {"recovery_tracker", f"recovery_tracker-{__version__}.dist-info"}
    assert not [name for name in wheel.namelist() if re.search(r"__pycache__|/tests?/", name)]


def test_the_wheel_starts_the_window_and_the_commands(wheel: zipfile.ZipFile) -> None:
    info = f"recovery_tracker-{__version__}.dist-info"
    told = wheel.read(f"{info}/entry_points.txt").decode()
    assert "[console_scripts]\nrecovery-tracker = recovery_tracker.cli:main" in told
    assert "[gui_scripts]\nrecovery-tracker-window = recovery_tracker.cli:main" in told
    assert f"\nVersion: {__version__}\n" in wheel.read(f"{info}/METADATA").decode()
    assert f"{info}/licenses/LICENSE" in wheel.namelist()


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="not installed")
def test_the_desktop_file_is_valid(tmp_path: Path) -> None:
    file = tmp_path / f"{package.NAME}.desktop"
    file.write_text(package.filled(file.name, DATE), encoding="utf-8")
    done = subprocess.run(["desktop-file-validate", file], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="not installed")
def test_the_metainfo_is_valid(tmp_path: Path) -> None:
    file = tmp_path / f"{package.NAME}.metainfo.xml"
    file.write_text(package.filled(file.name, DATE), encoding="utf-8")
    done = subprocess.run(
        ["appstreamcli", "validate", "--no-net", "--no-color", file], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout
    assert f'version="{__version__}"' in file.read_text(encoding="utf-8")


def test_the_manual_tells_every_command_and_option() -> None:
    manual = package.filled(f"{package.NAME}.1", DATE).replace("\\-", "-")
    parser = cli._parser()
    options = {word for action in parser._actions for word in action.option_strings}
    (commands,) = [
        set(action.choices)
        for action in parser._actions
        if isinstance(action, argparse._SubParsersAction)
    ]
    assert len(commands) >= 8
    for word in (*options, *commands):
        assert re.search(rf"^\.BI? .*{re.escape(word)}\b", manual, re.MULTILINE), word
    assert __version__ in manual


@pytest.mark.usefixtures("qapp")  # one application a process: the one of the other tests
def test_icons_are_drawn_in_every_size(tmp_path: Path) -> None:
    from PIL import Image

    package.draw_icons(tmp_path)
    for size in package.SIZES:
        with Image.open(tmp_path / f"{size}.png") as drawn:
            assert drawn.size == (size, size)
            assert drawn.getpixel((0, 0))[3] == 0  # type: ignore[index]
            assert drawn.getpixel((size // 2, size - 1 - size // 8))[3] == 255  # type: ignore[index]
    with Image.open(tmp_path / f"{package.NAME}.ico") as windows:
        assert {(16, 16), (48, 48), (256, 256)} <= windows.info["sizes"]
    with Image.open(tmp_path / f"{package.NAME}.icns") as macos:
        assert max(macos.info["sizes"])[0] == 512


SORT = """
from functools import cmp_to_key
from PySide6.QtCore import QCollator, QLocale
with open("/proc/self/maps") as maps:
    print({line.split()[-1] for line in maps if "libicudata" in line})
for code in ("en", "de", "fr", "es", "sv"):
    by = QCollator(QLocale(code))
    print(*sorted("z ö nz ñu Äpfel eb éa ch cz".split(), key=cmp_to_key(by.compare)))
"""


def sorted_by_qt(libraries: Path) -> tuple[str, str]:
    """Which data were used, and how Qt sorts words with them."""
    done = subprocess.run(
        [sys.executable, "-c", SORT],
        env={**os.environ, "LD_LIBRARY_PATH": str(libraries)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    used, _line, words = done.stdout.partition("\n")
    return used, words


@pytest.mark.skipif(sys.platform != "linux", reason="a library of Linux")
@pytest.mark.skipif(bool(sorting_data.missing()), reason="needs icupkg and a C compiler")
def test_icu_keeps_what_sorts_words_and_little_else(tmp_path: Path) -> None:
    (whole,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    small = Path(shutil.copy(whole, tmp_path))
    sorting_data.make_small(small)
    assert small.stat().st_size < whole.stat().st_size / 4
    used, words = sorted_by_qt(tmp_path)
    assert str(small) in used
    assert words == sorted_by_qt(whole.parent)[1]
    assert words.startswith("Äpfel ch cz éa eb ñu nz ö z\n")


def test_what_is_under_the_lgpl_stays_as_it_was_built() -> None:
    for folder in ("PySide6", "shiboken6", "pi_heif.libs"):
        assert package.UNTOUCHED.fullmatch(folder)
    assert not package.UNTOUCHED.fullmatch("sqlalchemy")


def test_the_package_asks_for_what_the_window_needs() -> None:
    from recovery_tracker.ui import display

    wanted = {*display._PACKAGES.values(), *display._XCB_PACKAGES.values()}
    # these come along with libxcb-cursor0 and libxkbcommon-x11-0
    along = {"libxcb-image0", "libxcb-render-util0", "libxcb-util1", "libxcb-xkb1"}
    named = {word.split(" ")[0] for word in package.DEPENDS}
    assert wanted - along <= named


def test_the_package_says_its_version_once_and_right() -> None:
    assert f"\nVersion: {__version__}\n" in package.control(1000)
    assert package.changelog(DATE).startswith(f"recovery-tracker ({__version__}) ")
