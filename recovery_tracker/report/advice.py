"""What the program warned of: the box at the top of a report, and every warning in detail.

A blank is never a "no": what was answered "no" and what was not answered are told apart, and "no
warning" stands only beside the number of days it rests on (clinical.md 4.7, 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.trends import ENOUGH_ENTRIES
from recovery_tracker.domain.warnings import By, Level, Warning, in_order
from recovery_tracker.domain.wording import listed, within_a_sentence
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.report.case import Case, sign_name
from recovery_tracker.report.dates import (
    capital,
    day_name,
    days_named,
    in_full,
    number,
)
from recovery_tracker.report.outcome import done, state
from recovery_tracker.values import frozen

Tone = Literal["none", "watch", "contact", "urgent", "now"]

_LEVEL_AND_DEADLINE: dict[tuple[Level, By | None], str] = {
    (Level.URGENT, By.NOW): N_("urgent, now"),
    (Level.URGENT, By.TODAY): N_("urgent, today"),
    (Level.CONTACT, By.TODAY): N_("contact, today"),
    (Level.CONTACT, By.TWO_DAYS): N_("contact, within two days"),
    (Level.CONTACT, By.WEEK): N_("contact, this week"),
    (Level.CONTACT, By.VISIT): N_("contact, at the next visit"),
    (Level.WATCH, None): N_("watch"),
}


@frozen
class WarningDetail:
    """One warning of the session, ended ones included.

    Attributes:
        tone: level for icon and colour; ``level``: level and deadline in words.
        heading: what to do, as the patient read it; ``told``: the text under it.
        first_day, first_date: the day that first reached the level, and its date.
        reason: what was seen, in the same words as everywhere in the program.
        rule: code and id of the rule; ``source``: what the rule rests on.
        done: what the patient did about it, one sentence each; may be empty.
        state: still present, or how it ended.
    """

    tone: Tone
    level: str
    heading: str
    first_day: str
    first_date: str
    reason: str
    told: str
    rule: str
    source: str
    done: tuple[str, ...]
    state: str
    active: bool


@frozen
class Mention:
    """What was seen, as the box on page 1 tells it.

    Attributes:
        detail: the rules that saw it, their state, what the patient did.
        told: what the patient was told; may be empty.
    """

    reason: str
    detail: str
    told: str


@frozen
class Advice:
    """The box at the top of page 1.

    Attributes:
        tone: level of the most pressing active warning, ``none`` without one.
        level: the level in words; empty without one.
        mentions: what the active warnings saw, most pressing first.
        also: words before the second mention.
        notes: what was answered "no", not answered, and what can hide a sign; days logged.
    """

    tone: Tone
    level: str
    heading: str
    mentions: tuple[Mention, ...]
    also: str
    notes: tuple[str, ...]


def advice(case: Case, days_logged: str) -> Advice:
    """Write the box at the top; ``days_logged`` is the sentence on how much was logged."""
    active = tuple(w for w in _of_period(case) if w.active)
    notes = (*_signs_answered(case), *_medicine(case), *_earlier_warnings(case))
    if not active:
        return Advice("none", "", _no_warning(case), (), "", (days_logged, *notes))
    first, mentions = active[0], _mentions(case, active)
    return Advice(
        tone=tone(first),
        level=level_in_words(first),
        heading=_("Day {n}: {heading}").format(
            n=number(first.day), heading=within_a_sentence(first.heading)
        ),
        mentions=mentions,
        also=_("Also noted:") if len(mentions) > 1 else "",
        notes=notes,
    )


def details(case: Case) -> tuple[WarningDetail, ...]:
    """Return every warning of the session: active first, then the most pressing."""
    return tuple(
        WarningDetail(
            tone=tone(warning),
            level=capital(level_in_words(warning)),
            heading=warning.heading,
            first_day=capital(day_name(warning.day)),
            first_date=in_full(warning.date),
            reason=warning.reason,
            told=warning.message,
            rule=_rule(warning),
            source=warning.source,
            done=done(case, warning),
            state=capital(state(case, warning)) + ".",
            active=warning.active,
        )
        for warning in _of_period(case)
    )


def _of_period(case: Case) -> tuple[Warning, ...]:
    """The warnings the report tells: every active one, and those that ended within its days."""
    return tuple(
        warning
        for warning in in_order(case.warnings)
        if warning.active
        or case.options.shows(warning.date)
        or case.options.shows(warning.last_date)
    )


def tone(warning: Warning) -> Tone:
    """Tell which colours and icon a warning has; ``now`` stands apart from ``urgent``."""
    if warning.level is Level.URGENT:
        return "now" if warning.by is By.NOW else "urgent"
    return "contact" if warning.level is Level.CONTACT else "watch"


def level_in_words(warning: Warning) -> str:
    """Write level and deadline: "contact, within two days"."""
    return _(_LEVEL_AND_DEADLINE[warning.level, warning.by])


def _no_warning(case: Case) -> str:
    if len(case.logged) < ENOUGH_ENTRIES:
        return _("Not enough entries to say.")
    if case.warnings:
        return _("No active warning from this log. It cannot see your skin.")
    return _("No warning from this log. It cannot see your skin.")


def _earlier_warnings(case: Case) -> tuple[str, ...]:
    return (*_ended(case), *_not_of_period(case))


def _not_of_period(case: Case) -> tuple[str, ...]:
    left_out = len(case.warnings) - len(_of_period(case))
    if not left_out:
        return ()
    sentence = ngettext(
        "{n} earlier warning belongs to days that are not shown.",
        "{n} earlier warnings belong to days that are not shown.",
        left_out,
    )
    return (sentence.format(n=left_out),)


def _ended(case: Case) -> tuple[str, ...]:
    ended = sum(not warning.active for warning in _of_period(case))
    if not ended:
        return ()
    sentence = ngettext(
        "{n} earlier warning has ended; it is listed under “Warnings”.",
        "{n} earlier warnings have ended; they are listed under “Warnings”.",
        ended,
    )
    return (sentence.format(n=ended),)


def _mentions(case: Case, active: Sequence[Warning]) -> tuple[Mention, ...]:
    """Tell each reason once, with all the rules that saw it."""
    by_reason: dict[str, list[Warning]] = {}
    for warning in active:
        by_reason.setdefault(warning.reason, []).append(warning)
    return tuple(
        Mention(
            reason,
            " ".join(_rule_and_state(case, warning) for warning in found),
            _told([warning.message for warning in found]),
        )
        for reason, found in by_reason.items()
    )


def _told(messages: Sequence[str]) -> str:
    said = " ".join(dict.fromkeys(filter(None, messages)))
    return _("The patient was told: “{words}”").format(words=said) if said else ""


def _rule_and_state(case: Case, warning: Warning) -> str:
    words = _("Rule {rule}: {level}; {state}.").format(
        rule=_rule(warning), level=level_in_words(warning), state=state(case, warning)
    )
    return " ".join((words, *done(case, warning)))


def _rule(warning: Warning) -> str:
    return " ".join(filter(None, (warning.code, warning.rule)))


def _signs_answered(case: Case) -> tuple[str, ...]:
    """Say which daily signs the newest entry answers "no", and which it leaves open."""
    entry = case.latest
    if entry is None:
        return ()
    day = day_name(case.day_of(entry))
    absent = [_said(sign) for sign in entry.signs_absent]
    blank = [sign for sign in DAILY_SIGNS if entry.sign(sign) is None]
    said: list[str] = []
    if absent:
        said.append(_("Answered no on {day}: {signs}.").format(day=day, signs=listed(absent)))
    if blank:
        said.append(_not_answered(day, blank))
    return tuple(said)


def _not_answered(day: str, blank: Sequence[str]) -> str:
    if len(blank) == len(DAILY_SIGNS):
        return _("None of the eight daily signs was answered on {day}.").format(day=day)
    return _("Not answered on {day}: {signs}.").format(
        day=day, signs=listed([_said(sign) for sign in blank])
    )


def _said(sign: str) -> str:
    return within_a_sentence(sign_name(sign))


def _medicine(case: Case) -> tuple[str, ...]:
    """Say when a pain or fever medicine was taken, as it can hide both (clinical.md 3.5)."""
    days = [case.day_of(entry) for entry in case.shown.entries if medicated(entry)]
    if not days:
        return ()
    return (
        _("Pain or fever medicine taken on {days}; it can hide pain and fever.").format(
            days=days_named(days)
        ),
    )


def medicated(entry: Entry) -> bool:
    """Whether a pain or fever medicine was ticked on this day."""
    return "pain_or_fever_medicine" in entry.care
