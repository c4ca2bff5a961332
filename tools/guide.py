"""Builds the user guide in every language into ``resources/guide``, for Help without a network.

``python -m tools.guide`` brings the catalogues of ``docs/guide/locale`` up to date (nothing is
guessed: what changed is empty again) and builds the pages; with ``--pictures`` it takes those anew.
What the program says in the same words is translated as there.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from recovery_tracker import i18n
from tools import strings

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "docs" / "guide"
LOCALE = SOURCE / "locale"
BUILT = ROOT / "resources" / "guide"
STAMP = "sources.sha256"
DOMAIN = "guide"
DARK = "-dark"  # how a picture's name ends that is for a dark page
_IMAGE = re.compile(r'(<img [^>]*src=")_images/([\w-]+)\.png("[^>]*>)')
LABEL = re.compile(r"\*\*([^*]+)\*\*")  # in bold stands what the program itself says
_WIDTH = 100


def digest() -> str:
    """Return one number for all that the pages are made from."""
    files = sorted(path for path in SOURCE.rglob("*") if path.is_file() and path.suffix != ".pyc")
    told = hashlib.sha256()
    for path in files:
        told.update(path.relative_to(SOURCE).as_posix().encode())
        told.update(path.read_bytes())
    return told.hexdigest()


def catalogues() -> dict[str, Path]:
    """Return the file of each translation by its language."""
    codes = [code for code in i18n.languages() if code != i18n.SOURCE_LANGUAGE]
    return {code: LOCALE / code / "LC_MESSAGES" / f"{DOMAIN}.po" for code in codes}


def read(code: str) -> Catalog:
    """Read the translation of the guide; an empty one where there is none yet."""
    file = catalogues()[code]
    if not file.exists():
        return Catalog(locale=code, project="Recovery Tracker", charset="utf-8", fuzzy=False)
    with file.open("rb") as stream:
        return read_po(stream, locale=code)


def as_in_program(text: str, of_program: Catalog) -> str:
    """Return how the program says a whole text, or a label in bold, if it does; else nothing."""
    label = LABEL.fullmatch(text)
    said = of_program.get(label[1] if label else text)
    if said is None or not isinstance(said.string, str):
        return ""
    return f"**{said.string}**" if label else said.string


def _sphinx(builder: str, place: Path, *settings: str) -> Path:
    """Let Sphinx build all pages into a folder of a temporary place; a warning is an error."""
    out = place / builder
    options = [part for setting in settings for part in ("-D", setting)]
    command = ["-q", "-W", "-b", builder, "-d", str(place / "doctrees"), *options]
    subprocess.run(
        [sys.executable, "-B", "-m", "sphinx", *command, str(SOURCE), str(out)], check=True
    )
    return out


def merge() -> None:
    """Bring every catalogue up to date with the pages."""
    with tempfile.TemporaryDirectory() as place:
        template = _sphinx("gettext", Path(place)) / f"{DOMAIN}.pot"
        with template.open("rb") as stream:
            found = read_po(stream)
    wanted = Catalog(project="Recovery Tracker", charset="utf-8", fuzzy=False)
    for message in found:
        if message.id:
            pages = sorted({(Path(file).name, 0) for file, _line in message.locations})
            wanted.add(message.id, None, pages)
    for code, file in catalogues().items():
        catalog = read(code)
        catalog.update(wanted, no_fuzzy_matching=True, update_creation_date=False)
        strings.sign(catalog)
        of_program = strings.read(strings.LOCALE / code / "LC_MESSAGES" / f"{strings.DOMAIN}.po")
        for message in catalog:
            if message.id and (said := as_in_program(str(message.id), of_program)):
                message.string = said
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as stream:
            write_po(
                stream,
                catalog,
                width=_WIDTH,
                sort_output=True,
                include_lineno=False,
                ignore_obsolete=True,
            )
        left = sum(1 for message in catalog if message.id and not message.string)
        print(f"{code}: {left} texts of the guide are not translated")


def build() -> None:
    """Build the pages of every language, and keep of them what a page needs."""
    with tempfile.TemporaryDirectory() as place:
        for code in catalogues():
            compiled = Path(place) / "locale" / code / "LC_MESSAGES" / f"{DOMAIN}.mo"
            compiled.parent.mkdir(parents=True)
            compiled.write_bytes(strings.compiled(read(code)))
        for code in i18n.languages():
            folder = BUILT / code
            for page in folder.glob("*.html"):
                page.unlink()
            words = f"locale_dirs={Path(place) / 'locale'}"
            made = _sphinx("html", Path(place) / code, f"language={code}", words)
            for page in made.glob("*.html"):
                text = _IMAGE.sub(_in_both_looks, page.read_text(encoding="utf-8"))
                (folder / page.name).write_text(text, encoding="utf-8")
    shutil.copyfile(SOURCE / "theme" / "guide.css", BUILT / "guide.css")
    (BUILT / STAMP).write_text(digest() + "\n", encoding="ascii")


def _in_both_looks(image: re.Match[str]) -> str:
    """Show a picture from where it was taken, dark where the page is dark."""
    name = image[2]
    return (
        f'<picture><source srcset="pictures/{name}{DARK}.png" '
        f'media="(prefers-color-scheme: dark)">{image[1]}pictures/{name}.png{image[3]}</picture>'
    )


def main() -> None:
    """Take the pictures if that is asked or there are none, merge, and build."""
    for code in i18n.languages():
        if "--pictures" in sys.argv or not (BUILT / code / "pictures").exists():
            subprocess.run([sys.executable, "-m", "tools.guide_pictures", code], check=True)
    merge()
    build()
    size = sum(path.stat().st_size for path in BUILT.rglob("*") if path.is_file())
    print(f"{BUILT.relative_to(ROOT)}: {size // 1024} KiB")


if __name__ == "__main__":
    main()
