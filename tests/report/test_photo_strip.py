"""Photos in the report: off unless chosen, of one view, chosen by date and ratings alone."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from recovery_tracker.domain.recovery import Photo, Recovery
from recovery_tracker.photos.picture import read_picture
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.report.content import ReportContent, report_content
from recovery_tracker.report.pdf import pages_png, pdf_bytes
from recovery_tracker.report.photo_strip import PhotoStrip, chosen_photos
from tests.builders import build, daily, date_of
from tests.photos.drawn import as_file, face
from tests.report.cases import case, five_days
from tests.report.paper import tags_of, text_of

WITH = ReportOptions(photos=True, charts=False, daily_log=False)


def photo(day: int, view: str = "front", **fields: Any) -> Photo:
    return Photo(date_of(day), view, f"{view} {day}", **fields)


def recovery(*photos: Photo, entries: Any = None) -> Recovery:
    return replace(build(five_days() if entries is None else entries), photos=photos)


def chosen(told: Recovery, options: ReportOptions = WITH) -> list[tuple[int, str, str]]:
    return [(told.day_of(one.date), one.view, why) for one, why in chosen_photos(told, options)]


def written(told: Recovery, options: ReportOptions = WITH, picture: bytes = b"x") -> ReportContent:
    pictures = {one.sha256: picture for one in told.photos}
    return report_content(case(recovery=told, options=options, pictures=pictures))


def strip(told: Recovery) -> PhotoStrip:
    found = written(told).photos
    assert found is not None
    return found


# Which ones ------------------------------------------------------------------------------------


def test_none_unless_chosen() -> None:
    told = recovery(photo(0), photo(4))
    assert chosen(told, ReportOptions()) == []
    assert written(told, ReportOptions()).photos is None
    assert written(recovery()).photos is None


def test_first_highest_and_latest() -> None:
    """Redness 2, 2, 2, 2, 1 and flaking 0, 0, 1, 2, 2 on days 0 to 4."""
    told = recovery(*(photo(day) for day in range(5)))
    assert chosen(told) == [(0, "front", "first"), (3, "front", "highest"), (4, "front", "latest")]


def test_one_before_treatment_is_the_baseline() -> None:
    told = recovery(photo(-5), photo(-2), photo(3), photo(4))
    assert [day for day, _view, _why in chosen(told)] == [-2, 3, 4]
    assert strip(told).photos[0].why == "Last photo of this view before treatment"


def test_a_day_that_is_not_rated_in_full_is_not_the_highest() -> None:
    days = five_days()
    days[3] = {"redness": 4, "flaking": 4}  # swelling is not recorded: no sum
    told = recovery(*(photo(day) for day in range(5)), entries=days)
    assert (3, "front", "highest") not in chosen(told)


def test_without_symptoms_there_is_no_highest() -> None:
    told = recovery(photo(0), photo(1), photo(2), entries={day: daily() for day in range(5)})
    assert [why for _day, _view, why in chosen(told)] == ["first", "latest"]


def test_one_photo_may_be_several() -> None:
    assert chosen(recovery(photo(3))) == [(3, "front", "first highest latest")]
    assert strip(recovery(photo(3))).photos[0].why == (
        "First photo of this view; of the days with a photo, the highest sum of redness, "
        "swelling, flaking, dryness and bruising as rated: 4 of 20; latest photo of this view"
    )


@pytest.mark.parametrize(
    ("photos", "view"),
    [
        ((photo(0), photo(0, "left"), photo(4, "left")), "left"),
        ((photo(0), photo(4), photo(0, "left"), photo(4, "left")), "front"),
        ((photo(4, "close_up"),), "close_up"),
    ],
)
def test_all_are_of_the_view_that_tells_most(photos: tuple[Photo, ...], view: str) -> None:
    assert {of for _day, of, _why in chosen(recovery(*photos))} == {view}


def test_only_those_of_the_days_shown() -> None:
    told = recovery(*(photo(day) for day in range(5)))
    options = replace(WITH, first=date_of(1), last=date_of(2))
    assert [day for day, _view, _why in chosen(told, options)] == [1, 2]


# In words --------------------------------------------------------------------------------------


def test_each_says_day_reason_and_the_patients_words() -> None:
    found = strip(recovery(photo(0, caption="in the car"), photo(4)))
    assert found.view == "Front"
    assert [one.when for one in found.photos] == ["Day 0, 2 March 2026", "Day 4, 6 March 2026"]
    assert found.photos[0].alt == (
        "Photo, front. Day 0, 2 March 2026. First photo of this view. The patient wrote: in the car"
    )
    assert found.notes == ("Chosen by date and by the ratings; the program does not read photos.",)


def test_a_picture_that_is_not_there_is_said() -> None:
    told = recovery(photo(0), photo(4))
    found = report_content(
        case(recovery=told, options=WITH, pictures={told.photos[0].sha256: b"x"})
    ).photos
    assert found is not None
    assert len(found.photos) == 1
    assert found.notes[-1] == "1 photo is named in the diary, but its picture is not there."


def test_the_fingerprint_tells_of_photos_only_where_they_are_shown() -> None:
    with_photos, without = recovery(photo(0)), recovery()
    plain = replace(WITH, photos=False)
    assert written(with_photos, plain).fingerprint == written(without, plain).fingerprint
    assert written(with_photos).fingerprint != written(without).fingerprint


# On paper --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shown() -> ReportContent:
    pictures = {
        f"front {day}": read_picture(as_file(face(600, 800, light=1 - day / 10))).data
        for day in (0, 3, 4)
    }
    told = recovery(photo(0), photo(3), photo(4, caption="#panic() $x$"))
    return report_content(case(recovery=told, options=WITH, pictures=pictures))


@pytest.fixture(scope="module")
def paper(shown: ReportContent, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "report.pdf"
    path.write_bytes(pdf_bytes(shown))
    return path


def test_the_same_photos_give_the_same_bytes(shown: ReportContent, paper: Path) -> None:
    assert pdf_bytes(shown) == paper.read_bytes()


def test_photos_are_tagged_with_their_alternative_text(shown: ReportContent, paper: Path) -> None:
    assert shown.photos is not None
    alts = [alt for tag, alt in tags_of(paper.read_bytes()) if tag == "Figure"]
    for one in shown.photos.photos:
        assert one.alt in alts


def test_captions_can_be_read(paper: Path) -> None:
    words = " ".join(text_of(paper.read_bytes()).split())
    assert "Photos: Front" in words
    assert "Day 3, 5 March 2026" in words
    assert "“#panic() $x$”" in words


def test_photos_are_small_and_carry_nothing_else(paper: Path) -> None:
    data = paper.read_bytes()
    assert len(data) < 600_000
    assert b"Exif" not in data
    with pikepdf.open(paper) as document:
        sizes = [
            (int(node.Width), int(node.Height))
            for node in document.objects
            if isinstance(node, pikepdf.Stream) and node.get("/Subtype") == pikepdf.Name.Image
        ]
    assert sizes == [(480, 640)] * 3


def test_pixels_are_on_the_page(shown: ReportContent) -> None:
    dull = replace(shown, photos=None)
    pages = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages_png(shown, 40)[0]]
    plain = [Image.open(io.BytesIO(page)).convert("RGB") for page in pages_png(dull, 40)[0]]
    skin = (226, 184, 154)

    def near(page: Image.Image) -> int:
        return sum(
            count
            for count, colour in page.getcolors(1_000_000) or []
            if isinstance(colour, tuple)
            and all(abs(one - other) < 12 for one, other in zip(colour, skin, strict=True))
        )

    assert sum(map(near, pages)) > 300 > sum(map(near, plain))


def test_damaged_bytes_leave_an_empty_place() -> None:
    found = written(recovery(photo(0), photo(4)), picture=b"\xff\xd8 damaged")
    assert pdf_bytes(found).startswith(b"%PDF")
