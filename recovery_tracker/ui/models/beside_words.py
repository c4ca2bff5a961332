"""A session beside the one before, in one short sentence, and how many older ones there are."""

from __future__ import annotations

from recovery_tracker.charts.timeline import EarlierSession, session_name
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.domain.session_comparison import NamedRecovery, compared, in_words
from recovery_tracker.journal import Snapshot

_MILESTONE = {"redness": "redness", "flaking": "flaking", "pain": "pain"}
_SUM, _ELSE = "highest_sum", "none"  # the milestones of all symptoms together


def beside(recovery: Recovery, earlier: EarlierSession, symptom: str | None) -> str:
    """Tell the milestone of a symptom in both sessions; nothing where one has not recorded it.

    Without a symptom it is that of the sum of eight.
    """
    other = NamedRecovery(session_name(earlier), earlier.recovery)
    code = _SUM if symptom is None else _MILESTONE.get(symptom, _ELSE)
    (name,) = (row.name for row in compared(recovery, (other,)) if row.code == code)
    said = in_words(recovery, other)
    return next((sentence for sentence in said if sentence.startswith(name)), "")


def older_sessions(snapshot: Snapshot) -> int:
    """Count the earlier sessions on the same skin that no chart shows any more."""
    here = snapshot.session
    if here is None:
        return 0
    before = [s for s in snapshot.sessions if s.date < here.date and s.overlaps(here)]
    return max(0, len(before) - len(snapshot.earlier))
