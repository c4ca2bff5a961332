"""A fault of the program: a report without a word of the diary, one calm dialog, and on it goes."""

from __future__ import annotations

import stat
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.crash import REPORT_NAME, CrashHandler
from recovery_tracker.ui.messages import MessageBar, Messages
from tests.clock import Clock

SECRET = "my private words"


@pytest.fixture
def crash(tmp_path: Path, clock: Clock, qapp: QApplication) -> Iterator[CrashHandler]:
    handler = CrashHandler(tmp_path, clock)
    handler.install()
    yield handler
    handler.uninstall()


@pytest.fixture
def messages(qtbot: QtBot) -> Iterator[Messages]:
    window = QWidget()
    qtbot.addWidget(window)
    bar = MessageBar(window)
    window.show()
    yield Messages(bar, window)
    window.close()


def fail(words: str) -> None:
    raise ValueError(f"cannot handle {words}")


def fall_over() -> None:
    try:
        fail(SECRET)
    except ValueError as error:
        raise RuntimeError(SECRET) from error


def catch(handler: CrashHandler, fault: object = fall_over) -> None:
    """Let a fault reach the handler as an uncaught one does."""
    try:
        fault()  # type: ignore[operator]
    except (RuntimeError, ValueError) as error:
        handler.catch(type(error), error, error.__traceback__)


def test_the_report_tells_where_and_never_what(
    crash: CrashHandler, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(crash.crashed) as told:
        catch(crash)
    report = (tmp_path / REPORT_NAME).read_text(encoding="utf-8")
    assert told.args == [report]
    assert "tests/ui/test_crash.py" in report
    assert "in fall_over" in report
    assert "ValueError" in report
    assert "RuntimeError" in report
    assert "2026-03-06 20:00" in report
    assert SECRET not in report


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX")
def test_the_report_is_private(crash: CrashHandler, tmp_path: Path) -> None:
    catch(crash)
    assert stat.S_IMODE((tmp_path / REPORT_NAME).stat().st_mode) == 0o600


def test_one_place_is_told_once(crash: CrashHandler, qtbot: QtBot) -> None:
    told: list[str] = []
    crash.crashed.connect(told.append)
    for _time in range(3):
        catch(crash)
    assert len(told) == 1
    catch(crash, lambda: fail(SECRET))
    assert len(told) == 2


def test_a_fault_in_a_slot_reaches_the_handler_and_the_loop_goes_on(
    crash: CrashHandler, qtbot: QtBot
) -> None:
    with (
        qtbot.captureExceptions() as caught,  # pytest-qt stands in the way of our hook
        qtbot.waitSignal(crash.crashed),
    ):
        crash.install()
        QTimer.singleShot(0, fall_over)
    assert caught == []


def test_a_fault_in_a_thread_reaches_the_window(crash: CrashHandler, qtbot: QtBot) -> None:
    with qtbot.waitSignal(crash.crashed) as told:
        worker = threading.Thread(target=fall_over)
        worker.start()
        worker.join()
    assert "in fall_over" in told.args[0]


def test_a_report_that_cannot_be_written_is_told_all_the_same(
    tmp_path: Path, clock: Clock, qtbot: QtBot
) -> None:
    handler = CrashHandler(tmp_path / "gone", clock)
    with qtbot.waitSignal(handler.crashed):
        catch(handler)


def test_ctrl_c_ends_the_program(crash: CrashHandler, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        crash.catch(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_the_dialog_is_calm_and_offers_the_details(messages: Messages) -> None:
    told: list[str] = []
    messages.told.connect(told.append)
    messages.show_crash("the report")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QMessageBox)
    words = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert told == ["Something in the program went wrong. What you logged before is safe."]
    assert "!" not in words
    assert "never anything you wrote" in words

    messages.show_crash("another")  # one dialog at a time
    assert len(told) == 1

    next(button for button in dialog.buttons() if button.text() == "Copy details").click()
    assert QGuiApplication.clipboard().text() == "the report"
    messages.show_crash("another")
    assert len(told) == 2
    again = QApplication.activeModalWidget()
    assert isinstance(again, QMessageBox)
    next(button for button in again.buttons() if button.text() == "Go on").click()
    assert QApplication.activeModalWidget() is None


def test_an_action_is_done_once_and_takes_the_sentence_away(messages: Messages) -> None:
    done: list[str] = []
    messages.say("The file is locked.", "Try again", lambda: done.append("again"))
    assert messages.sentence == "The file is locked."
    messages.action.click()
    assert done == ["again"]
    assert messages.sentence == ""
    messages.say("Saved.")
    assert not messages.action.isVisible()
