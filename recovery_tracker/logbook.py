"""Writes into the program's log what becomes of the window and its diary: events, never words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSysInfo, qVersion

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.program_log import Event, ProgramLog, place_of, versions


class Logbook(QObject):
    """Takes the signals of the program and notes them; nothing of what they carry is kept."""

    def __init__(self, log: ProgramLog, parent: QObject) -> None:
        super().__init__(parent)
        self._log = log

    def note_start(self) -> None:
        """Note that the window is on screen, and on what the program runs."""
        system = f"{QSysInfo.kernelType()}-{QSysInfo.kernelVersion()}"
        self._log.note(Event.STARTED, **versions(), system=system, qt=qVersion())

    def note_opened(self) -> None:
        """Note that a diary was opened, and the schema it has now."""
        from recovery_tracker.data.schema import SCHEMA

        self._log.note(Event.OPENED, schema=SCHEMA)

    def note_locked(self) -> None:
        """Note that a diary waits for its passphrase."""
        self._log.note(Event.LOCKED)

    def note_not_opened(self, error: RecoveryTrackerError) -> None:
        """Note that a diary could not be opened: the kind of error, and where it was raised."""
        self._note_error(Event.NOT_OPENED, error)

    def note_refused(self, error: RecoveryTrackerError) -> None:
        """Note that something could not be done."""
        self._note_error(Event.REFUSED, error)

    def _note_error(self, event: Event, error: RecoveryTrackerError) -> None:
        place = place_of(error.__traceback__)
        self._log.note(event, error=type(error).__qualname__, place=place)
