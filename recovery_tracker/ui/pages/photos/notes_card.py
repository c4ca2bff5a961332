"""What was noted on the two days that are compared: beside the photos, never read from them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.wording import listed
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text


class NotesCard(Card):
    """The grades of both days, for what was more than none on one of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, tight=True)
        self.edit = Button("", "ghost", "pencil", self, name=_("Edit photo"), height=28)
        self.header.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.title.setWordWrap(True)
        self.header.setStretch(0, 1)
        self._rows = QWidget(self)
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)
        self._limits = Text(_("These are your notes. The app does not read photos."), "small", self)
        self._limits.setWordWrap(True)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._limits)

    def least_width(self) -> int:
        """Return the width in px that the widest row needs, so that no word is cut off."""
        margins = self._outer.contentsMargins()
        edges = 2 * self.frameWidth()
        return self._grid.sizeHint().width() + margins.left() + margins.right() + edges

    def show_editing(self, editing: bool) -> None:
        """Offer to change the photo chosen last, or to end that."""
        name = _("Done editing") if editing else _("Edit photo")
        self.edit.show_kind("tonal" if editing else "ghost", icon="check" if editing else "pencil")
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(name)

    def show_days(
        self,
        days: Sequence[str],
        entries: tuple[Entry | None, Entry | None],
        own: Sequence[OwnItem],
    ) -> None:
        """Show two days, or one, by their names and entries; what was not recorded says so."""
        title = _("Your notes, {days}").format(days=listed(list(dict.fromkeys(days))))
        self.show_title(title)
        for text in self._rows.findChildren(Text):
            self._grid.removeWidget(text)  # an item that takeAt gives is never freed
            text.hide()
            text.deleteLater()
        alone = len(days) == 1
        for row, (name, first, second) in enumerate(graded_rows(entries, own)):
            cells = ((name, "strong"), (first, "date"), ("→" if second else "", "hint"))
            for column, (words, role) in enumerate(
                cells[:2] if alone else (*cells, (second, "strong"))
            ):
                text = Text(words, role, self._rows)
                if words == "→":
                    text.setAccessibleName(_("then"))
                self._grid.addWidget(text, row, column, Qt.AlignmentFlag.AlignVCenter)


def graded_rows(
    entries: tuple[Entry | None, Entry | None], own: Sequence[OwnItem]
) -> list[tuple[str, str, str]]:
    """Return symptom, first and second grade in words, in the order of the catalogue.

    Only what is more than none on one of the days; what was not recorded says so.
    """
    names = {code: symptom.label for code, symptom in SYMPTOM_BY_CODE.items()}
    names |= {item.code: item.label for item in own}
    rows: list[tuple[str, str, str]] = []
    for code, name in names.items():
        grades = [entry.scores.get(code) if entry else None for entry in entries]
        if any(grades):
            first, second = (_grade(grade) for grade in grades)
            rows.append((name, first, second))
    if not rows:
        both = [entry for entry in entries if entry is not None and entry.scores]
        said = _("None recorded above none.") if both else _("Nothing recorded on these days.")
        rows.append((said, "", ""))
    return rows


def _grade(grade: int | None) -> str:
    return _("Not recorded") if grade is None else Severity(grade).label
