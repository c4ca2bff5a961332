"""The Recovery page: the lines of a session against their ranges, chosen and read by a person."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.recovery import Log
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models.chart_content import LinesChart, SumChart
from recovery_tracker.ui.pages.recovery import RecoveryPage
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.small_chart import SmallChart
from tests.builders import DAY_0, build, daily, date_of, entry, session
from tests.ui.controls import nameless, too_small

OLDER = "00000000-0000-4000-8000-000000000002"
OLDER_DATE = DAY_0 - dt.timedelta(days=120)
LEADING = ("redness", "flaking", "swelling", "pain")
REDNESS, FLAKING = (2, 2, 2, 2, 1), (0, 0, 1, 2, 2)


@pytest.fixture
def begun(live: LiveJournal) -> LiveJournal:
    """Two sessions on the same skin; the newer one is logged in full up to today, day 4."""
    before = build(
        {day: daily(redness=max(0, 2 - day // 2)) for day in range(8)}, id=OLDER, date=OLDER_DATE
    )
    now = build({day: daily(redness=REDNESS[day], flaking=FLAKING[day]) for day in range(5)})
    live.journal.merge(Log(recoveries=(before, now)))
    live.refresh()
    return live


def opened(qtbot: QtBot, window: MainWindow) -> RecoveryPage:
    window.go("recovery")
    page = window.deck.page
    assert isinstance(page, RecoveryPage)
    QApplication.processEvents()
    return page


@pytest.fixture
def page(qtbot: QtBot, begun: LiveJournal, window: MainWindow) -> RecoveryPage:
    return opened(qtbot, window)


def lines(page: RecoveryPage) -> LinesChart:
    content = page.card.chart.content
    assert isinstance(content, LinesChart)
    return content


def small(page: RecoveryPage, code: str) -> SmallChart:
    return next(chart for chart in page.small.charts if chart.code == code)


def click(qtbot: QtBot, page: RecoveryPage, code: str) -> None:
    qtbot.mouseClick(small(page, code), Qt.MouseButton.LeftButton)


def chosen(page: RecoveryPage) -> set[str]:
    return {chart.code for chart in page.small.charts if chart.isChecked()}


# What is told ------------------------------------------------------------------------------------


def test_it_opens_on_four_symptom_lines_with_earlier_sessions(page: RecoveryPage) -> None:
    assert lines(page).symptoms == LEADING
    assert [past.number for past in lines(page).earlier] == [1]
    assert chosen(page) == set(LEADING)
    assert page.subtitle.text() == "Session 2 · Face, 1.5 mm · treated Monday 2 March"
    assert page.card.sentence.text().startswith("Range and earlier sessions: redness only.")


def test_the_status_compares_and_does_not_reassure(page: RecoveryPage) -> None:
    assert page.status.title.text() == "Within the usual range for day 4"
    assert page.status.text.text() == (
        "This compares your notes with the usual course. It cannot see your skin. "
        "Redness: mild, in the usual range; flaking: moderate, usual peak."
    )


def test_small_charts_say_grade_and_verdict(page: RecoveryPage) -> None:
    said = {chart.code: chart.accessibleName() for chart in page.small.charts}
    assert len(said) == 8
    assert said["flaking"] == "Flaking, moderate, usual peak"
    assert said["redness"] == "Redness, mild, in the usual range"
    assert said["pain"] == "Pain, none since day 0"


def test_a_symptom_that_is_not_recorded_today_is_said_so(
    qtbot: QtBot, begun: LiveJournal, window: MainWindow
) -> None:
    begun.rate(session().id, date_of(4), "itching", None)
    page = opened(qtbot, window)
    assert small(page, "itching").accessibleName() == "Itching, not recorded"
    assert page.status.title.text() == "7 of 8 symptoms logged today"


def test_a_watch_warning_takes_the_place_of_the_status(
    qtbot: QtBot, begun: LiveJournal, window: MainWindow
) -> None:
    begun.rate(session().id, date_of(4), "dryness", 3)
    page = opened(qtbot, window)
    assert not page.status.isVisible()
    assert page.watch.isVisible()
    with qtbot.waitSignal(page.went) as gone:
        page.watch.why.click()
    assert gone.args == ["today", "warning"]


def test_a_call_to_make_stands_in_the_bar_above_alone(
    qtbot: QtBot, begun: LiveJournal, window: MainWindow
) -> None:
    begun.mark(session().id, date_of(4), "blisters", True)
    page = opened(qtbot, window)
    assert window.pressing.isVisible()
    assert not page.status.isVisible()
    assert not page.watch.isVisible()


# What the person chooses -------------------------------------------------------------------------


def test_a_click_takes_a_line_away_and_adds_another_at_the_end(
    qtbot: QtBot, page: RecoveryPage
) -> None:
    click(qtbot, page, "redness")
    assert lines(page).symptoms == ("flaking", "swelling", "pain")
    assert page.card.sentence.text().startswith("Range and earlier sessions: flaking only.")
    click(qtbot, page, "itching")
    assert lines(page).symptoms == ("flaking", "swelling", "pain", "itching")
    assert chosen(page) == {"flaking", "swelling", "pain", "itching"}


def test_a_fifth_line_is_refused_in_words(qtbot: QtBot, page: RecoveryPage) -> None:
    click(qtbot, page, "itching")
    assert lines(page).symptoms == LEADING
    assert not small(page, "itching").isChecked()
    assert page.card.sentence.text().startswith("Four lines at most.")


def test_the_last_line_stays(qtbot: QtBot, page: RecoveryPage) -> None:
    for code in LEADING:
        click(qtbot, page, code)
    assert lines(page).symptoms == ("pain",)
    assert small(page, "pain").isChecked()
    assert page.card.sentence.text().startswith("One line always stays.")


def test_the_keyboard_chooses_lines_too(qtbot: QtBot, page: RecoveryPage) -> None:
    qtbot.keyClick(small(page, "pain"), Qt.Key.Key_Space)
    assert lines(page).symptoms == LEADING[:3]


@pytest.mark.parametrize("mode", ["sum", "lines"])
def test_the_charts_share_the_room_that_other_words_leave(page: RecoveryPage, mode: str) -> None:
    for each in ("lines", "sum", "lines", mode):
        page.mode.show_value(each)
        page.mode.chosen.emit(each)
    height = page.card.chart.sizeHint().height()
    QApplication.processEvents()
    window = page.window()
    window.resize(window.width() + 1, window.height())
    QApplication.processEvents()
    assert height == page.card.chart.sizeHint().height()


def test_the_sum_has_no_range_and_no_sources(qtbot: QtBot, page: RecoveryPage) -> None:
    page.mode.segments[1].click()
    assert isinstance(page.card.chart.content, SumChart)
    assert not page.card.basis.isVisible()
    assert chosen(page) == set()
    click(qtbot, page, "flaking")
    assert lines(page).symptoms == LEADING
    assert page.mode.value == "lines"


def test_earlier_sessions_can_be_left_out(qtbot: QtBot, page: RecoveryPage) -> None:
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert not page.earlier.isChecked()
    assert lines(page).earlier == ()
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert len(lines(page).earlier) == 1


def test_it_says_how_the_session_goes_beside_the_one_before(
    qtbot: QtBot, page: RecoveryPage, window: MainWindow
) -> None:
    line = page.beside
    assert line.sentence.text() == "Redness at most mild: from day 4; Session 1: from day 2."
    assert line.compare.accessibleName() == "Compare with Session 1"
    assert not line.more.isVisible()
    click(qtbot, page, "redness")
    assert line.sentence.text().startswith("Flaking: from day 2, still there on day 4; Session 1:")
    asked: list[tuple[str, object]] = []
    page.went.connect(lambda name, place: asked.append((name, place)))
    qtbot.mouseClick(line.compare, Qt.MouseButton.LeftButton)
    assert asked == [("compare", OLDER)]
    qtbot.mouseClick(page.earlier, Qt.MouseButton.LeftButton)
    assert not line.isVisible()


def test_what_was_chosen_stays_when_the_diary_changes(
    qtbot: QtBot, page: RecoveryPage, live: LiveJournal
) -> None:
    click(qtbot, page, "redness")
    live.rate(session().id, date_of(4), "pain", 1)
    assert lines(page).symptoms == ("flaking", "swelling", "pain")


def test_a_symptom_of_ones_own_can_be_drawn_without_a_range(
    qtbot: QtBot, page: RecoveryPage, live: LiveJournal
) -> None:
    live.add_own_item("symptom", "Tingling")
    assert live.snapshot is not None
    code = live.snapshot.symptoms[0].code
    live.rate(session().id, date_of(4), code, 1)
    assert small(page, code).accessibleName() == "Tingling, mild"
    for gone in LEADING:
        click(qtbot, page, gone)
    click(qtbot, page, code)
    click(qtbot, page, "pain")
    assert lines(page).symptoms == (code,)
    assert page.card.sentence.text().startswith("A symptom of your own has no usual range.")
    assert not page.card.basis.toggle.isVisible()
    assert page.card.chart.accessibleName() == "Tingling mild on day 4."


def test_bleeding_has_a_chart_only_when_it_lasted(
    qtbot: QtBot, page: RecoveryPage, live: LiveJournal
) -> None:
    live.rate(session().id, date_of(0), "bleeding", 1)
    assert len(page.small.charts) == 8
    live.rate(session().id, date_of(1), "bleeding", 1)
    assert small(page, "bleeding")


# The table and the sources -----------------------------------------------------------------------


def test_t_puts_a_real_table_in_the_place_of_the_chart(qtbot: QtBot, page: RecoveryPage) -> None:
    qtbot.keyClick(page, Qt.Key.Key_T)
    table = page.card.table
    assert isinstance(table, QTableView)
    assert table.isVisible()
    assert not page.card.chart.isVisible()
    assert table.accessibleName() == "Symptom lines, day by day, as a table"
    assert table.currentIndex().data() == "Day 4, today"
    assert page.card.swap.text() == "View as chart"
    qtbot.keyClick(page, Qt.Key.Key_T)
    assert page.card.chart.isVisible()


def test_the_range_says_what_it_rests_on(qtbot: QtBot, page: RecoveryPage) -> None:
    basis = page.card.basis
    said = [text.text() for text in basis.texts]
    assert "How long this lasts is from published reports; most grades are judgement." in said
    assert not basis.sources.isVisible()
    qtbot.mouseClick(basis.toggle, Qt.MouseButton.LeftButton)
    assert basis.sources.isVisible()
    assert basis.sources.text().startswith("Redness: reports expect it on days 0 to 3")


def test_the_baseline_stands_under_the_chart(
    qtbot: QtBot, begun: LiveJournal, window: MainWindow
) -> None:
    begun.put_entry(session().id, entry(-1, redness=1, flaking=0))
    page = opened(qtbot, window)
    assert page.card.basis.texts[0].text() == (
        "Before treatment, day −1: redness mild, flaking none."
    )


# Nothing logged yet ------------------------------------------------------------------------------


def test_an_empty_session_shows_the_usual_course_and_how_to_begin(
    qtbot: QtBot, live: LiveJournal, window: MainWindow
) -> None:
    live.add_session(session(date=date_of(4)))
    page = opened(qtbot, window)
    assert page.status.title.text() == "Day 0: nothing logged yet"
    assert page.status.text.text().startswith("Redness, tightness and pinpoint bleeding")
    assert page.subtitle.text().endswith("treated today")
    assert lines(page).symptoms == ("redness",)
    assert page.explained.isVisible()
    assert not page.small.isVisible()
    assert not page.mode.isVisible()
    page.usual.segments[1].click()
    assert lines(page).symptoms == ("flaking",)
    assert page.begin.text() == "Log day 0 now"
    with qtbot.waitSignal(page.went) as gone:
        page.begin.click()
    assert gone.args == ["today", date_of(4)]


def test_a_planned_session_shows_the_course_that_will_follow(
    qtbot: QtBot, live: LiveJournal, window: MainWindow
) -> None:
    live.add_session(session(date=date_of(7)))
    live.rate(session().id, date_of(4), "redness", 1)
    page = opened(qtbot, window)
    assert page.status.title.text() == "Planned for Monday 9 March"
    assert page.begin.text() == "Log today as your baseline"
    assert page.card.basis.texts[0].text() == "Before treatment, day −3: redness mild."
    assert not page.small.isVisible()


# Room and names ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 700), (720, 560)])
@pytest.mark.parametrize("scale", [100, 130])
def test_every_control_has_a_name_and_can_be_hit(
    qtbot: QtBot, page: RecoveryPage, window: MainWindow, width: int, height: int, scale: int
) -> None:
    theme().scale_to(scale)
    window.resize(width, height)
    QApplication.processEvents()
    assert nameless(page) == []
    assert too_small(page) == []
    page.card.toggle_table()
    assert nameless(page) == []


def test_a_large_window_shows_everything_without_scrolling(
    qtbot: QtBot, page: RecoveryPage, window: MainWindow
) -> None:
    window.undo_strip.hide()
    window.resize(1280, 800)
    QApplication.processEvents()
    assert page.small.columns == 4
    assert page.area.verticalScrollBar().maximum() == 0


def test_a_small_window_puts_two_small_charts_beside_each_other(
    qtbot: QtBot, page: RecoveryPage, window: MainWindow
) -> None:
    window.resize(1024, 700)
    QApplication.processEvents()
    assert page.small.columns == 2
    widest = page.area.widget()
    assert widest is not None
    assert widest.width() <= page.area.viewport().width()
