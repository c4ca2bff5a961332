"""C22 in French: what notes mention, what they deny, and what only looks like a sign."""

from __future__ import annotations

import pytest

from recovery_tracker.domain.rules.lexicon import clauses, mentions, read
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.rules.lexicon_fr import FRENCH

MENTIONED = {
    "breathing_difficulty": (
        "Je ne peux pas respirer",
        "je n'arrive pas à respirer",
        "je n’arrive plus à bien respirer",
        "JE NE PEUX PAS AVALER",
        "j'ai du mal à respirer",
        "je ne respire pas bien",
        "pas facile de respirer la nuit",
        "difficile d'avaler",
        "impossible de déglutir",
        "je n'ai pas pu avaler mon repas",
        "j'étouffe",
        "je manque d'air",
        "à bout de souffle",
        "essoufflée dans l'escalier",
        "j'ai la poitrine serrée",
        "pas de douleur, mais une gêne pour respirer",
        "difficulté à respirer, pas mieux",
        "nuit sans pouvoir respirer",
    ),
    "throat_tongue_swelling": (
        "ma langue gonfle",
        "une boule dans la gorge",
        "la gorge serrée depuis lundi",
        "j'ai la voix enrouée",
        "pas de fièvre, la gorge me brûle",
    ),
    "faint": (
        "je me suis évanouie",
        "j'ai perdu connaissance sur le parking",
        "tombée dans les pommes",
        "j'ai fait un malaise",
        "j'ai failli m'évanouir",
        "j'ai tourné de l'œil",
    ),
    "weakness": (
        "ma bouche tombe d'un côté",
        "la paupière qui tombe",
        "le visage de travers",
        "le coin de la bouche affaissé",
        "une joue paralysée",
    ),
    "pus": (
        "du pus au menton",
        "ça suinte",
        "un bouton purulent",
        "j'ai eu du pus hier",
        "pas mal de pus",
    ),
    "fever": (
        "fièvre à 38,5",
        "de la fievre cette nuit",
        "j'ai de la température",
        "des frissons",
        "je me sens fiévreuse",
        "pas seulement de la fièvre",
        "je grelotte",
    ),
    "cold_sore": ("un bouton de fièvre", "de l'herpès à la lèvre", "mes boutons de fievre"),
    "blisters": (
        "de petites cloques",
        "une cloque près du nez",
        "pas mal de cloques",
        "plein d'ampoules sur la joue",
        "petites bulles sur le front",
    ),
    "spreading_redness": (
        "la rougeur s'étend",
        "ça s'est étendu au cou",
        "la rougeur se propage",
        "une trainée rouge dans le cou",
    ),
    "hives": (
        "de l'urticaire au bras",
        "plaques qui démangent partout",
        "urticaire, rien d'autre",
        "urticaire, pas dormi",
    ),
    "eye_pain_or_sight_change": (
        "je vois flou",
        "ma vue baisse",
        "je vois double",
        "je ne vois pas bien",
        "je n'arrive pas à voir de l'œil gauche",
        "l'œil me fait mal",
        "mon oeil pique",
    ),
    "sight_loss": ("je ne vois plus rien", "perdu la vue à droite"),
    "very_unwell": ("je suis confuse", "désorienté ce matin"),
    "warmth": ("la peau est chaude", "la joue est brûlante", "j'ai les joues CHAUDES"),
    "lip_swelling": ("les lèvres gonflées", "ma levre tire"),
    "eye_swelling": ("les yeux gonflés", "paupières lourdes"),
    "burn_or_raw_skin": (
        "à vif au menton",
        "la peau est grise",
        "comme brûlée",
        "une tache noire",
        "la peau est marbrée",
    ),
    "lumps": ("une boule sous la peau", "petite bosse au menton"),
    "numbness": ("le menton engourdi", "je ne sens plus ma joue", "peau insensible"),
}

