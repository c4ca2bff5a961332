"""The program as a process: what it loads and when, one window a folder, no display."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import closing
from pathlib import Path

import pytest

from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.settings import DISCLAIMER_VERSION, Settings
from tests.builders import entry, session
from tests.clock import Clock

ROOT = Path(__file__).resolve().parents[1]
LIMIT_S = 90
HEAVY = ("sqlalchemy", "sqlcipher3", "matplotlib", "numpy", "typst", "alembic", "PIL", "sqlite3")
OWN_BUT_LATER = tuple(
    f"recovery_tracker.{package}."
    for package in ("data", "journal", "domain.rules", "charts", "report", "exchange", "ui.widgets")
)
AFTER_THE_DAY = (
    *("calendar", "hashlib", "platform", "tomllib", "uuid", "PySide6.QtNetwork"),
    *(f"recovery_tracker.{package}" for package in ("charts", "exchange", "report")),
    *(f"recovery_tracker.data.{name}" for name in ("backup", "checking", "keeping", "restore")),
    "recovery_tracker.journal.merge",
)
QT = {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.QtSvg"}

START = """
import datetime as dt, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from recovery_tracker import app

NOW = dt.datetime(2026, 3, 6, 20, 0, tzinfo=dt.UTC)
windows = []
made = app.MainWindow
def remember(*args, **options):
    windows.append(made(*args, **options))
    return windows[-1]
app.MainWindow = remember

def when_open(check):
    "Run a check once the diary is on screen and all is settled, then close the window."
    def then():
        check(windows[0])
        windows[0].close()
    settle = app.Diary._settle
    def _settle(self):
        settle(self)
        QTimer.singleShot(0, then)
    app.Diary._settle = _settle

def when_painted(check):
    "Run a check when the window has been painted for the first time."
    tell = app.FirstPaint._tell
    def told(self):
        check()
        tell(self)
    app.FirstPaint._tell = told

def run(**options):
    sys.exit(app.run(Path(sys.argv[1]), lambda: NOW, **options))
"""


def python(
    folder: Path, script: str, *, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START + textwrap.dedent(script), str(folder)],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **(env or {})},
    )


# What is loaded when ---------------------------------------------------------------------------


def test_nothing_heavy_is_loaded_before_the_first_paint(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        def check():
            print(*sys.modules)
            print("painted", windows[0].isVisible())
            print(*(file.name for file in Path(sys.argv[1]).glob("*.db*")))
            QApplication.exit()
        when_painted(check)
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    modules, painted, files = done.stdout.splitlines()
    loaded = set(modules.split())
    assert not [name for name in HEAVY if name in loaded]
    assert {name for name in loaded if name.startswith("PySide6.Qt")} <= QT
    assert not [name for name in loaded if name.startswith(OWN_BUT_LATER)]
    assert painted == "painted True"
    assert not files


def test_a_diary_in_use_paints_today_first_and_then_fills_it(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    begin = """
    from recovery_tracker.domain.recovery import Session
    def check(window):
        window._preferences.accept()
        window.live.add_session(Session("", NOW.date()))
        print(window.deck.name)
    when_open(check)
    run()
    """
    assert python(folder, begin).stdout.split() == ["today"]
    again = python(
        folder,
        """
        order = []
        def painted():
            shown = windows[0].live.snapshot is not None
            order.append(("painted", shown, "sqlalchemy" in sys.modules))
        when_painted(painted)
        def check(window):
            shown = window.live.snapshot is not None
            order.append((window.deck.name, shown, "sqlalchemy" in sys.modules))
            print(*order, sep="\\n")
            print("matplotlib" in sys.modules, "typst" in sys.modules, "alembic" in sys.modules)
        when_open(check)
        run()
        """,
    )
    assert again.returncode == 0, again.stderr
    assert again.stdout.splitlines() == [
        "('painted', False, False)",
        "('today', True, False)",
        "False False False",
    ]


def test_what_a_day_does_not_show_is_loaded_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    clock = Clock(day=2)
    with closing(open_store(folder, clock)) as store:
        store.put_session(session(), clock())
        store.put_entries(session().id, [entry(2, redness=1)], clock())
    Settings(folder).put("disclaimer_accepted", DISCLAIMER_VERSION)
    done = python(
        folder,
        """
        take = app.Diary._take
        def taken(self, *args):
            take(self, *args)
            print(self._window.deck.name, *sys.modules)
        app.Diary._take = taken
        when_open(lambda window: None)
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    shown, *loaded = done.stdout.split()
    assert shown == "today"
    assert "recovery_tracker.journal.journal" in loaded
    assert not [name for name in loaded if name.startswith(AFTER_THE_DAY)]


