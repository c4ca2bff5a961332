"""Make ``docs/warning-rules.md`` and ``docs/simulation.md`` from the rules themselves.

Run as ``python -m tools.rule_documents`` (``make docs``). The rules, ranges and texts are those
that Help shows; the tables of the simulation are made from ``docs/data/simulation.json``, which
``make simulate`` keeps. A test fails when a document is not what this would write.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from pathlib import Path

from recovery_tracker.domain import handbook
from recovery_tracker.domain.care_guidance import CARE_LINES, PERSONAL_LINES, PHASES
from recovery_tracker.domain.guidance import DAY_TEXTS
from recovery_tracker.domain.profile import Profile
from recovery_tracker.domain.recovery import Session
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.sources import sources
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import GUIDANCE_VERSION
from tools import rule_words, simulation_tables
from tools.markdown import table

DOCS = Path(__file__).resolve().parent.parent / "docs"
NUMBERS = DOCS / "data" / "simulation.json"
_ANY_DAY = dt.date(2026, 1, 1)

_MADE = "<!-- Made from the code by `make docs`; change the code, not this file. -->"
_HEAD = f"""{_MADE}

# Warning rules and usual course

Guidance version {GUIDANCE_VERSION}. **No clinician has reviewed it.** The usual course and the
rules need a dermatologist's sign-off before anyone relies on them. Help in the program shows the
same rules, ranges and texts. What they rest on stands beside each: a source of the
[list](#sources) with its grade (A regulator, health service, guideline or systematic review; B
primary study, case report or expert paper; C clinic, maker or consumer page), "Document" for the
article the program was made from, or **J** for judgement.

