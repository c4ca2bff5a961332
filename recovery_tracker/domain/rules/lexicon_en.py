"""The English words in notes that name a sign, word for word those of clinical.md 4.5."""

from __future__ import annotations

from recovery_tracker.domain.rules.lexicon import Asks, Lexicon, WordRow

_FAINT = tuple(
    f"{feel} {how}faint"
    for feel in ("feel", "feels", "feeling", "felt")
    for how in ("", "very ", "quite ", "so ", "a bit ")
)

ROWS: tuple[WordRow, ...] = (
    WordRow(
        (
            "breath",
            "breathe",
            "breathing",
            "breathless",
            "wheeze",
            "wheezing",
            "choking",
            "swallow",
            "swallowing",
        ),
        ("breathing_difficulty",),
        Asks.NOW,
    ),
    WordRow(("throat", "tongue"), ("throat_tongue_swelling",), Asks.NOW),
    WordRow(
        ("fainted", "fainting", *_FAINT, "passed out", "blacked out", "collapse", "collapsed"),
        ("faint",),
        Asks.NOW,
    ),
    WordRow(("droop", "droops", "drooped", "drooping"), ("weakness",), Asks.NOW),
    WordRow(("pus", "weeping"), ("pus",), Asks.TODAY),
    WordRow(
        ("fever", "feverish", "temperature", "chills", "shivering"),
        ("fever",),
        Asks.TODAY,
        not_after=frozenset({"hay", "room", "water"}),
    ),
    WordRow(("blister", "blisters", "blistering"), ("blisters",), Asks.TODAY),
    WordRow(
        ("spread", "spreads", "spreading", "streak", "streaks"),
        ("spreading_redness",),
        Asks.TODAY,
    ),
    WordRow(("hive", "hives", "welt", "welts"), ("hives",), Asks.TODAY),
    WordRow(
        ("sight", "vision", "blurred", "blurry"),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.TODAY,
    ),
    WordRow(
        ("cant see", "cannot see", "couldnt see", "unable to see", "hard to see"),
        ("eye_pain_or_sight_change", "sight_loss"),
        Asks.ASK,
    ),
    WordRow(("confused", "confusion"), ("very_unwell",), Asks.TODAY),
    WordRow(
        ("hot",),
        ("warmth",),
        Asks.ASK,
        not_before=frozenset(
            {"shower", "bath", "water", "weather", "day", "drink", "tea", "coffee"}
        ),
    ),
    WordRow(
        ("lip", "lips"),
        ("lip_swelling",),
        Asks.ASK,
        not_before=frozenset({"balm", "gloss", "liner"}),
    ),
    WordRow(
        ("eye", "eyes"),
        ("eye_pain_or_sight_change", "eye_swelling"),
        Asks.ASK,
        not_before=frozenset(
            {"cream", "gel", "serum", "liner", "shadow", "lashes", "brows", "make up", "makeup"}
        ),
    ),
    WordRow(
        ("raw", "burnt", "burned", "grey", "gray", "black"),
        ("burn_or_raw_skin", "pale_or_mottled"),
        Asks.ASK,
        not_before=frozenset({"tea", "coffee", "heads"}),
    ),
    WordRow(("lump", "lumps"), ("lumps",), Asks.ASK),
    WordRow(("numb", "numbness"), ("numbness",), Asks.ASK),
)

ENGLISH = Lexicon(
    rows=ROWS,
    clause_words=frozenset({"but"}),
    joined={
        ("can", "not"): "cannot",
        ("could", "not"): "couldnt",
        ("not", "able"): "unable",
    },
    denials=frozenset(
        {
            "no",
            "not",
            "never",
            "without",
            "none",
            "nothing",
            "isnt",
            "wasnt",
            "arent",
            "dont",
            "doesnt",
            "didnt",
            "havent",
            "hasnt",
        }
    ),
    plain_no="no",
    unable=frozenset(
        {"cant", "cannot", "couldnt", "unable", "hard", "difficult", "struggle", "struggling"}
    ),
    trouble=frozenset({"trouble", "difficulty"}),
    gerund="breathing",
    answers=frozenset({"none", "no", "nothing"}),
    topics=frozenset(
        {
            "redness",
            "swelling",
            "flaking",
            "dryness",
            "bruising",
            "pain",
            "burning",
            "itching",
            "itch",
            "bleeding",
            # "hives, nothing else" and "trouble breathing, no better" are no answer at all
            "else",
            "more",
            "other",
            "new",
            "better",
            "worse",
            "change",
            "changes",
            "improvement",
            "relief",
            "help",
            "helps",
            "idea",
            "sleep",
            "appetite",
        }
    ),
)
