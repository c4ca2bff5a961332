"""The words of clinical.md 4.2 as methods: what a rule may ask about one entry.

``Facts`` is a view of one entry among the others; it is cheap to make and never changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.recovery import Entry, Profile, Recovery, Session
from recovery_tracker.domain.warnings import Evidence


class Facts:
    """One entry seen with its history, its session and the profile."""

    def __init__(
        self,
        recovery: Recovery,
        entry: Entry,
        profile: Profile,
        sessions: Sequence[Session],
    ) -> None: ...

    # What was noted -------------------------------------------------------------------
    @property
    def day(self) -> int: ...
    @property
    def date(self) -> dt.date: ...
    def rating(self, symptom: str) -> int | None:
        """The rating in this entry; ``None`` = not rated."""
    def at_least(self, symptom: str, grade: int) -> bool:
        """rating >= grade; not rated meets no condition."""
    def carried(self, symptom: str) -> int | None:
        """``symptom*``: this entry's rating, else the latest of the two days before."""
    def carried_at_least(self, symptom: str, grade: int) -> bool: ...
    def ticked(self, *signs: str) -> bool:
        """Any of the signs is present in this entry."""
    def open(self, sign: str) -> bool:
        """An open sign: ticked in the 3 days before and not answered since."""
    def has(self, *signs: str) -> bool:
        """Any of the signs is ticked or open."""
    def care(self, *codes: str) -> bool: ...

    # Against the usual range ------------------------------------------------------------
    def bound(self, symptom: str) -> int: ...
    def table_bound(self, symptom: str) -> int: ...
    def own_bound(self, symptom: str) -> int:
        """max(bound, baseline grade)."""
    def above(self, symptom: str, by: int = 1) -> bool:
        """rating - bound >= by."""
    def carried_above(self, symptom: str, by: int = 1) -> bool:
        """The carried value against the bound of its own day."""
    def carried_above_table(self, symptom: str, by: int = 1) -> bool: ...
    def own_above(self, symptom: str, by: int = 1) -> bool: ...
    @property
    def companions(self) -> tuple[str, ...]:
        """Those of redness*, swelling*, pain* that are above."""

    # The story so far --------------------------------------------------------------------
    def previous(self, symptom: str) -> Facts | None:
        """The previous entry in a row that rates the symptom (3, 5 or 8 days back at most)."""
    def earlier(self, days: int | None = None, first_day: int = 0) -> tuple[Facts, ...]:
        """Entries before this one, oldest first: of the last ``days`` days, from ``first_day``."""
    @property
    def silent_before(self) -> bool:
        """No entry of any kind in the 3 days before."""
    @property
    def late_day(self) -> int:
        """Days since the first related session of the 90 days before the entry."""

    # Who and what -------------------------------------------------------------------------
    @property
    def deep(self) -> bool: ...
    @property
    def group_d(self) -> bool: ...
    @property
    def rf(self) -> bool: ...
    @property
    def darker_skin(self) -> bool: ...
    @property
    def fragile(self) -> bool: ...
    @property
    def upper_face(self) -> bool: ...
    @property
    def skin_signs(self) -> tuple[str, ...]:
        """Codes of the skin signs that hold in this entry (4.2 "skin sign")."""

    # Evidence -----------------------------------------------------------------------------
    def saw(self, *fields: str) -> tuple[Evidence, ...]:
        """Evidence for the given symptoms, signs and care codes, where they hold.

        A carried or open one is given with the date it was noted on. A symptom's limit is
        its bound of that day; a sign's is ``None``.
        """
        ...
