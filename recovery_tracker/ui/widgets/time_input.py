"""A time of day, typed in the way people write times."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from recovery_tracker.ui.widgets.painted import Painted

_FORM = re.compile(r"(\d{1,2})(?:\s*[:.h]?\s*(\d{2}))?\s*h?\s*(am|pm|a\.m\.|p\.m\.)?", re.ASCII)
_STEP_MINUTES = 15
_DAY_MINUTES = 24 * 60
_NOON = 12
_WIDTH = 84


def parse_time(text: str) -> dt.time | None:
    """Understand a time such as "20:00", "20.30", "2030", "8" or "8:15 pm"; else ``None``."""
    found = _FORM.fullmatch(text.strip().lower())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half.startswith("p") else 0)
    try:
        return dt.time(hour, minute)
    except ValueError:
        return None


class TimeInput(Painted, QLineEdit):
    """``chosen`` carries the time when the person gave another one; Up and Down change it.

    What cannot be understood stays in the field and is told by ``misunderstood``.
    """

    chosen = Signal(object)
    misunderstood = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = dt.time()
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editingFinished.connect(self.take)
        self.follow_theme()
        self.retheme()

    def retheme(self) -> None:
        """Take the theme's size."""
        self.setFixedWidth(self.theme.px(_WIDTH))
        super().retheme()

    def show_time(self, time: dt.time) -> None:
        """Show a time."""
        self._time = time
        self.setText(f"{time:%H:%M}")

    def take(self) -> None:
        """Read what is typed."""
        found = parse_time(self.text())
        if found is None:
            self.misunderstood.emit(self.text())
            return
        changed = found != self._time
        self.show_time(found)
        if changed:
            self.chosen.emit(found)
        else:
            self.misunderstood.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a quarter of an hour on with Up, back with Down."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        now = self._time.hour * 60 + self._time.minute
        turned = (now // _STEP_MINUTES + step) * _STEP_MINUTES
        if step < 0 and now % _STEP_MINUTES:
            turned += _STEP_MINUTES
        self.show_time(dt.time(*divmod(turned % _DAY_MINUTES, 60)))
        self.chosen.emit(self._time)
