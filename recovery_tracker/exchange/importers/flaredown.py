"""Flaredown: one row a day, one column for each condition, symptom and treatment.

Columns of levels 0 to 4 are conditions and symptoms; the others are treatments, which say a dose,
``Taken`` or ``Not Taken``. Tags and foods are lists joined by ``; ``.
"""

from __future__ import annotations

from collections.abc import Iterator

from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.foreign_values import OUR_SCALE, number_of
from recovery_tracker.exchange.guess import meaning_of, symptom_of
from recovery_tracker.exchange.mapping import Mapping, Meaning
from recovery_tracker.exchange.readings import Fact, Reading

_LISTS = ("Tags", "Foods")


def fits(table: ForeignTable) -> bool:
    """Tell by its header whether a table is of this program."""
    header = [name.casefold() for name in table.header]
    return header[0] in ("date", "﻿date") and header[-2:] == ["tags", "foods"]


def suggest(table: ForeignTable) -> Mapping:
    """Tell levels from treatments by what a column says."""
    found: dict[str, Meaning] = {name: Meaning("text", "notes") for name in _LISTS}
    for place, name in enumerate(table.header[1:-2], start=1):
        levels = all(number_of(cell) is not None for cell in table.column(place))
        found[name] = symptom_of(name) if levels else Meaning("text", "medicines")
    for place in (len(table.header) - 2, len(table.header) - 1):
        for cell in table.column(place):
            for item in cell.split(";"):
                known = meaning_of(item.strip())
                if known is not None and item.strip() not in found:
                    found[item.strip()] = known
    return Mapping("flaredown", meanings=found, scale=OUR_SCALE)


def readings(table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
    """Read the rows one by one."""
    lists = range(len(table.header) - 2, len(table.header))
    for line, row in table.rows:
        facts: list[Fact] = []
        for place, cell in enumerate(row[: len(table.header)]):
            if place in lists:
                facts += _list(table.header[place], cell, place, mapping)
            elif place and cell.strip():
                facts.append(Fact(table.header[place], cell.strip(), (place,)))
        yield Reading(line, row, row[0].strip(), "", (0,), tuple(facts))


def _list(column: str, cell: str, place: int, mapping: Mapping) -> Iterator[Fact]:
    """Part a list into what is mapped on its own, and the rest as one line."""
    items = dict.fromkeys(item.strip() for item in cell.split(";") if item.strip())
    rest = [item for item in items if mapping.meaning(item) is None]
    for item in items:
        if item not in rest:
            yield Fact(item, "yes", (place,))
    if rest:
        yield Fact(column, "; ".join(rest), (place,))
