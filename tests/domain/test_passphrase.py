"""Passphrases: which are taken, how they are compared, how long a wrong one makes one wait."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.passphrase import Passphrase, Patience, chosen, hint

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(words)
def test_any_text_is_taken_and_its_forms_are_one(text: str) -> None:
    composed = Passphrase(unicodedata.normalize("NFC", text)).words()
    assert Passphrase(text).words() == composed
    assert Passphrase(unicodedata.normalize("NFD", text)).words() == composed


def test_spaces_and_case_count() -> None:
    assert len({Passphrase(text).words() for text in ("ab", " ab", "ab ", "Ab", "a b")}) == 5


@pytest.mark.parametrize(
    ("text", "sentence"), [("", "Type a passphrase."), ("a\ud800", "broken character")]
)
def test_what_cannot_be_one(text: str, sentence: str) -> None:
    with pytest.raises(InvalidValue, match=sentence) as caught:
        Passphrase(text)
    assert caught.value.__cause__ is None
    assert caught.value.field == "passphrase"


@given(words)
def test_it_shows_nowhere(text: str) -> None:
    assert f"{Passphrase(text)!r} {Passphrase(text)}" == "<Passphrase> <Passphrase>"
    assert not hasattr(Passphrase(text), "__dict__")


def test_a_new_one_is_typed_twice() -> None:
    assert chosen("caf\u00e9", "cafe\u0301").words() == "café".encode()
    for again, sentence in (("", "second time"), ("other", "not the same")):
        with pytest.raises(InvalidValue, match=sentence) as caught:
            chosen("one", again)
        assert caught.value.field == "again"
    with pytest.raises(InvalidValue, match="Type a passphrase"):
        chosen("", "")


def test_a_short_one_is_taken_with_a_hint() -> None:
    assert hint("") == ""
    assert hint("a" * 7).startswith("This is short. Use at least 8 characters")
    assert hint("a" * 8) == ""
    assert hint("e\u0301" * 7), "an accent is no character of its own"


class TestPatience:
    """Nothing, nothing, then 2, 4, 8 ... 60 seconds."""

    def test_it_grows_to_a_minute(self) -> None:
        now = [100.0]
        patience = Patience(lambda: now[0])
        pauses = []
        for _wrong in range(9):
            patience.note_wrong()
            pauses.append(patience.left_s)
            now[0] += patience.left_s
        assert pauses == [0, 0, 2, 4, 8, 16, 32, 60, 60]
        assert patience.left_s == 0

    def test_it_runs_down(self) -> None:
        now = [0.0]
        patience = Patience(lambda: now[0])
        for _wrong in range(4):
            patience.note_wrong()
        now[0] = 1.5
        assert patience.left_s == 2.5
        now[0] = 99
        assert patience.left_s == 0

    def test_the_right_one_forgets_the_wrong_ones(self) -> None:
        patience = Patience(lambda: 0.0)
        for _wrong in range(5):
            patience.note_wrong()
        patience.note_right()
        assert patience.left_s == 0
        patience.note_wrong()
        assert patience.left_s == 0

    def test_a_thousand_wrong_ones(self) -> None:
        patience = Patience(lambda: 0.0)
        for _wrong in range(1000):
            patience.note_wrong()
        assert patience.left_s == 60
