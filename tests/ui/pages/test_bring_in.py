"""Bringing a file in: asked, looked at, brought in as one change, and taken back."""

from __future__ import annotations

import datetime as dt
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import FORMATS
from recovery_tracker.ui.copies import Copies
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.models import mapping_words
from recovery_tracker.ui.pages.bring_in import ImportPage
from recovery_tracker.ui.pages.first_run import FirstRunPage
from recovery_tracker.ui.preferences import Preferences
from tests.builders import DAY_0, build, date_of, entry, session
from tests.clock import Clock

FILES = Path(__file__).parents[2] / "exchange" / "foreign"
OLDER = "00000000-0000-4000-8000-000000000002"
OURS = session().id
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 60_000
BLOCKED_S = 0.15


class Visit:
    """The page in the window, with a person who waits for it."""

    def __init__(self, window: MainWindow, live: LiveJournal, qtbot: QtBot) -> None:
        self.window, self.live, self._bot = window, live, qtbot

    def open(self, path: Path) -> ImportPage:
        self.window.go("import", path)
        page = self.page
        self.until(page.progress.isHidden)
        return page

    @property
    def page(self) -> ImportPage:
        page = self.window.deck.page
        assert isinstance(page, ImportPage)
        return page

    def until(self, done: object) -> None:
        self._bot.waitUntil(done, timeout=PATIENCE_MS)  # type: ignore[arg-type]

    def settled(self) -> None:
        """Wait for the proposal with the latest answers."""
        page = self.page
        self.until(lambda: not page.bringer.is_busy)
        self.until(lambda: page.bring.toolTip() != "The file is being looked at.")

    def choose(self, field: object, words: str) -> None:
        """Choose a line of a list as with the keyboard."""
        at = field.findText(words, Qt.MatchFlag.MatchStartsWith)  # type: ignore[attr-defined]
        assert at >= 0, words
        field.setCurrentIndex(at)  # type: ignore[attr-defined]
        field.activated.emit(at)  # type: ignore[attr-defined]
        self.settled()

    def bring(self) -> None:
        page = self.page
        assert page.bring.isEnabled(), page.bring.toolTip()
        page.bring.click()
        self.until(lambda: not page.done.isHidden())

    def rows(self, part: str) -> list[tuple[str, ...]]:
        page = self.page
        page.preview.show_part(part)
        assert page.preview.part == part
        return list(page.preview.model.shown.rows)

    def scores(self, day: int, session_id: str = OURS) -> dict[str, int]:
        kept = self.live.journal.recovery(session_id).entry(date_of(day))
        return dict(kept.scores) if kept else {}


@pytest.fixture
def visit(window: MainWindow, live: LiveJournal, qtbot: QtBot) -> Visit:
    live.add_session(session())
    return Visit(window, live, qtbot)


def test_bearable_is_looked_at_brought_in_and_taken_back(visit: Visit, live: LiveJournal) -> None:
    page = visit.open(FILES / "bearable.csv")
    assert page.subtitle.text() == "bearable.csv · Bearable"
    days = visit.rows("days")
    assert [(date, day, fate) for date, day, _says, fate in days] == [
        ("28 Feb 2026", "Day −2", "New"),
        ("2 Mar 2026", "Day 0", "New"),
        ("3 Mar 2026", "Day 1", "New"),
        ("4 Mar 2026", "Day 2", "New"),
    ]
    assert days[1][2].startswith("Redness severe; Note: ")
    refused = {line: (about, why) for line, about, _says, why, _n in visit.rows("refused")}
    assert refused["11"] == ("Itch", "This is no grade.")
    assert "31st Feb 2026" in refused["13"][1]
    assert "Mood: Happy" in [about for _line, about, *_ in visit.rows("left_out")]
    assert live.journal.recovery(OURS).entries == (), "nothing is written before it is wanted"

    visit.bring()
    assert visit.scores(0) == {"redness": 3}
    assert visit.window.undo_strip.words == "Undo: Import from Bearable"
    assert "4 entries added" in page.done.summary.text()

    page.done.left_out.click()
    assert page.preview.isVisible()
    assert page.preview.part == "left_out"

    page.done.undo.click()
    assert live.journal.recovery(OURS).entries == ()
    assert page.done.title.text() == "It was taken back"
    assert not page.done.undo.isVisible()


