"""A language for tests: English with accents, 35 % longer, between marks.

What has no accents on screen was not marked for translation; what is cut would be cut in German.
"""

from __future__ import annotations

import gettext
import re

CODE = "en-XA"  # the usual name of accented English
OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.35
_WORD = 12  # letters: what is longer breaks into lines, as a language does

_ACCENTS = str.maketrans(
    "aceilnorsuyzACEILNORSUYZ",
    "áçéíļñőŕšűýžÁÇÉÍĻÑŐŔŠŰÝŽ",
)
_KEPT = re.compile(r"(\{[^}]*\}|<[^>]*>|&[a-z]+;|%[a-z])")  # places, markup


def pseudo(message: str) -> str:
    """Return a text in the test language; places and markup stay as they are."""
    if not message.strip():
        return message
    parts = _KEPT.split(message)
    letters = sum(len(part) for part in parts[::2])
    parts[::2] = [part.translate(_ACCENTS) for part in parts[::2]]
    more = max(1, round(LONGER * letters) - len(OPEN + CLOSE))
    dots = "".join(" " if place % (_WORD + 1) == _WORD else "·" for place in range(more))
    return f"{OPEN}{''.join(parts)}{dots}{CLOSE}"


class PseudoTranslations(gettext.NullTranslations):
    """A catalogue that has every text."""

    def gettext(self, message: str) -> str:
        """Return the text in the test language."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the singular or the plural in the test language."""
        return pseudo(msgid1 if n == 1 else msgid2)
