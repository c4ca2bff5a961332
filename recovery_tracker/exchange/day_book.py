"""Several readings of one day become one entry: the worst grade, any yes, all notes by time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from recovery_tracker.domain.entry import LONGEST_TEXT, Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import (
    FIRST_BASELINE_DAY,
    Log,
    Recovery,
    Session,
    check_entry_date,
)
from recovery_tracker.exchange.identity import own_code
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen


@frozen
class Here:
    """What of the diary an import needs to know.

    Attributes:
        sessions: those the days may belong to.
        symptoms, care_items: the patient's own items.
        today: nothing may lie after it.
    """

    sessions: tuple[Session, ...]
    symptoms: tuple[OwnItem, ...]
    care_items: tuple[OwnItem, ...]
    today: dt.date


@dataclass(slots=True)
class _Day:
    scores: dict[str, int] = field(default_factory=dict[str, int])
    signs: dict[str, bool] = field(default_factory=dict[str, bool])
    care: dict[str, None] = field(default_factory=dict[str, None])
    texts: dict[str, dict[tuple[str, str], None]] = field(
        default_factory=dict[str, dict[tuple[str, str], None]]
    )
    lengths: dict[str, int] = field(default_factory=dict[str, int])


class DayBook:
    """The days of an import, put together reading by reading."""

    def __init__(self, here: Here) -> None:
        """Put days beside the sessions that are here."""
        self._here = here
        self._sessions = sorted(here.sessions, key=lambda session: session.date)
        self._days: dict[tuple[str, dt.date], _Day] = {}
        self._items: dict[Kind, dict[str, OwnItem]] = {"symptom": {}, "care_item": {}}
        self._codes: dict[Kind, dict[str, str]] = {
            "symptom": {item.label.casefold(): item.code for item in here.symptoms},
            "care_item": {item.label.casefold(): item.code for item in here.care_items},
        }

    def session_of(self, date: dt.date) -> tuple[Session | None, str]:
        """Return whose day a date is: of the latest session before it, or its baseline.

        Where it is nobody's, the second says why.
        """
        before = [session for session in self._sessions if session.date <= date]
        if before:
            session = before[-1]
        else:
            coming = [s for s in self._sessions if s.day_of(date) >= FIRST_BASELINE_DAY]
            if not coming:
                return None, _("The day is before the session, and not one of the 14 days before.")
            session = coming[0]
        try:
            check_entry_date(session, date, self._here.today)
        except InvalidValue:
            if date > self._here.today:
                return None, _("The day is in the future.")
            return None, _("The day is more than a year after the session.")
        return session, ""

    def own(self, kind: Kind, label: str) -> str:
        """Return the code of an own item by its name; a new one is made where there is none."""
        name = label.casefold()
        known = self._codes[kind].get(name)
        if known is None:
            known = self._codes[kind][name] = own_code(name)
            self._items[kind][known] = OwnItem(known, label)
        return known

    def _day(self, session: Session, date: dt.date) -> _Day:
        return self._days.setdefault((session.id, date), _Day())

    def rate(self, session: Session, date: dt.date, symptom: str, grade: int) -> bool:
        """Grade a symptom, the worst of the day counts; true where two grades differ."""
        scores = self._day(session, date).scores
        before = scores.get(symptom)
        scores[symptom] = grade if before is None else max(before, grade)
        return before is not None and before != grade

    def mark(self, session: Session, date: dt.date, sign: str, present: bool) -> bool:
        """Answer a sign, present at any time of the day counts; true where answers differ."""
        signs = self._day(session, date).signs
        before = signs.get(sign)
        signs[sign] = present or bool(before)
        return before is not None and before != present

    def tick(self, session: Session, date: dt.date, item: str) -> None:
        """Tick a care item."""
        self._day(session, date).care[item] = None

    def write(
        self, session: Session, date: dt.date, key: str, time: str, text: str
    ) -> Literal["added", "twice", "too_long"]:
        """Add a text of the day, unless it was said already or there is no room for it."""
        day = self._day(session, date)
        lines = day.texts.setdefault(key, {})
        if (time, text) in lines:
            return "twice"
        length = day.lengths.get(key, 0) + len(text) + len(time) + len("\n: ")
        if length > LONGEST_TEXT:
            return "too_long"
        day.lengths[key] = length
        lines[time, text] = None
        return "added"

    @property
    def count(self) -> int:
        """How many days there are."""
        return len(self._days)

    def log(self) -> Log:
        """Return the days as a log."""
        entries: dict[str, list[Entry]] = {}
        for (session_id, date), day in self._days.items():
            entries.setdefault(session_id, []).append(_entry(date, day))
        return Log(
            symptoms=tuple(self._items["symptom"].values()),
            care_items=tuple(self._items["care_item"].values()),
            recoveries=tuple(
                Recovery(session, tuple(entries[session.id]))
                for session in self._sessions
                if session.id in entries
            ),
        )


def _entry(date: dt.date, day: _Day) -> Entry:
    texts: dict[str, Any] = {key: _joined(tuple(lines)) for key, lines in day.texts.items()}
    return Entry(
        date,
        scores=day.scores,
        signs=tuple(sign for sign, present in day.signs.items() if present),
        signs_absent=tuple(sign for sign, present in day.signs.items() if not present),
        care=tuple(day.care),
        **texts,
    )


def _joined(lines: Sequence[tuple[str, str]]) -> str:
    """Join the texts of a day by their times; those without one come as they came."""
    timed: Iterable[tuple[str, str]] = lines
    if all(time[:2].isdigit() for time, _text in lines if time):
        timed = sorted(lines, key=lambda line: line[0])
    return "\n".join(f"{time}: {text}" if time and text else text for time, text in timed)
