"""The reminder on the Settings page: opt-in, said plainly, and off means gone."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest
from icalendar import Calendar
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.reminder_card import ReminderCard
from tests.builders import daily, date_of, entry, session
from tests.ui.fake_tray import FakeTray, fake_tray


@pytest.fixture
def desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> FakeTray:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return fake_tray(monkeypatch)


@pytest.fixture
def page(
    qtbot: QtBot, live: LiveJournal, preferences: Preferences, desktop: FakeTray
) -> SettingsPage:
    made = SettingsPage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    live.refresh()
    return made


@pytest.fixture
def card(page: SettingsPage) -> ReminderCard:
    return page.reminder


def at_login(tmp_path: Path) -> list[str]:
    folder = tmp_path / "config" / "autostart"
    return [file.name for file in folder.iterdir()] if folder.exists() else []


def test_nothing_is_on_unless_it_is_asked_for(card: ReminderCard, tmp_path: Path) -> None:
    assert not card.on.isChecked()
    assert not card.keep.isChecked()
    assert not card.login.isChecked()
    assert not card.keep.isEnabled()
    assert card.at.hint.text() == ""
    assert card.time.text() == "20:00"
    assert at_login(tmp_path) == []


def test_each_step_allows_the_next_and_off_takes_all_away(
    card: ReminderCard, preferences: Preferences, tmp_path: Path
) -> None:
    card.on.click()
    assert card.staying.text().startswith("Closing the window ends the program")
    assert card.keep.isEnabled()
    assert not card.login.isEnabled()
    card.keep.click()
    assert card.staying.text().startswith("Closing the window leaves the program in the tray")
    card.login.click()
    assert preferences.flag("reminder")
    assert preferences.flag("keep_in_tray")
    assert len(at_login(tmp_path)) == 1
    assert card.login.isChecked()

    card.keep.click()
    assert at_login(tmp_path) == []
    assert not card.login.isChecked()
    card.keep.click()
    card.login.click()
    card.on.click()
    assert at_login(tmp_path) == []
    assert not preferences.flag("keep_in_tray")


def test_without_a_tray_it_says_what_then_holds(
    card: ReminderCard, desktop: FakeTray, preferences: Preferences
) -> None:
    desktop.there = False
    preferences.put("reminder", True)
    preferences.put("keep_in_tray", True)
    assert card.staying.text().startswith("This desktop has no tray. Closing the window ends")
    assert card.keep.isEnabled()  # to be switched off
    assert not card.login.isEnabled()
    assert card.login.toolTip() == card.staying.text()


def test_a_place_that_takes_no_file_is_said_and_the_switch_springs_back(
    card: ReminderCard, preferences: Preferences, live: LiveJournal, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "config").write_text("in the way")
    preferences.put("reminder", True)
    preferences.put("keep_in_tray", True)
    with qtbot.waitSignal(live.failed) as failed:
        card.login.click()
    assert "stays as it was" in failed.args[0].sentence
    assert not card.login.isChecked()


def test_the_time_is_kept_or_the_error_said(card: ReminderCard, preferences: Preferences) -> None:
    card.time.setText("7.30 am")
    card.time.take()
    assert preferences.text("reminder_time") == "07:30"
    card.time.setText("late")
    card.time.take()
    assert card.error.text() == "“late” is not a time. Write it as 20:00."
    assert card.error.isVisible()
    assert preferences.text("reminder_time") == "07:30"
    card.time.setText("")
    card.time.take()
    assert card.error.text() == "Write a time, such as 20:00."
    card.time.setText("21:00")
    card.time.take()
    assert not card.error.isVisible()


def test_it_says_when_the_next_one_comes(card: ReminderCard, live: LiveJournal) -> None:
    card.on.click()
    assert card.at.hint.text() == "None is due: no session asks for one."
    live.add_session(session())
    assert card.at.hint.text() == "Next: today."
    live.put_entry(session().id, entry(4, **daily()))
    assert card.at.hint.text() == "Next: tomorrow."
    card.on.click()
    assert card.at.hint.text() == ""


def test_the_calendar_file_holds_names_only_when_ticked(
    page: SettingsPage, card: ReminderCard, live: LiveJournal, tmp_path: Path
) -> None:
    assert not card.calendar.isEnabled()
    live.add_session(session())
    live.change_profile(
        Profile(appointment=date_of(30), dermatologist=Dermatologist("Dr Okafor", "Skin"))
    )
    assert card.calendar.isEnabled()
    card.time.setText("19:00")
    card.time.take()
    save = page._reminders.save  # what the dialog's answer comes to
    save(tmp_path / "calendar.ics")
    assert card.saved.text() == "Saved: calendar.ics"
    content = (tmp_path / "calendar.ics").read_bytes()
    assert b"Okafor" not in content
    events = Calendar.from_ical(content).walk("VEVENT")
    assert events[0].decoded("dtstart") == dt.datetime.combine(date_of(5), dt.time(19))
    card.names.click()
    card.calendar.click()
    page._reminders.dialog.chosen.emit(tmp_path / "named.ics")
    assert b"Dr Okafor" in (tmp_path / "named.ics").read_bytes()


def test_a_file_that_cannot_be_written_is_said(
    page: SettingsPage, card: ReminderCard, live: LiveJournal, tmp_path: Path, qtbot: QtBot
) -> None:
    live.add_session(session())
    with qtbot.waitSignal(live.failed) as failed:
        page._reminders.save(tmp_path / "none" / "calendar.ics")
    assert "there is no such folder" in failed.args[0].sentence
    assert not card.saved.isVisible()
