"""What can be kept of a row of which a part was damaged."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Mapping
from typing import Any, cast

from recovery_tracker.data import history, rows
from recovery_tracker.data.pictures import is_whole
from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.choices import PHOTO_VIEWS, TREATMENTS
from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE

KINDS_OF_CODES = frozenset(("ratings", "signs", "care"))


def _is_rating(code: str, grade: Any) -> bool:
    known = code in SYMPTOM_BY_CODE or is_own_code(code)
    return known and type(grade) is int and grade in range(len(Severity))


def _is_sign(code: str, present: Any) -> bool:
    return code in SIGN_BY_CODE and type(present) is int and present in (0, 1)


def _is_care(code: Any) -> bool:
    return isinstance(code, str) and (code in CARE_BY_CODE or is_own_code(code))


def mended(name: str, text: Any) -> tuple[str, int, int]:
    """Return one of these columns as it can be kept, how many codes it has, and how many it lost.

    A text that is not what such a column holds counts as one that was lost.
    """
    said = _loaded(text)
    if name == "care":
        listed = cast("list[Any]", said) if isinstance(said, list) else [None]
        items = [code for code in listed if _is_care(code)]
        return _json(items), len(items), len(listed) - len(items)
    fits = _is_rating if name == "ratings" else _is_sign
    told = cast("dict[str, Any]", said) if isinstance(said, dict) else {"": None}
    kept = {code: value for code, value in told.items() if fits(code, value)}
    return _json(kept), len(kept), len(told) - len(kept)


def _loaded(text: Any) -> Any:
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None


def _json(kept: object) -> str:
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


# A whole row ------------------------------------------------------------------------------------

_Row = Mapping[str, Any]


def _picture(row: tuple[Any, ...]) -> None:
    if not is_whole(*row):
        raise ValueError("not the bytes it is known by")


_DERMATOLOGIST = tuple(f"dermatologist_{name}" for name in rows.DERMATOLOGIST_FIELDS)
_Make = Callable[[tuple[Any, ...]], object]
_MADE_OF: dict[str, tuple[tuple[str, ...], _Make]] = {
    "profile": ((*rows.PROFILE_FIELDS, *_DERMATOLOGIST), rows.profile),
    "own_items": (("code", "label", "retired"), rows.own_item),
    "sessions": (rows.SESSION_FIELDS, rows.session),
    "entries": (rows.ENTRY_COLUMNS, lambda row: rows.entry(*row)),
    "acts": (rows.ACT_COLUMNS, rows.act),
    "shown": (rows.SHOWN_COLUMNS, rows.shown),
    "photos": (rows.PHOTO_COLUMNS, rows.photo),
    "pictures": (("sha256", "data"), _picture),
    "entry_versions": (("what",), lambda row: history.from_json(Entry, *row)),
    "session_versions": (("what",), lambda row: history.from_json(Session, *row)),
    "profile_versions": (("what",), lambda row: history.from_json(Profile, *row)),
}
"""What the program makes of a row of each table, and of which columns."""

_BLANKS = {"treatment": next(iter(TREATMENTS)), "view": next(iter(PHOTO_VIEWS))}
_ALL_OR_NOTHING = frozenset(("sha256", "data", "what"))


def ways_to_keep(table: str, row: _Row) -> Generator[_Row]:
    """Yield the row if the program can read it, else the same with one column left blank.

    The table may refuse a blank; nothing is yielded if no column alone is to blame.
    """
    columns, make = _MADE_OF.get(table, ((), tuple))
    if not row.keys() >= set(columns) or _makes(make, columns, row):  # else of an older version
        yield row
        return
    for column in columns:
        if column in _ALL_OR_NOTHING:
            continue
        for blank in (_BLANKS[column],) if column in _BLANKS else (None, "", "[]"):
            if _makes(make, columns, blanked := {**row, column: blank}):
                yield blanked


def _makes(make: _Make, columns: tuple[str, ...], row: _Row) -> bool:
    try:
        make(tuple([row[name] for name in columns]))
    except (InvalidValue, ValueError, TypeError, AttributeError):  # of anything at all
        return False
    return True
