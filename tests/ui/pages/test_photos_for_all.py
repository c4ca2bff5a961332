"""The pages of photos for everyone: names, sizes, keys, large type, small windows, dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.journal import NewPhoto
from recovery_tracker.photos.picture import Picture, read_picture
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.add_photos import AddPhotosPage
from recovery_tracker.ui.pages.photos import PhotosPage
from recovery_tracker.ui.theme import theme
from tests.builders import daily, date_of, entry, session
from tests.photos.drawn import as_file, face
from tests.ui.every_page import cut, focusable, settle

SMALLEST = 24  # px, WCAG 2.2 target size
STATES = ("compare", "edit", "line up", "none", "add")
Opens = Callable[[str], QWidget]


@pytest.fixture(scope="module")
def pictures() -> tuple[Picture, ...]:
    return tuple(read_picture(as_file(face(90, 120, light=light))) for light in (1.0, 0.8))


@pytest.fixture
def opens(
    window: MainWindow, live: LiveJournal, pictures: tuple[Picture, ...], qtbot: QtBot
) -> Opens:
    """Bring a state of the pages to the front."""

    def opened(state: str) -> QWidget:
        theme().choose_motion("less")
        live.add_session(session())
        for day in (0, 4):
            live.put_entry(session().id, entry(day, **daily(redness=2, flaking=1, pain=1)))
        if state not in ("none", "add"):
            new = [
                NewPhoto(date_of(day), "front", picture.data, picture.thumbnail)
                for day, picture in zip((0, 4), pictures, strict=True)
            ]
            live.add_photos(session().id, new)
        window.go("add_photos" if state == "add" else "photos")
        page = window.deck.page
        if isinstance(page, PhotosPage) and state == "edit":
            page.notes.edit.click()
        elif isinstance(page, PhotosPage) and state == "line up":
            page.compare.line_up.click()
        elif isinstance(page, AddPhotosPage):
            with qtbot.waitSignal(page.reader.finished, timeout=20_000):
                page.open_at((as_file(face(90, 120)), b"no picture"))
        settle()
        return window

    return opened


@pytest.mark.parametrize("state", STATES)
def test_every_control_has_a_name_and_a_size_to_be_hit(opens: Opens, state: str) -> None:
    window = opens(state)
    for scale in (100, 130):
        theme().scale_to(scale)
        settle()
        for control in focusable(window):
            interface = QAccessible.queryAccessibleInterface(control)
            name = interface.text(QAccessible.Text.Name)
            assert name.strip(), control
            assert min(control.width(), control.height()) >= SMALLEST, name


@pytest.mark.parametrize("scale", [100, 130])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_off(opens: Opens, qtbot: QtBot, state: str, scale: int) -> None:
    window = opens(state)
    theme().scale_to(scale)
    for size in ((1280, 800), (1024, 700)):
        window.resize(*size)
        for look in ("light", "dark"):
            theme().choose(look)
            settle()
            qtbot.waitUntil(lambda: list(cut(window)) == [], timeout=3_000)
