"""The photos of a session: what is known of them, and their bytes."""

from __future__ import annotations

import datetime as dt
import hashlib

from sqlalchemy import Connection, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from recovery_tracker.data import rows
from recovery_tracker.data.engine import Prepared
from recovery_tracker.data.errors import understood
from recovery_tracker.data.rows import moment_text
from recovery_tracker.data.tables import photos, pictures
from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.i18n import _

_NAMES = ("date", "view", "sha256", "caption", "taken_at", "marks")
COLUMNS = [photos.c[name] for name in _NAMES]
_READ = Prepared(
    select(*COLUMNS).where(
        photos.c.session_id == bindparam("session_id"), photos.c.deleted_at.is_(None)
    )
)


def read(connection: Connection, session_id: str) -> tuple[Photo, ...]:
    """Read what is known of a session's photos."""
    with understood():
        return tuple([rows.photo(row) for row in _READ.run(connection, session_id=session_id)])


def write(connection: Connection, session_id: str, photo: Photo, at: dt.datetime) -> None:
    """Keep what is known of a photo, in place of what was known of it; a hidden one comes back."""
    statement = insert(photos).values(
        session_id=session_id, added_at=moment_text(at), undone=0, **rows.photo_row(photo)
    )
    changed = ("caption", "taken_at", "marks", "deleted_at", "undone")
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["session_id", "date", "view", "sha256"],
            set_={name: statement.excluded[name] for name in changed},
        )
    )


def remove(
    connection: Connection, session_id: str, photo: Photo, at: dt.datetime, *, undone: bool
) -> None:
    """Hide a photo until it is put again or purged, its bytes with it."""
    connection.execute(
        update(photos)
        .where(
            photos.c.session_id == session_id,
            photos.c.date == photo.date.isoformat(),
            photos.c.view == photo.view,
            photos.c.sha256 == photo.sha256,
        )
        .values(deleted_at=moment_text(at), undone=int(undone))
    )


def write_bytes(connection: Connection, sha256: str, data: bytes, thumbnail: bytes) -> None:
    """Keep the bytes of a picture and of its thumbnail, once.

    Raises:
        InvalidValue: the bytes are not those the photo was described by.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise InvalidValue(
            _("The photo was damaged on its way here. Choose the picture again."), "sha256"
        )
    connection.execute(
        insert(pictures)
        .values(sha256=sha256, data=data, thumbnail=thumbnail)
        .on_conflict_do_nothing()
    )


def read_bytes(connection: Connection, sha256: str, *, thumbnail: bool) -> bytes:
    """Read the bytes of a picture, or of its thumbnail.

    Raises:
        NotFound: only the description of the photo is here.
    """
    column = pictures.c.thumbnail if thumbnail else pictures.c.data
    found = connection.execute(select(column).where(pictures.c.sha256 == sha256)).scalar()
    if found is None:
        raise NotFound(_("This photo is named in the diary, but the picture is not here."))
    return bytes(found)
