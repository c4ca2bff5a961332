"""The archive of everything: it comes back whole, and nothing unsafe is taken from one."""

from __future__ import annotations

import copy
import datetime as dt
import hashlib
import io
import json
import struct
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from PIL import Image

from recovery_tracker.domain.errors import NotFound, StorageProblem
from recovery_tracker.domain.recovery import Log, Photo, Recovery
from recovery_tracker.exchange import Options, archive, csv_daily, json_log, read_log, zip_log
from recovery_tracker.exchange.format import Parsed, Unreadable
from recovery_tracker.exchange.thumbnail import SIZE, Incoming, thumbnail
from tests import strategies
from tests.builders import build, daily, date_of
from tests.photos.drawn import with_scans
from tests.strategies import LATEST

JPEG = b"\xff\xd8\xff picture"
NAME = hashlib.sha256(JPEG).hexdigest()
TODAY = dt.date(2026, 3, 31)


def with_photos(*photos: Photo) -> Log:
    return Log(recoveries=(replace(build({3: daily(redness=2)}), photos=photos),))


LOG = with_photos(Photo(date_of(3), "front", NAME), Photo(date_of(4), "left", NAME, "again"))


def bytes_of(sha256: str) -> bytes:
    if sha256 != NAME:
        raise NotFound("the picture is not here")
    return JPEG


EVERYTHING = Options(private_notes=True, photo_bytes=bytes_of)


def written(log: Log = LOG, options: Options = EVERYTHING) -> bytes:
    out = io.BytesIO()
    zip_log.write(log, out, options)
    return out.getvalue()


def read(data: bytes, today: dt.date = TODAY) -> Parsed:
    return zip_log.read(data, today)


def refused(data: bytes) -> str:
    with pytest.raises(Unreadable) as error:
        read(data)
    assert error.value.sentence.isprintable()
    return error.value.sentence


@given(strategies.logs())
def test_nothing_is_lost(log: Log) -> None:
    parsed = read(written(log), LATEST)
    assert parsed.log == log
    assert written(parsed.log) == written(log)


def test_photos_come_back_as_files_each_once() -> None:
    data = written()
    with zipfile.ZipFile(io.BytesIO(data)) as held:
        assert held.namelist() == [
            "recovery-log.json",
            "recovery-log.csv",
            "recovery-log.long.csv",
            f"photos/{NAME}.jpg",
            "manifest.json",
        ]
        listed = json.loads(held.read("manifest.json"))["files"]
        for file in listed:
            found = held.read(file["name"])
            assert file["size"] == len(found)
            assert file["sha256"] == hashlib.sha256(found).hexdigest()
        assert held.read("recovery-log.csv").startswith("﻿session_id".encode())
    parsed = read(data)
    assert dict(parsed.photos) == {NAME: JPEG}
    assert parsed.notices == ()


def test_a_photo_whose_picture_is_not_here_is_named_only() -> None:
    log = with_photos(Photo(date_of(3), "front", "0" * 64))
    parsed = read(written(log))
    assert parsed.log == log
    assert "its picture is not in the .zip" in parsed.notices[0]


def test_private_notes_only_when_asked() -> None:
    log = Log(recoveries=(build({3: {"private_notes": "mine alone"}}),))
    with zipfile.ZipFile(io.BytesIO(written(log, Options()))) as held:
        assert all(b"mine alone" not in held.read(name) for name in held.namelist())
    assert read(written(log)).log == log


def rebuilt(change: Callable[[dict[str, bytes]], None], **options: int) -> bytes:
    """The archive with some of its files changed, as another program would save it."""
    with zipfile.ZipFile(io.BytesIO(written())) as held:
        files = {name: held.read(name) for name in held.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_saved_again_by_another_program_it_is_still_read() -> None:
    assert read(rebuilt(lambda files: None)).log == LOG


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda f: f.update({"recovery-log.csv": b"x" * len(f["recovery-log.csv"])}), "exported"),
        (lambda f: f.update({"recovery-log.json": b"{}"}), "exported"),
        (lambda f: f.pop(f"photos/{NAME}.jpg"), "not both in the .zip"),
        (lambda f: f.update({"more.txt": b"hello"}), "not both in the .zip"),
        (lambda f: f.pop("manifest.json"), "no manifest.json"),
        (lambda f: f.update({"manifest.json": b"[" * 100_000}), "manifest of this .zip"),
        (lambda f: f.update({"manifest.json": b'{"format": "other"}'}), "manifest of this .zip"),
        (
            lambda f: f.update(
                {"manifest.json": f["manifest.json"].replace(b'"version": 1', b'"version": 2')}
            ),
            "newer version",
        ),
        (lambda f: f.update({"../outside.txt": b""}), "leads out of it"),
        (lambda f: f.update({"/outside.txt": b""}), "leads out of it"),
        (lambda f: f.update({"C:outside.txt": b""}), "leads out of it"),
        (lambda f: f.update({"photos\\outside.txt": b""}), "leads out of it"),
        (lambda f: f.update({"RECOVERY-LOG.json": b""}), "twice"),
        (lambda f: f.update({"bomb.txt": b"\0" * 5_000_000}), "larger than it can be"),
    ],
    ids=[
        "altered table", "altered log", "photo gone", "unlisted", "no manifest", "deep manifest",
        "other program", "newer", "above", "absolute", "drive", "backslash", "twice", "bomb",
    ],
)  # fmt: skip
def test_what_is_not_as_it_was_exported_is_refused(
    change: Callable[[dict[str, bytes]], None], told: str
) -> None:
    assert told in refused(rebuilt(change))


