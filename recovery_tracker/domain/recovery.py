"""Who is healing, from what, and what they noted: frozen values and the counting of days.

Not recorded is never "none": a rating, sign or day that is missing is unknown. Values check
themselves when they are made, so an entry that exists is an entry that may be kept.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType

from recovery_tracker.domain import choices
from recovery_tracker.domain.care import CARE_BY_CODE, CARE_ITEMS
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE, SIGNS
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, SYMPTOMS, USUAL_SYMPTOMS
from recovery_tracker.i18n import _

FIRST_BASELINE_DAY = -14
LAST_DAY = 365
LAST_PLANNED_DAYS = 60
NEEDLE_DEPTH_MM = (0.1, 4.0)
SKIN_TONES = (1, 6)
LATE_AFTER = dt.timedelta(hours=48)

_GRADES = range(len(Severity))
_OWN_CODE = re.compile(r"x_[0-9a-f]{8}")


def is_own_code(code: str) -> bool:
    """Tell whether a code is one the patient added (``x_`` and eight hex digits)."""
    return _OWN_CODE.fullmatch(code) is not None


def _order_of(catalogue: Iterable[str]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what puts codes in catalogue order, each once; free and own ones last, sorted.

    It remembers: the same few selections come back in every entry, and share their memory.
    """
    order = {code: place for place, code in enumerate(catalogue)}

    @lru_cache(maxsize=1024)
    def in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(codes), key=lambda code: (order.get(code, len(order)), code)))

    return in_order


_conditions_in_order = _order_of(choices.SKIN_CONDITIONS)
_areas_in_order = _order_of(choices.AREAS)
_procedures_in_order = _order_of(choices.RECENT_PROCEDURES)
_symptoms_in_order = _order_of(SYMPTOM_BY_CODE)
_signs_in_order = _order_of(SIGN_BY_CODE)
_care_in_order = _order_of(CARE_BY_CODE)


def _choose(value: str | None, allowed: Mapping[str, str], name: str) -> None:
    if value is not None and value not in allowed:
        raise InvalidValue(
            _("“{value}” is not a known answer for {field}. Use one of: {answers}.").format(
                value=value, field=name, answers=", ".join(allowed)
            ),
            name,
        )


@dataclass(frozen=True, slots=True)
class Dermatologist:
    """Whom to call: any field may be empty."""

    name: str = ""
    clinic: str = ""
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return any((self.name, self.clinic, self.phone, self.email))