Grades: 0 none, 1 mild, 2 moderate, 3 severe, 4 very severe. Day 0 is the day of the treatment.
How the rules meet made-up recoveries is told in [simulation.md](simulation.md)."""

_RANGE_WORDS = """Each cell is the typical grade and the upper end of the usual range. Above the
range is not a warning by itself. **Bold**: published reports expect the symptom on this day and
give its grade. *Slanted*: they expect it, its grade is judgement. Plain: judgement. Nobody has
published a day-by-day course by needle depth. Days 15 to 20 use day 14, 22 to 27 use day 21, later
ones use day 28."""

_DEPTHS = (
    ("S: up to 0.5 mm", 0.5),
    ("M: more than 0.5 mm and less than 2 mm, or not known", None),
    ("D: 2 mm and more", 2.0),
)

_MODIFIER_WORDS = """An aggressive treatment counts as one depth deeper, radiofrequency never as
less than M. Oily skin does not count where the skin is sensitive or the treatment was aggressive.
A typical grade never exceeds its bound; no modifier raises a bound to 3, touches pain or a sign,
or lowers an urgent rule."""


def warning_rules() -> str:
    """Write the document on rules, ranges and texts."""
    parts = [
        _HEAD,
        "## Words the rules use",
        rule_words.definitions(),
        "## Levels",
        _levels(),
        "## Rules",
        *_rules(),
        "## Words in notes (C22)",
        "Notes are read for these words; a private note is never quoted. A word that is plainly "
        "denied does not count (J).",
        rule_words.words_in_notes(),
        "## Usual range",
        _RANGE_WORDS,
        *_ranges(),
        "### What changes it",
        _MODIFIER_WORDS,
        _modifiers(),
        "## Day texts",
        "The clinic's own instructions come first.",
        _day_texts(),
        "## Care",
        _phases(),
        _care_lines(),
        "## Sources",
        'Most papers were read as abstracts; "via" means seen through another site.',
        table(("id", "source", "where found", "grade"), _source_rows()),
    ]
    return "\n\n".join(parts) + "\n"


def simulation() -> str:
    """Write the document on the simulated recoveries, from the numbers that are kept."""
    found = json.loads(NUMBERS.read_text(encoding="utf-8"))
    parts = [
        f"{_MADE}\n\n# How the rules meet made-up recoveries",
        f"Guidance version {found['guidance']}, seed {found['seed']}. Made by `make simulate`. "
        "**Judgement, not data**: it says how the rules meet rating noise and made-up troubles, "
        "not how real skin behaves, and no share here is anyone's risk.",
        "## Usual courses: false warnings",
        f"{found['courses']} courses a line; percent of sessions by their highest level. One "
        "person has one severity between the typical course and its upper bound; 15 % of the "
        "entries are missing, and one rating in ten is off by one grade. The rule of thumb is “a "
        "grade of 3 or more, or a rise of 2” (S31). No sign is ticked, so this does not show how "
        "often one is ticked by mistake.",
        simulation_tables.usual(found),
        "Which rules raise usual courses to contact or urgent: the lowest and the highest share "
        "of sessions among the lines above, in percent.",
        simulation_tables.rules(found),
        "## Courses that go wrong: the day each is caught",
        f"{found['courses_gone_wrong']} courses a line. The day on which half of those that "
        "reached the level had reached it, and in brackets the days from the earliest to the "
        "latest but for the outer twentieths; a percentage where not all reached it. The trouble "
        "begins on its day or the day after; its signs are ticked in four entries of five. Every "
        "third day begins on day 0, 1 or 2; after day 14 an entry is due once a week. “Notes "
        "only” writes in plain words and answers nothing: that never reaches urgent unless a "
        "word of the kind “can't breathe” is written, as a note is asked about, not judged.",
        simulation_tables.gone_wrong(found),
    ]
    return "\n\n".join(parts) + "\n"


DOCUMENTS = {"warning-rules.md": warning_rules, "simulation.md": simulation}


def _levels() -> str:
    return table(
        ("level, by", "heading", "ends"),
        ((_reached(row), row.heading, row.ends) for row in handbook.levels()),
    )


def _reached(level: handbook.LevelRow | handbook.RuleLevel) -> str:
    return " ".join(filter(None, (level.level, level.by)))


def _rules() -> list[str]:
    parts: list[str] = []
    for rule in handbook.rules():
        rows = (
            (
                _reached(level),
                f"{level.trigger}.",
                f"**{level.heading}.** {level.text}",
                level.source,
            )
            for level in rule.levels
        )
        parts += [
            f"### {rule.code} {rule.title}",
            f"`{rule.id}`. {rule.days} {rule.ends}".strip(),
            table(("level, by", "when", "what the person is told", "source"), rows),
        ]
    return parts


def _ranges() -> list[str]:
    parts: list[str] = []
    for name, depth in _DEPTHS:
        rows = handbook.ranges(Session("", _ANY_DAY, needle_depth_mm=depth), Profile())
        parts += [
            f"### {name}",
            table(
                ("symptom", *(f"d{day}" for day in handbook.RANGE_DAYS), "evidence"),
                (
                    (row.label, *(_marked(cell) for cell in row.cells), ", ".join(row.sources))
                    for row in rows
                ),
            ),
        ]
    return parts


def _marked(cell: handbook.RangeCell) -> str:
    text = f"{cell.typical}/{cell.upper}"
    if not cell.expected:
        return text
    return f"**{text}**" if cell.graded else f"*{text}*"


def _modifiers() -> str:
    return table(
        ("for", "what changes", "basis"),
        (
            (row.label, "; ".join(row.changes), ", ".join((*row.sources, "J")))
            for row in handbook.modifiers()
        ),
    )


def _day_texts() -> str:
    return table(
        ("days", "text", "basis"),
        (
            (
                f"{_days(text.first, text.last)}{', deep' if text.deep else ''}",
                text.text,
                str(text.basis),
            )
            for text in DAY_TEXTS
        ),
    )


def _phases() -> str:
    return table(
        ("when", "do", "avoid", "basis"),
        ((one.label, one.do, one.avoid, str(one.basis)) for one in PHASES),
    )


def _care_lines() -> str:
    labels = SYMPTOM_BY_CODE | SIGN_BY_CODE
    return table(
        ("for", "care", "basis"),
        (
            (
                ", ".join(labels[field].label for field in line.fields) or "Done at home",
                line.text,
                str(line.basis),
            )
            for line in (*CARE_LINES, *PERSONAL_LINES)
        ),
    )


def _source_rows() -> Iterable[tuple[str, str, str, str]]:
    return ((source.id, source.title, source.place, source.sure) for source in sources())


def _days(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def main() -> None:
    """Write the documents."""
    for name, make in DOCUMENTS.items():
        DOCS.joinpath(name).write_text(make(), encoding="utf-8", newline="\n")
        print(f"docs/{name}")


if __name__ == "__main__":
    main()
