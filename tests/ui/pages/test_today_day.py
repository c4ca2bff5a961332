"""The whole day on the Today page: copying, filling, finishing, going to other days, texts."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.data.store import SqliteStore
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today.room import Room
from tests.builders import DAY_0, build, daily, date_of, session
from tests.clock import Clock
from tests.ui.pages.conftest import Hand, Opens

CTRL = Qt.KeyboardModifier.ControlModifier


def test_same_as_yesterday_copies_grades_only(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({3: daily(redness=2, moisturised=True, notes="tight")}))
    hand.click(page.heading.same)
    entry = hand.kept()
    assert entry.scores["redness"] == 2
    assert entry.usual_answered == 8
    assert (entry.signs, entry.signs_absent, entry.care, entry.notes) == ((), (), (), "")
    assert page.footer.sentence.text() == "1 left: signs. Saved as you go."
    assert page.footer.undo.text() == "Undo “Same as yesterday”"


def test_the_status_says_what_was_copied_and_the_signs_are_asked(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today(build({3: daily(redness=1)}))
    hand.press(page, Qt.Key.Key_R, CTRL)
    assert page.top.slot.title.text() == "Filled from yesterday. Change what is different."
    assert page.signs.property("asking") is True
    assert QApplication.focusWidget() is page.signs.chips.none


def test_same_as_yesterday_says_why_it_cannot(open_today: Opens) -> None:
    page = open_today(build({2: {"redness": 1}}))
    assert not page.heading.same.isEnabled()
    assert page.heading.same.toolTip() == "There are no grades for the day before to copy."


def test_the_rest_is_set_to_none_but_for_what_a_warning_is_about(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today(build({3: {"swelling": 3}, 4: {"redness": 1}}))
    hand.click(page.footer.fill)
    entry = hand.kept()
    assert entry.scores["redness"] == 1
    assert "swelling" not in entry.scores
    assert entry.scores["flaking"] == 0
    assert not page.footer.fill.isVisible()
    assert entry.signs_absent == ()


def test_done_is_kept_and_said(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily()}))
    assert page.footer.sentence.text() == "All answered. Saved as you go."
    assert page.top.slot.title.text() == "Within the usual range for day 4"
    hand.press(page, Qt.Key.Key_Return, CTRL)
    assert hand.kept().done_at is not None
    assert page.footer.sentence.text() == (
        "Day 4 is logged. See you tomorrow. You can still change it."
    )
    assert page.footer.primary.text() == "See how it compares"


def test_done_with_something_missing_says_what(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily() | {"itching": 0}}))
    hand.click(page.skin.rows["itching"].buttons[0])
    assert page.footer.sentence.text() == "1 left: Itching. Saved as you go."
    hand.click(page.footer.primary)
    assert page.footer.sentence.text() == (
        "Day 4 is logged. Not recorded: Itching. You can still change it."
    )


def test_undo_names_what_it_undoes_and_takes_it_back(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(page.skin.rows["redness"].buttons[2])
    assert page.footer.undo.text() == "Undo “Redness: Moderate”"
    hand.click(page.footer.undo)
    assert hand.kept().scores == {}
    assert page.skin.rows["redness"].grade is None


def test_a_calm_word_needs_everything_answered(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: dict.fromkeys(USUAL_SYMPTOMS, 0)}))
    assert page.top.slot.title.text() == "8 of 8 symptoms logged today"
    hand.click(page.signs.chips.none)  # type: ignore[arg-type]
    assert page.top.slot.title.text() == "Within the usual range for day 4"
    assert page.top.slot.text.text() == (
        "This compares your notes with the usual course. It cannot see your skin."
    )


def test_the_arrows_go_through_the_days_and_not_into_the_future(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today(build({3: {"redness": 2}}))
    assert not page.heading.next.isEnabled()
    assert page.heading.next.accessibleName() == "Next day"
    hand.click(page.heading.previous)
    assert page.heading.title.text() == "Day 3"
    assert page.heading.date.text() == "Thursday 5 March"
    assert page.skin.rows["redness"].grade == 2
    hand.click(page.skin.rows["redness"].buttons[1])
    assert hand.kept(3).scores == {"redness": 1}
    assert page.heading.title.text() == "Day 3"
    hand.press(page, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert page.heading.title.text() == "Day 4"


def test_days_before_the_session_read_as_such(open_today: Opens, hand: Hand) -> None:
    page = open_today(build(date=date_of(6)))
    assert page.heading.title.text() == "2 days before treatment"
    assert not page.course.isVisible()
    hand.click(page.skin.rows["redness"].buttons[1])
    assert hand.kept().scores == {"redness": 1}
    page.open_at(date_of(4) - dt.timedelta(days=12))
    assert page.heading.title.text() == "14 days before treatment"
    assert not page.heading.previous.isEnabled()


def test_a_session_far_ahead_takes_no_answers_yet(open_today: Opens) -> None:
    page = open_today(build(date=date_of(40)))
    assert page.heading.title.text() == "36 days before treatment"
    assert page.top.slot.title.text().startswith("You can log how your skin is from")
    assert not any(row.isEnabled() for row in page.skin.rows.values())
    assert not page.footer.primary.isVisible()


def test_a_day_of_a_later_session_is_for_reading(
    open_today: Opens, hand: Hand, live: LiveJournal
) -> None:
    page = open_today(build({0: {"redness": 2}}))
    first = live.snapshot.session  # type: ignore[union-attr]
    live.add_session(session(id="", date=date_of(2)))
    live.select(first.id)  # type: ignore[union-attr]
    assert page.top.slot.title.text() == "This day belongs to the session of 4 Mar 2026"
    for control in (*page.skin.rows.values(), page.signs.chips, page.signs.worried):
        assert not control.isEnabled()
    assert not page.footer.fill.isVisible()
    assert not page.heading.same.isVisible()
    page.open_at(DAY_0)  # an entry that is there can still be changed
    assert page.skin.rows["redness"].isEnabled()
    page.open_at(date_of(4))
    assert page.footer.primary.text() == "Choose that session"
    hand.click(page.footer.primary)
    assert page.heading.title.text() == "Day 2"


def test_midnight_turns_the_page_of_an_untouched_day(
    open_today: Opens, live: LiveJournal, clock: Clock
) -> None:
    page = open_today()
    clock.turn(hours=5)
    live.refresh()
    assert page.heading.title.text() == "Day 5"


def test_midnight_leaves_a_half_answered_day_on_screen(
    open_today: Opens, hand: Hand, live: LiveJournal, clock: Clock
) -> None:
    page = open_today()
    hand.click(page.skin.rows["redness"].buttons[1])
    clock.turn(hours=5)
    live.refresh()
    assert page.heading.title.text() == "Day 4"
    assert page.heading.next.isEnabled()


def test_another_session_opens_on_the_present_day(open_today: Opens, live: LiveJournal) -> None:
    page = open_today(build({0: {"redness": 2}}))
    page.open_at(DAY_0)
    live.add_session(session(id="", date=date_of(1), areas=("back",)))
    assert page.heading.title.text() == "Day 3"


def test_the_day_after_a_warning_asks_how_it_is(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({3: {"pus": True}}))
    assert page.skin.asks.text() == "You noted pus on 5 March. How is it today?"
    hand.click(page.skin.rows["redness"].buttons[0])
    assert not page.skin.asks.isVisible()


def test_a_word_of_a_private_note_is_not_named_the_day_after(open_today: Opens) -> None:
    page = open_today(build({3: {"private_notes": "some pus"}}))
    assert page.skin.asks.text() == "How is it today?"


def test_shortcuts_stand_in_the_tooltips(open_today: Opens) -> None:
    page = open_today(build({3: {"redness": 1}}))
    assert page.heading.previous.toolTip() == "Previous day (Alt+Left)"
    assert page.heading.previous.accessibleName() == "Previous day"
    assert "Ctrl+R" in page.heading.same.toolTip()


# Care and texts ------------------------------------------------------------------------------


def test_care_is_ticked_and_more_of_it_unfolds(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    assert "sun" not in page.care.chips
    hand.click(page.care.more)
    hand.click(page.care.chips["sun"])
    hand.click(page.care.chips["moisturised"])
    assert hand.kept().care == ("moisturised", "sun")
    hand.click(page.care.more)
    assert page.care.chips["sun"].isVisible()  # ticked
    hand.click(page.care.chips["moisturised"])
    assert hand.kept().care == ("sun",)


def test_names_are_asked_where_they_matter(open_today: Opens, hand: Hand, qtbot: QtBot) -> None:
    page = open_today()
    assert not page.care.fields
    hand.click(page.care.more)
    hand.click(page.care.chips["pain_or_fever_medicine"])
    hand.click(page.care.chips["new_product"])
    product = page.care.fields["new_product"]
    medicines = page.care.fields["pain_or_fever_medicine"]
    assert product.isVisible()
    assert medicines.isVisible()
    assert product.y() < medicines.y()
    assert product.nextInFocusChain() in (medicines, product.viewport())
    qtbot.keyClicks(product, "azelaic gel")
    product.keep()
    assert hand.kept().new_product == "azelaic gel"
    hand.click(page.care.chips["pain_or_fever_medicine"])
    assert not medicines.isVisible()


def test_a_note_is_kept_when_it_is_left(open_today: Opens, hand: Hand, qtbot: QtBot) -> None:
    page = open_today()
    page.note.note.setFocus()
    qtbot.keyClicks(page.note.note, "tight in the evening")
    assert hand.kept().notes == ""
    page.skin.rows["redness"].focus_row()
    assert hand.kept().notes == "tight in the evening"


def test_a_note_is_kept_before_the_day_changes_and_when_the_page_goes(
    open_today: Opens, hand: Hand, qtbot: QtBot
) -> None:
    page = open_today()
    qtbot.keyClicks(page.note.note, "warm day")
    page.open_at(date_of(3))
    assert hand.kept(4).notes == "warm day"
    assert page.note.note.toPlainText() == ""
    qtbot.keyClicks(page.note.note, "cold day")
    page.hide()
    assert hand.kept(3).notes == "cold day"


def test_a_private_note_has_its_own_field(open_today: Opens, hand: Hand, qtbot: QtBot) -> None:
    page = open_today()
    assert "private_notes" not in page.note.fields
    hand.click(page.note.private_button)
    qtbot.keyClicks(page.note.fields["private_notes"], "secret")
    page.note.keep()
    assert (hand.kept().notes, hand.kept().private_notes) == ("", "secret")


def test_words_that_could_not_be_kept_stay_on_screen(
    open_today: Opens,
    hand: Hand,
    qtbot: QtBot,
    store: SqliteStore,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = open_today()

    def full(*_args: object, **_named: object) -> None:
        raise StorageProblem("The disk is full.")

    monkeypatch.setattr(store, "change_entry", full)
    qtbot.keyClicks(page.note.note, "long story")
    page.note.keep()
    assert page.note.note.toPlainText() == "long story"
    assert page.note.note.accessibleDescription() == "Not saved yet."
    page.open_at(date_of(3))
    assert page.heading.title.text() == "Day 4"  # it does not leave them behind
    monkeypatch.undo()
    page.note.keep()
    assert hand.kept().notes == "long story"


def test_an_undone_note_leaves_the_field(open_today: Opens, hand: Hand, qtbot: QtBot) -> None:
    page = open_today()
    qtbot.keyClicks(page.note.note, "oops")
    page.note.keep()
    hand.click(page.footer.undo)
    assert page.note.note.toPlainText() == ""


@pytest.mark.parametrize("day", [-1, 0, 4])
@pytest.mark.parametrize("performed_by", ["home", "professional"])
def test_the_home_use_note_stands_by_the_day_text(
    open_today: Opens, performed_by: str, day: int
) -> None:
    page = open_today(
        build(performed_by=performed_by), profile=Profile(cold_sores=True), size=(1024, 700)
    )
    page.open_at(date_of(day))
    said = page.day_text.own.text() if page.day_text.own.isVisible() else ""
    assert ("Use new, sealed needles each time" in said) == (performed_by == "home")
    assert ("cold sores" in said) == (day <= 0)  # to be asked before the session


def test_the_home_use_note_takes_no_room_from_rows_and_signs(open_today: Opens) -> None:
    page = open_today(build({3: daily(redness=2), 4: daily()}, performed_by="home"))
    assert page.day_text.own.isVisible()
    assert page.skin.row_height == Room().tallest_row
    assert page.column.lacking() <= 0


def test_the_day_text_and_the_chart_speak_of_the_day(open_today: Opens) -> None:
    page = open_today(build({3: {"redness": 2}, 4: {"redness": 1}}))
    assert page.day_text.title.text() == "Day 4 after treatment"
    assert page.day_text.text.text().startswith("Flaking is common now")
    assert page.course.charts["redness"].accessibleName() == (
        "Redness mild on day 4, within the usual range none to moderate."
    )
    assert page.course.charts["flaking"].accessibleName() == (
        "Flaking is not recorded on day 4. Usual: none to moderate."
    )
