"""C22 in German: what notes mention, what they deny, and what only looks like a sign."""

from __future__ import annotations

import pytest

from recovery_tracker.domain.rules.lexicon import mentions, read
from recovery_tracker.domain.rules.lexicon_de import GERMAN
from recovery_tracker.domain.rules.lexicon_en import ENGLISH

MENTIONED = {
    "breathing_difficulty": (
        "Ich kann nicht atmen",
        "kann nicht richtig atmen",
        "ich kann heute nicht gut durchatmen",
        "KANN NICHT SCHLUCKEN",
        "kann seit gestern nicht mehr schlucken",
        "bekomme keine Luft",
        "kriege kaum Luft",
        "mir bleibt die Luft weg",
        "die Luft bleibt mir weg",
        "schnappe nach Luft",
        "Atemnot",
        "bin kurzatmig auf der Treppe",
        "das Atmen fällt schwer",
        "schwer zu schlucken",
        "Schluckbeschwerden seit mittags",
        "Probleme beim Atmen",
        "außer Atem",
        "keine Schmerzen, aber Atemnot",
        "die Brust ist eng",
    ),
    "throat_tongue_swelling": (
        "Zunge ist dick",
        "Kloß im Hals",
        "der Hals ist eng",
        "Hals geht zu",
        "Hals ist angeschwollen",
        "Halsschmerzen seit Montag",
        "ich bin heiser",
        "kein Fieber, Rachen brennt",
    ),
    "faint": (
        "bin in Ohnmacht gefallen",
        "auf dem Parkplatz umgekippt",
        "mir wurde schwarz vor Augen",
        "kurz bewusstlos",
        "war kurz weggetreten",
        "Kreislaufkollaps",
        "fast ohnmächtig geworden",
    ),
    "weakness": ("der Mundwinkel hängt", "Lid hängt herunter", "mein Gesicht ist schief"),
    "pus": (
        "Eiter am Kinn",
        "ein eitriger Pickel",
        "es nässt",
        "die Stelle eitert",
        "gelbe Flüssigkeit am Kinn",
    ),
    "fever": (
        "Fieber 38,5",
        "erhöhte Temperatur",
        "Schüttelfrost in der Nacht",
        "fühle mich fiebrig",
        "fröstele",
    ),
    "cold_sore": ("eine Fieberblase", "Herpes an der Lippe"),
    "blisters": ("kleine Bläschen", "eine Blase neben der Nase", "Bla\u0308schen am Kinn"),
    "spreading_redness": (
        "die Rötung breitet sich aus",
        "hat sich ausgebreitet",
        "die Rötung wird größer",
        "ein roter Streifen am Hals",
    ),
    "hives": ("Quaddeln am Arm", "Nesselsucht", "Quaddeln, sonst nichts", "Quaddeln, kein Schlaf"),
    "eye_pain_or_sight_change": (
        "sehe verschwommen",
        "Sehstörungen links",
        "ich kann nicht gut sehen",
        "sehe kaum etwas",
        "das Auge tut weh",
        "am Lid ist es dick",
    ),
    "very_unwell": ("bin verwirrt", "im Kopf ganz wirr", "ganz benommen heute Morgen"),
    "warmth": ("die Haut ist heiß", "HEISSE Wangen", "die Wange glüht"),
    "lip_swelling": ("die Lippen sind dick", "Oberlippe spannt"),
    "eye_swelling": ("Augen geschwollen",),
    "burn_or_raw_skin": ("rohe Stelle am Kinn", "graue Haut", "offene Stelle", "wie verbrannt"),
    "lumps": ("ein Knoten unter der Haut", "kleine Beule"),
    "numbness": ("das Kinn ist taub", "Taubheitsgefühl am Ohr", "kein Gefühl im Kinn"),
}

DENIED = (
    "kein Fieber",
    "Kein Fieber, kein Eiter.",
    "weder Fieber noch Eiter",
    "ohne Fieber",
    "nie Quaddeln gehabt",
    "keine Bläschen oder Quaddeln",
    "keine Probleme beim Atmen",
    "keine Schwierigkeiten beim Schlucken",
    "ohne jede Mühe beim Schlucken",
    "keine Atemnot",
    "nicht heiß",
    "nicht verwirrt",
    "nicht sehr heiß",
    "Eiter: nein",
    "Fieber? Nein.",
    "auf Eiter geachtet: keiner",
    "Fieber: nein; Bläschen: nein",
    "Quaddeln\nkeine",
    "keinerlei Verhärtungen",
    "nicht ohnmächtig",
    "nicht taub",
    "kein einziger Knoten",
)

NOTHING_MENTIONED = (
    "etwas Schuppung, sonst ruhig",
    "Rötung am Hals",
    "Hals und Dekolleté behandelt",
    "heiß geduscht",
    "heißer Tee",
    "ein heißer Tag",
    "neue Augencreme",
    "Lippenbalsam benutzt",
    "Lippen Balsam",
    "schwarzer Tee",
    "schwarze Mitesser",
    "es hängt vom Wetter ab",
    "Heuschnupfen wie jedes Frühjahr",
    "bei Raumtemperatur gelagert",
    "spannt wie ein Sonnenbrand",
    "aus meiner Sicht besser",
    "Betäubungscreme vergessen",
    "frische Luft getan",
    "Termin beim Hautarzt",
)


def signs_in(note: str) -> set[str]:
    """The signs a note asks about, as a program that speaks German reads it."""
    return {sign for mention in read(note, (GERMAN, ENGLISH)) for sign in mention.row.signs}


@pytest.mark.parametrize(
    ("sign", "note"),
    [(sign, note) for sign, sentences in MENTIONED.items() for note in sentences],
)
def test_mentioned(sign: str, note: str) -> None:
    assert sign in signs_in(note)


@pytest.mark.parametrize("note", DENIED)
def test_denied(note: str) -> None:
    assert signs_in(note) == set()


@pytest.mark.parametrize("note", NOTHING_MENTIONED)
def test_nothing_mentioned(note: str) -> None:
    assert signs_in(note) == set()


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # a denial reaches three words, and no further than its clause
        ("kein Ausschlag, Fieber", {"fever"}),
        ("kein Fieber aber Quaddeln", {"hives"}),
        ("keine großen roten juckenden Quaddeln", {"hives"}),
        ("keine roten juckenden Quaddeln", set()),
        ("Fieber ist nicht weg", {"fever"}),
        # it is about the sign it names
        ("Eiter. Kein Fieber", {"pus"}),
        ("Eiter, keine Schmerzen", {"pus"}),
        ("Atemnot, keine Besserung", {"breathing_difficulty"}),
        # "schwer" is no denial, and "nicht schwer" is
        ("kaum zu schlucken", {"breathing_difficulty"}),
        ("nicht schwer zu schlucken", set()),
        # both languages of one note
        ("Eiter und fever", {"pus", "fever"}),
        ("kein Fieber, no pus", set()),
    ],
)
def test_the_reach_of_a_denial(note: str, expected: set[str]) -> None:
    assert signs_in(note) == expected


def test_the_word_that_was_met_is_named_as_the_lexicon_has_it() -> None:
    assert [mention.word for mention in mentions("Habe FIEBER", GERMAN)] == ["fieber"]
