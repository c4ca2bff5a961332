"""What the journal answers with: the diary as one frozen value, for every view to show."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Recovery, Session, closed_from
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.values import frozen


@frozen
class Snapshot:
    """The diary at one moment.

    Attributes:
        today: the day it was judged for.
        sessions: all of them, by date.
        recovery: the session on screen, if there is one.
        warnings: of the session on screen, most pressing first; ended ones last.
        elsewhere: active warnings of the other sessions, most pressing first.
        earlier: up to three earlier sessions on the same skin, newest first.
        undo, redo: what would be taken back or done again, in words; empty = nothing.
    """

    today: dt.date
    profile: Profile
    symptoms: tuple[OwnItem, ...] = ()
    care_items: tuple[OwnItem, ...] = ()
    sessions: tuple[Session, ...] = ()
    recovery: Recovery | None = None
    warnings: tuple[Warning, ...] = ()
    elsewhere: tuple[Warning, ...] = ()
    earlier: tuple[Recovery, ...] = ()
    undo: str = ""
    redo: str = ""

    @property
    def session(self) -> Session | None:
        """The session on screen."""
        return self.recovery.session if self.recovery else None

    @property
    def active(self) -> tuple[Warning, ...]:
        """The active warnings of the session on screen, most pressing first."""
        return tuple(warning for warning in self.warnings if warning.active)

    def number(self, session: Session) -> int:
        """Count sessions by date: the first is 1."""
        return 1 + [other.id for other in self.sessions].index(session.id)

    def read_only(self, date: dt.date) -> bool:
        """Whether a day of the session on screen takes no new entry, as a later one has begun."""
        if self.recovery is None:
            return True
        if self.recovery.entry(date) is not None:
            return False
        closing = closed_from(self.recovery.session, self.sessions)
        return closing is not None and date >= closing
