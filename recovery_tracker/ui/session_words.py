"""What a session is called on screen: its number, areas, depth, device and date in a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_tracker.domain import choices
from recovery_tracker.domain.own_words import isolated
from recovery_tracker.domain.wording import with_mark
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui import dates

if TYPE_CHECKING:
    from recovery_tracker.domain.recovery import Session
    from recovery_tracker.journal import Snapshot

SEPARATOR = " · "
_NAMED_AREAS = 2


def day_name(day: int) -> str:
    """Name a day as a title: "Day 4", with a true minus sign before the session."""
    return _("Day {n}").format(n=str(day).replace("-", "−"))


def areas(session: Session) -> str:
    """Name the treated skin; more than two areas are counted."""
    labels = [choices.label(choices.AREAS, code) for code in session.areas]
    if len(labels) > _NAMED_AREAS:
        return ngettext("{n} area", "{n} areas", len(labels)).format(n=len(labels))
    return _(", ").join(labels)


def all_areas(session: Session) -> str:
    """Name every area."""
    return _(", ").join(choices.label(choices.AREAS, code) for code in session.areas)


def depth(session: Session) -> str:
    """Write the needle depth as "1.5 mm"; nothing when it is not known."""
    if session.needle_depth_mm is None:
        return ""
    digits = f"{session.needle_depth_mm:.2f}".rstrip("0")
    digits = digits + "0" if digits.endswith(".") else digits
    return _("{n} mm").format(n=with_mark(digits))


def device(session: Session) -> str:
    """Name the device, such as "Pen"; nothing when it is not known."""
    return choices.label(choices.DEVICES, session.device) if session.device else ""


def in_short(session: Session) -> str:
    """Tell a session in a line: "Face · 1.5 mm · 14 Nov"."""
    return _joined(areas(session), depth(session), dates.short(session.date))


def in_full(session: Session) -> str:
    """Tell a session with all its facts: "Face · 1.5 mm · Pen · 14 Nov 2026 · Dr Okafor"."""
    return _joined(
        all_areas(session),
        depth(session),
        device(session),
        dates.short_with_year(session.date),
        isolated(session.practitioner),
    )


def numbered(snapshot: Snapshot, session: Session) -> str:
    """Name a session by its number in the diary: "Session 2"."""
    return _("Session {n}").format(n=snapshot.number(session))


def _joined(*parts: str) -> str:
    return SEPARATOR.join(part for part in parts if part)
