"""See how the rules meet made-up recoveries: false warnings in usual ones, and when they catch.

Run with ``make simulate``; the same seed gives the same tables. They are kept in ``docs/data`` and
told in ``docs/simulation.md`` (clinical.md 4.8). The generator of usual courses ticks no sign, so
it cannot show how often a sign is ticked by mistake.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import os
import random
import statistics
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from benchmarks.courses_gone_wrong import TROUBLES, Logging, Trouble, course_gone_wrong
from recovery_tracker.domain.ordinary_courses import DAYS, ordinary_course
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import GUIDANCE_VERSION, Level
from tools import simulation_tables

COURSES = 3000
COURSES_GONE_WRONG = 100
SEED = 1
RISE = 2

SKINS: Mapping[str, Profile] = {
    "normal": Profile(skin_type="normal"),
    "dry, sensitive, eczema": Profile(skin_type="dry", sensitive=True, skin_conditions=("eczema",)),
    "oily": Profile(skin_type="oily"),
}
_DAY_0 = dt.date(2026, 3, 2)


def _session(depth_mm: float, device: str) -> Session:
    return Session(
        id="simulated", date=_DAY_0, device=device, needle_depth_mm=depth_mm, areas=("face",)
    )


SESSIONS: Mapping[str, Session] = {
    "0.5 mm": _session(0.5, "pen"),
    "1.5 mm": _session(1.5, "pen"),
    "2.5 mm": _session(2.5, "pen"),
    "RF 1.5 mm": _session(1.5, "rf"),
}


def highest_levels(
    session: Session, profile: Profile, courses: int, rng: random.Random
) -> tuple[Counter[str], Counter[str]]:
    """Judge made-up usual courses.

    Returns:
        How many sessions had each highest level (and ``thumb`` for the rule of thumb), and how
        many sessions each rule raised to contact or urgent.
    """
    levels: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    today = session.date + dt.timedelta(days=DAYS[-1])
    for _number in range(courses):
        recovery = ordinary_course(session, profile, rng)
        warnings = assess(recovery, profile, (session,), today)
        if warnings:
            levels[max(w.level for w in warnings).code] += 1
        raised = {w.code for w in warnings if w.level > Level.WATCH}
        raised |= {f"{w.code} urgent" for w in warnings if w.level is Level.URGENT}
        rules.update(raised)
        levels["thumb"] += rule_of_thumb(recovery)
    return levels, rules


def rule_of_thumb(recovery: Recovery) -> bool:
    """Tell whether "a 3 or more, or a rise of 2" would have warned (cancer monitoring, S31)."""
    for symptom in USUAL_SYMPTOMS:
        grades = [entry.scores[symptom] for entry in recovery.entries if symptom in entry.scores]
        if any(grade >= Severity.SEVERE for grade in grades):
            return True
        if any(later - earlier >= RISE for earlier, later in itertools.pairwise(grades)):
            return True
    return False


def caught(recovery: Recovery, profile: Profile, days: range) -> dict[Level, int]:
    """Return on which day each level was first reached, of the days of a trouble.

    Day by day, as the patient sees it: a warning counts on the day of the entry that raised it.
    What was reached at a higher level counts for the lower ones, too.
    """
    found: dict[Level, int] = {}
    for entry in recovery.entries:
        day = recovery.day_of(entry.date)
        if day not in days or Level.URGENT in found:
            continue
        warnings = assess(recovery, profile, (recovery.session,), entry.date)
        fired = [w.level for w in warnings if w.active and w.last_date == entry.date]
        for level in Level:
            if fired and max(fired) >= level:
                found.setdefault(level, day)
    return found


def days_caught(trouble: Trouble, how: Logging, courses: int, seed: int) -> dict[str, object]:
    """Make courses that go wrong and tell when they were caught.

    Returns:
        For each level the share of courses that reached it (percent) and, of those, the days on
        which the fifth, fiftieth and ninety-fifth of a hundred did.
    """
    rng = random.Random(f"{seed} {trouble.name} {how.value}")
    days: dict[Level, list[int]] = {level: [] for level in Level}
    for _number in range(courses):
        recovery, begins = course_gone_wrong(trouble, how, rng)
        while_it_lasts = range(begins, begins + trouble.lasts + 1)
        for level, day in caught(recovery, trouble.profile, while_it_lasts).items():
            days[level].append(day)
    return {
        "trouble": trouble.name,
        "logged": how.value,
        "begins": trouble.begins,
        "sources": list(trouble.sources),
        **{level.code: _spread(days[level], courses) for level in Level},
    }


def _spread(days: list[int], courses: int) -> dict[str, int]:
    share = round(100 * len(days) / courses)
    if not days:
        return {"share": share}
    ordered = sorted(days)
    return {
        "share": share,
        "early": ordered[len(ordered) // 20],
        "middle": int(statistics.median_low(ordered)),
        "late": ordered[-1 - len(ordered) // 20],
    }


def _usual_line(skin: str, depth: str, courses: int, seed: int) -> dict[str, object]:
    rng = random.Random(f"{seed} {skin} {depth}")  # a line of its own, come what may
    levels, rules = highest_levels(SESSIONS[depth], SKINS[skin], courses, rng)
    return {
        "skin": skin,
        "session": depth,
        **{name: _percent(levels[name], courses) for name in ("contact", "urgent", "watch")},
        "thumb": _percent(levels["thumb"], courses),
        "rules": {rule: _percent(count, courses) for rule, count in sorted(rules.items())},
    }


def _percent(count: int, of: int) -> float:
    return round(100 * count / of, 1)


def simulate(courses: int, gone_wrong: int, seed: int) -> dict[str, object]:
    """Run every line of both tables, on as many cores as there are."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        usual = [
            pool.submit(_usual_line, skin, depth, courses, seed)
            for skin, depth in itertools.product(SKINS, SESSIONS)
        ]
        wrong = [
            pool.submit(days_caught, trouble, how, gone_wrong, seed)
            for trouble, how in itertools.product(TROUBLES, Logging)
        ]
        return {
            "guidance": GUIDANCE_VERSION,
            "seed": seed,
            "courses": courses,
            "courses_gone_wrong": gone_wrong,
            "usual": [line.result() for line in usual],
            "gone_wrong": [line.result() for line in wrong],
        }


def _shown(found: Mapping[str, object], *, rules: bool) -> Iterator[str]:
    yield from (simulation_tables.usual(found), "", simulation_tables.gone_wrong(found))
    if rules:
        yield from ("", simulation_tables.rules(found))


def main() -> None:
    """Make the tables, print them and keep them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=COURSES, help="usual courses a line")
    parser.add_argument("--gone-wrong", type=int, default=COURSES_GONE_WRONG, help="others a line")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--rules", action="store_true", help="also say which rules warned")
    parser.add_argument("--keep", type=Path, help="write the numbers to this file")
    chosen = parser.parse_args()
    found = simulate(chosen.courses, chosen.gone_wrong, chosen.seed)
    print("\n".join(_shown(found, rules=chosen.rules)))
    if chosen.keep:
        chosen.keep.parent.mkdir(parents=True, exist_ok=True)
        chosen.keep.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
