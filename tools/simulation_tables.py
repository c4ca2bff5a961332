"""The tables of ``make simulate``, told from the numbers it keeps in ``docs/data``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tools.markdown import table

LEVELS = ("watch", "contact", "urgent")
Numbers = Mapping[str, Any]


def usual(found: Numbers) -> str:
    """Tell the share of usual courses by their highest level, beside the rule of thumb."""
    columns = ("contact", "urgent", "watch", "thumb")
    return table(
        ("skin", "session", "contact", "urgent", "watch", "rule of thumb"),
        (
            (line["skin"], line["session"], *(f"{line[column]:.1f}" for column in columns))
            for line in found["usual"]
        ),
    )


def gone_wrong(found: Numbers) -> str:
    """Tell on which day each trouble reached each level, by how it was logged."""
    return table(
        ("what goes wrong", "from day", "logged", "watch or more", "contact or more", "urgent"),
        (
            (
                line["trouble"],
                str(line["begins"]),
                line["logged"],
                *(_when(line[level]) for level in LEVELS),
            )
            for line in found["gone_wrong"]
        ),
    )


def rules(found: Numbers) -> str:
    """Tell which rules raised usual courses to contact or urgent, lowest and highest share."""
    names: Sequence[str] = sorted(
        {rule for line in found["usual"] for rule in line["rules"]}, key=_place
    )
    shares = {rule: [line["rules"].get(rule, 0.0) for line in found["usual"]] for rule in names}
    return table(
        ("rule", "lowest", "highest"),
        ((rule, f"{min(of):.1f}", f"{max(of):.1f}") for rule, of in shares.items()),
    )


def _place(rule: str) -> tuple[str, int, str]:
    """Put C2 before C10, and a rule before its urgent row."""
    code, _space, level = rule.partition(" ")
    return code[0], int(code[1:]), level


def _when(spread: Mapping[str, int]) -> str:
    """Say "day 4 (3 to 6)", and the share where it was not all."""
    if not spread["share"]:
        return "never"
    said = f"day {spread['middle']}"
    if spread["early"] != spread["late"]:
        said += f" ({spread['early']} to {spread['late']})"
    return said if spread["share"] == 100 else f"{said}, {spread['share']} %"
