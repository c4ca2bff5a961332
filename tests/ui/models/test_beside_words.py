"""A session beside the one before: one milestone in words, older sessions counted."""

from __future__ import annotations

from recovery_tracker.charts.timeline import EarlierSession
from recovery_tracker.domain.recovery import Recovery
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui.models.beside_words import beside, older_sessions
from tests.builders import NO_PROFILE, build, daily, date_of

NOW = build({0: daily(redness=2, flaking=0), 1: daily(redness=1, flaking=2)})


def before(weeks: int, **fields: str | tuple[str, ...]) -> Recovery:
    days = {0: daily(redness=2), 1: daily(redness=2), 2: daily(redness=1)}
    return build(days, id=f"before-{weeks}", date=date_of(-7 * weeks), **fields)  # type: ignore[arg-type]


def test_the_milestone_is_that_of_the_first_symptom() -> None:
    earlier = EarlierSession(1, before(6))
    assert beside(NOW, earlier, "redness") == (
        "Redness at most mild: from day 1; Session 1: from day 2."
    )
    assert beside(NOW, earlier, "flaking").startswith("Flaking: from day 1, still there on day 1;")
    assert beside(NOW, earlier, None).startswith("Highest sum: 3, day 1;")
    assert beside(NOW, earlier, "itching").startswith("None recorded for any symptom: not yet;")


def test_what_one_session_did_not_record_is_not_compared() -> None:
    assert beside(build({0: {"flaking": 1}}), EarlierSession(1, before(6)), "redness") == ""


def test_older_sessions_on_the_same_skin_are_counted() -> None:
    older = [before(weeks) for weeks in (5, 10, 15, 20)]
    elsewhere = before(30, areas=("hands",))
    sessions = tuple(r.session for r in (elsewhere, *older[::-1], NOW))
    shown = Snapshot(
        date_of(1), NO_PROFILE, sessions=sessions, recovery=NOW, earlier=tuple(older[:3])
    )
    assert older_sessions(shown) == 1
    assert older_sessions(Snapshot(date_of(1), NO_PROFILE)) == 0
