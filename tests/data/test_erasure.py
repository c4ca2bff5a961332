"""Erasing removes all that is ours, wherever it can be reached, and names what it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from recovery_tracker.data.erasure import erase
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.store import FILE_NAME, open_store
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.settings import Settings
from tests.data.conftest import clock
from tests.data.test_migrations import Sample


@pytest.fixture
def keeping(folder: Path, tmp_path: Path) -> Keeping:
    """A diary with backups in three places, a sample, traces, and a stranger's letter."""
    store = open_store(folder, clock)
    Sample.write(store)
    made = Keeping(folder, clock)
    made.make()
    for name in ("backup_place", "second_place"):
        (tmp_path / name).mkdir()
        Settings(folder).put(name, str(tmp_path / name))
    made.make()
    store.close()
    open_store(folder / "sample", clock).close()
    (folder / "damaged").mkdir()
    (folder / "damaged" / "2026-03-12T200000Z-damaged.db-wal").write_text("x")
    for name in ("last-crash.txt", "program.log", "program.log.1", "mappings.json"):
        (folder / name).write_text("x")
    return made


def test_nothing_is_left(keeping: Keeping, folder: Path, tmp_path: Path) -> None:
    result = erase(keeping)
    assert result.left == ()
    assert result.removed >= 8
    assert not folder.exists()
    assert list((tmp_path / "backup_place").iterdir()) == []
    assert list((tmp_path / "second_place").iterdir()) == []


def test_strangers_stay(keeping: Keeping, folder: Path, tmp_path: Path) -> None:
    (folder / "letter.txt").write_text("mine")
    ours = next((tmp_path / "second_place").iterdir())
    (ours / "photo.jpg").write_text("mine")
    erase(keeping)
    assert [file.name for file in folder.iterdir()] == ["letter.txt"]
    assert [file.name for file in ours.iterdir()] == ["photo.jpg"]


def test_a_place_that_is_not_there_is_named(keeping: Keeping, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "second_place").rename(tmp_path / "unplugged")
    (sentence,) = erase(keeping).left
    assert str(tmp_path / "second_place") in sentence
    assert "cannot be reached" in sentence
    assert not folder.exists()


def test_a_diary_open_elsewhere_is_left_whole(keeping: Keeping, folder: Path) -> None:
    other = open_store(folder, clock)
    with pytest.raises(StorageProblem, match="open in another program"):
        erase(keeping, wait_s=0.01)
    Sample.check(other)
    other.close()
    assert (folder / FILE_NAME).exists()


def test_a_fresh_start_afterwards(keeping: Keeping, folder: Path) -> None:
    erase(keeping)
    store = open_store(folder, clock)
    assert store.sessions() == ()
    store.close()
