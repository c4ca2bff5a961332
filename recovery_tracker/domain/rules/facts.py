"""The words of clinical.md 4.2 as methods: what a rule may ask about one entry.

:class:`Facts` is a view of one entry among the others; it never changes. The facts of one
recovery share a :class:`Story`, so that looking back costs a step and not a search.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property

from recovery_tracker.domain import usual_range
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, LAST_DAY, Recovery, Session
from recovery_tracker.domain.rules.definitions import (
    BASELINE_SYMPTOMS,
    CARRIED_DAYS,
    COMPANIONS,
    DARKER_FROM_TONE,
    OPEN_DAYS,
    OPEN_SIGNS,
    RELATED_DAYS,
    SKIN_SIGNS,
    STORY_DAYS,
    UPPER_FACE,
    days_back,
)
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Evidence

# How far from a session another one can lie to matter to what was noted of it: late days look back
# from the first day, and a later one ends what the last day raised before that ends by age.
_BEFORE = dt.timedelta(days=RELATED_DAYS - FIRST_BASELINE_DAY)
_AFTER = dt.timedelta(days=LAST_DAY + STORY_DAYS)


class Story:
    """One recovery as the rules read it: the facts of its entries, oldest first.

    An entry that says nothing at all counts as no entry.
    """

    def __init__(self, recovery: Recovery, profile: Profile, sessions: Sequence[Session]) -> None:
        self.session = recovery.session
        self.profile = profile
        self.course = usual_range.course(recovery.session, profile)
        self.table = usual_range.table_course(recovery.session)
        date = self.session.date
        first = date - min(_BEFORE, date - dt.date.min)
        last = date + min(_AFTER, dt.date.max - date)
        self.related = tuple(
            [
                other
                for other in sessions  # a diary of many years has many that are far away
                if first <= other.date <= last
                and other.id != self.session.id
                and other.overlaps(self.session)
            ]
        )
        self.facts: tuple[Facts, ...] = tuple(
            Facts._placed(self, entry, place)  # pyright: ignore[reportPrivateUsage]
            for place, entry in enumerate(e for e in recovery.entries if e.recorded)
        )

    @cached_property
    def ever_open(self) -> frozenset[str]:
        """The signs that can stay open and were ticked in some entry."""
        return frozenset(s for one in self.facts for s in one.entry.signs if s in OPEN_SIGNS)

    @cached_property
    def later_sessions(self) -> tuple[dt.date, ...]:
        """The dates of the related sessions after this one, planned ones included."""
        dates = {other.date for other in self.related if other.date > self.session.date}
        return tuple(sorted(dates))

    def day_0(self, today: dt.date) -> tuple[Facts, ...]:
        """The facts of day 0 without an entry, for what the session itself raises."""
        if today < self.session.date:
            return ()
        blank = Entry(date=self.session.date)
        place = sum(facts.day < 0 for facts in self.facts)
        return (Facts._placed(self, blank, place),)  # pyright: ignore[reportPrivateUsage]

    @cached_property
    def baseline(self) -> dict[str, int]:
        """The latest rating on a baseline day, for the symptoms that have one."""
        grades: dict[str, int] = {}
        for facts in self.facts:
            if facts.day >= 0:
                break
            grades.update(facts.entry.scores)
        return {code: grade for code, grade in grades.items() if code in BASELINE_SYMPTOMS}


class Facts:
    """One entry seen with its history, its session and the profile."""

    def __init__(
        self,
        recovery: Recovery,
        entry: Entry,
        profile: Profile,
        sessions: Sequence[Session],
    ) -> None:
        story = Story(recovery, profile, sessions)
        self._place(story, entry, sum(facts.date < entry.date for facts in story.facts))

    @classmethod
    def _placed(cls, story: Story, entry: Entry, place: int) -> Facts:
        facts = cls.__new__(cls)
        facts._place(story, entry, place)
        return facts

    def _place(self, story: Story, entry: Entry, place: int) -> None:
        self._story = story
        self._earlier_count = place
        self.entry = entry
        self.session = story.session
        self.profile = story.profile
        self.date = entry.date
        self.day = story.session.day_of(entry.date)
        self._ticked = frozenset(entry.signs)
        self._carriers: dict[str, Facts | None] = {}

    # What was noted -------------------------------------------------------------------
    def rating(self, symptom: str) -> int | None:
        """The rating in this entry; ``None`` = not rated."""
        return self.entry.scores.get(symptom)

    def at_least(self, symptom: str, grade: int) -> bool:
        """Whether the rating reaches a grade; not rated meets no condition."""
        rating = self.entry.scores.get(symptom)
        return rating is not None and rating >= grade

    def carrier(self, symptom: str) -> Facts | None:
        """The entry that ``symptom*`` was rated in: this one, or the latest of two days back."""
        if symptom not in self._carriers:
            self._carriers[symptom] = (
                self if symptom in self.entry.scores else self._rated(symptom, CARRIED_DAYS)
            )
        return self._carriers[symptom]

    def carried(self, symptom: str) -> int | None:
        """``symptom*``: this entry's rating, else the latest of the two days before."""
        carrier = self.carrier(symptom)
        return None if carrier is None else carrier.rating(symptom)

    def carried_at_least(self, symptom: str, grade: int) -> bool:
        """Whether ``symptom*`` reaches a grade."""
        carrier = self.carrier(symptom)
        return carrier is not None and carrier.at_least(symptom, grade)

    def ticked(self, *signs: str) -> bool:
        """Any of the signs is present in this entry."""
        return not self._ticked.isdisjoint(signs)

    def open(self, sign: str) -> bool:
        """An open sign: ticked in the 3 days before and not answered since."""
        return self._opened(sign) is not None

    def has(self, *signs: str) -> bool:
        """Any of the signs is ticked or open."""
        return self.ticked(*signs) or any(self.open(sign) for sign in signs)

    def care(self, *codes: str) -> bool:
        """Any of the care items or exposures is ticked in this entry."""
        return any(code in self.entry.care for code in codes)

    # Against the usual range ------------------------------------------------------------
    def bound(self, symptom: str) -> int:
        """The upper bound of the usual range, with modifiers; 4 where there is no range."""
        return _upper(self._story.course, symptom, self.day)

    def table_bound(self, symptom: str) -> int:
        """The upper bound by depth group alone, without modifiers; 4 where there is none."""
        return _upper(self._story.table, symptom, self.day)

    def own_bound(self, symptom: str) -> int:
        """The higher of bound and baseline grade (redness, dryness, flaking, itching only)."""
        return max(self.bound(symptom), self._story.baseline.get(symptom, 0))

    def above(self, symptom: str, by: int = 1) -> bool:
        """Whether this entry's rating is at least ``by`` grades over its bound."""
        return self.at_least(symptom, self.bound(symptom) + by)

    def carried_above(self, symptom: str, by: int = 1) -> bool:
        """Whether ``symptom*`` is over the bound of its own day."""
        carrier = self.carrier(symptom)
        return carrier is not None and carrier.above(symptom, by)

    def carried_above_table(self, symptom: str, by: int = 1) -> bool:
        """Whether ``symptom*`` is over the table bound of its own day."""
        carrier = self.carrier(symptom)
        return carrier is not None and carrier.at_least(symptom, carrier.table_bound(symptom) + by)

    def own_above(self, symptom: str, by: int = 1) -> bool:
        """Whether this entry's rating is at least ``by`` grades over its own bound."""
        return self.at_least(symptom, self.own_bound(symptom) + by)

    @cached_property
    def companions(self) -> tuple[str, ...]:
        """Those of redness*, swelling*, pain* that are above."""
        return tuple(symptom for symptom in COMPANIONS if self.carried_above(symptom))

    # The story so far --------------------------------------------------------------------
    def previous(self, symptom: str) -> Facts | None:
        """The previous entry in a row that rates the symptom (3, 5 or 8 days back at most)."""
        return self._rated(symptom, days_back(self.day), first_day=0)

    def earlier(self, days: int | None = None, first_day: int = 0) -> tuple[Facts, ...]:
        """Entries before this one, oldest first: of the last ``days`` days, from ``first_day``."""
        found = [facts for facts in self._backwards(days) if facts.day >= first_day]
        return tuple(reversed(found))

    @property
    def silent_before(self) -> bool:
        """No entry of any kind in the 3 days before."""
        return next(self._backwards(3), None) is None

    @property
    def late_day(self) -> int:
        """Days since the first related session of the 90 days before the entry."""
        since = [(self.date - other.date).days for other in self._story.related]
        return max((self.day, *(days for days in since if 0 <= days <= RELATED_DAYS)))

    # Who and what -------------------------------------------------------------------------
    @property
    def deep(self) -> bool:
        """Depth group D, or radiofrequency."""
        return self.group_d or self.rf

    @property
    def group_d(self) -> bool:
        """Depth group D (2.0 mm and more, or aggressive above 0.5 mm)."""
        return self._story.course.group is usual_range.DepthGroup.DEEP

    @property
    def rf(self) -> bool:
        """Radiofrequency needling."""
        return self.session.device == "rf"

    @property
    def darker_skin(self) -> bool:
        """Skin tone 4 to 6, where redness is harder to see."""
        return (self.profile.skin_tone or 0) >= DARKER_FROM_TONE

    @property
    def fragile(self) -> bool:
        """Diabetes or a weak immune system."""
        return bool(self.profile.diabetes or self.profile.weak_immunity)

    @property
    def upper_face(self) -> bool:
        """Face, forehead, nose or around the eyes were treated, or no area is recorded."""
        areas = self.session.areas
        return not areas or any(area in UPPER_FACE for area in areas)

    @cached_property
    def skin_signs(self) -> tuple[str, ...]:
        """Codes of the skin signs that hold in this entry (4.2 "skin sign")."""
        found = [sign for sign in SKIN_SIGNS if self.has(sign)]
        if self.day >= 2:
            found += [s for s in COMPANIONS if self.carried_at_least(s, Severity.MODERATE)]
        faint_redness = self.darker_skin and self.day >= 3
        if faint_redness and "redness" not in found and self.carried_at_least("redness", 1):
            found.append("redness")
        return tuple(found)

    # Evidence -----------------------------------------------------------------------------
    def saw(self, *fields: str) -> tuple[Evidence, ...]:
        """Evidence for the given symptoms, signs, care codes and statements, where they hold.

        A carried or open one is given with the date it was noted on. A symptom's limit is
        its bound of that day; a sign's is ``None``. A statement is a field of the session or
        the profile, such as ``numbing_cream`` or ``severe_allergy``.
        """
        seen = (self._saw(field) for field in dict.fromkeys(fields))
        return tuple(evidence for evidence in seen if evidence is not None)

    def saw_rating(self, symptom: str) -> tuple[Evidence, ...]:
        """Evidence for this entry's own rating, "none" included, where it was one to rise from."""
        rating = self.rating(symptom)
        if rating is None:
            return ()
        return (Evidence(self.date, self.day, symptom, rating, self._limit(symptom)),)

    def _saw(self, field: str) -> Evidence | None:
        if field in SYMPTOM_BY_CODE:
            carrier = self.carrier(field)
            return carrier and carrier._graded_evidence(field)
        if field in self.entry.signs or field in self.entry.care:
            return Evidence(self.date, self.day, field, True)
        opened = self._opened(field)
        if opened is not None:
            return Evidence(opened.date, opened.day, field, True)
        stated = getattr(self.session, field, None) or getattr(self.profile, field, None)
        if stated is True or (isinstance(stated, str) and stated):
            return Evidence(self.date, self.day, field, stated)
        return None

    def _graded_evidence(self, symptom: str) -> Evidence | None:
        rating = self.rating(symptom)
        if not rating:
            return None
        return Evidence(self.date, self.day, symptom, rating, self._limit(symptom))

    def _limit(self, symptom: str) -> int | None:
        usual = self._story.course.range(symptom, self.day)
        return usual.upper if usual else None

    # Looking back -------------------------------------------------------------------------
    def _backwards(self, days: int | None = None) -> Iterator[Facts]:
        """Entries before this one, newest first, as far back as some days."""
        for place in range(self._earlier_count - 1, -1, -1):
            facts = self._story.facts[place]
            if days is not None and self.day - facts.day > days:
                return
            yield facts

    def _rated(self, symptom: str, days: int, first_day: int | None = None) -> Facts | None:
        for facts in self._backwards(days):
            if symptom in facts.entry.scores:
                return facts if first_day is None or facts.day >= first_day else None
        return None

    def _opened(self, sign: str) -> Facts | None:
        """The entry that ticked a sign that is open now."""
        if sign not in self._story.ever_open or self.entry.sign(sign) is not None:
            return None
        for facts in self._backwards(OPEN_DAYS):
            answer = facts.entry.sign(sign)
            if answer is not None:
                ordinary = sign == "warmth" and facts.day in (0, 1)
                return facts if answer and not ordinary else None
        return None


def _upper(course: usual_range.Course, symptom: str, day: int) -> int:
    usual = course.range(symptom, day)
    return Severity.VERY_SEVERE if usual is None else usual.upper
