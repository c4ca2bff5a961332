"""Every translation is whole: each text, its places and tags, and no word that is banned.

A language is found by its catalogue; what it must never say stands in ``BANNED`` under its code.
"""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import pytest
from babel.messages.catalog import Catalog

import recovery_tracker
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.rules.notes import LEXICONS
from recovery_tracker.domain.warnings import addressed, heading
from recovery_tracker.domain.wording import SMALL_WORDS
from recovery_tracker.i18n import _, languages, set_language
from recovery_tracker.report.dates import WEEKDAYS
from tools import strings

FILES = {file.parents[1].name: file for file in strings.catalogues()}

# what no text of a language may say: reassurance, verdicts, a country's number
BANNED: Mapping[str, str] = {
    "de": r"normal\w*|unbedenklich\w*|harmlos\w*|gesund(?!heits)\w*|geheilt|verheilt|"
    r"heilt (gut|wie|planmäßig)|alles (gut|in ordnung)|keine sorge\w*|(?<!keine )diagnos\w+|"
    r"infiziert|entwarnung|bestens|perfekt\w*|versäumt|vergessen haben|(?<![-\w])1(12|10|44)|"
    r"gute nachricht|auf (dem )?gutem weg|ibuprofen|paracetamol|aspirin|antibiotik\w+|kortison|"
    r"cortison|aciclovir|\w*ödeme?|erytheme?|pruritus|hämatome?|läsion\w*|entzündet",
    "fr": r"(a|para)?normal\w*|sans danger|rassur\w+|inoffensi\w+|bénin\w*|bénign\w*|guéri\w*|"
    r"cicatrise (bien|comme)|tout (va|est) (bien|en ordre)|en bonne voie|bonne nouvelle|"
    r"pas d.inquiétude|ne vous inquiétez pas|(pas de|aucun|sans) souci\w*|infecté\w*|"
    r"(?<!pas un )diagnos\w+|parfait\w*|vous avez (oublié|manqué)|(?<![-\w])112|"
    r"oed[eè]me\w*|œd[eè]me\w*|érythème\w*|prurit\w*|ecchymose\w*|lésion\w*|hématome\w*",
    "es": r"(a|para)?normal\w*|inofensiv\w+|benign[oa]s?|benigna\w*|sana(r|do|da)?|curad[oa]s?|"
    r"cicatriza bien|todo (va|está) (bien|en orden)|va por buen camino|buenas? noticias?|"
    r"no se preocupe\w*|sin problema|(?<!no )(?<!un )diagn[oó]stic\w+|infectad[oa]s?|"
    r"perfect\w+|(se )?olvidó|tranquil\w+|(?<![-\w])1(12|10|44)|ibuprofeno|paracetamol|aspirina|"
    r"antibiótic\w+|cortisona|corticoide\w*|aciclovir|edemas?|eritemas?|prurito|equimosis|"
    r"hematomas?|lesi(ón|ones)",
}
# texts that need a banned word, in English, each with its reason
ALLOWED: Mapping[str, str] = {
    "Normal": "a skin type's own name, which the patient chooses",
    "It does not diagnose": "the disclaimer",
    "not a diagnosis": "says what the program does not do",
    "Not a diagnosis.": "says what the program does not do",
    "They are no diagnosis": "says what the program does not do",
}
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&[a-z]+;")
_SPACE = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
# texts that are words and spaces of a language's own making
_OF_THEIR_OWN = frozenset({SMALL_WORDS, WEEKDAYS})
_SHORTENED = 3  # letters of a month in short, which some languages end with a full stop


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the program with its translation: one form each, or those of a plural."""

    english: tuple[str, ...]
    forms: tuple[str, ...]
    fuzzy: bool

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Each form beside the English one it stands for."""
        for form, text in enumerate(self.forms):
            yield self.english[0 if form == 0 else -1], text


def in_order(catalog: Catalog) -> tuple[Said, ...]:
    return tuple(
        Said(_forms(message.id), _forms(message.string), message.fuzzy)
        for message in catalog
        if message.id
    )


def _forms(text: object) -> tuple[str, ...]:
    if text is None or isinstance(text, str):
        return (text or "",)
    assert isinstance(text, (list, tuple))
    return tuple(str(form or "") for form in cast("list[str | None]", text))


@cache
def catalog(code: str) -> Catalog:
    return strings.read(FILES[code])


@cache
def texts(code: str) -> tuple[Said, ...]:
    return in_order(catalog(code))


@cache
def marked() -> tuple[Said, ...]:
    return in_order(strings.extracted())


def pairs(code: str) -> list[tuple[str, str]]:
    return [pair for text in texts(code) for pair in text.pairs()]


