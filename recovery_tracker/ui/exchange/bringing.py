"""Reads a file, says what it would bring, and brings it in; all of it beside the window."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from contextlib import suppress
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Log, Session
from recovery_tracker.exchange import FORMATS, Parsed, foreign, read_log
from recovery_tracker.exchange.account import Preview
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign_dates import DateOrder, possible_orders
from recovery_tracker.exchange.foreign_table import ForeignTable, open_table
from recovery_tracker.exchange.importers import importer_named
from recovery_tracker.exchange.mapping import Mapping
from recovery_tracker.i18n import _
from recovery_tracker.journal import Journal, Snapshot
from recovery_tracker.journal.merge_report import MergeReport
from recovery_tracker.ui.copies import Copies
from recovery_tracker.ui.exchange.beside import Beside, Task
from recovery_tracker.ui.models.import_rows import Rows, day_rows, notice_rows, told_rows
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.exchange.thumbnail import Incoming

SAMPLES = 3
SUFFIXES = tuple(
    dict.fromkeys((*(kind.suffix for kind in FORMATS if kind.readable), *foreign.SUFFIXES))
)


@frozen
class Opened:
    """A file as it was read: another program's table, or a diary of this one.

    Attributes:
        mapping: how the table is most likely to be read.
    """

    path: Path
    table: ForeignTable | None = None
    mapping: Mapping | None = None
    parsed: Parsed = field(default_factory=lambda: Parsed(Log()))


@frozen
class Wish:
    """How the person wants a table read.

    Attributes:
        sessions: those the days may belong to; one of them may be new.
        every: whether all sessions of the diary may have days.
    """

    mapping: Mapping | None = None
    sessions: tuple[Session, ...] = ()
    every: bool = False


@frozen
class Proposal:
    """What an import would do, as rows to check; nothing of it is written yet.

    Attributes:
        source: whose file it is, in words.
        label: what Undo will call it.
        preview: the account of another program's table; ``None`` for a diary of ours.
        orders: the orders its dates may be in.
        samples: what each name of the table says first, at most three values.
        rows: the tables of the preview, by what they tell.
    """

    opened: Opened
    source: str
    label: str
    log: Log
    report: MergeReport
    preview: Preview | None = None
    orders: tuple[DateOrder, ...] = ()
    samples: Dictionary[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    rows: Dictionary[str, Rows] = field(default_factory=dict[str, Rows])

    @property
    def brings_something(self) -> bool:
        """Whether anything would be written."""
        return self.report.changed


@frozen
class Brought:
    """What an import has done.

    Attributes:
        snapshot: the diary afterwards.
        notices: what the person should know of it.
    """

    proposal: Proposal
    report: MergeReport
    snapshot: Snapshot
    notices: tuple[str, ...] = ()


class Bringer(Beside):
    """``opened`` carries an :class:`Opened`, ``proposed`` a :class:`Proposal`, ``brought`` ..."""

    opened = Signal(object)
    proposed = Signal(object)
    brought = Signal(object)

    def open(self, path: Path, today: dt.date, delimiter: str = "") -> None:
        """Read a file; ``delimiter`` is what stands between cells, found out unless given."""
        self._begin(lambda task: task.tell("opened", _opened(path, today, delimiter)))

    def propose(self, opened: Opened, wish: Wish, journal: Journal, snapshot: Snapshot) -> None:
        """Say what an import would do."""

        def work(task: Task) -> None:
            task.tell("proposed", _proposal(opened, wish, journal, snapshot))

        self._begin(work)

    def bring(self, proposal: Proposal, journal: Journal, copies: Copies) -> None:
        """Bring it in, as one change; what the diary holds is backed up before."""
        self._begin(lambda task: _bring(proposal, journal, copies, task))


# In the thread -----------------------------------------------------------------------------------


def _opened(path: Path, today: dt.date, delimiter: str) -> Opened:
    table = open_table(path, delimiter) if delimiter else foreign.foreign_table(path)
    if table is not None:
        return Opened(path, table, foreign.suggest(table))
    return Opened(path, parsed=read_log(path, today))


def _proposal(opened: Opened, wish: Wish, journal: Journal, snapshot: Snapshot) -> Proposal:
    if opened.table is None:
        return _of_a_diary(opened, journal, snapshot)
    return _of_a_table(opened, opened.table, wish, journal, snapshot)


def _of_a_diary(opened: Opened, journal: Journal, snapshot: Snapshot) -> Proposal:
    log = opened.parsed.log
    report = journal.merge(log, dry_run=True)
    notices = (*opened.parsed.notices, *report.notices)
    return Proposal(
        opened,
        source=_("A diary of this program"),
        label=_("Import of {file}").format(file=opened.path.name),
        log=log,
        report=report,
        rows={
            "days": day_rows(log, report, (*snapshot.symptoms, *snapshot.care_items)),
            "notices": notice_rows(notices),
        },
    )


def _of_a_table(
    opened: Opened, table: ForeignTable, wish: Wish, journal: Journal, snapshot: Snapshot
) -> Proposal:
    sessions = foreign.chosen_sessions(
        snapshot.sessions if wish.every or wish.sessions else (), wish.sessions, every=wish.every
    )
    here = Here(sessions, snapshot.symptoms, snapshot.care_items, snapshot.today)
    found = foreign.preview(table, here, wish.mapping)
    report = journal.merge(found.log, dry_run=True)
    dates, samples = _samples(table, found.mapping)
    own = (*snapshot.symptoms, *snapshot.care_items)
    return Proposal(
        opened,
        source=found.source,
        label=_("Import from {source}").format(source=found.source),
        log=found.log,
        report=report,
        preview=found,
        orders=possible_orders(dates),
        samples=samples,
        rows={
            "days": day_rows(found.log, report, own),
            "changed": told_rows(found.changed),
            "refused": told_rows(found.refused),
            "left_out": told_rows(found.left_out),
            "notices": notice_rows((*found.notices, *report.notices)),
        },
    )


def _samples(
    table: ForeignTable, mapping: Mapping
) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Return the dates of a table, and the first values of each of its names."""
    dates: dict[str, None] = {}
    values: dict[str, dict[str, None]] = {}
    for role in mapping.columns.values():
        place = table.place(role)
        if place is not None:
            values[role] = dict.fromkeys(_first(table.column(place)))
    for reading in importer_named(mapping.source).module.readings(table, mapping):
        dates[reading.date] = None
        for fact in reading.facts:
            said = values.setdefault(fact.name, {})
            if len(said) < SAMPLES and fact.value:
                said[" ".join(fact.value.split())] = None
    return tuple(dates), {name: tuple(said) for name, said in values.items()}


