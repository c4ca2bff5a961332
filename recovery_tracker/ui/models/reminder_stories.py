"""Which sessions may remind the patient, read from the diary for the rule that decides."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.reminder import LAST_STORY_DAY, Story
from recovery_tracker.journal import Snapshot


def stories(
    snapshot: Snapshot, today: dt.date, read: Callable[[str], Recovery]
) -> tuple[Story, ...]:
    """Return the sessions near a day, with their warnings.

    Args:
        snapshot: the diary.
        today: the local date; the snapshot may be older.
        read: gives the entries of a session that is not on screen.
    """
    warnings = (*snapshot.active, *snapshot.elsewhere)
    found: list[Story] = []
    for session in snapshot.sessions:
        if -1 <= session.day_of(today) <= LAST_STORY_DAY:
            shown = snapshot.recovery
            here = shown is not None and shown.session.id == session.id
            recovery = shown if here and shown is not None else read(session.id)
            found.append(Story(recovery, warnings))
    return tuple(found)
