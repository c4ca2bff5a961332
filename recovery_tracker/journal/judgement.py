"""The judging of recoveries, remembered where nothing changed, and what was shown of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

from recovery_tracker import __version__
from recovery_tracker.domain.errors import NotFound, StorageProblem
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules import assess, still_active, time_adds_nothing
from recovery_tracker.domain.warnings import (
    GUIDANCE_VERSION,
    By,
    Ended,
    Level,
    Warning,
    in_order,
)
from recovery_tracker.i18n import _, language
from recovery_tracker.journal.store import Store


class Judgement:
    """What the rules say, for one store."""

    def __init__(self, store: Store, *, at_once: int | None = None) -> None:
        """Judge what is kept in ``store``.

        Of the other sessions ``at_once`` are judged when they are asked for (all if it is not
        said), newest first; the rest waits for :meth:`judge_next`, which then keeps which of them
        need not be judged again.
        """
        self._store = store
        self._at_once = at_once
        self._shown: dict[str, tuple[Shown, ...]] = {}
        self._here = ""
        self._day: dt.date | None = None
        self._active: dict[str, tuple[Warning, ...]] = {}  # of the other sessions, where any is
        self._all_anew = True
        self._due: dict[str, None] = {}  # other sessions to judge when they are asked for
        self._waiting: dict[str, None] = {}  # those to judge one by one, newest first
        self._to_keep: dict[str, None] = {}  # those that were found to be settled
        self._untold = False  # whether what is active has changed since it was asked for

    def forget(self, session_id: str = "") -> None:
        """Judge other sessions anew when asked next: all of them, or one."""
        if session_id:
            self._shown.pop(session_id, None)
            self._due[session_id] = None
        else:
            self._shown.clear()
            self._all_anew = True

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
        """Return the active warnings of all sessions but one, as far as they are judged.

        What does not wait to be judged costs nothing, however many sessions there are.
        """
        if self._all_anew or self._day != today:
            unsettled = self._store.unsettled(_rules(), today)
            self._begin_anew([id_ for id_ in unsettled if id_ != session_id])
            self._all_anew, self._day = False, today
        elif session_id != self._here and self._here:
            self._due[self._here] = None  # what was on screen may have changed
        self._here = session_id
        for known in (self._due, self._waiting, self._active, self._to_keep):
            known.pop(session_id, None)
        for due in tuple(self._due):
            self._judge(due, profile, sessions, today)
        self._untold = False
        return self._pressing_first()

    def _begin_anew(self, others: Sequence[str]) -> None:
        """Have them all judged; what was active is said until it is judged again."""
        self._to_keep = {}
        self._due = dict.fromkeys(others[: self._at_once])
        self._waiting = dict.fromkeys(others[len(self._due) :])
        self._active = {id_: self._active[id_] for id_ in others if id_ in self._active}

    def _pressing_first(self) -> tuple[Warning, ...]:
        return in_order(tuple([warning for found in self._active.values() for warning in found]))

    @property
    def waits(self) -> bool:
        """Whether :meth:`judge_next` has something to do."""
        return bool(self._waiting or (self._to_keep and self._at_once is not None))

    def judge_next(self, profile: Profile, sessions: Sequence[Session], today: dt.date) -> bool:
        """Judge one session more; tell whether what should be said of the others has changed.

        A view names what is most pressing only, so that counts, and what there is at the end.
        """
        if not self._waiting:
            if self._to_keep:
                self._keep_next(today)
            return False
        before = self._pressing_first()
        session_id = next(iter(self._waiting))
        del self._waiting[session_id]  # one that cannot be read is not tried again and again
        self._judge(session_id, profile, sessions, today)
        after = self._pressing_first()
        self._untold = self._untold or before != after
        return before[:1] != after[:1] or (self._untold and not self._waiting)

    def _judge(
        self, session_id: str, profile: Profile, sessions: Sequence[Session], today: dt.date
    ) -> None:
        found: tuple[Warning, ...] = ()
        settled = False
        with suppress(NotFound):  # deleted by another program; the next reading leaves it out
            recovery = self._store.recovery(session_id)
            found = still_active(recovery, profile, sessions, today)
            settled = not found and time_adds_nothing(recovery, today)
        for known in (self._due, self._waiting, self._active, self._to_keep):
            known.pop(session_id, None)
        if found:
            self._active[session_id] = found
        if settled:
            self._to_keep[session_id] = None

    def _keep_next(self, today: dt.date) -> None:
        """Keep that a session is settled: judged once more, as the store holds it that moment.

        Nobody waits for it: while another one writes it is left to the next start.
        """
        session_id, _nothing = self._to_keep.popitem()
        with suppress(StorageProblem, NotFound), self._store.transaction(wait=False):
            recovery = self._store.recovery(session_id)
            profile, sessions = self._store.profile(), self._store.sessions()
            if time_adds_nothing(recovery, today) and not still_active(
                recovery, profile, sessions, today
            ):
                yesterday = today - dt.timedelta(days=1)
                self._store.keep_settled(session_id, _rules(), yesterday)

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


def _rules() -> str:
    """Name the rules that judge: those of this program, as they read notes in its language."""
    return f"{GUIDANCE_VERSION} {__version__} {language()}"


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
