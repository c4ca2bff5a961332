"""Encryption at rest: on, changed and off with every value kept, nothing readable from outside."""

from __future__ import annotations

import errno
import hashlib
import os
import pickle
from pathlib import Path

import pytest

from recovery_tracker.data import rekeying
from recovery_tracker.data.encryption import Key, is_encrypted, unlock
from recovery_tracker.data.engine import connect
from recovery_tracker.data.presence import LOCK_NAME, alone
from recovery_tracker.data.rekeying import change_key, rewrite_backups, tidy_backups
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import PassphraseNeeded, StorageProblem, WrongPassphrase
from recovery_tracker.domain.passphrase import Passphrase
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Photo
from recovery_tracker.exchange import format_for
from recovery_tracker.exchange.format import Options
from recovery_tracker.journal import Journal
from tests.builders import date_of, entry, session
from tests.data.conftest import NOW, clock

OURS = session().id
SECRETS = (
    "Marguerite",
    "zanzibar-note",
    "quokka-private",
    "narwhal-deleted",
    "pelican-earlier",
    "heron-caption",
    "axolotl",
)
PICTURE = b"\xff\xd8 axolotl-picture" + bytes(range(256)) * 400
RIGHT, OTHER = Passphrase("two lazy quokkas"), Passphrase("three quick emus")


@pytest.fixture
def file(folder: Path) -> Path:
    """A plain diary with something of every kind in it, and something deleted."""
    store = open_store(folder, clock)
    fill(store)
    store.close()
    return folder / FILE_NAME


def fill(store: SqliteStore) -> None:
    store.put_profile(Profile(name="Marguerite", skin_type="dry"), NOW)
    store.put_own_item("symptom", OwnItem("x_1f00c3ab", "Tingling"), NOW)
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, redness=1, notes="pelican-earlier")], NOW)
    story = [entry(day, redness=day % 5, notes="zanzibar-note " * 50) for day in range(12)]
    story[3] = entry(3, redness=2, private_notes="quokka-private")
    store.put_entries(OURS, story, NOW)
    store.put_session(session(id="gone", notes="narwhal-deleted"), NOW)
    store.delete_session("gone", NOW)
    store.purge(NOW.replace(year=2027))
    shot = Photo(date_of(1), "front", hashlib.sha256(PICTURE).hexdigest(), "heron-caption")
    store.put_photo(OURS, shot, PICTURE, b"thumb", NOW)


def as_json(folder: Path, key: Key | None, into: Path) -> bytes:
    """The whole diary with private notes and photos, as a file says it."""
    store = open_store(folder, clock, key=key)
    try:
        journal = Journal(store, clock)
        options = Options(private_notes=True, photo_bytes=journal.photo_bytes)
        out = into / "out.json"
        format_for(out).write(journal.log(), out, options)
        return out.read_bytes()
    finally:
        store.close()


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def some_key() -> Key:
    """A key of no passphrase: making one of a passphrase takes its time."""
    return Key(os.urandom(48))


def found(data: bytes) -> list[str]:
    return [word for word in SECRETS if word.encode() in data]


class TestOnChangedOff:
    """Three ways to another key, each with every value kept."""

    def test_every_value_is_kept(self, file: Path, tmp_path: Path) -> None:
        before = as_json(file.parent, None, tmp_path)
        assert b"quokka-private" in before
        assert not is_encrypted(file)
        first, second = some_key(), some_key()
        for old, new in ((None, first), (first, second), (second, None)):
            change_key(file, old, new)
            assert is_encrypted(file) == (new is not None)
            assert as_json(file.parent, new, tmp_path) == before

    def test_history_goes_with_it(self, file: Path) -> None:
        change_key(file, None, key := some_key())
        store = open_store(file.parent, clock, key=key)
        versions = store.history(OURS, date_of(0))
        store.close()
        assert [v.what and v.what.notes for v in versions] == ["pelican-earlier", None]

    def test_numbers_in_the_head_of_the_file_go_with_it(self, file: Path) -> None:
        connection = connect(file)
        connection.execute("PRAGMA user_version = 7")
        connection.execute("PRAGMA application_id = 77")
        connection.close()
        change_key(file, None, key := some_key())
        change_key(file, key, None)
        connection = connect(file)
        for pragma, number in (("user_version", 7), ("application_id", 77), ("page_size", 16384)):
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (number,)
        connection.close()

    def test_the_words_can_be_read_before_and_not_after(self, file: Path) -> None:
        assert len(found(bytes_of(file.parent))) > 4, "the test looks for what is there"
        change_key(file, None, key := some_key())
        assert found(bytes_of(file.parent)) == []
        store = open_store(file.parent, clock, key=key)
        store.put_entries(OURS, [entry(1, notes="zanzibar-note, again")], NOW)
        assert (file.parent / f"{FILE_NAME}-wal").stat().st_size > 0
        assert found(bytes_of(file.parent)) == [], "nor in the log"
        store.close()
        assert found(bytes_of(file.parent)) == []

    def test_nothing_deleted_is_carried_along(self, file: Path) -> None:
        """What stood in freed pages is not in the new file, even for whoever has the key."""
        change_key(file, None, key := some_key())
        change_key(file, key, None)
        assert b"narwhal-deleted" not in file.read_bytes()

    def test_the_old_file_was_overwritten(self, file: Path, tmp_path: Path) -> None:
        held = tmp_path / "held"
        with file.open("rb") as old:  # as a recovery tool would find its blocks
            change_key(file, None, some_key())
            held.write_bytes(old.read())
        assert set(held.read_bytes()) == {0}

    def test_the_same_passphrase_gives_another_key_each_time(self, file: Path) -> None:
        change_key(file, None, first := Key.new(RIGHT))
        change_key(file, first, second := Key.new(RIGHT))
        assert not first.opens(file)
        assert second.opens(file)

    def test_an_empty_diary_can_be_encrypted(self, folder: Path) -> None:
        open_store(folder, clock).close()
        change_key(folder / FILE_NAME, None, key := some_key())
        store = open_store(folder, clock, key=key)
        assert store.sessions() == ()
        store.close()


