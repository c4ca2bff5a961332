"""What is said under each day after a treatment, and what it rests on.

Texts are those of clinical.md 5a, in the version of
:data:`recovery_tracker.domain.warnings.GUIDANCE_VERSION`. The clinic's own instructions come
first; no medicine is named. Sources are ids of clinical.md 8.
"""

from __future__ import annotations

from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.usual_range import DepthGroup, depth_group
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen


@frozen
class Basis:
    """What a text rests on.

    Attributes:
        sources: ids of clinical.md 8, or ``document`` for the article the product began with.
        sure: ``A`` to ``C`` where clinical.md grades it, else empty.
        judgement: whether some or all of it is judgement.
    """

    sources: tuple[str, ...] = ()
    sure: str = ""
    judgement: bool = False

    def __str__(self) -> str:
        """Write it as a short citation: "S9, S45; judgement"."""
        cited = ", ".join(
            (*self.sources[:-1], f"{self.sources[-1]} {self.sure}".strip()) if self.sources else ()
        )
        return "; ".join(part for part in (cited, _("judgement") if self.judgement else "") if part)


JUDGED = Basis(judgement=True)


@frozen
class DayText:
    """What is said under a day, from its first to its last day.

    Attributes:
        deep: for depth group D and radiofrequency only; it goes before the other.
    """

    first: int
    last: int
    words: str
    basis: Basis
    deep: bool = False

    @property
    def text(self) -> str:
        """The text in the person's language."""
        return _(self.words)


DAY_TEXTS: tuple[DayText, ...] = (
    DayText(
        0,
        0,
        N_(
            "Redness, tightness and pinpoint bleeding are common today. "
            "Keep your hands off, and use only products your clinic agreed."
        ),
        Basis(("S7", "S10")),
    ),
    DayText(
        1,
        1,
        N_(
            "Many people feel as if they had a sunburn today. "
            "Use lukewarm water and plain moisturiser, and stay in the shade."
        ),
        Basis(("S7", "S46")),
    ),
    DayText(
        2,
        2,
        N_(
            "Redness often starts to ease, and skin can feel dry or tight. "
            "Moisturise often, and leave any flakes alone."
        ),
        Basis(("S3", "S7")),
    ),
    DayText(
        2,
        2,
        N_(
            "After deeper or heat-based needling, redness and swelling can still be clear today. "
            "Moisturise often, and rest with your head raised."
        ),
        Basis(("S9", "S45"), judgement=True),
        deep=True,
    ),
    DayText(
        3,
        3,
        N_(
            "Swelling is mostly gone by now, and flaking can start. "
            "Let flakes fall by themselves, and moisturise often."
        ),
        Basis(("S3", "S9")),
    ),
    DayText(
        3,
        3,
        N_(
            "Swelling often eases today, and flaking or dry dots can start. "
            "Let them fall by themselves, and moisturise often."
        ),
        Basis(("S9", "S11")),
        deep=True,
    ),
    DayText(
        4,
        6,
        N_(
            "Flaking is common now, and not everyone gets it. "
            "Moisturise often, and do not pick or scrub."
        ),
        Basis(("document", "S51")),
    ),
    DayText(
        4,
        6,
        N_(
            "Some redness and flaking are still common after deeper or heat-based needling. "
            "Moisturise often, and do not pick or scrub."
        ),
        Basis(("S9", "S45")),
        deep=True,
    ),
    DayText(
        7,
        10,
        N_(
            "For most people, redness and flaking have settled by now. "
            "Bring products back one at a time, once your clinic agrees."
        ),
        Basis(("S1",), judgement=True),
    ),
    DayText(
        7,
        10,
        N_(
            "After deeper treatment, mild redness, flaking or bruising can last to about day 10. "
            "Bring products back one at a time, once your clinic agrees."
        ),
        Basis(("S9",), judgement=True),
        deep=True,
    ),
    DayText(
        11,
        14,
        N_(
            "Little should be left to see or feel by now. "
            "If flaking or redness is still there, log it so this app can compare."
        ),
        JUDGED,
    ),
    DayText(
        15,
        28,
        N_("One entry a week is enough now. Look for lumps, lines and dark patches in good light."),
        Basis(("S14", "S17"), "B", judgement=True),
    ),
    DayText(
        29,
        90,
        N_(
            "Some problems start weeks later, so have a look once a week. "
            "Log any new lump, sore or dark patch."
        ),
        Basis(("S17",), "B", judgement=True),
    ),
)


def day_text(session: Session, day: int) -> DayText | None:
    """Return what is said under a day; nothing before day 0 and after day 90."""
    deep = session.device == "rf" or depth_group(session) is DepthGroup.DEEP
    fitting = [text for text in DAY_TEXTS if text.first <= day <= text.last]
    mine = [text for text in fitting if text.deep == deep] or fitting
    return mine[0] if mine else None
