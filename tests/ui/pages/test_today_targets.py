"""Nothing on the Today page is smaller than 24 x 24, and neighbours are at least 4 px apart."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.ui.pages.today import TodayPage
from recovery_tracker.ui.theme import theme
from tests.builders import build, daily, date_of
from tests.ui.controls import controls, too_small
from tests.ui.pages.conftest import Hand, Opens

KNOWN = Profile(dermatologist=Dermatologist(name="Dr Okafor", phone="020 7946 0018"))
LEAST_GAP = 4


def nothing(_page: TodayPage, _hand: Hand) -> None:
    """As it opens."""


def unfold(page: TodayPage, hand: Hand) -> None:
    hand.click(page.signs.else_button)
    hand.click(page.signs.something_else.more)
    hand.click(page.care.more)
    hand.click(page.care.add_own)
    hand.click(page.skin.more)
    hand.click(page.note.private_button)


def choose(page: TodayPage, hand: Hand) -> None:
    hand.click(page.care.more)
    hand.click(page.care.choose)


def finish(page: TodayPage, hand: Hand) -> None:
    hand.click(page.footer.primary)


def contact(page: TodayPage, _hand: Hand) -> None:
    assert page.view is not None
    page.live.act(page.view.session.id, [w.rule for w in page.view.unfolded], "contacted")


def scroll_away(page: TodayPage, _hand: Hand) -> None:
    page.column.verticalScrollBar().setValue(page.column.verticalScrollBar().maximum())


def earlier(page: TodayPage, _hand: Hand) -> None:
    page.open_at(date_of(1))


def far_back(page: TodayPage, _hand: Hand) -> None:
    page.open_at(date_of(-9))


Does = Callable[[TodayPage, Hand], None]
STATES: dict[str, tuple[Recovery, Does]] = {
    "empty": (build({3: daily(redness=2)}), nothing),
    "unfolded": (build({3: daily(redness=2)}), unfold),
    "choosing": (build(), choose),
    "done": (build({4: daily()}), finish),
    "severe": (build({4: {"itching": 3, "burning": 3, "bruising": 4}}), nothing),
    "watch": (build({3: daily(swelling=1), 4: daily(swelling=1)}), nothing),
    "urgent": (build({4: daily(fever=True, pus=True)}), nothing),
    "now": (build({4: daily(breathing_difficulty=True)}), nothing),
    "contacted": (build({4: daily(fever=True, pus=True)}), contact),
    "out of sight": (build({4: daily(fever=True, pus=True)}), scroll_away),
    "asked": (build({3: {"pus": True, "warmth": True}, 4: {"notes": "hard to breathe"}}), nothing),
    "another day": (build({0: daily(), 4: daily()}), earlier),
    "baseline": (build({-9: daily()}), far_back),
}


def too_close(page: TodayPage) -> list[tuple[str, str, int]]:
    """Controls beside each other with less than 4 px between them, in sight or not."""
    placed = [(one, area(one, page)) for one in controls(page)]
    found: list[tuple[str, str, int]] = []
    for (one, here), (other, there) in combinations(placed, 2):
        if one.isAncestorOf(other) or other.isAncestorOf(one) or apart(one, other, page):
            continue
        gap = max(
            there.left() - here.right() - 1,
            here.left() - there.right() - 1,
            there.top() - here.bottom() - 1,
            here.top() - there.bottom() - 1,
        )
        if gap < LEAST_GAP:
            found.append((one.accessibleName(), other.accessibleName(), gap))
    return found


def apart(one: QWidget, other: QWidget, page: TodayPage) -> bool:
    """Whether one scrolls under the footer, where the other is."""
    return page.footer.isAncestorOf(one) is not page.footer.isAncestorOf(other)


def area(control: QWidget, page: TodayPage) -> QRect:
    return QRect(control.mapTo(page, QPoint(0, 0)), control.size())


@pytest.mark.parametrize("state", list(STATES))
@pytest.mark.parametrize(
    ("scale", "size"), [(100, (1280, 800)), (100, (1024, 700)), (130, (1024, 700))]
)
def test_targets_are_large_and_apart(
    open_today: Opens, hand: Hand, state: str, scale: int, size: tuple[int, int]
) -> None:
    theme().scale_to(scale)
    recovery, does = STATES[state]
    page = open_today(recovery, profile=KNOWN, size=size)
    does(page, hand)
    page.column.settle()
    small = [(w.accessibleName(), w.width(), w.height()) for w in too_small(page)]
    assert small == []
    assert too_close(page) == []
