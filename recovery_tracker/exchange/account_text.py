"""The account of an import in words, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from recovery_tracker.exchange.account import Preview, Told
from recovery_tracker.exchange.text import for_a_terminal
from recovery_tracker.i18n import _, ngettext

_MOST = 25


def as_text(preview: Preview) -> str:
    """Return what comes in, what is changed, refused and left out, each with its first line."""
    return "\n".join(_lines(preview)) + "\n"


def _lines(preview: Preview) -> Iterator[str]:
    rows = ngettext("{n} row", "{n} rows", preview.rows).format(n=preview.rows)
    days = ngettext("{n} day", "{n} days", preview.days).format(n=preview.days)
    yield _("{source}: {rows}, of which {kept} are kept, as {days}.").format(
        source=preview.source, rows=rows, kept=preview.rows_kept, days=days
    )
    cells = preview.cells
    yield _("Of {all} cells {kept} are kept, {refused} refused and {left} left out.").format(
        all=cells.all, kept=cells.kept, refused=cells.refused, left=cells.left_out
    )
    yield from preview.notices
    yield from _told(_("Changed:"), preview.changed)
    yield from _told(_("Refused:"), preview.refused)
    yield from _told(_("Left out:"), preview.left_out)


def _told(heading: str, told: tuple[Told, ...]) -> Iterator[str]:
    if not told:
        return
    yield heading
    for one in told[:_MOST]:
        said = _("  line {line}, {name}: {value} – {sentence}").format(
            line=one.line, name=one.name, value=one.value or "–", sentence=one.sentence
        )
        more = one.count - 1
        if more:
            said += " " + ngettext("({n} more such)", "({n} more such)", more).format(n=more)
        yield for_a_terminal(said)
    if len(told) > _MOST:
        yield _("  and {n} more.").format(n=len(told) - _MOST)
