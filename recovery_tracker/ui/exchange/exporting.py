"""Writes exports and paper diaries beside the window, whole or not at all."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from recovery_tracker.domain.errors import Refused
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import Format, Options
from recovery_tracker.exchange.files import replacing
from recovery_tracker.exchange.left_out import left_out
from recovery_tracker.i18n import _
from recovery_tracker.journal import Journal
from recovery_tracker.report.making import Order, pdf_of
from recovery_tracker.ui.exchange.beside import Beside, Task
from recovery_tracker.ui.report_process import ReportProcess, report_process
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.report.case import Paper


@frozen
class ExportOrder:
    """What is to be written.

    Attributes:
        session_id: whose; empty = all sessions.
        photos: whether photos go into a file that has none unless asked.
        prepared_at: the patient's local time, for reports in the file.
    """

    kind: Format
    prepared_at: dt.datetime
    session_id: str = ""
    private_notes: bool = False
    photos: bool = False

    @property
    def takes_pictures(self) -> bool:
        """Whether photos go into the file."""
        return self.photos or self.kind.takes_pictures


@frozen
class PaperOrder:
    """Which days are to be printed."""

    session_id: str
    first: dt.date
    days: int
    paper: Paper
    prepared_at: dt.datetime


@frozen
class Looked:
    """What was seen before an export: what cannot be brought back, and how much there is."""

    order: ExportOrder
    left_out: str
    sessions: int
    entries: int
    photos: int


class Exporter(Beside):
    """``looked`` carries a :class:`Looked`, ``written`` the path of a file."""

    looked = Signal(object)
    written = Signal(object)

    def look(self, order: ExportOrder, journal: Journal) -> None:
        """Say what such a file would leave out."""
        self._begin(lambda task: task.tell("looked", _look(order, journal)))

    def write(self, order: ExportOrder, path: Path, journal: Journal) -> None:
        """Write the file."""
        process = report_process()
        self._begin(lambda task: _write(order, path, journal, process, task))

    def write_paper(self, order: PaperOrder, path: Path, journal: Journal) -> None:
        """Write a paper diary as PDF."""
        process = report_process()
        self._begin(lambda task: _write_paper(order, path, journal, process, task))


def with_suffix(path: Path, suffix: str) -> Path:
    """Return the path with the suffix of its kind.

    Raises:
        Refused: that is another file than the person chose, and it is there already.
    """
    if path.name.lower().endswith(suffix):
        return path
    named = path.with_name(path.name + suffix)
    if named.exists():
        raise Refused(
            _("There is a file {name} already. Choose another name.").format(name=named.name)
        )
    return named


# In the thread -----------------------------------------------------------------------------------


def _photos(log: Log) -> int:
    return len({photo.sha256 for recovery in log.recoveries for photo in recovery.photos})


def _look(order: ExportOrder, journal: Journal) -> Looked:
    log = journal.log(order.session_id)
    options = Options(
        private_notes=order.private_notes,
        photo_bytes=journal.photo_bytes if order.takes_pictures else None,
        today=journal.today,
    )
    return Looked(
        order,
        left_out(order.kind, log, options),
        len(log.recoveries),
        sum(len(recovery.entries) for recovery in log.recoveries),
        _photos(log),
    )


def _write(
    order: ExportOrder, path: Path, journal: Journal, process: ReportProcess, task: Task
) -> None:
    path = with_suffix(path, order.kind.suffix)
    log = journal.log(order.session_id)
    steps = _Steps(_photos(log) if order.takes_pictures else len(log.recoveries), task)

    def photo_bytes(sha256: str) -> bytes:
        steps.take()
        return journal.photo_bytes(sha256)

    def report(session_id: str) -> bytes:
        steps.take()
        return process.ask(pdf_of, Order(journal.snapshot_of(session_id), order.prepared_at))

    options = Options(
        private_notes=order.private_notes,
        photo_bytes=photo_bytes if order.takes_pictures else None,
        report=report,
        today=journal.today,
    )
    order.kind.write(log, path, options)
    task.tell("written", path)


class _Steps:
    """Counts what is put into a file, which can be given up between two of them."""

    def __init__(self, of: int, task: Task) -> None:
        self._of = of
        self._task = task
        self._done = 0

    def take(self) -> None:
        """Go on to the next one.

        Raises:
            GivenUp: the person took the export back.
        """
        self._task.advance(self._done, max(self._of, self._done + 1))
        self._done += 1


def _write_paper(
    order: PaperOrder, path: Path, journal: Journal, process: ReportProcess, task: Task
) -> None:
    from recovery_tracker.report.paper_diary import paper_diary, pdf_bytes

    path = with_suffix(path, ".pdf")
    snapshot = journal.snapshot_of(order.session_id)
    diary = paper_diary(
        journal.recovery(order.session_id).session,
        order.first,
        order.days,
        order.prepared_at,
        own_symptoms=snapshot.symptoms,
        paper=order.paper,
    )
    task.go_on()
    data = process.ask(pdf_bytes, diary)
    task.go_on()
    with replacing(path) as file:
        file.write(data)
    task.tell("written", path)
