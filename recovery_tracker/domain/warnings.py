"""What a warning is: its level, its words, what was seen, and whether it is still active.

The rules that raise warnings are in :mod:`recovery_tracker.domain.rules`. Levels, deadlines and
headings are those of clinical.md 4.1.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, IntEnum
from typing import NamedTuple

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

GUIDANCE_VERSION = "1"
NOTE_RULE = "note_mentions_sign"  # asks about a word; nothing was noted for certain


class Level(IntEnum):
    """How serious a warning is; a higher number is more serious."""

    WATCH = 1
    CONTACT = 2
    URGENT = 3

    @property
    def code(self) -> str:
        """The name in files: ``watch``, ``contact`` or ``urgent``."""
        return self.name.lower()

    @property
    def label(self) -> str:
        """The level's word in the person's language."""
        return _(_LEVEL_NAMES[self])


_LEVEL_NAMES = {
    Level.WATCH: N_("Watch"),
    Level.CONTACT: N_("Contact"),
    Level.URGENT: N_("Urgent"),
}


class By(IntEnum):
    """How soon to act; a higher number is sooner."""

    VISIT = 1
    WEEK = 2
    TWO_DAYS = 3
    TODAY = 4
    NOW = 5

    @property
    def code(self) -> str:
        """The name in files: ``visit``, ``week``, ``two_days``, ``today`` or ``now``."""
        return self.name.lower()


class Ended(Enum):
    """Why a warning is no longer active."""

    CLEARED = "cleared"  # calm entries ended it
    SEEN = "seen"  # "I have been seen"
    MISTAKE = "mistake"  # "Entered by mistake"
    OVER = "over"  # its story is over: time has passed, or a later session took over
    CHANGED = "changed"  # the entry that raised it no longer says so


_HEADINGS: dict[tuple[Level, By | None], str] = {
    (Level.URGENT, By.NOW): N_("Call your local emergency number now"),
    (Level.URGENT, By.TODAY): N_("Get help today"),
    (Level.CONTACT, By.TODAY): N_("Call your dermatologist today"),
    (Level.CONTACT, By.TWO_DAYS): N_("Contact your dermatologist in the next day or two"),
    (Level.CONTACT, By.WEEK): N_("Contact your dermatologist this week"),
    (Level.CONTACT, By.VISIT): N_("Ask at your next visit"),
    (Level.WATCH, None): N_("Keep an eye on it"),
}


def heading(level: Level, by: By | None) -> str:
    """Return the heading of a level and its deadline, in the words of clinical.md 4.1."""
    return _(_HEADINGS[level, by])


class Rank(NamedTuple):
    """Level and deadline together, in order: watch, visit, week, two days, today, urgent, now."""

    level: Level
    by: int = 0

    @classmethod
    def of(cls, level: Level, by: By | None) -> Rank:
        """Make the rank of a level and its deadline (``None`` for watch)."""
        return cls(level, int(by or 0))


# Evidence: care was ticked in an entry, moisturising was not. No code of a catalogue says it.
NO_MOISTURISER = "no_moisturiser"


@frozen
class Evidence:
    """One thing that was seen.

    Attributes:
        day: days since the session.
        field: a symptom, sign, care or other field code.
        value: the grade, ``True`` for a sign, or text.
        limit: the grade it was compared with, if it was.
    """

    date: dt.date
    day: int
    field: str
    value: int | bool | str
    limit: int | None = None

    @property
    def token(self) -> str:
        """What was seen in one word: ``pus`` for a sign, ``swelling:3`` for a grade."""
        grade = isinstance(self.value, int) and not isinstance(self.value, bool)
        return f"{self.field}:{self.value}" if grade else self.field


@frozen
class Warning:
    """What a rule found in one episode of one session.

    Attributes:
        code: the rule's code in clinical.md, such as ``C2``.
        rule: the rule's id, such as ``prolonged_flaking``.
        by: how soon to act; ``None`` for watch.
        date, day: the entry that first reached this level.
        last_date: the latest entry at which the rule fired in this episode.
        active: false for what has cleared or whose story is over.
        quiet_until: last day on which it stays folded after "My dermatologist has seen this".
        message: what the person is told; ``reason``: what was seen, in words.
        clears_when: what would end it, in words.
        fields, signs: the graded fields and signs of the episode.
        contacted: the latest "I've contacted them" that still folds it, if any: the moment, or
            the date where the moment is unknown. It opens again 24 h (urgent) or 48 h later.
        ended, ended_on: why and since when it is no longer active.
        lapsed: signs that were never answered "no" but are long past.
        asks_if_seen: whether "Were you seen?" is still open (urgent that ended by itself).
        dermatologist_known: whether a dermatologist is recorded, for the heading.
    """

    code: str
    rule: str
    level: Level
    by: By | None
    session_id: str
    session_date: dt.date
    date: dt.date
    day: int
    last_date: dt.date
    active: bool
    message: str
    reason: str
    evidence: tuple[Evidence, ...]
    source: str
    clears_when: str
    fields: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    quiet_until: dt.date | None = None
    contacted: dt.datetime | dt.date | None = None
    urgency_felt: str | None = None
    ended: Ended | None = None
    ended_on: dt.date | None = None
    lapsed: tuple[str, ...] = ()
    asks_if_seen: bool = False
    dermatologist_known: bool = True

    @property
    def rank(self) -> Rank:
        """Level and deadline, for comparing."""
        return Rank.of(self.level, self.by)

    @property
    def action(self) -> str | None:
        """``emergency_now`` or ``same_day`` for urgent, else ``None``."""
        if self.level is not Level.URGENT:
            return None
        return "emergency_now" if self.by is By.NOW else "same_day"

    @property
    def heading(self) -> str:
        """What to do, in the words of clinical.md 4.1."""
        return addressed(heading(self.level, self.by), known=self.dermatologist_known)


def addressed(text: str, *, known: bool) -> str:
    """Name whom to call where no dermatologist is recorded (clinical.md 4.1)."""
    if known:
        return text
    anyone = _("a dermatologist or your family doctor")
    return text.replace(_("your dermatologist or family doctor"), anyone).replace(
        _("your dermatologist"), anyone
    )


def in_order(warnings: tuple[Warning, ...]) -> tuple[Warning, ...]:
    """Put warnings in the order they are shown: active first, then by rank, then newest."""
    return tuple(
        sorted(
            warnings,
            key=lambda w: (not w.active, -w.rank.level, -w.rank.by, -w.date.toordinal(), w.code),
        )
    )
