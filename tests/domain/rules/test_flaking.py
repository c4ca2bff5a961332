"""U8, C1, C2 and C27, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

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

ECZEMA = {"skin_type": "dry", "sensitive": True, "skin_conditions": ("eczema",)}


@table(
    ("flaking 4 alone, any day", "urgent today", {0: {"flaking": 4}}),
    ("flaking 3 alone", "", {3: {"flaking": 3, "redness": 0, "swelling": 0, "pain": 0}}),
    ("others not rated", "", {3: {"flaking": 3}}),
    ("flaking not rated", "", {3: {"redness": 4, "swelling": 4, "pain": 4}}),
    ("flaking 4 of the day before", "", {3: {"flaking": 4}, 4: {"redness": 3}}),
    ("with pain 1 of the day before, above", "urgent today", {4: {"pain": 1}, 5: {"flaking": 3}}),
    ("with burning of the day before", "urgent today", {2: {"burning": 2}, 3: {"flaking": 3}}),
    ("with itching of the day before", "urgent today", {2: {"itching": 3}, 3: {"flaking": 3}}),
    (
        "darker skin, redness 1 of the day before",
        "urgent today",
        {2: {"redness": 1}, 3: {"flaking": 3}},
        DARKER,
    ),
    ("with redness 2 within its range", "urgent today", {3: {"flaking": 3, "redness": 2}}),
    ("with redness 1 within its range", "", {3: {"flaking": 3, "redness": 1}}),
    ("with redness 1 above the table", "urgent today", {8: {"flaking": 3, "redness": 1}}),
    ("with swelling 2", "urgent today", {1: {"flaking": 3, "swelling": 2}}),
    ("with swelling 1 within its range", "", {3: {"flaking": 3, "swelling": 1}}),
    ("with swelling 1 above the table", "urgent today", {4: {"flaking": 3, "swelling": 1}}),
    ("with pain 2", "urgent today", {1: {"flaking": 3, "pain": 2}}),
    ("with pain 1 within its range", "", {3: {"flaking": 3, "pain": 1}}),
    ("with pain 1 above the table", "urgent today", {4: {"flaking": 3, "pain": 1}}),
    ("flaking 2 is not enough", "", {4: {"flaking": 2, "pain": 2, "pus": True}}),
    ("with redness of two days before", "urgent today", {1: {"redness": 2}, 3: {"flaking": 3}}),
    ("redness of three days before is over", "", {1: {"redness": 2}, 4: {"flaking": 3}}),
    ("with burning 2", "urgent today", {2: {"flaking": 3, "burning": 2}}),
    ("burning 1", "", {2: {"flaking": 3, "burning": 1}}),
    ("with itching 3", "urgent today", {2: {"flaking": 3, "itching": 3}}),
    ("itching 2", "", {2: {"flaking": 3, "itching": 2}}),
    ("with heat", "urgent today", {2: {"flaking": 3, "warmth": True}}),
    ("with pus", "urgent today", {2: {"flaking": 3, "pus": True}}),
    ("with fever", "urgent today", {2: {"flaking": 3, "fever": True}}),
    ("with spreading redness", "urgent today", {2: {"flaking": 3, "spreading_redness": True}}),
    ("with blisters", "urgent today", {2: {"flaking": 3, "blisters": True}}),
    ("with one area worse", "urgent today", {2: {"flaking": 3, "one_spot_worse": True}}),
    ("pus two days before, open", "urgent today", {2: {"pus": True}, 4: {"flaking": 3}}),
    ("pus answered no since", "", {2: {"pus": True}, 4: {"flaking": 3, "pus": False}}),
    ("heat of day 1 does not stay open", "", {1: {"warmth": True}, 2: {"flaking": 3}}),
    ("crusts do not count", "", {2: {"flaking": 3, "crusting": True}}),
    ("darker skin, redness 1, day 3", "urgent today", {3: {"flaking": 3, "redness": 1}}, DARKER),
    ("darker skin, redness 1, day 2", "", {2: {"flaking": 3, "redness": 1}}, DARKER),
    ("darker skin, redness 0", "", {3: {"flaking": 3, "redness": 0}}, DARKER),
    ("skin tone 3", "", {3: {"flaking": 3, "redness": 1}}, {"skin_tone": 3}),
    (
        "rosacea does not delay it",
        "urgent today",
        {8: {"flaking": 3, "redness": 1}},
        {"skin_conditions": ("rosacea",)},
    ),
    (
        "RF does not delay it: the table bound",
        "urgent today",
        {6: {"flaking": 3, "swelling": 1}},
        RF | ECZEMA,
    ),
    ("last day", "urgent today", {90: {"flaking": 4}}),
    ("after the last day", "", {91: {"flaking": 4}}),
    ("before the session", "", {-1: {"flaking": 4}}),
)
def test_severe_flaking_plus(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U8", level, days, who)


def test_severe_flaking_shows_what_was_beside_it() -> None:
    days = {2: {"pus": True, "pain": 2}, 3: {"flaking": 3, "redness": 1}}
    assert saw("U8", days) == {(3, "flaking"), (2, "pus"), (2, "pain")}
    assert (3, "skin_tone") in saw("U8", {3: {"flaking": 3, "redness": 1}}, **DARKER)


@table(
    ("flaking 2 and above, with pain above", "contact today", {6: {"flaking": 2, "pain": 1}}),
    ("flaking 2 within, with one companion", "watch", {4: {"flaking": 2, "pain": 1}}),
    ("flaking 2 within, no companion", "", {4: {"flaking": 2, "redness": 2}}),
    ("flaking 1 above, with a companion", "", {8: {"flaking": 1, "pain": 1}}),
    (
        "two companions",
        "contact today",
        {4: {"flaking": 2, "pain": 1, "swelling": 1}},
    ),
    ("a companion 2 above", "contact today", {4: {"flaking": 2, "pain": 2}}),
    (
        "the same at the entry before",
        "contact today",
        {4: {"flaking": 2, "swelling": 1}, 5: {"flaking": 2, "pain": 1}},
    ),
    (
        "flaking 1 at the entry before",
        "watch",
        {4: {"flaking": 1, "swelling": 1}, 5: {"flaking": 2, "pain": 1, "swelling": 0}},
    ),
    (
        "no companion at the entry before",
        "watch",
        {4: {"flaking": 2, "swelling": 0}, 5: {"flaking": 2, "pain": 1}},
    ),
    (
        "too long before: six days",
        "contact today",
        {4: {"flaking": 2, "pain": 1}, 9: {"flaking": 2, "pain": 1}},
    ),
    ("companion carried over", "watch", {3: {"swelling": 2}, 4: {"flaking": 2}}),
    ("day 1 is too early for companions", "", {1: {"flaking": 2, "redness": 3}}),
    ("day 2", "watch", {2: {"flaking": 2, "redness": 3}}),
    ("flaking 3 alone", "contact two_days", {3: {"flaking": 3}}),
    ("flaking 3 on day 0", "contact two_days", {0: {"flaking": 3}}),
    ("flaking 2 on day 0: 2 above", "contact two_days", {0: {"flaking": 2}}),
    ("flaking 2 on day 1: 1 above", "", {1: {"flaking": 2}}),
    ("flaking 2 on day 8: 2 above", "contact two_days", {8: {"flaking": 2}}),
    ("flaking 2 on day 7: 1 above", "", {7: {"flaking": 2}}),
    ("flaking 3 with a companion", "contact today", {4: {"flaking": 3, "pain": 1}}),
    ("flaking not rated", "", {4: {"pain": 3, "swelling": 3}}),
    ("flaking of the day before", "", {3: {"flaking": 4}, 4: {"pain": 3}}),
    ("a carried companion 2 above", "contact today", {4: {"pain": 2}, 5: {"flaking": 2}}),
    ("dry skin widens the range", "watch", {6: {"flaking": 2, "pain": 1}}, DEEP),
    ("flaky before the session", "", {-2: {"flaking": 2}, 8: {"flaking": 2}}),
    (
        "flaky before, with a companion",
        "watch",
        {-2: {"flaking": 2}, 8: {"flaking": 2, "pain": 1}},
    ),
    ("shallow: flaking 2 is above", "contact today", {4: {"flaking": 2, "pain": 1}}, SHALLOW),
    ("after the last day", "", {91: {"flaking": 4}}),
)
def test_excessive_flaking(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C1", level, days, who)


def test_excessive_flaking_shows_the_entry_before() -> None:
    days = {4: {"flaking": 2, "swelling": 1}, 5: {"flaking": 2, "swelling": 0, "pain": 1}}
    assert saw("C1", days) == {(4, "flaking"), (4, "swelling"), (5, "flaking"), (5, "pain")}
    assert "Flaking together with redness" in message("C1", days)


@table(
    ("2 after 2", "contact two_days", {7: {"flaking": 2}, 8: {"flaking": 2}}),
    ("2 after 1", "watch", {7: {"flaking": 1}, 8: {"flaking": 2}}),
    ("2 after three silent days", "contact two_days", {4: {"flaking": 0}, 8: {"flaking": 2}}),
    ("an entry of any kind three days before", "watch", {5: {"pain": 0}, 8: {"flaking": 2}}),
    ("2 on day 11", "contact two_days", {10: {"flaking": 0}, 11: {"flaking": 2}}),
    ("2 on day 10", "watch", {9: {"flaking": 0}, 10: {"flaking": 2}}),
    ("1 after 1", "watch", {7: {"flaking": 1}, 8: {"flaking": 1}}),
    ("1 after 0", "", {7: {"flaking": 0}, 8: {"flaking": 1}}),
    ("1 alone", "", {8: {"flaking": 1}}),
    ("day 7", "", {6: {"flaking": 2}, 7: {"flaking": 2}}),
    ("0", "", {7: {"flaking": 2}, 8: {"flaking": 0}}),
    ("not rated", "", {7: {"flaking": 2}, 8: {"pain": 2}}),
    (
        "1 in a row from day 8 to 11",
        "contact two_days",
        {day: {"flaking": 1} for day in (8, 9, 10, 11)},
    ),
    ("a row of two days", "watch", {day: {"flaking": 1} for day in (9, 10, 11)}),
    ("a row before day 11", "watch", {day: {"flaking": 1} for day in (8, 9, 10)}),
    (
        "a row that was broken",
        "watch",
        {8: {"flaking": 1}, 9: {"flaking": 0}, 10: {"flaking": 1}, 11: {"flaking": 1}},
    ),
    ("a row does not count before day 8", "watch", {7: {"flaking": 2}, 11: {"flaking": 1}}),
    ("a row of one, three days back", "contact two_days", {8: {"flaking": 1}, 11: {"flaking": 1}}),
    ("deep: range 1 up to day 9", "", {8: {"flaking": 1}, 9: {"flaking": 1}}, DEEP),
    ("deep: from day 10", "watch", {9: {"flaking": 1}, 10: {"flaking": 1}}, DEEP),
    ("flaky before the session", "", {-1: {"flaking": 2}, 8: {"flaking": 2}, 9: {"flaking": 2}}),
    (
        "more than before the session",
        "contact two_days",
        {-1: {"flaking": 1}, 8: {"flaking": 2}, 9: {"flaking": 2}},
    ),
    ("after the last day", "", {90: {"flaking": 2}, 91: {"flaking": 2}}),
)
def test_prolonged_flaking(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C2", level, days, who)


def test_prolonged_flaking_shows_the_row() -> None:
    days = {day: {"flaking": 1} for day in (8, 9, 10, 11)}
    assert saw("C2", days) == {(day, "flaking") for day in (8, 9, 10, 11)}


@pytest.mark.parametrize(
    ("skin", "day", "level"),
    [({}, 8, "contact two_days"), (ECZEMA, 8, "contact two_days"), (ECZEMA, 7, "")],
)
def test_no_skin_makes_prolonged_flaking_later(skin: dict[str, Any], day: int, level: str) -> None:
    check("C2", level, {day - 1: {"flaking": 2}, day: {"flaking": 2}}, skin)


@table(
    ("4", "contact two_days", {1: {"dryness": 4}}),
    ("3", "watch", {1: {"dryness": 3}}),
    ("2", "", {1: {"dryness": 2}}),
    ("day 0", "", {0: {"dryness": 4}}),
    ("not rated", "", {1: {"dryness": 4}, 2: {"flaking": 1}}),
    ("after the last day", "", {91: {"dryness": 4}}),
)
def test_severe_dryness(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C27", level, days, who)
