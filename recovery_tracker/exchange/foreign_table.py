"""The table in another program's file: its delimiter found, its rows with their lines."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from recovery_tracker.exchange.foreign_text import decoded
from recovery_tracker.exchange.format import Unreadable
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

DELIMITERS = (",", ";", "\t", "|")
MOST_ROWS = 200_000
MOST_COLUMNS = 1_000

_LONGEST_HEADER = 100_000
_MOST_LINES = 2 * MOST_ROWS  # with empty ones
_SAMPLE_ROWS = 20


@frozen
class ForeignTable:
    """A table as it came, every cell a text.

    Attributes:
        header: the names of the columns, without space around them; empty ones are numbered.
        rows: each with the line it begins on, counted from 1. A row may have more or fewer cells
            than the header.
        encoding: what the file was written in.
        delimiter: what stands between its cells.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str = "utf-8"
    delimiter: str = ","

    def place(self, name: str) -> int | None:
        """Return which column has a name, whatever its case; ``None`` if none has."""
        wanted = name.casefold()
        return next((i for i, known in enumerate(self.header) if known.casefold() == wanted), None)

    def column(self, place: int) -> Iterator[str]:
        """Return the cells of a column that say something."""
        for _line, row in self.rows:
            if place < len(row) and (cell := row[place].strip()):
                yield cell


def open_table(source: bytes | Path, delimiter: str = "") -> ForeignTable:
    """Read another program's file as a table.

    Args:
        source: the file, or its bytes.
        delimiter: what stands between cells; found out unless given.

    Raises:
        Unreadable: it is no table; with its line where that is known.
        StorageProblem: it cannot be read from disk.
    """
    text, encoding = decoded(source)
    skipped = 0
    if text[:4].casefold() == "sep=" and text[4:5] in DELIMITERS:  # how Excel is told
        delimiter = delimiter or text[4]
        skipped = 1
        text = text[5:].lstrip("\r").removeprefix("\n")
    if len(text.partition("\n")[0]) > _LONGEST_HEADER:
        raise Unreadable(_("This is no table: its first line is too long."), 1)
    delimiter = delimiter or _delimiter_of(text)
    rows = list(_rows(text, delimiter, skipped))
    if len(rows) < 2:
        raise Unreadable(_("This is no table: it has no rows under its header."))
    header = tuple(
        name.strip() or _("Column {n}").format(n=place)
        for place, name in enumerate(rows[0][1], start=1)
    )
    return ForeignTable(header, tuple(rows[1:]), encoding, delimiter)


def _delimiter_of(text: str) -> str:
    """Find the delimiter that parts the first rows into the same, and most, cells."""
    sample = "".join(text[:_LONGEST_HEADER].splitlines(keepends=True)[: 4 * _SAMPLE_ROWS])

    def parts(delimiter: str) -> tuple[int, int]:
        widths = _widths(sample, delimiter)
        same = sum(width == widths[0] for width in widths) if widths else 0
        return (same if widths and widths[0] > 1 else 0, widths[0] if widths else 0)

    return max(DELIMITERS, key=parts)


def _widths(sample: str, delimiter: str) -> Sequence[int]:
    found: list[int] = []
    try:
        for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if row:
                found.append(len(row))
            if len(found) == _SAMPLE_ROWS:
                break
    except csv.Error:
        return found
    return found


def _rows(text: str, delimiter: str, skipped: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False)
    line = 1
    count = 0
    try:
        for number, row in enumerate(reader):
            if len(row) > MOST_COLUMNS:
                raise Unreadable(
                    _("This table has more than {n} columns.").format(n=MOST_COLUMNS),
                    line + skipped,
                )
            if any(cell.strip() for cell in row):
                count += 1
                yield line + skipped, tuple(row)
            if count > MOST_ROWS + 1 or number > _MOST_LINES:
                raise Unreadable(_("This table has more than {n} rows.").format(n=MOST_ROWS))
            line = reader.line_num + 1
    except csv.Error:
        raise Unreadable(
            _("A text is longer than can be kept, or the file ends within a text."), line + skipped
        ) from None
