"""The card of Settings that leads to bringing files in and taking the diary out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.form_rows import FlowRow
from recovery_tracker.ui.widgets.setting_row import IconCard
from recovery_tracker.ui.widgets.text import Text


class ExchangeCard(IconCard):
    """``wanted`` carries the name of a page and where it is to open."""

    wanted = Signal(str, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Your data"), "repeat", parent)
        self.body.addWidget(
            Text(
                _("Bring a diary or a table in, or take yours with you. You see it all first."),
                "small",
                self,
                wrap=True,
            )
        )
        self.bring_in = Button(_("Bring a file in"), "outline", "download", self)
        self.bring_in.setToolTip(_("Ctrl+O"))
        self.take_out = Button(_("Export"), "outline", "upload", self)
        self.everything = Button(_("Export everything"), "ghost", parent=self)
        self.body.addWidget(FlowRow((self.bring_in, self.take_out, self.everything), self))
        self.bring_in.clicked.connect(self._ask_in)
        self.take_out.clicked.connect(self._ask_out)
        self.everything.clicked.connect(self._ask_everything)

    def _ask_in(self) -> None:
        self.wanted.emit("import", None)

    def _ask_out(self) -> None:
        self.wanted.emit("export", None)

    def _ask_everything(self) -> None:
        self.wanted.emit("export", "everything")
