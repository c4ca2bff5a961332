"""Troubles of the machine: one sentence that says what to do, and nothing lost."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data import engine
from recovery_tracker.data.errors import explained, problem
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import StorageProblem
from tests.builders import date_of, entry, session
from tests.data.conftest import NOW, clock

OURS = session().id
LONG = "a long note " * 1000


@pytest.fixture
def kept(store: SqliteStore) -> SqliteStore:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, redness=1)], NOW)
    return store


def limit(store: SqliteStore, more_pages: int | None) -> None:
    """Let the disk be full after some more pages (of 16 KiB); ``None``: let it have room."""
    with store._reading() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        most = 2**30 if more_pages is None else pages + more_pages
        connection.execute(f"PRAGMA max_page_count = {most}")


class TestFullDisk:
    """What is there stays; what does not fit is refused as a whole."""

    def test_a_change_is_kept_whole_or_refused_whole(self, kept: SqliteStore) -> None:
        limit(kept, 4)
        written = 0

        def write_on() -> None:
            nonlocal written
            for day in range(1, 200):
                kept.put_entries(OURS, [entry(day, redness=2, notes=LONG)], NOW)
                written = day

        with pytest.raises(StorageProblem, match=r"the disk is full.*Free some space"):
            write_on()
        assert written > 0
        assert [said.date for said in kept.recovery(OURS).entries] == [
            date_of(day) for day in range(written + 1)
        ]
        assert all(said.scores for said in kept.recovery(OURS).entries)

        limit(kept, None)
        kept.put_entries(OURS, [entry(200, redness=3)], NOW)
        assert kept.recovery(OURS).entries[-1] == entry(200, redness=3)

    def test_a_group_is_refused_as_a_whole_though_the_error_was_caught(
        self, kept: SqliteStore
    ) -> None:
        limit(kept, 2)
        many = [entry(day, notes=LONG) for day in range(2, 60)]

        def write_on() -> None:
            with kept.transaction():
                kept.put_entries(OURS, [entry(1, redness=1)], NOW)
                with suppress(StorageProblem):
                    kept.put_entries(OURS, many, NOW)
                with suppress(StorageProblem):
                    kept.put_session(session(id="after"), NOW)

        with pytest.raises(StorageProblem, match="the disk is full"):
            write_on()
        assert [said.date for said in kept.recovery(OURS).entries] == [date_of(0)]
        assert [treated.id for treated in kept.sessions()] == [OURS]

    def test_a_diary_that_cannot_be_made_leaves_room_for_the_next_try(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with monkeypatch.context() as full:
            full.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, "max_page_count = 3"))
            with pytest.raises(StorageProblem, match="the disk is full"):
                open_store(folder, clock)
        store = open_store(folder, clock)
        store.put_session(session(), NOW)
        store.close()


class TestInUse:
    """Another program writes at this moment."""

    def test_a_writer_is_told_and_a_reader_is_not_kept_waiting(
        self, kept: SqliteStore, folder: Path, look: Callable[..., list[Any]]
    ) -> None:
        hasty = open_store(folder, clock, wait_s=0.01)
        look("BEGIN IMMEDIATE")
        look("UPDATE sessions SET notes = 'not yet'")
        with pytest.raises(StorageProblem, match="in use by another program; try again"):
            hasty.put_entries(OURS, [entry(1)], NOW)
        with (
            pytest.raises(StorageProblem, match="in use by another program"),
            hasty.transaction(),
        ):
            pytest.fail("the transaction must not begin")
        assert hasty.recovery(OURS).session.notes == ""
        look("COMMIT")
        hasty.put_entries(OURS, [entry(1, redness=1)], NOW)
        assert len(hasty.recovery(OURS).entries) == 2
        hasty.close()


class TestDamaged:
    """The file is not, or no longer, a diary."""

    def test_what_was_never_a_diary(self, folder: Path) -> None:
        folder.mkdir()
        (folder / FILE_NAME).write_bytes(b"My holiday in Spain. " * 2000)
        with pytest.raises(StorageProblem, match=r"damaged, or is not a diary.*put a backup"):
            open_store(folder, clock)
        assert (folder / FILE_NAME).read_bytes() == b"My holiday in Spain. " * 2000

    def test_a_diary_cut_short(self, kept: SqliteStore, folder: Path) -> None:
        kept.close()
        content = (folder / FILE_NAME).read_bytes()
        (folder / FILE_NAME).write_bytes(content[: len(content) // 2])
        with pytest.raises(StorageProblem, match="damaged"):
            read_all(folder)

    def test_a_diary_with_a_damaged_page(self, kept: SqliteStore, folder: Path) -> None:
        kept.close()
        content = bytearray((folder / FILE_NAME).read_bytes())
        content[16384:] = b"\x55" * (len(content) - 16384)
        (folder / FILE_NAME).write_bytes(content)
        with pytest.raises(StorageProblem, match="damaged"):
            read_all(folder)
        assert (folder / FILE_NAME).read_bytes() == bytes(content)

    def test_damage_that_is_met_while_reading(self, kept: SqliteStore, folder: Path) -> None:
        """The entries lie at the end of the file: it opens, and other sessions can be read."""
        kept.put_session(session(id="other"), NOW)
        kept.put_entries(OURS, [entry(day, notes=LONG) for day in range(100)], NOW)
        kept.close()
        with (folder / FILE_NAME).open("r+b") as file:
            length = file.seek(0, os.SEEK_END)
            file.seek(length // 2)
            file.write(b"\x55" * (length - length // 2))
        store = open_store(folder, clock)
        assert store.recovery("other").entries == ()
        with pytest.raises(StorageProblem, match="damaged"):
            store.recovery(OURS)
        with pytest.raises(StorageProblem, match="damaged"), store.transaction():
            store.recovery(OURS)
        store.close()


def read_all(folder: Path) -> None:
    store = open_store(folder, clock)
    try:
        for treated in store.sessions():
            store.recovery(treated.id)
    finally:
        store.close()


READ_ONLY = "read-only, or belongs to someone else. Allow writing there"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")
class TestReadOnly:
    """The folder or the file cannot be written."""

    def test_no_folder_can_be_made(self, outside: Path, nobody: Callable[[], None]) -> None:
        outside.chmod(0o555)
        nobody()
        with pytest.raises(StorageProblem, match=READ_ONLY):
            open_store(outside / "diary", clock)

    def test_no_file_can_be_made(self, outside: Path, nobody: Callable[[], None]) -> None:
        (outside / "other").touch()
        outside.chmod(0o555)
        nobody()
        with pytest.raises(StorageProblem, match=READ_ONLY):
            open_store(outside, clock)
        assert not (outside / FILE_NAME).exists()

    @pytest.mark.parametrize(("of_file", "of_folder"), [(0o444, 0o555), (0o444, 0o777)])
    def test_a_file_that_is_read_only(
        self, outside: Path, nobody: Callable[[], None], of_file: int, of_folder: int
    ) -> None:
        open_store(outside, clock).close()
        (outside / FILE_NAME).chmod(of_file)
        outside.chmod(of_folder)
        nobody()
        with pytest.raises(StorageProblem, match=READ_ONLY):
            open_store(outside, clock)

    def test_a_folder_that_is_read_only_with_a_file_that_is_not(
        self, outside: Path, nobody: Callable[[], None]
    ) -> None:
        open_store(outside, clock).close()
        (outside / FILE_NAME).chmod(0o666)
        outside.chmod(0o555)
        nobody()
        with pytest.raises(StorageProblem, match=READ_ONLY):
            open_store(outside, clock)


def test_the_folder_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("a letter")
    for folder in (tmp_path / "diary", tmp_path / "diary" / "below"):
        with pytest.raises(StorageProblem, match=r"is not a folder\. Choose another folder"):
            open_store(folder, clock)
    assert (tmp_path / "diary").read_text() == "a letter"


def test_the_file_is_a_folder(folder: Path) -> None:
    (folder / FILE_NAME).mkdir(parents=True)
    with pytest.raises(StorageProblem, match=r"recovery\.db is damaged, or is not a diary"):
        open_store(folder, clock)


def test_a_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(StorageProblem, match=r"cannot be reached\. Check the name"):
        open_store(tmp_path / ("x" * 5000), clock)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("SQLITE_FULL", "the disk is full"),
        ("SQLITE_IOERR", "Check the disk that holds FILE"),
        ("SQLITE_NOMEM", "not enough memory"),
        ("SQLITE_PROTOCOL", "in use by another program"),
        ("SQLITE_READONLY", "read-only"),
    ],
)
def test_each_trouble_of_the_database_has_its_sentence(code: str, words: str) -> None:
    error = driver.OperationalError(code)
    error.sqlite_errorcode = getattr(driver, code) | 3 << 8  # with its finer part
    told = problem(error, Path("FILE"))
    assert isinstance(told, StorageProblem)
    assert words in told.sentence
    assert "\n" not in told.sentence


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EIO, "Check the disk"),
        (errno.ELOOP, "cannot be reached"),
    ],
)
def test_each_trouble_of_the_file_system_has_its_sentence(number: int, words: str) -> None:
    told = problem(OSError(number, "trouble"), Path("FILE"))
    assert isinstance(told, StorageProblem)
    assert words in told.sentence


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take an open file away")
@pytest.mark.parametrize("replaced", [True, False])
def test_a_file_that_was_taken_away_takes_nothing_more(
    kept: SqliteStore, folder: Path, tmp_path: Path, replaced: bool
) -> None:
    """A sync program has put another file in its place, or somebody removed it."""
    (folder / FILE_NAME).rename(tmp_path / "taken.db")
    if replaced:
        (folder / FILE_NAME).write_bytes((tmp_path / "taken.db").read_bytes())
    with pytest.raises(StorageProblem, match="replaced or removed by another program"):
        kept.put_entries(OURS, [entry(1, redness=1)], NOW)
    with pytest.raises(StorageProblem, match="was not kept"), kept.transaction():
        pytest.fail("the transaction must not begin")
    (folder / FILE_NAME).unlink(missing_ok=True)
    (tmp_path / "taken.db").rename(folder / FILE_NAME)
    kept.put_entries(OURS, [entry(1, redness=1)], NOW)
    assert len(kept.recovery(OURS).entries) == 2


def test_a_mistake_of_ours_stays_a_mistake(store: SqliteStore) -> None:
    with (
        pytest.raises(driver.OperationalError, match="no such table"),
        store._reading() as connection,
    ):
        connection.execute("SELECT * FROM nowhere")
    with pytest.raises(KeyError), explained(Path("FILE")):
        raise KeyError
    assert problem(KeyError(), Path("FILE")) is None
