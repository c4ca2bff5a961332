"""Two sessions side by side: their facts and milestones as a table, and the same in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.session_comparison import NamedRecovery, compared, in_words
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import session_words
from recovery_tracker.ui.models.session_summary import logged_named, warnings_named
from recovery_tracker.values import frozen

Index = QModelIndex | QPersistentModelIndex


@frozen
class Comparison:
    """Two sessions told together.

    Attributes:
        names: what the two are called.
        rows: a fact's name, and what holds for the one and for the other.
        sentences: what both have recorded, in words, and why they may differ.
    """

    names: tuple[str, str] = ("", "")
    rows: tuple[tuple[str, str, str], ...] = ()
    sentences: tuple[str, ...] = ()


def comparison(
    snapshot: Snapshot,
    one: Recovery,
    other: Recovery,
    warnings: tuple[Sequence[Warning], Sequence[Warning]],
) -> Comparison:
    """Compare two sessions; ``warnings`` are those of the one and of the other."""
    name = session_words.numbered(snapshot, other.session)
    sentences = in_words(one, NamedRecovery(name, other))
    if not one.session.overlaps(other.session):
        sentences = (
            *sentences,
            _("{session} was on other skin, so the two need not go alike.").format(session=name),
        )
    return Comparison(
        names=(session_words.numbered(snapshot, one.session), name),
        rows=(
            *_facts(one, other),
            *(
                (row.name, row.values[0], row.values[1])
                for row in compared(one, (NamedRecovery(name, other),))
            ),
            (_("Warnings"), warnings_named(warnings[0]), warnings_named(warnings[1])),
            (
                _("Logged"),
                logged_named(one, snapshot.today) or _("not yet"),
                logged_named(other, snapshot.today) or _("not yet"),
            ),
        ),
        sentences=sentences or (_("Nothing was recorded in both yet."),),
    )


def _facts(one: Recovery, other: Recovery) -> tuple[tuple[str, str, str], ...]:
    both = (one.session, other.session)
    unknown = _("not stated")
    told = (
        (_("Treated areas"), [session_words.all_areas(session) for session in both]),
        (_("Needle depth"), [session_words.depth(session) for session in both]),
        (_("Device"), [session_words.device(session) for session in both]),
    )
    return tuple((name, mine or unknown, theirs or unknown) for name, (mine, theirs) in told)


class ComparisonTable(QAbstractTableModel):
    """The rows of a comparison, read only."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = Comparison()

    def show_comparison(self, shown: Comparison) -> None:
        """Take another comparison."""
        self.beginResetModel()
        self._shown = shown
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """One row for each fact or milestone."""
        return 0 if parent.isValid() else len(self._shown.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """What it is, the one session, the other."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, beginning with a capital."""
        if index.isValid() and role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            text = self._shown.rows[index.row()][index.column()]
            return text[:1].upper() + text[1:]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ("", *self._shown.names)[section]
        return None
