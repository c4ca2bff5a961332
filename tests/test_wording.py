"""Every English text a person may read: nothing banned, short sentences, plain words.

The words are those of the content's own rules (wording, and what the app must never say).
``ALLOWED`` names the few texts that need a banned word, each with its reason.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import recovery_tracker
from recovery_tracker.domain import disclaimer
from recovery_tracker.domain.care_guidance import CARE_LINES, PERSONAL_LINES, PHASES
from recovery_tracker.domain.guidance import DAY_TEXTS
from recovery_tracker.domain.rules import RULES
from recovery_tracker.resources import resource
from tests import reading

PACKAGE = Path(recovery_tracker.__file__).resolve().parent
MARKS = {"_": 1, "N_": 1, "ngettext": 2}  # functions that mark a text, and how many they take
MOST_WORDS = 21  # a sentence has fewer than 22
READING_GRADE = 6.0

BANNED: Mapping[str, str] = {
    "reassures": r"normal\w*|safe\w*|all (clear|good|well)|treatable|that happens|no worries|"
    r"do(n't|n’t| not) worry|nothing to worry|no need to|harmless|looks (good|fine|well)|"
    r"healing (as expected|well|nicely|fine)|on track|good news|recovered",
    "judges as settled": r"(is|are|has|have|looks?|all) settled",
    "diagnoses": r"diagnos\w+|you have (?!had\b|been\b|it\b|any\b)\w+|this is (an?|your)\b|"
    r"you are (infected|allergic|healing|recovering)",
    "is jargon": r"erythema\w*|o?edema\w*|p\.?i\.?h|(hyper|hypo)pigment\w*|granulom\w+|pruritus|"
    r"ecchymos[ei]s|desquamat\w+|herpe\w+|cellulitis|impetigo|dermatitis|lesions?|papules?|"
    r"pustules?|haematomas?|hematomas?|onset|prognosis|adverse|contraindicat\w*|analgesi\w+|"
    r"post-inflammatory|epiderm\w+|topical\w*|symptomatology|sequelae",
    "claims a measure it is not": r"(pro-)?ctcae|cea|(?<!not )validated|accura\w+|"
    r"sensitivity|specificity|certified|approved|medical device|clinically proven|"
    r"risk of|\d+ in \d+",
    "names a medicine or a dose": r"\d+ ?mg|ibuprofen|paracetamol|acetaminophen|aspirin|"
    r"antibiotics?|antivirals?|antihistamines?|hydrocortisone|aciclovir|acyclovir|valaciclovir|"
    r"(stop|start|keep) taking|"
    r"take (an? |your |some )?(medicines?|tablets?|pills?|painkillers?|doses?)",
    "tells to do harm": r"(pop|peel|drain|scrub) (it|them|the|your)|needle again",
    "tells to wait": r"wait (until|for|and see)|before you call",
    "claims that someone saw or got it": r"(has|have|was|were) (sent|seen by|shared with|notified)|"
    r"we (sent|told|contacted|notified)|send to your doctor|(reviewed|checked) by",
    "blames or rewards": r"you (picked|failed|forgot|missed|should have|ought)|shame|lazy|"
    r"(your|day|in a) streak|well done|great( job)?|congratulations?|good job|keep it up|perfect|"
    r"score(d|s)? points",
    "says the treatment works": r"(is|it's|it’s) working|sign that it works|more flaking is",
    "names one country's number": r"911|112|999|111",
}
_BANNED = {
    why: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for why, words in BANNED.items()
}
_SHOUTS = re.compile(r"!|\b[A-Z]{5,}\b")
_PERCENT = re.compile(r"%")

ALLOWED: Mapping[str, str] = {
    "Normal": "a skin type's own name, which the patient chooses",
    "It does not diagnose": "the disclaimer",
    "not a diagnosis": "says what the program does not do",
    "Not a diagnosis.": "says what the program does not do",
    "They are no diagnosis": "says what the program does not do",
    "For most people, redness and flaking have settled by now.": "tells of most people",
    "You have logged none for every symptom": "tells what the patient wrote, word for word",
    "What was kept before is safe.": "tells of the file on the disk, not of skin",
    "Your data is safe in the app.": "tells of the file on the disk, not of skin",
    "What you logged before is safe.": "tells of the file on the disk, not of skin",
    "100 %": "a size of the text",
    "115 %": "a size of the text",
    "130 %": "a size of the text",
    "under the LGPL, the Inter typeface under the SIL Open Font Licence": "names of licences",
}


@cache
def marked_texts() -> Mapping[str, str]:
    """Every text of the code that is marked for translation, and where it stands first."""
    found: dict[str, str] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            for text, line in _marked(node):
                found.setdefault(text, f"{path.relative_to(PACKAGE)}:{line}")
    return found


def _marked(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        for argument in node.args[: MARKS.get(node.func.id, 0)]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield argument.value, argument.lineno


def other_texts() -> Iterator[tuple[str, str]]:
    """What a person may read and no mark holds: what the sample wrote."""
    sample = json.loads(resource("sample", "sample.json").read_text(encoding="utf-8"))
    for session in sample["sessions"]:
        for entry in session["entries"]:
            for field in ("notes", "private_notes", "advice_received", "new_product"):
                if entry.get(field):
                    yield entry[field], f"sample, {entry['date']}"


def everything() -> Iterator[tuple[str, str]]:
    yield from marked_texts().items()
    yield from other_texts()


def without_allowed(text: str) -> str:
    """The text less what is allowed; a text of one word only where it is the whole."""
    for allowed in ALLOWED:
        if " " not in allowed:
            text = "" if text == allowed else text
        else:
            text = text.replace(allowed, "")
    return text


def test_the_texts_are_found() -> None:
    texts = marked_texts()
    assert len(texts) > 1000
    first = RULES[0].rows[0]
    for text in ("Keep an eye on it", DAY_TEXTS[0].words, first.text, first.trigger, "{n} entries"):
        assert any(text in one for one in texts), text
    assert len(list(other_texts())) > 5


@pytest.mark.parametrize("why", BANNED)
def test_no_text_says_what_is_banned(why: str) -> None:
    found = [
        f"{where}: {said[0]!r} in {text!r}"
        for text, where in everything()
        if (said := _BANNED[why].search(without_allowed(text)))
    ]
    assert not found, "\n".join(found)


def test_no_text_shouts() -> None:
    found = [(where, t) for t, where in everything() if _SHOUTS.search(without_allowed(t))]
    assert not found


def test_no_text_gives_a_percentage() -> None:
    found = [(where, t) for t, where in everything() if _PERCENT.search(without_allowed(t))]
    assert not found


@pytest.mark.parametrize("allowed", ALLOWED)
def test_what_is_allowed_is_still_said(allowed: str) -> None:
    assert any(allowed in text for text in marked_texts()), "take it out of ALLOWED"


@pytest.mark.parametrize(
    ("why", "text"),
    [
        ("reassures", "Your skin looks normal today."),
        ("reassures", "All good."),
        ("reassures", "Don’t worry."),
        ("judges as settled", "Your skin has settled."),
        ("diagnoses", "You have an infection."),
        ("diagnoses", "This is a burn."),
        ("is jargon", "Mild erythema on day 2"),
        ("names a medicine or a dose", "Take your tablets."),
        ("tells to wait", "Wait until tomorrow."),
        ("blames or rewards", "You missed a day."),
        ("claims that someone saw or got it", "Your clinic was notified."),
        ("names one country's number", "Call 911 now."),
    ],
)
def test_what_is_banned_would_be_seen(why: str, text: str) -> None:
    assert _BANNED[why].search(without_allowed(text))


def clinical_texts() -> list[str]:
    """What a warning or a day says: the texts of the rules, and those under the days."""
    return [row.text for rule in RULES for row in rule.rows] + [day.words for day in DAY_TEXTS]


def test_a_warning_or_day_says_at_most_two_short_sentences() -> None:
    for text in clinical_texts():
        said = reading.sentences(text)
        assert 1 <= len(said) <= 2, text
        assert all(len(sentence.split()) <= MOST_WORDS for sentence in said), text


def test_no_other_sentence_is_long_between_its_stops() -> None:
    conditions = {row.trigger for rule in RULES for row in rule.rows}  # lists of what is asked
    long = [
        f"{where}: {part}"
        for text, where in marked_texts().items()
        if text not in conditions
        for part in re.split(r"(?<=[.?!:;])\s+", without_allowed(text))
        if len(part.split()) > MOST_WORDS
    ]
    assert not long, "\n".join(long)


def test_warnings_and_days_read_like_a_sixth_grade_text() -> None:
    assert reading.grade(clinical_texts()) <= READING_GRADE


def test_care_lines_read_as_easily_as_their_subject_allows() -> None:
    care = [line.words for line in (*CARE_LINES, *PERSONAL_LINES)]
    care += [text for phase in PHASES for text in (phase.to_do, phase.to_avoid)]
    # they are lists; each part counts as a sentence
    assert reading.grade(part for text in care for part in text.split("; ")) <= READING_GRADE + 2


def test_the_disclaimer_reads_easily() -> None:
    assert reading.grade([disclaimer.to_accept()]) <= READING_GRADE + 2


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("skin", 1),
        ("called", 1),
        ("flakes", 1),
        ("raised", 1),
        ("table", 2),
        ("treated", 2),
        ("patches", 2),
        ("redness", 2),
        ("area", 3),
        ("usual", 3),
        ("moisturiser", 4),
        ("emergency", 4),
        ("dermatologist", 5),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert reading.syllables(word) == count


def test_the_grade_is_the_published_formula() -> None:
    # 6 words, 6 syllables, one sentence: 0.39 * 6 + 11.8 * 1 - 15.59
    assert reading.grade(["The cat sat on the mat."]) == pytest.approx(-1.45)
    assert reading.grade(["Dermatologist."]) > READING_GRADE
