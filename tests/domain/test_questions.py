"""What is asked on a day besides the chips, and what answers it."""

from __future__ import annotations

from typing import Any

from recovery_tracker.domain.questions import Question, day_questions
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.rules import assess
from tests.builders import NO_PROFILE, act, build, daily, date_of


def asked(recovery: Recovery, day: int) -> tuple[Question, ...]:
    date = date_of(day)
    warnings = assess(recovery, NO_PROFILE, (recovery.session,), date)
    return day_questions(recovery, date, warnings, date)


def signs(recovery: Recovery, day: int) -> list[str]:
    return [question.sign for question in asked(recovery, day)]


def test_a_sign_of_the_entry_before_is_asked_until_answered() -> None:
    entries: dict[int, dict[str, Any]] = {3: {"pus": True, "crusting": True}}
    assert signs(build(entries), 4) == ["pus", "crusting"]
    entries[4] = {"pus": True, "crusting": False}
    assert signs(build(entries), 4) == []


def test_a_sign_of_an_active_warning_is_asked_however_long_ago() -> None:
    quiet = {"redness": 0}
    recovery = build({3: {"very_unwell": True}, 5: quiet, 8: quiet})
    assert signs(recovery, 9) == ["very_unwell"]


def test_worry_is_asked_in_its_own_words() -> None:
    [question] = asked(build({3: {"worried": True}}), 4)
    assert question.text == "Are you still worried?"


def test_a_word_in_a_note_is_asked_about_and_a_private_one_is_not_quoted() -> None:
    [question] = asked(build({3: {"notes": "some pus near the chin"}}), 3)
    assert question == Question("note", "You wrote “pus”. Pus?", "pus", "note_mentions_sign")
    [question] = asked(build({3: {"private_notes": "some pus near the chin"}}), 3)
    assert "chin" not in question.text
    assert question.text == "Your private note has a word we ask about. Pus?"


def test_a_note_is_answered_by_a_tick_or_by_a_later_no() -> None:
    note = {"notes": "some pus near the chin"}
    assert "pus" not in signs(build({3: note | {"pus": True}}), 3)
    assert signs(build({3: note, 4: {"pus": False}}), 4) == []


def test_a_note_against_none_of_these_shows_the_answer_that_stands() -> None:
    recovery = build({3: daily(notes="some pus near the chin")})
    assert [(q.sign, q.answer) for q in asked(recovery, 3)] == [("pus", False)]


def test_an_urgent_warning_that_ended_by_itself_asks_whether_it_was_seen() -> None:
    days: dict[int, dict[str, Any]] = {3: daily(pus=True, fever=True)}
    days |= {day: daily() for day in (8, 9, 10, 11)}
    recovery = build(days)
    [question] = [q for q in asked(recovery, 11) if q.rule == "fever_with_skin_signs"]
    assert question.kind == "was_seen"
    assert "Were you seen?" in question.text
    seen = build(days, acts=[act("fever_with_skin_signs", 11)])
    assert [q for q in asked(seen, 11) if q.rule == "fever_with_skin_signs"] == []


def test_blisters_ask_whether_they_are_many() -> None:
    [question] = asked(build({3: {"blisters": True}}), 3)
    assert (question.kind, question.text) == ("follow_up", "Blisters: many, or spreading?")
    assert asked(build({3: {"blisters": True, "blisters_many": False}}), 3) == ()


def test_blisters_of_yesterday_are_asked_before_how_many() -> None:
    days = {3: {"blisters": True, "blisters_many": True}}
    assert signs(build(days), 4) == ["blisters"]
    assert signs(build(days | {4: {"blisters": True}}), 4) == ["blisters_many"]
