"""The life of a warning: how findings become one item, and what ends or folds it.

The whole of clinical.md 4.6: episodes, calm entries, acts, quiet days, stories that are over.
Nothing here looks at the clock; ``today`` only ever ages what is there.
"""

from __future__ import annotations

import datetime as dt
from collections import deque
from collections.abc import Sequence

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY, Act
from recovery_tracker.domain.rules.definitions import STORY_DAYS
from recovery_tracker.domain.rules.facts import Facts, Story
from recovery_tracker.domain.rules.fired import Fired, judged
from recovery_tracker.domain.rules.rule import Rule
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import Ended, Evidence, Level, Rank
from recovery_tracker.domain.wording import is_statement

CALM_ENTRIES = {Level.WATCH: 1, Level.CONTACT: 2, Level.URGENT: 3}
URGENT_CALM_DAYS = 7
LAPSE_DAYS, LAPSE_ENTRIES = 7, 2
QUIET_DAYS = 3
URGENT_BEFORE_SESSION_DAYS = 7
OPENS_AGAIN_DAYS = {Level.WATCH: 2, Level.CONTACT: 2, Level.URGENT: 1}


class Episode:
    """One item in the making: from the entry at which a rule fires to what ends it."""

    def __init__(self, rule: Rule, fired: Fired) -> None:
        """Begin an episode at the entry at which the rule fires."""
        self.rule = rule
        self.first = fired
        self.top = fired  # the entry that first reached the highest rank
        self.last = fired
        self.last_at_top = fired
        self.evidence: dict[tuple[object, ...], Evidence] = {}
        self.named: set[str] = set()  # what its evidence names
        self.answered_in_it: set[str] = set()  # rated or ticked where it fired
        self.rated_since: set[str] = set()
        self.asked: list[Evidence] = []  # not answered yet (C22)
        self.calm = 0
        self.ended: Ended | None = None
        self.ended_on: dt.date | None = None
        self.lapsed: tuple[str, ...] = ()
        self.contacted: tuple[Act, Fired] | None = None
        self.quieted: tuple[Act, Rank] | None = None
        self.urgency_felt: str | None = None
        self.asks_if_seen = False
        self.fires(fired)

    @property
    def symptoms(self) -> tuple[str, ...]:
        """The graded fields of the episode: those of the rule that were rated in it."""
        wanted = self.named if self.rule.fields_fired else self.rule.fields
        rated = self.named | self.answered_in_it
        return tuple(code for code in SYMPTOM_BY_CODE if code in wanted and code in rated)

    @property
    def signs(self) -> tuple[str, ...]:
        """The signs ticked in the episode, and those a note's word asks about."""
        ticked = self.answered_in_it.intersection(self.rule.fields)
        return tuple(code for code in SIGN_BY_CODE if code in self.named or code in ticked)

    # What an entry does --------------------------------------------------------------
    def fires(self, fired: Fired) -> None:
        """Take in an entry at which the rule fires."""
        self.last = fired
        if fired.rank > self.top.rank:
            self.top = fired
        if fired.rank == self.top.rank:
            self.last_at_top = fired
        for seen in fired.finding.evidence:
            # a statement of the profile or the session counts once, whenever it was weighed
            day = None if is_statement(seen.field) else seen.date
            self.evidence.setdefault((day, seen.field, seen.value), seen)
            self.named.add(seen.field)
        entry = fired.facts.entry
        self.answered_in_it.update(entry.scores, entry.signs)
        self.calm = 0
        self.rated_since.clear()
        if self.rule.answered:
            self.asked += fired.finding.evidence
        if self.contacted and self._more(self.contacted[1], fired):
            self.contacted = None
        if self.quieted and fired.rank > self.quieted[1]:
            self.quieted = None

    def rests(self, facts: Facts) -> None:
        """Take in an entry at which the rule does not fire; it may end the episode."""
        self.rated_since.update(facts.entry.scores)
        if self.rule.answered is None and self._is_calm(facts):
            self.calm += 1
            self._clears(facts)

    def is_answered(self, facts: Facts) -> None:
        """Let an entry answer what a note's words ask about; the last answer ends the item."""
        answered = self.rule.answered
        if answered is None:
            return
        self.asked = [e for e in self.asked if e.date >= facts.date or not answered(e, facts)]
        if not self.asked:
            self._end(Ended.CLEARED, facts.date)

    def _is_calm(self, facts: Facts) -> bool:
        return (
            facts.day >= 0
            and _answers_something(facts)
            and self.rated_since.issuperset(self.symptoms)
        )

    def _clears(self, facts: Facts) -> None:
        level = self.top.rank.level
        if self.calm < CALM_ENTRIES[level]:
            return
        if level is Level.URGENT:
            long_enough = facts.day - self.last.facts.day >= URGENT_CALM_DAYS
            if long_enough and all(facts.entry.sign(sign) is False for sign in self.signs):
                self._end(Ended.CLEARED, facts.date)
                self.asks_if_seen = True
            return
        unanswered = tuple(sign for sign in self.signs if not _answered_no(facts, sign))
        if all(_lapsed(facts, sign) for sign in unanswered):
            self._end(Ended.CLEARED, facts.date)
            self.lapsed = unanswered

    def _end(self, why: Ended, on: dt.date) -> None:
        self.ended, self.ended_on = why, on

    # What time and acts do -----------------------------------------------------------
    def over_on(self, story: Story) -> dt.date | None:
        """The date on which its story is over: by age, or because a later session took over."""
        if self.rule.endless:
            return None
        dated = self.top.facts.date
        over = dated + dt.timedelta(days=STORY_DAYS + 1)
        urgent = self.top.rank.level is Level.URGENT
        for later in story.later_sessions:
            kept = urgent and dated >= later - dt.timedelta(days=URGENT_BEFORE_SESSION_DAYS)
            if not kept:
                over = min(over, max(later, dated))
        return over

    def passes(self, story: Story, date: dt.date, *, began_before: bool = False) -> None:
        """End the episode if its story is over on a date.

        Args:
            story: the recovery.
            date: the date reached.
            began_before: only if it was not over from its beginning.
        """
        over = self.over_on(story)
        if self.ended is None and over is not None and over <= date:
            if began_before and over <= self.top.facts.date:
                return
            self._end(Ended.OVER, over)

    def meets(self, act: Act) -> None:
        """Take in what the patient did; it covers entries dated up to that day."""
        self.urgency_felt = act.urgency_felt or self.urgency_felt
        if act.act in ("seen", "mistake"):
            self.asks_if_seen = False
        if self.ended is not None:
            return
        if act.act == "seen":
            self._end(Ended.SEEN, act.date)
        elif act.act == "mistake":
            self._end(Ended.MISTAKE, act.date)
        elif act.act == "contacted":
            self.contacted = (act, self.last)
        elif act.act == "quieted" and self.top.rank.level < Level.URGENT:
            self.quieted = (act, self.top.rank)

    def silences(self, fired: Fired) -> bool:
        """Whether an act that ended this episode still keeps the rule quiet at an entry."""
        if self.ended_on is None:
            return False
        if self.ended is Ended.SEEN:
            quiet = fired.facts.date <= self.ended_on + dt.timedelta(days=QUIET_DAYS)
            return quiet and fired.rank <= self.top.rank and not self._more(self.last, fired)
        if self.ended is Ended.MISTAKE:
            # a value carried or a sign open from what was a mistake is the same mistake
            seen = [e for e in fired.finding.evidence if not is_statement(e.field)]
            return bool(seen) and all(evidence.date <= self.ended_on for evidence in seen)
        return False

    def _more(self, before: Fired, now: Fired) -> bool:
        """Whether the rank, a rating or a sign the rule reads has gone up between two entries."""
        if now.rank > before.rank:
            return True
        seen = (e.field for e in now.finding.evidence if e.date == now.facts.date)
        entry, earlier = now.facts.entry, before.facts
        return any(
            (field in entry.signs and field not in earlier.entry.signs)
            or entry.scores.get(field, 0) > (earlier.carried(field) or 0)
            for field in {*seen, *self.rule.fields}
        )

    # How it is folded ----------------------------------------------------------------
    def folded_until(self, today: dt.date) -> dt.date | None:
        """The last day on which "My dermatologist has seen this" keeps it folded."""
        if self.ended or self.quieted is None or self.top.rank.level is Level.URGENT:
            return None
        until = self.quieted[0].date + dt.timedelta(days=QUIET_DAYS)
        return until if today <= until else None

    def contacted_at(self, today: dt.date) -> dt.datetime | dt.date | None:
        """When "I've contacted them" was said, while it may still keep the item folded."""
        if self.ended or self.contacted is None:
            return None
        act = self.contacted[0]
        opens = act.date + dt.timedelta(days=OPENS_AGAIN_DAYS[self.top.rank.level])
        return (act.at or act.date) if today <= opens else None


