"""Backup, restore and check as a person types them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from recovery_tracker.data.store import FILE_NAME
from recovery_tracker.settings import Settings
from tests.test_cli import Person

LOG = {
    "format": "recovery-log",
    "version": 1,
    "sessions": [
        {
            "date": "2026-03-02",
            "entries": [
                {"date": "2026-03-03", "scores": {"redness": 2}, "private_notes": "mine"},
                {"date": "2026-03-04", "scores": {"redness": 1}},
            ],
        }
    ],
}


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    made = Person(tmp_path, capsys)
    made.done("import", made.writes("log.json", LOG))
    return made


def exported(person: Person) -> bytes:
    file = person.folder / "out.json"
    person.done("export", file, "--with-private-notes", "--with-photos")
    return file.read_bytes()


def test_a_backup_says_what_it_holds(person: Person) -> None:
    file = person.folder / "copy.db"
    assert person.done("backup", file) == (f"Written and checked: {file} (1 session, 2 entries).\n")
    assert person.done("backup", file), "a backup may take the place of a backup"


def test_a_backup_into_a_folder_gets_a_dated_name(person: Person) -> None:
    (person.folder / "stick").mkdir()
    person.done("backup", person.folder / "stick")
    (made,) = (person.folder / "stick").iterdir()
    assert made.name == "2026-03-12T200000Z-by-hand.db"


def test_a_backup_takes_no_other_files_place(person: Person) -> None:
    letter = person.writes("letter.txt", b"Dear doctor")
    for target in (letter, person.data / FILE_NAME):
        assert "Give another name" in person.refused("backup", target)
    assert letter.read_bytes() == b"Dear doctor"
    assert "is not there" in person.refused("backup", person.folder / "nowhere" / "x.db")


def test_there_is_nothing_to_back_up_or_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Person(tmp_path, capsys)
    assert "There is no diary" in person.refused("backup", tmp_path / "x.db")
    assert "There is no diary" in person.refused("check")
    assert not person.data.exists()


def test_restore_asks_nothing_and_names_what_was_before(person: Person) -> None:
    before = exported(person)
    person.done("backup", person.folder / "copy.db")
    more = json.loads(json.dumps(LOG))
    more["sessions"].append({"date": "2026-01-02", "entries": []})
    person.done("import", person.writes("more.json", more))
    after = exported(person)
    out = person.done("restore", person.folder / "copy.db")
    assert exported(person) == before
    kept = person.data / "backups" / "2026-03-12T200000Z-before-restore.db"
    assert out == (f"Restored: {person.folder / 'copy.db'}\nThe state before is kept in {kept}\n")
    person.done("restore", kept)
    assert exported(person) == after


def test_restore_in_an_empty_folder_exports_the_same_bytes(
    person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person.done("backup", person.folder / "copy.db")
    (tmp_path / "elsewhere").mkdir()
    other = Person(tmp_path / "elsewhere", capsys)
    other.done("restore", person.folder / "copy.db")
    assert exported(other) == exported(person)


def test_an_import_into_a_diary_in_use_is_preceded_by_a_backup(person: Person) -> None:
    assert not (person.data / "backups").exists(), "the first had nothing to keep"
    person.done("import", "--dry-run", person.folder / "log.json")
    assert not (person.data / "backups").exists()
    person.done("import", person.folder / "log.json")
    (made,) = (person.data / "backups").iterdir()
    assert made.name == "2026-03-12T200000Z-before-import.db"


def test_check_of_a_whole_diary(person: Person) -> None:
    assert person.done("check") == "Read: 1 session, 2 entries, 0 pictures.\nNo problem found.\n"


def damage(person: Person) -> None:
    (person.data / FILE_NAME).write_bytes(b"overwritten by something" * 1000)


def test_a_damaged_diary_names_the_command_that_helps(person: Person) -> None:
    before = exported(person)
    person.done("import", person.folder / "log.json")  # makes a backup
    backup = next((person.data / "backups").iterdir())
    damage(person)
    for command in (["warnings"], ["check"], ["export", person.folder / "x.json"]):
        said = person.refused(*command)
        assert said.endswith(
            f"The last backup is of 2026-03-12 20:00; bring it back with: "
            f"recovery-tracker restore {backup}"
        )
    out = person.done("restore", backup)
    assert f"The damaged file is kept in {person.data / 'damaged'}" in out
    assert exported(person) == before


def test_what_can_be_read_of_a_damaged_diary(person: Person) -> None:
    before = exported(person)
    with (person.data / FILE_NAME).open("r+b") as stream:
        stream.write(b"\x55" * 100)
    assert "is damaged" in person.refused("warnings")
    out = person.done("restore", "--salvage", person.data / FILE_NAME)
    assert out.startswith("Read: 1 session, 2 entries, 2 ratings")
    assert exported(person) == before
    assert person.done("check").endswith("No problem found.\n")


def test_a_place_that_cannot_be_reached_does_not_stop_an_import(person: Person) -> None:
    Settings(person.data).put("backup_place", str(person.folder / "gone"))
    person.done("import", person.folder / "log.json")
    assert list((person.data / "backups").iterdir())
