"""Every colour the window and the charts use keeps its contrast, wherever it is put.

The uses are read from the code: a colour in a new role, or a new colour, fails here until the
tables below name the grounds it must be seen on.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from recovery_tracker.palette import (
    EDGE_CONTRAST,
    TEXT_CONTRAST,
    Palette,
    contrast,
    high_contrast,
    palette,
)
from recovery_tracker.ui.style_sheet import style_sheet

THEMES = {
    "light": palette("light"),
    "dark": palette("dark"),
    "white on black": high_contrast("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    "black on white": high_contrast("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    "weak accent": high_contrast("#EFEFEF", "#000000", "#308CC6", "#FFFFFF"),
    "weak ink": high_contrast("#808080", "#8A8A8A", "#808080", "#909090"),
    "yellow on navy": high_contrast("#00004B", "#FFFF00", "#00FF66", "#000000"),
}
LEVELS = ("watch", "contact", "urgent")
GRADES = tuple(f"s{grade}" for grade in range(5))

# what text and icons stand on: any of these, so that a part can be moved from one to another
GROUNDS = ("bg", "side", "surface", "inset", "tint")
TEXTS = ("text", "text2", "muted", "on_tint", "primary", "ok", *LEVELS)
# text made for one ground
ON = {
    "on_primary": ("primary", "primary_h"),
    "on_photo_pill": ("photo_pill",),
    **{f"on_{level}": (f"{level}_solid",) for level in ("contact", "urgent")},
    **{f"on_{grade}": (grade,) for grade in GRADES},
}
TINTED = ("ok_bg", *(f"{level}_bg" for level in LEVELS))
# edges and lines by which something is known
EDGES = ("line", "focus", "sline", "past", "ok_line", *(f"{level}_line" for level in LEVELS))
CHART_LINES = ("c1", "c2", "c3", "c4", "past")
# grounds of their own, known by their edge or by the text made for them
FILLS = (
    "primary",
    "primary_h",
    "contact_solid",
    "urgent_solid",
    *GRADES,
    *TINTED,
    "band",
    "photo_pill",
)
DECORATIVE = ("border", "grid")


def pairs() -> Iterator[tuple[str, str, float]]:
    """Each colour, each ground it may stand on, and the contrast it needs."""
    for text in TEXTS:
        yield from ((text, ground, TEXT_CONTRAST) for ground in GROUNDS)
    for text, grounds in ON.items():
        yield from ((text, ground, TEXT_CONTRAST) for ground in grounds)
    for ground in TINTED:
        yield from ((text, ground, TEXT_CONTRAST) for text in ("text", "text2"))
        yield ground.removesuffix("_bg"), ground, TEXT_CONTRAST
        yield ground.replace("_bg", "_line"), ground, EDGE_CONTRAST
    for edge in EDGES:
        yield from ((edge, ground, EDGE_CONTRAST) for ground in GROUNDS)
    for line in CHART_LINES:
        yield line, "band", EDGE_CONTRAST
        yield line, "surface", TEXT_CONTRAST if line != "past" else EDGE_CONTRAST
    yield "on_tint", "band", TEXT_CONTRAST
    yield "band_line", "surface", EDGE_CONTRAST
    yield "primary", "surface", EDGE_CONTRAST


@pytest.mark.parametrize("theme", THEMES)
def test_every_colour_is_seen_on_every_ground_it_may_stand_on(theme: str) -> None:
    colours = THEMES[theme]
    weak = [
        (colour, ground, round(found, 2))
        for colour, ground, least in pairs()
        if (found := contrast(getattr(colours, colour), getattr(colours, ground))) < least
    ]
    assert weak == []


def test_every_colour_has_its_grounds_or_is_one() -> None:
    told = {colour for colour, _ground, _least in pairs()} | {*GROUNDS, *FILLS, *DECORATIVE}
    assert told == set(Palette.__slots__)


@pytest.mark.parametrize("theme", THEMES)
def test_high_contrast_has_no_tints(theme: str) -> None:
    colours = THEMES[theme]
    grounds = {getattr(colours, ground) for ground in (*GROUNDS, *TINTED)}
    assert (len(grounds) == 1) is (theme not in ("light", "dark"))


# The style sheet ---------------------------------------------------------------------------------


class _Names:
    """A palette that gives the names of its colours."""

    def __getattr__(self, name: str) -> str:
        return f"@{name}@"


class _Type:
    size, weight, family = 14, 400, "Inter"

    def __init__(self, tone: str) -> None:
        self.tone = tone


def rules() -> Iterator[tuple[str, dict[str, str]]]:
    """Each rule of the style sheet: its selector, and property by property its colour's name."""
    types = {"role": _Type("text2")}
    sheet = style_sheet(_Names(), types, round)  # type: ignore[arg-type]
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", sheet):
        named = re.findall(r"([\w-]+):[^;]*?@(\w+)@", body)
        if named:
            yield " ".join(selector.split()), dict(named)


