"""The colours of a theme by name, for the window's style sheet and the charts alike.

The values stand in ``resources/themes/``; nothing else in the program writes a colour. The words
are those of the design's token table. Colours are strings, so that neither Qt nor matplotlib is
needed to know them.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache
from typing import Literal

from recovery_tracker.resources import resource
from recovery_tracker.values import frozen

ThemeName = Literal["light", "dark", "contrast"]

TEXT_CONTRAST = 4.5
EDGE_CONTRAST = 3.0

_LEVELS = ("ok", "watch", "contact", "urgent")
_COLOUR = re.compile(r"#[0-9A-F]{6}")


@frozen
class Palette:
    """The colours of one theme, each ``#RRGGBB``.

    Attributes:
        bg, side, surface, inset: window, sidebar, card or field, unselected segment.
        border: decorative edge of a card; ``line``: edge of buttons, chips and fields.
        text, text2, muted: main text, secondary text, hints and axis labels.
        primary, primary_h, on_primary: actions and the own line, hover, text on them.
        tint, on_tint: tonal button, chosen chip, information.
        focus: the focus ring.
        ok, ok_bg, ok_line: "within the usual range": text, ground, edge.
        watch, contact, urgent: text of a level; ``_bg``, ``_line``: its ground and edge;
            ``_solid``, ``on_``: its heading bar and the text on it (watch has none).
        s0 to s4: fill of the grades none to very severe; ``on_s0`` to ``on_s4``: text on them.
        sline: edge of a chosen grade (``text2`` for none).
        band, band_line: the usual range and its upper edge.
        past, grid: earlier sessions, decorative grid.
        c1 to c4: lines of the first to fourth symptom.
        photo_pill, on_photo_pill: a label on a photo and its text, to be read on any picture.
    """

    bg: str
    side: str
    surface: str
    inset: str
    border: str
    line: str
    text: str
    text2: str
    muted: str
    primary: str
    primary_h: str
    on_primary: str
    tint: str
    on_tint: str
    focus: str
    ok: str
    ok_bg: str
    ok_line: str
    watch: str
    watch_bg: str
    watch_line: str
    contact: str
    contact_bg: str
    contact_line: str
    contact_solid: str
    on_contact: str
    urgent: str
    urgent_bg: str
    urgent_line: str
    urgent_solid: str
    on_urgent: str
    s0: str
    on_s0: str
    s1: str
    on_s1: str
    s2: str
    on_s2: str
    s3: str
    on_s3: str
    s4: str
    on_s4: str
    sline: str
    band: str
    band_line: str
    past: str
    grid: str
    c1: str
    c2: str
    c3: str
    c4: str
    photo_pill: str
    on_photo_pill: str

    def __post_init__(self) -> None:
        for colour in fields(self):
            if not _COLOUR.fullmatch(getattr(self, colour.name)):
                raise ValueError(f"the colour {colour.name} is not #RRGGBB")

    @property
    def grades(self) -> tuple[tuple[str, str], ...]:
        """Fill and text colour of the five grades, none first."""
        return (
            (self.s0, self.on_s0),
            (self.s1, self.on_s1),
            (self.s2, self.on_s2),
            (self.s3, self.on_s3),
            (self.s4, self.on_s4),
        )

    @property
    def lines(self) -> tuple[str, str, str, str]:
        """The line colours of the first to the fourth symptom."""
        return (self.c1, self.c2, self.c3, self.c4)


@cache
def palette(theme: Literal["light", "dark"]) -> Palette:
    """Read one of the themes that are kept in files, once.

    Raises:
        TypeError, ValueError: the theme lacks a colour, has one too many or a malformed one.
    """
    return Palette(**json.loads(resource("themes", f"{theme}.json").read_bytes()))


@cache
def high_contrast(ground: str, ink: str, accent: str, on_accent: str) -> Palette:
    """Make a theme of the system's own colours: one ground, one ink, one accent, no tints.

    Each is ``#RRGGBB``: of the window, of text on it, of what is selected and of text on that. An
    ink too weak for text gives way to black or white; an accent too weak gives way to the ink.
    """
    if contrast(ink, ground) < TEXT_CONTRAST:
        ink = max("#000000", "#FFFFFF", key=lambda colour: contrast(colour, ground))
    if min(contrast(accent, ground), contrast(on_accent, accent)) < TEXT_CONTRAST:
        accent, on_accent = ink, ground
    band = next(
        mixed
        for share in (0.2, 0.1, 0.0)
        if (mixed := _mix(ink, ground, share)) == ground
        or min(contrast(ink, mixed), contrast(accent, mixed)) >= TEXT_CONTRAST
    )
    grounds = ("bg", "side", "surface", "inset", "tint", "s0", "on_contact", "on_urgent")
    accents = ("primary", "s1", "s2", "s3", "s4", "c1", "focus")
    colours = {colour.name: ink for colour in fields(Palette)}
    colours |= dict.fromkeys((*grounds, *(f"{level}_bg" for level in _LEVELS)), ground)
    colours |= dict.fromkeys(accents, accent)
    colours |= dict.fromkeys(("on_primary", "on_s1", "on_s2", "on_s3", "on_s4"), on_accent)
    colours |= {"primary_h": accent, "band": band, "grid": _mix(ink, ground, 0.25)}
    colours |= {"photo_pill": "#000000", "on_photo_pill": "#FFFFFF"}
    return Palette(**colours)


def _mix(one: str, other: str, share: float) -> str:
    """Return a colour that is ``share`` of one and the rest of the other."""
    channels = (
        round(int(one[at : at + 2], 16) * share + int(other[at : at + 2], 16) * (1 - share))
        for at in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in channels)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two ``#RRGGBB`` colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    if channel <= 0.04045:
        return channel / 12.92
    return ((channel + 0.055) / 1.055) ** 2.4
