"""What was noted, in words: the sentences a warning gives as its reason, and their parts.

Facts from the log only, never a diagnosis (clinical.md 6).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from recovery_tracker.domain import choices
from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.own_words import isolated
from recovery_tracker.domain.severity import Severity
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.domain.warnings import NO_MOISTURISER, Evidence, Warning
from recovery_tracker.i18n import N_, _, language

MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
# Translators: keep this text as it is, but where nouns begin with a capital (German): there, list
# the first words that begin small within a sentence, in small letters with spaces between.
SMALL_WORDS = N_("(every word)")
# Spanish says "e" and not "y" where an i follows: "dolor e hinchazón"
_SOUNDS_AS_I = r"h?[ií](?![aeo])"
_FEW = 3  # days that are named one by one

_STATEMENTS = {
    "diabetes": N_("diabetes"),
    "weak_immunity": N_("a weak immune system"),
    "pregnant_or_breastfeeding": N_("pregnancy or breastfeeding"),
    "severe_allergy": N_("a past severe allergic reaction"),
    "cold_sores": N_("cold sores in the past"),
    "keloid": N_("raised scars in the past"),
    "skin_tone": N_("a darker skin tone"),
    "numbing_cream": N_("numbing cream"),
    "reused_or_shared_needles": N_("needles that were reused or shared"),
    "aggressive": N_("an aggressive treatment"),
}
# a label of the catalogue that does not follow "You noted", in words that do
_IN_A_SENTENCE = {
    "cold_sore": N_("a cold sore"),
    "hives": N_("hives"),
    "very_unwell": N_("feeling very unwell"),
    "lip_swelling": N_("suddenly swollen lips"),
    "faint": N_("fainting"),
    "eye_pain_or_sight_change": N_("eye pain or a change in sight"),
    "one_spot_worse": N_("one area that is worse"),
    "blisters_many": N_("many or spreading blisters"),
    "rash_beyond": N_("a rash beyond the treated skin"),
    "condition_flare": N_("a flare of your skin condition"),
    "lumps": N_("a new lump"),
    "pool_or_hot_tub": N_("a pool or hot tub"),
    "strong_active": N_("a strong active product"),
    "new_product": N_("a new product"),
    "picked_or_scrubbed": N_("picking or scrubbing"),
    NO_MOISTURISER: N_("care without moisturiser"),
}
_STATED = {
    ("areas", "around_eyes"): N_("treated around the eyes"),
    ("recent_procedures", "filler"): N_("a recent filler"),
    ("skin_conditions", "eczema"): N_("eczema (now or before)"),
}
_CHOSEN = {
    "recent_procedures": choices.RECENT_PROCEDURES,
    "device": choices.DEVICES,
    "areas": choices.AREAS,
    "skin_conditions": choices.SKIN_CONDITIONS,
}


def day_and_month(date: dt.date) -> str:
    """Write a date as "5 March"."""
    return _("{day} {month}").format(day=day_of_month(date), month=_(MONTHS[date.month - 1]))


def day_of_month(date: dt.date) -> str:
    """Write the number of a day within its month; French counts the first: "1er mars"."""
    return "1er" if date.day == 1 and language() == "fr" else str(date.day)


def listed(words: Sequence[str]) -> str:
    """Join words as a person would: "pus, fever and hives"."""
    if len(words) < 2:
        return "".join(words)
    joined = _("{first} and {last}")
    if language() == "es" and re.match(_SOUNDS_AS_I, words[-1], re.IGNORECASE):
        joined = joined.replace(" y ", " e ")
    return joined.format(first=_(", ").join(words[:-1]), last=words[-1])


def range_in_words(upper: int) -> str:
    """Write the usual range from none up to a grade: "none", "none to mild"."""
    if upper <= 0:
        return _("none")
    return _("none to {grade}").format(grade=grade_in_words(upper))


def with_mark(digits: str) -> str:
    """Write digits with the decimal mark of the language: "1.5", in German "1,5"."""
    # Translators: the decimal mark of a number, a point or a comma.
    return digits.replace(".", _("."))


def grade_in_words(grade: int) -> str:
    """Write a grade (0 to 4) as it stands within a sentence: "very severe"."""
    return within_a_sentence(Severity(grade).label)


def within_a_sentence(label: str) -> str:
    """Begin a label with a small letter, unless its first word keeps its capital in the language.

    A language in which many do (German nouns) names the words that do not.
    """
    first = label.split(" ", 1)[0].rstrip(",;:.")
    small = _(SMALL_WORDS)
    if first == _("I") or (small != SMALL_WORDS and first.lower() not in small.split()):
        return label
    return label[:1].lower() + label[1:]


def is_statement(field: str) -> bool:
    """Tell whether a field of evidence was stated once, and not noted on a day."""
    return (
        field not in SYMPTOM_BY_CODE
        and field not in SIGN_BY_CODE
        and field not in CARE_BY_CODE
        and field not in ("notes", "private_notes", NO_MOISTURISER)
    )


def name_of(field: str) -> str:
    """Name a symptom, sign or care item as it stands within a sentence."""
    if field == "worried":
        return _("“{words}”").format(words=SIGN_BY_CODE[field].label)
    if field in _IN_A_SENTENCE:
        return _(_IN_A_SENTENCE[field])
    for catalogue in (SYMPTOM_BY_CODE, SIGN_BY_CODE, CARE_BY_CODE):
        if field in catalogue:
            return within_a_sentence(catalogue[field].label)
    return field


def reason(evidence: Sequence[Evidence]) -> str:
    """Say in one sentence what was seen, with days and usual ranges."""
    noted = [seen for seen in evidence if not is_statement(seen.field)]
    stated = listed(list(dict.fromkeys(_statement(s) for s in evidence if is_statement(s.field))))
    by_field: dict[str, list[Evidence]] = {}
    for seen in noted:
        by_field.setdefault(seen.field, []).append(seen)
    if not by_field:
        return _("Your answers say: {statements}.").format(statements=stated) if stated else ""
    only = next(iter(by_field))
    if len(by_field) == 1 and not stated and only in SYMPTOM_BY_CODE:
        return _one_symptom(only, by_field[only])
    mentions = [_mentioned(s) for s in noted if isinstance(s.value, str)]
    things_seen = {field: seen for field, seen in by_field.items() if not _is_word(seen)}
    said = [_("You noted {things}").format(things=_all_noted(things_seen))] if things_seen else []
    said += list(dict.fromkeys(mentions))
    sentence = _("; ").join((said[0], *(within_a_sentence(more) for more in said[1:])))
    if stated:
        return _("{noted}; your answers also say: {statements}.").format(
            noted=sentence, statements=stated
        )
    return _("{noted}.").format(noted=sentence)


def noted(warning: Warning, *, on: dt.date | None = None) -> str:
    """Name what a warning is about: "pus and fever", or "very severe flaking".

    Args:
        warning: the warning.
        on: only what was noted on this date, if anything was.
    """
    return things(warning.evidence, on=on)


def things(evidence: Iterable[Evidence], *, on: dt.date | None = None) -> str:
    """Name what the evidence holds, each thing once, at its highest grade.

    A word of a note is left out: it was written, and the sign it asks about was not noted.
    """
    seen = [s for s in evidence if not is_statement(s.field) and not isinstance(s.value, str)]
    seen = [s for s in seen if s.date == on] or seen
    names: dict[str, str] = {}
    for field, group in groupby(sorted(seen, key=lambda s: s.field), key=lambda s: s.field):
        grades = [s.value for s in group if isinstance(s.value, int) and s.value is not True]
        names[field] = name_of(field)
        if grades:
            names[field] = _("{grade} {symptom}").format(
                grade=grade_in_words(max(grades)), symptom=name_of(field)
            )
    return listed([names[field] for field in dict.fromkeys(s.field for s in seen)])


def was_seen_question(warning: Warning) -> str:
    """Ask what an urgent warning that ended by itself leaves open (clinical.md 4.6)."""
    return _("You noted {sign} on {date}. Were you seen?").format(
        sign=noted(warning, on=warning.last_date), date=day_and_month(warning.last_date)
    )


def _one_symptom(symptom: str, seen: Sequence[Evidence]) -> str:
    sentence = _("{symptom} {course}").format(
        symptom=SYMPTOM_BY_CODE[symptom].label, course=_course(seen)
    )
    over = _exceeded(seen)
    if over is None:
        return _("{noted}.").format(noted=sentence)
    if len({s.day for s in seen}) == 1:
        return _("{noted}; the usual range that day is {range}.").format(
            noted=sentence, range=_usual(over)
        )
    return _("{noted}; the usual range on day {n} is {range}.").format(
        noted=sentence, n=_number(over.day), range=_usual(over)
    )


def _all_noted(by_field: Mapping[str, Sequence[Evidence]]) -> str:
    """All that was noted, each thing with its days; one common day is named once.

    Many things on several days are told in short: their highest grades, and from when to when.
    """
    days = {seen.day for evidence in by_field.values() for seen in evidence}
    if len(days) > 1 and len(by_field) > _FEW:
        return _("{things} between day {first} and day {last}").format(
            things=listed([_at_most(field, seen) for field, seen in by_field.items()]),
            first=_number(min(days)),
            last=_number(max(days)),
        )
    if len(days) > 1:
        return listed([_noted(field, seen, with_days=True) for field, seen in by_field.items()])
    return _("{thing} on {days}").format(
        thing=listed([_noted(field, seen, with_days=False) for field, seen in by_field.items()]),
        days=_days(list(days)),
    )


def _at_most(field: str, seen: Sequence[Evidence]) -> str:
    """A thing without its days: "pus", "mild pain", "up to severe pain"."""
    if field not in SYMPTOM_BY_CODE:
        return name_of(field)
    grades = {int(s.value) for s in seen}
    words = _("{grade} {symptom}") if len(grades) == 1 else _("up to {grade} {symptom}")
    return words.format(grade=grade_in_words(max(grades)), symptom=name_of(field))


def _noted(field: str, seen: Sequence[Evidence], *, with_days: bool) -> str:
    words = name_of(field)
    if field in SYMPTOM_BY_CODE:
        grades = {int(s.value) for s in seen}
        if len(grades) > 1:
            words = _("{symptom} {course}").format(symptom=words, course=_course(seen))
            return _with_range(words, seen)
        words = _("{grade} {symptom}").format(grade=grade_in_words(grades.pop()), symptom=words)
    if with_days:
        words = _("{thing} on {days}").format(thing=words, days=_days([s.day for s in seen]))
    return _with_range(words, seen)


def _with_range(words: str, seen: Sequence[Evidence]) -> str:
    over = _exceeded(seen)
    if over is None:
        return words
    if len({s.day for s in seen}) == 1:
        return _("{noted} (usual range: {range})").format(noted=words, range=_usual(over))
    return _("{noted} (usual range on day {n}: {range})").format(
        noted=words, n=_number(over.day), range=_usual(over)
    )


def _course(seen: Sequence[Evidence]) -> str:
    """A symptom's grades and days: "severe on day 8 and moderate on day 9"."""
    grades = {s.day: int(s.value) for s in seen}
    days = sorted(grades)
    if len(days) > _FEW and len(set(grades.values())) > 1:
        return _("up to {grade} on {days}").format(
            grade=grade_in_words(max(grades.values())), days=_days(days)
        )
    runs = [
        _("{grade} on {days}").format(grade=grade_in_words(grade), days=_days(list(run)))
        for grade, run in groupby(days, key=lambda day: grades[day])
    ]
    return listed(runs)


