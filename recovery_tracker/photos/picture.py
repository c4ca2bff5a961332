"""One picture file made fit to keep: upright, in standard colours, at most 2,048 pixels, bare.

The file itself is never altered. What is kept is made anew from its pixels, so neither the
place it was taken at nor anything else that a camera writes beside them can come along.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import warnings
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from recovery_tracker.domain.errors import Refused
from recovery_tracker.i18n import _
from recovery_tracker.photos.hints import Hint, hints_of
from recovery_tracker.photos.jpeg_scans import has_too_many_scans
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from PIL.Image import Image

_Source = TypeVar("_Source", Path, bytes, Path | bytes)
_Answer = TypeVar("_Answer")

KEPT_PIXELS = 2048  # the longer side of what is kept
THUMBNAIL_PIXELS = 320  # the longer side of a thumbnail: twice the size it is shown at
MOST_PIXELS = 64_000_000  # telephones make 48 million; more than this is not a photo of a face
MOST_SIDE = 32_768  # pixels; a decoder takes memory for each row, however short
MOST_BYTES = 200 * 1024 * 1024

_LONGEST_S = 60.0  # for one HEIC

_FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")  # nothing else is even looked at
_BRAND = b"ftyp"  # the fifth to eighth byte of HEIC and its relatives
_QUALITY = 88
_THUMBNAIL_QUALITY = 80
_EXIF = 0x8769
_TAKEN = (0x9003, 0x9004)  # DateTimeOriginal, DateTimeDigitized; within the Exif block
_CHANGED = 0x0132  # DateTime


@frozen
class Picture:
    """A picture ready to be kept.

    Attributes:
        data: a JPEG of at most 2,048 x 2,048 pixels, upright, with nothing but its pixels.
        thumbnail: the same, at most 320 x 320 pixels.
        width, height: of ``data``, in pixels.
        taken_at: when the camera says it was taken (local time, no zone), if it says so.
        hints: what may make it hard to compare, each with its reason.
    """

    data: bytes
    thumbnail: bytes
    width: int
    height: int
    taken_at: dt.datetime | None = None
    hints: tuple[Hint, ...] = ()

    @property
    def sha256(self) -> str:
        """What names the picture in the diary: the same pixels have the same name."""
        return hashlib.sha256(self.data).hexdigest()


def read_picture(source: Path | bytes) -> Picture:
    """Make a picture to keep from a file, or from the bytes of one.

    Raises:
        Refused: it is no picture this program reads, too large, or damaged; the sentence says
            which and what to do.
    """
    return _apart_if_heic(_read_picture, source)


def _read_picture(source: Path | bytes) -> Picture:
    with _understood(), _opened(source) as image:
        if image.format == "JPEG" and has_too_many_scans(_bytes_of(source)):
            raise Refused(_damaged())
        taken_at = _taken_at(image)
        longer = max(image.size)
        kept = _standard(_upright(image))
    return Picture(
        data=_jpeg(kept, _QUALITY),
        thumbnail=_jpeg(_shrunk(kept, THUMBNAIL_PIXELS), _THUMBNAIL_QUALITY),
        width=kept.width,
        height=kept.height,
        taken_at=taken_at,
        hints=hints_of(kept, longer),
    )


def shrunk_jpeg(data: bytes, longest: int) -> tuple[bytes, int, int]:
    """Return a kept picture again as a JPEG of at most ``longest`` pixels, its width and height.

    Raises:
        Refused: as for :func:`read_picture`.
    """
    with _understood(), _opened(data) as image:
        image.draft("RGB", (longest, longest))
        image.load()
        small = _standard(_shrunk(image, longest))
    return _jpeg(small, _THUMBNAIL_QUALITY), small.width, small.height


def taken_at(file: Path) -> dt.datetime | None:
    """When a picture file says it was taken; only its beginning is read.

    Raises:
        Refused: as for :func:`read_picture`.
    """
    return _apart_if_heic(_read_taken_at, file)


def _read_taken_at(file: Path) -> dt.datetime | None:
    with _understood(), _opened(file) as image:
        return _taken_at(image)


def _apart_if_heic(read: Callable[[_Source], _Answer], source: _Source) -> _Answer:
    """Read a HEIC in a process of its own: its decoder may end on a damaged one."""
    if not _is_heic(source):
        return read(source)
    from recovery_tracker.apart import EndedApart, ask_apart

    try:
        return ask_apart(read, source, at_most=_LONGEST_S)
    except EndedApart:
        raise Refused(_damaged()) from None


def _is_heic(source: Path | bytes) -> bool:
    """Tell by its first bytes whether a file is of HEIC's family; an unreadable one is not."""
    if isinstance(source, bytes):
        return source[4:8] == _BRAND
    with suppress(OSError), source.open("rb") as file:
        return file.read(8)[4:] == _BRAND
    return False


