"""The file itself: private, checked by the database, safe on disk, and one file when closed."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.engine import _write_ahead
from recovery_tracker.data.presence import LOCK_NAME
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.data.tables import alembic_version, metadata
from recovery_tracker.domain.profile import Profile
from tests.builders import act, daily, entry, session
from tests.data.conftest import NOW, clock

OURS = session().id


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL
        ("fullfsync", 1),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("page_size", 16384),
        ("busy_timeout", 5000),
        ("cipher_log_level", "NONE"),
    ],
)
def test_every_connection_has_its_pragmas(store: SqliteStore, pragma: str, value: object) -> None:
    with store._reading() as first, store._writing() as second:
        for connection in (first, second):
            (found,) = connection.execute(f"PRAGMA {pragma}").fetchone()
            assert found == value


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")
class TestPrivate:
    """Nobody else on the computer can read the diary."""

    def test_a_new_folder_and_its_files(self, store: SqliteStore, folder: Path) -> None:
        store.put_session(session(), NOW)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        files = {file.name: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()}
        assert files == {
            "recovery.db": 0o600,
            "recovery.db-wal": 0o600,
            "recovery.db-shm": 0o600,
            "diary.lock": 0o600,
        }

    def test_an_empty_folder_becomes_private(self, tmp_path: Path) -> None:
        tmp_path.chmod(0o755)
        open_store(tmp_path, clock).close()
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o700

    def test_a_folder_with_other_things_stays_as_it_is(self, tmp_path: Path) -> None:
        (tmp_path / "letter.txt").touch()
        tmp_path.chmod(0o755)
        open_store(tmp_path, clock).close()
        assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755

    def test_a_file_that_others_could_read_becomes_private(self, folder: Path) -> None:
        open_store(folder, clock).close()
        (folder / FILE_NAME).chmod(0o644)
        open_store(folder, clock).close()
        assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


class Busy:
    """A connection that is refused the write-ahead log for a while, as others make the file."""

    def __init__(self, times: int) -> None:
        self.refused = 0
        self.times = times

    def execute(self, _pragma: str) -> None:
        if self.refused < self.times:
            self.refused += 1
            error = driver.OperationalError("database is locked")
            error.sqlite_errorcode = driver.SQLITE_BUSY
            raise error


def test_the_log_is_asked_for_again_while_another_program_makes_the_file() -> None:
    busy = Busy(times=3)
    _write_ahead(busy, wait_s=5)
    assert busy.refused == 3
    with pytest.raises(driver.OperationalError, match="locked"):
        _write_ahead(Busy(times=10_000), wait_s=0)


def test_closing_leaves_one_file_and_an_empty_lock(folder: Path) -> None:
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    store.close()
    assert {file.name for file in folder.iterdir()} == {FILE_NAME, LOCK_NAME}
    assert (folder / LOCK_NAME).stat().st_size == 0
    plain = driver.connect(str(folder / FILE_NAME))
    assert plain.execute("SELECT id FROM sessions").fetchall() == [(OURS,)]
    plain.close()


def test_a_name_with_odd_characters_is_a_name(tmp_path: Path) -> None:
    folder = tmp_path / "50% off?#é 日記"
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    store.close()
    assert (folder / FILE_NAME).is_file()


def test_every_table_is_strict(store: SqliteStore, look: Callable[..., list[Any]]) -> None:
    strict = {
        name: bool(strict)
        for schema, name, kind, _columns, _without_rowid, strict in look("PRAGMA table_list")
        if (schema, kind) == ("main", "table") and not name.startswith("sqlite_")
    }
    assert strict.keys() == metadata.tables.keys()
    assert [name for name, is_strict in strict.items() if not is_strict] == [alembic_version.name]


FULL_ENTRY = entry(3, **daily(redness=1, pus=True, sun=True), entered_at=NOW, notes="n")


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [FULL_ENTRY], NOW)
    store.put_acts(OURS, [act("pus", 3, "contacted")], NOW)
    return store


@pytest.mark.parametrize(
    "slip",
    [
        "UPDATE entries SET ratings = '{\"pain\":5}'",
        "UPDATE entries SET ratings = '{\"pain\":12}'",
        "UPDATE entries SET ratings = '{\"pain\":-1}'",
        'UPDATE entries SET ratings = \'{"pain":1,"redness":null}\'',
        'UPDATE entries SET ratings = \'{"pain":"severe"}\'',
        "UPDATE entries SET ratings = '{\"pain\":1'",
        "UPDATE entries SET ratings = '[]'",
        "UPDATE entries SET ratings = NULL",
        "UPDATE entries SET signs = '{\"pus\":2}'",
        "UPDATE entries SET signs = '{\"pus\":true}'",
        "UPDATE entries SET care = '{}'",
        "UPDATE entries SET care = NULL",
        "UPDATE entries SET date = '2026-02-30'",
        "UPDATE entries SET date = '2 March'",
        "UPDATE entries SET entered_at = '2026-03-03 10:00:00'",
        "UPDATE entries SET changed_at = '2026-03-03T10:00:00.5Z'",
        "UPDATE entries SET notes = NULL",
        "UPDATE entries SET undone = 1",
        "UPDATE entries SET session_id = 'nobody'",
        "INSERT INTO entries SELECT 99, 99, session_id, date, '{}', '{}', '[]', '', '', '', '', '',"
        " NULL, NULL, NULL, NULL, NULL, 0 FROM entries",
        "INSERT INTO settled VALUES ('nobody', '1', NULL)",
        "INSERT INTO settled SELECT id, '', NULL FROM sessions",
        "INSERT INTO settled SELECT id, '1', 'soon' FROM sessions",
        "UPDATE sessions SET needle_depth_mm = 4.5",
        "UPDATE sessions SET needle_depth_mm = 0",
        "UPDATE sessions SET needle_depth_mm = 'deep'",
        "UPDATE sessions SET areas = 'face'",
        "UPDATE sessions SET products = '{}'",
        "UPDATE sessions SET aggressive = 2",
        "UPDATE sessions SET date = NULL",
        "UPDATE sessions SET id = NULL",
        "UPDATE acts SET act = NULL",
        "UPDATE entry_versions SET what = 'not json'",
        "INSERT INTO profile SELECT 2, name, birth_date, patient_number, skin_type,"
        " skin_conditions, skin_tone, sensitive, cold_sores, keloid, metal_allergy, diabetes,"
        " weak_immunity, blood_thinners, pregnant_or_breastfeeding, severe_allergy, isotretinoin,"
        " allergies, dermatologist_name, dermatologist_clinic, dermatologist_phone,"
        " dermatologist_email, appointment, questions FROM profile",
        "INSERT INTO own_items (kind, code, label, retired, added_at)"
        " VALUES ('wish', 'x_0000000a', 'l', 0, '2026-03-03T10:00:00Z')",
    ],
)
def test_the_database_refuses_nonsense(
    filled: SqliteStore, look: Callable[..., list[Any]], slip: str
) -> None:
    filled.put_profile(Profile(name="Ada"), NOW)
    filled.keep_versions(OURS, [FULL_ENTRY], NOW)
    with pytest.raises(driver.IntegrityError):
        look(slip)


def test_the_stores_own_connections_check_parents(filled: SqliteStore) -> None:
    orphan = "INSERT INTO settled VALUES ('nobody', '1', NULL)"
    with pytest.raises(driver.IntegrityError), filled._writing() as connection:
        connection.execute(orphan)


def test_children_go_with_their_parents(
    filled: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    look("INSERT INTO settled SELECT id, '1', '2026-04-01' FROM sessions")
    look("DELETE FROM sessions")
    for table in ("entries", "acts", "entry_versions", "settled"):
        assert look(f"SELECT count(*) FROM {table}") == [(0,)]
