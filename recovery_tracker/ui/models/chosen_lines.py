"""Which symptoms the large chart draws as lines: one to four, the first with its usual range."""

from __future__ import annotations

from recovery_tracker.i18n import _

MOST_LINES = 4


def brought_in(chosen: tuple[str, ...], code: str) -> tuple[str, ...]:
    """Make sure that a symptom is among the lines; it takes the place of the last of four."""
    return chosen if code in chosen else (*chosen[: MOST_LINES - 1], code)


def turned(chosen: tuple[str, ...], code: str) -> tuple[tuple[str, ...], str]:
    """Add a symptom's line or take it away; return the lines, and why nothing changed if so."""
    if code not in chosen and len(chosen) == MOST_LINES:
        return chosen, _("Four lines at most. Click one that is shown to remove it first.")
    if chosen == (code,):
        return chosen, _("One line always stays. Click another symptom to add it first.")
    if code in chosen:
        return tuple(other for other in chosen if other != code), ""
    return (*chosen, code), ""
