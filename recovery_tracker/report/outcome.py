"""What became of a warning: still present or how it ended, and what the patient did about it."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain import choices
from recovery_tracker.domain.recovery import Act
from recovery_tracker.domain.warnings import Ended, Warning
from recovery_tracker.domain.wording import name_of, within_a_sentence
from recovery_tracker.i18n import N_, _
from recovery_tracker.report.case import Case
from recovery_tracker.report.dates import day_name, in_full, with_time

_WHAT_WAS_DONE = {
    "contacted": N_("contacted the clinic"),
    "quieted": N_("said the dermatologist has seen this"),
    "seen": N_("was seen"),
    "mistake": N_("said it was entered by mistake"),
}


def state(case: Case, warning: Warning) -> str:
    """Say since when a warning is there, whether it still is, or how it ended.

    "Still present" stands only where the newest entry met the rule; a warning stays active
    longer than that (clinical.md 4.6).
    """
    if not warning.active:
        return "; ".join((_ending(case, warning), *_not_confirmed(case, warning)))
    since = _("since {day}").format(day=day_name(warning.day))
    last = day_name(case.session.day_of(warning.last_date))
    if case.newest is not None and case.newest.date > warning.last_date:
        return _("{since}, still active, last met on {day}").format(since=since, day=last)
    if warning.last_date > warning.date:
        return _("{since}, still present on {day}").format(since=since, day=last)
    return _("{since}, still present").format(since=since)


def _ending(case: Case, warning: Warning) -> str:
    match warning.ended:
        case Ended.SEEN:
            return _("ended: the patient was seen")
        case Ended.MISTAKE:
            return _("ended: entered by mistake")
        case Ended.CHANGED:
            return _("ended: the entry was changed and no longer says so")
        case Ended.OVER:
            return _("ended: too long ago, or a later session took over")
        case Ended.CLEARED | None:
            last = day_name(case.session.day_of(warning.last_date))
            if warning.ended_on is None:
                return _("ended by later entries, last met on {day}").format(day=last)
            return _("last met on {day}, ended by later entries on {end}").format(
                day=last, end=day_name(case.session.day_of(warning.ended_on))
            )


def _not_confirmed(case: Case, warning: Warning) -> tuple[str, ...]:
    """What an ending leaves open (clinical.md 4.6): signs never answered "no", not seen."""
    left = [
        _("{sign} not answered since {day}").format(
            sign=name_of(sign), day=day_name(_last_ticked(case, sign, warning))
        )
        for sign in warning.lapsed
    ]
    return (*left, _("not confirmed seen")) if warning.asks_if_seen else tuple(left)


def _last_ticked(case: Case, sign: str, warning: Warning) -> int:
    until = warning.ended_on or case.today
    days = [case.day_of(e) for e in case.recovery.entries if e.date <= until and e.sign(sign)]
    return max(days, default=warning.day)


def _acts_on(case: Case, warning: Warning) -> tuple[Act, ...]:
    """The acts on this episode: those from its first entry on, before the rule's next episode."""
    start = _start(warning)
    later = [_start(w) for w in case.warnings if w.rule == warning.rule and _start(w) > start]
    until = min(later, default=dt.date.max)
    return tuple(
        act for act in case.recovery.acts if act.rule == warning.rule and start <= act.date < until
    )


def _start(warning: Warning) -> dt.date:
    return min((seen.date for seen in warning.evidence), default=warning.date)


def done(case: Case, warning: Warning) -> tuple[str, ...]:
    """Say what the patient did about a warning, one sentence for each act."""
    return tuple(_act_in_words(case, act) for act in _acts_on(case, warning))


def _act_in_words(case: Case, act: Act) -> str:
    zone = case.prepared_at.tzinfo
    when = with_time(act.at.astimezone(zone)) if act.at and zone else in_full(act.date)
    felt = ""
    if act.urgency_felt:
        felt = within_a_sentence(choices.label(choices.URGENCY_FELT, act.urgency_felt))
    if act.act is None:
        return _("The patient said how urgent it felt: {felt}.").format(felt=felt)
    sentence = _("The patient {did} ({when})").format(did=_(_WHAT_WAS_DONE[act.act]), when=when)
    if felt:
        return _("{sentence}; how urgent it felt: {felt}.").format(sentence=sentence, felt=felt)
    return _("{sentence}.").format(sentence=sentence)
