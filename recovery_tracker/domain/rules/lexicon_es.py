"""The Spanish words in notes that name a sign: the rows of clinical.md 4.5, in a patient's Spanish.

Every word counts with and without its accents, as it is typed. The words are judgement and wait
for a clinical reader, as the whole translation does.
"""

from __future__ import annotations

from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, WordRow, typed


def _forms(*stems: str) -> tuple[str, ...]:
    """Adjectives in their four forms: "hinchado", "hinchada", "hinchados", "hinchadas"."""
    return tuple(f"{stem}{ending}" for stem in stems for ending in ("o", "a", "os", "as"))


# "no" stands before the verb, so "no puedo respirar" is no denial but the sign itself
_CANNOT = (
    *("puedo ", "podía ", "pude ", "he podido ", "puedo ni ", "puedo casi ", "puedo bien "),
    *("consigo ", "conseguía ", "logro ", "lograba ", "logré ", "alcanzo a ", "soy capaz de "),
    *("me deja ", "es fácil ", "me es fácil ", "resulta fácil "),
)


def _not(*verbs: str) -> tuple[str, ...]:
    able = tuple(
        f"sin {can}{verb}" for verb in verbs for can in ("poder ", "lograr ", "conseguir ")
    )
    return (*able, *(f"no {how}{verb}" for verb in verbs for how in _CANNOT))


_FACE = tuple(
    f"{part} {how}"
    for part in ("cara", "boca", "párpado", "ceja", "labio", "mejilla")
    for how in ("caída", "caído", "se cae", "se me cae", "torcida", "torcido", "cuelga", "colgando")
)
_ASLEEP = tuple(
    f"{part} {how}"
    for part in ("cara", "boca", "piel", "mejilla", "frente", "barbilla", "mentón", "zona")
    for how in ("dormida", "dormido", "se duerme", "se me duerme")
)

