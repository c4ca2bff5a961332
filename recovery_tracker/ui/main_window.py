"""The window: the sidebar, the page in front, and the one receiver of every change."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QElapsedTimer, QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import session_words
from recovery_tracker.ui.deck import Deck
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.menus import Menus
from recovery_tracker.ui.messages import MessageBar, Messages
from recovery_tracker.ui.page import PageSpec
from recovery_tracker.ui.pages import FIRST_RUN, PAGES
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.sidebar import Sidebar
from recovery_tracker.ui.standing import pressing
from recovery_tracker.ui.strips import PressingBar, SampleStrip, UndoStrip
from recovery_tracker.ui.theme import theme

RAIL_BELOW = 1120  # px of window width
_SMALLEST = (720, 560)
_AWAY_MS = 500  # shorter absences are pop-ups of our own
_AFTER_MIDNIGHT = dt.timedelta(seconds=1)
_FOLDED_FROM_NOWHERE = ("report", FIRST_RUN.name)  # the report carries its warnings itself
_NEED_SESSION = ("today", "recovery", "report")


class MainWindow(QMainWindow):
    """One diary on screen.

    ``sample_wanted`` asks for the sample data (``True``) or for the person's own diary.
    """

    sample_wanted = Signal(bool)

    def __init__(
        self,
        live: LiveJournal,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
        pages: Sequence[PageSpec] = PAGES,
    ) -> None:
        super().__init__()
        self.live = live
        self._preferences = preferences
        self._clock = clock
        self._shown: Snapshot | None = None
        self._away = QElapsedTimer()
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self.setWindowTitle(_("Recovery Tracker"))
        self.setWindowIcon(theme().icon("icon", "text", 128))
        self._apply_scale()
        self.sidebar = Sidebar(tuple(pages), self)
        self.sample = SampleStrip(self)
        self.pressing = PressingBar(self)
        self._bar = MessageBar(self)
        self.messages = Messages(self._bar, self)
        self.deck = Deck((*pages, FIRST_RUN), live, self)
        self.undo_strip = UndoStrip(self)
        self.menus = Menus(self, tuple(pages))
        self._lay_out()
        self._connect()
        self._restore_window()
        self._apply_menu_bar()
        self.menus.show_snapshot(None)
        self.go("today" if preferences.text("last_session") else FIRST_RUN.name)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.sample, self.pressing, self._bar):
            column.addWidget(part)
        column.addWidget(self.deck, 1)
        column.addWidget(self.undo_strip)
        central = QWidget(self)
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        self.setCentralWidget(central)

    def _connect(self) -> None:
        self.deck.went.connect(self.go)
        self.live.changed.connect(self.show_snapshot)
        self.live.failed.connect(self.messages.say_failed)
        self.menus.about.triggered.connect(self.messages.show_about)
        self.menus.back.triggered.connect(self.go_back)
        self.menus.bar_shown.triggered.connect(self._keep_menu_bar)
        self.menus.full_screen.triggered.connect(self._show_full_screen)
        self.menus.open_menu.triggered.connect(self.sidebar.brand.click)
        self.menus.quit.triggered.connect(self.close)
        self.menus.redo.triggered.connect(self.redo)
        self.menus.save_report.triggered.connect(self._save_report)
        self.menus.show_report.triggered.connect(self._show_report)
        self.menus.undo.triggered.connect(self.undo)
        self._midnight.timeout.connect(self.refresh)
        self._preferences.changed.connect(self._apply)
        self._preferences.not_kept.connect(self.messages.say_not_kept)
        self.pressing.asked.connect(self._show_why)
        self.sample.left.connect(self._leave_sample)
        self.sidebar.asked.connect(self.go)
        self.sidebar.menu_asked.connect(self._open_menu)
        self.sidebar.session_added.connect(self.menus.pages["add_session"].trigger)
        self.sidebar.session_asked.connect(self._select)
        self.undo_strip.undone.connect(self.undo)
        for action in self.menus.pages.values():
            action.triggered.connect(self._go_by_action)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the diary: the page in front now, the others when they come to the front."""
        if snapshot is not self._shown:  # after a failure the same one comes again
            self.messages.clear()
        self._shown = snapshot
        self.deck.setEnabled(True)
        self.deck.mark_stale()
        self.sidebar.show_snapshot(snapshot)
        self.menus.show_snapshot(snapshot)
        self._keep_session(snapshot)
        self._set_midnight()
        if self._blocked(self.deck.name):
            self.go(FIRST_RUN.name)
        elif self.deck.name == FIRST_RUN.name and not self._blocked("today"):
            self.go("today")
        self.deck.refresh()
        self._show_strips()

    def go(self, name: str, place: object = None, *, back: bool = False) -> None:
        """Bring a page to the front, at a place it knows if one is given."""
        if name in ("sample", "own_diary"):
            self.sample_wanted.emit(name == "sample")
            return
        name = FIRST_RUN.name if self._blocked(name) else name
        if self.deck.bring(name, back=back):
            self.messages.clear()
            self.sidebar.show_page("sessions" if name == "add_session" else name)
        if place is not None and self.deck.page is not None:
            self.deck.page.open_at(place)
        self._show_strips()
        self._fit_sidebar()

    def go_back(self) -> None:
        """Leave full screen, else go back to the page before."""
        if self.isFullScreen():
            self._show_full_screen(False)
        elif before := self.deck.back():
            self.go(before, back=True)

    def _blocked(self, name: str) -> bool:
        """Whether a page has nothing to show yet: no session, or the disclaimer is not read."""
        snapshot = self.live.snapshot
        if snapshot is None:
            return False
        if snapshot.recovery is None:
            return name in _NEED_SESSION
        return name in _NEED_SESSION and not (self._preferences.accepted or self.shows_sample)

    def _show_strips(self) -> None:
        snapshot, page = self.live.snapshot, self.deck.page
        if snapshot is None or page is None:
            return
        warning = None
        if self.deck.name not in _FOLDED_FROM_NOWHERE:
            warning = pressing(snapshot, elsewhere_only=self.deck.name == "today")
        self.pressing.show_warning(warning, self._whose(snapshot, warning))
        self.undo_strip.show_undo("" if page.has_footer else snapshot.undo)

    def _whose(self, snapshot: Snapshot, warning: object) -> str:
        """Name the session of a warning that is not the one on screen."""
        session_id = getattr(warning, "session_id", "")
        for session in snapshot.sessions:
            if session.id == session_id and session != snapshot.session:
                return session_words.in_short(session)
        return ""

    # What the person asks for ----------------------------------------------------------------

    def undo(self) -> None:
        """Take back the latest change."""
        if self.live.is_open:
            self.live.undo()

    def redo(self) -> None:
        """Do again what was undone last."""
        if self.live.is_open:
            self.live.redo()

    def refresh(self) -> None:
        """Read the diary anew: a day has begun, or another program may have written."""
        if self.live.is_open:
            self.live.refresh()

    def _go_by_action(self) -> None:
        for name, action in self.menus.pages.items():
            if action is self.sender():
                self.go(name, "new" if name == "add_session" else None)

    def _select(self, session_id: str) -> None:
        self.live.select(session_id)

    def _show_why(self, session_id: str) -> None:
        snapshot = self.live.snapshot
        if snapshot is not None and snapshot.session and snapshot.session.id != session_id:
            self.live.select(session_id)
        self.go("today", "warning")

    def _save_report(self) -> None:
        self.go("report", "save")

    def _show_report(self) -> None:
        self.go("report", "show")

    def _leave_sample(self) -> None:
        self.sample_wanted.emit(False)

    def _open_menu(self, place: QPoint) -> None:
        self.menus.popup(place)

    # The window itself -----------------------------------------------------------------------

    @property
    def shows_sample(self) -> bool:
        """Whether the diary on screen is the sample."""
        return not self.sample.isHidden()

    @property
    def last_session(self) -> str:
        """The session that was on screen last."""
        return self._preferences.text("last_session")

    def show_sample(self, sample: bool) -> None:
        """Say that the diary on screen is the sample, or the person's own."""
        self.sample.setVisible(sample)
        self.deck.forget_trail()

    def show_unopened(self, error: RecoveryTrackerError) -> None:
        """Say why the diary could not be opened; trying again is all there is to do."""
        self.deck.setEnabled(False)
        self.messages.say(error.sentence, _("Try again"), self._try_again)

    def _try_again(self) -> None:
        self.sample_wanted.emit(self.shows_sample)

    def raise_to_front(self) -> None:
        """Come to the front, as another start asked for."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _apply(self, key: str) -> None:
        """Make a changed setting hold."""
        if key == "theme":
            theme().choose(self._preferences.text("theme"))  # pyright: ignore[reportArgumentType]
        elif key == "text_size":
            theme().scale_to(self._preferences.number("text_size"))
            self._apply_scale()
            self._fit_sidebar()
        elif key == "menu_bar":
            self._apply_menu_bar()
        elif key == "disclaimer_accepted" and self.live.snapshot is not None:
            self.show_snapshot(self.live.snapshot)

    def _apply_scale(self) -> None:
        self.setMinimumSize(*(theme().px(length) for length in _SMALLEST))

    def _apply_menu_bar(self) -> None:
        shown = self._preferences.flag("menu_bar") or self.menuBar().isNativeMenuBar()
        self.menuBar().setVisible(shown)
        self.menus.bar_shown.setChecked(shown)

    def _keep_menu_bar(self, shown: bool) -> None:
        self._preferences.put("menu_bar", shown)

    def _show_full_screen(self, full: bool) -> None:
        self.menus.full_screen.setChecked(full)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def _keep_session(self, snapshot: Snapshot) -> None:
        session_id = snapshot.session.id if snapshot.session else ""
        if not self.shows_sample and self._preferences.text("last_session") != session_id:
            self._preferences.put("last_session", session_id)

    def _set_midnight(self) -> None:
        self._midnight.start(round(self.until_midnight().total_seconds() * 1000))

    def until_midnight(self) -> dt.timedelta:
        """Return how long it is until the next day has begun."""
        now = self._clock()
        tomorrow = dt.datetime.combine(
            now.date() + dt.timedelta(days=1), dt.time(), tzinfo=now.tzinfo
        )
        return tomorrow - now + _AFTER_MIDNIGHT

    def _restore_window(self) -> None:
        kept = QByteArray.fromBase64(self._preferences.text("window").encode())
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = QApplication.primaryScreen().availableSize()
            self.resize(min(1280, room.width()), min(800, room.height()))

    def _fit_sidebar(self) -> None:
        first = self.deck.name == FIRST_RUN.name
        alone = first or (self.deck.name == "add_session" and self._blocked("today"))
        self.sidebar.setVisible(not alone)
        in_rail = self.width() < theme().px(RAIL_BELOW) or self.deck.name == "report"
        if in_rail != self.sidebar.in_rail:
            self.sidebar.show_in_rail(in_rail)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a rail where the window is narrow."""
        super().resizeEvent(event)
        self._fit_sidebar()

    def changeEvent(self, event: QEvent) -> None:
        """Read anew what another program may have written while the window was away."""
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if not self.isActiveWindow():
            self._away.start()
        elif self._away.isValid() and self._away.hasExpired(_AWAY_MS):
            self._away.invalidate()
            self.come_back()

    def come_back(self) -> None:
        """Read the diary anew once the window is in use again."""
        QTimer.singleShot(0, self.refresh)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place."""
        self._preferences.put("window", bytes(self.saveGeometry().toBase64().data()).decode())
        super().closeEvent(event)
