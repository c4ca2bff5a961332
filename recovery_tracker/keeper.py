"""Makes the window's backups and tells how they stand: what `Copies` asks for.

A part of the window's composition root: it knows the diary's folder and its key. Everything is
done in a thread; the window never waits. Restoring is done next door, by the `Restorer`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.i18n import _
from recovery_tracker.restorer import Restorer
from recovery_tracker.turns import Turns
from recovery_tracker.ui.copies import Kept, KeptFile

if TYPE_CHECKING:
    import datetime as dt

    from recovery_tracker.data.keeping import Keeping
    from recovery_tracker.journal import Snapshot
    from recovery_tracker.open_diary import Diary
    from recovery_tracker.turns import Then
    from recovery_tracker.ui.copies import Copies
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.main_window import MainWindow
    from recovery_tracker.ui.preferences import Preferences


class Keeper(QObject):
    """Does what the copies are asked for, one thing after the other."""

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
        self._turns = Turns(self)
        self._restorer = Restorer(diary, window, live, copies, preferences, clock, self._turns)
        diary.opened.connect(self._show_open)
        diary.settled.connect(self._look_after)
        diary.damaged.connect(self._show_copies)
        live.changed.connect(self._look_at_day)
        preferences.changed.connect(self._take_setting)
        copies.back_up_wanted.connect(self._back_up)
        copies.kept_wanted.connect(self._list_kept)
        copies.export_wanted.connect(self._export)
        copies.keep_first = self._keep_first

    def _keeping(self) -> Keeping:
        from recovery_tracker.data.keeping import Keeping

        return Keeping(self._diary.folder, self._clock, self._diary.key)

    def finish(self) -> None:
        """Wait for what is being written, and begin nothing more."""
        self._turns.end()

    # How they stand -------------------------------------------------------------------------------

    def _show_open(self) -> None:
        """Say what a restore has done, or that a log is lost."""
        if not self._restorer.show_open() and self._diary.lost_log:
            self._window.messages.say(
                _(
                    "The log beside the diary was removed by another program. What you entered "
                    "last may be missing. Look at your last entries, or at the latest backup."
                ),
                _("Restore a backup"),
                self._go_to_restore,
            )

    def _look_after(self) -> None:
        """Back up what the day before left, once the diary is on screen."""
        if self._window.shows_sample:
            self._copies.show_standing(None)
        else:
            self._day = self._clock().date()
            self._turns.work(self._back_up_if_due)

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
            self._turns.work(self._back_up_if_due)

    def _show_copies(self) -> None:
        """Tell which copies there are of a diary that cannot be opened."""
        keeping = self._keeping()
        self._turns.work(lambda: self._standing(keeping))

    def _take_setting(self, key: str) -> None:
        if key in ("second_place", "backup_place", "backup_limit"):
            self._turns.work(self._back_up_if_due)

    def _back_up_if_due(self) -> Then:
        from recovery_tracker.data.workroom import sweep_rooms

        sweep_rooms(self._diary.folder)
        keeping = self._keeping()
        with suppress(RecoveryTrackerError):  # the card says it
            keeping.make_if_due()
        return self._standing(keeping)

    def _standing(self, keeping: Keeping) -> Then:
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
        self._turns.work(self._back_up_by_hand)

    def _back_up_by_hand(self) -> Then:
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
        with self._turns.in_turn:
            keeping = self._keeping()
            keeping.make("before-import")
            self._turns.show(self._standing(keeping))

    # Everything -----------------------------------------------------------------------------------

    def _list_kept(self) -> None:
        self._turns.work(self._kept)

    def _kept(self) -> Then:
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

        def write() -> Then:
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

        self._turns.work(write)


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
