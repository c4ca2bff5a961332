"""What each name of another program's table is here: to look at, to change, and to save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from recovery_tracker.exchange.foreign_dates import DateOrder
from recovery_tracker.exchange.mapping import LEAVE, Mapping
from recovery_tracker.i18n import _
from recovery_tracker.ui.exchange.bringing import Proposal
from recovery_tracker.ui.exchange.choices import Choice, MeaningChoice, ScaleChoice
from recovery_tracker.ui.exchange.preview_card import calm_table, dress_table
from recovery_tracker.ui.models import mapping_words as words
from recovery_tracker.ui.models.import_rows import Rows, TextTable
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.form_rows import text_field
from recovery_tracker.ui.widgets.setting_row import SettingRow
from recovery_tracker.ui.widgets.text import Text

_HEIGHT = 250


class MappingCard(Card):
    """The names at the left with their first values, what one of them is at the right.

    ``changed`` carries another mapping, ``delimiter_chosen`` what stands between cells,
    ``used`` the name of a saved mapping, ``saved`` the name under which this one is to be kept.
    """

    changed = Signal(object)
    delimiter_chosen = Signal(str)
    used = Signal(str)
    saved = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What the names mean"), parent)
        self._mapping = Mapping("table")
        self._names: tuple[str, ...] = ()
        self.model = TextTable(self)
        self.table = calm_table(self.model, self)
        self.table.setAccessibleName(_("Names in the file, and what they are here"))
        self.name = Text("", "strong", self, wrap=True)
        self.values = Text("", "small", self, wrap=True)
        self.choice = MeaningChoice("", self)
        self.column = MeaningChoice("", self, roles=True)
        self.delimiter = Choice(_("What stands between cells"), _("Found out"), self)
        self.order = Choice(_("Order of a date"), _("As the dates say"), self)
        self.scale = ScaleChoice(_("Scale of all numbers"), _("Grades from 0 to 4"), self)
        self.known = Choice(_("Saved mapping"), _("Choose a saved mapping"), self)
        self.new_name = text_field(_("Name to save this under"), "", self)
        self.keep = Button(_("Save"), "outline", "save", self, name=_("Save what the names mean"))
        self.keep.setText(_("Save"))
        self.said = Text("", "small", self, wrap=True)
        self._lay_out()
        self._connect()
        theme().themed.connect(self._retheme)
        self._retheme()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        for part in (self.name, self.values, self.choice, self.column):
            right.addWidget(part)
        right.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self.table, 5)
        beside.addLayout(right, 3)
        self.body.addLayout(beside)
        grid = QGridLayout()
        grid.setSpacing(12)
        of_file = (
            (_("Between cells"), self.delimiter, ""),
            (_("Dates"), self.order, ""),
            (_("Numbers"), self.scale, _("With a decimal point or a comma")),
        )
        for place, (title, field, hint) in enumerate(of_file):
            row = SettingRow(title, field, self, hint=hint, below=True)
            grid.addWidget(row, 0, place)
            grid.setColumnStretch(place, 1)
        save = QHBoxLayout()
        save.setSpacing(8)
        save.addWidget(self.new_name, 1)
        save.addWidget(self.keep)
        holder = QWidget(self)
        save.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(save)
        holder.setAccessibleName(_("Name to save this under"))
        self.known_row = SettingRow(_("Saved before"), self.known, self, below=True)
        grid.addWidget(self.known_row, 1, 0)
        grid.addWidget(
            SettingRow(_("Save for the next file of this kind"), holder, self, below=True),
            1,
            1,
            1,
            2,
        )
        self.body.addLayout(grid)
        self.body.addWidget(self.said)

    def _connect(self) -> None:
        self.table.selectionModel().currentChanged.connect(self._show_row)
        self.choice.changed.connect(self._take_meaning)
        self.column.changed.connect(self._take_meaning)
        self.delimiter.chosen.connect(self._take_delimiter)
        self.order.chosen.connect(self._take_order)
        self.scale.chosen.connect(self._take_scale)
        self.known.chosen.connect(self._use)
        self.keep.clicked.connect(self._save)
        self.new_name.returnPressed.connect(self._save)

    # What is shown ---------------------------------------------------------------------------

    def begin(self) -> None:
        """Forget another file."""
        self._names = ()
        self.model.show_rows(Rows())
        self.say("")
        self.new_name.setText("")

    def say(self, sentence: str) -> None:
        """Say what became of saving."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def show_saved(self, names: Sequence[str], used: str = "") -> None:
        """Offer the saved mappings."""
        self.known.show_options([(name, name) for name in names], used)
        self.known_row.setVisible(bool(names))

    def show_proposal(self, proposal: Proposal, mapping: Mapping) -> None:
        """Show how a table is read; the name that was looked at stays in front."""
        self._mapping = mapping
        table = proposal.opened.table
        columns = () if table is None or mapping.source != "table" else table.header
        self._names = tuple(dict.fromkeys((*columns, *proposal.samples, *_asked(mapping))))
        row = max(self.table.currentIndex().row(), 0)
        header = (_("In the file"), _("Says first"), _("Is here"))
        self.model.show_rows(
            Rows(
                header,
                tuple(
                    (
                        name,
                        " · ".join(proposal.samples.get(name, ())) or "–",
                        words.in_words(mapping, name),
                    )
                    for name in self._names
                ),
                1,
            )
        )
        for column in range(len(header)):
            self.table.horizontalHeader().setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch
                if column == 1
                else QHeaderView.ResizeMode.ResizeToContents,
            )
        self.table.setCurrentIndex(self.model.index(min(row, len(self._names) - 1), 0))
        delimiter = table.delimiter if table else ","
        self.delimiter.show_options([(d, _(label)) for d, label in words.DELIMITERS], delimiter)
        found = proposal.orders[0] if len(proposal.orders) == 1 else ""
        orders = [(order, _(label)) for order, label in words.ORDER_WORDS.items()]
        self.order.show_options(orders, mapping.date_order or found)
        self.scale.show_scale(mapping.scale)

    def _show_row(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        name, values, _said = self.model.shown.rows[current.row()]
        self.name.setText(name)
        self.values.setText(_("Says: {values}").format(values=values))
        is_column = self._mapping.source == "table"
        choice = self.column if is_column else self.choice
        meaning = self._mapping.meaning(name) or LEAVE
        choice.show_meaning(name, meaning, words.role_of(self._mapping, name))
        self.choice.setVisible(not is_column)
        self.column.setVisible(is_column)

    # What the person does ----------------------------------------------------------------------

    def _take_meaning(self) -> None:
        choice = self.sender()
        if not isinstance(choice, MeaningChoice) or choice.meaning is None:
            return
        mapping, name = self._mapping, choice.name
        if mapping.source == "table":
            columns = {
                role: "" if column.casefold() == name.casefold() else column
                for role, column in mapping.columns.items()
            }
            if choice.role:
                columns[choice.role] = name
            mapping = replace(mapping, columns=columns)
        if not choice.role:
            mapping = replace(mapping, meanings={**mapping.meanings, name: choice.meaning})
        self.changed.emit(mapping)

    def _take_delimiter(self) -> None:
        self.delimiter_chosen.emit(str(self.delimiter.value or ""))

    def _take_order(self) -> None:
        order = cast("DateOrder", self.order.value or "")
        self.changed.emit(replace(self._mapping, date_order=order))

    def _take_scale(self) -> None:
        self.changed.emit(replace(self._mapping, scale=self.scale.scale))

    def _use(self) -> None:
        if self.known.value:
            self.used.emit(str(self.known.value))

    def _save(self) -> None:
        self.saved.emit(self.new_name.text())

    def _retheme(self) -> None:
        dress_table(self.table, _HEIGHT)


def _asked(mapping: Mapping) -> list[str]:
    """Return the names that are asked for, though no row may have said them."""
    return [name for name, meaning in mapping.meanings.items() if meaning.kind == "ask"]
