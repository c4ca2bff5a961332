"""Going from page to page, changing looks and showing the report leave nothing behind."""

from __future__ import annotations

import gc
import threading
from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractAnimation, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages import PAGES
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.theme import theme
from tests.ui.every_page import bring, settle

_PATIENCE_S = 20.0
FEW = 1  # round
MANY = pytest.param(25, marks=pytest.mark.long)  # 25 rounds of 8 or more changes: over 200


def there_is() -> Counter[str]:
    """Count what is alive: Qt's objects and widgets, figures, timers and animations that run."""
    settle()
    for thread in threading.enumerate():  # a figure that is being drawn is no leak
        if thread is not threading.main_thread():
            thread.join(_PATIENCE_S)
    settle()
    gc.collect()
    settle()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    tops = [widget for widget in app.topLevelWidgets() if widget.parent() is None]
    objects = [found for root in (app, *tops) for found in root.findChildren(QObject)]
    kinds = Counter[str](type(found).__name__ for found in objects)
    del kinds["QPanGesture"]  # Qt's own: one more or less, however often
    kinds["widgets"] = len(QApplication.allWidgets())
    kinds["running timers"] = sum(
        isinstance(found, QTimer) and found.isActive() and not found.isSingleShot()
        for found in objects
    )
    kinds["running animations"] = sum(
        isinstance(found, QAbstractAnimation) and found.state() is QAbstractAnimation.State.Running
        for found in objects
    )
    ours = Counter(
        kind.__name__
        for kind in map(type, gc.get_objects())
        if kind.__name__ == "Figure"
        or (issubclass(kind, QObject) and not kind.__module__.startswith("PySide6"))
    )
    return kinds + Counter({f"Python {name}": many for name, many in ours.items()})


def assert_nothing_stays(once: Callable[[], object], rounds: int) -> None:
    """Do something until all that is kept on purpose is there, then again, and compare."""
    once()
    once()
    before = there_is()
    for _round in range(rounds):
        once()
    assert there_is() - before == Counter()


@pytest.mark.parametrize("rounds", [FEW, MANY])
def test_changing_pages_leaves_nothing(window: MainWindow, live: LiveJournal, rounds: int) -> None:
    bring(window, live, "today")

    def tour() -> None:
        for spec in PAGES:
            window.go(spec.name)
            settle()

    assert_nothing_stays(tour, rounds)


@pytest.mark.parametrize("rounds", [FEW, MANY])
def test_changing_the_looks_leaves_nothing(
    window: MainWindow, live: LiveJournal, rounds: int
) -> None:
    for name in ("today", "sessions", "settings", "recovery"):
        bring(window, live, name)

    def change() -> None:
        for look, scale in (("dark", 130), ("contrast", 115), ("light", 100)):
            theme().choose(look)  # type: ignore[arg-type]
            theme().scale_to(scale)
            settle()

    assert_nothing_stays(change, rounds)


@pytest.mark.parametrize("rounds", [FEW, MANY])
def test_the_report_over_the_whole_screen_leaves_nothing(
    window: MainWindow, live: LiveJournal, rounds: int
) -> None:
    page = bring(window, live, "report")
    assert isinstance(page, ReportPage)

    def show_and_close() -> None:
        window.go("report", "show")
        settle()
        shown: QWidget | None = page.window_shown
        assert shown is not None
        shown.close()
        settle()
        assert page.window_shown is None

    assert_nothing_stays(show_and_close, rounds)


@pytest.mark.parametrize("rounds", [FEW, MANY])
def test_rating_and_undoing_leaves_nothing(
    window: MainWindow, live: LiveJournal, rounds: int
) -> None:
    bring(window, live, "today")
    assert live.snapshot is not None
    assert live.snapshot.session is not None
    session_id, today = live.snapshot.session.id, live.snapshot.today

    def warn_and_undo() -> None:
        live.mark(session_id, today, "fever", True)
        settle()
        live.undo()
        settle()

    assert_nothing_stays(warn_and_undo, rounds)


def test_looking_at_files_leaves_nothing(window: MainWindow, live: LiveJournal) -> None:
    bring(window, live, "import")

    def look() -> None:
        window.go("today")
        bring(window, live, "import")

    assert_nothing_stays(look, FEW)
