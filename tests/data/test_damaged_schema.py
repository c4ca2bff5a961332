"""A byte that changed in what the tables are is damage, and costs nothing of what they hold."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.checking import check
from recovery_tracker.data.engine import PAGE_SIZE
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.restore import restore
from recovery_tracker.data.salvage import salvage
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import Damaged
from recovery_tracker.journal import Journal
from tests.builders import DAY_0
from tests.data.conftest import clock
from tests.data.test_migrations import DIARIES, Sample

VERSIONS = [file.stem for file in sorted(DIARIES.glob("*.sql"))]


def diary(folder: Path, version: str) -> Path:
    """A closed diary of a version."""
    folder.mkdir(parents=True)
    file = folder / FILE_NAME
    connection = driver.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE_SIZE}")
    connection.executescript((DIARIES / f"{version}.sql").read_text())
    connection.close()
    return file


def places(file: Path) -> list[int]:
    """Where in the file a letter of the tables' SQL stands."""
    whole = file.read_bytes()
    connection = driver.connect(str(file))
    found: list[int] = []
    for (sql,) in connection.execute("SELECT sql FROM sqlite_schema WHERE sql <> ''"):
        start = whole.index(sql.encode())
        found += [start + letter.start() for letter in re.finditer(r"\S", sql)]
    connection.close()
    return found


def spoilt(file: Path, place: int) -> None:
    with file.open("r+b") as stream:
        stream.seek(place)
        was = stream.read(1)
        stream.seek(place)
        stream.write(b"z" if was != b"z" else b"y")


def use(folder: Path) -> None:
    """Read and write as the window does; whatever is not a sentence is raised."""
    store = open_store(folder, clock)
    try:
        journal = Journal(store, clock)
        journal.log()
        journal.deleted()
        journal.rate("a", DAY_0, "redness", 2)
        journal.write("a", DAY_0, "notes", "tight")
        journal.undo()
        journal.history("a", DAY_0)
        journal.purge()
        store.keep_shown([Sample.shown])
        store.photo_bytes(Sample.photo.sha256)
        assert store.profile() == Sample.profile
    finally:
        store.close()


def trouble(tmp_path: Path, whole: Path, place: int) -> None:
    """Spoil one byte: the diary is refused as damaged and rescued, or is as it was."""
    folder = tmp_path / str(place)
    folder.mkdir()
    file = Path(shutil.copy(whole, folder / FILE_NAME))
    spoilt(file, place)
    try:
        use(folder)
    except Damaged:
        salvage(Keeping(folder, clock), file)
        store = open_store(folder, clock)
        Sample.check(store)
        store.close()
    assert check(file).findings == ()
    shutil.rmtree(folder)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_changed_byte_in_the_tables(tmp_path: Path, version: str) -> None:
    whole = diary(tmp_path / "whole", version)
    for place in random.Random(version).sample(places(whole), 4):
        trouble(tmp_path, whole, place)


@pytest.mark.long
@pytest.mark.parametrize("version", VERSIONS)
def test_many_changed_bytes_in_the_tables(tmp_path: Path, version: str) -> None:
    whole = diary(tmp_path / "whole", version)
    for place in random.Random(version).sample(places(whole), 100):
        trouble(tmp_path, whole, place)


@pytest.mark.parametrize("place", ["CREATE TABLE alembic_version", "version_num", "'0002'"])
def test_what_says_the_version_changed(tmp_path: Path, place: str) -> None:
    file = diary(tmp_path / "diary", "0002")
    whole = file.read_bytes()
    at = whole.index(place.strip("'").encode()) + len(place.strip("'")) - 2
    spoilt(file, at)
    with pytest.raises(Damaged):
        use(file.parent)


def test_an_older_diary_is_brought_up_to_date_before_a_backup_takes_its_place(
    tmp_path: Path,
) -> None:
    """A command may be the first to meet it after an update of the program."""
    file = diary(tmp_path / "diary", "0001")
    backup = shutil.copy(diary(tmp_path / "other", "0002"), tmp_path / "backup.db")
    restored = restore(Keeping(file.parent, clock), Path(backup))
    assert (restored.aside, restored.kept is not None) == (None, True)
    use(file.parent)
    assert check(file).findings == ()
