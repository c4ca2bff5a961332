"""The report alone, over the whole screen, to be shown to a dermatologist."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPageSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from recovery_tracker.i18n import _
from recovery_tracker.ui.theme import theme
from recovery_tracker.ui.widgets.buttons import Button
from recovery_tracker.ui.widgets.page_view import PageView
from recovery_tracker.ui.widgets.text import Text

ZOOM = 1.42


class ReportWindow(QWidget):
    """A slim bar and the pages; Esc closes it. Nothing else of the program is in sight.

    ``closed`` is emitted when it goes, ``save_wanted`` when the PDF is asked for.
    """

    closed = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("report_window")
        self.setWindowTitle(_("Recovery report"))
        self._icon = QLabel(self)
        self._title = Text(_("For the dermatologist"), "heading", self)
        self._words = Text(_("Preparing the pages …"), "small", self)
        self.save = Button(_("Save as PDF …"), "outline", "download", self)
        self.close_it = Button(_("Close"), "primary", parent=self)
        self.close_it.setToolTip(_("Close (Esc)"))
        self.view = PageView(self, zoom=ZOOM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.view, 1)
        self.close_it.clicked.connect(self.close)
        self.save.clicked.connect(self.save_wanted)
        self.view.page_changed.connect(self._tell_page)
        theme().themed.connect(self._retheme)
        self._retheme()

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("report_bar")
        line = QHBoxLayout(bar)
        line.setContentsMargins(24, 9, 24, 9)
        line.setSpacing(10)
        line.addWidget(self._icon)
        line.addWidget(self._title)
        line.addWidget(self._words, 1)
        line.addWidget(self.save)
        line.addWidget(Text(_("Esc"), "hint", bar))
        line.addWidget(self.close_it)
        return bar

    def show_pages(self, pages: Sequence[bytes], paper: QPageSize, spoken: str) -> None:
        """Show the pages; as :meth:`PageView.show_pages`."""
        self.view.show_pages(pages, paper, spoken)
        self._tell_page(self.view.page)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Say what became of the PDF."""
        self._words.setText(sentence)

    def _tell_page(self, page: int) -> None:
        self._words.setText(
            _("Page {n} of {all}. Only this report is visible.").format(
                n=page + 1, all=len(self.view.pages)
            )
        )

    def _retheme(self) -> None:
        self._icon.setPixmap(theme().pixmap("user", "primary", 20))

    def event(self, event: QEvent) -> bool:
        """Keep Esc: the window behind would go back a page."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it goes."""
        super().closeEvent(event)
        self.closed.emit()
