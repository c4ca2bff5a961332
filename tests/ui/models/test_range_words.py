"""What a usual range rests on, as the page tells it; the numbers are clinical.md 3.2 and 3.3."""

from __future__ import annotations

from recovery_tracker.domain.profile import Profile
from recovery_tracker.ui.models import range_words
from tests.builders import NO_PROFILE, build

COURSE = build({})


def test_redness_has_reports_for_days_and_grades() -> None:
    told = range_words.in_full("redness", COURSE, NO_PROFILE)
    assert told[0] == (
        "Redness: reports expect it on days 0 to 3 and give its grades there. All else is "
        "judgement."
    )
    assert told[1].startswith("S3: ")
    assert len([line for line in told if line.startswith("S")]) == 7


def test_flaking_has_reports_for_its_days_only() -> None:
    told = range_words.in_full("flaking", COURSE, NO_PROFILE)
    assert told[0] == (
        "Flaking: reports expect it on days 2 to 7. Its grades, and all other days, are judgement."
    )
    assert "The article this program was made from." in told


def test_itching_rests_on_judgement() -> None:
    told = range_words.in_full("itching", COURSE, NO_PROFILE)
    assert told[0].endswith("they are judgement.")


def test_dry_skin_changes_the_range_by_judgement() -> None:
    told = range_words.in_full("flaking", COURSE, Profile(skin_type="dry"))
    assert told[1] == "Changed for dry skin: judgement."


def test_radiofrequency_changes_it_by_a_report() -> None:
    told = range_words.in_full("swelling", build({}, device="rf"), NO_PROFILE)
    assert "Changed for radiofrequency: S45." in told


def test_a_symptom_of_ones_own_has_no_range_to_speak_of() -> None:
    assert range_words.in_full("x_1f00c3ab", COURSE, NO_PROFILE) == ()
