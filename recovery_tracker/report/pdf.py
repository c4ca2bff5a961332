"""A report's content as a PDF file, or as pictures of its pages.

typst sets the pages from data, so nothing a patient writes can become markup. Only the bundled
fonts are used, and the document's date is the report's: the same content gives the same bytes.
"""

from __future__ import annotations

import base64
import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.exchange.files import replacing
from recovery_tracker.i18n import in_language
from recovery_tracker.palette import palette
from recovery_tracker.report.content import ReportContent
from recovery_tracker.report.page import page_data
from recovery_tracker.resources import resource

if TYPE_CHECKING:
    import typst

    from recovery_tracker.charts.sheet import Sheet

STANDARD = "ua-1"
OVERLAY_SIZE = (698.0, 200.0)
"""Width and height of a chart of the comparison, in pixels at 96 to the inch."""
PHOTO_PIXELS = 640
"""The longer side of a printed photo: about 270 to the inch where it is printed largest."""
_CHART_TYPE = 0.9  # type of a screen's chart is a little large beside the page's


def write_pdf(content: ReportContent, path: Path) -> None:
    """Write a report as PDF; whatever stood at ``path`` is replaced only when all went well.

    Raises:
        StorageProblem: the file cannot be written; the sentence says why.
    """
    data = pdf_bytes(content)
    with replacing(path) as file:
        file.write(data)


def pdf_bytes(content: ReportContent) -> bytes:
    """Return a report as PDF/UA-1: tagged, searchable, with alternative text."""
    pages, warnings = _compiler(content).compile_with_warnings(
        format="pdf", pdf_standards=STANDARD, timestamp=_moment(content.prepared_at)
    )
    _refuse(warnings)
    return b"".join(pages) if isinstance(pages, list) else pages or b""


def pages_png(content: ReportContent, *ppis: float) -> tuple[tuple[bytes, ...], ...]:
    """Return a picture of each page in each of some sizes: the same pages the PDF has.

    ``ppis`` are pixels to the inch; another size of what is set already takes little.
    """
    compiler = _compiler(content)
    return tuple(_pictures(compiler, ppi) for ppi in ppis)


def _pictures(compiler: typst.Compiler, ppi: float) -> tuple[bytes, ...]:
    pages, warnings = compiler.compile_with_warnings(format="png", ppi=ppi)
    _refuse(warnings)
    return tuple(pages) if isinstance(pages, list) else (pages or b"",)


def _compiler(content: ReportContent) -> typst.Compiler:
    import typst

    with in_language(content.language):
        data = page_data(
            content, palette("light"), _drawn(content), _overlays(content), _photos(content)
        )
    template = resource("report", "report.typ")
    return typst.Compiler(
        input=template,
        root=template.parent.parent,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
    )


@cache
def _fonts() -> typst.Fonts:
    """The bundled fonts and no others, read once."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[resource("fonts")],
    )


def _refuse(warnings: list[typst.TypstWarning]) -> None:
    """Fail on anything typst only warns of, such as a font it does not know."""
    if warnings:
        raise RuntimeError("; ".join(warning.message for warning in warnings))


def _moment(prepared_at: dt.datetime) -> dt.datetime:
    """The report's time with a zone, which typst asks for; a time without one is taken as UTC."""
    zone = prepared_at.utcoffset() or dt.timedelta()
    return prepared_at.replace(tzinfo=dt.timezone(zone), microsecond=0)


def _drawn(content: ReportContent) -> str:
    """Draw the chart as SVG; matplotlib is imported only when there is one."""
    if content.chart is None:
        return ""
    from recovery_tracker.charts.picture import svg_bytes
    from recovery_tracker.charts.report_pair import REPORT_SIZE, draw_report_pair

    shown = content.chart

    def draw(sheet: Sheet) -> None:
        draw_report_pair(
            sheet,
            shown.recovery,
            shown.profile,
            palette("light"),
            today=shown.today,
            earlier=shown.earlier,
            days=shown.days,
            scale=_CHART_TYPE,
        )

    return svg_bytes(draw, *REPORT_SIZE).decode()


def _overlays(content: ReportContent) -> list[str]:
    """Draw each symptom of the comparison with the lines of all its sessions."""
    if content.chart is None or content.comparison is None:
        return []
    from recovery_tracker.charts.picture import svg_bytes
    from recovery_tracker.charts.symptom_lines import draw_symptom_lines

    shown = content.chart

    def drawn(symptom: str) -> str:
        def draw(sheet: Sheet) -> None:
            draw_symptom_lines(
                sheet,
                shown.recovery,
                (symptom,),
                shown.profile,
                palette("light"),
                today=shown.today,
                earlier=shown.earlier,
                days=shown.days,
                scale=_CHART_TYPE,
            )

        return svg_bytes(draw, *OVERLAY_SIZE).decode()

    return [drawn(overlay.symptom) for overlay in content.comparison.overlays]


def _photos(content: ReportContent) -> list[str]:
    """Each photo, small enough for paper, within an SVG: data that carries no path to a file."""
    if content.photos is None:
        return []
    return [_as_svg(photo.picture) for photo in content.photos.photos]


def _as_svg(picture: bytes) -> str:
    """A photo as SVG; an empty place where its bytes are damaged."""
    from recovery_tracker.photos.picture import shrunk_jpeg

    try:
        data, width, height = shrunk_jpeg(picture, PHOTO_PIXELS)
    except RecoveryTrackerError:
        return '<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4" viewBox="0 0 3 4"/>'
    pixels = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:image/jpeg;base64,{pixels}"/></svg>'
    )
