"""One to four lines: added at the end, taken away by a second click, refused in words."""

from __future__ import annotations

from recovery_tracker.ui.models.chosen_lines import brought_in, turned

FOUR = ("redness", "flaking", "swelling", "pain")


def test_a_line_is_added_at_the_end_and_taken_away() -> None:
    assert turned(("redness",), "pain") == (("redness", "pain"), "")
    assert turned(FOUR, "flaking") == (("redness", "swelling", "pain"), "")


def test_a_fifth_line_and_the_last_one_are_refused_in_words() -> None:
    assert turned(FOUR, "itching") == (
        FOUR,
        "Four lines at most. Click one that is shown to remove it first.",
    )
    assert turned(("pain",), "pain") == (
        ("pain",),
        "One line always stays. Click another symptom to add it first.",
    )


def test_a_line_is_brought_in_where_it_was_not_shown() -> None:
    assert brought_in(FOUR, "itching") == ("redness", "flaking", "swelling", "itching")
    assert brought_in(FOUR, "pain") == FOUR
    assert brought_in(("pain",), "redness") == ("pain", "redness")
