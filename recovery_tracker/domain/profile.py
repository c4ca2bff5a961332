"""Who the patient is, whom they call, and what they added of their own; frozen values."""

from __future__ import annotations

import datetime as dt
from dataclasses import field

from recovery_tracker.domain import choices
from recovery_tracker.domain.codes import choose, is_own_code, order_of
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.own_words import quoted
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

SKIN_TONES = (1, 6)

_conditions_in_order = order_of(choices.SKIN_CONDITIONS)


@frozen
class Dermatologist:
    """Whom to call: any field may be empty."""

    name: str = ""
    clinic: str = ""
    phone: str = ""
    email: str = ""

    def __bool__(self) -> bool:
        return any((self.name, self.clinic, self.phone, self.email))


@frozen
class Profile:
    """The patient. Everything is optional; ``None`` and empty mean "not stated".

    Attributes:
        skin_tone: Fitzpatrick type, 1 to 6.
        skin_conditions: codes of ``choices.SKIN_CONDITIONS`` or free text.
        questions: what the patient wants to ask at the visit.
    """

    name: str = ""
    birth_date: dt.date | None = None
    patient_number: str = ""
    skin_type: str | None = None
    sensitive: bool | None = None
    skin_conditions: tuple[str, ...] = ()
    skin_tone: int | None = None
    cold_sores: bool | None = None
    keloid: bool | None = None
    metal_allergy: bool | None = None
    diabetes: bool | None = None
    weak_immunity: bool | None = None
    blood_thinners: bool | None = None
    pregnant_or_breastfeeding: bool | None = None
    severe_allergy: bool | None = None
    isotretinoin: bool | None = None
    allergies: str = ""
    dermatologist: Dermatologist = field(default_factory=Dermatologist)
    appointment: dt.date | None = None
    questions: str = ""

    def __post_init__(self) -> None:
        choose(self.skin_type, choices.SKIN_TYPES, "skin_type")
        if self.skin_tone is not None and not SKIN_TONES[0] <= self.skin_tone <= SKIN_TONES[1]:
            raise InvalidValue(_("Skin tone is a number from 1 to 6."), "skin_tone")
        ordered = _conditions_in_order(tuple(self.skin_conditions))
        object.__setattr__(self, "skin_conditions", ordered)


@frozen
class OwnItem:
    """A symptom or care item the patient added; it is graded or ticked but enters no rule."""

    code: str
    label: str
    retired: bool = False

    def __post_init__(self) -> None:
        if not is_own_code(self.code):
            raise InvalidValue(
                _("“{code}” cannot be the code of an item of your own.").format(
                    code=quoted(self.code)
                ),
                "code",
            )
        if not self.label.strip():
            raise InvalidValue(_("Give the item a name."), "label")
