"""The report on paper: everything of its content is there, tagged, searchable, the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.warnings import By, Ended, Level
from recovery_tracker.report import pdf as pdf_module
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import ReportContent, report_content
from recovery_tracker.report.pdf import pages_png, pdf_bytes, write_pdf
from tests.builders import act, build, daily, date_of, warning
from tests.report.cases import case, content, five_days
from tests.report.paper import fonts_of, in_one_line, rows_of, tags_of, text_of

HOSTILE = (
    "#set page(width: 1pt) #panic() $x^2$ @ref *bold* _it_ `raw` <tag> \\ // /* ~ -- = head\n"
    "- list 😀 皮 שלום مرحبا \u202eevil\u202c \x07 \ud800 https://example.org/" + "w" * 200
)
QUICK = ReportOptions(charts=False, daily_log=False)


@pytest.fixture(scope="module")
def full() -> ReportContent:
    """A session with warnings, notes, an earlier session and a profile."""
    recovery = build(
        five_days(blisters=True, notes="Two blisters.", medicines="paracetamol", moisturised=True),
        acts=[act("blisters", 4, "contacted")],
        areas=("face", "cheeks"),
        practitioner="Dr Okafor",
        products=("hyaluronic serum",),
    )
    return report_content(
        case(
            recovery=recovery,
            profile=Profile(
                name="Alex Sample",
                birth_date=dt.date(1990, 5, 1),
                diabetes=True,
                questions="When may I swim?",
                dermatologist=Dermatologist(name="Dr Lind"),
            ),
            warnings=(
                warning(
                    "blisters", 4, code="U6", by=By.TODAY, reason="You noted blisters on day 4."
                ),
                warning(
                    "severe_redness",
                    0,
                    code="C3",
                    level=Level.WATCH,
                    by=None,
                    reason="Redness severe on day 0.",
                    message="Strong redness is common in the first days.",
                    ended=Ended.CLEARED,
                ),
            ),
            earlier=(build({0: daily(redness=2)}, id="a", date=date_of(-40)),),
        )
    )


@pytest.fixture(scope="module")
def paper(full: ReportContent) -> bytes:
    return pdf_bytes(full)


def test_session_warnings_and_words_are_in_the_text(full: ReportContent, paper: bytes) -> None:
    text = in_one_line(text_of(paper))
    for words in (
        "Mon 2 March 2026",
        "Face: cheeks",
        "Pen, 1.5 mm",
        "Dr Okafor",
        "hyaluronic serum",
        "Alex Sample, born 1990",
        "Yes: diabetes.",
        "Day 4: call your dermatologist today",
        "You noted blisters on day 4.",
        "Rule U6 blisters: contact, today; since day 4, still present.",
        "Redness severe on day 0.",
        "The patient contacted the clinic (6 March 2026).",
        "When may I swim?",
        "“Two blisters.”",
        "paracetamol",
        "moisturiser 1",
        "Page 1 of 3",
        "guidance 1",
        full.fingerprint,
    ):
        assert words in text, words
    for one in full.warnings:
        for words in (one.level, one.reason, one.told, one.state, f"Rule {one.rule}."):
            assert words in text, words
    for sentence in (*full.reading.sentences, *full.advice.notes, full.limits):
        assert sentence in text, sentence


def test_prolonged_flaking_has_the_same_reason_on_paper_as_everywhere() -> None:
    days = {day: daily(flaking=2 if day in (8, 9) else 0) for day in range(10)}
    recovery = build(days)
    warnings = assess(recovery, Profile(), (recovery.session,), date_of(9))
    (flaking,) = (one for one in warnings if one.rule == "prolonged_flaking")
    assert (flaking.level, flaking.active) == (Level.CONTACT, True)
    found = content(recovery=recovery, day=9, warnings=warnings)
    box, _figures, listed = in_one_line(text_of(pdf_bytes(found))).partition("Symptoms answered")
    assert flaking.reason in box
    assert "Rule C2 prolonged_flaking: contact, within two days; since day 9" in box
    for one in warnings:
        assert f"{one.reason} Rule {one.code} {one.rule}." in listed
        assert one.message in listed


def test_every_row_of_the_log_is_in_the_text(full: ReportContent, paper: bytes) -> None:
    assert_log_printed(full, paper)


def assert_log_printed(content: ReportContent, paper: bytes) -> None:
    rows = rows_of(paper)
    for block in content.log:
        assert block.caption in rows
        for row in (*block.symptoms, *block.signs):
            cells = (cell.text + "*" * cell.hidden for cell in row.cells)
            assert " ".join((row.label, *filter(None, cells))) in rows


def test_it_is_tagged_pdf_ua_with_title_and_language(paper: bytes) -> None:
    with pikepdf.open(io.BytesIO(paper)) as document:
        assert bool(document.Root.MarkInfo.Marked)
        assert str(document.Root.Lang) == "en"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.docinfo.Title) == "Recovery report, Day 4 after microneedling"
        assert str(document.open_metadata().get("pdfuaid:part")) == "1"


def test_headings_tables_and_the_chart_are_tags_in_reading_order(paper: bytes) -> None:
    tags = [tag for tag, _alt in tags_of(paper)]
    assert tags.index("H1") < tags.index("H2") < tags.index("Figure") < tags.index("Table")
    assert tags.count("Table") == 5  # symptoms, signs, comparison, warnings, scale
    assert "TH" in tags


def test_every_chart_has_its_alternative_text(full: ReportContent, paper: bytes) -> None:
    assert full.chart is not None
    assert full.comparison is not None
    assert [alt for tag, alt in tags_of(paper) if tag == "Figure"] == [
        full.chart.alt,
        *(overlay.alt for overlay in full.comparison.overlays),
    ]


def test_the_comparison_stands_on_paper_row_by_row(full: ReportContent, paper: bytes) -> None:
    assert full.comparison is not None
    text = in_one_line(text_of(paper))
    assert " ".join(full.comparison.sessions) in text
    for row in full.comparison.rows:
        assert " ".join((row.label, *row.values)) in text


def test_only_bundled_fonts_are_used(paper: bytes) -> None:
    assert fonts_of(paper) <= {
        "Inter-Regular",
        "Inter-Medium",
        "Inter-SemiBold",
        "Inter-Bold",
        "InterDisplay-SemiBold",
    }


def test_the_same_content_gives_the_same_bytes(full: ReportContent, paper: bytes) -> None:
    assert pdf_bytes(full) == paper
    later = replace(full, prepared_at=full.prepared_at + dt.timedelta(hours=1))
    assert pdf_bytes(later) != paper


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    script = (
        "import pathlib, sys; from tests.report.cases import content, five_days; "
        "from recovery_tracker.report.pdf import write_pdf; "
        "write_pdf(content(five_days(pus=True)), pathlib.Path(sys.argv[1]))"
    )
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for seed, file in enumerate(files):
        subprocess.run(
            [sys.executable, "-c", script, file],
            check=True,
            timeout=60,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
        )
    assert files[0].read_bytes() == files[1].read_bytes()


def test_what_a_patient_writes_is_never_markup() -> None:
    days = five_days(notes=HOSTILE, medicines=HOSTILE, advice_received=HOSTILE, new_product=HOSTILE)
    found = report_content(
        case(
            recovery=build(days, practitioner=HOSTILE, notes=HOSTILE, products=(HOSTILE,)),
            profile=Profile(name=HOSTILE, allergies=HOSTILE, questions=HOSTILE),
            own_symptoms=(OwnItem("x_0000000a", HOSTILE),),
            warnings=(warning(day=4, reason=HOSTILE, message=HOSTILE),),
        )
    )
    paper = pdf_bytes(found)
    text = in_one_line(text_of(paper))
    marks = "#set page(width: 1pt) #panic() $x^2$ @ref *bold* _it_ `raw` <tag> \\ // /* ~ -- = head"
    assert text.count(marks) >= 8
    assert "[grinning face]" in text
    assert "characters cannot be printed with the fonts of this program" in text
    assert "Page 1 of 4" in text


def test_a_word_that_is_longer_than_the_line_stays_on_the_page() -> None:
    found = content({0: {"notes": "w" * 400}}, options=QUICK)
    rows = [row for row in rows_of(pdf_bytes(found)) if "www" in row]
    assert len(rows) > 2
    assert sum(row.count("w") for row in rows) == 400


@given(words=st.text(min_size=1, max_size=300))
def test_any_text_gives_a_valid_page(words: str) -> None:
    found = content({0: {"notes": words}}, profile=Profile(questions=words), options=QUICK)
    assert pdf_bytes(found).startswith(b"%PDF")


def test_an_empty_diary_makes_an_honest_report() -> None:
    text = in_one_line(text_of(pdf_bytes(content({}))))
    assert "Not enough entries to say. No day is logged." in text
    assert "Not recorded Redness" in text
    assert "No warning" not in text
    assert "Patient Not stated" in text


def test_two_hundred_days_are_all_on_paper() -> None:
    days: dict[int, dict[str, Any]] = {
        day: daily(redness=day % 5, flaking=(day // 3) % 5, pain=(day * 7) % 3, fever=day % 9 == 0)
        for day in range(-5, 200)
        if day % 11
    }
    days[150] |= {"x_0000000a": 2, "lumps": True, "notes": "a note on day 150"}
    found = content(days, day=200, own_symptoms=(OwnItem("x_0000000a", "Tingling"),))
    paper = pdf_bytes(found)
    assert len(found.log) > 13
    assert_log_printed(found, paper)
    text = in_one_line(text_of(paper))
    assert "Daily log, continued" in text
    assert "a note on day 150" in text


def test_a_log_with_more_rows_than_a_page_loses_none() -> None:
    codes = [f"x_{number:08x}" for number in range(70)]
    found = content(
        {0: dict.fromkeys(codes, 3)},
        own_symptoms=[OwnItem(code, f"Own number {code}") for code in codes],
    )
    assert_log_printed(found, pdf_bytes(found))


@pytest.mark.parametrize(
    ("paper", "size"), [("a4", (595.28, 841.89)), ("us-letter", (612.0, 792.0))]
)
def test_the_page_has_the_chosen_size(paper: Any, size: tuple[float, float]) -> None:
    found = content(five_days(), options=ReportOptions(paper=paper))
    with pikepdf.open(io.BytesIO(pdf_bytes(found))) as document:
        _x, _y, width, height = (float(number) for number in document.pages[0].mediabox)
    assert (width, height) == pytest.approx(size, abs=0.01)


def test_the_preview_shows_the_pages_of_the_pdf(full: ReportContent, paper: bytes) -> None:
    pages, small = pages_png(full, 48, 12)
    with pikepdf.open(io.BytesIO(paper)) as document:
        assert len(pages) == len(small) == len(document.pages)
    assert {Image.open(io.BytesIO(page)).size for page in pages} == {(397, 561)}  # A4, 48 ppi
    assert {Image.open(io.BytesIO(page)).size for page in small} == {(99, 140)}


def test_writing_replaces_the_file_and_leaves_nothing_beside_it(
    full: ReportContent, paper: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(b"older")
    write_pdf(full, file)
    assert file.read_bytes() == paper
    assert list(tmp_path.iterdir()) == [file]


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(
    full: ReportContent, tmp_path: Path
) -> None:
    with pytest.raises(StorageProblem, match="no such folder"):
        write_pdf(full, tmp_path / "nowhere" / "report.pdf")
    with pytest.raises(StorageProblem, match="is a folder"):
        write_pdf(full, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_font_that_is_missing_fails_instead_of_falling_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    none = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    monkeypatch.setattr(pdf_module, "_fonts", lambda: none)
    with pytest.raises(RuntimeError, match="unknown font family"):
        pages_png(content({}, options=QUICK), 48)


def test_writing_a_report_s_content_imports_neither_typst_nor_matplotlib() -> None:
    script = (
        "import sys; import recovery_tracker.report.pdf; "
        "from tests.report.cases import content, five_days; content(five_days()); "
        "loaded = {'typst', 'matplotlib', 'numpy', 'sqlalchemy', 'PySide6'} & set(sys.modules); "
        "print(*loaded)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert (done.stdout, done.stderr) == ("\n", "")
