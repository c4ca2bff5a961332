"""Rules on what can come days or weeks later: C11, C14, C15 and C16."""

from __future__ import annotations

from recovery_tracker.domain.recovery import FIRST_BASELINE_DAY
from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule, darker_tone, health_answers
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

SORE_LUMP_DAY, LUMP_DAY = 3, 7  # late days
OLD_PATCH_DAY, DARKER_PATCH_DAY = 28, 5  # late days
PATCH_LASTS = 14  # days between the first tick and this one
SCAR_DAY = 14  # late day
SPOTS_SORE_DAY, SPOTS_LAST_DAY, BUMPS_LAST_DAY = 2, 14, 28

_C11_URGENT = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "A new lump, with your other answers, should be seen today. "
        "Call your dermatologist, and do not press it."
    ),
    N_(
        "A new lump with fever; or any lump that would be contact, with diabetes or a weak immune "
        "system"
    ),
    "S3, S17, S18, S24 B",
)
_C11_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "This lump should be checked soon. "
        "Contact your dermatologist in the next day or two, and do not press it."
    ),
    N_(
        "A new lump from late day 3 with pain 1 or more or skin hot to touch; or on any day with "
        "diabetes or a weak immune system"
    ),
    "J",
)
_C11_WEEK = Row(
    Level.CONTACT,
    By.WEEK,
    N_(
        "New lumps after treatment should be looked at, even if you feel well. "
        "Contact your dermatologist this week."
    ),
    N_(
        "A new lump from late day 7; or from late day 3 when it was ticked at an earlier entry, too"
    ),
    "J",
)
_C11_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "You noted a new lump soon after treatment. "
        "Log it again in two days, and call your dermatologist if it is sore or warm."
    ),
    N_("A new lump"),
    "J",
)


def lumps(facts: Facts) -> Finding | None:
    """Fire on a new lump, without end: some infections start weeks later.

    Granulomatous reactions from day 3 to 7: S3, S24 B; mycobacteria after a mean of 3 weeks:
    S17, S18 B. Late days count from the first related session of the last 90 days.
    """
    if not facts.ticked("lumps"):
        return None
    lump = facts.saw("lumps")
    if facts.has("fever"):
        return Finding(_C11_URGENT, (*lump, *facts.saw("fever")))
    row, seen = _lump_row(facts)
    health = health_answers(facts)
    if health:
        row = _C11_TWO_DAYS if row is _C11_WATCH else _C11_URGENT
    return Finding(row, (*seen, *lump, *health))


def _lump_row(facts: Facts) -> tuple[Row, tuple[Evidence, ...]]:
    """The row without fever and before health answers count, and what it rests on."""
    if facts.late_day >= SORE_LUMP_DAY:
        sore_or_hot = facts.saw("pain", "warmth")
        if sore_or_hot:
            return _C11_TWO_DAYS, sore_or_hot
        before = _first_ticked("lumps", facts)
        if before or facts.late_day >= LUMP_DAY:
            return _C11_WEEK, before
    return _C11_WATCH, ()


def _first_ticked(sign: str, facts: Facts) -> tuple[Evidence, ...]:
    """The first earlier entry that ticked a sign; one before the session counts, too."""
    before = facts.earlier(first_day=FIRST_BASELINE_DAY)
    return next((earlier.saw(sign) for earlier in before if earlier.ticked(sign)), ())


_C14_VISIT = Row(
    Level.CONTACT,
    By.VISIT,
    N_(
        "Dark patches can follow sore skin and often fade over months. "
        "Ask about them at your next visit, and use sunscreen once your clinic agrees."
    ),
    N_(
        "Dark patches from late day 28; or ticked 14 or more days before, too; or on darker skin "
        "from late day 5"
    ),
    "S14, S16 B",
)
_C14_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "You noted a new mark in the treated area. "
        "Leave it alone, use sunscreen once your clinic agrees, and log it next week."
    ),
    N_("Dark patches"),
    "S14, S16 B",
)


def dark_patches(facts: Facts) -> Finding | None:
    """Fire on dark patches, sooner on darker skin (S14 B: 5 of 36, types IV and V; S16 B)."""
    if not facts.ticked("dark_patches"):
        return None
    seen = facts.saw("dark_patches")
    first = _first_ticked("dark_patches", facts)
    lasting = first if first and (facts.date - first[0].date).days >= PATCH_LASTS else ()
    if lasting or facts.late_day >= OLD_PATCH_DAY:
        return Finding(_C14_VISIT, (*lasting, *seen))
    if facts.darker_skin and facts.late_day >= DARKER_PATCH_DAY:
        return Finding(_C14_VISIT, (*seen, *darker_tone(facts)))
    return Finding(_C14_WATCH, seen)


