"""A small run of what ``make fuzz`` does to a real diary, and texts no diary should choke on."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from recovery_tracker.data.checking import check
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.restore import restore
from recovery_tracker.data.store import FILE_NAME, SqliteStore, open_store
from recovery_tracker.domain.errors import Damaged, InvalidValue
from recovery_tracker.domain.recovery import Session
from recovery_tracker.journal import Journal
from tests.builders import DAY_0, entry, session
from tests.data.conftest import NOW, clock
from tools.fuzz import failures, keepers

NAMES = ("imports", "backups", "diaries", "photos")
OURS = session().id


@pytest.mark.parametrize("name", NAMES)
def test_what_is_broken_is_taken_as_a_whole_or_refused(tmp_path: Path, name: str) -> None:
    (reader,) = [each for each in keepers(tmp_path) if each.name == name]
    assert [what for _data, what in failures(reader, 12, seed=3)] == []


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_much_that_is_broken_is_taken_as_a_whole_or_refused(tmp_path: Path, name: str) -> None:
    (reader,) = [each for each in keepers(tmp_path) if each.name == name]
    assert [what for _data, what in failures(reader, reader.most, seed=4)] == []


@pytest.fixture
def written(folder: Path) -> Path:
    """A closed diary with words to be found in its file."""
    store = open_store(folder, clock)
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, redness=1, notes="zanzibar")], NOW)
    store.close()
    return folder / FILE_NAME


@pytest.mark.parametrize(
    ("word", "instead"),
    [
        (b"zanzibar", b"zanz\xffbar"),  # a note that is no text
        (b"CREATE TABLE settled", b"CREATE TABLE s\xffttled"),  # nor is what the tables are
        (b"2026-03-12T20:00:00Z", b"2026-93-12T20:00:00Z"),
    ],
)
def test_bytes_that_changed_on_the_disk_are_damage(
    written: Path, tmp_path: Path, word: bytes, instead: bytes
) -> None:
    """The program says so, in the diary as in a backup, and takes nothing of it."""
    whole = written.read_bytes()
    assert word in whole
    backup = tmp_path / "backup.db"
    backup.write_bytes(whole.replace(word, instead))
    with pytest.raises(Damaged, match="Choose another backup"):
        restore(Keeping(written.parent, clock), backup)
    assert check(written).findings == ()
    written.write_bytes(whole.replace(word, instead))
    assert check(written).findings != ()
    with pytest.raises(Damaged, match="is damaged"):
        read_all(written.parent)


def read_all(folder: Path) -> None:
    store = open_store(folder, clock)
    try:
        Journal(store, clock).log()
        store.history(OURS, DAY_0)
    finally:
        store.close()


@pytest.mark.parametrize(
    "text",
    ["\u202etfel ot thgir\u2066", "\ufeff\u200b\x1b[2J", "e" + "\u0301" * 500, "😀" * 1000],
    ids=["bidi", "invisible", "marks", "emoji"],
)
def test_odd_texts_come_back_as_they_were(store: SqliteStore, text: str) -> None:
    store.put_session(session(), NOW)
    journal = Journal(store, clock)
    journal.write(OURS, DAY_0, "notes", text)
    assert journal.snapshot().recovery is not None
    assert store.recovery(OURS).entries[0].notes == text


def test_half_a_character_is_refused_in_a_sentence(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    with pytest.raises(InvalidValue, match="broken character"):
        Journal(store, clock).write(OURS, DAY_0, "notes", "half \ud83d")
    assert store.recovery(OURS).entries == ()


def test_a_nul_costs_no_word(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    Journal(store, clock).write(OURS, DAY_0, "notes", "before\x00after")
    notes = store.recovery(OURS).entries[0].notes
    assert (notes[:6], notes[-5:]) == ("before", "after")


def test_a_note_of_ten_megabytes_is_refused_in_a_sentence(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    with pytest.raises(InvalidValue, match="longer than 20000 characters"):
        Journal(store, clock).write(OURS, DAY_0, "notes", "x" * 10_000_000)
    assert store.recovery(OURS).entries == ()


@pytest.mark.long
def test_a_thousand_sessions_and_a_hundred_thousand_entries(folder: Path) -> None:
    """It opens, shows one session at the cost of one, and is whole."""
    store = open_store(folder, clock)
    for number in range(1_000):
        date = dt.date(1950, 1, 1) + dt.timedelta(days=number * 27)
        treated = Session(f"s{number}", date, areas=("face",))
        with store.transaction():
            store.put_session(treated, NOW)
            days = [entry(day, start=date, redness=day % 5) for day in range(100)]
            store.put_entries(treated.id, days, NOW)
    journal = Journal(store, clock)
    assert len(journal.snapshot().sessions) == 1_000
    assert len(store.recovery("s999").entries) == 100
    store.close()
    seen = check(folder / FILE_NAME)
    assert (seen.findings, seen.sessions, seen.entries) == ((), 1_000, 100_000)
