"""The small chart of the Today page: redness and flaking against their usual ranges, by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.wording import grade_in_words, range_in_words
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.range_chart import LAST_DAY, RangeChart, RangeLine, usual_days

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView

SYMPTOMS = ("redness", "flaking")
_HIGH = 120  # px


class CourseCard(Card):
    """Two charts beside each other; hidden before the session, where there is no range."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Against the usual range, by day"), parent, role="strong", tight=True)
        line = QHBoxLayout()
        line.setSpacing(12)
        self._narrow = False
        self.charts: dict[str, RangeChart] = {}
        for symptom in SYMPTOMS:
            chart = RangeChart(self, height=_HIGH)
            # from the top: without it, a layout gives a chart no more height for longer words
            line.addWidget(chart, 1, Qt.AlignmentFlag.AlignTop)
            self.charts[symptom] = chart
        self.body.addSpacing(4)
        self.body.addLayout(line)

    def show_narrow(self, narrow: bool) -> None:
        """Use shorter words from now on where the column is narrow."""
        self._narrow = narrow

    def show_lower(self, less: int) -> None:
        """Draw the charts some px lower, where height is scarce."""
        for chart in self.charts.values():
            chart.show_height(_HIGH - less)

    def show_day(self, view: DayView) -> None:
        """Show both symptoms up to the day."""
        self.setVisible(view.day >= 0)
        if view.day < 0:
            return
        for symptom, chart in self.charts.items():
            chart.show_line(_line(view, symptom, short=self._narrow))


def _line(view: DayView, symptom: str, *, short: bool) -> RangeLine:
    label = SYMPTOM_BY_CODE[symptom].label
    grade = view.entry.scores.get(symptom)
    usual = view.usual(symptom)
    grades = {
        view.recovery.day_of(entry.date): entry.scores[symptom]
        for entry in view.recovery.entries
        if symptom in entry.scores
    }
    upper = usual.upper if usual else 0
    return RangeLine(
        title=_title(label, grade),
        subtitle=_usual(upper, short=short),
        spoken=_spoken(view, label, grade, upper),
        usual=usual_days(symptom, view.session, view.snapshot.profile, max(LAST_DAY, view.day)),
        grades=grades,
        today=view.day,
        done=view.done,
    )


def _title(label: str, grade: int | None) -> str:
    if grade is None:
        return label
    return _("{symptom}: {grade}").format(symptom=label, grade=grade_in_words(grade))


def _usual(upper: int, *, short: bool) -> str:
    if not upper:
        return _("usual: none")
    words = _("up to {grade}") if short else _("usual: up to {grade}")
    return words.format(grade=grade_in_words(upper))


def _spoken(view: DayView, label: str, grade: int | None, upper: int) -> str:
    if grade is None:
        return _("{symptom} is not recorded on day {n}. Usual: {range}.").format(
            symptom=label, n=view.day, range=range_in_words(upper)
        )
    return _("{symptom} {grade} on day {n}, {verdict} the usual range {range}.").format(
        symptom=label,
        grade=grade_in_words(Severity(grade)),
        n=view.day,
        verdict=_("above") if grade > upper else _("within"),
        range=range_in_words(upper),
    )
