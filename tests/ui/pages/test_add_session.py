"""Adding a session: only the date is needed, errors stand under the field, nothing is a draft."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.usual_range import usual
from recovery_tracker.domain.wording import day_and_month
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.add_session import AddSessionPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.widgets.session_form import SessionForm
from tests.builders import DAY_0, date_of, entry, session

TODAY = date_of(4)


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> AddSessionPage:
    made = AddSessionPage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    made.show_snapshot(seen(live))
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def seen(live: LiveJournal) -> Snapshot:
    assert live.snapshot is not None
    return live.snapshot


def kept(live: LiveJournal) -> Session:
    found = seen(live).session
    assert found is not None
    return found


def choose(form: SessionForm, question: str, label: str) -> None:
    for segment in getattr(form, question).segments:
        if segment.text() == label:
            segment.click()


# What is needed ------------------------------------------------------------------------------


def test_only_the_date_is_needed(page: AddSessionPage, live: LiveJournal, qtbot: QtBot) -> None:
    page.form.near.chips["today"].click()
    with qtbot.waitSignal(page.went) as went:
        page.save.click()
    assert went.args == ["today", None]
    assert kept(live) == Session(kept(live).id, TODAY)
    assert seen(live).profile == Profile()


def test_a_missing_date_is_said_under_the_field_and_focused(
    page: AddSessionPage, live: LiveJournal
) -> None:
    assert page.save.isEnabled()
    page.save.click()
    assert "Give the date of the treatment" in page.form.date_row.error
    assert page.form.date.hasFocus()
    assert page.form.date.accessibleDescription() == page.form.date_row.error
    assert seen(live).sessions == ()
    page.form.near.chips["yesterday"].click()
    assert page.form.date_row.error == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("the day after the party", "This is not a date."),
        ("31.2.2026", "This is not a date."),
        ("1 June 2026", "is more than 60 days ahead"),
    ],
)
def test_a_wrong_date_is_said_in_words(
    page: AddSessionPage, live: LiveJournal, typed: str, sentence: str
) -> None:
    page.form.date.setText(typed)
    page.save.click()
    assert sentence in page.form.date_row.error
    assert page.form.date.text().endswith(typed)
    assert seen(live).sessions == ()


def test_a_typed_date_is_shown_as_it_was_understood(page: AddSessionPage) -> None:
    page.form.date.setText("2 mar")
    page.form.date.editingFinished.emit()
    assert page.form.date.text() == "Monday 2 March 2026"
    assert page.form.near.chosen == ()
    page.form.date.setText("2026-03-05")
    page.form.date.editingFinished.emit()
    assert page.form.near.chosen == ("yesterday",)


@pytest.mark.parametrize("typed", ["9", "0.05", "deep", "nan", "-1"])
def test_a_wrong_depth_is_said_in_words(
    page: AddSessionPage, live: LiveJournal, typed: str
) -> None:
    page.form.near.chips["today"].click()
    page.form.other_depth.setText(typed)
    page.save.click()
    assert "a number from 0.1 to 4.0 mm" in page.form.depth_row.error
    assert page.form.other_depth.hasFocus()
    assert seen(live).sessions == ()


def test_what_the_diary_refuses_keeps_the_form(
    page: AddSessionPage, live: LiveJournal, qtbot: QtBot
) -> None:
    live.add_session(session(date=TODAY))
    page.form.near.chips["today"].click()
    page.form.areas.chips["face"].click()
    with (
        qtbot.waitSignal(live.failed) as failed,
        qtbot.assertNotEmitted(page.went),
    ):
        page.save.click()
    assert "Two sessions on one day need" in failed.args[0].sentence
    assert page.form.areas.chosen == ("face",)
    assert len(seen(live).sessions) == 1


# What is kept ----------------------------------------------------------------------------------


def test_every_answer_is_kept(page: AddSessionPage, live: LiveJournal) -> None:
    form = page.form
    form.date.setText("2 March 2026")
    form.date.editingFinished.emit()
    for area in ("forehead", "cheeks", "other"):
        form.areas.chips[area].click()
    form.other_area.setText("behind the ears")
    choose(form, "needle", "1.5")
    choose(form, "device", "Radiofrequency (RF)")
    form.strong.chips["aggressive"].click()
    choose(form.skin, "type", "Dry")  # type: ignore[arg-type]
    for fact in ("sensitive", "eczema", "cold_sores"):
        form.skin.facts.chips[fact].click()
    form.skin.allergies.setText("nickel")
    form.practitioner.setText("Dr Okafor")
    form.phone.setText("020 7946 0018")
    choose(form, "performed_by", "A professional")
    form.details.more.click()
    form.details.products.setText("hyaluronic serum, sunscreen")
    form.details.numbing.setText("lidocaine")
    form.details.procedures.chips["peel"].click()
    form.details.notes.setText("Three passes.")
    page.save.click()

    assert kept(live) == Session(
        kept(live).id,
        DAY_0,
        device="rf",
        needle_depth_mm=1.5,
        aggressive=True,
        areas=("forehead", "cheeks", "behind the ears"),
        products=("hyaluronic serum", "sunscreen"),
        numbing_cream="lidocaine",
        recent_procedures=("peel",),
        performed_by="professional",
        practitioner="Dr Okafor",
        notes="Three passes.",
    )
    assert seen(live).profile == Profile(
        skin_type="dry",
        sensitive=True,
        skin_conditions=("eczema",),
        cold_sores=True,
        allergies="nickel",
        dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"),
    )


def test_a_depth_of_ones_own_takes_the_place_of_an_offered_one(
    page: AddSessionPage, live: LiveJournal, qtbot: QtBot
) -> None:
    page.form.near.chips["today"].click()
    choose(page.form, "needle", "1.5")
    qtbot.keyClicks(page.form.other_depth, "1,2 mm")
    assert page.form.needle.value is None
    page.save.click()
    assert kept(live).needle_depth_mm == 1.2


def test_not_sure_is_no_answer(page: AddSessionPage, live: LiveJournal) -> None:
    page.form.near.chips["today"].click()
    choose(page.form, "needle", "Not sure")
    choose(page.form, "device", "Not sure")
    choose(page.form.skin, "type", "Not sure")  # type: ignore[arg-type]
    page.save.click()
    assert kept(live) == Session(kept(live).id, TODAY)
    assert seen(live).profile.skin_type is None


def test_needles_are_asked_about_at_home_only(page: AddSessionPage, live: LiveJournal) -> None:
    form = page.form
    assert not form.needles.isVisible()
    choose(form, "performed_by", "Myself, at home")
    assert form.needles.isVisible()
    form.needles.chips["reused"].click()
    choose(form, "performed_by", "A professional")
    form.near.chips["today"].click()
    page.save.click()
    assert kept(live).reused_or_shared_needles is None


def test_the_face_and_the_names_say_the_same(page: AddSessionPage) -> None:
    form = page.form
    form.face.toggled.emit("nose")
    assert form.areas.chosen == ("nose",)
    form.areas.chips["face"].click()
    assert form.areas.chosen == ("face",)
    form.face.toggled.emit("chin")
    assert form.areas.chosen == ("chin",)


def test_a_click_on_the_face_takes_its_zone(page: AddSessionPage, qtbot: QtBot) -> None:
    face = page.form.face
    with qtbot.waitSignal(face.toggled) as toggled:
        QTest.mouseClick(face, Qt.MouseButton.LeftButton, pos=face.rect().center())
    assert toggled.args == ["nose"]


def test_what_is_known_is_not_asked_twice(page: AddSessionPage, live: LiveJournal) -> None:
    live.change_profile(
        Profile(
            skin_type="oily",
            sensitive=True,
            allergies="nickel",
            dermatologist=Dermatologist("Dr Okafor", "Harley Skin Clinic", "020 7946 0018"),
        )
    )
    page.open_at("new")
    assert page.form.skin.type.value == "oily"
    assert page.form.skin.facts.chosen == ("sensitive",)
    assert page.form.practitioner.text() == "Dr Okafor, Harley Skin Clinic"
    assert page.form.phone.text() == "020 7946 0018"


def test_a_fact_taken_back_becomes_a_no(page: AddSessionPage, live: LiveJournal) -> None:
    live.change_profile(Profile(sensitive=True))
    page.open_at("new")
    page.form.skin.facts.chips["sensitive"].click()
    page.form.near.chips["today"].click()
    page.save.click()
    assert seen(live).profile.sensitive is False
    assert seen(live).profile.cold_sores is None


# What to expect ----------------------------------------------------------------------------------


def test_what_to_expect_follows_the_answers(page: AddSessionPage) -> None:
    form, expect = page.form, page.expect
    assert "a medium depth (not stated)" in expect.for_whom.text()
    choose(form, "needle", "2.5")
    form.areas.chips["face"].click()
    assert expect.for_whom.text().startswith("For face at 2.5 mm.")
    line = expect.charts["flaking"].line
    assert line is not None
    deep = form.session()
    assert line.usual[6] == usual("flaking", 6, deep, form.profile())
    choose(form.skin, "type", "Dry")  # type: ignore[arg-type]
    assert "Counted in: dry skin." in expect.modifiers.text()


# Changing one ------------------------------------------------------------------------------------


def test_a_session_is_changed_and_nothing_else(
    page: AddSessionPage, live: LiveJournal, qtbot: QtBot
) -> None:
    before = session(
        areas=("face", "behind the ears"),
        needle_depth_mm=1.2,
        products=("serum",),
        recent_procedures=("own words",),
        performed_by="home",
        reused_or_shared_needles=True,
        notes="kept",
    )
    live.add_session(before)
    page.open_at(before.id)
    assert page.title.text() == "Edit the session"
    with qtbot.waitSignal(page.went) as went:
        page.save.click()
    assert went.args == ["sessions", None]
    assert kept(live) == before


def test_another_date_shifts_the_days(page: AddSessionPage, live: LiveJournal) -> None:
    live.add_session(session())
    live.put_entry(session().id, entry(2, redness=2))
    page.open_at(session().id)
    page.form.date.setText("1 March 2026")
    page.form.date.editingFinished.emit()
    page.save.click()
    recovery = seen(live).recovery
    assert recovery is not None
    assert [recovery.day_of(e.date) for e in recovery.entries] == [3]


def test_a_new_one_begins_empty_after_an_edit(page: AddSessionPage, live: LiveJournal) -> None:
    live.add_session(session())
    page.open_at(session().id)
    page.open_at("new")
    assert page.title.text() == "Add a session"
    assert page.form.date.date is None
    assert page.form.areas.chosen == ()


def test_cancel_keeps_nothing(page: AddSessionPage, live: LiveJournal, qtbot: QtBot) -> None:
    page.form.near.chips["today"].click()
    page.form.areas.chips["face"].click()
    with qtbot.waitSignal(page.went) as went:
        page.cancel.click()
    assert went.args == ["first_run", None]
    assert page.form.date.date is None
    assert page.form.areas.chosen == ()
    assert seen(live).sessions == ()


def test_a_change_of_the_diary_leaves_what_is_being_filled_in(
    page: AddSessionPage, live: LiveJournal
) -> None:
    page.form.areas.chips["face"].click()
    live.change_profile(Profile(name="Alex"))
    assert page.form.areas.chosen == ("face",)


def test_the_diary_takes_the_profile_first_so_that_undo_takes_the_session_first(
    page: AddSessionPage, live: LiveJournal
) -> None:
    page.form.phone.setText("1")
    page.form.near.chips["today"].click()
    page.save.click()
    assert seen(live).undo == f"Add the session of {day_and_month(TODAY)}"
    live.undo()
    assert seen(live).sessions == ()
    assert seen(live).profile.dermatologist.phone == "1"


def test_a_planned_session_may_lie_ahead(page: AddSessionPage, live: LiveJournal) -> None:
    page.form.date.show_date(TODAY + dt.timedelta(days=60))
    page.save.click()
    assert kept(live).date == TODAY + dt.timedelta(days=60)


def test_what_another_date_does_to_the_days_is_said_before(
    page: AddSessionPage, live: LiveJournal
) -> None:
    live.add_session(session())
    live.put_entry(session().id, entry(2, redness=2))
    page.open_at(session().id)
    assert not page.form.date_row.shift.isVisible()
    page.form.date.setText("1 March 2026")
    page.form.date.take()
    assert page.form.date_row.shift.text() == (
        "The 1 entry stays on its date and its day is counted anew: 4 March becomes day 3, not "
        "day 2."
    )
    page.form.date.setText("2 March 2026")
    page.form.date.take()
    assert not page.form.date_row.shift.isVisible()


def test_a_date_that_leaves_an_entry_too_early_is_refused_under_the_field(
    page: AddSessionPage, live: LiveJournal
) -> None:
    live.add_session(session())
    live.put_entry(session().id, entry(0, redness=2))
    page.open_at(session().id)
    page.form.date.setText("17 March 2026")
    page.form.date.take()
    assert page.form.date_row.error.startswith("2026-03-02 is day -15 of the session of")
    page.save.click()
    assert live.journal.recovery(session().id).session.date == DAY_0
    page.form.date.setText("16 March 2026")
    page.form.date.take()
    page.save.click()
    assert live.journal.recovery(session().id).session.date == date_of(14)


def test_whether_a_reminder_is_set_is_said_beside_the_form(
    page: AddSessionPage, preferences: Preferences
) -> None:
    assert page.reminder.title.text() == "No daily reminder"
    preferences.put("reminder", True)
    preferences.put("reminder_time", "19:30")
    page.open_at("new")
    assert page.reminder.title.text() == "Daily reminder at 19:30"
