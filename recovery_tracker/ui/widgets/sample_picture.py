"""A picture of a made-up day 4, plainly marked: what a person can expect to see."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.status import day_status
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.usual_range import course
from recovery_tracker.domain.wording import grade_in_words
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.painted import Painted, box
from recovery_tracker.ui.widgets.range_chart import RangeChart, RangeLine, usual_days
from recovery_tracker.ui.widgets.severity_selector import SeveritySelector
from recovery_tracker.ui.widgets.status_slot import StatusSlot
from recovery_tracker.ui.widgets.text import Text

_DAY_0 = dt.date(2026, 11, 14)
_LAST_DAY = 4
_GRADES = {  # of days 0 to 4; what is not named is none
    "redness": (2, 2, 2, 2, 1),
    "flaking": (0, 0, 1, 2, 2),
    "swelling": (1, 1, 1, 1, 0),
    "dryness": (1, 1, 2, 2, 1),
}
_WIDTH = 600


def _sample() -> Recovery:
    session = Session("sample", _DAY_0, device="pen", needle_depth_mm=1.5, areas=("face",))
    entries = tuple(
        Entry(
            _DAY_0 + dt.timedelta(days=day),
            {code: _GRADES.get(code, (0,) * (_LAST_DAY + 1))[day] for code in USUAL_SYMPTOMS},
            signs_absent=DAILY_SIGNS,
        )
        for day in range(_LAST_DAY + 1)
    )
    return Recovery(session, entries)


class SamplePicture(Painted, QWidget):
    """A picture, not controls: nothing in it can be clicked or focused."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._sample = QWidget()  # has no parent, so that nothing in it is a control here
        self._sample.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # round corners
        around = QVBoxLayout(self._sample)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(_sample_card())
        self.setAccessibleName(
            _("A sample: day 4, mild redness and moderate flaking, within the usual range.")
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def sizeHint(self) -> QSize:
        """The card's size."""
        self._sample.ensurePolished()
        return QSize(self.theme.px(_WIDTH), self._sample.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The card's words need their room."""
        return QSize(self._sample.minimumSizeHint().width(), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card as it looks now."""
        self._sample.resize(self.size())
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._sample.grab())
        painter.end()


def _sample_card() -> Card:
    recovery = _sample()
    card = Card(_("A sample: day 4"))
    card.header.addWidget(_Badge(_("Sample"), card))
    entry = recovery.entries[-1]
    status = day_status(recovery, entry.date, (), Profile())
    slot = StatusSlot(card)
    slot.show_status(status.kind, status.title, status.text, action=False)
    card.body.addWidget(slot)
    charts = QHBoxLayout()
    charts.setSpacing(24)
    for symptom in ("redness", "flaking"):
        chart = RangeChart(card, height=190)
        chart.show_line(_line(recovery, symptom))
        charts.addWidget(chart)
    card.body.addSpacing(6)
    card.body.addLayout(charts)
    rule = QFrame(card)
    rule.setProperty("rule", True)
    card.body.addWidget(rule)
    yesterday = recovery.entries[-2]
    for symptom in ("redness", "flaking", "swelling"):
        known = SYMPTOM_BY_CODE[symptom]
        row = SeveritySelector(symptom, known.label, known.grade_description, card)
        row.show_rating(entry.scores[symptom], yesterday=yesterday.scores[symptom])
        card.body.addWidget(row)
    card.body.addWidget(Text(_("Dashed is yesterday. Filled is today."), "hint", card))
    return card


def _line(recovery: Recovery, symptom: str) -> RangeLine:
    entry = recovery.entries[-1]
    grade = entry.scores[symptom]
    usual = course(recovery.session, Profile()).range(symptom, _LAST_DAY)
    return RangeLine(
        title=_("{symptom}: {grade}").format(
            symptom=SYMPTOM_BY_CODE[symptom].label, grade=grade_in_words(grade)
        ),
        subtitle=_("usual: up to {grade}").format(
            grade=grade_in_words(usual.upper if usual else Severity.NONE)
        ),
        spoken="",
        usual=usual_days(symptom, recovery.session, Profile()),
        grades={recovery.day_of(e.date): e.scores[symptom] for e in recovery.entries},
        today=_LAST_DAY,
        done=True,
    )


class _Badge(Painted, Text):
    """A pill that marks the card."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, "bold", parent, tone="on_tint")
        self.setContentsMargins(14, 3, 14, 3)
        self.follow_theme()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill behind the word."""
        painter = QPainter(self)
        box(painter, QRectF(self.rect()), self.height() / 2 - 1, self.theme.colour("tint"))
        painter.end()
        super().paintEvent(event)
