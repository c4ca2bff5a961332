"""The reason of a warning names everything it rests on, as a person reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.rules.facts import Story
from recovery_tracker.domain.rules.rule import darker_tone
from tests.builders import build
from tests.domain.rules.one_rule import FILLER, RF, Days, found, reason

EYES = {"areas": ("around_eyes",)}

_SAYS: tuple[tuple[str, Days, Mapping[str, Any], str], ...] = (
    (
        "U10",
        {0: {"pale_or_mottled": True}},
        FILLER,
        "You noted white, grey or net-like purple skin on day 0; "
        "your answers also say: a recent filler.",
    ),
    (
        "C23",
        {1: {"burning": 4}},
        RF,
        "You noted very severe burning (usual range: none to moderate) on day 1; "
        "your answers also say: radiofrequency (RF).",
    ),
    (
        "C17",
        {8: {"itching": 2, "redness": 2}, 9: {"itching": 2, "redness": 3}},
        {"skin_conditions": ("eczema", "rosacea")},
        "You noted moderate itching on day 8 and day 9 (usual range on day 9: none) and redness "
        "moderate on day 8 and severe on day 9 (usual range on day 9: none); "
        "your answers also say: eczema (now or before) and rosacea.",
    ),
    (
        "C15",
        {40: {"lines_or_scars": True}},
        {"keloid": True},
        "You noted lines, pits or raised scars on day 40; "
        "your answers also say: raised scars in the past.",
    ),
    (
        "U11",
        {5: {"very_unwell": True, "fever": True}},
        {},
        "You noted feeling very unwell and fever on day 5.",
    ),
    (
        "U2",
        {0: {"lip_swelling": True, "swelling": 4, "hives": True}},
        {},
        "You noted suddenly swollen lips, very severe swelling (usual range: none to moderate) "
        "and hives on day 0.",
    ),
    (
        "U9",
        {2: {"pain": 4, "fever": True, "burn_or_raw_skin": True}},
        {},
        "You noted very severe pain (usual range: none to mild), fever and burnt, raw or "
        "blackened skin on day 2.",
    ),
    (
        "C16",
        {d: {"breakout": True, "white_bumps": True} for d in (20, 30)},
        {},
        "You noted spots on day 20 and day 30 and tiny white bumps on day 20 and day 30.",
    ),
    (
        "U7",
        {2: {"pus": True, "yellow_crust": True, "warmth": True, "swelling": 2}},
        EYES,
        "You noted pus, yellow or wet crusts, skin hot to touch and moderate swelling (usual "
        "range: none to mild) on day 2; your answers also say: treated around the eyes.",
    ),
    (
        "U7",
        {2: {"sight_loss": True, "eye_pain_or_sight_change": True, "fever": True}},
        {},
        "You noted sudden loss of sight, eye pain or a change in sight and fever on day 2.",
    ),
    (
        "U7",
        {2: {"sight_loss": True, "eye_pain_or_sight_change": True}},
        FILLER,
        "You noted sudden loss of sight and eye pain or a change in sight on day 2; "
        "your answers also say: a recent filler.",
    ),
    (
        "U6",
        {2: {"blisters": True}},
        {"skin_conditions": ("eczema",)},
        "You noted blisters on day 2; your answers also say: eczema (now or before).",
    ),
    (
        "U6",
        {2: {"blisters": True, "pain": 3}},
        {},
        "You noted blisters and severe pain (usual range: none to mild) on day 2.",
    ),
    (
        "U6",
        {2: {"burning": 2}},
        {"cold_sores": True},
        "You noted moderate burning (usual range: none to mild) on day 2; "
        "your answers also say: cold sores in the past.",
    ),
    (
        "U6",
        {8: {"itching": 2, "pain": 2}},
        {"skin_conditions": ("eczema",)},
        "You noted moderate itching (usual range: none) and moderate pain (usual range: none) on "
        "day 8; your answers also say: eczema (now or before).",
    ),
    (
        "C13",
        {2: {"bleeding_wont_stop": True, "bleeding": 2}},
        {},
        "You noted bleeding that will not stop and moderate bleeding (usual range: none) on day 2.",
    ),
    (
        "U1",
        {0: {"lip_swelling": True, "very_unwell": True}},
        {"numbing_cream": "lidocaine"},
        "You noted suddenly swollen lips and feeling very unwell on day 0; "
        "your answers also say: numbing cream.",
    ),
    (
        "C9",
        {3: {"warmth": True, "swelling": 2, "pain": 1}},
        {},
        "You noted moderate swelling (usual range: none to mild) and skin hot to touch on day 3.",
    ),
    (
        "U8",
        {3: {"flaking": 3, "redness": 1}},
        {"skin_tone": 5},
        "You noted severe flaking (usual range: none to moderate) and mild redness on day 3; "
        "your answers also say: a darker skin tone.",
    ),
    (
        "U8",
        {3: {"flaking": 3, "pain": 2}},
        {"skin_tone": 5},
        "You noted severe flaking (usual range: none to moderate) and moderate pain (usual range: "
        "none to mild) on day 3.",
    ),
)


@pytest.mark.parametrize(
    ("code", "days", "who", "words"), [pytest.param(*case, id=case[0]) for case in _SAYS]
)
def test_the_reason_says(code: str, days: Days, who: Mapping[str, Any], words: str) -> None:
    assert reason(code, days, **who) == words


@pytest.mark.parametrize(("tone", "said"), [(None, ()), (3, ()), (4, (4,)), (6, (6,))])
def test_the_skin_tone_is_named_where_it_decides(tone: int | None, said: tuple[int, ...]) -> None:
    story = Story(build({3: {"redness": 1}}), Profile(skin_tone=tone), ())
    assert tuple(seen.value for seen in darker_tone(story.facts[0])) == said


def test_a_rating_that_a_rise_began_at_keeps_its_usual_range() -> None:
    finding, _level = found("C8", {3: {"pain": 0}, 4: {"pain": 2}})
    assert finding is not None
    assert [(seen.value, seen.limit) for seen in finding.evidence] == [(0, 1), (2, 0)]
