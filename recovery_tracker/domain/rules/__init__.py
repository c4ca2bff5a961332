"""Every warning rule, one module per family; :func:`assess` runs them all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Act, Recovery, Session
from recovery_tracker.domain.rules import (
    allergy,
    asked,
    blisters,
    bruising,
    care_check,
    conditions,
    course,
    eyes,
    flaking,
    infection,
    late,
    notes,
    pain,
    redness,
    skin_damage,
    swelling,
    whole_body,
)
from recovery_tracker.domain.rules.definitions import STORY_DAYS
from recovery_tracker.domain.rules.episodes import episodes
from recovery_tracker.domain.rules.facts import Story
from recovery_tracker.domain.rules.items import item
from recovery_tracker.domain.rules.rule import Rule
from recovery_tracker.domain.warnings import Warning, in_order

RULES: tuple[Rule, ...] = (
    *allergy.RULES,
    *asked.RULES,
    *blisters.RULES,
    *bruising.RULES,
    *care_check.RULES,
    *conditions.RULES,
    *course.RULES,
    *eyes.RULES,
    *flaking.RULES,
    *infection.RULES,
    *late.RULES,
    *notes.RULES,
    *pain.RULES,
    *redness.RULES,
    *skin_damage.RULES,
    *swelling.RULES,
    *whole_body.RULES,
)
_ENDLESS = tuple(rule for rule in RULES if rule.endless)


def assess(
    recovery: Recovery,
    profile: Profile,
    sessions: Sequence[Session],
    today: dt.date,
    rules: Sequence[Rule] = RULES,
) -> tuple[Warning, ...]:
    """Judge one recovery as of a day: pure, never raises.

    Args:
        recovery: the session, its entries and acts; what is dated after ``today`` is left out.
        profile: the patient as stated now.
        sessions: every session known as of the day, this one with or without.
        today: the day as of which to judge.
        rules: the rules to ask.

    Returns:
        One item per rule and episode, active first, then by rank, then newest.
    """
    entries = tuple(entry for entry in recovery.entries if entry.date <= today)
    story = Story(replace(recovery, entries=entries, photos=()), profile, sessions)
    acts: dict[str, list[Act]] = {}
    for act in sorted(recovery.acts, key=_when):
        if act.date <= today:
            acts.setdefault(act.rule, []).append(act)
    return in_order(
        tuple(
            item(episode, story, today)
            for rule in rules
            for episode in episodes(rule, story, acts.get(rule.id, ()), today)
        )
    )


def still_active(
    recovery: Recovery, profile: Profile, sessions: Sequence[Session], today: dt.date
) -> tuple[Warning, ...]:
    """Return the active warnings :func:`assess` would find.

    Where nothing was noted for longer than a story lasts, only what never ends by age can be
    active, so only those rules are asked: a diary of many years has many such sessions.
    """
    last = max((recovery.session.date, *(entry.date for entry in recovery.entries)))
    over = last + dt.timedelta(days=STORY_DAYS) < today
    found = assess(recovery, profile, sessions, today, _ENDLESS if over else RULES)
    return tuple(warning for warning in found if warning.active)


def time_adds_nothing(recovery: Recovery, today: dt.date) -> bool:
    """Whether no later day can make a warning active, as long as nothing else is known.

    Time alone ends what is active and begins nothing, unless something is dated after ``today``.
    """
    dates = (e.date for e in (*recovery.entries, *recovery.acts))
    return max((recovery.session.date, *dates)) <= today


def _when(act: Act) -> tuple[dt.date, bool, float]:
    """Order acts by date; within a date by the moment, those without one first."""
    return act.date, act.at is not None, act.at.timestamp() if act.at else 0.0