DENIED = (
    "pas de fièvre",
    "Pas de fièvre, pas de pus.",
    "ni fièvre ni pus",
    "sans fièvre",
    "je n'ai pas eu de fièvre",
    "pas du tout de fièvre",
    "je n'ai jamais eu d'urticaire",
    "aucune cloque",
    "aucun signe de pus",
    "pas de cloques ni d'urticaire",
    "aucun problème pour respirer",
    "pas de mal à respirer",
    "sans difficulté à avaler",
    "aucune difficulté pour bien respirer",
    "la peau n'est pas chaude",
    "ce n'est pas très chaud",
    "pas confuse",
    "pus : non",
    "Fièvre ? Non.",
    "cloques : aucune",
    "fièvre : non ; cloques : non",
    "Urticaire\naucune",
    "rien aux yeux",
    "je ne me suis pas évanouie",
    "pas de bouton de fièvre",
    "aucune boule",
    "zéro fièvre",
)

NOTHING_MENTIONED = (
    "un peu de desquamation, sinon calme",
    "rougeur au cou",
    "douche chaude hier",
    "une eau très chaude",
    "il fait très chaud aujourd'hui",
    "thé noir",
    "des points noirs sur le nez",
    "contour des yeux",
    "nouvelle crème contour des yeux",
    "baume à lèvres",
    "rouge à lèvres",
    "photo vue de face",
    "température ambiante",
    "conservé à la température de la pièce",
    "ça tire comme un coup de soleil",
    "ça brule un peu",
    "sensation de brûlure légère",
    "je ne vois pas de changement",
    "je n'ai pas pu voir le dermatologue",
    "je n'arrive pas à voir de différence",
    "un clin d'œil",
    "soutien-gorge trop serré",
    "ampoule de vitamine C",
    "crème anesthésiante",
    "rendez-vous chez le dermatologue",
    "je me suis étendue une heure",
    "c'est ma langue maternelle",
)


def signs_in(note: str) -> set[str]:
    """The signs a note asks about, as a program that speaks French reads it."""
    return {sign for mention in read(note, (FRENCH, ENGLISH)) for sign in mention.row.signs}


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
        ("pas de rougeur, fièvre", {"fever"}),
        ("pas de fièvre mais de l'urticaire", {"hives"}),
        ("aucune douleur sauf à l'œil", {"eye_pain_or_sight_change", "eye_swelling"}),
        ("pas dormi à cause de la fièvre", {"fever"}),
        ("la fièvre n'est pas partie", {"fever"}),
        # it is about the sign it names
        ("pus. Pas de fièvre", {"pus"}),
        ("pus, pas de douleur", {"pus"}),
        ("cloques, pas mieux", {"blisters"}),
        # "plus de" is more or no more: rather asked than missed
        ("plus de fièvre", {"fever"}),
        # "difficile" is no denial, and "pas difficile" is
        ("difficile à avaler", {"breathing_difficulty"}),
        ("pas difficile à avaler", set()),
        # a cold sore is no fever
        ("un bouton de fièvre au coin du nez", {"cold_sore"}),
        # both languages of one note
        ("du pus et fever", {"pus", "fever"}),
        ("pas de fièvre, no pus", {"pus"}),
    ],
)
def test_the_reach_of_a_denial(note: str, expected: set[str]) -> None:
    assert signs_in(note) == expected


@pytest.mark.parametrize("note", ["j'ai l'œil rouge", "j’ai l’œil rouge", "ai œil rouge"])
def test_elided_words_are_left_out(note: str) -> None:
    assert clauses(note, FRENCH) == (("ai", "œil", "rouge"),)


def test_the_word_that_was_met_is_named_as_the_lexicon_has_it() -> None:
    assert [mention.word for mention in mentions("J'ai de la FIÈVRE", FRENCH)] == ["fièvre"]
    assert [mention.word for mention in mentions("j'ai de la fievre", FRENCH)] == ["fievre"]
