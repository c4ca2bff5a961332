"""The user guide: whole in every language, true to the program's labels, offline, plain words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from PIL import Image

from recovery_tracker.i18n import SOURCE_LANGUAGE, languages
from recovery_tracker.resources import resource
from tests import test_translations, test_wording
from tools import guide, strings

BUILT = Path(resource("guide"))
PAGES = sorted(path.stem for path in guide.SOURCE.glob("*.md") if path.name != "README.md")
TRANSLATED = tuple(guide.catalogues())
MOST_BYTES = 3 * 1024 * 1024
_KEY = re.compile(r"\{kbd\}`([^`]+)`")
_STEP = re.compile(r"(?m)^ *(?:-|\d\.) +")
_MARKUP = re.compile(r"```\{\w+\}[^\n]*|```|(?m:^:alt:)|\|[-|]+\||\{kbd\}|[*`|]")


class _Page(HTMLParser):
    """What a page points to, what it is written in, and what it loads."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.without_words: list[str] = []
        self.tags: set[str] = set()
        self.language = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        if tag == "html":
            self.language = said.get("lang") or ""
        self.links += [str(said[name]) for name in ("href", "src", "srcset") if said.get(name)]
        if tag == "img" and said.get("alt") is None:
            self.without_words.append(str(said.get("src")))


def page_of(code: str, page: str) -> _Page:
    read = _Page()
    read.feed((BUILT / code / f"{page}.html").read_text(encoding="utf-8"))
    return read


@cache
def translation(code: str) -> Mapping[str, str]:
    return {str(m.id): str(m.string) for m in guide.read(code) if m.id}


@cache
def of_program(code: str) -> Mapping[str, str]:
    """How the program says each of its texts in a language."""
    if code == SOURCE_LANGUAGE:
        return {text: text for said in test_translations.marked() for text in said.english}
    return dict(test_translations.pairs(code))


def sizes(code: str) -> Mapping[str, tuple[int, int]]:
    """The pictures of a language, each with its size."""
    found: dict[str, tuple[int, int]] = {}
    for file in (BUILT / code / "pictures").glob("*.png"):
        with Image.open(file) as picture:
            found[file.name] = picture.size
    return found


def written(page: str) -> str:
    return (guide.SOURCE / f"{page}.md").read_text(encoding="utf-8")


def labels(text: str) -> list[str]:
    return sorted(guide.LABEL.findall(re.sub(r"\n *", " ", text)))


def test_the_guide_is_built_from_what_is_written_now() -> None:
    kept = (BUILT / guide.STAMP).read_text(encoding="ascii").strip()
    assert kept == guide.digest(), "run make guide"


def test_the_guide_is_small() -> None:
    assert sum(file.stat().st_size for file in BUILT.rglob("*") if file.is_file()) < MOST_BYTES


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("page", PAGES)
def test_a_page_stands_by_itself(code: str, page: str) -> None:
    """In its language, with all it points to beside it, and nothing to fetch or run."""
    read = page_of(code, page)
    assert read.language == code
    assert not read.tags & {"script", "iframe", "object"}
    assert not read.without_words
    assert read.links
    for link in read.links:
        told = urlsplit(link)
        assert not told.scheme, link
        if told.path:
            assert (BUILT / code / unquote(told.path)).resolve().exists(), link


def test_the_looks_load_nothing() -> None:
    looks = (BUILT / "guide.css").read_text(encoding="utf-8")
    assert looks == (guide.SOURCE / "theme" / "guide.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|@font-face", looks)


@pytest.mark.parametrize("code", languages())
def test_every_language_has_every_page_and_picture(code: str) -> None:
    assert sorted(file.stem for file in (BUILT / code).glob("*.html")) == PAGES
    own = sizes(code)
    assert own == sizes(SOURCE_LANGUAGE)
    shown = {Path(link).name for page in PAGES for link in page_of(code, page).links}
    assert set(own) <= shown


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_text_is_left_untranslated(code: str) -> None:
    """What is stale, merging has emptied; the pages are built after it."""
    assert len(translation(code)) > 100
    assert not [text for text, said in translation(code).items() if not said.strip()]
    assert not [message.id for message in guide.read(code) if message.fuzzy and message.id]


@pytest.mark.parametrize("page", PAGES)
def test_every_label_is_one_of_the_program(page: str) -> None:
    assert not [label for label in labels(written(page)) if label not in of_program("en")]


@pytest.mark.parametrize("code", TRANSLATED)
def test_every_label_is_said_as_the_program_says_it(code: str) -> None:
    wrong = [
        said
        for text, said in translation(code).items()
        if labels(said) != sorted(of_program(code)[label] for label in labels(text))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", TRANSLATED)
def test_what_the_program_says_is_said_as_there(code: str) -> None:
    catalog = strings.read(test_translations.FILES[code])
    for text, said in translation(code).items():
        assert said == (guide.as_in_program(text, catalog) or said)


@pytest.mark.parametrize("code", TRANSLATED)
def test_keys_are_named_as_in_the_program(code: str) -> None:
    known = of_program(code)
    control = known["Ctrl+Z"].removesuffix("Z")
    for text, said in translation(code).items():
        expected = [known.get(key, key.replace("Ctrl+", control)) for key in _KEY.findall(text)]
        assert sorted(_KEY.findall(said)) == sorted(expected), said


@pytest.mark.parametrize("code", TRANSLATED)
def test_a_translation_says_that_nobody_has_reviewed_it(code: str) -> None:
    note = of_program(code)[
        "No clinician has reviewed this translation. In doubt, the English text holds."
    ]
    for page in ("index", "warning"):
        assert note in (BUILT / code / f"{page}.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_the_guide_says_nothing_that_is_banned(page: str) -> None:
    text = test_wording.without_allowed(re.sub(r"\s+", " ", written(page)))
    for why, banned in test_wording._BANNED.items():
        found = banned.search(text)
        assert not found, f"{why}: {found[0] if found else ''}"
    assert "!" not in text


@pytest.mark.parametrize("code", TRANSLATED)
def test_no_translation_says_what_is_banned(code: str) -> None:
    banned = re.compile(rf"(?<!\w)(?:{test_translations.BANNED[code]})(?!\w)", re.IGNORECASE)
    allowed = test_translations.ALLOWED
    found = [
        f"{hit[0]!r} in {said!r}"
        for text, said in translation(code).items()
        if (hit := banned.search(said)) and not any(words in text for words in allowed)
    ]
    assert not found, "\n".join(found)
    assert not [said for said in translation(code).values() if "!" in said]


def sentences(text: str) -> Iterator[str]:
    """The sentences of a page between their stops, without labels' marks."""
    for block in re.split(r"\n\s*\n|\n(?=\|)|\n(?= *(?:-|\d\.) )", text):
        plain = _MARKUP.sub(" ", _STEP.sub("", block))
        yield from re.split(r"(?<=[.?:;])\s+", plain.strip())


@pytest.mark.parametrize("page", PAGES)
def test_the_guide_says_it_in_short_sentences(page: str) -> None:
    long = [
        said for said in sentences(written(page)) if len(said.split()) > test_wording.MOST_WORDS
    ]
    assert not long, "\n".join(long)
