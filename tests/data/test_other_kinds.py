"""A value of another kind than its column's is damage: said in a sentence, and never in the way."""

from __future__ import annotations

import itertools
import random
import shutil
from collections.abc import Sequence
from contextlib import closing, suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.checking import check
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.salvage import salvage
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.journal import Journal
from tests.builders import DAY_0
from tests.data.conftest import clock
from tests.data.disguise import VALUES, columns, disguise
from tests.data.test_migrations import Sample

Case = tuple[str, str]  # table.column, value
RUN_OF_THE_MILL = 60


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    """A closed diary with a row in every table of what a person says."""
    store = open_store(tmp_path / "whole", clock)
    Sample.write(store)
    journal = Journal(store, clock)
    journal.rate("a", DAY_0, "redness", 2)
    journal.write("a", DAY_0, "notes", "tight")
    store.close()
    return tmp_path / "whole" / FILE_NAME


def cases(whole: Path) -> list[Case]:
    names = [f"{table}.{name}" for table, held in columns(whole).items() for name in held]
    return list(itertools.product(names, VALUES))


def use(folder: Path) -> None:
    """Read and write as the window does."""
    with closing(open_store(folder, clock)) as store:
        journal = Journal(store, clock, keeps_shown=True)
        journal.log()
        journal.deleted()
        journal.history("a", DAY_0)
        journal.history("a")
        journal.history(None)
        store.photo_bytes(Sample.photo.sha256)
        store.thumbnail_bytes(Sample.photo.sha256)
        journal.snapshot()
        journal.rate("a", DAY_0, "redness", 3)
        journal.write("a", DAY_0, "notes", "less tight")
        journal.undo()
        journal.purge()


def look(whole: Path, folder: Path, wanted: Sequence[Case]) -> None:
    """Use, check and rescue a diary with each of these; whatever is no sentence is raised."""
    looked_at = 0
    for column, value in wanted:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        file = Path(shutil.copy(whole, folder / FILE_NAME))
        try:
            disguise(file, column, value)
        except driver.Error:
            continue
        looked_at += 1
        try:
            with suppress(RecoveryTrackerError):
                use(folder)
            check(file)
            rescued = Keeping(folder / "rescued", clock)
            salvage(rescued, file)
            assert check(rescued.file).findings == ()
        except Exception as error:  # whatever it is: it is raised again, and says of what
            error.add_note(f"{column} = {value}")
            raise
    assert looked_at > len(wanted) / 2, "most kinds can stand in most columns"


def test_a_value_of_another_kind_stops_neither_the_window_nor_the_rescue(
    whole: Path, tmp_path: Path
) -> None:
    some = random.Random(1).sample(cases(whole), RUN_OF_THE_MILL)
    look(whole, tmp_path / "damaged", some)


@pytest.mark.long
def test_no_value_of_another_kind_does(whole: Path, tmp_path: Path) -> None:
    look(whole, tmp_path / "damaged", cases(whole))


@pytest.mark.parametrize(
    ("column", "value", "lost"),
    [
        ("sessions.device", "'words'", "2 of the sessions were damaged or belong to nothing."),
        ("sessions.treatment", "'words'", "2 of the sessions were damaged or belong to nothing."),
        ("photos.view", "'words'", "1 of the photos were damaged or belong to nothing."),
        ("profile.skin_type", "'words'", "1 of the facts about you were damaged or belong to"),
    ],
)
def test_one_damaged_column_costs_only_itself(
    whole: Path, column: str, value: str, lost: str
) -> None:
    disguise(whole, column, value)
    keeping = Keeping(whole.parent, clock)
    result = salvage(keeping, whole)
    assert [said.startswith(lost) for said in result.lost] == [True]
    with closing(open_store(whole.parent, clock)) as store:
        assert store.profile().name == Sample.profile.name
        kept = store.recovery("a")
    assert kept.session.needle_depth_mm == Sample.treated.needle_depth_mm
    assert kept.photos[0].caption == Sample.photo.caption


@pytest.mark.parametrize("column", ["entries.notes", "sessions.products", "own_items.label"])
def test_a_text_that_became_bytes_is_read_as_the_text_it_is(whole: Path, column: str) -> None:
    name = column.split(".")[1]
    before = open_store(whole.parent, clock)
    said = Journal(before, clock).log()
    before.close()
    disguise(whole, column, f"CAST({name} AS BLOB)")
    assert salvage(Keeping(whole.parent, clock), whole).lost == ()
    with closing(open_store(whole.parent, clock)) as store:
        assert Journal(store, clock).log() == said


def test_a_picture_that_became_a_text_is_the_picture(whole: Path) -> None:
    disguise(whole, "pictures.data", "CAST(data AS TEXT)")
    assert check(whole).entries == len(Sample.entries) + 1
    assert salvage(Keeping(whole.parent, clock), whole).lost == ()
    with closing(open_store(whole.parent, clock)) as store:
        assert store.photo_bytes(Sample.photo.sha256).endswith(b" picture")
