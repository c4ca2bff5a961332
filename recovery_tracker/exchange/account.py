"""The account of an import: every cell of the source is kept, changed, refused or left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange.foreign_dates import DateOrder
from recovery_tracker.exchange.mapping import Mapping
from recovery_tracker.exchange.text import quoted
from recovery_tracker.values import frozen

Asked = Literal["session", "dates", "scale", "words", "meaning", "date_column"]


@frozen
class Told:
    """One thing to say of the source; the same said of several cells is said once.

    Attributes:
        line: where it is found first, counted from 1.
        name: the column, or what the cell is about.
        value: what it says there first.
        sentence: what became of it, and why.
        count: how many cells it is true of.
    """

    line: int
    name: str
    value: str
    sentence: str
    count: int = 1


@frozen
class Question:
    """Something only the person knows; until it is answered nothing is brought in.

    Attributes:
        asked: what is open.
        sentence: the question, and where to answer it.
        names: what it is about: mood names, words, columns.
        orders: for dates, the orders that are possible.
        shown: for dates, one that can be read in several ways.
    """

    asked: Asked
    sentence: str
    names: tuple[str, ...] = ()
    orders: tuple[DateOrder, ...] = ()
    shown: str = ""


@frozen
class Cells:
    """How many cells that say something came, and what became of them."""

    all: int = 0
    kept: int = 0
    refused: int = 0
    left_out: int = 0


@frozen
class Preview:
    """What an import would bring, before anything is written.

    Attributes:
        source: whose table it is, in the person's language.
        mapping: how it was read, with what was suggested filled in.
        rows: how many rows came; ``rows_kept``: of how many something is kept.
        days: how many days come out of them.
        changed: what is kept otherwise than it was written: scales, several values of one day.
        refused: what cannot be kept; ``left_out``: what has no place here, or was said before.
        log: what :meth:`Journal.merge` takes.
    """

    source: str
    mapping: Mapping
    rows: int
    rows_kept: int
    days: int
    changed: tuple[Told, ...]
    refused: tuple[Told, ...]
    left_out: tuple[Told, ...]
    notices: tuple[str, ...]
    questions: tuple[Question, ...]
    cells: Cells
    log: Log


@dataclass(slots=True)
class Tally:
    """Things told, the same ones counted."""

    _told: dict[tuple[str, str], tuple[int, str, int]] = field(
        default_factory=dict[tuple[str, str], tuple[int, str, int]]
    )

    def add(self, line: int, name: str, value: str, sentence: str) -> None:
        """Tell one thing of one cell."""
        first = self._told.get((name, sentence))
        if first is None:
            self._told[name, sentence] = (line, value, 1)
        else:
            self._told[name, sentence] = (first[0], first[1], first[2] + 1)

    def told(self) -> tuple[Told, ...]:
        """Return what was told, by line."""
        found = [
            Told(line, quoted(name), value, sentence, count)
            for (name, sentence), (line, value, count) in self._told.items()
        ]
        return tuple(sorted(found, key=lambda one: one.line))
