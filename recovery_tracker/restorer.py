"""Restores backups, reads what can be read of a damaged diary, and erases everything.

A part of the window's composition root: it closes the diary for it, and opens it anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from recovery_tracker.domain.errors import Damaged, RecoveryTrackerError
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui.copies import Look

if TYPE_CHECKING:
    import datetime as dt

    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.keeping import Keeping
    from recovery_tracker.domain.recovery import Log
    from recovery_tracker.open_diary import Diary
    from recovery_tracker.turns import Then, Turns
    from recovery_tracker.ui.copies import Copies
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences


class Restorer(QObject):
    """Puts another diary in the place of the one that is open, or none."""

    def __init__(
        self,
        diary: Diary,
        window: MainWindow,
        live: LiveJournal,
        copies: Copies,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
        turns: Turns,
    ) -> None:
        """Make it, and connect it to the diary and the copies."""
        super().__init__(window)
        self._diary = diary
        self._window = window
        self._live = live
        self._copies = copies
        self._preferences = preferences
        self._clock = clock
        self._turns = turns
        self._to_say: tuple[str, str, Path | None] = ("", "", None)
        self._undo: Path | None = None
        self._anew = False
        diary.damaged.connect(self._show_damaged)
        copies.look_wanted.connect(self._look)
        copies.restore_wanted.connect(self._restore)
        copies.salvage_wanted.connect(self._salvage)
        copies.erase_wanted.connect(self._erase)

    def _keeping(self, key: Key | None = None) -> Keeping:
        from recovery_tracker.data.keeping import Keeping

        return Keeping(self._diary.folder, self._clock, key or self._diary.key)

    def show_open(self) -> bool:
        """Say what was done to the diary that is open now; tell whether there was anything."""
        self._copies.show_damaged("")
        if self._anew:
            self._anew = False
            self._window.go("today")
        sentence, action, undo = self._to_say
        if sentence:
            self._undo = undo
            self._window.messages.say(sentence, action, self._put_back if undo else None)
            self._to_say = ("", "", None)
        return bool(sentence)

    def _show_damaged(self, error: Damaged) -> None:
        """Guard the pages of a diary that cannot be opened, and offer its last good copy."""
        self._copies.show_damaged(error.sentence)
        from PySide6.QtCore import Qt  # 18 ms: after the first paint

        once = Qt.ConnectionType.UniqueConnection
        self._window.deck.currentChanged.connect(self._guard_deck, once)
        self._window.deck.bring("restore")
        self._window.deck.setEnabled(True)

    def _guard_deck(self) -> None:
        """While the diary is damaged, the other pages have nothing to act on."""
        if self._copies.damaged:
            self._window.deck.setEnabled(self._window.deck.name == "restore")

    def _look(self, file: Path) -> None:
        self._copies.show_busy(_("The backup is being looked at."))
        own = self._live.journal.log() if self._live.is_open else None
        self._turns.work(lambda: self._compare(file, own))

    def _compare(self, file: Path, own: Log | None) -> Then:
        from recovery_tracker.data.restore import opened_copy
        from recovery_tracker.domain.log_changes import compare
        from recovery_tracker.journal import Journal

        try:
            key = self._diary.key
            with opened_copy(file, self._diary.folder, self._clock, key) as opened:
                other = Journal(opened.store, self._clock).log()
            look = Look(file, compare(own, other) if own is not None else None)
        except RecoveryTrackerError as error:
            look = Look(file, trouble=error.sentence)

        def show() -> None:
            self._copies.show_busy("")
            self._copies.looked.emit(look)

        return show

    def _put_back(self) -> None:
        if self._undo is not None:
            self._restore(self._undo)

    def _restore(self, file: Path) -> None:
        """Close the diary, restore, and open it anew: nothing of before can be undone into it."""
        if self._live.is_open and not self._window.keep_words():
            return
        self._copies.show_busy(_("The backup is being restored."))
        key = self._let_go()
        self._turns.work(lambda: self._restored(file, key))

    def _let_go(self) -> Key | None:
        self._window.deck.setEnabled(False)
        return self._diary.let_go_of_key()

    def _restored(self, file: Path, key: Key | None) -> Then:
        from recovery_tracker.data.restore import restore

        say: tuple[str, str, Path | None]
        try:
            result = restore(self._keeping(key), file)
        except RecoveryTrackerError as error:
            say = (error.sentence, "", None)
        else:
            if result.kept is not None:
                say = (
                    _("The backup is restored. What was before is kept."),
                    _("Undo"),
                    result.kept,
                )
            else:
                say = (_("The backup is restored. The damaged file is kept."), "", None)
        return lambda: self._open_anew(key, say)

    def _salvage(self, file: Path | None) -> None:
        self._copies.show_busy(_("What can be read is being read."))
        key = self._let_go()
        self._turns.work(lambda: self._salvaged(file or self._diary.file, key))

    def _salvaged(self, file: Path, key: Key | None) -> Then:
        from recovery_tracker.data.salvage import salvage

        try:
            result = salvage(self._keeping(key), file, key)
        except RecoveryTrackerError as error:
            say = error.sentence
        else:
            say = " ".join((*result.read, *result.lost, _("The damaged file is kept.")))
        return lambda: self._open_anew(key, (say, "", None))

    def _open_anew(self, key: Key | None, say: tuple[str, str, Path | None]) -> None:
        self._to_say = say
        self._diary.key = key
        self._copies.show_busy("")
        self._diary.open_own()

    def _erase(self) -> None:
        """Close the diary and remove everything; the window then begins anew."""
        self._copies.show_busy(_("Everything is being erased."))
        key = self._let_go()

        def remove() -> Then:
            from recovery_tracker.data.erasure import erase

            try:
                erased = erase(self._keeping(key))
            except RecoveryTrackerError as error:
                say, still = error.sentence, key
            else:
                done = ngettext(
                    "{n} file is erased.", "{n} files are erased.", erased.removed
                ).format(n=erased.removed)
                say, still = " ".join((done, *erased.left)), None
            return lambda: self._begin_anew(still, say)

        self._turns.work(remove)

    def _begin_anew(self, key: Key | None, say: str) -> None:
        if key is None or not self._diary.file.exists():
            self._preferences.forget()
            self._anew = True
        self._open_anew(key, (say, "", None))
