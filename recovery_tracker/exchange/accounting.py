"""The books of an import: each row is taken, and each of its cells accounted for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import NamedTuple

from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange.account import Asked, Cells, Preview, Tally
from recovery_tracker.exchange.day_book import DayBook, Here
from recovery_tracker.exchange.foreign_dates import DateOrder, Moment, moment, possible_orders
from recovery_tracker.exchange.foreign_dates import time_of_day as clock_time
from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.foreign_values import ROUNDING
from recovery_tracker.exchange.mapping import LEAVE, Mapping, Meaning
from recovery_tracker.exchange.open_questions import open_questions
from recovery_tracker.exchange.reading_of_values import NoGrade, grade_of, sign_of
from recovery_tracker.exchange.readings import Fact, Reading
from recovery_tracker.exchange.text import quoted, unfit
from recovery_tracker.i18n import _

_LONGEST_TIME = 12


class _When(NamedTuple):
    """Whose day a row tells of, and its time of day as far as it says it."""

    session: Session
    date: dt.date
    time: str


class Accounting:
    """One import being put together: row by row, with what becomes of each cell."""

    def __init__(self, table: ForeignTable, mapping: Mapping, here: Here, source: str) -> None:
        """Read a table by a mapping; ``source`` is whose it is, in the person's language."""
        self._table = table
        self._mapping = mapping
        self._book = DayBook(here)
        self._here = here
        self._source = source
        self._changed, self._refused, self._left = Tally(), Tally(), Tally()
        self._open: dict[Asked, dict[str, None]] = {}
        self._fates: dict[int, str] = {}
        self._counts = {"all": 0, "kept": 0, "refused": 0, "left_out": 0}
        self._rows_kept = 0
        self._orders: tuple[DateOrder, ...] = ()
        self._rounded = False

    def preview(self, readings: Iterable[Reading]) -> Preview:
        """Take all rows and return the account of them."""
        rows = list(readings)
        told = self._mapping.date_order
        self._orders = (told,) if told else possible_orders(reading.date for reading in rows)
        for reading in rows:
            self._take(reading)
        log = self._book.log()
        return Preview(
            source=self._source,
            mapping=self._mapping,
            rows=len(rows),
            rows_kept=self._rows_kept,
            days=self._book.count,
            changed=self._changed.told(),
            refused=self._refused.told(),
            left_out=self._left.told(),
            notices=self._notices(),
            questions=open_questions(
                self._open, self._orders, rows, self._table.header, self._here
            ),
            cells=Cells(**self._counts),
            log=log,
        )

    def _take(self, reading: Reading) -> None:
        """Take one row, and account for each of its cells."""
        self._fates = {}
        found = self._moment(reading)
        session, why = (None, "") if found is None else self._book.session_of(found[0])
        if found is None:
            why = _("This is not a date: “{text}”.").format(text=quoted(reading.date))
            if not reading.date:
                why = _("The row has no date.")
        if not self._here.sessions and found is not None:
            why = _("There is no session for the day.")
        if session is None or found is None:
            for place in range(len(reading.cells)):
                self._fate(place, "refused")
            self._refused.add(reading.line, _("Row"), self._row(reading), why)
        else:
            for fact in reading.facts:
                self._take_fact(reading, fact, _When(session, *found))
        self._settle(reading)

    def _row(self, reading: Reading) -> str:
        return quoted(" · ".join(cell for cell in reading.cells if cell.strip()))

    def _moment(self, reading: Reading) -> Moment | None:
        if not self._orders:
            return None
        found = moment(reading.date, self._orders[0])
        if found is None:
            return None
        time = clock_time(reading.time) or reading.time[:_LONGEST_TIME]
        return found[0], time or found[1]

    def _fate(self, place: int, fate: str) -> None:
        """Note what became of a cell; what is kept of it outweighs what is not."""
        if self._fates.get(place) != "kept":
            self._fates[place] = fate

    def _settle(self, reading: Reading) -> None:
        kept = "kept" in self._fates.values()
        self._rows_kept += kept
        for place, cell in enumerate(reading.cells):
            if not cell.strip():
                continue
            self._counts["all"] += 1
            fate = self._fates.get(place)
            if fate is None and kept and place in reading.when:
                fate = "kept"
            if fate is None:
                fate = "left_out"
                header = self._table.header
                name = header[place] if place < len(header) else _("Beyond the header")
                why = self._why_left(reading, place)
                self._left.add(reading.line, name, quoted(cell), why)
            self._counts[fate] += 1

    def _why_left(self, reading: Reading, place: int) -> str:
        if place in reading.repeated:
            return _("Said by the date already.")
        if place in reading.when:
            return _("Nothing else of this row is kept.")
        return _("This column is not part of the import.")

    def _take_fact(self, reading: Reading, fact: Fact, when: _When) -> None:
        meaning = self._mapping.meaning(fact.name) or LEAVE
        fate = "kept"
        if meaning.kind == "leave":
            fate = "left_out"
            why = _("This has no place in the diary; a mapping can give it one.")
            self._left.add(reading.line, fact.name, quoted(fact.value), why)
        elif meaning.kind == "ask":
            fate = "left_out"
            self._ask("meaning", fact.name)
            self._left.add(reading.line, fact.name, quoted(fact.value), _("Not answered yet."))
        else:
            try:
                self._keep(reading, fact, meaning, when)
            except NoGrade as wrong:
                fate = "left_out" if wrong.left_out else "refused"
                tally = self._left if wrong.left_out else self._refused
                tally.add(reading.line, fact.name, quoted(fact.value), wrong.sentence)
                if wrong.asks:
                    self._ask(wrong.asks, fact.value)
        for place in fact.places:
            self._fate(place, fate)

    def _ask(self, asked: Asked, name: str) -> None:
        self._open.setdefault(asked, {})[name] = None

    def _keep(self, reading: Reading, fact: Fact, meaning: Meaning, when: _When) -> None:
        """Keep one fact of a day.

        Raises:
            NoGrade: it cannot be kept; nothing of it was.
        """
        session, date = when.session, when.date
        if meaning.kind in ("symptom", "own_symptom"):
            found = grade_of(fact.value, meaning.scale or self._mapping.scale, self._mapping.words)
            own = meaning.kind == "own_symptom"
            code = self._book.own("symptom", meaning.target) if own else meaning.target
            differ = self._book.rate(session, date, code, found.grade)
            if found.sentence:
                self._rounded = self._rounded or found.rounded
                self._changed.add(reading.line, fact.name, quoted(fact.value), found.sentence)
            if differ:
                why = _("Several values on one day: the highest is kept.")
                self._changed.add(reading.line, fact.name, quoted(fact.value), why)
        elif meaning.kind == "sign":
            if self._book.mark(session, date, meaning.target, sign_of(fact.value)):
                why = _("Answered both ways on one day: yes is kept.")
                self._changed.add(reading.line, fact.name, quoted(fact.value), why)
        elif meaning.kind in ("care", "own_care"):
            if not sign_of(fact.value):
                raise NoGrade(_("The diary does not keep what was not done."), left_out=True)
            own = meaning.kind == "own_care"
            code = self._book.own("care_item", meaning.target) if own else meaning.target
            self._book.tick(session, date, code)
        else:
            self._write(reading, fact, meaning.target, when)
            return
        if fact.comment:
            text = f"{fact.name}: {fact.comment}"
            self._write(reading, Fact("", text, (), plain=True), "notes", when)

    def _write(self, reading: Reading, fact: Fact, key: str, when: _When) -> None:
        if key == "medicines" and not fact.plain and fact.value.casefold() == "not taken":
            raise NoGrade(_("The diary does not keep what was not done."), left_out=True)
        said = " ".join(part for part in (fact.value, fact.comment) if part)
        text = said if fact.plain else f"{fact.name}: {said}" if said else fact.name
        wrong = unfit(text)
        if wrong:
            raise NoGrade(wrong)
        done = self._book.write(when.session, when.date, key, when.time, text)
        if done == "twice":
            why = _("The same text was there already; it is kept once.")
            raise NoGrade(why, left_out=True)
        if done == "too_long":
            raise NoGrade(_("The texts of one day are longer than can be kept."))

    def _notices(self) -> tuple[str, ...]:
        told: list[str] = []
        if self._table.encoding not in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
            told.append(
                _("The file does not say its encoding; it was read as {name}.").format(
                    name=self._table.encoding
                )
            )
        if self._rounded:
            told.append(_(ROUNDING))
        return tuple(told)
