"""Mappings a person named and saved: one private file in the data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from recovery_tracker.domain.errors import InvalidValue, NotFound
from recovery_tracker.exchange.files import bytes_of, replacing
from recovery_tracker.exchange.mapping import Mapping, as_json, from_json
from recovery_tracker.exchange.text import quoted
from recovery_tracker.i18n import _

FILE_NAME = "mappings.json"
_LARGEST = 4 * 2**20
_LONGEST_NAME = 100


def saved(folder: Path) -> tuple[str, ...]:
    """Return the names of the saved mappings.

    Raises:
        InvalidValue: the file is not as it should be.
        StorageProblem: it cannot be read.
    """
    return tuple(sorted(_read(folder)))


def load(folder: Path, name: str) -> Mapping:
    """Return a saved mapping.

    Raises:
        NotFound: there is none of this name; the sentence lists those there are.
        InvalidValue: it is not as it should be.
        StorageProblem: the file cannot be read.
    """
    kept = _read(folder)
    if name not in kept:
        known = ", ".join(quoted(other) for other in sorted(kept))
        if not known:
            raise NotFound(
                _("No mapping is saved yet. Import the file in the window and save one there.")
            )
        raise NotFound(
            _("There is no mapping “{name}”. There are: {known}.").format(
                name=quoted(name), known=known
            )
        )
    return from_json(kept[name])


def save(folder: Path, name: str, mapping: Mapping) -> None:
    """Keep a mapping under a name, in place of one of the same name.

    Raises:
        InvalidValue: the name is empty or too long.
        StorageProblem: it cannot be written.
    """
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise InvalidValue(
            _("Give the mapping a name of 1 to {n} characters.").format(n=_LONGEST_NAME), "name"
        )
    _write(folder, {**_read(folder), name: as_json(mapping)})


def remove(folder: Path, name: str) -> None:
    """Forget a mapping.

    Raises:
        NotFound: there is none of this name.
        StorageProblem: the file cannot be written.
    """
    load(folder, name)
    _write(folder, {other: said for other, said in _read(folder).items() if other != name})


def _read(folder: Path) -> dict[str, Any]:
    file = folder / FILE_NAME
    if not file.exists():
        return {}
    data = bytes_of(file, _LARGEST)
    try:
        kept = json.loads(data)
    except (ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        raise InvalidValue(
            _("The saved mappings in {file} cannot be read. Move that file away.").format(file=file)
        )
    return {str(name): said for name, said in kept.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _write(folder: Path, kept: dict[str, Any]) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with replacing(folder / FILE_NAME) as out:
        out.write(json.dumps(kept, ensure_ascii=False, indent=2).encode("utf-8", "replace"))
