"""W2, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.domain.rules.one_rule import Days, check, reason, saw, table


@pytest.mark.parametrize(
    "harsh", ["picked_or_scrubbed", "strong_active", "new_product", "pool_or_hot_tub"]
)
def test_harsh_care_with_flaking(harsh: str) -> None:
    check("W2", "watch", {3: {"care": (harsh,), "flaking": 2}}, {})
    check("W2", "", {3: {"care": (harsh,), "flaking": 1}}, {})


@table(
    ("with burning 2", "watch", {3: {"picked_or_scrubbed": True, "burning": 2}}),
    ("with burning 1", "", {3: {"picked_or_scrubbed": True, "burning": 1}}),
    (
        "with redness up",
        "watch",
        {2: {"redness": 1}, 3: {"picked_or_scrubbed": True, "redness": 2}},
    ),
    (
        "with redness from none",
        "watch",
        {2: {"redness": 0}, 3: {"new_product": True, "redness": 1}},
    ),
    ("with redness as before", "", {2: {"redness": 2}, 3: {"strong_active": True, "redness": 2}}),
    ("with redness, none before", "", {3: {"strong_active": True, "redness": 3}}),
    ("the care of the day before", "", {2: {"strong_active": True}, 3: {"flaking": 2}}),
    ("gentle care", "", {3: {"cleansed": True, "moisturised": True, "flaking": 2}}),
    ("no moisture twice", "watch", {2: {"sunscreen": True}, 3: {"cleansed": True, "dryness": 2}}),
    ("flaking", "watch", {2: {"sunscreen": True}, 5: {"cleansed": True, "flaking": 2}}),
    ("dryness 1", "", {2: {"sunscreen": True}, 3: {"cleansed": True, "dryness": 1}}),
    ("four days apart", "", {2: {"sunscreen": True}, 6: {"cleansed": True, "dryness": 2}}),
    (
        "the entry before on day 1",
        "",
        {1: {"sunscreen": True}, 2: {"cleansed": True, "dryness": 2}},
    ),
    (
        "moisturised before",
        "",
        {2: {"moisturised": True}, 3: {"cleansed": True, "dryness": 2}},
    ),
    (
        "moisturised here",
        "",
        {2: {"sunscreen": True}, 3: {"moisturised": True, "dryness": 2}},
    ),
    ("flaking of the day before", "", {2: {"flaking": 2}, 3: {"picked_or_scrubbed": True}}),
    ("dry the day before", "", {2: {"sunscreen": True, "dryness": 2}, 3: {"cleansed": True}}),
    (
        "only the entry before counts",
        "watch",
        {2: {"moisturised": True}, 3: {"sunscreen": True}, 4: {"cleansed": True, "dryness": 2}},
    ),
    ("no care logged here", "", {2: {"sunscreen": True}, 3: {"dryness": 2}}),
    ("no care logged before", "", {2: {"pain": 0}, 3: {"cleansed": True, "dryness": 2}}),
    ("once", "", {3: {"cleansed": True, "dryness": 2}}),
    ("after the last day", "", {91: {"picked_or_scrubbed": True, "flaking": 2}}),
)
def test_care_check(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("W2", level, days, who)


def test_care_check_names_the_care() -> None:
    days = {2: {"redness": 1}, 3: {"picked_or_scrubbed": True, "redness": 2}}
    assert saw("W2", days) == {(2, "redness"), (3, "redness"), (3, "picked_or_scrubbed")}


def test_care_check_names_the_none_that_redness_rose_from() -> None:
    days = {2: {"redness": 0}, 3: {"new_product": True, "redness": 1}}
    assert saw("W2", days) == {(2, "redness"), (3, "redness"), (3, "new_product")}


def test_care_check_names_both_days_without_moisturiser() -> None:
    days = {2: {"sunscreen": True}, 4: {"cleansed": True, "dryness": 2}}
    assert saw("W2", days) == {(2, "no_moisturiser"), (4, "no_moisturiser"), (4, "dryness")}
    assert reason("W2", days) == (
        "You noted care without moisturiser on day 2 and day 4 and moderate dryness on day 4."
    )
