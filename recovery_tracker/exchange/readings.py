"""What one row of another program's table says, before it is known what it means here."""

from __future__ import annotations

from recovery_tracker.values import frozen


@frozen
class Fact:
    """One thing a row says.

    Attributes:
        name: what it is about, as the other program calls it.
        value: what it says of it.
        places: the cells it stands in.
        comment: words that belong to it, such as a label; kept where the fact is.
        plain: whether its value is a note of its own, kept without its name.
    """

    name: str
    value: str
    places: tuple[int, ...]
    comment: str = ""
    plain: bool = False


@frozen
class Reading:
    """One row.

    Attributes:
        line: where it begins in the file, counted from 1.
        cells: the row as it came.
        date: its date, as it is written there; it may say the time, too.
        time: the time of day, as it is written there.
        when: the cells that say when.
        repeated: cells that say again what another one says, such as the weekday.
    """

    line: int
    cells: tuple[str, ...]
    date: str
    time: str
    when: tuple[int, ...]
    facts: tuple[Fact, ...]
    repeated: tuple[int, ...] = ()