def episodes(rule: Rule, story: Story, acts: Sequence[Act], today: dt.date) -> list[Episode]:
    """Tell a rule's episodes in one recovery, oldest first.

    Args:
        rule: the rule.
        story: the recovery, with entries up to today only.
        acts: the acts on this rule dated up to today, oldest first.
        today: the day as of which it is told.
    """
    told: list[Episode] = []
    waiting = deque(acts)
    latest: Facts | None = None
    for facts in story.facts if rule.by_entry else story.day_0(today):
        while waiting and waiting[0].date < facts.date:
            _meet(rule, told, waiting.popleft(), latest)
        latest = facts
        if told:
            told[-1].passes(story, facts.date, began_before=True)
        _read(rule, told, facts)
    for act in waiting:
        _meet(rule, told, act, latest)
    for episode in told:
        episode.passes(story, today)
    return told


def _read(rule: Rule, told: list[Episode], facts: Facts) -> None:
    """Let one entry go on with the last episode, or begin another."""
    running = told[-1] if told and told[-1].ended is None else None
    fired = judged(rule, facts)
    if running and fired:
        running.fires(fired)
    elif running:
        running.rests(facts)
    elif fired and not (told and told[-1].silences(fired)):
        told.append(Episode(rule, fired))
    if running:
        running.is_answered(facts)


