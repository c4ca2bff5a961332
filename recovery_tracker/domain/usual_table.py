"""The numbers of the usual course (clinical.md 3.2), and for which days there is evidence."""

from __future__ import annotations

from enum import Enum

from recovery_tracker.values import frozen


class DepthGroup(Enum):
    """How deep a session went, as far as the usual course tells depths apart."""

    SHALLOW = "S"  # up to 0.5 mm
    MEDIUM = "M"  # between 0.5 and 2.0 mm, or not stated
    DEEP = "D"  # 2.0 mm and more

    @property
    def deeper(self) -> DepthGroup:
        """The next group down; the deepest stays."""
        return DepthGroup.MEDIUM if self is DepthGroup.SHALLOW else DepthGroup.DEEP


# typical/upper for days 0, 1, 2 ...; what is not written is 0/0, to day 14 and on days 21 and 28
TABLE = {
    "redness": {
        DepthGroup.SHALLOW: "2/3 1/2 1/2 0/1 0/1 0/1",
        DepthGroup.MEDIUM: "2/3 2/2 1/2 1/2 0/2 0/1 0/1 0/1",
        DepthGroup.DEEP: "2/3 2/2 2/2 1/2 1/2 1/2 0/1 0/1 0/1 0/1 0/1",
    },
    "swelling": {
        DepthGroup.SHALLOW: "1/1 0/1 0/1",
        DepthGroup.MEDIUM: "1/2 1/2 0/1 0/1",
        DepthGroup.DEEP: "2/2 1/2 1/2 0/1 0/1",
    },
    "flaking": {
        DepthGroup.SHALLOW: "0/0 0/1 1/1 1/1 0/1 0/1 0/1",
        DepthGroup.MEDIUM: "0/0 0/1 1/2 1/2 1/2 1/2 0/1 0/1",
        DepthGroup.DEEP: "0/0 0/1 1/2 1/2 1/2 1/2 1/2 0/1 0/1 0/1",
    },
    "dryness": {
        DepthGroup.SHALLOW: "1/1 1/2 1/2 1/1 0/1 0/1 0/1",
        DepthGroup.MEDIUM: "1/2 1/2 1/2 1/2 1/2 0/1 0/1 0/1",
        DepthGroup.DEEP: "1/2 2/2 2/2 1/2 1/2 1/2 0/2 0/1 0/1 0/1 0/1",
    },
    "itching": {
        DepthGroup.SHALLOW: "0/1 0/1 0/1 0/1 0/1",
        DepthGroup.MEDIUM: "0/1 1/1 1/2 1/2 0/1 0/1 0/1 0/1",
        DepthGroup.DEEP: "0/1 1/2 1/2 1/2 1/2 0/1 0/1 0/1 0/1 0/1",
    },
    "pain": {
        DepthGroup.SHALLOW: "1/2 0/1 0/1",
        DepthGroup.MEDIUM: "1/2 1/2 0/1 0/1",
        DepthGroup.DEEP: "2/3 1/2 1/2 0/1 0/1",
    },
    "burning": {
        DepthGroup.SHALLOW: "1/2 0/1 0/1",
        DepthGroup.MEDIUM: "1/2 1/2 0/1 0/1",
        DepthGroup.DEEP: "2/3 1/2 1/2 0/1 0/1 0/1",
    },
    "bruising": {
        DepthGroup.SHALLOW: "0/1 0/1 0/1 0/1 0/1",
        DepthGroup.MEDIUM: "0/1 0/2 0/2 0/2 0/1 0/1 0/1 0/1",
        DepthGroup.DEEP: "1/2 1/2 1/2 1/2 1/2 0/2 0/1 0/1 0/1 0/1 0/1",
    },
    "bleeding": {
        DepthGroup.SHALLOW: "0/1",
        DepthGroup.MEDIUM: "1/2",
        DepthGroup.DEEP: "1/2 0/1",
    },
}


@frozen
class EvidenceDays:
    """For which days the literature says a symptom is expected ("basis" of the table)."""

    first: int
    last: int
    sources: tuple[str, ...]
    last_if_deep: int | None = None
    grade: bool = False


EVIDENCE = {
    "redness": EvidenceDays(0, 3, ("S3", "S6", "S7", "S8", "S9", "S10", "S13"), 7, grade=True),
    "swelling": EvidenceDays(0, 3, ("S3", "S6", "S9", "S10")),
    "flaking": EvidenceDays(2, 7, ("document", "S1", "S3", "S51")),
    "dryness": EvidenceDays(0, 7, ("S1", "S4", "S5", "S45")),
    "itching": EvidenceDays(0, -1, ("S46",)),  # listed as expected; when is judgement
    "pain": EvidenceDays(0, 2, ("S6", "S8")),
    "burning": EvidenceDays(0, 2, ("S8",)),
    "bruising": EvidenceDays(0, 10, ("S9", "S52")),
    "bleeding": EvidenceDays(0, 0, ("S7", "S10")),
}
