"""Makes, restores and erases backups for the window: what `Copies` asks for.

A part of the window's composition root: it knows the diary's folder and its key. Everything is
done in a thread; the window never waits.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from recovery_tracker.domain.errors import Damaged, RecoveryTrackerError
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui.copies import Kept, KeptFile, Look
from recovery_tracker.ui.no_collecting import without_collecting

if TYPE_CHECKING:
    import datetime as dt

    from recovery_tracker.data.encryption import Key
    from recovery_tracker.data.keeping import Keeping
    from recovery_tracker.domain.recovery import Log
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.open_diary import Diary
    from recovery_tracker.ui.copies import Copies
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences

_LONGEST_WAIT_S = 10.0  # for a backup that is being written when the program ends


class Keeper(QObject):
    """Does what the copies are asked for, one thing after the other."""

    _done = Signal(object)

    def __init__(
        self,
        diary: Diary,
        window: MainWindow,
        live: LiveJournal,
        copies: Copies,
        preferences: Preferences,
        clock: Callable[[], dt.datetime],
    ) -> None:
        """Make it, and connect it to the diary, the window and the copies."""
        super().__init__(window)
        self._diary = diary
        self._window = window
        self._live = live
        self._copies = copies
        self._preferences = preferences
        self._clock = clock
        self._day: dt.date | None = None
        self._to_say: tuple[str, str, Path | None] = ("", "", None)
        self._undo: Path | None = None
        self._anew = False
        self._ended = False
        self._in_turn = threading.Lock()
        self._workers: list[threading.Thread] = []
        diary.opened.connect(self._show_open)
        diary.damaged.connect(self._show_damaged)
        live.changed.connect(self._look_at_day)
        preferences.changed.connect(self._take_setting)
        copies.back_up_wanted.connect(self._back_up)
        copies.look_wanted.connect(self._look)
        copies.restore_wanted.connect(self._restore)
        copies.salvage_wanted.connect(self._salvage)
        copies.erase_wanted.connect(self._erase)
        copies.kept_wanted.connect(self._list_kept)
        copies.export_wanted.connect(self._export)
        copies.keep_first = self._keep_first
        self._done.connect(self._finish)

    # Working beside the window ------------------------------------------------------------------

    def _keeping(self, key: Key | None = None) -> Keeping:
        from recovery_tracker.data.keeping import Keeping

        return Keeping(self._diary.folder, self._clock, key or self._diary.key)

    def _work(self, work: Callable[[], Callable[[], None]]) -> None:
        """Do a work in a thread; what it returns is then done in the window."""
        if self._ended:
            return
        self._workers = [worker for worker in self._workers if worker.is_alive()]
        worker = threading.Thread(
            target=without_collecting(self._run), args=(work,), name="keeper", daemon=True
        )
        self._workers.append(worker)
        worker.start()

    def _run(self, work: Callable[[], Callable[[], None]]) -> None:
        with self._in_turn, suppress(RuntimeError):  # the window has gone in the meantime
            self._done.emit(work())

    def _finish(self, then: Callable[[], None]) -> None:
        then()

    def finish(self) -> None:
        """Wait for what is being written, and begin nothing more."""
        self._ended = True
        for worker in self._workers:
            worker.join(_LONGEST_WAIT_S)

    # How they stand -------------------------------------------------------------------------------

    def _show_open(self) -> None:
        """Back up what the day before left; say what a restore has done."""
        self._copies.show_damaged("")
        if self._anew:
            self._anew = False
            self._window.go("today")
        sentence, action, undo = self._to_say
        if sentence:
            self._undo = undo
            self._window.messages.say(sentence, action, self._put_back if undo else None)
            self._to_say = ("", "", None)
        elif self._diary.lost_log:
            self._window.messages.say(
                _(
                    "The log beside the diary was removed by another program. What you entered "
                    "last may be missing. Look at your last entries, or at the latest backup."
                ),
                _("Restore a backup"),
                self._go_to_restore,
            )
        if self._window.shows_sample:
            self._copies.show_standing(None)
        else:
            self._day = self._clock().date()
            self._work(self._back_up_if_due)

    def _go_to_restore(self) -> None:
        self._window.go("restore")

    def _go_to_data(self) -> None:
        self._window.go("my_data")

    def _warn_of_place(self, warning: str) -> None:
        """Say once what to know of the folder; the page of the data says it always."""
        folder = str(self._diary.folder)
        if warning and self._preferences.text("place_told") != folder:
            self._preferences.put("place_told", folder)
            self._window.messages.say(warning, _("Where is my data"), self._go_to_data)

    def _look_at_day(self, snapshot: Snapshot) -> None:
        """Back up when a new day begins while the window is open."""
        if self._day is not None and snapshot.today != self._day and not self._window.shows_sample:
            self._day = snapshot.today
            self._work(self._back_up_if_due)

    def _take_setting(self, key: str) -> None:
        if key in ("second_place", "backup_place", "backup_limit"):
            self._work(self._back_up_if_due)

    def _back_up_if_due(self) -> Callable[[], None]:
        from recovery_tracker.data.workroom import sweep_rooms

        sweep_rooms(self._diary.folder)
        keeping = self._keeping()
        with suppress(RecoveryTrackerError):  # the card says it
            keeping.make_if_due()
        return self._standing(keeping)

    def _standing(self, keeping: Keeping) -> Callable[[], None]:
        from recovery_tracker.data.restore import set_aside_files
        from recovery_tracker.data.surroundings import surroundings

        standing, listed = keeping.standing(), keeping.listed()
        aside, locked = set_aside_files(keeping.folder), keeping.key is not None
        warning = place_warning(surroundings(keeping.folder))

        def show() -> None:
            self._copies.show_standing(standing, listed, aside, locked=locked)
            self._warn_of_place(warning)

        return show

    def _back_up(self) -> None:
        self._copies.show_busy(_("The backup is being written."))
        self._work(self._back_up_by_hand)

    def _back_up_by_hand(self) -> Callable[[], None]:
        keeping = self._keeping()
        with suppress(RecoveryTrackerError):  # the card says it
            keeping.make("by-hand")
        return self._standing(keeping)

    def _keep_first(self) -> None:
        """Back up before an import, in its thread; the sample has no backups.

        Raises:
            StorageProblem: the backup could not be written.
        """
        if self._window.shows_sample:
            return
        with self._in_turn:
            keeping = self._keeping()
            keeping.make("before-import")
            with suppress(RuntimeError):  # the window has gone in the meantime
                self._done.emit(self._standing(keeping))

    # Restoring ------------------------------------------------------------------------------------

    def _show_damaged(self, error: Damaged) -> None:
        """Offer the last good copy of a diary that cannot be opened."""
        self._copies.show_damaged(error.sentence)
        from PySide6.QtCore import Qt  # 18 ms: after the first paint

        once = Qt.ConnectionType.UniqueConnection
        self._window.deck.currentChanged.connect(self._guard_deck, once)
        keeping = self._keeping()
        self._work(lambda: self._standing(keeping))
        self._window.deck.bring("restore")
        self._window.deck.setEnabled(True)

    def _guard_deck(self) -> None:
        """While the diary is damaged, the other pages have nothing to act on."""
        if self._copies.damaged:
            self._window.deck.setEnabled(self._window.deck.name == "restore")

    def _look(self, file: Path) -> None:
        self._copies.show_busy(_("The backup is being looked at."))
        own = self._live.journal.log() if self._live.is_open else None
        self._work(lambda: self._compare(file, own))

    def _compare(self, file: Path, own: Log | None) -> Callable[[], None]:
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
        self._work(lambda: self._restored(file, key))

    def _let_go(self) -> Key | None:
        self._window.deck.setEnabled(False)
        return self._diary.let_go_of_key()

    def _restored(self, file: Path, key: Key | None) -> Callable[[], None]:
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
        self._work(lambda: self._salvaged(file or self._diary.file, key))

    def _salvaged(self, file: Path, key: Key | None) -> Callable[[], None]:
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

    # Everything -----------------------------------------------------------------------------------

    def _list_kept(self) -> None:
        self._work(self._kept)

    def _kept(self) -> Callable[[], None]:
        from recovery_tracker.data.belongings import belongings
        from recovery_tracker.data.surroundings import surroundings

        found = belongings(self._keeping())
        kept = Kept(
            tuple(KeptFile(str(place), what, size) for place, what, size in found),
            place_warning(surroundings(self._diary.folder)),
        )
        return lambda: self._copies.kept_known.emit(kept)

    def _export(self, path: Path) -> None:
        self._copies.show_busy(_("Everything is being exported."))
        log, photo_bytes = self._live.journal.log(), self._live.journal.photo_bytes

        def write() -> Callable[[], None]:
            from recovery_tracker.exchange import Options, format_for

            try:
                options = Options(private_notes=True, photo_bytes=photo_bytes)
                format_for(path).write(log, path, options)
                say = _("Everything is in {file}").format(file=path)
            except RecoveryTrackerError as error:
                say = error.sentence

            def tell() -> None:
                self._copies.show_busy("")
                self._window.messages.say(say)

            return tell

        self._work(write)

    def _erase(self) -> None:
        """Close the diary and remove everything; the window then begins anew."""
        self._copies.show_busy(_("Everything is being erased."))
        key = self._let_go()

        def remove() -> Callable[[], None]:
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

        self._work(remove)

    def _begin_anew(self, key: Key | None, say: str) -> None:
        if key is None or not self._diary.file.exists():
            self._preferences.forget()
            self._anew = True
        self._open_anew(key, (say, "", None))


def place_warning(where: object) -> str:
    """Say what to know of a folder that is on a share or synced; empty = nothing."""
    kind, name = getattr(where, "kind", ""), getattr(where, "name", "")
    if kind == "synced":
        return _(
            "The data folder is synced by {name}. Copies of your diary leave this computer, and "
            "two computers at once can damage it. A folder that is not synced is better."
        ).format(name=name)
    if kind == "network":
        return _(
            "The data folder is on a network share ({name}). If the network fails while you "
            "write, the diary can be damaged. A folder on this computer is better."
        ).format(name=name)
    return ""
