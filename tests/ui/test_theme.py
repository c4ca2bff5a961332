"""The theme: bundled fonts, colours by name, icons in the text's colour, switching while open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from recovery_tracker.palette import palette
from recovery_tracker.resources import resource
from recovery_tracker.ui.theme import SCALES, TYPE, Theme, theme
from recovery_tracker.ui.widgets.text import Text


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Theme]:
    found = theme()
    found.choose("light")
    found.scale_to(100)
    yield found
    found.choose("light")
    found.scale_to(100)


def test_there_is_one_theme(look: Theme) -> None:
    assert theme() is look


@pytest.mark.parametrize("role", list(TYPE))
def test_every_role_uses_a_bundled_font(look: Theme, role: str) -> None:
    font = look.font(role)
    assert QFontInfo(font).family() == TYPE[role].family
    assert font.pixelSize() == TYPE[role].size >= 12


def test_switching_changes_palette_and_style_sheet_and_tells(look: Theme, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.themed):
        look.choose("dark")
    window = QApplication.palette().color(QPalette.ColorRole.Window)
    assert window == QColor(palette("dark").bg)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert palette("dark").surface in app.styleSheet()
    assert palette("light").text not in app.styleSheet()


def test_choosing_the_same_again_tells_nobody(look: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.themed):
        look.choose("light")


def test_the_system_scheme_is_followed(look: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    hints = QGuiApplication.styleHints()

    class Dark:
        def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802 - Qt's name
            return Qt.ColorScheme.Dark

    assert hints.colorScheme() is not Qt.ColorScheme.Dark
    look.choose("system")
    assert look.name == "light"
    monkeypatch.setattr(QGuiApplication, "styleHints", Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.name == "dark"
    look.choose("light")
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.name == "light"


@pytest.mark.parametrize("percent", SCALES)
def test_sizes_pass_through_one_scale(look: Theme, percent: int, qtbot: QtBot) -> None:
    look.scale_to(percent)
    assert look.px(40) == round(40 * percent / 100)
    assert look.font("body").pixelSize() == round(14 * percent / 100)
    label = Text("word", "title")
    qtbot.addWidget(label)
    assert label.font().pixelSize() == round(26 * percent / 100)
    assert label.font().family() == "Inter Display"


def test_an_icon_takes_the_colour_asked_for(look: Theme) -> None:
    image = look.pixmap("octagon-alert", "urgent_solid", 48).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    strongest = max(pixels, key=QColor.alpha)
    assert strongest.name().upper() == palette("light").urgent_solid


def test_every_icon_can_be_drawn(look: Theme) -> None:
    for file in resource("icons").glob("*.svg"):
        image = look.pixmap(file.stem, "text", 24).toImage()
        assert any(
            image.pixelColor(x, y).alpha()
            for x in range(image.width())
            for y in range(image.height())
        ), file.name


def test_digits_can_have_one_width(look: Theme) -> None:
    label = QLabel()
    label.setFont(look.font("body", tabular=True))
    widths = {label.fontMetrics().horizontalAdvance(digit * 10) for digit in "0123456789"}
    assert len(widths) == 1
