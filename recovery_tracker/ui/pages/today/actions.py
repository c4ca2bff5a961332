"""What the patient does on the Today page, sent to the diary for the day on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from recovery_tracker.ui.live_journal import LiveJournal
    from recovery_tracker.ui.pages.today.day_view import DayView


class DayActions(QObject):
    """The slots behind the page's controls.

    Attributes:
        view: the day they act on; without one they do nothing.
    """

    def __init__(self, live: LiveJournal, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.view: DayView | None = None

    def rate(self, symptom: str, grade: int | None) -> None:
        """Grade a symptom, or take the grade away."""
        if self.view:
            self._live.rate(self.view.session.id, self.view.date, symptom, grade)

    def mark(self, sign: str, present: bool | None) -> None:
        """Answer a sign."""
        if self.view:
            self._live.mark(self.view.session.id, self.view.date, sign, present)

    def answer_none(self, chosen: bool) -> None:
        """Answer the daily signs with "no", or take that back."""
        if self.view:
            self._live.answer_none_of_these(self.view.session.id, self.view.date, chosen)

    def turn_none(self) -> None:
        """Answer "None of these" if it does not stand, else take it back."""
        if self.view and self.view.open:
            self.answer_none(not self.view.none_chosen)

    def tick(self, item: str, ticked: bool) -> None:
        """Tick or untick a care item."""
        if self.view:
            self._live.tick(self.view.session.id, self.view.date, item, ticked)

    def write(self, field: str, text: str) -> None:
        """Keep a text."""
        if self.view:
            self._live.write(self.view.session.id, self.view.date, field, text)

    def copy(self) -> None:
        """Copy yesterday's grades."""
        if self.view and self.view.copies:
            self._live.same_as_yesterday(self.view.session.id, self.view.date)

    def fill(self) -> None:
        """Set the rest to none."""
        if self.view and self.view.open:
            self._live.set_rest_to_none(self.view.session.id, self.view.date)

    def finish(self) -> bool:
        """Say "Done for today"; tell whether it was said now."""
        if not self.view or not self.view.open or self.view.done:
            return False
        return self._live.finish(self.view.session.id, self.view.date, True)

    def add_symptom(self, label: str) -> None:
        """Add a symptom of the person's own."""
        self._live.add_own_item("symptom", label)

    def add_care(self, label: str) -> None:
        """Add a care item of the person's own."""
        self._live.add_own_item("care_item", label)

    def act(self, rules: tuple[str, ...], act: str) -> None:
        """Note what was done about warnings."""
        if self.view:
            self._live.act(self.view.session.id, rules, act)

    def feel(self, rules: tuple[str, ...], urgency: str) -> None:
        """Note how urgent warnings feel."""
        if self.view:
            self._live.act(self.view.session.id, rules, None, urgency_felt=urgency)

    def undo(self) -> None:
        """Take back the latest change."""
        self._live.undo()

    def choose_successor(self) -> None:
        """Put the session on screen that the day belongs to."""
        if self.view and self.view.successor:
            self._live.select(self.view.successor.id)

    def call(self, number: str) -> None:
        """Open the telephone with a number."""
        digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        QDesktopServices.openUrl(QUrl(f"tel:{digits}"))
