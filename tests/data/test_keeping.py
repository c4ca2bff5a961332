"""Backups are made when they are due, checked, thinned, and copied to a second place."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data import backup
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import StorageProblem
from recovery_tracker.settings import Settings
from tests.builders import entry, session
from tests.data.conftest import NOW

OURS = session().id


class Watchmaker:
    """A clock the test turns."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now

    def turn(self, **by: float) -> None:
        self.now += dt.timedelta(**by)


@pytest.fixture
def time() -> Watchmaker:
    return Watchmaker()


@pytest.fixture
def kept(store: SqliteStore) -> SqliteStore:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, redness=1, notes="tight")], NOW)
    return store


@pytest.fixture
def keeping(kept: SqliteStore, folder: Path, time: Watchmaker) -> Keeping:
    return Keeping(folder, time)


def names(place: Path) -> list[str]:
    return sorted(file.name for file in place.iterdir())


def test_a_backup_is_a_whole_diary_with_what_is_still_in_the_log(
    keeping: Keeping, kept: SqliteStore, tmp_path: Path
) -> None:
    made = keeping.make("by-hand")
    assert made.name == "2026-03-12T200000Z-by-hand.db"
    assert names(made.parent) == [made.name]
    (tmp_path / "other").mkdir()
    made.rename(tmp_path / "other" / FILE_NAME)
    other = open_store(tmp_path / "other", keeping.clock)
    assert other.recovery(OURS) == kept.recovery(OURS)
    other.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")
def test_a_backup_is_private(keeping: Keeping) -> None:
    made = keeping.make()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_an_empty_diary_needs_none(store: SqliteStore, folder: Path, time: Watchmaker) -> None:
    assert not Keeping(folder, time).make_if_due()
    assert not Keeping(folder / "nothing", time).make_if_due()
    assert Keeping(folder, time).standing().last is None


def test_a_day_with_changes_is_backed_up_on_the_next(
    keeping: Keeping, kept: SqliteStore, time: Watchmaker
) -> None:
    assert keeping.make_if_due(), "there is none yet"
    kept.put_entries(OURS, [entry(0, redness=2)], NOW)
    assert not keeping.make_if_due(), "there is one of today"
    time.turn(days=1)
    assert keeping.make_if_due()
    time.turn(days=1)
    assert not keeping.make_if_due(), "nothing was changed"
    assert len(keeping.listed()) == 2


@pytest.mark.parametrize("damage", [b"", b"no diary at all" * 100])
def test_a_newest_backup_that_is_damaged_is_replaced(
    keeping: Keeping, time: Watchmaker, damage: bytes
) -> None:
    keeping.make().write_bytes(damage)
    time.turn(days=1)
    assert keeping.make_if_due()


def test_old_ones_are_thinned_and_strangers_left(keeping: Keeping, time: Watchmaker) -> None:
    place = keeping.make().parent
    (place / "letter.txt").write_text("mine")
    time.turn(hours=1)
    keeping.make()
    time.turn(days=3)
    newest = keeping.make()
    assert names(place) == ["2026-03-12T210000Z-day.db", newest.name, "letter.txt"]


