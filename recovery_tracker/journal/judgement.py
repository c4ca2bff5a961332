"""The judging of recoveries, remembered where nothing changed, and what was shown of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules import assess, still_active
from recovery_tracker.domain.warnings import (
    GUIDANCE_VERSION,
    By,
    Ended,
    Level,
    Warning,
    in_order,
)
from recovery_tracker.i18n import _
from recovery_tracker.journal.store import Store


class Judgement:
    """What the rules say, for one store."""

    def __init__(self, store: Store) -> None:
        """Judge what is kept in ``store``."""
        self._store = store
        self._shown: dict[str, tuple[Shown, ...]] = {}
        self._elsewhere: dict[str, tuple[Warning, ...]] = {}
        self._elsewhere_on: dt.date | None = None

    def forget(self, session_id: str = "") -> None:
        """Judge other sessions anew when asked next: all of them, or one."""
        if session_id:
            self._elsewhere.pop(session_id, None)
            self._shown.pop(session_id, None)
        else:
            self._elsewhere.clear()
            self._shown.clear()

    def of(
        self, recovery: Recovery, profile: Profile, sessions: Sequence[Session], today: dt.date
    ) -> tuple[Warning, ...]:
        """Judge one recovery; what was shown and no longer holds is listed as changed."""
        found = assess(recovery, profile, sessions, today)
        gone = [
            _changed(shown, recovery.session)
            for shown in self._shown_for(recovery.session.id)
            if not any(_covers(warning, shown) for warning in found)
        ]
        latest = {(warning.rule, warning.date): warning for warning in gone}
        return in_order((*found, *latest.values()))

    def as_of(
        self, recovery: Recovery, profile: Profile, sessions: Sequence[Session], day: dt.date
    ) -> tuple[Warning, ...]:
        """Judge one recovery as it stood on a day, by the sessions known by then."""
        if not _known_by(recovery, day):
            return ()
        known = [
            session
            for session in sessions
            if session.id == recovery.session.id
            or session.date <= day
            or _known_by(self._store.recovery(session.id), day)
        ]
        return assess(recovery, profile, known, day)

    def elsewhere(
        self, session_id: str, profile: Profile, sessions: Sequence[Session], today: dt.date
    ) -> tuple[Warning, ...]:
        """Return the active warnings of all sessions but one."""
        if self._elsewhere_on != today:
            self._elsewhere.clear()
            self._elsewhere_on = today
        found: list[Warning] = []
        for session in sessions:
            if session.id == session_id:
                self._elsewhere.pop(session.id, None)
                continue
            if session.id not in self._elsewhere:
                recovery = self._store.recovery(session.id)
                self._elsewhere[session.id] = still_active(recovery, profile, sessions, today)
            found += self._elsewhere[session.id]
        return in_order(tuple(found))

    def keep_shown(self, session: Session, warnings: Sequence[Warning], now: dt.datetime) -> None:
        """Keep the active warnings in the words they are shown in, each once."""
        known = {
            (shown.rule, shown.level, shown.by, shown.date) for shown in self._shown_for(session.id)
        }
        new = tuple(
            Shown(
                session_id=session.id,
                rule=warning.rule,
                level=warning.level.code,
                by=warning.by.code if warning.by else None,
                date=warning.date,
                text=warning.message,
                reason=warning.reason,
                guidance=GUIDANCE_VERSION,
                shown_at=now,
            )
            for warning in warnings
            if warning.active
            and (
                warning.rule,
                warning.level.code,
                warning.by.code if warning.by else None,
                warning.date,
            )
            not in known
        )
        if new:
            self._store.keep_shown(new)
            self._shown[session.id] = (*self._shown_for(session.id), *new)

    def _shown_for(self, session_id: str) -> tuple[Shown, ...]:
        if session_id not in self._shown:
            self._shown[session_id] = self._store.shown(session_id)
        return self._shown[session_id]


def _known_by(recovery: Recovery, day: dt.date) -> bool:
    """Whether a session was known on a day: it had taken place, or had a baseline entry."""
    return recovery.session.date <= day or any(e.date <= day for e in recovery.entries)


def _covers(warning: Warning, shown: Shown) -> bool:
    """Whether an item found today is the one that was shown."""
    if warning.rule != shown.rule:
        return False
    first = min((seen.date for seen in warning.evidence), default=warning.date)
    return min(first, warning.date) <= shown.date <= warning.last_date


def _changed(shown: Shown, session: Session) -> Warning:
    """Make the listed form of a warning whose entry no longer says so."""
    from recovery_tracker.domain.rules import RULES

    return Warning(
        code=next((rule.code for rule in RULES if rule.id == shown.rule), ""),
        rule=shown.rule,
        level=Level[shown.level.upper()],
        by=By[shown.by.upper()] if shown.by else None,
        session_id=session.id,
        session_date=session.date,
        date=shown.date,
        day=session.day_of(shown.date),
        last_date=shown.date,
        active=False,
        message=shown.text,
        reason=shown.reason,
        evidence=(),
        source="",
        clears_when=_("The entry was changed and no longer says so."),
        ended=Ended.CHANGED,
    )
