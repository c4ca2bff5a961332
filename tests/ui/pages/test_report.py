"""The Report page: the real pages beside the window, saved whole or not at all, shown alone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log
from recovery_tracker.ui import report_maker
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.report import ReportPage
from recovery_tracker.ui.paper import page_size, paper_of, print_pages
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.report_maker import Preview
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.page_view import picture_of
from recovery_tracker.ui.widgets.report_panel import ReportPanel
from recovery_tracker.ui.widgets.report_window import ReportWindow
from tests import works
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


def full_in_size(page: ReportPage, wide: int, high: int) -> ReportWindow:
    """The report alone, in a window of a size."""
    page.show_full()
    shown = full(page)
    shown.showNormal()
    shown.resize(wide, high)
    return shown


def save_as(page: ReportPage, path: Path) -> None:
    """Answer the question where to save."""
    dialog = page.window().findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    dialog.fileSelected.emit(str(path))
    dialog.close()


# The pages ---------------------------------------------------------------------------------------


def test_the_real_pages_come_with_thumbnails_and_words(page: ReportPage) -> None:
    pages = preview(page).pages.pngs
    assert pages
    assert list(page.view.pages) == list(pages)
    assert [thumb.accessibleName() for thumb in page.thumbs.thumbs] == [
        f"Page {n + 1}" for n in range(len(pages))
    ]
    assert "Recovery report, Day 4 after microneedling" in page.view.accessibleDescription()
    assert PRIVATE not in preview(page).pages.summary


def test_pages_are_made_in_another_process(
    qtbot: QtBot, page: ReportPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    from recovery_tracker.report import pdf

    monkeypatch.delattr(pdf, "pages_png")
    another_preview(qtbot, page, page.panel.includes.charts.click)


def test_only_the_newest_order_is_shown(qtbot: QtBot, page: ReportPage) -> None:
    shown: list[Preview] = []
    page.maker.made.connect(shown.append)
    includes = page.panel.includes
    for box in (includes.charts, includes.daily_log, includes.notes_and_care):
        box.click()
    threads = [thread.name for thread in threading.enumerate()].count("report")
    assert threads <= 2  # one makes an old order, one waits to make the newest
    wait_for(qtbot, lambda: bool(shown))
    wanted = includes.options("a4")
    wait_for(qtbot, lambda: preview(page).order.options == wanted)
    assert len(shown) < 3


def test_a_change_of_the_diary_makes_new_pages(
    qtbot: QtBot, page: ReportPage, live: LiveJournal
) -> None:
    told = another_preview(
        qtbot, page, lambda: live.rate(session().id, date_of(4), "redness", 4)
    ).pages.summary
    assert "Redness, day 4: Very severe" in told


def test_coming_back_to_an_unchanged_report_makes_nothing(
    page: ReportPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    ordered: list[object] = []
    monkeypatch.setattr(page.maker, "preview", ordered.append)
    window.go("sessions")
    window.go("report")
    window.refresh()
    assert not ordered
    page.panel.includes.charts.click()
    assert len(ordered) == 1


def test_only_the_pages_in_sight_are_pictures(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    assert len(page.view.pages) > 1
    wait_for(qtbot, lambda: bool(page.view.pictured))
    assert page.view.pictured == (0,)
    page.view.go_to(1)
    wait_for(qtbot, lambda: 1 in page.view.pictured)
    assert 0 not in page.view.pictured
    window.go("sessions")
    assert page.view.pictured == ()
    window.go("report")
    wait_for(qtbot, lambda: 1 in page.view.pictured)
    assert page.view.page == 1


def test_every_page_in_sight_becomes_a_picture(qtbot: QtBot, page: ReportPage) -> None:
    shown = full_in_size(page, 500, 1600)
    wait_for(qtbot, lambda: shown.view.pictured == (0, 1))


def test_a_page_there_is_no_memory_for_is_white_and_no_page_waits_for_it(
    qtbot: QtBot, page: ReportPage
) -> None:
    shown = full_in_size(page, 500, 1600)
    good = preview(page).pages.pngs[0]
    shown.view.show_pages([b"no picture", good], page_size("a4"), "")
    wait_for(qtbot, lambda: shown.view.pictured == (0, 1))
    assert picture_of(b"no picture", QSize(3, 4), 1.0).toImage().pixelColor(1, 1) == "white"


def test_a_picture_is_as_fine_as_the_screen(page: ReportPage) -> None:
    png = preview(page).pages.pngs[0]
    picture = picture_of(png, QSize(300, 424), 2.0)
    assert picture.size() == QSize(300, 424)
    assert picture.deviceIndependentSize() == QSizeF(150, 212)


def test_a_page_is_made_as_large_as_it_is_shown_alone(qtbot: QtBot, page: ReportPage) -> None:
    shown = full_in_size(page, 1400, 900)
    wide = shown.view.width_at(shown.view.zoom) - 32
    assert QImage.fromData(preview(page).pages.pngs[0]).width() == wide


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
    size = QImage.fromData(made.pages.pngs[0]).size()
    assert abs(size.height() / size.width() - 11 / 8.5) < 0.01


# What to include ---------------------------------------------------------------------------------


def test_the_patient_can_be_left_out(qtbot: QtBot, page: ReportPage) -> None:
    assert "Alex Sample" in preview(page).pages.summary
    told = another_preview(qtbot, page, page.panel.includes.patient.click).pages.summary
    assert "Alex Sample" not in told


def test_every_line_at_the_top_can_be_left_out(qtbot: QtBot, page: ReportPage) -> None:
    includes = page.panel.includes
    assert "treated" in includes.line_boxes
    assert not includes.line_boxes["treated"].isVisible()
    includes.more.click()
    assert includes.line_boxes["treated"].isVisible()
    made = another_preview(qtbot, page, includes.line_boxes["treated"].click)
    assert "treated" not in {line.code for line in made.pages.lines}
    assert includes.line_boxes["treated"].isVisible()


def test_what_is_left_out_stays_left_out_in_later_reports(
    qtbot: QtBot, page: ReportPage, preferences: Preferences
) -> None:
    includes = page.panel.includes
    includes.charts.click()
    includes.line_boxes["treated"].click()
    assert preferences.text("report_without") == "charts,line:treated"
    later = ReportPanel()
    qtbot.addWidget(later)
    options = later.options("a4")
    assert not options.charts
    assert options.daily_log
    assert options.leave_out == {"treated"}


def test_private_notes_are_off_until_they_are_ticked_and_then_again(
    qtbot: QtBot, page: ReportPage, live: LiveJournal
) -> None:
    check = page.panel.includes.private_notes
    assert check.isVisible()
    assert not page.panel.options("a4").private_notes
    made = another_preview(qtbot, page, check.click)
    assert made.order.options.private_notes
    later = ReportPanel()
    qtbot.addWidget(later)
    assert not later.options("a4").private_notes
    live.add_session(session(id="", date=date_of(4), areas=("hands",)))
    assert not check.isVisible()
    assert not page.panel.options("a4").private_notes


# Which session, days, language -------------------------------------------------------------------


def type_date(qtbot: QtBot, field: DateInput, text: str) -> None:
    field.setFocus()
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_only_the_chosen_days_are_told(qtbot: QtBot, page: ReportPage) -> None:
    scope = page.panel.scope
    made = another_preview(qtbot, page, lambda: type_date(qtbot, scope.first, "2026-03-04"))
    assert made.order.options.first == date_of(2)
    made = another_preview(qtbot, page, lambda: type_date(qtbot, scope.last, "2026-03-05"))
    assert (made.order.options.first, made.order.options.last) == (date_of(2), date_of(3))
    assert "Redness, day 3" in made.pages.summary
    assert "Days 2 to 3 only, as the patient chose." in made.pages.summary


def test_days_in_the_wrong_order_are_said_and_not_applied(qtbot: QtBot, page: ReportPage) -> None:
    scope = page.panel.scope
    type_date(qtbot, scope.first, "2026-03-06")
    type_date(qtbot, scope.last, "2026-03-03")
    assert scope.error.text().startswith("The first day is after the last one.")
    assert page.panel.options("a4").first is None
    type_date(qtbot, scope.last, "next week")
    assert scope.error.text().startswith("Write the date like")
    type_date(qtbot, scope.last, "")
    assert not scope.error.isVisible()


def test_another_session_can_be_chosen_and_its_days_begin_anew(
    qtbot: QtBot, page: ReportPage, live: LiveJournal
) -> None:
    scope = page.panel.scope
    type_date(qtbot, scope.first, "2026-03-04")
    live.add_session(session(id="", date=date_of(4), areas=("hands",)))
    assert scope.session.count() == 2
    wanted = scope.session.findData(session().id)
    assert scope.session.currentIndex() != wanted
    scope.session.setCurrentIndex(wanted)
    scope.session.activated.emit(wanted)
    assert live.snapshot is not None
    assert live.snapshot.session is not None
    assert live.snapshot.session.id == session().id
    assert scope.first.date is None


def test_a_language_is_offered_where_there_is_more_than_one(
    qtbot: QtBot, page: ReportPage, preferences: Preferences
) -> None:
    scope = page.panel.scope
    scope._offer_languages(("en",))
    assert not scope.spoken.isVisible()
    scope._offer_languages(("en", "de"))
    assert scope.spoken.isVisible()
    assert [scope.spoken.itemText(n) for n in range(2)] == ["English", "Deutsch"]
    scope.spoken.setCurrentIndex(1)
    scope.spoken.activated.emit(1)
    assert page.panel.options("a4").language == "de"
    assert preferences.text("report_language") == "de"


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
    assert QGuiApplication.clipboard().text() == preview(page).pages.summary
    assert page.panel.doing.note.text().startswith("The summary is copied.")


# Printed -----------------------------------------------------------------------------------------


def printer_of(page: ReportPage) -> QPrintDialog:
    dialog = page.window().findChild(QPrintDialog)
    assert isinstance(dialog, QPrintDialog)
    return dialog


def test_print_asks_which_printer_and_prints_every_page_on_its_paper(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, preferences: Preferences
) -> None:
    path = tmp_path / "printed.pdf"
    preferences.put("paper", "us-letter")
    qtbot.keyClick(page.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = printer_of(page)
    printer = dialog.printer()
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with qtbot.waitSignal(page.maker.printed, timeout=ENOUGH_MS) as printed:
        dialog.accepted.emit(printer)
        assert not page.panel.doing.print_it.isEnabled()
    dialog.close()
    count = len(preview(page).pages.pngs)
    assert printed.args == [count]
    assert page.panel.doing.note.text() == f"{count} pages were printed."
    assert page.panel.doing.print_it.isEnabled()
    with pikepdf.open(path) as document:
        assert len(document.pages) == count
        box = [round(float(side)) for side in document.pages[0].mediabox]
        assert box == [0, 0, 612, 792]


def test_the_paper_chosen_at_the_printer_is_the_paper_of_the_pages(qapp: QApplication) -> None:
    printer = QPrinter()
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert paper_of(printer) == "us-letter"
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert paper_of(printer) == "a4"


@pytest.mark.qt_log_ignore("This plugin does not support", "QPainter::begin")
def test_a_printer_that_does_not_answer_is_said_in_words(
    qtbot: QtBot, page: ReportPage, tmp_path: Path
) -> None:
    page.ask_printer()
    dialog = printer_of(page)
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "no such folder" / "x.pdf"))
    with qtbot.waitSignal(page.live.failed, timeout=ENOUGH_MS) as failed:
        dialog.accepted.emit(dialog.printer())
    dialog.close()
    assert failed.args is not None
    assert failed.args[0].sentence == (
        "The printer does not answer. Check that it is on, or choose another one."
    )


# Given up ----------------------------------------------------------------------------------------


def test_a_file_can_be_given_up_and_nothing_is_written(
    qtbot: QtBot, page: ReportPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.pdf"
    monkeypatch.setattr(report_maker, "pdf_of", works.never)
    going = page.panel.doing.going
    page.ask_where()
    save_as(page, path)
    wait_for(qtbot, going.isVisible)
    assert (going.bar.value(), going.bar.maximum()) == (0, 2)
    with qtbot.waitSignal(page.maker.stopped, timeout=ENOUGH_MS):
        qtbot.mouseClick(going.cancel, Qt.MouseButton.LeftButton)
    assert not path.exists()
    assert not going.isVisible()
    assert page.panel.doing.note.text() == "Cancelled. Nothing was written or printed in full."
    assert page.panel.doing.save.isEnabled()


def test_a_print_can_be_given_up_between_pages(qapp: QApplication, tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "x.pdf"))
    asked: list[int] = []

    def going_on(number: int) -> bool:
        asked.append(number)
        return number < 1

    assert not print_pages(printer, [b"", b"", b""], going_on)
    assert asked == [0, 1]


# Full screen -------------------------------------------------------------------------------------


def test_the_report_alone_fills_the_screen_and_esc_closes_it(
    qtbot: QtBot, page: ReportPage, window: MainWindow
) -> None:
    window.go("report", "show")
    shown = full(page)
    assert shown.isFullScreen()
    assert shown.isWindow()
    assert list(shown.view.pages) == list(preview(page).pages.pngs)
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
    shown = full_in_size(page, 1400, 900)
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
