"""How to read a report: the words of the scale, what the usual range rests on, and the limits.

The sentences keep to clinical.md 6 and 7: no claim that a clinician has seen anything, no claim of
a validated scale, no reassurance.
"""

from __future__ import annotations

from recovery_tracker.domain import disclaimer
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.usual_range import DepthGroup, depth_group, modifiers_of
from recovery_tracker.domain.wording import listed
from recovery_tracker.i18n import N_, _
from recovery_tracker.report.case import Case
from recovery_tracker.values import frozen

_ANCHORED = ("redness", "flaking", "swelling")
_FELT = "pain"
_DEPTHS = {
    DepthGroup.SHALLOW: N_("needles up to 0.5 mm"),
    DepthGroup.MEDIUM: N_("needles between 0.5 and 2 mm, or of a depth not stated"),
    DepthGroup.DEEP: N_("needles of 2 mm and more"),
}
_ADJUSTED = {
    "dry": N_("dry skin"),
    "sensitive": N_("sensitive skin"),
    "eczema": N_("eczema"),
    "oily": N_("oily skin"),
    "rosacea": N_("rosacea"),
    "rf": N_("radiofrequency"),
}


@frozen
class ScaleRow:
    """One grade with what it means for some symptoms."""

    grade: int
    name: str
    meanings: tuple[str, ...]


@frozen
class Reading:
    """What a reader needs to know to read the report.

    Attributes:
        scale: the five grades; ``symptoms``: whose meanings they give, in their order.
        sentences: scale, usual range, warnings and limits.
    """

    symptoms: tuple[str, ...]
    scale: tuple[ScaleRow, ...]
    sentences: tuple[str, ...]


def reading(case: Case) -> Reading:
    """Write how to read the report of one session."""
    columns = (*_ANCHORED, _FELT)
    return Reading(
        symptoms=(
            *(SYMPTOM_BY_CODE[code].label for code in _ANCHORED),
            _("Pain, burning, itching"),
        ),
        scale=tuple(
            ScaleRow(
                int(grade),
                grade.label,
                tuple(SYMPTOM_BY_CODE[code].grade_description(grade) for code in columns),
            )
            for grade in Severity
        ),
        sentences=(
            _(
                "All grades and answers are the patient’s own: the worst of the last 24 hours on "
                "this program’s own scale, which is not validated. An empty cell is not recorded; "
                "it does not mean none."
            ),
            _usual_range(case),
            _(
                "The usual range and the rules are made from published reports and judgement; "
                "most of its grades are judgement. A value above it is not a warning by itself."
            ),
            _(
                "Warnings compare the log with rules. They are no diagnosis, and they may miss "
                "problems or be raised without one."
            ),
            _(
                "Sources: “document” is the article the program was made from; S and a number is "
                "a published source, listed in the program’s help. A: guideline or review; "
                "B: study or case report; C: clinic or maker’s page; J: judgement."
            ),
            no_clinician(),
            *filter(None, (disclaimer.of_translation(),)),
        ),
    )


def limits() -> str:
    """The sentence at the foot of every page."""
    return _(
        "General guidance, not a diagnosis. The app cannot see the skin and may miss problems."
    )


def no_clinician() -> str:
    """Say that nobody with a licence has looked at the rules and ranges."""
    return _("No clinician has reviewed this content.")


def _usual_range(case: Case) -> str:
    words = _(
        "Shaded: the usual range, from none to its upper edge, after {depth}; dashed: the typical "
        "course."
    ).format(depth=_(_DEPTHS[depth_group(case.session)]))
    adjusted = [
        _(_ADJUSTED[modifier.code])
        for modifier in modifiers_of(case.session, case.profile)
        if modifier.code in _ADJUSTED
    ]
    if not adjusted:
        return words
    return _("{words} Adjusted for {skin}.").format(words=words, skin=listed(adjusted))
