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

_THUMBS = 8  # times smaller than the pages: as large as thumbnails with text at 130 %

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
    """A report in pictures for the screen.

    Attributes:
        pngs: each page; ``thumbs``: the same, small.
        lines: those at its head; ``summary``: the report in a few lines of text.
    """

    pngs: tuple[bytes, ...]
    thumbs: tuple[bytes, ...]
    lines: tuple[Line, ...]
    summary: str


def pages_of(order: Order) -> Pages:
    """Return the pages of a report, to be looked at."""
    from recovery_tracker.i18n import in_language
    from recovery_tracker.report.pdf import pages_png
    from recovery_tracker.report.summary import short_summary

    content = _content(order)
    pngs, thumbs = pages_png(content, order.ppi, order.ppi / _THUMBS)
    with in_language(content.language):
        return Pages(pngs, thumbs, content.lines, short_summary(content))


def prints_of(order: Order) -> tuple[bytes, ...]:
    """Return a picture of each page of a report, to be printed."""
    from recovery_tracker.report.pdf import pages_png

    (pngs,) = pages_png(_content(order), order.ppi)
    return pngs


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
