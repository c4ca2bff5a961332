"""What a file leaves unnamed gets a name that is the same the next time the file is read."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Container
from dataclasses import replace

from recovery_tracker.domain.codes import is_own_code
from recovery_tracker.domain.kept import Kind
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Session
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import N_, _

_SESSIONS = uuid.UUID("7b0d6a34-6c0e-5b1f-9d0a-5f3f1e8a2c11")

_UNKNOWN: dict[Kind, str] = {
    "symptom": N_("“{code}” is not a symptom of the diary; it is kept as one of your own."),
    "care_item": N_("“{code}” is not a care item of the diary; it is kept as one of your own."),
}
_KNOWN_ALREADY = N_("“{code}” is in the diary already; its other name is not kept.")
_UNNAMED = N_("The file has no name for your own item {code}; it is called by its code.")


def identified(session: Session) -> Session:
    """Give a session that has no id one made of its date, treatment and areas."""
    if session.id:
        return session
    told = "\n".join((session.date.isoformat(), session.treatment, *session.areas))
    return replace(session, id=str(uuid.uuid5(_SESSIONS, told)))


def own_code(said: str) -> str:
    """Return the code of an own item that a file calls ``said``."""
    if is_own_code(said):
        return said
    return "x_" + hashlib.sha256(said.encode()).hexdigest()[:8]


class OwnItems:
    """The own symptoms, or own care items, that a file defines or uses."""

    def __init__(self, kind: Kind, catalogue: Container[str]) -> None:
        """Collect items of one kind; codes of the catalogue are not own ones."""
        self._kind: Kind = kind
        self._catalogue = catalogue
        self._defined: dict[str, OwnItem] = {}
        self._used: dict[str, str] = {}
        self._known_already: list[str] = []

    def define(self, said: str, label: str, *, retired: bool = False) -> bool:
        """Take up an item as the file defines it; false if its code was defined before."""
        if said in self._catalogue:
            self._known_already.append(said)
            return True
        code = own_code(said)
        if code in self._defined:
            return False
        self._defined[code] = OwnItem(code, label if label.strip() else said, retired)
        return True

    def code(self, said: str) -> str:
        """Return the code to keep for one that an entry uses."""
        if said in self._catalogue:
            return said
        code = own_code(said)
        self._used.setdefault(code, said)
        return code

    def called(self, code: str) -> str:
        """Return the name of a defined item for a sentence; else the code itself."""
        item = self._defined.get(own_code(code))
        return quoted(item.label if item else code)

    def items(self) -> tuple[OwnItem, ...]:
        """Return the defined items in the file's order, then those that were only used."""
        found = {code: OwnItem(code, said) for code, said in self._used.items()}
        return tuple((self._defined | (found | self._defined)).values())

    def notices(self) -> tuple[str, ...]:
        """Say which items the file uses without defining them, or defines in vain."""
        known = [(_KNOWN_ALREADY, said) for said in self._known_already]
        used = [
            (_UNNAMED if code == said else _UNKNOWN[self._kind], said)
            for code, said in self._used.items()
            if code not in self._defined
        ]
        return tuple(_(told).format(code=quoted(said)) for told, said in (*known, *used))
