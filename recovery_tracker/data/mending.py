"""What can be kept of an entry whose ratings, signs or care were damaged."""

from __future__ import annotations

import json
from typing import Any, cast

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.codes import is_own_code
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
