"""Another program's table brought in: recognised, mapped, previewed; nothing dropped silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from recovery_tracker.domain.errors import InvalidValue, NotFound, Refused
from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange.account import Preview
from recovery_tracker.exchange.accounting import Accounting
from recovery_tracker.exchange.csv_table import is_ours
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign_dates import ORDERS
from recovery_tracker.exchange.foreign_table import ForeignTable, open_table
from recovery_tracker.exchange.foreign_values import read_scale
from recovery_tracker.exchange.importers import importer_for, importer_named
from recovery_tracker.exchange.mapping import LEAVE, Mapping
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

SUFFIXES = (".csv", ".tsv", ".txt")


def foreign_table(path: Path, mapping: Mapping | None = None) -> ForeignTable | None:
    """Open a file as another program's table; ``None`` if it is no table, or one of our own.

    Raises:
        Unreadable: it is a table by its name, but cannot be read.
        StorageProblem: it cannot be read from disk.
    """
    if mapping is None and (not path.name.lower().endswith(SUFFIXES) or is_ours(path)):
        return None
    return open_table(path, mapping.delimiter if mapping else "")


def suggest(table: ForeignTable) -> Mapping:
    """Say how a table is most likely to be read: whose it is, and what its names mean."""
    return importer_for(table).module.suggest(table)


def preview(table: ForeignTable, here: Here, mapping: Mapping | None = None) -> Preview:
    """Say what an import would bring; what a mapping does not say is suggested.

    Several readings of one day become one entry: the worst grade, a sign that was there at any
    time, all texts with their times.

    Raises:
        InvalidValue: the mapping is for a program that is not known.
    """
    kind = importer_named(mapping.source) if mapping else importer_for(table)
    suggested = kind.module.suggest(table)
    used = mapping.over(suggested) if mapping else suggested
    return Accounting(table, used, here, kind.label).preview(kind.module.readings(table, used))


ALL_SESSIONS = "all"


def answered(
    table: ForeignTable,
    saved: Mapping | None,
    *,
    date_order: str = "",
    scale: str = "",
    leave_out: Sequence[str] = (),
) -> Mapping:
    """Return a mapping with a person's answers to its questions; the saved one, or the suggested.

    Args:
        table: the table it is for.
        saved: a saved mapping, if one was named.
        date_order: ``dmy``, ``mdy`` or ``ymd``; empty = not said.
        scale: such as ``0-10``; empty = not said.
        leave_out: names that have no place in the diary.

    Raises:
        InvalidValue: an answer is none.
        NotFound: the table has nothing of a name that is to be left out.
    """
    mapping = saved or suggest(table)
    if date_order:
        order = next((known for known in ORDERS if known == date_order.casefold()), None)
        if order is None:
            raise InvalidValue(
                _("“{text}” is no order of a date. Use one of: {orders}.").format(
                    text=quoted(date_order), orders=", ".join(ORDERS)
                )
            )
        mapping = replace(mapping, date_order=order)
    if scale:
        mapping = replace(mapping, scale=read_scale(scale))
    known = {*suggest(table).meanings, *mapping.meanings}
    for name in leave_out:
        if name.casefold() not in known:
            raise NotFound(
                _("The file has nothing called “{name}” to leave out.").format(name=quoted(name))
            )
        mapping = replace(mapping, meanings={**mapping.meanings, name: LEAVE})
    return mapping


def chosen_sessions(
    sessions: Sequence[Session], chosen: Iterable[Session], *, every: bool = False
) -> tuple[Session, ...]:
    """Return the sessions the days of an import may belong to.

    The only one there is, or those that were chosen. Each day belongs to the latest of them
    before it, or to the baseline of the first.

    Raises:
        Refused: there are several and none was chosen, or two of them have the same date.
    """
    found = tuple(sessions) if every else tuple(dict.fromkeys(chosen))
    if not found:
        if len(sessions) > 1:
            raise Refused(
                _(
                    "To which session do the days belong? Say it with --session DATE, once for "
                    "each, or --session all, or in the window."
                )
            )
        return tuple(sessions)
    dates = [session.date for session in found]
    twice = next((date for date in dates if dates.count(date) > 1), None)
    if twice is not None:
        raise Refused(
            _("Two of the sessions have the date {date}. Name the one that is meant.").format(
                date=twice
            )
        )
    return found
