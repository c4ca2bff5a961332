"""Fonts, sizes and strokes of every chart; of matplotlib's global settings only the hinting.

matplotlib draws on paper only, in the process of the reports: importing this module does not
import it, and :func:`prepare` tells it first where to keep its font cache. Sizes of type and
distances are pixels at 96 to the inch, as in the design; strokes and markers are points.
"""

# pyright: reportUnknownMemberType=false
# matplotlib leaves some types of its keyword arguments open.

from __future__ import annotations

import logging
import os
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker.resources import resource

if TYPE_CHECKING:
    from matplotlib.font_manager import FontProperties
    from PIL.ImageFont import FreeTypeFont

DPI = 96
POINTS_PER_PIXEL = 72 / DPI
REGULAR, MEDIUM, SEMIBOLD = 400, 500, 600
_WEIGHTS = {REGULAR: "Regular", MEDIUM: "Medium", SEMIBOLD: "SemiBold", 700: "Bold"}
_MEASURED_AT = 1000  # pixels: so large that the rounding of each letter does not tell
TICK_TEXT, LABEL_TEXT, OWN_TEXT, TAG_TEXT = 12, 12, 13, 14
LINE_HEIGHT = 1.35

OWN_LINE, OTHER_LINE, PAST_LINE, EDGE_LINE, THIN_LINE = 2.8, 2.2, 1.3, 1.0, 0.8
SMALL_OWN_LINE, SMALL_PAST_LINE = 2.3, 1.0
MARKER, TODAY_MARKER, SMALL_TODAY_MARKER, RIM = 5.5, 10.5, 7.5, 1.1

_FAMILIES = ("Inter", "Noto Sans", "Noto Sans Arabic")
# Latin, Greek, Cyrillic and general punctuation
_INTER_SUFFICES = re.compile(r"[\u0000-\u052f\u2000-\u206f]*").fullmatch
_UNKNOWN = "\u25a1"
_CACHE_VARIABLE = "MPLCONFIGDIR"


def prepare(cache_dir: Path, environ: Mapping[str, str] | None = None) -> None:
    """Get matplotlib ready: its cache in our folder, our fonts known to it.

    Call it before anything imports matplotlib; afterwards the folder has no effect. A folder
    the environment names already is kept, and one that cannot be made is done without.

    Args:
        cache_dir: where matplotlib may keep its list of fonts; made when missing.
        environ: what is known of the environment; the process's own when left out.
    """
    if not (os.environ if environ is None else environ).get(_CACHE_VARIABLE):
        try:
            cache_dir.mkdir(parents=True, exist_ok=True)
        except OSError:
            pass
        else:
            os.environ[_CACHE_VARIABLE] = str(cache_dir)
    register_fonts()


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to matplotlib, once."""
    # it tells on the error stream of every weight that a fallback family lacks
    logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
    import matplotlib as mpl
    from matplotlib.font_manager import fontManager

    # hinting moves letters by up to a pixel each, and a label would not be as wide as measured
    mpl.rcParams["text.hinting"] = "none"
    for file in sorted(resource("fonts").glob("*.ttf")):
        fontManager.addfont(file)


def font(text: str, size: float, weight: int = REGULAR) -> FontProperties:
    """Return the chart font for a text, in a size in pixels.

    The families for other scripts are named only where a text needs them: matplotlib looks
    every one of them up for every text it draws. Do not change what this returns: it is shared.
    """
    return _font(_FAMILIES[:1] if _INTER_SUFFICES(text) else _FAMILIES, size, weight)


@lru_cache(maxsize=64)
def _font(families: tuple[str, ...], size: float, weight: int) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    register_fonts()
    return FontProperties(family=list(families), size=size * POINTS_PER_PIXEL, weight=weight)


def drawable(text: str) -> str:
    """Return a text with a box for every character that none of the bundled fonts has.

    Only a symptom of the patient's own can hold one; its card and the table say it in full.
    """
    if _INTER_SUFFICES(text):
        return text
    return "".join(letter if ord(letter) in _characters() else _UNKNOWN for letter in text)


@cache
def _characters() -> frozenset[int]:
    from matplotlib import font_manager

    names = ("Inter-Regular", "NotoSans-Regular", "NotoSansArabic-Regular")
    fonts = (font_manager.get_font(str(resource("fonts", f"{name}.ttf"))) for name in names)
    return frozenset(code for one in fonts for code in one.get_charmap())


@lru_cache(maxsize=512)
def text_width(text: str, size: float, weight: int = REGULAR) -> float:
    """Return how wide a line of text is, in pixels.

    A letter that Inter lacks counts as wide as it is high, which no script exceeds.
    """
    known = "".join(letter for letter in text if _INTER_SUFFICES(letter))
    width = _measure(weight).getlength(known) / _MEASURED_AT if known else 0.0
    return (width + len(text) - len(known)) * size


@cache
def _measure(weight: int) -> FreeTypeFont:
    from PIL import ImageFont

    file = resource("fonts", f"Inter-{_WEIGHTS[weight]}.ttf")
    return ImageFont.truetype(str(file), _MEASURED_AT)
