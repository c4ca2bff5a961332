"""What only the person knows of another program's table, as questions with their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.wording import listed
from recovery_tracker.exchange.account import Asked, Question
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign_dates import DateOrder, moment
from recovery_tracker.exchange.readings import Reading
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

_SHOWN_NAMES = 8


def open_questions(
    asked: Mapping[Asked, Iterable[str]],
    orders: tuple[DateOrder, ...],
    rows: list[Reading],
    header: tuple[str, ...],
    here: Here,
) -> tuple[Question, ...]:
    """Return what is open: ``asked`` by the rows, and what the whole table leaves open."""
    found: list[Question] = []
    if not here.sessions:
        found.append(
            Question("session", _("There is no session yet for these days. Add one first."))
        )
    if not orders:
        found.append(
            Question(
                "date_column",
                _("No column holds dates this program can read. Choose it in the window."),
                header,
            )
        )
    if len(orders) > 1:
        found.append(_about_dates(orders, rows))
    ask: tuple[tuple[Asked, Callable[[str], str]], ...] = (
        ("scale", _about_scale),
        ("words", _about_words),
        ("meaning", _about_meaning),
    )
    for kind, sentence in ask:
        names = tuple(asked.get(kind, ()))
        if names:
            found.append(Question(kind, sentence(_named(names)), names))
    return tuple(found)


def _named(names: tuple[str, ...]) -> str:
    shown = [_("“{words}”").format(words=quoted(name)) for name in names[:_SHOWN_NAMES]]
    if len(names) > _SHOWN_NAMES:
        shown.append(_("{n} more").format(n=len(names) - _SHOWN_NAMES))
    return listed(shown)


def _about_dates(orders: tuple[DateOrder, ...], rows: list[Reading]) -> Question:
    first, second = orders[:2]
    shown = next(
        reading.date
        for reading in rows
        if moment(reading.date, first) != moment(reading.date, second)
    )
    sentence = _(
        "Is “{date}” day and month, or month and day? Say it with --date-order dmy or "
        "--date-order mdy, or in the window."
    )
    return Question("dates", sentence.format(date=quoted(shown)), (), orders, shown)


def _about_scale(names: str) -> str:
    return _(
        "On which scale are numbers such as {names}? Say it with --scale 0-10 (from none to the "
        "worst), or in the window."
    ).format(names=names)


def _about_words(names: str) -> str:
    grades = ", ".join(f"{grade.value} {grade.label}" for grade in Severity)
    return _(
        "Which grades are {names}? Say it in the window and save it as a mapping, then use "
        "--mapping NAME. The grades are: {grades}."
    ).format(names=names, grades=grades)


def _about_meaning(names: str) -> str:
    return _(
        "What should become of {names}? Say it in the window and save it as a mapping, then use "
        "--mapping NAME; or leave it out with --leave-out NAME."
    ).format(names=names)
