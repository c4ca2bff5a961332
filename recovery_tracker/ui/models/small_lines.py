"""The small charts of the Recovery page as values: a symptom's line, its range and its verdict."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from recovery_tracker.charts import timeline, words
from recovery_tracker.charts.timeline import EarlierSession, Point, Present
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.symptoms import SYMPTOMS, USUAL_SYMPTOMS
from recovery_tracker.domain.usual_range import UsualRange
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.ui import session_words
from recovery_tracker.values import frozen


@frozen
class SmallLine:
    """One small chart.

    Attributes:
        code: of the symptom.
        title, verdict: such as "Flaking" and "Moderate, usual peak"; ``spoken`` says both.
        days: those of the x axis, the same in all charts of a page.
        now: where today stands.
        course: the usual range of each day; empty for a symptom of the patient's own.
        points: the own line, recorded days only; ``past``: earlier sessions, newest first.
    """

    code: str
    title: str
    verdict: str
    spoken: str
    days: range
    now: Present
    course: tuple[UsualRange, ...]
    points: tuple[Point, ...]
    past: tuple[tuple[Point, ...], ...]


def symptoms_shown(recovery: Recovery, own: Sequence[OwnItem]) -> tuple[str, ...]:
    """Return the eight usual symptoms, then bleeding and the patient's own.

    Bleeding only where there was some after day 0, when it belongs to the treatment itself; own
    symptoms where they were graded or are still asked.
    """
    after = [entry for entry in recovery.entries if recovery.day_of(entry.date) > 0]
    felt = {code for entry in after for code, grade in entry.scores.items() if grade}
    graded = {code for entry in recovery.entries for code in entry.scores}
    others = [s.code for s in SYMPTOMS if not s.usual and s.code in felt]
    own_codes = [item.code for item in own if item.code in graded or not item.retired]
    return (*USUAL_SYMPTOMS, *others, *own_codes)


def small_lines(
    recovery: Recovery,
    profile: Profile,
    symptoms: Sequence[str],
    *,
    today: dt.date,
    earlier: Sequence[EarlierSession],
    own_names: Mapping[str, str],
) -> tuple[SmallLine, ...]:
    """Make the small charts of a session, all over the same days."""
    days = timeline.days_shown(recovery, today)
    now = timeline.present(recovery, today, days)
    date = today if now.day is not None else _last_rated(recovery) or today
    return tuple(
        SmallLine(
            code=code,
            title=timeline.symptom_name(code, own_names),
            verdict=_verdict(recovery, code, profile, date, today),
            spoken=words.small_name(recovery, code, profile, date=date, own_names=own_names),
            days=days,
            now=now,
            course=timeline.usual_course(recovery, code, profile, days),
            points=timeline.graded(recovery, code, days),
            past=tuple(
                points for past in earlier if (points := timeline.graded(past.recovery, code, days))
            ),
        )
        for code in symptoms
    )


def _last_rated(recovery: Recovery) -> dt.date | None:
    rated = [entry.date for entry in recovery.entries if entry.scores]
    return rated[-1] if rated else None


def _verdict(
    recovery: Recovery, symptom: str, profile: Profile, date: dt.date, today: dt.date
) -> str:
    """Say how a date compares; where it is not the present day, it is named."""
    said = words.verdict(recovery, symptom, profile, date=date)
    if date == today:
        return said
    day = session_words.day_name(recovery.day_of(date))
    return _("{day}: {verdict}").format(day=day, verdict=within_a_sentence(said))
