"""How the session on screen stands, in the looks of the window: icon, colour and few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_tracker.domain.status import DayStatus, day_status
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import Level, Warning, in_order
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.journal import Snapshot

ICONS = {
    "ok": "range-dot",
    "neutral": "ellipsis",
    "above": "chart-line",
    "watch": "eye",
    "contact": "triangle-alert",
    "urgent": "octagon-alert",
    "now": "octagon-alert",
}
TONES = {
    "ok": "ok",
    "neutral": "text2",
    "above": "text2",
    "watch": "watch",
    "contact": "contact",
    "urgent": "urgent",
    "now": "urgent",
}


@frozen
class Standing:
    """Icon, colour and few words for a status.

    Attributes:
        icon: name of the icon; ``tone``: name of the colour.
    """

    icon: str
    tone: str
    words: str


def standing(snapshot: Snapshot) -> Standing | None:
    """Return how today stands in the session on screen; nothing without a session."""
    recovery = snapshot.recovery
    if recovery is None:
        return None
    status = day_status(recovery, snapshot.today, snapshot.warnings, snapshot.profile)
    return Standing(ICONS[status.kind], TONES[status.kind], _words(snapshot, status))


def pressing(snapshot: Snapshot, *, elsewhere_only: bool = False) -> Warning | None:
    """Return the highest active contact or urgent warning, other sessions' included."""
    here = () if elsewhere_only else snapshot.active
    for warning in in_order((*here, *snapshot.elsewhere)):
        if warning.level >= Level.CONTACT:
            return warning
    return None


def _words(snapshot: Snapshot, status: DayStatus) -> str:
    recovery = snapshot.recovery
    if status.warning is not None or recovery is None:
        return status.title
    if status.kind == "ok":
        return _("Within the usual range")
    if status.kind == "above":
        return _("Above the usual range")
    if recovery.session.date > snapshot.today:
        return _("Not started yet")
    entry = recovery.entry(snapshot.today)
    return _("{n} of {all} logged today").format(
        n=entry.usual_answered if entry else 0, all=len(USUAL_SYMPTOMS)
    )
