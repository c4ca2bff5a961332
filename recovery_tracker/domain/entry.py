"""What a patient says about one day of one session.

Not recorded is never "none": a rating or sign that is missing is unknown. An entry checks itself
when it is made, so an entry that exists is an entry that may be kept.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from types import MappingProxyType

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.codes import is_own_code, order_of
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.own_words import quoted
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

LATE_AFTER = dt.timedelta(hours=48)
LONGEST_TEXT = 20_000  # characters of a note, and of every other text of a person's own

_GRADES = range(len(Severity))
_symptoms_in_order = order_of(SYMPTOM_BY_CODE)
_signs_in_order = order_of(SIGN_BY_CODE)
_care_in_order = order_of(CARE_BY_CODE)


# What was checked before, by its identity, which is its own as long as it is held here.
_checked: dict[int, Mapping[str, int]] = {}
_MOST_CHECKED = 512  # a long log has few different days; 4,096 took 4 MB of a window in long use


def scores_of(said: Mapping[str, int]) -> Mapping[str, int]:
    """Check grades and put them in order; the same ones on many days share their memory.

    What this gave costs nothing to check again: a long log has few different days.

    Raises:
        InvalidValue: a code is no symptom's, or a grade is none from 0 to 4.
    """
    if _checked.get(id(said)) is said:
        return said
    told = tuple(said.items())
    for _code, grade in told:
        if type(grade) is not int:  # a Severity, 2.0, or something that is no grade at all
            for each in told:
                _check_score(*each)
            return _ordered(tuple([(code, int(grade)) for code, grade in told]))
    return _ordered(told)


def _check_score(code: str, grade: object) -> None:
    if code not in SYMPTOM_BY_CODE and not is_own_code(code):
        raise InvalidValue(_("“{code}” is not a symptom.").format(code=quoted(code)), "scores")
    if isinstance(grade, bool) or grade not in _GRADES:
        raise InvalidValue(
            _("{symptom} is graded from 0 to 4, not {grade}.").format(symptom=code, grade=grade),
            "scores",
        )


@lru_cache(maxsize=_MOST_CHECKED)
def _ordered(scores: tuple[tuple[str, int], ...]) -> Mapping[str, int]:
    for code, grade in scores:
        _check_score(code, grade)
    said = dict(scores)
    checked = MappingProxyType({code: said[code] for code in _symptoms_in_order(tuple(said))})
    if len(_checked) >= _MOST_CHECKED:
        _checked.clear()
    _checked[id(checked)] = checked
    return checked


_Codes = tuple[str, ...]


@lru_cache(maxsize=_MOST_CHECKED)
def _codes_of(signs: _Codes, absent: _Codes, care: _Codes) -> tuple[_Codes, _Codes, _Codes]:
    """Check signs and care and put them in order; a selection that comes again is known."""
    for code in (*signs, *absent):
        if code not in SIGN_BY_CODE:
            raise InvalidValue(_("“{code}” is not a sign.").format(code=quoted(code)), "signs")
    both = set(signs) & set(absent)
    if both:
        raise InvalidValue(
            _("{signs} cannot be both present and absent.").format(signs=", ".join(sorted(both))),
            "signs",
        )
    for code in care:
        if code not in CARE_BY_CODE and not is_own_code(code):
            raise InvalidValue(_("“{code}” is not a care item.").format(code=quoted(code)), "care")
    return _signs_in_order(signs), _signs_in_order(absent), _care_in_order(care)


@frozen
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
        signs, absent, care = _codes_of(
            tuple(self.signs), tuple(self.signs_absent), tuple(self.care)
        )
        object.__setattr__(self, "scores", scores_of(self.scores))
        object.__setattr__(self, "signs", signs)
        object.__setattr__(self, "signs_absent", absent)
        object.__setattr__(self, "care", care)

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
