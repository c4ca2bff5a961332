"""Settings: kept at once, undone like any change, and nothing shown that is not so."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.kept import Deleted
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.journal import Snapshot
from recovery_tracker.settings import SETTINGS
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.deleted_rows import DeletedRow
from recovery_tracker.ui.models.history_rows import HistoryOf
from recovery_tracker.ui.pages.settings import SettingsPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.data_cards import AT_FIRST
from recovery_tracker.ui.widgets.profile_cards import HEALTH
from recovery_tracker.ui.widgets.segmented import Segmented
from tests.builders import entry, session


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> SettingsPage:
    made = SettingsPage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    made.show_snapshot(seen(live))
    return made


def seen(live: LiveJournal) -> Snapshot:
    assert live.snapshot is not None
    return live.snapshot


def choose(control: object, label: str) -> None:
    assert isinstance(control, Segmented)
    for segment in control.segments:
        if segment.text() == label:
            segment.click()


# The program -----------------------------------------------------------------------------------


def test_every_setting_with_a_title_has_its_row(page: SettingsPage) -> None:
    assert list(page.look.controls) == [setting.key for setting in SETTINGS if setting.title]


def test_a_choice_is_kept_at_once(page: SettingsPage, preferences: Preferences) -> None:
    choose(page.look.controls["theme"], "Dark")
    choose(page.look.controls["text_size"], "115 %")
    choose(page.look.controls["paper"], "US Letter")
    assert preferences.text("theme") == "dark"
    assert preferences.number("text_size") == 115
    assert preferences.text("paper") == "us-letter"


def test_a_setting_changed_elsewhere_is_shown(page: SettingsPage, preferences: Preferences) -> None:
    preferences.put("theme", "dark")
    control = page.look.controls["theme"]
    assert isinstance(control, Segmented)
    assert control.value == "dark"


# The patient -------------------------------------------------------------------------------------


def test_every_field_of_the_profile_can_be_stated_here(
    page: SettingsPage, live: LiveJournal
) -> None:
    page.about.lines["name"].setText("Alex Sample")
    page.about.lines["name"].editingFinished.emit()
    page.about.lines["patient_number"].setText("A-17")
    page.about.lines["patient_number"].editingFinished.emit()
    page.about.birth_date.setText("4 May 1990")
    page.about.birth_date.take()
    choose(page.skin.skin.type, "Dry")
    for fact in ("sensitive", "eczema", "cold_sores"):
        page.skin.skin.facts.chips[fact].click()
    page.skin.skin.allergies.setText("nickel")
    page.skin.skin.allergies.editingFinished.emit()
    choose(page.skin.tone, "4")
    for field, _title in HEALTH:
        choose(page.health.answers[field], "No" if field == "keloid" else "Yes")
    for field, text in (
        ("name", "Dr Okafor"),
        ("clinic", "Skin"),
        ("phone", "1"),
        ("email", "e@x"),
    ):
        page.dermatologist.lines[field].setText(text)
        page.dermatologist.lines[field].editingFinished.emit()
    page.visit.appointment.setText("1 April 2026")
    page.visit.appointment.take()
    page.visit.questions.setPlainText("May I swim?")
    page.visit.questions.keep()

    assert seen(live).profile == Profile(
        name="Alex Sample",
        birth_date=dt.date(1990, 5, 4),
        patient_number="A-17",
        skin_type="dry",
        sensitive=True,
        skin_conditions=("eczema",),
        skin_tone=4,
        cold_sores=True,
        keloid=False,
        metal_allergy=True,
        diabetes=True,
        weak_immunity=True,
        blood_thinners=True,
        pregnant_or_breastfeeding=True,
        severe_allergy=True,
        isotretinoin=True,
        allergies="nickel",
        dermatologist=Dermatologist("Dr Okafor", "Skin", "1", "e@x"),
        appointment=dt.date(2026, 4, 1),
        questions="May I swim?",
    )


def test_an_answer_can_be_taken_back_to_not_stated(page: SettingsPage, live: LiveJournal) -> None:
    choose(page.health.answers["diabetes"], "Yes")
    choose(page.health.answers["diabetes"], "Not stated")
    assert seen(live).profile.diabetes is None
    choose(page.skin.tone, "3")
    choose(page.skin.tone, "Not stated")
    assert seen(live).profile.skin_tone is None


def test_undo_brings_the_field_back(page: SettingsPage, live: LiveJournal) -> None:
    line = page.dermatologist.lines["phone"]
    line.setText("020 7946 0018")
    line.editingFinished.emit()
    live.undo()
    assert line.text() == ""
    live.redo()
    assert line.text() == "020 7946 0018"


def test_what_is_being_typed_is_not_overwritten(
    page: SettingsPage, live: LiveJournal, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    line = page.about.lines["name"]
    line.setFocus()
    qtbot.keyClicks(line, "Al")
    live.change_profile(Profile(patient_number="A-17"))
    assert line.text() == "Al"
    qtbot.keyClicks(line, "ex")
    line.editingFinished.emit()
    assert seen(live).profile == Profile(name="Alex", patient_number="A-17")


def test_a_date_that_is_not_one_is_not_kept_as_none(page: SettingsPage, live: LiveJournal) -> None:
    page.visit.appointment.setText("1 April 2026")
    page.visit.appointment.take()
    page.visit.appointment.setText("soon")
    page.visit.appointment.take()
    assert seen(live).profile.appointment == dt.date(2026, 4, 1)


def test_a_failed_write_springs_back(
    page: SettingsPage, live: LiveJournal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object) -> Snapshot:
        raise StorageProblem("The disk is full. Make room and try again.")

    monkeypatch.setattr(live.journal, "change_profile", full)
    choose(page.health.answers["diabetes"], "Yes")
    assert page.health.answers["diabetes"].value == "not_stated"


def test_the_number_a_warning_needs_can_be_gone_to(page: SettingsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.open_at("dermatologist")
    assert page.dermatologist.lines["phone"].hasFocus()


# Own items -------------------------------------------------------------------------------


def test_own_items_are_added_renamed_and_put_aside(page: SettingsPage, live: LiveJournal) -> None:
    symptoms = page.own.symptoms
    symptoms.new.setText("Tingling")
    symptoms.add.click()
    assert symptoms.new.text() == ""
    page.own.care.new.setText("Humidifier")
    page.own.care.new.returnPressed.emit()
    assert [item.label for item in seen(live).symptoms] == ["Tingling"]
    assert [item.label for item in seen(live).care_items] == ["Humidifier"]

    row = symptoms.rows[0]
    row.name.setText("Prickling")
    row.name.editingFinished.emit()
    row.asked.click()
    item = seen(live).symptoms[0]
    assert (item.label, item.retired) == ("Prickling", True)


def test_an_item_keeps_its_name_when_the_field_is_emptied(
    page: SettingsPage, live: LiveJournal
) -> None:
    live.add_own_item("symptom", "Tingling")
    row = page.own.symptoms.rows[0]
    row.name.clear()
    row.name.editingFinished.emit()
    assert row.name.text() == "Tingling"
    assert seen(live).symptoms[0].label == "Tingling"


def test_a_name_in_use_is_refused_and_stays_in_the_field(
    page: SettingsPage, live: LiveJournal, qtbot: QtBot
) -> None:
    live.add_own_item("symptom", "Tingling")
    page.own.symptoms.new.setText("tingling")
    with qtbot.waitSignal(live.failed) as failed:
        page.own.symptoms.add.click()
    assert failed.args is not None
    assert failed.args[0].sentence == "“tingling” is there already."
    assert page.own.symptoms.new.text() == "tingling"


# The data -------------------------------------------------------------------------------


def test_the_place_of_the_data_can_be_copied(page: SettingsPage, preferences: Preferences) -> None:
    page.place.copy.click()
    assert QGuiApplication.clipboard().text() == str(preferences.folder)


def test_what_was_deleted_can_be_brought_back(page: SettingsPage, live: LiveJournal) -> None:
    live.add_session(session())
    live.put_entry(session().id, entry(2, redness=2))
    assert page.deleted.about.text() == "Nothing was deleted in the last 30 days."
    live.delete_entry(session().id, entry(2).date)
    (row,) = page.deleted.rows
    assert row.button.accessibleName() == "Bring back: Entry of 4 Mar 2026 · Day 2 · Session 1"
    assert row.waits.text() == "Deleted 6 Mar 2026, 30 days left"
    row.button.click()
    assert not row.isVisible()
    assert page.deleted.about.text() == "Nothing was deleted in the last 30 days."
    recovery = seen(live).recovery
    assert recovery is not None
    assert recovery.entry(entry(2).date) is not None


def test_a_deleted_session_comes_back_with_its_days(page: SettingsPage, live: LiveJournal) -> None:
    live.add_session(session())
    live.put_entry(session().id, entry(2, redness=2))
    live.delete_session(session().id)
    assert page.deleted.rows[0].what.text() == "Session of 2 Mar 2026"
    page.deleted.rows[0].button.click()
    recovery = seen(live).recovery
    assert recovery is not None
    assert len(recovery.entries) == 1


def test_of_many_deleted_items_the_latest_are_in_sight(page: SettingsPage) -> None:
    gone = Deleted("entry", session().id, entry(2).date, dt.datetime(2026, 3, 6, tzinfo=dt.UTC))
    page.deleted.show_deleted([DeletedRow(gone, f"Entry {n}", "") for n in range(AT_FIRST + 3)])
    assert len(page.deleted.rows) == AT_FIRST  # a row is a widget
    assert page.deleted.more.text() == "Show 3 items deleted earlier"
    page.deleted.more.click()
    assert page.deleted.rows[-1].what.text() == f"Entry {AT_FIRST + 2}"
    assert not page.deleted.more.isVisible()


def test_what_changed_in_the_profile_is_a_click_away(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.went) as went:
        page.history.click()
    assert went.args == ["history", HistoryOf()]
