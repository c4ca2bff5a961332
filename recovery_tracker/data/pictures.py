"""The photos of a session: what is known of them, and their bytes."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.data import rows, statements
from recovery_tracker.data.engine import Connection
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import moment_text
from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.i18n import _


def read(connection: Connection, session_id: str) -> tuple[Photo, ...]:
    """Read what is known of a session's photos."""
    with understood():
        found = statements.READ_PHOTOS.run(connection, session_id=session_id)
        return tuple([rows.photo(row) for row in found])


def write(connection: Connection, session_id: str, photo: Photo, at: dt.datetime) -> None:
    """Keep what is known of a photo, in place of what was known of it; a hidden one comes back."""
    statements.KEEP_PHOTO.run(
        connection, session_id=session_id, added_at=moment_text(at), **rows.photo_row(photo)
    )


def remove(
    connection: Connection, session_id: str, photo: Photo, at: dt.datetime, *, undone: bool
) -> None:
    """Hide a photo until it is put again or purged, its bytes with it."""
    statements.HIDE_PHOTO.run(
        connection,
        of_session_id=session_id,
        of_date=photo.date.isoformat(),
        of_view=photo.view,
        of_sha256=photo.sha256,
        deleted_at=moment_text(at),
        undone=int(undone),
    )


def write_bytes(connection: Connection, sha256: str, data: bytes, thumbnail: bytes) -> None:
    """Keep the bytes of a picture and of its thumbnail, once.

    Raises:
        InvalidValue: the bytes are not those the photo was described by.
    """
    if not is_whole(sha256, data):
        raise InvalidValue(
            _("The photo was damaged on its way here. Choose the picture again."), "sha256"
        )
    statements.KEEP_PICTURE.run(connection, sha256=sha256, data=data, thumbnail=thumbnail)


def is_whole(sha256: object, data: object) -> bool:
    """Tell whether these are the bytes a picture is known by; a damaged page may hold anything."""
    import hashlib  # not at the start: it loads OpenSSL

    return isinstance(data, bytes) and hashlib.sha256(data).hexdigest() == sha256


def read_bytes(connection: Connection, sha256: str, *, thumbnail: bool) -> bytes:
    """Read the bytes of a picture, or of its thumbnail.

    Raises:
        NotFound: only the description of the photo is here.
    """
    wanted = statements.READ_THUMBNAIL if thumbnail else statements.READ_PICTURE
    found = wanted.first(connection, sha256=sha256)
    if found is None:
        raise NotFound(_("This photo is named in the diary, but the picture is not here."))
    return memoryview(found[0]).tobytes()  # a text or a number there is refused: it is damage
