"""Values of the domain as rows of the database, and back."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from typing import Any

from recovery_tracker.domain.entry import Entry, scores_of
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Session

ENTRY_TEXTS = ("new_product", "medicines", "notes", "private_notes", "advice_received")
ENTRY_MOMENTS = ("entered_at", "changed_at", "done_at")
ENTRY_COLUMNS = ("date", "ratings", "signs", "care", *ENTRY_TEXTS, *ENTRY_MOMENTS)

SESSION_FIELDS = tuple(field.name for field in fields(Session))
PROFILE_FIELDS = tuple(f.name for f in fields(Profile) if f.name != "dermatologist")
SHOWN_COLUMNS = (
    "session_id",
    "rule",
    "level",
    "deadline",
    "date",
    "text",
    "reason",
    "guidance",
    "shown_at",
)
ACT_COLUMNS = ("date", "rule", "act", "urgency_felt", "at", "covered")
PHOTO_COLUMNS = ("date", "view", "sha256", "caption", "taken_at", "marks")
DERMATOLOGIST_FIELDS = tuple(field.name for field in fields(Dermatologist))


def moment_text(moment: dt.datetime | None) -> str | None:
    """Write a moment as ``YYYY-MM-DDTHH:MM:SSZ``.

    Raises:
        ValueError: the moment has no time zone.
    """
    if moment is None:
        return None
    if moment.tzinfo is None:
        raise ValueError("a moment without a time zone is not a moment")
    utc = moment if moment.tzinfo is dt.UTC else moment.astimezone(dt.UTC)
    return utc.isoformat(timespec="seconds")[:-6] + "Z"


@lru_cache(maxsize=256)
def moment(text: str | None) -> dt.datetime | None:
    """Read what :func:`moment_text` wrote."""
    return None if text is None else dt.datetime.fromisoformat(text)


def stated_moment(text: str) -> dt.datetime:
    """Read a moment that is always there."""
    return dt.datetime.fromisoformat(text)


def _texts(row: Sequence[object]) -> None:
    """Refuse bytes: a changed byte in the head of a row makes them of a text.

    Raises:
        TypeError: there are some.
    """
    if bytes in map(type, row):
        raise TypeError("bytes where a text belongs")


def _date_text(date: dt.date | None) -> str | None:
    return None if date is None else date.isoformat()


def _date(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _json(value: Sequence[str] | Mapping[str, int]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _words_text(words: Sequence[str]) -> str:
    return _json(list(words))


def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()  # most of a session's lists are empty


def _flag(number: int | None) -> bool | None:
    return None if number is None else bool(number)


def _flag_number(flag: bool | None) -> int | None:
    return None if flag is None else int(flag)


_Convert = Callable[[Any], Any]
_DATES = dict.fromkeys(("date", "birth_date", "appointment"), (_date_text, _date))
_LISTS = dict.fromkeys(
    ("areas", "products", "recent_procedures", "skin_conditions"), (_words_text, _words)
)
_FLAGS = dict.fromkeys(
    [f.name for kind in (Session, Profile) for f in fields(kind) if "bool" in str(f.type)],
    (_flag_number, _flag),
)
_KEPT_AS: dict[str, tuple[_Convert, _Convert]] = {**_DATES, **_LISTS, **_FLAGS}


def _to_row(value: object, names: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for name in names:
        kept = getattr(value, name)
        row[name] = _KEPT_AS[name][0](kept) if name in _KEPT_AS else kept
    return row


def _from_row(row: Sequence[Any], names: Sequence[str]) -> dict[str, Any]:
    return {
        name: _KEPT_AS[name][1](kept) if name in _KEPT_AS else kept
        for name, kept in zip(names, row, strict=False)
    }


def session_row(session: Session) -> dict[str, Any]:
    """Return a session's columns."""
    return _to_row(session, SESSION_FIELDS)


_SESSION = tuple(_KEPT_AS[name][1] if name in _KEPT_AS else None for name in SESSION_FIELDS)


def session(row: Sequence[Any]) -> Session:
    """Make a session of its columns, in the order of :data:`SESSION_FIELDS`."""
    _texts(row)
    return Session(
        *[read(kept) if read else kept for read, kept in zip(_SESSION, row, strict=False)]
    )


def profile_row(profile: Profile) -> dict[str, Any]:
    """Return a profile's columns."""
    whom = profile.dermatologist
    return {
        **_to_row(profile, PROFILE_FIELDS),
        **{f"dermatologist_{name}": getattr(whom, name) for name in DERMATOLOGIST_FIELDS},
    }


def profile(row: Sequence[Any]) -> Profile:
    """Make a profile of its columns: :data:`PROFILE_FIELDS`, then the dermatologist's."""
    _texts(row)
    whom = Dermatologist(*row[len(PROFILE_FIELDS) :])
    return Profile(**_from_row(row, PROFILE_FIELDS), dermatologist=whom)


def own_item(row: Sequence[Any]) -> OwnItem:
    """Make an own item of code, label and retired."""
    _texts(row)
    code, label, retired = row
    return OwnItem(code, label, retired=bool(retired))


