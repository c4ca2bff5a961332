"""The fields of a log file: one line each says how its value is written and how it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, cast

from recovery_tracker.exchange.text import quoted, unfit
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

Path = tuple[str | int, ...]

FIRST_YEAR, LAST_YEAR = 1900, 2199
_LONGEST_CODE = 100
_DATE_LENGTH = len("2026-03-02")
_MOMENT_LENGTH = len("2026-03-02T18:30:00")


class Wrong(Exception):  # noqa: N818 - turned into a sentence with a line before it leaves
    """A value that cannot be taken.

    Attributes:
        path: the keys and indexes that lead to it.
    """

    def __init__(self, sentence: str, path: Path = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.path = path

    def within(self, *steps: str | int) -> Wrong:
        """Return the same, told from further up."""
        return Wrong(self.sentence, (*steps, *self.path))


def _same(value: Any) -> Any:
    return value


def read_text(value: object, key: str) -> str:
    """Take a text."""
    if not isinstance(value, str):
        raise Wrong(_("“{key}” must be text.").format(key=key))
    wrong = unfit(value)
    if wrong:
        raise Wrong(wrong)
    return value


def read_code(value: object, key: str) -> str:
    """Take a short name; which names there are is checked by who keeps it."""
    code = read_text(value, key)
    if not code.strip() or len(code) > _LONGEST_CODE:
        raise Wrong(
            _("“{key}” must be a name of 1 to {longest} characters.").format(
                key=key, longest=_LONGEST_CODE
            )
        )
    return code


def read_list(value: object, key: str) -> list[Any]:
    """Take a list."""
    if not isinstance(value, list):
        raise Wrong(_("“{key}” must be a list in [ ].").format(key=key))
    return cast("list[Any]", value)


def read_group(value: object, key: str) -> dict[str, Any]:
    """Take an object."""
    if not isinstance(value, dict):
        raise Wrong(_("“{key}” must be a group in {{ }}.").format(key=key))
    return cast("dict[str, Any]", value)


def _read_texts(value: object, key: str) -> tuple[str, ...]:
    said: list[str] = []
    for place, item in enumerate(read_list(value, key)):
        try:
            said.append(read_text(item, key))
        except Wrong as wrong:
            raise wrong.within(place) from None
    return tuple(said)


def _read_numbers(value: object, key: str) -> tuple[float, ...]:
    return tuple(_read_number(item, key) for item in read_list(value, key))


def _read_flag(value: object, key: str) -> bool:
    if not isinstance(value, bool):
        raise Wrong(_("“{key}” must be true or false.").format(key=key))
    return value


def _read_number(value: object, key: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Wrong(_("“{key}” must be a number.").format(key=key))
    try:
        return float(value)
    except OverflowError:
        raise Wrong(_("“{key}” is too large a number.").format(key=key)) from None


def read_whole_number(value: object, key: str) -> int:
    """Take a whole number; 2.0 is one, ``true`` is not."""
    number = _read_number(value, key)
    if not number.is_integer():
        raise Wrong(_("“{key}” must be a whole number.").format(key=key))
    return int(number)


def read_date(value: object, key: str = "date") -> dt.date:
    """Take a date written as YYYY-MM-DD, from 1900 to 2199."""
    date = _date(value) if isinstance(value, str) else None
    if date is None:
        raise Wrong(
            _("“{value}” is not a date; write it as YYYY-MM-DD, from {first} to {last}.").format(
                value=quoted(value), first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    return date


def _date(text: str) -> dt.date | None:
    if len(text) != _DATE_LENGTH or text[7] != "-":
        return None  # such as 2026-W10-1, which Python would take
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return date if FIRST_YEAR <= date.year <= LAST_YEAR else None


def read_moment(value: object, key: str) -> dt.datetime:
    """Take a moment that says its zone; kept as UTC in whole seconds."""
    moment = read_local_time(value, key)
    if moment.tzinfo is dt.UTC and not moment.microsecond:
        return moment
    if moment.tzinfo is None:
        raise Wrong(
            _("“{value}” does not say its zone; write it as 2026-03-02T18:30:00Z.").format(
                value=quoted(value)
            )
        )
    return moment.astimezone(dt.UTC).replace(microsecond=0)


def read_local_time(value: object, key: str) -> dt.datetime:
    """Take a date with a time, with or without a zone."""
    try:
        if isinstance(value, str) and len(value) > _DATE_LENGTH:
            moment = dt.datetime.fromisoformat(value)
            if FIRST_YEAR <= moment.year <= LAST_YEAR:
                return moment
    except ValueError:
        pass
    raise Wrong(
        _("“{value}” is not a date with a time; write it as 2026-03-02T18:30:00Z.").format(
            value=quoted(value)
        )
    )


def write_moment(moment: dt.datetime) -> str:
    """Write a moment as UTC in whole seconds, with ``Z``."""
    if moment.tzinfo is not dt.UTC:
        moment = moment.astimezone(dt.UTC)
    return moment.isoformat("T", "seconds")[:_MOMENT_LENGTH] + "Z"


@frozen
class Field:
    """How one field goes into a file and comes out of it.

    Attributes:
        write: the JSON value of what the domain holds; empty or ``None`` is left out.
        read: takes the JSON value and the key, for the sentence; raises :class:`Wrong`.
    """

    write: Callable[[Any], Any]
    read: Callable[[Any, str], Any]


TEXT = Field(_same, read_text)
TEXTS = Field(list, _read_texts)
LIST = Field(list, read_list)
CODE = Field(_same, read_code)
FLAG = Field(_same, _read_flag)
ONLY_IF_TRUE = Field(lambda flag: flag or None, _read_flag)
NUMBER = Field(float, _read_number)
NUMBERS = Field(list, _read_numbers)
WHOLE_NUMBER = Field(int, read_whole_number)
DATE = Field(dt.date.isoformat, read_date)
MOMENT = Field(write_moment, read_moment)
LOCAL_TIME = Field(dt.datetime.isoformat, read_local_time)

Fields = Mapping[str, Field]

DERMATOLOGIST: Fields = {"name": TEXT, "clinic": TEXT, "phone": TEXT, "email": TEXT}

PROFILE: Fields = {
    "name": TEXT,
    "birth_date": DATE,
    "patient_number": TEXT,
    "skin_type": CODE,
    "sensitive": FLAG,
    "skin_conditions": TEXTS,
    "skin_tone": WHOLE_NUMBER,
    "cold_sores": FLAG,
    "keloid": FLAG,
    "metal_allergy": FLAG,
    "diabetes": FLAG,
    "weak_immunity": FLAG,
    "blood_thinners": FLAG,
    "pregnant_or_breastfeeding": FLAG,
    "severe_allergy": FLAG,
    "isotretinoin": FLAG,
    "allergies": TEXT,
    "dermatologist": Field(lambda whom: written(whom, DERMATOLOGIST), read_group),
    "appointment": DATE,
    "questions": TEXT,
}

SESSION: Fields = {
    "id": CODE,
    "date": DATE,
    "treatment": CODE,
    "device": CODE,
    "needle_depth_mm": NUMBER,
    "aggressive": FLAG,
    "areas": TEXTS,
    "products": TEXTS,
    "numbing_cream": TEXT,
    "recent_procedures": TEXTS,
    "performed_by": CODE,
    "reused_or_shared_needles": FLAG,
    "practitioner": TEXT,
    "notes": TEXT,
    "archived": ONLY_IF_TRUE,
}

# the reading of codes is that of json_entry, which knows the catalogues and the own items
ENTRY: Fields = {
    "date": DATE,
    "scores": Field(dict, read_group),
    "signs": LIST,
    "signs_absent": LIST,
    "care": LIST,
    "new_product": TEXT,
    "medicines": TEXT,
    "notes": TEXT,
    "private_notes": TEXT,
    "advice_received": TEXT,
    "entered_at": MOMENT,
    "changed_at": MOMENT,
    "done_at": MOMENT,
}

OWN_ITEM: Fields = {"code": CODE, "label": TEXT, "retired": FLAG}

PHOTO: Fields = {
    "date": DATE,
    "view": CODE,
    "sha256": CODE,
    "caption": TEXT,
    "taken_at": LOCAL_TIME,
    "marks": NUMBERS,
}

ACT: Fields = {
    "date": DATE,
    "rule": CODE,
    "act": CODE,
    "urgency_felt": CODE,
    "at": MOMENT,
    "covered": TEXTS,
}


def written(value: object, fields: Fields) -> dict[str, Any]:
    """Return what a value states, key by key in the order of its fields."""
    said: dict[str, Any] = {}
    for key, field in fields.items():
        kept = getattr(value, key)
        if kept is None or kept == "" or kept == ():
            continue
        told = field.write(kept)
        if told is not None and told != {}:
            said[key] = told
    return said
