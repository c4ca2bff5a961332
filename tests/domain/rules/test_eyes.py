"""U7, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import FILLER, Days, check, saw, table

AROUND_EYES = {"areas": ("around_eyes",)}


@table(
    ("loss of sight", "urgent now", {100: {"sight_loss": True}}),
    ("eye pain with fever", "urgent now", {3: {"eye_pain_or_sight_change": True, "fever": True}}),
    ("an eye closing with fever", "urgent now", {3: {"eye_swelling": True, "fever": True}}),
    ("open fever", "urgent now", {3: {"fever": True}, 4: {"eye_swelling": True}}),
    ("eye pain after filler", "urgent now", {0: {"eye_pain_or_sight_change": True}}, FILLER),
    (
        "eye pain after a peel",
        "urgent today",
        {0: {"eye_pain_or_sight_change": True}},
        {"recent_procedures": ("peel",)},
    ),
    ("eye pain", "urgent today", {3: {"eye_pain_or_sight_change": True}}),
    ("an eye closing alone: U2 speaks", "", {3: {"eye_swelling": True}}),
    ("pus around the eyes", "urgent today", {3: {"pus": True}}, AROUND_EYES),
    ("open pus around the eyes", "urgent today", {3: {"pus": True}, 4: {"pain": 0}}, AROUND_EYES),
    ("pus on the face", "", {3: {"pus": True}}),
    ("yellow crusts around the eyes", "urgent today", {3: {"yellow_crust": True}}, AROUND_EYES),
    (
        "heat and swelling 2 around the eyes",
        "urgent today",
        {1: {"warmth": True, "swelling": 2}},
        AROUND_EYES,
    ),
    (
        "open heat and the swelling of the day before",
        "urgent today",
        {2: {"warmth": True, "swelling": 2}, 3: {"pain": 1}},
        AROUND_EYES,
    ),
    ("pus on day 0", "urgent today", {0: {"pus": True}}, AROUND_EYES),
    ("heat and swelling 1", "", {1: {"warmth": True, "swelling": 1}}, AROUND_EYES),
    ("swelling 2 without heat", "", {1: {"swelling": 2}}, AROUND_EYES),
    ("eye pain before the session", "urgent today", {-1: {"eye_pain_or_sight_change": True}}),
    ("pus before the session", "", {-1: {"pus": True}}, AROUND_EYES),
    ("fever alone", "", {3: {"fever": True}}),
    ("filler alone", "", {3: {"pain": 1}}, FILLER),
    ("answered no", "", {3: {"sight_loss": False, "eye_pain_or_sight_change": False}}),
)
def test_eye_signs(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U7", level, days, who)


def test_eye_signs_name_the_filler() -> None:
    days = {0: {"eye_pain_or_sight_change": True}}
    assert saw("U7", days, **FILLER) == {(0, "eye_pain_or_sight_change"), (0, "recent_procedures")}
