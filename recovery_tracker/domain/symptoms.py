"""The symptoms a patient grades, in the order they are asked."""

from __future__ import annotations

from recovery_tracker.i18n import N_, _
from recovery_tracker.values import frozen


@frozen
class Symptom:
    """One symptom of the catalogue.

    Attributes:
        code: the name in files and in the database; never translated, never reused.
        name: the label, to be translated.
        grade_names: what each of the five grades means for this symptom (clinical.md 3.4,
            judgement); empty where the plain words stand.
        usual: whether it is one of the eight asked every day.
    """

    code: str
    name: str
    grade_names: tuple[str, str, str, str, str] | tuple[()] = ()
    usual: bool = True

    @property
    def label(self) -> str:
        """The label in the person's language."""
        return _(self.name)

    def grade_description(self, grade: int) -> str:
        """Say what a grade (0 to 4) means for this symptom, or nothing."""
        return _(self.grade_names[grade]) if self.grade_names else ""


_FELT = (
    N_("none"),
    N_("there, easy to ignore"),
    N_("hard to ignore, I can do usual things"),
    N_("stops usual things or sleep"),
    N_("worst I can think of"),
)

SYMPTOMS: tuple[Symptom, ...] = (
    Symptom(
        "redness",
        N_("Redness"),
        (
            N_("usual colour"),
            N_("slightly pink or darker than usual"),
            N_("like a clear sunburn"),
            N_("deep red, purple or dark, hot-looking"),
            N_("worst I can think of, very dark or angry"),
        ),
    ),
    Symptom(
        "swelling",
        N_("Swelling"),
        (
            N_("none"),
            N_("I notice it, others would not"),
            N_("others can see it"),
            N_("shape of the face or area changed"),
            N_("eye closing or skin stretched tight"),
        ),
    ),
    Symptom(
        "flaking",
        N_("Flaking"),
        (
            N_("none"),
            N_("a few fine flakes"),
            N_("flakes over much of the area"),
            N_("thick or large sheets, or sore under flakes"),
            N_("coming off everywhere, raw under it"),
        ),
    ),
    Symptom("dryness", N_("Dryness")),
    Symptom("bruising", N_("Bruising")),
    Symptom("pain", N_("Pain"), _FELT),
    Symptom("burning", N_("Burning"), _FELT),
    Symptom("itching", N_("Itching"), _FELT),
    Symptom("bleeding", N_("Bleeding"), usual=False),
)

SYMPTOM_BY_CODE = {symptom.code: symptom for symptom in SYMPTOMS}
USUAL_SYMPTOMS: tuple[str, ...] = tuple(s.code for s in SYMPTOMS if s.usual)
