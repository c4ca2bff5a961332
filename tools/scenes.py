"""The states of the window that the tour takes pictures of, each a small story of the diary."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.recovery import Session
from recovery_tracker.i18n import _
from recovery_tracker.journal import Journal
from recovery_tracker.ui.exchange.whose_days import EACH
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.pages.bring_in import ImportPage
from recovery_tracker.ui.pages.history import HistoryPage
from recovery_tracker.ui.pages.recovery import RecoveryPage
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.pages.today import TodayPage

Story = Callable[[Journal], object]


# days after those of the sample's second session
_FOREIGN = """\
Date,Redness,Flaking,Itching,Dryness,Tags,Foods
2026-09-05,1,0,2,1,sunscreen,
2026-09-06,1,0,1,1,sunscreen,
2026-09-07,0,0,1,1,,
2026-09-08,0,0,0,1,,
"""
_LOOKS = 200  # for something that is read beside the window, 20 ms apart


@dataclass(frozen=True)
class Scene:
    """One state: what happened before it, and the page it is seen on.

    Attributes:
        story: what is told to the journal of the sample diary; ``None`` = an empty diary.
        act: what is done on the page once it is there; it may return another window to look at.
    """

    name: str
    page: str
    story: Story | None
    place: object = None
    act: Callable[[QWidget], QWidget | None] | None = None


def _plain(_journal: Journal) -> None:
    """The sample as it is: day 4, one symptom left."""


def _answer(journal: Journal, **grades: int) -> None:
    session = journal.snapshot().session
    if session is None:
        raise SystemExit("The sample was not brought in.")
    for symptom, grade in grades.items():
        journal.rate(session.id, journal.today, symptom, grade)


def _marks(*signs: str, done: bool = True, **grades: int) -> Story:
    def tell(journal: Journal) -> None:
        _answer(journal, **{"itching": 1, **grades})
        session = journal.snapshot().session
        if session is None:
            return
        for sign in signs:
            journal.mark(session.id, journal.today, sign, True)
        if done:
            journal.finish(session.id, journal.today)

    return tell


def _nothing_today(journal: Journal) -> None:
    session = journal.snapshot().session
    if session is not None:
        journal.delete_entry(session.id, journal.today)


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
        words = _("Tight in the evening, like after a day in the sun.")
        journal.write(session.id, journal.today, "notes", words)


def _deleted(journal: Journal) -> None:
    snapshot = journal.snapshot()
    if snapshot.session is not None:
        journal.delete_entry(snapshot.session.id, journal.today)
        journal.delete_session(snapshot.sessions[0].id)


def _copy_yesterday(page: QWidget) -> None:
    if isinstance(page, TodayPage):
        page.doing.copy()


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


def _bring_in(page: QWidget) -> None:
    """Look at what a file of another program would bring in."""
    if not isinstance(page, ImportPage):
        return
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "flaredown.csv"
        file.write_text(_FOREIGN, encoding="utf-8")
        page.open_at(file)
        _wait_for_proposal(page)
        whose = page.questions.whose.session
        whose.show_value(EACH)
        page.proposal = None
        whose.chosen.emit()
        _wait_for_proposal(page)


def _wait_for_proposal(page: ImportPage) -> None:
    for _look in range(_LOOKS):
        if page.proposal is not None:
            return
        QTest.qWait(20)
    raise SystemExit("The file was not read.")


def _show_full(page: QWidget) -> QWidget | None:
    if not isinstance(page, ReportPage):
        return None
    page.show_full()
    if page.window_shown is not None:
        page.window_shown.showNormal()  # so that it takes the sizes of the pictures
    return page.window_shown


SCENES = (
    Scene("01-today", "today", _plain),
    Scene("01b-today-same-as-yesterday", "today", _nothing_today, act=_copy_yesterday),
    Scene("01c-today-done", "today", _done),
    Scene("02-today", "today", lambda journal: _answer(journal, itching=1)),
    Scene("03-recovery", "recovery", _done),
    Scene("03b-recovery-sum", "recovery", _done, act=_show_sum),
    Scene("04-warning-contact", "today", _marks("blisters", dryness=3)),
    Scene("04b-warning-urgent", "today", _marks("fever", "pus", redness=2)),
    Scene("04d-warning-watch", "today", lambda journal: _answer(journal, itching=1, dryness=3)),
    Scene("04e-warning-now", "today", _marks("breathing_difficulty", "hives")),
    Scene("04f-warning-contacted", "today", _contacted),
    Scene("04g-warning-elsewhere", "sessions", _marks("fever", "pus")),
    Scene("05-sessions", "sessions", _done),
    Scene("05b-compare-sessions", "compare", _done),
    Scene("05c-what-changed", "history", _corrected, act=_show_history),
    Scene("06-add-session", "add_session", _done, place="new"),
    Scene("08-report", "report", _marks("blisters", dryness=3)),
    Scene("08c-show-my-dermatologist", "report", _marks("blisters", dryness=3), act=_show_full),
    Scene("09-first-run", "first_run", None),
    Scene("09b-recovery-empty", "recovery", _no_entries),
    Scene("10-settings", "settings", _done),
    Scene("10c-deleted-items", "settings", _deleted, act=_show_deleted),
    Scene("12-help", "help", _done),
    Scene("13-bring-in", "import", _done, act=_bring_in),
)

# the pictures of the design that are one of these in some look and size
DESIGNED = {
    "03-recovery": "03-recovery-light",
    "03b-recovery-sum": "03b-recovery-sum-light",
    "03c-recovery-dark": "03-recovery-dark",
    "01b-today-same-as-yesterday": "01b-today-same-as-yesterday-light",
    "01c-today-done": "01c-today-done-light",
    "04-warning-contact": "04-warning-contact-light",
    "04b-warning-urgent": "04b-warning-urgent-light",
    "04c-warning-urgent-dark": "04b-warning-urgent-dark",
    "04d-warning-watch": "04d-warning-watch-light",
    "04e-warning-now": "04e-warning-now-light",
    "05-sessions": "05-sessions-light",
    "06-add-session": "06-add-session-light",
    "08-report": "08-report-light",
    "08c-show-my-dermatologist": "08c-show-my-dermatologist-light",
    "09-first-run": "09-first-run-light",
    "09b-recovery-empty": "09b-recovery-empty-light",
    "10-settings": "10-settings-light",
    "10b-settings-dark": "10-settings-dark",
    "11-small-window-today": "02-today-light-small",
    "11b-small-window-urgent": "04b-warning-urgent-light-small",
}
