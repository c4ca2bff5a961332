"""The only dialogs there are: what the program is, and that it is at fault."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from recovery_tracker import __version__
from recovery_tracker.domain.warnings import GUIDANCE_VERSION
from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button

_ACCEPT, _ACTION = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.ActionRole


class _Dialog(QMessageBox):
    """A sentence, more words and buttons of the program's own."""

    def __init__(self, sentence: str, more: str, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Recovery Tracker"))
        self.setIconPixmap(theme().pixmap(icon, "primary", 48))
        self.setText(sentence)
        self.setInformativeText(more)

    def _add(self, button: Button, role: QMessageBox.ButtonRole) -> Button:
        self.addButton(button, role)
        return button

    def _end_with(self, words: str) -> None:
        """Add the button that Enter and Escape press, too."""
        last = self._add(Button(words, "primary", parent=self), _ACCEPT)
        self.setDefaultButton(last)
        self.setEscapeButton(last)


class AboutDialog(_Dialog):
    """What the program is, in which version, and what it rests on."""

    licences_wanted = Signal()
    details_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            _("Recovery Tracker {version}").format(version=__version__),
            _(
                "A recovery diary for people healing after a skin treatment. Guidance version "
                "{guidance}: made from published reports and judgement; no clinician has "
                "reviewed it.\n\nFree software under the MIT licence. It uses Qt under the LGPL, "
                "the Inter typeface under the SIL Open Font Licence and Lucide icons under the "
                "ISC licence. Qt and the libraries that read HEIC photos are files of their own: "
                "you may put your own builds in their place."
            ).format(guidance=GUIDANCE_VERSION),
            "icon",
            parent,
        )
        licences = self._add(Button(_("Licences"), "outline", parent=self), _ACTION)
        copy = self._add(
            Button(_("Copy details for a bug report"), "outline", "copy", self), _ACTION
        )
        self._end_with(_("Close"))
        licences.clicked.connect(self.licences_wanted)
        copy.clicked.connect(self.details_wanted)


class CrashDialog(_Dialog):
    """The program is at fault; the report can be copied."""

    def __init__(self, sentence: str, report: str, parent: QWidget) -> None:
        super().__init__(
            sentence,
            _(
                "You can go on. If it happens again, close the program and start it anew. A "
                "report is kept in your data folder; it names places in the program, never "
                "anything you wrote."
            ),
            "info",
            parent,
        )
        self._report = report
        copy = self._add(Button(_("Copy details"), "outline", "copy", self), _ACTION)
        self._end_with(_("Go on"))
        copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
