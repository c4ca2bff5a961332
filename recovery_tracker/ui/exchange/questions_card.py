"""What only the person knows of another program's table, asked before anything comes in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from recovery_tracker.domain.severity import Severity
from recovery_tracker.exchange.account import Question
from recovery_tracker.exchange.foreign_dates import DateOrder, moment
from recovery_tracker.exchange.mapping import ASK, Mapping
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui import dates
from recovery_tracker.ui.exchange.choices import AskedRow, Choice, MeaningChoice, ScaleChoice
from recovery_tracker.ui.exchange.whose_days import WhoseDays
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.text import Text

_MOST = 40  # rows of one kind; who has more leaves the column out or makes it a text


class QuestionsCard(Card):
    """The questions; an answered one stays, so that it can be answered otherwise.

    ``answered`` carries the mapping with the answer, ``whose_answered`` nothing.
    """

    answered = Signal(object)
    whose_answered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Please answer first"), parent)
        self.whose = WhoseDays(self)
        self.more = Text("", "small", self, wrap=True)
        self.body.setSpacing(14)
        self.body.addWidget(self.whose)
        self.body.addWidget(self.more)
        self.rows: dict[tuple[str, str], QuestionRow] = {}
        self._mapping = Mapping("table")
        self._open: set[tuple[str, str]] = set()
        self.whose.changed.connect(self.whose_answered)

    def begin(self) -> None:
        """Forget the questions of another file."""
        for row in self.rows.values():
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows.clear()
        self.more.hide()

    def focus_first(self) -> None:
        """Go to the first question that is open."""
        if self.whose.is_open:
            self.whose.control.setFocus()
            return
        for (asked, name), row in self.rows.items():
            if (asked, name) in self._open:
                row.control.setFocus()
                return

    def show_questions(self, questions: Sequence[Question], mapping: Mapping) -> None:
        """Ask what is open, and show the answers a mapping has."""
        self._mapping = mapping
        self._open.clear()
        left = 0
        for question in questions:
            names = question.names if question.asked in ("words", "meaning") else ("",)
            self._open.update((question.asked, name) for name in names)
            for name in names[:_MOST]:
                if question.asked != "session" and (question.asked, name) not in self.rows:
                    self._ask(question, name)
            left += len(names[_MOST:])
        for row in self.rows.values():
            row.show_answer(mapping)
        self.more.setText(
            ngettext(
                "{n} more like these. To leave them out, say so under “What the names mean”.",
                "{n} more like these. To leave them out, say so under “What the names mean”.",
                left,
            ).format(n=left)
        )
        self.more.setVisible(bool(left))

    def _ask(self, question: Question, name: str) -> None:
        row = _ROWS[question.asked](question, name, self)
        row.changed.connect(self._take)
        self.rows[question.asked, name] = row
        self.body.insertWidget(self.body.indexOf(self.more), row)

    def _take(self) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self._mapping = row.answer(self._mapping)
            self.answered.emit(self._mapping)


class QuestionRow(AskedRow):
    """One question; ``changed`` tells that the person answered it."""

    changed = Signal()

    def __init__(self, words: str, hint: str, parent: QWidget) -> None:
        super().__init__(words, hint, parent)
        self.control: QWidget = self

    def show_answer(self, mapping: Mapping) -> None:
        """Show the answer a mapping has."""
        raise NotImplementedError  # each kind of question has its own

    def answer(self, mapping: Mapping) -> Mapping:
        """Return a mapping with the person's answer."""
        raise NotImplementedError

    def _beside(self, control: QWidget) -> None:
        """Give a field half of the width: its words are short."""
        self.control = control
        line = QHBoxLayout()
        line.addWidget(control, 1)
        line.addStretch(1)
        self.body.addLayout(line)

    def _tell(self) -> None:
        self.changed.emit()


