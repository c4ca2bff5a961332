"""How the backups stand, in words."""

from __future__ import annotations

import datetime as dt
from pathlib import PurePath

from recovery_tracker.domain.backups import Backup, SecondPlace, Standing
from recovery_tracker.domain.wording import with_mark
from recovery_tracker.i18n import N_, _, ngettext
from recovery_tracker.ui import dates

_STEPS = ((1024**3, N_("GB")), (1024**2, N_("MB")), (1024, N_("KB")))


def size_words(size: int) -> str:
    """Write bytes as "38 MB"."""
    for step, unit in _STEPS:
        if size >= step:
            number = size / step
            digits = f"{number:.0f}" if number >= 10 else with_mark(f"{number:.1f}")
            return f"{digits} {_(unit)}"
    return _("{n} bytes").format(n=size)


def moment_words(moment: dt.datetime, zone: dt.tzinfo | None) -> str:
    """Write a moment as "Wednesday 18 November, 07:58" where the person is."""
    local = moment.astimezone(zone)
    return _("{date}, {time}").format(date=dates.with_weekday(local.date()), time=f"{local:%H:%M}")


def backup_words(backup: Backup, zone: dt.tzinfo | None) -> str:
    """Write a backup as "18 Nov 2026, 07:58, before an import, 38 MB"."""
    local = backup.moment.astimezone(zone)
    return _("{date}, {time}").format(
        date=dates.short_with_year(local.date()), time=f"{local:%H:%M}"
    )


def last_words(standing: Standing, zone: dt.tzinfo | None) -> str:
    """Say which is the last good one."""
    if standing.last is None:
        return _("No backup yet")
    return _("Last good backup: {moment}").format(moment=moment_words(standing.last.moment, zone))


def about_words(standing: Standing, *, locked: bool) -> str:
    """Say what is known of the last one, and when the next comes."""
    if standing.last is None:
        return _("The first one comes by itself, on the day after your first entry.")
    size = size_words(standing.last.size)
    checked = (
        _("Checked after writing. {size}, locked with your passphrase.")
        if locked
        else _("Checked after writing. {size}.")
    ).format(size=size)
    following = _("Next: by itself, after a day with changes.")
    return f"{checked} {following}"


def all_words(standing: Standing) -> str:
    """Say how many there are and what they take."""
    count = ngettext("{n} backup", "{n} backups", standing.count).format(n=standing.count)
    return _("{count}, {size} of {limit}. Over it, the oldest go; the newest stays.").format(
        count=count, size=size_words(standing.size), limit=size_words(standing.limit)
    )


def place_words(standing: Standing) -> str:
    """Say where they are."""
    if standing.chosen:
        return standing.folder
    return _("In the data folder: {folder}").format(folder=PurePath(standing.folder).name)


def second_words(second: SecondPlace | None, zone: dt.tzinfo | None) -> str:
    """Say how the second place stands; that it is not there is no trouble."""
    if second is None:
        return _("None. A stick or another disk keeps your diary if this computer fails.")
    if second.trouble and second.there:
        return second.trouble
    written = (
        _("written {moment}").format(moment=moment_words(second.written, zone))
        if second.written
        else _("not written yet")
    )
    there = "" if second.there else _("Not there now; it catches up when it is back.")
    return (
        _("{folder}: {written}. {there}")
        .format(folder=second.folder, written=written, there=there)
        .strip()
    )
