"""What a patient does with sessions: add, change, archive, delete, bring back."""

from __future__ import annotations

from dataclasses import replace

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound, Refused
from recovery_tracker.domain.kept import Deleted
from recovery_tracker.domain.recovery import Session, check_session_date
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.i18n import _
from recovery_tracker.journal.changes import EntryStep, PhotoStep, SessionStep, Step
from recovery_tracker.journal.diary import Diary
from recovery_tracker.journal.snapshot import Snapshot


class Sessions(Diary):
    """The use cases of sessions."""

    def add_session(self, session: Session) -> Snapshot:
        """Add a session and put it on screen; an empty id gets a new one.

        Raises:
            InvalidValue: it is planned more than 60 days ahead.
            Refused: a session on the same areas has that date already.
        """
        import uuid  # not at the start

        session = replace(session, id=session.id or str(uuid.uuid4()))
        self._check_session(session)
        self._store.put_session(session, self._now())
        self._session_id = session.id
        label = _("Add the session of {date}").format(date=day_and_month(session.date))
        return self._changed(label, session.id, SessionStep(session.id, None, session))

    def change_session(self, session: Session) -> Snapshot:
        """Change what is known of a session; another date shifts its days.

        Raises:
            NotFound: there is no such session.
            InvalidValue: an entry would fall before day -14 or after day 365.
            Refused: another session on the same areas has that date.
        """
        with self._store.transaction():
            recovery = self._store.recovery(session.id)
            before = recovery.session
            if before == session:
                return self.snapshot()
            self._check_session(session)
            replace(recovery, session=session)  # refuses days that would lie outside the diary
            self._store.put_session(session, self._now())
        label = _("Change the session of {date}").format(date=day_and_month(before.date))
        return self._changed(label, session.id, SessionStep(session.id, before, session))

    def _check_session(self, session: Session) -> None:
        check_session_date(session.date, self.today)
        for other in self._sessions:
            if other.id == session.id or other.date != session.date:
                continue
            if other.areas == session.areas or not other.areas or not session.areas:
                raise Refused(
                    _(
                        "There is a session on {date} already. Two sessions on one day need "
                        "different areas."
                    ).format(date=session.date)
                )

    def archive_session(self, session_id: str, *, archived: bool = True) -> Snapshot:
        """Put a session away, or take it out again; nothing of it is lost."""
        return self.change_session(replace(self._session(session_id), archived=archived))

    def delete_session(self, session_id: str) -> Snapshot:
        """Delete a session with its entries; it can be brought back for 30 days."""
        session = self._session(session_id)
        self._store.delete_session(session_id, self._now())
        label = _("Delete the session of {date}").format(date=day_and_month(session.date))
        return self._changed(label, session_id, SessionStep(session_id, session, None))

    def bring_back(self, gone: Deleted) -> Snapshot:
        """Bring back a deleted session, entry or photo.

        Raises:
            NotFound: it is no longer there.
            Refused: its date has another entry, or another session on its areas, by now.
        """
        now = self._now()
        if gone.kind == "session":
            with self._store.transaction():
                self._store.revive_session(gone.session_id, now)
                session = next(s for s in self._store.sessions() if s.id == gone.session_id)
                self._check_session(session)
            step: Step = SessionStep(gone.session_id, None, session)
        elif gone.photo is not None:
            self._store.put_photo(gone.session_id, gone.photo, None, None, now)
            step = PhotoStep(gone.session_id, None, gone.photo)
        else:
            recovery = self._store.recovery(gone.session_id)
            if recovery.entry(gone.date) is not None:
                raise Refused(
                    _("{date} has another entry by now. Delete that one first.").format(
                        date=gone.date
                    )
                )
            versions = self._store.history(gone.session_id, gone.date)
            entry = next((v.what for v in versions if isinstance(v.what, Entry)), None)
            if entry is None:
                raise NotFound(_("This entry is no longer kept."))
            self._store.put_entries(gone.session_id, (entry,), now)
            step = EntryStep(gone.session_id, gone.date, None, entry)
        label = _("Bring back {date}").format(date=day_and_month(gone.date))
        return self._changed(label, gone.session_id, step)
