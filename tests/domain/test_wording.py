"""What was noted, in words."""

from __future__ import annotations

import datetime as dt
import gettext

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.warnings import Evidence
from recovery_tracker.domain.wording import (
    SMALL_WORDS,
    day_and_month,
    listed,
    name_of,
    range_in_words,
    reason,
    things,
    with_mark,
    within_a_sentence,
)
from tests.builders import date_of


def seen(field: str, day: int, value: int | bool | str = True, limit: int | None = None):
    return Evidence(date_of(day), day, field, value, limit)


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        ([], ""),
        (
            [seen("flaking", 8, 2, 0), seen("flaking", 9, 2, 0)],
            "Flaking moderate on day 8 and day 9; the usual range on day 9 is none.",
        ),
        (
            [seen("redness", 3, 3, 2), seen("redness", 4, 4, 2)],
            "Redness severe on day 3 and very severe on day 4; "
            "the usual range on day 4 is none to moderate.",
        ),
        (
            [seen("redness", day, 1 + day % 2, 0) for day in range(8, 13)],
            "Redness up to moderate on 5 days from day 8 to day 12; "
            "the usual range on day 12 is none.",
        ),
        # the range is the one of the latest day that was above it
        (
            [seen("redness", 4, 3, 2), seen("redness", 5, 1, 1)],
            "Redness severe on day 4 and mild on day 5; "
            "the usual range on day 4 is none to moderate.",
        ),
        (
            [seen("redness", 2, 3, 2)],
            "Redness severe on day 2; the usual range that day is none to moderate.",
        ),
        (
            [seen("pain", 4, 0, 0), seen("pain", 6, 2, 0)],
            "Pain none on day 4 and moderate on day 6; the usual range on day 6 is none.",
        ),
        ([seen("redness", 0, 3, 3)], "Redness severe on day 0."),
        ([seen("pus", 3)], "You noted pus on day 3."),
        ([seen("pus", 3), seen("fever", 4)], "You noted pus on day 3 and fever on day 4."),
        ([seen("pus", 3), seen("fever", 3)], "You noted pus and fever on day 3."),
        (
            [seen("pain", 4, 2, 0), seen("swelling", 4, 2, 1), seen("warmth", 4)],
            "You noted moderate pain (usual range: none), moderate swelling (usual range: none to "
            "mild) and skin hot to touch on day 4.",
        ),
        (
            [seen("pain", 4, 2, 0), seen("pain", 5, 3, 0), seen("pus", 5)],
            "You noted pain moderate on day 4 and severe on day 5 (usual range on day 5: none) and "
            "pus on day 5.",
        ),
        ([seen("worried", -2)], "You noted “I am worried” on day −2."),
        ([seen("new_product", 3)], "You noted a new product on day 3."),
        (
            [
                seen("pain", 3, 1, 0),
                seen("pain", 4, 2, 0),
                seen("redness", 4, 1, 0),
                seen("pus", 5),
                seen("fever", 6),
            ],
            "You noted up to moderate pain, mild redness, pus and fever between day 3 and day 6.",
        ),
        (
            [seen("condition_flare", 9), seen("recent_procedures", 9, "filler")],
            "You noted a flare of your skin condition on day 9; your answers also say: a recent "
            "filler.",
        ),
        (
            [seen("pus", 3), seen("diabetes", 3), seen("skin_conditions", 3, "eczema")],
            "You noted pus on day 3; your answers also say: diabetes and eczema (now or before).",
        ),
        (
            [seen("reused_or_shared_needles", 0)],
            "Your answers say: needles that were reused or shared.",
        ),
        ([seen("fever", 3, "shivering")], "You wrote “shivering” on day 3."),
        (
            [seen("eye_swelling", 3, "eye"), seen("eye_pain_or_sight_change", 3, "eye")],
            "You wrote “eye” on day 3.",
        ),
    ],
)
def test_reason(evidence: list[Evidence], sentence: str):
    assert reason(evidence) == sentence


def test_a_private_note_is_never_quoted():
    assert reason([seen("fever", 3, "")]) == (
        "You wrote a private note on day 3 with a word we ask about."
    )


def test_things_are_named_once_at_their_highest_grade():
    evidence = [seen("flaking", 3, 3), seen("pus", 3), seen("flaking", 4, 4), seen("diabetes", 4)]
    assert things(evidence) == "very severe flaking and pus"
    assert things(evidence, on=date_of(3)) == "severe flaking and pus"
    assert things(evidence, on=date_of(9)) == "very severe flaking and pus"


def test_a_word_of_a_note_is_not_a_thing_that_was_noted():
    assert things([seen("fever", 3, "feverish")]) == ""
    assert things([seen("breathing_difficulty", 3, "")]) == ""


def test_every_sign_has_a_name_that_fits_into_a_sentence():
    for sign in SIGNS:
        name = name_of(sign.code)
        assert name[0].islower() or sign.code == "worried", name


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ([*"abc"], "a, b and c")],
)
def test_lists(words: list[str], sentence: str):
    assert listed(words) == sentence


def test_ranges_and_dates_in_words():
    assert [range_in_words(upper) for upper in range(4)] == [
        "none",
        "none to mild",
        "none to moderate",
        "none to severe",
    ]
    assert day_and_month(dt.date(2026, 3, 5)) == "5 March"


class Nouns(gettext.NullTranslations):
    """A language whose nouns keep their capital: it names the words that do not."""

    def gettext(self, message: str) -> str:
        return "leicht sehr kein" if message == SMALL_WORDS else message


def test_a_language_may_keep_the_capitals_of_its_nouns():
    assert within_a_sentence("Sehr stark") == "sehr stark"
    assert within_a_sentence("Eiter") == "eiter", "English has none"
    assert within_a_sentence("I am worried") == "I am worried"
    i18n.speak("de", Nouns())
    try:
        assert within_a_sentence("Sehr stark") == "sehr stark"
        assert within_a_sentence("Leicht, mehr nicht") == "leicht, mehr nicht"
        assert within_a_sentence("Eiter") == "Eiter"
        assert within_a_sentence("") == ""
    finally:
        i18n.set_language(None)


class Commas(gettext.NullTranslations):
    """A language that writes numbers with a comma."""

    def gettext(self, message: str) -> str:
        return "," if message == "." else message


def test_french_counts_the_first_of_a_month() -> None:
    i18n.set_language("fr")
    try:
        assert day_and_month(dt.date(2026, 3, 1)) == "1er mars"
        assert day_and_month(dt.date(2026, 3, 21)) == "21 mars"
    finally:
        i18n.set_language(None)
    assert day_and_month(dt.date(2026, 3, 1)) == "1 March"


def test_numbers_have_the_decimal_mark_of_the_language():
    assert with_mark("1.5") == "1.5"
    i18n.speak("de", Commas())
    try:
        assert with_mark("1.5") == "1,5"
        assert with_mark("2") == "2"
    finally:
        i18n.set_language(None)
