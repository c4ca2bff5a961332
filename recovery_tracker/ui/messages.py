"""The one door for messages: a line in the window, and the few dialogs there are.

Tests watch it by connecting to ``told``.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from recovery_tracker.i18n import SOURCE_LANGUAGE, _, language
from recovery_tracker.resources import resource
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.painted import Painted
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.domain.errors import RecoveryTrackerError


def _guide() -> Path:
    """Return the first page of the user guide, in English where it lacks the language."""
    try:
        return resource("guide", language(), "index.html")
    except FileNotFoundError:
        return resource("guide", SOURCE_LANGUAGE, "index.html")


class MessageBar(QFrame):
    """One sentence above the page, with an action if there is something to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._act: Callable[[], object] | None = None
        self._icon = _Icon("info", self)
        self._sentence = Text("", "medium", self, wrap=True, tone="on_tint")
        self.action = Button("", "outline", parent=self, height=34)
        close = Button("", "ghost", "x", self, name=_("Close the message"), height=34)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self.action)
        row.addWidget(close)
        self.action.clicked.connect(self._do)
        close.clicked.connect(self.hide)
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._sentence.text()

    def say(self, sentence: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show a sentence until it is closed or another one comes."""
        self._act = act
        self._sentence.setText(sentence)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.show()
        announce(self, sentence)

    def forget(self) -> None:
        """Hold no word of what was said."""
        self.hide()
        self._act = None
        self._sentence.setText("")
        self.action.setText("")
        self.setAccessibleName("")

    def _do(self) -> None:
        act = self._act
        self.hide()
        if act is not None:
            act()


class _Icon(Painted, Text):
    """An icon as a label."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__("", "body", parent)
        self._name = name
        self.follow_theme()
        self.retheme()

    def retheme(self) -> None:
        """Take the theme's colour."""
        self.setPixmap(self.theme.pixmap(self._name, "on_tint", 20))


class Messages(QObject):
    """Tells the person what happened.

    ``told`` carries every sentence as it is shown.
    """

    told = Signal(str)

    def __init__(self, bar: MessageBar, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._crash_open = False
        self.action = bar.action

    @property
    def sentence(self) -> str:
        """What the window says now; empty = nothing."""
        return "" if self._bar.isHidden() else self._bar.sentence

    def say(self, sentence: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Say one sentence in the window."""
        self._bar.say(sentence, action, act)
        self.told.emit(sentence)

    def say_failed(self, error: RecoveryTrackerError) -> None:
        """Say why something could not be done."""
        self.say(error.sentence)

    def say_not_kept(self) -> None:
        """Say that a setting could not be written."""
        self.say(
            _(
                "This setting holds until you close the window; it could not be written to the "
                "data folder. Check that the disk is not full."
            )
        )

    def clear(self) -> None:
        """Take the sentence away."""
        self._bar.hide()

    def forget(self) -> None:
        """Take the sentence away, and hold no word of it."""
        self._bar.forget()

    def open_guide(self) -> None:
        """Open the user guide, which lies beside the program, in the browser."""
        from PySide6.QtCore import QUrl

        page = _guide()
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            self.say(_("There is no browser to show the guide. Open {file}.").format(file=page))

    def show_about(self) -> None:
        """Say what the program is, in which version, and what it rests on."""
        from recovery_tracker.ui.message_dialogs import AboutDialog

        dialog = AboutDialog(self._bar.window())
        dialog.licences_wanted.connect(self.show_licences)
        dialog.details_wanted.connect(self.copy_details)
        dialog.open()

    def show_licences(self) -> None:
        """Show the licences of everything the program is made of."""
        from recovery_tracker.ui.licences_dialog import LicencesDialog

        LicencesDialog(self._bar.window()).open()

    def copy_details(self) -> None:
        """Put what helps to find a fault on the clipboard, and say so."""
        from recovery_tracker.ui.bug_report import details

        QGuiApplication.clipboard().setText(details(preferences()))
        self.say(
            _(
                "Copied: versions, a few settings and the program’s log. Nothing of your diary is "
                "in it. Paste it where you report the fault."
            )
        )

    def show_crash(self, report: str) -> None:
        """Say that the program is at fault, and offer the report; one dialog at a time."""
        if self._crash_open:
            return
        sentence = _("Something in the program went wrong. What you logged before is safe.")
        self.told.emit(sentence)
        from recovery_tracker.ui.message_dialogs import CrashDialog

        dialog = CrashDialog(sentence, report, self._bar.window())
        dialog.finished.connect(self._crash_closed)
        self._crash_open = True
        dialog.open()

    def _crash_closed(self) -> None:
        self._crash_open = False
