"""Every row of the rules as a second reader derives it: it fires, and just does not fire.

Each case is told as the days of a log and goes through ``assess``, as the window asks it. What is
expected is the level of the rule's item dated on the last day, or nothing.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Mapping
from typing import Any

import pytest

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.warnings import Warning
from tests.builders import DAY_0, build, date_of

Days = Mapping[int, Mapping[str, Any]]

_OF_THE_PROFILE = {field.name for field in dataclasses.fields(Profile)}
DIABETES = {"diabetes": True}
DARKER = {"skin_tone": 4}
ECZEMA = {"skin_conditions": ("eczema",)}
ROSACEA = {"skin_conditions": ("rosacea",)}
ACNE = {"skin_conditions": ("acne",)}
FILLER = {"recent_procedures": ("filler",)}
FINE = {"needle_depth_mm": 0.5}
DEEP = {"needle_depth_mm": 2.0}
RF = {"device": "rf"}
NECK = {"areas": ("neck",)}
EYES = {"areas": ("around_eyes",)}
SESSION_BEFORE = Session(id="before", date=DAY_0 - dt.timedelta(days=20), areas=("cheeks",))


def found(code: str, days: Days, who: Mapping[str, Any]) -> list[Warning]:
    """The items of one rule dated on the last day of a log."""
    who = dict(who)
    others = who.pop("sessions", ())
    profile = Profile(**{name: value for name, value in who.items() if name in _OF_THE_PROFILE})
    treated = {name: value for name, value in who.items() if name not in _OF_THE_PROFILE}
    recovery = build(days, **treated)
    last = date_of(max(days))
    told = assess(recovery, profile, (recovery.session, *others), last)
    return [w for w in told if w.code == code and w.date == last]


def of(code: str, *cases: Any) -> list[Any]:
    """Cases of one rule: the level, the days and who it is."""
    return [
        pytest.param(code, level, days, rest[0] if rest else {}, id=f"{code} {place} {level}")
        for place, (level, days, *rest) in enumerate(cases)
    ]


def signs(*codes: str, **ratings: int) -> dict[str, Any]:
    """What one day ticks and rates."""
    return {**dict.fromkeys(codes, True), **ratings}


URGENT = [
    *of(
        "U1",
        ("urgent now", {-1: signs("breathing_difficulty")}),
        ("urgent now", {2: signs("hives"), 4: signs("vomiting")}),  # hives are still open
        ("", {2: signs("hives"), 6: signs("vomiting")}),  # and no longer
        ("urgent now", {3: signs(swelling=3), 5: signs("hives")}),  # carried for two days
        ("", {3: signs(swelling=3), 6: signs("hives")}),
        ("urgent now", {9: signs("hives")}, {"severe_allergy": True}),
        ("urgent now", {1: signs("lip_swelling")}),
        ("", {2: signs("lip_swelling")}),
        ("urgent now", {0: signs("very_unwell")}, {"numbing_cream": "lidocaine"}),
        ("", {1: signs("very_unwell")}, {"numbing_cream": "lidocaine"}),
    ),
    *of(
        "U2",
        ("urgent today", {200: signs("eye_swelling")}),
        ("urgent today", {-3: signs(swelling=4)}),
        ("", {3: signs(swelling=3)}),
        ("urgent today", {1: signs("hives")}),
        ("", {2: signs("hives")}),
        ("urgent today", {4: signs("new_product"), 6: signs("hives")}),
        ("", {4: signs("new_product"), 7: signs("hives")}),
    ),
    *of(
        "U3",
        ("urgent now", {5: signs("fever", "crusting", "faint")}),
        ("urgent today", {3: signs("pus"), 5: signs("fever")}),
        ("urgent today", {2: signs("fever", pain=2)}),
        ("", {1: signs("fever", pain=2)}),
        ("urgent today", {3: signs("fever", redness=1)}, DARKER),
        ("", {2: signs("fever", redness=1)}, DARKER),
    ),
    *of(
        "U4",
        ("urgent today", {2: signs("spreading_redness")}),
        ("contact today", {1: signs("spreading_redness")}),
        ("urgent today", {0: signs("spreading_redness", "warmth")}),
        ("urgent today", {0: signs(pain=2), 1: signs("spreading_redness")}),
        ("contact today", {0: signs(pain=1), 1: signs("spreading_redness", swelling=1)}),
    ),
    *of(
        "U5",
        ("urgent today", {0: signs("pus")}, DIABETES),
        ("urgent today", {4: signs("pus", pain=3)}),
        ("contact today", {4: signs("pus", pain=2, redness=2, swelling=1)}),
        ("", {4: signs("pus"), 8: signs(swelling=2)}),
    ),
    *of(
        "U6",
        ("urgent today", {3: signs("blisters_many")}),
        ("urgent today", {3: signs("cold_sore", pain=3)}, NECK),
        ("contact today", {3: signs("cold_sore", pain=2)}, NECK),
        ("urgent today", {3: signs("cold_sore", pain=2)}, {"areas": ()}),
        ("urgent today", {3: signs("yellow_crust")}, ECZEMA),
        ("", {3: signs("yellow_crust")}),
        ("urgent today", {9: signs(itching=2, pain=2)}, ECZEMA),
        ("", {9: signs(itching=2, pain=1)}, ECZEMA),
        ("urgent today", {1: signs("condition_flare", "fever")}),
        ("watch", {5: signs(itching=2)}, {"cold_sores": True}),
        ("", {6: signs(itching=2)}, {"cold_sores": True}),
        ("", {5: signs(itching=1)}, {"cold_sores": True}),
    ),
    *of(
        "U7",
        ("urgent now", {-2: signs("sight_loss")}),
        ("urgent now", {3: signs("fever"), 5: signs("eye_swelling")}),
        ("urgent now", {3: signs("eye_pain_or_sight_change")}, FILLER),
        ("urgent today", {3: signs("eye_pain_or_sight_change")}),
        ("urgent today", {3: signs("warmth", swelling=2)}, EYES),
        ("", {3: signs("warmth", swelling=1)}, EYES),
        ("", {3: signs("pus")}),
        ("", {-1: signs("pus")}, EYES),
    ),
    *of(
        "U8",
        ("urgent today", {0: signs(flaking=4)}),
        ("", {3: signs(flaking=3, redness=1, burning=1, itching=2)}),
        ("urgent today", {3: signs(flaking=3, redness=2)}),
        ("urgent today", {3: signs(flaking=3, swelling=1)}, FINE),
        ("", {3: signs(flaking=3, swelling=1)}),
        ("urgent today", {7: signs(flaking=3, pain=1)}),
        ("urgent today", {3: signs(flaking=3, itching=3)}),
        ("urgent today", {3: signs(flaking=3, redness=1)}, DARKER),
        ("", {2: signs(flaking=3, redness=1)}, DARKER),
        ("", {91: signs(flaking=4)}),
    ),
    *of(
        "U9",
        ("urgent now", {2: signs("burn_or_raw_skin", pain=3)}),
        ("urgent now", {1: signs("fever", pain=4)}),
        ("", {1: signs("fever", pain=3)}),
        ("urgent today", {1: signs(pain=4)}),
        ("urgent today", {2: signs(pain=3, redness=3)}),
        ("", {2: signs(pain=3, redness=2, swelling=1)}),
        ("contact today", {0: signs("fever", pain=4)}),
        ("", {0: signs(pain=3)}),
    ),
    *of(
        "U10",
        ("urgent now", {0: signs("pale_or_mottled")}, FILLER),
        ("urgent today", {0: signs("burn_or_raw_skin")}, FILLER),
        ("urgent today", {300: signs("pale_or_mottled")}),
    ),
    *of(
        "U11",
        ("urgent now", {4: signs("very_unwell", pain=2)}),
        ("urgent today", {1: signs("very_unwell", pain=2)}),
        ("urgent now", {1: signs("very_unwell", "swollen_glands")}),
    ),
]

CONTACT = [
    *of(
        "C1",
        ("contact today", {6: signs(flaking=2, swelling=1)}),  # flaking is above, too
        ("watch", {5: signs(flaking=2, swelling=1)}),
        ("contact today", {5: signs(flaking=2, swelling=2)}),  # a companion 2 above
        ("contact today", {5: signs(flaking=2, swelling=1, pain=1)}),
        ("contact today", {3: signs(flaking=2, swelling=2), 5: signs(flaking=2, swelling=1)}),
        ("contact two_days", {3: signs(flaking=3, swelling=1)}),
        ("contact two_days", {0: signs(flaking=2)}),
        ("", {1: signs(flaking=2)}),
        ("", {-1: signs(flaking=2), 9: signs(flaking=2)}),
        ("contact two_days", {-1: signs(flaking=0), 9: signs(flaking=2)}),
    ),
    *of(
        "C2",
        ("contact two_days", {8: signs(flaking=2)}),  # silent before
        ("watch", {7: signs(flaking=1), 8: signs(flaking=2)}),
        ("contact two_days", {7: signs(flaking=2), 8: signs(flaking=2)}),
        ("watch", {7: signs(flaking=1), 8: signs(flaking=1)}),
        ("", {8: signs(flaking=1)}),
        ("", {7: signs(flaking=2)}),
        ("contact two_days", {day: signs(flaking=1) for day in (8, 9, 11)}),
        ("watch", {day: signs(flaking=1) for day in (9, 11)}),
        ("", {9: signs(flaking=1), 10: signs(flaking=0), 11: signs(flaking=1)}),
    ),
    *of(
        "C3",
        ("contact today", {1: signs(redness=4)}),
        ("watch", {0: signs(redness=4)}),
        ("contact today", {2: signs("warmth", redness=3)}),
        ("watch", {2: signs("warmth", redness=3)}, DEEP),
        ("contact two_days", {2: signs(redness=3)}),
        ("watch", {2: signs(redness=3)}, RF),
        ("contact two_days", {3: signs(redness=3)}, RF),
        ("watch", {5: signs(redness=2)}, DARKER),
        ("", {4: signs(redness=2)}, DARKER),
        ("", {5: signs(redness=2)}),
    ),
    *of(
        "C4",
        ("contact week", {8: signs(redness=2)}),
        ("watch", {7: signs(redness=1), 8: signs(redness=2)}),
        ("watch", {7: signs(redness=1), 8: signs(redness=1)}),
        ("", {8: signs(redness=1)}),
        ("contact week", {14: signs(redness=1), 21: signs(redness=1)}),
        ("", {12: signs(redness=1), 21: signs(redness=1)}),
        ("contact week", {-2: signs(redness=1), 8: signs(redness=2)}),
        ("", {-2: signs(redness=2), 8: signs(redness=2)}),
    ),
    *of(
        "C5",
        ("contact today", {0: signs(swelling=3)}),
        ("watch", {1: signs(swelling=3)}, DEEP),
        ("contact today", {2: signs(swelling=3)}, DEEP),
        ("contact today", {0: signs(swelling=4)}, RF),
        ("contact two_days", {3: signs(swelling=2)}),
        ("watch", {3: signs(swelling=2)}, RF),
        ("contact two_days", {4: signs(swelling=2)}, RF),
        ("watch", {3: signs(swelling=1), 4: signs(swelling=1)}),
        ("watch", {4: signs(swelling=1)}),
        ("", {2: signs(pain=0), 4: signs(swelling=1)}),
        ("", {3: signs(swelling=1)}, FINE),
    ),
    *of(
        "C6",
        ("contact two_days", {1: signs(pain=3)}),
        ("watch", {1: signs(pain=3)}, DEEP),
        ("contact two_days", {1: signs(pain=3)}, DEEP | RF),
        ("contact two_days", {2: signs(pain=3)}, DEEP),
        ("watch", {3: signs(pain=2)}),
        ("", {2: signs(pain=2)}),
        ("watch", {4: signs(pain=1)}),
        ("", {3: signs(pain=0), 4: signs(pain=1)}),
    ),
    *of(
        "C7",
        ("contact today", {100: signs("hives")}),
        ("contact two_days", {5: signs("rash_beyond")}),
        ("contact two_days", {0: signs(itching=4)}),
        ("contact two_days", {4: signs(itching=3)}),  # 2 above
        ("watch", {3: signs(itching=3)}),
        ("contact two_days", {2: signs(itching=3), 3: signs(itching=3)}),
        ("contact two_days", {5: signs(itching=2, redness=2)}),
        ("contact two_days", {5: signs("itchy_bumps", burning=3)}),
        ("", {5: signs(redness=2, swelling=2, burning=3)}),
        ("watch", {1: signs("itchy_bumps", swelling=3)}),
        ("watch", {4: signs(itching=2), 5: signs(itching=2)}),
        ("", {5: signs(itching=2)}),
    ),
    *of(
        "C8",
        ("watch", {3: signs(swelling=0), 4: signs(swelling=2)}),
        ("contact today", {3: signs(pain=1), 4: signs(pain=3)}),
        ("contact today", {3: signs(pain=0), 4: signs(pain=2, swelling=1)}),
        ("", {1: signs(pain=0), 6: signs(pain=2)}),
        ("", {3: signs(redness=0), 4: signs(redness=2)}),
    ),
    *of(
        "C9",
        ("watch", {2: signs("warmth")}),
        ("", {1: signs("warmth")}),
        ("", {1: signs("warmth"), 2: signs(pain=0)}),  # ordinary then, so it does not stay open
        ("contact today", {2: signs("warmth")}, DIABETES),
        ("contact today", {5: signs(swelling=1, pain=2)}),
        ("", {5: signs(swelling=1, pain=1)}),
        ("contact today", {5: signs(swelling=1, pain=1)}, DARKER),
        ("urgent today", {5: signs(swelling=1, pain=2)}, DIABETES),
        ("contact today", {5: signs("warmth", swelling=1, pain=1)}),
        ("urgent today", {5: signs("warmth", swelling=1, pain=1)}, DARKER),
        ("urgent today", {2: signs("warmth", swelling=2, pain=2)}, RF),
        ("urgent today", {5: signs("yellow_crust", swelling=1, pain=2)}),
    ),
    *of(
        "C10",
        ("urgent today", {3: signs("yellow_crust")}, DIABETES),
        ("contact two_days", {0: signs("yellow_crust")}),
        ("contact two_days", {6: signs("crusting")}),
        ("watch", {5: signs("crusting")}),
        ("", {0: signs("crusting")}),
        ("", {7: signs("crusting")}, RF),
        ("contact two_days", {8: signs("crusting")}, DEEP),
    ),
    *of(
        "C11",
        ("urgent today", {3: signs("lumps", "fever")}),
        ("contact two_days", {3: signs("lumps", pain=1)}),
        ("watch", {2: signs("lumps", pain=1)}),
        ("contact week", {7: signs("lumps")}),
        ("contact week", {3: signs("lumps"), 4: signs("lumps")}),
        ("contact week", {-2: signs("lumps"), 3: signs("lumps")}),
        ("contact week", {0: signs("lumps")}, {"sessions": (SESSION_BEFORE,)}),
        ("watch", {0: signs("lumps")}, {"sessions": (SESSION_BEFORE,), **NECK}),
        ("contact two_days", {2: signs("lumps")}, DIABETES),
        ("urgent today", {7: signs("lumps")}, DIABETES),
    ),
    *of(
        "C12",
        ("contact two_days", {2: signs(bruising=4)}),
        ("watch", {1: signs(bruising=3)}),
        ("contact two_days", {3: signs(bruising=3, swelling=2)}),
        ("watch", {3: signs(bruising=3, swelling=1)}),
        ("contact two_days", {3: signs(bruising=3), 4: signs(bruising=3)}),
        ("contact two_days", {14: signs(bruising=1), 15: signs(bruising=1)}),
        ("watch", {13: signs(bruising=1), 14: signs(bruising=1)}),
        ("", {15: signs(bruising=1)}),
    ),
    *of(
        "C13",
        ("urgent today", {1: signs("bleeding_wont_stop")}),
        ("contact today", {2: signs(bleeding=2)}),
        ("watch", {1: signs(bleeding=2)}),
        ("watch", {0: signs(bleeding=3)}),
        ("", {0: signs(bleeding=2)}),
        ("watch", {0: signs(bleeding=1), 2: signs(bleeding=1)}),
        ("", {2: signs(bleeding=1)}),
    ),
    *of(
        "C14",
        ("contact visit", {28: signs("dark_patches")}),
        ("watch", {27: signs("dark_patches")}),
        ("contact visit", {8: signs("dark_patches")}, {"sessions": (SESSION_BEFORE,)}),
        ("contact visit", {5: signs("dark_patches")}, DARKER),
        ("watch", {4: signs("dark_patches")}, DARKER),
        ("contact visit", {1: signs("dark_patches"), 15: signs("dark_patches")}),
        ("contact visit", {-1: signs("dark_patches"), 13: signs("dark_patches")}),
        ("watch", {-1: signs("dark_patches"), 12: signs("dark_patches")}),
    ),
    *of(
        "C15",
        ("contact visit", {14: signs("lines_or_scars")}),
        ("watch", {13: signs("lines_or_scars")}),
        ("contact visit", {0: signs("lines_or_scars")}, {"keloid": True}),
    ),
    *of(
        "C16",
        ("contact week", {2: signs("breakout", pain=2)}),
        ("watch", {1: signs("breakout", pain=2)}),
        ("contact week", {13: signs("breakout"), 14: signs("breakout")}),
        ("contact week", {-3: signs("breakout"), 14: signs("breakout")}),
        ("watch", {14: signs("breakout")}),
        ("contact week", {14: signs("white_bumps"), 28: signs("white_bumps")}),
        ("watch", {28: signs("white_bumps")}),
        ("", {-1: signs("breakout"), 20: signs("breakout")}, ACNE),
        ("contact week", {-1: signs("breakout"), 20: signs("breakout", pain=2)}, ACNE),
    ),
    *of(
        "C17",
        ("contact week", {0: signs("condition_flare")}),
        ("contact week", {8: signs(itching=2)}, ECZEMA),
        ("", {7: signs(itching=3)}, ECZEMA),
        ("", {8: signs(itching=2)}),
        ("", {-1: signs(itching=1), 8: signs(itching=2)}, ECZEMA),
        ("", {8: signs(redness=2)}, ROSACEA),
        ("contact week", {8: signs(redness=2), 9: signs(redness=2)}, ROSACEA),
    ),
    *of(
        "C18",
        ("urgent now", {0: signs("weakness")}),
        ("contact two_days", {0: signs("dents")}),
        ("contact two_days", {3: signs("numbness")}),
        ("watch", {2: signs("numbness")}),
    ),
    *of(
        "C19",
        ("contact two_days", {8: signs("swollen_glands")}),
        ("watch", {7: signs("swollen_glands")}),
        ("contact two_days", {3: signs("swollen_glands", pain=2)}),
        ("contact two_days", {3: signs("swollen_glands")}, DIABETES),
        ("urgent today", {8: signs("swollen_glands")}, DIABETES),
    ),
    *of(
        "C20",
        ("contact today", {30: signs("fever")}),
        ("", {31: signs("fever")}),
        ("", {3: signs("fever", "crusting")}),
        ("urgent today", {3: signs("fever")}, {"pregnant_or_breastfeeding": True}),
    ),
    *of("C21", ("contact today", {-5: signs("worried")}), ("", {3: {"worried": False}})),
    *of(
        "C22",
        ("urgent now", {3: {"notes": "It is hard to swallow"}}),
        ("contact today", {3: {"private_notes": "some pus"}}),
        ("watch", {3: {"notes": "feels hot"}}),
        ("", {3: {"notes": "no pus"}}),
        ("", {3: {"notes": "pus", "pus": False}}),
    ),
    *of(
        "C23",
        ("contact today", {0: signs(burning=4, pain=4)}),
        ("contact today", {1: signs(burning=3)}),
        ("", {0: signs(burning=3)}),
        ("urgent today", {1: signs(burning=3, pain=3)}),
        ("urgent today", {0: signs("blisters", burning=4)}),
        ("urgent today", {1: signs(burning=4)}, RF),
        ("contact today", {0: signs(burning=4)}, RF),
    ),
    *of(
        "C24",
        ("watch", {3: signs(swelling=1, pain=1), 4: signs(swelling=1, pain=1)}),
        ("", {4: signs(swelling=1, pain=1)}),
        ("contact today", {day: signs(swelling=1, pain=1) for day in (3, 4, 5)}),
        ("contact today", {4: signs(swelling=1, pain=1), 5: signs(swelling=2, pain=1)}),
        (
            "urgent today",
            {5: signs(redness=2, swelling=1, pain=1), 6: signs(redness=2, swelling=1, pain=2)},
        ),
        ("contact today", {day: signs(redness=2, swelling=1, pain=1) for day in (5, 6)}),
    ),
    *of(
        "C25",
        ("urgent today", {2: signs("one_spot_worse", pain=2)}),
        ("contact today", {2: signs("one_spot_worse")}),
        ("contact today", {1: signs("one_spot_worse", "warmth")}),
        ("watch", {1: signs("one_spot_worse")}),
        ("contact today", {1: signs("one_spot_worse")}, DIABETES),
        ("urgent today", {2: signs("one_spot_worse")}, DIABETES),
        ("urgent today", {0: signs("one_spot_worse"), 3: signs(pain=2)}),
    ),
    *of(
        "C27",
        ("contact two_days", {1: signs(dryness=4)}),
        ("watch", {1: signs(dryness=3)}),
        ("", {0: signs(dryness=4)}),
    ),
    *of(
        "W1",
        ("watch", {5: signs(burning=1), 6: signs(burning=1)}),
        ("contact two_days", {5: signs(burning=2), 6: signs(burning=2)}),
        ("watch", {5: signs(burning=2), 6: signs(burning=1)}),
        ("", {6: signs(burning=2)}),
        ("", {5: signs(burning=1), 11: signs(burning=1)}),
        ("", {-1: signs(dryness=2), 8: signs(dryness=2), 9: signs(dryness=2)}),
        ("contact two_days", {-1: signs(burning=2), 8: signs(burning=2), 9: signs(burning=2)}),
    ),
    *of(
        "W2",
        ("watch", {3: signs("picked_or_scrubbed", flaking=2)}),
        ("", {3: signs("picked_or_scrubbed", flaking=1, burning=1)}),
        ("watch", {2: signs(redness=1), 3: signs("new_product", redness=2)}),
        ("", {2: signs(redness=2), 3: signs("new_product", redness=2)}),
        ("watch", {2: signs("sunscreen"), 3: signs("sunscreen", dryness=2)}),
        ("", {1: signs("sunscreen"), 3: signs("sunscreen", dryness=2)}),
        ("", {2: signs("moisturised"), 3: signs("sunscreen", dryness=2)}),
    ),
]


@pytest.mark.parametrize(("code", "level", "days", "who"), [*URGENT, *CONTACT])
def test_a_row(code: str, level: str, days: Days, who: Mapping[str, Any]) -> None:
    told = found(code, days, who)
    assert [f"{w.level.code} {w.by.code}" if w.by else w.level.code for w in told] == (
        [level] if level else []
    )
    assert all(w.active and w.day == max(days) for w in told)
