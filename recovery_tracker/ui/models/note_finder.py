"""Finding words in the whole diary, a session at a time, so that the window never waits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from recovery_tracker.domain.errors import NotFound, RecoveryTrackerError
from recovery_tracker.domain.note_search import Written, matching, newest_first, written_in
from recovery_tracker.domain.recovery import Session
from recovery_tracker.ui.live_journal import LiveJournal


class NoteFinder(QObject):
    """``found`` carries the words and all texts that hold them, the newest day first.

    What was read is kept until :meth:`renew`.
    """

    found = Signal(str, object)

    def __init__(self, live: LiveJournal, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._sessions: tuple[str, ...] = ()
        self._texts: dict[str, tuple[Written, ...]] = {}
        self._words = ""
        self._left: list[str] = []
        self._matching: list[Written] = []
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        """Whether it is still looking."""
        return self._next.isActive()

    def renew(self, sessions: Sequence[Session]) -> None:
        """Forget what was read: the diary has changed."""
        self._sessions = tuple(session.id for session in sessions)
        self._texts.clear()

    def look_for(self, words: str) -> None:
        """Begin to look; an earlier search ends."""
        self._words = words
        self._left = list(self._sessions)
        self._matching = []
        self._next.start()

    def stop(self) -> None:
        """End a search that is under way."""
        self._next.stop()

    def _step(self) -> None:
        """Read and search one session."""
        if self._left:
            self._matching += matching(self._of(self._left.pop()), self._words)
            self._next.start()
        else:
            self.found.emit(self._words, newest_first(self._matching))

    def _of(self, session_id: str) -> tuple[Written, ...]:
        if session_id not in self._texts:
            try:
                recovery = self._live.journal.recovery(session_id)
            except NotFound:  # deleted since
                self._texts[session_id] = ()
            except RecoveryTrackerError as error:
                self._left.clear()
                self._live.failed.emit(error)
                return ()
            else:
                self._texts[session_id] = written_in(recovery)
        return self._texts[session_id]