def _days(days: Sequence[int]) -> str:
    days = sorted(set(days))
    if len(days) <= _FEW:
        return listed([_("day {n}").format(n=_number(day)) for day in days])
    return _("{count} days from day {first} to day {last}").format(
        count=len(days), first=_number(days[0]), last=_number(days[-1])
    )


def _number(day: int) -> str:
    return str(day).replace("-", "−")


def _exceeded(seen: Sequence[Evidence]) -> Evidence | None:
    """The latest rating above its usual range, if one was."""
    over = [s for s in seen if s.limit is not None and int(s.value) > s.limit]
    return max(over, key=lambda s: s.day, default=None)


def _usual(seen: Evidence) -> str:
    """The usual range that a rating was compared with."""
    return range_in_words(seen.limit or 0)


def _is_word(seen: Sequence[Evidence]) -> bool:
    return all(isinstance(s.value, str) for s in seen)


def _mentioned(seen: Evidence) -> str:
    """A word of a note; a private note is never quoted, its word is empty."""
    if not seen.value:
        return _("You wrote a private note on day {n} with a word we ask about").format(
            n=_number(seen.day)
        )
    return _("You wrote “{word}” on day {n}").format(
        word=isolated(str(seen.value)), n=_number(seen.day)
    )


def _statement(seen: Evidence) -> str:
    if (seen.field, seen.value) in _STATED:
        return _(_STATED[seen.field, str(seen.value)])
    if seen.field in _CHOSEN and isinstance(seen.value, str):
        return within_a_sentence(choices.label(_CHOSEN[seen.field], seen.value))
    if seen.field in _STATEMENTS:
        return _(_STATEMENTS[seen.field])
    return str(seen.value) if isinstance(seen.value, str) else seen.field
