"""The looks of the window: what is in sight is dressed, and the settings of the looks hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QWidget

from recovery_tracker.ui.theme import MotionChoice, ThemeChoice, theme

if TYPE_CHECKING:
    from recovery_tracker.ui.content import Content
    from recovery_tracker.ui.menus import Menus
    from recovery_tracker.ui.preferences import Preferences

_SMALLEST = (720, 560)
_FITS_ANY_SCREEN = (1000, 660)  # with large text, too, the window fits a screen of 1024 x 700
_OF_THEME = ("theme", "text_size", "motion")


def apply(preferences: Preferences) -> None:
    """Let the theme be the one that was chosen."""
    look = theme()
    look.choose_motion(cast("MotionChoice", preferences.text("motion")))
    look.choose(cast("ThemeChoice", preferences.text("theme")))
    look.scale_to(preferences.number("text_size"))


class WindowLook(QObject):
    """Dresses the parts of a window that are in sight, and follows the settings."""

    def __init__(
        self, window: QMainWindow, content: Content, menus: Menus, preferences: Preferences
    ) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._window = window
        self._content = content
        self._menus = menus
        self._theme = theme()
        self._theme.leave_dressing_to(window)
        self._theme.sheet_changed.connect(self._dress)
        preferences.changed.connect(self._take)
        self._fit()
        self._show_menu_bar()

    def dress_new(self, part: QObject) -> None:
        """Dress a dialog or a menu that has just come to the window."""
        if isinstance(part, QWidget) and part.isWindow():
            self._theme.dress(part)

    def _take(self, key: str) -> None:
        """Make a changed setting hold."""
        if key in _OF_THEME:
            apply(self._preferences)
        elif key == "menu_bar":
            self._show_menu_bar()

    def _show_menu_bar(self) -> None:
        bar = self._window.menuBar()
        shown = self._preferences.flag("menu_bar") or bar.isNativeMenuBar()
        bar.setVisible(shown)
        self._menus.bar_shown.setChecked(shown)

    def _fit(self) -> None:
        least = (
            min(self._theme.px(w), most)
            for w, most in zip(_SMALLEST, _FITS_ANY_SCREEN, strict=True)
        )
        self._window.setMinimumSize(*least)

    def _dress(self) -> None:
        """Dress all but the pages that are not in front: they are dressed when they come."""
        window, content = self._window, self._content
        central = content.parentWidget()
        parts = [*_children(window), *_children(central), *_children(content)]
        for part in parts:
            if part not in (central, content, content.deck):
                self._theme.dress(part)
        self._content.deck.dress()
        self._fit()


def _children(holder: QWidget | None) -> list[QWidget]:
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return holder.findChildren(QWidget, options=direct) if holder is not None else []
