"""What can be read of a damaged diary is read, and what was lost is said."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from recovery_tracker.data.checking import check
from recovery_tracker.data.encryption import Key
from recovery_tracker.data.keeping import Keeping
from recovery_tracker.data.rekeying import change_key
from recovery_tracker.data.salvage import salvage
from recovery_tracker.data.store import open_store
from recovery_tracker.domain.errors import Damaged, NotFound
from recovery_tracker.domain.passphrase import Passphrase
from tests.builders import date_of, entry, session
from tests.data.conftest import NOW, clock
from tests.data.disguise import disguise
from tests.data.test_migrations import DIARIES, Sample

PAGE = 16384
OURS = session().id
LONG = "a long note " * 300
DAYS = range(120)


@pytest.fixture
def keeping(folder: Path) -> Keeping:
    """A diary of some pages, closed."""
    store = open_store(folder, clock)
    Sample.write(store)
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(day, redness=day % 5, notes=LONG) for day in DAYS], NOW)
    store.close()
    return Keeping(folder, clock)


def page_of(file: Path, table: str, *, leaf: bool) -> int:
    """A page of a table: its root, or a leaf in the middle, found by what is written on it."""
    connection = driver.connect(str(file))
    (root,) = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
    ).fetchone()
    connection.close()
    if not leaf:
        return root
    content = file.read_bytes()
    pages = [
        number
        for number in range(1, len(content) // PAGE + 1)
        if content[(number - 1) * PAGE] == 0x0D
        and LONG.encode() in content[(number - 1) * PAGE :][:PAGE]
    ]
    return pages[len(pages) // 2]


def spoil(file: Path, page: int, length: int = PAGE) -> None:
    with file.open("r+b") as stream:
        stream.seek((page - 1) * PAGE)
        stream.write(b"\x55" * length)


def read_back(folder: Path, key: Key | None = None) -> dict[str, int]:
    store = open_store(folder, clock, key=key)
    read = {s.id: len(store.recovery(s.id).entries) for s in store.sessions()}
    store.close()
    return read


@pytest.mark.parametrize("length", [16, 100, PAGE])
def test_a_beginning_that_was_overwritten(keeping: Keeping, length: int) -> None:
    spoil(keeping.file, 1, length)
    before = keeping.file.read_bytes()
    result = salvage(keeping, keeping.file)
    assert result.lost == ()
    assert read_back(keeping.folder) == {"a": 2, OURS: len(DAYS)}
    assert result.restored.aside is not None
    assert result.restored.aside.read_bytes() == before
    store = open_store(keeping.folder, clock)
    assert store.profile() == Sample.profile
    assert store.photo_bytes(Sample.photo.sha256)
    store.close()


def test_a_file_cut_short(keeping: Keeping) -> None:
    content = keeping.file.read_bytes()
    keeping.file.write_bytes(content[: len(content) * 3 // 4])
    result = salvage(keeping, keeping.file)
    assert any("could be read" in line for line in result.lost)
    read = read_back(keeping.folder)
    assert 20 < read[OURS] < len(DAYS)


def test_a_page_in_the_middle_costs_its_own_entries_only(keeping: Keeping) -> None:
    spoil(keeping.file, page_of(keeping.file, "entries", leaf=True))
    result = salvage(keeping, keeping.file)
    assert "Not all entries could be read." in result.lost
    kept = read_back(keeping.folder)[OURS]
    assert len(DAYS) - 6 < kept < len(DAYS)
    assert result.read[0].startswith("Read: 3 sessions, ")


def test_entries_whose_session_is_lost_are_kept(keeping: Keeping) -> None:
    spoil(keeping.file, page_of(keeping.file, "sessions", leaf=False))
    result = salvage(keeping, keeping.file)
    assert read_back(keeping.folder) == {"a": 2, OURS: len(DAYS)}
    assert sum("check that date" in line for line in result.lost) == 2
    store = open_store(keeping.folder, clock)
    stood_in = next(s for s in store.sessions() if s.id == OURS)
    assert stood_in.date == session().date
    assert "could not be read" in stood_in.notes
    store.close()


def test_an_encrypted_diary_stays_encrypted(keeping: Keeping) -> None:
    key = Key.new(Passphrase("correct horse"))
    change_key(keeping.file, None, key)
    locked = Keeping(keeping.folder, clock, key)
    size = keeping.file.stat().st_size // PAGE
    spoil(keeping.file, size - 2)
    salvage(locked, keeping.file, key)
    assert b"SQLite format" not in keeping.file.read_bytes()
    assert read_back(keeping.folder, key)[OURS] > 60


def test_a_damaged_backup_can_be_salvaged_into_a_whole_diary(keeping: Keeping) -> None:
    made = keeping.make()
    spoil(made, page_of(made, "entries", leaf=True))
    result = salvage(keeping, made)
    assert result.restored.kept is not None
    assert read_back(keeping.folder)[OURS] < len(DAYS)


@pytest.mark.parametrize("content", [b"", b"My holiday in Spain. " * 2000])
def test_where_nothing_can_be_read_nothing_is_changed(
    keeping: Keeping, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "x.db").write_bytes(content)
    with pytest.raises(Damaged, match=r"Nothing in .*x\.db could be read"):
        salvage(keeping, tmp_path / "x.db")
    with pytest.raises(NotFound):
        salvage(keeping, tmp_path / "y.db")
    assert read_back(keeping.folder) == {"a": 2, OURS: len(DAYS)}


def test_what_is_damaged_of_a_day_costs_only_itself(keeping: Keeping) -> None:
    connection = driver.connect(str(keeping.file), isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for slip in (
        """ratings = '{"pain":9,"redness":2,"nonsense":1}', signs = '{"pus":1,"fever":2}'"""
        """ WHERE date = '2026-03-02'""",
        """ratings = '{"pain":', care = '["sun","moon",3]' WHERE date = '2026-03-03'""",
    ):
        connection.execute(f"UPDATE entries SET {slip} AND session_id = '{OURS}'")
    connection.close()
    result = salvage(keeping, keeping.file)
    assert set(result.lost) == {
        "3 of the ratings were damaged or belong to nothing.",
        "1 of the signs were damaged or belong to nothing.",
        "2 of the care items of days were damaged or belong to nothing.",
    }
    store = open_store(keeping.folder, clock)
    first, second, *_others = store.recovery(OURS).entries
    assert (dict(first.scores), first.signs, first.notes) == ({"redness": 2}, ("pus",), LONG)
    assert (dict(second.scores), second.care, second.notes) == ({}, ("sun",), LONG)
    store.close()


@pytest.mark.parametrize("value", ["'words'", "1000000000000", "1.5"])
def test_a_picture_that_is_no_picture_any_more_costs_only_itself(
    keeping: Keeping, value: str
) -> None:
    disguise(keeping.file, "pictures.data", value)
    result = salvage(keeping, keeping.file)
    assert result.lost == ("1 of the pictures were damaged or belong to nothing.",)
    assert read_back(keeping.folder) == {"a": 2, OURS: len(DAYS)}


@pytest.mark.parametrize("value", ["x'00ff'", "7"])
def test_entries_that_name_no_session_cost_only_themselves(keeping: Keeping, value: str) -> None:
    first, second = (f"{OURS}{date_of(day)}" for day in DAYS[:2])
    other = f"CASE session_id || date WHEN '{first}' THEN {value} WHEN '{second}' THEN 'lost'"
    disguise(keeping.file, "entries.session_id", f"{other} ELSE session_id END")
    spoil(keeping.file, page_of(keeping.file, "sessions", leaf=False))
    assert salvage(keeping, keeping.file).read
    assert sum(read_back(keeping.folder).values()) >= len(DAYS) - 2


@pytest.mark.parametrize("value", ["'words'", "1000000000000"])
def test_a_picture_of_another_kind_is_said_to_be_damage(keeping: Keeping, value: str) -> None:
    disguise(keeping.file, "pictures.data", value)
    store = open_store(keeping.folder, clock)
    with pytest.raises(Damaged):
        store.photo_bytes(Sample.photo.sha256)
    store.close()
    assert any("picture" in found for found in check(keeping.file).findings)


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_a_damaged_diary_of_an_older_version_is_read_and_brought_up_to_date(
    folder: Path, version: str
) -> None:
    folder.mkdir()
    keeping = Keeping(folder, clock)
    connection = driver.connect(str(keeping.file), isolation_level=None)
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.executescript((DIARIES / f"{version}.sql").read_text())
    connection.close()
    spoil(keeping.file, page_of(keeping.file, "profile", leaf=False))
    result = salvage(keeping, keeping.file)
    assert result.lost == ("Not all facts about you could be read.",)
    assert "2 entries, 10 ratings" in result.read[0]
    store = open_store(folder, clock)
    assert store.recovery("a").entries == Sample.entries
    store.close()
