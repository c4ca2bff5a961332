"""What is clicked stays under the pointer, whatever the click brings to the page."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.today import TodayPage
from tests.builders import build, daily
from tests.ui.pages.conftest import Hand, Opens

KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"))
SIZES = [(1280, 800), (1024, 700)]
SCROLLS = [0, 60]  # px, as far as the page can be scrolled at all


@dataclass(frozen=True)
class Story:
    """What is logged before, and the controls that bring something to the page when clicked."""

    recovery: Recovery
    controls: tuple[str, ...]


CALM = build({3: daily(redness=2), 4: daily()})
BEGUN = build({3: daily(redness=2), 4: {"itching": 1}})
STORIES = {
    "calm to contact": Story(CALM, ("redness 3", "itching 4", "pus", "warmth", "worried")),
    "calm to urgent": Story(CALM, ("flaking 4", "pain 4", "spreading_redness")),
    "calm to now": Story(CALM, ("breathing_difficulty",)),
    "calm to watch": Story(CALM, ("dryness 3", "pain 2", "warmth")),
    "begun": Story(BEGUN, ("redness 0", "burning 4", "none", "hives", "care moisturised")),
    "watch to contact": Story(
        build({3: daily(swelling=1), 4: daily(swelling=1)}), ("swelling 3", "pus", "cold_sore")
    ),
    "contact to urgent": Story(build({4: daily(pus=True)}), ("redness 1", "fever", "blisters")),
}


def control(page: TodayPage, name: str) -> QAbstractButton:
    kind, _space, which = name.partition(" ")
    if kind in page.skin.rows:
        return page.skin.rows[kind].buttons[int(which)]
    if kind == "care":
        return page.care.chips[which]
    if kind == "worried":
        return page.signs.worried
    if kind == "none":
        assert page.signs.chips.none is not None
        return page.signs.chips.none
    return page.signs.chips.chips[kind]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("story", list(STORIES))
def test_nothing_moves_under_the_pointer(
    open_today: Opens, hand: Hand, live: LiveJournal, story: str, size: tuple[int, int]
) -> None:
    page = open_today(STORIES[story].recovery, profile=KNOWN, size=size)
    moved = [
        (name, scroll, shift)
        for name in STORIES[story].controls
        for scroll in SCROLLS
        if (shift := shift_of_click(page, name, scroll, hand, live)) != (0, 0)
    ]
    assert moved == []


def warned(page: TodayPage) -> list[tuple[str, object]]:
    assert page.view is not None
    return [(warning.rule, warning.rank) for warning in page.view.unfolded]


def shift_of_click(
    page: TodayPage, name: str, scroll: int, hand: Hand, live: LiveJournal
) -> tuple[int, int]:
    """Click a control, take it back, and return how far the click moved it on the screen."""
    page.column.forget_place()
    page.column.verticalScrollBar().setValue(scroll)
    clicked = control(page, name)
    before = clicked.mapToGlobal(QPoint(0, 0))
    noted = warned(page)
    hand.click(clicked)
    QApplication.processEvents()
    shift = clicked.mapToGlobal(QPoint(0, 0)) - before
    quiet = name in ("redness 0", "redness 1", "none", "care moisturised")
    assert (warned(page) == noted) is quiet, "a click on it was to bring something to the banner"
    live.undo()
    QApplication.processEvents()
    return shift.x(), shift.y()


def test_unticking_where_the_page_was_scrolled_moves_nothing(open_today: Opens, hand: Hand) -> None:
    page = open_today(CALM, profile=KNOWN)
    chip = page.signs.chips.chips["pus"]
    before = chip.mapToGlobal(QPoint(0, 0))
    hand.click(chip)
    hand.click(chip)
    assert not page.top.banner.isVisible()
    assert chip.mapToGlobal(QPoint(0, 0)) == before


def test_unticking_at_the_top_shows_the_top(open_today: Opens, hand: Hand) -> None:
    """The one case in which it moves: the banner goes, and there is nothing above to show."""
    page = open_today(build({4: daily(pus=True)}), profile=KNOWN)
    hand.click(page.signs.chips.chips["pus"])
    assert page.column.verticalScrollBar().value() == 0
    assert page.column.top_of(page.heading) >= 0


def test_the_scroll_bar_takes_no_room_from_the_page(open_today: Opens, hand: Hand) -> None:
    page = open_today(CALM, profile=KNOWN)
    width = page.skin.width()
    hand.click(page.skin.rows["pain"].buttons[4])
    assert page.column.verticalScrollBar().maximum() > 0
    assert page.skin.width() == width
