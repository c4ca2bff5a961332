"""A backup takes the diary's place: whole, in one step, undone by restoring what was kept."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data import restore as restoring
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.restore import Restored, opened_copy, restore
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import Damaged, NotFound, StorageProblem, WrongPassphrase
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.exchange import Options, format_for
from recovery_tracker.journal import Journal
from tests.builders import entry, session
from tests.data.conftest import NOW, clock
from tests.data.test_migrations import Sample
from tests.data.test_processes import finished, hear, running

OURS = session().id
KEY = Key.new(Passphrase("correct horse"))


@pytest.fixture
def keeping(folder: Path) -> Keeping:
    return Keeping(folder, clock)


@pytest.fixture
def filled(store: SqliteStore) -> SqliteStore:
    Sample.write(store)
    return store


def exported(folder: Path, to: Path, key: Key | None = None) -> bytes:
    """The whole diary as JSON, with private notes and photos."""
    store = open_store(folder, clock, key=key)
    journal = Journal(store, clock)
    to.mkdir(exist_ok=True)
    file = to / "log.json"
    format_for(file).write(
        journal.log(), file, Options(private_notes=True, photo_bytes=journal.photo_bytes)
    )
    store.close()
    return file.read_bytes()


def test_a_backup_restored_in_another_folder_exports_the_same_bytes(
    filled: SqliteStore, keeping: Keeping, folder: Path, tmp_path: Path
) -> None:
    made = keeping.make()
    other = Keeping(tmp_path / "other", clock)
    open_store(other.folder, clock).close()
    restore(other, made)
    assert exported(other.folder, tmp_path / "a") == exported(folder, tmp_path / "b")


def test_all_is_as_it_was_and_the_state_before_can_be_restored(
    filled: SqliteStore, keeping: Keeping, folder: Path, tmp_path: Path
) -> None:
    made = keeping.make()
    filled.put_entries("a", [entry(1, redness=0, notes="changed"), entry(9, pain=4)], NOW)
    filled.put_session(session(), NOW)
    changed = exported(folder, tmp_path / "a")
    result = restore(keeping, made)
    Sample.check(filled)  # the store that was open all the time
    assert result.kept is not None
    assert result.kept.name.endswith("-before-restore.db")
    restore(keeping, result.kept)
    assert exported(folder, tmp_path / "b") == changed


def test_nothing_is_left_of_the_work_and_the_backup_is_untouched(
    filled: SqliteStore, keeping: Keeping, folder: Path
) -> None:
    made = keeping.make()
    before = made.read_bytes()
    restore(keeping, made)
    assert made.read_bytes() == before
    assert not (folder / ".work").exists()


def test_a_diary_that_is_open_elsewhere_is_copied_with_its_log(
    filled: SqliteStore, folder: Path, tmp_path: Path
) -> None:
    other = Keeping(tmp_path / "other", clock)
    open_store(other.folder, clock).close()
    restore(other, folder / FILE_NAME)
    opened = open_store(other.folder, clock)
    Sample.check(opened)
    opened.close()


class TestRefused:
    """What cannot be restored changes nothing."""

    @pytest.mark.parametrize(
        "content", [b"", b"My holiday in Spain. " * 2000], ids=["empty", "text"]
    )
    def test_what_is_no_diary(
        self, filled: SqliteStore, keeping: Keeping, tmp_path: Path, content: bytes
    ) -> None:
        (tmp_path / "x.db").write_bytes(content)
        with pytest.raises(Damaged, match=r"x\.db is damaged, or is no backup"):
            restore(keeping, tmp_path / "x.db")
        Sample.check(filled)

    def test_a_damaged_backup(self, filled: SqliteStore, keeping: Keeping) -> None:
        made = keeping.make()
        content = bytearray(made.read_bytes())
        content[20 * 16384 : 22 * 16384] = b"\x55" * 32768
        made.write_bytes(content)
        with pytest.raises(Damaged, match="Choose another backup"):
            restore(keeping, made)
        Sample.check(filled)
        assert [backup.why for backup, _file in keeping.listed()] == ["day"]

    def test_a_file_that_is_not_there(self, keeping: Keeping, tmp_path: Path) -> None:
        with pytest.raises(NotFound, match="There is no backup"):
            restore(keeping, tmp_path / "x.db")

    def test_a_newer_backup(self, filled: SqliteStore, keeping: Keeping) -> None:
        made = keeping.make()
        connection = driver.connect(str(made), isolation_level=None)
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.close()
        with pytest.raises(StorageProblem, match="newer version"):
            restore(keeping, made)
        Sample.check(filled)

    def test_a_present_state_that_cannot_be_kept(
        self, filled: SqliteStore, keeping: Keeping, folder: Path
    ) -> None:
        made = keeping.make()
        filled.put_entries("a", [entry(5, redness=4)], NOW)
        shutil.move(made, folder / "mine.db")
        (folder / "backups").rmdir()
        (folder / "backups").write_text("a file where the folder should be")
        with pytest.raises(StorageProblem, match="could not be written"):
            restore(keeping, folder / "mine.db")
        assert filled.entry("a", entry(5).date) == entry(5, redness=4)

    def test_a_slip_of_ours_in_the_middle(
        self, filled: SqliteStore, keeping: Keeping, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = keeping.make()
        filled.put_entries("a", [entry(5, redness=4)], NOW)
        move = restoring._move_rows

        def slip(connection: object) -> None:
            move(connection)
            raise KeyError

        monkeypatch.setattr(restoring, "_move_rows", slip)
        with pytest.raises(KeyError):
            restore(keeping, made)
        assert filled.entry("a", entry(5).date) == entry(5, redness=4)


class TestDamagedDiary:
    """The diary itself is damaged: it is set aside, and the backup takes its name."""

    @pytest.fixture
    def made(self, folder: Path, keeping: Keeping) -> Path:
        store = open_store(folder, clock)
        Sample.write(store)
        made = keeping.make()
        store.close()
        return made

    @pytest.mark.parametrize("content", [b"", b"no diary at all" * 4000])
    def test_it_is_kept(self, folder: Path, keeping: Keeping, made: Path, content: bytes) -> None:
        (folder / FILE_NAME).write_bytes(content)
        (folder / f"{FILE_NAME}-wal").write_bytes(b"what was left of the log")
        result = restore(keeping, made)
        assert result.aside is not None
        assert result.aside.read_bytes() == content
        log = result.aside.with_name(result.aside.name + "-wal")
        assert log.read_bytes() == b"what was left of the log"
        store = open_store(folder, clock)
        Sample.check(store)
        store.close()

    def test_a_program_that_has_it_open_is_named(
        self, folder: Path, keeping: Keeping, made: Path
    ) -> None:
        other = open_store(folder, clock)
        (folder / FILE_NAME).write_bytes(b"overwritten by a sync program" * 1000)
        with pytest.raises(StorageProblem, match="open in another program"):
            restore(keeping, made, wait_s=0.01)
        other._presence.leave()

    @pytest.mark.parametrize("with_links", [True, False])
    def test_a_disk_that_fails_leaves_it_under_its_name(
        self,
        folder: Path,
        keeping: Keeping,
        made: Path,
        monkeypatch: pytest.MonkeyPatch,
        with_links: bool,
    ) -> None:
        """Without a file there, the next start would begin an empty diary."""

        def fails(*_given: object) -> None:
            raise OSError(errno.EROFS, "read-only")

        file, log = folder / FILE_NAME, folder / f"{FILE_NAME}-wal"
        file.write_bytes(b"overwritten" * 4000)
        log.write_bytes(b"what was left of the log")
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", fails)
            if not with_links:
                patched.setattr(restoring.os, "link", fails)
            with pytest.raises(StorageProblem, match="read-only"):
                restore(keeping, made)
        assert file.read_bytes() == b"overwritten" * 4000
        assert log.read_bytes() == b"what was left of the log"
        assert not list((folder / restoring.ASIDE).iterdir())
        restore(keeping, made)
        store = open_store(folder, clock)
        Sample.check(store)
        store.close()

    def test_a_diary_that_is_not_there(self, folder: Path, keeping: Keeping, made: Path) -> None:
        (folder / FILE_NAME).unlink()
        assert restore(keeping, made) == Restored()
        store = open_store(folder, clock)
        Sample.check(store)
        store.close()


# A second program reads without a pause, and writes, while the first restores.
READS_AND_WRITES = """
store = open_store(folder, clock, wait_s=60)
print("ready", flush=True)
torn = written = 0
while not (folder / "enough").exists():
    for _again in range(5):
        days = store.recovery(OURS).entries
        if len({dict(day.scores)["redness"] for day in days if day.notes == "set"}) > 1:
            torn += 1
    store.put_entries(OURS, [entry(300, pain=written % 5)], NOW)
    written += 1
