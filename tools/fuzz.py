"""Mutates the files of every reader and looks whether each is read or refused in a sentence.

Run as ``make fuzz``: 20,000 inputs an importer, 1,000 backups and 2,000 photos, the same ones for
the same seed. A small run is part
of the tests. An input that ends in anything but a value or a sentence, or that takes longer than
two seconds of computing, is written into a folder and named.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Log, Photo, Recovery, Session
from recovery_tracker.exchange import Options, csv_daily, csv_long, json_log, mapping_store, zip_log
from recovery_tracker.exchange.account_text import as_text
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign import preview
from recovery_tracker.exchange.foreign_table import open_table
from recovery_tracker.exchange.importers import IMPORTERS
from recovery_tracker.exchange.mapping import Mapping
from recovery_tracker.exchange.thumbnail import thumbnail
from recovery_tracker.photos.picture import read_picture
from tools.fuzz_diary import (
    Damages,
    Imports,
    Restores,
    flipped,
    pictures,
    read_apart,
    read_photo,
)

ROOT = Path(__file__).resolve().parents[1]
FOREIGN = ROOT / "tests" / "exchange" / "foreign"
HEIC = ROOT / "tests" / "photos" / "upright.heic"
TODAY = dt.date(2026, 3, 31)
SLOW_S = 2.0
LONGEST_SENTENCE = 3_000

_PICTURE = b"\xff\xd8\xff\xe0 no real picture"
_SESSION = Session("00000000-0000-4000-8000-000000000001", dt.date(2026, 3, 2))
_LOG = Log(
    recoveries=(
        Recovery(
            _SESSION,
            (
                Entry(
                    dt.date(2026, 3, 3),
                    scores={"redness": 2, "x_1f00c3ab": 1},
                    signs=("pus",),
                    signs_absent=("fever",),
                    care=("sun",),
                    notes="tight, “so”\nand =1+1",
                    entered_at=dt.datetime(2026, 3, 3, 20, tzinfo=dt.UTC),
                ),
                Entry(dt.date(2026, 3, 5), scores={"flaking": 4}),
            ),
            (Photo(dt.date(2026, 3, 3), "front", hashlib.sha256(_PICTURE).hexdigest()),),
        ),
    )
)
_HERE = Here((_SESSION,), (), (), TODAY)

# what other programs, broken disks and people of ill will leave in a file
PIECES: tuple[bytes, ...] = (
    *(mark.encode() for mark in "\"',;|\t\n\r{}[]:=+-@()"),
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\\ud800", b"\\u0000",
    "\u202e\u2066\u200f".encode(), "😀e\u0301\u00a0".encode(), b"\x1b[2J",
    b"9" * 400, b"1e999", b"-0", b"NaN", b"Infinity", b"null", b"true", b"[" * 300, b'{"a":' * 200,
    b"9999-12-31", b"0000-00-00", b"31/02/2026", b"8th Dec 2021", b"2026-03-03T99:99",
    b"a" * 3_000, b",," * 400, b'"' * 501, b"../../etc/passwd", b"=cmd|' /C calc'!A0",
)  # fmt: skip


@dataclass(frozen=True)
class Reader:
    """One way in, and the files it is given to begin with."""

    name: str
    seeds: tuple[bytes, ...]
    read: Callable[[bytes], str]
    most: int = 20_000
    change: Callable[[bytes, random.Random], bytes] | None = None


def _ours(module: object) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        parsed = module.read(data, TODAY)  # type: ignore[attr-defined]
        json_log.write(parsed.log, io.BytesIO(), Options(private_notes=True))
        for sha256 in parsed.photos:
            if sha256 in parsed.photos:
                thumbnail(parsed.photos[sha256])
        return " ".join(parsed.notices)

    return read


def _foreign(code: str) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        found = preview(open_table(data), _HERE, Mapping(code))
        cells = found.cells
        if cells.all != cells.kept + cells.refused + cells.left_out:
            raise AssertionError("a cell is not accounted for")
        json_log.write(found.log, io.BytesIO(), Options(private_notes=True))
        told = as_text(found).replace("\n", " ")
        if not told.isprintable():
            raise AssertionError("what is told could steer a terminal")
        return " ".join(question.sentence for question in found.questions)

    return read


def _table(data: bytes) -> str:
    """Read a table as whose it is, or as any table."""
    found = preview(open_table(data), _HERE)
    return " ".join(question.sentence for question in found.questions)


def _written(module: object, log: Log = _LOG) -> bytes:
    out = io.BytesIO()
    options = Options(private_notes=True, photo_bytes=lambda sha256: _PICTURE)
    module.write(log, out, options)  # type: ignore[attr-defined]
    return out.getvalue()


def _stored_zip() -> bytes:
    """The archive without compression, so that what is mutated is what is read."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_written(zip_log))) as held,
        zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made,
    ):
        for name in held.namelist():
            made.writestr(name, held.read(name))
    return out.getvalue()


