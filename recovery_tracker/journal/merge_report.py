"""What an import did, or would do, in numbers and sentences."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from recovery_tracker.i18n import _, ngettext

Fate = Literal["added", "changed", "same", "kept", "deleted"]
"""What becomes of an entry: ``kept`` is the one here, ``deleted`` was and stays so."""


@dataclass(slots=True)
class MergeReport:
    """What an import did, or would do.

    Attributes:
        photos_added: photos that were not known here, with or without their picture.
        pictures_added: photos whose picture came with the file and was not here.
        fates: what becomes of each entry, by its session's id in what came, and its date.
        notices: one sentence for each thing the person should know.
    """

    sessions_added: int = 0
    entries_added: int = 0
    entries_changed: int = 0
    entries_same: int = 0
    entries_kept: int = 0
    photos_added: int = 0
    pictures_added: int = 0
    fates: dict[str, dict[dt.date, Fate]] = field(default_factory=dict[str, dict[dt.date, Fate]])
    notices: list[str] = field(default_factory=list[str])
    changed: bool = False

    def count(self, session_id: str, fates: dict[dt.date, Fate]) -> None:
        """Note what becomes of entries that came with a session."""
        self.fates.setdefault(session_id, {}).update(fates)
        each = Counter(fates.values())
        self.entries_added += each["added"]
        self.entries_changed += each["changed"]
        self.entries_same += each["same"]
        self.entries_kept += each["kept"]

    def summary(self) -> str:
        """Say in one sentence what was brought in."""
        added = ngettext("{n} entry added", "{n} entries added", self.entries_added)
        sessions = ngettext("{n} session", "{n} sessions", self.sessions_added)
        parts = [
            added.format(n=self.entries_added),
            _("{n} changed").format(n=self.entries_changed),
            _("{n} the same as before").format(n=self.entries_same),
            _("{n} left as they were").format(n=self.entries_kept),
        ]
        if self.photos_added:
            photos = ngettext("{n} photo added", "{n} photos added", self.photos_added)
            parts.append(photos.format(n=self.photos_added))
        return _("{sessions} added; {parts}.").format(
            sessions=sessions.format(n=self.sessions_added), parts=", ".join(parts)
        )