def places(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def tags(text: str) -> list[str]:
    return sorted(_TAG.findall(text))


def test_every_catalogue_is_found_by_the_program() -> None:
    assert set(languages()) == {"en", *FILES}


@pytest.mark.parametrize("code", FILES)
def test_nothing_is_missing_or_stale(code: str) -> None:
    expected = {text.english for text in marked()}
    assert {text.english for text in texts(code)} == expected, "run python -m tools.strings"
    assert not [text.english for text in texts(code) if text.fuzzy]
    assert not [english for english, said in pairs(code) if not said], "translate what is new"


@pytest.mark.parametrize("code", FILES)
def test_the_head_of_a_catalogue_says_who_made_it(code: str) -> None:
    head = FILES[code].read_text(encoding="utf-8").partition("\n\n")[0]
    assert "The Recovery Tracker authors" in head
    for placeholder in ("FIRST AUTHOR", "ORGANIZATION", "EMAIL", "FULL NAME", "YEAR", "VERSION"):
        assert placeholder not in head, placeholder


def test_no_text_is_marked_where_it_is_not_extracted() -> None:
    """A text within an f-string is not found, so nobody could translate it."""
    lost = [
        f"{file.name}:{marked.lineno}"
        for file in sorted(Path(recovery_tracker.__file__).parent.rglob("*.py"))
        for joined in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(joined, ast.JoinedStr)
        for marked in ast.walk(joined)
        if isinstance(marked, ast.Call) and getattr(marked.func, "id", "") in strings.MARKS
        if isinstance(marked.args[0], ast.Constant)
    ]
    assert not lost


@pytest.mark.parametrize("code", FILES)
def test_every_plural_form_is_there(code: str) -> None:
    plural = [text for text in texts(code) if len(text.english) > 1]
    assert plural
    assert all(len(text.forms) == catalog(code).num_plurals for text in plural)
    assert all(len(text.forms) == 1 for text in texts(code) if text not in plural)


@pytest.mark.parametrize("code", FILES)
def test_places_and_tags_are_kept(code: str) -> None:
    wrong: list[str] = []
    for text in texts(code):
        # a form may say "one" in words where English has the number, or the other way round
        allowed = [places(english) for english in text.english]
        for english, said in text.pairs():
            if places(said) not in allowed or tags(said) != tags(english):
                wrong.append(f"{english!r}: {said!r}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", FILES)
def test_spaces_at_the_ends_and_line_ends_are_kept(code: str) -> None:
    wrong = [
        f"{english!r}: {said!r}"
        for english, said in pairs(code)
        if _ends(english) != _ends(said) or english.count("\n") != said.count("\n")
    ]
    assert not wrong, "\n".join(wrong)


def _ends(text: str) -> tuple[str, ...]:
    found = _SPACE.match(text)
    assert found
    plainly = (space.replace("\N{NO-BREAK SPACE}", " ") for space in found.groups())
    # French begins its "; " with a narrow space of its own
    return tuple(space.removeprefix("\N{NARROW NO-BREAK SPACE}") for space in plainly)


@pytest.mark.parametrize("code", FILES)
def test_a_sentence_ends_as_in_english(code: str) -> None:
    wrong = [
        f"{english!r}: {said!r}"
        for english, said in pairs(code)
        if english not in _OF_THEIR_OWN
        and len(english) > _SHORTENED
        and (_stop(english) != _stop(said))
    ]
    assert not wrong, "\n".join(wrong)


def _stop(text: str) -> str:
    last = text.rstrip()[-1:]
    return last if last in ".?:…" else ""


@pytest.mark.parametrize("code", FILES)
def test_no_text_shouts(code: str) -> None:
    assert not [said for _english, said in pairs(code) if "!" in said]


@pytest.mark.parametrize("code", FILES)
def test_no_text_says_what_is_banned(code: str) -> None:
    banned = re.compile(rf"(?<!\w)(?:{BANNED[code]})(?!\w)", re.IGNORECASE)
    found = [
        f"{said!r} ({english!r})"
        for english, said in pairs(code)
        if banned.search(said) and not any(_allowed(allowed, english) for allowed in ALLOWED)
    ]
    assert not found, "\n".join(found)


def _allowed(allowed: str, english: str) -> bool:
    return allowed in english if " " in allowed else allowed == english


def clinical_texts() -> list[str]:
    """What a warning tells a person to do."""
    headings = {heading(row.level, row.by) for rule in RULES for row in rule.rows}
    return [*(row.text for rule in RULES for row in rule.rows), *headings]


@pytest.mark.parametrize("code", FILES)
def test_a_warning_keeps_its_sentences(code: str) -> None:
    """The first sentence of a warning is told alone in places, so both must be found."""
    said = dict(pairs(code))
    wrong = [said[text] for text in clinical_texts() if text.count(". ") != said[text].count(". ")]
    assert not wrong


@pytest.mark.parametrize("code", FILES)
def test_a_warning_names_whom_to_call_in_words_that_can_be_replaced(code: str) -> None:
    """Where no dermatologist is known, every "your dermatologist" becomes somebody else."""
    texts = [text for text in clinical_texts() if "your dermatologist" in text]
    assert len(texts) > 50
    try:
        set_language(code)
        names = (_("your dermatologist or family doctor"), _("your dermatologist"))
        wrong = [text for text in texts if not any(name in _(text) for name in names)]
        told = [addressed(_(text), known=False) for text in texts]
        left = [text for text in told if any(name in text for name in names)]
    finally:
        set_language(None)
    assert not wrong
    assert not left


@pytest.mark.parametrize("code", FILES)
def test_the_compiled_words_are_those_of_the_catalogue(code: str) -> None:
    file: Path = FILES[code].with_suffix(".mo")
    assert file.read_bytes() == strings.compiled(catalog(code)), "run python -m tools.strings"


@pytest.mark.parametrize("code", FILES)
def test_notes_are_read_in_every_language_of_the_program(code: str) -> None:
    assert code in LEXICONS
