"""The entries of one session: reading them, and writing only what differs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    literal_column,
    select,
    update,
)

from recovery_tracker.data import history, rows
from recovery_tracker.data.engine import Prepared
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import ENTRY_MOMENTS, ENTRY_TEXTS, moment_text
from recovery_tracker.data.tables import care, entries, ratings, signs
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.i18n import _

_CODES = {ratings: "symptom", signs: "sign", care: "item"}
_VALUES = {ratings: "grade", signs: "present"}
_OWN_COLUMNS = ("date", *ENTRY_TEXTS, *ENTRY_MOMENTS)


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry as it stands in the database."""

    id: int
    hidden: bool
    entry: Entry


def _gathered(table: Table) -> Any:
    """An entry's narrow rows as one JSON value, so that a session is read row by entry."""
    code = table.c[_CODES[table]]
    gathered = (
        func.json_group_object(code, table.c[_VALUES[table]])
        if table in _VALUES
        else func.json_group_array(code)
    )
    found = select(gathered).where(table.c.entry_id == entries.c.id).scalar_subquery()
    return func.json(found)  # JSON, not a text that looks like it


def _whole() -> Select[*tuple[Any, ...]]:
    columns = [entries.c[name] for name in ("stamp", "id", "deleted_at", *_OWN_COLUMNS)]
    codes = func.json_array(*[_gathered(table) for table in _CODES])
    return select(*columns, codes).where(entries.c.session_id == bindparam("session_id"))


_READ_STAMPS = Prepared(
    select(entries.c.stamp, entries.c.date)
    .where(entries.c.session_id == bindparam("session_id"), entries.c.deleted_at.is_(None))
    .order_by(entries.c.date)
)
_READ_ALL = Prepared(_whole())
_READ_ONE = Prepared(_whole().where(entries.c.date == bindparam("date")))
_NEXT_ID = Prepared(
    select(func.coalesce(func.max(entries.c.id), literal_column("0")) + literal_column("1"))
)
_INSERT_COLUMNS = tuple(name for name in entries.c.keys() if name != "stamp")  # noqa: SIM118 - no dict
_NEW_STAMP: dict[str, Any] = {"stamp": func.random()}
_INSERT = Prepared(
    insert(entries).inline().values(_NEW_STAMP | {n: bindparam(n) for n in _INSERT_COLUMNS})
)
_CHANGED_COLUMNS = (*_OWN_COLUMNS, "deleted_at", "undone")
_UPDATE = Prepared(
    update(entries)
    .where(entries.c.id == bindparam("of_id"))
    .values(_NEW_STAMP | {name: bindparam(f"to_{name}") for name in _CHANGED_COLUMNS})
)
_HIDE = Prepared(
    update(entries)
    .where(entries.c.id == bindparam("of_id"))
    .values(deleted_at=bindparam("at"), undone=bindparam("taken_back"))
)
_ADD_CODES = {table: Prepared(insert(table).inline()) for table in _CODES}
_SET_CODES = {table: Prepared(insert(table).prefix_with("OR REPLACE").inline()) for table in _CODES}
_DROP_CODES = {
    table: Prepared(
        delete(table).where(
            table.c.entry_id == bindparam("of_id"), table.c[code] == bindparam("code")
        )
    )
    for table, code in _CODES.items()
}


# What was read before: stamp -> entry. A tap reads its session anew, of which one entry has
# changed; the same stamp always means the same (frozen) entry, in any program and any copy.
_read_before: dict[int, Entry] = {}
_MOST_READ_BEFORE = 2000
_FEW = 3


def _entry(row: Sequence[Any]) -> Entry:
    stamp: int = row[0]
    found = _read_before.get(stamp)
    if found is None:
        if len(_read_before) >= _MOST_READ_BEFORE:
            _read_before.clear()
        found = _read_before[stamp] = rows.entry(*row[3:])
    return found


def read(connection: Connection, session_id: str) -> tuple[Entry, ...]:
    """Read the entries of a session that are not deleted, by date."""
    found = [(row[0], row[1]) for row in _READ_STAMPS.run(connection, session_id=session_id)]
    known = {stamp: _read_before.get(stamp) for stamp, _date in found}
    missing = [date for stamp, date in found if known[stamp] is None]
    with understood():
        if len(missing) > _FEW:
            for row in _READ_ALL.run(connection, session_id=session_id):
                known[row[0]] = _entry(row)
        else:
            for date in missing:
                row = _READ_ONE.run(connection, session_id=session_id, date=date).one()
                known[row[0]] = _entry(row)
    return tuple([entry for stamp, _date in found if (entry := known[stamp])])


