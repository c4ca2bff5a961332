"""Without a display the program says so in one sentence, before Qt could abort."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from recovery_tracker.ui import display

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ":57"},
        {"DISPLAY": "nonsense"},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":57"},
        {"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"},
        {"XDG_SESSION_TYPE": "wayland", "XDG_RUNTIME_DIR": "/nowhere"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_no_display_is_one_sentence_that_names_the_tour(environ: dict[str, str]) -> None:
    said = display.problem(environ)
    assert said.startswith("No display was found")
    assert "make tour" in said
    assert "\n" not in said


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "offscreen:size=800x600"])
def test_a_platform_without_a_display_needs_none(platform: str) -> None:
    assert display.problem({"QT_QPA_PLATFORM": platform}) == ""


def test_an_unknown_platform_is_named() -> None:
    assert "“foo”" in display.problem({"QT_QPA_PLATFORM": "foo"})


def test_one_usable_platform_of_several_is_enough() -> None:
    assert display.problem({"QT_QPA_PLATFORM": "xcb;offscreen"}) == ""


def test_missing_libraries_are_named_by_their_packages(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "libqxcb.so").write_text("not a library")
    lacking = {"libxcb-cursor.so.0", "libxcb-icccm.so.4"}
    monkeypatch.setattr(display, "_plugin_folder", lambda: tmp_path)
    monkeypatch.setattr(display, "_reachable", lambda _name, _environ: True)
    monkeypatch.setattr(display, "_loads", lambda library: library not in lacking)
    said = display.problem({"DISPLAY": ":0"})
    assert "install libxcb-cursor0 libxcb-icccm4, or" in said
    assert "make tour" in said


def test_a_qt_that_cannot_be_imported_is_explained(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: library != "libEGL.so.1")
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")
    assert "install libegl1, or" in display.import_problem(error)


def test_a_library_without_a_known_package_is_named_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(display, "_loads", lambda _library: True)
    error = ImportError("libodd.so.3: cannot open shared object file: No such file or directory")
    assert "libodd.so.3" in display.import_problem(error)


def test_the_names_are_those_the_checks_install() -> None:
    script = (Path(__file__).parents[2] / ".ci" / "run").read_text(encoding="utf-8")
    installed = set(re.findall(r"\blib[\w.+-]+", script))
    needed = {*display._PACKAGES.values(), *display._XCB_PACKAGES.values()}
    brought_along = {  # as what the installed ones depend on
        "libxcb-image0",
        "libxcb-render-util0",
        "libxcb-util1",
        "libxcb-xkb1",
    }
    assert needed - brought_along <= installed
