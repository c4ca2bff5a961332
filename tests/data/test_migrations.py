"""A diary of an older version opens with all its data, after a checked copy; a newer one not."""

from __future__ import annotations

import hashlib
import shutil
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver
from alembic.script import ScriptDirectory

from recovery_tracker.data import backup, schema
from recovery_tracker.data.connections import Connections
from recovery_tracker.data.engine import connector
from recovery_tracker.data.schema import BACKUPS, MIGRATIONS, SCHEMA, bring_up_to_date
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.domain.kept import Deleted, Shown, Version
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Recovery, Session
from tests.builders import DAY_0, daily, date_of, entry
from tests.data.conftest import NOW, clock, later

DIARIES = Path(__file__).parent / "old_databases"
PICTURE = b"\xff\xd8 picture"


class Sample:
    """What every file in ``old_databases`` holds, as far as its version knew it."""

    treated = Session(
        "a", DAY_0, device="pen", needle_depth_mm=1.5, areas=("face",), products=("serum",)
    )
    gone = Session("b", date_of(-90), notes="deleted")
    profile = Profile("Ada", skin_type="dry", sensitive=True, dermatologist=Dermatologist("Dr G"))
    tingling = OwnItem("x_0000000a", "Tingling")
    first = entry(1, redness=1, entered_at=NOW)
    entries = (
        entry(1, **daily(redness=3, pus=True, sun=True, x_0000000a=2), entered_at=NOW, notes="é"),
        entry(2, flaking=0, private_notes="mine", done_at=NOW),
    )
    act = Act(date_of(1), "pus", "contacted", "very", NOW, ("pus",))
    photo = Photo(date_of(1), "front", hashlib.sha256(PICTURE).hexdigest(), "after")
    shown = Shown("a", "pus", "urgent", "today", date_of(1), "Get help.", "Pus.", "1", NOW)

    @classmethod
    def write(cls, store: SqliteStore) -> None:
        store.put_profile(cls.profile, NOW)
        store.put_own_item("symptom", cls.tingling, NOW)
        for treated in (cls.treated, cls.gone):
            store.put_session(treated, NOW)
        store.put_entries("a", [cls.first], NOW)
        store.put_entries("a", cls.entries, later(hours=1))
        store.put_acts("a", [cls.act], NOW)
        store.put_photo("a", cls.photo, PICTURE, b"small", NOW)
        store.keep_shown([cls.shown])
        store.delete_session("b", later(hours=2))

    @classmethod
    def check(cls, store: SqliteStore) -> None:
        assert store.profile() == cls.profile
        assert store.own_items("symptom") == (cls.tingling,)
        assert store.sessions() == (cls.treated,)
        assert store.recovery("a") == Recovery(cls.treated, cls.entries, (cls.photo,), (cls.act,))
        assert store.photo_bytes(cls.photo.sha256) == PICTURE
        assert store.shown("a") == (cls.shown,)
        assert store.deleted() == (Deleted("session", "b", cls.gone.date, later(hours=2)),)
        assert store.history("a", date_of(1)) == (
            Version(later(hours=1), cls.first),
            Version(NOW, None),
        )


def test_a_diary_of_this_version_is_what_the_others_are_compared_with(store: SqliteStore) -> None:
    Sample.write(store)
    Sample.check(store)


@pytest.mark.parametrize("version", [file.stem for file in sorted(DIARIES.glob("*.sql"))])
def test_a_diary_of_every_version_opens_with_all_its_data(version: str, folder: Path) -> None:
    folder.mkdir()
    connection = driver.connect(str(folder / FILE_NAME), isolation_level=None)
    connection.executescript((DIARIES / f"{version}.sql").read_text())
    connection.close()
    store = open_store(folder, clock)
    Sample.check(store)
    store.close()


