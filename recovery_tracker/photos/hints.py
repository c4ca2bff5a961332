"""What may make a photo hard to compare with others: never a word about the skin on it.

All of it is measured on a small grey copy. The limits are judgement, tried on the pictures of
the tests; a hint is an offer to take the photo again, and nothing is refused for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from PIL.Image import Image

MEASURED_PIXELS = 640  # the longer side of the copy that is measured
SMALL_PIXELS = 800  # the longer side of the file
DARK_BELOW = 60.0  # mean of 0 (black) to 255
BRIGHT_ABOVE = 225.0
BLURRED_BELOW = 30.0  # variance of the edges
TILTED_FROM = 8  # degrees

_SYMMETRY_PIXELS = 64
_TILTS = range(-20, 21, 2)
_CLEARER = 0.9  # how much better the turned picture must mirror itself


@frozen
class Hint:
    """One thing that may make a photo hard to compare.

    Attributes:
        code: blurred, dark, bright, small or tilted.
    """

    code: str

    @property
    def words(self) -> str:
        """What it is and what helps, in the person's language."""
        return _(_WORDS[self.code])


_WORDS = {
    "blurred": N_("The photo looks blurred. Hold still while the camera focuses."),
    "dark": N_("The photo is dark. Daylight from the front shows more."),
    "bright": N_("The photo is very bright. Turn away from the sun, and leave the flash off."),
    "small": N_("The photo has few pixels. A larger one shows more when you zoom in."),
    "tilted": N_("The photo looks tilted. Hold the camera upright and straight on."),
}


def hints_of(image: Image, longer: int) -> tuple[Hint, ...]:
    """Look for what may make a photo hard to compare.

    Args:
        image: the picture, upright.
        longer: the longer side of the file it came from, in pixels.
    """
    from PIL import ImageStat

    grey = image.convert("L")
    grey.thumbnail((MEASURED_PIXELS, MEASURED_PIXELS))
    light = ImageStat.Stat(grey).mean[0]
    found = {
        "small": longer < SMALL_PIXELS,
        "dark": light < DARK_BELOW,
        "bright": light > BRIGHT_ABOVE,
        "blurred": _edges(grey) < BLURRED_BELOW,
        "tilted": abs(_tilt(grey)) >= TILTED_FROM,
    }
    return tuple(Hint(code) for code, holds in found.items() if holds)


def _edges(grey: Image) -> float:
    """How much the edges of a picture differ: little in a blurred one (Laplacian variance)."""
    from PIL import ImageFilter, ImageStat

    laplace = ImageFilter.Kernel((3, 3), (0, 1, 0, 1, -4, 1, 0, 1, 0), scale=1, offset=128)
    inside = (1, 1, max(2, grey.width - 1), max(2, grey.height - 1))  # the filter skips the rim
    return ImageStat.Stat(grey.filter(laplace).crop(inside)).var[0]


def _tilt(grey: Image) -> int:
    """By how many degrees a face is turned: the turn at which it mirrors itself best.

    0 where no turn is clearly better, as for a face from the side.
    """
    from PIL import ImageOps

    small = ImageOps.fit(grey, (_SYMMETRY_PIXELS, _SYMMETRY_PIXELS))
    unlike = {turn: _unlike_its_mirror(small.rotate(turn), small.width) for turn in _TILTS}
    best = min(unlike, key=lambda turn: (unlike[turn], abs(turn)))
    return best if unlike[best] < _CLEARER * unlike[0] else 0


def _unlike_its_mirror(picture: Image, side: int) -> float:
    """How much the middle of a picture differs from its mirror image."""
    from PIL import ImageChops, ImageOps, ImageStat

    rim = side // 6  # what turning fills with black is left out
    middle = picture.crop((rim, rim, side - rim, side - rim))
    return ImageStat.Stat(ImageChops.difference(middle, ImageOps.mirror(middle))).rms[0]
