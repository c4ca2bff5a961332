"""The ``recovery-log`` file, version 1: JSON that keeps everything, always in the same words.

Canonical: UTF-8, two spaces a level, keys and lists in catalogue order, sessions by date then
id, entries by date. What was not stated or not recorded has no key; the lists of the file and of
a session are always there. The same log gives the same bytes on every computer.
"""

from __future__ import annotations

import datetime as dt
import json
from base64 import b64encode
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import NotFound, Refused
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Log, Photo, Recovery
from recovery_tracker.exchange import fields
from recovery_tracker.exchange.fields import Wrong, written
from recovery_tracker.exchange.format import Options, Parsed, Unreadable
from recovery_tracker.exchange.json_cursor import Cursor
from recovery_tracker.exchange.json_reading import Reading
from recovery_tracker.exchange.text import LARGEST_FILE, text_of
from recovery_tracker.i18n import _

FORMAT = "recovery-log"
VERSION = 1

_ENTRY = {key: field for key, field in fields.ENTRY.items() if key != "private_notes"}
_STEP = 2


def write(log: Log, out: BinaryIO, options: Options) -> None:
    """Write a log, one session at a time.

    Raises:
        Refused: with its photos the file would be too large to be read back.
    """
    size = 0
    for piece in _pieces(log, options):
        # half a character (a lone surrogate) cannot be written; a question mark stands for it
        size += out.write(piece.encode("utf-8", errors="replace"))
        if size > LARGEST_FILE and options.photo_bytes is not None:
            raise Refused(
                _(
                    "With its photos the log is larger than {size} MB, too large for one JSON "
                    "file. Export it as .zip, or without photos."
                ).format(size=LARGEST_FILE // 2**20)
            )


def _pieces(log: Log, options: Options) -> Iterator[str]:
    head = {
        "format": FORMAT,
        "version": VERSION,
        "profile": written(log.profile, fields.PROFILE),
        "symptoms": _items(log.symptoms),
        "care_items": _items(log.care_items),
    }
    yield _told(head).removesuffix("\n}") + ',\n  "sessions": ['
    mark = "\n    "
    for recovery in log.recoveries:
        yield mark + _told(_session(recovery, options), depth=2)
        mark = ",\n    "
    yield "\n  ]\n}\n" if log.recoveries else "]\n}\n"


def _told(value: object, depth: int = 0) -> str:
    told = json.dumps(value, ensure_ascii=False, indent=_STEP)
    return told.replace("\n", "\n" + " " * _STEP * depth) if depth else told


def _items(items: tuple[OwnItem, ...]) -> list[dict[str, Any]]:
    return [written(item, fields.OWN_ITEM) for item in items]


def _session(recovery: Recovery, options: Options) -> dict[str, Any]:
    known = fields.ENTRY if options.private_notes else _ENTRY
    return {
        **written(recovery.session, fields.SESSION),
        "entries": [_entry(entry, known) for entry in recovery.entries],
        "photos": [_photo(photo, options) for photo in recovery.photos],
        "acts": [written(act, fields.ACT) for act in recovery.acts],
    }


def _entry(entry: Entry, known: fields.Fields) -> dict[str, Any]:
    return written(entry, known)


def _photo(photo: Photo, options: Options) -> dict[str, Any]:
    said = written(photo, fields.PHOTO)
    if options.photo_bytes is not None:
        with suppress(NotFound):  # a log that came without its pictures names them only
            said["data"] = b64encode(options.photo_bytes(photo.sha256)).decode("ascii")
    return said


def read(source: bytes | Path, today: dt.date) -> Parsed:
    """Read a log; nothing in it may lie in the future.

    Raises:
        Unreadable: it is no recovery log, or something in it cannot be kept; with its line.
        StorageProblem: it cannot be read from disk.
    """
    text = text_of(source)
    _refuse_other_files(Cursor(text))
    reading = Reading(today)
    cursor = Cursor(text)
    path: tuple[str | int, ...] = ()
    try:
        for key in cursor.children():
            path = ()
            if key == "sessions" and cursor.peek() == "[":
                for place in cursor.children():
                    path = (key, place)
                    reading.session(cursor.value())
                continue
            reading.top(str(key), cursor.value())
    except Wrong as wrong:
        raise Unreadable(wrong.sentence, _line(text, (*path, *wrong.path))) from None
    cursor.finish()
    return reading.parsed()


def _line(text: str, path: tuple[str | int, ...]) -> int:
    cursor = Cursor(text)
    cursor.go_to(path)
    return cursor.line


def _refuse_other_files(cursor: Cursor) -> None:
    """Look at format and version first: another program's file is told so, not its first slip."""
    if cursor.peek() != "{":
        cursor.value()
        raise Unreadable(_("This is not a recovery log."))
    said: dict[str | int, Any] = {}
    for key in cursor.children():
        said[key] = cursor.value()
        if {"format", "version"} <= said.keys():
            break
    if said.get("format") != FORMAT:
        raise Unreadable(_("This is not a recovery log: its “format” is not “recovery-log”."))
    version = said.get("version")
    if type(version) is int and version > VERSION:
        raise Unreadable(
            _("This log was made by a newer version of the program. Update this one first.")
        )
    if type(version) is not int or version != VERSION:
        raise Unreadable(_("The “version” of this log is not 1."))
