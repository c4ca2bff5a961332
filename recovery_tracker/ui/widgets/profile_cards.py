"""The cards about the patient: each field is kept at once, and everything is optional."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.profile import Profile
from recovery_tracker.i18n import N_, _
from recovery_tracker.ui.widgets.date_input import DateInput
from recovery_tracker.ui.widgets.kept_line import KeptLine
from recovery_tracker.ui.widgets.note_field import NoteField
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.setting_row import IconCard, SettingRow
from recovery_tracker.ui.widgets.skin_questions import SkinQuestions
from recovery_tracker.ui.widgets.text import Text

_OLDEST = dt.timedelta(days=365 * 120)
_FARTHEST = dt.timedelta(days=365 * 2)
_TONES = tuple((tone, str(tone)) for tone in range(1, 7))
_NOT_STATED = "not_stated"

HEALTH: tuple[tuple[str, str], ...] = (
    ("diabetes", N_("Diabetes")),
    ("weak_immunity", N_("Weak immune system")),
    ("blood_thinners", N_("Blood thinners")),
    ("severe_allergy", N_("A severe allergic reaction before")),
    ("metal_allergy", N_("Metal allergy")),
    ("keloid", N_("Raised scars (keloids) before")),
    ("isotretinoin", N_("Isotretinoin, now or in the last 6 months")),
    ("pregnant_or_breastfeeding", N_("Pregnant or breastfeeding")),
)


class ProfileCard(IconCard):
    """A card that shows a profile; ``changed`` carries the profile as the person changed it."""

    changed = Signal(object)

    def __init__(self, title: str, icon: str, parent: QWidget) -> None:
        super().__init__(title, icon, parent)
        self._profile = Profile()

    def show_profile(self, profile: Profile, today: dt.date) -> None:
        """Show what is kept."""
        self._profile = profile
        self.show_fields(profile, today)

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show the fields of this card."""
        raise NotImplementedError  # every card has its own; QWidget allows no ABC

    def put(self, **fields: Any) -> None:
        """Send the profile with other values in some fields."""
        self.changed.emit(replace(self._profile, **fields))

    def add_lines(
        self, fields: Sequence[tuple[str, str, str]], *, of_dermatologist: bool = False
    ) -> dict[str, KeptLine]:
        """Add a line for each (field, title, placeholder)."""
        lines: dict[str, KeptLine] = {}
        keep = self._keep_of_dermatologist if of_dermatologist else self._keep
        for field, title, placeholder in fields:
            line = KeptLine(title, placeholder, self)
            line.setObjectName(field)
            line.written.connect(keep)
            self.body.addWidget(SettingRow(title, line, self, below=True))
            lines[field] = line
        return lines

    def _keep(self, text: str) -> None:
        self.put(**{self._field(): text})

    def _keep_of_dermatologist(self, text: str) -> None:
        self.put(dermatologist=replace(self._profile.dermatologist, **{self._field(): text}))

    def _field(self) -> str:
        """Name the field whose control is speaking."""
        control = self.sender()
        return control.objectName() if control is not None else ""


class AboutCard(ProfileCard):
    """Name, birth date and patient number, as they stand in the report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("About you"), "user", parent)
        self.lines = self.add_lines(
            (
                ("name", _("Name"), ""),
                ("patient_number", _("Patient number"), _("Your clinic's number for you")),
            )
        )
        self.birth_date = DateInput(_("Birth date"), self)
        self.birth_date.chosen.connect(self._keep_birth_date)
        self.body.insertWidget(
            1,
            SettingRow(
                _("Birth date"),
                self.birth_date,
                self,
                hint=_("Under 18, the app asks you to call sooner."),
                below=True,
            ),
        )

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show the three fields."""
        self.lines["name"].show_text(profile.name)
        self.lines["patient_number"].show_text(profile.patient_number)
        self.birth_date.show_today(today, today - _OLDEST, today)
        if not self.birth_date.hasFocus():
            self.birth_date.show_date(profile.birth_date)

    def _keep_birth_date(self, date: object) -> None:
        if self.birth_date.understood:
            self.put(birth_date=date)


