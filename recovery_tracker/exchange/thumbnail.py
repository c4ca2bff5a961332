"""The small picture of a photo that comes with a file, and whether it may be kept at all.

A file of ours holds pictures the program has already made upright and small. Anything else is
looked at with suspicion: what is no picture, is too large, or says where it was taken is not kept.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Mapping

from recovery_tracker.i18n import ngettext
from recovery_tracker.photos.jpeg_scans import has_too_many_scans

SIZE = 320
QUALITY = 82
_MOST_SIDE = 4096  # pixels; the program itself keeps 2,048, and the window must not stall
_FORMATS = ("JPEG", "PNG", "WEBP")
_GPS = 0x8825


def thumbnail(data: bytes) -> bytes | None:
    """Return a picture's thumbnail as JPEG; ``None`` for what must not be kept as a photo."""
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with Image.open(io.BytesIO(data), formats=_FORMATS) as picture:
                if max(picture.size) > _MOST_SIDE or _GPS in picture.getexif():
                    return None
                if picture.format == "JPEG" and has_too_many_scans(data):
                    return None
                picture.draft("RGB", (2 * SIZE, 2 * SIZE))
                small = ImageOps.exif_transpose(picture).convert("RGB")
                small.thumbnail((SIZE, SIZE))
                out = io.BytesIO()
                small.save(out, "JPEG", quality=QUALITY, optimize=True)
    except Exception:  # noqa: BLE001 - a decoder may fail in any way on what is no picture
        return None
    return out.getvalue()


class Incoming:
    """The pictures of a file, handed over one by one with their thumbnails."""

    def __init__(
        self,
        pictures: Mapping[str, bytes],
        small: Callable[[bytes], bytes | None] = thumbnail,
    ) -> None:
        """Take the pictures of a file, by sha256; ``small`` makes a thumbnail or refuses."""
        self._pictures = pictures
        self._small = small
        self._refused = 0

    def picture(self, sha256: str) -> tuple[bytes, bytes] | None:
        """Return a picture and its thumbnail; ``None`` if there is none that may be kept."""
        if sha256 not in self._pictures:
            return None
        data = self._pictures[sha256]
        small = self._small(data)
        if small is None:
            self._refused += 1
            return None
        return data, small

    def notices(self) -> tuple[str, ...]:
        """Say how many pictures were not kept, after all were asked for."""
        if not self._refused:
            return ()
        told = ngettext(
            "{n} picture is not kept: it is no picture this program can show, is too large, or "
            "says where it was taken. Add it as a photo.",
            "{n} pictures are not kept: they are no pictures this program can show, are too "
            "large, or say where they were taken. Add them as photos.",
            self._refused,
        )
        return (told.format(n=self._refused),)
