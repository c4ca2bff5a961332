"""Every page in every language of the program: no word is cut, in either size of the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from recovery_tracker import i18n
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.main_window import MainWindow
from tests.ui.every_page import NAMES, bring, cut_at_last

LANGUAGES = [code for code in i18n.languages() if code != i18n.SOURCE_LANGUAGE]
SIZES = ((1280, 800), (1024, 700))


@pytest.fixture(params=LANGUAGES, autouse=True)
def _spoken(request: pytest.FixtureRequest) -> Iterator[None]:
    i18n.set_language(request.param)
    yield
    i18n.set_language(None)


@pytest.mark.long
def test_no_word_is_cut(window: MainWindow, live: LiveJournal) -> None:
    short: list[str] = []
    for name in NAMES:
        bring(window, live, name)
        for width, height in SIZES:
            window.resize(width, height)
            short += [f"{name}, {width} px: {text}" for text in cut_at_last(window)]
            short += [
                f"{name}, {width} px, sidebar: {button.text()}"
                for button in window.sidebar.buttons.values()
                if button.isVisible() and button.words_width() > button.width()
            ]
    assert not short, "\n".join(short)
