"""``FILE.long.csv``: one row per fact, as statistics programs like it.

The kinds are ``symptom`` (value: the grade), ``sign`` (present, absent), ``care`` (done), ``text``
and ``moment`` (code: the name of the entry's field). An entry that says nothing has one row
without a kind. What a log holds besides entries is in the JSON file only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange.csv_cells import (
    DAY_COLUMNS,
    MOMENTS,
    TEXTS,
    Cell,
    Names,
    days_of,
    guarded,
    unguarded,
    write_rows,
)
from recovery_tracker.exchange.csv_table import (
    Row,
    Sitting,
    Table,
    TableReading,
    code_of,
    sign_of,
)
from recovery_tracker.exchange.fields import Wrong, read_moment, read_text, write_moment
from recovery_tracker.exchange.format import Options, Parsed, Unreadable
from recovery_tracker.exchange.json_entry import refuse_answered_twice
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

FACT_COLUMNS = ("kind", "code", "value")
PRESENT, ABSENT, DONE = "present", "absent", "done"


def write(log: Log, out: BinaryIO, options: Options) -> None:
    """Write the table, with private notes only where they were asked for."""
    texts = TEXTS if options.private_notes else tuple(t for t in TEXTS if t != "private_notes")
    write_rows(_rows(log, texts), out)


def _rows(log: Log, texts: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
    symptoms, care = Names(log.symptoms), Names(log.care_items)
    yield (*DAY_COLUMNS, *FACT_COLUMNS)
    for recovery in log.recoveries:
        for first, entry in days_of(recovery):
            nothing = True
            for fact in _facts(entry, symptoms, care, texts):
                nothing = False
                yield (*first, *fact)
            if nothing:
                yield (*first, None, None, None)


def _facts(
    entry: Entry, symptoms: Names, care: Names, texts: tuple[str, ...]
) -> Iterator[tuple[Cell, ...]]:
    for code, grade in entry.scores.items():
        yield "symptom", symptoms.of(code), grade
    for code in entry.signs:
        yield "sign", code, PRESENT
    for code in entry.signs_absent:
        yield "sign", code, ABSENT
    for code in entry.care:
        yield "care", care.of(code), DONE
    for key in texts:
        text: str = getattr(entry, key)
        if text:
            yield "text", key, guarded(text)
    for key in MOMENTS:
        moment: dt.datetime | None = getattr(entry, key)
        if moment:
            yield "moment", key, write_moment(moment)


def read(source: bytes | Path, today: dt.date) -> Parsed:
    """Read a table of ours with a row per fact.

    Raises:
        Unreadable: it is no such table, or something in it cannot be kept; with its line.
        StorageProblem: it cannot be read from disk.
    """
    table = Table(source)
    if not is_long(table):
        raise Unreadable(
            _("It has no columns kind, code and value. A table with one row a day is named .csv."),
            1,
        )
    return read_table(table, today)


def is_long(table: Table) -> bool:
    """Tell by its header whether a table has one row per fact."""
    return set(FACT_COLUMNS) <= set(table.header)


def read_table(table: Table, today: dt.date) -> Parsed:
    """Read such a table on from its header."""
    return _Reading(table, today).parsed()


class _Reading(TableReading):
    """One row per fact."""

    def begin(self) -> None:
        """Look at the columns."""
        table = self._table
        self._said: dict[tuple[str, dt.date], tuple[Sitting, dict[str, Any]]] = {}
        self._fact = [table.place(name) for name in FACT_COLUMNS]
        self._take_kind: dict[str, Callable[[dict[str, Any], str, str], None]] = {
            "symptom": self._take_symptom,
            "sign": _take_sign,
            "care": self._take_care,
            "text": self._take_text,
            "moment": self._take_moment,
        }

    def take(self, row: Row) -> None:
        """Take the fact of one row; one without a value only says that there is an entry."""
        sitting = self.sitting(row)
        date = self.date_of(row, sitting.session)
        said = self._said.setdefault((sitting.session.id, date), (sitting, {"date": date}))[1]
        kind, code, value = (row[place] for place in self._fact)
        if not value:
            return
        take = self._take_kind.get(kind)
        if take is None:
            self.unknown[kind] = None
            return
        take(said, unguarded(code), value)

    def finish(self) -> None:
        """Make an entry of the facts of each day."""
        for (_id, date), (sitting, said) in self._said.items():
            sitting.entries[date] = Entry(**said)

    def _take_symptom(self, said: dict[str, Any], name: str, value: str) -> None:
        code = code_of(self.symptoms, name)
        _once(said.setdefault("scores", {}), code, self.grade(value, code))

    def _take_care(self, said: dict[str, Any], name: str, value: str) -> None:
        if value != DONE:
            raise Wrong(_("The value of care is “{done}” or empty.").format(done=DONE))
        said["care"] = (*said.get("care", ()), code_of(self.care, name))

    def _take_text(self, said: dict[str, Any], key: str, value: str) -> None:
        if key in TEXTS:
            _once(said, key, read_text(unguarded(value), key))
        else:
            self.unknown[key] = None

    def _take_moment(self, said: dict[str, Any], key: str, value: str) -> None:
        if key in MOMENTS:
            _once(said, key, read_moment(value, key))
        else:
            self.unknown[key] = None


def _take_sign(said: dict[str, Any], code: str, value: str) -> None:
    if value not in (PRESENT, ABSENT):
        raise Wrong(
            _("The value of a sign is “{present}”, “{absent}” or empty.").format(
                present=PRESENT, absent=ABSENT
            )
        )
    key = "signs" if value == PRESENT else "signs_absent"
    said[key] = (*said.get(key, ()), sign_of(code))
    refuse_answered_twice(said)


def _once(said: dict[str, Any], key: str, value: object) -> None:
    if key in said:
        raise Wrong(_("“{key}” is said twice of this day.").format(key=quoted(key)))
    said[key] = value
