"""What stands in place of everything while the diary is locked; it knows nothing of the diary."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.domain.errors import InvalidValue, RecoveryTrackerError
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.diary_lock import diary_lock
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.page import Page
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.passphrase_field import PassphraseField
from recovery_tracker.ui.widgets.text import Text

_WIDTH = 460  # px
_SECOND_MS = 1000


class LockedPage(Page):
    """A field for the passphrase, and nothing of the diary."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.lock = diary_lock()
        self.field = PassphraseField(_("Passphrase"), self)
        self.error = Text("", "bold", self, wrap=True)
        self.error.hide()
        self.unlock = Button(_("Unlock"), "primary", "lock-open", self, height=44)
        self._icon = QLabel(self)
        self._title = Text("", "title", self)
        self._working = Text(
            _("Your diary is being written anew and checked. With many photos this takes a minute. "
              "Keep the computer on."),
            "body",
            self,
            wrap=True,
        )  # fmt: skip
        self._sentence = ""
        self._wait = QTimer(self)
        self._wait.setInterval(_SECOND_MS)
        self._wait.timeout.connect(self._show_state)
        self._lay_out()
        theme().themed.connect(self._retheme)
        self._retheme()
        self.unlock.clicked.connect(self._unlock)
        self.field.entered.connect(self._unlock)
        self.field.edited.connect(self._clear_error)
        self.lock.changed.connect(self._show_state)
        self.lock.refused.connect(self._say)

    def _lay_out(self) -> None:
        self.card = Card(parent=self)
        self.card.setAccessibleName(_("Your diary is locked"))
        self.card.show_margins(26, 26, 10)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self._icon)
        head.addWidget(self._title, 1)
        label = Text(_("Passphrase"), "strong", self)
        label.setBuddy(self.field.line)
        button = QHBoxLayout()
        button.addWidget(self.unlock)
        button.addStretch(1)
        body = self.card.body
        body.addLayout(head)
        body.addSpacing(10)
        body.addWidget(self._working)
        body.addWidget(label)
        body.addWidget(self.field)
        body.addWidget(self.error)
        body.addSpacing(4)
        body.addLayout(button)
        body.addSpacing(10)
        self._asking: list[QWidget] = [label, self.field, self.unlock]
        for words in (
            _("Nothing can open the diary without its passphrase, not even this program."),
            _("If you are worried about your skin, call your clinic. In an emergency call your "
              "local emergency number."),
        ):  # fmt: skip
            self._asking.append(Text(words, "small", self, wrap=True))
            body.addWidget(self._asking[-1])
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(row)
        column.addStretch(3)

    def _retheme(self) -> None:
        self._icon.setPixmap(theme().pixmap("lock", "primary", 28))
        self.card.setFixedWidth(theme().px(_WIDTH))

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show nothing of it."""

    def showEvent(self, event: QShowEvent) -> None:
        """Wait for the passphrase."""
        super().showEvent(event)
        self._show_state()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, error: RecoveryTrackerError) -> None:
        """Say why it stays locked."""
        self._sentence = error.sentence
        self.field.line.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_state()
        announce(self.field, self.error.text())

    def _show_state(self) -> None:
        rewriting = self.lock.rewriting
        title = _("One moment") if rewriting else _("Your diary is locked")
        self._title.setText(title)
        self.card.setAccessibleName(title)
        self._working.setVisible(rewriting)
        for part in self._asking:
            part.setVisible(not rewriting)
        seconds = self.lock.wait_s
        if seconds and not self._wait.isActive():
            self._wait.start()
        elif not seconds:
            self._wait.stop()
        words = self._sentence
        if words and seconds:
            more = ngettext(
                "You can try again in {n} second.", "You can try again in {n} seconds.", seconds
            ).format(n=seconds)
            words = f"{words} {more}"
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.field.line.setAccessibleDescription(words)
        self.unlock.setText(_("Opening …") if self.lock.busy else _("Unlock"))
        self.unlock.show_available(
            not self.lock.busy and not seconds,
            _("The diary is being opened.") if self.lock.busy else _("Wait a moment."),
        )

    # What the person does --------------------------------------------------------------------

    def _clear_error(self) -> None:
        self._sentence = ""
        self._show_state()

    def _unlock(self) -> None:
        try:
            passphrase = Passphrase(self.field.text)
        except InvalidValue as error:
            self._say(error)
            return
        if self.lock.wait_s == 0:
            self._sentence = ""
        self.lock.ask_to_unlock(passphrase)
