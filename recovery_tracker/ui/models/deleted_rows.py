"""What was deleted and can be brought back, in words: what, when, and how long it still waits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain import choices
from recovery_tracker.domain.kept import Deleted
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.journal import Snapshot
from recovery_tracker.journal.diary import KEPT_DELETED
from recovery_tracker.ui import dates, session_words
from recovery_tracker.values import frozen

_ONE_DAY = dt.timedelta(days=1)
_KINDS = {
    "session": N_("Session of {date}"),
    "entry": N_("Entry of {date}"),
    "photo": N_("Photo of {date}"),
}


@frozen
class DeletedRow:
    """One item: what it was, where it belonged, and until when it can be brought back."""

    gone: Deleted
    what: str
    waits: str


def deleted_rows(
    deleted: Sequence[Deleted], snapshot: Snapshot, now: dt.datetime
) -> tuple[DeletedRow, ...]:
    """Tell what was deleted; ``now`` is the time where the patient is, with its zone."""
    return tuple(
        DeletedRow(gone, _what(gone, snapshot), _waits(gone.deleted_at, now)) for gone in deleted
    )


def _what(gone: Deleted, snapshot: Snapshot) -> str:
    what = _(_KINDS[gone.kind]).format(date=dates.short_with_year(gone.date))
    session = next((s for s in snapshot.sessions if s.id == gone.session_id), None)
    parts = [what]
    if gone.photo is not None:
        parts.append(choices.label(choices.PHOTO_VIEWS, gone.photo.view))
    if gone.kind != "session" and session is not None:
        parts.append(session_words.day_name(session.day_of(gone.date)))
        parts.append(session_words.numbered(snapshot, session))
    return session_words.SEPARATOR.join(parts)


def _waits(deleted_at: dt.datetime, now: dt.datetime) -> str:
    """Say when it was deleted and how many days are left of thirty, rounded up."""
    left = max(0, -((now - (deleted_at + KEPT_DELETED)) // _ONE_DAY))
    deleted = dates.short_with_year(deleted_at.astimezone(now.tzinfo).date())
    if not left:
        return _("Deleted {date}, goes today").format(date=deleted)
    return ngettext("Deleted {date}, {n} day left", "Deleted {date}, {n} days left", left).format(
        date=deleted, n=left
    )