def test_memory_is_kept_lean_from_the_beginning(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        from recovery_tracker.malloc import keep_lean
        begin = app._application
        def begun():
            print(keep_lean.cache_info().currsize)
            return begin()
        app._application = begun
        when_open(lambda window: None)
        run()
        """,
    )
    assert done.stdout.split() == ["1"], done.stderr


def test_the_desktop_gets_an_icon_once_the_day_is_on_screen(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        when_open(lambda window: print(window.windowIcon().isNull()))
        run(sample=True)
        """,
    )
    assert done.stdout.split() == ["False"]


def test_the_day_is_laid_out_first_and_painted_once(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        from recovery_tracker.ui.widgets.footer_bar import FooterBar
        painted = []
        paint = FooterBar.paintEvent
        def paintEvent(self, event):
            painted.append(self.isVisible())
            paint(self, event)
        FooterBar.paintEvent = paintEvent
        from recovery_tracker.ui import main_window
        main_window._UNPAINTED_MS = 60_000  # it waits for the day, however slowly that is read
        when_open(lambda window: print(painted))
        run(sample=True)
        """,
    )
    assert done.stdout.split() == ["[True]"]


def test_the_style_is_the_one_the_sheet_is_drawn_for(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        when_painted(lambda: print(QApplication.style().name()))
        when_open(lambda window: None)
        run()
        """,
        env={"QT_STYLE_OVERRIDE": "Windows"},
    )
    assert done.stdout.split() == ["fusion"]


