"""The yes/no signs a patient is asked about."""

from __future__ import annotations

from enum import Enum

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen


class Group(Enum):
    """Where a sign is asked: the daily chips, a heading of "Something else", or its own button."""

    DAILY = N_("Any of these since yesterday?")
    WHOLE_BODY = N_("How you feel")
    FACE_AND_EYES = N_("Face, mouth and eyes")
    SKIN = N_("Skin")
    LATER = N_("Things that can come later")
    OWN_BUTTON = N_("I am worried")

    @property
    def label(self) -> str:
        """The heading in the person's language."""
        return _(self.value)


@frozen
class Sign:
    """One sign of the catalogue (clinical.md 3.5, judgement).

    Attributes:
        code: the name in files and in the database; never translated, never reused.
        name: the chip's label, to be translated.
        help_name: one line that says what is meant, to be translated.
        group: where it is asked.
        from_day: first day on which it is offered; before it stands behind "More".
        follows: asked only when one of these signs is ticked; empty = always.
    """

    code: str
    name: str
    help_name: str
    group: Group
    from_day: int = 0
    follows: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The chip's label in the person's language."""
        return _(self.name)

    @property
    def help(self) -> str:
        """What is meant, in the person's language."""
        return _(self.help_name)


SIGNS: tuple[Sign, ...] = (
    Sign(
        "pus",
        N_("Pus"),
        N_("Yellow, green or white fluid; not clear or pinkish drops on day 0"),
        Group.DAILY,
    ),
    Sign("fever", N_("Fever"), N_("38 °C (100.4 °F) or more, or chills"), Group.DAILY),
    Sign(
        "spreading_redness",
        N_("Redness spreading"),
        N_("Redness or darkening moving past the treated skin"),
        Group.DAILY,
    ),
    Sign("blisters", N_("Blisters"), N_("Small bubbles filled with fluid"), Group.DAILY),
    Sign(
        "warmth", N_("Skin hot to touch"), N_("Clearly hotter than the skin around it"), Group.DAILY
    ),
    Sign(
        "cold_sore",
        N_("Cold sore"),
        N_("Tingling, then a blister or sore, often near the lips"),
        Group.DAILY,
    ),
    Sign(
        "hives",
        N_("Hives (raised, itchy welts)"),
        N_("Welts that come and move within hours"),
        Group.DAILY,
    ),
    Sign(
        "breathing_difficulty",
        N_("Trouble breathing or swallowing"),
        N_("Wheezing, tight chest, or food will not go down"),
        Group.DAILY,
    ),
    Sign(
        "very_unwell",
        N_("Very unwell"),
        N_("Confused, shaking, cold, blotchy or grey, breathing fast"),
        Group.WHOLE_BODY,
    ),
    Sign(
        "throat_tongue_swelling",
        N_("Throat or tongue swelling"),
        N_("Tight throat, thick tongue or a hoarse voice"),
        Group.FACE_AND_EYES,
    ),
    Sign(
        "lip_swelling",
        N_("Lips suddenly swollen"),
        N_("Bigger than before within minutes or hours"),
        Group.FACE_AND_EYES,
    ),
    Sign(
        "eye_swelling",
        N_("An eye closing up"),
        N_("Lid so swollen that the eye hardly opens"),
        Group.FACE_AND_EYES,
    ),
    Sign("faint", N_("Fainted"), N_("Fainted after leaving the clinic"), Group.WHOLE_BODY),
    Sign("vomiting", N_("Vomiting"), N_("Being sick, even once"), Group.WHOLE_BODY),
    Sign(
        "sight_loss",
        N_("Sudden loss of sight"),
        N_("All or part of what you see is gone"),
        Group.FACE_AND_EYES,
    ),
    Sign(
        "eye_pain_or_sight_change",
        N_("Eye pain or change in sight"),
        N_("Sore eye, blur, double sight, light hurts"),
        Group.FACE_AND_EYES,
    ),
    Sign(
        "weakness",
        N_("Face drooping"),
        N_("Or cannot close an eye or move part of the face"),
        Group.FACE_AND_EYES,
    ),
    Sign(
        "pale_or_mottled",
        N_("White, grey or net-like purple skin"),
        N_("A patch that does not turn pink after pressing"),
        Group.SKIN,
    ),
    Sign(
        "burn_or_raw_skin",
        N_("Burnt, raw or blackened skin"),
        N_("Open, wet or black patch, or a burn mark"),
        Group.SKIN,
    ),
    Sign(
        "one_spot_worse",
        N_("One area worse"),
        N_("One area hotter, more swollen or sorer than the rest, or red streaks"),
        Group.SKIN,
    ),
    Sign(
        "blisters_many",
        N_("Many, or spreading"),
        N_("Blisters in groups, or more since yesterday"),
        Group.SKIN,
        follows=("blisters", "cold_sore"),
    ),
    Sign(
        "bleeding_wont_stop",
        N_("Bleeding that will not stop"),
        N_("After 10 minutes of firm pressure"),
        Group.SKIN,
    ),
    Sign(
        "rash_beyond",
        N_("Rash beyond the treated skin"),
        N_("Spots or patches where no needle went"),
        Group.SKIN,
    ),
    Sign("itchy_bumps", N_("Itchy bumps"), N_("Small raised bumps that itch"), Group.SKIN),
    Sign("crusting", N_("Crusts"), N_("Dry dots or scabs"), Group.SKIN),
    Sign("yellow_crust", N_("Yellow or wet crusts"), N_("Honey-coloured, or weeping"), Group.SKIN),
    Sign(
        "swollen_glands",
        N_("Swollen glands"),
        N_("Tender lumps under the jaw, in the neck or armpit"),
        Group.WHOLE_BODY,
    ),
    Sign(
        "condition_flare",
        N_("My skin condition is flaring"),
        N_("Eczema, psoriasis, rosacea or acne worse than usual"),
        Group.SKIN,
    ),
    Sign("numbness", N_("Numb skin"), N_("Less feeling than before treatment"), Group.LATER, 1),
    Sign("breakout", N_("Spots"), N_("More spots than usual for you"), Group.LATER, 2),
    Sign("white_bumps", N_("Tiny white bumps"), N_("Hard, white, pinhead size"), Group.LATER, 2),
    Sign("lumps", N_("New lump"), N_("Firm or tender lump in or under the skin"), Group.LATER, 2),
    Sign("dents", N_("Dents or hollows"), N_("Skin looks sunken"), Group.LATER, 3),
    Sign("dark_patches", N_("Dark patches"), N_("Darker than the skin around it"), Group.LATER, 5),
    Sign(
        "lines_or_scars",
        N_("Lines, pits or raised scars"),
        N_("New, in the treated area"),
        Group.LATER,
        7,
    ),
    Sign("worried", N_("I am worried"), N_("Any time, for any reason"), Group.OWN_BUTTON),
)

SIGN_BY_CODE = {sign.code: sign for sign in SIGNS}
DAILY_SIGNS: tuple[str, ...] = tuple(s.code for s in SIGNS if s.group is Group.DAILY)
