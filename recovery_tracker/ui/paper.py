"""The pages of a report on a printer's paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter

from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.i18n import _
from recovery_tracker.report.case import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT_PPI = 300.0


def page_size(paper: Paper) -> QPageSize:
    """Return the size of a paper."""
    letter, a4 = QPageSize.PageSizeId.Letter, QPageSize.PageSizeId.A4
    return QPageSize(letter if paper == "us-letter" else a4)


def paper_of(printer: QPrinter) -> Paper:
    """Return the report's paper that fits the printer's; whatever is not Letter gets A4."""
    letter = printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    return "us-letter" if letter else "a4"


def print_pages(printer: QPrinter, pages: Sequence[bytes], going_on: Callable[[int], bool]) -> bool:
    """Print pages, given as PNG, one after the other; each is decoded only when it is its turn.

    Args:
        printer: where to.
        pages: in their order.
        going_on: told the number of each page before it is printed; ``False`` stops the job.

    Returns:
        Whether all were printed.

    Raises:
        StorageProblem: the printer does not take the job; the sentence says what to do.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise StorageProblem(
            _("The printer does not answer. Check that it is on, or choose another one.")
        )
    try:
        for number, page in enumerate(pages):
            if not going_on(number):
                printer.abort()
                return False
            if number and not printer.newPage():
                raise StorageProblem(_("The printer stopped. Check its paper and print again."))
            image = QImage.fromData(page)
            painter.drawImage(_fitted(image, painter.viewport()), image)
    finally:
        painter.end()
    return True


def _fitted(image: QImage, sheet: QRect) -> QRect:
    """The largest place on a sheet that keeps a page's shape, in the middle."""
    size = image.size().scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(sheet.topLeft(), size)
    place.moveCenter(sheet.center())
    return place
