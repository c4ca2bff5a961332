"""A report in another language than the window's: all of it, and the window keeps its own."""

from __future__ import annotations

import gettext
import threading

import pytest

from recovery_tracker import i18n
from recovery_tracker.domain.rules import assess
from recovery_tracker.i18n import _, in_language, language
from recovery_tracker.palette import palette
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import report_content
from recovery_tracker.report.page import page_data
from recovery_tracker.report.pdf import pdf_bytes
from tests.builders import NO_PROFILE, build, date_of
from tests.report.cases import case, five_days
from tests.report.paper import in_one_line, text_of


class Marked(gettext.NullTranslations):
    """A language in which every sentence ends with a mark."""

    def gettext(self, message: str) -> str:
        return f"{message}§"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"{msgid1 if n == 1 else msgid2}§"


@pytest.fixture(autouse=True)
def _marked(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = ("en", gettext.NullTranslations())
    monkeypatch.setattr(
        i18n, "_catalogue", lambda code: ("xx", Marked()) if code == "xx" else plain
    )


def test_a_block_speaks_another_language_and_then_its_own_again() -> None:
    with in_language("xx"):
        assert (language(), _("Redness")) == ("xx", "Redness§")
        with in_language("en"):
            assert _("Redness") == "Redness"
        with in_language(None):
            assert _("Redness") == "Redness§"
    assert (language(), _("Redness")) == ("en", "Redness")


def test_other_threads_keep_the_language_of_the_window() -> None:
    heard: list[str] = []
    with in_language("xx"):
        thread = threading.Thread(target=lambda: heard.append(_("Redness")))
        thread.start()
        thread.join()
    assert heard == ["Redness"]


def test_a_report_is_in_its_language_warnings_included() -> None:
    recovery = build(five_days(blisters=True))
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date_of(4))
    told = case(recovery=recovery, warnings=warnings, options=ReportOptions(language="xx"))
    found = report_content(told)
    assert (found.language, found.title) == ("xx", "Recovery report§")
    assert all("§" in one.reason and "§" in one.told and "§" in one.state for one in found.warnings)
    assert "§" not in report_content(case(recovery=recovery, warnings=warnings)).title
    text = in_one_line(text_of(pdf_bytes(found)))
    assert "How to read this report§" in text
    assert "Page 1 of 2§" in text


def test_a_warning_that_is_no_longer_raised_keeps_the_words_it_was_told_in() -> None:
    from tests.builders import warning

    told = case(five_days(), warnings=(warning(day=3),), options=ReportOptions(language="xx"))
    assert report_content(told).warnings[0].told == warning().message


def test_the_template_gets_its_words_in_the_language_of_the_content() -> None:
    found = report_content(case(five_days(), options=ReportOptions(language="xx")))
    with in_language(found.language):
        data = page_data(found, palette("light"))
    assert all(words.endswith("§") for words in data["words"].values())