def test_days_are_seen_in_recovery_after_it(visit: Visit) -> None:
    visit.open(FILES / "bearable.csv")
    visit.bring()
    visit.page.done.days.click()
    assert visit.window.deck.name == "recovery"
    assert visit.live.snapshot is not None
    assert visit.live.snapshot.recovery is not None
    assert len(visit.live.snapshot.recovery.entries) == 4


def test_the_same_file_again_brings_nothing_new(visit: Visit) -> None:
    visit.open(FILES / "bearable.csv")
    visit.bring()
    page = visit.open(FILES / "bearable.csv")
    assert {fate for *_rest, fate in visit.rows("days")} == {"Here already"}
    assert not page.bring.isEnabled()
    assert page.said.text() == "There is nothing new in this file."


def test_of_several_sessions_one_is_asked_for(visit: Visit, live: LiveJournal) -> None:
    live.add_session(session(id=OLDER, date=DAY_0.replace(year=2025)))
    page = visit.open(FILES / "bearable.csv")
    assert page.said.text() == "1 question is open. Nothing is written yet."
    page.bring.click()
    assert page.done.isHidden(), "it leads to the question"
    assert page.questions.whose.session.hasFocus()
    assert page.questions.property("asking") is True
    visit.choose(page.questions.whose.session, "Session 2, 2 March 2026")
    assert page.said.text() == "Nothing is written yet."
    assert next(date for date, *_rest in visit.rows("days")) == "28 Feb 2026"
    visit.choose(page.questions.whose.session, "Each day to the latest session before it")
    assert next(day for _date, day, *_rest in visit.rows("days")) == "Day 305"


def test_without_a_session_the_date_of_a_new_one_is_asked(
    window: MainWindow, live: LiveJournal, qtbot: QtBot
) -> None:
    visit = Visit(window, live, qtbot)
    page = visit.open(FILES / "bearable.csv")
    assert not window.sidebar.isVisible(), "as in the first run"
    page.bring.click()
    assert page.done.isHidden()
    field = page.questions.whose.date
    field.setText("2027-01-01")
    field.take()
    visit.settled()
    assert page.questions.whose.error
    field.setText("2026-03-02")
    page.bring.click()  # takes what was typed last
    visit.settled()
    assert live.snapshot is not None
    assert live.snapshot.sessions == ()
    assert not page.questions.whose.error
    visit.bring()
    assert live.snapshot is not None
    (made,) = live.snapshot.sessions
    assert (made.date, len(live.journal.recovery(made.id).entries)) == (DAY_0, 4)
    window.undo()
    assert live.snapshot.sessions == ()


def test_daylio_asks_what_moods_are_and_how_strong(visit: Visit, clock: Clock) -> None:
    clock.turn(days=6)
    visit.live.refresh()
    page = visit.open(FILES / "daylio.csv")
    mood = page.questions.rows["meaning", "mood"]
    visit.choose(mood.control, "Symptom")
    asked = {name for kind, name in page.questions.rows if kind == "words"}
    assert asked == {"Geht so", "rad", "awful"}
    for word, grade in (("Geht so", "Moderate"), ("rad", "None"), ("awful", "Very severe")):
        visit.choose(page.questions.rows["words", word].control, grade)
    assert page.said.text() == "Nothing is written yet."
    assert ("words", "rad") in page.questions.rows, "to be answered otherwise"
    visit.bring()
    items = {item.label: item.code for item in visit.live.journal.log().symptoms}
    assert visit.scores(2)[items["mood"]] == 4


def test_dates_and_scale_are_asked_where_the_file_leaves_them_open(visit: Visit) -> None:
    page = visit.open(FILES / "german.csv")
    assert not page.mapping.isHidden(), "what the columns mean stands open for any table"
    assert {asked for asked, _name in page.questions.rows} == {"dates", "scale", "words"}
    order = page.questions.rows["dates", ""].order  # type: ignore[attr-defined]
    assert [segment.text() for segment in order.segments] == ["4 March 2026", "3 April 2026"]
    order.segments[0].click()
    visit.settled()
    visit.choose(page.questions.rows["scale", ""].control, "0 to 10")
    visit.choose(page.questions.rows["words", "x"].control, "Mild")
    visit.bring()
    assert visit.scores(1) == {"redness": 1, "swelling": 0}
    assert visit.scores(2) == {"redness": 4, "swelling": 1}


