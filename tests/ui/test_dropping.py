"""Files dropped anywhere on the window go to the page that takes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.add_photos import AddPhotosPage
from recovery_tracker.ui.pages.bring_in import ImportPage
from recovery_tracker.ui.pages.today import TodayPage
from tests.builders import session

LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def held(*files: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def enters(widget: QWidget, data: QMimeData) -> bool:
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, PLAIN)
    event.setAccepted(False)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> None:
    QApplication.sendEvent(window, QDropEvent(QPointF(5, 5), COPY, data, LEFT, PLAIN))


@pytest.mark.parametrize("page", ["today", "recovery", "photos", "settings"])
def test_pictures_go_to_the_page_that_adds_them(
    window: MainWindow, live: LiveJournal, tmp_path: Path, page: str
) -> None:
    live.add_session(session())
    window.go(page)
    data = held(tmp_path / "a.jpg", tmp_path / "b.HEIC")
    assert enters(window, data)
    drop(window, data)
    adding = window.deck.page
    assert isinstance(adding, AddPhotosPage)
    assert adding.reader.is_busy or adding.rows or adding.progress.isVisible()


@pytest.mark.parametrize("name", ["diary.JSON", "all.zip", "bearable.csv", "table.tsv"])
def test_diaries_and_tables_are_brought_in(
    window: MainWindow, live: LiveJournal, tmp_path: Path, name: str
) -> None:
    """With or without a session; what cannot be read is said on the page."""
    file = tmp_path / name
    file.write_text("nothing", "utf-8")
    data = held(file)
    assert enters(window, data)
    drop(window, data)
    page = window.deck.page
    assert isinstance(page, ImportPage)
    assert page.subtitle.text() == name


def test_other_files_are_not_taken(window: MainWindow, live: LiveJournal, tmp_path: Path) -> None:
    live.add_session(session())
    data = held(tmp_path / "letter.docx")
    assert not enters(window, data)
    drop(window, data)
    assert window.deck.name == "today"


def test_without_a_session_or_while_locked_nothing_is_taken(
    window: MainWindow, live: LiveJournal, tmp_path: Path
) -> None:
    data = held(tmp_path / "a.jpg")
    assert not enters(window, data)
    live.add_session(session())
    assert enters(window, data)
    window.show_locked()
    assert not enters(window, data)


def test_a_note_takes_no_file(window: MainWindow, live: LiveJournal, tmp_path: Path) -> None:
    """What is dropped on it goes to the window, and no path is written into the note."""
    live.add_session(session())
    page = window.deck.page
    assert isinstance(page, TodayPage)
    words = QMimeData()
    words.setText("tight")
    assert page.note.note.canInsertFromMimeData(words)
    assert not page.note.note.canInsertFromMimeData(held(tmp_path / "a.jpg"))
