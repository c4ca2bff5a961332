"""The French words in notes that name a sign: the rows of clinical.md 4.5, in a patient's French.

Every word counts with and without its accents, as it is typed. The words are judgement and wait
for a clinical reader, as the whole translation does.
"""

from __future__ import annotations

from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, WordRow, typed


def _forms(*stems: str) -> tuple[str, ...]:
    """Adjectives in their four forms: "brûlant", "brûlante", "brûlants", "brûlantes"."""
    return tuple(f"{stem}{ending}" for stem in stems for ending in ("", "e", "s", "es"))


# "pas" stands before the verb, so "pas respirer" is no denial but the sign itself
_CANNOT = (
    *("", "bien ", "vraiment ", "correctement ", "pu ", "bien pu ", "à ", "à bien "),
    *("facile de ", "facile à ", "évident de ", "simple de ", "réussi à ", "capable de "),
    *("arrivé à ", "arrivée à "),
)


def _not(*verbs: str) -> tuple[str, ...]:
    able = tuple(f"sans {can}{verb}" for verb in verbs for can in ("pouvoir ", "arriver à "))
    return (*able, *(f"pas {how}{verb}" for verb in verbs for how in _CANNOT))


def _many(*nouns: str) -> tuple[str, ...]:
    """Nouns after "pas mal de", which is many and denies nothing."""
    return tuple(f"pas mal de {noun}" for noun in nouns)


_FACE = tuple(
    f"{part} {how}"
    for part in ("visage", "bouche", "paupière", "sourcil", "lèvre", "joue")
    for how in ("tombe", "qui tombe", "de travers", "qui pend", "pend")
)

