"""Warnings told in the language of a report, where the window speaks another one."""

from __future__ import annotations

from dataclasses import replace

from recovery_tracker.domain.rules import assess
from recovery_tracker.domain.warnings import Warning
from recovery_tracker.i18n import in_language, language
from recovery_tracker.report.case import Case


def retold(case: Case) -> Case:
    """Return the case with its warnings in the words of the report's language.

    The rules are asked again in that language, and only words are taken from their answer. A
    warning they no longer raise keeps the words the patient read: nobody may reword those.
    """
    wanted = case.options.language
    if wanted is None or wanted == language():
        return case
    with in_language(wanted):
        found = assess(case.recovery, case.profile, case.sessions or (case.session,), case.today)
    words = {_key(one): one for one in found}
    return replace(case, warnings=tuple(_told(one, words.get(_key(one))) for one in case.warnings))


def _key(warning: Warning) -> tuple[object, ...]:
    return warning.rule, warning.level, warning.by, warning.date


def _told(warning: Warning, words: Warning | None) -> Warning:
    if words is None:
        return warning
    return replace(
        warning,
        message=words.message,
        reason=words.reason,
        source=words.source,
        clears_when=words.clears_when,
    )
