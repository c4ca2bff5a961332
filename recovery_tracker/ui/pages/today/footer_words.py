"""The sentence in the footer of the Today page, and which actions stand beside it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from recovery_tracker.domain.reminder import settled_words
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import By
from recovery_tracker.i18n import _, ngettext
from recovery_tracker.ui import dates
from recovery_tracker.ui.widgets.footer_bar import FooterWords, Primary

if TYPE_CHECKING:
    from recovery_tracker.ui.pages.today.day_view import DayView

_NAMED = 2  # as many are named one by one


def footer_words(view: DayView, *, banner_hidden: bool = False, reminder: str = "") -> FooterWords:
    """Say what is left of a day.

    Args:
        view: the day.
        banner_hidden: whether the banner of contact or urgent is scrolled out of sight.
        reminder: the time of the daily reminder; empty = it is off.
    """
    alarm = view.alarm if banner_hidden else None
    return FooterWords(
        sentence=_sentence(view, reminder),
        undo=view.snapshot.undo,
        fills=view.open and not view.done and bool(view.fillable),
        primary=_primary(view),
        alarm=alarm.heading if alarm else "",
        level=alarm.level.code if alarm else "",
    )


def _primary(view: DayView) -> Primary:
    if not view.open:
        return "session" if view.successor is not None and view.date <= view.snapshot.today else ""
    if not view.done:
        return "done"
    if view.alarm is not None:
        return "" if view.alarm.by is By.NOW else "report"
    return "compare" if view.day >= 0 else ""


def _sentence(view: DayView, reminder: str) -> str:
    if not view.open:
        return view.why_closed
    if view.done:
        return _done(view, reminder)
    left = _left(view)
    if not left:
        return _("All answered. Saved as you go.")
    count = len(left)
    if count <= _NAMED:
        return _("{n} left: {names}. Saved as you go.").format(n=count, names=_(", ").join(left))
    return ngettext("{n} left. Saved as you go.", "{n} left. Saved as you go.", count).format(
        n=count
    )


def _left(view: DayView) -> list[str]:
    """What is not answered, in words: symptoms by name, the signs as one."""
    left = [SYMPTOM_BY_CODE[code].label for code in view.left]
    if view.signs_left:
        left.append(_("signs"))
    return left


def _done(view: DayView, reminder: str) -> str:
    if view.alarm is not None and view.entry.changed_at is not None:
        saved = _local(view.entry.changed_at)
        return _("{day} saved at {time}.").format(day=view.title, time=f"{saved:%H:%M}")
    parts = [_("{day} is logged.").format(day=view.title)]
    left = _left(view)
    if left:
        named = _(", ").join(left) if len(left) <= _NAMED else _("{n} of 9").format(n=len(left))
        parts.append(_("Not recorded: {names}.").format(names=named))
    elif view.is_today:
        at = reminder if view.reminded_tomorrow else ""
        parts.append(
            _("See you tomorrow at {time}.").format(time=at) if at else _("See you tomorrow.")
        )
    parts.append(_("You can still change it."))
    return " ".join(parts)


def _local(moment: dt.datetime) -> dt.datetime:
    return moment.astimezone()


def copied_words() -> tuple[str, str]:
    """What the status slot says right after "Same as yesterday", while only the signs are left."""
    return (
        _("Filled from yesterday. Change what is different."),
        _("One thing left: the signs below, which are asked fresh every day."),
    )


def settled_text(view: DayView, *, reminded: bool) -> str:
    """What the status slot adds from the day on that nothing is above none any more."""
    if view.settled_since is None:
        return ""
    return settled_words(view.settled_since, reminded=reminded)


def closed_words(view: DayView) -> tuple[str, str]:
    """What the status slot says on a day that takes no answers."""
    when = dates.with_weekday(view.date)
    return view.why_closed.removesuffix("."), _("{date} is shown for reading only.").format(
        date=when
    )
