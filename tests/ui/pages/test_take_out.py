"""Taking the diary out: kinds of files, what they leave out, everything at once, and paper."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from recovery_tracker.exchange import FORMATS, format_for
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.take_out import ExportPage
from recovery_tracker.ui.preferences import Preferences
from tests.builders import DAY_0, date_of, entry, session
from tests.pdf import text_of

OURS = session().id
OLDER = "00000000-0000-4000-8000-000000000002"
PATIENCE_MS = 20_000


class Visit:
    """The page in the window, with a person who saves."""

    def __init__(self, window: MainWindow, live: LiveJournal, qtbot: QtBot) -> None:
        self.window, self.live, self._bot = window, live, qtbot
        window.go("export")
        page = window.deck.page
        assert isinstance(page, ExportPage)
        self.page = page
        self.settled()

    def until(self, done: Callable[[], bool]) -> None:
        self._bot.waitUntil(done, timeout=PATIENCE_MS)

    def settled(self) -> None:
        self.until(lambda: not self.page.exporter.is_busy)
        QApplication.processEvents()

    def kind(self, suffix: str) -> None:
        kinds = self.page.content.kinds
        at = [kind.suffix for kind in FORMATS].index(suffix)
        kinds.segments[at].click()
        self.settled()

    def saves_as(self, path: Path) -> str:
        """Answer the dialog that is open, and wait; return what is said."""
        (dialog,) = (d for d in self.page.findChildren(QFileDialog) if d.isVisible())
        dialog.fileSelected.emit(str(path))
        dialog.reject()
        self.until(self.page.work.cancel.isHidden)
        return self.page.work.words.text()


@pytest.fixture
def visit(window: MainWindow, live: LiveJournal, qtbot: QtBot) -> Visit:
    live.add_session(session(id=OLDER, date=DAY_0.replace(year=2025)))
    live.add_session(session())
    live.put_entry(OURS, entry(1, redness=2, private_notes="only mine"))
    return Visit(window, live, qtbot)


def test_every_kind_there_is_can_be_chosen(visit: Visit) -> None:
    labels = [segment.text() for segment in visit.page.content.kinds.segments]
    assert labels == [f"{kind.label} ({kind.suffix})" for kind in FORMATS]


@pytest.mark.parametrize(
    ("suffix", "notes", "photos"),
    [
        (".json", True, True),
        (".zip", True, False),
        (".csv", False, False),
        (".long.csv", True, False),
        (".fhir.json", True, False),
    ],
)
def test_only_what_a_kind_can_have_is_offered(
    visit: Visit, suffix: str, notes: bool, photos: bool
) -> None:
    visit.kind(suffix)
    content = visit.page.content
    assert content.notes_row.isVisible() is notes
    assert content.photos_row.isVisible() is photos
    assert not content.notes.isChecked()
    assert not content.photos.isChecked()


def test_what_cannot_come_back_is_said_and_follows_the_choices(visit: Visit) -> None:
    content = visit.page.content
    assert content.amount.text() == "2 sessions, 1 entry, 0 photos."
    assert "private notes" in content.banner.words.text()
    content.notes.click()
    visit.settled()
    assert not content.banner.isVisible()
    visit.kind(".csv")
    assert "the facts of the treatment" in content.banner.words.text()
    visit.kind(".fhir.json")
    assert "cannot be brought back" in content.banner.words.text()


def test_one_session_without_private_notes_unless_chosen(visit: Visit, tmp_path: Path) -> None:
    content = visit.page.content
    at = content.sessions.findText("Session 2, 2 March 2026")
    content.sessions.setCurrentIndex(at)
    content.sessions.activated.emit(at)
    content.save.click()
    said = visit.saves_as(tmp_path / "mine.json")
    assert said == "Written: mine.json. You decide who sees it."
    text = (tmp_path / "mine.json").read_text("utf-8")
    assert OURS in text
    assert OLDER not in text
    assert "only mine" not in text
    content.notes.click()
    content.save.click()
    visit.saves_as(tmp_path / "mine.json")
    assert "only mine" in (tmp_path / "mine.json").read_text("utf-8")


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_each_kind_is_written_and_can_be_read(visit: Visit, tmp_path: Path, kind: object) -> None:
    suffix = kind.suffix  # type: ignore[attr-defined]
    visit.kind(suffix)
    visit.page.content.save.click()
    file = tmp_path / f"mine{suffix}"
    visit.saves_as(file)
    assert file.stat().st_size > 0
    if kind.readable:  # type: ignore[attr-defined]
        log = format_for(file).read(file, date_of(4)).log
        assert any(r.session.id == OURS and r.entries for r in log.recoveries)
    assert visit.live.snapshot is not None
    assert visit.live.snapshot.session is not None
    assert visit.live.snapshot.session.id == OURS, "the session on screen stays"


def test_everything_is_one_step(window: MainWindow, visit: Visit, tmp_path: Path) -> None:
    window.go("settings")
    settings = window.deck.page
    settings.exchange.everything.click()  # type: ignore[union-attr]
    assert window.deck.name == "export"
    file = tmp_path / "all.zip"
    visit.saves_as(file)
    log = format_for(file).read(file, date_of(4)).log
    kept = {r.session.id: r.entries for r in log.recoveries}
    assert set(kept) == {OURS, OLDER}
    assert kept[OURS][0].private_notes == "only mine"


def test_a_name_without_its_suffix_gets_it_and_overwrites_nothing(
    visit: Visit, tmp_path: Path
) -> None:
    visit.kind(".long.csv")
    visit.page.content.save.click()
    assert "mine.csv.long.csv" in visit.saves_as(tmp_path / "mine.csv")
    before = (tmp_path / "mine.csv.long.csv").read_bytes()
    visit.live.put_entry(OURS, entry(2, redness=1))
    visit.page.content.save.click()
    assert "already" in visit.saves_as(tmp_path / "mine.csv")
    assert (tmp_path / "mine.csv.long.csv").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="folders are made read-only otherwise there")
def test_what_cannot_be_written_is_one_sentence(visit: Visit, tmp_path: Path) -> None:
    visit.page.content.save.click()
    said = visit.saves_as(tmp_path / "nowhere" / "mine.json")
    assert "there is no such folder" in said
    assert list(tmp_path.glob("nowhere*")) == []
    assert visit.page.content.save.isEnabled()
    assert not visit.page.work.folder.isVisible()


def test_what_is_given_up_leaves_no_file(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = visit.page
    visit.kind(".fhir.json")

    class GivenUpMeanwhile:
        def ask(self, *_args: object) -> bytes:
            page.exporter.give_up()
            return b""

    process = GivenUpMeanwhile()
    monkeypatch.setattr("recovery_tracker.ui.exchange.exporting.report_process", lambda: process)
    page.content.save.click()
    assert visit.saves_as(tmp_path / "mine.fhir.json") == "Given up. No file was written."
    assert list(tmp_path.glob("*mine*")) == []
    assert list(tmp_path.glob(".recovery*")) == []


def test_a_diary_on_paper(visit: Visit, preferences: Preferences, tmp_path: Path) -> None:
    preferences.put("paper", "us-letter")
    paper = visit.page.paper
    assert paper.first.date == date_of(4)
    paper.days.setText("3")
    paper.save.click()
    visit.saves_as(tmp_path / "paper.pdf")
    text = " ".join(text_of(tmp_path / "paper.pdf").split())
    assert "Recovery diary on paper" in text
    assert all(f"day {day}" in text for day in (4, 5, 6))
    assert "day 7" not in text


@pytest.mark.parametrize("days", ["", "0", "61", "a few"])
def test_paper_for_no_number_of_days_is_refused(visit: Visit, days: str) -> None:
    paper = visit.page.paper
    paper.days.setText(days)
    paper.save.click()
    assert paper.error.text() == "A paper diary has from 1 to 60 days."
    assert not [d for d in visit.page.findChildren(QFileDialog) if d.isVisible()]
