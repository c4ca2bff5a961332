"""The programs whose tables are read: each is one module and one line in ``IMPORTERS``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Protocol, cast

from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.exchange.foreign_table import ForeignTable
from recovery_tracker.exchange.mapping import Mapping
from recovery_tracker.exchange.readings import Reading
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

_HERE = "recovery_tracker.exchange.importers"


class Module(Protocol):
    """What the module of a program has."""

    def fits(self, table: ForeignTable) -> bool:
        """Tell by its header whether a table is of this program."""
        ...

    def suggest(self, table: ForeignTable) -> Mapping:
        """Say what everything in the table most likely means."""
        ...

    def readings(self, table: ForeignTable, mapping: Mapping) -> Iterator[Reading]:
        """Read the rows one by one."""
        ...


@frozen
class Importer:
    """One program.

    Attributes:
        code: how saved mappings name it.
        name: what it is called, to be translated.
    """

    code: str
    name: str

    @property
    def label(self) -> str:
        """What it is called, in the person's language."""
        return _(self.name)

    @property
    def module(self) -> Module:
        """The module that reads its tables, imported when first needed."""
        return cast("Module", import_module(f"{_HERE}.{self.code}"))


# from the most particular header to any table at all
IMPORTERS: tuple[Importer, ...] = (
    Importer("bearable", N_("Bearable")),
    Importer("daylio", N_("Daylio")),
    Importer("track_and_graph", N_("Track & Graph")),
    Importer("flaredown", N_("Flaredown")),
    Importer("table", N_("Table of another program")),
)


def importer_for(table: ForeignTable) -> Importer:
    """Return whose table it is, by its header; any other table is read as just that."""
    return next(kind for kind in IMPORTERS if kind.module.fits(table))


def importer_named(code: str) -> Importer:
    """Return the program a saved mapping is for.

    Raises:
        InvalidValue: there is none of this name.
    """
    for kind in IMPORTERS:
        if kind.code == code:
            return kind
    raise InvalidValue(
        _("This mapping is for “{name}”, which this program does not know.").format(
            name=quoted(code)
        )
    )
