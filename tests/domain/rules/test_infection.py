"""U4, U5, C9 and C25, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DARKER, DEEP, DIABETES, WEAK, Days, check, saw, table


@table(
    ("day 2", "urgent today", {2: {"spreading_redness": True}}),
    ("day 1", "contact today", {1: {"spreading_redness": True}}),
    ("open on day 2", "contact today", {1: {"spreading_redness": True}, 2: {"pain": 0}}),
    ("answered no", "", {1: {"spreading_redness": True}, 2: {"spreading_redness": False}}),
    ("no longer open", "", {1: {"spreading_redness": True}, 5: {"pain": 0}}),
    ("with heat on day 0", "urgent today", {0: {"spreading_redness": True, "warmth": True}}),
    ("with pain 2 on day 0", "urgent today", {0: {"spreading_redness": True, "pain": 2}}),
    ("with pain 1 on day 0", "contact today", {0: {"spreading_redness": True, "pain": 1}}),
    ("open, with open heat", "urgent today", {2: {"warmth": True}, 3: {"spreading_redness": True}}),
    ("with swelling 2 on day 1", "urgent today", {1: {"spreading_redness": True, "swelling": 2}}),
    ("open, with swelling 2", "urgent today", {1: {"spreading_redness": True}, 2: {"swelling": 2}}),
    (
        "open, with pain before",
        "urgent today",
        {0: {"spreading_redness": True, "pain": 2}, 2: {"flaking": 0}},
    ),
    (
        "both open",
        "urgent today",
        {2: {"spreading_redness": True, "warmth": True}, 3: {"flaking": 0}},
    ),
    ("late", "urgent today", {200: {"spreading_redness": True}}),
    ("before the session", "", {-1: {"spreading_redness": True}}),
)
def test_spreading_redness(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U4", level, days, who)


@table(
    ("alone, day 0", "contact today", {0: {"pus": True}}),
    ("open", "contact today", {0: {"pus": True}, 3: {"pain": 0}}),
    ("no longer open", "", {0: {"pus": True}, 4: {"pain": 0}}),
    ("diabetes", "urgent today", {0: {"pus": True}}, DIABETES),
    ("weak immunity", "urgent today", {0: {"pus": True}}, WEAK),
    ("diabetes: no", "contact today", {0: {"pus": True}}, {"diabetes": False}),
    ("with spreading", "urgent today", {1: {"pus": True, "spreading_redness": True}}),
    ("with fever", "urgent today", {1: {"pus": True, "fever": True}}),
    ("open, with fever", "urgent today", {3: {"pus": True}, 4: {"fever": True}}),
    ("with open fever", "urgent today", {3: {"fever": True}, 4: {"pus": True}}),
    ("with eye pain", "urgent today", {1: {"pus": True, "eye_pain_or_sight_change": True}}),
    ("with an eye closing", "urgent today", {1: {"pus": True, "eye_swelling": True}}),
    ("with swelling 2", "urgent today", {1: {"pus": True, "swelling": 2}}),
    ("with swelling 1", "contact today", {1: {"pus": True, "swelling": 1}}),
    ("with pain 3", "urgent today", {1: {"pus": True, "pain": 3}}),
    ("with pain 2", "contact today", {1: {"pus": True, "pain": 2}}),
    ("with redness 3", "urgent today", {1: {"pus": True, "redness": 3}}),
    ("with redness 2", "contact today", {1: {"pus": True, "redness": 2}}),
    ("redness two days before", "urgent today", {1: {"redness": 3}, 3: {"pus": True}}),
    ("heat is not in the list", "contact today", {1: {"pus": True, "warmth": True}}),
    ("answered no", "", {0: {"pus": True}, 1: {"pus": False, "fever": True}}),
)
def test_pus(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U5", level, days, who)


def test_pus_shows_the_day_it_was_ticked() -> None:
    assert saw("U5", {3: {"pus": True}, 4: {"fever": True}}) == {(3, "pus"), (4, "fever")}


@table(
    (
        "redness, swelling and pain",
        "urgent today",
        {5: {"redness": 2, "swelling": 1, "pain": 2}},
    ),
    ("with heat instead", "urgent today", {5: {"redness": 2, "swelling": 1, "warmth": True}}),
    ("with crusts instead", "urgent today", {5: {"redness": 2, "pain": 2, "yellow_crust": True}}),
    ("pain 1 does not count", "contact today", {5: {"redness": 2, "swelling": 1, "pain": 1}}),
    ("redness 2 within its range", "contact today", {4: {"redness": 2, "swelling": 1, "pain": 2}}),
    ("heat, swelling 2, pain 2", "urgent today", {2: {"warmth": True, "swelling": 2, "pain": 2}}),
    (
        "heat, swelling 2 and pain 2 within their ranges",
        "urgent today",
        {2: {"warmth": True, "swelling": 2, "pain": 2}},
        DEEP,
    ),
    ("heat, swelling 2", "contact today", {2: {"warmth": True, "swelling": 2}}),
    ("heat, pain 2", "contact today", {2: {"warmth": True, "pain": 2}}),
    ("swelling 2 and pain 2 within, no heat", "", {2: {"swelling": 2, "pain": 2}}, DEEP),
    ("heat, swelling 1, pain 2", "watch", {2: {"warmth": True, "swelling": 1, "pain": 2}}, DEEP),
    ("heat, swelling 2, pain 1", "watch", {2: {"warmth": True, "swelling": 2, "pain": 1}}, DEEP),
    (
        "heat, swelling 2 and pain 2 of the day before",
        "urgent today",
        {1: {"swelling": 2, "pain": 2}, 2: {"warmth": True}},
        DEEP,
    ),
    ("heat and the pain of the day before", "contact today", {4: {"pain": 1}, 5: {"warmth": True}}),
    ("heat, swelling 2 within", "watch", {2: {"warmth": True, "swelling": 2}}, DEEP),
    ("two", "contact today", {5: {"swelling": 1, "pain": 2}}),
    ("heat and pain 1 above", "contact today", {5: {"warmth": True, "pain": 1}}),
    ("heat and pain 1 within", "watch", {3: {"warmth": True, "pain": 1}}),
    ("heat and crusts", "contact today", {5: {"warmth": True, "yellow_crust": True}}),
    ("one", "", {5: {"swelling": 1}}),
    ("crusts alone", "", {5: {"yellow_crust": True}}),
    ("dry crusts do not count", "", {5: {"crusting": True, "swelling": 1}}),
    ("heat alone", "watch", {2: {"warmth": True}}),
    ("open heat", "watch", {2: {"warmth": True}, 5: {"pain": 0}}),
    ("heat on day 1", "", {1: {"warmth": True}}),
    ("everything on day 1", "", {1: {"redness": 4, "swelling": 4, "pain": 4, "warmth": True}}),
    ("carried values count", "contact today", {4: {"swelling": 1}, 5: {"pain": 2}}),
    ("diabetes, two", "urgent today", {5: {"swelling": 1, "pain": 2}}, DIABETES),
    ("diabetes, heat", "contact today", {2: {"warmth": True}}, DIABETES),
    ("diabetes, one", "", {5: {"swelling": 1}}, DIABETES),
    ("darker skin, pain 1", "contact today", {5: {"swelling": 1, "pain": 1}}, DARKER),
    (
        "darker skin, redness 1",
        "urgent today",
        {8: {"redness": 1, "swelling": 1, "pain": 1}},
        DARKER,
    ),
    ("darker skin, redness 1 within", "", {5: {"redness": 1, "pain": 1}}, DARKER),
    ("last day", "watch", {90: {"warmth": True}}),
    ("after the last day", "", {91: {"warmth": True}}),
)
def test_possible_infection(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C9", level, days, who)


def test_several_signs_name_what_was_counted() -> None:
    assert saw("C9", {4: {"swelling": 1}, 5: {"pain": 2}}) == {(4, "swelling"), (5, "pain")}
    darker = saw("C9", {5: {"swelling": 1, "pain": 1}}, **DARKER)
    assert darker == {(5, "swelling"), (5, "pain"), (5, "skin_tone")}
    assert (8, "skin_tone") in saw("C9", {8: {"swelling": 1, "redness": 1}}, **DARKER)
    assert (5, "diabetes") in saw("C9", {5: {"swelling": 1, "pain": 2}}, **DIABETES)


@table(
    ("day 2 with heat", "urgent today", {2: {"one_spot_worse": True, "warmth": True}}),
    ("day 2 with fever", "urgent today", {2: {"one_spot_worse": True, "fever": True}}),
    ("day 2 with pain 2", "urgent today", {2: {"one_spot_worse": True, "pain": 2}}),
    ("day 3 with open fever", "urgent today", {2: {"fever": True}, 3: {"one_spot_worse": True}}),
    ("day 2 with pain before", "urgent today", {1: {"pain": 2}, 2: {"one_spot_worse": True}}),
    ("day 2 with pain 1", "contact today", {2: {"one_spot_worse": True, "pain": 1}}),
    ("day 2", "contact today", {2: {"one_spot_worse": True}}),
    ("open on day 2", "contact today", {1: {"one_spot_worse": True}, 2: {"redness": 1}}),
    ("day 1 with heat", "contact today", {1: {"one_spot_worse": True, "warmth": True}}),
    ("day 1 with pain 2", "contact today", {1: {"one_spot_worse": True, "pain": 2}}),
    ("day 1", "watch", {1: {"one_spot_worse": True}}),
    ("day 1, diabetes", "contact today", {1: {"one_spot_worse": True}}, DIABETES),
    ("day 2, weak immunity", "urgent today", {2: {"one_spot_worse": True}}, WEAK),
    ("answered no", "", {1: {"one_spot_worse": True}, 2: {"one_spot_worse": False, "pain": 2}}),
)
def test_one_spot_worse(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C25", level, days, who)