def test_what_a_column_is_can_be_changed_saved_and_used_again(
    visit: Visit, preferences: Preferences
) -> None:
    page = visit.open(FILES / "american.csv")
    card = page.mapping
    names = [row[0] for row in card.model.shown.rows]
    assert next(row[1] for row in card.model.shown.rows) == "3/4/2026 · 3/5/2026"
    said = dict(zip(names, (row[2] for row in card.model.shown.rows), strict=True))
    assert said["Day"] == "Date"
    assert said["Redness"] == "Symptom: Redness"
    assert said["Weather"] == "Left out"
    card.table.setCurrentIndex(card.model.index(names.index("Weather"), 0))
    visit.choose(card.column.kind, "Text")
    assert card.model.shown.rows[names.index("Weather")][2] == "Text: Note"

    card.new_name.setText("Weather diary")
    card.keep.click()
    assert "Weather diary" in card.said.text()
    page = visit.open(FILES / "american.csv")
    assert page.mapping.model.shown.rows[names.index("Weather")][2] == "Left out"
    visit.choose(page.mapping.known, "Weather diary")
    assert page.mapping.model.shown.rows[names.index("Weather")][2] == "Text: Note"


def test_a_mapping_without_a_name_is_asked_for_one(visit: Visit) -> None:
    page = visit.open(FILES / "american.csv")
    page.mapping.keep.click()
    assert page.mapping.said.text() == "Give the mapping a name of 1 to 100 characters."


