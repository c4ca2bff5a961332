"""The rule on care that can slow healing: W2."""

from __future__ import annotations

from recovery_tracker.domain.rules.facts import Facts
from recovery_tracker.domain.rules.rule import Finding, Row, Rule
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.warnings import NO_MOISTURISER, Evidence, Level
from recovery_tracker.i18n import N_

HARSH = ("picked_or_scrubbed", "strong_active", "new_product", "pool_or_hot_tub")
MOISTURE_DAY = 2
MOISTURE_DAYS_BACK = 3

_W2 = Row(
    Level.WATCH,
    None,
    N_(
        "Picking, scrubbing, strong products or too little moisture can slow healing. "
        "Go back to plain moisturiser and, once your clinic agrees, a gentle cleanser."
    ),
    N_(
        "Picked or scrubbed, a strong or new product, or a pool or hot tub, with flaking 2 or "
        "more, burning 2 or more or redness higher than at the previous entry; or care logged in "
        "two entries in a row (from day 2, at most 3 days apart) without moisturiser, and flaking "
        "or dryness 2 or more"
    ),
    "Document; S37 C",
)


def care_check(facts: Facts) -> Finding | None:
    """Fire on harsh care or missing moisture while the skin shows it (document; S37 C)."""
    seen = (*_harsh_care(facts), *_no_moisture(facts))
    return Finding(_W2, seen) if seen else None


def _harsh_care(facts: Facts) -> tuple[Evidence, ...]:
    harsh = facts.saw(*(code for code in HARSH if facts.care(code)))
    if not harsh:
        return ()
    shown = facts.saw(
        *(
            symptom
            for symptom in ("flaking", "burning")
            if facts.at_least(symptom, Severity.MODERATE)
        )
    )
    previous = facts.previous("redness")
    if previous is not None and facts.at_least("redness", (previous.rating("redness") or 0) + 1):
        shown += (*previous.saw_rating("redness"), *facts.saw("redness"))
    return (*harsh, *shown) if shown else ()


def _no_moisture(facts: Facts) -> tuple[Evidence, ...]:
    before = facts.earlier(MOISTURE_DAYS_BACK, first_day=MOISTURE_DAY)[-1:]
    dry = [
        symptom for symptom in ("flaking", "dryness") if facts.at_least(symptom, Severity.MODERATE)
    ]
    if not before or not dry:
        return ()
    entries = (*before, facts)
    if not all(entry.entry.care and not entry.care("moisturised") for entry in entries):
        return ()
    without = [Evidence(entry.date, entry.day, NO_MOISTURISER, True) for entry in entries]
    return (*without, *facts.saw(*dry))


RULES: tuple[Rule, ...] = (
    Rule(
        "W2",
        "care_check",
        N_("Care check"),
        care_check,
        (_W2,),
        fields=("flaking", "dryness", "burning"),
        last_day=90,
    ),
)
