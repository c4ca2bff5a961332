"""Brings every page of the window to the front, filled with all there can be."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QWidget,
)

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages import ASIDE, FIRST_RUN, PAGES
from recovery_tracker.ui.pages.bring_in import ImportPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.date_input import DateInput
from tests.builders import DAY_0, daily, date_of, entry, session

FOREIGN = Path(__file__).parents[1] / "exchange" / "foreign" / "german.csv"  # it asks most
NAMES = tuple(spec.name for spec in (*ASIDE, *PAGES))

_PATIENCE = 50  # looks


def fill(live: LiveJournal) -> None:
    """Two sessions, own items, something deleted, and a warning today."""
    live.change_profile(
        Profile(name="Alex", dermatologist=Dermatologist("Dr Okafor", "Skin", "1", ""))
    )
    live.add_own_item("symptom", "Tingling")
    live.add_own_item("care_item", "Humidifier")
    older = session(id="00000000-0000-4000-8000-000000000002", date=DAY_0.replace(year=2025))
    live.add_session(older)
    live.add_session(session())
    for day in range(5):
        live.put_entry(session().id, entry(day, **daily(redness=2)))
    live.delete_entry(session().id, date_of(1))
    live.mark(session().id, date_of(4), "pus", True)


def bring(window: MainWindow, live: LiveJournal, name: str) -> QWidget:
    """Bring one page to the front, on a filled diary where it needs one."""
    theme().choose_motion("less")  # what fades in would not be there yet
    if name != FIRST_RUN.name and live.snapshot is not None and not live.snapshot.sessions:
        fill(live)
    window.go(name, FOREIGN if name == "import" else None)
    assert window.deck.name == name
    page = window.deck.page
    assert page is not None
    while isinstance(page, ImportPage) and page.proposal is None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    settle()
    return page


def settle() -> None:
    """Let what waits be laid out and painted, and what was closed go."""
    for _turn in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def cut_at_last(window: QWidget) -> list[str]:
    """Return what is cut once the page has come to rest: a long text is laid out by and by."""
    for _turn in range(_PATIENCE):
        settle()
        if not (found := list(cut(window))):
            return []
        QTest.qWait(20)
    return found


def cut(window: QWidget) -> Iterator[str]:
    """Name each text in sight that has less room than it needs, and what scrolls sideways."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        if isinstance(widget, QLabel) and widget.text():
            if widget.wordWrap():
                short = widget.heightForWidth(widget.width()) > widget.height() + 1
            else:
                short = _larger(widget.sizeHint(), widget.size())
        elif isinstance(widget, QAbstractButton) and widget.text():
            short = _larger(widget.minimumSizeHint(), widget.size())
        elif isinstance(widget, DateInput) and widget.text():
            margins = widget.textMargins()
            room = widget.contentsRect().width() - margins.left() - margins.right()
            short = widget.fontMetrics().horizontalAdvance(widget.text()) > room
        elif isinstance(widget, QAbstractScrollArea):
            short = widget.horizontalScrollBar().maximum() > 0
        else:
            continue
        if short or not _within_what_holds_it(widget):
            yield f"{type(widget).__name__}: {_words(widget)}"


def _larger(needed: object, given: object) -> bool:
    return needed.width() > given.width() + 1 or needed.height() > given.height() + 1  # type: ignore[attr-defined]


def _within_what_holds_it(widget: QWidget) -> bool:
    """Whether no ancestor cuts it off; what scrolls is no cut."""
    holder = widget.parentWidget()
    while holder is not None and not holder.isWindow():
        if isinstance(holder.parentWidget(), QAbstractScrollArea):
            return True
        place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
        if not holder.rect().adjusted(-1, -1, 1, 1).contains(place):
            return False
        holder = holder.parentWidget()
    return True


def _words(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    return (text() if callable(text) else "") or widget.accessibleName()


def focusable(window: QWidget) -> list[QWidget]:
    """What takes the focus by key and is in sight."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
    ]
