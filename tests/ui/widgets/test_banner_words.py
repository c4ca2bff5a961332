"""The words of a banner: taken from the warning, bold where it decides, safe as markup."""

from __future__ import annotations

import dataclasses
import datetime as dt

from recovery_tracker.domain.profile import Dermatologist
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.ui.widgets.banner_words import (
    banner_words,
    emphasised,
    folded_words,
    sentences,
)
from tests.builders import NO_PROFILE, build, daily, date_of

KNOWN = Dermatologist(phone="1")


def first(recovery: Recovery, day: int = 4) -> Warning:
    return assess(recovery, NO_PROFILE, (recovery.session,), date_of(day))[0]


def test_a_message_is_parted_after_its_first_sentence() -> None:
    assert sentences("One thing. Do this. And that.") == ("One thing.", "Do this. And that.")
    assert sentences("Only this.") == ("Only this.", "")


def test_the_things_that_decide_are_bold() -> None:
    warning = first(build({4: daily(pus=True, fever=True)}))
    text = emphasised(warning)
    assert "<b>fever</b>" in text
    assert "<b>pus</b>" in text


def test_what_a_person_wrote_is_never_markup() -> None:
    warning = first(build({4: {"notes": "trouble with breath"}}))
    odd = dataclasses.replace(warning, reason="You wrote “<img src=x>” & more.")
    assert "<img" not in emphasised(odd)
    assert "&lt;img" in emphasised(odd)


def test_urgent_has_three_steps_contact_two_and_week_one() -> None:
    urgent = banner_words(first(build({4: daily(pus=True, fever=True)})), KNOWN, date_of(4))
    assert len(urgent.steps) == 3
    assert urgent.steps[1] == "If they are closed, call an urgent care line."
    assert urgent.steps[2].startswith("Trouble breathing or swallowing, hives with swollen lips")
    contact = banner_words(first(build({4: daily(pus=True)})), KNOWN, date_of(4))
    assert len(contact.steps) == 2
    later = banner_words(first(build({4: daily(numbness=True)})), KNOWN, date_of(4))
    assert len(later.steps) == 1


def test_without_a_number_the_first_step_says_where_it_is() -> None:
    words = banner_words(first(build({4: daily(pus=True)})), Dermatologist(), date_of(4))
    assert words.steps[0].endswith("The number is on your aftercare sheet.")


def test_the_bar_says_when_it_was_logged() -> None:
    warning = first(build({4: daily(pus=True)}))
    assert banner_words(warning, KNOWN, date_of(4)).aside == "Based on what you logged today"
    assert banner_words(warning, KNOWN, date_of(5)).aside == "Based on what you logged on 6 Mar"


def test_a_note_is_quoted_in_the_bar() -> None:
    warning = first(build({4: {"notes": "hard to breathe"}}))
    assert banner_words(warning, KNOWN, date_of(4)).aside == "You wrote “breathe” on day 4"


def test_what_is_announced_begins_with_the_level() -> None:
    warning = first(build({4: daily(pus=True, fever=True)}))
    words = banner_words(warning, KNOWN, date_of(4))
    assert words.announced.startswith("Urgent. Get help today. You noted")


def test_a_folded_warning_says_what_was_done() -> None:
    warning = first(build({4: daily(pus=True)}))
    contacted = dataclasses.replace(warning, contacted=dt.date(2026, 3, 6))
    assert folded_words(contacted) == "You contacted the clinic, 6 Mar."
    quiet = dataclasses.replace(warning, quiet_until=dt.date(2026, 3, 9))
    assert folded_words(quiet) == ("Your dermatologist has seen this. It stays folded until 9 Mar.")
