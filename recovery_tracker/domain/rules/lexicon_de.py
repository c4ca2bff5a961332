"""The German words in notes that name a sign: the rows of clinical.md 4.5, in a patient's German.

"Hals" is neck and throat, so it counts only with words that mean the throat. The words are
judgement and wait for a clinical reader, as the whole translation does.
"""

from __future__ import annotations

from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, WordRow


def _forms(*stems: str) -> tuple[str, ...]:
    """An adjective in all its endings: "heiß", "heiße", "heißer" and so on."""
    endings = ("", "e", "er", "es", "en", "em")
    return tuple(f"{stem}{ending}" for stem in stems for ending in endings)


# "nicht" stands before the verb in German, so "nicht atmen" is no denial but the sign itself
_HOW = ("", "mehr ", "gut ", "so gut ", "richtig ", "frei ", "tief ", "ordentlich ", "klar ")


def _not(*verbs: str) -> tuple[str, ...]:
    return tuple(f"nicht {how}{verb}" for verb in verbs for how in _HOW)


_THROAT = (
    *(f"im {place}" for place in ("hals", "rachen")),
    *(f"hals {how}" for how in ("eng", "zu", "geschwollen", "dick", "kratzt", "schmerzt")),
    *(f"hals ist {how}" for how in ("eng", "zu", "geschwollen", "angeschwollen", "dick", "rau")),
    *(f"hals wird {how}" for how in ("eng", "enger", "dick")),
    "hals fühlt sich eng",
    "hals geht zu",
    "hals schnürt",
    "hals schwillt",
    "hals tut",
    "hals wie zugeschnürt",
    "enger hals",
    "geschwollener hals",
    "dicker hals",
    "rauer hals",
)