def test_the_sample_lives_apart_from_the_diary(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    done = python(
        folder,
        """
        def check(window):
            snapshot = window.live.snapshot
            print(window.shows_sample, window.content.sample.isVisible(), len(snapshot.sessions))
            print(snapshot.session.day_of(snapshot.today), repr(snapshot.undo))
        when_open(check)
        run(sample=True)
        """,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["True True 3", "4 ''"]
    assert (folder / "sample" / FILE_NAME).exists()
    assert not (folder / FILE_NAME).exists()


def test_leaving_the_sample_opens_the_own_diary(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        seen = []
        def check(window):
            seen.append((window.shows_sample, window.deck.name))
            if len(seen) == 1:
                window.close = lambda: None
                window.content.sample.button.click()
            else:
                print(*seen)
                QApplication.quit()
        when_open(check)
        run(sample=True)
        """,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "(True, 'today') (False, 'first_run')"


def test_closing_at_once_leaves_nothing_half_done(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        open_ = app.Diary.open
        def opening(self, sample, *more):
            open_(self, sample, *more)
            windows[0].close()
        app.Diary.open = opening
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(file.name for file in (tmp_path / "diary").iterdir()) == [
        "diary.lock",
        "program.log",
        FILE_NAME,
        "settings.json",
    ]


# What goes wrong -------------------------------------------------------------------------------


def test_a_diary_that_cannot_be_opened_is_one_sentence_in_the_window(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(b"this is no database, and long enough to look like one" * 90)
    done = python(
        folder,
        """
        refused = app.Diary._say_refused
        def said(self, error):
            refused(self, error)
            print(windows[0].messages.sentence)
            deck = windows[0].deck
            print(windows[0].messages.action.text(), deck.isEnabled(), deck.name)
            QTimer.singleShot(0, windows[0].close)
        app.Diary._say_refused = said
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    sentence, offer = done.stdout.splitlines()
    assert sentence.endswith(".")
    assert offer == "Try again True restore"
    assert "Traceback" not in done.stderr


def test_a_fault_in_the_program_is_told_and_it_goes_on(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        def fault():
            raise ValueError("private words")
        def check(window):
            window.close = lambda: None
            QTimer.singleShot(0, fault)
            QTimer.singleShot(50, look)
        def look():
            dialog = QApplication.activeModalWidget()
            print(dialog.text())
            dialog.buttons()[-1].click()
            QTimer.singleShot(0, QApplication.quit)
        when_open(check)
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("Something in the program went wrong.")
    report = (tmp_path / "diary" / "last-crash.txt").read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "private words" not in report + done.stdout


@pytest.mark.parametrize("place", ["MainWindow.furnish", "MainWindow.begin", "MainWindow.__init__"])
def test_a_fault_before_there_is_a_window_is_one_sentence_and_the_end(
    tmp_path: Path, place: str
) -> None:
    done = python(
        tmp_path / "diary",
        f"""
        from recovery_tracker.ui.main_window import MainWindow
        from recovery_tracker import cli
        def broken(self, *args, **options):
            raise ValueError("private words")
        {place} = broken
        sys.exit(cli.main(["--data-dir", sys.argv[1]], lambda: NOW))
        """,
    )
    assert done.returncode == 1
    assert done.stdout == ""
    said = done.stderr.splitlines()
    (sentence,) = [line for line in said if not line.startswith("This plugin does not support")]
    assert "the program has a fault" in sentence.lower()
    assert "private words" not in sentence
    log = (tmp_path / "diary" / "program.log").read_text(encoding="ascii")
    assert "fault error=ValueError" in log
    assert "private words" not in log


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":57"}], ids=["none", "unreachable"])
@pytest.mark.parametrize("command", [[], ["demo"]], ids=["window", "demo"])
def test_without_a_display_one_sentence_and_no_abort(
    tmp_path: Path, display: dict[str, str], command: list[str]
) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8", **display}
    done = subprocess.run(
        [sys.executable, "-m", "recovery_tracker", "--data-dir", str(tmp_path / "d"), *command],
        capture_output=True,
        text=True,
        timeout=LIMIT_S,
        cwd=ROOT,
        env=env,
    )
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "make tour" in done.stderr
    assert done.stdout == ""


# One window a folder -----------------------------------------------------------------------------


def test_a_second_start_raises_the_first_and_exits_0(tmp_path: Path) -> None:
    folder = tmp_path / "diary"
    script = START + textwrap.dedent(
        """
        def check(window):
            window.close = lambda: None
            window.showMinimized()
            raised = window.raise_to_front
            def tell():
                raised()
                print("raised", window.isMinimized(), flush=True)
                QApplication.quit()
            window.raise_to_front = tell
            print("open", flush=True)
        when_open(check)
        run()
        """
    )
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", script, str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=env,
    ) as first:
        assert first.stdout is not None
        try:
            assert first.stdout.readline() == "open\n"
            second = subprocess.run(
                [sys.executable, "-m", "recovery_tracker", "--data-dir", str(folder)],
                capture_output=True,
                text=True,
                timeout=LIMIT_S,
                cwd=ROOT,
                env=env,
            )
            assert second.returncode == 0, second.stderr
            assert second.stdout == second.stderr == ""
            assert first.stdout.readline() == "raised False\n"
            assert first.wait(LIMIT_S) == 0
        finally:
            first.kill()


def test_another_start_asks_for_the_sample_in_the_first_window(tmp_path: Path) -> None:
    done = python(
        tmp_path / "diary",
        """
        seen = []
        def check(window):
            seen.append(window.shows_sample)
            if len(seen) == 1:
                window.close = lambda: None
                window.findChild(app.Diary).answer_other_start("sample")
            else:
                print(*seen)
                QApplication.quit()
        when_open(check)
        run()
        """,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "False True"


def test_the_names_in_qt_s_own_namespace_are_not_made_before_the_paint() -> None:
    """Making them takes 18 ms, an eighth of the time to the first paint."""
    asked = "import recovery_tracker.app, PySide6.QtCore as core; print('Qt' in vars(core))"
    told = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"
