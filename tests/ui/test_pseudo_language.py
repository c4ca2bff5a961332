"""Every page in a language of accents and longer words: nothing is in English, nothing is cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from recovery_tracker import i18n
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from tests.ui.every_page import NAMES, bring, cut_at_last
from tools.pseudo import CODE, PseudoTranslations, pseudo

# names, what the diary of these tests says, and what is the same in every language
_DATA = (
    "Alex", "Dr", "Okafor", "Skin", "Tingling", "Humidifier", "Recovery", "Tracker", "mm", "pen",
    "RF", "English", "Deutsch", "Français", "Español", "PDF", "CSV", "JSON", "FHIR", "Ctrl",
    "Shift", "Alt", "Esc", "Enter", "Home", "End",
    "Space", "Del", "F1", "Datum", "german", "csv", "json", "zip", "fhir", "long",
)  # fmt: skip
_PLAIN = re.compile(r"\w*[aceilnorsuyz]\w*")


@pytest.fixture(autouse=True)
def _accented() -> Iterator[None]:
    i18n.speak(CODE, PseudoTranslations())
    yield
    i18n.set_language(None)


def said_by(window: QWidget) -> Iterator[str]:
    """Every text in sight, and what is said of it to those who cannot see it."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        yield widget.accessibleName()
        yield widget.accessibleDescription()
        yield widget.toolTip()
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        elif isinstance(widget, QLineEdit):
            yield widget.placeholderText()


def english_in(text: str) -> list[str]:
    """The words of a text that nobody translated."""
    bare = re.sub(r"<[^>]*>|\S+@\S+|https?://\S+|\S*/\S+", " ", text)
    return [word for word in _PLAIN.findall(bare) if word not in _DATA]


@pytest.mark.parametrize("name", NAMES)
def test_nothing_on_a_page_is_left_in_english(
    name: str, window: MainWindow, live: LiveJournal
) -> None:
    bring(window, live, name)
    left = {text for text in said_by(window) if english_in(text)}
    assert not left, "\n".join(sorted(left))


def test_nothing_is_cut_where_words_are_longer(window: MainWindow, live: LiveJournal) -> None:
    """One window for all pages, since each brings its words along to both sizes."""
    short: list[str] = []
    for name in NAMES:
        bring(window, live, name)
        for width, height in ((1280, 800), (1024, 700)):
            window.resize(width, height)
            short += [f"{name}, {width} px: {text}" for text in cut_at_last(window)]
            words = (button for button in window.sidebar.buttons.values() if button.isVisible())
            short += [
                f"{name}, {width} px, sidebar: {button.text()}"
                for button in words
                if button.words_width() > button.width()
            ]
    assert not short, "\n".join(short)


def test_a_text_is_longer_accented_and_keeps_its_places() -> None:
    said = pseudo("<b>{n}</b> entries added &amp; kept")
    assert "{n}" in said
    assert "<b>" in said
    assert "&amp;" in said
    assert not english_in(said.replace("{n}", "").replace("&amp;", ""))
    assert len(said) >= 1.3 * len("entries added & kept")
