"""How hard a text is to read: sentences, syllables and the Flesch-Kincaid grade of English.

Syllables are counted by rule of thumb, as no small package does it without data from elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouy]+")
# vowels that stand side by side and are spoken apart: "period", "usual", "being", "area"
_APART = re.compile(r"(?<![tscg])i[aou]|[gs]ual|[aeo]ing|rea(?:s?$|te$|ct)|ui?et")
# "scale", "raised", "flakes"; but "table", "treated", "patches"
_SILENT = re.compile(r"(?:[^aeiouy]|[aeiouy]l)e$|[^aeiouytdl]ed$|lled$|[^aeiouycghsxz]es$")
_SPOKEN = re.compile(r"[^aeiouyl]le$")


def sentences(text: str) -> list[str]:
    """Split a text at full stops, question marks and exclamation marks."""
    return [part for part in re.split(r"(?<=[.?!])\s+", text.strip()) if part]


def words(text: str) -> list[str]:
    """Return the words of a text, numbers left out."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Count the syllables of an English word, 1 or more; one off now and then."""
    small = word.lower().replace("’", "'").removesuffix("'s")
    count = len(_VOWELS.findall(small)) + len(_APART.findall(small))
    silent = _SILENT.search(small) and not _SPOKEN.search(small)
    return max(1, count - bool(silent))


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade: the years of school that a reader needs.

    0.39 words a sentence + 11.8 syllables a word - 15.59, over all the texts together.
    """
    said = list(texts)
    number = [word for text in said for word in words(text)]
    spoken = sum(syllables(word) for word in number)
    count = sum(len(sentences(text)) for text in said)
    return 0.39 * len(number) / count + 11.8 * spoken / len(number) - 15.59
