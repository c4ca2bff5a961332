"""A session beside earlier ones on the same skin: milestones in a table, lines laid over."""

from __future__ import annotations

from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.session_comparison import NamedRecovery, alike, compared
from recovery_tracker.domain.wording import listed
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.report import chart
from recovery_tracker.report.case import Case
from recovery_tracker.report.dates import in_full
from recovery_tracker.report.identity import method
from recovery_tracker.values import frozen


@frozen
class ComparisonRow:
    """One fact of every session: this one's first, then the earlier ones', newest first."""

    label: str
    values: tuple[str, ...]


@frozen
class Overlay:
    """A symptom's lines of all the sessions, laid over by day since treatment.

    Attributes:
        symptom: its code; ``title``: its name.
        alt: everything the lines show, in words.
    """

    symptom: str
    title: str
    alt: str


@frozen
class Comparison:
    """How this session went beside earlier ones; facts of the log only, no session is "better".

    Attributes:
        sessions: what the columns are called.
        rows: date, method and milestones.
        notes: which sessions were treated otherwise, and how many older ones are not shown.
        overlays: redness and flaking, if charts were chosen.
    """

    sessions: tuple[str, ...]
    rows: tuple[ComparisonRow, ...]
    notes: tuple[str, ...]
    overlays: tuple[Overlay, ...]


def comparison(case: Case) -> Comparison | None:
    """Compare a session with up to three earlier ones; nothing where there is none.

    The milestones are those of whole sessions, also where only some days are shown: a milestone
    of a part could be false.
    """
    if not case.earlier or not case.options.earlier_sessions:
        return None
    numbers = [case.number(other.session) for other in case.earlier]
    earlier = [
        NamedRecovery(_("Session {n}").format(n=n), other)
        for n, other in zip(numbers, case.earlier, strict=True)
    ]
    return Comparison(
        sessions=(
            _("This session ({n})").format(n=case.number(case.session)),
            *(one.name for one in earlier),
        ),
        rows=(
            *_treated([case.session, *(other.session for other in case.earlier)]),
            *(ComparisonRow(row.name, row.values) for row in compared(case.recovery, earlier)),
        ),
        notes=(*_not_alike(case, earlier), *_older(case)),
        overlays=tuple(_overlay(case, code) for code in chart.SYMPTOMS)
        if case.options.charts
        else (),
    )


def _treated(sessions: list[Session]) -> tuple[ComparisonRow, ...]:
    return (
        ComparisonRow(_("Treated"), tuple(in_full(one.date) for one in sessions)),
        ComparisonRow(_("Method"), tuple(method(one) or _("not stated") for one in sessions)),
    )


def _overlay(case: Case, symptom: str) -> Overlay:
    return Overlay(symptom, case.symptom_label(symptom), chart.lines_in_words(case, symptom))


def _not_alike(case: Case, earlier: list[NamedRecovery]) -> tuple[str, ...]:
    other = [one.name for one in earlier if not alike(case.session, one.recovery.session)]
    if not other:
        return ()
    sentence = ngettext(
        "{sessions} was of another depth or device, so it need not go alike.",
        "{sessions} were of another depth or device, so they need not go alike.",
        len(other),
    )
    return (sentence.format(sessions=listed(other)),)


def _older(case: Case) -> tuple[str, ...]:
    """Say how many earlier sessions on the same skin are left out, so that none is missed."""
    shown: list[Recovery] = [case.recovery, *case.earlier]
    ids = {one.session.id for one in shown}
    older = [
        other
        for other in case.sessions
        if other.id not in ids and other.date < case.session.date and other.overlaps(case.session)
    ]
    if not older:
        return ()
    sentence = ngettext(
        "{n} older session on the same skin is not shown here.",
        "{n} older sessions on the same skin are not shown here.",
        len(older),
    )
    return (sentence.format(n=len(older)),)
