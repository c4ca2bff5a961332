"""How a session went beside earlier ones, milestone by milestone, in words.

Facts of the log only: no session is called better or worse, and what was not recorded says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.trends import Milestones, milestones, rated
from recovery_tracker.domain.usual_range import depth_group
from recovery_tracker.domain.wording import grade_in_words, listed
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.values import frozen

_FEW = 3  # days that are named one by one


@frozen
class NamedRecovery:
    """A session's recovery and what the views call it, such as "Session 1"."""

    name: str
    recovery: Recovery


@frozen
class MilestoneRow:
    """One milestone of several sessions.

    Attributes:
        code: its name for views.
        name: what it is, such as "Redness at most mild".
        values: in words, of this session first, then of the earlier ones in the order given.
    """

    code: str
    name: str
    values: tuple[str, ...]


def compared(recovery: Recovery, earlier: Sequence[NamedRecovery]) -> tuple[MilestoneRow, ...]:
    """Return every milestone of a session beside those of earlier ones."""
    all_of_them = (recovery, *(one.recovery for one in earlier))
    found = [(one, milestones(one)) for one in all_of_them]
    return tuple(
        MilestoneRow(code, _(name), tuple(say(one, turned) for one, turned in found))
        for code, name, say in _MILESTONES
    )


def in_words(recovery: Recovery, earlier: NamedRecovery) -> tuple[str, ...]:
    """Tell a session beside an earlier one, a sentence for each milestone both have recorded.

    The last sentence says so where the two were not treated alike.
    """
    said = [
        _("{milestone}: {own}; {session}: {other}.").format(
            milestone=row.name, own=row.values[0], session=earlier.name, other=row.values[1]
        )
        for row in compared(recovery, (earlier,))
        if _not_recorded() not in row.values
    ]
    if said and not alike(recovery.session, earlier.recovery.session):
        said.append(
            _("{session} was of another depth or device, so the two need not go alike.").format(
                session=earlier.name
            )
        )
    return tuple(said)


def alike(session: Session, other: Session) -> bool:
    """Tell whether two sessions share depth group and radiofrequency, and so the usual course."""
    return depth_group(session) is depth_group(other) and (session.device == "rf") == (
        other.device == "rf"
    )


def days_named(days: Sequence[int]) -> str:
    """Name days: "day 1", "days 1 and 2", and how many where there are more."""
    if len(days) > _FEW:
        return ngettext("{n} day", "{n} days", len(days)).format(n=len(days))
    return ngettext("day {days}", "days {days}", len(days)).format(
        days=listed([str(day) for day in days])
    )


def _not_recorded() -> str:
    return _("not recorded")


def _redness(recovery: Recovery, turned: Milestones) -> str:
    if turned.redness_mild_from is not None:
        return _("from day {n}").format(n=turned.redness_mild_from)
    return _("not yet") if rated(recovery, "redness") else _not_recorded()


def _highest_sum(_recovery: Recovery, turned: Milestones) -> str:
    if turned.highest_sum is None:
        return _not_recorded()
    return _("{sum}, {days}").format(
        sum=turned.highest_sum, days=days_named(turned.highest_sum_days)
    )


def _flaking(recovery: Recovery, turned: Milestones) -> str:
    ratings = rated(recovery, "flaking")
    if not ratings:
        return _not_recorded()
    if turned.flaking_first is None or turned.flaking_last is None:
        return _("none")
    if ratings[-1][1] > 0:
        return _("from day {first}, still there on day {last}").format(
            first=turned.flaking_first, last=turned.flaking_last
        )
    if turned.flaking_first == turned.flaking_last:
        return _("day {n}").format(n=turned.flaking_first)
    return _("day {first} to day {last}").format(
        first=turned.flaking_first, last=turned.flaking_last
    )


def _most_flaking(recovery: Recovery, turned: Milestones) -> str:
    if turned.flaking_peak is None:
        return _("none") if rated(recovery, "flaking") else _not_recorded()
    return _("{grade}, first on day {n}").format(
        grade=grade_in_words(turned.flaking_peak), n=turned.flaking_peak_day
    )


def _pain(_recovery: Recovery, turned: Milestones) -> str:
    if turned.pain_days is None:
        return _not_recorded()
    return ngettext(
        "{n} of {all} day logged", "{n} of {all} days logged", turned.pain_rated
    ).format(n=turned.pain_days, all=turned.pain_rated)


def _none(recovery: Recovery, turned: Milestones) -> str:
    if turned.none_from is not None:
        return _("from day {n}").format(n=turned.none_from)
    logged = any(entry.scores for entry in recovery.entries if entry.date >= recovery.session.date)
    return _("not yet") if logged else _not_recorded()


_MILESTONES: tuple[tuple[str, str, Callable[[Recovery, Milestones], str]], ...] = (
    ("redness", N_("Redness at most mild"), _redness),
    ("highest_sum", N_("Highest sum"), _highest_sum),
    ("flaking", N_("Flaking"), _flaking),
    ("most_flaking", N_("Most flaking"), _most_flaking),
    ("pain", N_("Pain"), _pain),
    ("none", N_("None recorded for any symptom"), _none),
)
