"""The usual course after a session: typical grade and upper bound for symptom, day, depth and skin.

The table and the modifiers are clinical.md 3.2 and 3.3. How long the course lasts is evidence;
most grades are judgement, and :func:`basis` tells the two apart cell by cell.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.usual_table import EVIDENCE, TABLE, DepthGroup
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

SHALLOW_UP_TO_MM = 0.5
DEEP_FROM_MM = 2.0


@frozen
class UsualRange:
    """What is usual for one symptom on one day.

    Attributes:
        typical: the grade in the middle of the pack, 0 to 2; 0 does not mean "nobody".
        upper: the highest usual grade, 0 to 3; above it is not a warning by itself.
    """

    typical: int
    upper: int


@frozen
class Basis:
    """What a range rests on.

    Attributes:
        expected: evidence that the symptom is expected on this day; else judgement.
        grade: evidence for its grade, too; else judgement.
        sources: ids of clinical.md 8 behind the evidence; empty for judgement alone.
        modifiers: codes of the modifiers that changed the cell (all judgement but RF days 1-3).
    """

    expected: bool
    grade: bool
    sources: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()


_LAST_DAILY, _WEEKLY = 14, (21, 28)
SYMPTOMS_WITH_RANGE: tuple[str, ...] = tuple(TABLE)


@frozen
class Change:
    """What a modifier does to some symptoms on some days.

    Attributes:
        first, last: its days since the session, both included.
        typical: what it adds to the typical grade.
        upper_at_least: the grade under which the upper bound no longer lies.
    """

    symptoms: tuple[str, ...]
    first: int
    last: int
    typical: int = 0
    upper_at_least: int = 0

    def holds(self, symptom: str, day: int) -> bool:
        """Tell whether it changes a symptom on a day."""
        return symptom in self.symptoms and self.first <= day <= self.last


@frozen
class Modifier:
    """One row of clinical.md 3.3: for whom it holds, and what it changes.

    Attributes:
        code: its name in files and reports.
        name: what it is called within a sentence, to be translated.
        holds: whether it applies to a session of a patient.
        sources: where it is more than judgement.
    """

    code: str
    name: str
    holds: Callable[[Profile, Session], bool]
    changes: tuple[Change, ...]
    sources: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The name in the person's language, as it stands within a sentence."""
        return _(self.name)


_PEELING = ("flaking", "dryness")
_DRIER = (
    Change(_PEELING, 2, 5, typical=1),
    Change(_PEELING, 1, 5, upper_at_least=2),
    Change(_PEELING, 6, 7, upper_at_least=1),
)
_TOUCHIER = Change(("redness", "itching", "burning"), 1, 3, upper_at_least=2)

MODIFIERS: tuple[Modifier, ...] = (
    Modifier("dry", N_("dry skin"), lambda who, _s: who.skin_type == "dry", _DRIER),
    Modifier(
        "sensitive", N_("sensitive skin"), lambda who, _s: bool(who.sensitive), (*_DRIER, _TOUCHIER)
    ),
    Modifier(
        "eczema",
        N_("eczema"),
        lambda who, _s: "eczema" in who.skin_conditions,
        (*_DRIER, _TOUCHIER),
    ),
    Modifier(
        "oily",
        N_("oily skin"),
        lambda who, session: (
            who.skin_type == "oily" and not who.sensitive and not session.aggressive
        ),
        (Change(_PEELING, 0, 28, typical=-1),),
    ),
    Modifier(
        "rosacea",
        N_("rosacea"),
        lambda who, _s: "rosacea" in who.skin_conditions,
        (
            Change(("redness",), 1, 5, upper_at_least=2),
            Change(("redness",), 6, 7, upper_at_least=1),
        ),
    ),
    Modifier(
        "rf",
        N_("radiofrequency"),
        lambda _p, session: session.device == "rf",
        (Change(("redness", "swelling"), 1, 3, upper_at_least=2),),
        sources=("S45",),
    ),
)


def depth_group(session: Session) -> DepthGroup:
    """Tell a session's depth group: unknown is medium, aggressive one deeper, RF medium or more."""
    depth = session.needle_depth_mm
    if depth is None:
        group = DepthGroup.MEDIUM
    elif depth <= SHALLOW_UP_TO_MM:
        group = DepthGroup.SHALLOW
    else:
        group = DepthGroup.DEEP if depth >= DEEP_FROM_MM else DepthGroup.MEDIUM
    if session.aggressive:
        group = group.deeper
    if session.device == "rf" and group is DepthGroup.SHALLOW:
        group = DepthGroup.MEDIUM
    return group


