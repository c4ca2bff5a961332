"""Whether a recovery has come to rest, for the reminder only: it is never shown as a verdict.

product.md 5: it changes the daily reminder to one check on days 21, 42 and 75 (clinical.md 4.6).
How careful the answer is, is judgement: flaking and infections begin on days 2 to 7, and one
entry alone is noise (clinical.md 4.8).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.trends import ENOUGH_ENTRIES, none_from
from recovery_tracker.domain.warnings import Warning

FIRST_DAY = 7
_CALM_ENTRIES = 2


def settled_since(recovery: Recovery, warnings: Sequence[Warning], today: dt.date) -> int | None:
    """Return the day since which none is logged for every symptom; ``None`` while it is not over.

    From day 7 on; three entries at least, two of them with nothing above none; each of the eight
    symptoms rated in them; no sign whose last answer is "yes"; no active warning of the session.
    A blank proves nothing: what is not recorded keeps a recovery going.

    Args:
        recovery: the session with its entries; those after ``today`` are left out.
        warnings: what the rules found; those of other sessions are left out.
        today: the present day.
    """
    entries = [e for e in recovery.entries if recovery.session.date <= e.date <= today]
    since = none_from(Recovery(recovery.session, tuple(entries)))
    if since is None or recovery.day_of(today) < FIRST_DAY:
        return None
    rated = [entry for entry in entries if entry.scores]
    calm = [entry for entry in rated if recovery.day_of(entry.date) >= since]
    if len(rated) < ENOUGH_ENTRIES or len(calm) < _CALM_ENTRIES:
        return None
    answers: dict[str, bool] = {}
    for entry in entries:
        answers.update(dict.fromkeys(entry.signs, True))
        answers.update(dict.fromkeys(entry.signs_absent, False))
    mine = recovery.session.id
    pressing = any(warning.active and warning.session_id == mine for warning in warnings)
    return None if pressing or any(answers.values()) else since
