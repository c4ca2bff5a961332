"""The fixed lists and spans of days behind the words of clinical.md 4.2 (all judgement)."""

from __future__ import annotations

OPEN_SIGNS = ("pus", "fever", "spreading_redness", "blisters", "hives", "warmth", "one_spot_worse")
OPEN_DAYS = 3
CARRIED_DAYS = 2
COMPANIONS = ("redness", "swelling", "pain")
BASELINE_SYMPTOMS = ("redness", "dryness", "flaking", "itching")
SKIN_SIGNS = (
    "pus",
    "spreading_redness",
    "warmth",
    "blisters",
    "blisters_many",
    "cold_sore",
    "hives",
    "one_spot_worse",
    "rash_beyond",
    "crusting",
    "yellow_crust",
    "condition_flare",
    "burn_or_raw_skin",
    "pale_or_mottled",
    "swollen_glands",
    "lip_swelling",
    "eye_swelling",
)
UPPER_FACE = ("face", "forehead", "nose", "around_eyes")
DARKER_FROM_TONE = 4
RELATED_DAYS = 90
STORY_DAYS = 90  # after its latest entry at the highest level, an item ends by age


def days_back(day: int) -> int:
    """How many days back the previous entry in a row may lie, seen from a day."""
    if day <= 2:
        return 3
    return 5 if day <= 14 else 8
