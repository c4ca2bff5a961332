"""What the process that makes reports is asked for: pages, PDF files and diaries on paper.

An order holds all that a report is made from; what is answered is finished bytes, so that
neither typst nor matplotlib is needed where it was asked.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import TYPE_CHECKING

from recovery_tracker.journal import Snapshot
from recovery_tracker.report.case import ReportOptions
from recovery_tracker.values import frozen

if TYPE_CHECKING:
    from recovery_tracker.report.content import ReportContent
    from recovery_tracker.report.identity import Line


@frozen
class Order:
    """What a report is to be made from.

    Attributes:
        prepared_at: the patient's local time.
        ppi: pixels of the pictures to the inch.
        pictures: the bytes of the photos the report shows, by their sha256: the diary is read
            in the window only.
    """

    snapshot: Snapshot
    prepared_at: dt.datetime
    options: ReportOptions = field(default_factory=ReportOptions)
    ppi: float = 96.0
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@frozen
class Pages:
    """A report in pictures.

    Attributes:
        pngs: each page.
        lines: those at its head; ``summary``: the report in a few lines of text.
    """

    pngs: tuple[bytes, ...]
    lines: tuple[Line, ...]
    summary: str


def pages_of(order: Order) -> Pages:
    """Return the pages of a report."""
    from recovery_tracker.i18n import in_language
    from recovery_tracker.report.pdf import pages_png
    from recovery_tracker.report.summary import short_summary

    content = _content(order)
    pngs = pages_png(content, order.ppi)
    with in_language(content.language):
        return Pages(pngs, content.lines, short_summary(content))


def pdf_of(order: Order) -> bytes:
    """Return a report as PDF."""
    from recovery_tracker.report.pdf import pdf_bytes

    return pdf_bytes(_content(order))


def _content(order: Order) -> ReportContent:
    from recovery_tracker.charts.style import prepare
    from recovery_tracker.paths import cache_folder
    from recovery_tracker.report.content import content_of

    prepare(cache_folder() / "matplotlib")
    return content_of(order.snapshot, order.prepared_at, order.options, order.pictures)
