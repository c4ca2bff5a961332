"""A person's own words within a line of the program's: what turns them about turns nothing else."""

from __future__ import annotations

import unicodedata

_BEGIN, _END = "\N{FIRST STRONG ISOLATE}", "\N{POP DIRECTIONAL ISOLATE}"
# embeddings, overrides and isolates: one that is not ended would turn what stands behind it
_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_LONGEST_QUOTE = 60
_LEFTWARDS = frozenset(("R", "AL", "AN"))


def straight(words: str, instead: str = "") -> str:
    """Return words without the signs that turn the direction of writing."""
    if words.isascii():
        return words
    return words.translate(str.maketrans(dict.fromkeys(_TURNING, instead)))


def isolated(words: str) -> str:
    """Return words to stand within a line: those written leftwards keep to themselves."""
    if words.isascii():
        return words
    words = straight(words)
    leftwards = any(unicodedata.bidirectional(sign) in _LEFTWARDS for sign in words)
    return f"{_BEGIN}{words}{_END}" if leftwards else words


def quoted(value: object) -> str:
    """Return a value as it can stand in a sentence: short, on one line, nothing invisible."""
    text = str(value)
    short = text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + "…"
    return "".join(sign if sign.isprintable() else "�" for sign in short)
