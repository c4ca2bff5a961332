"""U2 and C5, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, RF, SHALLOW, Days, check, message, saw, table


@table(
    ("lips", "urgent today", {5: {"lip_swelling": True}}),
    ("an eye", "urgent today", {5: {"eye_swelling": True}}),
    ("answered no", "", {5: {"lip_swelling": False, "eye_swelling": False}}),
    ("swelling 4", "urgent today", {0: {"swelling": 4}}),
    ("swelling 3", "", {0: {"swelling": 3}}),
    ("swelling 4 of the day before", "", {0: {"swelling": 4}, 1: {"pain": 1}}),
    ("hives on day 0", "urgent today", {0: {"hives": True}}),
    ("hives on day 1", "urgent today", {1: {"hives": True}}),
    ("hives on day 2", "", {2: {"hives": True}}),
    ("hives of day 0, open on day 1", "", {0: {"hives": True}, 1: {"pain": 1}}),
    ("hives with a new product", "urgent today", {9: {"hives": True, "new_product": True}}),
    (
        "new product two days before",
        "urgent today",
        {7: {"care": ("new_product",)}, 9: {"hives": True}},
    ),
    ("three days before", "", {6: {"care": ("new_product",)}, 9: {"hives": True}}),
    ("a new product alone", "", {9: {"care": ("new_product",)}}),
    ("before the session", "urgent today", {-2: {"lip_swelling": True}}),
    (
        "hives before the session after a new product",
        "urgent today",
        {-3: {"care": ("new_product",)}, -2: {"hives": True}},
    ),
    ("hives before the session", "", {-2: {"hives": True}}),
    ("day 365", "urgent today", {365: {"eye_swelling": True}}),
)
def test_face_swelling(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U2", level, days, who)


def test_face_swelling_shows_the_new_product() -> None:
    days = {7: {"care": ("new_product",)}, 9: {"hives": True}}
    assert saw("U2", days) == {(7, "new_product"), (9, "hives")}


@table(
    ("4", "contact today", {0: {"swelling": 4}}),
    ("4, deep", "contact today", {0: {"swelling": 4}}, DEEP),
    ("3 on day 0", "contact today", {0: {"swelling": 3}}),
    ("3 on day 1, deep", "watch", {1: {"swelling": 3}}, DEEP),
    ("3 on day 2, deep", "contact today", {2: {"swelling": 3}}, DEEP),
    ("3 on day 1, RF", "watch", {1: {"swelling": 3}}, RF),
    ("2 on day 3", "contact two_days", {3: {"swelling": 2}}),
    ("2 on day 2", "watch", {2: {"swelling": 2}}),
    ("2 on day 0, within its range", "watch", {0: {"swelling": 2}}),
    ("2 on day 3, deep", "watch", {3: {"swelling": 2}}, DEEP),
    ("2 on day 4, deep", "contact two_days", {4: {"swelling": 2}}, DEEP),
    ("2 on day 3, RF", "watch", {3: {"swelling": 2}}, RF),
    ("2 on day 4, RF", "contact two_days", {4: {"swelling": 2}}, RF),
    ("1 above after 1", "watch", {3: {"swelling": 1}, 4: {"swelling": 1}}),
    ("1 above after 0", "", {3: {"swelling": 0}, 4: {"swelling": 1}}),
    ("1 above alone, day before has an entry", "", {3: {"pain": 0}, 4: {"swelling": 1}}),
    ("1 above after silence", "watch", {0: {"swelling": 0}, 4: {"swelling": 1}}),
    ("1 above after silence, but day 3", "", {3: {"swelling": 1}}, SHALLOW),
    ("1 within its range", "", {2: {"swelling": 1}, 3: {"swelling": 1}}),
    ("1 above after 1, too long ago", "", {2: {"swelling": 1}, 7: {"pain": 0}, 8: {"swelling": 1}}),
    ("0", "", {4: {"swelling": 0}}),
    ("not rated", "", {3: {"swelling": 3}, 4: {"pain": 0}}),
    ("after the last day", "", {91: {"swelling": 4}}),
)
def test_swelling(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C5", level, days, who)


def test_the_watch_names_the_day_to_call() -> None:
    assert message("C5", {0: {"swelling": 2}}).endswith("still like this on day 3.")
    assert message("C5", {3: {"swelling": 2}}, **DEEP).endswith("still like this on day 4.")
    assert message("C5", {1: {"swelling": 3}}, **RF).endswith("still like this on day 4.")
    lasting = {3: {"swelling": 1}, 4: {"swelling": 1}}
    assert message("C5", lasting).endswith("still there on day 6.")
    assert saw("C5", lasting) == {(3, "swelling"), (4, "swelling")}