_C15_VISIT = Row(
    Level.CONTACT,
    By.VISIT,
    N_(
        "Lines, pits or raised scars are worth an early check. "
        "Ask your dermatologist at your next visit, or book one."
    ),
    N_("Lines, pits or raised scars from late day 14, or with keloid scars in the past"),
    "S14 B; S1 A",
)
_C15_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "You noted a new mark in the treated area. "
        "Leave it alone, use sunscreen once your clinic agrees, and log it next week."
    ),
    N_("Lines, pits or raised scars"),
    "S14 B; S1 A",
)


def lines_or_scars(facts: Facts) -> Finding | None:
    """Fire on new lines, pits or raised scars (tram-track scars: S14 B, S1 A)."""
    if not facts.ticked("lines_or_scars"):
        return None
    seen = (*facts.saw("lines_or_scars"), *facts.saw("keloid"))
    visit = facts.late_day >= SCAR_DAY or facts.profile.keloid
    return Finding(_C15_VISIT if visit else _C15_WATCH, seen)


_C16_WEEK = Row(
    Level.CONTACT,
    By.WEEK,
    N_(
        "Your spots or bumps have lasted or are painful. "
        "Contact your dermatologist this week, and do not squeeze them."
    ),
    N_(
        "More spots with pain 2 or more from day 2; more spots from day 14 that were ticked at an "
        "earlier entry, too; or tiny white bumps from day 28 that were ticked at an earlier "
        "entry, too"
    ),
    "S12 B; S10 C",
)
_C16_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Some people get spots or tiny white bumps while skin heals. "
        "Leave them alone, and log them again in a few days."
    ),
    N_(
        "More spots or tiny white bumps; with acne and spots ticked before the session, spots "
        "only count with pain 2 or more from day 2"
    ),
    "S12 B; S10 C",
)


def breakout(facts: Facts) -> Finding | None:
    """Fire on spots and tiny white bumps that are sore or last (S12 B; S10 C)."""
    spots = facts.ticked("breakout")
    bumps = facts.ticked("white_bumps")
    sore = facts.day >= SPOTS_SORE_DAY and facts.carried_at_least("pain", Severity.MODERATE)
    if spots and sore:
        return Finding(_C16_WEEK, facts.saw("breakout", "pain"))
    spots = spots and not _spots_are_usual(facts)
    lasting: tuple[Evidence, ...] = ()
    if spots and facts.day >= SPOTS_LAST_DAY:
        lasting += _first_ticked("breakout", facts)
    if bumps and facts.day >= BUMPS_LAST_DAY:
        lasting += _first_ticked("white_bumps", facts)
    seen = facts.saw(*(["breakout"] if spots else []), *(["white_bumps"] if bumps else []))
    if lasting:
        return Finding(_C16_WEEK, (*lasting, *seen))
    return Finding(_C16_WATCH, seen) if seen else None


def _spots_are_usual(facts: Facts) -> bool:
    """Acne in the profile, and spots ticked on a baseline day."""
    return "acne" in facts.profile.skin_conditions and any(
        before.day < 0 and before.ticked("breakout")
        for before in facts.earlier(first_day=FIRST_BASELINE_DAY)
    )


RULES: tuple[Rule, ...] = (
    Rule(
        "C11",
        "lumps",
        N_("Lumps"),
        lumps,
        (_C11_URGENT, _C11_TWO_DAYS, _C11_WEEK, _C11_WATCH),
        fields=("lumps",),
        endless=True,
    ),
    Rule(
        "C14",
        "dark_patches",
        N_("Dark patches"),
        dark_patches,
        (_C14_VISIT, _C14_WATCH),
        fields=("dark_patches",),
        endless=True,
    ),
    Rule(
        "C15",
        "lines_or_scars",
        N_("Lines or scars"),
        lines_or_scars,
        (_C15_VISIT, _C15_WATCH),
        fields=("lines_or_scars",),
        endless=True,
    ),
    Rule(
        "C16",
        "breakout",
        N_("Spots or white bumps"),
        breakout,
        (_C16_WEEK, _C16_WATCH),
        fields=("breakout", "white_bumps"),
    ),
)
