"""What one day's page says first: the status slot, and which answers a bulk answer leaves alone.

Calm words appear only when everything was asked and answered; a blank never reassures
(clinical.md 4.7; the app cannot see the skin).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from recovery_tracker.domain import usual_range
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, Recovery
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE, USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import NOTE_RULE, By, Level, Warning, in_order
from recovery_tracker.domain.wording import day_and_month, listed, name_of
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.values import frozen

Kind = Literal["ok", "neutral", "above", "watch", "contact", "urgent", "now"]

_NAMED_ONE_BY_ONE = 2
_ASKS_AFTER = dt.timedelta(days=1)


@frozen
class DayStatus:
    """What the status slot shows.

    Attributes:
        kind: its looks; ``above`` is above the usual range without a warning.
        title: the heading, without a full stop.
        text: what stands under it.
        warning: the highest active item, where there is one.
    """

    kind: Kind
    title: str
    text: str
    warning: Warning | None = None


def day_status(
    recovery: Recovery,
    date: dt.date,
    warnings: Sequence[Warning],
    profile: Profile,
    today: dt.date | None = None,
) -> DayStatus:
    """Say how one date of a session compares with the usual course.

    Args:
        recovery: the session with its entries.
        date: the date on screen.
        warnings: what the rules found; those of other sessions are left out.
        profile: the patient.
        today: the present day; the date on screen unless given.
    """
    highest = _highest(recovery, warnings)
    if highest is not None:
        return DayStatus(_kind(highest), highest.heading, highest.message, highest)
    entry = recovery.entry(date) or Entry(date=date)
    day = recovery.day_of(date)
    if date < (today or date) and not entry.recorded:
        return DayStatus(
            "neutral",
            _("No log for {date}").format(date=day_and_month(date)),
            _("That is fine. Add it now if you remember."),
        )
    when = _when(day, today=date == (today or date))
    if symptoms_above(recovery, entry, profile):
        return DayStatus(
            "above",
            _("Above the usual range for day {n}").format(n=day),
            _("Log again tomorrow. If it is strong or getting worse, call your clinic."),
        )
    if entry.signs:
        return DayStatus(
            "neutral",
            _("You noted {signs} {when}").format(signs=_names(entry.signs), when=when),
            _("Log again tomorrow. If it is strong or getting worse, call your clinic."),
        )
    asked = signs_to_ask_again(recovery, date)
    if entry.complete and not asked and day >= 0:
        return DayStatus(
            "ok",
            _("Within the usual range for day {n}").format(n=day),
            _("This compares your notes with the usual course. It cannot see your skin."),
        )
    return _unfinished(entry, asked, when, day)


def symptoms_above(recovery: Recovery, entry: Entry, profile: Profile) -> tuple[str, ...]:
    """Return the symptoms whose rating in an entry lies above the usual range of its day."""
    course = usual_range.course(recovery.session, profile)
    day = recovery.day_of(entry.date)
    above: list[str] = []
    for symptom, grade in entry.scores.items():
        usual = course.range(symptom, day)
        if usual is not None and grade > usual.upper:
            above.append(symptom)
    return tuple(above)


def signs_to_ask_again(
    recovery: Recovery, date: dt.date, warnings: Sequence[Warning] = ()
) -> tuple[str, ...]:
    """Return the signs with a line "Still there?" of their own on a date.

    Open signs (clinical.md 4.2), every sign ticked in the entry before, and the signs of an
    active urgent warning noted before (clinical.md 7: no bulk answer ends an urgent warning);
    not those answered in the date's own entry. No bulk answer answers them.
    """
    entry = recovery.entry(date) or Entry(date=date)
    facts = Facts(recovery, entry, Profile(), ())
    before = facts.earlier(first_day=FIRST_BASELINE_DAY)[-1:]
    ticked = {sign for one in before for sign in one.entry.signs if entry.sign(sign) is None}
    for warning in _active(recovery, warnings):
        urgent = warning.level is Level.URGENT and warning.rule != NOTE_RULE
        if urgent and warning.date < date:
            ticked.update(sign for sign in warning.signs if entry.sign(sign) is None)
    return tuple(code for code in SIGN_BY_CODE if code in ticked or facts.open(code))


def held_fields(recovery: Recovery, date: dt.date, warnings: Sequence[Warning]) -> tuple[str, ...]:
    """Return the symptoms and signs that "Set the rest to None" leaves unanswered on a date.

    The fields of active items, and the signs that are asked again.
    """
    held = set(signs_to_ask_again(recovery, date, warnings))
    for warning in _active(recovery, warnings):
        held.update(warning.fields, warning.signs)
    return tuple(code for code in (*SYMPTOM_BY_CODE, *SIGN_BY_CODE) if code in held)


def asks_how_it_is(
    recovery: Recovery, warnings: Sequence[Warning], today: dt.date
) -> Warning | None:
    """Return the active contact or urgent item that asks "How is it today?", if one does.

    It asks a day after it was last noted, while there is no entry since (clinical.md 4.6).
    """
    for warning in _active(recovery, warnings):
        since = [e for e in recovery.entries if warning.last_date < e.date <= today and e.recorded]
        if warning.level > Level.WATCH and today - warning.last_date >= _ASKS_AFTER and not since:
            return warning
    return None


def _active(recovery: Recovery, warnings: Sequence[Warning]) -> tuple[Warning, ...]:
    here = [w for w in warnings if w.active and w.session_id == recovery.session.id]
    return in_order(tuple(here))


def _when(day: int, *, today: bool) -> str:
    if today:
        return _("today")
    if day >= 0:
        return _("on day {n}").format(n=day)
    return ngettext("{n} day before treatment", "{n} days before treatment", -day).format(n=-day)


def _highest(recovery: Recovery, warnings: Sequence[Warning]) -> Warning | None:
    return next(iter(_active(recovery, warnings)), None)


def _kind(warning: Warning) -> Kind:
    if warning.level is Level.URGENT:
        return "now" if warning.by is By.NOW else "urgent"
    return "contact" if warning.level is Level.CONTACT else "watch"


def _names(codes: Sequence[str]) -> str:
    return listed([name_of(code) for code in codes])


def _unfinished(entry: Entry, asked: Sequence[str], when: str, day: int) -> DayStatus:
    title = _("{count} of {all} symptoms logged {when}").format(
        count=entry.usual_answered, all=len(USUAL_SYMPTOMS), when=when
    )
    if day < 0:
        text = _("This day is before the session, so there is no usual range to compare it with.")
        return DayStatus("neutral", title, text)
    missing = [code for code in USUAL_SYMPTOMS if code not in entry.scores]
    said: list[str] = []
    if 0 < len(missing) <= _NAMED_ONE_BY_ONE:
        said.append(_("Not recorded yet: {symptoms}.").format(symptoms=_names(missing)))
    if not missing and not entry.daily_signs_answered:
        said.append(_("The signs are not answered yet."))
    if asked:
        said.append(
            _("Not said yet whether it is still there: {signs}.").format(signs=_names(asked))
        )
    said.append(_("The day is compared when all eight and the signs are answered."))
    return DayStatus("neutral", title, " ".join(said))
