"""Words that turn the direction of writing turn nothing but themselves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.codes import choose
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.entry_changes import entry_changes
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.note_search import Written, hit
from recovery_tracker.domain.own_words import isolated, straight
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.stated_changes import session_changes
from tests.builders import entry

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
EVIL = "\u202egnp.\u2066exe"
HEBREW = "\u05d3\u05f4\u05e8 \u05db\u05d4\u05df"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("tight", "tight"),
        ("très serré 😀", "très serré 😀"),
        (EVIL, "gnp.exe"),
        (HEBREW, f"\u2068{HEBREW}\u2069"),
        (f"\u2069{HEBREW}\u202e", f"\u2068{HEBREW}\u2069"),
        ("", ""),
    ],
)
def test_own_words_within_a_line(words: str, shown: str) -> None:
    assert isolated(words) == shown


@given(st.text(st.sampled_from(TURNING + "aé \u05d0\u0660")))
def test_what_is_begun_in_own_words_ends_in_them(words: str) -> None:
    shown = isolated(words)
    inside = shown[1:-1] if shown.startswith("\u2068") else shown
    assert not set(inside) & set(TURNING)
    assert shown in (inside, f"\u2068{inside}\u2069")
    assert inside == straight(words)


def test_every_line_that_quotes_them() -> None:
    day = entry(0)
    told = entry_changes(day, entry(0, notes=EVIL, medicines=HEBREW, x_00000001=2), {})
    assert told[1:] == (f"Medicines: “\u2068{HEBREW}\u2069”", "Note: “gnp.exe”")
    (own,) = entry_changes(day, entry(0, x_00000001=2), {"x_00000001": EVIL})
    assert own == "gnp.exe: not recorded to Moderate"
    treated = Session("a", dt.date(2026, 3, 2))
    changed = Session("a", dt.date(2026, 3, 2), practitioner=EVIL, products=(HEBREW, "balm"))
    assert session_changes(treated, changed) == (
        "Who treated you: “gnp.exe”",
        f"Products used: not stated to \u2068{HEBREW}\u2069 and balm",
    )


def test_what_is_found_stands_straight_with_its_words_marked() -> None:
    day = dt.date(2026, 3, 2)
    found = hit(Written("a", day, day, "notes", f"before\u202eafter {EVIL}"), "after")
    assert found.excerpt == "before after gnp. exe"
    assert [found.excerpt[a:b] for a, b in found.marked] == ["after"]


@pytest.mark.parametrize(
    "refused",
    [
        lambda code: choose(code, {"yes": "Yes"}, "sensitive"),
        lambda code: Entry(dt.date(2026, 3, 2), scores={code: 1}),
        lambda code: OwnItem(code, "Tingling"),
    ],
)
def test_a_code_that_is_refused_is_quoted_as_it_can_be_read(
    refused: Callable[[str], object],
) -> None:
    with pytest.raises(InvalidValue) as error:
        refused(f"mi\u200f{EVIL}" + "x" * 3_000)
    assert error.value.sentence.isprintable()
    assert len(error.value.sentence) < 200
