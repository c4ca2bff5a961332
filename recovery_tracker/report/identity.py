"""Who was treated and how: the lines at the head of a report, and the health facts."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_tracker.domain import choices
from recovery_tracker.domain.choices import FACE_PARTS
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.wording import with_mark, within_a_sentence
from recovery_tracker.i18n import N_, _
from recovery_tracker.report.case import Case
from recovery_tracker.report.dates import capital, in_full, with_weekday
from recovery_tracker.values import frozen

LINES = {
    "patient": N_("Patient"),
    "treated": N_("Treated"),
    "area": N_("Area"),
    "method": N_("Method"),
    "treated_by": N_("Treated by"),
    "skin": N_("Skin"),
    "products": N_("Used on skin"),
    "earlier": N_("Earlier sessions"),
    "patient_number": N_("Patient number"),
    "dermatologist": N_("Dermatologist"),
    "appointment": N_("Appointment"),
    "numbing_cream": N_("Numbing cream"),
    "recent_procedures": N_("Also within 14 days"),
    "session_notes": N_("About the session"),
}
"""The lines that can be left out one by one: code -> label, to be translated."""

_ALWAYS = ("patient", "treated", "area", "method", "treated_by", "skin", "products", "earlier")

_LONGEST_NAME = 60  # characters at the head of later pages

_ASKED = {
    "cold_sores": N_("cold sores"),
    "keloid": N_("raised scars (keloid)"),
    "metal_allergy": N_("metal allergy"),
    "severe_allergy": N_("past severe allergic reaction"),
    "diabetes": N_("diabetes"),
    "weak_immunity": N_("weak immune system"),
    "blood_thinners": N_("blood thinners or bleeding disorder"),
    "isotretinoin": N_("isotretinoin"),
    "pregnant_or_breastfeeding": N_("pregnant or breastfeeding"),
}
_ASKED_OF_SESSION = {
    "reused_or_shared_needles": N_("needles reused or shared"),
    "aggressive": N_("aggressive treatment"),
}


@frozen
class Line:
    """A label and what stands behind it; an empty value prints as "Not stated".

    Attributes:
        code: a key of ``LINES``.
    """

    code: str
    label: str
    value: str


@frozen
class HealthFacts:
    """What was asked about health and treatment, grouped by the answer, as words to be listed.

    Attributes:
        stated: facts with words of their own, such as "Allergies: nickel".
        yes, no, not_stated: names of the facts answered so.
    """

    stated: tuple[str, ...]
    yes: tuple[str, ...]
    no: tuple[str, ...]
    not_stated: tuple[str, ...]


def lines(case: Case) -> tuple[Line, ...]:
    """Return the lines of "who and what" but for those left out; extra ones only when stated."""
    values = dict(_values(case))
    return tuple(
        Line(code, _(label), _one_line(values.get(code, "")))
        for code, label in LINES.items()
        if code not in case.options.leave_out and (code in _ALWAYS or values.get(code))
    )


def _values(case: Case) -> Iterator[tuple[str, str]]:
    profile, session = case.profile, case.session
    yield "patient", patient(profile)
    yield "treated", with_weekday(session.date)
    yield "area", _areas(session)
    yield "method", method(session)
    yield "treated_by", _treated_by(session)
    yield "skin", _skin(profile)
    yield "products", ", ".join(session.products)
    yield "earlier", str(_sessions_before(case) or _("None in this log"))
    yield "patient_number", profile.patient_number
    yield "dermatologist", _dermatologist(profile, _treated_by(session))
    yield "appointment", in_full(profile.appointment) if profile.appointment else ""
    yield "numbing_cream", session.numbing_cream
    yield "recent_procedures", _chosen(choices.RECENT_PROCEDURES, session.recent_procedures)
    yield "session_notes", session.notes


def patient(profile: Profile) -> str:
    """Name the patient: "Alex Sample, born 1990"; of the birth date only the year is shown."""
    born = _("born {year}").format(year=profile.birth_date.year) if profile.birth_date else ""
    return ", ".join(filter(None, (profile.name, born)))


def _sessions_before(case: Case) -> int:
    return sum(
        other.id != case.session.id and other.date <= case.session.date and not other.archived
        for other in case.sessions
    )


def _areas(session: Session) -> str:
    parts = [area for area in session.areas if area in FACE_PARTS]
    if "face" not in session.areas or not parts:
        return _chosen(choices.AREAS, session.areas)
    face = _("{area}: {parts}").format(
        area=_(choices.AREAS["face"]),
        parts=", ".join(_inner(_(choices.AREAS[part])) for part in parts),
    )
    others = tuple(area for area in session.areas if area != "face" and area not in parts)
    return "; ".join(filter(None, (face, _chosen(choices.AREAS, others))))


def method(session: Session) -> str:
    """Name device and depth: "Pen, 1.5 mm"; nothing where neither was stated."""
    device = choices.label(choices.DEVICES, session.device) if session.device else ""
    if not device and session.needle_depth_mm is None:
        return ""
    depth = (
        _("{depth} mm").format(depth=with_mark(f"{session.needle_depth_mm:g}"))
        if session.needle_depth_mm is not None
        else _("depth not stated")
    )
    return ", ".join(filter(None, (device, depth)))


def _treated_by(session: Session) -> str:
    who = {
        "professional": _("a professional"),
        "home": _("the patient, at home"),
    }.get(session.performed_by or "", "")
    if session.practitioner and session.performed_by != "home":
        return session.practitioner
    return ", ".join(filter(None, (session.practitioner, capital(who))))


def _dermatologist(profile: Profile, treated_by: str) -> str:
    """Name whom the patient would call, unless it is who did the treatment."""
    named = ", ".join(filter(None, (profile.dermatologist.name, profile.dermatologist.clinic)))
    return "" if named == treated_by else named


def _skin(profile: Profile) -> str:
    words = [choices.label(choices.SKIN_TYPES, profile.skin_type)] if profile.skin_type else []
    if profile.sensitive:
        words.append(_("sensitive"))
    if profile.skin_tone is not None:
        words.append(_("Fitzpatrick {n}").format(n=profile.skin_tone))
    words += [
        _inner(choices.label(choices.SKIN_CONDITIONS, condition))
        for condition in profile.skin_conditions
    ]
    return capital(", ".join(words))


def _chosen(answers: choices.Choices, codes: tuple[str, ...]) -> str:
    return ", ".join(
        choices.label(answers, code) if place == 0 else _inner(choices.label(answers, code))
        for place, code in enumerate(codes)
    )


def _one_line(words: str, longest: int | None = None) -> str:
    """Put words on one line, cut to a length where they are longer."""
    line = " ".join(words.split())
    return line if longest is None or len(line) <= longest else f"{line[: longest - 1]}…"


def _inner(label: str) -> str:
    """A label within a sentence: a small first letter, but for abbreviations such as PRP."""
    return within_a_sentence(label) if label[1:2].islower() else label


def health_facts(case: Case) -> HealthFacts:
    """Group the facts that change a risk by the answer; an empty one is "not stated"."""
    profile, session = case.profile, case.session
    answers: dict[str, bool | None] = {
        **{name: getattr(profile, code) for code, name in _ASKED.items()},
        **{name: getattr(session, code) for code, name in _ASKED_OF_SESSION.items()},
    }
    stated: list[str] = []
    missing: list[str] = []
    if allergies := _one_line(profile.allergies):
        stated.append(_("Allergies: {text}").format(text=allergies))
    else:
        missing.append(_("allergies"))
    if not profile.skin_conditions:
        missing.append(_("skin conditions"))
    if profile.skin_tone is None:
        missing.append(_("skin tone"))
    if profile.sensitive is False:
        stated.append(_("Skin not sensitive"))
    elif profile.sensitive is None:
        missing.append(_("sensitive skin"))
    if not session.numbing_cream:
        missing.append(_("numbing cream"))
    if not session.recent_procedures:
        missing.append(_("other procedures within 14 days"))

    def answered(answer: bool | None) -> tuple[str, ...]:
        return tuple(_(name) for name, given in answers.items() if given is answer)

    return HealthFacts(
        stated=tuple(stated),
        yes=answered(True),
        no=answered(False),
        not_stated=(*answered(None), *missing),
    )


def whose(case: Case) -> str:
    """Say in one line, for the head of later pages, whose report this is."""
    left_out = case.options.leave_out
    who = "" if "patient" in left_out else _one_line(patient(case.profile), _LONGEST_NAME)
    treated = _("treated {date}").format(date=in_full(case.session.date))
    return " · ".join(filter(None, (who, "" if "treated" in left_out else treated)))
