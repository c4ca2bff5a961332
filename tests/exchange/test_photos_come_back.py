"""Photos leave and come back whole: pixels, small pictures, captions and marked points."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from recovery_tracker.data.store import open_store
from recovery_tracker.domain.recovery import Log, Photo, Recovery
from recovery_tracker.exchange import Options, json_log, zip_log
from recovery_tracker.exchange.thumbnail import Incoming
from recovery_tracker.journal import Journal, NewPhoto
from recovery_tracker.photos.picture import Picture, read_picture
from tests.builders import build, daily, date_of, session
from tests.clock import Clock
from tests.photos.drawn import as_file, face

MARKS = (0.25, 0.4, 0.75, 0.4)
FORMATS = pytest.mark.parametrize("module", [json_log, zip_log], ids=["json", "zip"])


@pytest.fixture
def clock() -> Clock:
    return Clock(day=10)


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> Iterator[Callable[[str], Journal]]:
    """Open an empty diary by name."""
    stores = []

    def opened(name: str) -> Journal:
        stores.append(open_store(tmp_path / name, clock))
        return Journal(stores[-1], clock)

    yield opened
    for store in stores:
        store.close()


@pytest.fixture(scope="module")
def picture() -> Picture:
    return read_picture(as_file(face(300, 400)))


def bring(journal: Journal, data: bytes, module: object, clock: Clock) -> tuple[str, ...]:
    parsed = module.read(data, clock().date())  # type: ignore[attr-defined]
    incoming = Incoming(parsed.photos)
    report = journal.merge(parsed.log, pictures=incoming.picture)
    return (*parsed.notices, *report.notices, *incoming.notices())


def written(log: Log, module: object, options: Options) -> bytes:
    out = io.BytesIO()
    module.write(log, out, options)  # type: ignore[attr-defined]
    return out.getvalue()


@FORMATS
def test_all_of_a_photo_comes_back(
    made: Callable[[str], Journal], clock: Clock, picture: Picture, module: object
) -> None:
    here, there = made("here"), made("there")
    here.merge(Log(recoveries=(build({day: daily() for day in range(3)}),)))
    new = NewPhoto(
        date_of(2), "left", picture.data, picture.thumbnail, "by the window – “daylight”"
    )
    here.add_photos(session().id, [new])
    (photo,) = here.recovery(session().id).photos
    here.mark_photos([(session().id, photo, MARKS)])
    (photo,) = here.recovery(session().id).photos
    options = Options(photo_bytes=here.photo_bytes)
    log = Log(recoveries=(here.recovery(session().id),))
    assert bring(there, written(log, module, options), module, clock) == ()
    assert there.recovery(session().id).photos == (photo,)
    assert there.photo_bytes(photo.sha256) == picture.data
    with Image.open(io.BytesIO(there.thumbnail_bytes(photo.sha256))) as small:
        assert max(small.size) <= 320
    assert written(log, module, Options(photo_bytes=there.photo_bytes)) == written(
        log, module, options
    )


@FORMATS
@pytest.mark.parametrize(
    "bad",
    [
        b"\xff\xd8\xff damaged",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
        b"%PDF-1.7 no picture",
        b"",
        as_file(face(300, 400))[:900],
    ],
    ids=["damaged", "svg", "pdf", "empty", "cut"],
)
def test_bytes_that_are_no_picture_are_said_and_not_kept(
    made: Callable[[str], Journal], clock: Clock, module: object, bad: bytes
) -> None:
    name = hashlib.sha256(bad).hexdigest()
    told: Recovery = replace(build({2: daily()}), photos=(Photo(date_of(2), "front", name),))
    data = written(Log(recoveries=(told,)), module, Options(photo_bytes=lambda _name: bad))
    there = made("there")
    said = bring(there, data, module, clock)
    assert said[-1].startswith("1 picture is not kept: it is no picture this program can show")
    assert len(there.recovery(session().id).photos) == 1, "what is known of it stays"
