"""Daylio: one row an entry of the day; moods carry names the person gave them.

What a mood stands for is the person's own, so it is asked, never guessed. Activities are joined
by ``|``, scales are ``name: value``; notes may hold the marks of formatted text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.guess import meaning_of, symptom_of
from recovery_tracker.exchange.mapping import ASK, Mapping, Meaning
from recovery_tracker.exchange.readings import Fact, Reading

MOOD, ACTIVITIES, NOTES = "mood", "activities", "note"

_BREAK = re.compile(r"<br\s*/?>|</(?:p|div|li)>", re.IGNORECASE)
_MARK = re.compile(
    r"</?(?:p|div|b|i|u|ul|ol|li|strong|em|span|h[1-6])(?:\s[^<>]{0,200})?>", re.IGNORECASE
)


def fits(table: ForeignTable) -> bool:
    """Tell by its header whether a table is of this program."""
    return all(table.place(name) is not None for name in ("full_date", "mood", "activities"))


def suggest(table: ForeignTable) -> Mapping:
    """Take scales, notes and activities; ask what the moods stand for."""
    found = {NOTES: Meaning("text", "notes"), MOOD: ASK, ACTIVITIES: Meaning("text", "notes")}
    for reading in readings(table, Mapping("daylio")):
        for fact in reading.facts:
            if fact.name not in found:
                found[fact.name] = meaning_of(fact.name) or symptom_of(fact.name)
    return Mapping("daylio", meanings=found)


def readings(table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
    """Read the rows one by one."""
    names = ("full_date", "date", "weekday", "time", "mood", "activities", "scales")
    full, date, weekday, time, mood, activities, scales = (table.place(n) for n in names)
    texts = tuple(table.place(name) for name in ("note_title", "note"))
    for line, row in table.rows:

        def cell(place: int | None, row: tuple[str, ...] = row) -> str:
            return row[place].strip() if place is not None and place < len(row) else ""

        facts: list[Fact] = []
        if mood is not None and cell(mood):
            facts.append(Fact(MOOD, cell(mood), (mood,)))
        if activities is not None:
            facts += _activities(cell(activities), activities, mapping)
        if scales is not None:
            facts += _scales(cell(scales), scales)
        facts += [
            Fact(NOTES, _plain(cell(place)), (place,), plain=True)
            for place in texts
            if place is not None and cell(place)
        ]
        when = tuple(place for place in (full, time) if place is not None)
        repeated = tuple(place for place in (date, weekday) if place is not None)
        yield Reading(line, row, cell(full), cell(time), when, tuple(facts), repeated)


def _parts(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _activities(cell: str, place: int, mapping: Mapping) -> Iterator[Fact]:
    """Part the activities into what the diary knows, one by one, and the rest as one line."""
    rest: list[str] = []
    for name in dict.fromkeys(_parts(cell)):
        if meaning_of(name) or mapping.meaning(name):
            yield Fact(name, "yes", (place,))
        else:
            rest.append(name)
    if rest:
        yield Fact(ACTIVITIES, ", ".join(rest), (place,))


def _scales(cell: str, place: int) -> Iterator[Fact]:
    for part in _parts(cell.replace("\u00a0", " ")):
        name, colon, value = part.rpartition(":")
        yield Fact(name.strip() if colon else part, value.strip() if colon else "", (place,))


def _plain(note: str) -> str:
    """Take the marks of formatted text out of a note; its words stay."""
    return html.unescape(_MARK.sub("", _BREAK.sub("\n", note))).strip()
