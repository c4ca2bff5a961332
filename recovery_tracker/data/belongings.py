"""Each file the program keeps of a diary: where it is, what is in it, how big it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from recovery_tracker.data.keeping import NOTES, Keeping
from recovery_tracker.data.restore import ASIDE
from recovery_tracker.data.workroom import NAME as WORK
from recovery_tracker.i18n import _

NOT_THERE = -1


def belongings(keeping: Keeping) -> list[tuple[Path, str, int]]:
    """Return place, content in words, and bytes, of all that is there.

    A place that was chosen and cannot be reached has :data:`NOT_THERE` for its bytes.
    """
    return [(place, what, size) for place, what, size in _all(keeping) if size or place.exists()]


def _all(keeping: Keeping) -> Iterator[tuple[Path, str, int]]:
    folder = keeping.folder
    diary = [*folder.glob("recovery.db*")]
    locked = keeping.key is not None
    content = _("Your diary: entries, photos, what you said of yourself, and what changed.")
    encrypted = _("Encrypted.")
    yield keeping.file, f"{content} {encrypted}" if locked else content, _size(diary)
    yield (
        keeping.own_place,
        _("Backups: each is a whole diary."),
        _size(keeping.own_place.glob("*")),
    )
    for place in keeping.places_elsewhere():
        size = _size(place.glob("*")) if place.is_dir() else NOT_THERE
        yield place, _("Backups in a place you chose."), size
    yield (
        folder / ASIDE,
        _("Damaged diaries that were set aside."),
        _size((folder / ASIDE).glob("*")),
    )
    settings = folder / "settings.json"
    yield settings, _("How the window looks and behaves. Nothing of your diary."), _size([settings])
    notes = folder / NOTES
    yield notes, _("When the second place was last written."), _size([notes])
    mappings = folder / "mappings.json"
    yield mappings, _("How the files of other programs are to be read."), _size([mappings])
    crash = folder / "last-crash.txt"
    yield crash, _("Where in the program a fault was. Nothing you wrote."), _size([crash])
    log = folder / "program.log"
    yield (
        log,
        _("What the program did and where it failed. Nothing you wrote."),
        _size(folder.glob("program.log*")),
    )
    sample = folder / "sample"
    yield sample, _("The sample, which is nobody’s diary."), _size(sample.rglob("*"))
    yield folder / WORK, _("What is needed for a moment."), _size((folder / WORK).rglob("*"))


def _size(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size if file.is_file() else 0
        except OSError:
            continue
    return total
