"""What changed between two versions of an entry, word by word."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from recovery_tracker.domain.entry_changes import LONGEST_QUOTE, entry_changes
from tests import strategies
from tests.builders import daily, entry

DONE = dt.datetime(2026, 3, 3, 20, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        ({"redness": 1}, {"redness": 2}, ("Redness: Mild to Moderate",)),
        ({"redness": 1}, {}, ("Redness: Mild to not recorded",)),
        ({}, {"redness": 0}, ("Redness: not recorded to None",)),
        (
            {"pain": 2},
            {"pain": 2, "swelling": 0, "itching": 0, "redness": 4},
            (
                "Redness: not recorded to Very severe",
                "Swelling and itching: not recorded to None",
            ),
        ),
        ({}, {"pus": True}, ("Pus: not answered to yes",)),
        ({"fever": True}, {"fever": False}, ("Fever: yes to no",)),
        (
            {"care": ("sun",)},
            {"moisturised": True},
            ("Care ticked: Moisturiser", "Care no longer ticked: Sun"),
        ),
        ({}, {"notes": "tight"}, ("Note: “tight”",)),
        ({"notes": "tight"}, {"notes": "less"}, ("Note: “tight” to “less”",)),
        ({"notes": "tight"}, {}, ("Note taken away: “tight”",)),
        (
            {"advice_received": "wait"},
            {"advice_received": "come"},
            ("What they told you: “wait” to “come”",),
        ),
        ({}, {"done_at": DONE}, ("Marked as done",)),
        ({"done_at": DONE}, {}, ("No longer marked as done",)),
    ],
)
def test_a_change_is_told_in_words(
    before: dict[str, Any], after: dict[str, Any], lines: tuple[str, ...]
) -> None:
    assert entry_changes(entry(1, **before), entry(1, **after)) == lines


def test_none_of_these_is_one_line() -> None:
    answered = daily()
    blank = {code: grade for code, grade in answered.items() if grade is not False}
    assert entry_changes(entry(1, **blank), entry(1, **answered)) == (
        "All eight daily signs: not answered to no",
    )


def test_one_sign_that_differs_is_told_apart() -> None:
    lines = entry_changes(entry(1), entry(1, **daily(pus=True)))
    assert lines[1] == "Pus: not answered to yes"
    assert not any(line.startswith("All eight") for line in lines)


def test_a_first_version_tells_all_it_says() -> None:
    assert entry_changes(None, entry(1, redness=2, notes="tight")) == (
        "Redness: not recorded to Moderate",
        "Note: “tight”",
    )


def test_an_entry_that_was_taken_away_has_no_lines() -> None:
    assert entry_changes(entry(1, redness=2), None) == ()


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("", "secret", "Private note written"),
        ("secret", "other", "Private note changed"),
        ("secret", "", "Private note taken away"),
    ],
)
def test_a_private_note_is_never_quoted(before: str, after: str, line: str) -> None:
    said = entry_changes(entry(1, private_notes=before), entry(1, private_notes=after))
    assert said == (line,)


def test_a_long_note_is_quoted_from_its_beginning() -> None:
    (line,) = entry_changes(entry(1), entry(1, notes="very tight " * 40))
    assert line.endswith("…”")
    assert len(line) <= LONGEST_QUOTE + len("Note: “”")


def test_items_of_their_own_have_their_names() -> None:
    own = {"x_1f00c3ab": "Tingling", "x_1f00c3ac": "Humidifier"}
    after = entry(1, x_1f00c3ab=2, care=("x_1f00c3ac",))
    assert entry_changes(entry(1), after, own) == (
        "Tingling: not recorded to Moderate",
        "Care ticked: Humidifier",
    )
    assert entry_changes(entry(1), after) == (
        "A symptom of your own: not recorded to Moderate",
        "Care ticked: A care item of your own",
    )


@given(strategies.entries(), strategies.entries())
def test_nothing_is_told_exactly_where_nothing_differs(one: Any, other: Any) -> None:
    def said_by(version: Any) -> Any:
        return replace(
            version,
            date=dt.date(2026, 3, 3),
            entered_at=None,
            changed_at=None,
            done_at=DONE if version.done_at else None,
        )

    one, other = said_by(one), said_by(other)
    assert bool(entry_changes(one, other)) == (one != other)
    assert entry_changes(one, one) == ()
