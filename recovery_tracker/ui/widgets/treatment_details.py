"""More about a treatment, folded until it is wanted: products, numbing, what else was done."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.recovery import Session
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.chip_choice import ChipChoice
from recovery_tracker.ui.widgets.form_rows import FormRow, parts, text_field


class TreatmentDetails(QWidget):
    """Unfolds where something is known already."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.more = Button(_("More about the treatment"), "ghost", "chevron-down", self)
        self.products = text_field(
            _("Products used"), _("Hyaluronic acid serum, after-care cream"), self
        )
        self.numbing = text_field(_("Numbing cream"), "", self)
        self.procedures = ChipChoice(
            [
                (code, choices.label(choices.RECENT_PROCEDURES, code))
                for code in choices.RECENT_PROCEDURES
            ],
            _("Also done within 14 days"),
            self,
        )
        self.notes = text_field(_("Notes about the treatment"), "", self)
        self._folded = QWidget(self)
        inside = QVBoxLayout(self._folded)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        for question, hint, widget in (
            (_("Products used on the skin"), _("separated by commas"), self.products),
            (_("Numbing cream"), _("if there was one"), self.numbing),
            (_("Also done within 14 days"), "", self.procedures),
            (_("Notes"), _("may be printed in the report"), self.notes),
        ):
            row = FormRow(question, hint, self._folded)
            row.question.setBuddy(widget)
            row.body.addWidget(widget)
            inside.addWidget(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.more)
        column.addWidget(self._folded)
        self._unfold(False)
        self.more.clicked.connect(self._turn)

    def _turn(self) -> None:
        self._unfold(self._folded.isHidden())

    def _unfold(self, unfolded: bool) -> None:
        self._folded.setVisible(unfolded)
        self.more.show_kind("ghost", icon="chevron-up" if unfolded else "chevron-down")

    def show_session(self, session: Session) -> None:
        """Show what is known of a session."""
        self.products.setText(", ".join(session.products))
        self.numbing.setText(session.numbing_cream)
        self.procedures.show_chosen(session.recent_procedures)
        self.notes.setText(session.notes)
        self._unfold(
            any((session.products, session.numbing_cream, session.recent_procedures, session.notes))
        )

    def filled_in(self, session: Session) -> Session:
        """Return the session with these answers; procedures in own words are kept."""
        own = [code for code in session.recent_procedures if code not in self.procedures.chips]
        return replace(
            session,
            products=tuple(parts(self.products.text())),
            numbing_cream=self.numbing.text().strip(),
            recent_procedures=(*self.procedures.chosen, *own),
            notes=self.notes.text().strip(),
        )