def test_the_style_sheet_uses_colours_as_they_are_meant() -> None:
    wrong: list[tuple[str, str, str]] = []
    for selector, properties in rules():
        for what, colour in properties.items():
            if what.endswith("color") and "background" not in what and "gridline" not in what:
                meant = {*TEXTS, *ON}
            elif "background" in what:
                meant = {*GROUNDS, *FILLS, *LINES_AS_GROUND}
            else:
                meant = {*EDGES, *DECORATIVE, *TEXTS, "band_line"}
            if colour not in meant:
                wrong.append((selector, what, colour))
    assert wrong == []


LINES_AS_GROUND = (*EDGES, "border", "band_line")  # of rules, handles and bars: no text on them


@pytest.mark.parametrize("theme", THEMES)
def test_text_and_ground_of_one_rule_go_together(theme: str) -> None:
    colours = THEMES[theme]
    weak: list[tuple[str, str, str]] = []
    for selector, properties in rules():
        for text, ground in (
            ("color", "background"),
            ("placeholder-text-color", "background"),
            ("selection-color", "selection-background-color"),
            ("color", "alternate-background-color"),
        ):
            one, other = properties.get(text), properties.get(ground)
            if one and other:
                ratio = contrast(getattr(colours, one), getattr(colours, other))
                if ratio < TEXT_CONTRAST:
                    weak.append((selector, one, other))
    assert weak == []


def test_every_field_has_an_edge_that_is_seen() -> None:
    fields = ("QLineEdit", "QTextEdit", "QComboBox", "QAbstractSpinBox", "QProgressBar")
    faint = [
        (selector, colour)
        for selector, properties in rules()
        for what, colour in properties.items()
        if what == "border" and selector.startswith(fields) and "View" not in selector
        if colour not in EDGES
    ]
    assert faint == []


# What is painted by hand -------------------------------------------------------------------------

ROOT = Path(__file__).resolve().parents[1] / "recovery_tracker"
PAINTED = sorted((ROOT / "ui").rglob("*.py"))
DRAWN = sorted((ROOT / "charts").rglob("*.py"))


def calls(file: Path) -> Iterator[tuple[str, ast.Call]]:
    """Every call of a file, with the last part of its name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", None) or getattr(node.func, "id", "")
            yield str(name), node


def colours_in(node: ast.AST | None) -> set[str]:
    """The colours a part of the code names: in words, or of a palette."""
    found: set[str] = set()
    for part in ast.walk(node) if node is not None else ():
        if isinstance(part, ast.Constant) and part.value in Palette.__slots__:
            found.add(str(part.value))
        if isinstance(part, ast.JoinedStr):
            ending = part.values[-1]
            if isinstance(ending, ast.Constant):
                found |= {
                    f"{level}{ending.value}"
                    for level in LEVELS
                    if f"{level}{ending.value}" in Palette.__slots__
                }
        if isinstance(part, ast.Attribute) and part.attr in Palette.__slots__:
            found.add(part.attr)
    return found


def argument(call: ast.Call, at: int, name: str) -> ast.AST | None:
    """An argument by its place or its name."""
    if len(call.args) > at:
        return call.args[at]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)


def uses(file: Path) -> Iterator[tuple[str, str]]:
    """The colours of a file by what they are used for."""
    for name, call in calls(file):
        if name == "box":
            yield from (("fill", colour) for colour in colours_in(argument(call, 3, "fill")))
            yield from (("edge", colour) for colour in colours_in(argument(call, 4, "edge")))
        elif name == "setPen":
            yield from (("pen", colour) for colour in colours_in(argument(call, 0, "pen")))
        elif name in ("pixmap", "icon"):
            yield from (("text", colour) for colour in colours_in(argument(call, 1, "tone")))
        elif name == "Text":
            yield from (("text", colour) for colour in colours_in(argument(call, 99, "tone")))
        elif name == "show_tone":
            yield from (("text", colour) for colour in colours_in(argument(call, 0, "tone")))
        elif name in ("write", "put_label"):
            yield from (("text", colour) for colour in colours_in(argument(call, 99, "color")))


MEANT = {
    "fill": {*GROUNDS, *FILLS, *EDGES, "border", "on_primary"},
    "edge": {*EDGES, *TEXTS, *ON, "band_line", *DECORATIVE},
    "pen": {*TEXTS, *ON, *EDGES, *CHART_LINES, "band_line", "surface", *DECORATIVE},
    # an icon of the ground's own colour stands on a fill, as the check of a switch does
    "text": {*TEXTS, *ON, *CHART_LINES, "surface"},
}


def test_what_is_painted_uses_colours_as_they_are_meant() -> None:
    found = [(use, colour, file.name) for file in PAINTED + DRAWN for use, colour in uses(file)]
    assert len(found) > 80
    assert [one for one in found if one[1] not in MEANT[one[0]]] == []
