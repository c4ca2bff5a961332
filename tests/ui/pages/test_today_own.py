"""Own symptoms and care items are added where they are used; five care chips stay in sight."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.preferences import Preferences
from tests.builders import DAY_0, build, daily
from tests.ui.controls import nameless, too_small
from tests.ui.pages.conftest import Hand, Opens

USUAL = ["cleansed", "moisturised", "sunscreen", "cool_compress", "make_up"]


def in_sight(page: TodayPage) -> list[str]:
    return [code for code, chip in page.care.chips.items() if chip.isVisible()]


def test_a_symptom_of_ones_own_gets_a_row_and_the_focus(
    open_today: Opens, hand: Hand, live: LiveJournal, qtbot: QtBot
) -> None:
    page = open_today(build({4: {"redness": 1}}))
    assert page.skin.more.accessibleName() == "Add a symptom of your own"
    hand.click(page.skin.more)
    assert page.skin.own.field.hasFocus()
    qtbot.keyClicks(page.skin.own.field, "Tingling")
    hand.press(page.skin.own.field, Qt.Key.Key_Return)
    assert live.snapshot is not None
    [item] = live.snapshot.symptoms
    assert (item.label, page.skin.own.isVisible()) == ("Tingling", False)
    row = page.skin.rows[item.code]
    assert row.isAncestorOf(QApplication.focusWidget())  # type: ignore[arg-type]
    hand.press(QApplication.focusWidget(), Qt.Key.Key_2)  # type: ignore[arg-type]
    assert hand.kept().scores == {"redness": 1, item.code: 2}


def test_a_name_that_is_there_already_stays_to_be_mended(
    open_today: Opens, hand: Hand, live: LiveJournal, qtbot: QtBot
) -> None:
    page = open_today()
    live.add_own_item("symptom", "Tingling")
    hand.click(page.skin.more)
    qtbot.keyClicks(page.skin.own.field, "TINGLING")
    with qtbot.waitSignal(live.failed):
        hand.click(page.skin.own.add)
    assert page.skin.own.field.text() == "TINGLING"
    assert len(page.skin.rows) == 9


def test_esc_closes_the_line_and_an_empty_name_adds_nothing(
    open_today: Opens, hand: Hand, live: LiveJournal
) -> None:
    page = open_today()
    hand.click(page.skin.more)
    hand.press(page.skin.own.field, Qt.Key.Key_Return)
    assert page.skin.own.isVisible()
    hand.press(page.skin.own.field, Qt.Key.Key_Escape)
    assert not page.skin.own.isVisible()
    assert live.snapshot is not None
    assert live.snapshot.symptoms == ()


def test_care_of_ones_own_gets_a_chip(
    open_today: Opens, hand: Hand, live: LiveJournal, qtbot: QtBot
) -> None:
    page = open_today()
    hand.click(page.care.more)
    hand.click(page.care.add_own)
    qtbot.keyClicks(page.care.own.field, "Humidifier")
    hand.click(page.care.own.add)
    assert live.snapshot is not None
    [item] = live.snapshot.care_items
    hand.click(page.care.more)
    assert in_sight(page) == [*USUAL, item.code]
    hand.click(page.care.chips[item.code])
    assert hand.kept().care == (item.code,)


def test_the_five_in_sight_are_the_persons_choice(
    open_today: Opens, hand: Hand, preferences: Preferences
) -> None:
    page = open_today(build({4: {"moisturised": True}}))
    assert in_sight(page) == USUAL
    hand.click(page.care.more)
    hand.click(page.care.choose)
    assert [code for code in USUAL if page.care.chips[code].isChecked()] == USUAL
    assert not page.care.chips["sun"].isEnabled()
    assert page.care.chips["sun"].toolTip() == "Five are in sight. Let one go first."
    hand.click(page.care.chips["make_up"])
    hand.click(page.care.chips["sun"])
    assert hand.kept().care == ("moisturised",)  # choosing ticks nothing
    hand.click(page.care.choose)
    hand.click(page.care.more)
    assert in_sight(page) == [*USUAL[:-1], "sun"]
    assert preferences.text("care_chips").split(",") == [*USUAL[:-1], "sun"]
    assert page.care.chips["moisturised"].isChecked()


def test_what_was_ticked_stays_in_sight_though_not_chosen(
    open_today: Opens, preferences: Preferences
) -> None:
    preferences.put("care_chips", "sun,exercise")
    page = open_today(build({4: {"make_up": True}}))
    assert in_sight(page) == ["make_up", "sun", "exercise"]


def test_settings_that_are_damaged_bring_the_usual_five(
    open_today: Opens, preferences: Preferences
) -> None:
    preferences.put("care_chips", "nonsense")
    assert in_sight(open_today()) == USUAL


def test_a_day_for_reading_adds_nothing(open_today: Opens, hand: Hand) -> None:
    page = open_today(build(date=DAY_0 + dt.timedelta(days=40)))
    assert not page.skin.more.isVisible()
    hand.click(page.care.more)
    assert not page.care.add_own.isVisible()


def test_what_opens_has_names_and_sizes(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily()}))
    hand.click(page.care.more)
    hand.click(page.care.add_own)
    hand.click(page.skin.more)
    page.column.settle()
    assert nameless(page) == []
    assert too_small(page) == []


def test_a_chip_leaves_examples_to_its_tooltip(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(page.care.more)
    page.column.settle()
    chip = page.care.chips["strong_active"]
    whole = "Strong active product (retinoid, acid, vitamin C)"
    assert chip.text() == "Strong active product"
    assert (chip.toolTip(), chip.accessibleName()) == (whole, whole)
    assert chip.mapTo(page.care, QPoint(chip.width(), 0)).x() <= page.care.width()
