"""``FILE.zip``: the whole diary: the JSON log, both tables, the photos as files, and a manifest.

The manifest lists every other file with its size and sha256. The same log gives the same bytes.
What is read is the JSON log and the photos; the tables are for people and other programs, but
they must be what the manifest says, too.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, cast
from zipfile import ZipFile

from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import csv_daily, csv_long, json_log
from recovery_tracker.exchange.archive import (
    bytes_of_member,
    chunks,
    damaged,
    member,
    opened,
)
from recovery_tracker.exchange.format import Module, Options, Parsed, Unreadable
from recovery_tracker.exchange.text import LARGEST_FILE, quoted
from recovery_tracker.i18n import _, ngettext

MANIFEST = "manifest.json"
LOG = "recovery-log.json"
FORMAT = "recovery-log-archive"
VERSION = 1
LARGEST_PICTURE = 64 * 2**20

_TABLES: tuple[tuple[str, Module], ...] = (
    (LOG, json_log),
    ("recovery-log.csv", csv_daily),
    ("recovery-log.long.csv", csv_long),
)
_PHOTOS = "photos/"
_LARGEST_MANIFEST = 32 * 2**20
_BEGINNINGS = {b"\xff\xd8\xff": ".jpg", b"\x89PNG": ".png", b"RIFF": ".webp"}


def write(log: Log, out: BinaryIO, options: Options) -> None:
    """Write a log with its photos, one file after the other."""
    plain = replace(options, photo_bytes=None)  # photos are files here, not text in the JSON
    listed: list[dict[str, Any]] = []
    with ZipFile(out, "w") as archive:
        for name, module in _TABLES:
            with member(archive, name, squeezed=True) as file:
                module.write(log, cast("BinaryIO", file), plain)
            listed.append({"name": name, "size": file.size, "sha256": file.sha256})
        for name, data in _pictures(log, options):
            with member(archive, name, squeezed=False) as file:
                file.write(data)
            listed.append({"name": name, "size": file.size, "sha256": file.sha256})
        manifest = {"format": FORMAT, "version": VERSION, "files": listed}
        with member(archive, MANIFEST, squeezed=True) as file:
            file.write((json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode())


def _pictures(log: Log, options: Options) -> Iterator[tuple[str, bytes]]:
    """Yield each picture once, by name; those that are only known by name have none."""
    if options.photo_bytes is None:
        return
    for sha256 in _named(log):
        with suppress(NotFound):
            data = options.photo_bytes(sha256)
            yield f"{_PHOTOS}{sha256}{_suffix(data)}", data


def _named(log: Log) -> list[str]:
    return sorted({photo.sha256 for recovery in log.recoveries for photo in recovery.photos})


def _suffix(data: bytes) -> str:
    return next((end for start, end in _BEGINNINGS.items() if data.startswith(start)), ".bin")


def read(source: bytes | Path, today: dt.date) -> Parsed:
    """Read an archive: every file must be what the manifest says it is.

    Raises:
        Unreadable: it is no archive of this program, damaged, unsafe, or something in its log
            cannot be kept.
        StorageProblem: it cannot be read from disk.
    """
    archive = opened(source)
    try:
        listed = _listed(archive)
        log = _checked(archive, listed)
        parsed = json_log.read(log, today)
    except BaseException:
        archive.close()
        raise
    pictures = _Pictures(archive, listed)
    notices = _about_pictures(parsed.log, pictures)
    return Parsed(parsed.log, (*parsed.notices, *notices), pictures)


def _listed(archive: ZipFile) -> dict[str, str]:
    """Read the manifest: the name of each file and its sha256."""
    if MANIFEST not in archive.namelist():
        raise Unreadable(
            _("This .zip is no export of this program: it has no {name}.").format(name=MANIFEST)
        )
    files = _files_of(bytes_of_member(archive, MANIFEST, _LARGEST_MANIFEST))
    there = {info.filename: info.file_size for info in archive.infolist() if not info.is_dir()}
    del there[MANIFEST]
    for name in (*files.keys(), *there):
        if name not in there or name not in files:
            raise Unreadable(
                _("“{name}” is not both in the .zip and in its manifest. Export it again.").format(
                    name=quoted(name)
                )
            )
        if files[name][1] != there[name]:
            raise _altered(name)
    if LOG not in files:
        raise damaged()
    return {name: str(sha256) for name, (sha256, _size) in files.items()}


def _files_of(manifest: bytes) -> dict[str, tuple[str, int]]:
    """Read a manifest: the sha256 and the size of each file."""
    try:
        said = json.loads(manifest)
        known = said["format"] == FORMAT and isinstance(said["version"], int)
        newer = known and said["version"] > VERSION
        files = {str(file["name"]): (file["sha256"], file["size"]) for file in said["files"]}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        known, newer, files = False, False, {}
    if newer:
        raise Unreadable(
            _("This .zip was made by a newer version of the program. Update this one first.")
        )
    if not known:
        raise Unreadable(_("The manifest of this .zip is not as it should be."))
    return files


def _altered(name: str) -> Unreadable:
    return Unreadable(
        _("“{name}” in the .zip is not the file that was exported. Export it again.").format(
            name=quoted(name)
        )
    )


def _checked(archive: ZipFile, listed: Mapping[str, str]) -> bytes:
    """Refuse files that are not what the manifest says, and return the log."""
    log = bytes_of_member(archive, LOG, LARGEST_FILE)
    for name, sha256 in listed.items():
        pieces: Iterable[bytes] = (log,) if name == LOG else chunks(archive, name)
        digest = hashlib.sha256()
        for piece in pieces:
            digest.update(piece)
        if digest.hexdigest() != sha256:
            raise _altered(name)
    return log


class _Pictures(Mapping[str, bytes]):
    """The pictures of an archive by their sha256, each read when it is asked for."""

    def __init__(self, archive: ZipFile, listed: Mapping[str, str]) -> None:
        """Look into an open archive, which is closed when this is let go of."""
        self._archive = archive
        self._names = {sha256: name for name, sha256 in listed.items() if name.startswith(_PHOTOS)}

    def __getitem__(self, sha256: str) -> bytes:
        return bytes_of_member(self._archive, self._names[sha256], LARGEST_PICTURE)

    def __contains__(self, sha256: object) -> bool:
        return sha256 in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _about_pictures(log: Log, pictures: Mapping[str, bytes]) -> tuple[str, ...]:
    """Say which photos have no picture, and which pictures no photo names."""
    named = set(_named(log))
    told: list[str] = []
    missing = len(named - set(pictures))
    if missing:
        told.append(
            ngettext(
                "{n} photo is named in the log, but its picture is not in the .zip.",
                "{n} photos are named in the log, but their pictures are not in the .zip.",
                missing,
            ).format(n=missing)
        )
    unnamed = len(set(pictures) - named)
    if unnamed:
        told.append(
            ngettext(
                "{n} picture in the .zip is not named in the log, so it is not kept.",
                "{n} pictures in the .zip are not named in the log, so they are not kept.",
                unnamed,
            ).format(n=unnamed)
        )
    return tuple(told)
