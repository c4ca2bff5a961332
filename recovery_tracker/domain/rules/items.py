"""From an episode to the warning that is shown: its text, its reason and what would end it."""

from __future__ import annotations

import datetime as dt

from recovery_tracker.domain import wording
from recovery_tracker.domain.rules.episodes import CALM_ENTRIES, Episode
from recovery_tracker.domain.rules.facts import Story
from recovery_tracker.domain.rules.fired import under_age
from recovery_tracker.domain.warnings import By, Level, Warning, addressed
from recovery_tracker.i18n import _, ngettext

ASKS_AFTER_DAYS = 2  # an urgent item older than this asks whether the sign is still there
ASKS_FROM_NEXT_DAY = ("allergy_emergency",)


def item(episode: Episode, story: Story, today: dt.date) -> Warning:
    """Make the warning of an episode as of a day."""
    top, rule = episode.top, episode.rule
    evidence = tuple(sorted(episode.evidence.values(), key=lambda seen: seen.date))
    known = bool(story.profile.dermatologist)
    return Warning(
        code=rule.code,
        rule=rule.id,
        level=top.rank.level,
        by=By(top.rank.by) if top.rank.by else None,
        session_id=story.session.id,
        session_date=story.session.date,
        date=top.facts.date,
        day=top.facts.day,
        last_date=episode.last.facts.date,
        active=episode.ended is None,
        message=addressed(_message(episode, today), known=known),
        reason=wording.reason(evidence),
        evidence=evidence,
        source=top.finding.row.source,
        clears_when=_clears_when(episode),
        fields=episode.symptoms,
        signs=episode.signs,
        quiet_until=episode.folded_until(today),
        contacted=episode.contacted_at(today),
        urgency_felt=episode.urgency_felt,
        ended=episode.ended,
        ended_on=episode.ended_on,
        lapsed=episode.lapsed,
        asks_if_seen=episode.asks_if_seen,
        dermatologist_known=known,
    )


def _message(episode: Episode, today: dt.date) -> str:
    top = episode.top
    if top.rank.level is Level.URGENT and episode.ended is None:
        return _asked_again(episode, today) or top.finding.message
    if top.rank.level is Level.CONTACT and under_age(top.facts):
        first, stop, _rest = top.finding.message.partition(". ")
        for_adults = _("This guide is for adults, so call your dermatologist today.")
        return f"{first}{stop}{for_adults}"
    return top.finding.message


def _asked_again(episode: Episode, today: dt.date) -> str:
    """The text of an urgent item that was not noted again for some days, or nothing."""
    next_day = episode.rule.id in ASKS_FROM_NEXT_DAY
    last = episode.last_at_top
    age = (today - last.facts.date).days
    sign = wording.things(last.finding.evidence)
    if age <= (0 if next_day else ASKS_AFTER_DAYS) or not sign:
        return ""
    if episode.top.rank.by == By.NOW:
        text = _(
            "You noted {sign} on {date}. If it is still there, call your local emergency number "
            "now."
        )
    else:
        text = _("You noted {sign} on {date}. If it is still there, call your dermatologist today.")
    text = text.format(sign=sign, date=wording.day_and_month(last.facts.date))
    still = _("Still there now?")
    return f"{text} {still}" if next_day else text


def _clears_when(episode: Episode) -> str:
    if not episode.rule.by_entry:
        return _("Ends when you say that you have been seen.")
    if episode.rule.answered is not None:
        return _("Ends when the question on the Today page is answered.")
    count = CALM_ENTRIES[episode.top.rank.level]
    needed = [
        ngettext(
            "Ends after an entry that no longer shows it",
            "Ends after {n} entries that no longer show it",
            count,
        ).format(n=count)
    ]
    if episode.top.rank.level is Level.URGENT:
        needed.append(_("the last one 7 days or more after it was last noted"))
    if episode.symptoms:
        symptoms = wording.listed([wording.name_of(code) for code in episode.symptoms])
        needed.append(_("with {symptoms} rated").format(symptoms=symptoms))
    if episode.signs:
        signs = wording.listed([wording.name_of(code) for code in episode.signs])
        needed.append(_("with “no” to {signs}").format(signs=signs))
    return _("{entries}; or when you say that you have been seen.").format(
        entries=_(", ").join(needed)
    )
