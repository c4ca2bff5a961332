"""Draws the photos of the sample diary: a face that is plainly drawn, on each day a little calmer.

Run as ``python -m tools.sample_photos``; it writes resources/sample/photos. They show redness that
fades and flaking that comes, as the ratings of the sample tell; no person sat for them.
"""

from __future__ import annotations

import math
import random
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "sample" / "photos"
DAYS = {  # day: how red (0 to 255), how many flakes
    0: (150, 0),
    1: (120, 10),
    2: (95, 60),
    3: (70, 130),
    4: (40, 150),
}
VIEWS = {"front": 0.0, "left": -0.55, "right": 0.55}  # how far the face is turned
SAMPLE_DAYS = (0, 1, 2, 3)  # the sample begins on day 4, whose photos are not taken yet
ALL_VIEWS = (0, 3)  # days with a photo from each side
SIZE = (600, 760)
_SCALE = 2  # drawn larger, then shrunk, for smooth edges
_WALL, _HAIR, _SKIN, _LINE = (205, 203, 198), (56, 38, 32), (232, 190, 160), (74, 48, 38)
_LIPS, _RED, _FLAKE = (176, 92, 92), (206, 74, 78), (252, 238, 226)


def face(day: int, view: str) -> Image.Image:
    """Draw the face of a day from 0 to 4."""
    red, flakes = DAYS[day]
    width, height = (side * _SCALE for side in SIZE)
    picture = Image.new("RGB", (width, height), _WALL)
    turned = VIEWS[view]
    middle, across, high = width / 2, width * 0.34, height * 0.4
    _oval(picture, (middle - turned * 40, height * 0.43), (across * 1.22, high * 1.08), _HAIR)
    _oval(picture, (middle, height * 0.92), (across * 0.5, height * 0.2), _SKIN)
    _oval(picture, (middle, height * 0.5), (across, high), _SKIN)
    skin = Image.new("L", picture.size, 0)
    _oval(skin, (middle, height * 0.5), (across, high), 255)
    drawn = picture.copy()
    centre = middle + turned * across * 0.75
    _blush(drawn, centre, across, red)
    _features(drawn, centre, across)
    _flakes(drawn, centre, across, flakes, random.Random(f"{day} {view}"))
    picture.paste(drawn, mask=skin)  # nothing of the face stands beside it
    _oval(picture, (middle - turned * 60, height * 0.11), (across, height * 0.1), _HAIR)
    return picture.resize(SIZE, Image.Resampling.LANCZOS)


def _oval(
    picture: Image.Image,
    at: tuple[float, float],
    half: tuple[float, float],
    colour: tuple[int, int, int] | int,
) -> None:
    box = (at[0] - half[0], at[1] - half[1], at[0] + half[0], at[1] + half[1])
    ImageDraw.Draw(picture).ellipse(box, colour)


def _blush(picture: Image.Image, centre: float, across: float, red: int) -> None:
    """Cheeks, forehead and chin, soft at their edges."""
    height = picture.height
    mask = Image.new("L", picture.size, 0)
    for x, y, wide, high, share in (
        (-0.52, 0.57, 0.3, 0.09, 1.0),
        (0.52, 0.57, 0.3, 0.09, 1.0),
        (0.0, 0.27, 0.4, 0.06, 0.6),
        (0.0, 0.8, 0.2, 0.04, 0.6),
    ):
        place = (centre + x * across, y * height)
        _oval(mask, place, (wide * across, high * height), round(red * share))
    picture.paste(_RED, mask=mask.filter(ImageFilter.GaussianBlur(28 * _SCALE)))


def _features(picture: Image.Image, centre: float, across: float) -> None:
    """Brows, closed eyes, nose and mouth."""
    height = picture.height
    draw = ImageDraw.Draw(picture)
    for side in (-1, 1):
        x = centre + side * across * 0.42
        reach = across * 0.22
        for y, thick, bend in ((0.36, 16, 200), (0.405, 10, 20)):
            box = (x - reach, height * y, x + reach, height * (y + 0.05))
            draw.arc(box, bend, 340 if bend == 200 else 160, _LINE, thick)
    draw.arc(
        (centre - across * 0.16, height * 0.56, centre + across * 0.16, height * 0.64),
        20, 160, (196, 146, 118), 9,
    )  # fmt: skip
    box = (centre - across * 0.26, height * 0.7, centre + across * 0.26, height * 0.745)
    draw.ellipse(box, _LIPS)
    draw.line((box[0], height * 0.7225, box[2], height * 0.7225), (120, 54, 58), 5)


def _flakes(
    picture: Image.Image, centre: float, across: float, count: int, chance: random.Random
) -> None:
    """Short pale strokes on both cheeks."""
    height = picture.height
    draw = ImageDraw.Draw(picture)
    for _number in range(count):
        side = chance.choice((-1, 1))
        x = centre + across * (side * 0.5 + chance.gauss(0, 0.12))
        y = height * (0.58 + chance.gauss(0, 0.045))
        way, reach = chance.uniform(0, math.pi), chance.uniform(4, 10)
        end = (x + reach * math.cos(way), y + reach * math.sin(way))
        draw.line((x, y, *end), _FLAKE, 3)


def main() -> int:
    """Write all photos."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for day in SAMPLE_DAYS:
        for view in VIEWS if day in ALL_VIEWS else ("front",):
            face(day, view).save(FOLDER / f"{day}-{view}.jpg", "JPEG", quality=80, optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
