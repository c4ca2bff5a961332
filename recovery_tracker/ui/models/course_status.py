"""The status of the Recovery page: how today compares, with a sentence on the leading symptoms."""

from __future__ import annotations

from recovery_tracker.charts import timeline, words
from recovery_tracker.domain.guidance import day_text
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.status import DayStatus, day_status
from recovery_tracker.domain.trends import Verdict, compare
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.models.reminder_words import settled_sentence

LEADING = ("redness", "flaking")
_SILENT = (Verdict.NOT_RECORDED, Verdict.NO_RANGE)


def has_course(recovery: Recovery) -> bool:
    """Whether anything was graded from day 0 on, so that there is a line to draw."""
    return any(e.scores and recovery.day_of(e.date) >= 0 for e in recovery.entries)


def treated_words(snapshot: Snapshot, session: Session) -> str:
    """Say which session a page is about: number, place, depth, and when it was or will be."""
    treated = _("treated {date}").format(date=dates.with_weekday(session.date))
    if session.date == snapshot.today:
        treated = _("treated today")
    elif session.date > snapshot.today:
        treated = _("planned for {date}").format(date=dates.with_weekday(session.date))
    place = _(", ").join(filter(None, (session_words.areas(session), session_words.depth(session))))
    parts = (session_words.numbered(snapshot, session), place, treated)
    return session_words.SEPARATOR.join(filter(None, parts))


def course_status(snapshot: Snapshot, recovery: Recovery) -> DayStatus:
    """Say how the present day compares; where nothing is logged yet, what is usual today."""
    day = recovery.day_of(snapshot.today)
    status = day_status(
        recovery, snapshot.today, snapshot.warnings, snapshot.profile, snapshot.today
    )
    if status.warning is not None:
        return status
    if day < 0:
        return DayStatus(
            "neutral",
            _("Planned for {date}").format(date=dates.with_weekday(recovery.session.date)),
            _(
                "This is the usual course after it. What you log until then is your baseline, to "
                "compare with."
            ),
        )
    entry = recovery.entry(snapshot.today)
    if entry is None or not entry.recorded:
        return _not_logged(snapshot, recovery, day)
    compared = compared_words(snapshot, recovery)
    text = " ".join(filter(None, (status.text, compared)))
    return DayStatus(status.kind, status.title, text)


def _not_logged(snapshot: Snapshot, recovery: Recovery, day: int) -> DayStatus:
    title = _("{day}: nothing logged yet").format(day=session_words.day_name(day))
    settled = settled_sentence(snapshot, recovery)
    if settled:
        return DayStatus("neutral", title, settled)
    said = day_text(recovery.session, day)
    return DayStatus("neutral", title, said.text if said else _("Log a day whenever you like."))


def compared_words(snapshot: Snapshot, recovery: Recovery) -> str:
    """Compare redness and flaking with the usual course: "Redness mild, in the usual range; …"."""
    said = [
        _("{symptom}: {verdict}").format(
            symptom=timeline.symptom_name(code),
            verdict=within_a_sentence(
                words.verdict(recovery, code, snapshot.profile, date=snapshot.today)
            ),
        )
        for code in LEADING
        if compare(recovery, code, snapshot.today, snapshot.profile).verdict not in _SILENT
    ]
    if not said:
        return ""
    first, *rest = said
    joined = _("; ").join((first, *(within_a_sentence(more) for more in rest)))
    return _("{comparison}.").format(comparison=joined)
