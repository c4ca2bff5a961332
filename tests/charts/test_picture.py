"""Pictures of charts: of fixed size, the same each time, readable without our fonts."""

from __future__ import annotations

import struct
import xml.etree.ElementTree as ET

from recovery_tracker.charts.picture import png_bytes, svg_bytes
from recovery_tracker.charts.report_pair import draw_report_pair
from recovery_tracker.charts.sheet import Sheet
from recovery_tracker.palette import palette
from tests.builders import NO_PROFILE, build, date_of

RECOVERY = build({0: {"redness": 2, "flaking": 0}, 1: {"redness": 1, "flaking": 1}})
SVG = "{http://www.w3.org/2000/svg}"


def draw(sheet: Sheet) -> None:
    draw_report_pair(sheet, RECOVERY, NO_PROFILE, palette("light"), today=date_of(1))


def test_the_same_chart_is_the_same_svg() -> None:
    assert svg_bytes(draw, 698, 196) == svg_bytes(draw, 698, 196)


def test_an_svg_has_its_size_in_points_and_no_text_that_needs_a_font() -> None:
    root = ET.fromstring(svg_bytes(draw, 640, 192))
    assert (root.get("width"), root.get("height")) == ("480pt", "144pt")
    assert root.find(f".//{SVG}text") is None
    assert root.findall(f".//{SVG}path")


def test_an_svg_tells_neither_when_nor_by_what_it_was_made() -> None:
    text = svg_bytes(draw, 640, 192).decode()
    assert "dc:date" not in text
    assert "Matplotlib" not in text


def test_a_png_has_the_size_asked_for() -> None:
    data = png_bytes(draw, 640, 192, zoom=1.5)
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">II", data[16:24]) == (960, 288)
    assert b"Matplotlib" not in data
