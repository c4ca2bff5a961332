"""What stands inside a warning's banner: one body for watch, one for contact, urgent and now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.care_guidance import care_for
from recovery_tracker.domain.profile import Dermatologist
from recovery_tracker.domain.warnings import By, Level, Warning
from recovery_tracker.i18n import _
from recovery_tracker.ui.accessible import announce
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.banner_parts import AlsoNoted, BannerHeading, Fact, Step, rule
from recovery_tracker.ui.widgets.banner_urgency import UrgencyQuestion
from recovery_tracker.ui.widgets.banner_words import ICONS, BannerWords
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.flow_layout import FlowLayout
from recovery_tracker.ui.widgets.text import Text
from recovery_tracker.ui.widgets.warning_banner import BAR
from recovery_tracker.values import frozen


@frozen
class Told:
    """What a body is built from; ``felt_asked``: rules to ask of how urgent it feels."""

    warning: Warning
    also: Sequence[Warning]
    dermatologist: Dermatologist
    words: BannerWords
    felt_asked: Sequence[str] = ()


class BannerBody(QWidget):
    """What the bodies share: the signals, the heading, and "Also noted"."""

    acted = Signal(object, str)
    felt = Signal(object, str)
    call_wanted = Signal(str)
    number_wanted = Signal()
    report_wanted = Signal()
    chart_wanted = Signal()

    heading: BannerHeading

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(parent)
        self.told = told
        self.level = told.warning.level.code

    def show_narrow(self, narrow: bool) -> None:
        """Leave out what there is no room for in a small window."""

    def _add_also(self, body: QVBoxLayout) -> None:
        if not self.told.also:
            return
        body.addWidget(rule(self.level, self))
        body.addWidget(Text(_("Also noted"), "strong", self, tone=self.level))
        said = self.told.warning.by is By.TODAY  # as a step of its own
        for warning in self.told.also:
            body.addWidget(AlsoNoted(warning, self, says_if_closed=not said))

    def _contacted(self) -> None:
        """One call is about all that is on screen, but for what was only to be watched."""
        shown = (self.told.warning, *self.told.also)
        rules = [one.rule for one in shown if one.level is not Level.WATCH]
        self.acted.emit(tuple(dict.fromkeys(rules)), "contacted")


class WatchBody(BannerBody):
    """Eye, title, what changed and when it would become a call; "What helps" unfolds."""

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(told, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 11, 12, 11)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(14)
        eye = Fact.icon_only("eye", "watch", 26, self)
        line.addWidget(eye, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addLayout(self._told(), 1)
        helps = Button(_("What helps"), "outline", parent=self)
        helps.clicked.connect(self._toggle_help)
        chart = Button(_("See chart"), "ghost", parent=self, tone="watch")
        chart.clicked.connect(self.chart_wanted)
        line.addWidget(helps)
        line.addWidget(chart)
        column.addLayout(line)
        self.help = self._care()
        self.help.hide()
        column.addWidget(self.help)
        self._add_also(column)

    def _told(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(1)
        self.heading = BannerHeading(self.told.words.heading, "subtitle", "watch", self)
        words.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)
        told = f"{self.told.words.seen} {self.told.words.why}"
        if self.told.words.steps:
            told += f" <b>{self.told.words.steps[0]}</b>"
        words.addWidget(Text(told, "body", self, wrap=True, rich=True))
        return words

    def _care(self) -> QWidget:
        """What helps with it, and the way to say that it has been seen."""
        warning = self.told.warning
        seen = (evidence.field for evidence in warning.evidence)
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(40, 0, 0, 0)
        column.setSpacing(4)
        for line in care_for((*warning.fields, *warning.signs, *seen)):
            column.addWidget(Fact("check", line.text, "watch", panel))
        first = _("Your clinic's instructions come first.")
        column.addWidget(Fact("info", first, "watch", panel))
        quiet = Button(choices.label(choices.ACTS, "quieted"), "outline", parent=panel, height=34)
        quiet.clicked.connect(self._quieted)
        column.addWidget(quiet)
        return panel

    def _toggle_help(self) -> None:
        self.help.setVisible(self.help.isHidden())

    def _quieted(self) -> None:
        self.acted.emit((self.told.warning.rule,), "quieted")


class SolidBody(BannerBody):
    """A solid bar with the instruction; under it why and what to do, or, for ``now``, the call."""

    def __init__(self, told: Told, parent: QWidget) -> None:
        super().__init__(told, parent)
        self.copy: Button | None = None
        self.question: UrgencyQuestion | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        body = QVBoxLayout()
        body.setContentsMargins(22, 11, 22, 12)
        body.setSpacing(8)
        if told.warning.by is By.NOW:
            words = " ".join((told.words.why, *told.words.steps))
            body.addWidget(Text(words, "lead", self, wrap=True))
            called = Button(_("I have called"), "urgent", "check", self, height=44)
            called.clicked.connect(self._contacted)
            body.addWidget(called)
        else:
            body.addLayout(self._reasons())
            body.addWidget(self._actions())
            self._add_question(body)
        self._add_also(body)
        column.addLayout(body)

    def _bar(self) -> QWidget:
        ink = f"on_{self.level}"
        bar = QWidget(self)
        bar.setFixedHeight(theme().px(BAR))
        line = QHBoxLayout(bar)
        line.setContentsMargins(22, 0, 20, 0)
        line.setSpacing(14)
        line.addWidget(Fact.icon_only(ICONS[self.told.warning.level], ink, 24, bar))
        self.heading = BannerHeading(self.told.words.heading, "banner", ink, bar)
        line.addWidget(self.heading)
        aside = Text(self.told.words.aside, "bold", bar, tone=ink, wrap=True)
        aside.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(aside, 1)
        return bar

    def _reasons(self) -> QGridLayout:
        words, level = self.told.words, self.level
        why, what = QVBoxLayout(), QVBoxLayout()
        why.addWidget(Text(_("Why you see this"), "strong", self, tone=level))
        if words.seen:
            why.addWidget(Fact("pencil", words.seen, level, self))
        why.addWidget(Fact("info", words.why, level, self))
        what.addWidget(Text(_("What to do now"), "strong", self, tone=level))
        for number, step in enumerate(words.steps, 1):
            what.addWidget(Step(number, step, level, self))
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for place, (column, share) in enumerate(((why, 37), (what, 60))):
            column.setSpacing(5)
            column.addStretch(1)
            grid.setColumnStretch(place, share)
            grid.addLayout(column, 0, place)
        return grid

    def _add_question(self, body: QVBoxLayout) -> None:
        """Ask under the actions, so that it never stands in their way."""
        if self.told.felt_asked:
            self.question = UrgencyQuestion(self.told.felt_asked, self.level, self)
            self.question.felt.connect(self.felt)
            body.addWidget(self.question)

    def _actions(self) -> QWidget:
        number = self.told.dermatologist.phone
        actions = QWidget(self)
        line = FlowLayout(actions, gap=10, line_gap=8)
        line.push_last = 1
        line.addWidget(self._call(number))
        show = Button(_("Show my dermatologist"), "outline", "user", self)
        show.clicked.connect(self.report_wanted)
        line.addWidget(show)
        if number:
            self.copy = Button(_("Copy number"), "ghost", "copy", self, tone=self.level)
            self.copy.clicked.connect(self._copy_number)
            line.addWidget(self.copy)
        contacted = Button(choices.label(choices.ACTS, "contacted"), "outline", parent=self)
        contacted.clicked.connect(self._contacted)
        line.addWidget(contacted)
        return actions

    def _call(self, number: str) -> Button:
        solid = "urgent" if self.told.warning.level is Level.URGENT else "contact"
        if not number:
            button = Button(_("Add your clinic's number"), solid, "plus", self, height=44)
            button.clicked.connect(self.number_wanted)
            return button
        whom = self.told.dermatologist.name or self.told.dermatologist.clinic or _("your clinic")
        text = _("Call {name} · {number}").format(name=whom, number=number)
        button = Button(text, solid, "phone", self, height=44)
        button.clicked.connect(self._call_number)
        return button

    def _call_number(self) -> None:
        self.call_wanted.emit(self.told.dermatologist.phone)

    def _copy_number(self) -> None:
        QGuiApplication.clipboard().setText(self.told.dermatologist.phone)
        announce(self, _("Number copied."))

    def show_narrow(self, narrow: bool) -> None:
        """Leave "Copy number" out where there is no room; the number stays readable."""
        if self.copy is not None:
            self.copy.setVisible(not narrow)
