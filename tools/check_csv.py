"""Opens both tables in LibreOffice without a screen, and looks at what a person would see there.

Accents and signs are whole, dates are dates, days and grades are numbers, nothing is a formula.
Run as ``make check-csv``; it needs LibreOffice (``soffice``) and says so where there is none. The
rules for each cell are tested without it, in ``tests/exchange/test_csv.py``.
"""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.exchange import format_for

_NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
_OFFICE, _TABLE, _TEXT = (f"{{{_NAMES[name]}}}" for name in ("office", "table", "text"))
# comma, quotes, UTF-8, header in row 1, then "detect special numbers" so that dates are dates
_IMPORT = "CSV:44,34,76,1,,0,false,true,false,false"

NOTES = (
    '=HYPERLINK("http://example.org";"x")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "'quoted",
    "Größe, naïve – „so“ 😀",
    'a "word"\nand a line',
)


@dataclass(frozen=True)
class Cell:
    """A cell as LibreOffice holds it."""

    kind: str
    text: str
    formula: str
    value: str


def log() -> Log:
    """A diary with what a spreadsheet could stumble over."""
    start = dt.date(2026, 3, 2)
    entries = tuple(
        Entry(
            start + dt.timedelta(days=day - 3),
            scores={"redness": day % 5, "x_1f00c3ab": 1},
            signs=("pus",),
            care=("sun", "moisturised"),
            notes=note,
            entered_at=dt.datetime(2026, 3, 12, 8, tzinfo=dt.UTC),
        )
        for day, note in enumerate(NOTES)
    )
    return Log(
        symptoms=(OwnItem("x_1f00c3ab", "=Spannung"),),
        recoveries=(Recovery(Session("a", start), entries),),
    )


def opened(office: str, file: Path, folder: Path) -> list[list[Cell]]:
    """Let LibreOffice open a table and save it as its own, and read that."""
    subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
            f"--infilter={_IMPORT}", "--convert-to", "ods", "--outdir", folder, file,
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )  # fmt: skip
    with zipfile.ZipFile(folder / f"{file.stem}.ods") as held:
        content = ElementTree.fromstring(held.read("content.xml"))  # LibreOffice's own, of our data
    return [list(_cells(row)) for row in content.iter(f"{_TABLE}table-row") if len(row)]


def _cells(row: ElementTree.Element) -> Iterator[Cell]:
    for cell in row.iter(f"{_TABLE}table-cell"):
        count = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        text = "\n".join(_text(paragraph) for paragraph in cell.iter(f"{_TEXT}p"))
        value = cell.get(f"{_OFFICE}date-value") or cell.get(f"{_OFFICE}value") or ""
        kind = cell.get(f"{_OFFICE}value-type") or ""
        for _repeat in range(min(count, 40)):
            yield Cell(kind, text, cell.get(f"{_TABLE}formula") or "", value)


def _text(paragraph: ElementTree.Element) -> str:
    """The text of a paragraph, with the spaces and tabs that have elements of their own."""
    said = paragraph.text or ""
    for part in paragraph:
        if part.tag == f"{_TEXT}s":
            said += " " * int(part.get(f"{_TEXT}c", "1"))
        elif part.tag == f"{_TEXT}tab":
            said += "\t"
        else:
            said += _text(part)
        said += part.tail or ""
    return said


def faults(rows: list[list[Cell]], columns: dict[str, str]) -> Iterator[str]:
    """Say what is not as it should be: the kind of each column, formulas, damaged notes."""
    header = [cell.text for cell in rows[0]]
    for number, row in enumerate(rows, start=1):
        for cell in row:
            if cell.formula:
                yield f"row {number}: a formula: {cell.formula}"
    for name, kind in columns.items():
        place = header.index(name)
        for number, row in enumerate(rows[1:], start=2):
            if place < len(row) and row[place].text and row[place].kind != kind:
                yield f"row {number}: {name} is {row[place].kind or 'empty'}, not {kind}"
    whole = "\n".join(cell.text for row in rows for cell in row)
    for note in NOTES:
        if note.strip() not in whole:
            yield f"this note is not whole: {note!r}"


DAILY = {"session_date": "date", "date": "date", "day": "float", "redness": "float"}
LONG = {"session_date": "date", "date": "date", "day": "float"}


def main() -> int:
    """Check both tables; 2 where there is no LibreOffice."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        print(
            "LibreOffice is not installed, so the tables were NOT checked in it. Install "
            "libreoffice-calc (Debian: libreoffice-calc-nogui) and run this again.",
            file=sys.stderr,
        )
        return 2
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for suffix, columns in ((".csv", DAILY), (".long.csv", LONG)):
            file = folder / f"log{suffix}"
            format_for(file).write(log(), file)
            rows = opened(office, file, folder)
            found = list(faults(rows, columns))
            failed += len(found)
            told = "as it should be" if not found else "; ".join(found)
            print(f"{suffix}: {len(rows)} rows in LibreOffice, {told}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