class TestWhatOpensIt:
    """The right passphrase and no other; the key shows nowhere."""

    def test_the_passphrase_gives_the_key_back(self, file: Path) -> None:
        change_key(file, None, Key.new(RIGHT))
        key = unlock(file, RIGHT)
        assert key is not None
        open_store(file.parent, clock, key=key).close()

    def test_an_accent_is_the_same_however_it_was_typed(self, file: Path) -> None:
        change_key(file, None, Key.new(Passphrase("caf\u00e9 au lait")))
        assert unlock(file, Passphrase("cafe\u0301 au lait")) is not None

    def test_a_wrong_one_is_refused_and_harms_nothing(self, file: Path, tmp_path: Path) -> None:
        before = as_json(file.parent, None, tmp_path)
        change_key(file, None, key := Key.new(RIGHT))
        crash_with_a_log(file, key)
        with pytest.raises(WrongPassphrase, match="does not open the diary"):
            unlock(file, OTHER)
        with pytest.raises(WrongPassphrase):
            open_store(file.parent, clock, key=some_key())
        with pytest.raises(PassphraseNeeded, match="locked with a passphrase"):
            open_store(file.parent, clock)
        with pytest.raises(WrongPassphrase):
            change_key(file, some_key(), None)
        assert as_json(file.parent, key, tmp_path) == before.replace(
            b'"skin_type": "dry"', b'"skin_type": "oily"'
        )

    def test_a_plain_diary_takes_no_notice_of_a_key(self, file: Path) -> None:
        assert unlock(file, RIGHT) is None
        store = open_store(file.parent, clock, key=some_key())
        assert store.key is None
        store.close()

    def test_sqlciphers_own_tool_opens_it_with_the_words(self, file: Path) -> None:
        change_key(file, None, Key.new(RIGHT))
        connection = connect(file)
        connection.execute("PRAGMA key = 'two lazy quokkas'")
        connection.execute("PRAGMA cipher_page_size = 16384")
        assert connection.execute("SELECT name FROM profile").fetchall() == [("Marguerite",)]
        connection.close()

    def test_a_key_is_made_once_and_not_for_each_connection(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        change_key(file, None, key := Key.new(RIGHT))
        monkeypatch.setattr(hashlib, "pbkdf2_hmac", None)
        store = open_store(file.parent, clock, key=key)
        assert len(store.recovery(OURS).entries) == 12
        store.close()

    def test_a_key_shows_nowhere(self, file: Path) -> None:
        change_key(file, None, key := Key.new(RIGHT))
        secret = key.literal().strip("\"x'")
        store = open_store(file.parent, clock, key=key)
        store.close()
        assert store.key is None, "it is let go of"
        for thing in (key, RIGHT):
            shown = f"{thing!r} {thing!s} {[thing]}"
            assert secret not in shown
            assert "quokka" not in shown
            with pytest.raises(TypeError, match="not to be written"):
                pickle.dumps(thing)

    def test_an_error_names_no_key(self, file: Path) -> None:
        change_key(file, None, key := Key.new(RIGHT))
        file.write_bytes(file.read_bytes()[:-16384] + bytes(16384))  # a page is gone
        with pytest.raises(StorageProblem) as caught:
            change_key(file, key, some_key())
        told, error = "", caught.value
        while error is not None:
            told += f"{error!r} {error}"
            error = error.__cause__ or error.__context__
        assert "damaged" in told
        assert key.literal()[4:40] not in told


def crash_with_a_log(file: Path, key: Key) -> None:
    """Leave a log beside the file, as a program does that was killed."""
    connection = connect(file, key)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("UPDATE profile SET skin_type = 'oily'")
    kept = {name: (file.parent / name).read_bytes() for name in (FILE_NAME, f"{FILE_NAME}-wal")}
    connection.close()
    for name, data in kept.items():
        (file.parent / name).write_bytes(data)


class TestIsEncrypted:
    """Known by the first page, without a key."""

    @pytest.mark.parametrize(
        "data",
        [b"", b"short", b"a text, no diary. " * 2000, bytes(40_000), b"\xff" * 40_000],
    )
    def test_what_is_not(self, tmp_path: Path, data: bytes) -> None:
        (tmp_path / "file").write_bytes(data)
        assert not is_encrypted(tmp_path / "file")

    def test_a_plain_diary_whose_beginning_was_overwritten_is_damaged(self, file: Path) -> None:
        file.write_bytes(bytes(100) + file.read_bytes()[100:])
        assert not is_encrypted(file)
        with pytest.raises(StorageProblem, match="damaged"):
            open_store(file.parent, clock)

    def test_no_file(self, tmp_path: Path) -> None:
        assert not is_encrypted(tmp_path / "none")


class TestInterrupted:
    """What is left behind at each step is put in order by the next start."""

    @pytest.mark.parametrize("step", ["_copy", "_compare", "_nothing_beside", "to_disk", "_swap"])
    def test_an_error_leaves_the_diary_as_it_was(
        self, file: Path, step: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = file.read_bytes()

        def fails(*_args: object) -> None:
            raise OSError(28, "no space")

        monkeypatch.setattr(rekeying, step, fails)
        with pytest.raises(StorageProblem, match="disk is full"):
            change_key(file, None, some_key())
        assert file.read_bytes()[96:] == before[96:]
        assert sorted(path.name for path in file.parent.iterdir()) == [LOCK_NAME, FILE_NAME]

    def test_a_copy_that_is_not_the_same_is_not_taken(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        copy = rekeying._copy

        def loses_a_row(source: object, target: Path, key: Key | None) -> None:
            copy(source, target, key)
            copied = connect(target, key)
            copied.execute("DELETE FROM own_items")
            copied.close()

        monkeypatch.setattr(rekeying, "_copy", loses_a_row)
        with pytest.raises(StorageProblem, match="not the same"):
            change_key(file, None, some_key())
        assert not is_encrypted(file)

    def test_a_full_disk(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        alone_with = rekeying._alone_with

        def limited(path: Path, key: Key | None, wait_s: float) -> object:
            connection = alone_with(path, key, wait_s)
            connection.create_function("sqlcipher_export", 1, full)
            return connection

        def full(_name: str) -> None:
            raise OSError

        monkeypatch.setattr(rekeying, "_alone_with", limited)
        with pytest.raises(StorageProblem, match="room for a second copy"):
            change_key(file, None, some_key())
        assert not is_encrypted(file)
        assert sorted(path.name for path in file.parent.iterdir()) == [LOCK_NAME, FILE_NAME]

    def test_an_unfinished_copy_is_removed(self, file: Path, tmp_path: Path) -> None:
        before = as_json(file.parent, None, tmp_path)
        for end in ("", "-journal"):
            file.with_name(f"{FILE_NAME}.being-written{end}").write_bytes(b"zanzibar-note")
        assert as_json(file.parent, None, tmp_path) == before
        assert sorted(path.name for path in file.parent.iterdir()) == [LOCK_NAME, FILE_NAME]

    def test_a_second_name_of_the_diary_is_removed_and_the_diary_kept(
        self, file: Path, tmp_path: Path
    ) -> None:
        before = as_json(file.parent, None, tmp_path)
        file.with_name(f"{FILE_NAME}.being-replaced").hardlink_to(file)
        assert as_json(file.parent, None, tmp_path) == before

    def test_the_old_file_is_removed(self, file: Path, tmp_path: Path) -> None:
        before = as_json(file.parent, None, tmp_path)
        old = file.with_name(f"{FILE_NAME}.being-replaced")
        old.write_bytes(file.read_bytes())
        with old.open("rb") as held:
            assert as_json(file.parent, None, tmp_path) == before
            assert set(held.read()) == {0}
        assert not old.exists()

    def test_a_diary_that_has_its_second_name_only_gets_its_own_back(
        self, file: Path, tmp_path: Path
    ) -> None:
        before = as_json(file.parent, None, tmp_path)
        file.rename(file.with_name(f"{FILE_NAME}.being-replaced"))
        assert as_json(file.parent, None, tmp_path) == before

    @pytest.mark.parametrize("data", [b"", bytes(600)])
    def test_a_journal_of_no_use_is_removed(self, file: Path, tmp_path: Path, data: bytes) -> None:
        before = as_json(file.parent, None, tmp_path)
        journal = file.with_name(f"{FILE_NAME}-journal")
        journal.write_bytes(data)
        assert as_json(file.parent, None, tmp_path) == before
        assert not journal.exists()

    def test_a_disk_that_knows_no_links(
        self, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(*_args: object) -> None:
            raise OSError(1, "not permitted")

        before = as_json(file.parent, None, tmp_path)
        monkeypatch.setattr(rekeying.os, "link", refuse)
        change_key(file, None, key := some_key())
        assert as_json(file.parent, key, tmp_path) == before
        assert found(bytes_of(file.parent)) == []


class TestOthers:
    """Nobody else may have the diary open while its file is replaced."""

    def test_an_open_diary_is_not_changed(self, file: Path) -> None:
        store = open_store(file.parent, clock)
        with pytest.raises(StorageProblem, match=r"open in another program.*Close it there"):
            change_key(file, None, some_key(), wait_s=0.01)
        store.put_entries(OURS, [entry(0, redness=4)], NOW)
        store.close()
        change_key(file, None, some_key(), wait_s=0.01)

    def test_a_stranger_that_has_the_file_open_is_noticed(self, file: Path) -> None:
        stranger = connect(file)
        stranger.execute("PRAGMA journal_mode = WAL")
        stranger.execute("SELECT * FROM profile").fetchall()
        with pytest.raises(StorageProblem, match="in use by another program"):
            change_key(file, None, some_key(), wait_s=0.01)
        stranger.execute("UPDATE profile SET name = 'Ann'")
        stranger.close()
        assert not is_encrypted(file)

    def test_a_backup_that_is_being_made_is_waited_for(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stranger = connect(file)
        stranger.execute("PRAGMA journal_mode = WAL")
        stranger.execute("SELECT * FROM profile").fetchall()
        monkeypatch.setattr(rekeying.time, "sleep", lambda _s: stranger.close())
        change_key(file, None, some_key(), wait_s=60)
        assert is_encrypted(file)

    def test_a_diary_that_is_being_changed_is_not_opened(self, file: Path) -> None:
        with (
            alone(file.parent, 0.01),
            pytest.raises(StorageProblem, match="open in another program"),
        ):
            open_store(file.parent, clock, wait_s=0.01)
        open_store(file.parent, clock).close()


def test_what_an_interrupted_change_left_among_the_backups_is_put_in_order(
    file: Path, tmp_path: Path
) -> None:
    """What has the old passphrase, or none, does not lie about."""
    backups = file.parent / "backups"
    backups.mkdir()
    for name in ("new.db", "new.db.being-replaced", "new.db.being-written-journal"):
        (backups / name).write_bytes(file.read_bytes())
    (backups / "lost.db.being-replaced").write_bytes(file.read_bytes())
    (backups / "half.db.being-written").write_bytes(b"half")
    tidy_backups([backups, tmp_path / "nowhere"])
    assert sorted(path.name for path in backups.iterdir()) == ["lost.db", "new.db"]
    assert (backups / "lost.db").read_bytes() == file.read_bytes()


def test_a_file_that_cannot_be_read_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: object) -> None:
        raise OSError(errno.EIO, "a fault")

    monkeypatch.setattr(Path, "open", fails)
    with pytest.raises(StorageProblem, match="The disk could not be read"):
        is_encrypted(file)


def test_backups_get_the_new_key_too_and_strange_ones_stay(file: Path, tmp_path: Path) -> None:
    backups = file.parent / "backups"
    backups.mkdir()
    for name in ("one.db", "two.db"):
        (backups / name).write_bytes(file.read_bytes())
    (backups / "torn.db").write_bytes(file.read_bytes()[:30_000])
    (backups / "no.db").write_bytes(b"zanzibar")
    first, second = some_key(), some_key()
    files = sorted(backups.iterdir())
    assert rewrite_backups(files, None, first) == 2
    assert rewrite_backups(files, None, first) == 2, "what is done is not done again"
    assert found((backups / "one.db").read_bytes()) == []
    assert rewrite_backups(files, first, second) == 2
    assert second.opens(backups / "two.db")
    assert sorted(path.name for path in backups.iterdir()) == [path.name for path in files]
    assert rewrite_backups(files, second, None) == 0, "what is not encrypted is not touched"
    assert len(found((backups / "one.db").read_bytes())) > 3
