"""U1 and C7, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.domain.rules.one_rule import DEEP, Days, check, saw, table

CREAM = {"numbing_cream": "lidocaine 5 %"}
ALLERGY = {"severe_allergy": True}


@table(
    ("breathing", "urgent now", {40: {"breathing_difficulty": True}}),
    ("throat", "urgent now", {0: {"throat_tongue_swelling": True}}),
    ("fainted", "urgent now", {3: {"faint": True}}),
    ("the day before", "", {3: {"breathing_difficulty": True}, 4: {"redness": 1}}),
    ("answered no", "", {3: {"breathing_difficulty": False}}),
    ("hives alone", "", {0: {"hives": True}}),
    ("hives and lips", "urgent now", {5: {"hives": True, "lip_swelling": True}}),
    ("hives and an eye", "urgent now", {5: {"hives": True, "eye_swelling": True}}),
    ("hives and vomiting", "urgent now", {5: {"hives": True, "vomiting": True}}),
    ("hives and very unwell", "urgent now", {5: {"hives": True, "very_unwell": True}}),
    ("hives and swelling 3", "urgent now", {5: {"hives": True, "swelling": 3}}),
    ("hives and swelling 2", "", {5: {"hives": True, "swelling": 2}}),
    ("hives and swelling two days before", "urgent now", {3: {"swelling": 3}, 5: {"hives": True}}),
    ("hives, severe allergy", "urgent now", {5: {"hives": True}}, ALLERGY),
    ("severe allergy alone", "", {5: {"hives": False, "vomiting": True}}, ALLERGY),
    ("open hives and vomiting", "urgent now", {5: {"hives": True}, 6: {"vomiting": True}}),
    ("vomiting alone", "", {5: {"vomiting": True}}),
    ("lips on day 0", "urgent now", {0: {"lip_swelling": True}}),
    ("lips on day 1", "urgent now", {1: {"lip_swelling": True}}),
    ("lips on day 2", "", {2: {"lip_swelling": True}}),
    ("lips before the session", "", {-1: {"lip_swelling": True}}),
    ("very unwell after the cream", "urgent now", {0: {"very_unwell": True}}, CREAM),
    ("the cream alone", "", {0: {"very_unwell": False}}, CREAM),
    ("very unwell, no cream", "", {0: {"very_unwell": True}}),
    ("very unwell on day 1", "", {1: {"very_unwell": True}}, CREAM),
    ("breathing before the session", "urgent now", {-5: {"breathing_difficulty": True}}),
)
def test_allergy_emergency(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("U1", level, days, who)


def test_an_emergency_names_all_it_rests_on() -> None:
    assert saw("U1", {5: {"hives": True}, 6: {"vomiting": True}}) == {(5, "hives"), (6, "vomiting")}
    assert (5, "severe_allergy") in saw("U1", {5: {"hives": True}}, **ALLERGY)
    assert (0, "numbing_cream") in saw("U1", {0: {"very_unwell": True}}, **CREAM)


@table(
    ("hives", "contact today", {20: {"hives": True}}),
    ("open hives", "contact today", {20: {"hives": True}, 22: {"redness": 0}}),
    ("rash", "contact two_days", {5: {"rash_beyond": True}}),
    ("itching 4", "contact two_days", {0: {"itching": 4}}),
    ("itching 3, 2 above", "contact two_days", {5: {"itching": 3}}),
    ("itching 3, 1 above", "watch", {2: {"itching": 3}}),
    ("itching 3 twice", "contact two_days", {2: {"itching": 3}, 3: {"itching": 3}}),
    ("itching 3 after 2", "watch", {2: {"itching": 2}, 3: {"itching": 3}}),
    ("bumps", "watch", {5: {"itchy_bumps": True}}),
    ("bumps and itching 2 above", "contact two_days", {5: {"itchy_bumps": True, "itching": 2}}),
    ("bumps and itching 2 within", "watch", {3: {"itchy_bumps": True, "itching": 2}}),
    ("bumps and swelling 2 above", "contact two_days", {2: {"itchy_bumps": True, "swelling": 2}}),
    ("bumps and swelling 3 on day 1", "watch", {1: {"itchy_bumps": True, "swelling": 3}}),
    ("bumps and swelling 1 above", "watch", {5: {"itchy_bumps": True, "swelling": 1}}),
    ("bumps and redness 2 above", "contact two_days", {5: {"itchy_bumps": True, "redness": 2}}),
    ("bumps and redness 2 within", "watch", {4: {"itchy_bumps": True, "redness": 2}}),
    ("bumps and burning 3", "contact two_days", {1: {"itchy_bumps": True, "burning": 3}}),
    ("bumps and burning 3 on day 0", "watch", {0: {"itchy_bumps": True, "burning": 3}}),
    ("itching 3 and burning 3", "contact two_days", {2: {"itching": 3, "burning": 3}}),
    ("itching 2 above and redness 2", "contact two_days", {6: {"itching": 2, "redness": 2}}),
    ("redness and swelling without itch", "", {6: {"redness": 2, "swelling": 2, "burning": 3}}),
    ("itching 2 above once", "", {6: {"itching": 2}}),
    ("itching 2, 2 above, once", "", {8: {"itching": 2}}),
    ("itching 2 after 3, within", "", {2: {"itching": 3}, 3: {"itching": 2}}),
    ("itchy before the session", "contact two_days", {-1: {"itching": 2}, 5: {"itching": 3}}),
    ("bumps and itching 1 above", "watch", {8: {"itchy_bumps": True, "itching": 1}}),
    ("bumps and burning 2", "watch", {1: {"itchy_bumps": True, "burning": 2}}),
    (
        "bumps and swelling of the day before",
        "contact two_days",
        {3: {"swelling": 2}, 4: {"itchy_bumps": True}},
    ),
    (
        "bumps and burning of the day before",
        "contact two_days",
        {3: {"burning": 3}, 4: {"itchy_bumps": True}},
    ),
    ("itching 2 above twice", "watch", {5: {"itching": 2}, 6: {"itching": 2}}),
    ("itching 2 above, within before", "", {3: {"itching": 2}, 4: {"itching": 2}}),
    ("deep: itching 2 is usual on day 4", "", {4: {"itching": 2}, 5: {"itching": 1}}, DEEP),
    ("not rated", "", {5: {"itching": 3}, 6: {"redness": 1}}),
)
def test_product_reaction(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C7", level, days, who)


def test_a_reaction_shows_the_itching_before() -> None:
    assert saw("C7", {2: {"itching": 3}, 3: {"itching": 3}}) == {(2, "itching"), (3, "itching")}
