"""The card of the passphrase in Settings: whether there is one, and when the window locks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.settings import LOCK_AFTER
from recovery_tracker.ui.diary_lock import diary_lock
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.note_box import NoteBox
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.setting_row import IconCard, SettingRow
from recovery_tracker.ui.widgets.switch import Switch


class PassphraseCard(IconCard):
    """``wanted`` carries what is to be done on a page of its own: "set", "change", "remove"."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Passphrase"), "lock", parent)
        self.lock = diary_lock()
        self.switch = Switch(_("Lock your diary with a passphrase"), self)
        self.body.addWidget(
            SettingRow(
                _("Lock your diary with a passphrase"),
                self.switch,
                self,
                hint=_("The diary and its backups are encrypted."),
            )
        )
        self.after = Segmented(
            tuple((value, _(word)) for value, word in LOCK_AFTER.options),
            _("Lock when not used for"),
            self,
        )
        self._after_row = SettingRow(_("Lock when not used for"), self.after, self)
        self.change = Button(_("Change passphrase"), "outline", parent=self)
        self.now = Button(_("Lock now · Ctrl+L"), "ghost", "lock", self, name=_("Lock now"))
        self.now.setToolTip(_("After it, Undo begins anew."))
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.change)
        row.addWidget(self.now)
        row.addStretch(1)
        self.body.addWidget(self._after_row)
        self.body.addWidget(self._buttons)
        self.body.addWidget(
            NoteBox(
                _("If you forget it, nobody can open your diary, not even us. Keep it somewhere "
                  "only you can find it."),
                "help",
                self,
            )
        )  # fmt: skip
        self.switch.switched.connect(self._switch)
        self.change.clicked.connect(self._ask_to_change)
        self.now.clicked.connect(self.lock.ask_to_lock)
        self.after.chosen.connect(self._put)
        self.lock.changed.connect(self.show_state)
        preferences().changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show whether there is a passphrase; without a diary that can have one, show nothing."""
        self.setVisible(self.lock.offered)
        encrypted = self.lock.encrypted
        self.switch.show_on(encrypted)
        self.after.show_value(preferences().number(LOCK_AFTER.key))
        self._after_row.setVisible(encrypted)
        self._buttons.setVisible(encrypted)

    def _switch(self, on: bool) -> None:
        self.show_state()  # it is on when it is done
        self.wanted.emit("set" if on else "remove")

    def _ask_to_change(self) -> None:
        self.wanted.emit("change")

    def _put(self, minutes: object) -> None:
        if isinstance(minutes, int):
            preferences().put(LOCK_AFTER.key, minutes)
