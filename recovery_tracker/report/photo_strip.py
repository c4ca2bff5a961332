"""Photos in the report, only where the patient chose them: the first, one in between, the latest.

Which ones stand there is chosen by date and by the ratings alone, and each says how. Nothing is
read from a photo, and nothing is said about one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import field

from recovery_tracker.domain import choices
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Photo, Recovery
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.wording import listed, within_a_sentence
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.report.case import Case, ReportOptions
from recovery_tracker.report.dates import in_full, number
from recovery_tracker.values import frozen

VISIBLE = ("redness", "swelling", "flaking", "dryness", "bruising")
"""What one sees in the mirror: the symptoms whose grades are added up to choose a day."""

_FIRST, _HIGHEST, _LATEST = "first", "highest", "latest"


@frozen
class PhotoShown:
    """One photo of the strip.

    Attributes:
        when: its day and date; ``why``: how it came to be chosen.
        caption: what the patient wrote under it.
        alt: all of it in one sentence, for who cannot see it.
        picture: the bytes of a JPEG.
    """

    when: str
    why: str
    caption: str
    alt: str
    picture: bytes = field(repr=False)


@frozen
class PhotoStrip:
    """Up to three photos of one view, and what is to be known about them."""

    view: str
    photos: tuple[PhotoShown, ...]
    notes: tuple[str, ...]


def chosen_photos(recovery: Recovery, options: ReportOptions) -> tuple[tuple[Photo, str], ...]:
    """Return the photos a report shows, oldest first, each with the codes of why, by a space.

    Empty unless photos are chosen. All are of one view: the one that fills most places, then
    the one with most photos.
    """
    if not options.photos:
        return ()
    shown = [photo for photo in recovery.photos if options.shows(photo.date)]
    strips = [
        _strip([photo for photo in shown if photo.view == view], recovery)
        for view in choices.PHOTO_VIEWS
    ]
    counts = {view: sum(p.view == view for p in shown) for view in choices.PHOTO_VIEWS}
    best = max(
        zip(strips, choices.PHOTO_VIEWS, strict=True),
        key=lambda each: (len(each[0]), counts[each[1]]),
    )
    return best[0]


def pictures_of(
    recovery: Recovery, options: ReportOptions, read: Callable[[str], bytes]
) -> dict[str, bytes]:
    """Return the bytes of :func:`chosen_photos` by their sha256; one that is not there is left out.

    ``read`` gives the bytes of a photo, or raises a :class:`RecoveryTrackerError`.
    """
    pictures: dict[str, bytes] = {}
    for photo, _why in chosen_photos(recovery, options):
        with suppress(RecoveryTrackerError):
            pictures[photo.sha256] = read(photo.sha256)
    return pictures


def _strip(photos: list[Photo], recovery: Recovery) -> tuple[tuple[Photo, str], ...]:
    if not photos:
        return ()
    photos.sort(key=lambda photo: (photo.date, photo.sha256))
    before = [photo for photo in photos if recovery.day_of(photo.date) < 0]
    chosen = {_FIRST: before[-1] if before else photos[0], _LATEST: photos[-1]}
    highest = _highest(photos, recovery)
    if highest is not None:
        chosen[_HIGHEST] = highest
    why: dict[Photo, list[str]] = {}
    for code in (_FIRST, _HIGHEST, _LATEST):
        if code in chosen:
            why.setdefault(chosen[code], []).append(code)
    return tuple((photo, " ".join(why[photo])) for photo in sorted(why, key=lambda p: p.date))


def _highest(photos: Iterable[Photo], recovery: Recovery) -> Photo | None:
    """The first photo of the day, from day 0 on, whose visible symptoms add up to the most."""
    found: Photo | None = None
    most = 0
    for photo in photos:
        total = _sum(recovery.entry(photo.date)) if recovery.day_of(photo.date) >= 0 else None
        if total is not None and total > most:
            found, most = photo, total
    return found


def _sum(entry: Entry | None) -> int | None:
    """The sum of the visible symptoms; ``None`` unless all of them are recorded."""
    if entry is None or any(code not in entry.scores for code in VISIBLE):
        return None
    return sum(entry.scores[code] for code in VISIBLE)


def photo_strip(case: Case) -> PhotoStrip | None:
    """Put the chosen photos into words; nothing where there is none, or none was chosen."""
    chosen = chosen_photos(case.recovery, case.options)
    if not chosen:
        return None
    view = choices.label(choices.PHOTO_VIEWS, chosen[0][0].view)
    here = [(photo, why) for photo, why in chosen if photo.sha256 in case.pictures]
    missing = len(chosen) - len(here)
    notes = [_("Chosen by date and by the ratings; the program does not read photos.")]
    if missing:
        notes.append(
            ngettext(
                "{n} photo is named in the diary, but its picture is not there.",
                "{n} photos are named in the diary, but their pictures are not there.",
                missing,
            ).format(n=missing)
        )
    return PhotoStrip(
        view, tuple(_shown(case, photo, why, view) for photo, why in here), tuple(notes)
    )


def _shown(case: Case, photo: Photo, why: str, view: str) -> PhotoShown:
    when = _("Day {n}, {date}").format(
        n=number(case.recovery.day_of(photo.date)), date=in_full(photo.date)
    )
    first, *more = (_reason(code, case, photo) for code in why.split())
    reasons = _("; ").join((first, *(within_a_sentence(reason) for reason in more)))
    alt = _("Photo, {view}. {day}. {why}.").format(
        view=within_a_sentence(view), day=when, why=reasons
    )
    if photo.caption:
        alt = _("{photo} The patient wrote: {caption}").format(photo=alt, caption=photo.caption)
    return PhotoShown(when, reasons, photo.caption, alt, case.pictures[photo.sha256])


def _reason(code: str, case: Case, photo: Photo) -> str:
    if code == _LATEST:
        return _("Latest photo of this view")
    if code == _FIRST:
        if case.recovery.day_of(photo.date) < 0:
            return _("Last photo of this view before treatment")
        return _("First photo of this view")
    names = listed([within_a_sentence(SYMPTOM_BY_CODE[symptom].label) for symptom in VISIBLE])
    total = _sum(case.recovery.entry(photo.date))
    return _(
        "Of the days with a photo, the highest sum of {symptoms} as rated: {sum} of {most}"
    ).format(symptoms=names, sum=total, most=len(VISIBLE) * Severity.VERY_SEVERE)
