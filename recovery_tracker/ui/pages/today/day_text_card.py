"""What is said under the day: the day text, and what this person's skin or session asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from recovery_tracker.domain.care_guidance import care_for_person, phase
from recovery_tracker.domain.guidance import day_text
from recovery_tracker.domain.profile import Profile
from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.text import Text

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView


class DayTextCard(Card):
    """The text of the day; its tooltip says what to do and avoid."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, role="strong", tight=True)
        self.body.setSpacing(4)
        self.text = Text("", "small", self, wrap=True)
        self.own = Text("", "small", self, wrap=True)
        self.body.addWidget(self.text)
        self.body.addWidget(self.own)

    def show_day(self, view: DayView) -> None:
        """Show the text of the day; the card hides where there is nothing to say."""
        said = day_text(view.session, view.day)
        # what the profile asks for is to be arranged before; the home-use note always holds
        profile = view.snapshot.profile if view.day <= 0 else Profile()
        personal = [line.text for line in care_for_person(profile, view.session)]
        if view.day < 0:
            words = _("How your skin is before treatment is what later days are compared with.")
            title = _("Before treatment")
        else:
            words = said.text if said else ""
            title = _("Day {n} after treatment").format(n=view.day)
        self.show_title(title)
        self.text.setText(words)
        self.own.setText("\n".join(personal))
        self.own.setVisible(bool(personal))
        self.setVisible(bool(words))
        now = phase(view.day)
        self.setToolTip(
            _("Do: {do}\nAvoid: {avoid}").format(do=now.do, avoid=now.avoid) if now else ""
        )
