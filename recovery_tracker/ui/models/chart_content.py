"""What the large chart of the Recovery page shows: drawn, in words, and as a table.

The three come from one value, so that they cannot disagree. What draws is imported only
when a chart is drawn.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from recovery_tracker.charts import timeline, words
from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.charts.words import Table
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.wording import day_and_month, grade_in_words, within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.palette import Palette
from recovery_tracker.ui import session_words
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.charts.plot import Plot
    from recovery_tracker.charts.sheet import Sheet


def _no_names() -> Mapping[str, str]:
    return MappingProxyType({})


@frozen
class ReadOut:
    """What a chart says about one day.

    Attributes:
        title: the day and its date.
        rows: what was recorded; each with the place of its line (0 to 3), or ``None`` when it
            belongs to what stands behind the lines.
    """

    title: str
    rows: tuple[tuple[int | None, str], ...]

    @property
    def spoken(self) -> str:
        """All of it as one sentence."""
        said = _("; ").join(text for _place, text in self.rows)
        return _("{day}. {said}.").format(day=self.title, said=said) if said else self.title


@dataclass(frozen=True)
class LinesChart:
    """One to four symptoms, the first before its usual range and earlier sessions.

    Attributes:
        own_names: labels of the patient's own symptoms by code.
    """

    recovery: Recovery
    symptoms: tuple[str, ...]
    profile: Profile
    today: dt.date
    earlier: tuple[EarlierSession, ...] = ()
    own_names: Mapping[str, str] = field(default_factory=_no_names)

    @cached_property
    def days(self) -> range:
        """The days of the x axis."""
        return timeline.days_shown(self.recovery, self.today)

    @cached_property
    def spoken(self) -> str:
        """What each line shows, in words."""
        return words.conclusions(
            self.recovery,
            self.symptoms,
            self.profile,
            today=self.today,
            own_names=self.own_names,
        )

    @cached_property
    def table(self) -> Table:
        """Grades by day; the days before the session, where there are any, come first."""
        table = words.table(
            self.recovery,
            self.symptoms,
            self.profile,
            today=self.today,
            earlier=self.earlier,
            days=self.days,
            own_names=self.own_names,
        )
        return Table(table.header, (*self._before(len(table.header)), *table.rows))

    def _before(self, columns: int) -> tuple[tuple[str, ...], ...]:
        return tuple(
            _filled(
                (str(self.recovery.day_of(entry.date)), *_grades(entry, self.symptoms)), columns
            )
            for entry in baseline(self.recovery)
        )

    def draw(self, sheet: Sheet, palette: Palette, scale: float) -> Plot:
        """Draw the lines."""
        from recovery_tracker.charts.symptom_lines import draw_symptom_lines

        return draw_symptom_lines(
            sheet,
            self.recovery,
            self.symptoms,
            self.profile,
            palette,
            today=self.today,
            earlier=self.earlier,
            days=self.days,
            own_names=self.own_names,
            scale=scale,
        )

    def read_out(self, day: int) -> ReadOut:
        """Say the grades of a day, its usual range, and what earlier sessions had."""
        return _read_out(self, day, len(self.symptoms))


@dataclass(frozen=True)
class SumChart:
    """The sum of the eight ratings, with earlier sessions; a sum has no usual range."""

    recovery: Recovery
    today: dt.date
    earlier: tuple[EarlierSession, ...] = ()

    @cached_property
    def days(self) -> range:
        """The days of the x axis."""
        return timeline.days_shown(self.recovery, self.today)

    @cached_property
    def spoken(self) -> str:
        """What the line shows, in words."""
        return words.sum_conclusion(self.recovery, today=self.today)

    @cached_property
    def table(self) -> Table:
        """Sums by day."""
        return words.sum_table(
            self.recovery, today=self.today, earlier=self.earlier, days=self.days
        )

    def draw(self, sheet: Sheet, palette: Palette, scale: float) -> Plot:
        """Draw the line."""
        from recovery_tracker.charts.sum_of_eight import draw_sum

        return draw_sum(
            sheet,
            self.recovery,
            palette,
            today=self.today,
            earlier=self.earlier,
            days=self.days,
            scale=scale,
        )

    def read_out(self, day: int) -> ReadOut:
        """Say the sums of a day."""
        return _read_out(self, day, 1)


ChartContent = LinesChart | SumChart
"""What a chart view shows."""


def _read_out(content: ChartContent, day: int, lines: int) -> ReadOut:
    table = content.table
    row = table.rows[len(table.rows) - len(content.days) + day - content.days[0]]
    said = (
        (
            place if place < lines else None,
            _("{what}: {value}").format(what=what, value=within_a_sentence(value)),
        )
        for place, (what, value) in enumerate(zip(table.header[1:], row[1:], strict=True))
        if value
    )
    date = content.recovery.session.date + dt.timedelta(days=day)
    title = _("{day}, {date}").format(day=session_words.day_name(day), date=day_and_month(date))
    return ReadOut(title, tuple(said))


def baseline(recovery: Recovery) -> tuple[Entry, ...]:
    """Return the entries before the session that grade something, oldest first."""
    return tuple(e for e in recovery.entries if e.scores and recovery.day_of(e.date) < 0)


def baseline_words(
    recovery: Recovery, symptoms: Sequence[str], own_names: Mapping[str, str]
) -> str:
    """Say what the newest day before the session was like; nothing where none was logged."""
    before = baseline(recovery)
    if not before:
        return ""
    newest = before[-1]
    graded = [code for code in symptoms if code in newest.scores]
    if not graded:
        return ""
    day = within_a_sentence(session_words.day_name(recovery.day_of(newest.date)))
    if len(graded) > 1 and not any(newest.scores[code] for code in graded):
        return _("Before treatment, {day}: none for all of these.").format(day=day)
    said = _(", ").join(
        _("{symptom} {grade}").format(
            symptom=within_a_sentence(timeline.symptom_name(code, own_names)),
            grade=grade_in_words(newest.scores[code]),
        )
        for code in graded
    )
    return _("Before treatment, {day}: {grades}.").format(day=day, grades=said)


def _grades(entry: Entry, symptoms: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        Severity(entry.scores[code]).label if code in entry.scores else _("Not recorded")
        for code in symptoms
    )


def _filled(row: tuple[str, ...], columns: int) -> tuple[str, ...]:
    return row + ("",) * (columns - len(row))
