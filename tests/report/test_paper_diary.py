"""The diary on paper: every day, symptom and sign is on it, tagged, the same bytes."""

from __future__ import annotations

import datetime as dt
import io

import pikepdf
import pytest

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.report.case import Paper
from recovery_tracker.report.paper_diary import PaperDiary, paper_diary, pdf_bytes
from tests.builders import date_of, session
from tests.report.paper import fonts_of, in_one_line, tags_of, text_of

NOW = dt.datetime(2026, 3, 1, 9, 30, tzinfo=dt.UTC)
OWN = (OwnItem("x_1f00c3ab", "Tingling #panic()"), OwnItem("x_00000001", "Gone", retired=True))


MANY = tuple(OwnItem(f"x_{n:08x}", f"A symptom of my own, number {n}") for n in range(5))


def diary(
    first: int = 0, days: int = 7, paper: Paper = "a4", own: tuple[OwnItem, ...] = OWN
) -> PaperDiary:
    return paper_diary(session(), date_of(first), days, NOW, own_symptoms=own, paper=paper)


@pytest.mark.parametrize("own", [(), OWN, MANY], ids=["none", "one", "many"])
@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("us-letter", (612, 792))])
def test_a_page_for_three_days_and_one_for_the_grades(
    paper: Paper, size: tuple[int, int], own: tuple[OwnItem, ...]
) -> None:
    with pikepdf.open(io.BytesIO(pdf_bytes(diary(paper=paper, own=own)))) as pdf:
        assert len(pdf.pages) == 4
        for page in pdf.pages:
            assert [round(float(edge)) for edge in page.mediabox][2:] == list(size)


def test_everything_that_is_asked_is_on_it() -> None:
    pdf = pdf_bytes(diary())
    text = in_one_line(text_of(pdf))
    for day in range(7):
        assert f"day {day}" in text
    assert "Mon 2 March 2026" in text
    for code in USUAL_SYMPTOMS:
        assert SYMPTOM_BY_CODE[code].label in text
    for code in DAILY_SIGNS:
        assert SIGN_BY_CODE[code].label in text
        assert SIGN_BY_CODE[code].help in text
    assert "Tingling #panic()" in text
    assert "Gone" not in text
    assert "like a clear sunburn" in text
    assert "call your local emergency number" in text
    assert fonts_of(pdf) <= {"Inter-Regular", "Inter-SemiBold", "Inter-Bold", "NotoSans-Regular"}
    assert {"Table", "TH", "H1", "H2"} <= {tag for tag, _alt in tags_of(pdf)}


def test_bleeding_is_asked_on_the_first_days_only() -> None:
    assert ["Bleeding" in sheet.symptoms for sheet in diary().sheets] == [True, False, False]


def test_the_same_diary_gives_the_same_bytes() -> None:
    assert pdf_bytes(diary(3, 2)) == pdf_bytes(diary(3, 2))


@pytest.mark.parametrize(("first", "days"), [(0, 0), (0, 61), (-15, 3), (364, 3)])
def test_days_outside_the_diary_are_refused(first: int, days: int) -> None:
    with pytest.raises(InvalidValue):
        diary(first, days)
