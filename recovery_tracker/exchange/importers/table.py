"""Any table with a date: one column a symptom, or one row a reading with its name and value."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_tracker.exchange import guess
from recovery_tracker.exchange.foreign_dates import possible_orders
from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.mapping import LEAVE, Mapping, Meaning
from recovery_tracker.exchange.readings import Fact, Reading

ROLES = ("date", "time", "name", "value", "note")

_LOOKED_AT = 50


def fits(table: ForeignTable) -> bool:
    """Any table is read as one."""
    return True


def suggest(table: ForeignTable) -> Mapping:
    """Find the date, notes, and the columns whose names the diary knows; leave out the rest."""
    columns: dict[str, str] = {}
    for role, words in (("time", guess.TIMES), ("name", guess.NAMES), ("value", guess.VALUES)):
        found = _called(table, words)
        if found:
            columns[role] = found
    if not {"name", "value"} <= columns.keys():  # neither is of use without the other
        columns.pop("name", None)
        columns.pop("value", None)
    columns["date"] = _date_column(table, set(columns.values()))
    if not columns["date"]:
        del columns["date"]
    first = Mapping("table", columns=columns)
    meanings: dict[str, Meaning] = {}
    for name in _names(table, first):
        note = name.casefold() in guess.NOTES
        known = Meaning("text", "notes") if note else guess.meaning_of(name)
        if known is None and "name" in columns and name not in table.header:
            known = guess.symptom_of(name)
        meanings[name] = known or LEAVE
    return Mapping("table", columns=columns, meanings=meanings)


def _called(table: ForeignTable, words: frozenset[str]) -> str:
    return next((name for name in table.header if name.casefold() in words), "")


def _date_column(table: ForeignTable, taken: set[str]) -> str:
    """Find the column of dates: one that is called so, else the first that holds dates."""

    def holds_dates(place: int) -> bool:
        cells = [cell for cell, _n in zip(table.column(place), range(_LOOKED_AT), strict=False)]
        return bool(cells) and bool(possible_orders(cells[:1])) and bool(possible_orders(cells))

    called = [
        (name.casefold() not in guess.DATES, place)
        for place, name in enumerate(table.header)
        if name not in taken
    ]
    for _not_called, place in sorted(called):
        if holds_dates(place):
            return table.header[place]
    return ""


def _names(table: ForeignTable, mapping: Mapping) -> dict[str, None]:
    found: dict[str, None] = {}
    for reading in readings(table, mapping):
        for fact in reading.facts:
            found[fact.name] = None
    return found


def readings(table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
    """Read the rows one by one, by the columns the mapping names."""
    named = {role: table.place(name) for role, name in mapping.columns.items() if role in ROLES}
    date, time, name, value = (named.get(role) for role in ROLES[:4])
    apart = {place for place in (date, time, name, value) if place is not None}
    for line, row in table.rows:

        def cell(place: int | None, row: tuple[str, ...] = row) -> str:
            return row[place].strip() if place is not None and place < len(row) else ""

        facts: list[Fact] = []
        if name is not None and value is not None and (cell(name) or cell(value)):
            facts.append(Fact(cell(name), cell(value), (name, value)))
        facts += [
            Fact(called, cell(place), (place,), plain=called.casefold() in guess.NOTES)
            for place, called in enumerate(table.header)
            if place not in apart and cell(place)
        ]
        when = tuple(place for place in (date, time) if place is not None)
        yield Reading(line, row, cell(date), cell(time), when, tuple(facts))