@contextmanager
def _understood() -> Generator[None]:
    """Say in one sentence what is wrong with a file, whatever the decoder says of it."""
    from PIL import UnidentifiedImageError
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what is odd in a file that can still be read
            warnings.simplefilter("error", DecompressionBombWarning)
            yield
    except (DecompressionBombError, DecompressionBombWarning):
        raise Refused(_too_large()) from None
    except UnidentifiedImageError:
        raise Refused(
            _(
                "This is not a picture the app can read, or it is damaged. "
                "Choose a JPEG, PNG, HEIC or WebP file."
            )
        ) from None
    except FileNotFoundError:
        raise Refused(_("The picture is no longer there. Choose it again.")) from None
    except PermissionError:
        raise Refused(
            _("The picture may not be read. Copy it to another folder and choose that one.")
        ) from None
    except Refused:
        raise
    except MemoryError:
        raise Refused(_too_large()) from None
    except Exception:  # noqa: BLE001 - decoders raise nearly anything on damaged bytes
        raise Refused(_damaged()) from None


def _damaged() -> str:
    return _("The picture is damaged and cannot be read. Choose another one.")


def _too_large() -> str:
    return _("The picture is too large. Choose one of at most {n} million pixels.").format(
        n=MOST_PIXELS // 1_000_000
    )


@contextmanager
def _opened(source: Path | bytes) -> Generator[Image]:
    import PIL.Image

    _prepare()
    size = len(source) if isinstance(source, bytes) else source.stat().st_size
    if size > MOST_BYTES:
        raise Refused(_too_large())
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    with PIL.Image.open(stream, formats=_FORMATS) as image:
        if image.width * image.height > MOST_PIXELS or max(image.size) > MOST_SIDE:
            raise Refused(_too_large())
        yield image


def _bytes_of(source: Path | bytes) -> bytes:
    return source if isinstance(source, bytes) else source.read_bytes()


@cache
def _prepare() -> None:
    """Let Pillow read HEIC; it must be told before the format is named."""
    import pi_heif  # pyright: ignore[reportMissingTypeStubs]

    pi_heif.register_heif_opener()  # pyright: ignore[reportUnknownMemberType]


def _upright(image: Image) -> Image:
    """Decode no larger than needed, turn as the camera was held, and shrink."""
    from PIL import ImageOps

    image.draft("RGB", (KEPT_PIXELS, KEPT_PIXELS))  # JPEG: decodes to no less than this
    image.load()
    return ImageOps.exif_transpose(_shrunk(image, KEPT_PIXELS))


def _shrunk(image: Image, longest: int) -> Image:
    from PIL.Image import Resampling

    copy = image.copy() if image.mode in ("RGB", "RGBA", "L") else image.convert("RGBA")
    copy.info["icc_profile"] = image.info.get("icc_profile")
    copy.thumbnail((longest, longest), Resampling.LANCZOS, reducing_gap=3.0)
    return copy


def _standard(image: Image) -> Image:
    """The pixels alone, in sRGB, on white where they were transparent."""
    import PIL.Image

    colours = image
    if image.mode == "RGBA":
        colours = PIL.Image.new("RGB", image.size, "white")
        colours.paste(image, mask=image.getchannel("A"))
    elif image.mode != "RGB":
        colours = image.convert("RGB")
    colours = _in_srgb(colours, image.info.get("icc_profile"))
    bare = PIL.Image.new("RGB", colours.size)
    bare.paste(colours)
    return bare


def _in_srgb(image: Image, profile: bytes | None) -> Image:
    """Turn a camera's own colours into standard ones; an unreadable profile counts as none."""
    if not profile:
        return image
    from PIL import ImageCms

    with suppress(ImageCms.PyCMSError, OSError, ValueError):
        srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        turned = ImageCms.profileToProfile(image, own, srgb)
        if turned is not None:
            return turned
    return image


def _jpeg(image: Image, quality: int) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=quality, optimize=True)
    return written.getvalue()


def _taken_at(image: Image) -> dt.datetime | None:
    exif = image.getexif()
    block = exif.get_ifd(_EXIF)
    for said in (*(block.get(tag) for tag in _TAKEN), exif.get(_CHANGED)):
        with suppress(TypeError, ValueError):
            said_there = str(said).strip("\0 ")
            return dt.datetime.strptime(said_there, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - no zone
    return None
