"""What to do and avoid from day to day, and what helps with which symptom (clinical.md 5).

The clinic's own instructions come first. No medicine is named as something to take, and no dose.
"""

from __future__ import annotations

from collections.abc import Collection

from recovery_tracker.domain.guidance import JUDGED, Basis
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.rules.definitions import DARKER_FROM_TONE
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen


@frozen
class Phase:
    """What to do and what to avoid from one day to another (the cautious middle; judgement).

    Aftercare pages disagree, and the clinic's own instructions come first.
    """

    first: int
    last: int
    name: str
    to_do: str
    to_avoid: str
    basis: Basis

    @property
    def label(self) -> str:
        """The phase in the person's language, such as "Days 1 to 3"."""
        return _(self.name)

    @property
    def do(self) -> str:
        """What to do, in the person's language."""
        return _(self.to_do)

    @property
    def avoid(self) -> str:
        """What to avoid, in the person's language."""
        return _(self.to_avoid)


PHASES: tuple[Phase, ...] = (
    Phase(
        0,
        0,
        N_("Day 0"),
        N_(
            "Clean hands; only products the clinic gave; a cool, clean cloth if hot; "
            "shade or a hat."
        ),
        N_(
            "Make-up, sunscreen or serum the clinic did not agree, touching, heat, hard exercise, "
            "alcohol on skin."
        ),
        Basis(("S4", "S48", "S37"), judgement=True),
    ),
    Phase(
        1,
        3,
        N_("Days 1 to 3"),
        N_(
            "Lukewarm water, plain fragrance-free moisturiser, shade; gentle cleanser with fingers "
            "and mineral SPF 30+ once your clinic agrees."
        ),
        N_(
            "Make-up for at least 24 h, pools, hot tubs, sauna, sweating, vitamin C, retinoids, "
            "acids, scrubs."
        ),
        Basis(("document", "S37", "S23", "S25"), judgement=True),
    ),
    Phase(
        3,
        7,
        N_("Days 3 to 7"),
        N_(
            "Moisturise often, let flakes fall, humidifier if the air is dry, SPF daily once your "
            "clinic agrees."
        ),
        N_("Picking, peeling, scrubbing, wax, shaving over flakes."),
        Basis(("document", "S37"), "C", judgement=True),
    ),
    Phase(
        7,
        14,
        N_("Days 7 to 14"),
        N_("Bring back products one at a time, 2 to 3 days apart; pause one that stings."),
        N_("Several new products at once."),
        JUDGED,
    ),
    Phase(
        14,
        84,
        N_("Weeks 2 to 12"),
        N_("Sunscreen daily; look for lumps, lines and dark patches once a week."),
        N_("Tanning; the next session before skin is calm."),
        Basis(("S16", "S17"), "B", judgement=True),
    ),
)


def phase(day: int) -> Phase | None:
    """Return what to do and avoid on a day; nothing before day 0 and after twelve weeks.

    On a day that two phases share, the more careful one holds: the first.
    """
    return next((one for one in PHASES if one.first <= day <= one.last), None)


@frozen
class CareLine:
    """One line of care for some symptoms or signs.

    Attributes:
        fields: codes of the symptoms and signs it helps with.
    """

    fields: tuple[str, ...]
    words: str
    basis: Basis

    @property
    def text(self) -> str:
        """The line in the person's language."""
        return _(self.words)


CARE_LINES: tuple[CareLine, ...] = (
    CareLine(
        ("flaking", "dryness"),
        N_("More plain moisturiser, on damp skin; never pull flakes."),
        Basis(("document", "S37")),
    ),
    CareLine(
        ("redness", "burning"),
        N_(
            "Pause new cosmetic products, ask before stopping anything prescribed; cool cloth; "
            "shade."
        ),
        Basis(("S29", "S37")),
    ),
    CareLine(("itching",), N_("Cool, do not scratch; note any new product."), Basis(("S29",), "A")),
    CareLine(("swelling",), N_("Cool cloth, extra pillow."), JUDGED),
    CareLine(("pain",), N_("Ask clinic or pharmacist which pain relief suits you."), JUDGED),
    CareLine(("bruising",), N_("Wait; ask the clinic before stopping any blood thinner."), JUDGED),
    CareLine(
        ("breakout", "white_bumps"),
        N_("Do not squeeze; no harsh acne products in week 1."),
        Basis(("S37",), "C"),
    ),
)

_COLD_SORES = CareLine(
    ("cold_sore",),
    N_("Ask before the next session about prevention of cold sores."),
    Basis(("S20", "S21"), "B"),
)
_DARKER_SKIN = CareLine(
    ("dark_patches",),
    N_("Gentle care, and sunscreen once your clinic agrees; report dark patches early."),
    Basis(("S14", "S16"), "B"),
)
_AT_HOME = CareLine(
    (),
    N_(
        "Use new, sealed needles each time, and never share or reuse them. "
        "Do not treat again until your skin is calm."
    ),
    JUDGED,
)
PERSONAL_LINES: tuple[CareLine, ...] = (_COLD_SORES, _DARKER_SKIN, _AT_HOME)


def care_for(fields: Collection[str]) -> tuple[CareLine, ...]:
    """Return the care lines for some symptoms and signs, in catalogue order."""
    return tuple(line for line in CARE_LINES if any(field in fields for field in line.fields))


def care_for_person(profile: Profile, session: Session) -> tuple[CareLine, ...]:
    """Return the care lines that a profile or a session asks for, whatever was logged."""
    lines: list[CareLine] = []
    if profile.cold_sores:
        lines.append(_COLD_SORES)
    if (profile.skin_tone or 0) >= DARKER_FROM_TONE:
        lines.append(_DARKER_SKIN)
    if session.performed_by == "home":
        lines.append(_AT_HOME)
    return tuple(lines)