def _first(cells: Iterator[str]) -> Iterator[str]:
    seen: set[str] = set()
    for cell in cells:
        if cell not in seen:
            seen.add(cell)
            yield " ".join(cell.split())
        if len(seen) == SAMPLES:
            return


def _bring(proposal: Proposal, journal: Journal, copies: Copies, task: Task) -> None:
    from recovery_tracker.exchange.thumbnail import Incoming
    from recovery_tracker.journal.diary import answering

    if journal.snapshot().sessions:
        copies.keep_first()
    incoming = Incoming(proposal.opened.parsed.photos)
    report = journal.merge(
        proposal.log,
        pictures=_Counted(incoming, proposal.report.photos_added, task).picture,
        label=proposal.label,
    )
    notices = (*report.notices, *incoming.notices())
    with answering():
        after = _after(proposal, journal)  # here, so that the window need not wait
    task.tell("brought", Brought(proposal, report, after, notices))


def _after(proposal: Proposal, journal: Journal) -> Snapshot:
    """Put the one session all days went to on screen; where there are several, none."""
    ids = [recovery.session.id for recovery in proposal.log.recoveries]
    if len(ids) == 1:
        with suppress(NotFound):  # it is known here by another id
            return journal.select(ids[0])
    return journal.snapshot()


class _Counted:
    """Pictures that come in one by one; between two of them the import can be given up."""

    def __init__(self, incoming: Incoming, all_of_them: int, task: Task) -> None:
        self._incoming = incoming
        self._all = all_of_them
        self._task = task
        self._done = 0

    def picture(self, sha256: str) -> tuple[bytes, bytes] | None:
        """Return a picture and its thumbnail, if there is one."""
        self._task.advance(self._done, max(self._all, self._done + 1))
        self._done += 1
        return self._incoming.picture(sha256)
