"""``FILE.csv``: one row per entry, one column per symptom.

What a log holds besides entries (profile, treatment, photos, acts) is in the JSON file only.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any, BinaryIO

from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.entry import Entry, scores_of
from recovery_tracker.domain.recovery import Log
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange import csv_long
from recovery_tracker.exchange.csv_cells import (
    BETWEEN,
    DAY_COLUMNS,
    MOMENTS,
    OWN_NAME,
    TEXTS,
    Cell,
    Names,
    days_of,
    guarded,
    unguarded,
    write_rows,
)
from recovery_tracker.exchange.csv_table import Row, Table, TableReading, code_of, sign_of
from recovery_tracker.exchange.fields import Wrong, read_moment, read_text, write_moment
from recovery_tracker.exchange.format import Options, Parsed
from recovery_tracker.exchange.json_entry import refuse_answered_twice
from recovery_tracker.i18n import _

LAST_COLUMNS = ("signs", "signs_absent", "care", "notes", "entered_at")


def write(log: Log, out: BinaryIO, options: Options) -> None:
    """Write the table; private notes and photos have no place in it."""
    write_rows(_rows(log), out)


def _symptom_codes(log: Log) -> tuple[str, ...]:
    """The catalogue, the patient's own, then own ones that only entries know."""
    known = dict.fromkeys([*SYMPTOM_BY_CODE, *(item.code for item in log.symptoms)])
    used: set[str] = set()
    for recovery in log.recoveries:
        for entry in recovery.entries:
            used.update(entry.scores)
    return (*known, *sorted(used - known.keys()))


def _rows(log: Log) -> Iterator[tuple[Cell, ...]]:
    symptoms, signs, care = Names(log.symptoms), Names(), Names(log.care_items)
    codes = _symptom_codes(log)
    yield (*DAY_COLUMNS, *map(symptoms.of, codes), *LAST_COLUMNS)
    for recovery in log.recoveries:
        for first, entry in days_of(recovery):
            yield (
                *first,
                *map(entry.scores.get, codes),
                signs.joined(entry.signs),
                signs.joined(entry.signs_absent),
                care.joined(entry.care),
                guarded(entry.notes),
                write_moment(entry.entered_at) if entry.entered_at else None,
            )


def read(source: bytes | Path, today: dt.date) -> Parsed:
    """Read a table of ours; one with a row per fact is read, too, should it be called so.

    Raises:
        Unreadable: it is no table of ours, or something in it cannot be kept; with its line.
        StorageProblem: it cannot be read from disk.
    """
    table = Table(source)
    if csv_long.is_long(table):
        return csv_long.read_table(table, today)
    return _Reading(table, today).parsed()


_Codes = tuple[Mapping[str, int], tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def _signs(cell: str) -> tuple[str, ...]:
    return tuple(sign_of(code) for code in cell.split(BETWEEN)) if cell else ()


class _Reading(TableReading):
    """One row per entry."""

    def begin(self) -> None:
        """Look at the columns."""
        table = self._table
        known = {*DAY_COLUMNS, *LAST_COLUMNS, *TEXTS, *MOMENTS}
        scored: list[int] = []
        self._symptom_codes: list[str] = []
        for place, name in enumerate(table.header):
            if name in known:
                continue
            if name in SYMPTOM_BY_CODE or is_own_code(name) or OWN_NAME.fullmatch(name):
                scored.append(place)
                self._symptom_codes.append(code_of(self.symptoms, name))
            else:
                self.unknown[name] = None
        ticked = map(table.place, ("signs", "signs_absent", "care"))
        self._code_cells = itemgetter(*scored, *ticked)
        self._texts = [(key, table.place(key)) for key in TEXTS if key in table.header]
        self._moments = [(key, table.place(key)) for key in MOMENTS if key in table.header]
        # the same answers come again and again: what they say is found out once
        self._codes = lru_cache(maxsize=4096)(self._read_codes)

    def _read_codes(self, cells: tuple[str, ...]) -> _Codes:
        *grades, signs, absent, care = cells
        scores = {
            code: self.grade(cell, code)
            for code, cell in zip(self._symptom_codes, grades, strict=True)
            if cell
        }
        said = {"signs": _signs(signs), "signs_absent": _signs(absent)}
        done = tuple(code_of(self.care, name) for name in unguarded(care).split(BETWEEN) if care)
        refuse_answered_twice(said)
        return scores_of(scores), said["signs"], said["signs_absent"], done

    def take(self, row: Row) -> None:
        """Take the entry of one row."""
        sitting = self.sitting(row)
        date = self.date_of(row, sitting.session)
        if date in sitting.entries:
            raise Wrong(_("There are two entries for {date}. Keep one.").format(date=date))
        said: dict[str, Any] = {}
        codes = self._codes(self._code_cells(row))
        for key, place in self._texts:
            if cell := row[place]:
                said[key] = read_text(unguarded(cell), key)
        for key, place in self._moments:
            if cell := row[place]:
                said[key] = read_moment(cell, key)
        sitting.entries[date] = Entry(date, *codes, **said)
