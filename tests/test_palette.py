"""The themes keep the contrasts that the design promises."""

from __future__ import annotations

import pytest

from recovery_tracker.palette import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    Palette,
    ThemeName,
    contrast,
    palette,
)

THEMES: tuple[ThemeName, ...] = ("light", "dark")

# colour, ground, contrast in light, contrast in dark: the numbers of the design's token table
TEXTS = [
    ("text", "surface", 14.8, 14.1),
    ("text", "bg", 13.5, 15.6),
    ("text2", "surface", 7.4, 9.3),
    ("text2", "inset", 6.4, 8.1),
    ("muted", "surface", 5.8, 6.4),
    ("muted", "bg", 5.3, 7.1),
    ("muted", "inset", 5.0, 5.6),
    ("primary", "surface", 7.7, 8.6),
    ("primary", "band", 6.1, 6.2),
    ("on_primary", "primary", 7.7, 8.2),
    ("on_primary", "primary_h", 10.0, 9.7),
    ("on_tint", "tint", 8.4, 8.2),
    ("ok", "ok_bg", 6.2, 8.0),
    ("watch", "watch_bg", 6.8, 9.1),
    ("contact", "contact_bg", 6.9, 8.4),
    ("on_contact", "contact_solid", 5.8, 4.9),
    ("urgent", "urgent_bg", 7.2, 8.0),
    ("on_urgent", "urgent_solid", 7.0, 5.6),
    ("on_s0", "s0", 12.5, 11.3),
    ("on_s1", "s1", 9.1, 9.0),
    ("on_s2", "s2", 5.1, 5.6),
    ("on_s3", "s3", 6.6, 6.9),
    ("on_s4", "s4", 13.7, 13.9),
    # grounds on which the pictures put text without a number in the table
    ("text", "side", 4.5, 4.5),
    ("text2", "side", 4.5, 4.5),
    ("muted", "side", 4.5, 4.5),
    ("text", "tint", 4.5, 4.5),
    ("text", "ok_bg", 4.5, 4.5),
    ("text", "watch_bg", 4.5, 4.5),
    ("text", "contact_bg", 4.5, 4.5),
    ("text", "urgent_bg", 4.5, 4.5),
    ("on_tint", "band", 4.5, 4.5),
    # labels stand on the card in their line's colour
    *((line, "surface", 4.7, 4.7) for line in ("c1", "c2", "c3", "c4")),
]
EDGES = [
    ("line", "surface", 3.7, 4.2),
    ("line", "inset", 3.2, 3.6),
    ("line", "bg", 3.0, 3.0),
    ("focus", "surface", 5.8, 7.8),
    ("focus", "inset", 5.0, 6.8),
    *((f"{level}_line", f"{level}_bg", 3.0, 3.0) for level in ("ok", "watch", "contact", "urgent")),
    ("ok_line", "bg", 3.8, 5.6),
    ("watch_line", "bg", 3.5, 6.2),
    ("contact_line", "contact_bg", 3.7, 4.9),
    ("urgent_line", "urgent_bg", 4.8, 4.4),
    ("sline", "surface", 8.3, 7.0),
    ("band_line", "surface", 3.3, 4.1),
    ("past", "surface", 4.3, 4.9),
    ("past", "band", 3.4, 3.5),
    *((line, "band", 3.7, 3.7) for line in ("c1", "c2", "c3", "c4")),
]


@pytest.mark.parametrize(("one", "other", "ratio"), [
    ("#000000", "#FFFFFF", 21.0),
    ("#777777", "#FFFFFF", 4.48),
    ("#FFFFFF", "#777777", 4.48),
    ("#FF0000", "#0000FF", 2.15),
    ("#123456", "#123456", 1.0),
])  # fmt: skip
def test_contrast_is_the_one_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    ("colour", "ground", "light", "dark", "least"),
    [(*row, TEXT_CONTRAST) for row in TEXTS] + [(*row, EDGE_CONTRAST) for row in EDGES],
)
def test_every_promised_contrast_holds(
    theme: ThemeName, colour: str, ground: str, light: float, dark: float, least: float
) -> None:
    colours = palette(theme)
    measured = contrast(getattr(colours, colour), getattr(colours, ground))
    assert measured >= least
    assert round(measured, 1) >= (light if theme == "light" else dark)


def test_a_theme_that_lacks_a_colour_is_refused() -> None:
    with pytest.raises(TypeError, match="c4"):
        Palette(**{name: "#000000" for name in Palette.__slots__ if name != "c4"})


def test_a_colour_that_is_no_hex_number_is_refused() -> None:
    with pytest.raises(ValueError, match="grid"):
        Palette(**{name: "grey" if name == "grid" else "#000000" for name in Palette.__slots__})


def test_lines_and_grades_differ_in_both_themes() -> None:
    light, dark = palette("light"), palette("dark")
    for colours in (light, dark):
        assert len(set(colours.lines)) == 4
        assert len({fill for fill, _ in colours.grades}) == 5
    assert light != dark
