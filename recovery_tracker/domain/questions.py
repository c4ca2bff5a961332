"""What a day's page asks besides the chips: questions that no bulk answer answers.

A sign that is open, ticked the entry before or part of an active warning is asked again; a word
in a note is asked about; an urgent warning that ended by itself asks "Were you seen?"
(clinical.md 3.5, 4.5, 4.6).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.status import signs_to_ask_again
from recovery_tracker.domain.warnings import NOTE_RULE, Warning
from recovery_tracker.domain.wording import was_seen_question, within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen


@frozen
class Question:
    """One question with two answers.

    Attributes:
        kind: ``still_there``, ``note`` and ``follow_up`` (more about a ticked sign) ask about a
            sign, ``was_seen`` about a warning.
        text: the question in words.
        sign: code of the sign it asks about; empty for ``was_seen``.
        rule: id of the rule it belongs to; empty for ``still_there``.
        answer: what the entry on screen says already; a word of a note is asked about even
            where "None of these" said "no" to it.
    """

    kind: Literal["still_there", "note", "follow_up", "was_seen"]
    text: str
    sign: str = ""
    rule: str = ""
    answer: bool | None = None


def day_questions(
    recovery: Recovery, date: dt.date, warnings: Sequence[Warning], today: dt.date
) -> tuple[Question, ...]:
    """Return the questions of one date of a session, the most pressing kind first.

    Args:
        recovery: the session with its entries.
        date: the date on screen.
        warnings: what the rules found for this session.
        today: the present day; "Were you seen?" is asked on it only.
    """
    entry = recovery.entry(date) or Entry(date=date)
    notes = _about_notes(entry, warnings)
    asked = {question.sign for question in notes}
    again = [code for code in _asked_again(recovery, entry, warnings) if code not in asked]
    seen: list[Question] = []
    if date == today:
        seen = [
            Question("was_seen", was_seen_question(warning), rule=warning.rule)
            for warning in warnings
            if warning.asks_if_seen
        ]
    again = [code for code in again if not SIGN_BY_CODE[code].follows]
    return (*notes, *(_still_there(code) for code in again), *_follow_ups(entry), *seen)


def _asked_again(recovery: Recovery, entry: Entry, warnings: Sequence[Warning]) -> tuple[str, ...]:
    """Open signs and those ticked before, and what an active warning is about beyond the chips."""
    asked = set(signs_to_ask_again(recovery, entry.date, warnings))
    for warning in warnings:
        if warning.active and warning.date < entry.date and warning.rule != NOTE_RULE:
            asked.update(s for s in warning.signs if s not in DAILY_SIGNS)
    return tuple(code for code in SIGN_BY_CODE if code in asked and entry.sign(code) is None)


def _still_there(code: str) -> Question:
    if code == "worried":
        return Question("still_there", _("Are you still worried?"), code)
    text = _("{sign}: still there?").format(sign=SIGN_BY_CODE[code].label)
    return Question("still_there", text, code)


def _follow_ups(entry: Entry) -> tuple[Question, ...]:
    """What is asked only when another sign is ticked: "Blisters: many, or spreading?"."""
    found: list[Question] = []
    for sign in SIGN_BY_CODE.values():
        ticked = [code for code in sign.follows if code in entry.signs]
        if ticked and entry.sign(sign.code) is None:
            text = _("{sign}: {more}?").format(
                sign=SIGN_BY_CODE[ticked[0]].label, more=within_a_sentence(sign.label)
            )
            found.append(Question("follow_up", text, sign.code))
    return tuple(found)


def _about_notes(entry: Entry, warnings: Sequence[Warning]) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    for warning in warnings:
        if not warning.active or warning.rule != NOTE_RULE:
            continue
        for seen in warning.evidence:
            if seen.date > entry.date or _answered(seen.field, seen.date, entry):
                continue
            label = SIGN_BY_CODE[seen.field].label
            if seen.value:
                text = _("You wrote “{word}”. {sign}?").format(word=seen.value, sign=label)
            else:
                text = _("Your private note has a word we ask about. {sign}?").format(sign=label)
            found.setdefault(
                seen.field, Question("note", text, seen.field, NOTE_RULE, entry.sign(seen.field))
            )
    return tuple(found.values())


def _answered(sign: str, noted: dt.date, entry: Entry) -> bool:
    """Whether the entry on screen answers; a "no" of the same day stood there before the word."""
    answer = entry.sign(sign)
    return answer is True or (answer is False and noted < entry.date)
