"""A mapping: what the columns, names and words of another program's table mean in this diary."""

from __future__ import annotations

from collections.abc import Mapping as Dictionary
from dataclasses import field, replace
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

from recovery_tracker.domain.care import CARE_BY_CODE
from recovery_tracker.domain.errors import InvalidValue
from recovery_tracker.domain.signs import SIGN_BY_CODE
from recovery_tracker.domain.symptoms import SYMPTOM_BY_CODE
from recovery_tracker.exchange.foreign_dates import ORDERS, DateOrder
from recovery_tracker.exchange.foreign_values import HIGHEST_GRADE, Scale
from recovery_tracker.i18n import _
from recovery_tracker.values import frozen

Kind = Literal["symptom", "own_symptom", "sign", "care", "own_care", "text", "leave", "ask"]

TEXTS = ("notes", "private_notes", "medicines", "new_product", "advice_received")
_CODES: dict[str, Any] = {
    "symptom": SYMPTOM_BY_CODE,
    "sign": SIGN_BY_CODE,
    "care": CARE_BY_CODE,
    "text": TEXTS,
}


@frozen
class Meaning:
    """What one thing of the other program is here.

    Attributes:
        kind: ``own_symptom`` and ``own_care`` are items of the patient's own; ``leave`` leaves it
            out; ``ask`` is an open question.
        target: a code of the catalogue, the field of a text, or the label of an own item.
        scale: the scale of its numbers, where it has one of its own.
    """

    kind: Kind
    target: str = ""
    scale: Scale | None = None

    def __post_init__(self) -> None:
        known = _CODES.get(self.kind)
        if known is not None and self.target not in known:
            raise InvalidValue(
                _("“{target}” is nothing a {kind} can be.").format(
                    target=self.target, kind=self.kind
                )
            )
        if self.kind in ("own_symptom", "own_care") and not self.target.strip():
            raise InvalidValue(_("Give the item a name."))


LEAVE = Meaning("leave")
ASK = Meaning("ask")
_NOTHING: Dictionary[str, Any] = MappingProxyType({})


@frozen
class Mapping:
    """How a table is read.

    Attributes:
        source: the importer it is for, such as ``bearable`` or ``table``.
        columns: for ``table`` only: which column has a role (date, time, name, value, note).
        meanings: what each name stands for; names are compared without their case.
        words: grades of words and mood names, lower case.
        scale: the scale of numbers that have none of their own; ``None`` = not said.
        date_order: the order of day, month and year where dates do not tell; empty = not said.
        delimiter: what stands between cells; empty = found out.
    """

    source: str
    columns: Dictionary[str, str] = field(default_factory=lambda: _NOTHING)
    meanings: Dictionary[str, Meaning] = field(default_factory=lambda: _NOTHING)
    words: Dictionary[str, int] = field(default_factory=lambda: _NOTHING)
    scale: Scale | None = None
    date_order: DateOrder | Literal[""] = ""
    delimiter: str = ""

    def __post_init__(self) -> None:
        for word, grade in self.words.items():
            if grade not in range(HIGHEST_GRADE + 1):
                raise InvalidValue(
                    _("“{word}” needs a grade from 0 to 4.").format(word=word), "words"
                )
        folded = {name.casefold(): meaning for name, meaning in self.meanings.items()}
        object.__setattr__(self, "meanings", folded)
        object.__setattr__(self, "words", {w.casefold(): g for w, g in self.words.items()})

    def meaning(self, name: str) -> Meaning | None:
        """Return what a name stands for, if it is mapped."""
        return self.meanings.get(name.casefold())

    def over(self, suggested: Mapping) -> Mapping:
        """Return this mapping with what it does not say taken from a suggestion."""
        return replace(
            self,
            columns={**suggested.columns, **self.columns},
            meanings={**suggested.meanings, **self.meanings},
            words={**suggested.words, **self.words},
            scale=self.scale or suggested.scale,
        )


def as_json(mapping: Mapping) -> dict[str, Any]:
    """Return a mapping as it is saved."""
    return {
        "source": mapping.source,
        "columns": dict(mapping.columns),
        "meanings": {
            name: {
                "kind": meaning.kind,
                "target": meaning.target,
                **({"scale": [meaning.scale.low, meaning.scale.high]} if meaning.scale else {}),
            }
            for name, meaning in mapping.meanings.items()
        },
        "words": dict(mapping.words),
        "scale": [mapping.scale.low, mapping.scale.high] if mapping.scale else None,
        "date_order": mapping.date_order,
        "delimiter": mapping.delimiter,
    }


def from_json(said: Any) -> Mapping:
    """Take a mapping as it was saved.

    Raises:
        InvalidValue: it is not one, or names something this program does not know.
    """
    try:
        return Mapping(
            source=_text(said["source"]),
            columns={_text(k): _text(v) for k, v in said.get("columns", {}).items()},
            meanings={_text(k): _meaning(v) for k, v in said.get("meanings", {}).items()},
            words={_text(k): _grade(v) for k, v in said.get("words", {}).items()},
            scale=_scale(said.get("scale")),
            date_order=_order(said.get("date_order", "")),
            delimiter=_delimiter(said.get("delimiter", "")),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError):
        raise InvalidValue(_("This mapping is not as it should be. Make it anew.")) from None


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _grade(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(value)
    return value


def _meaning(said: Any) -> Meaning:
    kind = said["kind"]
    if kind not in get_args(Kind):
        raise ValueError(kind)
    return Meaning(kind, _text(said.get("target", "")), _scale(said.get("scale")))


def _scale(said: Any) -> Scale | None:
    if said is None:
        return None
    low, high = said
    return Scale(float(low), float(high))


def _order(said: object) -> DateOrder | Literal[""]:
    if said == "" or said in ORDERS:
        return cast("DateOrder", said)
    raise ValueError(said)


def _delimiter(said: object) -> str:
    text = _text(said)
    if len(text) > 1 or text in ('"', "\r", "\n"):
        raise ValueError(text)
    return text
