"""The sample diary: bundled, in the program's language, its newest session on day 4 today.

Its photos are drawn (``tools/sample_photos.py``); their names say day and view.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.recovery import Act, Log, Photo, Recovery
from recovery_tracker.exchange import json_log
from recovery_tracker.exchange.thumbnail import Incoming
from recovery_tracker.i18n import N_, _
from recovery_tracker.journal import Journal
from recovery_tracker.resources import resource

SHOWN_DAY = 4
_ANY_LATER_DAY = dt.date(2100, 1, 1)
# what its person wrote, which is said in the language of the program
WRITTEN = (
    N_("Cheeks feel tight since last night."),
    N_("Drove home with the window open."),
    N_("Hyaluronic serum"),
    N_("Less burning. Slept well."),
    N_("Lidocaine cream"),
    N_("Like a strong sunburn."),
    N_("Much easier than last time."),
    N_("Richer moisturiser twice a day, no serum for a week."),
    N_("Still flaking around the nose."),
    N_("Tight in the evening, like after a day in the sun."),
    N_("When can I use my vitamin C serum again?"),
)


def sample_log(today: dt.date) -> Log:
    """Return the sample diary with its newest session's day 4 on ``today``."""
    log = json_log.read(resource("sample", "sample.json"), _ANY_LATER_DAY).log
    newest = log.recoveries[-1].session.date
    by = today - (newest + dt.timedelta(days=SHOWN_DAY))
    appointment = log.profile.appointment
    return replace(
        log,
        profile=replace(
            log.profile,
            appointment=appointment and appointment + by,
            questions=_(log.profile.questions),
        ),
        recoveries=tuple(_moved(recovery, by) for recovery in log.recoveries),
    )


def is_of_another_day(journal: Journal) -> bool:
    """Tell whether a sample diary was made on another day; it is then better made anew."""
    sessions = journal.snapshot().sessions
    return bool(sessions) and sessions[-1].day_of(journal.today) != SHOWN_DAY


def fill(journal: Journal) -> None:
    """Bring the sample into an empty diary; what a person did to it before stays."""
    if not journal.snapshot().sessions:
        log = sample_log(journal.today)
        pictures = _pictures(log.recoveries[-1].session.date)
        incoming = Incoming({photo.sha256: data for photo, data in pictures})
        with_photos = replace(log.recoveries[-1], photos=tuple(photo for photo, _data in pictures))
        recoveries = (*log.recoveries[:-1], with_photos)
        journal.merge(replace(log, recoveries=recoveries), pictures=incoming.picture)


def _pictures(day_0: dt.date) -> list[tuple[Photo, bytes]]:
    """The bundled photos, of the session that began on a day."""
    found: list[tuple[Photo, bytes]] = []
    for file in sorted(resource("sample", "photos").glob("*.jpg")):
        day, view = file.stem.split("-")
        data = file.read_bytes()
        date = day_0 + dt.timedelta(days=int(day))
        found.append((Photo(date, view, hashlib.sha256(data).hexdigest()), data))
    return found


def _moved(recovery: Recovery, by: dt.timedelta) -> Recovery:
    return replace(
        recovery,
        session=replace(
            recovery.session,
            date=recovery.session.date + by,
            products=tuple(_(product) for product in recovery.session.products),
            numbing_cream=_(recovery.session.numbing_cream),
        ),
        entries=tuple(_moved_entry(entry, by) for entry in recovery.entries),
        acts=tuple(_moved_act(act, by) for act in recovery.acts),
    )


def _moved_entry(entry: Entry, by: dt.timedelta) -> Entry:
    return replace(
        entry,
        date=entry.date + by,
        notes=_(entry.notes),
        advice_received=_(entry.advice_received),
        entered_at=entry.entered_at and entry.entered_at + by,
        changed_at=entry.changed_at and entry.changed_at + by,
        done_at=entry.done_at and entry.done_at + by,
    )


def _moved_act(act: Act, by: dt.timedelta) -> Act:
    return replace(act, date=act.date + by, at=act.at and act.at + by)
