"""C22: what notes mention, what they deny, and when the rule speaks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.rules.lexicon import clauses, mentions
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from tests.builders import NO_PROFILE, build, date_of
from tests.domain.rules.one_rule import Days, check, found, table

NONE_OF_THESE = dict.fromkeys(DAILY_SIGNS, False)

MENTIONED = {
    "breathing_difficulty": (
        "I can't breathe",
        "i cant breathe properly",
        "Can’t breathe through my nose",
        "could not breathe for a moment",
        "not able to breathe well",
        "Unable to swallow",
        "hard to swallow since lunch",
        "It is difficult to swallow.",
        "struggling to breathe",
        "short of breath on the stairs",
        "breathless",
        "a bit of a wheeze",
        "wheezing at night",
        "Trouble breathing",
        "some difficulty swallowing",
        "was not breathing well last night",
        "she says I wasn't breathing right",
        "choking feeling",
        "No, I can't breathe",
        "no I can't breathe well",
        "I slept badly and could not swallow",
        "never felt like this, breathing is fast",
        "no pain at all but breathing is odd",
        "no redness or swelling today and it hurts to swallow",
        "not sleeping, breathing fast",
    ),
    "throat_tongue_swelling": (
        "throat feels tight",
        "my throat's closing up",
        "Tongue is thick",
        "TONGUE SWOLLEN",
        "sore throat since Monday",
        "no fever but throat is tight",
        "it isn't better. throat hurts",
        "throat?",
    ),
    "faint": (
        "I fainted in the car park",
        "felt faint",
        "feeling a bit faint",
        "i feel very faint",
        "felt so faint after the shower",
        "feels quite faint",
        "passed out briefly",
        "Blacked out!",
        "I nearly collapsed",
        "afraid I might collapse",
        "fainting spells",
    ),
    "weakness": (
        "left side of my mouth droops",
        "my eyelid is drooping",
        "one brow drooped",
        "a slight droop",
    ),
    "pus": (
        "pus on the chin",
        "there is some pus.",
        "Pus! Yellow.",
        "pus-filled spot",
        "the spot is weeping",
        "not sure if this is a pore or there is pus",
    ),
    "fever": (
        "fever 38.5",
        "feeling feverish",
        "slight temperature tonight",
        "chills all night",
        "shivering",
        "I had a fever, not now",
        "hay fever and a temperature",
    ),
    "blisters": (
        "a blister by my nose",
        "tiny blisters",
        "the skin is blistering",
        "Blisters on my lip. No fever",
        "blisters, no pain",
    ),
    "spreading_redness": (
        "the redness is spreading",
        "it spreads to my neck",
        "spread past the jaw",
        "a red streak",
        "red streaks down the neck",
    ),
    "hives": ("hives on my arms", "one big hive", "itchy welts", "a welt on the cheek"),
    "eye_pain_or_sight_change": (
        "my sight is odd",
        "blurry on one side",
        "blurred vision",
        "vision went dark",
        "can't see well with the left",
        "cannot see clearly",
        "I couldn't see the screen",
        "unable to see out of it",
        "not able to see",
        "can not see a thing",
        "today I can not see well",
        "hard to see",
        "my eye hurts",
        "eyes are sore",
        "eyes",
    ),
    "very_unwell": ("I am confused", "some confusion this morning"),
    "warmth": (
        "skin feels hot",
        "so hot!",
        "hot to touch after the shower",
        "cheeks hot and tight",
    ),
    "lip_swelling": ("my lips are fat", "upper lip is big", "lip feels odd"),
    "eye_swelling": ("eye is puffy", "puffy eyes again", "under my eyes it is red"),
    "burn_or_raw_skin": (
        "raw patch on the chin",
        "looks burnt",
        "it burned me",
        "grey patch",
        "gray spot",
        "black dot",
    ),
    "lumps": ("a small lump", "lumps under the skin"),
    "numbness": ("my chin is numb", "numbness near the ear"),
}

DENIED = (
    "no fever",
    "No fever, no pus.",
    "not feverish",
    "never had hives",
    "without fever",
    "no pus or fever",
    "no sign of pus",
    "no hives today",
    "I don't have a fever",
    "I dont have blisters",
    "there isn't any pus",
    "there wasn't a blister",
    "I didn't get hives",
    "doesn't look raw",
    "I haven't had chills",
    "it hasn't spread",
    "the lumps aren't there: none",
    "nothing like hives",
    "checked for pus: none",
    "pus: none seen",
    "pus? no",
    "fever: no; blisters: no",
    "Fever: nothing",
    "fever? none",
    "hives\nnone",
    "Blisters? Nothing yet",
    "blisters: no blisters",
    "no trouble breathing",
    "no difficulty swallowing",
    "never had hives or trouble breathing",
    "no blisters or itching or difficulty breathing",
    "no breathing problems",
    "not hard to swallow",
    "never hard to breathe",
    "isn't difficult to swallow",
    "any difficulty swallowing? no",
    "not hot",
    "not numb",
    "no lump",
    "my lips aren't swollen: no lips",
    "sleeping fine, no throat pain",
    "didn't faint, never passed out",
    "not blurry",
    "no grey skin",
    "I wasn't confused",
    "no drooping",
    "no streaks",
    "never fainted",
    "not a welt",
    "without any wheezing",
)

NOTHING_MENTIONED = (
    "",
    "   ",
    "all well, a bit of flaking",
    "hay fever as every spring",
    "washed with room temperature water",
    "water temperature was fine",
    "hot shower by mistake",
    "a hot bath",
    "a hot day outside",
    "hot weather",
    "lip balm on",
    "used my lip gloss",
    "new eye cream",
    "eye serum and eye gel",
    "eye make-up again",
    "eye makeup again",
    "black tea",
    "black heads on the nose",
    "blackheads on the nose",
    "faint redness on the cheeks",
    "still a faint line",
    "the pusher was gentle",
    "breathtaking view",
    "chilled gel mask",
    "hotel was nice",
    "tight, like a sunburn",
    "eyelash",
    "the clinic called",
    "collapsible tent",
    "I see my dermatologist on Friday",
)


def signs_in(note: str) -> set[str]:
    """The signs a note asks about."""
    return {sign for mention in mentions(note, ENGLISH) for sign in mention.row.signs}


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


def test_there_are_enough_sentences() -> None:
    assert sum(map(len, MENTIONED.values())) + len(DENIED) + len(NOTHING_MENTIONED) >= 150


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        # a denial reaches three words, and no further than its clause
        ("no rash at all, fever", {"fever"}),
        ("no big red itchy hives", {"hives"}),
        ("no red itchy hives", set()),
        ("no fever but hives", {"hives"}),
        ("no fever; pus", {"pus"}),
        ("no fever\npus", {"pus"}),
        # before trouble and difficulty it reaches six
        ("no pus or swelling or trouble breathing", set()),
        ("no pain in face or trouble breathing", set()),
        ("no pain in my face or trouble breathing", {"breathing_difficulty"}),
        ("never had any trouble with breathing", set()),
        ("never any trouble in my breathing", {"breathing_difficulty"}),
        # a denial after the word does not count, but for the next clause
        ("fever not gone", {"fever"}),
        ("fever: not gone yet", {"fever"}),
        ("pus: none at all", {"pus"}),
        ("pus. nothing. fever", {"fever"}),
        ("swollen throat, no", set()),
        # it is about the sign it names
        ("pus: no fever", {"pus"}),
        ("pus: no pain", {"pus"}),
        ("throat tight. No blisters", {"throat_tongue_swelling"}),
        # "not breathing well" goes on, "not breathing" alone does not
        ("not breathing well", {"breathing_difficulty"}),
        ("no breathing issues", set()),
        ("never breathing easily", {"breathing_difficulty"}),
        ("not breathing", set()),
        ("isn't blistering much", set()),
        # able and unable
        ("not struggling to breathe", set()),
        ("can't really breathe", {"breathing_difficulty"}),
        ("never unable to swallow", set()),
        # the same word twice: one is enough
        ("no fever this morning, fever tonight", {"fever"}),
        # several rows at once
        ("pus and fever, my lip is numb", {"pus", "fever", "lip_swelling", "numbness"}),
    ],
)
def test_the_reach_of_a_denial(note: str, expected: set[str]) -> None:
    assert signs_in(note) == expected


def test_words_are_read_in_any_spelling() -> None:
    assert clauses("CAN'T see; can’t, cannot. Can not", ENGLISH) == (
        ("cant", "see"),
        ("cant",),
        ("cannot",),
        ("cannot",),
    )
    assert clauses("…\n?!", ENGLISH) == ()


def test_every_row_asks_about_signs_of_the_catalogue() -> None:
    for row in ENGLISH.rows:
        assert row.signs
        assert all(sign in SIGN_BY_CODE for sign in row.signs)
        for word in row.words:
            assert clauses(word, ENGLISH) == (tuple(word.split()),), "as notes are read"


@table(
    ("a now word", "urgent now", {3: {"notes": "can't breathe"}}),
    ("a today word", "contact today", {3: {"notes": "some pus"}}),
    ("an ask word", "watch", {3: {"notes": "my chin is numb"}}),
    ("the highest counts", "urgent now", {3: {"notes": "numb chin, pus, throat tight"}}),
    ("a private note", "urgent now", {3: {"private_notes": "throat feels tight"}}),
    ("denied", "", {3: {"notes": "no pus, no fever"}}),
    ("another day's note", "", {3: {"notes": "pus"}, 4: {"pain": 0}}),
    ("ticked", "", {3: {"notes": "some pus", "pus": True}}),
    ("answered no", "", {3: {"notes": "some pus", "pus": False}}),
    ("one of two signs ticked", "", {3: {"notes": "sore eye", "eye_swelling": True}}),
    ("one of two signs absent", "watch", {3: {"notes": "sore eye", "eye_swelling": False}}),
    (
        "both absent",
        "",
        {3: {"notes": "sore eye", "eye_swelling": False, "eye_pain_or_sight_change": False}},
    ),
    ("the same sign, two rows", "contact today", {3: {"notes": "blurred, can't see"}}),
    (
        "the higher word may be the private one",
        "contact today",
        {3: {"notes": "can't see well", "private_notes": "blurred"}},
    ),
    ("none of these, with a daily sign", "watch", {3: {"notes": "some pus"} | NONE_OF_THESE}),
    ("none of these, breathing", "watch", {3: {"notes": "can't breathe"} | NONE_OF_THESE}),
    ("none of these, not one of them", "urgent now", {3: {"notes": "sore throat"} | NONE_OF_THESE}),
    (
        "none of these, but ticked",
        "",
        {3: {"notes": "sore throat", "throat_tongue_swelling": True} | NONE_OF_THESE},
    ),
    ("none of these, denied", "", {3: {"notes": "no pus"} | NONE_OF_THESE}),
    (
        "seven of eight absent",
        "",
        {3: {"notes": "no fever. pus?"} | NONE_OF_THESE | {"hives": True}},
    ),
    ("before the session", "urgent now", {-3: {"notes": "throat feels tight"}}),
    ("a year on", "contact today", {365: {"notes": "blisters"}}),
    ("what the clinic said is not read", "", {3: {"advice_received": "call if fever"}}),
)
def test_note_mentions_sign(level: str, days: Days, who: Mapping[str, Any]) -> None:
    check("C22", level, days, who)


def test_the_evidence_names_signs_and_words_and_never_the_note() -> None:
    note = "Dear diary, the throat of mine is tight"
    finding, _level = found("C22", {3: {"notes": note}})
    assert finding is not None
    assert [(seen.field, seen.value) for seen in finding.evidence] == [
        ("throat_tongue_swelling", "throat")
    ]


def test_a_private_note_is_never_quoted() -> None:
    finding, _level = found("C22", {3: {"private_notes": "eyes sore after the fight with Sam"}})
    assert finding is not None
    assert {seen.field for seen in finding.evidence} == {
        "eye_pain_or_sight_change",
        "eye_swelling",
    }
    assert {seen.value for seen in finding.evidence} == {""}


def test_a_word_in_both_notes_is_quoted_from_the_open_one() -> None:
    finding, _level = found("C22", {3: {"notes": "pus", "private_notes": "pus again"}})
    assert finding is not None
    assert [seen.value for seen in finding.evidence] == ["pus"]


@pytest.mark.parametrize(
    ("later", "active"),
    [
        ({"pain": 0}, True),
        ({"eye_swelling": False}, True),
        ({"eye_swelling": True}, False),
        ({"eye_swelling": False, "eye_pain_or_sight_change": False}, False),
        ({"fever": False, "lumps": True}, True),
    ],
)
def test_the_question_stays_until_a_later_entry_answers_it(
    later: dict[str, bool], active: bool
) -> None:
    recovery = build({3: {"notes": "my eye is sore"}, 4: later})
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date_of(4))
    assert [warning.active for warning in warnings if warning.code == "C22"] == [active]


def test_what_none_of_these_denies_is_asked_until_the_next_entry() -> None:
    recovery = build({3: {"notes": "some pus"} | NONE_OF_THESE})
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date_of(3))
    assert [(w.code, w.active) for w in warnings] == [("C22", True)]
    recovery = build({3: {"notes": "some pus"} | NONE_OF_THESE, 4: NONE_OF_THESE})
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date_of(4))
    assert [(w.code, w.active) for w in warnings] == [("C22", False)]
