"""Rules on swelling: U2 and C5."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import By, Evidence, Level
from recovery_tracker.i18n import N_

FIRST_DAYS = (0, 1)
NEW_PRODUCT_DAYS = 2
LASTING_DAY, LASTING_DAY_DEEP = 3, 4  # from here swelling others can see is no longer expected
SEVERE_DAY_DEEP = 2
SILENT_DAY = 4
LOOK_AGAIN_AFTER = 2  # days

_U2 = Row(
    Level.URGENT,
    By.TODAY,
    N_(
        "Hives or this much swelling of the face should be checked today. Call your "
        "dermatologist, or your local emergency number if breathing or swallowing gets hard."
    ),
    N_(
        "Lips suddenly swollen or an eye closing up; swelling 4; hives on day 0 or 1, or hives "
        "with a new product in this entry or the 2 days before"
    ),
    "S30, S29 A; J",
)


def face_swelling(facts: Facts) -> Finding | None:
    """Fire on swollen lips or eyes, swelling 4, or hives early or after a new product.

    Serious allergy starts within minutes to hours: S30, S29 A; the days are judgement.
    """
    seen = facts.saw(*(sign for sign in ("lip_swelling", "eye_swelling") if facts.ticked(sign)))
    if facts.at_least("swelling", Severity.VERY_SEVERE):
        seen += facts.saw("swelling")
    if facts.ticked("hives"):
        product = _new_product(facts)
        if facts.day in FIRST_DAYS or product:
            seen += (*facts.saw("hives"), *product)
    return Finding(_U2, seen) if seen else None


def _new_product(facts: Facts) -> tuple[Evidence, ...]:
    """A new product in this entry or, before it, in the latest entry of the 2 days before."""
    # Baseline days count: a product begun the day before the session is still new.
    recent = facts.earlier(first_day=facts.day - NEW_PRODUCT_DAYS)
    for entry in (facts, *reversed(recent)):
        if entry.care("new_product"):
            return entry.saw("new_product")
    return ()


_C5_TODAY = Row(
    Level.CONTACT,
    By.TODAY,
    N_(
        "This much swelling should be checked, even in the first days. "
        "Call your dermatologist today."
    ),
    N_("Swelling 4; or swelling 3 (group D or RF: from day 2)"),
    "Document; S9, S10 C; S3 B",
)
_C5_TWO_DAYS = Row(
    Level.CONTACT,
    By.TWO_DAYS,
    N_(
        "Swelling usually eases in two or three days, and yours has not. "
        "Contact your dermatologist in the next day or two, sooner if it grows."
    ),
    N_("Swelling 2 from day 3 (group D or RF: day 4)"),
    "Document; S9, S10 C; S3 B",
)
_C5_WATCH_EARLY = Row(
    Level.WATCH,
    None,
    N_(
        "Swelling like this is common in the first days. "
        "Call your dermatologist if it is still like this on day {n}."
    ),
    N_("Swelling 2 before that day; or swelling 3 on day 0 or 1 in group D or with RF"),
    "Document; S9, S10 C; S3 B",
)
_C5_WATCH_LASTING = Row(
    Level.WATCH,
    None,
    N_(
        "A little swelling has lasted longer than usual. "
        "Call your dermatologist if it grows, or is still there on day {n}."
    ),
    N_(
        "Swelling above its range, with 1 or more at the previous entry, or from day 4 after "
        "three days without an entry"
    ),
    "Document; S9, S10 C; S3 B",
)


def swelling(facts: Facts) -> Finding | None:
    """Fire on swelling that is strong, or that lasts beyond two or three days.

    Document ("swelling"); it eases in hours to 3 days: S3 B, S9, S10 C.
    """
    rating = facts.rating("swelling")
    if not rating:
        return None
    seen = facts.saw("swelling")
    lasting_day = LASTING_DAY_DEEP if facts.deep else LASTING_DAY
    severe_counts = not facts.deep or facts.day >= SEVERE_DAY_DEEP
    if rating >= Severity.VERY_SEVERE or (rating >= Severity.SEVERE and severe_counts):
        return Finding(_C5_TODAY, seen)
    if rating >= Severity.MODERATE:
        if facts.day >= lasting_day:
            return Finding(_C5_TWO_DAYS, seen)
        return Finding(_C5_WATCH_EARLY, seen, text_day=lasting_day)
    if not facts.above("swelling"):
        return None
    previous = facts.previous("swelling")
    again = previous is not None and previous.at_least("swelling", Severity.MILD)
    if again or (facts.day >= SILENT_DAY and facts.silent_before):
        before = previous.saw("swelling") if previous and again else ()
        return Finding(_C5_WATCH_LASTING, (*before, *seen), text_day=facts.day + LOOK_AGAIN_AFTER)
    return None


RULES: tuple[Rule, ...] = (
    Rule(
        "U2",
        "face_swelling",
        N_("Hives or a swollen face"),
        face_swelling,
        (_U2,),
        on_baseline=True,
    ),
    Rule(
        "C5",
        "swelling",
        N_("Swelling"),
        swelling,
        (_C5_TODAY, _C5_TWO_DAYS, _C5_WATCH_EARLY, _C5_WATCH_LASTING),
        fields=("swelling",),
        last_day=90,
    ),
)
