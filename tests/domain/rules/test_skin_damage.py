"""U10 and C18, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import FILLER, Days, check, table


@table(
    ("mottled after filler", "urgent now", {1: {"pale_or_mottled": True}}, FILLER),
    ("raw after filler", "urgent today", {1: {"burn_or_raw_skin": True}}, FILLER),
    ("mottled", "urgent today", {1: {"pale_or_mottled": True}}),
    ("raw", "urgent today", {1: {"burn_or_raw_skin": True}}),
    ("the day before", "", {1: {"burn_or_raw_skin": True}, 2: {"pain": 1}}),
    ("answered no", "", {1: {"burn_or_raw_skin": False}}, FILLER),
)
def test_skin_damage(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U10", level, days, who)


@table(
    ("drooping", "urgent now", {0: {"weakness": True, "dents": True}}),
    ("dents", "contact two_days", {0: {"dents": True}}),
    ("numb on day 3", "contact two_days", {3: {"numbness": True}}),
    ("numb on day 2", "watch", {2: {"numbness": True}}),
    ("answered no", "", {3: {"numbness": False, "dents": False, "weakness": False}}),
)
def test_numbness_or_dents(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C18", level, days, who)
