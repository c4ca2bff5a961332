"""Track & Graph: one row a data point; ISO times with their offset, durations, labels.

Before labels had a column of their own they stood behind the value, ``3:Label``; both are read.
A point's date is that of the clock where it was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.foreign_values import is_duration
from recovery_tracker.exchange.guess import meaning_of
from recovery_tracker.exchange.mapping import Mapping, Meaning
from recovery_tracker.exchange.readings import Fact, Reading

NOTES = "Note"

_LABELLED = re.compile(
    r"(?P<value>-?\d{1,7}:-?\d{1,2}:-?\d{1,2}|[+-]?\d{1,9}(?:\.\d{1,9})?):(?P<label>.*)", re.DOTALL
)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")


def fits(table: ForeignTable) -> bool:
    """Tell by its header whether a table is of this program."""
    return all(table.place(n) is not None for n in ("FeatureName", "Timestamp", "Value"))


def suggest(table: ForeignTable) -> Mapping:
    """Take what the diary knows; numbers of anything else are the person's own symptoms.

    What was only timed or only labelled is a note.
    """
    found = {NOTES: Meaning("text", "notes")}
    values: dict[str, list[str]] = {}
    for reading in readings(table, Mapping("track_and_graph")):
        for fact in reading.facts:
            if not fact.plain:
                values.setdefault(fact.name, []).append(fact.value)
    for name, said in values.items():
        known = meaning_of(name.rpartition("/")[2])
        if any(is_duration(value) for value in said):
            found[name] = Meaning("text", "notes")
        elif known is not None:
            found[name] = known
        elif all(_NUMBER.fullmatch(value) for value in said) and name.strip():
            found[name] = Meaning("own_symptom", name)
        else:
            found[name] = Meaning("text", "notes")
    return Mapping("track_and_graph", meanings=found)


def readings(table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
    """Read the rows one by one."""
    columns = ("FeatureName", "Timestamp", "Value", "Label", "Note")
    feature, when, value, label, note = (table.place(name) for name in columns)
    for line, row in table.rows:

        def cell(place: int | None, row: tuple[str, ...] = row) -> str:
            return row[place].strip() if place is not None and place < len(row) else ""

        said, behind = _parted(cell(value))
        labels = [text for text in (cell(label), behind) if text]
        places = tuple(p for p in (feature, value, label) if p is not None)
        facts = [Fact(cell(feature), said, places, comment="; ".join(labels))]
        if note is not None and cell(note):
            facts.append(Fact(NOTES, cell(note), (note,), plain=True))
        yield Reading(line, row, cell(when), "", () if when is None else (when,), tuple(facts))


def _parted(value: str) -> tuple[str, str]:
    """Part a value from the label behind it; a colon at the end labels nothing."""
    if is_duration(value):
        return value, ""
    found = _LABELLED.fullmatch(value)
    return (found["value"], found["label"].strip()) if found else (value, "")
