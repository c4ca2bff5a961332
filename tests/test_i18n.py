"""A language without a catalogue is English, in a checkout and in a wheel alike."""

from __future__ import annotations

import pytest

from recovery_tracker.i18n import _, ngettext, set_language


@pytest.mark.parametrize("code", [None, "", "xx", "en"])
def test_an_unknown_language_gives_english(code: str | None) -> None:
    set_language(code)
    assert _("Redness") == "Redness"
    assert _("") == "", "gettext would answer with the catalogue's head"
    assert ngettext("{n} session", "{n} sessions", 2) == "{n} sessions"
