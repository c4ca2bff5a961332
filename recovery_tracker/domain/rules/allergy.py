"""Rules on allergic reactions and reactions to a product: U1 and C7."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

LIP_DAYS = (0, 1)
CREAM_DAY = 0
INFLAMED_DAY = 2  # redness and swelling of the days before are the treatment's own
BURNING_DAY = 1
TWO = 2

_U1 = Row(
    Level.URGENT,
    By.NOW,
    N_(
        "These signs can mean a serious allergic reaction, so call your local emergency number "
        "now. Lie down unless that makes breathing harder, and do not drive yourself."
    ),
    N_(
        "Trouble breathing or swallowing, throat or tongue swelling, or fainting; hives with "
        "suddenly swollen lips, an eye closing up, vomiting, feeling very unwell, swelling 3 or "
        "more or a past severe allergic reaction; lips suddenly swollen on day 0 or 1; feeling "
        "very unwell on day 0 after a numbing cream"
    ),
    "S30 A; S23 B; lips, cream J",
)


def allergy_emergency(facts: Facts) -> Finding | None:
    """Fire on signs of a serious allergic reaction, at once and on any day (S30 A; S23 B)."""
    alone = [
        sign
        for sign in ("breathing_difficulty", "throat_tongue_swelling", "faint")
        if facts.ticked(sign)
    ]
    if facts.ticked("lip_swelling") and facts.day in LIP_DAYS:
        alone.append("lip_swelling")
    seen = (*facts.saw(*alone), *_hives_with_other_signs(facts))
    if facts.session.numbing_cream and facts.day == CREAM_DAY and facts.ticked("very_unwell"):
        seen += facts.saw("very_unwell", "numbing_cream")
    return Finding(_U1, seen) if seen else None


def _hives_with_other_signs(facts: Facts) -> tuple[Evidence, ...]:
    if not facts.has("hives"):
        return ()
    beside = [
        sign
        for sign in ("lip_swelling", "eye_swelling", "vomiting", "very_unwell")
        if facts.ticked(sign)
    ]
    if facts.carried_at_least("swelling", Severity.SEVERE):
        beside.append("swelling")
    if facts.profile.severe_allergy:
        beside.append("severe_allergy")
    return facts.saw("hives", *beside) if beside else ()


_C7_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "You noted hives, which can fit a reaction to a product. Call your dermatologist today, "
        "pause new cosmetic products, and ask before stopping anything prescribed."
    ),
    N_("Hives"),
    "Document; S23–S25, S29 A/B",
)
_C7_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "This pattern can fit a reaction to a skin product. "
        "Contact your dermatologist within two days, pause new cosmetic products, "
        "and ask before stopping anything prescribed."
    ),
    N_(
        "Rash beyond the treated skin; itching 4; itching 3 when that is 2 above its range, or "
        "with 3 at the previous entry; or two of: itching 3, or 2 and above its range; itchy "
        "bumps; rash beyond the treated skin; and, beside one of these, from day 2 swelling or "
        "redness 2 or more and above its range, and from day 1 burning 3"
    ),
    "Document; S23–S25, S29 A/B",
)
_C7_WATCH = Row(
    Level.WATCH,
    None,
    N_(
        "Strong itching or itchy bumps can come from a skin product. Pause new cosmetic "
        "products, ask before stopping anything prescribed, and log it tomorrow."
    ),
    N_("Itching 3; itchy bumps; or itching 2 and above its range, here and at the previous entry"),
    "Document; S23–S25, S29 A/B",
)


def product_reaction(facts: Facts) -> Finding | None:
    """Fire on hives, rash or itching that can fit a reaction to a product.

    Document (allergic reaction to a serum); serums are the main suspects in granulomatous
    reactions: S23–S25; contact dermatitis itches first and may pass the edge: S29 A.
    """
    if facts.has("hives"):
        return Finding(_C7_TODAY, facts.saw("hives"))
    strong = _strong_itching(facts)
    itch = _itchy_signs(facts)
    inflamed = _inflamed(facts)
    if facts.ticked("rash_beyond") or strong or (itch and len(itch) + len(inflamed) >= TWO):
        return Finding(_C7_TWO_DAYS, (*strong, *facts.saw(*itch, *inflamed)))
    severe_itch = facts.at_least("itching", Severity.SEVERE)
    if severe_itch or facts.ticked("itchy_bumps"):
        return Finding(_C7_WATCH, facts.saw(*itch))
    previous = facts.previous("itching")
    if _unusual_itch(facts) and previous is not None and _unusual_itch(previous):
        return Finding(_C7_WATCH, (*previous.saw("itching"), *facts.saw("itching")))
    return None


def _strong_itching(facts: Facts) -> tuple[Evidence, ...]:
    """The entry before, when it makes itching 3 count at once; this entry's itching otherwise."""
    if facts.at_least("itching", Severity.VERY_SEVERE):
        return facts.saw("itching")
    if not facts.at_least("itching", Severity.SEVERE):
        return ()
    previous = facts.previous("itching")
    if previous is not None and previous.at_least("itching", Severity.SEVERE):
        return previous.saw("itching")
    return facts.saw("itching") if facts.above("itching", 2) else ()


def _unusual_itch(facts: Facts) -> bool:
    return facts.at_least("itching", Severity.MODERATE) and facts.above("itching")


def _itchy_signs(facts: Facts) -> list[str]:
    """The three of which one must be there for two to count."""
    itching = facts.at_least("itching", Severity.SEVERE) or _unusual_itch(facts)
    found = ["itching"] if itching else []
    return found + [sign for sign in ("itchy_bumps", "rash_beyond") if facts.ticked(sign)]


def _inflamed(facts: Facts) -> list[str]:
    """What counts beside them."""
    found = [
        symptom
        for symptom in ("swelling", "redness")
        if facts.day >= INFLAMED_DAY
        and facts.carried_at_least(symptom, Severity.MODERATE)
        and facts.carried_above(symptom)
    ]
    if facts.day >= BURNING_DAY and facts.carried_at_least("burning", Severity.SEVERE):
        found.append("burning")
    return found


RULES: tuple[Rule, ...] = (
    Rule(
        "U1",
        "allergy_emergency",
        N_("Breathing, throat or sudden swelling"),
        allergy_emergency,
        (_U1,),
        on_baseline=True,
    ),
    Rule(
        "C7",
        "product_reaction",
        N_("Reaction to a product"),
        product_reaction,
        (_C7_TODAY, _C7_TWO_DAYS, _C7_WATCH),
        fields=("itching", "hives", "rash_beyond", "itchy_bumps"),
    ),
)
