"""The user guide: built from what is written now, every page and picture there, plain words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from recovery_tracker.resources import resource
from tests import test_wording
from tools import guide

BUILT = resource("guide")
PAGES = sorted(path.stem for path in guide.SOURCE.glob("*.md") if path.name != "README.md")


class _Links(HTMLParser):
    """What a page points to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.without_words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        for name in ("href", "src"):
            if said.get(name):
                self.found.append(str(said[name]))
        if tag == "img" and not said.get("alt"):
            self.without_words.append(str(said.get("src")))


def test_the_guide_is_built_from_what_is_written_now() -> None:
    kept = (Path(BUILT) / guide.STAMP).read_text(encoding="ascii").strip()
    assert kept == guide.digest(), "run make guide"


@pytest.mark.parametrize("page", PAGES)
def test_every_link_and_picture_is_there(page: str) -> None:
    links = _Links()
    links.feed((Path(BUILT) / f"{page}.html").read_text(encoding="utf-8"))
    assert not links.without_words
    for link in links.found:
        told = urlsplit(link)
        if told.scheme == "data" or (not told.scheme and not told.path):
            continue
        assert not told.scheme or told.netloc in (
            "github.com",
            "pradyunsg.me",
            "www.sphinx-doc.org",
        ), link
        if not told.scheme:
            assert (Path(BUILT) / unquote(told.path)).exists(), link


@pytest.mark.parametrize("page", PAGES)
def test_the_guide_says_nothing_that_is_banned(page: str) -> None:
    words = (guide.SOURCE / f"{page}.md").read_text(encoding="utf-8")
    text = test_wording.without_allowed(re.sub(r"\s+", " ", words))
    for why, banned in test_wording._BANNED.items():
        found = banned.search(text)
        assert not found, f"{why}: {found[0] if found else ''}"
