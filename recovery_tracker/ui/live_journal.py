"""The journal as Qt signals: the one border between the window and the diary.

A known error becomes :attr:`LiveJournal.failed`, a result :attr:`LiveJournal.changed`; anything
else is a bug and goes to the crash handler.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_tracker.domain.errors import KeptUnread, RecoveryTrackerError

if TYPE_CHECKING:  # the window paints before the diary and its rules are loaded
    from recovery_tracker.domain.entry import Entry
    from recovery_tracker.domain.kept import Deleted, Kind
    from recovery_tracker.domain.profile import OwnItem, Profile
    from recovery_tracker.domain.recovery import Photo, Session
    from recovery_tracker.journal import Journal, Snapshot
    from recovery_tracker.journal.photos import NewPhoto

_Answer = TypeVar("_Answer")
_BETWEEN_TURNS_MS = 20  # for what the person does meanwhile


class LiveJournal(QObject):
    """Every change goes in here and comes out as one snapshot for all to show.

    ``changed`` carries a :class:`Snapshot`; ``failed`` a :class:`RecoveryTrackerError`, after
    which ``changed`` follows with what is really kept, so that a control springs back.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal: Journal | None = None
        self._unread = False  # whether the journal may not know all that is on disk
        self.snapshot: Snapshot | None = None
        self._turns = QTimer(self)
        self._turns.setInterval(_BETWEEN_TURNS_MS)
        self._turns.timeout.connect(self._judge_next)

    @property
    def is_open(self) -> bool:
        """Whether the diary has been opened yet; the window paints before it is."""
        return self._journal is not None

    def open(self, journal: Journal, read: Snapshot | None = None) -> None:
        """Take a journal into use and show what is in it; ``read`` if that was read just now."""
        self._journal = journal
        if read is None:
            self._do(journal.snapshot)
        else:
            self.show(read)

    def close(self) -> None:
        """Let go of the journal, and of what it said last."""
        self._journal = None
        self._unread = False
        self.snapshot = None
        self._turns.stop()

    def _do(self, use_case: Callable[..., Snapshot], *args: Any, **options: Any) -> bool:
        try:
            snapshot = self._answer_of(use_case, *args, **options)
        except RecoveryTrackerError as error:
            self.failed.emit(error)
            if self.snapshot is not None:
                self.changed.emit(self.snapshot)
            return isinstance(error, KeptUnread)  # it was done, and must not be done again
        self.snapshot = snapshot
        self.changed.emit(snapshot)
        if self._journal is not None and self._journal.waits:
            self._turns.start()
        return True

    def _answer_of(self, use_case: Callable[..., Snapshot], *args: Any, **options: Any) -> Snapshot:
        """Do it; what is kept but could not be read is read once more, before anything is said.

        Nothing is changed after that until it could be read: a change is made of what is known.
        """
        if self._unread:
            self._read_anew()
        try:
            return use_case(*args, **options)
        except KeptUnread:
            self._unread = True
            with suppress(RecoveryTrackerError):
                return self._read_anew()
            raise

    def _read_anew(self) -> Snapshot:
        snapshot = self.journal.refresh()
        self._unread = False
        return snapshot

    def _judge_next(self) -> None:
        """Judge one of the other sessions; show what came of it, if there is anything to say."""
        if self._journal is None or not self._journal.waits:
            self._turns.stop()
        elif (snapshot := self.ask(self._journal.judge_next)) is not None:
            self.show(snapshot)

    @property
    def journal(self) -> Journal:
        """The journal, for reading; writers go through the methods below."""
        if self._journal is None:
            raise RuntimeError("the diary is not open yet")
        return self._journal

    def ask(self, question: Callable[..., _Answer], *args: Any, **options: Any) -> _Answer | None:
        """Read something of the journal; a known error is said, and the answer is ``None``."""
        try:
            return question(*args, **options)
        except RecoveryTrackerError as error:
            self.failed.emit(error)
            return None

    # What the patient does; each answers whether it was done -------------------------------

    def look(self) -> bool:
        """Show what the journal holds, after a thread has read and judged it anew."""
        return self._do(self.journal.snapshot)

    def show(self, snapshot: Snapshot) -> bool:
        """Show what a thread has read and judged."""
        return self._do(lambda: snapshot)

    def refresh(self) -> bool:
        """Read everything anew."""
        return self._do(self.journal.refresh)

    def select(self, session_id: str) -> bool:
        """Put another session on screen."""
        return self._do(self.journal.select, session_id)

    def rate(self, session_id: str, date: dt.date, symptom: str, grade: int | None) -> bool:
        """Grade one symptom from 0 to 4, or take the grade away."""
        return self._do(self.journal.rate, session_id, date, symptom, grade)

    def mark(self, session_id: str, date: dt.date, sign: str, present: bool | None) -> bool:
        """Answer one sign."""
        return self._do(self.journal.mark, session_id, date, sign, present)

    def answer_none_of_these(self, session_id: str, date: dt.date, chosen: bool) -> bool:
        """Answer the eight daily signs with "no", or take that back."""
        return self._do(self.journal.answer_none_of_these, session_id, date, chosen=chosen)

    def tick(self, session_id: str, date: dt.date, item: str, ticked: bool) -> bool:
        """Tick or untick a care item."""
        return self._do(self.journal.tick, session_id, date, item, ticked=ticked)

    def write(self, session_id: str, date: dt.date, field: str, text: str) -> bool:
        """Keep a text of the day."""
        return self._do(self.journal.write, session_id, date, field, text)

    def same_as_yesterday(self, session_id: str, date: dt.date) -> bool:
        """Copy yesterday's grades to what is not graded yet."""
        return self._do(self.journal.same_as_yesterday, session_id, date)

    def set_rest_to_none(self, session_id: str, date: dt.date) -> bool:
        """Grade 0 what is not graded."""
        return self._do(self.journal.set_rest_to_none, session_id, date)

    def finish(self, session_id: str, date: dt.date, done: bool) -> bool:
        """Say "Done for today", or take it back."""
        return self._do(self.journal.finish, session_id, date, done=done)

    def put_entry(self, session_id: str, entry: Entry) -> bool:
        """Put a whole entry in place, such as an earlier version."""
        return self._do(self.journal.put_entry, session_id, entry)

    def delete_entry(self, session_id: str, date: dt.date) -> bool:
        """Delete one day's entry."""
        return self._do(self.journal.delete_entry, session_id, date)

    def move_entry(self, session_id: str, date: dt.date, to: dt.date) -> bool:
        """Give an entry another date."""
        return self._do(self.journal.move_entry, session_id, date, to)

    def add_session(self, session: Session) -> bool:
        """Add a session and put it on screen."""
        return self._do(self.journal.add_session, session)

    def change_session(self, session: Session) -> bool:
        """Change what is known of a session."""
        return self._do(self.journal.change_session, session)

    def archive_session(self, session_id: str, archived: bool) -> bool:
        """Put a session away, or take it out again."""
        return self._do(self.journal.archive_session, session_id, archived=archived)

    def delete_session(self, session_id: str) -> bool:
        """Delete a session with its entries."""
        return self._do(self.journal.delete_session, session_id)

    def bring_back(self, gone: Deleted) -> bool:
        """Bring back what was deleted."""
        return self._do(self.journal.bring_back, gone)

    def add_photos(self, session_id: str, new: Sequence[NewPhoto]) -> bool:
        """Keep photos, as one change."""
        return self._do(self.journal.add_photos, session_id, new)

    def change_photo(self, session_id: str, before: Photo, after: Photo) -> bool:
        """Give a photo another day, view or caption."""
        return self._do(self.journal.change_photo, session_id, before, after)

    def mark_photos(self, marked: Sequence[tuple[str, Photo, tuple[float, ...]]]) -> bool:
        """Mark two points on photos, as one change."""
        return self._do(self.journal.mark_photos, marked)

    def delete_photo(self, session_id: str, photo: Photo) -> bool:
        """Take a photo out."""
        return self._do(self.journal.delete_photo, session_id, photo)

    def change_profile(self, profile: Profile) -> bool:
        """Keep what the patient says about themselves."""
        return self._do(self.journal.change_profile, profile)

    def add_own_item(self, kind: Kind, label: str) -> bool:
        """Add a symptom or care item of the patient's own."""
        return self._do(self.journal.add_own_item, kind, label)

    def change_own_item(self, kind: Kind, item: OwnItem) -> bool:
        """Rename an own item, retire it or take it up again."""
        return self._do(self.journal.change_own_item, kind, item)

    def act(
        self,
        session_id: str,
        rule: str | Sequence[str],
        act: str | None,
        urgency_felt: str | None = None,
    ) -> bool:
        """Note what the patient did about a warning, or about several at once."""
        return self._do(self.journal.act, session_id, rule, act, urgency_felt=urgency_felt)

    def undo(self) -> bool:
        """Take back the latest change."""
        return self._do(self.journal.undo)

    def redo(self) -> bool:
        """Do again what was undone last."""
        return self._do(self.journal.redo)
