"""One session on the Sessions page: its days as a strip, its facts, what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from recovery_tracker.i18n import _
from recovery_tracker.ui.models.session_summary import SessionSummary
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.card import Card
from recovery_tracker.ui.widgets.heat_strip import HeatStrip
from recovery_tracker.ui.widgets.text import Text

_FACTS_WIDTH = 230
_ONE_COLUMN_BELOW = 800  # px of the card's width


class SessionPanel(Card):
    """Shows one summary.

    ``asked`` carries what the person wants ("open", "compare", "report", "edit", "history",
    "archive", "delete") and the session's id; ``day_opened`` the id and a date.
    """

    asked = Signal(str, str)
    day_opened = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self._theme = theme()
        self._shown: SessionSummary | None = None
        self._told: tuple[tuple[str, str], ...] = ()
        self._facts = Text("", "small", self, wrap=True)
        self._icon = QLabel(self)
        self._status = Text("", "strong", self)
        self.strip = HeatStrip("", self)
        self._lines = QGridLayout()
        self._buttons: dict[str, Button] = {}
        self._more = Button("", "ghost", "ellipsis", self, name=_("More"), height=36)
        self._lay_out()
        self.strip.opened.connect(self._open_day)
        self._more.clicked.connect(self._open_menu)
        self._theme.themed.connect(self._retheme)

    def _lay_out(self) -> None:
        self.header.insertWidget(1, self._facts, 10)  # wraps in a small window, never widens it
        self.header.addWidget(self._icon)
        self.header.addWidget(self._status)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(24)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.strip)
        left.addLayout(self._actions())
        left.addStretch(1)
        self._middle.addLayout(left, 1)
        self._lines.setHorizontalSpacing(16)
        self._lines.setVerticalSpacing(5)
        self._lines.setColumnStretch(1, 1)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(self._lines)
        right.addStretch(1)
        self._middle.addWidget(self._right)
        self.body.addLayout(self._middle)

    def _actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for what, words in (
            ("open", _("Open")),
            ("compare", _("Compare with now")),
            ("edit", _("Edit session")),
            ("report", _("Report")),
        ):
            button = Button(words, "ghost", parent=self, height=36)
            button.clicked.connect(self._on_clicked)
            self._buttons[what] = button
            row.addWidget(button)
        row.addWidget(self._more)
        row.addStretch(1)
        return row

    # What is shown ---------------------------------------------------------------------------

    @property
    def shown(self) -> SessionSummary | None:
        """The summary on screen."""
        return self._shown

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What takes the focus, in reading order."""
        return (self.strip, *self._buttons.values(), self._more)

    def button(self, what: str) -> Button:
        """Return the button for "open", "compare", "edit" or "report"."""
        return self._buttons[what]

    def show_summary(self, summary: SessionSummary) -> None:
        """Show a session."""
        self._shown = summary
        self.show_title(summary.number)
        self.setAccessibleName(f"{summary.number}, {summary.facts}")
        self.show_asking(summary.is_current)
        self._facts.setText(summary.facts)
        stands = summary.stands
        self._icon.setVisible(stands is not None)
        self._status.setVisible(stands is not None)
        self._status.setText(stands.words if stands else "")
        self._status.show_tone(stands.tone if stands else "")
        name = _("Days of {session}").format(session=summary.number)
        self.strip.setAccessibleName(name)
        self.strip.show_cells(summary.cells)
        self._show_lines(summary)
        here = summary.is_current and summary.goes_on
        self._buttons["open"].setText(_("Open today") if here else _("Open"))
        self._buttons["compare"].setVisible(summary.comparable)
        self._buttons["edit"].setVisible(summary.is_current)
        for what, button in self._buttons.items():
            button.setAccessibleName(f"{button.text()}: {summary.number}")
            button.setObjectName(what)
        self._more.setAccessibleName(_("More for {session}").format(session=summary.number))
        self._retheme()

    def _show_lines(self, summary: SessionSummary) -> None:
        if summary.lines == self._told:
            return
        self._told = summary.lines
        for text in self._right.findChildren(Text):
            self._lines.removeWidget(text)  # an item that takeAt gives is never freed
            text.hide()
            text.deleteLater()
        for row, (label, value) in enumerate(summary.lines):
            self._lines.addWidget(Text(label, "small", self._right), row, 0)
            said = Text(value, "strong", self._right, wrap=True)
            said.setAlignment(Qt.AlignmentFlag.AlignRight)
            said.setAccessibleName(f"{label}: {value}")
            self._lines.addWidget(said, row, 1)

    def _retheme(self) -> None:
        self._right.setMinimumWidth(self._theme.px(_FACTS_WIDTH))
        if self._shown is not None and self._shown.stands is not None:
            stands = self._shown.stands
            self._icon.setPixmap(self._theme.pixmap(stands.icon, stands.tone, 18))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts under the strip where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self._theme.px(_ONE_COLUMN_BELOW)
        self._middle.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )
        self._middle.setSpacing(4 if narrow else 24)
        self._lines.setColumnStretch(1, 0 if narrow else 1)
        self._lines.setColumnStretch(2, 1 if narrow else 0)

    # What the person does ------------------------------------------------------------------------

    def _on_clicked(self) -> None:
        button = self.sender()
        if button is not None and self._shown is not None:
            self.asked.emit(button.objectName(), self._shown.session_id)

    def _open_day(self, date: object) -> None:
        if self._shown is not None:
            self.day_opened.emit(self._shown.session_id, date)

    def menu(self) -> QMenu:
        """Make the menu of what is seldom wanted."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        archived = self._shown is not None and self._shown.archived
        for what, words, icon in (
            ("edit", _("Edit session"), "pencil"),
            ("history", _("What changed"), "history"),
            (
                "archive",
                _("Take out of the archive") if archived else _("Archive"),
                "archive-restore" if archived else "archive",
            ),
            ("delete", _("Delete with all its days"), "trash"),
        ):
            menu.addAction(self._theme.icon(icon, "text2"), words).setData(what)
        menu.triggered.connect(self._on_chosen)
        return menu

    def _open_menu(self) -> None:
        self.menu().popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _on_chosen(self, action: object) -> None:
        what = str(action.data())  # pyright: ignore[reportAttributeAccessIssue]
        if self._shown is not None:
            self.asked.emit(what, self._shown.session_id)
