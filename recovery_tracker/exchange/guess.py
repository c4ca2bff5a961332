"""What a name in another program's table most likely means here, by its words."""

from __future__ import annotations

from functools import cache

from recovery_tracker.domain.care import CARE_ITEMS
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.exchange.mapping import Meaning

# other words for the same thing only; a thing that is merely like it is no synonym
_SYNONYMS: dict[str, tuple[str, ...]] = {
    "redness": ("red skin", "skin redness", "erythema", "rötung"),
    "swelling": ("swollen", "oedema", "edema", "schwellung"),
    "flaking": ("peeling", "skin peeling", "flaky skin", "schuppung"),
    "dryness": ("dry skin", "skin dryness", "trockenheit"),
    "bruising": ("bruise", "bruises"),
    "pain": ("skin pain", "soreness", "schmerz", "schmerzen"),
    "burning": ("burning sensation", "stinging", "burning skin", "brennen"),
    "itching": ("itch", "itchy", "itchiness", "itchy skin", "pruritus", "juckreiz"),
    "bleeding": ("skin bleeding",),
}
_SIGNS: dict[str, tuple[str, ...]] = {
    "fever": ("temperature above 38",),
    "hives": ("hives", "urticaria", "welts"),
    "blisters": ("blister",),
    "cold_sore": ("cold sores",),
}
_CARE: dict[str, tuple[str, ...]] = {
    "moisturised": ("moisturizer", "moisturised", "moisturized"),
    "sunscreen": ("spf", "sun cream"),
    "make_up": ("makeup",),
    "exercise": ("workout", "gym"),
}
NOTES = frozenset(
    ("note", "notes", "comment", "comments", "remark", "remarks", "diary", "journal", "text",
     "notiz", "notizen", "kommentar")
)  # fmt: skip
DATES = frozenset(
    ("date", "day", "datum", "datetime", "timestamp", "full_date", "date/time", "when", "tag")
)
TIMES = frozenset(("time", "time of day", "hour", "uhrzeit", "zeit"))
NAMES = frozenset(("symptom", "name", "item", "featurename", "what", "symptoms"))
VALUES = frozenset(("value", "severity", "grade", "rating", "score", "level", "intensity", "wert"))


@cache
def _known() -> dict[str, Meaning]:
    found: dict[str, Meaning] = {}
    for item in CARE_ITEMS:
        meaning = Meaning("care", item.code)
        for word in (item.code, item.name, item.label, *_CARE.get(item.code, ())):
            found[_folded(word)] = meaning
    for sign in SIGNS:
        meaning = Meaning("sign", sign.code)
        for word in (sign.code, sign.name, sign.label, *_SIGNS.get(sign.code, ())):
            found[_folded(word)] = meaning
    for symptom in SYMPTOMS:
        meaning = Meaning("symptom", symptom.code)
        for word in (symptom.code, symptom.name, symptom.label, *_SYNONYMS.get(symptom.code, ())):
            found[_folded(word)] = meaning
    return found


def _folded(word: str) -> str:
    return " ".join(word.replace("_", " ").casefold().split())


def meaning_of(name: str) -> Meaning | None:
    """Return what a name means here, if it is a word for something the diary knows."""
    return _known().get(_folded(name))


def symptom_of(name: str) -> Meaning:
    """Return what a symptom's name means here; one the diary does not know is the person's own."""
    return meaning_of(name) or Meaning("own_symptom", " ".join(name.split()))