def act_row(act: Act) -> tuple[Any, ...]:
    """Return an act's columns, in the order of :data:`ACT_COLUMNS`."""
    return (
        act.date.isoformat(),
        act.rule,
        act.act,
        act.urgency_felt,
        moment_text(act.at),
        _words_text(act.covered),
    )


def act(row: Sequence[Any]) -> Act:
    """Make an act of its columns, in the order of :data:`ACT_COLUMNS`."""
    _texts(row)
    date, rule, what, urgency_felt, at, covered = row
    return Act(dt.date.fromisoformat(date), rule, what, urgency_felt, moment(at), _words(covered))


def photo_row(photo: Photo) -> dict[str, Any]:
    """Return what is known of a photo; ``taken_at`` stays as the camera said it."""
    return {
        "date": photo.date.isoformat(),
        "view": photo.view,
        "sha256": photo.sha256,
        "caption": photo.caption,
        "taken_at": None if photo.taken_at is None else photo.taken_at.isoformat(),
        "marks": None if photo.marks is None else json.dumps(photo.marks),
    }


def photo(row: Sequence[Any]) -> Photo:
    """Make a photo of its columns, in the order of :data:`PHOTO_COLUMNS`."""
    _texts(row)
    date, view, sha256, caption, taken_at, marks = row
    taken = None if taken_at is None else dt.datetime.fromisoformat(taken_at)
    marked = None if marks is None else tuple(float(number) for number in json.loads(marks))
    return Photo(dt.date.fromisoformat(date), view, sha256, caption, taken, marked)


# The same few ratings, signs and care come back on many days: written and read once each.
_REMEMBERED = 512  # of each; 4,096 took 2.5 MB of a window in long use


@lru_cache(maxsize=_REMEMBERED)
def _codes_text(
    symptoms: tuple[str, ...],
    grades: tuple[int, ...],
    signs: tuple[str, ...],
    absent: tuple[str, ...],
    care: tuple[str, ...],
) -> tuple[str, str, str]:
    answers = dict.fromkeys(signs, 1) | dict.fromkeys(absent, 0)
    return _json(dict(zip(symptoms, grades, strict=True))), _json(answers), _words_text(care)


@lru_cache(maxsize=_REMEMBERED)
def _ratings(text: str) -> Mapping[str, int]:
    return scores_of(dict(json.loads(text)))


@lru_cache(maxsize=_REMEMBERED)
def _signs(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    answers: dict[str, int] = dict(json.loads(text))
    return (
        tuple([sign for sign, present in answers.items() if present]),
        tuple([sign for sign, present in answers.items() if not present]),
    )


@lru_cache(maxsize=_REMEMBERED)
def _care(text: str) -> tuple[str, ...]:
    return _words(text)


def entry_row(entry: Entry) -> tuple[str, ...]:
    """Return an entry's columns, in the order of :data:`ENTRY_COLUMNS`.

    A moment that is not stated is an empty text, which the statements turn into NULL.
    """
    return (
        entry.date.isoformat(),
        *_codes_text(
            tuple(entry.scores),
            tuple(entry.scores.values()),
            entry.signs,
            entry.signs_absent,
            entry.care,
        ),
        entry.new_product,
        entry.medicines,
        entry.notes,
        entry.private_notes,
        entry.advice_received,
        (entry.entered_at and moment_text(entry.entered_at)) or "",
        (entry.changed_at and moment_text(entry.changed_at)) or "",
        (entry.done_at and moment_text(entry.done_at)) or "",
    )


def entry(
    date: str,
    ratings: str,
    signs: str,
    care: str,
    new_product: str,
    medicines: str,
    notes: str,
    private_notes: str,
    advice_received: str,
    entered_at: str | None,
    changed_at: str | None,
    done_at: str | None,
) -> Entry:
    """Make an entry of its columns, in the order of :data:`ENTRY_COLUMNS`."""
    _texts((new_product, medicines, notes, private_notes, advice_received))
    return Entry(
        dt.date.fromisoformat(date),
        _ratings(ratings),
        *_signs(signs),
        _care(care),
        new_product,
        medicines,
        notes,
        private_notes,
        advice_received,
        moment(entered_at),
        moment(changed_at),
        moment(done_at),
    )


def shown_row(shown: Shown) -> dict[str, Any]:
    """Return the columns of a warning that was shown."""
    day, at = shown.date.isoformat(), moment_text(shown.shown_at)
    values = (shown.session_id, shown.rule, shown.level, shown.by, day)
    words = (shown.text, shown.reason, shown.guidance, at)
    return dict(zip(SHOWN_COLUMNS, (*values, *words), strict=True))


def shown(row: Sequence[Any]) -> Shown:
    """Make a warning that was shown of its columns, in the order of :data:`SHOWN_COLUMNS`."""
    _texts(row)
    session_id, rule, level, by, date, text, reason, guidance, at = row
    day = dt.date.fromisoformat(date)
    return Shown(session_id, rule, level, by, day, text, reason, guidance, stated_moment(at))
