"""What the bundled fonts can print: anything else in a patient's words is named, or marked.

A page that refers to a sign no font has is no valid PDF/UA; and fonts of the computer would make
the same report look different elsewhere.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from recovery_tracker.resources import resource

FONTS = ("Inter-Regular", "NotoSans-Regular", "NotoSansArabic-Regular")
MISSING = "□"

_JOINER = "\u200d"
_SHAPING = frozenset("\n\u00ad\u200b\u200c\u200d\u200e\u200f")  # no ink, but scripts need them
_SHAPELESS = ("Cc", "Cf")  # controls, direction overrides, tags
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATIONS = range(0xFE00, 0xFE10)


def printable(text: str) -> tuple[str, int]:
    """Return a text the fonts can print, and how many of its characters had to be replaced.

    A symbol, such as an emoji, is replaced by its English name in brackets, a letter by a box.
    Characters without a shape (controls, direction overrides) are taken out.
    """
    if text.isascii() and text.isprintable():
        return text, 0
    replaced = 0
    parts: list[str] = []
    for cluster in _clusters(unicodedata.normalize("NFC", text.replace("\t", " "))):
        if _covered(cluster):
            parts.append(cluster)
        else:
            parts.append(_named(cluster[0]))
            replaced += 1
    return "".join(parts), replaced


def _clusters(text: str) -> Iterator[str]:
    """Split a text into characters, each with the marks and joined characters that follow it."""
    cluster = ""
    for sign in text:
        kind = unicodedata.category(sign)
        if ord(sign) in _VARIATIONS or (kind in _SHAPELESS and sign not in _SHAPING):
            continue
        joins = kind.startswith("M") or sign == _JOINER or ord(sign) in _SKIN_TONES
        if cluster and (joins or cluster.endswith(_JOINER)):
            cluster += sign
            continue
        if cluster:
            yield cluster
        cluster = sign
    if cluster:
        yield cluster


def _covered(cluster: str) -> bool:
    """Whether one font has all of a cluster: a mark cannot stand on another font's letter."""
    needed = {ord(sign) for sign in cluster if sign not in _SHAPING}
    return any(needed <= font for font in _fonts())


def _named(sign: str) -> str:
    if unicodedata.category(sign) != "So":
        return MISSING
    name = unicodedata.name(sign, "")
    return f"[{name.lower()}]" if name else MISSING


@cache
def _fonts() -> tuple[frozenset[int], ...]:
    from matplotlib.ft2font import FT2Font

    return tuple(
        frozenset(FT2Font(str(resource("fonts", f"{name}.ttf"))).get_charmap()) for name in FONTS
    )
