"""A picture of every page and state of the window, light and dark, in both window sizes.

Made offscreen with the bundled fonts, on the sample diary and with the tour's clock. Each state
is a small story told to the journal; the names are those of the design.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from recovery_tracker.charts.style import prepare
from recovery_tracker.data.store import open_store
from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange.sample import sample_log
from recovery_tracker.journal import Journal
from recovery_tracker.settings import Settings
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.pages.history import HistoryPage
from recovery_tracker.ui.pages.recovery import RecoveryPage
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.chart_view import ChartView
from recovery_tracker.ui.widgets.page_view import PageView

if TYPE_CHECKING:
    import datetime as dt

SIZES = {"": (1280, 800), "-small": (1024, 700)}
PATIENCE_MS = 20_000

Story = Callable[[Journal], object]


@dataclass(frozen=True)
class Scene:
    """One state: what happened before it, and the page it is seen on.

    Attributes:
        story: what is told to the journal of the sample diary; ``None`` = an empty diary.
        act: what is done on the page once it is there.
    """

    name: str
    page: str
    story: Story | None
    place: object = None
    act: Callable[[QWidget], object] | None = None


def _plain(_journal: Journal) -> None:
    """The sample as it is: day 4, one symptom left."""


def _answer(journal: Journal, **grades: int) -> None:
    session = journal.snapshot().session
    if session is None:
        raise SystemExit("The sample was not brought in.")
    for symptom, grade in grades.items():
        journal.rate(session.id, journal.today, symptom, grade)


def _marks(*signs: str) -> Story:
    def tell(journal: Journal) -> None:
        _answer(journal, itching=1)
        session = journal.snapshot().session
        for sign in signs:
            journal.mark(session.id if session else "", journal.today, sign, True)

    return tell


def _same_as_yesterday(journal: Journal) -> None:
    session = journal.snapshot().session
    if session is not None:
        journal.delete_entry(session.id, journal.today)
        journal.same_as_yesterday(session.id, journal.today)


def _done(journal: Journal) -> None:
    _answer(journal, itching=1)
    session = journal.snapshot().session
    journal.finish(session.id if session else "", journal.today)


def _contacted(journal: Journal) -> None:
    _marks("blisters")(journal)
    snapshot = journal.snapshot()
    rules = [warning.rule for warning in snapshot.active]
    journal.act(snapshot.session.id if snapshot.session else "", rules, "contacted")


def _no_entries(journal: Journal) -> None:
    for session in journal.snapshot().sessions:
        journal.delete_session(session.id)
    journal.add_session(
        Session("", journal.today, device="pen", needle_depth_mm=1.5, areas=("face",))
    )


def _corrected(journal: Journal) -> None:
    """A day that was graded, corrected and noted."""
    _answer(journal, itching=1)
    session = journal.snapshot().session
    if session is not None:
        journal.rate(session.id, journal.today, "redness", 3)
        journal.rate(session.id, journal.today, "redness", 1)
        journal.write(session.id, journal.today, "notes", "Tight in the evening.")


def _deleted(journal: Journal) -> None:
    snapshot = journal.snapshot()
    if snapshot.session is not None:
        journal.delete_entry(snapshot.session.id, journal.today)
        journal.delete_session(snapshot.sessions[0].id)


def _show_history(page: QWidget) -> None:
    if isinstance(page, HistoryPage) and page.live.snapshot and page.live.snapshot.session:
        page.open_at(HistoryOf(page.live.snapshot.session.id, page.live.snapshot.today))


def _show_deleted(page: QWidget) -> None:
    if isinstance(page, SettingsPage):
        page.open_at("deleted")


def _show_sum(page: QWidget) -> None:
    if isinstance(page, RecoveryPage):
        page.mode.show_value("sum")
        page.mode.chosen.emit("sum")


SCENES = (
    Scene("01-today", "today", _plain),
    Scene("01b-today-same-as-yesterday", "today", _same_as_yesterday),
    Scene("01c-today-done", "today", _done),
    Scene("03-recovery", "recovery", _done),
    Scene("03b-recovery-sum", "recovery", _done, act=_show_sum),
    Scene("04-warning-contact", "today", _marks("blisters")),
    Scene("04b-warning-urgent", "today", _marks("fever", "pus")),
    Scene("04d-warning-watch", "today", lambda journal: _answer(journal, itching=1, dryness=3)),
    Scene("04e-warning-now", "today", _marks("breathing_difficulty")),
    Scene("04f-warning-contacted", "today", _contacted),
    Scene("04g-warning-elsewhere", "sessions", _marks("fever", "pus")),
    Scene("05-sessions", "sessions", _done),
    Scene("05b-compare-sessions", "compare", _done),
    Scene("05c-what-changed", "history", _corrected, act=_show_history),
    Scene("06-add-session", "add_session", _done, place="new"),
    Scene("08-report", "report", _marks("blisters")),
    Scene("09-first-run", "first_run", None),
    Scene("09b-recovery-empty", "recovery", _no_entries),
    Scene("10-settings", "settings", _done),
    Scene("10c-deleted-items", "settings", _deleted, act=_show_deleted),
    Scene("12-help", "help", _done),
)


def take(folder: Path, clock: Callable[[], dt.datetime]) -> int:
    """Take all pictures into a folder; return how many."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("the pictures need a QApplication")
    taken = 0
    with tempfile.TemporaryDirectory() as place:
        prepare(Path(place) / "cache")
        for number, scene in enumerate(SCENES):
            taken += _stage(scene, Path(place) / str(number), folder, clock, app)
    return taken


def _stage(
    scene: Scene, data: Path, folder: Path, clock: Callable[[], dt.datetime], app: QApplication
) -> int:
    store = open_store(data, clock)
    journal = Journal(store, clock, keeps_shown=True)
    if scene.story is not None:
        journal.merge(sample_log(clock().date()))
        scene.story(Journal(store, clock, keeps_shown=True))
    live = LiveJournal(app)
    preferences = Preferences(Settings(data), app)
    if scene.story is not None:
        preferences.accept()
    theme().choose("light")
    window = MainWindow(live, preferences, clock)
    window.resize(*SIZES[""])
    window.show()
    live.open(Journal(store, clock, keeps_shown=True))
    if scene.story is not None:
        window.go(scene.page, scene.place)
    _wait_for(window)
    if scene.act is not None:
        scene.act(window.deck.currentWidget())
    taken = 0
    for suffix, size in SIZES.items():
        window.resize(*size)
        for look in ("light", "dark"):
            theme().choose(look)
            _wait_for(window)
            window.grab().save(str(folder / f"{scene.name}-{look}{suffix}.png"))
            taken += 1
    window.close()
    window.deleteLater()
    live.close()
    store.close()
    QTest.qWait(1)
    return taken


def _wait_for(window: QWidget) -> None:
    """Wait until charts are drawn and pages prepared, in the colours of now."""
    QTest.qWait(150)
    waited = 0
    while not _ready(window) and waited < PATIENCE_MS:
        QTest.qWait(50)
        waited += 50
    QTest.qWait(150)


def _ready(window: QWidget) -> bool:
    charts = (view.plot is not None for view in window.findChildren(ChartView) if view.isVisible())
    pages = (bool(view.pages) for view in window.findChildren(PageView) if view.isVisible())
    return all(charts) and all(pages)
