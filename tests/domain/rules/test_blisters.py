"""U6 and C10, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, DIABETES, NECK, RF, WEAK, Days, check, saw, table

ECZEMA = {"skin_conditions": ("eczema",)}
COLD_SORES = {"cold_sores": True}


@table(
    ("blisters", "contact today", {3: {"blisters": True}}),
    ("open blisters", "contact today", {3: {"blisters": True}, 4: {"redness": 1}}),
    ("a cold sore", "contact today", {3: {"cold_sore": True}}),
    ("a cold sore does not stay open", "", {3: {"cold_sore": True}, 4: {"redness": 1}}),
    ("blisters, diabetes", "urgent today", {3: {"blisters": True}}, DIABETES),
    ("a cold sore, weak immunity", "urgent today", {3: {"cold_sore": True}}, WEAK),
    ("with fever", "urgent today", {3: {"cold_sore": True, "fever": True}}),
    ("with open fever", "urgent today", {2: {"fever": True}, 3: {"cold_sore": True}}),
    ("with pain of the day before", "urgent today", {2: {"pain": 2}, 3: {"blisters": True}}),
    ("with eye pain", "urgent today", {3: {"blisters": True, "eye_pain_or_sight_change": True}}),
    ("with an eye closing", "urgent today", {3: {"blisters": True, "eye_swelling": True}}),
    ("many", "urgent today", {3: {"blisters": True, "blisters_many": True}}),
    ("blisters with eczema", "urgent today", {3: {"blisters": True}}, ECZEMA),
    ("a cold sore with eczema", "urgent today", {3: {"cold_sore": True}}, ECZEMA),
    ("yellow crusts with eczema", "urgent today", {3: {"yellow_crust": True}}, ECZEMA),
    ("psoriasis", "contact today", {3: {"blisters": True}}, {"skin_conditions": ("psoriasis",)}),
    ("with pain 2 on the face", "urgent today", {3: {"blisters": True, "pain": 2}}),
    (
        "with pain 2, no area told",
        "urgent today",
        {3: {"blisters": True, "pain": 2}},
        {"areas": ()},
    ),
    ("with pain 2 on the neck", "contact today", {3: {"blisters": True, "pain": 2}}, NECK),
    ("with pain 3 on the neck", "urgent today", {3: {"blisters": True, "pain": 3}}, NECK),
    ("with pain 1 on the face", "contact today", {3: {"blisters": True, "pain": 1}}),
    ("yellow crusts with pain 2", "urgent today", {3: {"yellow_crust": True, "pain": 2}}),
    ("yellow crusts with pain 2, neck", "", {3: {"yellow_crust": True, "pain": 2}}, NECK),
    ("yellow crusts alone", "", {3: {"yellow_crust": True}}),
    ("flare with pain 2", "urgent today", {3: {"condition_flare": True, "pain": 2}}),
    ("flare with pain 1", "", {3: {"condition_flare": True, "pain": 1}}),
    ("flare with pain before", "urgent today", {2: {"pain": 2}, 3: {"condition_flare": True}}),
    ("flare with open fever", "urgent today", {2: {"fever": True}, 3: {"condition_flare": True}}),
    ("flare with blisters", "urgent today", {3: {"condition_flare": True, "blisters": True}}),
    ("flare with fever", "urgent today", {3: {"condition_flare": True, "fever": True}}),
    ("flare with crusts", "urgent today", {3: {"condition_flare": True, "yellow_crust": True}}),
    ("flare alone", "", {3: {"condition_flare": True}}),
    ("eczema, itching 2 with pain 2", "urgent today", {8: {"itching": 2, "pain": 2}}, ECZEMA),
    ("eczema, flaking 2 with fever", "urgent today", {8: {"flaking": 2, "fever": True}}, ECZEMA),
    ("eczema, itching 1 with pain 2", "", {8: {"itching": 1, "pain": 2}}, ECZEMA),
    (
        "eczema, itchy before the session",
        "urgent today",
        {-1: {"itching": 2}, 8: {"itching": 2, "pain": 2}},
        ECZEMA,
    ),
    ("eczema, before day 8", "", {7: {"itching": 2, "pain": 2}}, ECZEMA),
    (
        "rosacea watches redness",
        "urgent today",
        {8: {"redness": 2, "pain": 2}},
        {"skin_conditions": ("rosacea",)},
    ),
    (
        "rosacea does not watch itching",
        "",
        {8: {"itching": 2, "pain": 2}},
        {"skin_conditions": ("rosacea",)},
    ),
    ("no condition", "", {8: {"itching": 2, "pain": 2}}),
    ("cold sores before, burning above", "watch", {2: {"burning": 2}}, COLD_SORES),
    ("cold sores before, itching above", "watch", {5: {"itching": 2}}, COLD_SORES),
    ("cold sores before, day 1", "watch", {1: {"itching": 2}}, COLD_SORES),
    ("cold sores before, burning within", "", {1: {"burning": 2}}, COLD_SORES),
    ("cold sores before, day 6", "", {6: {"itching": 2}}, COLD_SORES),
    ("cold sores before, day 0", "", {0: {"burning": 3, "itching": 3}}, COLD_SORES),
    ("no cold sores before", "", {2: {"burning": 2}}),
    ("answered no", "", {2: {"blisters": True}, 3: {"blisters": False, "fever": True}}),
)
def test_blisters(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U6", level, days, who)


def test_blisters_name_what_makes_them_urgent() -> None:
    assert saw("U6", {3: {"blisters": True}}, **ECZEMA) == {(3, "blisters"), (3, "skin_conditions")}
    assert saw("U6", {3: {"blisters": True}, 4: {"fever": True}}) == {(3, "blisters"), (4, "fever")}


@table(
    ("yellow, diabetes", "urgent today", {3: {"yellow_crust": True}}, DIABETES),
    ("yellow, weak immunity", "urgent today", {3: {"yellow_crust": True}}, WEAK),
    ("yellow", "contact two_days", {0: {"yellow_crust": True}}),
    ("dry after day 5", "contact two_days", {6: {"crusting": True}}),
    ("dry on day 5", "watch", {5: {"crusting": True}}),
    ("dry on day 1", "watch", {1: {"crusting": True}}),
    ("dry on day 0", "", {0: {"crusting": True}}),
    ("dry on day 7, deep", "", {7: {"crusting": True}}, DEEP),
    ("dry on day 8, deep", "contact two_days", {8: {"crusting": True}}, DEEP),
    ("dry on day 3, RF", "", {3: {"crusting": True}}, RF),
    ("dry, diabetes", "watch", {3: {"crusting": True}}, DIABETES),
    ("the day before", "", {3: {"yellow_crust": True}, 4: {"redness": 1}}),
)
def test_crusting(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C10", level, days, who)
