"""A report's content as plain data for the page template: words, colours and pictures."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from recovery_tracker.i18n import _, ngettext
from recovery_tracker.palette import Palette
from recovery_tracker.report.content import ReportContent
from recovery_tracker.report.glyphs import MISSING, printable

_NOT_TEXT = ("chart", "prepared_at")
_MOMENT = ("year", "month", "day", "hour", "minute", "second")


def page_data(
    content: ReportContent,
    palette: Palette,
    chart_svg: str = "",
    overlay_svgs: Sequence[str] = (),
    photo_svgs: Sequence[str] = (),
) -> dict[str, Any]:
    """Return all that the template prints; nothing in it is markup.

    Args:
        content: the report.
        palette: the colours to print with.
        chart_svg: the chart as SVG text.
        overlay_svgs: the charts of the comparison, in its order.
        photo_svgs: the photos, each as SVG text that holds its pixels.
    """
    to_page = _ToPage()
    data: dict[str, Any] = {"chart": None} | {
        field.name: to_page(getattr(content, field.name))
        for field in dataclasses.fields(content)
        if field.name not in _NOT_TEXT
    }
    if content.chart is not None:
        data["chart"] = {
            "key": to_page(content.chart.key),
            "alt": to_page(content.chart.alt),
            "svg": chart_svg,
        }
    if content.comparison is not None:
        overlays = zip(data["comparison"]["overlays"], overlay_svgs, strict=True)
        data["comparison"]["overlays"] = [one | {"svg": svg} for one, svg in overlays]
    if content.photos is not None:
        photos = zip(data["photos"]["photos"], photo_svgs, strict=True)
        data["photos"]["photos"] = [one | {"picture": None, "svg": svg} for one, svg in photos]
    moment = content.prepared_at
    data["moment"] = {part: getattr(moment, part) for part in _MOMENT}
    data["words"] = _words()
    data["colours"] = dataclasses.asdict(palette)
    data["missing"] = to_page.missing
    return data


class _ToPage:
    """Turns values into plain data, and counts the characters the fonts cannot print."""

    def __init__(self) -> None:
        self._replaced = 0

    def __call__(self, value: Any) -> Any:
        if isinstance(value, str):
            text, replaced = printable(value)
            self._replaced += replaced
            return text
        if isinstance(value, tuple):
            return [self(inner) for inner in value]  # pyright: ignore[reportUnknownVariableType]
        if dataclasses.is_dataclass(value):
            return {f.name: self(getattr(value, f.name)) for f in dataclasses.fields(value)}
        return value

    @property
    def missing(self) -> str:
        """Say in words what could not be printed; nothing when all could."""
        if not self._replaced:
            return ""
        return ngettext(
            "{n} character cannot be printed with the fonts of this program: a picture sign is "
            "named in brackets, a letter stands as {box}. The diary and its JSON file keep it.",
            "{n} characters cannot be printed with the fonts of this program: picture signs are "
            "named in brackets, letters stand as {box}. The diary and its JSON file keep them.",
            self._replaced,
        ).format(n=self._replaced, box=MISSING)


def _words() -> dict[str, str]:
    """Headings and labels of the template, in the language of the report."""
    return {
        "labelled": _("{label}: {value}"),
        "quoted": _("“{words}”"),
        "not_stated": _("Not stated"),
        "health": _("Health facts"),
        "yes": _("Yes"),
        "no": _("No"),
        "page": _("Page {n} of {all}"),
        "fingerprint": _("data {fingerprint}"),
        "chart": _("Redness and flaking by day since treatment"),
        "log": _("Daily log"),
        "log_note": _("Empty cell: not recorded."),
        "hidden_note": _("* pain or fever medicine taken that day."),
        "log_goes_on": _("The later days stand at the end, under “Daily log, continued”."),
        "log_continued": _("Daily log, continued"),
        "signs": _("Signs"),
        "day": _("Day since treatment"),
        "entered": _("Entered"),
        "warnings": _("Warnings"),
        "since": _("First day"),
        "seen": _("What was seen"),
        "told": _("What the patient was told"),
        "state": _("What became of it"),
        "rule": _("Rule {rule}."),
        "source": _("Source: {source}."),
        "questions": _("The patient’s questions"),
        "notes": _("Notes"),
        "more_notes": _("Earlier notes stand at the end, under “Notes, continued”."),
        "notes_continued": _("Notes, continued"),
        "private": _("Private notes, shown by the patient’s choice"),
        "comparison": _("Beside earlier sessions"),
        "photos": _("Photos"),
        "overlay_note": _("Lines laid over by day since treatment."),
        "clinic": _("What the clinic told the patient"),
        "medicines": _("Medicines"),
        "care": _("Care and exposures"),
        "reading": _("How to read this report"),
        "grade": _("Grade"),
    }
