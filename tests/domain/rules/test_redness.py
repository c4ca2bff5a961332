"""C3 and C4, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import (
    DARKER,
    DEEP,
    RF,
    SHALLOW,
    Days,
    check,
    message,
    saw,
    table,
)

ROSACEA = {"skin_conditions": ("rosacea",)}


@table(
    ("4 on day 1", "contact today", {1: {"redness": 4}}),
    ("4 on day 1, deep", "contact today", {1: {"redness": 4}}, DEEP),
    ("4 on day 0", "watch", {0: {"redness": 4}}),
    ("3 with heat on day 2", "contact today", {2: {"redness": 3, "warmth": True}}),
    (
        "3 with open heat",
        "contact today",
        {2: {"redness": 1, "warmth": True}, 3: {"redness": 3}},
    ),
    ("3 with the heat of day 1", "contact two_days", {1: {"warmth": True}, 2: {"redness": 3}}),
    ("3 with heat on day 1", "watch", {1: {"redness": 3, "warmth": True}}),
    ("3 with heat on day 2, deep", "watch", {2: {"redness": 3, "warmth": True}}, DEEP),
    ("3 with heat on day 3, deep", "contact today", {3: {"redness": 3, "warmth": True}}, DEEP),
    ("3 on day 2", "contact two_days", {2: {"redness": 3}}),
    ("3 on day 2, deep", "watch", {2: {"redness": 3}}, DEEP),
    ("3 on day 3, deep", "contact two_days", {3: {"redness": 3}}, DEEP),
    ("3 on day 2, RF", "watch", {2: {"redness": 3}}, RF),
    ("3 on day 3, RF", "contact two_days", {3: {"redness": 3}}, RF),
    ("3 on day 0", "watch", {0: {"redness": 3}}),
    ("2 above the range", "", {5: {"redness": 2}}),
    ("darker skin, 2 above on day 5", "watch", {5: {"redness": 2}}, DARKER),
    ("darker skin, 2 within on day 4", "", {4: {"redness": 2}}, DARKER),
    ("darker skin, 1 above", "", {8: {"redness": 1}}, DARKER),
    ("darker skin, shallow, day 3", "watch", {3: {"redness": 2}}, DARKER | SHALLOW),
    ("darker skin, shallow, day 2: within", "", {2: {"redness": 2}}, DARKER | SHALLOW),
    ("darker skin, not rated", "", {5: {"redness": 2}, 6: {"pain": 0}}, DARKER),
    ("darker skin, red before", "watch", {-1: {"redness": 2}, 5: {"redness": 2}}, DARKER),
    ("skin tone 3", "", {5: {"redness": 2}}, {"skin_tone": 3}),
    ("darker skin, 3 keeps its row", "contact two_days", {2: {"redness": 3}}, DARKER),
    ("not rated, even with heat", "", {1: {"redness": 4}, 2: {"warmth": True}}),
    ("rosacea does not excuse 3", "contact two_days", {2: {"redness": 3}}, ROSACEA),
    ("after the last day", "", {91: {"redness": 4}}),
    ("before the session", "", {-1: {"redness": 4}}),
)
def test_severe_redness(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C3", level, days, who)


def test_the_early_watch_names_the_day_to_call() -> None:
    early = {0: {"redness": 3}}
    assert message("C3", early).endswith("still this strong on day 2.")
    assert message("C3", early, **DEEP).endswith("still this strong on day 3.")
    assert message("C3", early, **RF).endswith("still this strong on day 3.")


def test_darker_skin_has_words_of_its_own() -> None:
    days = {5: {"redness": 2}}
    assert message("C3", days, **DARKER).startswith("Redness can be harder to see on darker skin")
    assert saw("C3", days, **DARKER) == {(5, "redness"), (5, "skin_tone")}


@table(
    ("2 after 2", "contact week", {7: {"redness": 2}, 8: {"redness": 2}}),
    ("2 after 1", "watch", {7: {"redness": 1}, 8: {"redness": 2}}),
    ("2 after silence", "contact week", {4: {"redness": 0}, 8: {"redness": 2}}),
    ("2 after other entries", "watch", {7: {"pain": 0}, 8: {"redness": 2}}),
    ("2 on day 11", "contact week", {10: {"redness": 0}, 11: {"redness": 2}}),
    ("2 on day 10", "watch", {9: {"redness": 0}, 10: {"redness": 2}}),
    ("1 after 1", "watch", {7: {"redness": 1}, 8: {"redness": 1}}),
    ("1 after 0", "", {7: {"redness": 0}, 8: {"redness": 1}}),
    ("1 alone", "", {8: {"redness": 1}}),
    ("day 7", "", {6: {"redness": 2}, 7: {"redness": 2}}),
    ("0", "", {7: {"redness": 2}, 8: {"redness": 0}}),
    ("not rated", "", {7: {"redness": 2}, 8: {"flaking": 1}}),
    ("1 on days 14 and 21", "contact week", {14: {"redness": 1}, 21: {"redness": 1}}),
    ("1 on days 14 and 20", "watch", {14: {"redness": 1}, 20: {"redness": 1}}),
    ("1 on days 13 and 21", "contact week", {13: {"redness": 1}, 21: {"redness": 1}}),
    ("1 on days 12 and 21: too far back", "", {12: {"redness": 1}, 21: {"redness": 1}}),
    (
        "0 in between does not matter from day 21",
        "contact week",
        {20: {"redness": 1}, 21: {"redness": 0}, 22: {"redness": 1}},
    ),
    ("1 every day until day 20", "watch", {19: {"redness": 1}, 20: {"redness": 1}}),
    ("deep: 1 is usual up to day 10", "", {9: {"redness": 1}, 10: {"redness": 1}}, DEEP),
    ("deep: from day 11", "watch", {10: {"redness": 1}, 11: {"redness": 1}}, DEEP),
    ("red before the session", "", {-3: {"redness": 1}, 8: {"redness": 1}, 9: {"redness": 1}}),
    ("rosacea ends with day 7", "watch", {7: {"redness": 1}, 8: {"redness": 1}}, ROSACEA),
    ("after the last day", "", {90: {"redness": 2}, 91: {"redness": 2}}),
)
def test_prolonged_redness(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C4", level, days, who)


def test_prolonged_redness_shows_what_came_before() -> None:
    assert saw("C4", {7: {"redness": 1}, 8: {"redness": 1}}) == {(7, "redness"), (8, "redness")}
    assert saw("C4", {14: {"redness": 1}, 21: {"redness": 1}}) == {(14, "redness"), (21, "redness")}
