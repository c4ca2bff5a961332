"""Asks which printer a report goes to, without stopping the window."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from recovery_tracker.report.case import Paper
from recovery_tracker.ui.paper import page_size


class PrintDialog(QObject):
    """One question at a time; ``chosen`` carries the printer the person chose.

    Qt's printing is imported when it is first asked for: a start does without it.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self._parent = parent
        self._title = title
        self._printer: object = None

    def ask(self, paper: Paper, over: QWidget | None = None) -> None:
        """Ask, with a paper to begin with; ``over`` is the window it stands before."""
        from PySide6.QtGui import QPageLayout
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(page_size(paper))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        printer.setFullPage(True)  # the pages have margins of their own
        printer.setDocName(self._title)
        dialog = QPrintDialog(printer, over or self._parent)
        dialog.setWindowTitle(self._title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in (
            QAbstractPrintDialog.PrintDialogOption.PrintPageRange,
            QAbstractPrintDialog.PrintDialogOption.PrintSelection,
            QAbstractPrintDialog.PrintDialogOption.PrintCurrentPage,
        ):
            dialog.setOption(kind, on=False)
        dialog.accepted.connect(self._take)
        self._printer = printer
        QDialog.open(dialog)

    def _take(self) -> None:
        printer, self._printer = self._printer, None
        if printer is not None:
            self.chosen.emit(printer)
