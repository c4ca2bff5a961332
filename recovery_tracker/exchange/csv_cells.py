"""The cells both of our tables have in common: whose day a row tells of, codes, guarded text.

Cells that begin with ``= + - @``, a tab, a carriage return or ``'`` get one leading ``'``, so that
no spreadsheet takes a note for a formula. An item of the patient's own is called by its label with
its code behind it, ``Tingling (x_1f00c3ab)``: a person reads the label, two items may share one,
and the code brings the ratings back to the same item. Empty cells are "not recorded".
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import BinaryIO

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Recovery

DAY_COLUMNS = ("session_id", "session_date", "date", "day")
TEXTS = ("new_product", "medicines", "notes", "advice_received", "private_notes")
MOMENTS = ("entered_at", "changed_at", "done_at")
BETWEEN = "; "

OWN_NAME = re.compile(r"(?P<label>.*) \((?P<code>x_[0-9a-f]{8})\)", re.DOTALL)
_GUARDED = frozenset("=+-@\t\r'")

Cell = str | int | None


def guarded(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula: one ``'`` before it.

    The day's number is no text: ``-3`` stays a number.
    """
    return f"'{text}" if text[:1] in _GUARDED else text


def unguarded(cell: str) -> str:
    """Take away the one ``'`` that :func:`guarded` put there."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in _GUARDED else cell


class Names:
    """How codes stand in cells: own ones with their labels, lists joined."""

    def __init__(self, items: Iterable[OwnItem] = ()) -> None:
        """Know the labels of own items; a ``;`` in one would look like the end of it."""
        self._own = {item.code: f"{item.label.replace(';', ',')} ({item.code})" for item in items}
        self.joined = lru_cache(maxsize=1024)(self._join)

    def of(self, code: str) -> str:
        """Return the cell of one code."""
        return guarded(self._own.get(code, code))

    def _join(self, codes: tuple[str, ...]) -> str:
        return guarded(BETWEEN.join([self._own.get(code, code) for code in codes]))


def write_rows(rows: Iterable[tuple[Cell, ...]], out: BinaryIO) -> None:
    """Write rows as they come, as UTF-8 with a byte order mark, which spreadsheets ask for."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", errors="replace", newline="")
    try:
        csv.writer(text).writerows(rows)
    finally:
        text.detach()  # flushes; the file itself is closed by who opened it


def days_of(recovery: Recovery) -> Iterator[tuple[tuple[Cell, ...], Entry]]:
    """Return the entries of a session, each with its cells of the first four columns."""
    session = recovery.session
    start, session_id = session.date.toordinal(), guarded(session.id)
    session_date = session.date.isoformat()
    for entry in recovery.entries:
        date = entry.date
        yield (session_id, session_date, date.isoformat(), date.toordinal() - start), entry
