"""What was read of a damaged diary and what was not, in numbers and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from dataclasses import dataclass, field

from recovery_tracker.i18n import N_, _, ngettext

_COUNTED = {
    "sessions": (N_("{n} session"), N_("{n} sessions")),
    "entries": (N_("{n} entry"), N_("{n} entries")),
    "ratings": (N_("{n} rating"), N_("{n} ratings")),
    "photos": (N_("{n} photo"), N_("{n} photos")),
    "entry_versions": (N_("{n} earlier version"), N_("{n} earlier versions")),
}
_KINDS = {
    "profile": N_("facts about you"),
    "own_items": N_("symptoms and care items of your own"),
    "sessions": N_("sessions"),
    "entries": N_("entries"),
    "ratings": N_("ratings"),
    "signs": N_("signs"),
    "care": N_("care items of days"),
    "acts": N_("acts on warnings"),
    "shown": N_("warnings that were shown"),
    "photos": N_("photos"),
    "pictures": N_("pictures"),
    "entry_versions": N_("earlier versions of entries"),
    "session_versions": N_("earlier versions of sessions"),
    "profile_versions": N_("earlier versions of what you said of yourself"),
}


@dataclass
class Harvest:
    """What was read so far, and what was not.

    Attributes:
        counts: how many rows of each table, or codes of each kind, are kept.
        refused: how many could not be kept, or not as a whole.
        torn: the tables of which nobody knows whether all was read.
        stand_ins: the dates of sessions that were made for entries without one.
    """

    counts: Counter[str] = field(default_factory=Counter[str])
    refused: Counter[str] = field(default_factory=Counter[str])
    torn: set[str] = field(default_factory=set[str])
    stand_ins: list[str] = field(default_factory=list[str])

    def read_in_words(self) -> str:
        """Return a sentence that counts what was read."""
        parts = [
            ngettext(one, many, self.counts[name]).format(n=self.counts[name])
            for name, (one, many) in _COUNTED.items()
            if self.counts[name]
        ]
        return _("Read: {what}.").format(what=", ".join(parts))

    def lost_in_words(self) -> Generator[str]:
        """Yield a sentence for each kind of thing that was not read, or not as a whole."""
        for day in self.stand_ins:
            yield _(
                "A session could not be read itself. Its entries are kept with the date {date}; "
                "check that date."
            ).format(date=day)
        for name in sorted(self.torn | {name for name, lost in self.refused.items() if lost}):
            what = _(_KINDS[name])
            if name in self.torn:
                yield _("Not all {what} could be read.").format(what=what)
            if lost := self.refused[name]:
                yield _("{n} of the {what} were damaged or belong to nothing.").format(
                    n=lost, what=what
                )
