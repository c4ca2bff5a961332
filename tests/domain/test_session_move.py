"""Another date of a session: its entries keep their dates, their days are counted anew."""

from __future__ import annotations

import pytest

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.session_move import moved_in_words
from tests.builders import DAY_0, build, date_of

LOGGED = build({0: {"redness": 2}, 1: {"redness": 2}, 4: {"redness": 1}})


def test_the_words_name_the_latest_entry() -> None:
    assert moved_in_words(LOGGED, date_of(-2)) == (
        "All 3 entries stay on their dates and their days are counted anew: 6 March becomes day "
        "6, not day 4."
    )


def test_a_day_can_come_to_lie_before_the_session() -> None:
    assert moved_in_words(build({1: {"redness": 2}}), date_of(3)) == (
        "The 1 entry stays on its date and its day is counted anew: 3 March becomes day −2, not "
        "day 1."
    )


def test_nothing_is_said_where_nothing_moves() -> None:
    assert moved_in_words(LOGGED, DAY_0) == ""
    assert moved_in_words(build(), date_of(3)) == ""


@pytest.mark.parametrize(("days", "day"), [(15, -15), (-366, 366)])
def test_a_day_outside_the_diary_is_refused_with_its_sentence(days: int, day: int) -> None:
    with pytest.raises(InvalidValue) as refused:
        moved_in_words(build({0: {"redness": 2}}), date_of(days))
    assert refused.value.sentence.startswith(f"2026-03-02 is day {day} of the session of ")


def test_the_last_day_that_fits_is_taken() -> None:
    assert "becomes day −14" in moved_in_words(build({0: {"redness": 2}}), date_of(14))
