"""Words found in what was written, whatever their capitals and accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.note_search import Hit, folded, search, written_in
from tests.builders import build, date_of

DIARY = build(
    {
        0: {"notes": "Red and warm.", "medicines": "Paracetamol 500 mg"},
        2: {"notes": "Crème brûlée colour on the cheeks", "new_product": "Ölbad"},
        4: {"private_notes": "Felt low, cheeks tight", "advice_received": "Wait until Monday"},
    },
    notes="Dr Straße, upper cheeks twice",
)


def found(words: str) -> list[Hit]:
    return list(search(written_in(DIARY), words))


def days(words: str) -> list[tuple[int, str]]:
    return [(DIARY.day_of(hit.written.date), hit.written.field) for hit in found(words)]


def marked(hit: Hit) -> list[str]:
    return [hit.excerpt[start:end] for start, end in hit.marked]


def test_every_text_is_searched_newest_first() -> None:
    assert days("cheeks") == [(4, "private_notes"), (2, "notes"), (0, "session_notes")]
    assert days("paracetamol") == [(0, "medicines")]
    assert days("monday") == [(4, "advice_received")]


@pytest.mark.parametrize(
    ("words", "mark"),
    [
        ("creme", "Crème"),
        ("CRÈME", "Crème"),
        ("brule", "brûlé"),
        ("olbad", "Ölbad"),
        ("ölbad", "Ölbad"),
        (unicodedata.normalize("NFD", "ölbad"), "Ölbad"),
        ("strasse", "Straße"),
        ("STRASSE", "Straße"),
        ("５00", "500"),
    ],
)
def test_capitals_accents_and_forms_make_no_difference(words: str, mark: str) -> None:
    [hit] = found(words)
    assert marked(hit) == [mark]


def test_every_word_must_be_there_in_any_order() -> None:
    assert days("tight cheeks") == [(4, "private_notes")]
    assert marked(found("tight cheeks")[0]) == ["cheeks", "tight"]
    assert days("tight warm") == []


def test_the_beginning_of_a_word_is_enough_but_not_its_middle() -> None:
    assert days("chee") == [(4, "private_notes"), (2, "notes"), (0, "session_notes")]
    assert days("eeks") == []
    assert days("mg") == [(0, "medicines")]


@pytest.mark.parametrize("words", ["", "   ", "\u0301"])
def test_no_words_find_nothing(words: str) -> None:
    assert found(words) == []


def test_an_excerpt_is_cut_at_words_and_says_so() -> None:
    long = "word " * 60 + "needle " + "other " * 60
    [hit] = search(written_in(build({1: {"notes": long}})), "needle")
    assert hit.excerpt.startswith("…word ")
    assert hit.excerpt.endswith(" other…")
    assert len(hit.excerpt) < 160
    assert marked(hit) == ["needle"]


def test_a_short_text_is_shown_whole_and_in_one_line() -> None:
    [hit] = search(written_in(build({1: {"notes": "one\n\ttwo"}})), "two")
    assert hit.excerpt == "one two"


def test_two_sessions_on_one_day_stand_one_after_the_other() -> None:
    earlier = build({9: {"notes": "dry"}})
    later = build({0: {"notes": "dry"}}, id="2", date=date_of(9))
    both = (*written_in(earlier), *written_in(later))
    assert [hit.written.session_id for hit in search(both, "dry")] == ["2", earlier.session.id]


@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_a_word_of_a_text_is_found_in_it_and_marked(text: str, data: st.DataObject) -> None:
    words = [word for word in text.split() if folded(word)]
    if not words:
        return
    word = data.draw(st.sampled_from(words))
    [hit] = search(written_in(build({1: {"notes": text}})), word.upper())
    assert any(folded(word.upper()) in folded(mark) for mark in marked(hit))
