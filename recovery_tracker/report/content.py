"""The report as a value: everything that stands on its pages, in words, before any page exists.

A pure function of a :class:`~recovery_tracker.report.case.Case`; private notes are read only where
the patient chose to show them.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import replace

from recovery_tracker import __version__
from recovery_tracker.domain import choices
from recovery_tracker.domain.warnings import GUIDANCE_VERSION
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _, in_language, language
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.report import (
    account,
    advice,
    chart,
    comparison,
    daily_log,
    figures,
    identity,
    limits,
    photo_strip,
)
from recovery_tracker.report.case import Case, Paper, ReportOptions
from recovery_tracker.report.dates import number, with_time
from recovery_tracker.report.retelling import retold
from recovery_tracker.values import frozen


@frozen
class ReportContent:
    """The report of one session.

    Attributes:
        title: the document's title; ``day``: "Day 4 after microneedling".
        prepared_at: when it was made, the patient's local time.
        whose: patient and treatment in one line, for the head of later pages.
        lines, health: who and what; ``advice``: the box at the top; ``figures``: five of them.
        period: which days the report tells, where the patient chose some; else empty.
        chart: redness and flaking against the usual range, if chosen.
        comparison: this session beside earlier ones, if there are any and they were chosen.
        photos: the first, one in between and the latest, if they were chosen.
        log: the daily log in blocks of days, if chosen.
        warnings: every warning in detail.
        account: notes, care, medicines and questions, if chosen.
        reading: scale words and limits; ``limits``: the line at the foot of each page.
        made_by: program and guidance version; ``fingerprint``: of the report's data.
    """

    title: str
    day: str
    prepared: str
    period: str
    prepared_at: dt.datetime
    language: str
    paper: Paper
    whose: str
    lines: tuple[identity.Line, ...]
    health: identity.HealthFacts
    advice: advice.Advice
    figures: tuple[figures.Figure, ...]
    chart: chart.Chart | None
    comparison: comparison.Comparison | None
    photos: photo_strip.PhotoStrip | None
    log: tuple[daily_log.LogBlock, ...]
    warnings: tuple[advice.WarningDetail, ...]
    account: account.Account | None
    reading: limits.Reading
    limits: str
    made_by: str
    fingerprint: str


def report_content(case: Case) -> ReportContent:
    """Write the report of a case, in the language that was chosen for it."""
    told = retold(case)
    with in_language(case.options.language):
        return _written(told)


def _written(case: Case) -> ReportContent:
    options = case.options
    return ReportContent(
        title=_("Recovery report"),
        day=_day(case),
        prepared=_("Prepared {moment}").format(moment=with_time(case.prepared_at)),
        prepared_at=case.prepared_at,
        period=_period(case),
        language=language(),
        paper=options.paper,
        whose=identity.whose(case),
        lines=identity.lines(case),
        health=identity.health_facts(case),
        advice=advice.advice(case, figures.days_logged(case)),
        figures=figures.figures(case),
        chart=chart.chart(case) if options.charts else None,
        comparison=comparison.comparison(case),
        photos=photo_strip.photo_strip(case),
        log=daily_log.blocks(case) if options.daily_log else (),
        warnings=advice.details(case),
        account=account.account(case) if options.notes_and_care else None,
        reading=limits.reading(case),
        limits=f"{limits.limits()} {limits.no_clinician()}",
        made_by=_("Recovery Tracker {version}, guidance {guidance}").format(
            version=__version__, guidance=GUIDANCE_VERSION
        ),
        fingerprint=_fingerprint(case),
    )


def content_of(
    snapshot: Snapshot,
    prepared_at: dt.datetime,
    options: ReportOptions | None = None,
    pictures: Mapping[str, bytes] | None = None,
) -> ReportContent:
    """Write the report of the session on screen.

    ``pictures`` holds the bytes of :func:`photo_strip.chosen_photos` by their sha256.

    Raises:
        NotFound: the diary has no session.
    """
    return report_content(Case.of(snapshot, prepared_at, options, pictures))


def _day(case: Case) -> str:
    treatment = within_a_sentence(choices.label(choices.TREATMENTS, case.session.treatment))
    if case.day < 0:
        return _("Day {n}, before {treatment}").format(n=number(case.day), treatment=treatment)
    return _("Day {n} after {treatment}").format(n=number(case.day), treatment=treatment)


def _period(case: Case) -> str:
    """Say which days are told, where not all are: what is left out is not "nothing"."""
    first, last = case.options.first, case.options.last
    if first is None and last is None:
        return ""
    days = [number(case.session.day_of(date)) for date in (first, last) if date is not None]
    if first is not None and last is not None:
        words = _("Days {first} to {last} only, as the patient chose.")
        return words.format(first=days[0], last=days[1])
    if first is not None:
        return _("Days from {first} on only, as the patient chose.").format(first=days[0])
    return _("Days up to {last} only, as the patient chose.").format(last=days[0])


def _fingerprint(case: Case) -> str:
    """Twelve hex digits that change with what was recorded in the period shown.

    Private notes and photos count only where they are printed.
    """
    entries = case.shown.entries
    if not case.options.private_notes:
        entries = tuple(replace(entry, private_notes="") for entry in entries)
    recorded: tuple[object, ...] = (case.profile, case.session, entries, case.recovery.acts)
    if case.options.photos:
        recorded = (*recorded, photo_strip.chosen_photos(case.recovery, case.options))
    digest = hashlib.sha256(repr(recorded).encode()).hexdigest()
    return " ".join(digest[start : start + 4] for start in (0, 4, 8))
