"""C21 and C26, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.domain.rules.one_rule import Days, check, saw, table


@table(
    ("ticked", "contact today", {3: {"worried": True}}),
    ("before the session", "contact today", {-3: {"worried": True}}),
    ("a year on", "contact today", {365: {"worried": True}}),
    ("the day before", "", {3: {"worried": True}, 4: {"pain": 0}}),
)
def test_i_am_worried(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C21", level, days, who)


@pytest.mark.parametrize(("told", "level"), [(True, "contact visit"), (False, ""), (None, "")])
def test_shared_needles(told: bool | None, level: str) -> None:
    check("C26", level, {0: {"pain": 0}}, {"reused_or_shared_needles": told})


def test_shared_needles_rest_on_the_session() -> None:
    days: Days = {0: {"pain": 0}}
    assert saw("C26", days, reused_or_shared_needles=True) == {(0, "reused_or_shared_needles")}
