"""What the fonts can print: the rest is named or marked, and counted."""

from __future__ import annotations

import pytest

from recovery_tracker.report.glyphs import printable


@pytest.mark.parametrize(
    "text",
    [
        "plain #set $x$ @y \\ <z>",
        "Grüße, Ωμέγα, Привет",
        "naïve – “quoted” … 38 °C",
        "مرحبا بالعالم",
        "नमस्ते",
        "two\nlines",
        "",
    ],
)
def test_what_the_fonts_have_stays_as_it_is(text: str) -> None:
    assert printable(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "printed", "replaced"),
    [
        ("ouch 😀", "ouch [grinning face]", 1),
        ("👩🏽‍⚕️ said", "[woman] said", 1),
        ("皮膚", "□□", 2),
        ("שלום", "□□□□", 4),
        ("a\ud800b", "a□b", 1),
        ("\U0001f600\ufe0f", "[grinning face]", 1),
    ],
)
def test_what_no_font_has_is_named_or_marked(text: str, printed: str, replaced: int) -> None:
    assert printable(text) == (printed, replaced)


def test_controls_and_direction_overrides_are_taken_out() -> None:
    assert printable("a\x07b\u202ec\u2066d\ufeff") == ("abcd", 0)


def test_a_tab_is_a_space() -> None:
    assert printable("a\tb") == ("a b", 0)


def test_a_mark_and_its_letter_are_looked_up_together() -> None:
    assert printable("e\u0301") == ("é", 0)
    assert printable("ب\u0941") == ("□", 1)  # an Arabic letter with a Devanagari vowel
