"""The warnings as a list for other programs (JSON) and for a person at a terminal (text)."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from recovery_tracker.domain.warnings import By, Ended, Evidence, Warning, in_order
from recovery_tracker.exchange.text import for_a_terminal
from recovery_tracker.i18n import N_, _

NO_WARNING = N_("No warning from this log. It cannot see your skin.")
IF_CLOSED = N_("If they are closed, call an urgent care line.")

_WIDTH = 88
_INDENT = "  "


def as_json(warnings: Iterable[Warning]) -> str:
    """Return a JSON list, active ones first, then by level, then newest."""
    items = [_item(warning) for warning in in_order(tuple(warnings))]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(warning: Warning) -> dict[str, Any]:
    quiet_until = warning.quiet_until
    return {
        "sign": warning.rule,
        "level": warning.level.code,
        "action": warning.action,
        "by": warning.by.code if warning.by else None,
        "date": warning.date.isoformat(),
        "day": warning.day,
        "session_date": warning.session_date.isoformat(),
        "session_id": warning.session_id,
        "active": warning.active,
        "quiet_until": quiet_until.isoformat() if quiet_until else None,
        "message": warning.message,
        "reason": warning.reason,
        "evidence": [_seen(evidence) for evidence in warning.evidence],
        "source": warning.source,
        "clears_when": warning.clears_when,
    }


def _seen(evidence: Evidence) -> dict[str, Any]:
    return {
        "date": evidence.date.isoformat(),
        "day": evidence.day,
        "field": evidence.field,
        "value": evidence.value,
        "limit": evidence.limit,
    }


def as_text(warnings: Iterable[Warning]) -> str:
    """Return the list in words, active ones first; an empty one says what it cannot know."""
    ordered = in_order(tuple(warnings))
    active = [warning for warning in ordered if warning.active]
    ended = [warning for warning in ordered if not warning.active]
    parts = [_told(warning) for warning in active] or [_(NO_WARNING) + "\n"]
    if ended:
        parts += [_("No longer active:") + "\n", *(_told(warning) for warning in ended)]
    return "\n".join(parts)


def _told(warning: Warning) -> str:
    place = _("{level} · day {day}, {date} · session of {session} · {rule}").format(
        level=warning.level.label,
        day=warning.day,
        date=warning.date,
        session=warning.session_date,
        rule=warning.rule,
    )
    lines = [warning.heading if warning.active else place]
    if warning.active:
        lines += _indented(place)
    lines += [line for words in _words(warning) for line in _indented(words)]
    return "\n".join(lines) + "\n"


def _words(warning: Warning) -> Iterator[str]:
    yield warning.message
    if warning.by is By.TODAY:
        yield _(IF_CLOSED)
    yield _("Why: {reason}").format(reason=warning.reason)
    if warning.active and warning.quiet_until:
        yield _("Quiet until {date}.").format(date=warning.quiet_until)
    if warning.clears_when and (warning.active or warning.ended is Ended.CHANGED):
        yield warning.clears_when
    if warning.source:
        yield _("Source: {source}").format(source=warning.source)


def _indented(words: str) -> list[str]:
    """Wrap one sentence."""
    return textwrap.wrap(
        for_a_terminal(words),
        _WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
    )
