"""What to expect after a session: the usual range and the day texts, for what was chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.guidance import day_text
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import modifiers_of
from recovery_tracker.domain.wording import listed, within_a_sentence
from recovery_tracker.i18n import N_, _
from recovery_tracker.ui import session_words
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.range_chart import RangeChart, RangeLine, usual_days
from recovery_tracker.ui.widgets.text import Text

_SYMPTOMS = ("redness", "flaking")
_DAYS = ((0, N_("Day 0")), (4, N_("Day 4–6")), (7, N_("Day 7–10")))
_MODIFIERS = {
    "dry": N_("dry skin"),
    "sensitive": N_("sensitive skin"),
    "eczema": N_("eczema"),
    "oily": N_("oily skin"),
    "rosacea": N_("rosacea"),
    "rf": N_("radiofrequency"),
}


class ExpectCard(Card):
    """Follows the form while it is filled in."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("What to expect"), parent)
        self.for_whom = Text("", "small", self, wrap=True)
        self.body.addWidget(self.for_whom)
        charts = QHBoxLayout()
        charts.setSpacing(16)
        self.charts = {symptom: RangeChart(self, height=150) for symptom in _SYMPTOMS}
        for chart in self.charts.values():
            charts.addWidget(chart)
        self.body.addSpacing(4)
        self.body.addLayout(charts)
        texts = QGridLayout()
        texts.setHorizontalSpacing(14)
        texts.setVerticalSpacing(8)
        texts.setColumnStretch(1, 1)
        self._texts: dict[int, Text] = {}
        for row, (day, name) in enumerate(_DAYS):
            texts.addWidget(Text(_(name), "bold", self), row, 0, Qt.AlignmentFlag.AlignTop)
            self._texts[day] = Text("", "small", self, wrap=True)
            texts.addWidget(self._texts[day], row, 1)
        self.body.addLayout(texts)
        self.modifiers = Text("", "small", self, wrap=True)
        self.body.addWidget(self.modifiers)
        self.body.addWidget(
            Text(
                _(
                    "How long it lasts comes from published reports; most grades are judgement. "
                    "Your clinic's instructions come first."
                ),
                "hint",
                self,
                wrap=True,
            )
        )

    def show_course(self, session: Session, profile: Profile) -> None:
        """Show what is usual for a session of a patient."""
        named = [within_a_sentence(choices.label(choices.AREAS, area)) for area in session.areas]
        where = listed(named) or _("the treated skin")
        depth = session_words.depth(session) or _("a medium depth (not stated)")
        self.for_whom.setText(
            _("For {area} at {depth}. From none to the edge is usual, dashed is typical.").format(
                area=where, depth=depth
            )
        )
        for symptom, chart in self.charts.items():
            label = SYMPTOM_BY_CODE[symptom].label
            chart.show_line(
                RangeLine(
                    title=label,
                    subtitle=_("usual range"),
                    spoken=_("{symptom}: usual range for days 0 to 9").format(symptom=label),
                    usual=usual_days(symptom, session, profile),
                )
            )
        for day, text in self._texts.items():
            found = day_text(session, day)
            text.setText(found.text if found else "")
        counted = [_(_MODIFIERS[m.code]) for m in modifiers_of(session, profile)]
        self.modifiers.setText(
            _("Counted in: {things}.").format(things=listed(counted))
            if counted
            else _("Dry or sensitive skin has a wider range for flaking and dryness.")
        )
