"""What a cell of another program says: a grade, yes or no, a number; scales turned into ours."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

HIGHEST_GRADE = 4

# words of severity other programs write, lower case; a mapping can add the person's own
SEVERITY_WORDS: dict[str, int] = {
    "none": 0, "no": 0, "absent": 0, "clear": 0,
    "minimal": 1, "slight": 1, "light": 1, "mild": 1, "low": 1, "a little": 1,
    "medium": 2, "moderate": 2, "some": 2,
    "strong": 3, "high": 3, "severe": 3, "bad": 3,
    "very severe": 4, "unbearable": 4, "extreme": 4, "very strong": 4, "worst": 4, "very bad": 4,
}  # fmt: skip
YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔", "present", "taken", "done", "ja", "1.0"})
NO = frozenset({"no", "n", "false", "0", "absent", "not taken", "not done", "nein", "0.0"})

ROUNDING = N_("Halves are rounded up, so that a symptom never looks milder than it was noted.")

_NUMBER = re.compile(r"[+-]?\d{1,9}(?:[.,]\d{1,9})?", re.ASCII)
_OF = re.compile(r"(?P<n>[+-]?\d{1,9}(?:[.,]\d{1,9})?)\s*/\s*(?P<high>\d{1,3})", re.ASCII)
_DURATION = re.compile(r"-?\d{1,7}:-?\d{1,2}:-?\d{1,2}", re.ASCII)


@frozen
class Scale:
    """A scale of another program, from "none" to the worst there is; it may run downwards."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high)) or self.low == self.high:
            raise InvalidValue(_("A scale goes from one number to another, such as 0-10."), "scale")

    def grade(self, number: float) -> int | None:
        """Return the grade from 0 to 4, halves rounded up; ``None`` off the scale."""
        part = (number - self.low) / (self.high - self.low)
        if not 0 <= part <= 1:
            return None
        return math.floor(part * HIGHEST_GRADE + 0.5)

    @property
    def ours(self) -> bool:
        """Whether it is the diary's own scale, so that nothing is converted."""
        return (self.low, self.high) == (0, HIGHEST_GRADE)

    def __str__(self) -> str:
        return f"{self.low:g}-{self.high:g}"


OUR_SCALE = Scale(0, HIGHEST_GRADE)


def read_scale(text: str) -> Scale:
    """Read a scale as a person types it: ``0-10``.

    Raises:
        InvalidValue: it is none.
    """
    found = re.fullmatch(r"\s*(-?\d{1,4}(?:\.\d+)?)\s*-\s*(-?\d{1,4}(?:\.\d+)?)\s*", text)
    if found is None:
        raise InvalidValue(
            _("“{text}” is not a scale; write it as 0-10.").format(text=text), "scale"
        )
    return Scale(float(found[1]), float(found[2]))


@lru_cache(maxsize=4096)
def number_of(text: str) -> float | None:
    """Return a number, with a decimal point or comma; ``None`` if it is none."""
    found = _NUMBER.fullmatch(text.strip())
    return float(found[0].replace(",", ".")) if found else None


@lru_cache(maxsize=4096)
def number_and_top(text: str) -> tuple[float, Scale] | None:
    """Read a number that says its scale itself, such as ``3/10``."""
    found = _OF.fullmatch(text.strip())
    if found is None or int(found["high"]) == 0:
        return None
    return float(found["n"].replace(",", ".")), Scale(0, int(found["high"]))


def yes_or_no(text: str) -> bool | None:
    """Return what a word of agreement or denial says; ``None`` if it is neither."""
    word = text.strip().casefold()
    return True if word in YES else False if word in NO else None


def is_duration(text: str) -> bool:
    """Tell whether a text is a length of time such as 1:10:00."""
    return _DURATION.fullmatch(text.strip()) is not None
