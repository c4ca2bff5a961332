"""Help is made from what the program really does."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from recovery_tracker.domain import disclaimer, handbook
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.sources import sources
from recovery_tracker.ui.live_journal import LiveJournal
from recovery_tracker.ui.models.help_text import SECTIONS
from recovery_tracker.ui.pages import PAGES
from recovery_tracker.ui.pages.help import SHORTCUTS, HelpPage
from recovery_tracker.ui.preferences import Preferences
from recovery_tracker.ui.theme import theme
from tests.builders import session


@pytest.fixture
def page(qtbot: QtBot, live: LiveJournal, preferences: Preferences) -> HelpPage:
    made = HelpPage(live)
    qtbot.addWidget(made)
    made.resize(1068, 800)
    made.show()
    assert live.snapshot is not None
    made.show_snapshot(live.snapshot)
    return made


def text(page: HelpPage) -> str:
    return page.browser.toPlainText().replace("\u200b", "")


def test_every_rule_sign_and_source_is_told(page: HelpPage) -> None:
    told = text(page)
    missing = [row.code for row in handbook.rules() if f"({row.code})" not in told]
    missing += [sign.code for sign in SIGNS if sign.help not in told]
    missing += [source.id for source in sources() if source.title not in told]
    assert missing == []


def test_the_disclaimer_stands_first(page: HelpPage) -> None:
    told = text(page)
    assert disclaimer.short() in told
    assert told.index(disclaimer.short()) < told.index("Logging a day")
    assert "No clinician has reviewed this guidance (version 1)." in told


def test_the_place_of_the_data_is_told(page: HelpPage, preferences: Preferences) -> None:
    assert str(preferences.folder) in text(page)


def test_every_page_shortcut_is_listed() -> None:
    listed = {keys for keys, _what in SHORTCUTS}
    assert {spec.shortcut for spec in PAGES if spec.shortcut} <= listed


def test_every_key_that_is_listed_is_one() -> None:
    for keys, _what in SHORTCUTS:
        for one in keys.split(", "):
            if one != "0 to 4" and not one.endswith(","):
                assert not QKeySequence(one).isEmpty(), one


def test_the_ranges_of_the_session_on_screen_come_first(page: HelpPage, live: LiveJournal) -> None:
    assert "Your session on screen" not in text(page)
    live.add_session(session())
    assert live.snapshot is not None
    page.show_snapshot(live.snapshot)
    assert "Your session on screen" in text(page)


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.name)
def test_the_contents_lead_to_each_part(page: HelpPage, section: object) -> None:
    page.resize(1068, 300)
    before = page.browser.verticalScrollBar().value()
    page.links[section.name].click()  # type: ignore[attr-defined]
    after = page.browser.verticalScrollBar().value()
    assert after > before or section is SECTIONS[0]


def test_a_citation_leads_to_its_source(page: HelpPage) -> None:
    page.browser.anchorClicked.emit("#S30")
    assert page.browser.verticalScrollBar().value() > 0


def test_a_word_is_found_and_found_again_from_the_start(page: HelpPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "wheezing")
    assert page.browser.textCursor().selectedText() == "Wheezing"
    page.search.returnPressed.emit()
    assert page.browser.textCursor().selectedText() == "Wheezing"


def test_the_text_follows_the_theme(page: HelpPage, preferences: Preferences, qtbot: QtBot) -> None:
    before = page.browser.toHtml()
    theme().choose("dark")
    assert page.browser.toHtml() == before  # it is long, and written in a turn of its own
    qtbot.waitUntil(lambda: theme().colours.text.lower() in page.browser.toHtml())


def test_a_refresh_leaves_the_reader_where_they_are(page: HelpPage, live: LiveJournal) -> None:
    page.open_at("rules")
    place = page.browser.verticalScrollBar().value()
    assert live.snapshot is not None
    page.show_snapshot(live.snapshot)
    assert page.browser.verticalScrollBar().value() == place > 0
