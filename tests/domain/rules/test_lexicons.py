"""Notes are read in every language there is a lexicon for, whatever the program speaks."""

from __future__ import annotations

import gettext
from collections.abc import Iterator

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, WordRow, clauses, mentions, read
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.rules.notes import LEXICONS, questions
from recovery_tracker.domain.signs import SIGN_BY_CODE
from tests.builders import build
from tests.domain.rules import test_notes

OTHERS = [code for code in LEXICONS if code != "en"]


def another(**words: str) -> Lexicon:
    """A small language: "kein" denies, and each sign has one word."""
    return Lexicon(
        rows=tuple(WordRow((word,), (sign,), Asks.TODAY) for sign, word in words.items()),
        clause_words=frozenset(),
        joined={},
        denials=frozenset({"kein"}),
        plain_no="nein",
        unable=frozenset(),
        trouble=frozenset(),
        gerund="",
        answers=frozenset({"nein"}),
        topics=frozenset(),
    )


@pytest.fixture
def speaking() -> Iterator[None]:
    yield
    i18n.set_language(None)


def words_in(note: str, *lexicons: Lexicon) -> list[str]:
    return [mention.word for mention in read(note, lexicons)]


def test_each_language_finds_its_own_words() -> None:
    assert words_in("Fieber, chills", another(fever="fieber"), ENGLISH) == ["fieber", "chills"]
    assert words_in("kein Fieber. No chills", another(fever="fieber"), ENGLISH) == []


def test_a_shared_word_is_denied_as_the_first_language_denies() -> None:
    shared = another(pus="pus")
    assert words_in("kein pus", shared, ENGLISH) == []
    assert words_in("no pus", shared, ENGLISH) == ["pus"], "rather asked twice than never"
    assert words_in("no pus", ENGLISH, shared) == []
    assert words_in("kein pus", ENGLISH, shared) == ["pus"]


def test_letters_made_of_two_signs_are_read() -> None:
    assert clauses("Ro\N{COMBINING DIAERESIS}tung", ENGLISH) == (("rötung",),)


@pytest.mark.parametrize("code", LEXICONS)
def test_every_word_is_as_notes_are_read(code: str) -> None:
    lexicon = LEXICONS[code]
    for row in lexicon.rows:
        assert row.signs
        assert all(sign in SIGN_BY_CODE for sign in row.signs)
        for word in row.words:
            assert clauses(word, lexicon) == (tuple(word.split()),), word
            assert mentions(word, lexicon), word


@pytest.mark.parametrize("code", LEXICONS)
def test_every_word_asks_once(code: str) -> None:
    words = [word for row in LEXICONS[code].rows for word in row.words]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("code", OTHERS)
def test_languages_have_the_signs_of_english(code: str) -> None:
    english = {(row.signs, row.asks) for row in ENGLISH.rows}
    assert english <= {(row.signs, row.asks) for row in LEXICONS[code].rows}


@pytest.mark.parametrize("code", OTHERS)
def test_words_of_a_language_do_not_speak_up_in_english_notes(code: str) -> None:
    for note in (*test_notes.DENIED, *test_notes.NOTHING_MENTIONED):
        assert not read(note, (ENGLISH, LEXICONS[code])), note


@pytest.mark.usefixtures("speaking")
def test_a_note_asks_the_same_in_every_language_of_the_program() -> None:
    entry = build({3: {"notes": "throat feels tight, no fever"}}).entries[0]
    asked = questions(entry)
    assert asked
    for code in LEXICONS:
        i18n.speak(code, gettext.NullTranslations())
        assert questions(entry) == asked
