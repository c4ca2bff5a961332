"""The window's backups on a real diary: by themselves, by hand, restored, salvaged, erased."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.data.surroundings import Surroundings
from recovery_tracker.keeper import Keeper, place_warning
from recovery_tracker.open_diary import Diary
from recovery_tracker.settings import Settings
from recovery_tracker.ui.copies import Copies, Kept
from recovery_tracker.ui.diary_lock import DiaryLock
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.bring_in import ImportPage
from recovery_tracker.ui.pages.erase import ErasePage
from recovery_tracker.ui.pages.my_data import MyDataPage
from recovery_tracker.ui.pages.restore import RestorePage
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.preferences import Preferences
from tests.builders import date_of, entry, session
from tests.clock import Clock

OURS = session().id
PATIENCE_MS = 30_000


class Stage:
    """A window with all that its composition root gives it, but for a lock against a second."""

    def __init__(self, folder: Path, clock: Clock, qtbot: QtBot, app: QApplication) -> None:
        self.folder = folder
        self.clock = clock
        self._bot = qtbot
        for kind in (Preferences, DiaryLock, Copies):  # what other tests left in the program
            for left_over in app.findChildren(kind):
                left_over.setParent(None)
        self.preferences = Preferences(Settings(folder), app)
        self.preferences.accept()
        self.lock = DiaryLock(app)
        self.copies = Copies(app)
        self.live = LiveJournal(app)
        self.window = MainWindow(self.live, self.preferences, clock)
        self.diary = Diary(folder, clock, self.live, self.window)
        self.keeper = Keeper(
            self.diary, self.window, self.live, self.copies, self.preferences, clock
        )
        self.parts = (self.preferences, self.lock, self.copies, self.live)
        self.window.resize(1280, 800)
        self.window.show()

    def wait(self, until: Callable[[], bool]) -> None:
        self._bot.waitUntil(until, timeout=PATIENCE_MS)

    def open(self) -> None:
        self.diary.open_own()
        self.wait(lambda: self.live.is_open and self.copies.standing is not None)

    def end(self) -> None:
        self.diary.close()
        self.keeper.finish()
        QApplication.sendPostedEvents()
        self.window.close()
        self.window.deleteLater()
        for part in self.parts:
            part.setParent(None)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def reasons(self) -> list[str]:
        return [backup.why for backup, _file in self.copies.listed]

    def grades(self) -> dict[str, int]:
        store = open_store(self.folder, self.clock)
        kept = store.entry(OURS, date_of(4))
        store.close()
        return dict(kept.scores) if kept else {}

    def page(self, name: str, place: object = None) -> object:
        self.window.go(name, place)
        return self.window.deck.page

    def restore_page(self) -> RestorePage:
        page = self.page("restore")
        assert isinstance(page, RestorePage)
        return page

    def choose(self, row: int) -> RestorePage:
        page = self.restore_page()
        page.list.setCurrentRow(row)
        self.wait(page.do_it.isEnabled)
        return page


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    """A diary with redness 1 on day 4, which is today; it was never backed up."""
    clock = Clock(day=4)
    store = open_store(tmp_path / "diary", clock)
    store.put_session(session(), clock())
    store.put_entries(OURS, [entry(4, redness=1)], clock())
    store.close()
    made = Stage(tmp_path / "diary", clock, qtbot, qapp)
    yield made
    made.end()


def test_what_the_diary_holds_is_backed_up_before_an_import(stage: Stage, tmp_path: Path) -> None:
    stage.open()
    file = tmp_path / "other.json"
    file.write_text(
        '{"format": "recovery-log", "version": 1, "sessions": [{"date": "2025-03-02"}]}', "utf-8"
    )
    stage.window.go("import", file)
    page = stage.window.deck.page
    assert isinstance(page, ImportPage)
    stage.wait(lambda: page.proposal is not None)
    page.bring.click()
    stage.wait(page.done.isVisible)
    stage.wait(lambda: "before-import" in stage.reasons())


def test_the_first_backup_comes_by_itself_and_by_hand_another(stage: Stage) -> None:
    stage.open()
    assert stage.reasons() == ["day"]
    settings = stage.page("settings")
    assert isinstance(settings, SettingsPage)
    card = settings.backup
    assert card.isVisible()
    assert card.status.title.text().startswith("Last good backup: ")
    assert card.status.words.text().startswith("Checked after writing. ")
    card.now.click()
    assert not card.now.isEnabled()
    stage.wait(card.now.isEnabled)
    assert sorted(stage.reasons()) == ["by-hand", "day"]


def test_a_day_that_begins_while_the_window_is_open_is_backed_up(stage: Stage) -> None:
    stage.open()
    stage.live.rate(OURS, date_of(4), "redness", 3)
    stage.clock.turn(days=1)
    stage.live.refresh()
    stage.wait(lambda: len(stage.copies.listed) == 2)


def test_a_failure_is_said_on_the_card_and_nowhere_else(stage: Stage) -> None:
    stage.folder.joinpath("backups").write_text("in the way")
    stage.open()
    settings = stage.page("settings")
    assert isinstance(settings, SettingsPage)
    assert settings.backup.trouble.isVisible()
    assert "Your data is safe in the app. Choose another place." in (
        settings.backup.trouble.words.text()
    )
    assert stage.window.messages.sentence == ""
    assert settings.backup.status.title.text() == "No backup yet"


def test_a_second_place_that_is_not_there_is_a_line_of_words(stage: Stage, tmp_path: Path) -> None:
    stage.preferences.put("second_place", str(tmp_path / "stick"))
    stage.open()
    settings = stage.page("settings")
    assert isinstance(settings, SettingsPage)
    card = settings.backup
    assert card.second.words.text() == (
        f"{tmp_path / 'stick'}: not written yet. Not there now; it catches up when it is back."
    )
    assert not card.trouble.isVisible()
    (tmp_path / "stick").mkdir()
    card.now.click()
    stage.wait(lambda: "Not there now" not in card.second.words.text() and not stage.copies.busy)
    assert list((tmp_path / "stick").rglob("*.db"))
    card.no_second.click()
    assert stage.preferences.text("second_place") == ""


def test_a_restore_says_what_changes_and_can_be_undone(stage: Stage) -> None:
    stage.open()
    stage.live.rate(OURS, date_of(4), "redness", 3)
    stage.live.rate(OURS, date_of(3), "pain", 2)
    page = stage.choose(0)
    assert page.changes.text().splitlines() == [
        "Becomes what it was: 1 entry.",
        "Is not in this backup and goes: 1 entry.",
        "Its last entry is of 6 March 2026.",
    ]
    assert page.kept.isVisible()
    page.do_it.click()
    stage.wait(lambda: stage.window.messages.sentence.startswith("The backup is restored."))
    assert stage.grades() == {"redness": 1}
    assert stage.live.snapshot is not None
    assert stage.live.snapshot.undo == "", "what was done before cannot be undone into it"
    assert stage.window.deck.isEnabled()
    stage.wait(lambda: "before-restore" in stage.reasons())
    stage.window.messages.action.click()
    stage.wait(lambda: stage.live.is_open and stage.grades() == {"redness": 3})


def test_a_damaged_backup_is_refused_in_words(stage: Stage) -> None:
    stage.open()
    _backup, file = stage.copies.listed[0]
    file.write_bytes(b"nothing" * 5000)
    page = stage.restore_page()
    page.list.setCurrentRow(0)
    stage.wait(lambda: "is damaged, or is no backup" in page.changes.text())
    assert not page.do_it.isEnabled()


def damage(stage: Stage) -> None:
    with (stage.folder / FILE_NAME).open("r+b") as file:
        file.write(b"\x55" * 100)


def test_a_damaged_diary_offers_the_last_good_copy(stage: Stage) -> None:
    stage.open()
    stage.diary.let_go_of_key()
    damage(stage)
    stage.copies.show_standing(None)
    stage.diary.open_own()
    stage.wait(lambda: bool(stage.copies.damaged) and bool(stage.copies.listed))
    assert stage.window.deck.name == "restore"
    page = stage.window.deck.page
    assert isinstance(page, RestorePage)
    stage.wait(page.do_it.isEnabled)
    assert page.changes.text() == "This backup is whole."
    page.do_it.click()
    stage.wait(lambda: stage.live.is_open)
    assert stage.grades() == {"redness": 1}
    assert stage.copies.damaged == ""
    stage.wait(lambda: bool(stage.copies.aside))


def test_what_can_be_read_is_read(stage: Stage) -> None:
    damage(stage)
    stage.diary.open_own()
    stage.wait(lambda: bool(stage.copies.damaged) and not stage.copies.busy)
    page = stage.window.deck.page
    assert isinstance(page, RestorePage)
    assert page.none.isVisible()
    page.salvage.click()
    stage.wait(lambda: stage.live.is_open)
    assert "Read: 1 session, 1 entry, 1 rating" in stage.window.messages.sentence
    assert stage.grades() == {"redness": 1}


def test_where_the_data_is(stage: Stage, qtbot: QtBot) -> None:
    stage.open()
    with qtbot.waitSignal(stage.copies.kept_known, timeout=PATIENCE_MS) as told:
        page = stage.page("my_data")
    assert isinstance(page, MyDataPage)
    assert told.args is not None
    kept = told.args[0]
    assert isinstance(kept, Kept)
    places = [Path(file.place).name for file in kept.files]
    assert places == [FILE_NAME, "backups", "settings.json", "backups.json"]
    assert all(file.what and file.size > 0 for file in kept.files)
    assert not page.warning.isVisible()


def test_everything_is_exported_in_one_action(stage: Stage, tmp_path: Path) -> None:
    stage.open()
    stage.copies.export_wanted.emit(tmp_path / "all.zip")
    stage.wait(lambda: stage.window.messages.sentence.startswith("Everything is in "))
    assert (tmp_path / "all.zip").stat().st_size > 500


def test_everything_is_erased_after_a_word(stage: Stage, qtbot: QtBot) -> None:
    stage.open()
    page = stage.page("erase")
    assert isinstance(page, ErasePage)
    assert not page.do_it.isEnabled()
    qtbot.keyClicks(page.field, "erase")
    assert page.do_it.isEnabled()
    qtbot.mouseClick(page.do_it, Qt.MouseButton.LeftButton)
    stage.wait(lambda: "erased" in stage.window.messages.sentence and stage.live.is_open)
    assert stage.live.snapshot is not None
    assert stage.live.snapshot.sessions == ()
    assert not (stage.folder / "backups").exists()
    assert not stage.preferences.accepted
    assert stage.window.deck.name == "first_run"


def test_a_synced_folder_is_told_once(stage: Stage) -> None:
    (stage.folder / ".stfolder").touch()
    stage.open()
    stage.wait(lambda: "synced by Syncthing" in stage.window.messages.sentence)
    stage.window.messages.action.click()
    assert stage.window.deck.name == "my_data"
    page = stage.window.deck.page
    assert isinstance(page, MyDataPage)
    stage.wait(page.warning.isVisible)
    stage.window.messages.clear()
    stage.copies.show_standing(None)
    stage.open()
    assert stage.window.messages.sentence == ""


def test_a_log_that_was_taken_away_is_told(stage: Stage) -> None:
    (stage.folder / f"{FILE_NAME}-shm").write_bytes(b"")
    stage.open()
    assert "What you entered last may be missing" in stage.window.messages.sentence


def test_a_folder_that_is_shared_or_synced_is_said() -> None:
    assert place_warning(Surroundings("disk")) == ""
    assert "synced by Dropbox" in place_warning(Surroundings("synced", "Dropbox"))
    assert "network share (NFS4)" in place_warning(Surroundings("network", "NFS4"))
