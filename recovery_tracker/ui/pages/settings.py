"""Settings: everything is kept at once, and every change of the diary can be undone."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.kept import Deleted
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.deleted_rows import deleted_rows
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.reminder_settings import ReminderSettings
from recovery_tracker.ui.scroll_page import GAP, ScrollPage, fit_beside
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.backup_card import BackupCard
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.data_cards import DeletedCard, PlaceCard
from recovery_tracker.ui.widgets.exchange_card import ExchangeCard
from recovery_tracker.ui.widgets.look_card import LookCard
from recovery_tracker.ui.widgets.own_items_card import OwnItems, OwnItemsCard
from recovery_tracker.ui.widgets.passphrase_card import PassphraseCard
from recovery_tracker.ui.widgets.profile_cards import (
    AboutCard,
    DermatologistCard,
    HealthCard,
    ProfileCard,
    SkinCard,
    VisitCard,
)
from recovery_tracker.ui.widgets.reminder_card import ReminderCard

_ONE_COLUMN_BELOW = 860  # px of page width


class SettingsPage(ScrollPage):
    """Two columns of cards."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Settings"))
        self.subtitle.setText(_("Changes are saved at once"))
        self.history = Button(_("What changed in your profile"), "ghost", "history", self)
        self.add_action(self.history)
        folder = preferences().folder
        self.reminder = ReminderCard(self)
        self._reminders = ReminderSettings(self.reminder, live)
        self.look = LookCard(self)
        self.passphrase = PassphraseCard(self)
        self.backup = BackupCard(self)
        self.about = AboutCard(self)
        self.skin = SkinCard(self)
        self.health = HealthCard(self)
        self.dermatologist = DermatologistCard(self)
        self.visit = VisitCard(self)
        self.own = OwnItemsCard(self)
        self.exchange = ExchangeCard(self)
        self.place = PlaceCard(str(folder) if folder else "", self)
        self.deleted = DeletedCard(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(GAP + 2)
        left = (self.reminder, self.look, self.about, self.health)
        right = (
            self.passphrase,
            self.backup,
            self.dermatologist,
            self.visit,
            self.skin,
            self.own,
            self.exchange,
            self.place,
            self.deleted,
        )
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.body.addLayout(self._columns)
        self._profile_cards: tuple[ProfileCard, ...] = (
            self.about,
            self.skin,
            self.health,
            self.dermatologist,
            self.visit,
        )
        self._connect()

    def _connect(self) -> None:
        self.passphrase.wanted.connect(self._ask_passphrase)
        self.backup.wanted.connect(self._go_to)
        self.exchange.wanted.connect(self.went)
        self.deleted.brought_back.connect(self._bring_back)
        self._reminders.failed.connect(self.live.failed)
        self.history.clicked.connect(self._show_history)
        for card in self._profile_cards:
            card.changed.connect(self._keep_profile)
        for items in (self.own.symptoms, self.own.care):
            items.added.connect(self._add_item)
            items.changed.connect(self._change_item)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what is kept."""
        self._reminders.show_snapshot(snapshot)
        self.backup.show_zone(self.live.journal.now.tzinfo)
        for card in self._profile_cards:
            card.show_profile(snapshot.profile, snapshot.today)
        self.own.symptoms.show_items(snapshot.symptoms)
        self.own.care.show_items(snapshot.care_items)
        journal = self.live.journal
        self.deleted.show_deleted(deleted_rows(journal.deleted(), snapshot, journal.now))

    def open_at(self, place: object) -> None:
        """Come to a card: "dermatologist", "visit", "own" ..."""
        card = getattr(self, str(place), None)
        if isinstance(card, QWidget):
            self.area.ensureWidgetVisible(card, 0, 12)
        if place == "dermatologist":
            self.dermatologist.lines["phone"].setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the columns under each other where there is no room for two."""
        super().resizeEvent(event)
        beside = fit_beside(self._columns, self.width())
        narrow = not beside or self.width() < theme().px(_ONE_COLUMN_BELOW)
        self._columns.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )

    # What the person does ------------------------------------------------------------------------

    def _ask_passphrase(self, what: str) -> None:
        self.went.emit("passphrase", what)

    def _go_to(self, page: str) -> None:
        self.went.emit(page, None)

    def _keep_profile(self, profile: Profile) -> None:
        self.live.change_profile(profile)

    def _add_item(self, label: str) -> None:
        items = self.sender()
        if isinstance(items, OwnItems) and self.live.add_own_item(items.kind, label):
            items.clear_new()

    def _change_item(self, item: OwnItem) -> None:
        items = self.sender()
        if isinstance(items, OwnItems):
            self.live.change_own_item(items.kind, item)

    def _show_history(self) -> None:
        self.went.emit("history", HistoryOf())

    def _bring_back(self, gone: Deleted) -> None:
        self.live.bring_back(gone)