def test_truncated_anywhere_it_is_refused() -> None:
    data = written()
    for cut in range(0, len(data), max(1, len(data) // 97)):
        assert refused(data[:cut])


def test_damaged_anywhere_it_is_refused_or_the_same() -> None:
    data = written()
    for place in range(0, len(data), 13):
        damaged = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
        try:
            found = read(damaged).log
        except Unreadable:
            continue
        assert found == LOG


def test_a_size_that_lies_is_found_out() -> None:
    """A bomb whose headers say that it is small gives no more than they say."""
    data = bytearray(rebuilt(lambda f: f.update({"recovery-log.csv": b"\0" * 3_000_000})))
    for signature, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature)
        while at >= 0:
            if struct.unpack_from("<I", data, at + place)[0] == 3_000_000:
                struct.pack_into("<I", data, at + place, 10)
            at = data.find(signature, at + 4)
    assert refused(bytes(data))


def test_files_that_share_their_bytes_are_refused() -> None:
    """A bomb in which each file is small, and a thousand of them are the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("0.txt", b"\0" * 3_000_000)
        for number in range(1, 1_000):
            again = copy.copy(made.getinfo("0.txt"))
            again.filename = again.orig_filename = f"{number}.txt"
            made.filelist.append(again)
    assert len(out.getvalue()) < 100_000
    assert "damaged" in refused(out.getvalue())


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    assert "more files" in refused(written())


def test_more_in_all_than_a_diary_can_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 100)
    assert "larger than a diary" in refused(written())


def test_a_protected_archive_is_refused() -> None:
    data = bytearray(written())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    assert "password" in refused(bytes(data))


def test_what_is_missing_or_no_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match="There is no file"):
        read_log(tmp_path / "none.zip", TODAY)
    (tmp_path / "text.zip").write_text("hello")
    with pytest.raises(Unreadable, match="damaged or was cut off"):
        read_log(tmp_path / "text.zip", TODAY)


def test_the_tables_in_it_are_those_of_the_other_exports() -> None:
    out = io.BytesIO()
    csv_daily.write(LOG, out, EVERYTHING)
    text = io.BytesIO()
    json_log.write(LOG, text, Options(private_notes=True))
    with zipfile.ZipFile(io.BytesIO(written())) as held:
        assert held.read("recovery-log.csv") == out.getvalue()
        assert held.read("recovery-log.json") == text.getvalue()


def picture(size: tuple[int, int] = (800, 600), *, where: bool = False) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", size, "pink")
    exif = image.getexif()
    if where:
        exif.get_ifd(0x8825)[1] = "N"
        exif[0x8825] = {1: "N"}
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def wide() -> bytes:
    out = io.BytesIO()
    Image.new("L", (4_097, 2)).save(out, "PNG")
    return out.getvalue()


def test_a_thumbnail_is_small_and_in_proportion() -> None:
    small = thumbnail(picture())
    assert small is not None
    with Image.open(io.BytesIO(small)) as image:
        assert image.size == (SIZE, SIZE * 600 // 800)


@pytest.mark.parametrize(
    "data",
    [b"", b"no picture", picture()[:300], picture(where=True), wide(), with_scans(200)],
    ids=["empty", "text", "cut off", "says where", "wide", "many scans"],
)  # fmt: skip
def test_what_is_no_fit_picture_is_not_kept_and_said(data: bytes) -> None:
    name = hashlib.sha256(data).hexdigest()
    incoming = Incoming({name: data})
    assert incoming.picture(name) is None
    assert incoming.picture("other") is None
    assert "1 picture is not kept" in incoming.notices()[0]


def test_a_fit_picture_comes_with_its_thumbnail() -> None:
    incoming = Incoming({"a": picture()})
    found = incoming.picture("a")
    assert found is not None
    assert found == (picture(), thumbnail(picture()))
    assert incoming.notices() == ()


def test_a_log_of_many_days_is_no_bomb() -> None:
    """Days that say the same squeeze well; they must not be taken for an attack."""
    same = tuple(
        Recovery(
            replace(build().session, id=f"session {n}", date=dt.date(1950 + n, 3, 2)),
            tuple(
                replace(entry, date=dt.date(1950 + n, 3, 2) + dt.timedelta(days=day))
                for day, entry in enumerate(build({0: daily()}).entries * 340)
            ),
        )
        for n in range(25)
    )
    assert len(read(written(Log(recoveries=same))).log.recoveries) == 25
