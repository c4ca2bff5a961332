"""What one version of an entry says that another does not, in words: "Redness: Mild to Moderate".

Facts only. A private note is never quoted, and not recorded is never told as "none".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.codes import CARE_ORDER, SIGN_ORDER, SYMPTOM_ORDER
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.own_words import isolated
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import DAILY_SIGNS, SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.wording import listed, within_a_sentence
from recovery_tracker.i18n import N_, _

LONGEST_QUOTE = 80  # characters of a text
_NO_NAMES: Mapping[str, str] = {}
_TEXTS = (
    ("new_product", N_("New product")),
    ("medicines", N_("Medicines")),
    ("notes", N_("Note")),
    ("advice_received", N_("What they told you")),
)


def entry_changes(
    before: Entry | None, after: Entry | None, own_names: Mapping[str, str] = _NO_NAMES
) -> tuple[str, ...]:
    """Tell in lines what changed from one version of an entry to the next.

    Args:
        before: how it was; ``None`` = there was no entry, so all that ``after`` says is told.
        after: how it became; ``None`` = the entry was taken away, which is told by nobody here.
        own_names: labels of the patient's own symptoms and care items, by code.
    """
    if after is None:
        return ()
    was = before or Entry(after.date)
    return (
        *_ratings(was, after, own_names),
        *_signs(was, after),
        *_care(was, after, own_names),
        *(
            line
            for field, label in _TEXTS
            for line in text_changes(_(label), getattr(was, field), getattr(after, field))
        ),
        *_private(was, after),
        *_done(was, after),
    )


def text_changes(label: str, before: str, after: str) -> tuple[str, ...]:
    """Tell how a text changed; a long one is quoted from its beginning."""
    if before == after:
        return ()
    if not before:
        return (_("{what}: “{text}”").format(what=label, text=_short(after)),)
    if not after:
        return (_("{what} taken away: “{text}”").format(what=label, text=_short(before)),)
    return (
        _("{what}: “{before}” to “{after}”").format(
            what=label, before=_short(before), after=_short(after)
        ),
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    short = text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"
    return isolated(short)


def _ratings(was: Entry, after: Entry, own_names: Mapping[str, str]) -> list[str]:
    def name(code: str) -> str:
        known = SYMPTOM_BY_CODE.get(code)
        return known.label if known else isolated(own_names.get(code, _("A symptom of your own")))

    def word(entry: Entry, code: str) -> str:
        return Severity(entry.scores[code]).label if code in entry.scores else _("not recorded")

    changed = [
        code
        for code in _in_order(SYMPTOM_ORDER, {*was.scores, *after.scores})
        if was.scores.get(code) != after.scores.get(code)
    ]
    return _by_course(changed, name, lambda code: word(was, code), lambda code: word(after, code))


def _signs(was: Entry, after: Entry) -> list[str]:
    def word(entry: Entry, code: str) -> str:
        return {True: _("yes"), False: _("no"), None: _("not answered")}[entry.sign(code)]

    changed = [code for code in SIGN_ORDER if was.sign(code) is not after.sign(code)]
    said: list[str] = []
    courses = {(was.sign(code), after.sign(code)) for code in DAILY_SIGNS}
    if set(DAILY_SIGNS) <= set(changed) and len(courses) == 1:
        first = DAILY_SIGNS[0]
        said.append(_course(_("All eight daily signs"), word(was, first), word(after, first)))
        changed = [code for code in changed if code not in DAILY_SIGNS]
    return said + _by_course(
        changed,
        lambda code: SIGN_BY_CODE[code].label,
        lambda code: word(was, code),
        lambda code: word(after, code),
    )


def _by_course(
    codes: Sequence[str],
    name: Callable[[str], str],
    before: Callable[[str], str],
    after: Callable[[str], str],
) -> list[str]:
    """Tell in one line what went the same way."""
    together: dict[tuple[str, str], list[str]] = {}
    for code in codes:
        together.setdefault((before(code), after(code)), []).append(name(code))
    return [
        _course(listed([names[0], *map(within_a_sentence, names[1:])]), *course)
        for course, names in together.items()
    ]


def _course(what: str, before: str, after: str) -> str:
    return _("{what}: {before} to {after}").format(what=what, before=before, after=after)


def _care(was: Entry, after: Entry, own_names: Mapping[str, str]) -> list[str]:
    def names(codes: set[str]) -> str:
        return listed(
            [
                CARE_BY_CODE[code].label
                if code in CARE_BY_CODE
                else isolated(own_names.get(code, _("A care item of your own")))
                for code in _in_order(CARE_ORDER, codes)
            ]
        )

    ticked, unticked = set(after.care) - set(was.care), set(was.care) - set(after.care)
    said = [_("Care ticked: {items}").format(items=names(ticked))] if ticked else []
    if unticked:
        said.append(_("Care no longer ticked: {items}").format(items=names(unticked)))
    return said


def _private(was: Entry, after: Entry) -> tuple[str, ...]:
    if was.private_notes == after.private_notes:
        return ()
    if not was.private_notes:
        return (_("Private note written"),)
    return (_("Private note changed") if after.private_notes else _("Private note taken away"),)


def _done(was: Entry, after: Entry) -> tuple[str, ...]:
    if bool(was.done_at) == bool(after.done_at):
        return ()
    return (_("Marked as done") if after.done_at else _("No longer marked as done"),)


def _in_order(catalogue: Sequence[str], codes: set[str]) -> list[str]:
    return [*(code for code in catalogue if code in codes), *sorted(codes - set(catalogue))]
