"""What was done for the skin, and what it was exposed to: chips, and two names where ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.care import CARE_BY_CODE, CARE_ITEMS
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import give_role
from recovery_tracker.ui.preferences import preferences
from recovery_tracker.ui.widgets.add_own import AddOwn
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.note_field import NoteField
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView

_CHIPS = 5
NEW_PRODUCT, MEDICINE = "new_product", "pain_or_fever_medicine"


class CareCard(Card):
    """The care of a day; ``ticked`` carries an item and whether it was done.

    ``written`` carries a text field of the entry and its text, ``own_added`` the name of an item
    of their own. Five items of the catalogue are in sight; :attr:`choose` lets the person say
    which. Their own ones always are. ``unfolded`` is emitted when there are more or fewer controls
    in sight; each is made when it first comes there.
    """

    ticked = Signal(str, bool)
    written = Signal(str, str)
    own_added = Signal(str)
    unfolded = Signal()

    hint: Text
    add_own: Button
    choose: Button

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Care today"), parent, role="strong", tight=True)
        self._unfolded = self._choosing = False
        self._view: DayView | None = None
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
        self.fields: dict[str, NoteField] = {}  # by the item they belong to
        self.own = AddOwn(_("Add care of your own"), _("Such as humidifier"), self)
        self._more_row: QWidget | None = None
        self.body.addWidget(self._box)
        self.body.addWidget(self.own)
        self.own.added.connect(self.own_added)
        self.own.opened.connect(self.unfolded)

    def _make_more(self) -> QWidget:
        """Make what stands around the chips while all of them are in sight."""
        self.hint = Text(_("Choose up to five to keep in sight."), "small", self, wrap=True)
        self.add_own = Button(_("Add your own"), "ghost", "plus", self, height=28)
        self.choose = Button("", "ghost", "pencil", self, height=28)
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.add_own)
        row.addWidget(self.choose)
        row.addStretch(1)
        self.body.insertWidget(self.body.indexOf(self._box), self.hint)
        self.body.insertWidget(self.body.indexOf(self.own), line)
        self.add_own.clicked.connect(self.own.open)
        self.choose.clicked.connect(self._on_choose)
        return line

    def show_day(self, view: DayView) -> None:
        """Show what is ticked."""
        entry = view.entry
        self._view = view
        self.own.show_kept([item.label for item in view.snapshot.care_items])
        self.show_title(_("Care today") if view.is_today else _("Care on this day"))
        own = {item.code: item.label for item in view.snapshot.care_items if not item.retired}
        retired = {item.code: item.label for item in view.snapshot.care_items if item.retired}
        self._labels = (
            {item.code: item.label for item in CARE_ITEMS}
            | own
            | {code: label for code, label in retired.items() if code in entry.care}
        )
        for code in self._labels.keys() & self.chips.keys():
            self.chips[code].setText(_in_short(self._labels[code]))
        self._lay_out()
        for code, text in ((NEW_PRODUCT, entry.new_product), (MEDICINE, entry.medicines)):
            wanted = code in entry.care or bool(text)
            if wanted and code not in self.fields:
                self.fields[code] = self._made(code)
            if code in self.fields:
                self.fields[code].show_text(text)
                self.fields[code].setVisible(wanted)
                self.fields[code].setEnabled(view.open)

    def _made(self, code: str) -> NoteField:
        if code == NEW_PRODUCT:
            field = NoteField(_("New product"), _("Which new product?"), self)
            field.written.connect(self._on_product)
            self.body.insertWidget(self.body.indexOf(self.own) + 1, field)  # before the medicines
        else:
            field = NoteField(_("Medicines"), _("Which medicine, and when?"), self)
            field.written.connect(self._on_medicines)
            self.body.addWidget(field)
        return field

    @property
    def dirty(self) -> bool:
        """Whether there are words that are not kept yet."""
        return any(field.dirty for field in self.fields.values())

    def keep(self) -> None:
        """Send what was written and not kept yet."""
        for field in self.fields.values():
            field.keep()

    def _make_chip(self, code: str) -> None:
        label = self._labels[code]
        chip = Chip(code, _in_short(label), self._box, help_line=label)
        chip.setAccessibleName(label)
        chip.answered.connect(self._on_chip)
        codes = list(self._labels)
        after = [self.chips[c] for c in codes[codes.index(code) :] if c in self.chips]
        self._flow.insert_widget(
            self._flow.indexOf(after[0]) if after else self._flow.count(), chip
        )
        self.chips[code] = chip

    def _lay_out(self) -> None:
        """Show the chips in sight: ticked as the day has it, or, while choosing, as kept."""
        view, kept = self._view, _in_sight()
        if view is None:
            return
        for code in dict.fromkeys((*self._labels, *self.chips)):
            listed = code in CARE_BY_CODE
            ticked = code in view.entry.care
            offered = not listed or code in kept or self._unfolded or ticked
            shown = code in self._labels and (listed if self._choosing else offered)
            if shown and code not in self.chips:
                self._make_chip(code)
            if code not in self.chips:
                continue
            chip = self.chips[code]
            chip.setVisible(shown)
            chip.show_chosen(code in kept if self._choosing else ticked)
            full = self._choosing and len(kept) >= _CHIPS and code not in kept
            if chip.isEnabled() != (view.open and not full):
                chip.setEnabled(view.open and not full)
            why = _("Five are in sight. Let one go first.") if full else ""
            chip.setToolTip(why or self._labels.get(code, ""))
        if self._unfolded and self._more_row is None:
            self._more_row = self._make_more()
        if self._more_row is not None:
            self.hint.setVisible(self._choosing)
            self._more_row.setVisible(self._unfolded and view.open)
            self.add_own.setVisible(not self._choosing)
            self.choose.setText(_("Finish choosing") if self._choosing else _("Choose chips"))
            self.choose.show_kind("ghost", icon="check" if self._choosing else "pencil")
        if not self._unfolded:
            self.own.close_line()
        icon, name = (
            ("minus", _("Fewer care items")) if self._unfolded else ("plus", _("More care items"))
        )
        self.more.show_kind("ghost", icon=icon)
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)

    def _on_more(self) -> None:
        self._unfolded = not self._unfolded
        self._choosing = False
        self._lay_out()
        self.unfolded.emit()

    def _on_choose(self) -> None:
        self._choosing = not self._choosing
        self._lay_out()

    def _on_chip(self, chip: Chip) -> None:
        if not self._choosing:
            self.ticked.emit(chip.code, not chip.isChecked())
            return
        kept = set(_in_sight()) ^ {chip.code}
        preferences().put("care_chips", ",".join(c for c in CARE_BY_CODE if c in kept))
        self._lay_out()

    def _on_product(self, text: str) -> None:
        self.written.emit("new_product", text)

    def _on_medicines(self, text: str) -> None:
        self.written.emit("medicines", text)


def _in_sight() -> tuple[str, ...]:
    """Return the codes of the catalogue whose chips are in sight; the usual five at first."""
    chosen = tuple(c for c in preferences().text("care_chips").split(",") if c in CARE_BY_CODE)
    return chosen or tuple(item.code for item in CARE_ITEMS if item.offered)


def _in_short(label: str) -> str:
    """Leave out the examples in brackets, for which a chip has no room; its tooltip has them."""
    return label.partition(" (")[0]
