"""The sources that texts, ranges and rules cite, by the ids of clinical.md 8.

Most papers were read as abstracts; "via" means seen through another site. Titles and places are
not translated.
"""

from __future__ import annotations

import csv
from functools import cache

from recovery_tracker.resources import resource
from recovery_tracker.values import frozen


@frozen
class Source:
    """One source.

    Attributes:
        id: such as ``S1``.
        title: what it is; ``place``: where it was found.
        sure: ``A`` regulator, health service, guideline or systematic review; ``B`` primary
            study, case report, expert paper; ``C`` clinic, maker or consumer page.
    """

    id: str
    title: str
    place: str
    sure: str


@cache
def sources() -> tuple[Source, ...]:
    """Read the list, once."""
    with resource("guidance", "sources.tsv").open(encoding="utf-8", newline="") as file:
        return tuple(Source(**row) for row in csv.DictReader(file, delimiter="\t"))
