"""Whether a window can be shown here at all: Qt ends the whole program where it cannot.

Known before Qt is asked, so that a person reads one sentence instead of an abort. Only Linux
needs it; elsewhere a display is part of the system.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from recovery_tracker.i18n import _

# what Qt's plugins need of the system, and the Debian package that brings it
_PACKAGES = {
    "libdbus-1.so.3": "libdbus-1-3",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxkbcommon.so.0": "libxkbcommon0",
}
_XCB_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_WAYLAND_PACKAGES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_LIBRARY = re.compile(r"lib[\w.+-]+\.so[.\d]*")


def problem(environ: Mapping[str, str] = os.environ) -> str:
    """Return the sentence that says why no window can be shown; empty = one can."""
    if not sys.platform.startswith("linux"):
        return ""
    chosen = [name.partition(":")[0] for name in environ.get("QT_QPA_PLATFORM", "").split(";")]
    names = [name for name in chosen if name] or _offered(environ)
    folder = _plugin_folder()
    known = [name for name in names if folder is None or _plugin(folder, name).exists()]
    if names and not known:
        return _(
            "QT_QPA_PLATFORM names “{name}”, which this program does not have: unset it and "
            "start again."
        ).format(name=", ".join(names))
    reachable = [name for name in known if _reachable(name, environ)]
    if not reachable:
        return _no_display()
    if folder is None:
        return ""
    missing = [_cannot_load(_plugin(folder, name)) for name in reachable]
    return _missing_libraries(missing, reachable) if all(missing) else ""


def import_problem(error: ImportError) -> str:
    """Return the sentence for a Qt that cannot even be imported."""
    return _missing_libraries([str(error)], [])


def _offered(environ: Mapping[str, str]) -> list[str]:
    """Return the kinds of display this session offers, as Qt itself looks for them."""
    wayland = (
        "WAYLAND_DISPLAY" in environ
        or "WAYLAND_SOCKET" in environ
        or environ.get("XDG_SESSION_TYPE") == "wayland"
    )
    return (["wayland"] if wayland else []) + (["xcb"] if environ.get("DISPLAY") else [])


def _plugin_folder() -> Path | None:
    """Return where Qt's wheel keeps its platforms; a Qt of the system keeps them elsewhere."""
    spec = find_spec("PySide6")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        plugins = Path(folder, "Qt", "plugins", "platforms")
        if plugins.is_dir():
            return plugins
    return None


def _plugin(folder: Path, name: str) -> Path:
    return folder / f"libq{name}.so"


def _reachable(name: str, environ: Mapping[str, str]) -> bool:
    if name == "xcb":
        return _answers_x(environ.get("DISPLAY"))
    if name.startswith("wayland"):
        return _answers_wayland(environ)
    return True


def _answers_x(display: str | None) -> bool:
    """Connect to an X server and let go again; the library checks the permission, too."""
    if not display:
        return False
    import ctypes  # before the first paint only what is needed is loaded

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the plugin needs it as well, and will be told missing
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    answered = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answered


def _answers_wayland(environ: Mapping[str, str]) -> bool:
    if "WAYLAND_SOCKET" in environ:
        return True
    place = Path(environ.get("XDG_RUNTIME_DIR", "/"), environ.get("WAYLAND_DISPLAY") or "wayland-0")
    import socket

    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(place)) == 0


def _cannot_load(plugin: Path) -> str:
    """Load a plugin that Qt will load anyway; return what the system says it lacks."""
    import ctypes

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return str(error)
    return ""


def _no_display() -> str:
    return _(
        "No display was found, so the window cannot open: start the program in a graphical "
        "session, or run “make tour” to see the whole job without one."
    )


def _missing_libraries(said: Iterable[str], platforms: Iterable[str]) -> str:
    """Name the packages to install; a library's own name where no package is known."""
    wanted = dict(_PACKAGES)
    if any(name == "xcb" for name in platforms):
        wanted |= _XCB_PACKAGES
    if any(name.startswith("wayland") for name in platforms):
        wanted |= _WAYLAND_PACKAGES
    lacking = {package for library, package in wanted.items() if not _loads(library)}
    for sentence in said:
        named = _LIBRARY.match(sentence)
        if named and named[0] not in wanted:
            lacking.add(named[0])
    return _(
        "The window cannot open because parts of the system are missing: install {packages}, or "
        "run “make tour”, which needs no display."
    ).format(packages=" ".join(sorted(lacking)) or "PySide6-Essentials")


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
