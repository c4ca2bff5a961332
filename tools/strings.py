"""The texts of the program for translators: extract them, bring catalogues up to date, compile.

``python -m tools.strings`` writes ``resources/locale/recovery_tracker.pot``, merges what is new
into every ``.po`` (nothing is guessed: what changed is empty again) and compiles the ``.mo``.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "resources" / "locale"
DOMAIN = "recovery_tracker"
TEMPLATE = LOCALE / f"{DOMAIN}.pot"
_PACKAGE = ROOT / DOMAIN
MARKS = {"_": None, "N_": None, "ngettext": (1, 2)}
_WIDTH = 100
_PROJECT, _AUTHORS = "Recovery Tracker", "The Recovery Tracker authors"
_HEAD = f"""\
# Translations template for {_PROJECT}.
# Copyright (C) 2026 {_AUTHORS}
# This file is distributed under the same license as the {_PROJECT} project."""


def extracted() -> Catalog:
    """Return a catalogue of every text that is marked in the code, each with where it stands."""
    found = Catalog(project=_PROJECT, charset="utf-8", fuzzy=False)
    for file, _line, message, comments, context in extract_from_dir(
        _PACKAGE, [("**.py", "python")], keywords=MARKS, comment_tags=("Translators:",)
    ):
        where = [(f"{DOMAIN}/{Path(file).as_posix()}", 0)]
        found.add(message, None, where, auto_comments=comments, context=context)
    return found


def catalogues() -> list[Path]:
    """Return the files of all translations."""
    return sorted(LOCALE.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def read(file: Path) -> Catalog:
    """Read a catalogue."""
    with file.open("rb") as stream:
        return read_po(stream, locale=None if file == TEMPLATE else file.parents[1].name)


def as_template(catalog: Catalog) -> bytes:
    """Return a catalogue as the bytes of its file: sorted, with files but no lines."""
    written = io.BytesIO()
    write_po(
        written,
        catalog,
        width=_WIDTH,
        sort_output=True,
        omit_header=True,
        include_lineno=False,
        ignore_obsolete=True,
    )
    return written.getvalue()


def compiled(catalog: Catalog) -> bytes:
    """Return the ``.mo`` of a catalogue."""
    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def sign(catalog: Catalog) -> None:
    """Fill in who and when: the authors translate, in no team, and there is no address yet.

    The version stands in the program only.
    """
    catalog.header_comment = _HEAD
    catalog.project, catalog.version = _PROJECT, ""
    catalog.last_translator, catalog.language_team = _AUTHORS, "none"
    catalog.msgid_bugs_address = ""
    catalog.revision_date = catalog.creation_date


def main() -> None:
    """Extract, merge and compile."""
    found = extracted()
    TEMPLATE.write_bytes(as_template(found))
    print(f"{len(found)} texts in {TEMPLATE.relative_to(ROOT)}")
    for file in catalogues():
        catalog = read(file)
        catalog.update(found, no_fuzzy_matching=True)
        sign(catalog)
        with file.open("wb") as stream:
            write_po(
                stream,
                catalog,
                width=_WIDTH,
                sort_output=True,
                include_lineno=False,
                ignore_obsolete=True,
            )
        file.with_suffix(".mo").write_bytes(compiled(read(file)))
        left = sum(1 for message in catalog if message.id and not message.string)
        print(f"{file.parents[1].name}: {left} texts are not translated")


if __name__ == "__main__":
    main()
