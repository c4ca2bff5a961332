"""The banner on the Today page: its words, what can be done about it, and its place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.warnings import Level
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from tests.builders import build, daily
from tests.clock import Clock
from tests.ui.pages.conftest import Hand, Opens

KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"))

URGENCY = ["Not at all", "A little", "Very"]


def texts(part: QWidget) -> str:
    labels = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    return "\n".join(labels)


def button(part: QWidget, text: str) -> QPushButton:
    return next(b for b in part.findChildren(QPushButton) if b.text() == text and not b.isHidden())


def buttons(page: TodayPage) -> list[str]:
    found = page.top.banner.findChildren(QPushButton)
    return [b.text() for b in found if b.isVisible()]


def test_contact_says_what_to_do_and_why(open_today: Opens) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    said = texts(page.top.banner)
    assert "Call your dermatologist today" in said
    assert "Based on what you logged today" in said
    assert "You noted <b>blisters</b> on day 4." in said
    assert "Small blisters or a cold sore on treated skin should be checked." in said
    assert "Call your dermatologist today, do not pick, and do not share towels." in said
    assert "If they are closed, call an urgent care line." in said
    assert buttons(page) == [
        "Call Dr Okafor · 020 7946 0018",
        "Show my dermatologist",
        "Copy number",
        "I've contacted them",
        *URGENCY,
    ]
    assert not page.top.slot.isVisible()


def test_urgent_lists_the_others_under_also_noted(open_today: Opens) -> None:
    page = open_today(build({4: daily(fever=True, pus=True)}), profile=KNOWN)
    said = texts(page.top.banner)
    assert "Get help today" in said
    assert "Also noted" in said
    assert "<b>Get help today</b>&nbsp; You noted pus" in said
    assert page.top.banner.level == "urgent"


def test_now_has_one_button_and_no_clinic(open_today: Opens) -> None:
    page = open_today(build({4: daily(breathing_difficulty=True, hives=True)}), profile=KNOWN)
    said = texts(page.top.banner)
    assert "Call your local emergency number now" in said
    assert "You noted" in said
    assert "trouble breathing or swallowing" in said
    assert "Lie down unless that makes breathing harder, and do not drive yourself." in said
    assert "What to do now" not in said
    assert buttons(page) == ["I have called"]


def test_watch_has_no_solid_bar_and_says_when_it_becomes_a_call(
    open_today: Opens, hand: Hand
) -> None:
    recovery = build({3: daily(swelling=1), 4: daily(swelling=1)})
    page = open_today(recovery, profile=KNOWN)
    said = texts(page.top.banner)
    assert "Keep an eye on it" in said
    assert "<b>Call your dermatologist if it grows, or is still there on day 6.</b>" in said
    assert buttons(page) == ["What helps", "See chart"]
    hand.click(button(page.top.banner, "What helps"))
    assert "Cool cloth, extra pillow." in texts(page.top.banner)
    hand.click(button(page.top.banner, "My dermatologist has seen this"))
    assert page.top.banner.warning is None
    assert "It stays folded until 9 Mar." in texts(page.top.folded[0])


def test_without_a_number_it_asks_for_one(open_today: Opens, qtbot: QtBot, hand: Hand) -> None:
    page = open_today(build({4: daily(blisters=True)}))
    assert "The number is on your aftercare sheet." in texts(page.top.banner)
    with qtbot.waitSignal(page.went) as went:
        hand.click(button(page.top.banner, "Add your clinic's number"))
    assert went.args == ["settings", "dermatologist"]


def test_the_other_actions_go_where_they_say(open_today: Opens, qtbot: QtBot, hand: Hand) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    with qtbot.waitSignal(page.went) as went:
        hand.click(button(page.top.banner, "Show my dermatologist"))
    assert went.args == ["report", "show"]
    with qtbot.waitSignal(page.top.call_wanted) as call:
        page.top.call_wanted.disconnect(page.doing.call)
        hand.click(button(page.top.banner, "Call Dr Okafor · 020 7946 0018"))
    assert call.args == ["020 7946 0018"]
    hand.click(button(page.top.banner, "Copy number"))
    assert QApplication.clipboard().text() == "020 7946 0018"


def test_contacted_folds_all_that_was_on_screen_and_undo_brings_it_back(
    open_today: Opens, hand: Hand, live: LiveJournal
) -> None:
    page = open_today(build({4: daily(fever=True, pus=True)}), profile=KNOWN)
    hand.click(button(page.top.banner, "I've contacted them"))
    assert not page.top.banner.isVisible()
    [line] = page.top.folded
    assert "You contacted the clinic, 6 Mar 20:00." in texts(line)
    assert live.snapshot is not None
    assert len(live.snapshot.active) == 2  # folded is not ended
    hand.click(button(line, "Undo"))
    assert page.top.banner.isVisible()
    assert page.top.folded == []


@pytest.mark.parametrize(("signs", "hours"), [(("blisters",), 48), (("fever", "pus"), 24)])
def test_what_was_contacted_opens_again_to_the_second(
    open_today: Opens,
    hand: Hand,
    live: LiveJournal,
    clock: Clock,
    signs: tuple[str, ...],
    hours: int,
) -> None:
    page = open_today(build({4: daily(**dict.fromkeys(signs, True))}), profile=KNOWN)
    hand.click(button(page.top.banner, "I've contacted them"))
    clock.turn(hours=hours, seconds=-1)
    live.refresh()
    assert len(page.top.folded) == 1
    assert not page.top.banner.isVisible()
    clock.turn(seconds=1)
    live.refresh()
    assert page.top.folded == []
    assert page.top.banner.isVisible()


def test_undo_is_offered_only_while_the_act_is_the_latest_change(
    open_today: Opens, hand: Hand
) -> None:
    page = open_today(build({4: daily(fever=True)}), profile=KNOWN)
    hand.click(button(page.top.banner, "I've contacted them"))
    hand.click(page.care.chips["moisturised"])
    assert not page.top.folded[0].undo.isVisible()


@pytest.mark.parametrize("answer", ["I have been seen", "Entered by mistake"])
def test_the_folded_line_ends_it(open_today: Opens, hand: Hand, answer: str) -> None:
    page = open_today(build({4: daily(fever=True, pus=True)}), profile=KNOWN)
    hand.click(button(page.top.banner, "I've contacted them"))
    hand.click(button(page.top.folded[0], answer))
    assert page.view is not None
    assert page.view.snapshot.active == ()
    assert page.top.folded == []


def test_after_the_call_now_offers_to_be_seen(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(breathing_difficulty=True)}), profile=KNOWN)
    hand.click(button(page.top.banner, "I have called"))
    assert "You called, 6 Mar 20:00." in texts(page.top.folded[0])
    assert button(page.top.folded[0], "I have been seen")


def test_a_new_reason_opens_a_banner_again(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(fever=True)}), profile=KNOWN)
    hand.click(button(page.top.banner, "I've contacted them"))
    hand.click(page.signs.chips.chips["blisters"])
    assert page.top.banner.isVisible()


def test_unticking_withdraws_it_at_once(open_today: Opens, hand: Hand) -> None:
    page = open_today()
    hand.click(page.signs.chips.chips["pus"])
    assert page.top.banner.isVisible()
    hand.click(page.signs.chips.chips["pus"])
    assert not page.top.banner.isVisible()
    assert page.top.slot.isVisible()


def test_it_is_an_alert_that_is_announced_once(
    open_today: Opens, hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    alerts: list[int] = []

    def heard(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())
        elif event.type() == QAccessible.Event.Alert:
            alerts.append(1)

    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    page = open_today(profile=KNOWN)
    spoken = QAccessible.queryAccessibleInterface(page.top.banner)
    assert spoken.role() == QAccessible.Role.AlertMessage
    hand.click(page.signs.chips.chips["pus"])
    hand.click(page.skin.rows["redness"].buttons[1])
    once = [text for text in told if text.startswith("Contact. Call your dermatologist today.")]
    assert once == ["Contact. Call your dermatologist today. You noted pus on day 4."]
    assert alerts == [1]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_the_clicked_row_does_not_move_under_the_pointer(
    open_today: Opens, hand: Hand, size: tuple[int, int]
) -> None:
    page = open_today(build({4: daily(itching=1)}), profile=KNOWN, size=size)
    for row in ("redness", "itching"):
        option = page.skin.rows[row].buttons[4]
        before = option.mapToGlobal(QPoint(0, 0)).y()
        hand.click(option)
        assert page.top.banner.isVisible()
        assert option.mapToGlobal(QPoint(0, 0)).y() == before
        hand.click(option)
        assert option.mapToGlobal(QPoint(0, 0)).y() == before


def test_a_banner_out_of_sight_colours_the_footer(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(itching=1)}), profile=KNOWN)
    hand.click(page.skin.rows["redness"].buttons[4])
    assert page.footer.words.alarm == "Call your dermatologist today"
    assert page.footer.words.level == Level.CONTACT.code
    hand.click(page.footer.show_banner)
    assert page.footer.words.alarm == ""
    body = page.top.banner.body
    assert body is not None
    assert QApplication.focusWidget() is body.heading


def test_done_scrolls_to_the_banner_and_gives_it_the_focus(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(itching=1)}), profile=KNOWN)
    hand.click(page.skin.rows["redness"].buttons[4])
    hand.click(page.footer.primary)
    body = page.top.banner.body
    assert body is not None
    assert QApplication.focusWidget() is body.heading
    assert page.column.verticalScrollBar().value() == 0
    assert page.footer.sentence.text() == "Day 4 saved at 20:00."
    assert page.footer.primary.text() == "Show my dermatologist"
    assert not page.heading.same.isVisible()


def test_after_done_now_offers_no_clinic(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(breathing_difficulty=True)}), profile=KNOWN)
    hand.click(page.footer.primary)
    assert not page.footer.primary.isVisible()


def test_going_to_the_warning_from_elsewhere_focuses_it(open_today: Opens) -> None:
    page = open_today(build({4: daily(pus=True)}), profile=KNOWN)
    page.open_at("warning")
    assert page.top.banner.body is not None
    assert QApplication.focusWidget() is page.top.banner.body.heading


def test_a_ticked_sign_has_the_colour_of_its_level(open_today: Opens) -> None:
    page = open_today(build({4: daily(pus=True, fever=True)}))
    assert page.view is not None
    assert page.view.tones["pus"] == "urgent"
    assert page.view.tones["fever"] == "urgent"
