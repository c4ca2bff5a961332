"""What a report is written from: one recovery, who it is about, and what the reader asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import _
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.values import frozen

Paper = Literal["a4", "us-letter"]


@frozen
class ReportOptions:
    """What the patient chose to show. Warnings, scale and limits are always there.

    Attributes:
        leave_out: codes of lines of "who and what" that are not shown, such as ``patient``.
        charts, daily_log, notes_and_care, earlier_sessions: parts of the report.
        private_notes: whether private notes are printed, too; photos: whether photos are.
        first, last: the first and last date shown; ``None`` leaves that side open.
        language: of the text, as a code of :func:`recovery_tracker.i18n.languages`; ``None`` is
            the program's own.
    """

    paper: Paper = "a4"
    leave_out: frozenset[str] = frozenset()
    charts: bool = True
    daily_log: bool = True
    notes_and_care: bool = True
    earlier_sessions: bool = True
    private_notes: bool = False
    photos: bool = False
    first: dt.date | None = None
    last: dt.date | None = None
    language: str | None = None

    def shows(self, date: dt.date) -> bool:
        """Whether a date lies in the period that is shown."""
        return (self.first is None or date >= self.first) and (
            self.last is None or date <= self.last
        )


@dataclass(frozen=True)
class Case:
    """One recovery with everything its report is made from.

    Attributes:
        recovery: the whole session; :attr:`shown` is what of it the report tells.
        warnings: what the rules found, most pressing first, ended ones last.
        sessions: all of the patient's sessions by date; they give the sessions their numbers.
        earlier: earlier recoveries on the same skin, newest first.
        today: the day it is judged for.
        prepared_at: the patient's local time at which the report is made.
        pictures: the bytes of the photos that are shown, by their sha256.
    """

    recovery: Recovery
    profile: Profile
    today: dt.date
    prepared_at: dt.datetime
    warnings: tuple[Warning, ...] = ()
    sessions: tuple[Session, ...] = ()
    earlier: tuple[Recovery, ...] = ()
    own_symptoms: tuple[OwnItem, ...] = ()
    own_care: tuple[OwnItem, ...] = ()
    options: ReportOptions = field(default_factory=ReportOptions)
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])

    @classmethod
    def of(
        cls,
        snapshot: Snapshot,
        prepared_at: dt.datetime,
        options: ReportOptions | None = None,
        pictures: Mapping[str, bytes] | None = None,
    ) -> Case:
        """Make the case of the session on screen.

        Raises:
            NotFound: the diary has no session.
        """
        if snapshot.recovery is None:
            raise NotFound(_("There is no session to report on. Add a session first."))
        return cls(
            recovery=snapshot.recovery,
            profile=snapshot.profile,
            today=snapshot.today,
            prepared_at=prepared_at,
            warnings=snapshot.warnings,
            sessions=snapshot.sessions,
            earlier=snapshot.earlier,
            own_symptoms=snapshot.symptoms,
            own_care=snapshot.care_items,
            options=options or ReportOptions(),
            pictures=pictures or {},
        )

    @property
    def session(self) -> Session:
        """The session the report is about."""
        return self.recovery.session

    @property
    def day(self) -> int:
        """Days since the session on the day of the report."""
        return self.session.day_of(self.today)

    def day_of(self, entry: Entry) -> int:
        """Count the day of an entry."""
        return self.session.day_of(entry.date)

    @cached_property
    def shown(self) -> Recovery:
        """The recovery with the days of the chosen period only."""
        if self.options.first is None and self.options.last is None:
            return self.recovery
        kept = tuple(e for e in self.recovery.entries if self.options.shows(e.date))
        return replace(self.recovery, entries=kept)

    @property
    def until(self) -> dt.date:
        """The last date shown: that of the report, or an earlier one that was chosen."""
        return self.today if self.options.last is None else min(self.today, self.options.last)

    @cached_property
    def newest(self) -> Entry | None:
        """The newest entry of the whole session that grades a symptom or answers a sign."""
        told = (e for e in reversed(self.recovery.entries) if self.day_of(e) >= 0 and answers(e))
        return next(told, None)

    @cached_property
    def logged(self) -> tuple[Entry, ...]:
        """The entries shown from day 0 on that grade a symptom or answer a sign, oldest first.

        An entry with a note or "Done" alone tells nothing about the skin.
        """
        return tuple(e for e in self.shown.entries if self.day_of(e) >= 0 and answers(e))

    @property
    def latest(self) -> Entry | None:
        """The newest entry shown from day 0 on that grades a symptom or answers a sign."""
        return self.logged[-1] if self.logged else None

    def number(self, session: Session) -> int:
        """Count sessions by date: the first is 1."""
        known = {other.id: other for other in (*self.sessions, self.session)}
        known |= {earlier.session.id: earlier.session for earlier in self.earlier}
        ordered = sorted(known.values(), key=lambda other: (other.date, other.id))
        return 1 + [other.id for other in ordered].index(session.id)

    def symptom_label(self, code: str) -> str:
        """Name a symptom, the patient's own ones included."""
        if code in SYMPTOM_BY_CODE:
            return SYMPTOM_BY_CODE[code].label
        return next((item.label for item in self.own_symptoms if item.code == code), code)

    def care_label(self, code: str) -> str:
        """Name a care item, the patient's own ones included."""
        if code in CARE_BY_CODE:
            return CARE_BY_CODE[code].label
        return next((item.label for item in self.own_care if item.code == code), code)


def answers(entry: Entry) -> bool:
    """Whether an entry grades a symptom or answers a sign."""
    return bool(entry.scores or entry.signs or entry.signs_absent)


def sign_name(code: str) -> str:
    """Name a sign in few words: its label without what stands in brackets."""
    return SIGN_BY_CODE[code].label.partition(" (")[0]