def test_thousands_of_entries_are_gathered_in_one_go(folder: Path) -> None:
    """Days of many narrow rows become one row each; what says when they came is not lost."""
    folder.mkdir()
    connection = driver.connect(str(folder / FILE_NAME), isolation_level=None)
    connection.executescript((DIARIES / "0002.sql").read_text())
    connection.executescript(
        """
        BEGIN;
        WITH RECURSIVE day(n) AS (SELECT 3 UNION ALL SELECT n + 1 FROM day WHERE n < 3002)
        INSERT INTO entries SELECT n, n, 'a', date('2026-03-02', '+' || n || ' days'),
            '', '', '', '', '', NULL, NULL, NULL, NULL, 0 FROM day;
        INSERT INTO ratings SELECT id, symptom, id % 5 FROM entries,
            (SELECT DISTINCT symptom FROM ratings) WHERE id > 2;
        INSERT INTO signs SELECT id, sign, id % 2 FROM entries,
            (SELECT DISTINCT sign FROM signs) WHERE id > 2;
        INSERT INTO entry_versions SELECT session_id, date, 1, '2026-03-12T22:00:00Z', NULL
            FROM entries WHERE id > 2;
        COMMIT;
        """
    )
    connection.close()
    store = open_store(folder, clock)
    assert store.history("a", date_of(500)) == (Version(later(hours=2), None),)
    store.close()
    every_day = "SELECT count(*), count(DISTINCT date), min(added_at) FROM entries"
    assert ask(folder / FILE_NAME, every_day) == [(3002, 3002, "2026-03-12T20:00:00Z")]
    assert ask(folder / FILE_NAME, "SELECT ratings, signs, care FROM entries WHERE id = 1002") == [
        (
            '{"bruising":2,"burning":2,"dryness":2,"flaking":2,"itching":2,"pain":2,"redness":2,'
            '"swelling":2,"x_0000000a":2}',
            '{"blisters":0,"breathing_difficulty":0,"cold_sore":0,"fever":0,"hives":0,"pus":0,'
            '"spreading_redness":0,"warmth":0}',
            "[]",
        )
    ]
    assert ask(folder / FILE_NAME, "SELECT count(*) FROM entry_versions") == [(1,)]


def test_there_is_a_diary_of_every_version() -> None:
    scripts = ScriptDirectory(str(MIGRATIONS))
    revisions = sorted(script.revision for script in scripts.walk_revisions())
    assert revisions == [file.stem for file in sorted(DIARIES.glob("*.sql"))]
    assert scripts.get_heads() == [SCHEMA] == [revisions[-1]]


def tables_of(file: Path) -> dict[str, str]:
    """The SQL of each table and index, without its spaces."""
    rows = ask(file, "SELECT name, sql FROM sqlite_schema WHERE sql <> ''")
    return {name: "".join(sql.split()) for name, sql in rows}


def test_the_migrated_schema_is_the_declared_one(tmp_path: Path) -> None:
    migrated, declared = tmp_path / "migrated.db", tmp_path / "declared.db"
    schema._migrate(connector(migrated), SCHEMA, MIGRATIONS)
    connections = Connections(connector(declared))
    bring_up_to_date(connections, declared, clock)
    connections.close()
    assert tables_of(migrated) == tables_of(declared)
    version = "SELECT version_num FROM alembic_version"
    assert ask(migrated, version) == ask(declared, version) == [(SCHEMA,)]


NEXT = '''"""What a next version could do: rebuild a table others depend on, and fill a column."""

import sqlalchemy as sa
from alembic import op

revision = "0099"
down_revision = "{SCHEMA}"


def upgrade():
    with op.batch_alter_table("sessions") as table:
        table.add_column(sa.Column("mood", sa.TEXT(), nullable=False, server_default="calm"))
    op.execute("UPDATE sessions SET mood = 'good' WHERE notes <> ''")
'''


def migrations_with(folder: Path, next_version: str) -> Path:
    """The project's migrations and one more."""
    copied = folder / "100% more migrations"
    shutil.copytree(MIGRATIONS, copied, ignore=shutil.ignore_patterns("__pycache__"))
    (copied / "versions" / "v0099_next.py").write_text(next_version.replace("{SCHEMA}", SCHEMA))
    return copied


@pytest.fixture
def older(folder: Path) -> Path:
    """A diary of this version, closed."""
    store = open_store(folder, clock)
    Sample.write(store)
    store.close()
    return folder / FILE_NAME


def migrate(file: Path, migrations: Path) -> None:
    connections = Connections(connector(file))
    try:
        bring_up_to_date(connections, file, clock, target="0099", migrations=migrations)
    finally:
        connections.close()


def ask(file: Path, sql: str) -> list[Any]:
    connection = driver.connect(str(file))
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_a_migration_keeps_the_data_and_a_copy_of_before(older: Path, tmp_path: Path) -> None:
    counted = [
        (table, ask(older, f"SELECT count(*) FROM {table}"))
        for table in ("sessions", "entries", "entry_versions", "photos", "pictures")
    ]
    migrate(older, migrations_with(tmp_path, NEXT))
    assert ask(older, "SELECT version_num FROM alembic_version") == [("0099",)]
    assert ask(older, "SELECT mood FROM sessions ORDER BY date") == [("good",), ("calm",)]
    for table, rows in counted:
        assert ask(older, f"SELECT count(*) FROM {table}") == rows, table
    assert ask(older, "PRAGMA foreign_key_check") == []

    (copy,) = (older.parent / BACKUPS).iterdir()
    assert copy.name == "2026-03-12T200000Z-before-update.db"
    if sys.platform != "win32":
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        assert stat.S_IMODE(copy.parent.stat().st_mode) == 0o700
    restored = tmp_path / "restored"
    restored.mkdir()
    shutil.copy(copy, restored / FILE_NAME)
    store = open_store(restored, clock)
    Sample.check(store)
    store.close()


