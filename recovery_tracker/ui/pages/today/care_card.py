"""What was done for the skin, and what it was exposed to: chips, and two names where ticked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.care import CARE_BY_CODE, CARE_ITEMS
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.pages.today.day_view import DayView
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.note_field import NoteField

NEW_PRODUCT, MEDICINE = "new_product", "pain_or_fever_medicine"


class CareCard(Card):
    """The care of a day; ``ticked`` carries an item and whether it was done.

    ``written`` carries a text field of the entry and its text.
    """

    ticked = Signal(str, bool)
    written = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Care today"), parent, role="strong", tight=True)
        self._unfolded = False
        self._codes: tuple[str, ...] = ()
        self._labels: dict[str, str] = {}
        self.chips: dict[str, Chip] = {}
        self._box = QWidget(self)
        self._box.setAccessibleName(_("Care today"))
        give_role(self._box, QAccessible.Role.Grouping)
        self._flow = FlowLayout(self._box, gap=7, line_gap=7)
        self.more = Button("", "ghost", "plus", self, name=_("More care items"), height=24)
        self.more.clicked.connect(self._on_more)
        self.header.addWidget(self.more)
        self.product = NoteField(_("New product"), _("Which new product?"), self)
        self.medicines = NoteField(_("Medicines"), _("Which medicine, and when?"), self)
        self.body.addWidget(self._box)
        self.body.addWidget(self.product)
        self.body.addWidget(self.medicines)
        self.product.written.connect(self._on_product)
        self.medicines.written.connect(self._on_medicines)

    def show_day(self, view: DayView) -> None:
        """Show what is ticked."""
        entry = view.entry
        self.show_title(_("Care today") if view.is_today else _("Care on this day"))
        own = {item.code: item.label for item in view.snapshot.care_items if not item.retired}
        retired = {item.code: item.label for item in view.snapshot.care_items if item.retired}
        self._labels = (
            {item.code: item.label for item in CARE_ITEMS}
            | own
            | {code: label for code, label in retired.items() if code in entry.care}
        )
        self._make_chips()
        for code, chip in self.chips.items():
            chip.show_chosen(code in entry.care)
            if chip.isEnabled() != view.open:
                chip.setEnabled(view.open)
        self._lay_out()
        for field, code, text in (
            (self.product, NEW_PRODUCT, entry.new_product),
            (self.medicines, MEDICINE, entry.medicines),
        ):
            field.show_text(text)
            field.setVisible(code in entry.care or bool(text))
            field.setEnabled(view.open)

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not kept yet."""
        return any(field.dirty for field in (self.product, self.medicines))

    def keep(self) -> None:
        """Send what was written and not kept yet."""
        self.product.keep()
        self.medicines.keep()

    def _make_chips(self) -> None:
        for code, label in self._labels.items():
            if code not in self.chips:
                chip = Chip(code, label, self._box)
                chip.answered.connect(self._on_chip)
                self._flow.addWidget(chip)
                self.chips[code] = chip
            self.chips[code].setText(label)

    def _lay_out(self) -> None:
        for code, chip in self.chips.items():
            known = code in self._labels
            item = CARE_BY_CODE.get(code)
            offered = item is None or item.offered or self._unfolded
            visible = known and (offered or chip.isChecked())
            chip.setVisible(visible)
        icon, name = (
            ("minus", _("Fewer care items")) if self._unfolded else ("plus", _("More care items"))
        )
        self.more.show_kind("ghost", icon=icon)
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)

    def _on_more(self) -> None:
        self._unfolded = not self._unfolded
        self._lay_out()

    def _on_chip(self, chip: Chip) -> None:
        self.ticked.emit(chip.code, not chip.isChecked())

    def _on_product(self, text: str) -> None:
        self.written.emit("new_product", text)

    def _on_medicines(self, text: str) -> None:
        self.written.emit("medicines", text)
