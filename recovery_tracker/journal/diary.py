"""The diary as it stands: reading, judging, answering with a snapshot, and undo."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice

from recovery_tracker.domain.errors import KeptUnread, NotFound, Refused, StorageProblem
from recovery_tracker.domain.kept import Deleted, Version
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.domain.warnings import Warning, in_order
from recovery_tracker.i18n import _
from recovery_tracker.journal.changes import Change, Stack, Step
from recovery_tracker.journal.judgement import Judgement
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.journal.store import Store

KEPT_DELETED = dt.timedelta(days=30)
_EARLIER = 3  # sessions a recovery is compared with
_AT_ONCE = 4  # other sessions judged while a window waits


@contextmanager
def answering() -> Generator[None]:
    """Whatever hinders the answer to a change that is written: say that the change is kept.

    Raises:
        KeptUnread: in place of any :class:`StorageProblem`.
    """
    try:
        yield
    except StorageProblem as error:
        raise KeptUnread(
            _(
                "Your change is kept, but it cannot be shown yet. "
                "Close the program and start it again."
            )
        ) from error


class Diary:
    """What all use cases share: the store, the clock, the judgement and the way back."""

    def __init__(
        self,
        store: Store,
        clock: Callable[[], dt.datetime],
        *,
        on_screen: str = "",
        keeps_shown: bool = False,
        in_turns: bool = False,
    ) -> None:
        """Open the diary in ``store``.

        Args:
            store: where it is kept.
            clock: gives the local time with its zone.
            on_screen: the session to begin with, if it is there.
            keeps_shown: keep the warnings of every snapshot in the words they are shown in (a
                window, where a person reads them); without it, looking changes nothing.
            in_turns: judge few other sessions at once; :meth:`judge_next` goes on with the rest,
                so that a window need not wait for a diary of many years.
        """
        self._store = store
        self._clock = clock
        self._keeps_shown = keeps_shown
        self._stack = Stack()
        self._judgement = Judgement(store, at_once=_AT_ONCE if in_turns else None)
        self._session_id = on_screen
        self._earlier: tuple[Recovery, ...] = ()
        self._reread()

    @property
    def today(self) -> dt.date:
        """The day it is where the patient is."""
        return self._clock().date()

    @property
    def now(self) -> dt.datetime:
        """The time it is where the patient is, with its zone."""
        return self._clock()

    def _now(self) -> dt.datetime:
        return self._clock().astimezone(dt.UTC).replace(microsecond=0)

    def _reread(self) -> None:
        """Read what concerns all sessions; a tap does not need it again."""
        self._profile = self._store.profile()
        self._symptoms = self._store.own_items("symptom")
        self._care_items = self._store.own_items("care_item")
        self._sessions = self._store.sessions()
        if self._session_id not in {session.id for session in self._sessions}:
            self._session_id = self._current()
        self._earlier = self._read_earlier()
        self._judgement.forget()

    def _current(self) -> str:
        """The newest session that has begun, else the next planned one."""
        begun = [session for session in self._sessions if session.date <= self.today]
        if begun:
            return begun[-1].id
        return self._sessions[0].id if self._sessions else ""

    def _read_earlier(self) -> tuple[Recovery, ...]:
        here = next((s for s in self._sessions if s.id == self._session_id), None)
        return self._earlier_than(here) if here is not None else ()

    def _earlier_than(self, here: Session) -> tuple[Recovery, ...]:
        newest_first = (s for s in reversed(self._sessions) if s.date < here.date)
        on_same_skin = (session for session in newest_first if session.overlaps(here))
        return tuple(self._store.recovery(s.id) for s in islice(on_same_skin, _EARLIER))

    def refresh(self) -> Snapshot:
        """Read everything anew: at the start, after midnight, after another program's change."""
        self._reread()
        return self.snapshot()

    def select(self, session_id: str) -> Snapshot:
        """Put another session on screen.

        Raises:
            NotFound: there is no such session.
        """
        self._session(session_id)
        if session_id != self._session_id:
            self._session_id = session_id
            self._earlier = self._read_earlier()
        return self.snapshot()

    def _session(self, session_id: str) -> Session:
        session = next((s for s in self._sessions if s.id == session_id), None)
        if session is None:
            raise NotFound(_("This session is no longer in your diary."))
        return session

    def snapshot(self) -> Snapshot:
        """Read the session on screen and judge it."""
        if not self._session_id:
            return self._answer(None)
        return self._answer(self._store.recovery(self._session_id))

    def snapshot_of(self, session_id: str) -> Snapshot:
        """Read any session as if it were on screen; the one that is, stays there.

        Raises:
            NotFound: there is no such session.
        """
        session = self._session(session_id)
        recovery = self._store.recovery(session_id)
        shown = self.snapshot()
        active = (*shown.active, *shown.elsewhere)
        return replace(
            shown,
            recovery=recovery,
            warnings=self._judgement.of(recovery, self._profile, self._sessions, self.today),
            elsewhere=in_order(tuple(w for w in active if w.session_id != session_id)),
            earlier=self._earlier_than(session),
        )

    def _answer(self, recovery: Recovery | None) -> Snapshot:
        judge = self._judgement
        warnings: tuple[Warning, ...] = ()
        if recovery is not None:
            warnings = judge.of(recovery, self._profile, self._sessions, self.today)
            if self._keeps_shown:
                # a warning is shown whether or not that can be kept; the next answer tries again
                with suppress(StorageProblem):
                    judge.keep_shown(recovery.session, warnings, self._now())
        return Snapshot(
            today=self.today,
            profile=self._profile,
            symptoms=self._symptoms,
            care_items=self._care_items,
            sessions=self._sessions,
            recovery=recovery,
            warnings=warnings,
            elsewhere=judge.elsewhere(self._session_id, self._profile, self._sessions, self.today),
            earlier=self._earlier,
            undo=self._stack.undo_label,
            redo=self._stack.redo_label,
        )

    @property
    def waits(self) -> bool:
        """Whether other sessions are still to be judged, one by one."""
        return self._judgement.waits

    def judge_next(self) -> Snapshot | None:
        """Judge one of the sessions that wait; answer where it changed what is to be said."""
        told = self._judgement.judge_next(self._profile, self._sessions, self.today)
        return self.snapshot() if told else None

    def recovery(self, session_id: str) -> Recovery:
        """Read one session with its entries.

        Raises:
            NotFound: there is no such session.
        """
        return self._store.recovery(session_id)

    def warnings(
        self, *, session_id: str = "", as_of: dt.date | None = None
    ) -> tuple[Warning, ...]:
        """Judge all sessions, or one; ``as_of`` recomputes with what is dated up to that day.

        Looking does not change anything.
        """
        day = as_of or self.today
        found: list[Warning] = []
        for session in self._sessions:
            if session_id and session.id != session_id:
                continue
            recovery = self._store.recovery(session.id)
            if as_of is None:
                found += self._judgement.of(recovery, self._profile, self._sessions, day)
            else:
                found += self._judgement.as_of(recovery, self._profile, self._sessions, day)
        return in_order(tuple(found))

    def log(self, session_id: str = "") -> Log:
        """Return the whole diary, or the part of it that is one session."""
        wanted = [s for s in self._sessions if not session_id or s.id == session_id]
        return Log(
            profile=self._profile,
            symptoms=self._symptoms,
            care_items=self._care_items,
            recoveries=tuple(self._store.recovery(session.id) for session in wanted),
        )

    def photo_bytes(self, sha256: str) -> bytes:
        """Return a photo's bytes.

        Raises:
            NotFound: there is no such photo.
        """
        return self._store.photo_bytes(sha256)

    def history(self, session_id: str | None, date: dt.date | None = None) -> tuple[Version, ...]:
        """Return what an entry, a session or (None) the profile was before, newest first."""
        return self._store.history(session_id, date)

    def deleted(self) -> tuple[Deleted, ...]:
        """Return what was deleted in the last 30 days, newest first."""
        return self._store.deleted()

    def purge(self) -> int:
        """Remove for good what was deleted more than 30 days ago; count it."""
        return self._store.purge(self._now() - KEPT_DELETED)

    def _answer_for(self, session_id: str) -> Snapshot:
        """Answer with the session on screen, after a day of this one or another was looked at."""
        if session_id != self._session_id:
            self._reread_story(session_id)
        return self.snapshot()

    def _changed(self, label: str, session_id: str, *steps: Step) -> Snapshot:
        """Remember a change that is written already, and answer with what it may have touched."""
        change = Change(label, steps, session_id)
        self._stack.push(change)
        with answering():
            self._reread_after(change)
            return self.snapshot()

    def _reread_after(self, change: Change) -> None:
        """Read what a change may have touched: the list of sessions is long in year ten."""
        if change.in_one_story:
            self._reread_story(change.session_id)
        else:
            self._reread()

    def _reread_story(self, session_id: str) -> None:
        """Read what is known of a session whose days, photos or acts have changed."""
        self._judgement.forget(session_id)
        if session_id != self._session_id:  # that one is read for every answer
            self._earlier = self._read_earlier()

    def undo(self) -> Snapshot:
        """Take back the latest change.

        Raises:
            Refused: it was changed elsewhere in the meantime.
        """
        return self._turn(self._stack.done, self._stack.undone)

    def redo(self) -> Snapshot:
        """Do again what was undone last.

        Raises:
            Refused: it was changed elsewhere in the meantime.
        """
        return self._turn(self._stack.undone, self._stack.done)

    def _turn(self, source: list[Change], target: list[Change]) -> Snapshot:
        if not source:
            return self.snapshot()
        back = source[-1].reversed()
        try:
            back.apply(self._store, self._now())
        except Refused:
            source.pop()  # it can never be taken back any more, and must not block what can
            raise
        source.pop()
        target.append(back)
        with answering():
            self._reread_after(back)
            if back.session_id in {session.id for session in self._sessions}:
                self.select(back.session_id)
            return self.snapshot()
