"""The questions about a treatment; only the date is needed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from recovery_tracker.domain import choices
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import NEEDLE_DEPTH_MM, Recovery, Session
from recovery_tracker.domain.wording import with_mark
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.chip_choice import ChipChoice
from recovery_tracker.ui.widgets.face_map import FaceMap
from recovery_tracker.ui.widgets.form_rows import FormRow, parts, rule, text_field
from recovery_tracker.ui.widgets.segmented import Segmented
from recovery_tracker.ui.widgets.session_date import SessionDate
from recovery_tracker.ui.widgets.skin_questions import SkinQuestions
from recovery_tracker.ui.widgets.treatment_details import TreatmentDetails

NOT_SURE = None
_OTHER = "other"
_DEPTHS = (0.25, 0.5, 1.0, 1.5, 2.0, 2.5)


class SessionForm(Card):
    """Keeps nothing: it tells the session and the profile it was filled in with.

    ``changed`` is emitted when an answer changed.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._today = dt.date.min
        self._session: Session | None = None
        self._profile = Profile()
        self.body.setSpacing(10)
        self._make_date()
        self._make_areas()
        self._make_method()
        self.skin = SkinQuestions(self)
        self._add_row(_("Your skin"), _("remembered for next time"), self.skin)
        self._make_people()
        self.details = TreatmentDetails(self)
        self.body.addWidget(rule(self))
        self.body.addWidget(self.details)
        for control in (self.areas, self.strong, self.needles, self.skin):
            control.changed.connect(self.changed)

    def _add_row(self, question: str, hint: str, *widgets: QWidget) -> FormRow:
        if self.body.count():
            self.body.addWidget(rule(self))
        row = FormRow(question, hint, self)
        for widget in widgets:
            row.body.addWidget(widget)
        self.body.addWidget(row)
        return row

    def _make_date(self) -> None:
        self.date_row = SessionDate(self)
        self.date, self.near = self.date_row.date, self.date_row.near
        self.body.addWidget(self.date_row)
        self.date_row.changed.connect(self.changed)

    def _make_areas(self) -> None:
        labels = {**choices.AREAS, "face": _("Whole face"), _OTHER: _("Other")}
        self.areas = ChipChoice(
            [(code, choices.label(labels, code)) for code in (*choices.AREAS, _OTHER)],
            _("Treated areas"),
            self,
            excludes=(("face", choices.FACE_PARTS),),
        )
        self.face = FaceMap(self)
        self.other_area = text_field(_("Other area"), _("Which area?"), self)
        self.other_area.hide()
        row = self._add_row(_("Where"), _("click the face or the names"))
        line = QHBoxLayout()
        line.setSpacing(34)
        line.addSpacing(14)
        line.addWidget(self.face)
        names = QVBoxLayout()
        names.addWidget(self.areas)
        names.addWidget(self.other_area)
        names.addStretch(1)
        line.addLayout(names, 1)
        row.body.addLayout(line)
        self.face.toggled.connect(self.areas.toggle)
        self.areas.changed.connect(self._show_areas)

    def _make_method(self) -> None:
        depths = [
            (depth, with_mark(f"{depth:g}" if depth < 1 else f"{depth:.1f}")) for depth in _DEPTHS
        ]
        self.needle = Segmented(
            [*depths, (_OTHER, _("Not sure"))], _("Needle depth in mm"), self, wraps=True
        )
        self.other_depth = text_field(_("Another needle depth in mm"), _("Other"), self)
        word = self.other_depth.fontMetrics().horizontalAdvance(_("Other"))
        self.other_depth.setFixedWidth(max(92, word + 40))
        self.depth_row = self._add_row(_("Needle depth in mm"), _("on your treatment card"))
        self.depth_row.add(self.needle, self.other_depth)
        devices = [(code, choices.label(choices.DEVICES, code)) for code in choices.DEVICES]
        self.device = Segmented([*devices, (_OTHER, _("Not sure"))], _("Device"), self, wraps=True)
        self.strong = ChipChoice(
            (("aggressive", _("It was an intensive treatment")),), _("Strength"), self
        )
        row = FormRow(_("Device"), "", self)
        row.add(self.device, self.strong)
        self.body.addWidget(row)
        self.needle.chosen.connect(self._take_depth)
        self.other_depth.textEdited.connect(self._take_other_depth)
        self.device.chosen.connect(self._changed)

    def _make_people(self) -> None:
        self.practitioner = text_field(_("Who treated you"), _("Name or clinic"), self)
        self.phone = text_field(_("Their phone number"), _("Phone number"), self)
        row = self._add_row(_("Who treated you"), _("we show this when you need it"))
        row.question.setBuddy(self.practitioner)
        line = QHBoxLayout()
        line.addWidget(self.practitioner, 5)
        line.addWidget(self.phone, 2)
        row.body.addLayout(line)
        who = [(code, choices.label(choices.PERFORMED_BY, code)) for code in choices.PERFORMED_BY]
        self.performed_by = Segmented(
            [*who, (_OTHER, _("Not stated"))], _("Done by"), self, wraps=True
        )
        self.needles = ChipChoice(
            (("reused", _("The needles were used before or shared")),), _("Needles"), self
        )
        row.add(self.performed_by, self.needles)
        self.performed_by.chosen.connect(self._take_performed_by)

    # What is shown ---------------------------------------------------------------------------

    def show_session(self, recovery: Recovery | None, profile: Profile, today: dt.date) -> None:
        """Show a session to change, or an empty form for a new one."""
        session = recovery.session if recovery else None
        self._session, self._profile, self._today = session, profile, today
        self.date_row.show_session(recovery, today)
        self.depth_row.show_error("", self.other_depth)
        shown = session or Session("", today)
        known = [area for area in shown.areas if area in choices.AREAS]
        other = [area for area in shown.areas if area not in choices.AREAS]
        self.areas.show_chosen([*known, *([_OTHER] if other else [])])
        self.other_area.setText(", ".join(other))
        self._show_areas()
        self._show_depth(shown.needle_depth_mm, session is not None)
        unknown = _OTHER if session is not None else NOT_SURE
        self.device.show_value(shown.device or unknown)
        self.strong.show_chosen(["aggressive"] if shown.aggressive else [])
        self.skin.show_profile(profile)
        doctor = profile.dermatologist
        self.practitioner.setText(
            shown.practitioner
            or ("" if session else ", ".join(part for part in (doctor.name, doctor.clinic) if part))
        )
        self.phone.setText(doctor.phone)
        self.performed_by.show_value(shown.performed_by or unknown)
        self.needles.show_chosen(["reused"] if shown.reused_or_shared_needles else [])
        self._show_needles()
        self.details.show_session(shown)

    def _show_depth(self, depth: float | None, stated: bool) -> None:
        offered = depth in _DEPTHS
        unknown = _OTHER if stated and depth is None else None
        self.needle.show_value(depth if offered else unknown)
        self.other_depth.setText("" if depth is None or offered else with_mark(f"{depth:g}"))

    def _show_areas(self) -> None:
        chosen = self.areas.chosen
        self.face.show_chosen(chosen)
        self.other_area.setVisible(_OTHER in chosen)
        self.changed.emit()

    def _show_needles(self) -> None:
        self.needles.setVisible(self.performed_by.value == "home")

    # What the person does ------------------------------------------------------------------------

    def _changed(self) -> None:
        self.changed.emit()

    def _take_depth(self) -> None:
        self.other_depth.clear()
        self.depth_row.show_error("")
        self.changed.emit()

    def _take_other_depth(self) -> None:
        self.needle.show_value(None)
        self.depth_row.show_error("")
        self.changed.emit()

    def _take_performed_by(self) -> None:
        self._show_needles()
        self.changed.emit()

    # What it was filled in with ----------------------------------------------------------------

    def check(self) -> bool:
        """Say under the fields what is missing or wrong, and go to the first such field."""
        self.date.take()
        depth = self.check_depth()
        return self.date_row.check(needed=True) and depth

    def check_depth(self) -> bool:
        """Say what is wrong with the needle depth, if something is."""
        low, high = NEEDLE_DEPTH_MM
        text = self.other_depth.text().strip()
        depth = _number(text)
        wrong = bool(text) and (depth is None or not low <= depth <= high)
        error = _("Give the depth as a number from {low} to {high} mm, or choose “Not sure”.")
        error = error.format(low=with_mark(f"{low}"), high=with_mark(f"{high}"))
        self.depth_row.show_error(error if wrong else "", self.other_depth)
        return not wrong

    def session(self) -> Session:
        """Return the session as it is filled in; a missing date counts as today."""
        areas = [area for area in self.areas.chosen if area != _OTHER]
        if _OTHER in self.areas.chosen:
            areas += parts(self.other_area.text())
        device, who = self.device.value, self.performed_by.value
        at_home = who == "home"
        filled_in = self.details.filled_in(self._session or Session("", self._today))
        return replace(
            filled_in,
            date=self.date.date or self._today,
            areas=tuple(areas),
            needle_depth_mm=self._depth(),
            device=device if device in choices.DEVICES else None,
            aggressive=True if self.strong.chosen else None,
            practitioner=self.practitioner.text().strip(),
            performed_by=who if who in choices.PERFORMED_BY else None,
            reused_or_shared_needles=True if at_home and self.needles.chosen else None,
        )

    def _depth(self) -> float | None:
        low, high = NEEDLE_DEPTH_MM
        depth = _number(self.other_depth.text())
        if depth is None and isinstance(self.needle.value, float):
            depth = self.needle.value
        return depth if depth is not None and low <= depth <= high else None

    def profile(self) -> Profile:
        """Return the profile as it is filled in."""
        doctor = replace(self._profile.dermatologist, phone=self.phone.text().strip())
        if not doctor.name and not doctor.clinic and self.performed_by.value != "home":
            doctor = replace(doctor, name=self.practitioner.text().strip())
        return self.skin.filled_in(replace(self._profile, dermatologist=doctor))


def _number(text: str) -> float | None:
    try:
        number = float(text.strip().lower().removesuffix("mm").strip().replace(",", "."))
    except ValueError:
        return None
    return number if number == number else None  # "nan" is no depth
