"""Files in and out: every format is one module and one line in ``FORMATS``."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from recovery_tracker.domain.errors import Refused
from recovery_tracker.exchange.format import Format, Options, Parsed, Unreadable
from recovery_tracker.i18n import N_, _

__all__ = ["FORMATS", "Format", "Options", "Parsed", "Unreadable", "format_for", "read_log"]

_HERE = "recovery_tracker.exchange"
_DAYS = frozenset({"days"})
_FACTS = _DAYS | {"texts", "private_notes"}
_ALL = _FACTS | {
    "profile", "treatment", "items", "photos", "pictures", "acts", "empty_sessions",
}  # fmt: skip

FORMATS: tuple[Format, ...] = (
    Format(".json", N_("Recovery log, complete"), f"{_HERE}.json_log", True, _ALL),
    Format(".zip", N_("Everything, with photos"), f"{_HERE}.zip_log", True, _ALL, True),
    Format(".csv", N_("Table, one row a day"), f"{_HERE}.csv_daily", True, _DAYS),
    Format(".long.csv", N_("Table, one row a fact"), f"{_HERE}.csv_long", True, _FACTS),
    Format(".fhir.json", N_("For a clinic’s system (FHIR)"), f"{_HERE}.fhir"),
)


def format_for(path: Path) -> Format:
    """Return the format a file's name asks for; of two that fit, the one with the longer suffix.

    Raises:
        Refused: no format has this suffix; the sentence lists those there are.
    """
    name = path.name.lower()
    fitting = [kind for kind in FORMATS if name.endswith(kind.suffix)]
    if not fitting:
        raise Refused(
            _("“{name}” does not say its kind. Use a name that ends in one of: {suffixes}.").format(
                name=path.name, suffixes=", ".join(kind.suffix for kind in FORMATS)
            )
        )
    return max(fitting, key=lambda kind: len(kind.suffix))


def read_log(path: Path, today: dt.date) -> Parsed:
    """Read a file that a person brings, as of today.

    Raises:
        Refused: its suffix is not known, or the program only writes such files.
        Unreadable: something in it cannot be kept; the sentence says what, and in which line.
        StorageProblem: it cannot be read from disk.
    """
    return format_for(path).read(path, today)
