"""Finding words in what the patient wrote: capitals and accents make no difference."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from recovery_tracker.domain.own_words import straight
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.values import frozen

# texts of an entry, in the order in which the day shows them
ENTRY_TEXTS = ("notes", "private_notes", "advice_received", "new_product", "medicines")
SESSION_NOTES = "session_notes"

_AROUND = 70  # characters of the text on each side of the first word found
_CUT = "…"


@frozen
class Written:
    """One text of the diary.

    Attributes:
        session_id: the session it belongs to; ``session_date``: that session's date.
        date: the day it was written about; of the notes on a session its date.
        field: one of ``ENTRY_TEXTS``, or ``SESSION_NOTES``.
    """

    session_id: str
    session_date: dt.date
    date: dt.date
    field: str
    text: str


@frozen
class Hit:
    """A text with the words that were looked for.

    Attributes:
        excerpt: the words around the first one found, in one line.
        marked: where the words stand in the excerpt, as (start, end), left to right.
    """

    written: Written
    excerpt: str
    marked: tuple[tuple[int, int], ...]


def written_in(recovery: Recovery) -> tuple[Written, ...]:
    """Return all that was written about a session, as :func:`search` takes it."""
    session = recovery.session
    found = [
        Written(session.id, session.date, entry.date, field, text)
        for entry in recovery.entries
        for field in ENTRY_TEXTS
        if (text := str(getattr(entry, field)))
    ]
    if session.notes:
        found.append(Written(session.id, session.date, session.date, SESSION_NOTES, session.notes))
    return tuple(found)


def search(texts: Iterable[Written], words: str) -> tuple[Hit, ...]:
    """Find the texts that hold every one of the words, or its beginning; newest day first.

    Nothing is found for no words.
    """
    return tuple(hit(one, words) for one in newest_first(matching(texts, words)))


def matching(texts: Iterable[Written], words: str) -> list[Written]:
    """Return the texts that :func:`search` finds, in the order they come."""
    wanted = _wanted(words)
    return [one for one in texts if wanted and _holds(folded(one.text), wanted)]


def newest_first(texts: Iterable[Written]) -> list[Written]:
    """Return texts by day, the newest first; of one day those of the newest session first."""
    return sorted(texts, key=lambda one: (one.date, one.session_date), reverse=True)


def hit(one: Written, words: str) -> Hit:
    """Cut a text to what stands around the words in it, and say where they stand."""
    text = " ".join(straight(one.text, " ").split())
    back = [at for at, letter in enumerate(text) for _part in _folded_letter(letter)]
    plain = folded(text)
    places = sorted({place for word in _wanted(words) for place in _places(plain, word)})
    spans = _joined([(back[start], back[end - 1] + 1) for start, end in places])
    start, end = _window(text, spans[0] if spans else (0, 0))
    before = _CUT if start else ""
    shift = len(before) - start
    marked = tuple((a + shift, b + shift) for a, b in spans if start <= a and b <= end)
    return Hit(one, f"{before}{text[start:end]}{_CUT if end < len(text) else ''}", marked)


def _wanted(words: str) -> list[str]:
    return [word for word in (folded(word) for word in words.split()) if word]


def folded(text: str) -> str:
    """Return a text without capitals, accents and other differences of form."""
    if text.isascii():
        return text.lower()
    return "".join(_folded_letter(letter) for letter in text)


@lru_cache(maxsize=4096)  # there are far fewer letters than letters written
def _folded_letter(letter: str) -> str:
    plain = unicodedata.normalize("NFKD", letter).casefold()
    # case folding can bring accents back ("İ"), so it is decomposed again
    apart = unicodedata.normalize("NFKD", plain)
    return "".join(part for part in apart if not unicodedata.combining(part))


def _holds(text: str, wanted: Iterable[str]) -> bool:
    return all(any(_places(text, word)) for word in wanted)


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """Return where a word stands in a folded text: at the beginning of a word of it."""
    at = text.find(word)
    while at >= 0:
        if at == 0 or not (text[at - 1].isalnum() and word[0].isalnum()):
            yield at, at + len(word)
        at = text.find(word, at + 1)


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _window(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return which part of a text to show: whole words around a span."""
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    if start:
        space = text.find(" ", start, span[0])
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", span[1], end)
        end = space if space >= 0 else end
    return start, end
