"""Our own tables read back: rows with their lines, and what each row says of whose day it is."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.recovery import (
    FIRST_BASELINE_DAY,
    LAST_DAY,
    Log,
    Recovery,
    Session,
    check_entry_date,
    check_session_date,
)
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange.csv_cells import DAY_COLUMNS, OWN_NAME, unguarded
from recovery_tracker.exchange.fields import Wrong, read_code, read_date, read_text
from recovery_tracker.exchange.files import bytes_of
from recovery_tracker.exchange.format import Parsed, Unreadable
from recovery_tracker.exchange.identity import OwnItems, identified
from recovery_tracker.exchange.json_entry import read_grade
from recovery_tracker.exchange.text import lines_of, not_kept, quoted
from recovery_tracker.i18n import _

LARGEST_TABLE = 256 * 1024 * 1024

GRADES = {str(grade): grade for grade in range(5)}

Row = list[str]

_OUR_COLUMNS = frozenset({"session_date", "date"})
_HEADER_BYTES = 64 * 1024


def is_ours(path: Path) -> bool:
    """Tell by its header whether a file is a table of this program.

    Raises:
        StorageProblem: it cannot be read from disk.
    """
    head = bytes_of(path, _HEADER_BYTES).decode("utf-8-sig", "replace")
    names = {name.strip("\"'\r") for name in head.partition("\n")[0].split(",")}
    return names >= _OUR_COLUMNS


class Table:
    """The rows of a file.

    Attributes:
        header: the names of the columns.
        line: the line on which the latest row begins, counted from 1.
    """

    def __init__(self, source: bytes | Path) -> None:
        self._reader = csv.reader(lines_of(source, LARGEST_TABLE), strict=True)
        self._cells = self._each_row()
        self.line = 1
        self.header = [unguarded(name) for name in next(self._cells, Row())]
        if not set(self.header) >= _OUR_COLUMNS:
            raise Unreadable(
                _("This is not a table of this program: it has no session_date and date."), 1
            )
        twice = next((n for n in self.header if self.header.count(n) > 1), None)
        if twice is not None:
            raise Unreadable(_("Two columns are called “{name}”.").format(name=quoted(twice)), 1)

    def _each_row(self) -> Iterator[Row]:
        try:
            for row in self._reader:
                yield row
                # a row may run over several lines; the next one begins after its last
                self.line = self._reader.line_num + 1
        except csv.Error as error:
            told = (
                _("The file ends in the middle of a text. Copy or export it again.")
                if "unexpected end" in str(error)
                else _("This is not CSV as it should be; a text may be too long.")
            )
            raise Unreadable(told, self.line) from None

    def rows(self) -> Iterator[Row]:
        """Return the rows after the header, all of one length."""
        width = len(self.header)
        for row in self._cells:
            if len(row) == width:
                row.append("")  # what a column that is not there says
                yield row
            elif row:
                raise Unreadable(
                    _("This row has {n} cells; the header has {width}.").format(
                        n=len(row), width=width
                    ),
                    self.line,
                )

    def let_go(self) -> None:
        """Let go of the text, which a long log would otherwise be in memory beside."""
        del self._reader, self._cells

    def place(self, name: str) -> int:
        """Return which column has a name; the empty one behind the last if none has."""
        return self.header.index(name) if name in self.header else len(self.header)


@dataclass(slots=True)
class Sitting:
    """One session of the table, with its entries."""

    session: Session
    entries: dict[dt.date, Entry] = field(default_factory=dict[dt.date, Entry])


class TableReading:
    """What both kinds of table share: whose row it is, of which day, and in which codes.

    A kind says how it begins (its columns) and how it takes a row.
    """

    def __init__(self, table: Table, today: dt.date) -> None:
        """Read a table as of today: nothing in it may lie in the future."""
        self._table = table
        self._today = today
        self.symptoms = OwnItems("symptom", SYMPTOM_BY_CODE)
        self.care = OwnItems("care_item", CARE_BY_CODE)
        self.unknown: dict[str, None] = {}
        self._sittings: dict[tuple[str, str], Sitting] = {}
        self._ids: set[str] = set()
        self._id, self._session_date, self._date, self._day = map(table.place, DAY_COLUMNS)

    def begin(self) -> None:
        """Look at the columns.

        Raises:
            Wrong: one of them cannot be what it says.
        """

    def take(self, row: Row) -> None:
        """Take what one row says.

        Raises:
            Wrong, InvalidValue: something in it cannot be kept.
        """
        raise NotImplementedError

    def finish(self) -> None:
        """Put together what came in several rows."""

    def parsed(self) -> Parsed:
        """Read all rows.

        Raises:
            Unreadable: something cannot be kept; with its line.
        """
        try:
            self.begin()
            for row in self._table.rows():
                self.take(row)
            self.finish()
        except Wrong as wrong:
            raise Unreadable(wrong.sentence, self._table.line) from None
        except InvalidValue as error:
            raise Unreadable(error.sentence, self._table.line) from None
        self._table.let_go()
        sittings, self._sittings = self._sittings, {}
        log = Log(
            symptoms=self.symptoms.items(),
            care_items=self.care.items(),
            recoveries=tuple(
                Recovery(sitting.session, tuple(sitting.entries.values()))
                for sitting in sittings.values()
            ),
        )
        own = (*self.symptoms.notices(), *self.care.notices())
        return Parsed(log, (*not_kept(self.unknown), *own))

    def sitting(self, row: Row) -> Sitting:
        """Return the session a row belongs to."""
        told = (row[self._id], row[self._session_date])
        sitting = self._sittings.get(told)
        if sitting is None:
            sitting = self._sittings[told] = Sitting(self._session(*told))
        return sitting

    def _session(self, session_id: str, date_text: str) -> Session:
        date = read_date(date_text)
        check_session_date(date, self._today)
        known = read_code(unguarded(session_id), "session_id") if session_id else ""
        session = identified(Session(known, date))
        if session.id in self._ids:
            raise Wrong(_("The session {id} has two dates.").format(id=quoted(session.id)))
        self._ids.add(session.id)
        return session

    def date_of(self, row: Row, session: Session) -> dt.date:
        """Return the date a row tells of, which must fit its day."""
        date = read_date(row[self._date])
        day = session.day_of(date)
        if date > self._today or not FIRST_BASELINE_DAY <= day <= LAST_DAY:
            check_entry_date(session, date, self._today)
        told = row[self._day]
        if told and told != str(day) and unguarded(told) != str(day):
            raise Wrong(
                _("{date} is day {day} of the session of {session}, not day {told}.").format(
                    date=date, day=day, session=session.date, told=quoted(unguarded(told))
                )
            )
        return date

    def grade(self, cell: str, code: str) -> int:
        """Return the grade in a cell; spreadsheets may have made 2.0 of 2.

        Raises:
            Wrong: it is no grade.
        """
        if cell in GRADES:
            return GRADES[cell]
        try:
            number: float | str = float(cell)
        except ValueError:
            number = cell
        whole = isinstance(number, float) and number.is_integer()
        return read_grade(int(number) if whole else number, code, self.symptoms)


def code_of(items: OwnItems, cell: str) -> str:
    """Return the code a cell names; an own item is named by its label and its code.

    Raises:
        Wrong: it can be no code.
    """
    named = OWN_NAME.fullmatch(cell)
    if named is None:
        return items.code(read_code(cell, "code"))
    items.define(named["code"], read_text(named["label"], "label"))
    return named["code"]


def sign_of(code: str) -> str:
    """Return a sign's code if there is such a sign.

    Raises:
        Wrong: there is none.
    """
    if code not in SIGN_BY_CODE:
        raise Wrong(_("“{sign}” is not a sign this program knows.").format(sign=quoted(code)))
    return code
