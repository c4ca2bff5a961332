"""A list of session panels: made once, shown again for whatever sessions there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from recovery_tracker.ui.models.session_summary import SessionSummary
from recovery_tracker.ui.widgets.session_panel import SessionPanel


class PanelList(QWidget):
    """Shows summaries, one panel each; the signals are those of :class:`SessionPanel`."""

    asked = Signal(str, str)
    day_opened = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.panels: list[SessionPanel] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)

    def show_summaries(self, summaries: Sequence[SessionSummary]) -> None:
        """Show these sessions, in this order."""
        while len(self.panels) < len(summaries):
            panel = SessionPanel(self)
            panel.asked.connect(self.asked)
            panel.day_opened.connect(self.day_opened)
            self._column.addWidget(panel)
            self.panels.append(panel)
        for panel in self.panels[len(summaries) :]:
            panel.hide()
        for panel, summary in zip(self.panels, summaries, strict=False):
            panel.show_summary(summary)
            panel.show()
        self.setVisible(bool(summaries))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        return tuple(control for panel in self.panels for control in panel.controls)

    def panel_of(self, session_id: object) -> SessionPanel | None:
        """Return the panel on screen of a session, if there is one."""
        for panel in self.panels:
            told = panel.shown
            if not panel.isHidden() and told is not None and told.session_id == session_id:
                return panel
        return None
