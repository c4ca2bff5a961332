"""Day texts and care lines: the right one for the day and the depth, with what it rests on."""

from __future__ import annotations

import re

import pytest

from recovery_tracker.domain.care_guidance import (
    CARE_LINES,
    PHASES,
    care_for,
    care_for_person,
    phase,
)
from recovery_tracker.domain.guidance import DAY_TEXTS, Basis, day_text
from recovery_tracker.domain.profile import Profile
from tests.builders import NO_PROFILE, session


@pytest.mark.parametrize(
    ("day", "depth", "begins"),
    [
        (0, 1.5, "Redness, tightness"),
        (1, 1.5, "Many people feel"),
        (2, 1.5, "Redness often starts"),
        (2, 2.0, "After deeper or heat-based"),
        (3, 1.5, "Swelling is mostly gone"),
        (3, 2.5, "Swelling often eases"),
        (4, 1.5, "Flaking is common now"),
        (6, 1.5, "Flaking is common now"),
        (6, 2.0, "Some redness and flaking"),
        (7, 1.5, "For most people"),
        (10, 2.0, "After deeper treatment"),
        (11, 2.0, "Little should be left"),
        (15, 1.5, "One entry a week"),
        (29, 1.5, "Some problems start weeks later"),
        (90, None, "Some problems start weeks later"),
    ],
)
def test_each_day_has_its_text(day: int, depth: float | None, begins: str) -> None:
    found = day_text(session(needle_depth_mm=depth), day)
    assert found is not None
    assert found.text.startswith(begins)


def test_radiofrequency_counts_as_deep() -> None:
    found = day_text(session(device="rf", needle_depth_mm=1.0), 2)
    assert found is not None
    assert found.deep


@pytest.mark.parametrize("day", [-1, 91])
def test_before_and_long_after_nothing_is_said(day: int) -> None:
    assert day_text(session(), day) is None


def test_every_day_up_to_90_has_exactly_one_text_for_each_depth() -> None:
    for day in range(91):
        plain = [t for t in DAY_TEXTS if t.first <= day <= t.last and not t.deep]
        assert len(plain) == 1, day
        assert len([t for t in DAY_TEXTS if t.first <= day <= t.last and t.deep]) <= 1


def test_texts_keep_the_rules_of_wording() -> None:
    texts = [t.words for t in DAY_TEXTS] + [line.words for line in CARE_LINES]
    texts += [text for one in PHASES for text in (one.to_do, one.to_avoid)]
    for text in texts:
        assert not re.search(r"\b(normal|safe|all good|working|you missed)\b|!", text), text
        for dose_or_drug in ("mg", "steroid", "antibiotic", "antihistamine", "antiviral"):
            assert dose_or_drug not in text.lower(), text
    for text in DAY_TEXTS:
        for sentence in text.words.split(". "):
            assert len(sentence.split()) < 22, sentence


def test_nothing_is_said_without_a_basis() -> None:
    for one in (*DAY_TEXTS, *PHASES, *CARE_LINES):
        assert one.basis.sources or one.basis.judgement


def test_a_basis_is_a_short_citation() -> None:
    assert str(Basis(("S14", "S17"), "B", judgement=True)) == "S14, S17 B; judgement"
    assert str(Basis(judgement=True)) == "judgement"
    assert str(Basis(("S1",))) == "S1"


def test_care_lines_follow_what_was_noted() -> None:
    assert [line.fields for line in care_for(("dryness", "redness"))] == [
        ("flaking", "dryness"),
        ("redness", "burning"),
    ]
    assert care_for(("pus",)) == ()


def test_what_a_person_or_a_session_asks_for() -> None:
    assert care_for_person(NO_PROFILE, session()) == ()
    profile = Profile(cold_sores=True, skin_tone=4)
    texts = [line.text for line in care_for_person(profile, session(performed_by="home"))]
    assert len(texts) == 3
    assert texts[-1].startswith("Use new, sealed needles each time")
    assert care_for_person(Profile(skin_tone=3), session()) == ()


def test_on_a_shared_day_the_more_careful_phase_holds() -> None:
    shared = phase(3)
    assert shared is not None
    assert shared.last == 3
    assert phase(-1) is None
    assert phase(85) is None
