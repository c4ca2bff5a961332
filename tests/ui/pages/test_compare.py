"""Two sessions side by side: the table, the sentences, the choice of both."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.pages.compare import ComparePage
from recovery_tracker.ui.preferences import Preferences
from tests.builders import DAY_0, daily, entry, session
from tests.ui.controls import nameless, too_small

OLDER = "00000000-0000-4000-8000-000000000002"
OTHER_SKIN = "00000000-0000-4000-8000-000000000003"
OLDER_DATE = DAY_0 - dt.timedelta(days=120)
SKIN_DATE = DAY_0 - dt.timedelta(days=240)


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> ComparePage:
    """Three sessions: on the back, on the face with two days, on the face and now on day 4."""
    live.add_session(session(id=OTHER_SKIN, date=SKIN_DATE, areas=("back",), device="rf"))
    live.put_entry(OTHER_SKIN, entry(0, start=SKIN_DATE, **daily(redness=4)))
    live.add_session(session(id=OLDER, date=OLDER_DATE, needle_depth_mm=1.0))
    live.put_entry(OLDER, entry(0, start=OLDER_DATE, **daily(redness=3, flaking=1)))
    live.put_entry(OLDER, entry(6, start=OLDER_DATE, **daily()))
    live.add_session(session())
    for day in range(3):
        live.put_entry(session().id, entry(day, **daily(redness=2 - day)))
    made = ComparePage(live)
    qtbot.addWidget(made)
    live.changed.connect(made.show_snapshot)
    made.resize(1068, 800)
    made.show()
    made.show_snapshot(seen(live))
    made.open_at(OLDER)
    return made


def seen(live: LiveJournal) -> Snapshot:
    assert live.snapshot is not None
    return live.snapshot


def table(page: ComparePage) -> dict[str, tuple[str, str]]:
    model = page.table.model
    rows = [
        [model.data(model.index(row, column)) for column in range(3)]
        for row in range(model.rowCount())
    ]
    return {name: (one, other) for name, one, other in rows}


def headings(page: ComparePage) -> list[str]:
    return [page.table.model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 2)]


def choose(page: ComparePage, side: int, session_id: str) -> None:
    choice = (page.one, page.other)[side].choice
    choice.setCurrentIndex(choice.findData(session_id))
    choice.activated.emit(choice.currentIndex())


def test_facts_and_milestones_stand_side_by_side(page: ComparePage) -> None:
    assert headings(page) == ["Session 3", "Session 2"]
    told = table(page)
    assert told["Needle depth"] == ("1.5 mm", "1.0 mm")
    assert told["Redness at most mild"] == ("From day 1", "From day 6")
    assert told["Highest sum"] == ("2, day 0", "4, day 0")
    assert told["None recorded for any symptom"] == ("From day 2", "From day 6")
    assert told["Warnings"][0] == "None from this log"
    assert told["Logged"][0] == "3 of 5 days"


def test_the_same_is_told_in_sentences_and_copied(page: ComparePage) -> None:
    assert page.words.text.text().startswith(
        "Redness at most mild: from day 1; Session 2: from day 6."
    )
    page.words.copy.click()
    assert QGuiApplication.clipboard().text() == page.words.text.text()


def test_another_session_can_be_chosen_on_either_side(page: ComparePage) -> None:
    choose(page, 1, OTHER_SKIN)
    assert headings(page) == ["Session 3", "Session 1"]
    assert "Session 1 was on other skin, so the two need not go alike." in page.words.text.text()
    assert "Session 1 was of another depth or device" in page.words.text.text()
    choose(page, 0, OLDER)
    assert headings(page) == ["Session 2", "Session 1"]


def test_the_same_session_twice_changes_the_sides(page: ComparePage) -> None:
    choose(page, 0, OLDER)
    assert headings(page) == ["Session 2", "Session 3"]


def test_a_session_that_is_deleted_gives_its_place_to_another(
    page: ComparePage, live: LiveJournal
) -> None:
    live.delete_session(OLDER)
    assert headings(page) == ["Session 2", "Session 1"]
    live.delete_session(OTHER_SKIN)
    assert page.too_few.isVisible()
    assert not page.table.isVisible()


def test_two_without_anything_in_common_say_so(page: ComparePage, live: LiveJournal) -> None:
    for day in range(3):
        live.delete_entry(session().id, DAY_0 + dt.timedelta(days=day))
    assert page.words.text.text() == "Nothing was recorded in both yet."
    assert table(page)["Highest sum"][0] == "Not recorded"


def test_a_day_of_either_can_be_opened(page: ComparePage, live: LiveJournal, qtbot: QtBot) -> None:
    strip = page.other.strip
    with qtbot.waitSignal(page.went) as went:
        QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=strip.place_of(6).center())
    assert went.args == ["today", OLDER_DATE + dt.timedelta(days=6)]
    assert seen(live).session is not None
    assert seen(live).session.id == OLDER  # type: ignore[union-attr]


@pytest.mark.parametrize("width", [1068, 940, 700])
def test_only_the_page_scrolls(page: ComparePage, qtbot: QtBot, width: int) -> None:
    page.resize(width, 700)

    def settled() -> bool:
        inside = page.table.table.verticalScrollBar().maximum()
        return inside == 0 and page.area.horizontalScrollBar().maximum() == 0

    qtbot.waitUntil(settled, timeout=2_000)


def test_every_control_has_a_name_and_a_size(page: ComparePage) -> None:
    assert nameless(page) == []
    assert too_small(page) == []
