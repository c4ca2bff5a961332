"""C8, C24 and W1, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, Days, check, saw, table


@table(
    ("2 after 0", "watch", {3: {"swelling": 0}, 4: {"swelling": 2}}),
    ("2 after 1", "", {3: {"swelling": 1}, 4: {"swelling": 2}}),
    ("3 after 1", "contact today", {3: {"pain": 1}, 4: {"pain": 3}}),
    ("2 within its range", "", {3: {"redness": 0}, 4: {"redness": 2}}),
    ("redness 2 above", "watch", {4: {"redness": 0}, 5: {"redness": 2}}),
    (
        "2 at the entry before, too",
        "contact today",
        {3: {"swelling": 0}, 4: {"swelling": 2}, 5: {"swelling": 2}},
    ),
    (
        "1 at the entry before",
        "watch",
        {3: {"swelling": 0}, 4: {"swelling": 1}, 5: {"swelling": 2}},
    ),
    ("with heat", "contact today", {3: {"pain": 0}, 4: {"pain": 2, "warmth": True}}),
    ("with open fever", "contact today", {3: {"pain": 0, "fever": True}, 4: {"pain": 2}}),
    ("with pus", "contact today", {3: {"pain": 0}, 4: {"pain": 2, "pus": True}}),
    ("with blisters: not in the list", "watch", {3: {"pain": 0}, 4: {"pain": 2, "blisters": True}}),
    ("with another above", "contact today", {3: {"pain": 0}, 4: {"pain": 2, "swelling": 1}}),
    ("with another within", "watch", {3: {"pain": 0}, 4: {"pain": 2, "redness": 2}}),
    ("day 2", "", {1: {"pain": 0}, 2: {"pain": 4}}),
    ("day 3", "contact today", {1: {"pain": 0}, 3: {"pain": 3}}),
    ("the low was on day 0", "", {0: {"pain": 0}, 3: {"pain": 3}}),
    ("the low was four days before", "watch", {1: {"pain": 0}, 5: {"pain": 2}}),
    ("the low was five days before", "", {1: {"pain": 0}, 6: {"pain": 2}}),
    ("nothing before", "", {4: {"pain": 4}}),
    ("not rated now", "", {3: {"pain": 0}, 4: {"pain": 2}, 5: {"flaking": 1}}),
    ("red before the session", "watch", {-1: {"redness": 2}, 3: {"redness": 0}, 5: {"redness": 2}}),
    ("itching does not count", "", {3: {"itching": 0}, 5: {"itching": 4}}),
    ("deep: swelling 2 on day 4", "watch", {3: {"swelling": 0}, 4: {"swelling": 2}}, DEEP),
    ("last day", "watch", {89: {"pain": 0}, 90: {"pain": 2}}),
    ("after the last day", "", {90: {"pain": 0}, 91: {"pain": 4}}),
)
def test_worse_again(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C8", level, days, who)


def test_not_settling_names_the_none_that_one_rose_from() -> None:
    days = {4: {"redness": 2, "swelling": 1, "pain": 0}, 5: _THREE}
    assert saw("C24", days) == {
        (4, "redness"),
        (4, "pain"),
        (5, "redness"),
        (5, "swelling"),
        (5, "pain"),
    }


def test_worse_again_shows_the_low_it_came_from() -> None:
    days = {3: {"pain": 1}, 4: {"pain": 2}, 5: {"pain": 3}}
    assert saw("C8", days) == {(3, "pain"), (4, "pain"), (5, "pain")}


_THREE = {"redness": 2, "swelling": 1, "pain": 1}


@table(
    ("all three, one higher", "urgent today", {4: {"redness": 1, "swelling": 1}, 5: _THREE}),
    ("all three, with heat", "urgent today", {4: _THREE, 5: _THREE | {"warmth": True}}),
    ("all three, with open heat", "urgent today", {4: _THREE | {"warmth": True}, 5: _THREE}),
    (
        "all three, one carried and higher",
        "urgent today",
        {3: {"redness": 1}, 5: {"redness": 2}, 6: {"swelling": 1, "pain": 1}},
    ),
    (
        "all three, one not rated before",
        "contact today",
        {4: {"redness": 2, "swelling": 1}, 5: _THREE},
    ),
    ("all three, none higher", "contact today", {4: _THREE, 5: _THREE}),
    ("all three, nothing before", "", {5: _THREE}),
    (
        "two, one 2",
        "contact today",
        {4: {"swelling": 1, "pain": 0}, 5: {"swelling": 2, "pain": 1}},
    ),
    (
        "two, as four days before",
        "contact today",
        {4: {"swelling": 1, "pain": 1}, 8: {"swelling": 1, "pain": 1}},
    ),
    (
        "two, as five days before",
        "",
        {4: {"swelling": 1, "pain": 1}, 9: {"swelling": 1, "pain": 1}},
    ),
    ("two, one persists", "watch", {4: {"swelling": 1, "pain": 0}, 5: {"swelling": 1, "pain": 1}}),
    ("two, both new", "", {4: {"swelling": 0, "pain": 0}, 5: {"swelling": 1, "pain": 1}}),
    ("two, both easing", "", {3: {"swelling": 3, "pain": 3}, 5: {"swelling": 2, "pain": 2}}),
    ("one", "", {4: {"swelling": 2}, 5: {"swelling": 2}}),
    ("persisting from day 0", "watch", {0: {"swelling": 1}, 4: {"swelling": 1, "pain": 1}}),
    ("day 2", "", {1: {"swelling": 3, "pain": 3}, 2: {"swelling": 3, "pain": 3}}),
    ("day 3", "contact today", {2: {"swelling": 2}, 3: {"swelling": 2, "pain": 2}}),
    ("carried", "watch", {4: {"swelling": 1}, 5: {"pain": 1}}),
    ("carried 2", "contact today", {4: {"swelling": 2}, 5: {"pain": 1}}),
    ("not rated", "", {4: {"flaking": 1}, 5: {"flaking": 1, "warmth": True}}),
    ("after the last day", "", {90: _THREE, 91: _THREE | {"warmth": True}}),
)
def test_not_settling(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C24", level, days, who)


def test_not_settling_shows_what_it_is_compared_with() -> None:
    days = {4: {"swelling": 1, "pain": 0}, 5: {"swelling": 1, "pain": 1}}
    assert saw("C24", days) == {(4, "swelling"), (5, "swelling"), (5, "pain")}


@table(
    ("2 above twice", "contact two_days", {7: {"itching": 3}, 8: {"itching": 2}}),
    ("1 above, then 2 above", "watch", {7: {"itching": 2}, 8: {"itching": 2}}),
    ("1 above twice", "watch", {5: {"burning": 1}, 6: {"burning": 1}}),
    ("within, then above", "", {7: {"itching": 1}, 8: {"itching": 2}}),
    ("two symptoms, each once", "", {5: {"burning": 1}, 6: {"burning": 0, "pain": 1}}),
    ("above once", "", {6: {"burning": 0}, 7: {"burning": 1}}),
    ("five days apart", "watch", {5: {"burning": 1}, 10: {"burning": 1}}),
    ("six days apart", "", {5: {"burning": 1}, 11: {"burning": 1}}),
    ("eight days apart, later", "watch", {14: {"burning": 1}, 22: {"burning": 1}}),
    ("not rated in between", "watch", {5: {"burning": 1}, 6: {"pain": 0}, 7: {"burning": 1}}),
    ("0 in between", "", {5: {"burning": 1}, 6: {"burning": 0}, 7: {"burning": 1}}),
    ("bleeding is not one of the eight", "", {2: {"bleeding": 2}, 3: {"bleeding": 2}}),
    (
        "dry before the session",
        "",
        {-1: {"dryness": 3}, 1: {"dryness": 3}, 2: {"dryness": 3}},
    ),
    ("dry before, less now", "", {-1: {"dryness": 3}, 1: {"dryness": 4}, 2: {"dryness": 3}}),
    ("dry before, more now", "", {-1: {"dryness": 3}, 1: {"dryness": 3}, 2: {"dryness": 4}}),
    (
        "sore before the session does not count",
        "watch",
        {-1: {"pain": 2}, 4: {"pain": 1}, 5: {"pain": 1}},
    ),
    ("after the last day", "", {90: {"burning": 2}, 91: {"burning": 2}}),
)
def test_slower_than_expected(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("W1", level, days, who)


def test_slower_than_expected_names_the_symptoms_that_fired() -> None:
    days = {5: {"burning": 1, "pain": 1, "redness": 1}, 6: {"burning": 1, "pain": 1, "redness": 1}}
    assert saw("W1", days) == {(5, "burning"), (6, "burning"), (5, "pain"), (6, "pain")}
