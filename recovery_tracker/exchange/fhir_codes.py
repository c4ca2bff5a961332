"""The codes of the FHIR bundle: FHIR's own where a field requires them, ours for the rest.

Ratings, signs and care have no code of LOINC or SNOMED here: the patient's own grades from 0 to 4
are no published scale, and a code that nearly fits says something that was not asked. The one
LOINC code is that of the document type. Every coding of ours has its words beside it.
"""

from __future__ import annotations

from typing import Any

OURS = "urn:x-recovery-tracker:"

BUNDLE_TYPE = "collection"
# http://hl7.org/fhir/R4/valueset-event-status.html
DONE, PLANNED, NOT_SAID = "completed", "preparation", "unknown"
# http://hl7.org/fhir/R4/valueset-observation-status.html
FINAL = "final"
# http://hl7.org/fhir/R4/valueset-document-reference-status.html
CURRENT = "current"

SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
            "display": "Survey",
        }
    ]
}
PATIENT_NOTE = {
    "coding": [{"system": "http://loinc.org", "code": "51855-5", "display": "Patient Note"}],
    "text": "Recovery report made by the patient",
}
# FHIR's names of codes are English for every reader; the texts beside them are translated
KINDS = ("symptom", "grade", "sign", "care", "note", "profile", "area", "treatment", "procedure")


def concept(kind: str, code: str, text: str, *, coded: bool = True) -> dict[str, Any]:
    """Return a concept of ours; what is free text has no coding."""
    if not coded:
        return {"text": text}
    return {"coding": [{"system": OURS + kind, "code": code, "display": text}], "text": text}
