"""What a rule is: its rows of level and words, and the function that reads the facts."""

from __future__ import annotations

from collections.abc import Callable

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.warnings import By, Evidence, Level, Rank
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen


@frozen
class Row:
    """One level a rule can reach, with its words (clinical.md 4.3 and 4.4).

    Attributes:
        text: what the person is told, to be translated; may hold ``{n}`` for a day.
        trigger: when it fires, in plain words for Help and the documents, to be translated.
        source: short citation, e.g. ``S3, S6 B`` or ``J`` for judgement.
    """

    level: Level
    by: By | None
    text: str
    trigger: str
    source: str

    @property
    def rank(self) -> Rank:
        """Level and deadline, for comparing."""
        return Rank.of(self.level, self.by)


@frozen
class Finding:
    """What a rule found in one entry: its highest fitting row and what it saw, each once."""

    row: Row
    evidence: tuple[Evidence, ...]
    text_day: int | None = None  # fills {n} in the row's text

    def __post_init__(self) -> None:
        object.__setattr__(self, "evidence", tuple(dict.fromkeys(self.evidence)))

    @property
    def message(self) -> str:
        """The row's text in the person's language."""
        return _(self.row.text).format(n=self.text_day)


@frozen
class Rule:
    """One warning rule.

    Attributes:
        code, id: as in clinical.md 4.3.
        title: a short name, to be translated.
        find: returns the highest fitting row with its evidence, or nothing; never raises.
        rows: every row it can return, highest first.
        fields: graded fields and signs that must be rated or answered before it can end;
            empty where the rule has none.
        first_day, last_day: days on which it is evaluated.
        on_baseline: whether it is evaluated before the session, too.
        endless: whether its items outlive day 90 and a later related session (C11, C14, C15).
        by_entry: false for a rule on the session itself (C26), which needs no entry.
        fields_fired: the fields are the symptoms its evidence names, whatever they are (W1).
        answered: for a rule that asks (C22): whether a later entry answers what one piece of
            evidence asks about. Its items end when all is answered, not by calm entries. The
            evidence names the sign asked as its field; the value is the word, or empty text
            where the word may not be quoted.
    """

    code: str
    id: str
    title: str
    find: Callable[[Facts], Finding | None]
    rows: tuple[Row, ...]
    fields: tuple[str, ...] = ()
    first_day: int = 0
    last_day: int = 365
    on_baseline: bool = False
    endless: bool = False
    by_entry: bool = True
    fields_fired: bool = False
    answered: Callable[[Evidence, Facts], bool] | None = None


def told(facts: Facts, field: str, value: int | bool | str = True) -> Evidence:
    """Evidence from the profile or the session, dated as the entry it was weighed in."""
    return Evidence(facts.date, facts.day, field, value)


def health_answers(facts: Facts) -> tuple[Evidence, ...]:
    """What makes a person fragile (clinical.md 4.2): diabetes, a weak immune system or neither.

    "Fragile up" rules go one level up when there is any.
    """
    return facts.saw("diabetes", "weak_immunity")


def darker_tone(facts: Facts) -> tuple[Evidence, ...]:
    """The skin tone, where redness being harder to see on darker skin decided (S28 A)."""
    tone = facts.profile.skin_tone
    return (told(facts, "skin_tone", tone),) if facts.darker_skin and tone else ()
