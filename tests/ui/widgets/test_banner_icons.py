"""The icons of a banner follow the theme while the window is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.banner_parts import Fact


@pytest.fixture(autouse=True)
def _light_again(qtbot: QtBot) -> Iterator[None]:
    theme().choose("light")
    yield
    theme().choose("light")


def test_an_icon_changes_its_colour_with_the_theme(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    icon = Fact.icon_only("triangle-alert", "contact", 20, parent)
    light = icon.pixmap().toImage()
    theme().choose("dark")
    assert icon.pixmap().toImage() != light
