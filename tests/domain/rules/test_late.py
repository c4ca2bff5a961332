"""C11, C14, C15 and C16, row by row."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from recovery_tracker.domain.recovery import Session
from tests.builders import DAY_0
from tests.domain.rules.one_rule import DARKER, DIABETES, WEAK, Days, check, found, saw, table

ACNE = {"skin_conditions": ("acne",)}


def earlier_session(days_before: int, *areas: str) -> Session:
    """A session some days before the one under test."""
    return Session(id="earlier", date=DAY_0 - dt.timedelta(days=days_before), areas=areas)


@table(
    ("with fever", "urgent today", {0: {"lumps": True, "fever": True}}),
    ("day 3 with pain 1", "contact two_days", {3: {"lumps": True, "pain": 1}}),
    ("day 3 with heat", "contact two_days", {3: {"lumps": True, "warmth": True}}),
    ("with open fever", "urgent today", {0: {"fever": True}, 1: {"lumps": True}}),
    ("day 3 with pain before", "contact two_days", {2: {"pain": 1}, 3: {"lumps": True}}),
    ("day 3 with open heat", "contact two_days", {2: {"warmth": True}, 3: {"lumps": True}}),
    ("day 2 with pain 4", "watch", {2: {"lumps": True, "pain": 4}}),
    ("day 7", "contact week", {7: {"lumps": True, "pain": 0}}),
    ("day 6", "watch", {6: {"lumps": True}}),
    ("day 6, ticked before", "contact week", {4: {"lumps": True}, 6: {"lumps": True}}),
    ("day 2, ticked before", "watch", {1: {"lumps": True}, 2: {"lumps": True}}),
    ("week 5", "contact week", {35: {"lumps": True}}),
    ("day 365", "contact week", {365: {"lumps": True}}),
    ("diabetes, day 2", "contact two_days", {2: {"lumps": True}}, DIABETES),
    ("weak immunity, day 7", "urgent today", {7: {"lumps": True}}, WEAK),
    ("diabetes, with pain", "urgent today", {3: {"lumps": True, "pain": 1}}, DIABETES),
    ("answered no", "", {30: {"lumps": False, "fever": True}}),
    ("the day before", "", {30: {"lumps": True}, 31: {"fever": True}}),
)
def test_lumps(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C11", level, days, who)


@pytest.mark.parametrize(
    ("before", "areas", "level"),
    [
        (7, ("face",), "contact week"),
        (6, ("face",), "watch"),
        (30, ("cheeks",), "contact week"),
        (30, (), "contact week"),
        (30, ("neck",), "watch"),
        (91, ("face",), "watch"),
    ],
)
def test_a_lump_counts_from_the_first_related_session(
    before: int, areas: tuple[str, ...], level: str
) -> None:
    assert found("C11", {0: {"lumps": True}}, [earlier_session(before, *areas)])[1] == level


@table(
    ("day 28", "contact visit", {28: {"dark_patches": True}}),
    ("day 27", "watch", {27: {"dark_patches": True}}),
    ("14 days", "contact visit", {6: {"dark_patches": True}, 20: {"dark_patches": True}}),
    ("13 days", "watch", {7: {"dark_patches": True}, 20: {"dark_patches": True}}),
    ("darker skin, day 5", "contact visit", {5: {"dark_patches": True}}, DARKER),
    ("darker skin, day 4", "watch", {4: {"dark_patches": True}}, DARKER),
    ("answered no", "", {40: {"dark_patches": False}}, DARKER),
)
def test_dark_patches(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C14", level, days, who)


def test_dark_patches_show_since_when_and_on_what_skin() -> None:
    lasting = {6: {"dark_patches": True}, 20: {"dark_patches": True}}
    assert saw("C14", lasting) == {(6, "dark_patches"), (20, "dark_patches")}
    assert (5, "skin_tone") in saw("C14", {5: {"dark_patches": True}}, **DARKER)


@table(
    ("day 14", "contact visit", {14: {"lines_or_scars": True}}),
    ("day 13", "watch", {13: {"lines_or_scars": True}}),
    ("keloid, day 2", "contact visit", {2: {"lines_or_scars": True}}, {"keloid": True}),
    ("answered no", "", {14: {"lines_or_scars": False}}, {"keloid": True}),
)
def test_lines_or_scars(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C15", level, days, who)


def test_lines_count_from_the_first_related_session() -> None:
    days = {2: {"lines_or_scars": True}}
    assert found("C15", days, [earlier_session(12, "face")])[1] == "contact visit"


@table(
    ("spots with pain 2", "contact week", {2: {"breakout": True, "pain": 2}}),
    ("spots with pain 1", "watch", {2: {"breakout": True, "pain": 1}}),
    ("spots with pain 2 on day 1", "watch", {1: {"breakout": True, "pain": 2}}),
    ("bumps with pain 2", "watch", {2: {"white_bumps": True, "pain": 2}}),
    ("spots on day 14, again", "contact week", {5: {"breakout": True}, 14: {"breakout": True}}),
    ("spots on day 13, again", "watch", {5: {"breakout": True}, 13: {"breakout": True}}),
    ("spots on day 14, first", "watch", {5: {"white_bumps": True}, 14: {"breakout": True}}),
    (
        "bumps on day 28, again",
        "contact week",
        {9: {"white_bumps": True}, 28: {"white_bumps": True}},
    ),
    ("bumps on day 27, again", "watch", {9: {"white_bumps": True}, 27: {"white_bumps": True}}),
    ("spots from before", "contact week", {-2: {"breakout": True}, 14: {"breakout": True}}),
    ("usual spots of acne", "", {-2: {"breakout": True}, 5: {"breakout": True}}, ACNE),
    (
        "usual spots of acne, lasting",
        "",
        {-2: {"breakout": True}, 5: {"breakout": True}, 20: {"breakout": True}},
        ACNE,
    ),
    (
        "usual spots of acne with pain 2",
        "contact week",
        {-2: {"breakout": True}, 5: {"breakout": True, "pain": 2}},
        ACNE,
    ),
    (
        "usual spots, new bumps",
        "watch",
        {-2: {"breakout": True}, 5: {"breakout": True, "white_bumps": True}},
        ACNE,
    ),
    (
        "acne, spots since the session",
        "watch",
        {0: {"breakout": True}, 5: {"breakout": True}},
        ACNE,
    ),
    ("acne, no spots before", "watch", {-2: {"pain": 0}, 5: {"breakout": True}}, ACNE),
    ("spots with pain before", "contact week", {1: {"pain": 2}, 2: {"breakout": True}}),
    ("spots of before only", "", {5: {"breakout": True}, 14: {"pain": 0}}),
    ("bumps of before only", "", {9: {"white_bumps": True}, 28: {"pain": 0}}),
    ("acne without spots before", "watch", {5: {"breakout": True}}, ACNE),
    ("answered no", "", {20: {"breakout": False, "white_bumps": False}}),
)
def test_breakout(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C16", level, days, who)
