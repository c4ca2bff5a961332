"""The process for reports is there while it is needed, and its end is no end of the program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.ui import report_maker
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.report_process import GivenUp, ReportProcess, report_process
from tests import works
from tests.ui.every_page import bring

ENOUGH_MS = 30_000


@pytest.fixture
def process(qtbot: QtBot) -> Iterator[ReportProcess]:
    parent = QObject()
    made = ReportProcess(parent)
    made.findChildren(QTimer)[0].setInterval(0)
    yield made
    made.end()


def wait_for(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(ready, timeout=ENOUGH_MS)


def test_it_ends_once_nothing_more_was_asked(qtbot: QtBot, process: ReportProcess) -> None:
    assert process.ask(works.echo, 1) == (1,)
    wait_for(qtbot, lambda: not process.alive)
    assert process.ask(works.echo, 2) == (2,)


def test_it_stays_while_it_is_kept(qtbot: QtBot, process: ReportProcess) -> None:
    process.keep(True)
    first = process.ask(works.which)
    QApplication.processEvents()
    assert not process.findChildren(QTimer)[0].isActive()
    assert process.ask(works.which) == first
    process.keep(False)
    wait_for(qtbot, lambda: not process.alive)


def test_one_that_was_ended_from_elsewhere_is_said_in_a_sentence(process: ReportProcess) -> None:
    with pytest.raises(StorageProblem) as ended:
        process.ask(works.end)
    assert ended.value.sentence == (
        "The report could not be finished: the system ended the work on it. "
        "Close other programs and try again."
    )
    assert process.ask(works.echo, 3) == (3,)


def test_what_is_taken_back_is_ended(process: ReportProcess) -> None:
    with pytest.raises(GivenUp):
        process.ask(works.never, given_up=lambda: True)
    assert not process.alive


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, window: MainWindow) -> Iterator[ReportPage]:
    shown = bring(window, live, "report")
    assert isinstance(shown, ReportPage)
    wait_for(qtbot, lambda: shown.preview is not None)
    yield shown
    report_process().end()


def test_the_page_keeps_it_and_lets_it_go(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    (leaving,) = report_process().findChildren(QTimer)
    assert report_process().alive
    assert not leaving.isActive()
    leaving.setInterval(0)
    try:
        window.go("sessions")
        wait_for(qtbot, lambda: not report_process().alive)
    finally:
        leaving.setInterval(3_000)


def test_a_locked_window_leaves_nothing_in_the_process(page: ReportPage) -> None:
    assert report_process().alive
    page.forget()
    assert not report_process().alive


def test_an_end_in_the_middle_is_told_and_the_next_try_works(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    real: Any = report_maker.pdf_of
    monkeypatch.setattr(report_maker, "pdf_of", works.end)
    with qtbot.waitSignal(page.live.failed, timeout=ENOUGH_MS) as failed:
        page.saving.chosen.emit(path)
    assert failed.args is not None
    assert failed.args[0].sentence.startswith("The report could not be finished")
    assert not path.exists()
    monkeypatch.setattr(report_maker, "pdf_of", real)
    with qtbot.waitSignal(page.maker.written, timeout=ENOUGH_MS):
        page.saving.chosen.emit(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_pages_that_come_when_nobody_looks_any_more_wait_for_who_comes_back(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    before = page.preview
    assert before is not None
    page.panel.includes.charts.click()
    window.go("sessions")
    wait_for(qtbot, lambda: page.preview is not None and page.preview is not before)
    assert not page.view.pictured
    window.go("report")
    wait_for(qtbot, lambda: bool(page.view.pictured))
    assert page.preview is not None
    assert page.view.pages == page.preview.pages.pngs
