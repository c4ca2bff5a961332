"""A language without a catalogue is English, in a checkout and in a wheel alike."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from recovery_tracker import i18n
from recovery_tracker.i18n import (
    DOMAIN,
    _,
    in_language,
    language,
    languages,
    ngettext,
    set_language,
)


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A program that also has a word of German, and a folder that is no language."""
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (tmp_path / "xx").mkdir()
    words = Catalog(locale="de")
    words.add("Redness", "Rötung")
    words.add(("{n} session", "{n} sessions"), ("{n} Sitzung", "{n} Sitzungen"))
    with (folder / f"{DOMAIN}.mo").open("wb") as file:
        write_mo(file, words)
    monkeypatch.setattr(i18n, "resource", lambda *_parts: tmp_path)
    yield
    set_language(None)


@pytest.mark.usefixtures("german")
def test_languages_are_those_there_are_words_for() -> None:
    assert languages() == ("en", "de")


@pytest.mark.usefixtures("german")
def test_a_language_holds_until_another_is_set() -> None:
    set_language("de")
    assert (language(), _("Redness"), ngettext("{n} session", "{n} sessions", 2)) == (
        "de",
        "Rötung",
        "{n} Sitzungen",
    )
    assert _("Flaking") == "Flaking", "a word that is not translated stays English"
    set_language("xx")
    assert (language(), _("Redness")) == ("en", "Redness")


@pytest.mark.usefixtures("german")
def test_a_piece_of_work_may_speak_another_language() -> None:
    with in_language("de"):
        assert (language(), _("Redness")) == ("de", "Rötung")
    with pytest.raises(ValueError, match="no"), in_language("de"):
        raise ValueError("no")
    assert (language(), _("Redness")) == ("en", "Redness")


@pytest.mark.parametrize("code", [None, "", "xx", "en"])
def test_an_unknown_language_gives_english(code: str | None) -> None:
    set_language(code)
    assert _("Redness") == "Redness"
    assert _("") == "", "gettext would answer with the catalogue's head"
    assert ngettext("{n} session", "{n} sessions", 2) == "{n} sessions"