class SkinCard(ProfileCard):
    """What makes the usual range wider or narrower, and skin tone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Your skin"), "shield", parent)
        self.skin = SkinQuestions(self)
        self.tone = Segmented(
            [*_TONES, (_NOT_STATED, _("Not stated"))], _("Skin tone"), self, wraps=True
        )
        self.body.addWidget(self.skin)
        self.body.addWidget(
            SettingRow(
                _("Skin tone"),
                self.tone,
                self,
                hint=_(
                    "Fitzpatrick type: 1 always burns and never tans, 6 is deeply pigmented. On "
                    "darker skin, redness is harder to see, so some warnings start earlier."
                ),
                below=True,
            )
        )
        self.skin.changed.connect(self._keep_skin)
        self.tone.chosen.connect(self._keep_tone)

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show skin type, facts and tone."""
        self.skin.show_profile(profile)
        self.tone.show_value(profile.skin_tone or _NOT_STATED)

    def _keep_skin(self) -> None:
        self.changed.emit(self.skin.filled_in(self._profile))

    def _keep_tone(self, tone: object) -> None:
        self.put(skin_tone=tone if isinstance(tone, int) else None)


class HealthCard(ProfileCard):
    """Yes, no, or not stated: what makes a rule weigh a sign more heavily."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Your health"), "stethoscope", parent)
        self.answers: dict[str, Segmented] = {}
        for field, title in HEALTH:
            answer = Segmented(
                ((True, _("Yes")), (False, _("No")), (_NOT_STATED, _("Not stated"))), _(title), self
            )
            answer.setObjectName(field)
            answer.chosen.connect(self._keep_answer)
            self.answers[field] = answer
            self.body.addWidget(SettingRow(_(title), answer, self))

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show every answer."""
        for field, answer in self.answers.items():
            value = getattr(profile, field)
            answer.show_value(_NOT_STATED if value is None else value)

    def _keep_answer(self, value: object) -> None:
        self.put(**{self._field(): value if isinstance(value, bool) else None})


class DermatologistCard(ProfileCard):
    """Whom to call: shown in warnings and in the report."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("My dermatologist"), "phone", parent)
        self.lines = self.add_lines(
            (
                ("name", _("Name"), ""),
                ("clinic", _("Clinic"), ""),
                ("phone", _("Phone number"), _("The number to call if you are worried")),
                ("email", _("E-mail"), ""),
            ),
            of_dermatologist=True,
        )
        self.body.addWidget(Text(_("Shown in warnings and in the report."), "small", self))

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show name, clinic, number and e-mail."""
        for field, line in self.lines.items():
            line.show_text(getattr(profile.dermatologist, field))


class VisitCard(ProfileCard):
    """The next appointment and what to ask there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("My next visit"), "calendar", parent)
        self.appointment = DateInput(_("Appointment"), self)
        self.appointment.chosen.connect(self._keep_appointment)
        self.questions = NoteField(
            _("Questions for the visit"), _("What do you want to ask?"), self
        )
        self.questions.written.connect(self._keep_questions)
        self.body.addWidget(SettingRow(_("Appointment"), self.appointment, self, below=True))
        self.body.addWidget(
            SettingRow(
                _("Questions for the visit"),
                self.questions,
                self,
                hint=_("They stand in the report."),
                below=True,
            )
        )

    def show_fields(self, profile: Profile, today: dt.date) -> None:
        """Show date and questions."""
        self.appointment.show_today(today, today - _FARTHEST, today + _FARTHEST)
        if not self.appointment.hasFocus():
            self.appointment.show_date(profile.appointment)
        self.questions.show_text(profile.questions)

    def _keep_appointment(self, date: object) -> None:
        if self.appointment.understood:
            self.put(appointment=date)

    def _keep_questions(self, text: str) -> None:
        self.put(questions=text)
