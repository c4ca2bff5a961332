"""Bearable: one row a reading; the name with its severity in words in ``detail``.

Symptoms are rated 0 to 4 (mild, moderate, severe, unbearable), dates are written "8th Dec 2021",
the time of day is a word (pre, am, mid, pm) or a time. Symptoms, medication, notes and factors
the diary knows come in; the rest (mood, sleep ...) is left out unless a mapping says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.foreign_values import OUR_SCALE, SEVERITY_WORDS, number_of
from recovery_tracker.exchange.guess import meaning_of, symptom_of
from recovery_tracker.exchange.mapping import LEAVE, Mapping, Meaning
from recovery_tracker.exchange.readings import Fact, Reading

NOTES = "notes"

_COLUMNS = ("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")
_SIGNATURE = ("category", "rating/amount", "detail")
_WORD_BEHIND = re.compile(r"(?P<name>.*\S)\s*\((?P<word>[^()]*)\)\s*", re.DOTALL)
_SYMPTOMS = ("symptom", "symptoms")
_MEDICINES = ("medication", "medications", "meds", "meds/supplements", "medicine")


def fits(table: ForeignTable) -> bool:
    """Tell by its header whether a table is of this program."""
    return all(table.place(name) is not None for name in ("date", *_SIGNATURE))


def suggest(table: ForeignTable) -> Mapping:
    """Take symptoms, medication and notes; leave out the rest."""
    found = {NOTES: Meaning("text", "notes")}
    for reading in readings(table, Mapping("bearable")):
        for fact in reading.facts:
            if fact.plain or fact.name in found:
                continue
            category, _colon, name = fact.name.rpartition(": ")
            if not category:
                found[fact.name] = symptom_of(name)
            elif category.casefold() in _MEDICINES:
                found[fact.name] = Meaning("text", "medicines")
            else:  # a factor such as sunscreen may be something the diary ticks
                known = meaning_of(name)
                found[fact.name] = known if known and known.kind in ("care", "sign") else LEAVE
    return Mapping("bearable", meanings=found, scale=OUR_SCALE)


def readings(table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
    """Read the rows one by one; names other than symptoms' begin with their category."""
    date, weekday, time, category, amount, detail, notes = (table.place(n) for n in _COLUMNS)
    for line, row in table.rows:

        def cell(place: int | None, row: tuple[str, ...] = row) -> str:
            return row[place].strip() if place is not None and place < len(row) else ""

        facts: list[Fact] = []
        kind = cell(category)
        name, word = _parted(cell(detail), symptom=kind.casefold() in _SYMPTOMS)
        if kind or name or cell(amount):
            if kind.casefold() not in _SYMPTOMS:
                name = f"{kind}: {name or kind}"
            places = _there(category, amount, detail)
            facts.append(Fact(name, _value(cell(amount), word), places))
        if cell(notes):
            facts.append(Fact(NOTES, cell(notes), _there(notes), plain=True))
        yield Reading(
            line, row, cell(date), cell(time), _there(date, time), tuple(facts), _there(weekday)
        )


def _there(*places: int | None) -> tuple[int, ...]:
    return tuple(place for place in places if place is not None)


def _parted(detail: str, *, symptom: bool) -> tuple[str, str]:
    """Part "Neck pain (Moderate)" into the name and the word; other brackets stay in the name."""
    found = _WORD_BEHIND.fullmatch(detail) if symptom else None
    if found and found["word"].strip().casefold() in SEVERITY_WORDS:
        return found["name"], found["word"].strip()
    return detail, ""


def _value(amount: str, word: str) -> str:
    """Return the rating; where number and word contradict each other, both, to be refused."""
    if not amount or not word:
        return amount or word
    number = number_of(amount)
    agree = number is None or number == SEVERITY_WORDS[word.casefold()]
    return amount if agree else f"{amount} ({word})"
