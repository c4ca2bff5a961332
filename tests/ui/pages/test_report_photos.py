"""Photos on the Report page: offered where there are any, off until they are chosen."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from recovery_tracker.journal import NewPhoto
from recovery_tracker.photos.picture import read_picture
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.report_maker import Order
from tests.builders import daily, date_of, entry, session
from tests.photos.drawn import as_file, face


@pytest.fixture
def page(
    window: MainWindow, live: LiveJournal, monkeypatch: pytest.MonkeyPatch
) -> tuple[ReportPage, list[Order]]:
    """The page, and what its maker is asked for."""
    live.add_session(session())
    live.put_entry(session().id, entry(0, **daily(redness=2)))
    window.go("report")
    shown = window.deck.page
    assert isinstance(shown, ReportPage)
    orders: list[Order] = []
    monkeypatch.setattr(shown.maker, "preview", orders.append)
    return shown, orders


def test_photos_are_offered_where_there_are_any_and_off(
    page: tuple[ReportPage, list[Order]], live: LiveJournal, qtbot: QtBot
) -> None:
    shown, orders = page
    box = shown.panel.includes.photos
    assert not box.isVisibleTo(shown.panel)
    picture = read_picture(as_file(face(90, 120)))
    new = NewPhoto(date_of(0), "front", picture.data, picture.thumbnail)
    live.add_photos(session().id, [new])
    assert box.isVisibleTo(shown.panel)
    assert not box.isChecked()
    assert orders[-1].pictures == {}
    assert not orders[-1].options.photos
    box.click()
    assert orders[-1].options.photos
    assert orders[-1].pictures == {new.photo.sha256: picture.data}
    live.delete_photo(session().id, new.photo)
    assert not box.isVisibleTo(shown.panel)
    assert not orders[-1].options.photos


def test_they_stay_out_of_later_reports_until_chosen_again(
    page: tuple[ReportPage, list[Order]], live: LiveJournal
) -> None:
    shown, _orders = page
    picture = read_picture(as_file(face(90, 120)))
    live.add_photos(session().id, [NewPhoto(date_of(0), "front", picture.data, picture.thumbnail)])
    shown.panel.includes.photos.click()
    anew = ReportPage(live)
    assert live.snapshot is not None
    anew.panel.show_snapshot(live.snapshot)
    assert not anew.panel.includes.photos.isChecked()
    anew.deleteLater()
