"""Every clinical sentence rests on a source of the list, or says that it is judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from recovery_tracker.domain import handbook, usual_range
from recovery_tracker.domain.care_guidance import CARE_LINES, PERSONAL_LINES, PHASES
from recovery_tracker.domain.guidance import DAY_TEXTS
from recovery_tracker.domain.guidance import Basis as TextBasis
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.sources import sources
from recovery_tracker.domain.usual_range import MODIFIERS, SYMPTOMS_WITH_RANGE
from recovery_tracker.domain.usual_table import EVIDENCE, TABLE
from tests.builders import session

LISTED = {source.id: source for source in sources()}
CITED = re.compile(r"\bS\d+\b")
_PART = re.compile(
    r"(?:(?:S\d+(?:–S\d+)?|[Dd]ocument(?: \(“\w+”\))?)(?:, )?)+(?: [ABC](?:/[ABC])?)?"
    r"|(?:[a-z]+(?:, [a-z]+)* )?J(?: [a-z]+)?"
)


def rows_of_rules() -> Iterator[object]:
    for rule in RULES:
        for number, row in enumerate(rule.rows):
            yield pytest.param(row.source, id=f"{rule.code}-{number}")


@pytest.mark.parametrize("source", list(rows_of_rules()))
def test_a_row_of_a_rule_cites_listed_sources_or_says_judgement(source: str) -> None:
    for part in source.split("; "):
        assert _PART.fullmatch(part), part
    assert set(CITED.findall(source)) <= LISTED.keys()


def test_a_row_cites_no_better_grade_than_its_sources_have() -> None:
    """An A may stand only beside a source of grade A."""
    for rule in RULES:
        for row in rule.rows:
            for part in row.source.split("; "):
                grade = re.search(r" ([ABC])$", part)
                cited = [LISTED[code].sure for code in CITED.findall(part)]
                if grade and cited and "–" not in part:
                    assert any(grade[1] in sure for sure in cited), (rule.code, part)


def texts_with_a_basis() -> Iterator[object]:
    for text in DAY_TEXTS:
        yield pytest.param(text.basis, id=f"day {text.first}{' deep' if text.deep else ''}")
    for phase in PHASES:
        yield pytest.param(phase.basis, id=phase.name)
    for line in (*CARE_LINES, *PERSONAL_LINES):
        yield pytest.param(line.basis, id=line.words[:20])


@pytest.mark.parametrize("basis", list(texts_with_a_basis()))
def test_a_day_text_or_care_line_rests_on_something(basis: TextBasis) -> None:
    assert basis.sources or basis.judgement
    assert set(basis.sources) <= LISTED.keys() | {"document"}
    assert basis.sure in ("", "A", "B", "C")
    if basis.sure:
        assert any(basis.sure in LISTED[code].sure for code in basis.sources if code in LISTED)


def test_the_texts_of_days_are_all_there() -> None:
    assert len(DAY_TEXTS) == 13
    assert len(PHASES) == 5
    assert len(CARE_LINES) + len(PERSONAL_LINES) == 10


@pytest.mark.parametrize("symptom", SYMPTOMS_WITH_RANGE)
def test_a_range_names_its_sources(symptom: str) -> None:
    evidence = EVIDENCE[symptom]
    assert evidence.sources
    assert set(evidence.sources) <= LISTED.keys() | {"document"}
    assert evidence.last_if_deep is None or evidence.last_if_deep > evidence.last


def test_no_range_is_without_a_basis() -> None:
    assert TABLE.keys() == EVIDENCE.keys()


@pytest.mark.parametrize("depth", [0.5, 1.5, 2.5])
@pytest.mark.parametrize("device", ["pen", "rf"])
def test_a_cell_is_evidence_with_sources_or_judgement(depth: float, device: str) -> None:
    treated = session(needle_depth_mm=depth, device=device)
    touchy = Profile(skin_type="dry", sensitive=True, skin_conditions=("eczema", "rosacea"))
    for profile in (Profile(), touchy):
        for symptom in SYMPTOMS_WITH_RANGE:
            for day in handbook.RANGE_DAYS:
                found = usual_range.basis(symptom, day, treated, profile)
                assert found is not None
                assert not found.grade or found.expected
                assert bool(found.sources) >= found.expected
                assert set(found.sources) <= LISTED.keys() | {"document"}
                assert not (found.modifiers and found.grade), "a changed grade is judgement"


def test_a_modifier_has_known_sources_or_is_judgement() -> None:
    by_code = {row.code: row for row in handbook.modifiers()}
    for modifier in MODIFIERS:
        assert set(modifier.sources) <= LISTED.keys()
        assert by_code[modifier.code].sources == modifier.sources
        assert len(by_code[modifier.code].changes) == len(modifier.changes)
    assert by_code["rf"].sources == ("S45",)


def test_every_rule_says_in_its_code_what_it_rests_on() -> None:
    """The docstring of the function names a source, the document, or judgement."""
    for rule in RULES:
        assert re.search(r"\bS\d+|[Dd]ocument|judgement|clinical\.md", rule.find.__doc__ or ""), (
            rule.code
        )


def test_every_listed_source_has_a_known_grade() -> None:
    assert len(LISTED) == 57
    assert all(re.fullmatch(r"[ABC](/[ABC])?", source.sure) for source in LISTED.values())
