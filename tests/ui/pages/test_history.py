"""What changed: earlier versions in words, each with a way back; move and delete an entry."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log, Recovery
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.pages.history import HistoryPage
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.history_card import AT_FIRST
from tests.builders import DAY_0, date_of, entry, session
from tests.ui.controls import nameless, too_small

OURS = session().id
LATER = "00000000-0000-4000-8000-000000000002"


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> HistoryPage:
    """Day 2 with two versions, and day 3."""
    live.add_session(session())
    live.rate(OURS, date_of(2), "redness", 1)
    live.rate(OURS, date_of(2), "redness", 2)
    live.rate(OURS, date_of(3), "redness", 1)
    made = HistoryPage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    made.show_snapshot(seen(live))
    made.open_at(HistoryOf(OURS, date_of(2)))
    return made


def seen(live: LiveJournal) -> Snapshot:
    assert live.snapshot is not None
    return live.snapshot


def shown(page: HistoryPage) -> list[tuple[str, str]]:
    return [row.words for row in page.versions.rows if row.isVisible()]


def offered(page: HistoryPage) -> list[bool]:
    return [row.back.isVisible() for row in page.versions.rows if row.isVisible()]


def move(page: HistoryPage, text: str) -> None:
    page.entry.date.setText(text)
    QTest.mouseClick(page.entry.move_it, Qt.MouseButton.LeftButton)


# An entry ----------------------------------------------------------------------------------


def test_the_versions_of_a_day_stand_newest_first(page: HistoryPage) -> None:
    assert page.title.text() == "What changed: Day 2"
    assert page.subtitle.text() == "Wednesday 4 March 2026 · Session 1"
    assert [line for _heading, line in shown(page)] == [
        "Redness: Mild to Moderate",
        "Redness: not recorded to Mild",
    ]
    assert shown(page)[0][0].startswith("Changed 6 March 2026, ")
    assert shown(page)[1][0].startswith("Entered 6 March 2026, ")
    assert offered(page) == [False, True]


def test_an_earlier_version_is_brought_back_and_undone(
    page: HistoryPage, live: LiveJournal
) -> None:
    QTest.mouseClick(page.versions.rows[1].back, Qt.MouseButton.LeftButton)
    assert live.journal.recovery(OURS).entry(date_of(2)).scores == {"redness": 1}  # type: ignore[union-attr]
    assert shown(page)[0][1] == "Redness: Moderate to Mild"
    assert seen(live).undo == "Entry of 4 March"
    live.undo()
    assert live.journal.recovery(OURS).entry(date_of(2)).scores == {"redness": 2}  # type: ignore[union-attr]


def test_a_deleted_entry_is_brought_back_from_its_versions(
    page: HistoryPage, live: LiveJournal
) -> None:
    before = live.journal.recovery(OURS).entry(date_of(2))
    QTest.mouseClick(page.entry.delete_it, Qt.MouseButton.LeftButton)
    assert live.journal.recovery(OURS).entry(date_of(2)) is None
    assert not page.entry.isVisible()
    assert shown(page)[0][0].startswith("Deleted or moved ")
    QTest.mouseClick(page.versions.rows[1].back, Qt.MouseButton.LeftButton)
    after = live.journal.recovery(OURS).entry(date_of(2))
    assert after is not None
    assert before is not None
    assert replace(after, changed_at=None) == replace(before, changed_at=None)


def test_a_version_from_a_file_that_was_not_taken_can_be_taken(
    page: HistoryPage, live: LiveJournal
) -> None:
    theirs = entry(2, redness=4)
    live.journal.merge(Log(recoveries=(Recovery(session(), (theirs,)),)))
    live.refresh()
    heading, line = shown(page)[0]
    assert heading.startswith("From a file 6 March 2026, ")
    assert heading.endswith(", not taken")
    assert line == "Redness: Moderate to Very severe"
    QTest.mouseClick(page.versions.rows[0].back, Qt.MouseButton.LeftButton)
    assert live.journal.recovery(OURS).entry(date_of(2)).scores == {"redness": 4}  # type: ignore[union-attr]


def test_a_private_note_is_not_on_screen(page: HistoryPage, live: LiveJournal) -> None:
    live.write(OURS, date_of(2), "private_notes", "secret")
    assert shown(page)[0][1] == "Private note written"
    assert all("secret" not in row.back.accessibleDescription() for row in page.versions.rows)


def test_many_versions_are_shown_a_part_at_a_time(page: HistoryPage, live: LiveJournal) -> None:
    for number in range(AT_FIRST + 3):
        live.rate(OURS, date_of(2), "pain", number % 4)
    assert len(shown(page)) == AT_FIRST
    assert page.versions.more.text() == "Show 5 earlier versions"
    page.versions.more.click()
    assert len(shown(page)) == AT_FIRST + 5
    assert not page.versions.more.isVisible()


# Moving ------------------------------------------------------------------------------------


def test_an_entry_moves_to_the_day_it_belongs_to(page: HistoryPage, live: LiveJournal) -> None:
    move(page, "3 March 2026")
    recovery = live.journal.recovery(OURS)
    assert [kept.date for kept in recovery.entries] == [date_of(1), date_of(3)]
    assert recovery.entries[0].scores == {"redness": 2}
    assert page.title.text() == "What changed: Day 1"
    assert page.entry.date.text() == ""
    assert seen(live).undo == "Move the entry of 4 March"
    live.undo()
    assert [kept.date for kept in live.journal.recovery(OURS).entries] == [date_of(2), date_of(3)]


def test_the_way_of_a_moved_entry_can_be_read_on_both_days(
    page: HistoryPage, live: LiveJournal
) -> None:
    move(page, "3 March 2026")
    page.open_at(HistoryOf(OURS, date_of(2)))
    assert shown(page)[0][0].startswith("Deleted or moved ")
    assert not page.entry.isVisible()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("5 March 2026", "5 March has an entry already. Delete or move that one first."),
        ("7 March 2026", "2026-03-07 is in the future. Log it when the day has come."),
        ("1 January 2026", "2026-01-01 is day -60 of the session of 2026-03-02;"),
        ("4 March 2026", "The entry has this date already. Give another one."),
        ("soon", "This is not a date. Write it like 14 November 2026, or pick it."),
        ("", "Give the date the entry belongs to."),
    ],
)
def test_a_date_that_will_not_do_is_refused_in_words(
    page: HistoryPage, live: LiveJournal, qtbot: QtBot, text: str, sentence: str
) -> None:
    with qtbot.assertNotEmitted(live.failed):
        move(page, text)
    assert page.entry.row.error.startswith(sentence)
    assert [kept.date for kept in live.journal.recovery(OURS).entries] == [date_of(2), date_of(3)]


def test_a_date_of_a_later_session_is_refused(page: HistoryPage, live: LiveJournal) -> None:
    live.add_session(session(id=LATER, date=date_of(4)))
    move(page, "6 March 2026")
    assert "belongs to the session of" in page.entry.row.error


def test_the_way_back_leads_to_the_day(page: HistoryPage, qtbot: QtBot) -> None:
    assert page.back.text() == "Back to Day 2"
    with qtbot.waitSignal(page.went) as went:
        page.back.click()
    assert went.args == ["today", date_of(2)]


# A session, the profile ------------------------------------------------------------------------


def test_a_session_has_its_versions(page: HistoryPage, live: LiveJournal, qtbot: QtBot) -> None:
    live.change_session(session(needle_depth_mm=2.0))
    page.open_at(HistoryOf(OURS))
    assert not page.entry.isVisible()
    assert shown(page)[0][1] == "Needle depth: 1.5 mm to 2 mm"
    QTest.mouseClick(page.versions.rows[1].back, Qt.MouseButton.LeftButton)
    assert live.journal.recovery(OURS).session.needle_depth_mm == 1.5
    with qtbot.waitSignal(page.went) as went:
        page.back.click()
    assert went.args == ["sessions", OURS]


def test_the_days_of_a_session_lead_to_their_versions(page: HistoryPage) -> None:
    page.open_at(HistoryOf(OURS))
    assert page.days.isVisible()
    place = page.strip.place_of(2).center()
    QTest.mouseClick(page.strip, Qt.MouseButton.LeftButton, pos=place)
    assert page.title.text() == "What changed: Day 2"
    assert not page.days.isVisible()
    assert page.entry.isVisible()


def test_the_profile_has_its_versions(page: HistoryPage, live: LiveJournal, qtbot: QtBot) -> None:
    page.open_at(HistoryOf())
    assert shown(page) == []
    live.change_profile(Profile(name="Alex"))
    live.change_profile(Profile(name="Alex", sensitive=True))
    assert [line for _heading, line in shown(page)] == [
        "Sensitive: not stated to yes",
        "Name: “Alex”",
    ]
    QTest.mouseClick(page.versions.rows[1].back, Qt.MouseButton.LeftButton)
    assert seen(live).profile == Profile(name="Alex")
    with qtbot.waitSignal(page.went) as went:
        page.back.click()
    assert went.args == ["settings", None]


def test_a_session_that_is_gone_says_where_it_is(
    page: HistoryPage, live: LiveJournal, qtbot: QtBot
) -> None:
    live.delete_session(OURS)
    assert shown(page) == []
    assert not page.entry.isVisible()
    with qtbot.waitSignal(page.went) as went:
        page.back.click()
    assert went.args == ["settings", "deleted"]


# Reaching it -----------------------------------------------------------------------------------


def test_every_control_has_a_name_and_a_size(page: HistoryPage) -> None:
    assert nameless(page) == []
    assert too_small(page) == []


def test_tab_goes_from_top_to_bottom(page: HistoryPage) -> None:
    page.activateWindow()
    page.back.setFocus()
    order = []
    for _step in range(6):
        order.append(page.focusWidget())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert order[:5] == [
        page.back,
        page.entry.date,
        page.entry.date.opener,
        page.entry.move_it,
        page.entry.delete_it,
    ]
    assert order[5] is page.versions.rows[1].back


def test_today_opens_it_for_its_day(live: LiveJournal, window: MainWindow) -> None:
    live.add_session(session())
    live.rate(OURS, date_of(4), "redness", 1)
    window.go("today")
    today = window.deck.page
    assert isinstance(today, TodayPage)
    today.heading.history.click()
    assert window.deck.name == "history"
    history = window.deck.page
    assert isinstance(history, HistoryPage)
    assert history.title.text() == "What changed: Day 4"
    window.go_back()
    assert window.deck.name == "today"


def test_an_empty_day_has_no_history_to_open(live: LiveJournal, window: MainWindow) -> None:
    live.add_session(session())
    window.go("today", DAY_0 + dt.timedelta(days=4))
    today = window.deck.page
    assert isinstance(today, TodayPage)
    assert not today.heading.history.isVisible()


def test_a_moved_entry_is_undone_from_the_strip_below(
    live: LiveJournal, window: MainWindow
) -> None:
    live.add_session(session())
    live.rate(OURS, date_of(4), "redness", 1)
    window.go("history", HistoryOf(OURS, date_of(4)))
    history = window.deck.page
    assert isinstance(history, HistoryPage)
    move(history, "3 March 2026")
    assert window.undo_strip.words == "Undo: Move the entry of 6 March"
    window.undo_strip.button.click()
    assert [kept.date for kept in live.journal.recovery(OURS).entries] == [date_of(4)]
    assert history.versions.rows[0].words[0].startswith("Deleted or moved ")


def test_going_there_and_back_leaves_nothing_behind(live: LiveJournal, window: MainWindow) -> None:
    live.add_session(session(id=LATER, date=DAY_0 - dt.timedelta(days=90)))
    live.add_session(session())
    for grade in range(5):
        live.rate(OURS, date_of(4), "redness", grade)
    places = (("sessions", None), ("compare", LATER), ("history", HistoryOf(OURS, date_of(4))))

    def round_trip() -> int:
        for name, place in places:
            window.go(name, place)
            live.rate(OURS, date_of(4), "pain", len(name) % 4)
            live.undo()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        return len(window.findChildren(QObject))

    for _time in range(3):  # until as many versions are listed as are shown at first
        round_trip()
    assert round_trip() == round_trip()
