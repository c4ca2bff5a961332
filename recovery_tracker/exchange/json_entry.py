"""The codes of an entry: grades, signs and care, checked against the catalogues."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange.fields import (
    ENTRY,
    Field,
    Fields,
    Wrong,
    read_code,
    read_group,
    read_list,
)
from recovery_tracker.exchange.identity import OwnItems
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

_HIGHEST_GRADE = 4


def entry_fields(symptoms: OwnItems, care: OwnItems) -> Fields:
    """Return how an entry's fields are read, noting own symptoms and care items it uses."""

    def own_symptom(code: str) -> str:
        try:
            return symptoms.code(read_code(code, "scores"))
        except Wrong as wrong:
            raise wrong.within(code) from None

    def read_scores(value: object, key: str) -> dict[str, int]:
        scores: dict[str, int] = {}
        for code, grade in read_group(value, key).items():
            known = code if code in SYMPTOM_BY_CODE else own_symptom(code)
            if type(grade) is int and 0 <= grade <= _HIGHEST_GRADE:
                scores[known] = grade
            elif grade is not None:
                scores[known] = read_grade(grade, code, symptoms)
        return scores

    @lru_cache(maxsize=1024)
    def known_care(items: tuple[Any, ...]) -> tuple[str, ...]:
        return tuple(
            CARE_BY_CODE[item].code if item in CARE_BY_CODE else care.code(read_code(item, "care"))
            for item in items
        )

    def read_care(value: object, key: str) -> tuple[str, ...]:
        items = tuple(read_list(value, key))
        try:
            return known_care(items)
        except (Wrong, TypeError):
            _each_a_code(items, key)
            raise

    return {
        **ENTRY,
        "scores": Field(dict, read_scores),
        "signs": Field(list, _read_signs),
        "signs_absent": Field(list, _read_signs),
        "care": Field(list, read_care),
    }


def read_grade(grade: object, code: str, symptoms: OwnItems) -> int:
    """Take a grade; 2.0 is one, ``true`` and 7 are not.

    Raises:
        Wrong: with the path to the grade.
    """
    if isinstance(grade, int | float) and not isinstance(grade, bool):
        for known in range(_HIGHEST_GRADE + 1):
            if grade == known:
                return known
    known = SYMPTOM_BY_CODE.get(code)
    raise Wrong(
        _("{symptom} is graded from 0 to 4, not {grade}.").format(
            symptom=known.label if known else symptoms.called(code), grade=_as_said(grade)
        ),
        (code,),
    )


def _as_said(value: object) -> str:
    if isinstance(value, str):
        return _("“{words}”").format(words=quoted(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(value) if isinstance(value, int | float) else "…"


def _each_a_code(items: tuple[object, ...], key: str) -> None:
    for place, item in enumerate(items):
        try:
            read_code(item, key)
        except Wrong as wrong:
            raise wrong.within(place) from None


def _read_signs(value: object, key: str) -> tuple[str, ...]:
    signs = tuple(read_list(value, key))
    try:
        return _known_signs(signs)
    except (KeyError, TypeError):
        place = next(
            place
            for place, sign in enumerate(signs)
            if not isinstance(sign, str) or sign not in SIGN_BY_CODE
        )
        raise Wrong(
            _("{sign} is not a sign this program knows.").format(sign=_as_said(signs[place])),
            (place,),
        ) from None


@lru_cache(maxsize=1024)
def _known_signs(signs: tuple[str, ...]) -> tuple[str, ...]:
    """Return the catalogue's own words: the same answers come again and again, and share them."""
    return tuple(SIGN_BY_CODE[sign].code for sign in signs)


def refuse_answered_twice(said: dict[str, Any]) -> None:
    """Refuse an entry that has a sign both present and absent.

    Raises:
        Wrong: with the path to the sign.
    """
    absent: tuple[str, ...] = said.get("signs_absent", ())
    for place, sign in enumerate(said.get("signs", ())):
        if sign in absent:
            raise Wrong(
                _("“{sign}” cannot be both present and absent.").format(
                    sign=SIGN_BY_CODE[sign].label
                ),
                ("signs", place),
            )