def test_a_copy_holds_what_is_still_in_the_log(older: Path, tmp_path: Path) -> None:
    """Another program has the diary open while this one updates it."""
    other = open_store(older.parent, clock)
    other.put_entries("a", [entry(5, redness=4)], NOW)
    migrate(older, migrations_with(tmp_path, NEXT))
    (copy,) = (older.parent / BACKUPS).iterdir()
    assert ask(copy, "SELECT max(date) FROM entries") == [(date_of(5).isoformat(),)]
    other.close()


@pytest.mark.parametrize(
    ("slip", "error"),
    [
        ("raise KeyError('a mistake of ours')", KeyError),
        ("op.execute('DELETE FROM sessions')", RuntimeError),  # entries without their session
    ],
)
def test_a_migration_that_fails_leaves_the_diary_as_it_was(
    older: Path, tmp_path: Path, slip: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        migrate(older, migrations_with(tmp_path, f"{NEXT}    {slip}\n"))
    store = open_store(older.parent, clock)
    Sample.check(store)
    store.put_entries("a", [entry(7, redness=1)], NOW)
    store.close()


def test_no_copy_no_migration(older: Path, tmp_path: Path) -> None:
    (older.parent / BACKUPS).write_text("a file where the folder should be")
    with pytest.raises(StorageProblem, match="backups is not a folder"):
        migrate(older, migrations_with(tmp_path, NEXT))
    assert ask(older, "SELECT version_num FROM alembic_version") == [(SCHEMA,)]


def test_a_copy_that_is_not_whole_is_no_copy(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = backup._check

    def damage_and_check(copy: Path, unlock: backup.Unlock) -> bytes:
        content = bytearray(copy.read_bytes())
        content[2 * 16384 : 3 * 16384] = b"\x55" * 16384
        copy.write_bytes(content)
        return whole(copy, unlock)

    monkeypatch.setattr(backup, "_check", damage_and_check)
    with pytest.raises(StorageProblem, match="could not be made whole"):
        migrate(older, migrations_with(tmp_path, NEXT))
    assert list((older.parent / BACKUPS).iterdir()) == []
    assert ask(older, "SELECT version_num FROM alembic_version") == [(SCHEMA,)]


def test_a_newer_diary_is_refused_in_one_sentence_and_left_alone(older: Path) -> None:
    connection = driver.connect(str(older))
    connection.execute("UPDATE alembic_version SET version_num = '0999'")
    connection.commit()
    connection.close()
    before = older.read_bytes()
    with pytest.raises(StorageProblem, match="written by a newer version of the program"):
        open_store(older.parent, clock)
    assert older.read_bytes() == before
    assert sorted(file.name for file in older.parent.iterdir()) == ["diary.lock", FILE_NAME]


@pytest.mark.parametrize(
    "script",
    [
        "CREATE TABLE recipes (name TEXT)",
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)",
    ],
)
def test_the_file_of_another_program_is_refused_and_left_alone(folder: Path, script: str) -> None:
    folder.mkdir()
    connection = driver.connect(str(folder / FILE_NAME), isolation_level=None)
    connection.execute(script)
    connection.close()
    with pytest.raises(StorageProblem, match=r"recovery\.db is not a diary\. Move it away"):
        open_store(folder, clock)
    assert ask(folder / FILE_NAME, "SELECT count(*) FROM sqlite_schema") == [(1,)]


def test_alembic_is_not_imported_for_a_diary_that_is_new_or_up_to_date(folder: Path) -> None:
    script = (
        "import datetime as dt, sys, pathlib\n"
        "from recovery_tracker.data.store import open_store\n"
        "now = lambda: dt.datetime(2026, 3, 12, tzinfo=dt.UTC)\n"
        "for _ in range(2):\n"
        "    open_store(pathlib.Path(sys.argv[1]), now).close()\n"
        "print([name for name in sys.modules if 'alembic' in name])\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
    assert (folder / FILE_NAME).is_file()
