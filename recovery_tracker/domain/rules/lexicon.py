"""How a note is read: which words of a lexicon it mentions, and which of those it denies.

The words are data of a language (:mod:`recovery_tracker.domain.rules.lexicon_en`). Reading errs
towards asking: a mention that is not plainly denied counts (clinical.md 4.5, judgement).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import IntEnum

from recovery_tracker.values import frozen

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SAME = str.maketrans(  # what ends a clause, and what stands for an apostrophe
    dict.fromkeys(".,;:!?…\r\v\f\u2028\u2029", "\n") | dict.fromkeys("’‘ʼ`´", "'")
)
_ACCENTS = dict.fromkeys(range(0x300, 0x370))  # the combining ones; this takes them away

Clause = tuple[str, ...]


class Asks(IntEnum):
    """How soon a mention wants an answer; a higher number is sooner."""

    ASK = 1
    TODAY = 2
    NOW = 3


@frozen
class WordRow:
    """Words that mean the same signs.

    Attributes:
        words: words and phrases as :func:`clauses` gives them: lower case, no apostrophes.
        signs: codes of the signs to ask about.
        not_after, not_before: a word directly beside one of these (a word, or two) means
            something else.
    """

    words: tuple[str, ...]
    signs: tuple[str, ...]
    asks: Asks
    not_after: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    # the phrases by their first word, each with its place: every note is read in every language
    starts: dict[str, list[tuple[int, Clause]]] = field(
        init=False, repr=False, compare=False, default_factory=dict[str, list[tuple[int, Clause]]]
    )

    def __post_init__(self) -> None:
        for place, phrase in enumerate(self.words):
            words = tuple(phrase.split())
            self.starts.setdefault(words[0], []).append((place, words))


@frozen
class Lexicon:
    """What a language needs to be read.

    Attributes:
        rows: the words and what they ask.
        clause_words: words that begin a new clause, such as "but".
        joined: pairs of words that mean one, such as "can not".
        denials: words that deny what follows within ``denial_reach`` words.
        plain_no: the denial that denies even a following verb.
        unable: words that are never a denial and shield what follows within
            ``unable_reach`` words ("can't breathe").
        trouble: nouns over which a denial reaches further (``trouble_reach`` words).
        gerund: the one word that is no longer denied when its sentence goes on
            ("not breathing well").
        answers: words that, alone or with one more, answer the clause before ("pus: none").
        topics: further words that such an answer would be about instead ("no pain", "nothing
            else").
        elided: words that are shortened before an apostrophe and say nothing: "l'œil", "n'a".
        words: all words of all rows.
    """

    rows: tuple[WordRow, ...]
    clause_words: frozenset[str]
    joined: dict[tuple[str, str], str]
    denials: frozenset[str]
    plain_no: str
    unable: frozenset[str]
    trouble: frozenset[str]
    gerund: str
    answers: frozenset[str]
    topics: frozenset[str]
    denial_reach: int = 3
    unable_reach: int = 2
    trouble_reach: int = 6
    elided: frozenset[str] = frozenset()
    words: frozenset[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        words = frozenset(word for row in self.rows for word in row.words)
        object.__setattr__(self, "words", words)


def typed(*words: str) -> tuple[str, ...]:
    """Words with their accents, and without them, each once: "fièvre", "fievre"."""
    accented = (word.replace("œ", "oe") for word in words if not word.isascii())
    plain = (unicodedata.normalize("NFD", word).translate(_ACCENTS) for word in accented)
    return tuple(dict.fromkeys((*words, *plain)))


@frozen
class Mention:
    """One row that a note mentions, and the word of the lexicon it does so with."""

    row: WordRow
    word: str


def mentions(text: str, lexicon: Lexicon, but: Sequence[Lexicon] = ()) -> tuple[Mention, ...]:
    """Find the rows a note mentions and does not deny, each once, in the lexicon's order.

    Args:
        text: the note.
        lexicon: the words to look for.
        but: lexicons whose words are left out.
    """
    said = clauses(text, lexicon)
    words = frozenset(word for clause in said for word in clause)
    found: list[Mention] = []
    for row in lexicon.rows:
        if row.starts.keys().isdisjoint(words):
            continue
        for word in _undenied(row, said, lexicon):
            if not any(word in other.words for other in but):
                found.append(Mention(row, word))
                break
    return tuple(found)


def read(text: str, lexicons: Sequence[Lexicon]) -> tuple[Mention, ...]:
    """Find what a note mentions in any language.

    A word that several languages share ("pus") is denied as the first language that has it
    denies: give the one the person most likely writes in first.
    """
    found: list[Mention] = []
    for place, lexicon in enumerate(lexicons):
        found += mentions(text, lexicon, lexicons[:place])
    return tuple(found)


def clauses(text: str, lexicon: Lexicon) -> tuple[Clause, ...]:
    """Split a note into clauses of plain words.

    Words lose their case, a possessive or shortened "'s" ("throat's closing") and their
    apostrophes, so that "can't" and "cant" are one word; an elided word before an apostrophe is
    left out. Empty clauses are left out.
    """
    found: list[Clause] = []
    plainly = unicodedata.normalize("NFC", text).lower().translate(_SAME)
    for part in plainly.split("\n"):
        clause: list[str] = []
        for word in _WORD.findall(part):
            plain = _whole(word, lexicon).removesuffix("'s").replace("'", "")
            if plain in lexicon.clause_words:
                found.append(tuple(clause))
                clause = []
            elif clause and (clause[-1], plain) in lexicon.joined:
                clause[-1] = lexicon.joined[clause[-1], plain]
            else:
                clause.append(plain)
        found.append(tuple(clause))
    return tuple(clause for clause in found if clause)


def _whole(word: str, lexicon: Lexicon) -> str:
    """A word without what was elided before it: "œil" for "l'œil"."""
    head, _apostrophe, rest = word.partition("'")
    return _whole(rest, lexicon) if rest and head in lexicon.elided else word


def _undenied(row: WordRow, read: tuple[Clause, ...], lexicon: Lexicon) -> Iterator[str]:
    """The words of a row that the clauses hold and do not deny."""
    for place, clause in enumerate(read):
        following = read[place + 1] if place + 1 < len(read) else ()
        for word, start, end in _places(row, clause):
            denied = _denied(clause, start, end, lexicon)
            if denied is None:
                denied = _answers(following, row, lexicon)
            if not denied:
                yield word


def _places(row: WordRow, clause: Clause) -> Iterator[tuple[str, int, int]]:
    """Where a clause has a word or phrase of a row that means what the row means."""
    met = sorted(
        (place, start, start + len(words))
        for start, first in enumerate(clause)
        for place, words in row.starts.get(first, ())
        if clause[start : start + len(words)] == words
    )
    for place, start, end in met:
        before = (" ".join(clause[max(0, start - size) : start]) for size in (1, 2))
        after = (" ".join(clause[end : end + 1]), " ".join(clause[end : end + 2]))
        if row.not_after.isdisjoint(before) and row.not_before.isdisjoint(after):
            yield row.words[place], start, end


def _denied(clause: Clause, start: int, end: int, lexicon: Lexicon) -> bool | None:
    """Whether words before a mention deny it; ``None`` leaves it to the next clause."""
    for place in range(max(0, start - lexicon.unable_reach), start):
        directly_before = clause[place - 1] if place else ""
        if clause[place] in lexicon.unable and directly_before not in lexicon.denials:
            return False
    if (
        clause[start] == lexicon.gerund
        and start
        and clause[start - 1] in lexicon.denials - {lexicon.plain_no}
        and end < len(clause)
    ):
        return False
    near = clause[max(0, start - lexicon.unable_reach) : start]
    troubled = not lexicon.trouble.isdisjoint(near)
    reach = lexicon.trouble_reach if troubled else lexicon.denial_reach
    if lexicon.denials.isdisjoint(clause[max(0, start - reach) : start]):
        return None
    return True


def _answers(following: Clause, row: WordRow, lexicon: Lexicon) -> bool:
    """Whether the next clause is only "none", "no" or "nothing" with at most one word more.

    Where that word names another sign or symptom, the answer is about that one: "blisters on
    my lip. No fever" leaves the blisters as they are. So does "nothing else".
    """
    if len(following) > 2 or lexicon.answers.isdisjoint(following):
        return False
    others = {word for other in lexicon.rows if other is not row for word in other.words}
    return not any(
        word in lexicon.topics or (word in others and word not in row.words) for word in following
    )
