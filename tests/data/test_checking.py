"""A check names what is wrong in words and changes nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.checking import check
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.data.surroundings import log_is_missing
from recovery_tracker.domain.errors import NotFound, PassphraseNeeded
from recovery_tracker.domain.passphrase import Passphrase
from tests.builders import entry, session
from tests.data.conftest import NOW, clock
from tests.data.test_migrations import Sample

KEY = Key.new(Passphrase("correct horse"))


@pytest.fixture
def file(folder: Path) -> Path:
    """A diary of all kinds of things, closed."""
    store = open_store(folder, clock)
    Sample.write(store)
    store.close()
    return folder / FILE_NAME


def change(file: Path, *statements: str) -> None:
    connection = driver.connect(str(file), isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_whole_diary(file: Path) -> None:
    seen = check(file)
    assert seen.findings == ()
    assert (seen.sessions, seen.entries, seen.pictures) == (1, 2, 1)


def test_looking_changes_nothing(file: Path) -> None:
    before = {path.name: path.read_bytes() for path in file.parent.iterdir()}
    check(file)
    assert {path.name: path.read_bytes() for path in file.parent.iterdir()} == before


def test_a_diary_that_is_open(store: SqliteStore, folder: Path) -> None:
    store.put_session(session(), NOW)
    store.put_entries(session().id, [entry(0, redness=1)], NOW)
    assert check(folder / FILE_NAME).entries == 1


def test_an_encrypted_diary(file: Path) -> None:
    change_key(file, None, KEY)
    assert check(file, KEY).findings == ()
    with pytest.raises(PassphraseNeeded):
        check(file)
    content = bytearray(file.read_bytes())
    content[20 * 16384 + 100] ^= 1
    file.write_bytes(content)
    assert check(file, KEY).findings


def test_no_diary(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no diary in"):
        check(tmp_path / FILE_NAME)


@pytest.mark.parametrize(
    ("slips", "words"),
    [
        (["UPDATE entries SET ratings = '{\"pain\":9}'"], "is graded from 0 to 4, not 9"),
        (["PRAGMA foreign_keys = OFF", "DELETE FROM sessions"], "belongs to nothing (sessions)"),
        (["DROP INDEX ix_photos_sha256"], "index ix_photos_sha256 is not as the program made it"),
        (["ALTER TABLE settled ADD COLUMN x TEXT"], "index settled is not as"),
        (["CREATE TABLE recipes (name TEXT)"], "recipes is not as"),
        (["UPDATE pictures SET data = x'00'"], "is not what was kept"),
        (["UPDATE entries SET notes = CAST(x'ff' AS TEXT)"], "session of 2026-03-02 could be read"),
        (
            ["UPDATE entries SET signs = replace(signs, 'pus', 'nonpus')"],
            "session of 2026-03-02 could be read",
        ),
        (["UPDATE alembic_version SET version_num = '0000'"], "has version 0000"),
        (["UPDATE profile SET skin_type = 'rainbow'"], "rainbow"),
    ],
)
def test_each_finding_is_in_words(file: Path, slips: list[str], words: str) -> None:
    change(file, *slips)
    findings = check(file).findings
    assert any(words in finding for finding in findings), findings
    assert all("\n" not in finding and finding.rstrip(")").endswith(".") for finding in findings)


def test_a_damaged_page(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[18 * 16384 :] = b"\x55" * (len(content) - 18 * 16384)
    file.write_bytes(content)
    assert any("is damaged" in finding for finding in check(file).findings)


def test_what_is_no_diary(file: Path) -> None:
    file.write_bytes(b"My holiday in Spain. " * 2000)
    (finding,) = check(file).findings
    assert "damaged, or is not a diary" in finding


@pytest.fixture
def crashed(folder: Path, tmp_path: Path) -> Path:
    """A diary as a crash leaves it: with a log that holds changes."""
    store = open_store(folder, clock)
    Sample.write(store)
    copy = tmp_path / "crashed"
    shutil.copytree(folder, copy)
    store.close()
    return copy


def test_a_log_that_was_taken_away_is_told(crashed: Path, store: SqliteStore, folder: Path) -> None:
    assert not log_is_missing(folder / FILE_NAME), "a diary that is open"
    assert not log_is_missing(crashed / FILE_NAME), "a crash alone loses nothing"
    assert check(crashed / FILE_NAME).findings == ()
    (crashed / f"{FILE_NAME}-wal").unlink()
    assert log_is_missing(crashed / FILE_NAME)


def test_a_closed_diary_has_no_log_to_miss(file: Path) -> None:
    assert not log_is_missing(file)


def test_a_session_that_cannot_be_read_does_not_hide_the_next(
    file: Path, look: Callable[..., list[Any]]
) -> None:
    store = open_store(file.parent, clock)
    store.put_session(session(), NOW)
    store.put_entries(session().id, [entry(0, redness=1)], NOW)
    store.close()
    change(file, "UPDATE entries SET signs = replace(signs, 'pus', 'nonpus')")
    seen = check(file)
    assert (seen.sessions, seen.entries) == (1, 1)
    assert len(seen.findings) == 1
