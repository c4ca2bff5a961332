"""What goes into the packaged program on every system, and what is left out to keep it small."""

from __future__ import annotations

import re
from pathlib import Path

from PyInstaller.utils.hooks import collect_all, collect_data_files, collect_submodules

ROOT = Path(__file__).resolve().parents[1]
START = str(ROOT / "packaging" / "start.py")
MIGRATIONS = "recovery_tracker.data.migrations"

# never imported by the program; each would come along with a library that could use it
EXCLUDES = [
    "tkinter",
    "sqlite3",  # sqlcipher3 is the one engine
    "readline",  # a GPL library; the program has no prompt of its own
    "ssl",  # nothing is ever sent
    "_ssl",
    "_hashlib",  # OpenSSL's; Python's own hashes serve
    "PIL.AvifImagePlugin",
    "PIL._avif",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PIL._imagingtk",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtTest",
    "PySide6.QtSql",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtUiTools",
    "numpy._core._multiarray_tests",
    "numpy.f2py",
    "numpy.random",
    "numpy.testing",
    "IPython",
    "jinja2",
    "lxml",
    "babel",
    "certifi",
    "docutils",
    "pdb",
    "pydantic",
    "pydoc_data",
    "pygments",
    "pytest",
    "setuptools",
    "yaml",
]

# the parts of Qt and matplotlib that stand in the built folder and that nothing asks for
_LEFT_OUT = re.compile(
    r"""
    /plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls
        |vectorimageformats|wayland-graphics-integration-server)/
    | /plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\W
    | /plugins/platformthemes/(lib)?qgtk
    | /plugins/platforminputcontexts/(lib)?qtvirtualkeyboard
    | /plugins/imageformats/(lib)?q(gif|icns|pdf|tga|tiff|wbmp)\W
    | /(lib)?Qt6(Qml|Quick|VirtualKeyboard|Pdf|EglF[sS]|Designer|Labs|Lottie|Sql|Test|Help
        |UiTools|WaylandCompositor)\w*[.-]
    | /translations/(?!qtbase_(de|en|es|fr)\.qm$)[^/]+\.qm$
    | /locale/.*\.pot?$  # what translators work on; the program reads the compiled words
    | [^/]\.dist-info/  # of the few that come along; all licences are in THIRD-PARTY.txt
    | /mpl-data/(images|sample_data|stylelib|plot_directive)/
    | /mpl-data/fonts/(afm|pdfcorefonts)/
    | /mpl-data/fonts/ttf/(?!DejaVuSans(-Bold)?\.ttf$|LastResort|LICENSE)
    """,
    re.VERBOSE,
)

# Libraries of the system: those the package depends on come from there, with their corrections.
# The interpreter's few small ones go along, as their names differ from system to system.
_OF_SYSTEM = re.compile(r"^(/usr)?/lib(64)?/")
_GO_ALONG = re.compile(r"^lib(bz2|expat|ffi|lzma|uuid|z)\.so")


def data() -> list[tuple[str, str]]:
    """Return the files that are read by their place: our own, and the migrations."""
    return [
        (str(ROOT / "resources"), "recovery_tracker/resources"),
        *collect_data_files(MIGRATIONS, include_py_files=True),
    ]


def modules() -> list[str]:
    """Return what is imported by name only: pages, formats, importers, charts."""
    return [
        *collect_submodules("recovery_tracker"),
        "matplotlib.backends.backend_agg",
        "matplotlib.backends.backend_svg",
        "PySide6.QtDBus",
        "PySide6.QtNetwork",
        "PySide6.QtPrintSupport",
        "PySide6.QtSvg",
        "logging.config",
    ]


def typst() -> tuple[list[tuple[str, str]], list[tuple[str, str]], list[str]]:
    """Return data, libraries and modules of the page setter, which is one compiled module."""
    return collect_all("typst")


def kept(table: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return the lines of a table of files without those that nothing asks for."""
    return [
        line
        for line in table
        if not _LEFT_OUT.search("/" + line[0].replace("\\", "/"))
        and (not _OF_SYSTEM.match(line[1]) or _GO_ALONG.match(line[0]))
    ]


def analysed(analysis: type) -> object:
    """Return PyInstaller's analysis of the program, made smaller."""
    typst_data, typst_libraries, typst_modules = typst()
    found = analysis(
        [START],
        datas=[*data(), *typst_data],
        binaries=typst_libraries,
        hiddenimports=[*modules(), *typst_modules],
        excludes=EXCLUDES,
        hooksconfig={"matplotlib": {"backends": ["Agg", "SVG"]}},
        optimize=0,
    )
    found.binaries = kept(found.binaries)
    found.datas = kept(found.datas)
    return found
