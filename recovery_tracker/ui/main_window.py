"""The window: the sidebar, the page in front, and the one receiver of every change.

It comes in two steps. What the first paint shows is made at once; pages, strips and menus are
made by :meth:`MainWindow.furnish`, when the window is on screen already.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui import window_state
from recovery_tracker.ui.opening import RAIL_BELOW, TOKENS, Opening
from recovery_tracker.ui.pages import FIRST_RUN, LOCKED, PAGES, PASSPHRASE, UNDER

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Sequence

    from recovery_tracker.domain.errors import RecoveryTrackerError
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.language import Retelling
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.page import PageSpec
    from recovery_tracker.ui.preferences import Preferences
    from recovery_tracker.ui.window_look import WindowLook

_NEED_SESSION = ("today", "recovery", "report")
_NEED_ACCEPTANCE = ("import", "export")
_UNPAINTED_MS = 100  # as long as an answer may take that seems to come at once


class MainWindow(QMainWindow):
    """One diary on screen.

    ``sample_wanted`` asks for the sample data (``True``) or for the person's own diary.
    """

    sample_wanted = Signal(bool)
    _look: WindowLook | None = None

    def __init__(
        self,
        live: LiveJournal,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
        pages: Sequence[PageSpec] = PAGES,
        *,
        sample: bool = False,
        furnished: bool = True,
    ) -> None:
        """Make the window, all of it or (not ``furnished``) what the first paint shows."""
        super().__init__()
        self.live = live
        self.shows_sample = sample
        self.locked = False
        self._place = ""  # the page that comes back when the diary is unlocked
        self._preferences = preferences
        self._clock = clock
        self._specs = tuple(pages)
        self._shown: Snapshot | None = None
        self._furnished = False
        self._first = "today" if sample or self.last_session else FIRST_RUN.name
        self.setWindowTitle(_("Recovery Tracker"))
        window_state.restore(self, preferences.text("window"))
        if furnished:
            self.furnish()
            self.begin()
        else:
            self._open_up()

    def _open_up(self) -> None:
        """Show paper, sidebar and empty cards until the window is furnished."""
        colours = self._preferences.text("opening") if self._first == "today" else ""
        self.setCentralWidget(Opening(colours, self._preferences.number("text_size"), self))

    def furnish(self) -> None:
        """Make what the first paint did without: sidebar, pages, strips, messages, menus."""
        if self._furnished:
            return
        from recovery_tracker.ui.content import Content
        from recovery_tracker.ui.diary_lock import diary_lock
        from recovery_tracker.ui.focus_in_sight import FocusInSight
        from recovery_tracker.ui.menus import Menus
        from recovery_tracker.ui.moments import Absence, Moments
        from recovery_tracker.ui.sidebar import Sidebar
        from recovery_tracker.ui.theme import theme
        from recovery_tracker.ui.window_commands import WindowCommands
        from recovery_tracker.ui.window_look import WindowLook, apply

        self._theme = theme()
        self._lock = diary_lock()
        apply(self._preferences)
        self.absence = Absence(self)
        self.moments = Moments(self._clock, self)
        self.sidebar = Sidebar(self._specs, self)
        self.content = Content(self._specs, self.live, self)
        self.deck = self.content.deck
        self.messages = self.content.messages
        self.pressing = self.content.pressing
        self.undo_strip = self.content.undo
        self.menus = Menus(self, self._specs)
        central = self._central = QWidget(self)
        if self.isVisible():  # laid out once, when there is a day, and painted once after that
            central.setUpdatesEnabled(False)
            self.deck.hide()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self.content, 1)
        self.setCentralWidget(central)
        FocusInSight(self)
        self._look = WindowLook(self, self.content, self.menus, self._preferences)
        self._connect()
        WindowCommands(self, self._preferences)
        self._furnished = True
        self.menus.show_snapshot(None)
        self.content.sample.setVisible(self.shows_sample)
        self.sidebar.show_page(self._first)
        self._fit_sidebar()

    def begin(self) -> None:
        """Bring the first page to the front; it is painted with the day, or without before long."""
        QTimer.singleShot(_UNPAINTED_MS, self.paint_page)
        self.go(self._first)
        if self.live.snapshot is not None:
            self.show_snapshot(self.live.snapshot)

    def paint_page(self) -> None:
        """Lay the page out and paint it: what it shows at first is there."""
        self.deck.show()
        self._central.setUpdatesEnabled(True)

    def _connect(self) -> None:
        self._lock.changed.connect(self._show_lock)
        self.absence.over.connect(self.refresh)
        self.deck.went.connect(self.go)
        self.live.changed.connect(self.show_snapshot)
        self.live.failed.connect(self.messages.say_failed)
        self.menus.lock.triggered.connect(self._lock.ask_to_lock)
        self.moments.due.connect(self.refresh)
        self._preferences.changed.connect(self._apply)
        self._preferences.not_kept.connect(self.messages.say_not_kept)
        self._theme.themed.connect(self._fit_sidebar)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the diary: the page in front now, the others when they come to the front."""
        if snapshot is not self._shown:  # after a failure the same one comes again
            self.messages.clear()
        self._shown = snapshot
        self.deck.mark_stale()
        self.sidebar.show_snapshot(snapshot)
        self.menus.show_snapshot(snapshot)
        self._keep_session(snapshot)
        self.moments.wait((*snapshot.active, *snapshot.elsewhere))
        if self._blocked(self.deck.name):
            self.go(FIRST_RUN.name)
        elif self.deck.name == FIRST_RUN.name and not self._blocked("today"):
            self.go("today")
        self.content.show_snapshot(snapshot)
        self._fit_sidebar()  # it comes with the first session

    def speak(self, again: Retelling) -> None:
        """Show everything in another language; ``again`` tells the fixed texts of the frame."""
        if not self._furnished:
            return
        from recovery_tracker.ui.language import tell_again

        name = self.deck.name
        self.messages.clear()
        self.content.forget()
        tell_again(self, again)
        self.go(name)
        self.sidebar.retheme()
        self.refresh()

    def go(self, name: str, place: object = None, *, back: bool = False) -> None:
        """Bring a page to the front, at a place it knows if one is given."""
        if name in ("sample", "own_diary"):
            self.sample_wanted.emit(name == "sample")
            return
        if name == "back":
            self.go_back()
            return
        if name == "guide":
            self.messages.open_guide()
            return
        if self.locked:
            name, place = LOCKED.name, None
        name = FIRST_RUN.name if self._blocked(name) else name
        if self.deck.bring(name, back=back):
            self.messages.clear()
            if under := UNDER.get(name, name):
                self.sidebar.show_page(under)
        if place is not None and self.deck.page is not None:
            self.deck.page.open_at(place)
        self.content.show_strips(self.live.snapshot)
        self._fit_sidebar()

    def go_back(self) -> None:
        """Leave full screen, else go back to the page before."""
        if self.isFullScreen():
            self.show_full_screen(False)
        elif before := self.deck.back():
            self.go(before, back=True)
        elif self.deck.name == PASSPHRASE.name:
            self.go(self._first)

    def _blocked(self, name: str) -> bool:
        """Whether a page has nothing to show yet: no session, or the disclaimer is not read."""
        snapshot = self.live.snapshot
        if snapshot is None or name not in (*_NEED_SESSION, *_NEED_ACCEPTANCE):
            return False
        if not (self._preferences.accepted or self.shows_sample):
            return True
        return snapshot.recovery is None and name in _NEED_SESSION

    # The passphrase --------------------------------------------------------------------------

    def keep_words(self) -> bool:
        """Keep what is being written; tell whether all of it could be kept."""
        from recovery_tracker.ui.locking import keep_words

        return keep_words(self, self.live)

    def show_locked(self) -> None:
        """Show nothing of the diary, and hold nothing of it, until it is unlocked."""
        from recovery_tracker.ui.locking import close_others

        self.furnish()
        close_others(self)
        if not self.locked:
            self._place = self.deck.name
        self.locked = True
        self._shown = None
        self.moments.stop()
        self.content.forget()
        self.content.sample.hide()
        self.sidebar.forget()
        self.menus.show_snapshot(None)
        self._show_lock()
        self.deck.setEnabled(True)
        self.go(LOCKED.name)

    def come_back_to(self, name: str) -> None:
        """Come back to another page than the one that was in front."""
        self._place = name

    def show_unlocked(self) -> None:
        """Come back to the page that was in front; it fills when the diary is shown."""
        if not self.locked:
            return
        self.locked = False
        self._show_lock()
        self.deck.forget()
        self.go(self._place if self._place not in ("", LOCKED.name) else "today")

    def _show_lock(self) -> None:
        self.menus.show_lock(possible=self._lock.encrypted and not self.locked, locked=self.locked)

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

    # The window itself -----------------------------------------------------------------------

    @property
    def last_session(self) -> str:
        """The session that was on screen last."""
        return self._preferences.text("last_session")

    def show_sample(self, sample: bool) -> None:
        """Say that the diary on screen is the sample, or the person's own."""
        self.shows_sample = sample
        if self._furnished:
            self.content.sample.setVisible(sample)
            self.deck.forget_trail()

    def show_unopened(self, error: RecoveryTrackerError) -> None:
        """Say why the diary could not be opened; trying again is all there is to do."""
        self.deck.setEnabled(False)
        self.messages.say(error.sentence, _("Try again"), self._try_again)

    def _try_again(self) -> None:
        self.sample_wanted.emit(self.shows_sample)

    def show_crash(self, report: str) -> None:
        """Say that the program is at fault."""
        self.furnish()
        self.messages.show_crash(report)

    def raise_to_front(self) -> None:
        """Come to the front, as another start asked for."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def _apply(self, key: str) -> None:
        """Make a changed setting hold."""
        if key == "disclaimer_accepted" and self.live.snapshot is not None:
            self.show_snapshot(self.live.snapshot)

    def show_full_screen(self, full: bool) -> None:
        """Fill the whole screen, or go back to a window."""
        self.menus.full_screen.setChecked(full)
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def _keep_session(self, snapshot: Snapshot) -> None:
        session_id = snapshot.session.id if snapshot.session else ""
        if not self.shows_sample and self.last_session != session_id:
            self._preferences.put("last_session", session_id)

    def _fit_sidebar(self) -> None:
        name = self.deck.name or self._first
        alone = name in (FIRST_RUN.name, LOCKED.name) or (
            name in ("add_session", "import", PASSPHRASE.name) and self._blocked("today")
        )
        self.sidebar.setVisible(not alone)
        in_rail = self.width() < self._theme.px(RAIL_BELOW) or name == "report"
        if in_rail != self.sidebar.in_rail:
            self.sidebar.show_in_rail(in_rail)

    def follow_desktop(self) -> None:
        """Ask the desktop what looks are preferred, where Qt does not know."""
        self._theme.system.ask_portal()

    def show_icon(self) -> None:
        """Give the desktop the picture it shows for the window, once the day is on screen."""
        self.setWindowIcon(self._theme.icon("icon", "text", 128))

    def childEvent(self, event: QChildEvent) -> None:
        """Dress the dialogs and menus that come."""
        super().childEvent(event)
        if event.polished() and self._look is not None:
            self._look.dress_new(event.child())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Become a rail where the window is narrow."""
        super().resizeEvent(event)
        if self._furnished:
            self._fit_sidebar()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size, place and the colours the next start opens with."""
        self._preferences.put("window", window_state.to_keep(self))
        if self._furnished:
            colours = (getattr(self._theme.colours, token) for token in TOKENS)
            self._preferences.put("opening", " ".join(colours))
        super().closeEvent(event)
