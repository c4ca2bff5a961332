"""The Qt binding itself: what would end the program after some hours of use."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_a_call_does_not_let_go_of_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 under Python 3.11 dropped a reference at each call, and aborted in the end."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 500
