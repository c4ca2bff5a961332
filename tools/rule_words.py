"""The words the rules use and the words they find in notes, for ``docs/warning-rules.md``."""

from __future__ import annotations

from collections.abc import Iterable

from recovery_tracker.domain import choices
from recovery_tracker.domain.rules import definitions as fixed
from recovery_tracker.domain.rules.episodes import URGENT_BEFORE_SESSION_DAYS
from recovery_tracker.domain.rules.lexicon import Asks
from recovery_tracker.domain.rules.lexicon_en import ENGLISH
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.wording import listed, name_of
from tools.markdown import table

_LIFE = """A rule is asked at every entry and gives its highest fitting level. One warning is kept
for each rule and episode, at the highest level reached; more entries never make a second one.

{definitions}

Every warning also ends when its entry is corrected and when the patient says "Entered by mistake".
A sign that was never answered "no" no longer holds a watch or contact after 7 days and two entries
without it. A warning is history {story} days after its date, and once a later session on the same
skin has begun. An urgent warning of the {before} days before that session goes on. Nothing is
deleted. Without a birth date nobody counts as under 18; under 18 every "contact" is for today."""


def definitions() -> str:
    """Tell what the rules' words mean and how long a warning lives (clinical.md 4.2, 4.6)."""
    back = ", ".join(
        f"{fixed.days_back(day)} days {words}"
        for day, words in ((2, "on days 0 to 2"), (14, "on days 3 to 14"), (15, "later"))
    )
    rows = (
        ("above, 2 above", "The grade lies 1 or more, 2 or more, over the upper end of the range."),
        (
            "before the session",
            "Redness, dryness, flaking and itching are also compared with their latest grade on "
            "the 14 days before the session, where the rule says so.",
        ),
        (
            "carried",
            f"A grade of this entry or, if it is not rated, of the {fixed.CARRIED_DAYS} "
            "days before. Raises a level, never lowers one.",
        ),
        (
            "previous entry",
            f"The latest earlier entry that rates the symptom; at most so far back: {back}.",
        ),
        (
            "open sign",
            f"{_named(fixed.OPEN_SIGNS)}: ticked in the {fixed.OPEN_DAYS} days before "
            f"and not answered since. Skin hot to touch on days 0 and 1 is ordinary.",
        ),
        (
            "skin sign",
            f"{_named(fixed.SKIN_SIGNS)}; from day 2 also redness, swelling or pain of 2 or "
            "more, and on darker skin from day 3 redness of 1 or more.",
        ),
        ("health answers", "Diabetes or a weak immune system in the profile."),
        ("darker skin", f"Skin tone {fixed.DARKER_FROM_TONE} to 6."),
        ("deep", "2 mm and more, an aggressive treatment of more than 0.5 mm, or radiofrequency."),
        (
            "upper face",
            f"{_areas(fixed.UPPER_FACE)}, or no area recorded.",
        ),
    )
    return _LIFE.format(
        definitions=table(("word", "meaning"), rows),
        story=fixed.STORY_DAYS,
        before=URGENT_BEFORE_SESSION_DAYS,
    )


def _named(signs: Iterable[str]) -> str:
    return _capital(listed([name_of(sign) for sign in signs]))


def _areas(codes: Iterable[str]) -> str:
    return _capital(listed([choices.AREAS[code].lower() for code in codes]))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def words_in_notes() -> str:
    """Tell which words of a note ask about which sign (clinical.md 4.5)."""
    asks = {Asks.NOW: "urgent now", Asks.TODAY: "contact today", Asks.ASK: "watch"}
    return table(
        ("words", "not after", "not before", "sign asked", "level"),
        (
            (
                ", ".join(row.words),
                ", ".join(sorted(row.not_after)),
                ", ".join(sorted(row.not_before)),
                ", ".join(SIGN_BY_CODE[sign].label for sign in row.signs),
                asks[row.asks],
            )
            for row in ENGLISH.rows
        ),
    )
