"""C22 in Spanish: what notes mention, what they deny, and what only looks like a sign."""

from __future__ import annotations

import pytest

from recovery_tracker.domain.rules.lexicon import mentions, read
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.rules.lexicon_es import SPANISH

MENTIONED = {
    "breathing_difficulty": (
        "No puedo respirar",
        "no puedo respirar bien",
        "NO PUEDO TRAGAR",
        "no consigo respirar de noche",
        "no he podido tragar la comida",
        "me cuesta respirar",
        "me cuesta mucho tragar",
        "es difícil tragar",
        "no respiro bien",
        "no es fácil respirar",
        "me falta el aire",
        "no me entra el aire",
        "me ahogo al subir",
        "tengo el pecho apretado",
        "dificultad para respirar, nada mejor",
        "una noche sin poder respirar",
        "sin dolor, pero me cuesta tragar",
        "problemas para respirar",
    ),
    "throat_tongue_swelling": (
        "se me hincha la lengua",
        "un nudo en la garganta",
        "tengo la voz ronca",
        "no tengo fiebre, la garganta me arde",
    ),
    "faint": (
        "me desmayé",
        "ayer casi me desmayo",
        "perdí el conocimiento en la calle",
        "tuve un síncope",
        "estuve a punto de desmayarme",
    ),
    "weakness": (
        "se me cae un lado, la boca torcida",
        "el párpado caído",
        "la cara caída de un lado",
        "no puedo cerrar el ojo",
        "media cara paralizada",
    ),
    "pus": ("pus en la barbilla", "supura un poco", "un grano purulento", "ayer tuve pus"),
    "fever": (
        "fiebre de 38,5",
        "tengo FIEBRE",
        "tengo escalofríos",
        "tengo escalofrios",
        "algo de temperatura",
        "no solo fiebre",
        "toda la noche tiritando",
    ),
    "cold_sore": ("me salió un herpes", "una calentura en el labio", "fuegos otra vez"),
    "blisters": ("ampollas pequeñas", "una ampolla junto a la nariz", "unas vesículas"),
    "spreading_redness": (
        "la rojez se extiende",
        "se ha extendido al cuello",
        "una raya roja en el cuello",
        "el borde avanza",
    ),
    "hives": ("ronchas en el brazo", "urticaria por todas partes", "urticaria, nada más"),
    "eye_pain_or_sight_change": (
        "veo borroso",
        "veo doble",
        "no veo bien",
        "me duele el ojo",
        "no puedo ver con el izquierdo",
        "he perdido la vista un momento",
    ),
    "sight_loss": ("no veo nada", "perdí la visión a la derecha"),
    "very_unwell": ("estoy confusa", "desorientado esta mañana"),
    "warmth": ("la piel está caliente", "las mejillas CALIENTES", "tengo la cara ardiendo"),
    "lip_swelling": ("los labios hinchados", "me tira el labio"),
    "eye_swelling": ("los ojos hinchados", "párpados pesados", "parpados pesados"),
    "burn_or_raw_skin": (
        "en carne viva en la barbilla",
        "la piel está gris",
        "como quemada",
        "una mancha negra",
    ),
    "lumps": ("un bulto bajo la piel", "una bolita en la barbilla"),
    "numbness": (
        "la barbilla entumecida",
        "tengo la mejilla dormida",
        "no siento la mejilla",
        "piel insensible",
    ),
}

DENIED = (
    "sin fiebre",
    "no tengo fiebre",
    "Sin fiebre, sin pus.",
    "ni fiebre ni pus",
    "nada de fiebre",
    "no he tenido fiebre",
    "nunca tuve urticaria",
    "ninguna ampolla",
    "ningún signo de pus",
    "no hay ampollas ni ronchas",
    "sin problemas para respirar",
    "ninguna dificultad para respirar bien",
    "no me cuesta respirar",
    "no es difícil tragar",
    "la piel no está caliente",
    "no está muy caliente",
    "no estoy confusa",
    "no me desmayé",
    "tampoco fiebre",
    "pus: no",
    "¿Fiebre? No.",
    "ampollas: ninguna",
    "fiebre: no; ampollas: no",
    "Urticaria\nninguna",
    "nada en los ojos",
    "ningún bulto",
    "cero fiebre",
)

NOTHING_MENTIONED = (
    "un poco de descamación, por lo demás tranquila",
    "rojez en el cuello",
    "una ducha caliente ayer",
    "agua muy caliente",
    "té negro",
    "puntos negros en la nariz",
    "crema para el contorno de ojos",
    "bálsamo de labios",
    "barra de labios",
    "a temperatura ambiente",
    "tira como una quemadura de sol",
    "arde un poco",
    "no veo diferencia",
    "no he podido ver al dermatólogo",
    "no puedo ver cambios",
    "la foto salió borrosa",
    "ampolla de vitamina C",
    "patas de gallo",
    "crema anestésica",
    "cita con el dermatólogo",
    "he dormido bien",
    "disco de algodón, bolas de algodón",
)


def signs_in(note: str) -> set[str]:
    """The signs a note asks about, as a program that speaks Spanish reads it."""
    return {sign for mention in read(note, (SPANISH, ENGLISH)) for sign in mention.row.signs}


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
        ("sin enrojecimiento, fiebre", {"fever"}),
        ("no tengo fiebre pero sí urticaria", {"hives"}),
        ("ningún dolor salvo en el ojo", {"eye_pain_or_sight_change", "eye_swelling"}),
        ("no dormí nada por culpa de la fiebre", {"fever"}),
        ("la fiebre no ha bajado", {"fever"}),
        # it is about the sign it names
        ("pus. No tengo fiebre", {"pus"}),
        ("pus, sin dolor", {"pus"}),
        ("ampollas, nada mejor", {"blisters"}),
        # a cold sore is no fever
        ("una calentura en el labio superior", {"cold_sore", "lip_swelling"}),
        # both languages of one note
        ("pus y fever", {"pus", "fever"}),
        ("sin fiebre, no pus", set()),
    ],
)
def test_the_reach_of_a_denial(note: str, expected: set[str]) -> None:
    assert signs_in(note) == expected


def test_the_word_that_was_met_is_named_as_the_lexicon_has_it() -> None:
    assert [mention.word for mention in mentions("veo la VISIÓN peor", SPANISH)] == ["visión"]
    assert [mention.word for mention in mentions("con escalofrios", SPANISH)] == ["escalofrios"]
