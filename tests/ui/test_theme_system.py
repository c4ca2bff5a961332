"""What the system prefers is followed: dark, high contrast, less motion; what is chosen wins."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from recovery_tracker.palette import contrast
from recovery_tracker.ui.theme import FADE_MS, Theme, theme
from recovery_tracker.ui.widgets.fade import Fade, fade_in

ROOT = Path(__file__).resolve().parents[2]
APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
LIMIT_S = 60


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    found = theme()
    found.choose("system")
    found.choose_motion("system")
    yield found
    for group, key in tuple(found.system._portal):
        found.system.hear(group, key, None)
    found.choose("light")
    found.choose_motion("system")


def test_the_portal_is_followed_where_qt_does_not_know(look: Theme, qtbot: QtBot) -> None:
    assert look.name == "light"
    with qtbot.waitSignal(look.themed):
        look.system.hear(APPEARANCE, "color-scheme", 1)
    assert look.name == "dark"
    look.system.hear(APPEARANCE, "color-scheme", 2)
    assert look.name == "light"
    look.system.hear(APPEARANCE, "color-scheme", 0)
    assert look.name == "light"


def test_what_is_chosen_wins(look: Theme, qtbot: QtBot) -> None:
    look.choose("light")
    with qtbot.assertNotEmitted(look.themed):
        look.system.hear(APPEARANCE, "color-scheme", 1)
        look.system.hear(APPEARANCE, "contrast", 1)
    assert look.name == "light"
    look.choose("system")
    assert look.name == "contrast"


def test_what_is_not_asked_for_changes_nothing(look: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.system.changed):
        look.system.hear(APPEARANCE, "accent-color", 1)
        look.system.hear("org.example", "color-scheme", 1)


def test_high_contrast_keeps_the_colours_of_the_system(look: Theme) -> None:
    look.choose("contrast")
    ground, ink = (
        QApplication.palette().color(role).name().upper()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.WindowText)
    )
    assert (look.colours.bg, look.colours.text) == (ground, ink)
    assert look.colours.surface == look.colours.tint == look.colours.urgent_bg == ground
    assert contrast(look.colours.text, look.colours.bg) > 12
    assert look.colours.surface in look.sheet


def test_high_contrast_reads_the_colours_of_the_system_after_our_own(look: Theme) -> None:
    look.choose("contrast")
    first = look.colours
    look.choose("dark")
    look.choose("contrast")
    assert look.colours == first


@pytest.mark.parametrize(
    ("group", "key", "value"),
    [(APPEARANCE, "reduced-motion", 1), (GNOME, "enable-animations", False)],
)
def test_less_motion_is_the_systems_or_chosen(
    look: Theme, group: str, key: str, value: object
) -> None:
    assert look.motion_ms == FADE_MS == 120
    look.system.hear(group, key, value)
    assert look.motion_ms == 0
    look.system.hear(group, key, None)
    assert look.motion_ms == 120
    look.choose_motion("less")
    assert look.motion_ms == 0


def test_what_appears_fades_in_once_and_leaves_no_effect(look: Theme, qtbot: QtBot) -> None:
    label = QLabel("word")
    qtbot.addWidget(label)
    label.show()
    fade_in(label)
    assert label.graphicsEffect() is not None
    qtbot.waitUntil(lambda: label.graphicsEffect() is None, timeout=5_000)


def test_with_less_motion_nothing_fades(look: Theme, qtbot: QtBot) -> None:
    look.choose_motion("less")
    label = QLabel("word")
    qtbot.addWidget(label)
    label.show()
    fade_in(label)
    assert label.graphicsEffect() is None
    fade = Fade(label)
    fade.start()
    assert (fade.share, fade.running) == (1.0, False)


def test_a_choice_fades_in_once(look: Theme, qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    fade = Fade(label)
    shares: list[float] = []
    fade.moved.connect(lambda: shares.append(fade.share))
    fade.start()
    assert fade.running
    qtbot.waitUntil(lambda: not fade.running, timeout=5_000)
    assert shares[-1] == 1.0
    assert shares == sorted(shares)


PORTAL = """
from gi.repository import Gio, GLib
NODE = '''<node><interface name="org.freedesktop.portal.Settings">
<method name="Read"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="v" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
</interface></node>'''
PLACE, WHAT = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
bus = Gio.bus_get_sync(Gio.BusType.SESSION)
def told(_bus, _sender, _path, _interface, _method, asked, answer):
    if asked.unpack() == ("org.freedesktop.appearance", "color-scheme"):
        twice = GLib.Variant("v", GLib.Variant("u", 1))
        answer.return_value(GLib.Variant("(v)", (twice,)))
        GLib.timeout_add(200, change)
    else:
        answer.return_dbus_error("org.freedesktop.portal.Error.NotFound", "not known")
def change():
    words = ("org.freedesktop.appearance", "contrast", GLib.Variant("u", 1))
    bus.emit_signal(None, PLACE, WHAT, "SettingChanged", GLib.Variant("(ssv)", words))
bus.register_object(PLACE, Gio.DBusNodeInfo.new_for_xml(NODE).interfaces[0], told, None, None)
Gio.bus_own_name_on_connection(bus, "org.freedesktop.portal.Desktop", 0, None, None)
print("ready", flush=True)
GLib.MainLoop().run()
"""
WINDOW = """
import subprocess, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from recovery_tracker.ui.theme import theme
portal = subprocess.Popen(["/usr/bin/python3", "-c", sys.argv[1]], stdout=subprocess.PIPE)
portal.stdout.readline()
app = QApplication([])
look = theme()
seen = [look.name]
def note():
    seen.append(look.name)
    if look.name == "contrast":
        app.quit()
look.themed.connect(note)
look.system.ask_portal()
QTimer.singleShot(20_000, app.quit)
app.exec()
portal.kill()
print(*seen)
"""


def _has_portal_tools() -> bool:
    if not sys.platform.startswith("linux") or shutil.which("dbus-run-session") is None:
        return False
    python = Path("/usr/bin/python3")
    ready = ["-c", "from gi.repository import Gio"]
    return python.exists() and subprocess.run([python, *ready], capture_output=True).returncode == 0


@pytest.mark.skipif(not _has_portal_tools(), reason="needs a D-Bus session and PyGObject")
def test_a_real_portal_is_asked_and_heard(tmp_path: Path) -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", textwrap.dedent(WINDOW), PORTAL],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)},
    )
    assert done.stdout.split() == ["light", "dark", "contrast"], done.stderr


def test_without_a_bus_nobody_is_asked(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)  # to import it would fail
    look.system.ask_portal()
    assert look.name == "light"
    assert QColor(look.colours.bg).isValid()
