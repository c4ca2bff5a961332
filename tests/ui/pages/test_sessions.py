"""The Sessions page: newest first, facts from the diary, and a way back from every deletion."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.models.session_summary import SessionSummary, days_named, summary
from recovery_tracker.ui.pages.sessions import SessionsPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.heat_strip import HeatStrip, ramp
from recovery_tracker.ui.widgets.text import Text
from tests.builders import DAY_0, build, daily, date_of, entry, session

OLDER = "00000000-0000-4000-8000-000000000002"
OLDER_DATE = DAY_0 - dt.timedelta(days=120)


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> SessionsPage:
    """Two sessions on the same skin, the newer on day 4."""
    live.add_session(session(id=OLDER, date=OLDER_DATE, needle_depth_mm=1.0))
    for day in range(8):
        put(live, OLDER, entry(day, start=OLDER_DATE, **daily(redness=2 if day < 5 else 0)))
    live.add_session(session(practitioner="Dr Okafor"))
    for day in range(5):
        put(live, session().id, entry(day, **daily(redness=2, flaking=1 if day else 0)))
    made = SessionsPage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    made.show_snapshot(seen(live))
    return made


def put(live: LiveJournal, session_id: str, said: Any) -> None:
    assert live.put_entry(session_id, said)


def seen(live: LiveJournal) -> Snapshot:
    assert live.snapshot is not None
    return live.snapshot


def shown(page: SessionsPage) -> list[SessionSummary]:
    return [p.shown for p in page.panels if p.isVisible() and p.shown is not None]


# What is told ------------------------------------------------------------------------------


def test_the_newest_session_stands_first_with_its_mark(page: SessionsPage) -> None:
    assert [told.number for told in shown(page)] == ["Session 2", "Session 1"]
    assert [bool(p.property("asking")) for p in page.panels] == [True, False]
    assert page.subtitle.text() == "2 sessions · numbers are sums of eight ratings, 0 to 32"


def test_a_card_tells_the_facts_of_its_session(page: SessionsPage) -> None:
    newer, older = shown(page)
    assert newer.facts == "Face · 1.5 mm · Pen · 2 Mar 2026 · Dr Okafor"
    assert dict(newer.lines)["Highest sum"] == "3, 4 days"
    assert dict(newer.lines)["Sum today"] == "3"
    assert dict(newer.lines)["Logged"] == "5 of 5 days"
    assert "Sum today" not in dict(older.lines)
    assert dict(older.lines)["Logged"] == "8 of 15 days"
    assert older.stands is not None
    assert older.stands.words == "None recorded for any symptom from day 5"


def test_a_card_says_anew_only_what_has_changed(page: SessionsPage, live: LiveJournal) -> None:
    def lines() -> tuple[list[Text], list[Text]]:
        QApplication.processEvents()
        newer, older = (panel._right.findChildren(Text) for panel in page.panels)
        return [text for text in newer if not text.isHidden()], older

    newer, older = lines()
    put(live, session().id, entry(4, **daily(redness=4, flaking=4)))
    said, untouched = lines()
    assert untouched == older
    assert said != newer
    assert len(said) == page.panels[0]._lines.count()


def test_no_warning_is_not_told_as_no_problem(live: LiveJournal) -> None:
    live.add_session(session())
    told = summary(seen(live), build(), ())
    assert dict(told.lines)["Warnings"] == "none from this log"
    assert told.stands is not None
    assert told.stands.words == "Not enough entries to say."


def test_a_planned_session_has_no_day_yet(live: LiveJournal) -> None:
    live.add_session(session(date=date_of(20)))
    assert seen(live).recovery is not None
    told = summary(seen(live), seen(live).recovery, ())  # type: ignore[arg-type]
    assert told.stands is not None
    assert told.stands.words == "Planned"
    assert all(cell.ahead for cell in told.cells)


def test_warnings_are_counted_and_marked_on_their_day(
    page: SessionsPage, live: LiveJournal
) -> None:
    live.mark(session().id, date_of(3), "breathing_difficulty", True)
    told = shown(page)[0]
    assert dict(told.lines)["Warnings"].startswith("1 urgent")
    assert told.cells[3].level == "urgent"
    assert told.cells[3].name.endswith("warning: urgent")
    assert told.stands is not None
    assert told.stands.words == "Call your local emergency number now"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ((1,), "day 1"),
        ((1, 2), "days 1 and 2"),
        ((0, 1, 4), "days 0, 1 and 4"),
        ((0, 1, 2, 3), "4 days"),
    ],
)
def test_days_are_named_as_long_as_they_are_few(days: tuple[int, ...], words: str) -> None:
    assert days_named(days) == words


# The strip of days ---------------------------------------------------------------------------


def test_a_day_without_all_eight_has_no_number(live: LiveJournal) -> None:
    live.add_session(session())
    recovery = build({0: {"redness": 2}, 1: daily()})
    cells = summary(seen(live), recovery, ()).cells
    assert cells[0].total is None
    assert cells[0].logged
    assert cells[0].name == "Day 0, 2 March, 1 of 8 symptoms logged"
    assert cells[1].name == "Day 1, 3 March, score 0"
    assert cells[2].name == "Day 2, 4 March, not logged"
    assert not cells[2].logged
    assert [cell.day for cell in cells if cell.today] == [4]
    assert [cell.day for cell in cells if cell.ahead] == list(range(5, 21))


@pytest.mark.parametrize(
    ("total", "step"), [(0, 0), (1, 0), (2, 1), (5, 1), (6, 2), (9, 2), (10, 3), (13, 3), (14, 4)]
)
def test_the_ramp_has_the_steps_of_the_design(total: int, step: int) -> None:
    assert ramp(total) == step


def test_arrows_move_along_the_days_and_enter_opens_one(page: SessionsPage, qtbot: QtBot) -> None:
    strip = page.panels[0].strip
    assert strip.accessibleDescription().startswith("Day 4, 6 March, score 3")
    QTest.keyClick(strip, Qt.Key.Key_Left)
    assert strip.accessibleDescription() == "Day 3, 5 March, score 3"
    with qtbot.waitSignal(page.went) as went:
        QTest.keyClick(strip, Qt.Key.Key_Return)
    assert went.args == ["today", date_of(3)]


def test_a_day_that_has_not_come_cannot_be_opened(page: SessionsPage, qtbot: QtBot) -> None:
    strip = page.panels[0].strip
    with qtbot.assertNotEmitted(strip.opened):
        QTest.keyClick(strip, Qt.Key.Key_End)
        QTest.keyClick(strip, Qt.Key.Key_Return)


def test_a_click_opens_a_day_of_another_session(
    page: SessionsPage, live: LiveJournal, qtbot: QtBot
) -> None:
    strip = page.panels[1].strip
    with qtbot.waitSignal(page.went) as went:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place_of(2).center())
    assert went.args == ["today", OLDER_DATE + dt.timedelta(days=2)]
    assert seen(live).session is not None
    assert seen(live).session.id == OLDER  # type: ignore[union-attr]


def test_cells_can_be_hit_in_a_narrow_window(page: SessionsPage) -> None:
    page.resize(640, 700)
    strip: HeatStrip = page.panels[0].strip
    places = [strip.place_of(at) for at in range(len(strip.cells))]
    assert min(place.width() for place in places) >= 24
    assert min(place.height() for place in places) >= 24


# What can be done ------------------------------------------------------------------------------


def ask(page: SessionsPage, panel: int, what: str) -> None:
    for action in page.panels[panel].menu().actions():
        if action.data() == what:
            action.trigger()


def test_a_deleted_session_comes_back_by_undo(page: SessionsPage, live: LiveJournal) -> None:
    ask(page, 1, "delete")
    assert [told.number for told in shown(page)] == ["Session 1"]
    assert seen(live).undo.startswith("Delete the session of")
    live.undo()
    assert len(shown(page)) == 2
    assert dict(shown(page)[1].lines)["Logged"] == "8 of 15 days"


def test_an_archived_session_is_put_away_and_can_be_taken_out(page: SessionsPage) -> None:
    ask(page, 1, "archive")
    assert [told.number for told in shown(page)] == ["Session 2"]
    assert page.archive.text() == "Show 1 archived session"
    page.archive.click()
    assert page.archive.text() == "Hide 1 archived session"
    assert [told.number for told in shown(page)] == ["Session 2", "Session 1"]
    assert page.archived.isVisible()
    page.archive.click()
    assert len(shown(page)) == 1
    page.archive.click()
    ask(page, 1, "archive")
    assert not page.archive.isVisible()
    assert len(shown(page)) == 2


@pytest.mark.parametrize(
    ("what", "place"), [("open", ["today", None]), ("report", ["report", None])]
)
def test_opening_a_session_puts_it_on_screen(
    page: SessionsPage, live: LiveJournal, qtbot: QtBot, what: str, place: list[object]
) -> None:
    with qtbot.waitSignal(page.went) as went:
        page.panels[1].button(what).click()
    assert went.args == place
    assert seen(live).session.id == OLDER  # type: ignore[union-attr]


def test_editing_names_the_session(page: SessionsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.went) as went:
        ask(page, 1, "edit")
    assert went.args == ["add_session", OLDER]


def test_only_a_session_on_the_same_skin_is_compared(page: SessionsPage, live: LiveJournal) -> None:
    assert page.panels[1].button("compare").isVisible()
    assert not page.panels[0].button("compare").isVisible()
    older = live.journal.recovery(OLDER).session
    live.change_session(session(id=OLDER, date=older.date, areas=("back",)))
    assert not page.panels[1].button("compare").isVisible()


def test_many_sessions_are_shown_a_few_at_a_time(page: SessionsPage, live: LiveJournal) -> None:
    for number in range(3, 12):
        date = OLDER_DATE - dt.timedelta(days=30 * number)
        live.add_session(session(id=f"00000000-0000-4000-8000-{number:012}", date=date))
    assert len(shown(page)) == 6
    assert page.more.text() == "Show 5 earlier sessions"
    page.more.click()
    assert len(shown(page)) == 11
    assert not page.more.isVisible()


def test_without_a_session_one_card_says_what_to_do(
    page: SessionsPage, live: LiveJournal, qtbot: QtBot
) -> None:
    live.delete_session(session().id)
    live.delete_session(OLDER)
    assert page.empty.isVisible()
    assert shown(page) == []
    with qtbot.waitSignal(page.went) as went:
        page.empty.add.click()
    assert went.args == ["add_session", "new"]


def test_the_year_jumps_to_a_session(page: SessionsPage) -> None:
    page.resize(1068, 420)
    page.show()
    QTest.keyClick(page.year, Qt.Key.Key_Left)
    assert page.year.accessibleDescription().startswith("Session 1, ")
    QTest.keyClick(page.year, Qt.Key.Key_Return)
    panel = page.panels[1]
    top = panel.mapTo(page.area.viewport(), panel.rect().topLeft()).y()
    assert 0 <= top < page.area.viewport().height()


def test_the_year_jumps_to_a_session_that_is_put_away(
    page: SessionsPage, live: LiveJournal
) -> None:
    ask(page, 1, "archive")
    page.open_at(OLDER)
    assert [told.number for told in shown(page)] == ["Session 2", "Session 1"]
    assert page.focusWidget() is page.panels[1].strip


def test_the_year_jumps_to_a_session_further_down_than_what_is_shown(
    page: SessionsPage, live: LiveJournal
) -> None:
    last = ""
    for number in range(3, 12):
        last = f"00000000-0000-4000-8000-{number:012}"
        live.add_session(session(id=last, date=OLDER_DATE - dt.timedelta(days=9 * number)))
    page.open_at(last)
    assert shown(page)[-1].session_id == last
    assert page.focusWidget() is page.panels[-1].strip


def test_the_year_shows_the_days_of_archived_sessions_too(page: SessionsPage) -> None:
    ask(page, 1, "archive")
    assert OLDER_DATE in page.year.sums


def test_comparing_and_what_changed_have_pages_of_their_own(
    page: SessionsPage, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.went) as went:
        page.panels[1].button("compare").click()
    assert went.args == ["compare", OLDER]
    with qtbot.waitSignal(page.went) as went:
        ask(page, 1, "history")
    assert went.args == ["history", HistoryOf(OLDER)]


def test_tab_goes_down_the_page_panel_by_panel(page: SessionsPage, live: LiveJournal) -> None:
    for number in range(3, 9):
        date = OLDER_DATE - dt.timedelta(days=30 * number)
        live.add_session(session(id=f"00000000-0000-4000-8000-{number:012}", date=date))
    page.more.click()
    chain: list[QWidget] = [page.add]
    widget: QWidget | None = page.add.nextInFocusChain()
    while widget is not None and widget is not page.add:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            chain.append(widget)
        widget = widget.nextInFocusChain()
    strips = [panel.strip for panel in page.panels]
    assert [widget for widget in chain if isinstance(widget, HeatStrip)] == strips
    tops = [widget.mapTo(page, widget.rect().center()).y() for widget in chain]
    assert tops == sorted(tops)


def test_archived_sessions_push_no_older_one_out(page: SessionsPage, live: LiveJournal) -> None:
    for number in range(3, 9):
        date = OLDER_DATE - dt.timedelta(days=200 * number)
        live.add_session(session(id=f"00000000-0000-4000-8000-{number:012}", date=date))
    for told in shown(page)[:3]:
        live.archive_session(told.session_id, True)
    assert [told.number for told in shown(page)] == [f"Session {n}" for n in (5, 4, 3, 2, 1)]


def test_a_session_that_vanished_from_outside_is_left_out_and_said(
    page: SessionsPage, live: LiveJournal, store: SqliteStore, qtbot: QtBot
) -> None:
    other = "00000000-0000-4000-8000-000000000009"
    live.add_session(session(id=other, date=OLDER_DATE, areas=("back",)))
    live.select(session().id)
    store.delete_session(other, dt.datetime(2026, 3, 6, tzinfo=dt.UTC))
    with qtbot.waitSignal(live.failed) as failed:
        page.show_snapshot(seen(live))
    assert failed.args[0].sentence == "This session is no longer in your diary."
    assert [told.session_id for told in shown(page)] == [session().id, OLDER]
