"""What the program is not, word for word as clinical.md 6 has it."""

from __future__ import annotations

from recovery_tracker.i18n import N_, SOURCE_LANGUAGE, _, language

_SHORT = N_(
    "This app compares your notes with the usual course after microneedling. It does not "
    "diagnose and may miss problems. Follow your dermatologist. If you are worried, call them, "
    "even if no warning shows. In an emergency call your local emergency number."
)
_MORE = N_(
    "The expected course is a guide made from published reports and judgement. It is not checked "
    "for your skin. It does not contact anyone for you. It is for adults."
)


def short() -> str:
    """Return the disclaimer that always stands in the sidebar."""
    return _(_SHORT)


def to_accept() -> str:
    """Return the disclaimer that is read and accepted before the first entry."""
    said = _("{short} {more}").format(short=_(_SHORT), more=_(_MORE))
    return " ".join(filter(None, (said, of_translation())))


def of_translation() -> str:
    """Say that nobody of the trade has read the translation; nothing in English."""
    if language() == SOURCE_LANGUAGE:
        return ""
    return _("No clinician has reviewed this translation. In doubt, the English text holds.")
