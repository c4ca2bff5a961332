"""``FILE.fhir.json``: an HL7 FHIR R4 Bundle of the diary, for a clinic's system. Export only.

A collection of one Patient, a Procedure for each session, an Observation for each rating, sign,
care item and text of each day, and a DocumentReference with the report where one is given. All
references are urn:uuid made of the diary's own ids, so the same log gives the same bytes.

What the tests check: structure, types, cardinality and references, by the R4B models (the same
as R4 for these resources as far as they are used here), and required code bindings, by the
tables of ``fhir_codes``. What nobody checks: profiles (such as national ones), invariants, and
terminology beyond the required bindings. Not in the bundle: warnings and what was done about
them, photos, and anything not recorded, which has no Observation at all.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import uuid
from base64 import b64encode
from collections.abc import Iterator
from typing import Any, BinaryIO

from recovery_tracker.domain import choices
from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Log, Recovery, Session
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange import fhir_codes as codes
from recovery_tracker.exchange.fhir_codes import concept
from recovery_tracker.exchange.fields import write_moment
from recovery_tracker.exchange.format import Options
from recovery_tracker.i18n import N_, _

_SPACE = uuid.UUID("0b1d0f60-3f0e-5d3f-8a2e-6d8f0a4f7c52")
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOTES = {
    "new_product": N_("New product"),
    "medicines": N_("Medicines"),
    "notes": N_("Note"),
    "advice_received": N_("What they told you"),
    "private_notes": N_("Private note"),
}
_STATED = {
    "sensitive": N_("Sensitive skin"),
    "cold_sores": N_("Cold sores"),
    "keloid": N_("Keloid"),
    "metal_allergy": N_("Metal allergy"),
    "diabetes": N_("Diabetes"),
    "weak_immunity": N_("Weak immune system"),
    "blood_thinners": N_("Blood thinners"),
    "pregnant_or_breastfeeding": N_("Pregnant or breastfeeding"),
    "severe_allergy": N_("Severe allergy"),
    "isotretinoin": N_("Isotretinoin"),
}

_Made = dict[str, Any]


def write(log: Log, out: BinaryIO, options: Options) -> None:
    """Write the bundle, one resource after the other."""
    head = {"resourceType": "Bundle", "type": codes.BUNDLE_TYPE}
    out.write(json.dumps(head, indent=2).removesuffix("\n}").encode() + b',\n  "entry": [')
    mark = b"\n"
    for resource in _resources(log, options):
        entry = {"fullUrl": f"urn:uuid:{resource['id']}", "resource": resource}
        out.write(mark + json.dumps(entry, ensure_ascii=False).encode())
        mark = b",\n"
    out.write(b"\n  ]\n}\n")


def _resources(log: Log, options: Options) -> Iterator[_Made]:
    yield _patient(log.profile)
    yield from _stated(log.profile)
    names = {item.code: item.label for item in (*log.symptoms, *log.care_items)}
    for recovery in log.recoveries:
        yield _procedure(recovery.session, options.today)
        for entry in recovery.entries:
            yield from _observations(recovery, entry, names, options)
        if options.report is not None:
            yield _document(recovery.session, options.report(recovery.session.id))


def _id(*told: str) -> str:
    return str(uuid.uuid5(_SPACE, "\n".join(told)))


def _reference(*told: str) -> _Made:
    return {"reference": f"urn:uuid:{_id(*told)}"}


_WHOM = ("patient",)


def _text(said: str) -> str:
    """Return a text as FHIR takes it: without control characters, not only white space."""
    clean = _UNFIT.sub(" ", said)
    return clean if clean.strip() else ""


def _without_nothing(made: _Made) -> _Made:
    return {key: value for key, value in made.items() if value not in ("", None, [], {})}


def _patient(profile: Profile) -> _Made:
    doctor = profile.dermatologist
    name, number = _text(profile.name), _text(profile.patient_number)
    called = _text(", ".join(part for part in (doctor.name, doctor.clinic) if part.strip()))
    return _without_nothing(
        {
            "resourceType": "Patient",
            "id": _id(*_WHOM),
            "identifier": [{"value": number}] if number else [],
            "name": [{"text": name}] if name else [],
            "birthDate": profile.birth_date and profile.birth_date.isoformat(),
            "generalPractitioner": [{"display": called}] if called else [],
        }
    )


def _observation(told: tuple[str, ...], code: _Made, **value: Any) -> _Made:
    return {
        "resourceType": "Observation",
        "id": _id(*told),
        "status": codes.FINAL,
        "category": [codes.SURVEY],
        "code": code,
        "subject": _reference(*_WHOM),
        **value,
    }


def _stated(profile: Profile) -> Iterator[_Made]:
    """What the patient stated once; it has no date."""
    for field, label in _STATED.items():
        stated: bool | None = getattr(profile, field)
        if stated is not None:
            code = concept("profile", field, _(label))
            yield _observation(("profile", field), code, valueBoolean=stated)
    if profile.skin_tone is not None:
        code = concept("profile", "skin_tone", _("Fitzpatrick skin type, 1 to 6"))
        yield _observation(("profile", "skin_tone"), code, valueInteger=profile.skin_tone)
    if profile.skin_type is not None:
        code = concept("profile", "skin_type", _("Skin type"))
        kind = concept(
            "profile", profile.skin_type, choices.label(choices.SKIN_TYPES, profile.skin_type)
        )
        yield _observation(("profile", "skin_type"), code, valueCodeableConcept=kind)
    for condition in profile.skin_conditions:
        said = _text(choices.label(choices.SKIN_CONDITIONS, condition))
        if said:
            code = concept("profile", "skin_condition", _("Skin condition"))
            known = condition in choices.SKIN_CONDITIONS
            what = concept("profile", condition, said, coded=known)
            told = ("profile", "skin_condition", condition)
            yield _observation(told, code, valueCodeableConcept=what)
    allergies = _text(profile.allergies)
    if allergies:
        code = concept("profile", "allergies", _("Allergies"))
        yield _observation(("profile", "allergies"), code, valueString=allergies)


def _procedure(session: Session, today: dt.date | None) -> _Made:
    status = codes.NOT_SAID
    if today is not None:
        status = codes.PLANNED if session.date > today else codes.DONE
    areas = [
        concept("area", area, said, coded=area in choices.AREAS)
        for area in session.areas
        if (said := _text(choices.label(choices.AREAS, area)))
    ]
    practitioner = _text(session.practitioner)
    label = choices.label(choices.TREATMENTS, session.treatment)
    return _without_nothing(
        {
            "resourceType": "Procedure",
            "id": _id("session", session.id),
            "status": status,
            "code": concept("treatment", session.treatment, label),
            "subject": _reference(*_WHOM),
            "performedDateTime": session.date.isoformat(),
            "performer": [{"actor": {"display": practitioner}}] if practitioner else [],
            "bodySite": areas,
            "usedCode": _used(session),
            "note": [{"text": said} for said in _said_of(session)],
        }
    )


def _used(session: Session) -> list[_Made]:
    used: list[_Made] = []
    if session.device:
        label = choices.label(choices.DEVICES, session.device)
        used.append(concept("procedure", session.device, label))
    texts = (*session.products, session.numbing_cream)
    return used + [{"text": said} for text in texts if (said := _text(text))]


def _said_of(session: Session) -> Iterator[str]:
    if session.needle_depth_mm is not None:
        yield _("Needle depth: {n} mm").format(n=session.needle_depth_mm)
    if session.aggressive:
        yield _("Aggressive treatment")
    if session.performed_by:
        label = choices.label(choices.PERFORMED_BY, session.performed_by)
        yield _("Performed by: {who}").format(who=label)
    if session.reused_or_shared_needles:
        yield _("Needles were reused or shared")
    for procedure in session.recent_procedures:
        label = choices.label(choices.RECENT_PROCEDURES, procedure)
        if _text(label):
            yield _("Within 14 days: {procedure}").format(procedure=_text(label))
    if _text(session.notes):
        yield _text(session.notes)


def _observations(
    recovery: Recovery, entry: Entry, names: dict[str, str], options: Options
) -> Iterator[_Made]:
    session = recovery.session.id
    when: _Made = {
        "effectiveDateTime": entry.date.isoformat(),
        "partOf": [_reference("session", session)],
    }
    if entry.entered_at is not None:
        when["issued"] = write_moment(entry.entered_at)
    told = ("entry", session, entry.date.isoformat())
    for symptom, grade in entry.scores.items():
        name = SYMPTOM_BY_CODE[symptom].label if symptom in SYMPTOM_BY_CODE else names.get(symptom)
        code = concept("symptom", symptom, _text(name or "") or symptom)
        value = concept("grade", str(grade), Severity(grade).label)
        yield _observation((*told, symptom), code, **when, valueCodeableConcept=value)
    for sign in (*entry.signs, *entry.signs_absent):
        code = concept("sign", sign, SIGN_BY_CODE[sign].label)
        yield _observation((*told, sign), code, **when, valueBoolean=sign in entry.signs)
    for item in entry.care:
        name = CARE_BY_CODE[item].label if item in CARE_BY_CODE else names.get(item)
        code = concept("care", item, _text(name or "") or item)
        yield _observation((*told, "care", item), code, **when, valueBoolean=True)
    for field, label in _NOTES.items():
        said = _text(getattr(entry, field))
        if said and (options.private_notes or field != "private_notes"):
            code = concept("note", field, _(label))
            yield _observation((*told, "text", field), code, **when, valueString=said)


def _document(session: Session, pdf: bytes) -> _Made:
    return {
        "resourceType": "DocumentReference",
        "id": _id("report", session.id),
        "status": codes.CURRENT,
        "type": codes.PATIENT_NOTE,
        "subject": _reference(*_WHOM),
        "content": [
            {
                "attachment": {
                    "contentType": "application/pdf",
                    "title": _("Recovery report, session of {date}").format(date=session.date),
                    "data": b64encode(pdf).decode("ascii"),
                }
            }
        ],
        "context": {"related": [_reference("session", session.id)]},
    }
