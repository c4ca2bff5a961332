"""What Help tells of the rules and ranges is what the rules and ranges are."""

from __future__ import annotations

import re

from recovery_tracker.domain import handbook
from recovery_tracker.domain.recovery import Profile
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.sources import sources
from recovery_tracker.domain.usual_range import usual
from tests.builders import session


def test_every_rule_is_told_with_every_level_it_can_reach() -> None:
    told = {row.code: row for row in handbook.rules()}
    assert told.keys() == {rule.code for rule in RULES}
    for rule in RULES:
        levels = [(level.level, level.by) for level in told[rule.code].levels]
        assert levels == [(r.level.code, r.by.code if r.by else "") for r in rule.rows]


def test_the_most_pressing_rules_stand_first() -> None:
    headings = [row.levels[0].heading for row in handbook.rules()]
    assert headings[0] == "Call your local emergency number now"
    assert headings[-1] == "Keep an eye on it"


def test_no_text_shows_a_place_to_fill_in() -> None:
    texts = [level.text for row in handbook.rules() for level in row.levels]
    assert not [text for text in texts if "{" in text]


def test_the_ranges_are_those_of_the_session_and_the_patient() -> None:
    deep, dry = session(needle_depth_mm=2.5), Profile(skin_type="dry")
    for row in handbook.ranges(deep, dry):
        for day, cell in zip(handbook.RANGE_DAYS, row.cells, strict=True):
            span = usual(row.symptom, day, deep, dry)
            assert span is not None
            assert (cell.typical, cell.upper) == (span.typical, span.upper)


def test_what_is_judgement_is_not_told_as_evidence() -> None:
    rows = {row.symptom: row for row in handbook.ranges(session(), Profile())}
    redness, itching = rows["redness"].cells, rows["itching"].cells
    assert redness[0].expected
    assert redness[0].graded
    assert not redness[10].expected
    assert not any(cell.expected for cell in itching)


def test_every_source_a_rule_cites_is_listed() -> None:
    known = {source.id for source in sources()}
    cited = {
        found
        for row in handbook.rules()
        for level in row.levels
        for found in re.findall(r"\bS\d+\b", level.source)
    }
    assert cited
    assert cited <= known


def test_every_source_has_a_title_a_place_and_a_grade() -> None:
    assert all(s.title and s.place and s.sure in {"A", "B", "C", "B/C"} for s in sources())
