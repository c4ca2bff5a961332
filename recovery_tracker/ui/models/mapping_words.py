"""What the names of another program's table can be here, in words to choose from."""

from __future__ import annotations

from recovery_tracker.domain.care import CARE_ITEMS
from recovery_tracker.domain.signs import SIGNS
from recovery_tracker.domain.symptoms import SYMPTOMS
from recovery_tracker.domain.wording import with_mark
from recovery_tracker.exchange.foreign_dates import DateOrder
from recovery_tracker.exchange.foreign_values import Scale
from recovery_tracker.exchange.mapping import ASK, LEAVE, TEXTS, Mapping, Meaning
from recovery_tracker.i18n import N_, _

OWN = "own"  # in place of a code: an item of the patient's own

KINDS: tuple[tuple[str, str], ...] = (
    ("leave", N_("Leave out")),
    ("symptom", N_("Symptom")),
    ("sign", N_("Sign")),
    ("care", N_("Care")),
    ("text", N_("Text")),
)
ROLES: tuple[tuple[str, str], ...] = (
    ("date", N_("Date")),
    ("time", N_("Time of day")),
    ("name", N_("Name of what is rated")),
    ("value", N_("Value of what is rated")),
)
_TEXT_LABELS = dict(
    zip(
        TEXTS,
        (
            N_("Note"),
            N_("Private note"),
            N_("Medicines"),
            N_("New product"),
            N_("What they told you"),
        ),
        strict=True,
    )
)
DELIMITERS: tuple[tuple[str, str], ...] = (
    (",", N_("Comma")),
    (";", N_("Semicolon")),
    ("\t", N_("Tab")),
    ("|", N_("Bar")),
)
ORDER_WORDS: dict[DateOrder, str] = {
    "ymd": N_("Year, month, day"),
    "dmy": N_("Day, month, year"),
    "mdy": N_("Month, day, year"),
}
SCALES = tuple(
    Scale(low, high)
    for low, high in (
        (0, 3), (0, 4), (0, 5), (0, 6), (0, 7), (0, 10), (0, 100),
        (1, 3), (1, 4), (1, 5), (1, 6), (1, 7), (1, 10), (3, 0), (5, 1), (10, 0), (10, 1),
    )
)  # fmt: skip


def scale_words(scale: Scale) -> str:
    """Say a scale, from none to the worst."""
    return _("{low} to {high}").format(
        low=with_mark(f"{scale.low:g}"), high=with_mark(f"{scale.high:g}")
    )


def targets(kind: str, name: str) -> tuple[tuple[str, str], ...]:
    """Return what a name can be of one kind: codes, or ``OWN``, each with its label."""
    own = _("Your own: “{name}”").format(name=name)
    if kind == "symptom":
        return (*((item.code, item.label) for item in SYMPTOMS), (OWN, own))
    if kind == "sign":
        return tuple((sign.code, sign.label) for sign in SIGNS)
    if kind == "care":
        return (*((item.code, item.label) for item in CARE_ITEMS), (OWN, own))
    if kind == "text":
        return tuple((code, _(label)) for code, label in _TEXT_LABELS.items())
    return ()


def kind_and_target(meaning: Meaning) -> tuple[str, str]:
    """Return what of the choices a meaning is; no kind where it is still asked."""
    if meaning.kind in ("own_symptom", "own_care"):
        return meaning.kind.removeprefix("own_"), OWN
    return ("" if meaning == ASK else meaning.kind), meaning.target


def made(kind: str, target: str, name: str, scale: Scale | None) -> Meaning:
    """Return the meaning a person chose for a name."""
    label = " ".join(name.split())
    if kind == "symptom":
        if target == OWN:
            return Meaning("own_symptom", label, scale)
        return Meaning("symptom", target, scale)
    if kind == "care":
        return Meaning("own_care", label) if target == OWN else Meaning("care", target)
    if kind == "sign":
        return Meaning("sign", target)
    if kind == "text":
        return Meaning("text", target)
    return LEAVE


def role_of(mapping: Mapping, name: str) -> str:
    """Return which role a column has; empty = none."""
    if mapping.source != "table":
        return ""
    folded = name.casefold()
    return next((r for r, column in mapping.columns.items() if column.casefold() == folded), "")


def in_words(mapping: Mapping, name: str) -> str:
    """Say what a name of a table is here."""
    role = role_of(mapping, name)
    if role:
        return _(dict(ROLES).get(role, role))
    meaning = mapping.meaning(name) or LEAVE
    kind, target = kind_and_target(meaning)
    if not kind:
        return _("Not said yet")
    if kind == "leave":
        return _("Left out")
    if target == OWN:
        label = _("Your own: “{name}”").format(name=meaning.target)
    else:
        label = dict(targets(kind, name)).get(target, target)
    words = _("{kind}: {what}").format(kind=_(dict(KINDS)[kind]), what=label)
    if meaning.scale is not None:
        words = _("{what}, {scale}").format(what=words, scale=scale_words(meaning.scale))
    return words
