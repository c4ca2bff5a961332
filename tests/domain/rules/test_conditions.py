"""C17, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import Days, check, saw, table

ECZEMA = {"skin_conditions": ("eczema",)}
PSORIASIS = {"skin_conditions": ("psoriasis",)}
ROSACEA = {"skin_conditions": ("rosacea",)}


@table(
    ("ticked", "contact week", {0: {"condition_flare": True}}),
    ("ticked, late", "contact week", {200: {"condition_flare": True}}),
    ("answered no", "", {3: {"condition_flare": False}}, ECZEMA),
    ("itching 2 twice", "contact week", {7: {"itching": 2}, 8: {"itching": 2}}, ECZEMA),
    ("flaking 2 twice", "contact week", {7: {"flaking": 2}, 8: {"flaking": 3}}, PSORIASIS),
    ("itching 1 before", "contact week", {7: {"itching": 1}, 8: {"itching": 2}}, ECZEMA),
    ("itching 1 twice", "", {7: {"itching": 1}, 8: {"itching": 1}}, ECZEMA),
    ("flaking with eczema", "contact week", {8: {"flaking": 2}}, ECZEMA),
    ("itching with psoriasis", "contact week", {8: {"itching": 2}}, PSORIASIS),
    ("itching 1 above twice", "", {8: {"itching": 1}, 9: {"itching": 1}}, ECZEMA),
    ("itching 1 after 3", "", {8: {"itching": 3}, 9: {"itching": 1}}, ECZEMA),
    (
        "itchy as before the session",
        "",
        {-1: {"itching": 2}, 8: {"itching": 2}, 9: {"itching": 2}},
        ECZEMA,
    ),
    ("day 7", "", {6: {"itching": 3}, 7: {"itching": 3}}, ECZEMA),
    ("redness 2 twice", "contact week", {7: {"redness": 2}, 8: {"redness": 2}}, ROSACEA),
    ("redness 3 once", "", {7: {"redness": 1}, 8: {"redness": 3}}, ROSACEA),
    ("redness with eczema", "", {7: {"redness": 3}, 8: {"redness": 3}}, ECZEMA),
    ("itching with rosacea", "", {7: {"itching": 3}, 8: {"itching": 3}}, ROSACEA),
    ("no condition", "", {7: {"itching": 3}, 8: {"itching": 3}}),
    ("acne", "", {7: {"itching": 3}, 8: {"itching": 3}}, {"skin_conditions": ("acne",)}),
    (
        "itchy before the session: 1 above",
        "",
        {-1: {"itching": 1}, 7: {"itching": 0}, 8: {"itching": 2}},
        ECZEMA,
    ),
    (
        "itchy before the session: 2 above",
        "contact week",
        {-1: {"itching": 1}, 7: {"itching": 0}, 8: {"itching": 3}},
        ECZEMA,
    ),
    ("day 90", "contact week", {90: {"itching": 2}}, ECZEMA),
    ("day 91", "", {91: {"itching": 2}}, ECZEMA),
)
def test_condition_flare(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C17", level, days, who)


def test_a_flare_names_the_condition_and_both_days() -> None:
    days = {7: {"itching": 2}, 8: {"itching": 2}}
    assert saw("C17", days, **ECZEMA) == {(7, "itching"), (8, "itching"), (8, "skin_conditions")}
