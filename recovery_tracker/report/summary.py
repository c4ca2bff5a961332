"""A report in a few lines of plain text, to paste into a message.

It says what page 1 says first, in the same words; lines left out of the report are left out here.
"""

from __future__ import annotations

from recovery_tracker.i18n import _
from recovery_tracker.report.content import ReportContent

_HEAD = ("patient", "treated", "area", "method")


def short_summary(content: ReportContent) -> str:
    """Write who and what, what was warned of, the five figures and the limits."""
    lines = {line.code: line for line in content.lines}
    who = [
        _("{label}: {value}").format(label=lines[code].label, value=lines[code].value)
        for code in _HEAD
        if code in lines and lines[code].value
    ]
    figures = [
        _("{label}: {value}").format(label=figure.label, value=figure.value)
        for figure in content.figures
    ]
    mentions = [mention.reason for mention in content.advice.mentions]
    parts = (
        [*filter(None, (f"{content.title}, {content.day}", content.prepared, content.period))],
        who,
        [content.advice.heading, *mentions, *content.advice.notes],
        figures,
        [content.limits],
    )
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"
