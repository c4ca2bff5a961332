"""What the usual range of a symptom rests on, in words: published reports or judgement."""

from __future__ import annotations

from itertools import groupby

from recovery_tracker.charts.timeline import LAST_DAY_OF_COURSE, symptom_name
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.sources import Source, sources
from recovery_tracker.domain.usual_range import MODIFIERS, Basis, basis
from recovery_tracker.i18n import _


def in_short() -> str:
    """Say what stands beside every usual range."""
    return _("How long this lasts is from published reports; most grades are judgement.")


def in_full(symptom: str, recovery: Recovery, profile: Profile) -> tuple[str, ...]:
    """Say, day by day, what the range of a symptom rests on, and list the sources.

    Nothing for a symptom of the patient's own, which has no range.
    """
    found = [
        (day, rests_on)
        for day in range(LAST_DAY_OF_COURSE + 1)
        if (rests_on := basis(symptom, day, recovery.session, profile)) is not None
    ]
    if not found:
        return ()
    cited = tuple(dict.fromkeys(s for _day, rests_on in found for s in rests_on.sources))
    known = {source.id: source for source in sources()}
    return (
        _days_words(symptom, found),
        *_skin_words(found),
        *(_cited(code, known.get(code)) for code in cited),
        _("A: guideline or review; B: study or case report; C: clinic or maker’s page."),
    )


def _days_words(symptom: str, found: list[tuple[int, Basis]]) -> str:
    name = symptom_name(symptom)
    expected = [day for day, rests_on in found if rests_on.expected]
    graded = [day for day, rests_on in found if rests_on.grade]
    if not expected:
        return _(
            "{symptom}: reports name it, but not its days and grades; they are judgement."
        ).format(symptom=name)
    if graded == expected:
        return _(
            "{symptom}: reports expect it on {days} and give its grades there. All else is "
            "judgement."
        ).format(symptom=name, days=_runs(expected))
    if graded:
        return _(
            "{symptom}: reports expect it on {days}, with its grades on {graded}. All else is "
            "judgement."
        ).format(symptom=name, days=_runs(expected), graded=_runs(graded))
    return _(
        "{symptom}: reports expect it on {days}. Its grades, and all other days, are judgement."
    ).format(symptom=name, days=_runs(expected))


def _skin_words(found: list[tuple[int, Basis]]) -> tuple[str, ...]:
    """Say for whom the range was changed; only radiofrequency has a report behind it."""
    changed = {code for _day, rests_on in found for code in rests_on.modifiers}
    return tuple(
        _("Changed for {skin}: {basis}.").format(
            skin=modifier.label, basis=_(", ").join(modifier.sources) or _("judgement")
        )
        for modifier in MODIFIERS
        if modifier.code in changed
    )


def _cited(code: str, source: Source | None) -> str:
    if source is None:
        return _("The article this program was made from.")
    return _("{id}: {title}. {place}. {sure}.").format(
        id=code, title=source.title.rstrip("."), place=source.place, sure=source.sure
    )


def _runs(days: list[int]) -> str:
    """Write days in a row as "days 0 to 3"; days here come in one or more rows."""
    rows = [
        [day for _place, day in run]
        for _key, run in groupby(enumerate(days), key=lambda pair: pair[1] - pair[0])
    ]
    return _(", ").join(
        _("day {n}").format(n=row[0])
        if len(row) == 1
        else _("days {first} to {last}").format(first=row[0], last=row[-1])
        for row in rows
    )
