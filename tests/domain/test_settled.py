"""Settled, for the reminder: late rather than early, and a blank never helps."""

from __future__ import annotations

from typing import Any

import pytest

from recovery_tracker.domain.settled import settled_since
from tests.builders import build, daily, date_of, warning

RED = daily(redness=2)
NONE = daily()
NO_SIGNS = {code: None for code in daily() if code not in ("redness", "swelling")}


def since(entries: dict[int, dict[str, Any]], today: int, **fields: Any) -> int | None:
    return settled_since(build(entries), fields.pop("warnings", ()), date_of(today))


@pytest.mark.parametrize(
    ("entries", "today", "expected"),
    [
        ({0: RED, 6: NONE, 7: NONE}, 7, 6),
        ({0: RED, 7: NONE, 9: NONE}, 12, 7),
        ({0: RED, 6: NONE, 7: NONE}, 6, None),  # only one entry of none has come
        ({0: NONE, 1: NONE, 2: NONE}, 3, None),  # flaking begins later
        ({0: NONE, 1: NONE, 2: NONE}, 7, 0),
        ({0: RED, 8: NONE}, 9, None),  # two entries
        ({0: RED, 1: RED, 8: NONE}, 9, None),  # one entry alone is noise
        ({0: RED, 7: NONE, 8: NONE, 16: daily(flaking=1)}, 16, None),
        ({0: RED, 7: NONE, 8: NONE, 16: daily(flaking=1)}, 15, 7),  # not known yet
        ({0: RED, 7: {"redness": 0}, 8: {"redness": 0}}, 9, None),  # the others are blank
        ({0: RED, 7: daily(lumps=True), 8: NONE}, 9, None),  # lumps: not answered since
        ({0: RED, 7: daily(lumps=True), 8: daily(lumps=False)}, 9, 7),
        ({-3: NONE, -2: NONE, -1: NONE}, 8, None),  # a baseline is no recovery
        ({}, 30, None),
    ],
)
def test_cases(entries: dict[int, dict[str, Any]], today: int, expected: int | None) -> None:
    assert since(entries, today) == expected


def test_an_active_warning_keeps_a_recovery_going() -> None:
    entries = {0: RED, 7: NONE, 8: NONE}
    assert since(entries, 9, warnings=(warning(),)) is None
    other = warning(session_id="00000000-0000-4000-8000-000000000009")
    assert since(entries, 9, warnings=(other,)) == 7
