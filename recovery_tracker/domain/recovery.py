"""A session with what was noted of it: frozen values and the counting of days."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable
from dataclasses import field, replace
from operator import attrgetter

from recovery_tracker.domain import choices
from recovery_tracker.domain.codes import choose, order_of
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.wording import with_mark
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

FIRST_BASELINE_DAY = -14
LAST_DAY = 365
LAST_PLANNED_DAYS = 60
NEEDLE_DEPTH_MM = (0.1, 4.0)

_areas_in_order = order_of(choices.AREAS)
_procedures_in_order = order_of(choices.RECENT_PROCEDURES)


@frozen
class Session:
    """One treatment on one date; only the date is required.

    Attributes:
        id: a UUID as text.
        needle_depth_mm: needle depth in millimetres, 0.1 to 4.0.
        areas: codes of ``choices.AREAS`` or free text; empty = not stated, overlaps everything.
        recent_procedures: what else was done within 14 days, codes or free text.
    """

    id: str
    date: dt.date
    treatment: str = "microneedling"
    device: str | None = None
    needle_depth_mm: float | None = None
    aggressive: bool | None = None
    areas: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    numbing_cream: str = ""
    recent_procedures: tuple[str, ...] = ()
    performed_by: str | None = None
    reused_or_shared_needles: bool | None = None
    practitioner: str = ""
    notes: str = ""
    archived: bool = False

    def __post_init__(self) -> None:
        choose(self.treatment, choices.TREATMENTS, "treatment")
        choose(self.device, choices.DEVICES, "device")
        choose(self.performed_by, choices.PERFORMED_BY, "performed_by")
        low, high = NEEDLE_DEPTH_MM
        if self.needle_depth_mm is not None and not low <= self.needle_depth_mm <= high:
            raise InvalidValue(
                _("Needle depth is a number from {low} to {high} mm.").format(
                    low=with_mark(f"{low}"), high=with_mark(f"{high}")
                ),
                "needle_depth_mm",
            )
        object.__setattr__(self, "areas", _areas_in_order(tuple(self.areas)))
        procedures = _procedures_in_order(tuple(self.recent_procedures))
        object.__setattr__(self, "recent_procedures", procedures)

    def day_of(self, date: dt.date) -> int:
        """Count whole days from the session to a date; before the session they are negative."""
        return (date - self.date).days

    def overlaps(self, other: Session) -> bool:
        """Tell whether two sessions treated skin in common; unknown areas overlap everything."""
        mine, theirs = _spread(self.areas), _spread(other.areas)
        return not mine or not theirs or bool(mine & theirs)


def _spread(areas: tuple[str, ...]) -> frozenset[str]:
    """Add to the face its parts. An area in the patient's own words overlaps everything."""
    if any(area not in choices.AREAS for area in areas):
        return frozenset()
    return frozenset(areas).union(choices.FACE_PARTS if "face" in areas else ())


_MARKS = 4  # two points of two numbers each


@frozen
class Photo:
    """What is known of one photo; its bytes stay in the store.

    Attributes:
        sha256: hex digest of the stored picture.
        view: a code of ``choices.PHOTO_VIEWS``.
        taken_at: when it was taken, as the camera said it (local time), if known.
        marks: two points a person marked on it, to lay photos over each other: x and y of
            each, from 0 (left, top) to 1 (right, bottom).
    """

    date: dt.date
    view: str
    sha256: str
    caption: str = ""
    taken_at: dt.datetime | None = None
    marks: tuple[float, ...] | None = None

    def __post_init__(self) -> None:
        choose(self.view, choices.PHOTO_VIEWS, "view")
        if self.marks is not None and not (
            len(self.marks) == _MARKS and all(0 <= number <= 1 for number in self.marks)
        ):
            raise InvalidValue(
                _("The marks on a photo are two points: four numbers from 0 to 1."), "marks"
            )

    @property
    def key(self) -> tuple[dt.date, str, str]:
        """What makes it the same photo within a session, whatever its caption says."""
        return self.date, self.view, self.sha256


