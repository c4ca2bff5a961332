"""What an import would do, as rows to check: days, and what is told of the file's cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.own_words import isolated
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Log
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.exchange.account import Told
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.journal.merge_report import MergeReport
from recovery_tracker.ui import dates, session_words
from recovery_tracker.values import frozen

Index = QModelIndex | QPersistentModelIndex

_FATES = {
    "added": N_("New"),
    "changed": N_("Taken, as it was changed later"),
    "same": N_("Here already"),
    "kept": N_("Stays as it is here"),
    "deleted": N_("Deleted here, stays so"),
}
_LONGEST = 400  # characters of a cell; a note may be as long as a book
_TEXTS = (
    ("notes", N_("Note: {text}")),
    ("private_notes", N_("Private note")),
    ("medicines", N_("Medicines: {text}")),
    ("new_product", N_("New product: {text}")),
    ("advice_received", N_("What they told you: {text}")),
)


@frozen
class Rows:
    """A table to read: its headings, its rows, and which column has the longest texts."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    widest: int = 0


def day_rows(log: Log, report: MergeReport, own_items: Iterable[OwnItem]) -> Rows:
    """List the days that come, and what becomes of each; ``own_items`` are those that are here."""
    items = (*log.symptoms, *log.care_items, *own_items)  # a name that is here stays
    names = {item.code: item.label for item in items}
    rows: list[tuple[str, ...]] = []
    for recovery in log.recoveries:
        fates = report.fates.get(recovery.session.id, {})
        for entry in recovery.entries:
            fate = fates.get(entry.date, "deleted")
            rows.append(
                (
                    dates.short_with_year(entry.date),
                    session_words.day_name(recovery.session.day_of(entry.date)),
                    entry_words(entry, names),
                    _(_FATES[fate]),
                )
            )
    header = (_("Date"), _("Day"), _("What it says"), _("What happens"))
    return Rows(header, tuple(rows), 2)


def told_rows(told: Sequence[Told]) -> Rows:
    """List what is told of the file's cells, by line."""
    return Rows(
        (_("Line"), _("About"), _("What it says"), _("Why"), _("How often")),
        tuple(
            (str(one.line), one.name, one.value or "–", one.sentence, f"{one.count:n}")
            for one in told
        ),
        3,
    )


def notice_rows(notices: Sequence[str]) -> Rows:
    """List what the person should know."""
    return Rows((_("To know"),), tuple((notice,) for notice in notices), 0)


def entry_words(entry: Entry, own_names: dict[str, str]) -> str:
    """Say in short what an entry says; a private note is not quoted."""
    parts: list[str] = []
    for code, grade in entry.scores.items():
        known = SYMPTOM_BY_CODE.get(code)
        label = known.label if known else isolated(own_names.get(code, code))
        parts.append(f"{label} {within_a_sentence(Severity(grade).label)}")
    parts += [_("{sign}: yes").format(sign=SIGN_BY_CODE[code].label) for code in entry.signs]
    if entry.signs_absent:
        no = len(entry.signs_absent)
        parts.append(ngettext("{n} sign: no", "{n} signs: no", no).format(n=no))
    parts += [
        CARE_BY_CODE[code].label if code in CARE_BY_CODE else isolated(own_names.get(code, code))
        for code in entry.care
    ]
    for field, words in _TEXTS:
        if text := getattr(entry, field):
            parts.append(_(words).format(text=isolated(" ".join(text.split()))))
    said = _("; ").join(parts)
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1].rstrip()}…"


class TextTable(QAbstractTableModel):
    """Rows of texts, read only; what a cell cuts off is in its tooltip."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Rows()

    @property
    def shown(self) -> Rows:
        """The rows that are shown."""
        return self._shown

    def show_rows(self, shown: Rows) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row for each day or thing told."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """As many as there are headings."""
        return 0 if parent.isValid() else len(self._shown.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text."""
        if index.isValid() and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return self._shown.rows[index.row()][index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown.header[section]
        return None
