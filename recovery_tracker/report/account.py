"""What the patient wrote and did: notes, medicines, care, exposures, questions.

Private notes are read only where the patient chose to show them. Care that was not ticked is not
recorded, so it is counted only where it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from recovery_tracker.domain.care import CARE_ITEMS
from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.wording import within_a_sentence
from recovery_tracker.i18n import _
from recovery_tracker.report.case import Case, answers
from recovery_tracker.report.dates import capital, days_named
from recovery_tracker.values import frozen

_CARE = ("cleansed", "moisturised", "sunscreen", "cool_compress")


@frozen
class Remark:
    """Something in words from one day, or from several days in a row that say the same."""

    when: str
    text: str


@frozen
class Account:
    """The patient's side of the story.

    Attributes:
        notes, told, medicines: newest first; ``told`` is what the clinic told the patient.
        private: private notes, newest first; empty unless they were asked for.
        care: one sentence on care, counted in days; ``exposures``: one line for each, with days.
        questions: what the patient wants to ask.
    """

    questions: str
    notes: tuple[Remark, ...]
    private: tuple[Remark, ...]
    told: tuple[Remark, ...]
    medicines: tuple[Remark, ...]
    care: str
    exposures: tuple[Remark, ...]


def account(case: Case) -> Account:
    """Collect what the patient wrote and did."""
    return Account(
        questions=case.profile.questions.strip(),
        notes=_remarks(case, "notes"),
        private=_remarks(case, "private_notes") if case.options.private_notes else (),
        told=_remarks(case, "advice_received"),
        medicines=_remarks(case, "medicines"),
        care=_care(case),
        exposures=tuple(_exposures(case)),
    )


def _remarks(case: Case, field: str) -> tuple[Remark, ...]:
    """Texts of the days, newest first; days in a row with the same text become one."""
    said = [
        (case.day_of(entry), text)
        for entry in case.shown.entries
        if (text := getattr(entry, field).strip())
    ]
    runs = [
        ([day for day, _text in run], text) for text, run in groupby(said, key=lambda one: one[1])
    ]
    return tuple(Remark(capital(days_named(days)), text) for days, text in reversed(runs))


def _care(case: Case) -> str:
    noted = [entry for entry in case.shown.entries if case.day_of(entry) >= 0]
    noted = [entry for entry in noted if answers(entry) or entry.care]
    counts = [(code, sum(code in entry.care for entry in noted)) for code in _care_codes(case)]
    words = [
        _("{care} {count}").format(care=within_a_sentence(case.care_label(code)), count=count)
        for code, count in counts
        if count
    ]
    if not words:
        return ""
    return _("Days with care ticked, of {days} logged: {care}.").format(
        days=len(noted), care=", ".join(words)
    )


def _care_codes(case: Case) -> tuple[str, ...]:
    own = [item.code for item in case.own_care]
    used = {code for entry in case.shown.entries for code in entry.care if is_own_code(code)}
    return (*_CARE, *own, *sorted(used.difference(own)))


def _exposures(case: Case) -> Iterator[Remark]:
    """What the skin or the signs were exposed to, each with its days: when it was matters."""
    for item in CARE_ITEMS:
        if item.code in _CARE or item.code == "new_product":
            continue
        days = [case.day_of(entry) for entry in case.shown.entries if item.code in entry.care]
        if days:
            yield Remark(item.label, days_named(days))
    yield from _new_products(case)


def _new_products(case: Case) -> Iterator[Remark]:
    label = case.care_label("new_product")
    days: dict[str, list[int]] = {}
    for entry in case.shown.entries:
        name = entry.new_product.strip()
        if name or "new_product" in entry.care:
            days.setdefault(name, []).append(case.day_of(entry))
    for name, found in days.items():
        words = _("{label}: {name}").format(label=label, name=name) if name else label
        yield Remark(words, days_named(found))
