"""What a value of another program is here: a grade, or yes and no; or why it is neither."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary

from recovery_tracker.domain.severity import Severity
from recovery_tracker.exchange.account import Asked
from recovery_tracker.exchange.foreign_values import (
    HIGHEST_GRADE,
    SEVERITY_WORDS,
    Scale,
    is_duration,
    number_and_top,
    number_of,
    yes_or_no,
)
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen


class NoGrade(Exception):  # noqa: N818 - it is accounted for, not raised to anybody
    """A value that cannot be kept.

    Attributes:
        asks: the question whose answer would make it one that can.
        left_out: whether it is no fault of the file, only nothing the diary keeps.
    """

    def __init__(self, sentence: str, asks: Asked | None = None, *, left_out: bool = False) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.asks: Asked | None = asks
        self.left_out = left_out


@frozen
class Grade:
    """A grade from 0 to 4; ``sentence`` says how it came about where it was converted."""

    grade: int
    sentence: str = ""
    rounded: bool = False


def grade_of(value: str, scale: Scale | None, words: Dictionary[str, int]) -> Grade:
    """Return the grade a value stands for.

    Numbers are taken by the scale; without one, whole numbers from 0 to 4 are grades.

    Raises:
        NoGrade: it is none, or cannot be known without asking.
    """
    said = value.strip()
    word = said.casefold()
    if word in words:
        return _named(said, words[word])
    number = number_of(said)
    told = number_and_top(said)
    if told is not None:
        number, scale = told
    if number is None:
        if word in SEVERITY_WORDS:
            return _named(said, SEVERITY_WORDS[word])
        if is_duration(said):
            raise NoGrade(_("A length of time is no grade."))
        if not said:
            raise NoGrade(_("It has a name, but no value."))
        # a word may be the person's own; what holds a number is a slip, and asking would not help
        asks: Asked | None = None if any(sign.isdigit() for sign in said) else "words"
        raise NoGrade(_("This is no grade."), asks)
    if scale is None:
        if number in range(HIGHEST_GRADE + 1):
            return Grade(int(number))
        raise NoGrade(_("The scale of this number is not known."), "scale")
    grade = scale.grade(number)
    if grade is None:
        raise NoGrade(_("{number} is not on the scale {scale}.").format(number=said, scale=scale))
    exact = (number - scale.low) / (scale.high - scale.low) * HIGHEST_GRADE
    if scale.ours and exact == grade:
        return Grade(grade)
    sentence = _("{value} on the scale {scale} is kept as {grade}.").format(
        value=quoted(said), scale=scale, grade=Severity(grade).label
    )
    return Grade(grade, sentence, rounded=exact != grade)


def _named(said: str, grade: int) -> Grade:
    label = Severity(grade).label
    if said.casefold() == label.casefold():
        return Grade(grade)
    return Grade(grade, _("“{word}” is kept as {grade}.").format(word=quoted(said), grade=label))


def sign_of(value: str) -> bool:
    """Return whether a value says yes; a name that stands alone, or a grade above none, does, too.

    Raises:
        NoGrade: it says neither.
    """
    said = True if not value.strip() else yes_or_no(value)
    if said is not None:
        return said
    number = number_of(value)
    if number is not None:
        return number > 0
    word = value.strip().casefold()
    if word in SEVERITY_WORDS:
        return SEVERITY_WORDS[word] > 0
    raise NoGrade(_("This is neither yes nor no."))
