"""About: the version, the licences of all that is shipped, and the details for a bug report."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from recovery_tracker import __version__
from recovery_tracker.ui.licences_dialog import LicencesDialog
from recovery_tracker.ui.main_window import MainWindow


def about(window: MainWindow) -> QMessageBox:
    window.menus.about.trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QMessageBox)
    return dialog


def press(dialog: QMessageBox, name: str) -> None:
    next(button for button in dialog.buttons() if button.text() == name).click()


def test_it_names_the_version_and_what_may_be_replaced(window: MainWindow) -> None:
    dialog = about(window)
    assert dialog.text() == f"Recovery Tracker {__version__}"
    assert "you may put your own builds in their place" in dialog.informativeText()
    assert dialog.defaultButton().text() == "Close"
    press(dialog, "Close")
    assert QApplication.activeModalWidget() is None


def test_the_licences_are_shown_in_full_and_can_be_left_by_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(about(window), "Licences")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, LicencesDialog)
    text = dialog.text.toPlainText()
    for part in ("PySide6_Essentials", "GNU LESSER GENERAL PUBLIC LICENSE", "numpy", "Lucide"):
        assert part in text
    assert dialog.text.isReadOnly()
    assert dialog.width() <= window.width()
    assert dialog.height() <= window.height()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_the_details_can_be_copied_from_here(window: MainWindow) -> None:
    press(about(window), "Copy details for a bug report")
    assert QGuiApplication.clipboard().text().startswith(f"Recovery Tracker {__version__}\n")
    assert window.messages.sentence.startswith("Copied:")


def test_the_help_menu_offers_both(window: MainWindow) -> None:
    named = {action.text() for action in window.menus._menus[-1].actions()}
    assert {"About Recovery Tracker", "Copy details for a bug report"} <= named
