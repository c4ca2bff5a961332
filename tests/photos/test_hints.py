"""What may make a photo hard to compare is said; what is fine is left alone."""

from __future__ import annotations

import pytest
from PIL import Image, ImageFilter

from recovery_tracker.photos.hints import Hint, hints_of
from tests.photos.drawn import face


def codes(picture: Image.Image, longer: int = 4000) -> set[str]:
    return {hint.code for hint in hints_of(picture, longer)}


def test_a_sharp_upright_photo_has_no_hint() -> None:
    assert codes(face()) == set()


@pytest.mark.parametrize(
    ("picture", "hint"),
    [
        (face().filter(ImageFilter.GaussianBlur(14)), "blurred"),
        (face(light=0.2), "dark"),
        (face(light=4.0), "bright"),
        (face().rotate(14, fillcolor=(190, 192, 195)), "tilted"),
        (face().rotate(-14, fillcolor=(190, 192, 195)), "tilted"),
    ],
    ids=["blurred", "dark", "bright", "tilted left", "tilted right"],
)
def test_what_makes_comparing_hard_is_found(picture: Image.Image, hint: str) -> None:
    assert hint in codes(picture)


def test_a_file_of_few_pixels_is_small() -> None:
    assert codes(face(), longer=799) == {"small"}
    assert codes(face(), longer=800) == set()


@pytest.mark.parametrize("degrees", [-4, -2, 2, 4])
def test_a_little_tilt_is_nobodys_business(degrees: int) -> None:
    assert "tilted" not in codes(face().rotate(degrees, fillcolor=(190, 192, 195)))


def test_a_face_from_the_side_is_not_called_tilted() -> None:
    side = face()
    side.paste((190, 192, 195), (600, 0, 1200, 1600))
    assert "tilted" not in codes(side)


def test_a_picture_of_one_pixel_is_measured() -> None:
    assert "small" in codes(Image.new("RGB", (1, 1)), longer=1)


@pytest.mark.parametrize("code", ["blurred", "dark", "bright", "small", "tilted"])
def test_each_hint_says_what_it_is_and_what_helps(code: str) -> None:
    said = Hint(code).words
    assert said.count(".") == 2
    assert "skin" not in said
