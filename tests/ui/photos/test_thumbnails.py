"""The list of small pictures: a model Qt accepts, that reads what is in sight and keeps 300."""

from __future__ import annotations

import hashlib

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.ui.photos.thumbnails import MOST_KEPT, Item, Thumbnails
from recovery_tracker.ui.photos.timeline import Timeline
from tests.builders import date_of
from tests.photos.drawn import as_file, face


class Reads:
    """Gives one small picture for every name, and counts."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._data = as_file(face(40, 32))

    def __call__(self, sha256: str) -> bytes:
        self.names.append(sha256)
        return self._data


def items(count: int) -> tuple[Item, ...]:
    return tuple(
        Item(
            "s",
            Photo(date_of(n % 300), "front", hashlib.sha256(str(n).encode()).hexdigest()),
            f"Day {n}",
            f"day {n}",
            f"Day {n}, front",
        )
        for n in range(count)
    )


@pytest.fixture
def reads() -> Reads:
    return Reads()


@pytest.fixture
def model(qtbot: QtBot, reads: Reads) -> Thumbnails:
    return Thumbnails(reads)


def test_qt_accepts_the_model(model: Thumbnails) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_items(items(5))
    model.show_chosen(model.items[0], model.items[4])
    model.show_items(items(3))
    model.forget()
    assert model.rowCount() == 0
    tester.setParent(None)


def test_the_pair_is_told_by_a_letter_too(model: Thumbnails) -> None:
    model.show_items(items(3))
    model.show_chosen(model.items[0], model.items[2])
    texts = [model.index(row).data() for row in range(3)]
    assert texts == ["Day 0 · A", "Day 1", "Day 2 · B"]
    spoken = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert spoken == [
        "Day 0, front, compared as A",
        "Day 1, front",
        "Day 2, front, compared as B",
    ]


def test_at_most_300_small_pictures_are_kept(model: Thumbnails, reads: Reads) -> None:
    model.show_items(items(500))
    for row in range(500):
        model.index(row).data(Qt.ItemDataRole.DecorationRole)
    assert len(model._pixmaps) == MOST_KEPT == 300
    model.index(499).data(Qt.ItemDataRole.DecorationRole)
    assert len(reads.names) == 500, "one in memory is not read again"
    model.index(0).data(Qt.ItemDataRole.DecorationRole)
    assert len(reads.names) == 501


def test_a_small_picture_takes_no_more_memory_than_it_shows(qtbot: QtBot) -> None:
    data = as_file(face(240, 320))
    model = Thumbnails(lambda _name: data)
    model.show_items(items(1))
    picture = model.index(0).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(picture, QPixmap)
    assert (picture.width(), picture.height()) == (136, 181), "it covers 136 x 116"


def test_a_picture_that_is_not_here_is_no_failure(qtbot: QtBot) -> None:
    asked: list[str] = []

    def missing(sha256: str) -> bytes:
        asked.append(sha256)
        raise NotFound("only its description")

    model = Thumbnails(missing)
    model.show_items(items(1))
    for _time in range(2):
        picture = model.index(0).data(Qt.ItemDataRole.DecorationRole)
        assert isinstance(picture, QPixmap)
        assert picture.isNull()
    assert len(asked) == 1


def test_forgetting_lets_go_of_every_picture(model: Thumbnails) -> None:
    model.show_items(items(3))
    model.show_chosen(model.items[0], model.items[1])
    model.index(0).data(Qt.ItemDataRole.DecorationRole)
    model.forget()
    assert (model.items, len(model._pixmaps), model._chosen) == ((), 0, (None, None))


@pytest.fixture
def timeline(qtbot: QtBot, model: Thumbnails) -> Timeline:
    model.show_items(items(500))
    made = Timeline(model)
    qtbot.addWidget(made)
    made.resize(1000, made.height())
    made.show()
    return made


def test_only_what_is_in_sight_is_read(timeline: Timeline, model: Thumbnails, reads: Reads) -> None:
    timeline.grab()
    in_sight = len(reads.names)
    assert 8 <= in_sight <= 12
    bar = timeline.horizontalScrollBar()
    bar.setValue(bar.maximum())
    timeline.grab()
    assert len(reads.names) <= 2 * 12
    assert reads.names[-1] == model.items[-1].photo.sha256


def test_a_click_and_enter_open_a_photo(timeline: Timeline, qtbot: QtBot) -> None:
    opened: list[Item] = []
    timeline.opened.connect(opened.append)
    place = timeline.visualRect(timeline.model().index(2, 0)).center()
    qtbot.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(timeline, Qt.Key.Key_Right)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    assert [item.label for item in opened] == ["Day 2", "Day 3"]


def test_an_upright_wheel_moves_along_the_row(timeline: Timeline) -> None:
    turned = QWheelEvent(
        QPointF(50, 50),
        timeline.mapToGlobal(QPointF(50, 50)),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(timeline.viewport(), turned)
    assert timeline.horizontalScrollBar().value() == 120
