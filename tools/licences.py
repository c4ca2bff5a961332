"""Write the licences of all that is shipped, from the licence files of what is installed.

``python -m tools.licences`` writes ``resources/licences/THIRD-PARTY.txt``. The parts are the
run-time dependencies, found from our own metadata, and what their wheels carry inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "licences"
FILE = FOLDER / "THIRD-PARTY.txt"
OWN = "recovery-tracker"
_LINE = "=" * 78
_IS_LICENCE = re.compile(r"\.dist-info/(licenses?/)?.*(LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_NAMED = re.compile(r"^\s*licen[cs]es?(?: for .*)?:\s*(\S.*)$", re.IGNORECASE | re.MULTILINE)
_GPL = re.compile(r"(?<![A-Za-z])(GPL|GNU General Public)", re.IGNORECASE)
_GPL_TITLE = re.compile(r"\A\s*GNU GENERAL PUBLIC LICENSE")


class Part(NamedTuple):
    """Something within a wheel, or of our own, that has a licence of its own."""

    name: str
    within: str
    licence: str
    text: str  # a file of the licences' folder or of resources/


INSIDE = (
    Part("Qt 6", "PySide6-Essentials", "LGPL-3.0-only", "licences/LGPL-3.0.txt"),
    Part("ICU", "PySide6-Essentials", "Unicode-DFS-2016", "licences/ICU.txt"),
    Part("SQLite", "sqlcipher3", "public domain", ""),
    Part("SQLCipher", "sqlcipher3", "BSD-3-Clause", "licences/SQLCipher.txt"),
    Part("OpenSSL", "sqlcipher3", "Apache-2.0", ""),
    Part("libheif, libde265", "pi-heif", "LGPL-3.0-or-later", "licences/LGPL-3.0.txt"),
    Part("Inter, Noto Sans", "this program", "OFL-1.1", "fonts/OFL.txt"),
    Part("Lucide icons", "this program", "ISC AND MIT", "icons/LICENSE-lucide.txt"),
    Part("Python", "the packaged program", "PSF-2.0", "licences/Python.txt"),
    Part(
        "PyInstaller's starter",
        "the packaged program",
        "GPL-2.0-or-later WITH Bootloader-exception",
        "",
    ),
)

# what a wheel's metadata says in prose, as the identifier it means
_IN_PROSE = {
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "PSF-based",
    "pi-heif": "BSD-3-Clause AND LGPL-3.0-or-later",
    "sqlcipher3": "Zlib",
}

_HEAD = """\
What Recovery Tracker is made of, and under which licences.

Qt (with PySide6 and Shiboken), libheif and libde265 are under the GNU Lesser General Public
Licence, version 3. They are used unchanged and as files of their own, never linked into the
program: you may replace each by a build of your own. In an installed package they are the files
below PySide6/, shiboken6/ and pi_heif.libs/ of the program's folder; after "pipx install" they
are the wheels PySide6-Essentials, shiboken6 and pi-heif. Their source: https://code.qt.io,
https://github.com/strukturag/libheif and https://github.com/strukturag/libde265.
The text of that licence, and of the GNU General Public Licence it refers to, is at the end.
Of ICU's data, which is under a licence of its own, the Debian package holds a part only.
"""


def shipped(root: str = OWN) -> list[Distribution]:
    """Return what is installed with the program, itself left out, by name."""
    found: dict[str, Distribution] = {}

    def visit(name: str) -> None:
        key = _key(name)
        if key not in found:
            found[key] = distribution(name)
            for text in found[key].requires or ():
                wanted = Requirement(text)
                if wanted.marker is None or wanted.marker.evaluate({"extra": ""}):
                    visit(wanted.name)

    visit(root)
    del found[_key(root)]
    return [found[key] for key in sorted(found)]


def licence_of(one: Distribution) -> str:
    """Return the licence of a distribution in one line."""
    meta = one.metadata
    said = meta.get("License-Expression") or meta.get("License") or ""
    return _IN_PROSE.get(_key(meta["Name"])) or said.strip()


def texts(one: Distribution) -> Iterator[tuple[str, str]]:
    """Yield name and text of each licence file a distribution carries."""
    for path in sorted(one.files or (), key=str):
        if _IS_LICENCE.search(str(path)):
            text = one.read_text(str(path).partition(".dist-info/")[2]) or ""
            yield str(path).partition(".dist-info/")[2].removeprefix("licenses/"), text


def is_gpl_only(licence: str) -> bool:
    """Tell whether a licence in one line leaves no way but the GPL.

    The lesser licence is another one, and an exception (``WITH``) is a way.
    """
    return any(
        all(_GPL.search(way) and " with " not in way.lower() for way in _ways(part))
        for part in re.split(r"\bAND\b", licence)
    )


def _ways(part: str) -> list[str]:
    return re.split(r"\bOR\b", part)


def gpl_only(licence: str, files: Iterable[str]) -> list[str]:
    """Return what in a wheel is under the GPL alone, by its metadata and the files it carries."""
    named = [licence]
    for text in files:
        named += _NAMED.findall(text)
        if _GPL_TITLE.match(text):
            named.append("GPL, the text alone")
    return [one for one in named if is_gpl_only(one)]


def document() -> str:
    """Return the whole text."""
    parts = shipped()
    listed = [f"  {_title(one)}: {licence_of(one)}" for one in parts]
    inside = [f"  {part.name} (in {part.within}): {part.licence}" for part in INSIDE]
    blocks = [_HEAD, "\n".join(listed), "Within them, and our own:\n\n" + "\n".join(inside)]
    for one in parts:
        for name, text in texts(one):
            blocks.append(_block(f"{one.metadata['Name']}: {name}", text))
    own = sorted({part.text for part in INSIDE if part.text})
    blocks += [
        _block(name, (ROOT / "resources" / name).read_text(encoding="utf-8"))
        for name in (*own, "licences/GPL-3.0.txt")
    ]
    return "\n\n".join(block.rstrip() for block in blocks) + "\n"


def _title(one: Distribution) -> str:
    return f"{one.metadata['Name']} {one.version}"


def _block(title: str, text: str) -> str:
    lines = (line.rstrip() for line in text.splitlines())
    return f"{_LINE}\n{title}\n{_LINE}\n\n" + "\n".join(lines).strip()


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    FILE.write_text(document(), encoding="utf-8")
    print(f"Written: {FILE.relative_to(ROOT)}")
