"""The report as a value: everything that stands on its pages, in words, before any page exists.

A pure function of a :class:`~recovery_tracker.report.case.Case`; private notes are never read.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace

from recovery_tracker import __version__
from recovery_tracker.domain import choices
from recovery_tracker.domain.warnings import GUIDANCE_VERSION
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.report import account, advice, chart, daily_log, figures, identity, limits
from recovery_tracker.report.case import Case, Paper, ReportOptions
from recovery_tracker.report.dates import number, with_time


@dataclass(frozen=True, slots=True)
class ReportContent:
    """The report of one session.

    Attributes:
        title: the document's title; ``day``: "Day 4 after microneedling".
        prepared_at: when it was made, the patient's local time.
        whose: patient and treatment in one line, for the head of later pages.
        lines, health: who and what; ``advice``: the box at the top; ``figures``: five of them.
        chart: redness and flaking against the usual range, if chosen.
        log: the daily log in blocks of days, if chosen.
        warnings: every warning in detail.
        account: notes, care, medicines and questions, if chosen.
        reading: scale words and limits; ``limits``: the line at the foot of each page.
        made_by: program and guidance version; ``fingerprint``: of the report's data.
    """

    title: str
    day: str
    prepared: str
    prepared_at: dt.datetime
    language: str
    paper: Paper
    whose: str
    lines: tuple[identity.Line, ...]
    health: identity.HealthFacts
    advice: advice.Advice
    figures: tuple[figures.Figure, ...]
    chart: chart.Chart | None
    log: tuple[daily_log.LogBlock, ...]
    warnings: tuple[advice.WarningDetail, ...]
    account: account.Account | None
    reading: limits.Reading
    limits: str
    made_by: str
    fingerprint: str


def report_content(case: Case) -> ReportContent:
    """Write the report of a case."""
    options = case.options
    return ReportContent(
        title=_("Recovery report"),
        day=_day(case),
        prepared=_("Prepared {moment}").format(moment=with_time(case.prepared_at)),
        prepared_at=case.prepared_at,
        language=options.language,
        paper=options.paper,
        whose=identity.whose(case),
        lines=identity.lines(case),
        health=identity.health_facts(case),
        advice=advice.advice(case, figures.days_logged(case)),
        figures=figures.figures(case),
        chart=chart.chart(case) if options.charts else None,
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
    snapshot: Snapshot, prepared_at: dt.datetime, options: ReportOptions | None = None
) -> ReportContent:
    """Write the report of the session on screen.

    Raises:
        NotFound: the diary has no session.
    """
    return report_content(Case.of(snapshot, prepared_at, options))


def _day(case: Case) -> str:
    treatment = within_a_sentence(choices.label(choices.TREATMENTS, case.session.treatment))
    if case.day < 0:
        return _("Day {n}, before {treatment}").format(n=number(case.day), treatment=treatment)
    return _("Day {n} after {treatment}").format(n=number(case.day), treatment=treatment)


def _fingerprint(case: Case) -> str:
    """Twelve hex digits that change with what was recorded, but for private notes."""
    entries = tuple(replace(entry, private_notes="") for entry in case.recovery.entries)
    recorded = (case.profile, case.session, entries, case.recovery.acts)
    digest = hashlib.sha256(repr(recorded).encode()).hexdigest()
    return " ".join(digest[start : start + 4] for start in (0, 4, 8))
