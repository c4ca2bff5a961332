"""The text of Help, built from the catalogues, the rules and the ranges themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from recovery_tracker.domain import disclaimer, handbook
from recovery_tracker.domain.care_guidance import PHASES
from recovery_tracker.domain.guidance import DAY_TEXTS
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGNS, Group
from recovery_tracker.domain.sources import sources
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.domain.warnings import GUIDANCE_VERSION
from recovery_tracker.i18n import N_, _
from recovery_tracker.palette import Palette
from recovery_tracker.values import frozen

_ANY_DAY = dt.date(2026, 1, 1)
_BREAKABLE = re.compile(r"([/.])")
_CITED = re.compile(r"\b(S\d+)\b")


@frozen
class HelpContext:
    """What Help is about for this person.

    Attributes:
        session, profile: of the diary on screen; without a session the medium course is told.
        folder: where the data is, as text.
        shortcuts: keys and what they do.
    """

    session: Session | None
    profile: Profile
    folder: str
    shortcuts: Sequence[tuple[str, str]]


@frozen
class Section:
    """One part of Help: its name in links, its title and what makes its text."""

    name: str
    title_text: str
    make: Callable[[HelpContext], str]

    @property
    def title(self) -> str:
        """The title in the person's language."""
        return _(self.title_text)


