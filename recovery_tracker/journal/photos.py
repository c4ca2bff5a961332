"""What a patient does with photos: add, describe, mark two points, take out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from recovery_tracker.domain.choices import PHOTO_VIEWS, label
from recovery_tracker.domain.errors import NotFound
from recovery_tracker.domain.recovery import Photo, check_entry_date
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.journal.changes import PhotoStep
from recovery_tracker.journal.diary import Diary
from recovery_tracker.journal.snapshot import Snapshot
from recovery_tracker.values import frozen


@frozen
class NewPhoto:
    """A picture ready to be kept, and the day and view it is of.

    Attributes:
        data: the picture as it is to be kept.
        thumbnail: the same, small.
    """

    date: dt.date
    view: str
    data: bytes
    thumbnail: bytes
    caption: str = ""
    taken_at: dt.datetime | None = None

    @property
    def photo(self) -> Photo:
        """What is known of it."""
        import hashlib  # not at the start: it loads OpenSSL

        digest = hashlib.sha256(self.data).hexdigest()
        return Photo(self.date, self.view, digest, self.caption, self.taken_at)


class Photos(Diary):
    """The use cases of photos."""

    def add_photos(self, session_id: str, new: Sequence[NewPhoto]) -> Snapshot:
        """Keep photos, as one change; one that is there already is left as it is.

        Raises:
            InvalidValue: a date in the future or outside the session's diary.
            NotFound: there is no such session.
        """
        session = self._session(session_id)
        for one in new:
            check_entry_date(session, one.date, self.today)
        now = self._now()
        steps: list[PhotoStep] = []
        with self._store.transaction():
            here = {photo.key for photo in self._store.recovery(session_id).photos}
            for one in new:
                photo = one.photo
                if photo.key not in here:
                    here.add(photo.key)
                    self._store.put_photo(session_id, photo, one.data, one.thumbnail, now)
                    steps.append(PhotoStep(session_id, None, photo))
        if not steps:
            return self.snapshot()
        many = ngettext("Add {n} photo", "Add {n} photos", len(steps)).format(n=len(steps))
        return self._changed(many, session_id, *steps)

    def change_photo(self, session_id: str, before: Photo, after: Photo) -> Snapshot:
        """Give a photo another day, view or caption.

        Raises:
            InvalidValue: a date in the future or outside the session's diary.
            NotFound: the photo is no longer there.
        """
        check_entry_date(self._session(session_id), after.date, self.today)
        after = replace(after, sha256=before.sha256)
        now = self._now()
        with self._store.transaction():
            self._find(session_id, before)
            if after.key == before.key:
                steps = [PhotoStep(session_id, before, after)]
            else:  # it is the same photo at another place: the old place is not "deleted"
                self._store.remove_photo(session_id, before, now, undone=True)
                steps = [
                    PhotoStep(session_id, before, None, undone=True),
                    PhotoStep(session_id, None, after),
                ]
            self._store.put_photo(session_id, after, None, None, now)
        return self._changed(_name(after), session_id, *steps)

    def mark_photos(self, marked: Sequence[tuple[str, Photo, tuple[float, ...]]]) -> Snapshot:
        """Mark two points on each of some photos, as one change.

        Args:
            marked: the session, the photo and the four numbers of :attr:`Photo.marks` of each.

        Raises:
            InvalidValue: a point that is not on the photo.
            NotFound: a photo is no longer there.
        """
        now = self._now()
        steps: list[PhotoStep] = []
        with self._store.transaction():
            for session_id, photo, marks in marked:
                before = self._find(session_id, photo)
                after = replace(before, marks=marks)
                if after != before:
                    self._store.put_photo(session_id, after, None, None, now)
                    steps.append(PhotoStep(session_id, before, after))
        if not steps:
            return self.snapshot()
        return self._changed(_("Line up photos"), marked[0][0], *steps)

    def delete_photo(self, session_id: str, photo: Photo) -> Snapshot:
        """Take a photo out; it waits with what is deleted, and can be brought back.

        Raises:
            NotFound: the photo is no longer there.
        """
        with self._store.transaction():
            kept = self._find(session_id, photo)
            self._store.remove_photo(session_id, kept, self._now())
        said = _("Delete {photo}").format(photo=within_a_sentence(_name(kept)))
        return self._changed(said, session_id, PhotoStep(session_id, kept, None))

    def thumbnail_bytes(self, sha256: str) -> bytes:
        """Return the bytes of the small picture.

        Raises:
            NotFound: only its description is here.
        """
        return self._store.thumbnail_bytes(sha256)

    def _find(self, session_id: str, photo: Photo) -> Photo:
        photos = self._store.recovery(session_id).photos
        found = next((one for one in photos if one.key == photo.key), None)
        if found is None:
            raise NotFound(_("This photo is no longer in your diary."))
        return found


def _name(photo: Photo) -> str:
    return _("Photo, {view}").format(view=within_a_sentence(label(PHOTO_VIEWS, photo.view)))
