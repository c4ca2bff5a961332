"""Which codes are known, and in which order they stand: for every value of the diary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from recovery_tracker.domain.care import CARE_ITEMS
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.own_words import quoted
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.i18n import _

SYMPTOM_ORDER: tuple[str, ...] = tuple(symptom.code for symptom in SYMPTOMS)
SIGN_ORDER: tuple[str, ...] = tuple(sign.code for sign in SIGNS)
CARE_ORDER: tuple[str, ...] = tuple(item.code for item in CARE_ITEMS)


def is_own_code(code: str) -> bool:
    """Tell whether a code is one the patient added (``x_`` and eight hex digits)."""
    return re.fullmatch(r"x_[0-9a-f]{8}", code) is not None


def order_of(catalogue: Iterable[str]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what puts codes in catalogue order, each once; free and own ones last, sorted.

    It remembers: the same few selections come back in every entry, and share their memory.
    """
    order = {code: place for place, code in enumerate(catalogue)}

    @lru_cache(maxsize=1024)
    def in_order(codes: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted(set(codes), key=lambda code: (order.get(code, len(order)), code)))

    return in_order


def choose(value: str | None, allowed: Mapping[str, str], name: str) -> None:
    """Refuse an answer that is not among the allowed ones; ``None`` is no answer.

    Raises:
        InvalidValue: the sentence lists the answers there are.
    """
    if value is not None and value not in allowed:
        raise InvalidValue(
            _("“{value}” is not a known answer for {field}. Use one of: {answers}.").format(
                value=quoted(value), field=name, answers=", ".join(allowed)
            ),
            name,
        )
