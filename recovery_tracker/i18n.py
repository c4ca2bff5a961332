"""Text in the person's language, through gettext."""

from __future__ import annotations

import gettext as _gettext

from recovery_tracker.resources import resource

DOMAIN = "recovery_tracker"

_translation: _gettext.NullTranslations = _gettext.NullTranslations()


def set_language(code: str | None) -> None:
    """Use one language from now on; ``None`` or an unknown code gives English."""
    global _translation
    languages = [code] if code else []
    _translation = _gettext.translation(
        DOMAIN, str(resource("locale")), languages=languages, fallback=True
    )


def _(message: str) -> str:
    """Translate one sentence; give it whole, with ``{names}`` for what varies."""
    return _translation.gettext(message) if message else ""


def ngettext(singular: str, plural: str, count: int) -> str:
    """Translate a sentence that depends on a count."""
    return _translation.ngettext(singular, plural, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "extract, translate later"
    """Mark a sentence of a catalogue for translation where it is shown."""
    return message
