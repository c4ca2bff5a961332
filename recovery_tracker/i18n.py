"""Text in the person's language, through gettext."""

from __future__ import annotations

import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from recovery_tracker.resources import resource

DOMAIN = "recovery_tracker"
SOURCE_LANGUAGE = "en"

# each language by its own name
NAMES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}

_translation: _gettext.NullTranslations = _gettext.NullTranslations()
_language = SOURCE_LANGUAGE
# what one piece of work speaks, such as a report made in a thread while the window keeps its own
_here: ContextVar[tuple[str, _gettext.NullTranslations] | None] = ContextVar("_here", default=None)


def set_language(code: str | None) -> None:
    """Use one language from now on; ``None`` or an unknown code gives English."""
    global _language, _translation
    _language, _translation = _catalogue(code)


def speak(code: str, words: _gettext.NullTranslations) -> None:
    """Use words from elsewhere than the program's own catalogues, as a test does."""
    global _language, _translation
    _language, _translation = code, words


@contextmanager
def in_language(code: str | None) -> Iterator[None]:
    """Speak another language within a block, in this thread only; ``None`` changes nothing."""
    if code is None or code == language():
        yield
        return
    before = _here.set(_catalogue(code))
    try:
        yield
    finally:
        _here.reset(before)


def language() -> str:
    """Return the code of the language that is spoken here and now."""
    here = _here.get()
    return _language if here is None else here[0]


def said_as() -> dict[str, str]:
    """Return every text of the code with how it is said in the language of now."""
    english = language() == SOURCE_LANGUAGE
    words = _catalogue(next(iter(languages()[1:]), None))[1] if english else _spoken()
    if not isinstance(words, _gettext.GNUTranslations):
        return {}
    texts: dict[object, str] = vars(words)["_catalog"]  # gettext has no way to list them
    pairs = ((text, said) for text, said in texts.items() if isinstance(text, str) and text)
    return {text: text if english else said for text, said in pairs}


def languages() -> tuple[str, ...]:
    """Return the codes of all languages there are words for, English first."""
    folder = resource("locale")
    found = (code.name for code in folder.iterdir() if _has_words(code.name))
    return (SOURCE_LANGUAGE, *sorted(set(found) - {SOURCE_LANGUAGE}))


def _has_words(code: str) -> bool:
    return _gettext.find(DOMAIN, str(resource("locale")), [code]) is not None


def _catalogue(code: str | None) -> tuple[str, _gettext.NullTranslations]:
    if not code or not _has_words(code):
        return SOURCE_LANGUAGE, _gettext.NullTranslations()
    return code, _gettext.translation(DOMAIN, str(resource("locale")), languages=[code])


def _spoken() -> _gettext.NullTranslations:
    here = _here.get()
    return _translation if here is None else here[1]


def _(message: str) -> str:
    """Translate one sentence; give it whole, with ``{names}`` for what varies."""
    return _spoken().gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a sentence that depends on a count."""
    return _spoken().ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "extract, translate later"
    """Mark a sentence of a catalogue for translation where it is shown."""
    return message
