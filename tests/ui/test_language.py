"""The language changes while the window is open: pages, frame, Qt's own texts, and back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QMenu

from recovery_tracker import i18n
from recovery_tracker.ui.language import Language, wanted
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from recovery_tracker.ui.preferences import Preferences
from tests.ui.every_page import bring, settle
from tests.ui.test_pseudo_language import said_by

FOREIGN = [code for code in i18n.languages() if code != i18n.SOURCE_LANGUAGE]


@pytest.fixture
def spoken(preferences: Preferences, window: MainWindow, qapp: QApplication) -> Iterator[Language]:
    preferences.put("language", "en")
    made = Language(preferences, qapp)
    made.bring_qt()
    made.changed.connect(window.speak)
    yield made
    preferences.put("language", "en")
    made.setParent(None)
    i18n.set_language(None)
    QLocale.setDefault(QLocale.system())


def framed(window: MainWindow) -> list[str]:
    """What stays while pages come and go: the sidebar and the menus."""
    actions = [action.text() for action in window.actions()]
    menus = [menu.title() for menu in window.menuBar().findChildren(QMenu)]
    return sorted((*said_by(window.sidebar), *actions, *menus))


@pytest.mark.parametrize("code", FOREIGN)
def test_the_window_changes_its_language_and_comes_back(
    code: str,
    spoken: Language,
    preferences: Preferences,
    window: MainWindow,
    live: LiveJournal,
) -> None:
    bring(window, live, "today")
    before = framed(window)
    english = window.sidebar.buttons["recovery"].text()
    preferences.put("language", code)
    settle()
    assert i18n.language() == code
    assert window.deck.name == "today"
    assert window.sidebar.buttons["recovery"].text() == i18n._(english) != english
    assert window.menus.quit.text() == i18n._("Quit")
    assert i18n._("Today") in set(said_by(window))
    preferences.put("language", "en")
    settle()
    assert framed(window) == before


@pytest.mark.parametrize("code", FOREIGN)
def test_qt_speaks_it_too(code: str, spoken: Language, preferences: Preferences) -> None:
    preferences.put("language", code)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
    assert QLocale().name().startswith(code)
    assert QLocale().toString(1.5) == "1,5"
    preferences.put("language", "en")
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_a_language_there_are_no_words_for_is_english() -> None:
    assert wanted("xx") == "en"
    assert wanted("en") == "en"
    assert wanted("system") in i18n.languages()