store.close()
print(torn, written > 3)
"""


def test_another_program_never_sees_half_of_a_restore(
    store: SqliteStore, keeping: Keeping, folder: Path, tmp_path: Path
) -> None:
    store.put_session(session(), NOW)
    backups: list[Path] = []
    for grade in (1, 2):
        days = [entry(day, redness=grade, notes="set") for day in range(100)]
        store.put_entries(OURS, days, NOW)
        backups.append(keeping.make("by-hand"))
    with running(folder, READS_AND_WRITES) as other:
        hear(other, "ready")
        for number in range(4):
            restore(keeping, backups[number % 2], wait_s=60)
        (folder / "enough").touch()
        assert finished(other).split() == ["0", "True"]
    connection = driver.connect(str(folder / FILE_NAME))
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    connection.close()


class TestPassphrase:
    """A backup has the passphrase of its day."""

    def locked(self, folder: Path) -> Keeping:
        store = open_store(folder, clock)
        Sample.write(store)
        store.close()
        change_key(folder / FILE_NAME, None, KEY)
        return Keeping(folder, clock, KEY)

    def test_an_encrypted_diary_has_encrypted_backups(self, folder: Path) -> None:
        keeping = self.locked(folder)
        made = keeping.make()
        assert b"SQLite format" not in made.read_bytes()
        assert not keeping.is_due()
        with opened_copy(made, folder, clock, KEY) as opened:
            Sample.check(opened.store)

    def test_plain_into_locked_and_locked_into_plain(self, folder: Path, tmp_path: Path) -> None:
        locked = self.locked(folder)
        plain = Keeping(tmp_path / "plain", clock)
        store = open_store(plain.folder, clock)
        store.put_session(session(), NOW)
        of_plain = plain.make()
        restore(plain, locked.make(), KEY)
        Sample.check(store)
        store.close()
        restore(locked, of_plain)
        store = open_store(folder, clock, key=KEY)
        assert [s.id for s in store.sessions()] == [OURS]
        store.close()
        assert b"SQLite format" not in (folder / FILE_NAME).read_bytes()

    def test_the_wrong_passphrase_changes_nothing(self, folder: Path, tmp_path: Path) -> None:
        made = self.locked(folder).make()
        wrong = Key.of(Passphrase("wrong"), made)
        with pytest.raises(WrongPassphrase):
            restore(Keeping(folder, clock, KEY), made, wrong)
