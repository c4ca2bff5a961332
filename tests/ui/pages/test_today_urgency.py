"""The question how urgent it feels, on the Today page: asked once of each warning, and kept."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Act
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.banner_bodies import SolidBody
from recovery_tracker.ui.widgets.banner_urgency import UrgencyQuestion
from recovery_tracker.ui.widgets.buttons import Button
from tests.builders import build, daily, date_of
from tests.clock import Clock
from tests.ui.controls import nameless, too_small
from tests.ui.pages.conftest import Hand, Opens

KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"))


def question(page: TodayPage) -> UrgencyQuestion | None:
    """The question in sight, if there is one; never two at a time."""
    asked = [one for one in page.top.findChildren(UrgencyQuestion) if one.isVisible()]
    assert len(asked) <= 1
    return asked[0] if asked else None


def answer(page: TodayPage, hand: Hand, code: str) -> None:
    asked = question(page)
    assert asked is not None
    hand.click(asked.chips[code])


def contact(page: TodayPage, hand: Hand) -> None:
    buttons = [b for b in page.top.banner.findChildren(Button) if b.isVisible()]
    hand.click(next(b for b in buttons if b.text() in ("I've contacted them", "I have called")))


def acts(live: LiveJournal) -> tuple[Act, ...]:
    assert live.snapshot is not None
    assert live.snapshot.recovery is not None
    return live.snapshot.recovery.acts


def test_an_answer_is_kept_for_all_that_is_shown_and_the_line_goes(
    open_today: Opens, hand: Hand, live: LiveJournal
) -> None:
    page = open_today(build({4: daily(fever=True, pus=True)}), profile=KNOWN)
    assert live.snapshot is not None
    shown = {warning.rule for warning in live.snapshot.active}
    assert len(shown) == 2
    answer(page, hand, "a_little")
    kept = acts(live)
    assert {act.rule for act in kept} == shown
    assert {(act.act, act.urgency_felt, act.date) for act in kept} == {
        (None, "a_little", date_of(4))
    }
    assert question(page) is None
    assert page.top.banner.isVisible()


def test_an_answer_can_be_taken_back(open_today: Opens, hand: Hand, live: LiveJournal) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    answer(page, hand, "very")
    hand.click(page.footer.undo)
    assert acts(live) == ()
    assert question(page) is not None


def test_a_later_item_is_asked_of_alone(open_today: Opens, hand: Hand, live: LiveJournal) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    answer(page, hand, "very")
    hand.click(page.signs.chips.chips["pus"])
    asked = question(page)
    assert asked is not None
    assert set(asked.rules).isdisjoint({act.rule for act in acts(live)})


def test_it_stands_under_the_actions(open_today: Opens) -> None:
    page = open_today(build({4: daily(fever=True, pus=True)}), profile=KNOWN)
    asked = question(page)
    assert asked is not None
    buttons = [b for b in page.top.banner.findChildren(Button) if b.isVisible()]
    lowest = max(b.mapTo(page, QPoint(0, b.height())).y() for b in buttons)
    assert asked.mapTo(page, QPoint(0, 0)).y() >= lowest


def test_now_is_never_asked_of(open_today: Opens, hand: Hand) -> None:
    both = daily(breathing_difficulty=True, blisters=True)
    page = open_today(build({4: both}), profile=KNOWN)
    assert question(page) is None
    contact(page, hand)
    assert page.top.folded
    assert question(page) is None


def test_watch_is_never_asked_of(open_today: Opens) -> None:
    page = open_today(build({3: daily(swelling=1), 4: daily(swelling=1)}), profile=KNOWN)
    assert page.top.banner.level == "watch"
    assert question(page) is None


def test_the_folded_line_asks_until_it_is_answered(
    open_today: Opens, hand: Hand, live: LiveJournal
) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    contact(page, hand)
    answer(page, hand, "not_at_all")
    assert [act.urgency_felt for act in acts(live)] == [None, "not_at_all"]
    assert question(page) is None
    [line] = page.top.folded
    assert not line.undo.isVisible()  # it would take the answer back, not the call


def test_an_answered_item_is_not_asked_of_when_it_folds(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    answer(page, hand, "very")
    contact(page, hand)
    assert page.top.folded[0].undo.isVisible()
    assert question(page) is None


def test_a_folded_line_waits_while_a_banner_asks(open_today: Opens, hand: Hand) -> None:
    page = open_today(build({4: daily(fever=True)}), profile=KNOWN)
    contact(page, hand)
    hand.click(page.signs.chips.chips["blisters"])
    asked = question(page)
    assert asked is not None
    assert page.top.banner.isAncestorOf(asked)


def test_it_can_be_answered_by_key(open_today: Opens, hand: Hand, live: LiveJournal) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    asked = question(page)
    assert asked is not None
    chip = asked.chips["very"]
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    hand.press(chip, Qt.Key.Key_Space)
    assert [act.urgency_felt for act in acts(live)] == ["very"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page.isAncestorOf(focused)
    assert focused.isVisible()


def test_each_answer_names_the_question(open_today: Opens) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    asked = question(page)
    assert asked is not None
    assert asked.accessibleName() == "How urgent does it feel?"
    assert [chip.accessibleName() for chip in asked.chips.values()] == [
        "How urgent does it feel? Not at all",
        "How urgent does it feel? A little",
        "How urgent does it feel? Very",
    ]


@pytest.mark.parametrize("folded", [False, True])
@pytest.mark.parametrize("percent", [100, 130])
@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_it_is_one_line_of_targets_large_enough(
    open_today: Opens, hand: Hand, size: tuple[int, int], percent: int, folded: bool
) -> None:
    theme().scale_to(percent)
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN, size=size)
    if folded:
        contact(page, hand)
    page.column.settle()
    asked = question(page)
    assert asked is not None
    chips = list(asked.chips.values())
    assert len({chip.y() for chip in chips}) == 1
    assert all(chip.geometry().right() <= asked.width() for chip in chips)
    gaps = [right.x() - left.geometry().right() - 1 for left, right in pairwise(chips)]
    assert min(gaps) >= 4
    assert too_small(asked) == []
    assert nameless(asked) == []


@pytest.mark.parametrize("size", [(1280, 800), (1024, 700)])
def test_answering_does_not_scroll_the_page(
    open_today: Opens, hand: Hand, size: tuple[int, int]
) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN, size=size)
    body = page.top.banner.body
    assert isinstance(body, SolidBody)
    before = page.top.banner.mapTo(page, QPoint(0, 0))
    answer(page, hand, "very")
    assert page.top.banner.mapTo(page, QPoint(0, 0)) == before


def test_another_day_of_the_same_item_does_not_ask_again(
    open_today: Opens, hand: Hand, live: LiveJournal, clock: Clock
) -> None:
    page = open_today(build({4: daily(blisters=True)}), profile=KNOWN)
    answer(page, hand, "very")
    clock.turn(days=1)
    live.refresh()
    assert page.top.banner.isVisible()
    assert question(page) is None
