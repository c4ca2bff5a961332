"""What Help tells of the rules and ranges is what the rules and ranges are."""

from __future__ import annotations

import re

from recovery_tracker.domain import handbook
from recovery_tracker.domain.profile import Profile
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


def test_where_the_range_is_none_to_none_no_report_stands_behind_it() -> None:
    rows = {row.symptom: row for row in handbook.ranges(session(needle_depth_mm=0.5), Profile())}
    assert rows["swelling"].cells[2].expected
    assert not rows["swelling"].cells[3].expected  # reports go on to day 3, the range does not
    assert rows["swelling"].sources == ("S3", "S6", "S9", "S10")


def test_every_level_says_what_ends_it() -> None:
    ends = {(row.level, row.by): row.ends for row in handbook.levels()}
    assert next(iter(ends)) == ("urgent", "now")
    assert list(ends)[-1] == ("watch", "")
    assert "7 days" in ends["urgent", "today"]
    assert ends["contact", "week"].startswith("Ends after 2 entries")
    assert ends["watch", ""].startswith("Ends after an entry")
    assert all("seen" in words for words in ends.values())


def test_a_rule_says_when_it_is_asked_and_what_is_asked_again() -> None:
    told = {row.code: row for row in handbook.rules()}
    assert told["C1"].days == "Asked on days 0 to 90."
    assert told["C1"].ends == "Asked again before it ends, as far as it was noted: flaking."
    assert told["U1"].days == "Asked on days 0 to 365; before the session, too."
    assert told["U1"].ends == ""
    assert told["C11"].days == "Asked on days 0 to 365; a later session does not end it."
    assert told["C22"].ends == "Ends when the question on the Today page is answered."
    assert told["C26"].days == "Asked from day 0, without an entry."
    assert told["C26"].ends == "Ends when you say that you have been seen."


def test_what_changes_a_range_is_told_in_words() -> None:
    told = {row.code: row for row in handbook.modifiers()}
    assert told["dry"].changes[0] == "Flaking and dryness: typically one grade more on days 2 to 5"
    assert told["oily"].changes == (
        "Flaking and dryness: typically one grade less on days 0 to 28",
    )
    assert told["rf"].changes == (
        "Redness and swelling: usual up to moderate at least on days 1 to 3",
    )
