"""A diary on paper for days away from the computer: a few days a page, filled in with a pen.

The eight symptoms with their five grades to ring, the daily signs to answer, care to tick and
room for notes; own symptoms where the patient has some. What is written on it is typed in later,
day by day, with the date it was noted for.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from recovery_tracker.domain import choices
from recovery_tracker.domain.care import CARE_ITEMS
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Session, check_day
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.i18n import _
from recovery_tracker.palette import palette
from recovery_tracker.report.case import Paper
from recovery_tracker.report.dates import day_name, in_full, with_weekday
from recovery_tracker.report.glyphs import printable
from recovery_tracker.resources import resource
from recovery_tracker.values import frozen

DAYS_A_PAGE = 3
MOST_DAYS = 60
STANDARD = "ua-1"

_BLEEDING_UNTIL_DAY = 2
_MOST_OWN = 3


@frozen
class DayColumn:
    """One day's column: its number, and its date in words."""

    day: str
    date: str


@frozen
class Sheet:
    """One page: its days, and the symptoms asked on them, own ones last."""

    days: tuple[DayColumn, ...]
    symptoms: tuple[str, ...]


@frozen
class PaperDiary:
    """All that stands on the pages, in the person's language.

    Attributes:
        grades: the five grades in words, from none to very severe.
        key: what a symptom's grades mean, where it has words of its own.
        prepared_at: when it was made; the document's date.
    """

    title: str
    treatment: str
    sheets: tuple[Sheet, ...]
    grades: tuple[str, ...]
    key: tuple[tuple[str, tuple[str, ...]], ...]
    signs: tuple[tuple[str, str], ...]
    care: tuple[str, ...]
    paper: Paper
    prepared_at: dt.datetime


def paper_diary(
    session: Session,
    first: dt.date,
    days: int,
    prepared_at: dt.datetime,
    *,
    own_symptoms: Sequence[OwnItem] = (),
    paper: Paper = "a4",
) -> PaperDiary:
    """Return a paper diary of some days of a session.

    Args:
        session: whose days they are.
        first: the first day.
        days: how many, from 1 to 60.
        prepared_at: the time it is made, with its zone.
        own_symptoms: the patient's own; retired ones are not asked.
        paper: the size of the page.

    Raises:
        InvalidValue: too many days, or some outside the session's diary.
    """
    if not 1 <= days <= MOST_DAYS:
        raise InvalidValue(
            _("A paper diary has from 1 to {most} days.").format(most=MOST_DAYS), "days"
        )
    dates = [first + dt.timedelta(days=number) for number in range(days)]
    check_day(session, dates[0])
    check_day(session, dates[-1])
    own = tuple(item.label for item in own_symptoms if not item.retired)[:_MOST_OWN]
    return PaperDiary(
        title=_("Recovery diary on paper"),
        treatment=_treatment(session),
        sheets=tuple(
            _sheet(session, dates[start : start + DAYS_A_PAGE], own)
            for start in range(0, days, DAYS_A_PAGE)
        ),
        grades=tuple(grade.label for grade in Severity),
        key=tuple(
            (symptom.label, tuple(symptom.grade_description(grade) for grade in Severity))
            for symptom in SYMPTOMS
            if symptom.usual and symptom.grade_names
        ),
        signs=tuple((SIGN_BY_CODE[code].label, SIGN_BY_CODE[code].help) for code in DAILY_SIGNS),
        care=tuple(item.label for item in CARE_ITEMS if item.offered),
        paper=paper,
        prepared_at=prepared_at,
    )


def _treatment(session: Session) -> str:
    areas = ", ".join(choices.label(choices.AREAS, area) for area in session.areas)
    told = _("{treatment} on {date}").format(
        treatment=choices.label(choices.TREATMENTS, session.treatment), date=in_full(session.date)
    )
    return f"{told} · {areas}" if areas else told


def _sheet(session: Session, dates: Sequence[dt.date], own: tuple[str, ...]) -> Sheet:
    bleeding = any(0 <= session.day_of(date) <= _BLEEDING_UNTIL_DAY for date in dates)
    asked = tuple(s.label for s in SYMPTOMS if s.usual or (s.code == "bleeding" and bleeding))
    columns = tuple(DayColumn(day_name(session.day_of(date)), with_weekday(date)) for date in dates)
    return Sheet(columns, (*asked, *own))


def pdf_bytes(diary: PaperDiary) -> bytes:
    """Return a paper diary as PDF/UA-1; the same diary gives the same bytes."""
    import typst

    template = resource("report", "paper.typ")
    moment = diary.prepared_at.replace(microsecond=0)
    zone = moment.utcoffset() or dt.timedelta()
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[resource("fonts")],
    )
    compiler = typst.Compiler(
        input=template,
        root=template.parent.parent,
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(_data(diary))},
    )
    pages, warnings = compiler.compile_with_warnings(
        format="pdf",
        pdf_standards=STANDARD,
        timestamp=moment.replace(tzinfo=dt.timezone(zone)),
    )
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))
    return b"".join(pages) if isinstance(pages, list) else pages or b""


def _data(diary: PaperDiary) -> dict[str, Any]:
    """Return what the template prints; nothing in it is markup."""
    moment = diary.prepared_at
    data = _plain({**asdict(diary), "prepared_at": None})
    data["moment"] = {
        part: getattr(moment, part) for part in ("year", "month", "day", "hour", "minute", "second")
    }
    data["colours"] = asdict(palette("light"))
    data["words"] = {
        "language": _("en"),
        "how": _("Ring one grade for each symptom. Leave out what you did not look at."),
        "key": _("What the grades mean"),
        "symptoms": _("How strong is it today?"),
        "signs": _("Any of these since the day before?"),
        "care": _("What you did"),
        "notes": _("Notes, medicines, what you were told"),
        "yes": _("yes"),
        "no": _("no"),
        "warns": _(
            "This paper cannot warn you. With trouble breathing or swallowing, call your local "
            "emergency number now. If you are worried, or another of the signs above is there, "
            "call your clinic."
        ),
        "later": _("Type each day in later, with its date."),
        "page": _("Page {n} of {all}"),
    }
    return data


def _plain(value: Any) -> Any:
    """Turn values into what JSON has, every text into what the fonts can print."""
    if isinstance(value, str):
        return printable(value)[0]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]  # pyright: ignore[reportUnknownVariableType]
    return value