def test_the_limit_spares_the_newest(
    keeping: Keeping, time: Watchmaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeping.make()
    monkeypatch.setattr("recovery_tracker.data.keeping.MIB", 0)
    time.turn(hours=1)
    newest = keeping.make()
    assert names(newest.parent) == [newest.name]
    standing = keeping.standing()
    assert standing.last is not None
    assert (standing.count, standing.size) == (1, newest.stat().st_size)


def test_one_made_with_the_clock_set_back_stays(keeping: Keeping, time: Watchmaker) -> None:
    keeping.make()
    time.turn(days=-400)
    older = keeping.make()
    assert older.exists()
    assert len(keeping.listed()) == 2


def test_two_of_one_second_are_two(keeping: Keeping) -> None:
    assert keeping.make("by-hand") != keeping.make("by-hand")
    assert len(keeping.listed()) == 2


def test_what_is_written_meanwhile_is_no_fault(
    keeping: Keeping, kept: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    check = backup._check

    def write_and_check(copy: Path, unlock: backup.Unlock) -> bytes:
        kept.put_entries(OURS, [entry(0, redness=4)], NOW)
        return check(copy, unlock) + b"as if it were another moment's"

    monkeypatch.setattr(backup, "_check", write_and_check)
    assert keeping.make().exists()


def test_a_copy_that_lacks_something_is_no_backup(
    keeping: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "_check", lambda _copy, _unlock: b"another diary")
    with pytest.raises(StorageProblem, match="could not be made whole"):
        keeping.make()
    assert names(keeping.own_place) == []
    assert "could not be made whole" in keeping.standing().trouble


def test_what_a_killed_program_left_is_swept(keeping: Keeping) -> None:
    place = keeping.make().parent
    dead = 2**22 + 1  # above any process number Linux gives
    for name in (f"x.db.{dead}.unfinished", f"x.db.{dead}.unfinished-journal"):
        (place / name).write_text("half")
    alive = place / f"x.db.{os.getpid()}.unfinished"
    alive.write_text("being written")
    notes = keeping.folder / f"backups.json.{dead}.unfinished"
    notes.write_text("half")
    other = place / f"novel.{dead}.unfinished.txt"
    other.write_text("a person's own")
    keeping.make_if_due()
    assert [file for file in place.glob("*unfinished*") if file not in (alive, other)] == []
    assert alive.exists()
    assert other.exists()
    assert not notes.exists()


KILLED = """
import datetime as dt, os, signal, sys
from pathlib import Path
from recovery_tracker.data import backup
from recovery_tracker.data.keeping import Keeping
backup._check = lambda copy, unlock: os.kill(os.getpid(), signal.SIGKILL)
Keeping(Path(sys.argv[1]), lambda: dt.datetime.now(dt.UTC)).write_to(Path(sys.argv[2]))
"""


def test_a_backup_that_was_killed_leaves_nothing_where_the_next_is_written(
    keeping: Keeping, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    given = (str(keeping.folder), str(out / "copy.db"))
    done = subprocess.run([sys.executable, "-c", KILLED, *given], check=False)
    assert done.returncode == -signal.SIGKILL
    (left,) = names(out)
    assert left.startswith("copy.db.")
    keeping.write_to(out / "another.db")
    assert names(out) == ["another.db"]


class TestPlace:
    """Another folder for the backups."""

    def test_they_go_there_into_a_folder_of_ours(
        self, keeping: Keeping, folder: Path, tmp_path: Path
    ) -> None:
        (tmp_path / "disk").mkdir()
        before = keeping.make()
        Settings(folder).put("backup_place", str(tmp_path / "disk"))
        made = keeping.make("by-hand")
        assert made.parent.parent == tmp_path / "disk"
        assert made.parent.name.startswith("recovery-tracker-")
        assert {file for _backup, file in keeping.listed()} == {before, made}
        assert keeping.standing().folder == str(tmp_path / "disk")

    def test_one_that_is_gone_is_told_and_the_own_folder_takes_it(
        self, keeping: Keeping, folder: Path, tmp_path: Path
    ) -> None:
        Settings(folder).put("backup_place", str(tmp_path / "gone"))
        assert keeping.make().parent == folder / "backups"
        assert not (tmp_path / "gone").exists()
        assert keeping.standing().trouble == (
            f"The backup could not be written: the folder {tmp_path / 'gone'} is not there. "
            "Your data is safe in the app. Choose another place."
        )
        Settings(folder).put("backup_place", "")
        keeping.make("by-hand")
        assert keeping.standing().trouble == ""

    def test_a_full_disk_is_told(self, keeping: Keeping, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(*_: Any) -> bytes:
            error = driver.OperationalError("database or disk is full")
            error.sqlite_errorcode = driver.SQLITE_FULL
            raise error

        monkeypatch.setattr(backup, "fingerprint", full)
        with pytest.raises(StorageProblem) as told:
            keeping.make()
        assert told.value.sentence == (
            "The backup could not be written: the disk is full. "
            "Your data is safe in the app. Choose another place."
        )
        assert keeping.standing().trouble == told.value.sentence

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights another way")
    def test_a_folder_that_is_read_only_is_told(
        self, outside: Path, nobody: Callable[[], None], time: Watchmaker
    ) -> None:
        store = open_store(outside, time)
        (outside / "backups").mkdir()
        (outside / "backups").chmod(0o555)
        for file in outside.glob("recovery.db*"):
            file.chmod(0o666)
        outside.chmod(0o777)
        nobody()
        with pytest.raises(StorageProblem, match=r"backups cannot be written\. Your data is safe"):
            Keeping(outside, time).make()
        store.close()

    def test_broken_notes_beside_the_diary_do_not_matter(
        self, keeping: Keeping, folder: Path
    ) -> None:
        (folder / "backups.json").write_text("[")
        assert keeping.make().exists()
        assert json.loads((folder / "backups.json").read_text())["trouble"] == ""


class TestSecondPlace:
    """A stick or another disk: there or not there."""

    @pytest.fixture
    def stick(self, folder: Path, tmp_path: Path, keeping: Keeping) -> Path:
        Settings(folder).put("second_place", str(tmp_path / "stick"))
        return tmp_path / "stick"

    def ours(self, stick: Path) -> Path:
        (found,) = stick.iterdir()
        return found

    def test_each_new_backup_goes_there(self, keeping: Keeping, stick: Path) -> None:
        stick.mkdir()
        first, second = keeping.make(), keeping.make("by-hand")
        assert names(self.ours(stick)) == sorted([first.name, second.name])
        assert (self.ours(stick) / first.name).read_bytes() == first.read_bytes()
        standing = keeping.standing().second
        assert standing is not None
        assert (standing.there, standing.written, standing.trouble) == (True, NOW, "")

    def test_that_it_is_not_there_is_no_error_and_it_catches_up(
        self, keeping: Keeping, stick: Path
    ) -> None:
        made = keeping.make()
        standing = keeping.standing().second
        assert standing is not None
        assert (standing.there, standing.written) == (False, None)
        assert not stick.exists()
        stick.mkdir()
        assert not keeping.make_if_due()
        assert names(self.ours(stick)) == [made.name]

    def test_an_empty_folder_in_its_place_is_not_it(
        self, keeping: Keeping, stick: Path, tmp_path: Path
    ) -> None:
        stick.mkdir()
        keeping.make()
        stick.rename(tmp_path / "unplugged")
        stick.mkdir()  # where the stick would show itself
        keeping.make("by-hand")
        assert list(stick.iterdir()) == []
        standing = keeping.standing().second
        assert standing is not None
        assert (standing.there, standing.written) == (False, NOW)

    def test_it_is_thinned_and_strangers_are_left(
        self, keeping: Keeping, stick: Path, time: Watchmaker
    ) -> None:
        stick.mkdir()
        keeping.make()
        (self.ours(stick) / "letter.txt").write_text("mine")
        (self.ours(stick) / "2026-03-01T000000Z-day.sqlite").write_text("not ours")
        time.turn(hours=1)
        keeping.make()
        time.turn(days=3)
        keeping.make()
        assert names(self.ours(stick)) == [
            "2026-03-01T000000Z-day.sqlite",
            "2026-03-12T210000Z-day.db",
            "2026-03-15T210000Z-day.db",
            "letter.txt",
        ]

    def test_a_stick_that_keeps_what_it_was_not_given_is_told(
        self, keeping: Keeping, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stick.mkdir()
        monkeypatch.setattr(
            "recovery_tracker.data.backup_files.shutil.copyfile",
            lambda _source, target: Path(target).write_bytes(b"something else"),
        )
        made = keeping.make()
        assert made.exists()
        assert names(self.ours(stick)) == []
        standing = keeping.standing().second
        assert standing is not None
        assert "has a fault" in standing.trouble

    def test_two_diaries_share_a_stick(
        self, keeping: Keeping, stick: Path, tmp_path: Path, time: Watchmaker
    ) -> None:
        stick.mkdir()
        keeping.make()
        open_store(tmp_path / "hers", time).close()
        Settings(tmp_path / "hers").put("second_place", str(stick))
        Keeping(tmp_path / "hers", time).make()
        assert [len(names(place)) for place in stick.iterdir()] == [1, 1]
