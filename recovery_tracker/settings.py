"""How the program looks and behaves for one data folder: a table of settings in a small file.

Nothing about the patient is kept here; that is the diary's. Whatever is missing, unknown or
damaged in the file counts as its default, so that a broken file never stands between a patient
and the diary.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from pathlib import Path
from typing import cast

from recovery_tracker.i18n import N_, NAMES
from recovery_tracker.values import frozen

FILE_NAME = "settings.json"
DISCLAIMER_VERSION = 1

Value = bool | int | str
_LONGEST_TEXT = 4_000
_TIME = "([01][0-9]|2[0-3]):[0-5][0-9]"
_DATE_OR_NONE = "([0-9]{4}-[0-9]{2}-[0-9]{2})?"


@frozen
class Setting:
    """One setting.

    Attributes:
        key: its name in the file.
        default: what holds until the person chooses; its type is the setting's kind.
        title: the words of its row on the Settings page, to be translated; empty = no row.
        options: the values to choose from, each with its word; empty = any of its kind.
        form: a regular expression that a text is to match as a whole; empty = any text.
    """

    key: str
    default: Value
    title: str = ""
    options: tuple[tuple[Value, str], ...] = ()
    form: str = ""

    def takes(self, value: object) -> bool:
        """Tell whether a value is one this setting can have."""
        if type(value) is not type(self.default):
            return False
        if self.options:
            return any(value == option for option, _word in self.options)
        if not isinstance(value, str):
            return True
        fits = not self.form or re.fullmatch(self.form, value) is not None
        return fits and len(value) <= _LONGEST_TEXT


LOCK_AFTER = Setting(  # minutes without use, for a diary that has a passphrase; 0 = never
    "lock_after",
    10,
    options=((2, N_("2 min")), (10, N_("10 min")), (60, N_("1 hour")), (0, N_("Never"))),
)

BACKUP_LIMIT = Setting(  # MiB that the backups of one place may take
    "backup_limit",
    1024,
    options=((256, N_("256 MB")), (1024, N_("1 GB")), (4096, N_("4 GB")), (16384, N_("16 GB"))),
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "language",
        "system",
        N_("Language"),
        (("system", N_("Follow system")), *NAMES.items()),
    ),
    Setting(
        "theme",
        "system",
        N_("Theme"),
        (
            ("system", N_("Follow system")),
            ("light", N_("Light")),
            ("dark", N_("Dark")),
            ("contrast", N_("High contrast")),
        ),
    ),
    Setting(
        "text_size",
        100,
        N_("Text size"),
        ((100, N_("100 %")), (115, N_("115 %")), (130, N_("130 %"))),
    ),
    Setting(
        "motion",
        "system",
        N_("Motion"),
        (("system", N_("Follow system")), ("less", N_("Less motion"))),
    ),
    Setting(
        "week_start",
        "system",
        N_("A week starts on"),
        (("system", N_("Follow system")), ("monday", N_("Monday")), ("sunday", N_("Sunday"))),
    ),
    Setting(
        "paper", "a4", N_("Paper of the report"), (("a4", N_("A4")), ("us-letter", N_("US Letter")))
    ),
    Setting("backup_place", ""),  # the folder of backups; empty = in the data folder
    Setting("second_place", ""),  # each backup is copied there, too; empty = nowhere
    BACKUP_LIMIT,
    Setting("place_told", ""),  # the data folder whose surroundings the person was told of
    Setting("reminder", False),
    Setting("reminder_time", "20:00", form=_TIME),  # local time
    Setting("reminded_on", "", form=_DATE_OR_NONE),  # the local date of the latest reminder
    Setting("keep_in_tray", False),  # whether closing the window leaves the program in the tray
    Setting("photos_hidden", False, N_("Hide photos until I ask for them")),
    Setting("report_without", ""),  # parts and lines left out of the report, by comma
    Setting("report_language", ""),  # empty = the program's own
    LOCK_AFTER,
    Setting("care_chips", ""),  # codes of the care chips in sight, by comma; empty = the usual five
    Setting("disclaimer_accepted", 0),  # the version that was accepted
    Setting("last_session", ""),
    Setting("menu_bar", False),
    Setting("window", ""),  # size and place, as Qt writes them
    Setting("opening", ""),  # colours of the window before its theme is read
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}


class Settings:
    """The settings of one data folder; a change is written at once."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the settings kept in a folder, which need not exist yet; without one, keep none."""
        self.folder = folder
        self._file = folder / FILE_NAME if folder is not None else None
        self._kept = _read(self._file) if self._file is not None else {}

    def text(self, key: str) -> str:
        """Return a setting that is a word."""
        return str(self._value(key))

    def number(self, key: str) -> int:
        """Return a setting that is a number."""
        return int(self._value(key))

    def flag(self, key: str) -> bool:
        """Return a setting that is on or off."""
        return bool(self._value(key))

    def _value(self, key: str) -> Value:
        setting = _BY_KEY[key]
        kept = self._kept.get(key)
        return cast("Value", kept) if setting.takes(kept) else setting.default

    def forget(self) -> None:
        """Go back to all defaults, as the file is gone."""
        self._kept = {}

    def put(self, key: str, value: Value) -> bool:
        """Change a setting for now and keep it; tell whether it could be kept.

        Raises:
            ValueError: the setting cannot have this value.
        """
        if not _BY_KEY[key].takes(value):
            raise ValueError(f"{key} cannot be {value!r}")
        self._kept[key] = value
        return self._file is None or _write(self._file, self._kept)


def _read(file: Path) -> dict[str, object]:
    """Return what a file holds; a missing or damaged one holds nothing."""
    try:
        read = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", read) if isinstance(read, dict) else {}


def _write(file: Path, kept: dict[str, object]) -> bool:
    """Write beside the file, then put it in its place, readable by its owner only."""
    beside = file.with_name(f"{file.name}.{os.getpid()}.unfinished")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(kept, stream, indent=2, ensure_ascii=False, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        return False
    return True
