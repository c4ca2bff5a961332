"""What was noted, in German: nouns keep their capital, grades follow their symptom."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.warnings import By, Evidence, Level, heading
from recovery_tracker.domain.wording import day_and_month, name_of, range_in_words, reason
from tests.builders import date_of


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    i18n.set_language("de")
    yield
    i18n.set_language(None)


def seen(field: str, day: int, value: int | bool | str = True, limit: int | None = None):
    return Evidence(date_of(day), day, field, value, limit)


@pytest.mark.parametrize(
    ("evidence", "sentence"),
    [
        (
            [seen("flaking", 8, 2, 0), seen("flaking", 9, 2, 0)],
            "Schuppung mäßig an Tag 8 und Tag 9; der übliche Bereich an Tag 9: keine.",
        ),
        (
            [seen("redness", 3, 3, 2), seen("redness", 4, 4, 2)],
            "Rötung stark an Tag 3 und sehr stark an Tag 4; "
            "der übliche Bereich an Tag 4: keine bis mäßig.",
        ),
        (
            [seen("redness", day, 1 + day % 2, 0) for day in range(8, 13)],
            "Rötung bis mäßig an 5 Tagen von Tag 8 bis Tag 12; "
            "der übliche Bereich an Tag 12: keine.",
        ),
        (
            [seen("pus", 3), seen("warmth", 4)],
            "Sie haben Eiter an Tag 3 und heiße Haut an Tag 4 notiert.",
        ),
        (
            [seen("pus", 3), seen("swelling", 3, 2, 1)],
            "Sie haben Eiter und Schwellung „mäßig“ (üblicher Bereich: keine bis leicht) "
            "an Tag 3 notiert.",
        ),
        (
            [seen("breathing_difficulty", 3, "keine luft")],
            "Sie schrieben „keine luft“ an Tag 3.",
        ),
    ],
)
def test_reason(evidence: list[Evidence], sentence: str) -> None:
    assert reason(evidence) == sentence


def test_names_of_signs_follow_the_verb() -> None:
    assert name_of("fever") == "Fieber"
    assert name_of("warmth") == "heiße Haut"
    assert name_of("worried") == "„Ich bin besorgt“"


def test_dates_and_ranges() -> None:
    assert day_and_month(dt.date(2026, 3, 5)) == "5. März"
    assert range_in_words(1) == "keine bis leicht"


def test_the_most_pressing_heading() -> None:
    assert heading(Level.URGENT, By.NOW) == "Wählen Sie jetzt Ihre örtliche Notrufnummer"
