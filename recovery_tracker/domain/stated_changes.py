"""What one version of a session or of the profile states that another does not, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from recovery_tracker.domain import choices
from recovery_tracker.domain.entry_changes import text_changes
from recovery_tracker.domain.own_words import isolated
from recovery_tracker.domain.profile import Dermatologist, Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.wording import day_and_month, listed, with_mark
from recovery_tracker.i18n import N_, _

_Say = Callable[[Any], str]


def session_changes(before: Session | None, after: Session | None) -> tuple[str, ...]:
    """Tell in lines what changed from one version of a session's facts to the next.

    Without ``before`` all that ``after`` states is told; without ``after`` nothing is.
    """
    if after is None:
        return ()
    lines = _changes(before, after, _SESSION)
    if before is not None and before.archived != after.archived:
        archived = _("Put into the archive") if after.archived else _("Taken out of the archive")
        lines = (*lines, archived)
    return lines


def profile_changes(before: Profile | None, after: Profile | None) -> tuple[str, ...]:
    """Tell in lines what changed from one version of the profile to the next; as for sessions."""
    if after is None:
        return ()
    was = before.dermatologist if before else Dermatologist()
    return (
        *_changes(before, after, _PROFILE),
        *_changes(was, after.dermatologist, _DERMATOLOGIST),
    )


def _changes(
    before: object | None, after: object, fields: Sequence[tuple[str, str, _Say | None]]
) -> tuple[str, ...]:
    said: list[str] = []
    for field, label, say in fields:
        old, new = getattr(before, field, None), getattr(after, field)
        if say is None:
            said += text_changes(_(label), old or "", new)
        elif old != new and (before is not None or new not in (None, ())):
            line = _("{what}: {before} to {after}") if before is not None else _("{what}: {after}")
            said.append(
                line.format(what=_(label), before=_stated(old, say), after=_stated(new, say))
            )
    return tuple(said)


def _stated(value: Any, say: _Say) -> str:
    return _("not stated") if value in (None, ()) else say(value)


def _date(date: dt.date) -> str:
    return _("{day} {year}").format(day=day_and_month(date), year=date.year)


def _depth(depth_mm: float) -> str:
    return _("{n} mm").format(n=with_mark(f"{depth_mm:g}"))


def _yes_or_no(value: bool) -> str:
    return _("yes") if value else _("no")


def _of(catalogue: Mapping[str, str]) -> _Say:
    return lambda code: choices.label(catalogue, code)


def _own_words(words: Sequence[str]) -> str:
    return listed([isolated(one) for one in words])


def _several(catalogue: Mapping[str, str]) -> _Say:
    return lambda codes: listed([choices.label(catalogue, code) for code in codes])


_SESSION: tuple[tuple[str, str, _Say | None], ...] = (
    ("date", N_("Date of the treatment"), _date),
    ("areas", N_("Treated areas"), _several(choices.AREAS)),
    ("needle_depth_mm", N_("Needle depth"), _depth),
    ("device", N_("Device"), _of(choices.DEVICES)),
    ("aggressive", N_("Intensive treatment"), _yes_or_no),
    ("performed_by", N_("Done by"), _of(choices.PERFORMED_BY)),
    ("reused_or_shared_needles", N_("Needles used before or shared"), _yes_or_no),
    ("practitioner", N_("Who treated you"), None),
    ("products", N_("Products used"), _own_words),
    ("numbing_cream", N_("Numbing cream"), None),
    ("recent_procedures", N_("Also done within 14 days"), _several(choices.RECENT_PROCEDURES)),
    ("notes", N_("Notes about the treatment"), None),
)
_PROFILE: tuple[tuple[str, str, _Say | None], ...] = (
    ("name", N_("Name"), None),
    ("birth_date", N_("Birth date"), _date),
    ("patient_number", N_("Patient number"), None),
    ("skin_type", N_("Skin type"), _of(choices.SKIN_TYPES)),
    ("sensitive", N_("Sensitive"), _yes_or_no),
    ("skin_conditions", N_("Skin conditions"), _several(choices.SKIN_CONDITIONS)),
    ("skin_tone", N_("Skin tone"), str),
    ("cold_sores", N_("Cold sores, now or before"), _yes_or_no),
    ("keloid", N_("Raised scars (keloids) before"), _yes_or_no),
    ("metal_allergy", N_("Metal allergy"), _yes_or_no),
    ("diabetes", N_("Diabetes"), _yes_or_no),
    ("weak_immunity", N_("Weak immune system"), _yes_or_no),
    ("blood_thinners", N_("Blood thinners"), _yes_or_no),
    ("pregnant_or_breastfeeding", N_("Pregnant or breastfeeding"), _yes_or_no),
    ("severe_allergy", N_("A severe allergic reaction before"), _yes_or_no),
    ("isotretinoin", N_("Isotretinoin, now or in the last 6 months"), _yes_or_no),
    ("allergies", N_("Allergies"), None),
    ("appointment", N_("Appointment"), _date),
    ("questions", N_("Questions for the visit"), None),
)
_DERMATOLOGIST: tuple[tuple[str, str, _Say | None], ...] = (
    ("name", N_("Dermatologist"), None),
    ("clinic", N_("Clinic"), None),
    ("phone", N_("Phone number"), None),
    ("email", N_("E-mail"), None),
)