def _paragraphs(*texts: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def _table(
    head: Iterable[str],
    rows: Iterable[Iterable[str]],
    *,
    shares: Sequence[int] = (),
    padding: int = 6,
) -> str:
    """Make a table whose first column heads its rows; the cells are HTML already.

    ``shares`` are the widths of the columns in per cent.
    """
    heads = list(head)
    widths = [f' width="{share}%"' for share in shares] or [""] * len(heads)
    cells = (f"<th{width}>{cell}</th>" for width, cell in zip(widths, heads, strict=True))
    lines = [f"<tr>{''.join(cells)}</tr>"]
    for row in rows:
        cells = list(row)
        first = f"<tr><td><b>{cells[0]}</b></td>"
        lines.append(first + "".join(f"<td>{cell}</td>" for cell in cells[1:]) + "</tr>")
    return f'<table cellspacing="0" cellpadding="{padding}" width="98%">{"".join(lines)}</table>'


def _limits(_context: HelpContext) -> str:
    return _paragraphs(disclaimer.short()) + _paragraphs(
        _(
            "The expected course is a guide made from published reports and judgement. It is not "
            "checked for your skin. It does not contact anyone for you. It is for adults."
        ),
        _(
            "No clinician has reviewed this guidance (version {version}). The usual course and "
            "the rules need a dermatologist's sign-off before anyone relies on them."
        ).format(version=GUIDANCE_VERSION),
        *filter(None, (disclaimer.of_translation(),)),
        _("General guidance, not a diagnosis. If you are worried, call, whatever the app says."),
    )


def _log(_context: HelpContext) -> str:
    return (
        _paragraphs(
            _(
                "Once a day, choose one grade for each symptom and answer the signs. “Same as "
                "yesterday” copies grades only; signs are asked fresh every day."
            ),
            _(
                "Every click is saved at once and can be undone. There is nothing to save. What "
                "you did not answer stays “not recorded”; it is never counted as “none”."
            ),
            _(
                "Day 0 is the day of the treatment. Days before it are your skin as it was, for "
                "comparison. After day 28 one entry a week is enough."
            ),
        )
        + _grades()
    )


def _heading(text: str) -> str:
    return f"<h3>{escape(text)}</h3>"


def _grades() -> str:
    rows = [
        [escape(symptom.label), *(escape(symptom.grade_description(grade)) for grade in Severity)]
        for symptom in SYMPTOMS
        if symptom.grade_names
    ]
    head = ["", *(escape(grade.label) for grade in Severity)]
    return _heading(_("What the grades mean")) + _table(head, rows, shares=(23, 13, 16, 16, 16, 16))


def _signs(_context: HelpContext) -> str:
    parts: list[str] = []
    for group in Group:
        rows = [[escape(s.label), escape(s.help)] for s in SIGNS if s.group is group]
        if rows:
            parts.append(
                f"<h3>{escape(group.label)}</h3>" + _table(("", ""), rows, shares=(40, 60))
            )
    return "".join(parts)


_DEPTHS = (
    (N_("Up to 0.5 mm"), 0.5),
    (N_("More than 0.5 mm and less than 2 mm, or not known"), None),
    (N_("2 mm and more"), 2.0),
)


def _ranges(context: HelpContext) -> str:
    said = _paragraphs(
        _(
            "Each cell is the typical grade and the upper end of the usual range: 0 none, 1 mild, "
            "2 moderate, 3 severe. Above the range is not a warning by itself. The sum of eight "
            "ratings has no range behind it."
        ),
        _(
            "Underlined: published reports say that the symptom is expected on this day. Bold, "
            "too: they give its grade. All other grades are judgement: nobody has published a "
            "day-by-day course by needle depth."
        ),
    )
    if context.session is not None:
        said += _heading(_("Your session on screen"))
        said += _range_table(context.session, context.profile)
    for name, depth in _DEPTHS:
        any_session = Session("", _ANY_DAY, needle_depth_mm=depth)
        said += _heading(_(name)) + _range_table(any_session, Profile())
    return said


def _range_table(session: Session, profile: Profile) -> str:
    rows: list[list[str]] = []
    for row in handbook.ranges(session, profile):
        cells = [escape(row.label)]
        for cell in row.cells:
            text = f"{cell.typical}–{cell.upper}" if cell.upper else "0"
            text = f"<u>{text}</u>" if cell.expected else text
            cells.append(f"<b>{text}</b>" if cell.graded else text)
        rows.append(cells)
    head = [escape(_("Day")), *(str(day) for day in handbook.RANGE_DAYS)]
    return f'<div class="numbers">{_table(head, rows, padding=3)}</div>'


def _days(_context: HelpContext) -> str:
    texts = []
    for text in DAY_TEXTS:
        days = str(text.first) if text.first == text.last else f"{text.first}–{text.last}"
        deep = _(" (deeper or heat-based)") if text.deep else ""
        texts.append([escape(days + deep), escape(text.text), _cited(str(text.basis))])
    care = [
        [escape(phase.label), escape(phase.do), escape(phase.avoid), _cited(str(phase.basis))]
        for phase in PHASES
    ]
    return (
        _paragraphs(_("Your clinic's instructions come first; aftercare pages disagree."))
        + _table((_("Day"), "", _("Rests on")), texts, shares=(16, 62, 22))
        + _heading(_("What to do and what to avoid"))
        + _table(("", _("Do"), _("Avoid"), _("Rests on")), care, shares=(15, 34, 34, 17))
    )


def _rules(_context: HelpContext) -> str:
    said = _paragraphs(
        _(
            "A rule fires on what you logged, never on a photo. The highest warning stands first; "
            "the others are listed under it. In the last line of each: what it rests on, and J "
            "for judgement."
        )
    )
    when = escape(_("When:"))
    rows = [[escape(level.heading), escape(level.ends)] for level in handbook.levels()]
    said += _table(("", ""), rows)
    for rule in handbook.rules():
        said += _heading(f"{rule.title} ({rule.code})")
        said += _paragraphs(" ".join(filter(None, (rule.days, rule.ends))))
        for level in rule.levels:
            said += (
                f"<p><b>{escape(level.heading)}</b><br>{escape(level.text)}<br>"
                f"<i>{when}</i> {escape(level.trigger)}.<br>"
                f'<span class="hint">{_cited(level.source)}</span></p>'
            )
    return said


def _sources(_context: HelpContext) -> str:
    rows = [
        [
            f'<a name="{escape(source.id)}"></a>{escape(source.id)}',
            escape(source.title),
            _BREAKABLE.sub("\\1&#8203;", escape(source.place)),
            escape(source.sure),
        ]
        for source in sources()
    ]
    return _paragraphs(
        _(
            "A: regulator, health service, guideline or systematic review. B: primary study, case "
            "report or expert paper. C: clinic, maker or consumer page. Most papers were read as "
            "abstracts."
        )
    ) + _table(("", _("Source"), _("Where found"), ""), rows, shares=(8, 46, 38, 8))


def _shortcuts(context: HelpContext) -> str:
    return _table((_("Keys"), ""), [[escape(k), escape(what)] for k, what in context.shortcuts])


def _data(context: HelpContext) -> str:
    return _paragraphs(
        _(
            "Everything stays on this computer: no account, nothing is sent, nobody is contacted "
            "for you. You decide who sees the report."
        ),
        _("Your diary is kept in: {folder}").format(folder=context.folder),
        _(
            "It is a folder only you can open. Whoever can use this computer account can read it. "
            "One folder is one person's diary; start the program with --data-dir for another."
        ),
        _(
            "Every change is kept: earlier versions stay in the history, and what you delete can "
            "be brought back for 30 days."
        ),
    )


def _cited(text: str) -> str:
    return _CITED.sub(r'<a href="#\1">\1</a>', escape(text))


SECTIONS: tuple[Section, ...] = (
    Section("limits", N_("What this app is, and is not"), _limits),
    Section("log", N_("Logging a day"), _log),
    Section("signs", N_("The signs"), _signs),
    Section("ranges", N_("Usual ranges"), _ranges),
    Section("days", N_("Days and care"), _days),
    Section("rules", N_("Warning rules"), _rules),
    Section("shortcuts", N_("Keyboard shortcuts"), _shortcuts),
    Section("data", N_("Where your data is"), _data),
    Section("sources", N_("Sources"), _sources),
)


def html(context: HelpContext) -> str:
    """Write all of Help as one document."""
    said = "".join(
        f'<h2><a name="{section.name}"></a>{escape(section.title)}</h2>{section.make(context)}'
        for section in SECTIONS
    )
    # Qt's documents break a line at the narrow space, which French has before ":" and "?"
    return said.replace("\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}")


def style(colours: Palette, px: Callable[[float], int]) -> str:
    """Write the document's style sheet."""
    return f"""
body, p, td, th, li {{ color: {colours.text}; font-size: {px(14)}px; line-height: 135%; }}
h2 {{ color: {colours.text}; font-size: {px(20)}px; font-weight: 600; margin-top: {px(26)}px; }}
h3 {{ color: {colours.text}; font-size: {px(15)}px; font-weight: 600; margin-top: {px(16)}px; }}
th {{ color: {colours.text2}; text-align: left; font-weight: 600;
  border-bottom: 1px solid {colours.line}; }}
td {{ border-bottom: 1px solid {colours.border}; }}
a {{ color: {colours.on_tint}; }}
.hint {{ color: {colours.muted}; }}
.numbers td, .numbers th {{ font-size: {px(12)}px; }}
"""