def read_one(connection: Connection, session_id: str, date: dt.date) -> Entry | None:
    """Read one entry, unless it is deleted."""
    kept = _kept(connection, session_id, (date,)).get(date)
    return None if kept is None or kept.hidden else kept.entry


def _kept(
    connection: Connection, session_id: str, dates: Sequence[dt.date]
) -> dict[dt.date, _Kept]:
    """Read what is kept for some dates, deleted entries included."""
    if len(dates) == 1:
        found = _READ_ONE.run(connection, session_id=session_id, date=dates[0].isoformat())
    else:
        found = _READ_ALL.run(connection, session_id=session_id)
    with understood():
        kept = [_Kept(row[1], row[2] is not None, _entry(row)) for row in found]
    return {each.entry.date: each for each in kept}


def _codes(entry: Entry) -> dict[Table, Mapping[str, int]]:
    """Return what goes into the narrow tables: code -> value."""
    return {
        ratings: entry.scores,
        signs: dict.fromkeys(entry.signs, 1) | dict.fromkeys(entry.signs_absent, 0),
        care: dict.fromkeys(entry.care, 1),
    }


def write(
    connection: Connection, session_id: str, coming: Iterable[Entry], at: dt.datetime
) -> None:
    """Keep entries of a session that exists; the earlier versions go into the history."""
    by_date = {entry.date: entry for entry in coming}
    kept = _kept(connection, session_id, tuple(by_date))
    _add(connection, session_id, [e for date, e in by_date.items() if date not in kept], at)
    changes = [
        (before, by_date[date])
        for date, before in kept.items()
        if date in by_date and (before.hidden or before.entry != by_date[date])
    ]
    earlier = [(b.entry.date, None if b.hidden else b.entry) for b, _after in changes]
    history.keep_entries(connection, session_id, earlier, at)
    for before, after in changes:
        _replace(connection, before, after)


def _add(connection: Connection, session_id: str, new: Sequence[Entry], at: dt.datetime) -> None:
    if not new:
        return
    first_id = _NEXT_ID.run(connection).scalar_one()
    numbered = list(enumerate(new, first_id))
    _INSERT.run_many(
        connection,
        _INSERT_COLUMNS,
        [(id_, session_id, *rows.entry_row(entry), None, 0) for id_, entry in numbered],
    )
    narrow: dict[Table, list[tuple[Any, ...]]] = {table: [] for table in _CODES}
    for id_, entry in numbered:
        for table, codes in _codes(entry).items():
            narrow[table] += [(id_, code, value) for code, value in codes.items()]
    for table, found in narrow.items():
        _ADD_CODES[table].run_many(connection, _narrow_names(table), found)
    history.keep_new_entries(connection, first_id, at)


def _narrow_names(table: Table) -> tuple[str, ...]:
    return ("entry_id", _CODES[table], _VALUES.get(table, ""))


def _replace(connection: Connection, before: _Kept, after: Entry) -> None:
    columns = zip(_OWN_COLUMNS, rows.entry_row(after), strict=True)
    _UPDATE.run(
        connection,
        of_id=before.id,
        to_deleted_at=None,
        to_undone=0,
        **{f"to_{name}": value for name, value in columns},
    )
    held, wanted = _codes(before.entry), _codes(after)
    for table in _CODES:
        gone = [(before.id, code) for code in held[table].keys() - wanted[table].keys()]
        new = wanted[table].items() - held[table].items()
        _DROP_CODES[table].run_many(connection, ("of_id", "code"), gone)
        _SET_CODES[table].run_many(
            connection, _narrow_names(table), [(before.id, code, value) for code, value in new]
        )


def hide(
    connection: Connection, session_id: str, date: dt.date, at: dt.datetime, *, undone: bool
) -> None:
    """Mark an entry as deleted.

    Raises:
        NotFound: there is none.
    """
    kept = _kept(connection, session_id, (date,)).get(date)
    if kept is None or kept.hidden:
        raise NotFound(_("There is no entry for {date}.").format(date=date))
    history.keep_entries(connection, session_id, [(date, kept.entry)], at)
    _HIDE.run(connection, of_id=kept.id, at=moment_text(at), taken_back=int(undone))