@frozen
class Act:
    """What the patient did about a warning.

    Attributes:
        date: the day it covers entries up to.
        rule: the rule's id, as ``warnings`` prints it.
        act: a code of ``choices.ACTS``, or ``None`` where only ``urgency_felt`` is told.
        urgency_felt: how urgent it felt, a code of ``choices.URGENCY_FELT``.
        at: the moment, UTC; unknown for acts from a file.
        covered: what the warning rested on that day, such as ``pus`` or ``swelling:3``: what is
            noted later on the same day is not covered. Empty = not known.
    """

    date: dt.date
    rule: str
    act: str | None
    urgency_felt: str | None = None
    at: dt.datetime | None = None
    covered: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        choose(self.act, choices.ACTS, "act")
        choose(self.urgency_felt, choices.URGENCY_FELT, "urgency_felt")
        if self.act is None and self.urgency_felt is None:
            raise InvalidValue(_("An act on a warning says what was done."), "act")


@frozen
class Recovery:
    """A session with its entries (by date), photos and acts on its warnings."""

    session: Session
    entries: tuple[Entry, ...] = ()
    photos: tuple[Photo, ...] = ()
    acts: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        entries = tuple(sorted(self.entries, key=attrgetter("date")))
        for earlier, later in itertools.pairwise(entries):
            if earlier.date == later.date:
                raise InvalidValue(
                    _("There are two entries for {date}. Keep one.").format(date=later.date),
                    "date",
                )
        if entries and not (
            self.day_of(entries[0].date) >= FIRST_BASELINE_DAY
            and self.day_of(entries[-1].date) <= LAST_DAY
        ):
            for entry in entries:
                check_day(self.session, entry.date)
        object.__setattr__(self, "entries", entries)
        object.__setattr__(
            self, "photos", tuple(sorted(self.photos, key=lambda p: (p.date, p.view, p.sha256)))
        )

    def entry(self, date: dt.date) -> Entry | None:
        """Return the entry of one date, if there is one."""
        return next((entry for entry in self.entries if entry.date == date), None)

    def with_entry(self, entry: Entry) -> Recovery:
        """Return the recovery with one date's entry put in or replaced."""
        others = tuple(kept for kept in self.entries if kept.date != entry.date)
        return replace(self, entries=(*others, entry))

    def day_of(self, date: dt.date) -> int:
        """Count whole days from the session to a date."""
        return self.session.day_of(date)


@frozen
class Log:
    """A whole diary as one value: what a file carries in and out."""

    profile: Profile = field(default_factory=Profile)
    symptoms: tuple[OwnItem, ...] = ()
    care_items: tuple[OwnItem, ...] = ()
    recoveries: tuple[Recovery, ...] = ()

    def __post_init__(self) -> None:
        ordered = sorted(self.recoveries, key=lambda r: (r.session.date, r.session.id))
        object.__setattr__(self, "recoveries", tuple(ordered))


def check_day(session: Session, date: dt.date) -> None:
    """Refuse a date that lies outside a session's diary.

    Raises:
        InvalidValue: before day -14 or after day 365.
    """
    day = session.day_of(date)
    if not FIRST_BASELINE_DAY <= day <= LAST_DAY:
        raise InvalidValue(
            _(
                "{date} is day {day} of the session of {session}; entries go from day {first} "
                "to day {last}. Choose another date."
            ).format(
                date=date,
                day=day,
                session=session.date,
                first=FIRST_BASELINE_DAY,
                last=LAST_DAY,
            ),
            "date",
        )


def check_entry_date(session: Session, date: dt.date, today: dt.date) -> None:
    """Refuse a date outside the session's diary or in the future.

    Raises:
        InvalidValue: with the sentence for the person.
    """
    if date > today:
        raise InvalidValue(
            _("{date} is in the future. Log it when the day has come.").format(date=date), "date"
        )
    check_day(session, date)


def closed_from(session: Session, sessions: Iterable[Session]) -> dt.date | None:
    """Return the date of the next session on the same skin: from it on, new days are its own."""
    later = (
        other.date
        for other in sessions
        if other.date > session.date and other.id != session.id and other.overlaps(session)
    )
    return min(later, default=None)


def check_session_date(date: dt.date, today: dt.date) -> None:
    """Refuse a session planned more than 60 days ahead.

    Raises:
        InvalidValue: with the sentence for the person.
    """
    if (date - today).days > LAST_PLANNED_DAYS:
        raise InvalidValue(
            _("{date} is more than {days} days ahead. Add the session nearer to it.").format(
                date=date, days=LAST_PLANNED_DAYS
            ),
            "date",
        )
