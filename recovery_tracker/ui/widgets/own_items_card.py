"""Symptoms and care items of the patient's own: add, rename, put aside, take up again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.form_rows import text_field
from recovery_tracker.ui.widgets.kept_line import KeptLine
from recovery_tracker.ui.widgets.setting_row import IconCard
from recovery_tracker.ui.widgets.switch import Switch
from recovery_tracker.ui.widgets.text import Text


class _ItemRow(QWidget):
    """One item: its name, and whether it is asked."""

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._item: OwnItem | None = None
        self.name = KeptLine(_("Name"), "", self)
        self.asked = Switch(_("Asked every day"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.name, 1)
        row.addWidget(self.asked)
        self.name.written.connect(self._rename)
        self.asked.switched.connect(self._retire)

    def show_item(self, item: OwnItem) -> None:
        """Show an item."""
        self._item = item
        self.name.show_text(item.label)
        self.name.setAccessibleName(_("Name of {item}").format(item=item.label))
        self.asked.show_on(not item.retired)
        self.asked.setAccessibleName(_("{item}: shown on the Today page").format(item=item.label))

    def _rename(self, text: str) -> None:
        if self._item is None:
            return
        if text:
            self.changed.emit(replace(self._item, label=text))
        else:
            self.name.show_again()

    def _retire(self, asked: bool) -> None:
        if self._item is not None:
            self.changed.emit(replace(self._item, retired=not asked))


class OwnItems(QWidget):
    """The items of one kind; ``added`` carries a name, ``changed`` an item."""

    added = Signal(str)
    changed = Signal(object)

    def __init__(self, kind: Kind, title: str, example: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind: Kind = kind
        self.rows: list[_ItemRow] = []
        self.new = text_field(title, example, self)
        add = _("Add")
        self.add = Button(add, "outline", "plus", self, name=f"{add}: {title}", height=40)
        self.add.setText(_("Add"))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(title, "strong", self))
        column.addLayout(self._list)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.new, 1)
        row.addWidget(self.add)
        column.addLayout(row)
        self.add.clicked.connect(self._add)
        self.new.returnPressed.connect(self._add)

    def show_items(self, items: Sequence[OwnItem]) -> None:
        """Show the items."""
        while len(self.rows) < len(items):
            row = _ItemRow(self)
            row.changed.connect(self.changed)
            self._list.addWidget(row)
            self.rows.append(row)
        for row in self.rows[len(items) :]:
            row.hide()
        for row, item in zip(self.rows, items, strict=False):
            row.show_item(item)
            row.show()

    def _add(self) -> None:
        text = self.new.text().strip()
        if text:
            self.added.emit(text)
        else:
            self.new.setFocus()

    def clear_new(self) -> None:
        """Empty the field for a new one, once it is kept."""
        self.new.clear()


class OwnItemsCard(IconCard):
    """Own symptoms and own care items."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("My own symptoms and care"), "list", parent)
        self.body.addWidget(
            Text(
                _(
                    "Shown on the Today page and in the report. They enter no rule and have no "
                    "usual range. What is switched off keeps its history."
                ),
                "small",
                self,
                wrap=True,
            )
        )
        self.symptoms = OwnItems("symptom", _("Own symptoms"), _("Such as tingling"), self)
        self.care = OwnItems("care_item", _("Own care items"), _("Such as humidifier"), self)
        self.body.addWidget(self.symptoms)
        self.body.addSpacing(4)
        self.body.addWidget(self.care)
