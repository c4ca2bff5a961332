"""The Report page: the real pages beside the window, saved whole or not at all, shown alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.report_maker import Preview
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.report_window import ReportWindow
from tests.builders import build, daily, date_of, session
from tests.pdf import text_of
from tests.ui.controls import nameless, too_small

ENOUGH_MS = 60_000
PRIVATE = "only for me"


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, window: MainWindow) -> ReportPage:
    """A session with three days, its pages made."""
    days = {day: daily(redness=2, flaking=day // 2) for day in range(5)}
    days[4] |= {"notes": "Cheeks feel tight.", "private_notes": PRIVATE}
    live.journal.merge(Log(profile=Profile(name="Alex Sample"), recoveries=(build(days),)))
    live.refresh()
    window.go("report")
    made = window.deck.page
    assert isinstance(made, ReportPage)
    wait_for(qtbot, lambda: made.preview is not None)
    return made


def wait_for(qtbot: QtBot, ready: Callable[[], bool]) -> None:
    qtbot.waitUntil(ready, timeout=ENOUGH_MS)


def preview(page: ReportPage) -> Preview:
    assert page.preview is not None
    return page.preview


def another_preview(qtbot: QtBot, page: ReportPage, change: Callable[[], object]) -> Preview:
    """The pages that follow a change."""
    before = page.preview
    change()
    wait_for(qtbot, lambda: page.preview is not before)
    return preview(page)


def full(page: ReportPage) -> ReportWindow:
    assert page.window_shown is not None
    return page.window_shown


def save_as(page: ReportPage, path: Path) -> None:
    """Answer the question where to save."""
    dialog = page.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(path))
    dialog.close()


# The pages ---------------------------------------------------------------------------------------


def test_the_real_pages_come_with_thumbnails_and_words(page: ReportPage) -> None:
    pages = preview(page).pages
    assert pages
    assert all(not image.isNull() for image in pages)
    assert list(page.view.pages) == list(pages)
    assert [thumb.accessibleName() for thumb in page.thumbs.thumbs] == [
        f"Page {n + 1}" for n in range(len(pages))
    ]
    assert "Recovery report, Day 4 after microneedling" in page.view.accessibleDescription()
    assert PRIVATE not in preview(page).summary


def test_pages_are_made_beside_the_window(
    qtbot: QtBot, page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recovery_tracker.report import pdf

    where: list[threading.Thread] = []
    real = pdf.pages_png

    def watched(*order: object) -> tuple[bytes, ...]:
        where.append(threading.current_thread())
        return real(*order)  # type: ignore[arg-type]

    monkeypatch.setattr(pdf, "pages_png", watched)
    another_preview(qtbot, page, page.panel.includes.charts.click)
    assert where
    assert threading.main_thread() not in where


def test_only_the_newest_order_is_shown(qtbot: QtBot, page: ReportPage) -> None:
    shown: list[Preview] = []
    page.maker.made.connect(shown.append)
    includes = page.panel.includes
    for box in (includes.charts, includes.daily_log, includes.notes_and_care):
        box.click()
    wait_for(qtbot, lambda: bool(shown))
    wanted = includes.options("a4")
    wait_for(qtbot, lambda: preview(page).order.options == wanted)
    assert len(shown) < 3


def test_a_change_of_the_diary_makes_new_pages(
    qtbot: QtBot, page: ReportPage, live: LiveJournal
) -> None:
    told = another_preview(
        qtbot, page, lambda: live.rate(session().id, date_of(4), "redness", 4)
    ).summary
    assert "Redness, day 4: Very severe" in told


def test_coming_back_to_an_unchanged_report_makes_nothing(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    before = page.preview
    window.go("sessions")
    window.go("report")
    window.refresh()
    orders = [thread for thread in threading.enumerate() if thread.name == "report"]
    for thread in orders:
        thread.join(ENOUGH_MS / 1000)
    QApplication.processEvents()
    assert page.preview is before


def test_thumbnails_lead_to_their_pages(qtbot: QtBot, page: ReportPage) -> None:
    assert len(page.view.pages) > 1
    qtbot.mouseClick(page.thumbs.thumbs[1], Qt.MouseButton.LeftButton)
    assert page.view.page == 1
    page.view.go_to(0)
    assert page.thumbs.thumbs[0].isChecked()


def test_100_per_cent_is_the_size_of_the_paper(qtbot: QtBot, page: ReportPage) -> None:
    page.zoom.segments[1].click()
    assert page.view.zoom == 1.0
    assert abs(page.view.width_at(1.0) - 32 - 210 / 25.4 * 96) < 2
    page.zoom.segments[0].click()
    assert page.view.zoom == 0.0


def test_the_paper_of_the_settings_is_used(
    qtbot: QtBot, page: ReportPage, window: MainWindow, preferences: Preferences
) -> None:
    window.go("sessions")
    preferences.put("paper", "us-letter")
    made = another_preview(qtbot, page, lambda: window.go("report"))
    size = made.pages[0].size()
    assert abs(size.height() / size.width() - 11 / 8.5) < 0.01


# What to include ---------------------------------------------------------------------------------


def test_the_patient_can_be_left_out(qtbot: QtBot, page: ReportPage) -> None:
    assert "Alex Sample" in preview(page).summary
    told = another_preview(qtbot, page, page.panel.includes.patient.click).summary
    assert "Alex Sample" not in told


def test_every_line_at_the_top_can_be_left_out(qtbot: QtBot, page: ReportPage) -> None:
    includes = page.panel.includes
    assert "treated" in includes.line_boxes
    assert not includes.line_boxes["treated"].isVisible()
    includes.more.click()
    assert includes.line_boxes["treated"].isVisible()
    made = another_preview(qtbot, page, includes.line_boxes["treated"].click)
    assert "treated" not in {line.code for line in made.lines}
    assert includes.line_boxes["treated"].isVisible()


# Saved and copied --------------------------------------------------------------------------------


def test_save_writes_a_tagged_pdf_and_says_where(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "for my doctor.pdf"
    doing = page.panel.doing
    qtbot.mouseClick(doing.save, Qt.MouseButton.LeftButton)
    save_as(page, path)
    assert not doing.save.isEnabled()
    with qtbot.waitSignal(page.maker.written, timeout=ENOUGH_MS):
        pass
    assert doing.save.isEnabled()
    assert doing.note.text() == f"Saved: {path}"
    assert b"/StructTreeRoot" in path.read_bytes() or b"/MarkInfo" in path.read_bytes()
    told = text_of(path)
    assert "Cheeks feel tight." in told
    assert PRIVATE not in told
    asked: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", asked.append)
    qtbot.mouseClick(doing.folder, Qt.MouseButton.LeftButton)
    assert asked == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_failed_save_says_why_and_leaves_nothing(
    qtbot: QtBot, page: ReportPage, window: MainWindow, tmp_path: Path
) -> None:
    path = tmp_path / "no such folder" / "report.pdf"
    said: list[str] = []
    window.messages.told.connect(said.append)
    page.ask_where()
    with qtbot.waitSignal(page.live.failed, timeout=ENOUGH_MS) as failed:
        save_as(page, path)
    assert failed.args is not None
    (error,) = failed.args
    assert isinstance(error, RecoveryTrackerError)
    assert error.sentence == (
        f"{path} cannot be written: there is no such folder. Choose one that exists."
    )
    assert said == [error.sentence]
    assert not path.exists()
    assert not path.parent.exists()
    assert page.panel.doing.save.isEnabled()
    assert not page.panel.doing.folder.isVisible()


def test_a_short_summary_goes_to_the_clipboard(qtbot: QtBot, page: ReportPage) -> None:
    qtbot.mouseClick(page.panel.doing.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == preview(page).summary
    assert page.panel.doing.note.text().startswith("The summary is copied.")


# Full screen -------------------------------------------------------------------------------------


def test_the_report_alone_fills_the_screen_and_esc_closes_it(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    window.go("report", "show")
    shown = full(page)
    assert shown.isFullScreen()
    assert shown.isWindow()
    assert list(shown.view.pages) == list(preview(page).pages)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    wait_for(qtbot, lambda: page.window_shown is None)
    assert window.isVisible()
    assert window.deck.name == "report"


def test_it_opens_before_its_pages_are_there(
    qtbot: QtBot, live: LiveJournal, window: MainWindow
) -> None:
    live.add_session(session())
    window.go("report", "show")
    page = window.deck.page
    assert isinstance(page, ReportPage)
    shown = full(page)
    assert not shown.view.pages
    wait_for(qtbot, lambda: bool(shown.view.pages))
    shown.close()


def test_the_pages_are_about_one_and_a_half_times_as_large_there(
    qtbot: QtBot, page: ReportPage
) -> None:
    page.show_full()
    shown = full(page)
    shown.showNormal()
    shown.resize(1400, 900)
    QApplication.processEvents()
    assert 1.35 < (shown.view.width_at(shown.view.zoom) - 32) / (210 / 25.4 * 96) < 1.45
    assert nameless(shown) == []
    assert too_small(shown) == []
    shown.close()


def test_the_segment_full_screen_opens_it_and_stays_where_it_was(
    qtbot: QtBot, page: ReportPage
) -> None:
    page.zoom.segments[2].click()
    assert full(page).isVisible()
    assert page.zoom.value == 0.0
    full(page).close()


# Room and names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700), (720, 560)])
def test_every_control_has_a_name_and_can_be_hit(
    qtbot: QtBot, page: ReportPage, window: MainWindow, width: int, height: int
) -> None:
    for scale in (100, 130):
        theme().scale_to(scale)
        window.resize(width, height)
        QApplication.processEvents()
        assert nameless(page) == []
        assert too_small(page) == []
