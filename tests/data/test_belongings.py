"""Each file of a diary is named with what is in it, wherever it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_tracker.data.belongings import NOT_THERE, belongings
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.settings import Settings
from tests.data.conftest import clock
from tests.data.test_migrations import Sample


@pytest.fixture
def keeping(folder: Path) -> Keeping:
    store = open_store(folder, clock)
    Sample.write(store)
    made = Keeping(folder, clock)
    made.make()
    store.close()
    return made


def sizes(keeping: Keeping) -> dict[str, int]:
    return {place.name: size for place, _what, size in belongings(keeping)}


def test_the_diary_its_backups_and_what_is_beside(keeping: Keeping, folder: Path) -> None:
    found = sizes(keeping)
    assert list(found) == [FILE_NAME, "backups", "backups.json"]
    assert found[FILE_NAME] == (folder / FILE_NAME).stat().st_size
    assert found["backups"] == sum(f.stat().st_size for f in (folder / "backups").iterdir())
    assert all(what for _place, what, _size in belongings(keeping))


def test_a_second_place_that_is_not_there_is_named(
    keeping: Keeping, folder: Path, tmp_path: Path
) -> None:
    Settings(folder).put("second_place", str(tmp_path / "stick"))
    (place,) = keeping.places_elsewhere()
    assert sizes(keeping)[place.name] == NOT_THERE
    (tmp_path / "stick").mkdir()
    keeping.make()
    assert sizes(keeping)[place.name] > 0


def test_everything_in_the_folder_is_told(keeping: Keeping, folder: Path) -> None:
    """What is not listed here would be a file nobody knows of."""
    files = ("settings.json", "mappings.json", "last-crash.txt", "program.log")
    for name in (*files, "damaged/x.db", "sample/y"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x")
    told = {place.name for place, _what, _size in belongings(keeping)}
    assert {path.name for path in folder.iterdir()} - {"diary.lock"} == told
