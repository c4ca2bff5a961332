"""The photos of a session as the timeline lists them, and which two to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from recovery_tracker.domain import choices
from recovery_tracker.domain.recovery import Photo, Recovery
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.journal import Snapshot
from recovery_tracker.ui import dates, session_words
from recovery_tracker.ui.photos.thumbnails import Item


def photo_items(snapshot: Snapshot, recovery: Recovery, view: str) -> tuple[Item, ...]:
    """Return the photos of one view, oldest first; those of another session name it."""
    photos = sorted(
        (photo for photo in recovery.photos if photo.view == view),
        key=lambda photo: (photo.date, photo.sha256),
    )
    session = _named(snapshot, recovery)
    return tuple(_item(photo, recovery, session, snapshot) for photo in photos)


def newest_version(snapshot: Snapshot, recovery: Recovery, item: Item) -> Item | None:
    """Return an item as its photo is now; ``None`` where it is no longer there."""
    photo = next((one for one in recovery.photos if one.key == item.photo.key), None)
    return photo and _item(photo, recovery, _named(snapshot, recovery), snapshot)


def _named(snapshot: Snapshot, recovery: Recovery) -> str:
    """The name of a session that is not the one on screen."""
    is_here = snapshot.session is not None and recovery.session.id == snapshot.session.id
    return "" if is_here else session_words.numbered(snapshot, recovery.session)


def _item(photo: Photo, recovery: Recovery, session: str, snapshot: Snapshot) -> Item:
    day = session_words.day_name(recovery.session.day_of(photo.date))
    within = within_a_sentence(day)
    label = _("{day}, today").format(day=day) if photo.date == snapshot.today else day
    name = _("{day}, {date}, {view}").format(
        day=day,
        date=dates.day_month_year(photo.date),
        view=within_a_sentence(choices.label(choices.PHOTO_VIEWS, photo.view)),
    )
    if session:
        label = _("{session}, {day}").format(session=session, day=within)
        within = label
        name = _("{session}, {photo}").format(session=session, photo=within_a_sentence(name))
    return Item(recovery.session.id, photo, label, within, name)


def first_pair(items: Sequence[Item]) -> tuple[Item | None, Item | None]:
    """Return the oldest and the newest photo, or the only one."""
    if not items:
        return None, None
    return items[0], items[-1] if len(items) > 1 else None


def in_order(one: Item, other: Item) -> tuple[Item, Item]:
    """Put the older photo first, so that time goes from left to right."""
    return (one, other) if one.photo.date <= other.photo.date else (other, one)


def best_view(photos: Sequence[Photo]) -> str:
    """Return the view with the most photos; the front where there are none."""
    views = list(choices.PHOTO_VIEWS)
    counts = {view: sum(photo.view == view for photo in photos) for view in views}
    return max(views, key=lambda view: (counts[view], -views.index(view)))
