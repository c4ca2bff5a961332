"""Sessions, their history and the form in the smallest usual window, with the largest text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.theme import theme
from tests.builders import DAY_0, daily, date_of, entry, session

OLDER = "00000000-0000-4000-8000-000000000002"
FACTS = {
    "areas": ("forehead", "cheeks", "nose", "around_eyes", "neck"),
    "practitioner": "Dr Okafor, Harley Skin Clinic and Laser Centre",
    "device": "rf",
}
PLACES: dict[str, object] = {
    "sessions": None,
    "add_session": session().id,
    "compare": OLDER,
    "history": HistoryOf(session().id, date_of(4)),
    "settings": None,
}


def cut(page: QWidget) -> list[str]:
    """The texts and buttons that have less room than their words need."""
    found: list[str] = []
    for widget in page.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            is_cut = widget.height() < widget.heightForWidth(widget.width())
        else:
            is_cut = widget.width() < widget.minimumSizeHint().width()
        if is_cut and widget.text():
            found.append(widget.text())
    return found


@pytest.fixture
def open_at(window: MainWindow, live: LiveJournal) -> Callable[[str], ScrollPage]:
    """Open a page at 1024 x 700 with 130 % text, on a diary with long words in it."""

    def opened(name: str) -> ScrollPage:
        theme().scale_to(130)
        start = DAY_0 - dt.timedelta(days=120)
        live.add_session(session(id=OLDER, date=start, **FACTS))
        for day in range(8):
            live.put_entry(OLDER, entry(day, start=start, **daily(redness=2 if day < 5 else 0)))
        live.add_session(session(**FACTS))
        live.put_entry(session().id, entry(4, **daily(redness=2), notes="tight and dry " * 30))
        live.rate(session().id, date_of(4), "redness", 1)
        live.delete_entry(OLDER, start)
        live.add_own_item("symptom", "A tingling that comes in the evening")
        window.resize(1024, 700)
        window.go(name, PLACES[name])
        page = window.deck.page
        assert isinstance(page, ScrollPage)
        return page

    return opened


@pytest.mark.parametrize("name", PLACES)
def test_nothing_is_cut_and_nothing_scrolls_sideways(
    open_at: Callable[[str], ScrollPage], qtbot: QtBot, name: str
) -> None:
    page = open_at(name)
    qtbot.waitUntil(
        lambda: page.area.horizontalScrollBar().maximum() == 0 and cut(page) == [], timeout=3_000
    )


def test_a_text_without_room_is_found(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    for words, wraps in (("short of room", False), ("short of height " * 9, True), ("ok", False)):
        label = QLabel(words, page)
        label.setWordWrap(wraps)
        label.setGeometry(0, 0, 40, 20)
    page.show()
    assert cut(page) == ["short of room", "short of height " * 9]
