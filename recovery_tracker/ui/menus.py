"""The menus and their shortcuts; the shortcuts hold whether the menu bar is shown or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from recovery_tracker.i18n import _

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.ui.page import PageSpec

_IN_FILE, _IN_HELP = ("add_session", "import", "export"), "help"
_ON_A_PAGE = "history"  # of what, only the page it is opened from can say


class Menus:
    """File, Edit, View and Help, as a bar and as one menu."""

    def __init__(self, window: QMainWindow, pages: Sequence[PageSpec]) -> None:
        """Make the actions; the window connects them."""
        self._window = window
        self.pages = {
            spec.name: self._action(spec.title, spec.shortcut, spec.icon) for spec in pages
        }
        self.save_report = self._action(_("Save the report …"), "Ctrl+S")
        self.show_report = self._action(_("Show my dermatologist"), "Ctrl+D")
        self.print_report = self._action(_("Print the report …"), "Ctrl+P")
        self.lock = self._action(_("Lock now"), "Ctrl+L")
        self.lock.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # from a dialog, too
        self.quit = self._action(_("Quit"), "Ctrl+Q")
        self.undo = self._action(_("Undo"), "Ctrl+Z")
        self.redo = self._action(_("Redo"), "Ctrl+Shift+Z")
        self.full_screen = self._action(_("Full screen"), "F11")
        self.full_screen.setCheckable(True)
        self.bar_shown = self._action(_("Menu bar"), "")
        self.bar_shown.setCheckable(True)
        self.guide = self._action(_("User guide"), "")
        self.copy_details = self._action(_("Copy details for a bug report"), "")
        self.about = self._action(_("About Recovery Tracker"), "")
        self.open_menu = self._action(_("Menu"), "F10")
        self.back = self._action(_("Go back"), "Esc")
        self._menus = [
            self._menu(_("File"), self._file()),
            self._menu(_("Edit"), [self.undo, self.redo]),
            self._menu(_("View"), self._view()),
            self._menu(_("Help"), self._help()),
        ]
        for menu in self._menus:
            window.menuBar().addMenu(menu)

    def _action(self, text: str, shortcut: str, icon: str = "") -> QAction:
        action = QAction(self._window)
        action.setText(text)  # given to the maker, it would load the icons an action may have
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        action.setProperty("icon_name", icon)
        self._window.addAction(action)
        return action

    def _menu(self, title: str, actions: Sequence[QAction | None]) -> QMenu:
        menu = QMenu(title, self._window)
        for action in actions:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
        return menu

    def _file(self) -> list[QAction | None]:
        return [
            *(self.pages[name] for name in _IN_FILE if name in self.pages),
            None,
            self.save_report,
            self.print_report,
            self.show_report,
            None,
            self.lock,
            self.quit,
        ]

    def _view(self) -> list[QAction | None]:
        elsewhere = (*_IN_FILE, _IN_HELP, _ON_A_PAGE)
        shown = [a for name, a in self.pages.items() if name not in elsewhere]
        return [*shown, None, self.full_screen, self.bar_shown]

    def _help(self) -> list[QAction | None]:
        return [self.pages[_IN_HELP], self.guide, self.copy_details, None, self.about]

    def popup(self, place: QPoint) -> None:
        """Open all menus as one at a place of the screen."""
        whole = self._menu("", [])
        for menu in self._menus:
            whole.addMenu(menu)
        whole.aboutToHide.connect(whole.deleteLater)
        whole.popup(place)

    def show_lock(self, *, possible: bool, locked: bool) -> None:
        """Offer locking where there is a passphrase, and no page while it is locked."""
        self.lock.setVisible(possible)
        self.lock.setEnabled(possible)
        for action in self.pages.values():
            action.setEnabled(not locked)

    def show_snapshot(self, snapshot: Snapshot | None) -> None:
        """Name what undo and redo would do, and offer what there is something for."""
        undo, redo = (snapshot.undo, snapshot.redo) if snapshot else ("", "")
        self.undo.setText(_("Undo {what}").format(what=_escaped(undo)).strip())
        self.undo.setEnabled(bool(undo))
        self.redo.setText(_("Redo {what}").format(what=_escaped(redo)).strip())
        self.redo.setEnabled(bool(redo))
        begun = snapshot is not None and snapshot.recovery is not None
        for action in (self.save_report, self.print_report, self.show_report):
            action.setEnabled(begun)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
