"""From decoded JSON to the values of a log: each is checked, and what is left out is said."""

from __future__ import annotations

import binascii
import datetime as dt
import hashlib
from base64 import b64decode
from collections.abc import Callable
from typing import Any, TypeVar

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import (
    Act,
    Log,
    Photo,
    Recovery,
    Session,
    check_entry_date,
    check_session_date,
)
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange import fields
from recovery_tracker.exchange.fields import Fields, Wrong, read_group, read_list
from recovery_tracker.exchange.format import Parsed
from recovery_tracker.exchange.identity import OwnItems, identified
from recovery_tracker.exchange.json_entry import entry_fields, refuse_answered_twice
from recovery_tracker.exchange.text import not_kept, quoted
from recovery_tracker.i18n import _, ngettext

_Made = TypeVar("_Made")

_PARTS: Fields = dict.fromkeys(("entries", "photos", "acts"), fields.LIST)
_SESSION: Fields = {**fields.SESSION, **_PARTS}


class Reading:
    """One log being read: what was taken so far, and what has to be said about it."""

    def __init__(self, today: dt.date) -> None:
        """Read a log as of today: nothing in it may lie in the future."""
        self._today = today
        self._symptoms = OwnItems("symptom", SYMPTOM_BY_CODE)
        self._care = OwnItems("care_item", CARE_BY_CODE)
        self._entry_fields = entry_fields(self._symptoms, self._care)
        self._profile = Profile()
        self._recoveries: dict[str, Recovery] = {}
        self._photos: dict[str, bytes] = {}
        self._unknown: dict[str, None] = {}
        self._vague = 0

    def parsed(self) -> Parsed:
        """Return what was read."""
        log = Log(
            profile=self._profile,
            symptoms=self._symptoms.items(),
            care_items=self._care.items(),
            recoveries=tuple(self._recoveries.values()),
        )
        return Parsed(log, self._notices(), self._photos)

    def _notices(self) -> tuple[str, ...]:
        vague: tuple[str, ...] = ()
        if self._vague:
            told = ngettext(
                "{n} photo or act does not say what it is, so it is not kept.",
                "{n} photos or acts do not say what they are, so they are not kept.",
                self._vague,
            )
            vague = (told.format(n=self._vague),)
        own = (*self._symptoms.notices(), *self._care.notices())
        return (*not_kept(self._unknown), *vague, *own)

    def top(self, key: str, value: object) -> None:
        """Take one of the file's top keys; sessions may come whole or one by one."""
        if value is None or key in ("format", "version"):
            return
        if key == "profile":
            try:
                self._profile = self._read_profile(value)
            except Wrong as wrong:
                raise wrong.within(key) from None
        elif key == "symptoms":
            self._define(self._symptoms, value, key)
        elif key == "care_items":
            self._define(self._care, value, key)
        elif key == "sessions":
            _each(value, key, self.session)
        else:
            self._unknown[key] = None

    def _stated(self, value: object, place: str, known: Fields) -> dict[str, Any]:
        """Take what an object states; keys that are not known are noted."""
        said: dict[str, Any] = {}
        for key, item in read_group(value, place).items():
            if item is None:
                continue
            field = known.get(key)
            if field is None:
                self._unknown[f"{place}.{key}"] = None
                continue
            try:
                said[key] = field.read(item, key)
            except Wrong as wrong:
                raise wrong.within(key) from None
        return said

    def _read_profile(self, value: object) -> Profile:
        said = self._stated(value, "profile", fields.PROFILE)
        if "dermatologist" in said:
            place = "profile.dermatologist"
            try:
                whom = self._stated(said["dermatologist"], place, fields.DERMATOLOGIST)
            except Wrong as wrong:
                raise wrong.within("dermatologist") from None
            said["dermatologist"] = Dermatologist(**whom)
        return _made(Profile, said)

    def _define(self, items: OwnItems, value: object, place: str) -> None:
        def one(item: object) -> None:
            said = self._stated(item, place, fields.OWN_ITEM)
            label: str = said.get("label", "")
            code: str = said.get("code", label)
            if not code.strip():
                raise Wrong(_("An item of your own needs a code or a label."))
            if not items.define(code, label, retired=said.get("retired", False)):
                raise Wrong(_("“{code}” is there twice. Keep one.").format(code=quoted(code)))

        _each(value, place, one)

    def session(self, value: object) -> None:
        """Take one session with all that belongs to it.

        Raises:
            Wrong: with the path from the session on.
        """
        said = self._stated(value, "sessions", _SESSION)
        parts: dict[str, list[Any]] = {key: said.pop(key, []) for key in _PARTS}
        if "date" not in said:
            raise Wrong(_("A session needs a date."))
        session = identified(_made(Session, {"id": "", **said}))
        if session.id in self._recoveries:
            raise Wrong(
                _("This session is there twice. Keep one."), ("id",) if "id" in said else ()
            )
        try:
            check_session_date(session.date, self._today)
        except InvalidValue as error:
            raise Wrong(error.sentence, ("date",)) from None
        entries: dict[dt.date, Entry] = {}
        photos: dict[tuple[dt.date, str, str], Photo] = {}
        acts: list[Act] = []
        _each(parts["entries"], "entries", lambda item: self._entry(item, session, entries))
        _each(parts["photos"], "photos", lambda item: self._photo(item, photos))
        _each(parts["acts"], "acts", lambda item: self._act(item, acts))
        self._recoveries[session.id] = Recovery(
            session, tuple(entries.values()), tuple(photos.values()), tuple(acts)
        )

    def _entry(self, value: object, session: Session, taken: dict[dt.date, Entry]) -> None:
        said = self._stated(value, "entries", self._entry_fields)
        date: dt.date | None = said.get("date")
        if date is None:
            raise Wrong(_("An entry needs a date."))
        if date in taken:
            raise Wrong(
                _("There are two entries for {date}. Keep one.").format(date=date), ("date",)
            )
        try:
            check_entry_date(session, date, self._today)
        except InvalidValue as error:
            raise Wrong(error.sentence, ("date",)) from None
        refuse_answered_twice(said)
        taken[date] = _made(Entry, said)

    def _photo(self, value: object, taken: dict[tuple[dt.date, str, str], Photo]) -> None:
        said = self._stated(value, "photos", _PHOTO)
        data: bytes | None = said.pop("data", None)
        if data is not None:
            found = hashlib.sha256(data).hexdigest()
            if said.setdefault("sha256", found) != found:
                raise Wrong(_("The picture is not the one its sha256 tells."), ("data",))
            self._photos[found] = data
        if not {"date", "view", "sha256"} <= said.keys():
            self._vague += 1
            return
        self._refuse_future(said["date"])
        photo = _made(Photo, said)
        if taken.setdefault((photo.date, photo.view, photo.sha256), photo) is not photo:
            raise Wrong(_("This photo is there twice. Keep one."))

    def _act(self, value: object, taken: list[Act]) -> None:
        said = self._stated(value, "acts", fields.ACT)
        if not {"date", "rule"} <= said.keys() or not {"act", "urgency_felt"} & said.keys():
            self._vague += 1
            return
        self._refuse_future(said["date"])
        taken.append(_made(Act, {"act": None, **said}))

    def _refuse_future(self, date: dt.date) -> None:
        if date > self._today:
            raise Wrong(_("{date} is in the future.").format(date=date), ("date",))


def _each(value: object, key: str, take: Callable[[Any], None]) -> None:
    """Take each item of a list; what is wrong with one is told with its place in the list."""
    try:
        items = read_list(value, key)
    except Wrong as wrong:
        raise wrong.within(key) from None
    for place, item in enumerate(items):
        try:
            take(item)
        except Wrong as wrong:
            raise wrong.within(key, place) from None


def _made(kind: Callable[..., _Made], said: dict[str, Any]) -> _Made:
    """Make a value of the domain, which checks itself."""
    try:
        return kind(**said)
    except InvalidValue as error:
        raise Wrong(error.sentence, (error.field,) if error.field in said else ()) from None


def _picture(value: object, key: str) -> bytes:
    if isinstance(value, str):
        try:
            return b64decode(value, validate=True)
        except (binascii.Error, ValueError):
            pass
    raise Wrong(_("“{key}” must be a picture in base64.").format(key=key))


_PHOTO: Fields = {**fields.PHOTO, "data": fields.Field(bytes, _picture)}
