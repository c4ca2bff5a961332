"""What the diary keeps besides the present: what was deleted, earlier versions, warnings shown."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Photo, Session
from recovery_tracker.values import frozen

Kind = Literal["symptom", "care_item"]


@frozen
class Deleted:
    """A session, an entry or a photo that was deleted and can still be brought back.

    Attributes:
        date: the date of the session, of the entry or of the photo.
        deleted_at: UTC, whole seconds.
        photo: which photo; ``None`` for the others.
    """

    kind: Literal["session", "entry", "photo"]
    session_id: str
    date: dt.date
    deleted_at: dt.datetime
    photo: Photo | None = None


@frozen
class Version:
    """How an entry, a session or the profile stood until a change.

    Attributes:
        at: the moment of that change, UTC, whole seconds.
        what: how it stood before; ``None`` where it was deleted or did not exist.
        taken: false for an entry from a file that was older than the one here: it was kept
            aside at ``at`` and nothing changed.
    """

    at: dt.datetime
    what: Entry | Session | Profile | None
    taken: bool = True


@frozen
class Shown:
    """A warning as the patient was shown it, in the words of that day.

    Attributes:
        rule: the rule's id; ``level`` and ``by``: the codes of :mod:`domain.warnings`.
        date: the entry that first reached this level.
        text: what the patient was told; ``reason``: what was seen, in words.
        guidance: the version of the guidance it came from.
        shown_at: UTC, whole seconds.
    """

    session_id: str
    rule: str
    level: str
    by: str | None
    date: dt.date
    text: str
    reason: str
    guidance: str
    shown_at: dt.datetime
