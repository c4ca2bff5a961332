"""Locking the window: nothing of the diary is left in it; the passphrase brings it back."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.data.encryption import Key, is_encrypted
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.reminder import Reminder
from recovery_tracker.journal import Journal
from recovery_tracker.open_diary import Diary
from recovery_tracker.safe import Safe
from recovery_tracker.ui.diary_lock import DiaryLock
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.locked import LockedPage
from recovery_tracker.ui.pages.passphrase import PassphrasePage
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.reminder_desk import ReminderDesk
from recovery_tracker.ui.widgets.note_field import NoteField
from recovery_tracker.ui.widgets.passphrase_field import PassphraseField
from tests.builders import DAY_0, daily, entry, session
from tests.clock import Clock

WORDS = "two lazy quokkas"
MARKERS = ("zanzibar", "Marguerite", "Okafor", "Skin clinic", "Humidifier", "2 Mar", "fever")
OURS = session().id


class House:
    """The window with all that its composition root puts beside it."""

    def __init__(self, folder: Path, clock: Clock, preferences: Preferences, qapp: object) -> None:
        self.folder = folder
        self.file = folder / FILE_NAME
        self.seconds = 0.0
        self.live = LiveJournal()
        self.lock = DiaryLock(qapp, lambda: self.seconds)  # type: ignore[arg-type]
        self.window = MainWindow(self.live, preferences, clock)
        self.diary = Diary(folder, clock, self.live, self.window)
        self.safe = Safe(self.diary, self.window, self.lock, preferences, clock)
        self.window.resize(1280, 800)
        self.window.show()

    def wait(self, qtbot: QtBot, until: Callable[[], bool]) -> None:
        qtbot.waitUntil(until, timeout=20_000)

    def open(self, qtbot: QtBot) -> None:
        with qtbot.waitSignals([self.diary.opened], timeout=20_000):
            self.diary.open_own()

    @property
    def locked(self) -> LockedPage:
        page = self.window.deck.page
        assert isinstance(page, LockedPage)
        return page

    def unlock(self, words: str) -> None:
        page = self.locked
        page.field.line.setText(words)
        page.unlock.click()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "diary"


@pytest.fixture
def filled(folder: Path, clock: Clock) -> Path:
    """A diary with words that would be noticed."""
    store = open_store(folder, clock)
    journal = Journal(store, clock, keeps_shown=True)
    journal.change_profile(
        Profile(name="Marguerite", dermatologist=Dermatologist("Dr Okafor", "Skin clinic"))
    )
    journal.add_own_item("care_item", "Humidifier")
    journal.add_session(session(notes="zanzibar session"))
    for day in range(4):
        journal.put_entry(OURS, entry(day, **daily(redness=2), notes="zanzibar"))
    journal.mark(OURS, clock().date(), "fever", True)
    journal.mark(OURS, clock().date(), "pus", True)
    store.close()
    return folder / FILE_NAME


@pytest.fixture
def house(
    folder: Path, clock: Clock, preferences: Preferences, qapp: QApplication, qtbot: QtBot
) -> Iterator[House]:
    for left_over in qapp.findChildren(DiaryLock):
        left_over.setParent(None)
    made = House(folder, clock, preferences, qapp)
    qtbot.addWidget(made.window)
    yield made
    made.safe.idle.watch(0)
    made.diary.close()
    made.lock.setParent(None)


@pytest.fixture
def encrypted(filled: Path) -> Path:
    change_key(filled, None, Key.new(Passphrase(WORDS)))
    return filled


@pytest.fixture
def open_house(house: House, encrypted: Path, qtbot: QtBot) -> House:
    """An encrypted diary, unlocked."""
    assert is_encrypted(encrypted)
    with qtbot.waitSignals([house.diary.locked], timeout=20_000):
        house.diary.open_own()
    with qtbot.waitSignals([house.diary.opened], timeout=20_000):
        house.unlock(WORDS)
    return house


def told_by(thing: QObject) -> str:
    """All that a widget, an action or a document says, by any of its readers."""
    names = ("text", "toolTip", "statusTip", "whatsThis", "windowTitle", "accessibleName",
             "accessibleDescription", "placeholderText", "toPlainText", "title")  # fmt: skip
    said = [getattr(thing, name)() for name in names if callable(getattr(thing, name, None))]
    names = [name.data().decode() for name in thing.dynamicPropertyNames()]
    properties = [str(thing.property(name)) for name in names if not name.startswith("_")]
    return " ".join([*map(str, said), *properties])


def everything_told() -> str:
    """What all windows, widgets, actions and accessible objects of the program say."""
    for _again in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        QApplication.processEvents()
    said: list[str] = []
    for top in QApplication.topLevelWidgets():
        for thing in (top, *top.findChildren(QWidget), *top.findChildren(QAction)):
            said.append(told_by(thing))
            if isinstance(thing, QWidget):
                accessible = QAccessible.queryAccessibleInterface(thing)
                if accessible is not None:
                    said += [accessible.text(kind) for kind in QAccessible.Text]
    return "\n".join(said)


def found() -> list[str]:
    told = everything_told()
    return [marker for marker in MARKERS if marker in told]


class TestLocking:
    """Ctrl+L, the menu, the card in Settings."""

    def test_nothing_of_the_diary_is_left_in_the_window(
        self, open_house: House, qtbot: QtBot
    ) -> None:
        window = open_house.window
        for page in ("recovery", "sessions", "settings", "add_session", "today"):
            window.go(page)
        open_house.live.rate(OURS, DAY_0, "redness", 3)
        window.messages.say("zanzibar was said")
        beside = QDialog(window)
        QLabel("zanzibar in a dialog", beside)
        beside.show()
        assert len(found()) > 4, "the test sees what is there"
        window.go("settings")
        QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        open_house.wait(qtbot, lambda: window.locked)
        assert found() == []
        assert window.deck.name == "locked"
        assert not window.sidebar.isVisible()
        assert window.windowTitle() == "Recovery Tracker"
        assert open_house.diary.key is None
        assert not open_house.live.is_open
        assert open_house.live.snapshot is None

    def test_no_snapshot_and_no_key_is_held(self, open_house: House) -> None:
        open_house.window.go("settings")
        open_house.window.go("today")
        told = {id(open_house.live.snapshot), id(open_house.diary._store)}
        open_house.safe.lock()
        everything_told()
        gc.collect()
        held = {
            id(thing)
            for thing in gc.get_objects()
            if type(thing).__name__ in ("Snapshot", "SqliteStore")  # of other tests, too
        }
        assert not told & held

    def test_the_passphrase_brings_the_page_back(self, open_house: House, qtbot: QtBot) -> None:
        open_house.window.go("sessions")
        open_house.safe.lock()
        with qtbot.waitSignals([open_house.diary.opened], timeout=20_000):
            open_house.unlock(WORDS)
        assert open_house.window.deck.name == "sessions"
        assert open_house.window.sidebar.isVisible()
        assert open_house.live.snapshot is not None
        assert not open_house.window.menus.undo.isEnabled()

    def test_no_key_or_menu_leads_round_it(self, open_house: House) -> None:
        window = open_house.window
        open_house.safe.lock()
        for action in (*window.menus.pages.values(), window.menus.back, window.menus.undo):
            action.trigger()
        for name in ("today", "settings", "report", "passphrase"):
            window.go(name)
            assert window.deck.name == "locked"
        window.refresh()
        assert window.deck.name == "locked"

    def test_what_is_being_written_is_kept_first(
        self, open_house: House, clock: Clock, qtbot: QtBot
    ) -> None:
        open_house.window.go("today")
        note = next(f for f in open_house.window.findChildren(NoteField) if f.isVisible())
        note.setPlainText("a note that is not kept yet")
        open_house.window.go("recovery")
        open_house.safe.lock()
        with qtbot.waitSignals([open_house.diary.opened], timeout=20_000):
            open_house.unlock(WORDS)
        kept = open_house.live.journal.recovery(OURS).entry(clock().date())
        assert kept is not None
        assert kept.notes == "a note that is not kept yet"

    def test_words_that_cannot_be_kept_forbid_it(
        self, open_house: House, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        open_house.window.go("today")
        note = next(f for f in open_house.window.findChildren(NoteField) if f.isVisible())
        note.setPlainText("a note that cannot be kept")

        def fails(*_given: object, **_more: object) -> None:
            raise StorageProblem("The disk is full.")

        monkeypatch.setattr(open_house.live.journal, "write", fails)
        open_house.safe.lock()
        assert not open_house.window.locked
        assert "could not be kept" in open_house.window.messages.sentence

    def test_a_plain_diary_is_not_locked(self, house: House, filled: Path, qtbot: QtBot) -> None:
        house.open(qtbot)
        assert not house.window.menus.lock.isVisible()
        house.safe.lock()
        assert not house.window.locked


class TestUnlocking:
    """A calm sentence, and a pause that grows."""

    def test_a_wrong_passphrase(self, open_house: House, qtbot: QtBot) -> None:
        open_house.safe.lock()
        pauses = []
        for words in ("wrong", "Two lazy quokkas", "two lazy quokkas "):
            page = open_house.locked
            with qtbot.waitSignals([open_house.lock.refused], timeout=20_000):
                open_house.unlock(words)
            assert page.error.text().startswith("This passphrase does not open the diary.")
            pauses.append(open_house.lock.wait_s)
        assert pauses == [0, 0, 2]
        assert not page.unlock.isEnabled()
        assert "You can try again in 2 seconds." in page.error.text()
        assert page.field.line.accessibleDescription() == page.error.text()
        open_house.lock.ask_to_unlock(Passphrase(WORDS))
        assert not open_house.lock.busy, "not before the pause is over"
        open_house.seconds += 2.5
        page._show_state()
        assert page.unlock.isEnabled()
        with qtbot.waitSignals([open_house.diary.opened], timeout=20_000):
            open_house.unlock(WORDS)
        assert open_house.lock.wait_s == 0

    def test_nothing_typed(self, open_house: House) -> None:
        open_house.safe.lock()
        open_house.unlock("")
        assert open_house.locked.error.text() == "Type a passphrase."

    def test_enter_unlocks(self, open_house: House, qtbot: QtBot) -> None:
        open_house.safe.lock()
        page = open_house.locked
        page.field.line.setText(WORDS)
        with qtbot.waitSignals([open_house.diary.opened], timeout=20_000):
            QTest.keyClick(page.field.line, Qt.Key.Key_Return)

    def test_what_was_typed_is_gone_with_the_page(self, open_house: House, qtbot: QtBot) -> None:
        open_house.safe.lock()
        with qtbot.waitSignals([open_house.diary.opened], timeout=20_000):
            open_house.unlock(WORDS)
        assert WORDS not in everything_told()


class TestIdle:
    """Nobody there for a while."""

    def test_ten_minutes_by_default(self, open_house: House, clock: Clock) -> None:
        idle = open_house.safe.idle
        assert idle.isActive()
        clock.turn(minutes=9.9)
        assert not idle.look()
        clock.turn(minutes=0.1)
        assert idle.look()
        assert open_house.window.locked
        assert not idle.isActive()

    def test_use_begins_it_anew(self, open_house: House, clock: Clock) -> None:
        idle = open_house.safe.idle
        handle = open_house.window.windowHandle()
        clock.turn(minutes=9)
        move = QMouseEvent(
            QEvent.Type.MouseMove, handle.position().toPointF(), handle.position().toPointF(),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(handle, move)
        clock.turn(minutes=9)
        assert not idle.look()

    def test_who_wakes_the_computer_sees_the_lock(self, open_house: House, clock: Clock) -> None:
        """A timer that slept with the computer has not run out; the clock tells."""
        clock.turn(hours=8)
        handle = open_house.window.windowHandle()
        move = QMouseEvent(
            QEvent.Type.MouseMove, handle.position().toPointF(), handle.position().toPointF(),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(handle, move)
        assert open_house.window.locked

    def test_a_clock_that_was_turned_back(self, open_house: House, clock: Clock) -> None:
        clock.turn(hours=-3)
        assert not open_house.safe.idle.look()
        clock.turn(minutes=11)
        assert open_house.safe.idle.look()

    def test_the_setting_holds_at_once(
        self, open_house: House, preferences: Preferences, clock: Clock
    ) -> None:
        preferences.put("lock_after", 2)
        clock.turn(minutes=2)
        assert open_house.safe.idle.look()

    def test_never(self, open_house: House, preferences: Preferences, clock: Clock) -> None:
        preferences.put("lock_after", 0)
        clock.turn(days=2)
        assert not open_house.safe.idle.look()
        assert not open_house.safe.idle.isActive()

    def test_a_plain_diary_is_not_watched(self, house: House, filled: Path, qtbot: QtBot) -> None:
        house.open(qtbot)
        assert not house.safe.idle.isActive()


def ask(house: House, what: str) -> PassphrasePage:
    house.window.go("settings")
    house.window.go("passphrase", what)
    page = house.window.deck.page
    assert isinstance(page, PassphrasePage)
    return page


def write(field: PassphraseField, words: str) -> None:
    field.line.setText(words)
    field.edited.emit()


class TestChanging:
    """Set, changed and taken away in the window, with the diary as it was."""

    def test_all_three(
        self, house: House, filled: Path, clock: Clock, preferences: Preferences, qtbot: QtBot
    ) -> None:
        house.open(qtbot)
        before = house.live.journal.log()
        for what, present, new in (
            ("set", "", WORDS),
            ("change", WORDS, "three quick emus"),
            ("remove", "three quick emus", ""),
        ):
            page = ask(house, what)
            write(page.present, present)
            write(page.new, new)
            write(page.again, new)
            with qtbot.waitSignals([house.diary.opened], timeout=30_000):
                page.do_it.click()
            assert is_encrypted(filled) == bool(new)
            assert house.window.deck.name == "settings"
            assert house.live.journal.log() == before
            sentence = house.window.messages.sentence
            assert ("encrypted with this passphrase" in sentence) == bool(new), sentence
            settings = house.window.deck.page
            assert isinstance(settings, SettingsPage)
            assert settings.passphrase.switch.isChecked() == bool(new)
            assert settings.passphrase.now.isVisible() == bool(new)
            backups = [file for _b, file in Keeping(filled.parent, clock).listed()]
            assert backups
            assert {is_encrypted(file) for file in backups} == {bool(new)}

    def test_the_present_one_must_be_right(self, open_house: House, qtbot: QtBot) -> None:
        page = ask(open_house, "remove")
        write(page.present, "wrong")
        with qtbot.waitSignals([open_house.lock.refused], timeout=20_000):
            page.do_it.click()
        assert "does not open the diary" in page.present_row.error
        assert not open_house.window.locked
        assert is_encrypted(open_house.file)
        assert page.do_it.isEnabled()

    def test_what_is_missing_is_said_under_its_field(
        self, house: House, filled: Path, qtbot: QtBot
    ) -> None:
        house.open(qtbot)
        page = ask(house, "set")
        page.do_it.click()
        assert page.new_row.error == "Type a passphrase."
        write(page.new, "short")
        assert "at least 8 characters" in page.short.text()
        page.do_it.click()
        assert page.again_row.error == "Type the passphrase a second time."
        write(page.again, "other")
        page.do_it.click()
        assert "not the same" in page.again_row.error
        write(page.new, "long enough")
        assert page.short.isHidden()
        assert not is_encrypted(filled)

    def test_forgetting_it_is_told_before(self, house: House, filled: Path, qtbot: QtBot) -> None:
        house.open(qtbot)
        page = ask(house, "set")
        assert page.forgotten.isVisible()
        assert "nothing brings your diary back" in page.forgotten.words.text()

    def test_fields_take_paste_and_can_be_shown(
        self, house: House, filled: Path, qtbot: QtBot
    ) -> None:
        house.open(qtbot)
        page = ask(house, "set")
        QApplication.clipboard().setText(WORDS)
        page.new.line.setFocus()
        page.new.line.paste()
        assert page.new.text == WORDS
        assert page.new.line.displayText() != WORDS
        page.new.show_it.click()
        assert page.new.line.displayText() == WORDS
        assert page.new.show_it.accessibleName() == "Hide: New passphrase"
        page.new.show_it.click()
        assert page.new.line.displayText() != WORDS

    def test_leaving_forgets_what_was_typed(self, house: House, filled: Path, qtbot: QtBot) -> None:
        house.open(qtbot)
        page = ask(house, "set")
        write(page.new, WORDS)
        page.back.click()
        assert house.window.deck.name == "settings"
        page.new.line.undo()
        assert page.new.text == ""

    def test_a_failure_leaves_it_as_it_was_and_says_so(
        self, house: House, filled: Path, clock: Clock, qtbot: QtBot
    ) -> None:
        house.open(qtbot)
        other = open_store(filled.parent, clock)  # as a command that runs meanwhile
        page = ask(house, "set")
        write(page.new, WORDS)
        write(page.again, WORDS)
        with qtbot.waitSignals([house.diary.opened], timeout=30_000):
            page.do_it.click()
        other.close()
        assert "open in another program" in house.window.messages.sentence
        assert not is_encrypted(filled)
        assert house.live.is_open


def test_the_first_run_offers_it(house: House, preferences: Preferences, qtbot: QtBot) -> None:
    house.open(qtbot)
    assert house.window.deck.name == "first_run"
    first = house.window.deck.page
    assert first is not None
    first.set_passphrase.click()  # type: ignore[attr-defined]
    assert house.window.deck.name == "passphrase"
    assert not house.window.sidebar.isVisible()
    house.window.go_back()
    assert house.window.deck.name == "first_run"
    first.set_passphrase.click()  # type: ignore[attr-defined]
    page = house.window.deck.page
    assert isinstance(page, PassphrasePage)
    write(page.new, WORDS)
    write(page.again, WORDS)
    with qtbot.waitSignals([house.diary.opened], timeout=30_000):
        page.do_it.click()
    assert is_encrypted(house.file)
    assert house.window.deck.name == "first_run"
    assert not house.window.deck.page.set_passphrase.isVisible()  # type: ignore[union-attr]


def test_backups_that_an_interrupted_change_left_plain_are_encrypted_at_the_next_start(
    house: House, filled: Path, clock: Clock, qtbot: QtBot
) -> None:
    made = Keeping(filled.parent, clock).make("day")
    change_key(filled, None, Key.new(Passphrase(WORDS)))
    with qtbot.waitSignals([house.diary.locked], timeout=20_000):
        house.diary.open_own()
    house.unlock(WORDS)
    house.wait(qtbot, lambda: is_encrypted(made))


@pytest.mark.usefixtures("filled")
def test_the_sample_has_no_passphrase(house: House, qtbot: QtBot) -> None:
    with qtbot.waitSignals([house.diary.opened], timeout=30_000):
        house.diary.open_sample()
    house.window.go("settings")
    page = house.window.deck.page
    assert isinstance(page, SettingsPage)
    assert page.passphrase.isHidden()
    assert not house.lock.offered


def test_a_reminder_goes_with_the_diary(
    open_house: House, preferences: Preferences, clock: Clock
) -> None:
    """Its strip and the window's title tell of a day."""
    desk = ReminderDesk(open_house.window, preferences, clock)
    desk.begin()
    desk.pending = Reminder(OURS, clock().date(), 4)
    desk._show_pending()
    desk._show_strip()
    assert "Not logged" in open_house.window.windowTitle()
    assert desk.strip.isVisible()
    open_house.safe.lock()
    assert open_house.window.windowTitle() == "Recovery Tracker"
    assert desk.strip.isHidden()
    desk._show_strip()
    assert desk.strip.isHidden()
    assert desk.strip.words.text() == ""


def test_backups_at_a_second_place_get_the_passphrase_too(
    house: House, filled: Path, preferences: Preferences, clock: Clock, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    preferences.put("second_place", str(stick))
    Keeping(filled.parent, clock).make("day")
    copies = list(stick.rglob("*.db"))
    assert copies
    assert not any(is_encrypted(file) for file in copies)
    house.open(qtbot)
    page = ask(house, "set")
    write(page.new, WORDS)
    write(page.again, WORDS)
    with qtbot.waitSignals([house.diary.opened], timeout=30_000):
        page.do_it.click()
    assert all(is_encrypted(file) for file in stick.rglob("*.db"))
    data = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert not any(word in data for word in (b"zanzibar", b"Marguerite", b"Humidifier"))
