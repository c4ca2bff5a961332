"""What one tap paints, counted: each widget at most once, and no page that is hidden."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.recovery import Session
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from tests.builders import DAY_0


class Paints(QObject):
    """Counts the paint events of every widget, while it is installed."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: Counter[QWidget] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen[watched] += 1
        return False


def test_a_tap_paints_each_widget_once_and_only_the_page_in_front(
    qtbot: QtBot, window: MainWindow, live: LiveJournal, qapp: QApplication
) -> None:
    live.add_session(Session("", DAY_0))
    for page in ("recovery", "sessions", "today"):
        window.go(page)
    qtbot.waitUntil(lambda: window.deck.name == "today")
    snapshot = live.snapshot
    assert snapshot is not None
    assert snapshot.session is not None
    live.rate(snapshot.session.id, snapshot.today, "redness", 1)
    qtbot.wait(50)

    paints = Paints()
    qapp.installEventFilter(paints)
    live.rate(snapshot.session.id, snapshot.today, "redness", 2)
    qapp.processEvents()
    qapp.removeEventFilter(paints)

    assert paints.seen
    assert max(paints.seen.values()) == 1
    deck = window.deck
    hidden = [
        deck.widget(place) for place in range(deck.count()) if deck.widget(place) != deck.page
    ]
    assert hidden
    assert not [
        widget
        for widget in paints.seen
        if any(page is widget or page.isAncestorOf(widget) for page in hidden)
    ]