ROWS: tuple[WordRow, ...] = (
    WordRow(
        (
            *("atem", "atme", "atmen", "atmet", "atmung", "einatmen", "ausatmen"),
            *("atemnot", "atemlos", "atemlosigkeit", "atemprobleme", "atembeschwerden"),
            *("atemschwierigkeiten", "kurzatmig", "kurzatmigkeit", "luftnot", "lufthunger"),
            *("keine luft", "kaum luft", "schlecht luft", "schwer luft", "wenig luft"),
            *(
                "nicht genug luft",
                "nicht genügend luft",
                "luft weg",
                "luft wegbleibt",
                "luft bleibt",
                "nach luft",
            ),
            *("keuche", "keuchen", "keucht", "röcheln", "röchelt", "japse"),
            *("ersticke", "ersticken", "erstickt", "erstickungsgefühl", "verschlucke"),
            *("schlucken", "schlucke", "schluckt", "schluckbeschwerden", "schluckprobleme"),
            *("engegefühl in der brust", "brust eng", "brust ist eng", "enge brust"),
            *_not("atmen", "durchatmen", "schlucken"),
        ),
        ("breathing_difficulty",),
        Asks.NOW,
    ),
    WordRow(
        (
            *("zunge", "rachen", "kehle", "kehlkopf", "halsschmerzen", "halsweh", "heiser"),
            *("heiserkeit", "kloßgefühl", "klossgefühl", "halsenge"),
            *_THROAT,
        ),
        ("throat_tongue_swelling",),
        Asks.NOW,
    ),
    WordRow(
        (
            *("ohnmacht", "ohnmächtig", "ohnmaechtig", "ohnmachtsanfall", "bewusstlos"),
            *("bewusstlosigkeit", "bewusstsein verloren", "kreislaufkollaps", "kollaps"),
            *("kollabiert", "kollabieren", "zusammengebrochen", "zusammenbrechen"),
            *(
                "zusammengeklappt",
                "zusammengesackt",
                "umgekippt",
                "umkippe",
                "umkippen",
                "umgefallen",
                "weggetreten",
            ),
            *("schwarz vor augen", "schwarz vor den augen"),
        ),
        ("faint",),
        Asks.NOW,
    ),
    WordRow(
        (
            *("hängt", "haengt", "hing", *_forms("hängend"), "herabhängt", "herunterhängt"),
            *("gelähmt", "gelaehmt", "lähmung", "gesichtslähmung"),
            *("gesicht schief", "gesicht ist schief", "schiefes gesicht"),
            *("mund schief", "mund ist schief", "schiefer mund", "mundwinkel hängen"),
        ),
        ("weakness",),
        Asks.NOW,
        not_before=frozenset(
            {"davon", "vom", "von", "ab", "daran", "damit", "mit", "zusammen", "wohl", "sicher"}
        ),
    ),
    WordRow(
        (
            *("eiter", "eitert", "eitern", "vereitert", *_forms("eitrig"), "eiterpickel"),
            *("eiterpickelchen", "eiterpusteln", "eiterbeule", "eiterherd"),
            *(
                "nässt",
                "naesst",
                "nässen",
                *_forms("nässend"),
                "gelbe flüssigkeit",
                "grüne flüssigkeit",
            ),
        ),
        ("pus",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("fieber", *_forms("fiebrig"), "fiebere", "fiebern", "temperatur", "fiebert"),
            *("schüttelfrost", "schuettelfrost", "fröstle", "fröstele", "frösteln", "fröstelt"),
            *("zittere", "schlottere"),
        ),
        ("fever",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("fieberblase", "fieberblasen", "fieberbläschen", "lippenbläschen"),
            *("lippenherpes", "herpes"),
        ),
        ("cold_sore",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("blase", "blasen", "bläschen", "blaeschen", "blasenbildung", "wasserblase"),
            *("wasserblasen", "wasserbläschen", "brandblase", "brandblasen", "hitzebläschen"),
            *("eiterbläschen", "eiterblase", "eiterblasen"),
        ),
        ("blisters",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("breitet", "ausbreitet", "ausgebreitet", "ausbreiten", "ausbreitung", "wandert"),
            *(
                "dehnt sich aus",
                "ausgedehnt",
                "rötung wird größer",
                "rötung wächst",
                "greift über",
                "streifen",
                "roter strich",
            ),
        ),
        ("spreading_redness",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("quaddel", "quaddeln", "nesselsucht", "nesselausschlag", "nesselfieber"),
            *("urtikaria", "strieme", "striemen"),
        ),
        ("hives",),
        Asks.TODAY,
    ),
    WordRow(
        (
            *("sehkraft", "sehvermögen", "sehstörung", "sehstörungen", "sehprobleme", "sicht"),
            *(*_forms("verschwommen"), "unscharf", "doppelbilder", "sehe doppelt"),
            *("doppelt sehe", "doppelt sehen", "sehe schlecht", "sehe schlechter"),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.TODAY,
        not_after=frozenset({"meiner", "deiner", "ihrer", "seiner", "ärztlicher"}),
    ),
    WordRow(
        (
            *("nichts sehen", "nichts mehr sehen", "sehe nichts", "sehe nicht", "kaum sehen"),
            *("sehe kaum", "schlecht sehen", "schwer sehen", "nicht richtig sehe"),
            *_not("sehen"),
        ),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.ASK,
    ),
    WordRow(
        (
            *(*_forms("verwirrt"), "verwirrtheit", "verwirrung", "benommen", "benommenheit"),
            *("desorientiert", "orientierungslos", "wirr", "bin durcheinander"),
        ),
        ("very_unwell",),
        Asks.TODAY,
    ),
    WordRow(
        (*_forms("heiß", "heiss"), "glüht", "glueht", "glühen", *_forms("glühend"), "überwärmt"),
        ("warmth",),
        Asks.ASK,
        not_before=frozenset(
            {
                *("dusche", "duschen", "geduscht", "bad", "baden", "gebadet", "wasser", "wetter"),
                *("tag", "tage", "getränk", "getränke", "tee", "kaffee", "schokolade", "zitrone"),
                *("suppe", "sommer", "sauna", "draußen", "draussen"),
            }
        ),
    ),
    WordRow(
        ("lippe", "lippen", "oberlippe", "unterlippe"),
        ("lip_swelling",),
        Asks.ASK,
        not_before=frozenset({"balsam", "stift", "pflege", "gloss", "liner"}),
    ),
    WordRow(
        (
            *("auge", "augen", "augenlid", "augenlider", "oberlid", "unterlid", "lider"),
            *("das lid", "am lid", "linke lid", "rechte lid", "linkes lid", "rechtes lid"),
        ),
        ("eye_pain_or_sight_change", "eye_swelling"),
        Asks.ASK,
        not_before=frozenset(
            {"creme", "gel", "serum", "liner", "schatten", "brauen", "wimpern", "make up", "makeup"}
        ),
    ),
    WordRow(
        (
            *(*_forms("roh", "wund", "verbrannt", "schwarz", "grau", "marmoriert"),),
            *("verbrennung", "verbrennungen", "brandwunde", "brandwunden"),
            *("offene stelle", "offene stellen", "offene haut"),
        ),
        ("burn_or_raw_skin", "pale_or_mottled"),
        Asks.ASK,
        not_before=frozenset({"tee", "kaffee", "mitesser", "haare", "star"}),
    ),
    WordRow(
        ("knoten", "knötchen", "knubbel", "beule", "beulen", "verhärtung", "verhärtungen"),
        ("lumps",),
        Asks.ASK,
    ),
    WordRow(
        (
            *(*_forms("taub", "gefühllos"), "taubheit", "taubheitsgefühl", "gefühllosigkeit"),
            *("kein gefühl", "nicht spüren", "pelzig"),
        ),
        ("numbness",),
        Asks.ASK,
    ),
)

GERMAN = Lexicon(
    rows=ROWS,
    clause_words=frozenset({"aber", "sondern", "jedoch", "allerdings"}),
    joined={},
    denials=frozenset(
        {
            *("kein", "keine", "keinen", "keinem", "keiner", "keines", "keinerlei"),
            *("nicht", "nichts", "nie", "niemals", "ohne", "nein", "weder"),
        }
    ),
    plain_no="nein",
    unable=frozenset({"kaum", "schwer", "schwierig", "schlecht", "mühsam", "fällt"}),
    trouble=frozenset({"probleme", "problem", "beschwerden", "schwierigkeiten", "mühe"}),
    gerund="",  # German has none: "nicht atmen" is a phrase of its row
    answers=frozenset({"nein", "kein", "keine", "keiner", "keinen", "keins", "nichts"}),
    topics=frozenset(
        {
            *("rötung", "schwellung", "schuppung", "trockenheit", "schmerz", "schmerzen"),
            *("brennen", "juckreiz", "jucken", "bluterguss", "blutergüsse", "blutung"),
            # "Quaddeln, sonst nichts" and "Atemnot, keine Besserung" are no answer at all
            *("sonst", "weiter", "weiteres", "anderes", "neues", "besser", "schlechter"),
            *("besserung", "verbesserung", "änderung", "veränderung", "linderung", "hilft"),
            *("hilfe", "ahnung", "idee", "schlaf", "appetit", "lust", "außerdem"),
        }
    ),
)
