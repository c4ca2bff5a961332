"""The window: one receiver, pages made and filled when they come to the front, one way back."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import cast

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import Refused, StorageProblem
from recovery_tracker.domain.folding import still_folded
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.page import Page, PageSpec
from recovery_tracker.ui.pages import PAGES
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from tests.builders import DAY_0, session
from tests.clock import Clock

OTHER = "00000000-0000-4000-8000-000000000002"


class Recorder(Page):
    """A page that only remembers what it was shown."""

    def __init__(self, live: LiveJournal, parent: QWidget | None = None) -> None:
        super().__init__(live, parent)
        self.shown: list[Snapshot] = []
        self.places: list[object] = []

    def show_snapshot(self, snapshot: Snapshot) -> None:
        self.shown.append(snapshot)

    def open_at(self, place: object) -> None:
        self.places.append(place)


RECORDED = tuple(replace(spec, where=f"{__name__}:Recorder") for spec in PAGES)


@pytest.fixture
def light_window(
    qtbot: QtBot, live: LiveJournal, preferences: Preferences, clock: Clock
) -> MainWindow:
    """A window whose pages only remember, on a diary with one session."""
    live.add_session(session())
    made = MainWindow(live, preferences, clock, RECORDED)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    return made


def page(window: MainWindow) -> Recorder:
    return cast("Recorder", window.deck.page)


def seen(window: MainWindow) -> Snapshot:
    assert window.live.snapshot is not None
    return window.live.snapshot


# One snapshot, one page -----------------------------------------------------------------------


def test_a_page_is_made_when_it_first_comes_to_the_front(light_window: MainWindow) -> None:
    assert light_window.deck.name == "today"
    assert light_window.deck.count() == 2  # the welcome page gave way to Today
    light_window.go("sessions")
    assert light_window.deck.count() == 3


def test_a_snapshot_reaches_the_page_in_front_only(light_window: MainWindow) -> None:
    today = page(light_window)
    light_window.go("sessions")
    sessions = page(light_window)
    before = len(today.shown)

    light_window.live.rate(session().id, DAY_0, "redness", 2)

    assert sessions.shown[-1] is light_window.live.snapshot
    assert len(today.shown) == before
    assert "today" in light_window.deck.stale

    light_window.go("today")
    assert today.shown[-1] is light_window.live.snapshot
    assert len(today.shown) == before + 1
    assert "today" not in light_window.deck.stale


def test_a_page_that_has_seen_the_snapshot_is_not_shown_it_again(
    light_window: MainWindow,
) -> None:
    today = page(light_window)
    light_window.go("help")
    light_window.go("today")
    assert len(today.shown) == 1


def test_a_page_can_be_opened_at_a_place(light_window: MainWindow) -> None:
    page(light_window).went.emit("sessions", "a place")
    assert light_window.deck.name == "sessions"
    assert page(light_window).places == ["a place"]


# Where the person goes ------------------------------------------------------------------------


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.name)
def test_every_page_has_its_shortcut(light_window: MainWindow, spec: PageSpec) -> None:
    action = light_window.menus.pages[spec.name]
    assert action.shortcut().toString() == spec.shortcut
    action.trigger()
    assert light_window.deck.name == spec.name


def test_keys_change_the_page(light_window: MainWindow, qtbot: QtBot) -> None:
    light_window.activateWindow()
    qtbot.waitUntil(light_window.isActiveWindow)
    QTest.keyClick(light_window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert light_window.deck.name == "sessions"
    QTest.keyClick(light_window, Qt.Key.Key_F1)
    assert light_window.deck.name == "help"
    QTest.keyClick(light_window, Qt.Key.Key_Escape)
    assert light_window.deck.name == "sessions"


def test_the_sidebar_marks_the_page_in_front(light_window: MainWindow) -> None:
    light_window.sidebar.buttons["report"].click()
    marked = [name for name, button in light_window.sidebar.buttons.items() if button.current]
    assert marked == ["report"]


def test_esc_goes_back_step_by_step(light_window: MainWindow) -> None:
    for name in ("sessions", "add_session", "help"):
        light_window.go(name)
    back: list[str] = []
    for _step in range(4):
        light_window.menus.back.trigger()
        back.append(light_window.deck.name)
    assert back == ["add_session", "sessions", "today", "today"]


def test_esc_leaves_full_screen_before_it_goes_back(light_window: MainWindow) -> None:
    light_window.go("sessions")
    light_window.menus.full_screen.trigger()
    assert light_window.isFullScreen()
    light_window.menus.back.trigger()
    assert not light_window.isFullScreen()
    assert not light_window.menus.full_screen.isChecked()
    assert light_window.deck.name == "sessions"


def test_ctrl_q_closes(light_window: MainWindow) -> None:
    assert light_window.menus.quit.shortcut().toString() == "Ctrl+Q"
    light_window.menus.quit.trigger()
    assert light_window.isHidden()


def test_the_menus_hold_every_action_and_need_no_bar(light_window: MainWindow) -> None:
    titles = [action.text() for action in light_window.menuBar().actions()]
    assert titles == ["File", "Edit", "View", "Help"]
    assert not light_window.menuBar().isVisible()
    light_window.menus.bar_shown.trigger()
    assert light_window.menuBar().isVisible()


def test_the_brand_opens_all_menus_as_one(light_window: MainWindow) -> None:
    light_window.sidebar.brand.click()
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert [action.text() for action in popup.actions()] == ["File", "Edit", "View", "Help"]
    popup.close()


# What is said ---------------------------------------------------------------------------------


def test_undo_and_redo_name_what_they_do_on_every_page(light_window: MainWindow) -> None:
    live = light_window.live
    light_window.go("help")
    live.rate(session().id, DAY_0, "redness", 2)
    assert light_window.menus.undo.text() == "Undo Redness: Moderate"
    assert "Redness: Moderate" in light_window.content.undo.words

    light_window.menus.undo.trigger()
    assert light_window.menus.redo.text() == "Redo Redness: Moderate"
    assert seen(light_window).recovery is not None
    assert seen(light_window).recovery.entries == ()  # type: ignore[union-attr]

    light_window.menus.redo.trigger()
    assert seen(light_window).recovery.entries[0].scores == {"redness": 2}  # type: ignore[union-attr]


def test_the_undo_strip_undoes_and_goes_when_nothing_is_left(light_window: MainWindow) -> None:
    light_window.go("sessions")
    light_window.live.delete_session(session().id)
    assert light_window.content.undo.isVisible()
    light_window.content.undo.button.click()
    assert seen(light_window).session == session()
    light_window.menus.undo.trigger()  # the adding of the session
    assert not light_window.content.undo.isVisible()
    assert not light_window.menus.undo.isEnabled()


def test_a_failure_is_one_sentence_and_the_page_springs_back(light_window: MainWindow) -> None:
    told: list[str] = []
    light_window.messages.told.connect(told.append)
    shown = len(page(light_window).shown)
    light_window.live.failed.emit(StorageProblem("The disk is full. Make room and try again."))
    light_window.live.changed.emit(light_window.live.snapshot)
    assert told == ["The disk is full. Make room and try again."]
    assert light_window.messages.sentence == told[0]
    assert len(page(light_window).shown) == shown + 1

    light_window.live.rate(session().id, DAY_0, "redness", 2)
    assert light_window.messages.sentence == ""


def test_about_is_a_dialog_that_names_the_guidance(light_window: MainWindow, qtbot: QtBot) -> None:
    light_window.menus.about.trigger()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert "no clinician has reviewed it" in dialog.informativeText()  # type: ignore[attr-defined]
    dialog.close()


# The first run --------------------------------------------------------------------------------


def test_without_a_session_the_welcome_page_is_all_there_is(window: MainWindow) -> None:
    assert window.deck.name == "first_run"
    assert not window.sidebar.isVisible()
    for name in ("today", "recovery", "report"):
        window.go(name)
        assert window.deck.name == "first_run"


def test_the_first_session_brings_sidebar_and_today(window: MainWindow) -> None:
    window.live.add_session(session())
    assert window.deck.name == "today"
    assert window.sidebar.isVisible()


def test_sessions_that_came_from_a_file_wait_for_the_disclaimer(
    qtbot: QtBot, live: LiveJournal, preferences: Preferences, clock: Clock
) -> None:
    preferences.put("disclaimer_accepted", 0)
    live.add_session(session())
    made = MainWindow(live, preferences, clock, RECORDED)
    qtbot.addWidget(made)
    assert made.deck.name == "first_run"
    preferences.accept()
    assert made.deck.name == "today"


def test_a_deleted_last_session_leads_to_the_welcome_page_with_undo(
    light_window: MainWindow,
) -> None:
    light_window.go("sessions")
    light_window.go("today")
    light_window.live.delete_session(session().id)
    assert light_window.deck.name == "first_run"
    assert light_window.content.undo.isVisible()


# The sidebar ----------------------------------------------------------------------------------


def test_the_sidebar_becomes_a_rail_when_narrow_and_on_the_report(
    light_window: MainWindow,
) -> None:
    assert light_window.sidebar.width() == 212
    light_window.go("report")
    assert light_window.sidebar.width() == 84
    light_window.go("sessions")
    assert light_window.sidebar.width() == 212
    light_window.resize(1100, 700)
    assert light_window.sidebar.width() == 84


def test_the_card_says_day_facts_and_standing(light_window: MainWindow) -> None:
    spoken = light_window.sidebar.card.accessibleName()
    assert spoken == "Session 1, Day 4, Face · 1.5 mm · 2 Mar. 0 of 8 logged today."


def test_the_switcher_lists_sessions_newest_first(light_window: MainWindow) -> None:
    live = light_window.live
    live.add_session(session(id=OTHER, date=DAY_0 + dt.timedelta(days=2), areas=("neck",)))
    menu = light_window.sidebar.switcher()
    assert menu is not None
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert words == [
        "Session 2   Neck · 1.5 mm · 4 Mar",
        "Session 1   Face · 1.5 mm · 2 Mar",
        "Add a session",
    ]
    menu.actions()[1].trigger()
    assert seen(light_window).session == session()
    menu.actions()[-1].trigger()
    assert light_window.deck.name == "add_session"


def test_the_short_disclaimer_is_always_there_with_a_way_to_help(
    light_window: MainWindow,
) -> None:
    assert "does not diagnose" in light_window.sidebar.disclaimer.text()
    light_window.resize(1000, 600)
    assert "Not a diagnosis." in light_window.sidebar.disclaimer.text()
    light_window.sidebar.disclaimer.linkActivated.emit("help")
    assert light_window.deck.name == "help"


# A warning on the other pages -----------------------------------------------------------------


def tick(window: MainWindow, sign: str, session_id: str = session().id) -> None:
    window.live.mark(session_id, DAY_0 + dt.timedelta(days=4), sign, True)


def test_a_pressing_warning_folds_to_a_bar_on_other_pages(light_window: MainWindow) -> None:
    tick(light_window, "pus")
    assert not light_window.content.pressing.isVisible()  # Today carries the banner itself
    light_window.go("sessions")
    assert light_window.content.pressing.isVisible()
    assert light_window.content.pressing.accessibleName() == (
        "Contact. Call a dermatologist or your family doctor today"
    )
    light_window.go("report")
    assert not light_window.content.pressing.isVisible()
    light_window.go("help")
    light_window.content.pressing.button.click()
    assert light_window.deck.name == "today"
    assert page(light_window).places == ["warning"]


def test_a_watch_needs_no_bar(light_window: MainWindow) -> None:
    light_window.live.rate(session().id, DAY_0 + dt.timedelta(days=4), "redness", 3)
    light_window.go("sessions")
    kinds = {warning.level.code for warning in seen(light_window).active}
    assert light_window.content.pressing.isVisible() is bool(kinds - {"watch"})


def test_a_warning_of_another_session_is_not_hidden_by_today(light_window: MainWindow) -> None:
    live = light_window.live
    tick(light_window, "breathing_difficulty")
    live.add_session(session(id=OTHER, date=DAY_0 + dt.timedelta(days=2), areas=("neck",)))
    assert seen(light_window).session.id == OTHER  # type: ignore[union-attr]
    assert light_window.deck.name == "today"
    assert light_window.content.pressing.isVisible()
    light_window.content.pressing.button.click()
    assert seen(light_window).session == session()


# The window itself ----------------------------------------------------------------------------


def test_the_window_remembers_size_and_session(
    light_window: MainWindow, qtbot: QtBot, preferences: Preferences, clock: Clock
) -> None:
    light_window.resize(731, 607)
    light_window.close()
    assert preferences.text("last_session") == session().id
    again = MainWindow(light_window.live, preferences, clock, RECORDED)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (731, 607)


def test_a_setting_holds_at_once(light_window: MainWindow, preferences: Preferences) -> None:
    preferences.put("theme", "dark")
    assert theme().name == "dark"
    preferences.put("text_size", 130)
    assert theme().scale == 130
    assert 560 < light_window.minimumHeight() <= 700  # it fits a small screen, too


def test_a_setting_that_cannot_be_kept_is_said(
    light_window: MainWindow, preferences: Preferences
) -> None:
    preferences.not_kept.emit()
    assert "could not be written" in light_window.messages.sentence


def test_midnight_brings_the_new_day(light_window: MainWindow, clock: Clock) -> None:
    assert light_window.moments.left() == dt.timedelta(hours=4, seconds=1)
    clock.turn(hours=4, seconds=1)
    light_window.moments.look()
    assert seen(light_window).today == DAY_0 + dt.timedelta(days=5)
    assert page(light_window).shown[-1] is light_window.live.snapshot


@pytest.mark.parametrize(("signs", "hours"), [(["blisters"], 48), (["fever", "pus"], 24)])
def test_a_contacted_warning_opens_again_while_the_window_is_open(
    light_window: MainWindow, clock: Clock, signs: list[str], hours: int
) -> None:
    live = light_window.live
    for sign in signs:
        live.mark(session().id, DAY_0 + dt.timedelta(days=4), sign, True)
    live.act(session().id, [warning.rule for warning in seen(light_window).active], "contacted")
    clock.turn(hours=hours - 1)
    light_window.moments.look()  # midnights lie between
    before = seen(light_window)
    assert all(still_folded(warning, clock()) for warning in before.active)
    assert light_window.moments.left() == dt.timedelta(hours=1, seconds=1)
    clock.turn(hours=1)
    light_window.moments.look()
    assert seen(light_window) is not before
    assert not any(still_folded(warning, clock()) for warning in seen(light_window).active)


def test_coming_back_to_the_window_reads_what_another_program_wrote(
    light_window: MainWindow, qtbot: QtBot, store: object, clock: Clock
) -> None:
    profile = Profile(name="Alex", dermatologist=Dermatologist(phone="1"))
    store.put_profile(profile, clock())  # type: ignore[attr-defined]
    assert seen(light_window).profile.name == ""
    with qtbot.waitSignal(light_window.live.changed):
        light_window.absence.end()
    assert seen(light_window).profile == profile


def test_a_short_absence_reads_nothing(light_window: MainWindow) -> None:
    shown = len(page(light_window).shown)
    for _time in range(2):
        QApplication.sendEvent(light_window, QEvent(QEvent.Type.ActivationChange))
    QApplication.processEvents()
    assert len(page(light_window).shown) == shown


def test_the_sample_is_marked_all_the_time_and_can_be_left(
    light_window: MainWindow, qtbot: QtBot
) -> None:
    light_window.show_sample(True)
    for name in ("today", "sessions", "report", "settings"):
        light_window.go(name)
        assert light_window.content.sample.isVisible()
    with qtbot.waitSignal(light_window.sample_wanted) as asked:
        light_window.content.sample.button.click()
    assert asked.args == [False]


def test_the_sample_leaves_the_last_session_alone(
    qtbot: QtBot, live: LiveJournal, preferences: Preferences, clock: Clock
) -> None:
    preferences.put("last_session", "mine")
    made = MainWindow(live, preferences, clock, RECORDED, sample=True)
    qtbot.addWidget(made)
    live.add_session(session())
    assert preferences.text("last_session") == "mine"


def test_a_diary_that_cannot_be_opened_offers_to_try_again(
    light_window: MainWindow, qtbot: QtBot
) -> None:
    light_window.show_unopened(Refused("The diary was written by a newer version. Update."))
    assert not light_window.deck.isEnabled()
    with qtbot.waitSignal(light_window.sample_wanted) as asked:
        light_window.messages.action.click()
    assert asked.args == [False]
    light_window.show_snapshot(seen(light_window))
    assert light_window.deck.isEnabled()


def test_fonts_are_the_bundled_ones(light_window: MainWindow) -> None:
    assert QGuiApplication.font().family() == "Inter"
