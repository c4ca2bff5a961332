"""The bundled fonts and icons are what their lists say, and whole."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from recovery_tracker.resources import resource

FONTS = {
    "Inter-Regular": ("Inter", 400),
    "Inter-Medium": ("Inter", 500),
    "Inter-SemiBold": ("Inter", 600),
    "Inter-Bold": ("Inter", 700),
    "InterDisplay-SemiBold": ("Inter Display", 600),
    "NotoSans-Regular": ("Noto Sans", 400),
    "NotoSans-Bold": ("Noto Sans", 700),
    "NotoSansArabic-Regular": ("Noto Sans Arabic", 400),
}
ICONS = sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_the_fonts_are_those_listed_and_their_licence_is_beside_them() -> None:
    assert {path.stem for path in resource("fonts").glob("*.ttf")} == set(FONTS)
    licence = resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    for holder in ("Inter Project", "latin-greek-cyrillic", "notofonts/arabic"):
        assert holder in licence


@pytest.mark.parametrize("name", FONTS)
def test_a_font_names_its_family_and_weight(name: str) -> None:
    font: Any
    with TTFont(resource("fonts", f"{name}.ttf"), lazy=True) as font:
        names = font["name"]
        family = names.getDebugName(16) or names.getDebugName(1)
        assert (family, font["OS/2"].usWeightClass) == FONTS[name]
        assert "fvar" not in font


@pytest.mark.parametrize("name", [name for name in FONTS if name.startswith("Inter")])
def test_inter_has_the_signs_the_program_writes(name: str) -> None:
    font: Any
    with TTFont(resource("fonts", f"{name}.ttf"), lazy=True) as font:
        assert {ord(sign) for sign in "äßłΩЖ“”’–…·→°≥−≤□✓€"} <= set(font.getBestCmap())


@pytest.mark.parametrize("name", [name for name in ICONS if name != "icon"])
def test_an_icon_takes_the_themes_colour_on_the_24_grid(name: str) -> None:
    text = Path(resource("icons", f"{name}.svg")).read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert not re.search("#[0-9a-fA-F]{3}|url|href|<script", text)


def test_the_calm_icon_is_no_tick() -> None:
    drawn = [element.tag.rpartition("}")[2] for element in ET.parse(icon("range-dot")).getroot()]
    assert drawn == ["path", "path", "circle"]


def test_the_icons_licence_is_beside_them() -> None:
    assert "ISC License" in resource("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")


def icon(name: str) -> Path:
    return resource("icons", f"{name}.svg")