def test_another_delimiter_reads_the_file_again(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "odd.csv"
    file.write_text("date|redness,flaking\n2026-03-03|1,2\n2026-03-04|2,2\n")
    page = visit.open(file)
    before = [row[0] for row in page.mapping.model.shown.rows]
    visit.choose(page.mapping.delimiter, "Bar")
    after = ["date", "redness,flaking"]
    assert before != after
    visit.until(lambda: [row[0] for row in page.mapping.model.shown.rows] == after)


def diary_file(folder: Path, suffix: str = ".json", **said: object) -> Path:
    recovery = build({1: {"redness": 2}, 2: {"redness": 1, "notes": "tight"}}, **said)
    file = folder / f"diary{suffix}"
    kind = next(kind for kind in FORMATS if kind.suffix == suffix)
    kind.write(Log(recoveries=(recovery,)), file)
    return file


@pytest.mark.parametrize("suffix", [".json", ".zip", ".csv", ".long.csv"])
def test_a_diary_of_this_program_comes_in(visit: Visit, tmp_path: Path, suffix: str) -> None:
    page = visit.open(diary_file(tmp_path, suffix))
    assert "A diary of this program" in page.subtitle.text()
    assert page.questions.isHidden()
    assert len(visit.rows("days")) == 2
    visit.bring()
    assert visit.scores(1) == {"redness": 2}
    assert visit.window.undo_strip.words == f"Undo: Import of diary{suffix}"


def test_what_is_here_stays_and_is_said(visit: Visit, live: LiveJournal, tmp_path: Path) -> None:
    live.put_entry(OURS, entry(1, redness=4))
    page = visit.open(diary_file(tmp_path))
    fates = {day: fate for _date, day, _says, fate in visit.rows("days")}
    assert fates == {"Day 1": "Stays as it is here", "Day 2": "New"}
    assert "stays" in visit.rows("notices")[0][0]
    visit.bring()
    assert visit.scores(1) == {"redness": 4}
    assert "stays" in page.done.notices.text()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.json", b"{", "Nothing was imported."),
        ("a.csv", b"", "The file is empty."),
        ("a.xlsx", b"PK", "does not say its kind"),
        ("none.json", None, "There is no file"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(
    visit: Visit, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    page = visit.open(tmp_path / name)
    assert said in page.wrong.words.text()
    assert page.start.isVisible()
    assert not page.footer.isVisible()


def test_a_backup_is_made_before_and_without_it_nothing_comes_in(
    visit: Visit, live: LiveJournal, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    copies = Copies(qapp)  # type: ignore[arg-type]
    copies.keep_first = lambda: made.append(len(live.journal.recovery(OURS).entries))
    monkeypatch.setattr("recovery_tracker.ui.pages.bring_in.copies", lambda: copies)
    page = visit.open(diary_file(tmp_path))
    visit.bring()
    assert made == [0]
    live.undo()

    def full() -> None:
        raise StorageProblem("The disk is full.")

    copies.keep_first = full
    page = visit.open(diary_file(tmp_path))
    page.bring.click()
    visit.until(page.progress.isHidden)
    assert page.wrong.words.text() == "The disk is full."
    assert live.journal.recovery(OURS).entries == ()
    assert page.bring.isEnabled(), "to try again"
    copies.setParent(None)


@pytest.mark.parametrize("rows", [2_000, pytest.param(100_000, marks=pytest.mark.long)])
def test_a_long_file_takes_no_time_of_the_window(
    visit: Visit, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    """Only what is done in the window's own thread is counted, whatever else the machine does."""
    clock.turn(days=300)
    visit.live.refresh()
    file = tmp_path / "long.csv"
    days = [(DAY_0 + dt.timedelta(days=day)).isoformat() for day in range(250)]
    lines = (f"{days[n % 250]},{n % 5},{n % 4},word {n % 7}\n" for n in range(rows))
    file.write_text("date,redness,itching,notes\n" + "".join(lines), "utf-8")
    spent: dict[str, float] = {}

    def timed(name: str) -> None:
        inner = getattr(ImportPage, name)

        def run(self: ImportPage, *said: object) -> None:
            before = time.thread_time()
            inner(self, *said)
            spent[name] = time.thread_time() - before

        monkeypatch.setattr(ImportPage, name, run)

    for name in ("_open", "_show_opened", "_show_proposal"):
        timed(name)
    page = visit.open(file)
    assert f"{rows} rows" in page.preview.cells.text()
    assert len(visit.rows("days")) == 250
    assert set(spent) == {"_open", "_show_opened", "_show_proposal"}
    assert max(spent.values()) < BLOCKED_S, spent


def test_cancel_goes_back_and_writes_nothing(visit: Visit, tmp_path: Path) -> None:
    visit.window.go("sessions")
    page = visit.open(diary_file(tmp_path))
    page.cancel.click()
    assert visit.window.deck.name == "sessions"
    assert visit.live.journal.recovery(OURS).entries == ()
    visit.window.go("import")
    assert page.proposal is None


def test_ctrl_o_asks_for_a_file(visit: Visit, qtbot: QtBot) -> None:
    with qtbot.waitActive(visit.window):
        visit.window.activateWindow()
    QTest.keyClick(visit.window, Qt.Key.Key_O, CTRL)
    page = visit.page
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_the_disclaimer_is_read_first(
    request: pytest.FixtureRequest, preferences: Preferences, tmp_path: Path
) -> None:
    preferences.put("disclaimer_accepted", 0)
    window: MainWindow = request.getfixturevalue("window")
    window.go("import", tmp_path / "diary.json")
    page = window.deck.page
    assert isinstance(page, FirstRunPage)
    assert page.error.isVisible()
    page.accepts.click()
    page.have_file.click()
    assert window.deck.name == "import"


def test_every_kind_of_meaning_can_be_chosen_and_told() -> None:
    for kind, _label in mapping_words.KINDS:
        for target, _words in mapping_words.targets(kind, "Tingling") or (("", ""),):
            meaning = mapping_words.made(kind, target, "Tingling", None)
            assert mapping_words.kind_and_target(meaning)[0] == kind


@pytest.mark.parametrize("scale", mapping_words.SCALES, ids=str)
def test_every_scale_runs_from_none_to_the_worst(scale: object) -> None:
    assert (scale.grade(scale.low), scale.grade(scale.high)) == (0, 4)  # type: ignore[attr-defined]