ROWS: tuple[WordRow, ...] = (
    WordRow(
        typed(
            *("respirar", "respiro", "respira", "respiraba", "respiración", "respiratoria"),
            *("respiratorio", "respiratorios", "aliento", "falta aire", "falta de aire"),
            *("falta el aire", "faltaba el aire", "faltaba aire", "sin aire", "ahogo", "ahogos"),
            *("ahogaba", "ahogar", "ahogando", "ahogué", "asfixia", "asfixio", "asfixiaba"),
            *("atraganto", "atraganté", "atragantaba", "silbido", "silbidos", "sibilancias"),
            *("pecho apretado", "pecho oprimido", "pecho cerrado", "opresión", "fatigo al hablar"),
            *("tragar", "trago mal", "no trago", "tragando", "deglutir", "no respiro"),
            *("me entra aire", "no entra aire", "no entra el aire", "no me entra el aire"),
            *("no me pasa la comida", "no pasa la comida"),
            *_not("respirar", "tragar", "tomar aire", "coger aire"),
        ),
        ("breathing_difficulty",),
        Asks.NOW,
        not_after=frozenset({"mal", "ejercicios de"}),
    ),
    WordRow(
        typed(
            "garganta", "lengua", "campanilla", "ronquera", *_forms("ronc"), "afónica", "afónico"
        ),
        ("throat_tongue_swelling",),
        Asks.NOW,
        not_before=frozenset({"materna", "española", "extranjera", "inglesa"}),
    ),
    WordRow(
        typed(
            *("desmayo", "desmayos", "desmayé", "desmayar", "desmayarme", "desmayaba"),
            *(*_forms("desmayad"), "perdí el conocimiento", "perdido el conocimiento"),
            *("pérdida de conocimiento", "perder el conocimiento", "perdí la conciencia"),
            *("perdí la consciencia", "perdido la conciencia", "desvanecí", "desvanecimiento"),
            *("desplomé", "síncope", "lipotimia", "desmayando", "me caí redonda"),
            "me caí redondo",
        ),
        ("faint",),
        Asks.NOW,
    ),
    WordRow(
        typed(
            *_FACE,
            *("párpado caído", "comisura caída", *_forms("paralizad"), "parálisis"),
            *("no puedo cerrar el ojo", "no puedo cerrar un ojo", "no puedo mover la cara"),
            *("no puedo sonreír", "no puedo mover la boca"),
        ),
        ("weakness",),
        Asks.NOW,
    ),
    WordRow(
        typed(
            *("pus", *_forms("purulent"), "absceso", "supura", "supuran", "supurando"),
            *("supuración", "supuraba", "materia amarilla", "líquido amarillo"),
            "líquido verde",
        ),
        ("pus",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("fiebre", "febril", "febrícula", "calentura", "temperatura", "escalofrío"),
            *("escalofríos", "tiritona", "tirito", "tiritaba", "tiritando", "destemplada"),
            "destemplado",
        ),
        ("fever",),
        Asks.TODAY,
        not_before=frozenset({"ambiente", "del agua", "de la", "exterior", "labial", "en el"}),
    ),
    WordRow(
        typed(
            *("herpes", "calentura labial", "calentura en el labio", "fuego labial", "fuegos"),
            *("boquera", "fuego en el labio", "calenturas"),
        ),
        ("cold_sore",),
        Asks.TODAY,
    ),
    WordRow(
        typed("ampolla", "ampollas", "ampollita", "ampollitas", "vesícula", "vesículas", "vejiga"),
        ("blisters",),
        Asks.TODAY,
        not_before=frozenset({"biliar", "de vitamina", "de ácido", "bebible", "bebibles"}),
    ),
    WordRow(
        typed(
            *("extiende", "extienden", "extendía", "extendió", "extendiendo", "ha extendido"),
            *("han extendido", "extenderse", *("propaga", "propagó", "propagando")),
            *("expande", "expandiendo", "expandió", "borde avanza", "rojez avanza"),
            *("rojo avanza", "enrojecimiento avanza", "avanza hacia"),
            *("raya roja", "rayas rojas", "línea roja", "líneas rojas", "veta roja"),
            *("vetas rojas", "se corre hacia", "ha propagado"),
        ),
        ("spreading_redness",),
        Asks.TODAY,
        not_after=frozenset({"bien"}),
    ),
    WordRow(
        typed("urticaria", "roncha", "ronchas", "habón", "habones", "verdugón", "verdugones"),
        ("hives",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("visión", "la vista", "mi vista", "vista borrosa", "vista doble", "vista nublada"),
            *(*_forms("borros"), "veo doble", "veo mal", "veo peor", "veo nublado", "veo turbio"),
            *("pierdo vista", "perdí vista", "sin vista", "cambio de vista"),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.TODAY,
        not_after=frozenset({"foto", "fotos", "salió", "imagen", "salen", "a"}),
        not_before=frozenset({"de frente", "de perfil", "de lado", "izquierda", "derecha"}),
    ),
    WordRow(
        typed(
            *("no veo nada", "no veo bien", "no veo por", "no veo con", "no veo del", "apenas veo"),
            *("no veía nada", "no veía bien", "casi no veo", "ya no veo", "cuesta ver"),
            *("difícil ver", "imposible ver", "dejé de ver", "ciega", "ciego", *_not("ver")),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.ASK,
        not_before=frozenset(
            {
                # "no he podido ver al dermatólogo", "no puedo ver diferencia"
                *("al dermatólogo", "a la", "a mi", "al médico", "al doctor", "a mis"),
                *("diferencia", "diferencias", "cambio", "cambios", "ningún cambio", "resultados"),
                *("ninguna diferencia", "nada raro", "nada nuevo", "raro", "nada especial"),
                *("la diferencia", "mejoría", "la televisión", "la tele"),
            }
        ),
    ),
    WordRow(
        typed(*_forms("desorientad", "confundid", "confus"), "confusión"),
        ("very_unwell",),
        Asks.TODAY,
    ),
    WordRow(
        typed("caliente", "calientes", "ardiendo", "hirviendo"),
        ("warmth",),
        Asks.ASK,
        not_after=frozenset(
            {
                *("agua", "ducha", "baño", "té", "café", "chocolate", "leche", "comida", "sopa"),
                *("bebida", "bebidas", "aire", "día", "agua muy", "ducha muy", "baño muy"),
                *("agua demasiado", "té muy", "café muy", "día muy", "tiempo", "paños", "aguas"),
            }
        ),
    ),
    WordRow(
        typed("labio", "labios"),
        ("lip_swelling",),
        Asks.ASK,
        not_after=frozenset(
            {
                *("bálsamo de", "barra de", "pintura de", "lápiz de", "brillo de", "crema de"),
                *("bálsamo para", "perfilador de", "protector de", "pinté los"),
            }
        ),
    ),
    WordRow(
        typed("ojo", "ojos", "párpado", "párpados"),
        ("eye_pain_or_sight_change", "eye_swelling"),
        Asks.ASK,
        not_after=frozenset(
            {
                *("contorno de", "contorno del", "crema de", "gel de", "sérum de", "lápiz de"),
                *("sombra de", "maquillaje de", "bolsas de", "al buen"),
            }
        ),
        not_before=frozenset({"de gallo"}),
    ),
    WordRow(
        typed(
            *("carne viva", *_forms("quemad", "negr", "ennegrecid", "motead")),
            *("gris", "grises", "grisácea", "grisáceo", "marmórea", "herida abierta"),
            *("piel abierta", "piel morada"),
        ),
        ("burn_or_raw_skin", "pale_or_mottled"),
        Asks.ASK,
        not_after=frozenset(
            {
                *(
                    "té",
                    "café",
                    "chocolate",
                    "punto",
                    "puntos",
                    "pelo",
                    "jabón",
                    "camiseta",
                    "ropa",
                ),
                *("humor", "lápiz", "pimienta", "vestido", "día", "sol"),
            }
        ),
    ),
    WordRow(
        typed(
            *("bulto", "bultos", "bultito", "bultitos", "bola", "bolas", "bolita", "bolitas"),
            *("nódulo", "nódulos", "chichón", "chichones"),
        ),
        ("lumps",),
        Asks.ASK,
        not_before=frozenset({"de algodón", "de nieve"}),
    ),
    WordRow(
        typed(
            *(*_forms("entumecid", "adormecid", "acorchad"), "entumecimiento"),
            *("adormecimiento", "insensible", "insensibles", "sin sensibilidad"),
            *("no siento la", "no siento el", "no siento mi", "no siento los", "no siento las"),
            *_ASLEEP,
        ),
        ("numbness",),
        Asks.ASK,
        not_before=frozenset({"diferencia", "necesidad"}),
    ),
)

SPANISH = Lexicon(
    rows=ROWS,
    clause_words=frozenset({"pero", "aunque", "sino", "salvo", "excepto", "menos"}),
    joined={
        ("no", "solo"): "además",
        ("no", "sólo"): "además",
        ("no", "solamente"): "además",
        # "no me cuesta tragar" and "no es difícil tragar" deny
        ("me", "cuesta"): "cuesta",
        ("me", "costó"): "costó",
        ("me", "costaba"): "costaba",
        ("es", "difícil"): "difícil",
        ("es", "dificil"): "difícil",
        ("nada", "de"): "ningún",  # "nada de fiebre" denies as "ninguna fiebre" does
    },
    denials=frozenset(
        {
            *("no", "ni", "sin", "nunca", "jamás", "jamas", "tampoco", "nada", "cero"),
            *("ningún", "ningun", "ninguno", "ninguna"),
        }
    ),
    plain_no="no",
    unable=frozenset(
        {"cuesta", "costaba", "costó", "difícil", "dificil", "imposible", "trabajo", "apenas"}
    ),
    trouble=frozenset(
        {"dificultad", "dificultades", "problema", "problemas", "molestia", "molestias"}
    ),
    gerund="",  # "no respirando" is not said; "no puedo respirar" is a phrase of its row
    answers=frozenset({"no", "ninguno", "ninguna", "nada", "cero"}),
    topics=frozenset(
        {
            *("enrojecimiento", "rojez", "hinchazón", "hinchazon", "descamación", "descamacion"),
            *("sequedad", "moretón", "moretones", "moratones", "dolor", "ardor", "picazón"),
            *("picazon", "picor", "sangrado", "granitos", "costras", "escozor"),
            # "urticaria, nada más" and "me cuesta respirar, no mejora" are no answer at all
            *("más", "mas", "otra", "otro", "mejor", "peor", "mejora", "nuevo", "cambia"),
            *("cambios", "mejoría", "alivio", "ayuda", "idea", "dormí", "duermo", "sueño"),
            *("apetito", "ganas", "baja", "cede", "pasa", "quita", "va"),
        }
    ),
    unable_reach=3,  # "me cuesta mucho respirar"
)
