"""What menus, sidebar, strips and dropped files ask of the window: a line each to who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences

_PLACES = {"add_session": "new", "import": "choose"}  # where a menu opens a page


class WindowCommands(QObject):
    """Connects what can be asked for in the frame of a window, and passes it on."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._connect_menus()
        self._connect_frame()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def _connect_menus(self) -> None:
        window, menus = self._window, self._window.menus
        menus.about.triggered.connect(window.messages.show_about)
        menus.back.triggered.connect(window.go_back)
        menus.bar_shown.triggered.connect(self._keep_menu_bar)
        menus.copy_details.triggered.connect(window.messages.copy_details)
        menus.full_screen.triggered.connect(window.show_full_screen)
        menus.guide.triggered.connect(window.messages.open_guide)
        menus.open_menu.triggered.connect(window.sidebar.brand.click)
        menus.print_report.triggered.connect(self._print_report)
        menus.quit.triggered.connect(window.close)
        menus.redo.triggered.connect(window.redo)
        menus.save_report.triggered.connect(self._save_report)
        menus.show_report.triggered.connect(self._show_report)
        menus.undo.triggered.connect(window.undo)
        for action in menus.pages.values():
            action.triggered.connect(self._go_by_action)

    def _connect_frame(self) -> None:
        window = self._window
        window.content.pressing.asked.connect(self._show_why)
        window.content.sample.left.connect(self._leave_sample)
        window.content.undo.undone.connect(window.undo)
        window.sidebar.asked.connect(window.go)
        window.sidebar.menu_asked.connect(self._open_menu)
        window.sidebar.session_added.connect(window.menus.pages["add_session"].trigger)
        window.sidebar.session_asked.connect(self._select)

    def _go_by_action(self) -> None:
        for name, action in self._window.menus.pages.items():
            if action is self.sender():
                self._window.go(name, _PLACES.get(name))

    def _select(self, session_id: str) -> None:
        self._window.live.select(session_id)

    def _show_why(self, session_id: str) -> None:
        """Go to the banner of a folded warning, of whichever session it is."""
        live = self._window.live
        snapshot = live.snapshot
        if snapshot is not None and snapshot.session and snapshot.session.id != session_id:
            live.select(session_id)
        self._window.go("today", "warning")

    def _save_report(self) -> None:
        self._window.go("report", "save")

    def _print_report(self) -> None:
        self._window.go("report", "print")

    def _show_report(self) -> None:
        self._window.go("report", "show")

    def _leave_sample(self) -> None:
        self._window.sample_wanted.emit(False)

    def _open_menu(self, place: QPoint) -> None:
        self._window.menus.popup(place)

    def _keep_menu_bar(self, shown: bool) -> None:
        self._preferences.put("menu_bar", shown)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take files that a page has a place for to that page."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        dropped = cast("QDropEvent", event)  # what enters is one, too
        found = self._place_for(dropped)
        if found is None:
            return False
        dropped.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._window.go(*found)
        return True

    def _place_for(self, event: QDropEvent) -> tuple[str, object] | None:
        from recovery_tracker.ui.dropping import place_for

        window = self._window
        return None if window.locked else place_for(event.mimeData(), window.live.snapshot)
