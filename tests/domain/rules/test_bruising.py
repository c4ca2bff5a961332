"""C12 and C13, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, Days, check, saw, table


@table(
    ("4", "contact two_days", {0: {"bruising": 4}}),
    ("3 with swelling above", "contact two_days", {2: {"bruising": 3, "swelling": 2}}),
    ("3 with pain above", "contact two_days", {4: {"bruising": 3, "pain": 1}}),
    ("3 with swelling before", "contact two_days", {3: {"swelling": 2}, 4: {"bruising": 3}}),
    ("1 with swelling above", "", {2: {"bruising": 1, "swelling": 2}}),
    ("2 on day 4 after 3", "", {3: {"bruising": 3}, 4: {"bruising": 2}}),
    ("deep: within after above", "", {9: {"bruising": 2}, 10: {"bruising": 1}}, DEEP),
    ("3 with pain within", "watch", {3: {"bruising": 3, "pain": 1}}),
    ("3 with swelling above on day 1", "watch", {1: {"bruising": 3, "swelling": 3}}),
    ("3 with redness above", "watch", {2: {"bruising": 3, "redness": 3}}),
    ("3 on day 4 after 3", "contact two_days", {3: {"bruising": 3}, 4: {"bruising": 3}}),
    ("3 on day 3 after 3", "watch", {2: {"bruising": 3}, 3: {"bruising": 3}}),
    ("3 on day 4 after 2", "watch", {3: {"bruising": 2}, 4: {"bruising": 3}}),
    ("3", "watch", {0: {"bruising": 3}}),
    ("2", "", {1: {"bruising": 2}}),
    ("1 on day 15 after 1", "contact two_days", {14: {"bruising": 1}, 15: {"bruising": 1}}),
    ("1 on day 14 after 1", "watch", {13: {"bruising": 1}, 14: {"bruising": 1}}),
    ("1 on day 15 after 0", "", {14: {"bruising": 0}, 15: {"bruising": 1}}),
    ("1 on day 15 alone", "", {15: {"bruising": 1}}),
    ("above on day 8, within before", "", {7: {"bruising": 1}, 8: {"bruising": 1}}),
    ("above on day 8 and before", "watch", {7: {"bruising": 2}, 8: {"bruising": 1}}),
    ("above on day 7 and before", "", {6: {"bruising": 2}, 7: {"bruising": 2}}),
    ("deep: 1 is usual up to day 10", "", {9: {"bruising": 1}, 10: {"bruising": 1}}, DEEP),
    ("not rated", "", {3: {"bruising": 4}, 4: {"pain": 3}}),
    ("after the last day", "", {91: {"bruising": 4}}),
)
def test_bruising(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C12", level, days, who)


def test_bruising_shows_the_entry_before() -> None:
    assert saw("C12", {3: {"bruising": 3}, 4: {"bruising": 3}}) == {
        (3, "bruising"),
        (4, "bruising"),
    }


@table(
    ("will not stop", "urgent today", {0: {"bleeding_wont_stop": True}}),
    ("2 on day 2", "contact today", {2: {"bleeding": 2}}),
    ("2 on day 1", "watch", {1: {"bleeding": 2}}),
    ("2 on day 0", "", {0: {"bleeding": 2}}),
    ("3 on day 0", "watch", {0: {"bleeding": 3}}),
    ("1 on day 2 after 1", "watch", {1: {"bleeding": 1}, 2: {"bleeding": 1}}),
    ("1 on day 2 alone", "", {2: {"bleeding": 1}}),
    ("1 on day 2 after 0", "", {1: {"bleeding": 0}, 2: {"bleeding": 1}}),
    ("1 on day 1 after 1", "", {0: {"bleeding": 1}, 1: {"bleeding": 1}}),
    ("not rated", "", {1: {"bleeding": 3}, 2: {"pain": 1}}),
    ("answered no", "", {1: {"bleeding_wont_stop": False}}),
)
def test_bleeding(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C13", level, days, who)