def _mappings(folder: Path) -> Callable[[bytes], str]:
    def read(data: bytes) -> str:
        (folder / mapping_store.FILE_NAME).write_bytes(data)
        for name in mapping_store.saved(folder):
            mapping_store.load(folder, name)
        return ""

    return read


def _pictures() -> tuple[bytes, ...]:
    """A small picture of each kind; a HEIC is read apart, as its decoder can end the program."""
    from PIL import Image

    drawn = Image.radial_gradient("L").resize((48, 64)).convert("RGB")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8769)[0x9003] = "2026:03:03 08:15:00"
    files: list[bytes] = []
    for kind in ("JPEG", "PNG", "WEBP"):
        out = io.BytesIO()
        drawn.save(out, kind, exif=exif)
        files.append(out.getvalue())
    return tuple(files)


def _picture(data: bytes) -> str:
    picture = read_picture(data)
    if thumbnail(picture.data) is None:
        raise AssertionError("what is kept cannot be read again")
    return " ".join(hint.words for hint in picture.hints)


def readers(folder: Path) -> tuple[Reader, ...]:
    """Return every way in; ``folder`` is for those that read from disk."""
    ours = [
        Reader(module.__name__.rpartition(".")[2], (_written(module),), _ours(module))
        for module in (json_log, csv_daily, csv_long)
    ]
    zipped = Reader("zip_log", (_written(zip_log), _stored_zip()), _ours(zip_log))
    files = sorted(FOREIGN.glob("*.csv"))
    foreign = [
        Reader(
            kind.code,
            tuple(file.read_bytes() for file in files if file.stem.startswith(kind.code))
            or tuple(file.read_bytes() for file in files),
            _foreign(kind.code),
        )
        for kind in IMPORTERS
    ]
    any_table = Reader("any_table", tuple(file.read_bytes() for file in files), _table)
    (folder / mapping_store.FILE_NAME).unlink(missing_ok=True)  # an earlier run's last input
    mapping_store.save(folder, "mine", replace(Mapping("table"), date_order="dmy", words={"a": 1}))
    kept = (folder / mapping_store.FILE_NAME).read_bytes()
    mappings = Reader("mappings", (kept,), _mappings(folder))
    pictures = Reader("pictures", _pictures(), _picture)
    return (*ours, zipped, *foreign, any_table, mappings, pictures)


def keepers(folder: Path) -> tuple[Reader, ...]:
    """Return the ways into a real diary, and that of photos."""
    imports, restores, damages = Imports(folder), Restores(folder), Damages(folder)
    return (
        Reader("imports", (_written(json_log),), imports.read, 2_000),
        Reader("backups", restores.seeds, restores.read, 1_000, flipped),
        Reader("diaries", damages.seeds, damages.read, 1_000, flipped),
        Reader("photos", pictures(), read_photo, 1_500, flipped),
        Reader("heic", (HEIC.read_bytes(),), read_apart, 500, flipped),
    )


def mutated(seed: bytes, chance: random.Random) -> bytes:
    """Return a file with some of its bytes cut, doubled, swapped or put over."""
    data = seed
    for _step in range(chance.randint(1, 6)):
        start = chance.randint(0, len(data))
        end = min(len(data), start + chance.choice((0, 1, 2, 8, 40, 200)))
        piece = data[start:end]
        put = chance.choice(
            (b"", piece * 2, piece[::-1], chance.choice(PIECES), chance.randbytes(3), piece.lower())
        )
        data = data[:start] + put + data[end:]
    if chance.random() < 0.05:
        data = data[: chance.randint(0, len(data))]
    return data


def failures(reader: Reader, count: int, seed: int = 1) -> Iterator[tuple[bytes, str]]:
    """Give a reader so many inputs, and yield those it failed on with what happened."""
    chance = random.Random(f"{reader.name} {seed}")
    for _number in range(count):
        data = (reader.change or mutated)(chance.choice(reader.seeds), chance)
        begun = time.process_time()
        try:
            told = reader.read(data)
        except RecoveryTrackerError as error:
            told = error.sentence
            if not told:
                yield data, "refused without a sentence"
        except Exception as error:  # noqa: BLE001 - any kind of fault is what is looked for
            yield data, f"{type(error).__name__}: {error}"
            continue
        took = time.process_time() - begun
        if took > SLOW_S:
            yield data, f"took {took:.1f} s"
        if not told.isprintable() or len(told) > LONGEST_SENTENCE:
            yield data, f"said what no person can read: {told[:200]!r}"


def main() -> int:
    """Run all readers, or one, and name the inputs that failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20_000, help="inputs a reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", default="", help="one reader only")
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build/fuzz"))
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    for reader in (*readers(args.folder), *keepers(args.folder)):
        if args.reader not in ("", reader.name):
            continue
        begun, count = time.monotonic(), min(args.count, reader.most)
        for number, (data, what) in enumerate(failures(reader, count, args.seed)):
            failed += 1
            file = args.folder / f"{reader.name}-{args.seed}-{number}"
            file.write_bytes(data)
            print(f"{reader.name}: {what} ({file})")
        print(f"{reader.name}: {count} inputs, {time.monotonic() - begun:.0f} s", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
