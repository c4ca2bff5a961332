"""The language of the window: chosen in Settings or the system's, changed while it runs.

Pages are made anew in the new language. What frames them (sidebar, strips, menus) stays, and its
fixed texts are told again: each is looked up in the language it was said in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from recovery_tracker import i18n

if TYPE_CHECKING:
    from recovery_tracker.ui.preferences import Preferences

_REMEMBERED = "text_of_"
_TOLD = ("text", "toolTip", "accessibleName", "accessibleDescription", "placeholderText", "title")


class Language(QObject):
    """``changed`` is emitted after another language has been chosen.

    It carries a :class:`Retelling`.
    """

    changed = Signal(object)

    def __init__(self, preferences: Preferences, app: QApplication) -> None:
        """Speak the language that is chosen; Qt's own texts follow with :meth:`bring_qt`."""
        super().__init__(app)
        self._preferences = preferences
        self._app = app
        self._of_qt: QTranslator | None = None
        i18n.set_language(wanted(preferences.text("language")))
        preferences.changed.connect(self._follow)

    def bring_qt(self) -> None:
        """Let dialogs, calendars and numbers speak it, too."""
        code = i18n.language()
        QLocale.setDefault(locale())
        if self._of_qt is not None:
            self._app.removeTranslator(self._of_qt)
            self._of_qt = None
        if code != i18n.SOURCE_LANGUAGE:
            words = QTranslator(self)
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if words.load(f"qtbase_{code}", folder):
                self._app.installTranslator(words)
                self._of_qt = words

    def _follow(self, key: str) -> None:
        if key != "language":
            return
        code = wanted(self._preferences.text("language"))
        if code != i18n.language():
            said_before = i18n.said_as()
            i18n.set_language(code)
            self.bring_qt()
            self.changed.emit(Retelling(said_before))


def locale() -> QLocale:
    """Return how dates and numbers are written in the language of now.

    The system's own country counts where it speaks that language; English is British.
    """
    code = i18n.language()
    system = QLocale.system()
    if system.name().split("_")[0] == code:
        return system
    return QLocale("en_GB" if code == i18n.SOURCE_LANGUAGE else code)


def wanted(choice: str) -> str:
    """Return the language of a choice: itself, or the first of the system's that there is."""
    known = i18n.languages()
    if choice != "system":
        return choice if choice in known else i18n.SOURCE_LANGUAGE
    for name in QLocale.system().uiLanguages():
        code = name.replace("_", "-").split("-")[0]
        if code in known:
            return code
    return i18n.SOURCE_LANGUAGE


class Retelling:
    """Gives fixed texts of the language before in that of now."""

    def __init__(self, said_before: dict[str, str]) -> None:
        """Take every text of the code with how it was said."""
        self._said = said_before
        self._texts = {said: text for text, said in said_before.items()}

    def text_of(self, said: str, remembered: object) -> str:
        """Find the text of the code; two may be said alike, then the ``remembered`` one counts."""
        if isinstance(remembered, str) and self._said.get(remembered) == said:
            return remembered
        return self._texts.get(said, "")

    def tell(self, thing: QObject, name: str) -> None:
        """Tell a property of a widget or action again, if it is a fixed text.

        A shortcut in brackets behind it stays. The text of the code is remembered with it.
        """
        said = thing.property(name)
        if not isinstance(said, str) or not said:
            return
        remembered = thing.property(_REMEMBERED + name)
        words, rest = said, ""
        if said not in self._texts:
            words, bracket, shortcut = said.rpartition(" (")
            rest = bracket + shortcut
        text = self.text_of(words, remembered)
        if text:
            thing.setProperty(_REMEMBERED + name, text)
            thing.setProperty(name, i18n._(text) + rest)


def tell_again(root: QWidget, again: Retelling) -> None:
    """Tell the fixed texts of a widget and of all it holds.

    What varies with the diary is said by the next snapshot.
    """
    for thing in (root, *root.findChildren(QWidget), *root.findChildren(QAction)):
        for name in _TOLD:
            if name != "title" or isinstance(thing, QMenu):
                again.tell(thing, name)