@dataclass(frozen=True, slots=True)
class Profile:
    """The patient. Everything is optional; ``None`` and empty mean "not stated".

    Attributes:
        skin_tone: Fitzpatrick type, 1 to 6.
        skin_conditions: codes of ``choices.SKIN_CONDITIONS`` or free text.
        questions: what the patient wants to ask at the visit.
    """

    name: str = ""
    birth_date: dt.date | None = None
    patient_number: str = ""
    skin_type: str | None = None
    sensitive: bool | None = None
    skin_conditions: tuple[str, ...] = ()
    skin_tone: int | None = None
    cold_sores: bool | None = None
    keloid: bool | None = None
    metal_allergy: bool | None = None
    diabetes: bool | None = None
    weak_immunity: bool | None = None
    blood_thinners: bool | None = None
    pregnant_or_breastfeeding: bool | None = None
    severe_allergy: bool | None = None
    isotretinoin: bool | None = None
    allergies: str = ""
    dermatologist: Dermatologist = field(default_factory=Dermatologist)
    appointment: dt.date | None = None
    questions: str = ""

    def __post_init__(self) -> None:
        _choose(self.skin_type, choices.SKIN_TYPES, "skin_type")
        if self.skin_tone is not None and not SKIN_TONES[0] <= self.skin_tone <= SKIN_TONES[1]:
            raise InvalidValue(_("Skin tone is a number from 1 to 6."), "skin_tone")
        ordered = _conditions_in_order(tuple(self.skin_conditions))
        object.__setattr__(self, "skin_conditions", ordered)


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A symptom or care item the patient added; it is graded or ticked but enters no rule."""

    code: str
    label: str
    retired: bool = False

    def __post_init__(self) -> None:
        if not is_own_code(self.code):
            raise InvalidValue(
                _("“{code}” cannot be the code of an item of your own.").format(code=self.code),
                "code",
            )
        if not self.label.strip():
            raise InvalidValue(_("Give the item a name."), "label")


@dataclass(frozen=True, slots=True)
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
        _choose(self.treatment, choices.TREATMENTS, "treatment")
        _choose(self.device, choices.DEVICES, "device")
        _choose(self.performed_by, choices.PERFORMED_BY, "performed_by")
        low, high = NEEDLE_DEPTH_MM
        if self.needle_depth_mm is not None and not low <= self.needle_depth_mm <= high:
            raise InvalidValue(
                _("Needle depth is a number from {low} to {high} mm.").format(low=low, high=high),
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


@dataclass(frozen=True, slots=True)
class Entry:
    """What the patient says about one day of one session.

    Attributes:
        scores: symptom code -> grade 0 to 4; a symptom that is not in it is not recorded.
        signs: codes that are present; ``signs_absent``: codes answered "no".
        care: codes of care items and exposures that were ticked.
        notes: may be printed; ``private_notes`` never are.
        advice_received: what the clinic told the patient.
        entered_at, changed_at, done_at: UTC, whole seconds.
    """

    date: dt.date
    scores: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    signs: tuple[str, ...] = ()
    signs_absent: tuple[str, ...] = ()
    care: tuple[str, ...] = ()
    new_product: str = ""
    medicines: str = ""
    notes: str = ""
    private_notes: str = ""
    advice_received: str = ""
    entered_at: dt.datetime | None = None
    changed_at: dt.datetime | None = None
    done_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        self._check_scores()
        self._check_codes()
        codes = _symptoms_in_order(tuple(self.scores))
        ordered = MappingProxyType({code: int(self.scores[code]) for code in codes})
        object.__setattr__(self, "scores", ordered)
        object.__setattr__(self, "signs", _signs_in_order(tuple(self.signs)))
        object.__setattr__(self, "signs_absent", _signs_in_order(tuple(self.signs_absent)))
        object.__setattr__(self, "care", _care_in_order(tuple(self.care)))

    def _check_scores(self) -> None:
        for code, grade in self.scores.items():
            if code not in SYMPTOM_BY_CODE and not is_own_code(code):
                raise InvalidValue(_("“{code}” is not a symptom.").format(code=code), "scores")
            if isinstance(grade, bool) or grade not in _GRADES:
                raise InvalidValue(
                    _("{symptom} is graded from 0 to 4, not {grade}.").format(
                        symptom=code, grade=grade
                    ),
                    "scores",
                )

    def _check_codes(self) -> None:
        for code in (*self.signs, *self.signs_absent):
            if code not in SIGN_BY_CODE:
                raise InvalidValue(_("“{code}” is not a sign.").format(code=code), "signs")
        both = set(self.signs) & set(self.signs_absent)
        if both:
            raise InvalidValue(
                _("{signs} cannot be both present and absent.").format(
                    signs=", ".join(sorted(both))
                ),
                "signs",
            )
        for code in self.care:
            if code not in CARE_BY_CODE and not is_own_code(code):
                raise InvalidValue(_("“{code}” is not a care item.").format(code=code), "care")

    def sign(self, code: str) -> bool | None:
        """Return whether a sign is present; ``None`` when it was not answered."""
        if code in self.signs:
            return True
        return False if code in self.signs_absent else None

    @property
    def recorded(self) -> bool:
        """Whether the entry says anything at all."""
        return bool(
            self.scores
            or self.signs
            or self.signs_absent
            or self.care
            or self.new_product
            or self.medicines
            or self.notes
            or self.private_notes
            or self.advice_received
            or self.done_at
        )

    @property
    def usual_answered(self) -> int:
        """How many of the eight usual symptoms are graded."""
        return sum(code in self.scores for code in USUAL_SYMPTOMS)

    @property
    def daily_signs_answered(self) -> bool:
        """Whether all eight daily signs are answered."""
        return all(self.sign(code) is not None for code in DAILY_SIGNS)

    @property
    def complete(self) -> bool:
        """Whether all eight usual symptoms and all eight daily signs are answered."""
        return self.usual_answered == len(USUAL_SYMPTOMS) and self.daily_signs_answered

    @property
    def total(self) -> int | None:
        """The sum of the eight usual grades (0 to 32); ``None`` until all are answered."""
        if self.usual_answered < len(USUAL_SYMPTOMS):
            return None
        return sum(self.scores[code] for code in USUAL_SYMPTOMS)

    @property
    def late(self) -> bool:
        """Whether it was entered more than 48 hours after its date was over."""
        if self.entered_at is None:
            return False
        date_over = dt.datetime.combine(self.date, dt.time(), tzinfo=dt.UTC) + dt.timedelta(days=1)
        return self.entered_at > date_over + LATE_AFTER

    def graded(self, code: str, grade: int | None) -> Entry:
        """Return the entry with one rating set, or taken away with ``None``."""
        scores = {key: value for key, value in self.scores.items() if key != code}
        if grade is not None:
            scores[code] = grade
        return replace(self, scores=scores)

    def with_sign(self, code: str, present: bool | None) -> Entry:
        """Return the entry with one sign present, absent or (``None``) not answered."""
        signs = [sign for sign in self.signs if sign != code]
        absent = [sign for sign in self.signs_absent if sign != code]
        if present is not None:
            (signs if present else absent).append(code)
        return replace(self, signs=tuple(signs), signs_absent=tuple(absent))


@dataclass(frozen=True, slots=True)
class Photo:
    """What is known of one photo; its bytes stay in the store.

    Attributes:
        sha256: hex digest of the stored picture.
        view: a code of ``choices.PHOTO_VIEWS``.
        taken_at: when it was taken, as the camera said it (local time), if known.
    """

    date: dt.date
    view: str
    sha256: str
    caption: str = ""
    taken_at: dt.datetime | None = None

    def __post_init__(self) -> None:
        _choose(self.view, choices.PHOTO_VIEWS, "view")


@dataclass(frozen=True, slots=True)
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
        _choose(self.act, choices.ACTS, "act")
        _choose(self.urgency_felt, choices.URGENCY_FELT, "urgency_felt")
        if self.act is None and self.urgency_felt is None:
            raise InvalidValue(_("An act on a warning says what was done."), "act")


@dataclass(frozen=True, slots=True)
class Recovery:
    """A session with its entries (by date), photos and acts on its warnings."""

    session: Session
    entries: tuple[Entry, ...] = ()
    photos: tuple[Photo, ...] = ()
    acts: tuple[Act, ...] = ()

    def __post_init__(self) -> None:
        entries = tuple(sorted(self.entries, key=lambda entry: entry.date))
        for earlier, later in itertools.pairwise(entries):
            if earlier.date == later.date:
                raise InvalidValue(
                    _("There are two entries for {date}. Keep one.").format(date=later.date),
                    "date",
                )
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


@dataclass(frozen=True, slots=True)
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
        if other.id != session.id and other.date > session.date and other.overlaps(session)
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


SYMPTOM_ORDER: tuple[str, ...] = tuple(symptom.code for symptom in SYMPTOMS)
SIGN_ORDER: tuple[str, ...] = tuple(sign.code for sign in SIGNS)
CARE_ORDER: tuple[str, ...] = tuple(item.code for item in CARE_ITEMS)
