"""The FHIR bundle: structure by the R4B models, required codes by tables of our own."""

from __future__ import annotations

import datetime as dt
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import Options, fhir
from tests import strategies
from tests.builders import DAY_0, build, daily

TODAY = dt.date(2026, 3, 31)

# http://hl7.org/fhir/R4/terminologies.html: what FHIR requires and the models do not check
REQUIRED = {
    ("Bundle", "type"): {
        "document", "message", "transaction", "transaction-response", "batch", "batch-response",
        "history", "searchset", "collection",
    },
    ("Procedure", "status"): {
        "preparation", "in-progress", "not-done", "on-hold", "stopped", "completed",
        "entered-in-error", "unknown",
    },
    ("Observation", "status"): {
        "registered", "preliminary", "final", "amended", "corrected", "cancelled",
        "entered-in-error", "unknown",
    },
    ("DocumentReference", "status"): {"current", "superseded", "entered-in-error"},
}  # fmt: skip
CATEGORIES = {
    "social-history", "vital-signs", "imaging", "laboratory", "procedure", "survey", "exam",
    "therapy", "activity",
}  # fmt: skip
LOINC = {"51855-5": "Patient Note"}


def bundle(log: Log, options: Options | None = None) -> dict[str, Any]:
    out = io.BytesIO()
    fhir.write(log, out, options or Options(today=TODAY))
    made = json.loads(out.getvalue())
    check(made)
    return made


def check(made: dict[str, Any]) -> None:
    """Structure, required codes, references within the bundle, and whose systems are used."""
    Bundle.model_validate(made)
    entries = made.get("entry", [])
    urls = [entry["fullUrl"] for entry in entries]
    assert len(set(urls)) == len(urls)
    for resource in (made, *(entry["resource"] for entry in entries)):
        for (kind, field), allowed in REQUIRED.items():
            if resource["resourceType"] == kind:
                assert resource[field] in allowed
    for value in _each(made):
        if "reference" in value:
            assert value["reference"] in urls
        if value.get("system", "").startswith("http://loinc.org"):
            assert LOINC[value["code"]] == value["display"]
        if value.get("system", "").endswith("observation-category"):
            assert value["code"] in CATEGORIES
        if "system" in value and not value["system"].startswith("http"):
            assert value["system"].startswith("urn:x-recovery-tracker:")


def _each(value: Any) -> Any:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _each(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _each(inner)


def kinds(made: dict[str, Any]) -> list[str]:
    return [entry["resource"]["resourceType"] for entry in made["entry"]]


def observations(made: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for entry in made["entry"]:
        resource = entry["resource"]
        if resource["resourceType"] == "Observation":
            values = [value for key, value in resource.items() if key.startswith("value")]
            assert len(values) == 1
            found[resource["code"]["text"]] = values[0]
    return found


@given(strategies.logs(), st.booleans())
def test_any_diary_makes_a_valid_bundle(log: Log, private: bool) -> None:
    options = Options(private_notes=private, today=TODAY, report=lambda name: b"%PDF-1.7")
    made = bundle(log, options)
    assert kinds(made).count("Patient") == 1
    assert kinds(made).count("Procedure") == len(log.recoveries)
    assert kinds(made).count("DocumentReference") == len(log.recoveries)


@given(strategies.logs())
def test_the_same_log_gives_the_same_bytes(log: Log) -> None:
    first, second = io.BytesIO(), io.BytesIO()
    fhir.write(log, first, Options())
    fhir.write(log, second, Options())
    assert first.getvalue() == second.getvalue()


def test_what_was_recorded_is_said_and_nothing_else() -> None:
    recovery = build(
        {3: {"redness": 2, "x_1f00c3ab": 1, "pus": True, "fever": False, "sun": True,
             "notes": "tight\x07", "private_notes": "mine", "medicines": "ibuprofen"}}
    )  # fmt: skip
    log = Log(symptoms=(OwnItem("x_1f00c3ab", "Tingling"),), recoveries=(recovery,))
    found = observations(bundle(log))
    assert found["Redness"]["coding"][0]["code"] == "2"
    assert found["Redness"]["text"] == "Moderate"
    assert found["Tingling"]["text"] == "Mild"
    assert (found["Pus"], found["Fever"], found["Sun"]) == (True, False, True)
    assert found["Note"] == "tight "
    assert set(found) == {
        "Redness", "Tingling", "Pus", "Fever", "Sun", "Note", "Medicines",
    }  # fmt: skip


def test_private_notes_only_when_asked() -> None:
    log = Log(recoveries=(build({3: {"private_notes": "mine"}}),))
    assert "Private note" not in observations(bundle(log))
    asked = bundle(log, Options(private_notes=True))
    assert observations(asked)["Private note"] == "mine"


@pytest.mark.parametrize(
    ("today", "status"), [(TODAY, "completed"), (dt.date(2026, 2, 1), "preparation"),
                          (None, "unknown")]
)  # fmt: skip
def test_a_planned_session_is_not_told_as_done(today: dt.date | None, status: str) -> None:
    made = bundle(Log(recoveries=(build(),)), Options(today=today))
    procedure = made["entry"][1]["resource"]
    assert (procedure["status"], procedure["performedDateTime"]) == (status, DAY_0.isoformat())


def test_the_patient_and_the_report() -> None:
    profile = Profile(
        name="Alex Sample",
        birth_date=dt.date(1990, 5, 1),
        patient_number="17",
        keloid=False,
        skin_tone=3,
        dermatologist=Dermatologist(name="Dr. Müller", clinic="Skin"),
    )
    recovery = replace(build({0: daily(redness=1)}, practitioner="Dr. M", notes="left"), photos=())
    made = bundle(Log(profile=profile, recoveries=(recovery,)),
                  Options(today=TODAY, report=lambda name: b"%PDF"))  # fmt: skip
    patient = made["entry"][0]["resource"]
    assert patient["name"] == [{"text": "Alex Sample"}]
    assert patient["birthDate"] == "1990-05-01"
    assert observations(made)["Keloid"] is False
    document = made["entry"][-1]["resource"]
    assert document["content"][0]["attachment"]["data"] == "JVBERg=="
