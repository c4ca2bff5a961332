"""What a warning's banner says, taken from the warning word for word."""

from __future__ import annotations

import datetime as dt
import html
import re

from recovery_tracker.domain.profile import Dermatologist
from recovery_tracker.domain.warnings import By, Level, Warning
from recovery_tracker.domain.wording import name_of, noted
from recovery_tracker.i18n import _
from recovery_tracker.ui import dates
from recovery_tracker.values import frozen

ICONS = {Level.WATCH: "eye", Level.CONTACT: "triangle-alert", Level.URGENT: "octagon-alert"}


@frozen
class BannerWords:
    """The parts of a banner; ``seen`` is rich text, its decisive words bold.

    Attributes:
        heading: the instruction.
        aside: what stands at the right of the solid bar.
        seen: the facts from the log.
        why: the first sentence of what the person is told.
        steps: what to do now, numbered; for ``watch`` when it would become a call.
        announced: what a screen reader says once.
    """

    heading: str
    aside: str
    seen: str
    why: str
    steps: tuple[str, ...]
    announced: str


def banner_words(warning: Warning, dermatologist: Dermatologist, today: dt.date) -> BannerWords:
    """Take a warning apart for its banner.

    Args:
        warning: the warning.
        dermatologist: whom to call; without a number the first step says where to find one.
        today: the present day.
    """
    why, rest = sentences(warning.message)
    return BannerWords(
        heading=warning.heading,
        aside=_aside(warning, today),
        seen=emphasised(warning),
        why=why,
        steps=_steps(warning, rest, dermatologist),
        announced=" ".join(
            (
                _("{level}.").format(level=warning.level.label),
                _("{heading}.").format(heading=warning.heading),
                warning.reason,
            )
        ),
    )


def sentences(message: str) -> tuple[str, str]:
    """Part a message into its first sentence and the rest."""
    first, stop, rest = message.partition(". ")
    return (first + ".", rest) if stop else (message, "")


def emphasised(warning: Warning) -> str:
    """Return the reason as rich text with the names of what was seen in bold."""
    text = html.escape(warning.reason)
    names = {name_of(seen.field) for seen in warning.evidence}
    for name in sorted(names, key=len, reverse=True):
        pattern = rf"(?<![\w>]){re.escape(html.escape(name))}(?![\w<])"
        text = re.sub(pattern, r"<b>\g<0></b>", text, flags=re.IGNORECASE)
    return text


def _aside(warning: Warning, today: dt.date) -> str:
    if any(isinstance(seen.value, str) and seen.value for seen in warning.evidence):
        return warning.reason.removesuffix(".")  # words of a note, as they were written
    if warning.by is By.NOW:
        things = noted(warning, on=warning.last_date)
        return _("You noted {things}").format(things=things) if things else ""
    if warning.last_date == today:
        return _("Based on what you logged today")
    return _("Based on what you logged on {date}").format(date=dates.short(warning.last_date))


def _steps(warning: Warning, rest: str, dermatologist: Dermatologist) -> tuple[str, ...]:
    if warning.level is Level.WATCH or warning.by is By.NOW:
        return (rest,) if rest else ()
    first = rest or warning.message
    if not dermatologist.phone:
        number = _("The number is on your aftercare sheet.")
        first = _("{step} {number}").format(step=first, number=number)
    steps = [first]
    if warning.by is By.TODAY:
        steps.append(if_closed())
    if warning.level is Level.URGENT:
        steps.append(
            _(
                "Trouble breathing or swallowing, hives with swollen lips, or feeling faint or "
                "confused: call your local emergency number."
            )
        )
    return tuple(steps)


def if_closed() -> str:
    """The sentence that stands under every text that says to call today (clinical.md 4.1)."""
    return _("If they are closed, call an urgent care line.")


def folded_words(warning: Warning) -> str:
    """Say since when, or until when, a warning is folded."""
    if warning.contacted is None:
        until = dates.short(warning.quiet_until) if warning.quiet_until else ""
        return _("Your dermatologist has seen this. It stays folded until {date}.").format(
            date=until
        )
    when = _moment(warning.contacted)
    if warning.by is By.NOW:
        return _("You called, {when}.").format(when=when)
    return _("You contacted the clinic, {when}.").format(when=when)


def _moment(when: dt.datetime | dt.date) -> str:
    if not isinstance(when, dt.datetime):
        return dates.short(when)
    local = when.astimezone()
    return _("{date} {time}").format(date=dates.short(local.date()), time=f"{local:%H:%M}")
