"""One day of the session on screen as its page needs it: a value made from a snapshot."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.folding import still_folded
from recovery_tracker.domain.questions import Question, day_questions
from recovery_tracker.domain.recovery import (
    FIRST_BASELINE_DAY,
    LAST_DAY,
    Recovery,
    Session,
    closed_from,
)
from recovery_tracker.domain.reminder import Story, reminder_on
from recovery_tracker.domain.settled import settled_since
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.status import (
    DayStatus,
    asks_how_it_is,
    day_status,
    held_fields,
    signs_to_ask_again,
)
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.usual_range import UsualRange, usual
from recovery_tracker.domain.warnings import Level, Warning
from recovery_tracker.domain.wording import day_and_month, noted
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.ui.pages.today.day_bounds import bounds, day_title

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot

BLEEDING = "bleeding"
BLEEDING_UP_TO_DAY = 2
_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class DayView:
    """A date of the session on screen.

    Attributes:
        snapshot: the diary; it has a session on screen.
        recovery: that session with its entries.
        date: the date on screen.
        now: the time where the patient is, with its zone.
    """

    snapshot: Snapshot
    recovery: Recovery
    date: dt.date
    now: dt.datetime

    @property
    def session(self) -> Session:
        """The session on screen."""
        return self.recovery.session

    @property
    def day(self) -> int:
        """Days since the session."""
        return self.recovery.day_of(self.date)

    @property
    def is_today(self) -> bool:
        """Whether the date is the present day."""
        return self.date == self.snapshot.today

    @cached_property
    def kept(self) -> Entry | None:
        """The entry of the date, if there is one."""
        return self.recovery.entry(self.date)

    @cached_property
    def entry(self) -> Entry:
        """The entry of the date; one that says nothing where there is none."""
        return self.kept or Entry(date=self.date)

    @cached_property
    def before(self) -> Entry | None:
        """The entry of the day before, if there is one."""
        return self.recovery.entry(self.date - _ONE_DAY)

    @property
    def done(self) -> bool:
        """Whether "Done for today" was said."""
        return self.entry.done_at is not None

    # Its words ---------------------------------------------------------------------------------

    @property
    def title(self) -> str:
        """Such as "Day 4" or "2 days before treatment"."""
        return day_title(self.day)

    def usual(self, symptom: str) -> UsualRange | None:
        """The usual range of a symptom on this day."""
        return usual(symptom, self.day, self.session, self.snapshot.profile)

    def usual_words(self, symptom: str) -> str:
        """The usual range in a sentence, or nothing."""
        found = self.usual(symptom)
        if found is None:
            return ""
        if found.upper == Severity.NONE:
            return _("Usual on day {n}: {grade}.").format(n=self.day, grade=Severity.NONE.label)
        return _("Usual on day {n}: {low} to {high}.").format(
            n=self.day, low=Severity.NONE.label, high=Severity(found.upper).label
        )

    # What may be done --------------------------------------------------------------------------

    @cached_property
    def why_closed(self) -> str:
        """Why the day takes no answers; empty where it does."""
        if self.day < FIRST_BASELINE_DAY:
            first = self.session.date + dt.timedelta(days=FIRST_BASELINE_DAY)
            return _("You can log how your skin is from {date} on, two weeks before.").format(
                date=dates.with_weekday(first)
            )
        if self.day > LAST_DAY:
            return _("The diary of this session ends a year after it.")
        if self.date > self.snapshot.today:
            return _("This day has not come yet.")
        if self.snapshot.read_only(self.date) and self.successor is not None:
            return _("This day belongs to the session of {date}.").format(
                date=dates.short_with_year(self.successor.date)
            )
        return ""

    @property
    def open(self) -> bool:
        """Whether the day takes answers."""
        return not self.why_closed

    @cached_property
    def successor(self) -> Session | None:
        """The later session on the same skin that new days belong to from its date on."""
        closing = closed_from(self.session, self.snapshot.sessions)
        if closing is None or self.date < closing:
            return None
        return next(s for s in self.snapshot.sessions if s.date == closing)

    @property
    def has_previous(self) -> bool:
        """Whether there is a day before this one in the diary."""
        return self.date > self.bounds[0]

    @property
    def has_next(self) -> bool:
        """Whether there is a day after this one that has come."""
        return self.date < self.bounds[1]

    @property
    def bounds(self) -> tuple[dt.date, dt.date]:
        """The first and the last date that can be gone to; none if the first is the later one."""
        return bounds(self.session, self.snapshot.today)

    @property
    def logged(self) -> frozenset[dt.date]:
        """The dates with an entry that says something."""
        return frozenset(entry.date for entry in self.recovery.entries if entry.recorded)

    @property
    def copies(self) -> bool:
        """Whether "Same as yesterday" would fill anything."""
        return (
            self.open
            and self.before is not None
            and any(code not in self.entry.scores for code in self.before.scores)
        )

    # What is asked and what is left --------------------------------------------------------------

    @property
    def asks_bleeding(self) -> bool:
        """Whether bleeding has a row: on days 0 to 2, and while an earlier entry has 1 or more."""
        if BLEEDING in self.entry.scores or 0 <= self.day <= BLEEDING_UP_TO_DAY:
            return True
        graded = [e for e in self.recovery.entries if e.date < self.date and BLEEDING in e.scores]
        return bool(graded) and graded[-1].scores[BLEEDING] > 0

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """Codes of the symptoms that have a row: the eight, bleeding, the patient's own."""
        own = [
            item.code
            for item in self.snapshot.symptoms
            if not item.retired or item.code in self.entry.scores
        ]
        return (*USUAL_SYMPTOMS, *((BLEEDING,) if self.asks_bleeding else ()), *own)

    @cached_property
    def left(self) -> tuple[str, ...]:
        """Codes of the eight symptoms that are not graded yet."""
        return tuple(code for code in USUAL_SYMPTOMS if code not in self.entry.scores)

    @property
    def signs_left(self) -> bool:
        """Whether the daily signs are not all answered yet."""
        return not self.entry.daily_signs_answered

    @cached_property
    def fillable(self) -> tuple[str, ...]:
        """What "Set the rest to None" would grade."""
        held = held_fields(self.recovery, self.date, self.snapshot.warnings)
        return tuple(code for code in self.left if code not in held)

    @cached_property
    def none_chosen(self) -> bool:
        """Whether "None of these" stands: every daily sign that is not asked again is a "no"."""
        asked = signs_to_ask_again(self.recovery, self.date, self.snapshot.warnings)
        answers = [self.entry.sign(code) for code in DAILY_SIGNS if code not in asked]
        return bool(answers) and all(answer is False for answer in answers)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that stand in lines of their own."""
        return day_questions(self.recovery, self.date, self.snapshot.warnings, self.snapshot.today)

    @cached_property
    def asks_how_it_is(self) -> str:
        """What is asked a day after something was noted that asks for a call; else nothing."""
        today = self.snapshot.today
        asking = asks_how_it_is(self.recovery, self.snapshot.warnings, today)
        if asking is None or not self.is_today:
            return ""
        things = noted(asking, on=asking.last_date)
        if not things:  # only words of a note, or what the session says
            return _("How is it today?")
        return _("You noted {things} on {date}. How is it today?").format(
            things=things, date=day_and_month(asking.last_date)
        )

    @property
    def asked_first(self) -> tuple[Question, ...]:
        """Questions that stand above everything: on words in notes, and "Were you seen?"."""
        return tuple(q for q in self.questions if q.kind in ("note", "was_seen"))

    @property
    def asked_with_signs(self) -> tuple[Question, ...]:
        """Questions that stand with the signs."""
        return tuple(q for q in self.questions if q not in self.asked_first)

    # How it compares -----------------------------------------------------------------------------

    @cached_property
    def status(self) -> DayStatus:
        """What the status slot says."""
        return day_status(
            self.recovery,
            self.date,
            self.snapshot.warnings,
            self.snapshot.profile,
            self.snapshot.today,
        )

    @cached_property
    def settled_since(self) -> int | None:
        """Since which day none is logged for every symptom; on the present day only."""
        if not self.is_today:
            return None
        return settled_since(self.recovery, self.snapshot.warnings, self.date)

    @cached_property
    def reminded_tomorrow(self) -> bool:
        """Whether tomorrow is one of the days that remind of this session."""
        story = Story(self.recovery, self.snapshot.warnings)
        return bool(reminder_on((story,), self.snapshot.sessions, self.date + _ONE_DAY))

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """What decides how much room the day takes; with the same shape nothing moves."""
        strong = [code for code, grade in self.entry.scores.items() if grade >= Severity.SEVERE]
        words = (self.entry.notes, self.entry.private_notes, self.entry.advice_received)
        return (
            self.session.id,
            self.date,
            self.open,
            self.rows,
            self.unfolded,
            self.folded,
            "" if self.unfolded else (self.status.text, self.settled_since),
            self.questions,
            self.asks_how_it_is,
            self.entry.signs,
            self.none_chosen,
            self.entry.care,
            strong,
            [bool(text) for text in words],
        )

    @cached_property
    def folded(self) -> tuple[Warning, ...]:
        """Active warnings the person has acted on."""
        return tuple(warning for warning in self.snapshot.active if still_folded(warning, self.now))

    @cached_property
    def unfolded(self) -> tuple[Warning, ...]:
        """Active warnings to show, the highest first."""
        return tuple(
            warning for warning in self.snapshot.active if not still_folded(warning, self.now)
        )

    @property
    def alarm(self) -> Warning | None:
        """The highest unfolded warning that asks for a call, if there is one."""
        highest = self.unfolded[0] if self.unfolded else None
        return highest if highest and highest.level > Level.WATCH else None

    @cached_property
    def tones(self) -> dict[str, str]:
        """For each ticked sign the level of the highest warning that holds it."""
        found: dict[str, str] = {}
        for warning in reversed(self.snapshot.active):
            seen = (evidence.field for evidence in warning.evidence)
            found.update(dict.fromkeys((*warning.signs, *seen), warning.level.code))
        return found
