"""Count false warnings in ordinary courses, beside the rule of thumb, as a table.

Run with ``make simulate``. Each line is one kind of skin and session; the figures are percent of
sessions by their highest level (clinical.md 4.8). The generator ticks no sign, so it cannot show
how often a sign is ticked by mistake.
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import random
from collections import Counter
from collections.abc import Mapping

from recovery_tracker.domain.ordinary_courses import DAYS, ordinary_course
from recovery_tracker.domain.recovery import Profile, Recovery, Session
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS
from recovery_tracker.domain.warnings import Level

COURSES = 3000
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
    """Judge made-up ordinary courses.

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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=COURSES, help="courses a line")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--rules", action="store_true", help="also say which rules warned")
    chosen = parser.parse_args()
    print("| skin | session | contact | urgent | watch | rule of thumb |")
    print("|---|---|---|---|---|---|")
    for (skin, profile), (depth, session) in itertools.product(SKINS.items(), SESSIONS.items()):
        rng = random.Random(f"{chosen.seed} {skin} {depth}")  # a line of its own, come what may
        levels, rules = highest_levels(session, profile, chosen.courses, rng)
        shares = (
            f"{100 * levels[level] / chosen.courses:.1f}"
            for level in ("contact", "urgent", "watch", "thumb")
        )
        print(f"| {skin} | {depth} | {' | '.join(shares)} |", flush=True)
        if chosen.rules:
            parts = (f"{rule} {100 * n / chosen.courses:.1f}" for rule, n in rules.most_common())
            print("  ", ", ".join(parts))


if __name__ == "__main__":
    main()
