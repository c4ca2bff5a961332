"""The backups of a diary: what their names say, which are kept, and what is said of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

ALL_FOR_DAYS = 3
ONE_A_DAY_FOR_DAYS = 14
ONE_A_WEEK_FOR_DAYS = 91
MIB = 1024 * 1024

REASONS = {
    "day": N_("by itself"),
    "by-hand": N_("by hand"),
    "before-import": N_("before an import"),
    "before-restore": N_("before a restore"),
    "before-update": N_("before an update of the program"),
    "before-encryption": N_("before a change of the passphrase"),
    "damaged": N_("damaged, set aside"),
}
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(
    rf"(\d{{4}}-\d\d-\d\dT\d{{6}}Z)-({'|'.join(REASONS)})(?:-(\d{{1,3}}))?\.db", re.ASCII
)


@dataclass(frozen=True, slots=True, order=True)
class Backup:
    """One backup, as its name tells of it.

    Attributes:
        moment: when it was made: UTC, whole seconds.
        number: counts those of one second from 1.
        why: a key of :data:`REASONS`.
        size: bytes.
    """

    moment: dt.datetime
    number: int
    why: str
    size: int = 0

    @property
    def name(self) -> str:
        """The name of its file; names sort as moments do."""
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{self.moment.strftime(_STAMP)}-{self.why}{number}.db"

    @property
    def reason(self) -> str:
        """Why it was made, in the person's language."""
        return _(REASONS[self.why])


def named(name: str, size: int = 0) -> Backup | None:
    """Read the name of a file; ``None`` where it is not the name of a backup."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    try:
        moment = dt.datetime.strptime(found[1], _STAMP).replace(tzinfo=dt.UTC)
    except ValueError:  # the 31st of February
        return None
    backup = Backup(moment, int(found[3] or 1), found[2], size)
    return backup if backup.name == name else None


def next_backup(now: dt.datetime, why: str, there: Iterable[str] = ()) -> Backup:
    """Return how a backup made now is to be called, beside the names that are there."""
    moment = now.astimezone(dt.UTC).replace(microsecond=0)
    taken, number = set(there), 1
    while Backup(moment, number, why).name in taken:
        number += 1
    return Backup(moment, number, why)


def to_thin(
    backups: Sequence[Backup],
    now: dt.datetime,
    limit: int,
    *,
    spared: Iterable[Backup] = (),
) -> tuple[Backup, ...]:
    """Return the backups that are not to be kept, oldest first.

    Kept are all of :data:`ALL_FOR_DAYS`, the last of each day for two weeks, the last of each
    week for three months, the last of each month for ever. What is dated after ``now`` is kept,
    so that a clock that was set back does no harm. Where the rest takes more than the limit, the
    oldest go; the newest stays whatever its size.

    Args:
        backups: all there are.
        now: the present moment with its zone, which says what a day is.
        limit: bytes all may take together.
        spared: those that stay in any case, such as the one just made.
    """
    ordered = sorted(backups)
    if not ordered:
        return ()
    firm = {ordered[-1], *spared}
    kept = _kept_by_age(ordered, now) | firm
    total = sum(backup.size for backup in kept)
    for backup in sorted(kept - firm):
        if total <= limit:
            break
        kept.discard(backup)
        total -= backup.size
    return tuple(backup for backup in ordered if backup not in kept)


def _kept_by_age(ordered: Sequence[Backup], now: dt.datetime) -> set[Backup]:
    zone = now.tzinfo
    today = now.date()
    dates = {backup: backup.moment.astimezone(zone).date() for backup in ordered}

    def last_of(period: Callable[[dt.date], Hashable], days: int | None) -> set[Backup]:
        last = {period(dates[backup]): backup for backup in ordered}
        return {
            backup
            for backup in last.values()
            if days is None or (today - dates[backup]).days < days
        }

    recent = {b for b in ordered if (today - dates[b]).days < ALL_FOR_DAYS}
    return (
        recent
        | last_of(lambda date: date, ONE_A_DAY_FOR_DAYS)
        | last_of(lambda date: date.isocalendar()[:2], ONE_A_WEEK_FOR_DAYS)
        | last_of(lambda date: (date.year, date.month), None)
    )


@frozen
class SecondPlace:
    """How the second place stands.

    Attributes:
        folder: as the person named it.
        there: whether it can be reached now.
        written: when a backup was last written there.
        trouble: why not, in words; empty = none.
    """

    folder: str
    there: bool
    written: dt.datetime | None = None
    trouble: str = ""


@frozen
class Standing:
    """How the backups of a diary stand.

    Attributes:
        folder: where they are.
        chosen: whether the person chose that folder.
        last: the newest, which was opened and checked when it was written.
        count: how many there are; ``size``: the bytes they take; ``limit``: those they may.
        trouble: why the latest could not be written, in words; empty = none.
    """

    folder: str
    chosen: bool
    last: Backup | None
    count: int
    size: int
    limit: int
    second: SecondPlace | None = None
    trouble: str = ""