class _Dates(QuestionRow):
    """Day and month, or month and day."""

    def __init__(self, question: Question, _name: str, parent: QWidget) -> None:
        words = _("Which day is “{date}”?").format(date=question.shown)
        super().__init__(words, _("All dates of the file are then read so"), parent)
        options = [
            (order, dates.day_month_year(found[0]))
            for order in question.orders
            if (found := moment(question.shown, order)) is not None
        ]
        self.order = Segmented(options, words, self, wraps=True)
        self.add(self.order)
        self.control = self.order.segments[0]
        self.order.chosen.connect(self._tell)

    def show_answer(self, mapping: Mapping) -> None:
        self.order.show_value(mapping.date_order)

    def answer(self, mapping: Mapping) -> Mapping:
        return replace(mapping, date_order=cast("DateOrder", self.order.value or ""))


class _Scale(QuestionRow):
    """From which number to which other."""

    def __init__(self, question: Question, _name: str, parent: QWidget) -> None:
        shown = _(", ").join(_("“{words}”").format(words=name) for name in question.names[:3])
        words = _("On which scale are numbers such as {numbers}?").format(numbers=shown)
        super().__init__(words, _("From none to the worst"), parent)
        self.scale = ScaleChoice(_("Scale of the numbers"), _("Choose a scale"), self)
        self._beside(self.scale)
        self.scale.chosen.connect(self._tell)

    def show_answer(self, mapping: Mapping) -> None:
        self.scale.show_scale(mapping.scale)

    def answer(self, mapping: Mapping) -> Mapping:
        return replace(mapping, scale=self.scale.scale)


class _Word(QuestionRow):
    """A word of the person's own as a grade."""

    def __init__(self, _question: Question, name: str, parent: QWidget) -> None:
        super().__init__(_("How strong is “{word}”?").format(word=name), "", parent)
        self._word = name
        self.grade = Choice(
            _("How strong “{word}” is").format(word=name), _("Choose a grade"), self
        )
        self.grade.show_options([(grade.value, grade.label) for grade in Severity], None)
        self._beside(self.grade)
        self.grade.chosen.connect(self._tell)

    def show_answer(self, mapping: Mapping) -> None:
        self.grade.show_value(mapping.words.get(self._word.casefold()))

    def answer(self, mapping: Mapping) -> Mapping:
        words = {k: v for k, v in mapping.words.items() if k != self._word.casefold()}
        grade = self.grade.value
        return replace(
            mapping, words={**words, self._word: grade} if isinstance(grade, int) else words
        )


class _Meaning(QuestionRow):
    """What a name of the other program is here."""

    def __init__(self, _question: Question, name: str, parent: QWidget) -> None:
        super().__init__(_("What is “{name}” here?").format(name=name), "", parent)
        self.choice = MeaningChoice(name, self)
        self._beside(self.choice)
        self.control = self.choice.kind
        self.choice.changed.connect(self._tell)

    def show_answer(self, mapping: Mapping) -> None:
        meaning = mapping.meaning(self.choice.name) or ASK
        if meaning != ASK or self.choice.meaning is not None:
            self.choice.show_meaning(self.choice.name, meaning)

    def answer(self, mapping: Mapping) -> Mapping:
        meaning = self.choice.meaning or ASK
        return replace(mapping, meanings={**mapping.meanings, self.choice.name: meaning})


class _DateColumn(QuestionRow):
    """Which column holds the dates."""

    def __init__(self, question: Question, _name: str, parent: QWidget) -> None:
        super().__init__(_("Which column holds the dates?"), "", parent)
        self.column = Choice(_("Column of the dates"), _("Choose a column"), self)
        self.column.show_options([(name, name) for name in question.names], None)
        self._beside(self.column)
        self.column.chosen.connect(self._tell)

    def show_answer(self, mapping: Mapping) -> None:
        self.column.show_value(mapping.columns.get("date"))

    def answer(self, mapping: Mapping) -> Mapping:
        return replace(mapping, columns={**mapping.columns, "date": str(self.column.value or "")})


_ROWS: dict[str, type[_Dates | _Scale | _Word | _Meaning | _DateColumn]] = {
    "dates": _Dates,
    "scale": _Scale,
    "words": _Word,
    "meaning": _Meaning,
    "date_column": _DateColumn,
}
