"""What the patient wrote and did: private notes if asked for, care where it was ticked."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.palette import palette
from recovery_tracker.report.account import Account, Remark, account
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import report_content
from recovery_tracker.report.page import page_data
from tests.builders import daily
from tests.report.cases import case, content

PETROLATUM = OwnItem("x_0000000c", "Petrolatum")


def told(entries: Any, **fields: Any) -> Account:
    return account(case(entries, **fields))


def test_notes_are_newest_first_with_their_day() -> None:
    found = told({2: {"notes": "Less burning."}, 4: {"notes": " Two blisters. "}})
    assert found.notes == (Remark("Day 4", "Two blisters."), Remark("Day 2", "Less burning."))


def test_days_in_a_row_with_the_same_words_become_one() -> None:
    days = {day: {"medicines": "paracetamol"} for day in (0, 1, 2)} | {5: {"medicines": "none"}}
    assert told(days).medicines == (Remark("Day 5", "none"), Remark("Days 0 to 2", "paracetamol"))


def test_advice_received_is_kept_apart_from_the_notes() -> None:
    found = told({3: {"advice_received": "Wait two days."}})
    assert found.told == (Remark("Day 3", "Wait two days."),)
    assert found.notes == ()


def test_care_is_counted_where_it_was_ticked_and_a_blank_is_not_a_no() -> None:
    days = {day: daily(moisturised=True) for day in range(5)}
    days[1] |= {"sunscreen": True, "care": (PETROLATUM.code,)}
    found = told(days, own_care=(PETROLATUM,))
    assert found.care == (
        "Days with care ticked, of 5 logged: moisturiser 5, sunscreen 1, petrolatum 1."
    )
    assert told({0: daily()}).care == ""


def test_exposures_name_their_days() -> None:
    days = {0: {"sun": True}, 1: {"sun": True}, 3: {"pool_or_hot_tub": True}}
    days |= {5: {"new_product": "Retinol 1 %", "care": ("new_product",)}, 6: {"make_up": True}}
    assert told(days, day=6).exposures == (
        Remark("Make-up", "day 6"),
        Remark("Sun", "days 0 and 1"),
        Remark("Pool or hot tub", "day 3"),
        Remark("New product: Retinol 1 %", "day 5"),
    )


def test_questions_are_printed_and_the_whole_part_can_be_left_out() -> None:
    asks = Profile(questions="When may I swim?")
    found = content({0: {"notes": "sore"}}, profile=asks).account
    assert found is not None
    assert found.questions == "When may I swim?"
    assert content({0: {"notes": "sore"}}, options=ReportOptions(notes_and_care=False)).account is (
        None
    )


@given(words=st.text(min_size=8, alphabet=st.characters(categories=["L"])))
def test_a_private_note_is_nowhere_in_the_report(words: str) -> None:
    days = {day: daily(private_notes=f"PRIVATE{words}", notes="open") for day in (-1, 0, 4)}
    found = report_content(case(days))
    assert "PRIVATE" not in repr(found)
    assert "PRIVATE" not in repr(page_data(found, palette("light")))


def test_a_private_note_does_not_change_the_fingerprint() -> None:
    with_note = content({0: daily(private_notes="hush")})
    assert with_note.fingerprint == content({0: daily()}).fingerprint
    assert with_note.fingerprint != content({0: daily(redness=1)}).fingerprint


def test_private_notes_are_told_only_where_they_were_asked_for() -> None:
    days = {2: {"private_notes": "for me alone"}}
    assert account(case(days)).private == ()
    asked = account(case(days, options=ReportOptions(private_notes=True)))
    assert asked.private == (Remark("Day 2", "for me alone"),)
