"""U3, U11, C19 and C20, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.domain.rules.one_rule import DARKER, DIABETES, WEAK, Days, check, saw, table

SKIN_SIGNS = (
    "pus",
    "spreading_redness",
    "warmth",
    "blisters",
    "blisters_many",
    "cold_sore",
    "hives",
    "one_spot_worse",
    "rash_beyond",
    "crusting",
    "yellow_crust",
    "condition_flare",
    "burn_or_raw_skin",
    "pale_or_mottled",
    "swollen_glands",
    "lip_swelling",
    "eye_swelling",
)


@pytest.mark.parametrize("sign", SKIN_SIGNS)
def test_fever_with_every_skin_sign(sign: str) -> None:
    days = {1: {"fever": True, sign: True}}
    check("U3", "urgent today", days, {})
    check("C20", "", days, {})
    assert saw("U3", days) == {(1, "fever"), (1, sign)}


@table(
    ("very unwell", "urgent now", {3: {"fever": True, "pus": True, "very_unwell": True}}),
    ("fainted", "urgent now", {3: {"fever": True, "pus": True, "faint": True}}),
    ("breathing", "urgent now", {3: {"fever": True, "pus": True, "breathing_difficulty": True}}),
    ("open fever and open pus", "urgent today", {3: {"fever": True, "pus": True}, 4: {"pain": 0}}),
    ("fever answered no", "", {3: {"fever": True}, 4: {"pus": True, "fever": False}}),
    ("fever alone", "", {3: {"fever": True}}),
    ("a skin sign alone", "", {3: {"pus": True, "very_unwell": True}}),
    ("another sign does not count", "", {3: {"fever": True, "lumps": True, "vomiting": True}}),
    ("pain 2 on day 2", "urgent today", {2: {"fever": True, "pain": 2}}),
    ("pain 2 on day 1", "", {1: {"fever": True, "pain": 2}}),
    ("redness 2 on day 2", "urgent today", {2: {"fever": True, "redness": 2}}),
    ("swelling 2 the day before", "urgent today", {1: {"swelling": 2}, 2: {"fever": True}}),
    ("redness 1 on day 3", "", {3: {"fever": True, "redness": 1}}),
    ("redness 1 on day 3, darker skin", "urgent today", {3: {"fever": True, "redness": 1}}, DARKER),
    ("redness 1 on day 2, darker skin", "", {2: {"fever": True, "redness": 1}}, DARKER),
    ("crusts of the day before", "", {2: {"crusting": True}, 3: {"fever": True}}),
    ("before the session", "", {-1: {"fever": True, "pus": True}}),
)
def test_fever_with_skin_signs(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U3", level, days, who)


@table(
    ("with fever", "urgent now", {3: {"very_unwell": True, "fever": True}}),
    ("with a skin sign", "urgent now", {3: {"very_unwell": True, "swollen_glands": True}}),
    ("with pain 3", "urgent now", {4: {"very_unwell": True, "pain": 3}}),
    ("with open fever", "urgent now", {3: {"fever": True}, 4: {"very_unwell": True}}),
    ("with pain 1", "urgent today", {4: {"very_unwell": True, "pain": 1}}),
    ("alone", "urgent today", {0: {"very_unwell": True}}),
    ("the day before", "", {3: {"very_unwell": True}, 4: {"fever": True}}),
    ("answered no", "", {4: {"very_unwell": False, "fever": True}}),
)
def test_very_unwell(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U11", level, days, who)


@table(
    ("after day 7", "contact two_days", {8: {"swollen_glands": True}}),
    ("day 7", "watch", {7: {"swollen_glands": True}}),
    ("with fever", "contact two_days", {3: {"swollen_glands": True, "fever": True}}),
    ("with pus", "contact two_days", {3: {"swollen_glands": True, "pus": True}}),
    ("with heat", "contact two_days", {3: {"swollen_glands": True, "warmth": True}}),
    ("with pain 2", "contact two_days", {0: {"swollen_glands": True, "pain": 2}}),
    ("with open pus", "contact two_days", {2: {"pus": True}, 3: {"swollen_glands": True}}),
    ("with pain before", "contact two_days", {2: {"pain": 2}, 3: {"swollen_glands": True}}),
    ("with pain 1", "watch", {0: {"swollen_glands": True, "pain": 1}}),
    ("diabetes, day 3", "contact two_days", {3: {"swollen_glands": True}}, DIABETES),
    ("weak immunity, day 8", "urgent today", {8: {"swollen_glands": True}}, WEAK),
    ("diabetes, with pain", "urgent today", {3: {"swollen_glands": True, "pain": 2}}, DIABETES),
    ("not answered", "", {8: {"fever": True}}, DIABETES),
)
def test_swollen_glands(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C19", level, days, who)


@table(
    ("alone", "contact today", {3: {"fever": True}}),
    ("open", "contact today", {3: {"fever": True}, 5: {"pain": 0}}),
    ("no longer open", "", {3: {"fever": True}, 7: {"pain": 0}}),
    ("diabetes", "urgent today", {3: {"fever": True}}, DIABETES),
    ("weak immunity", "urgent today", {3: {"fever": True}}, WEAK),
    ("pregnant", "urgent today", {3: {"fever": True}}, {"pregnant_or_breastfeeding": True}),
    ("not pregnant", "contact today", {3: {"fever": True}}, {"pregnant_or_breastfeeding": False}),
    ("with a skin sign: U3 speaks", "", {3: {"fever": True, "crusting": True}}, DIABETES),
    ("day 30", "contact today", {30: {"fever": True}}),
    ("day 31", "", {31: {"fever": True}}),
    ("answered no", "", {3: {"fever": False}}),
)
def test_fever_alone(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C20", level, days, who)


def test_fever_alone_names_the_health_answer() -> None:
    who = {"weak_immunity": True, "pregnant_or_breastfeeding": True}
    fields = {field for _day, field in saw("C20", {3: {"fever": True}}, **who)}
    assert fields == {"fever", "weak_immunity", "pregnant_or_breastfeeding"}
