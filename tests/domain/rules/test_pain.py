"""U9, C6 and C23, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, RF, SHALLOW, Days, check, message, saw, table


@table(
    ("4 with fever on day 1", "urgent now", {1: {"pain": 4, "fever": True}}),
    ("4 with raw skin", "urgent now", {1: {"pain": 4, "burn_or_raw_skin": True}}),
    ("4 with mottled skin", "urgent now", {1: {"pain": 4, "pale_or_mottled": True}}),
    ("3 with fever on day 2", "urgent now", {2: {"pain": 3, "fever": True}}),
    ("3 with open fever", "urgent now", {1: {"fever": True}, 2: {"pain": 3}}),
    ("3 with fever on day 1", "", {1: {"pain": 3, "fever": True}}),
    ("4 with fever on day 0", "contact today", {0: {"pain": 4, "fever": True}}),
    ("3 with raw skin the day before", "", {1: {"burn_or_raw_skin": True}, 2: {"pain": 3}}),
    ("2 with fever", "", {2: {"pain": 2, "fever": True}}),
    ("4 on day 1", "urgent today", {1: {"pain": 4}}),
    ("3 with swelling 2 on day 2", "urgent today", {2: {"pain": 3, "swelling": 2}}),
    ("3 with swelling 1", "", {2: {"pain": 3, "swelling": 1}}),
    ("3 with redness 3", "urgent today", {2: {"pain": 3, "redness": 3}}),
    ("3 with redness 2", "", {2: {"pain": 3, "redness": 2}}),
    ("3 with swelling of the day before", "urgent today", {1: {"swelling": 2}, 2: {"pain": 3}}),
    ("3 with swelling 2 on day 1", "", {1: {"pain": 3, "swelling": 2}}),
    ("3 alone", "", {2: {"pain": 3}}),
    ("4 on day 0", "contact today", {0: {"pain": 4}}),
    ("3 on day 0", "", {0: {"pain": 3}}),
    ("pain of the day before", "", {1: {"pain": 4}, 2: {"fever": True}}),
    ("after the last day", "", {91: {"pain": 4, "fever": True}}),
)
def test_severe_pain(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U9", level, days, who)


def test_severe_pain_shows_what_was_beside_it() -> None:
    assert saw("U9", {1: {"fever": True}, 2: {"pain": 3}}) == {(1, "fever"), (2, "pain")}


@table(
    ("3 on day 1", "contact two_days", {1: {"pain": 3}}),
    ("3 on day 0", "", {0: {"pain": 3}}),
    ("3 on day 1, deep", "watch", {1: {"pain": 3}}, DEEP),
    ("3 on day 2, deep", "contact two_days", {2: {"pain": 3}}, DEEP),
    ("3 on day 1, RF", "contact two_days", {1: {"pain": 3}}, RF),
    ("3 on day 1, deep RF", "contact two_days", {1: {"pain": 3}}, DEEP | RF),
    ("3 on day 1, aggressive", "watch", {1: {"pain": 3}}, {"aggressive": True}),
    ("2 above on day 3", "watch", {3: {"pain": 2}}),
    ("2 above on day 2", "", {2: {"pain": 2}}),
    ("2 within", "", {1: {"pain": 2}}),
    ("1 above after silence", "watch", {0: {"pain": 1}, 4: {"pain": 1}}),
    ("0 after silence", "", {0: {"pain": 1}, 4: {"pain": 0}}),
    ("1 above after another entry", "", {1: {"redness": 1}, 4: {"pain": 1}}),
    ("1 above", "", {3: {"pain": 1}, 4: {"pain": 1}}),
    ("1 within after silence", "", {3: {"pain": 1}}),
    ("1 above after silence on day 3", "", {3: {"pain": 1}}, SHALLOW),
    ("not rated", "", {2: {"pain": 3}, 3: {"redness": 1}}),
    ("after the last day", "", {91: {"pain": 4}}),
)
def test_pain(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C6", level, days, who)


def test_pain_names_the_day_to_call() -> None:
    assert message("C6", {3: {"pain": 2}}).endswith("not easing by day 5.")


@table(
    ("4 with pain 3 on day 1", "urgent today", {1: {"burning": 4, "pain": 3}}),
    ("3 with pain 3 on day 1", "urgent today", {1: {"burning": 3, "pain": 3}}),
    ("3 with pain 2", "contact today", {1: {"burning": 3, "pain": 2}}),
    ("4 with pain 3 on day 0", "contact today", {0: {"burning": 4, "pain": 3}}),
    ("4 with blisters on day 0", "urgent today", {0: {"burning": 4, "blisters": True}}),
    ("3 with open blisters", "urgent today", {1: {"blisters": True}, 2: {"burning": 3}}),
    ("3 with raw skin", "urgent today", {1: {"burning": 3, "burn_or_raw_skin": True}}),
    ("3 with blisters on day 0", "", {0: {"burning": 3, "blisters": True}}),
    ("RF, 4 on day 1", "urgent today", {1: {"burning": 4}}, RF),
    ("with pain of the day before", "urgent today", {1: {"pain": 3}, 2: {"burning": 3}}),
    ("RF, 4 on day 0", "contact today", {0: {"burning": 4}}, RF),
    ("RF, 3 on day 1", "contact today", {1: {"burning": 3}}, RF),
    ("4 on day 0", "contact today", {0: {"burning": 4}}),
    ("3 on day 1", "contact today", {1: {"burning": 3}}),
    ("3 on day 0", "", {0: {"burning": 3}}),
    ("2", "", {1: {"burning": 2, "pain": 4, "blisters": True}}),
    ("not rated", "", {1: {"burning": 4}, 2: {"blisters": True}}),
    ("after the last day", "", {91: {"burning": 4}}),
)
def test_severe_burning(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C23", level, days, who)


def test_severe_burning_names_the_device() -> None:
    assert saw("C23", {1: {"burning": 4}}, **RF) == {(1, "burning"), (1, "device")}
