"""Ask one rule about one entry: the level it reaches, and what it says it saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

import pytest

from recovery_tracker.domain import wording
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.rules import RULES
from recovery_tracker.domain.rules.episodes import judged
from recovery_tracker.domain.rules.facts import Story
from recovery_tracker.domain.rules.rule import Finding, Rule
from tests.builders import build

BY_CODE = {rule.code: rule for rule in RULES}
_PROFILE = {field.name for field in fields(Profile)}

DARKER = {"skin_tone": 4}
DIABETES = {"diabetes": True}
WEAK = {"weak_immunity": True}
SHALLOW = {"needle_depth_mm": 0.5}
DEEP = {"needle_depth_mm": 2.5}
RF = {"device": "rf"}
FILLER = {"recent_procedures": ("filler",)}
NECK = {"areas": ("neck",)}

Days = Mapping[int, Mapping[str, Any]]
Case = tuple[str, str, Days] | tuple[str, str, Days, Mapping[str, Any]]


def found(
    code: str, days: Days, sessions: Sequence[Session] = (), **who: Any
) -> tuple[Finding | None, str]:
    """Ask a rule about the last of some days, on the days on which it is asked.

    Args:
        code: the rule's code.
        days: what was noted, as :func:`tests.builders.build` takes it.
        sessions: other sessions.
        who: fields of the profile or of the session.

    Returns:
        What it found, and the level in words ("urgent now", "contact week", "watch", "").
    """
    profile = Profile(**{name: value for name, value in who.items() if name in _PROFILE})
    treated = {name: value for name, value in who.items() if name not in _PROFILE}
    story = Story(build(days, **treated), profile, sessions)
    fired = judged(BY_CODE[code], story.facts[-1])
    if fired is None:
        return None, ""
    row = fired.finding.row
    return fired.finding, f"{row.level.code} {row.by.code}" if row.by else row.level.code


def table(*cases: Case) -> pytest.MarkDecorator:
    """Turn rows of (why, level, days[, who]) into the parameters of a test."""
    return pytest.mark.parametrize(
        ("level", "days", "who"),
        [
            pytest.param(level, days, rest[0] if rest else {}, id=why)
            for why, level, days, *rest in cases
        ],
    )


def check(code: str, level: str, days: Days, who: Mapping[str, Any]) -> None:
    """Assert the level a rule reaches, and that a finding can be shown and traced."""
    finding, reached = found(code, days, **who)
    assert reached == level
    if finding is not None:
        rule: Rule = BY_CODE[code]
        assert finding.row in rule.rows
        assert finding.evidence, "a person must see why"
        assert len(set(finding.evidence)) == len(finding.evidence)
        assert "{" not in finding.message
        assert "None" not in finding.message


def saw(code: str, days: Days, **who: Any) -> set[tuple[int, str]]:
    """What a rule says it saw: days and fields."""
    finding, _level = found(code, days, **who)
    assert finding is not None
    return {(seen.day, seen.field) for seen in finding.evidence}


def message(code: str, days: Days, **who: Any) -> str:
    """The words of what a rule found."""
    finding, _level = found(code, days, **who)
    assert finding is not None
    return finding.message


def reason(code: str, days: Days, **who: Any) -> str:
    """The reason a person reads for what a rule found."""
    finding, _level = found(code, days, **who)
    assert finding is not None
    return wording.reason(sorted(finding.evidence, key=lambda seen: seen.date))