def _meet(rule: Rule, told: list[Episode], act: Act, latest: Facts | None) -> None:
    for episode in told:
        if episode is told[-1] or episode.asks_if_seen:
            episode.meets(act)
    if latest and latest.date == act.date and act.covered and act.act in ("seen", "mistake"):
        _begin_anew(rule, told, act, latest)


def _begin_anew(rule: Rule, told: list[Episode], act: Act, facts: Facts) -> None:
    """Begin another episode where more was noted on the day of an act, after it.

    clinical.md 4.6 lets an act cover its whole day; what was not there yet when the patient was
    seen, or took a slip back, must not stay silent (judgement, towards asking).
    """
    fired = judged(rule, facts)
    if fired and any(
        not _is_covered(seen, act.covered)
        for seen in fired.finding.evidence
        if seen.date == act.date and not is_statement(seen.field)
    ):
        told.append(Episode(rule, fired))


def _is_covered(seen: Evidence, covered: Sequence[str]) -> bool:
    """Whether a sign, or a grade at least as high, was there when the act was done."""
    if seen.token in covered:
        return True
    if isinstance(seen.value, bool) or not isinstance(seen.value, int):
        return False
    return any(f"{seen.field}:{grade}" in covered for grade in range(seen.value, 5))


def _answers_something(facts: Facts) -> bool:
    """Whether an entry grades a symptom or answers a sign with "no".

    A sign that is ticked does not count: it must never help to end another warning.
    """
    entry = facts.entry
    return bool(entry.signs_absent) or any(code in SYMPTOM_BY_CODE for code in entry.scores)


def _answered_no(facts: Facts, sign: str) -> bool:
    for one in (facts, *reversed(facts.earlier(first_day=FIRST_BASELINE_DAY))):
        answer = one.entry.sign(sign)
        if answer is not None:
            return not answer
    return True


def _lapsed(facts: Facts, sign: str) -> bool:
    """Whether a sign is long past: 7 days and two entries without it."""
    entries = (facts, *reversed(facts.earlier(first_day=FIRST_BASELINE_DAY)))
    ticked = next((place for place, one in enumerate(entries) if one.entry.sign(sign)), None)
    if ticked is None:
        return True
    return ticked >= LAPSE_ENTRIES and facts.day - entries[ticked].day >= LAPSE_DAYS
