"""Builds the user guide into ``resources/guide``, where Help finds it without a network.

``python -m tools.guide [FOLDER]`` takes fresh pictures from a tour's folder first, if one is named.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "guide"
BUILT = ROOT / "resources" / "guide"
STAMP = "sources.sha256"
_PICTURES = {
    "today": "01-today-light",
    "warning": "04-warning-contact-light",
    "report": "08-report-light",
}
_WIDTH = 1000  # px
_NOT_NEEDED = ("_sources", "objects.inv", ".buildinfo", ".doctrees", "genindex.html")


def digest() -> str:
    """Return one number for all that the guide is made from."""
    files = sorted(path for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    told = hashlib.sha256()
    for path in files:
        told.update(path.relative_to(SOURCE).as_posix().encode())
        told.update(path.read_bytes())
    return told.hexdigest()


def take_pictures(tour: Path) -> None:
    """Take the pictures of the guide from a tour, smaller."""
    folder = SOURCE / "pictures"
    folder.mkdir(exist_ok=True)
    for name, shown in _PICTURES.items():
        with Image.open(tour / f"{shown}.png") as picture:
            picture.thumbnail((_WIDTH, _WIDTH))
            picture.convert("RGB").quantize(128).save(folder / f"{name}.png", optimize=True)


def build() -> None:
    """Build the pages; a warning is an error."""
    with tempfile.TemporaryDirectory() as place:
        built = Path(place) / "guide"
        subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", str(SOURCE), str(built)],
            check=True,
        )
        for name in _NOT_NEEDED:
            path = built / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
        shutil.rmtree(BUILT, ignore_errors=True)
        shutil.copytree(built, BUILT)
    (BUILT / STAMP).write_text(digest() + "\n", encoding="ascii")


def main() -> None:
    """Take pictures if a tour is named, then build."""
    if len(sys.argv) > 1:
        take_pictures(Path(sys.argv[1]))
    build()
    size = sum(path.stat().st_size for path in BUILT.rglob("*") if path.is_file())
    print(f"{BUILT.relative_to(ROOT)}: {size // 1024} KiB")


if __name__ == "__main__":
    main()
