"""Made-up recoveries in which something goes wrong, to see on which day the rules catch it.

Judgement, not data: when each trouble begins and how it grows follows what case reports describe
(clinical.md 2.2), its grades are made up. Before it begins, and beside it, the course is usual.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from recovery_tracker.domain import usual_range
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.ordinary_courses import as_noted
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Recovery, Session
from recovery_tracker.domain.signs import DAILY_SIGNS
from recovery_tracker.domain.symptoms import USUAL_SYMPTOMS

DAYS: tuple[int, ...] = (*range(15), 21, 28, 35, 42, 49, 56)  # when an entry is due
EVERY_THIRD = 3
NOTICED = 0.8  # chance that a sign that is there is ticked in an entry
LATER_BY = (0, 1)  # the trouble begins on its day or a day later
DAY_0 = dt.date(2026, 3, 2)


class Logging(Enum):
    """How a person logs."""

    DAILY = "every day"
    EVERY_THIRD_DAY = "every third day"
    NOTES = "notes only"


@dataclass(frozen=True, slots=True)
class Trouble:
    """One way in which a recovery goes wrong.

    Attributes:
        begins: its first day; chance makes it a day later in half the courses.
        grades: by symptom, a digit for each day from its first one on; the last one stays.
        signs: by sign, from and up to which day after its first one it is there.
        notes: what a person who only writes may write, by the day after its first one.
        lasts: days after its first one until it is over.
        care: ticked on its first day.
        sources: ids of clinical.md 8 behind its onset and features.
    """

    name: str
    begins: int
    grades: Mapping[str, str]
    notes: Mapping[int, tuple[str, ...]]
    sources: tuple[str, ...]
    signs: Mapping[str, tuple[int, int]] = field(default_factory=dict[str, tuple[int, int]])
    care: tuple[str, ...] = ()
    lasts: int = 60
    session: Session = field(default_factory=lambda: treated(1.5, "pen"))
    profile: Profile = field(default_factory=Profile)


def treated(depth_mm: float, device: str) -> Session:
    """A session on the face."""
    return Session(id="wrong", date=DAY_0, device=device, needle_depth_mm=depth_mm, areas=("face",))


TROUBLES: tuple[Trouble, ...] = (
    Trouble(
        "Infection from day 2, fast",
        2,
        {"redness": "2334", "swelling": "1233", "pain": "1233"},
        {
            0: ("Sorer than yesterday.", "It is getting hot.", "More red again."),
            1: ("Hot and sore, and some pus.", "Very sore, yellow stuff comes out.", "Pus today."),
            2: ("Feeling feverish.", "Pus and a temperature.", "It is spreading."),
        },
        ("S26", "S28"),
        signs={"warmth": (0, 60), "pus": (1, 60), "spreading_redness": (2, 60), "fever": (2, 60)},
    ),
    Trouble(
        "Infection from day 2, slow",
        2,
        {"redness": "11122223", "swelling": "11111222", "pain": "11112222"},
        {
            0: ("Still a bit sore.", "Not much better.", ""),
            3: ("Redder than yesterday.", "It should be better by now.", "Skin is hot."),
            5: ("Hot and sore.", "Sore and swollen.", "Worse every day."),
            7: ("There is pus.", "Something yellow comes out.", "Weeping and hot."),
        },
        ("S26", "S28"),
        signs={"warmth": (4, 60), "pus": (6, 60)},
    ),
    Trouble(
        "Allergic reaction to a product",
        2,
        {"itching": "2333", "redness": "2333", "swelling": "1222", "burning": "1222"},
        {
            0: ("Itches since the new serum.", "So itchy.", ""),
            1: (
                "Itchy bumps.",
                "Can't stop scratching, small bumps.",
                "Itch is worse, red all over.",
            ),
            2: ("Rash on my neck, too.", "The rash is spreading.", "Welts and itch."),
        },
        ("S29", "S54"),
        signs={"itchy_bumps": (1, 60), "rash_beyond": (2, 60)},
        care=("new_product",),
        lasts=8,
    ),
    Trouble(
        "Prolonged flaking",
        3,
        {"flaking": "2", "dryness": "12"},
        {
            0: ("Flaking.", "Flakes everywhere."),
            5: ("Still flaking.", "Flaking does not stop.", "Still dry and flaky."),
        },
        ("document", "S1"),
        lasts=14,
    ),
    Trouble(
        "Cold sore with eczema",
        1,
        {"burning": "2222", "pain": "1233", "itching": "2223"},
        {
            0: ("It tingles near my mouth.", "Burning near the lips.", ""),
            1: ("Small blisters.", "A cold sore is coming.", "Blisters on my lip."),
            3: ("More blisters.", "The blisters are spreading.", "Blisters and a fever."),
        },
        ("S20", "S21", "S22"),
        signs={"cold_sore": (1, 60), "blisters": (1, 60), "blisters_many": (3, 60)},
        lasts=10,
        profile=Profile(skin_conditions=("eczema",), cold_sores=True),
    ),
    Trouble(
        "Burn after radiofrequency",
        0,
        {"burning": "3443", "pain": "3332", "redness": "3333"},
        {
            0: ("It burns a lot.", "Burning and very sore."),
            1: ("Raw in one place.", "Looks burnt.", "It hurts so much."),
            2: ("A blister came up.", "Black mark on my cheek.", "Raw and wet."),
        },
        ("S15",),
        signs={"burn_or_raw_skin": (1, 60), "blisters": (2, 6)},
        lasts=12,
        session=treated(1.5, "rf"),
    ),
    Trouble(
        "Late lumps",
        21,
        {"pain": "0000000000000011"},
        {
            0: ("A small lump on my cheek.", "Two lumps.", "Something hard under the skin."),
            14: ("The lump is sore.", "More lumps.", "Lump is still there."),
        },
        ("S17", "S18", "S24"),
        signs={"lumps": (0, 60)},
    ),
)


def course_gone_wrong(trouble: Trouble, how: Logging, rng: random.Random) -> tuple[Recovery, int]:
    """Make the recovery of one person whose course goes wrong.

    Args:
        trouble: what goes wrong.
        how: how the person logs.
        rng: where chance comes from; the same seed gives the same course.

    Returns:
        The recovery, and the day on which the trouble began. Grades are the higher of the usual
        course and the trouble, now and then one off.
    """
    begins = trouble.begins + rng.choice(LATER_BY)
    severity = rng.random()
    first = rng.randrange(EVERY_THIRD) if how is Logging.EVERY_THIRD_DAY else 0
    days = DAYS[first :: EVERY_THIRD if how is Logging.EVERY_THIRD_DAY else 1]
    entry = _written if how is Logging.NOTES else _rated
    entries = [entry(trouble, day, begins, severity, rng) for day in days]
    return Recovery(session=trouble.session, entries=tuple(entries)), begins


def _rated(trouble: Trouble, day: int, begins: int, severity: float, rng: random.Random) -> Entry:
    """An entry with the eight symptoms rated and the signs answered."""
    since = day - begins
    goes_on = 0 <= since <= trouble.lasts
    scores: dict[str, int] = {}
    course = usual_range.course(trouble.session, trouble.profile)
    for symptom in USUAL_SYMPTOMS:
        usual = course.range(symptom, day)
        grade = 0
        if usual is not None:
            grade = round(usual.typical + severity * (usual.upper - usual.typical))
        if goes_on and symptom in trouble.grades:
            grades = trouble.grades[symptom]
            grade = max(grade, int(grades[min(since, len(grades) - 1)]))
        scores[symptom] = as_noted(grade, rng)
    ticked = [
        sign
        for sign, (first, last) in trouble.signs.items()
        if goes_on and first <= since <= last and rng.random() < NOTICED
    ]
    return Entry(
        date=DAY_0 + dt.timedelta(days=day),
        scores=scores,
        signs=tuple(ticked),
        signs_absent=tuple(sign for sign in DAILY_SIGNS if sign not in ticked),
        care=("moisturised", *(trouble.care if since == 0 else ())),
    )


def _written(
    trouble: Trouble, day: int, begins: int, _severity: float, rng: random.Random
) -> Entry:
    """An entry of a person who writes and answers nothing."""
    since = day - begins
    stages = [first for first in trouble.notes if first <= since <= trouble.lasts]
    said = rng.choice(trouble.notes[max(stages)]) if stages else ""
    return Entry(date=DAY_0 + dt.timedelta(days=day), notes=said or "A bit pink and tight.")
