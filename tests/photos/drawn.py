"""Pictures drawn for the tests: a face of ovals on a grey wall, as a file of any kind."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw


def face(width: int = 1200, height: int = 1600, *, light: float = 1.0) -> Image.Image:
    """A face from the front, with edges sharp enough to count as one in focus."""
    picture = Image.new("RGB", (width, height), (190, 192, 195))
    draw = ImageDraw.Draw(picture)
    x, y = width / 2, height / 2
    draw.ellipse(
        (x - width * 0.34, y - height * 0.4, x + width * 0.34, y + height * 0.4), "#5a3a2a"
    )
    draw.ellipse(
        (x - width * 0.28, y - height * 0.33, x + width * 0.28, y + height * 0.36), "#e2b89a"
    )
    for side in (-1, 1):
        eye = x + side * width * 0.12
        draw.ellipse((eye - 40, y - 140, eye + 40, y - 100), "#2a1a12")
        for line in range(12):  # lashes and pores: fine edges
            place = eye - 60 + line * 10
            draw.line((place, y - 200, place + 8, y - 170), "#3a2a20", 2)
            draw.line((place, y + 40, place, y + 120), "#c0906f", 2)
    draw.rectangle((x - 90, y + 220, x + 90, y + 250), "#a05048")
    return picture.point([min(255, round(value * light)) for value in range(256)] * 3)


def as_file(picture: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    """The picture as the bytes of a file."""
    written = io.BytesIO()
    picture.save(written, kind, **options)
    return written.getvalue()


def camera_says(taken: str = "2026:11:14 08:15:00", orientation: int = 1) -> bytes:
    """What a camera writes into a file: time, how it was held, and the place."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x0110] = "Secret camera"
    exif.get_ifd(0x8769)[0x9003] = taken
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (52.0, 31.0, 12.0)
    return exif.tobytes()


def with_scans(more: int) -> bytes:
    """A JPEG that a decoder goes over again and again; behind its end stands what a film may."""
    whole = as_file(face(60, 80), progressive=True)
    last = whole[whole.rindex(b"\xff\xda") : whole.rindex(b"\xff\xd9")]
    return whole[: whole.rindex(b"\xff\xd9")] + last * more + b"\xff\xd9" + last * 200
