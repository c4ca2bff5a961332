"""How recovery goes against the usual course and earlier sessions, as a chart and as a table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.charts.timeline import EarlierSession, session_name, symptom_name
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.status import DayStatus
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Level
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models import chart_room, range_words
from recovery_tracker.ui.models.beside_words import beside, older_sessions
from recovery_tracker.ui.models.chart_content import LinesChart, SumChart, baseline_words
from recovery_tracker.ui.models.chosen_lines import brought_in, turned
from recovery_tracker.ui.models.course_status import course_status, has_course, treated_words
from recovery_tracker.ui.models.small_lines import small_lines, symptoms_shown
from recovery_tracker.ui.scroll_page import ScrollPage
from recovery_tracker.ui.settling import settle
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.beside_line import BesideLine
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.chart_card import ChartCard
from recovery_tracker.ui.widgets.chip import Chip
from recovery_tracker.ui.widgets.empty_course import Explanations
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.small_charts import GAP, SmallCharts
from recovery_tracker.ui.widgets.status_slot import StatusSlot
from recovery_tracker.ui.widgets.watch_line import WatchLine

LEADING = ("redness", "flaking", "swelling", "pain")
LINES, SUM = "lines", "sum"


class RecoveryPage(ScrollPage):
    """The session on screen, day by day; it opens on the lines of four symptoms.

    What is chosen (symptoms, lines or sum, earlier sessions) stays while the window is open.
    """

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent, _("Recovery"))
        self._snapshot: Snapshot | None = None
        self._chosen: tuple[str, ...] = LEADING
        self._empty_symptom = LEADING[0]
        self.mode = Segmented(
            ((LINES, _("Symptom lines")), (SUM, _("Sum of eight"))), _("Chart"), self
        )
        self.mode.show_value(LINES)
        self.earlier = Chip("earlier", _("Earlier sessions"), self, height=44)
        self.earlier.show_chosen(True)
        self.status = StatusSlot(self)
        self.watch = WatchLine(self)
        self.card = ChartCard(self)
        self.usual = Segmented(
            [(code, symptom_name(code)) for code in LEADING], _("Usual course of"), self
        )
        self.usual.show_value(self._empty_symptom)
        self.begin = Button("", "primary", "today", self)
        self.sample = Button(_("See it with sample data"), "ghost", parent=self)
        self.beside = BesideLine(self)
        self.small = SmallCharts(self)
        self.explained = Explanations(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.add_action(self.mode)
        self.add_action(self.earlier)
        self.card.header.insertWidget(2, self.usual)
        self._ways_on = QWidget(self)
        line = QHBoxLayout(self._ways_on)
        line.setContentsMargins(0, 0, 0, 4)
        line.addStretch(1)
        line.addWidget(self.begin)
        line.addWidget(self.sample)
        line.addStretch(1)
        self.card.body.insertWidget(1, self._ways_on)
        self.card.body.addWidget(self.beside)
        self.body.setSpacing(GAP)
        for part in (self.status, self.watch, self.card, self.small, self.explained):
            self.body.addWidget(part)

    def _connect(self) -> None:
        self.begin.clicked.connect(self._log)
        self.beside.compare_asked.connect(self._compare)
        self.beside.more_asked.connect(self._show_sessions)
        self.earlier.answered.connect(self._turn_earlier)
        self.mode.chosen.connect(self._choose_mode)
        self.sample.clicked.connect(self._try_sample)
        self.small.asked.connect(self._choose_line)
        self.usual.chosen.connect(self._choose_usual)
        self.watch.asked.connect(self._show_why)

    # What is shown ---------------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the session on screen."""
        recovery = snapshot.recovery
        if recovery is None:
            return
        before = self._snapshot.session if self._snapshot else None
        if before is None or before.id != recovery.session.id:
            self._chosen = LEADING
        self._snapshot = snapshot
        self.subtitle.setText(treated_words(snapshot, recovery.session))
        self._show_status(course_status(snapshot, recovery))
        self._show_parts(snapshot, recovery)
        self._fit()

    def _show_status(self, status: DayStatus) -> None:
        """Show the slot; a call to make stands in the bar above the page already."""
        warning = status.warning
        self.status.setVisible(warning is None)
        watched = warning is not None and warning.level is Level.WATCH
        self.watch.show_warning(warning if watched else None)
        if warning is None:
            self.status.show_status(status.kind, status.title, status.text, action=False)

    def _show_parts(self, snapshot: Snapshot, recovery: Recovery) -> None:
        begun = has_course(recovery)
        earlier = self._earlier(snapshot)
        self.earlier.setVisible(bool(snapshot.earlier) and begun)
        for part in (self.mode, self.card.swap, self.small):
            part.setVisible(begun)
        for part in (self.usual, self._ways_on, self.explained):
            part.setVisible(not begun)
        self.beside.setVisible(bool(earlier) and begun)
        if not begun:
            self.card.show_as_table(False)
            self._show_empty(snapshot, recovery, earlier)
            return
        own = {item.code: item.label for item in snapshot.symptoms}
        shown = symptoms_shown(recovery, snapshot.symptoms)
        self._chosen = tuple(code for code in self._chosen if code in shown) or LEADING
        self.small.show_lines(
            small_lines(
                recovery,
                snapshot.profile,
                shown,
                today=snapshot.today,
                earlier=earlier,
                own_names=own,
            ),
            self._chosen if self.mode.value == LINES else (),
        )
        self._show_beside(snapshot, recovery, earlier)
        if self.mode.value == LINES:
            self._show_lines(snapshot, recovery, earlier, own)
        else:
            self._show_sum(snapshot, recovery, earlier)

    def _earlier(self, snapshot: Snapshot) -> tuple[EarlierSession, ...]:
        if not self.earlier.isChecked():
            return ()
        return tuple(EarlierSession(snapshot.number(r.session), r) for r in snapshot.earlier)

    def _show_lines(
        self,
        snapshot: Snapshot,
        recovery: Recovery,
        earlier: tuple[EarlierSession, ...],
        own: Mapping[str, str],
    ) -> None:
        first = self._chosen[0]
        name = within_a_sentence(symptom_name(first, own))
        if first not in SYMPTOM_BY_CODE:
            behind = _("A symptom of your own has no usual range.")
        elif earlier:
            behind = _("Range and earlier sessions: {symptom} only.").format(symptom=name)
        else:
            behind = _("Range: {symptom} only.").format(symptom=name)
        click = _("Click a symptom below to add or remove its line.")
        self.card.show_chart(
            _("Symptom lines, day by day"),
            f"{behind} {click}",
            LinesChart(
                recovery, self._chosen, snapshot.profile, snapshot.today, earlier, own_names=own
            ),
            range_words.in_full(first, recovery, snapshot.profile),
            baseline_words(recovery, self._chosen, own),
        )

    def _show_sum(
        self, snapshot: Snapshot, recovery: Recovery, earlier: tuple[EarlierSession, ...]
    ) -> None:
        self.card.show_chart(
            _("Sum of eight ratings, day by day"),
            _("0 to 32. A sum has no usual range. A day counts only when all eight are answered."),
            SumChart(recovery, snapshot.today, earlier),
            (),
        )

    def _show_beside(
        self, snapshot: Snapshot, recovery: Recovery, earlier: tuple[EarlierSession, ...]
    ) -> None:
        if earlier:
            newest = earlier[0]
            symptom = self._chosen[0] if self.mode.value == LINES else None
            sentence = beside(recovery, newest, symptom)
            self.beside.show_beside(sentence, session_name(newest), older_sessions(snapshot))

    def _show_empty(
        self, snapshot: Snapshot, recovery: Recovery, earlier: tuple[EarlierSession, ...]
    ) -> None:
        """Show the usual course alone, and how to begin."""
        symptom = self._empty_symptom
        name = within_a_sentence(symptom_name(symptom))
        sentence = _("Nothing logged yet. This is the usual course of {symptom}.")
        if recovery.session.date > snapshot.today:
            sentence = _("This is the usual course of {symptom}.")
        self.card.show_chart(
            _("Symptom lines, day by day"),
            sentence.format(symptom=name),
            LinesChart(recovery, (symptom,), snapshot.profile, snapshot.today, earlier),
            range_words.in_full(symptom, recovery, snapshot.profile),
            baseline_words(recovery, (symptom,), {}),
        )
        day = recovery.day_of(snapshot.today)
        self.begin.setText(
            _("Log day {n} now").format(n=day) if day >= 0 else _("Log today as your baseline")
        )
        self.begin.setVisible(not snapshot.read_only(snapshot.today))
        self.sample.setVisible(len(snapshot.sessions) == 1)

    # What the person does ----------------------------------------------------------------------

    def _again(self) -> None:
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _choose_mode(self) -> None:
        self._again()

    def _turn_earlier(self) -> None:
        self.earlier.show_chosen(not self.earlier.isChecked())
        self._again()

    def _choose_usual(self, symptom: object) -> None:
        self._empty_symptom = str(symptom)
        self._again()

    def _choose_line(self, code: str) -> None:
        """Add a symptom's line or take it away; one to four stay, the first has the range."""
        if self.mode.value == SUM:
            self.mode.show_value(LINES)
            self._chosen = brought_in(self._chosen, code)
        else:
            chosen, why_not = turned(self._chosen, code)
            if why_not:
                self._refuse(why_not)
                return
            self._chosen = chosen
        self._again()

    def _refuse(self, sentence: str) -> None:
        self.card.sentence.setText(sentence)
        announce(self.card.sentence, sentence)

    def _show_why(self) -> None:
        self.went.emit("today", "warning")

    def _compare(self) -> None:
        earlier = self._snapshot.earlier if self._snapshot else ()
        self.went.emit("compare", earlier[0].session.id if earlier else None)

    def _show_sessions(self) -> None:
        self.went.emit("sessions", None)

    def _log(self) -> None:
        self.went.emit("today", self._snapshot.today if self._snapshot else None)

    def _try_sample(self) -> None:
        self.went.emit("sample", None)

    # The window --------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height between the large chart and the small ones."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the height once everything has its size."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let the chart and two rows of small ones fit the window where they can.

        What does not fit, more rows included, is scrolled to.
        """
        canvas = self.area.widget()
        layout = canvas.layout() if canvas is not None else None
        if layout is None:
            return
        settle(self.area)
        view, px = self.area.viewport(), theme().px
        taken = layout.totalHeightForWidth(view.width()) - self.card.chart.sizeHint().height()
        if self.small.isHidden():
            self.card.show_height(chart_room.alone(view.height() - taken, px))
            return
        room = view.height() - taken + self.small.sizeHint().height() - GAP
        chart, small = chart_room.shared(room, self.small.columns, px)
        self.card.show_height(chart)
        self.small.show_height(small)