ROWS: tuple[WordRow, ...] = (
    WordRow(
        typed(
            *("respirer", "respire", "respirais", "respirait", "respiration", "respiratoire"),
            *("respiratoires", "essoufflement", *_forms("essoufflé")),
            *("souffle court", "souffle coupé", "bout de souffle", "court de souffle"),
            *("manque de souffle", "manque air", "manque de air", "cherche mon air"),
            *("étouffe", "étouffer", "étouffais", "étouffement", "étouffements", "suffoque"),
            *("suffoquer", "suffocation", "étrangle", "asphyxie", "sifflement", "sifflements"),
            *("siffle", "sifflante", "poitrine serrée", "poitrine oppressée", "oppression"),
            *(*_forms("oppressé"), "avaler", "avale", "avalais", "déglutir", "déglutition"),
            *_not("respirer", "avaler", "déglutir"),
        ),
        ("breathing_difficulty",),
        Asks.NOW,
        not_after=frozenset({"quand je"}),
    ),
    WordRow(
        typed("gorge", "langue", "luette", "voix enrouée", "enroué", "enrouée"),
        ("throat_tongue_swelling",),
        Asks.NOW,
        not_after=frozenset({"soutien"}),
        not_before=frozenset({"française", "anglaise", "maternelle", "étrangère"}),
    ),
    WordRow(
        typed(
            *("évanouir", "évanouis", "évanouit", "évanouissement", "évanouissements"),
            *("évanoui", "évanouie", "perdu connaissance", "perte de connaissance"),
            *("perdre connaissance", "dans les pommes", "tourné de œil", "tourner de œil"),
            *("syncope", "un malaise", "malaise vagal", "effondré", "effondrée", "trou noir"),
            *("voile noir", "voile noir devant les yeux"),
        ),
        ("faint",),
        Asks.NOW,
    ),
    WordRow(
        typed(
            *_FACE,
            *("visage tombant", "visage tordu", "visage déformé", "bouche tordue"),
            *("paupière tombante", "coin de la bouche", "affaissement", *_forms("affaissé")),
            *(*_forms("paralysé"), "paralysie"),
        ),
        ("weakness",),
        Asks.NOW,
    ),
    WordRow(
        typed(
            *("pus", "purulent", "purulente", "purulents", "purulentes", "abcès"),
            *("suinte", "suintent", "suinter", "suintement", "suintements"),
            *_forms("suintant"),
            *_many("pus"),
        ),
        ("pus",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("fièvre", "fiévreux", "fiévreuse", "température", "frisson", "frissons"),
            *("frissonne", "frissonner", "frissonnais", "grelotte", "grelotter", "grelottais"),
            *_many("fièvre", "température"),
        ),
        ("fever",),
        Asks.TODAY,
        not_after=frozenset({"bouton de", "boutons de"}),
        not_before=frozenset({"ambiante", "extérieure", "de eau", "de la"}),
    ),
    WordRow(
        typed("bouton de fièvre", "boutons de fièvre", "herpès", "feu sauvage"),
        ("cold_sore",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("cloque", "cloques", "cloqué", "cloquée", "vésicule", "vésicules", "bulle"),
            *("bulles", "ampoule sur", "ampoule au", "ampoule à", "ampoules sur"),
            *("ampoules au", "ampoules à", *_many("cloques", "bulles")),
        ),
        ("blisters",),
        Asks.TODAY,
        not_before=frozenset({"biliaire"}),
    ),
    WordRow(
        typed(
            *("étend", "étendent", "étendait", "est étendu", "est étendue", "rougeur étendue"),
            *("propage", "propagent", "propagé", "propagée", "propager", "élargit", "élargie"),
            *("gagne du terrain", "traînée", "traînées", "trainée", "trainées"),
            *("trait rouge", "ligne rouge"),
        ),
        ("spreading_redness",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("urticaire", "boursouflure", "boursouflures", "zébrures", "papules"),
            *("plaques en relief", "plaques gonflées", "plaques qui démangent"),
        ),
        ("hives",),
        Asks.TODAY,
    ),
    WordRow(
        typed(
            *("vision", "la vue", "ma vue", "vue floue", "vue trouble", "vue double"),
            *("vue brouillée", "vue qui baisse", "flou", "vois double", "voir double"),
            *("voit double", "vois trouble", "vois mal", "voir mal", "vois moins bien"),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.TODAY,
        not_before=frozenset(
            {"de face", "de profil", "de côté", "de gauche", "de droite", "de près"}
        ),
    ),
    WordRow(
        typed(
            *("vois rien", "vois plus rien", "vois pas bien", "vois plus bien", "vois à peine"),
            *("voir à peine", "rien voir", "plus voir", "plus à voir", "mal à voir"),
            *("difficile de voir", "difficile à voir", "impossible de voir"),
            *("incapable de voir", *_not("voir")),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.ASK,
        not_before=frozenset(
            {
                # "je n'ai pas pu voir le dermatologue", "pas à voir de différence"
                *("le dermatologue", "la dermatologue", "mon dermatologue", "ma dermatologue"),
                *("le médecin", "mon médecin", "ma médecin", "le docteur", "de changement"),
                *("de différence", "la différence", "de rougeur", "de rougeurs", "de résultat"),
                *("de particulier", "de spécial"),
            }
        ),
    ),
    WordRow(
        typed(*_forms("désorienté"), "confus", "confuse", "confusion", "embrouillé"),
        ("very_unwell",),
        Asks.TODAY,
    ),
    WordRow(
        typed(*_forms("chaud", "brûlant"), "bouillant", "bouillante"),
        ("warmth",),
        Asks.ASK,
        not_after=frozenset(
            {
                *("douche", "eau", "bain", "bains", "temps", "thé", "café", "chocolat", "lait"),
                *("boisson", "boissons", "soupe", "repas", "air", "journée", "été", "fait"),
                *("faisait", "douche très", "douche trop", "eau très", "eau trop", "bain très"),
                *("bain trop", "fait très", "fait trop", "fait si", "fait assez", "thé très"),
                *("faisait très", "faisait trop", "journée très", "café très", "point"),
            }
        ),
        not_before=frozenset({"chocolat", "lapin", "au coeur", "au cœur"}),
    ),
    WordRow(
        typed("lèvre", "lèvres"),
        ("lip_swelling",),
        Asks.ASK,
        not_after=frozenset({"rouge à", "baume à", "stick à", "crayon à", "soin à", "gloss à"}),
    ),
    WordRow(
        typed("œil", "yeux", "paupière", "paupières"),
        ("eye_pain_or_sight_change", "eye_swelling"),
        Asks.ASK,
        not_after=frozenset(
            {
                *("contour des", "contour de", "tour des", "contour", "fard à", "coup de"),
                *("crème", "gel", "sérum", "crayon", "clin", "coup", "clin de"),
            }
        ),
    ),
    WordRow(
        (
            # "ça brule" is burning, so this one word keeps its accent
            *_forms("brûlé"),
            *_forms("brulé"),
            *typed("à vif", *_forms("gris", "noir", "noirci")[:-1], "noircies", "grisâtre"),
            *_forms("marbré"),
            *typed("marbrures", "plaie ouverte", "peau ouverte"),
        ),
        ("burn_or_raw_skin", "pale_or_mottled"),
        Asks.ASK,
        not_after=frozenset(
            {
                *("thé", "café", "chocolat", "point", "points", "cheveux", "savon", "pinot"),
                *("film", "crayon", "poivre", "trou", "voile", "vêtement", "vêtements"),
            }
        ),
    ),
    WordRow(
        typed(
            *("boule", "boules", "bosse", "bosses", "nodule", "nodules", "grosseur"),
            *("grosseurs", "induration", "indurations", *_many("boules", "bosses")),
        ),
        ("lumps",),
        Asks.ASK,
        not_before=frozenset({"au ventre", "de coton", "de neige", "dans la"}),
    ),
    WordRow(
        typed(
            *(*_forms("engourdi"), "engourdissement", "engourdissements", "insensible"),
            *("insensibles", *_forms("anesthésié"), "sens plus rien", "sens rien"),
            *("sens plus ma", "sens plus mon", "sens plus la", "sens plus le"),
        ),
        ("numbness",),
        Asks.ASK,
    ),
)

FRENCH = Lexicon(
    rows=ROWS,
    clause_words=frozenset({"mais", "cependant", "pourtant", "toutefois", "sauf", "hormis"}),
    joined={
        ("du", "tout"): "dutout",  # "pas du tout de fièvre" denies as "pas de fièvre" does
        ("pas", "seulement"): "aussi",
        ("pas", "que"): "aussi",
    },
    denials=frozenset(
        {
            *("pas", "aucun", "aucune", "sans", "ni", "jamais", "rien", "non", "nul", "nulle"),
            "zéro",
        }
    ),
    plain_no="non",
    unable=frozenset({"difficile", "difficilement", "dur", "péniblement", "impossible"}),
    trouble=frozenset(
        {
            *("difficulté", "difficultés", "mal", "peine", "problème", "problèmes", "gêne"),
            "souci",
        }
    ),
    gerund="",  # French has none: "pas respirer" is a phrase of its row
    answers=frozenset({"non", "aucun", "aucune", "rien", "pas"}),
    topics=frozenset(
        {
            *("rougeur", "rougeurs", "gonflement", "gonflements", "desquamation", "sécheresse"),
            *("bleu", "bleus", "douleur", "douleurs", "brûlure", "brûlures", "démangeaison"),
            *("démangeaisons", "saignement", "saignements", "mal", "boutons", "croûtes"),
            # "urticaire, rien d'autre" and "mal à respirer, pas mieux" are no answer at all
            *("autre", "autres", "plus", "moins", "mieux", "pire", "nouveau", "bien"),
            *("changement", "amélioration", "soulagement", "aide", "idée", "dormi", "sommeil"),
            *("appétit", "envie", "parti", "partie", "passé"),
        }
    ),
    unable_reach=3,  # "du mal à bien respirer"
    elided=frozenset({"l", "d", "j", "n", "m", "t", "s", "c", "qu", "lorsqu", "puisqu", "jusqu"}),
)