def modifiers_of(session: Session, profile: Profile) -> tuple[Modifier, ...]:
    """Return the modifiers that hold for a session of a patient, in catalogue order."""
    return tuple(modifier for modifier in MODIFIERS if modifier.holds(profile, session))


def folded(day: int) -> int | None:
    """Return the day whose column counts: 15-20 use 14, 22-27 use 21, after 28 uses 28.

    Days before the session have none.
    """
    if day < 0:
        return None
    if day <= _LAST_DAILY:
        return day
    return max(column for column in (_LAST_DAILY, *_WEEKLY) if column <= day)


class Course:
    """The usual course of one session of one patient; made once, asked often."""

    def __init__(self, group: DepthGroup, modifiers: tuple[Modifier, ...] = ()) -> None:
        self.group = group
        self.modifiers = modifiers
        cells = {
            (symptom, column): _modified(_cell(symptom, group, column), symptom, column, modifiers)
            for symptom in TABLE
            for column in (*range(_LAST_DAILY + 1), *_WEEKLY)
        }
        self._cells = {
            (symptom, day): cells[symptom, folded(day) or 0]
            for symptom in TABLE
            for day in range(_WEEKLY[-1] + 1)
        }

    def range(self, symptom: str, day: int) -> UsualRange | None:
        """Return the range, or ``None`` before day 0 and for a symptom without one."""
        return self._cells.get((symptom, min(day, _WEEKLY[-1])))

    def peak(self, symptom: str) -> int:
        """Return the highest upper bound of the whole course; 0 for a symptom without one."""
        return max(
            (cell.upper for (code, _day), cell in self._cells.items() if code == symptom), default=0
        )


def _cell(symptom: str, group: DepthGroup, day: int) -> UsualRange:
    cells = TABLE[symptom][group].split()
    if day >= len(cells):
        return UsualRange(0, 0)
    typical, upper = cells[day].split("/")
    return UsualRange(int(typical), int(upper))


def _modified(
    cell: UsualRange, symptom: str, day: int, modifiers: tuple[Modifier, ...]
) -> UsualRange:
    changes = [c for m in modifiers for c in m.changes if c.holds(symptom, day)]
    upper = max((cell.upper, *(change.upper_at_least for change in changes)))
    shifts = [change.typical for change in changes if change.typical]
    # the same shift from two modifiers counts once, and a raise beats a lowering
    shift = max(shifts, default=0)
    return UsualRange(max(0, min(cell.typical + shift, 2, upper)), upper)


@lru_cache(maxsize=256)
def _course(group: DepthGroup, modifiers: tuple[Modifier, ...]) -> Course:
    return Course(group, modifiers)


def course(session: Session, profile: Profile) -> Course:
    """Return the usual course of a session of a patient, with every modifier."""
    return _course(depth_group(session), modifiers_of(session, profile))


def table_course(session: Session) -> Course:
    """Return the usual course by depth alone: what clinical.md calls the table bound."""
    return _course(depth_group(session), ())


def usual(symptom: str, day: int, session: Session, profile: Profile) -> UsualRange | None:
    """Return what is usual for a symptom on a day, in grades 0 to 4.

    ``None`` before day 0 and for a symptom of the patient's own.
    """
    return course(session, profile).range(symptom, day)


def table_usual(symptom: str, day: int, session: Session) -> UsualRange | None:
    """Return what is usual by depth alone, without modifiers."""
    return table_course(session).range(symptom, day)


def basis(symptom: str, day: int, session: Session, profile: Profile) -> Basis | None:
    """Tell what the range of a symptom on a day rests on; ``None`` where there is no range."""
    mine = course(session, profile)
    own = mine.range(symptom, day)
    if own is None:
        return None
    evidence = EVIDENCE[symptom]
    last = evidence.last
    if mine.group is DepthGroup.DEEP and evidence.last_if_deep is not None:
        last = evidence.last_if_deep
    expected = evidence.first <= day <= last
    changed = tuple(
        modifier
        for modifier in mine.modifiers
        if any(change.holds(symptom, day) for change in modifier.changes)
        and own != table_usual(symptom, day, session)
    )
    sources = evidence.sources if expected else ()
    return Basis(
        expected=expected,
        grade=expected and evidence.grade and not changed,
        sources=(*sources, *(s for m in changed for s in m.sources if s not in sources)),
        modifiers=tuple(modifier.code for modifier in changed),
    )
