"""The guide opens in the browser, in the language of the program."""

from __future__ import annotations

import gettext

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from recovery_tracker import i18n
from recovery_tracker.resources import resource
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.pages.help import HelpPage


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was asked to open."""
    asked: list[str] = []

    def take(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return asked


@pytest.mark.parametrize("code", i18n.languages())
def test_it_opens_in_the_language_of_the_program(
    window: MainWindow, opened: list[str], code: str
) -> None:
    i18n.set_language(code)
    try:
        window.menus.guide.trigger()
    finally:
        i18n.set_language(None)
    assert opened == [str(resource("guide", code, "index.html"))]


def test_a_language_it_lacks_gets_english(window: MainWindow, opened: list[str]) -> None:
    i18n.speak("en-XA", gettext.NullTranslations())
    try:
        window.menus.guide.trigger()
    finally:
        i18n.set_language(None)
    assert opened == [str(resource("guide", "en", "index.html"))]


def test_help_leads_to_it_and_stays(window: MainWindow, opened: list[str], qtbot: QtBot) -> None:
    window.go("help")
    page = window.deck.page
    assert isinstance(page, HelpPage)
    page.guide.click()
    assert opened
    assert window.deck.name == "help"


def test_without_a_browser_its_place_is_said(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    window.menus.guide.trigger()
    assert str(resource("guide", "en", "index.html")) in window.messages.sentence
