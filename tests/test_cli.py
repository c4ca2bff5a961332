"""The command line: what a person types, what it says, and its exit status."""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
import time
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from recovery_tracker import __version__, cli
from recovery_tracker.data.store import open_store
from recovery_tracker.exchange import mapping_store
from recovery_tracker.exchange.mapping import Mapping, Meaning
from recovery_tracker.journal import Journal
from recovery_tracker.journal.photos import NewPhoto
from tests.pdf import text_of

NOW = dt.datetime(2026, 3, 12, 20, 0, tzinfo=dt.UTC)
KEYS = {
    "sign", "level", "action", "by", "date", "day", "session_date", "session_id", "active",
    "quiet_until", "message", "reason", "evidence", "source", "clears_when",
}  # fmt: skip


class Person:
    """Someone at a terminal, with one data folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.data = folder / "data"
        self._capsys = capsys

    def types(self, *words: str | Path) -> tuple[int, str, str]:
        """Run a command; return its status, what it printed and what it complained."""
        arguments = ["--data-dir", str(self.data), *(str(word) for word in words)]
        status = cli.main(arguments, lambda: NOW)
        printed = self._capsys.readouterr()
        return status, printed.out, printed.err

    def done(self, *words: str | Path) -> str:
        """Run a command that must succeed and say nothing on stderr."""
        status, out, err = self.types(*words)
        assert (status, err) == (0, ""), err
        return out

    def refused(self, *words: str | Path) -> str:
        """Run a command that must fail with one plain sentence."""
        status, _out, err = self.types(*words)
        assert status == 1
        assert err.strip()
        assert "Traceback" not in err
        assert len(err.strip().splitlines()) == 1
        return err.strip()

    def writes(self, name: str, content: Any) -> Path:
        path = self.folder / name
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(json.dumps(content))
        return path


@pytest.fixture
def person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Person:
    return Person(tmp_path, capsys)


def flaking_log(**entry: Any) -> dict[str, Any]:
    """Days 0 to 9, flaking still 2 on days 8 and 9."""
    grades = (0, 0, 1, 2, 2, 1, 1, 1, 2, 2)
    entries = [
        {"date": f"2026-03-{2 + day:02}", "scores": {"flaking": grade, "redness": 0}}
        for day, grade in enumerate(grades)
    ]
    entries[-1] |= entry
    return {
        "format": "recovery-log",
        "version": 1,
        "profile": {"name": "Alex Sample"},
        "sessions": [{"date": "2026-03-02", "needle_depth_mm": 1.5, "entries": entries}],
    }


def test_the_main_job(person: Person) -> None:
    """A log goes in, is judged, and comes out for the dermatologist with the same reason."""
    said = person.done("import", person.writes("log.json", flaking_log()))
    assert "10 entries added" in said

    found = json.loads(person.done("warnings", "--format", "json"))
    assert all(set(item) >= KEYS for item in found)
    (flaking,) = [item for item in found if item["sign"] == "prolonged_flaking"]
    assert (flaking["level"], flaking["day"], flaking["active"]) == ("contact", 9, True)
    assert flaking["evidence"][-1]["value"] == 2
    assert squeezed(flaking["reason"]) in squeezed(person.done("warnings"))

    report = person.folder / "report.pdf"
    person.done("report", report)
    text = text_of(report)
    assert "Alex Sample" in text
    assert "2 March 2026" in text
    for item in found:
        assert squeezed(item["reason"]) in squeezed(text), item["sign"]
        assert squeezed(item["message"]) in squeezed(text), item["sign"]
    with pikepdf.open(report) as pdf:
        assert pdf.Root.MarkInfo.Marked


def squeezed(text: str) -> str:
    """The text without white space: a line may break anywhere on paper."""
    return "".join(text.split())


@pytest.mark.parametrize(
    ("as_of", "level"), [("2026-03-09", None), ("2026-03-10", "watch"), ("2026-03-11", "contact")]
)
def test_as_of_a_day(person: Person, as_of: str, level: str | None) -> None:
    person.done("import", person.writes("log.json", flaking_log()))
    found = json.loads(person.done("warnings", "--format", "json", "--as-of", as_of))
    levels = {item["sign"]: item["level"] for item in found}
    assert levels.get("prolonged_flaking") == level


def test_nothing_to_warn_of_is_said_without_reassurance(person: Person) -> None:
    assert person.done("warnings").strip() == ("No warning from this log. It cannot see your skin.")
    assert json.loads(person.done("warnings", "--format", "json")) == []


def test_import_export_import_export_gives_the_same_bytes(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log(notes="Äpfel\n„quoted“")))
    first, second = person.folder / "first.json", person.folder / "second.json"
    person.done("export", first)
    again = Person(person.folder / "again", person._capsys)
    (person.folder / "again").mkdir()
    again.done("import", first)
    again.done("export", second)
    assert first.read_bytes() == second.read_bytes()
    assert "0 entries added" in person.done("import", first)
    third = person.folder / "third.json"
    person.done("export", third)
    assert third.read_bytes() == first.read_bytes()


def test_a_dry_run_writes_nothing(person: Person) -> None:
    said = person.done("import", person.writes("log.json", flaking_log()), "--dry-run")
    assert "Nothing was written" in said
    assert "10 entries added" in said
    assert person.done("warnings").startswith("No warning")


def test_private_notes_leave_only_when_asked(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log(private_notes="mine alone")))
    out = person.folder / "out.json"
    person.done("export", out)
    assert "mine alone" not in out.read_text()
    person.done("export", out, "--with-private-notes")
    assert "mine alone" in out.read_text()
    person.done("report", person.folder / "out.pdf")
    assert "mine alone" not in text_of(person.folder / "out.pdf")


def test_photos_are_in_the_report_only_when_asked(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log()))
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "pink").save(picture, "JPEG")
    store = open_store(person.data, lambda: NOW)
    journal = Journal(store, lambda: NOW)
    shown = NewPhoto(dt.date(2026, 3, 3), "front", picture.getvalue(), b"small")
    journal.add_photos(journal.snapshot().sessions[0].id, [shown])
    store.close()
    plain, pictured = person.folder / "plain.pdf", person.folder / "pictured.pdf"
    person.done("report", plain)
    person.done("report", pictured, "--with-photos")
    assert "First photo of this view" not in text_of(plain)
    assert "First photo of this view" in text_of(pictured)
    with pikepdf.open(pictured) as pdf:
        assert any(page.get_images() for page in pdf.pages)


def test_one_session_by_date_or_id(person: Person) -> None:
    log = flaking_log()
    log["sessions"] += [
        {"id": "neck-1", "date": "2026-03-02", "areas": ["neck"], "entries": []},
        {"id": "hands-1", "date": "2026-01-10", "areas": ["hands"], "entries": []},
    ]
    person.done("import", person.writes("log.json", log))
    out = person.folder / "out.json"
    person.done("export", out, "--session", "2026-01-10")
    assert [s["id"] for s in json.loads(out.read_text())["sessions"]] == ["hands-1"]
    person.done("export", out, "--session", "neck-1")
    assert [s["id"] for s in json.loads(out.read_text())["sessions"]] == ["neck-1"]
    assert "neck-1" in person.refused("export", out, "--session", "2026-03-02")
    assert "2026-09-09" in person.refused("warnings", "--session", "2026-09-09")


BAD = {
    "grade 7": flaking_log(scores={"redness": 7}),
    "unknown sign": flaking_log(signs=["purple"]),
    "sign both ways": flaking_log(signs=["pus"], signs_absent=["pus"]),
    "future": flaking_log(date="2026-03-13"),
    "twice a day": flaking_log(date="2026-03-10"),
    "before the baseline": flaking_log(date="2026-01-01"),
    "newer version": flaking_log() | {"version": 2},
    "another format": flaking_log() | {"format": "other"},
    "no sessions list": flaking_log() | {"sessions": 4},
    "empty": b"",
    "truncated": json.dumps(flaking_log()).encode()[:-20],
    "not text": bytes(range(256)) * 4,
    "deep": b"[" * 100_000,
    "nan": json.dumps(flaking_log()).replace('"flaking": 2', '"flaking": NaN').encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_changes_nothing(person: Person, name: str) -> None:
    person.done("import", person.writes("good.json", flaking_log(notes="here first")))
    before, after = person.folder / "before.json", person.folder / "after.json"
    person.done("export", before)
    assert "Nothing was imported" in person.refused("import", person.writes("bad.json", BAD[name]))
    person.done("export", after)
    assert after.read_bytes() == before.read_bytes()


def test_places_that_cannot_be_used(person: Person) -> None:
    (person.folder / "a-file").write_text("x")
    missing = person.folder / "missing.json"
    assert "missing.json" in person.refused("import", missing)
    assert person.refused("import", person.folder)
    assert ".json" in person.refused("export", person.folder / "out.docx")
    assert person.refused("export", person.folder / "a-file" / "out.json")
    assert person.refused("report", person.folder / "out.docx")
    assert "session" in person.refused("report", person.folder / "out.pdf")
    assert not (person.folder / "out.pdf").exists()
    person.data = person.folder / "a-file" / "data"
    assert person.refused("warnings")


@pytest.mark.parametrize(
    "words", [("--nonsense",), ("fly",), ("warnings", "--as-of", "yesterday"), ("import",)]
)
def test_wrong_usage_is_2(person: Person, words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        person.types(*words)
    assert stopped.value.code == 2


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    for word in ("--version", "--help"):
        with pytest.raises(SystemExit) as stopped:
            cli.main([word])
        assert stopped.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_a_fault_of_ours_shows_no_traceback(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **_more: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("recovery_tracker.data.store.open_store", broken)
    assert "ZeroDivisionError" in person.refused("warnings")


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the system tells programs itself")
def test_the_clock_follows_a_change_of_the_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    offsets: list[dt.timedelta | None] = []
    try:
        for zone in ("UTC-9", "UTC+5"):
            monkeypatch.setenv("TZ", zone)
            offsets.append(cli.now().utcoffset())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert offsets == [dt.timedelta(hours=9), dt.timedelta(hours=-5)]


BEARABLE = """date,weekday,time of day,category,rating/amount,detail,notes
"3rd Mar 2026","Tuesday","am","Symptom","2","Redness (Moderate)",""
"3rd Mar 2026","Tuesday","am","Mood","7","Mood",""
"40th Mar 2026","Tuesday","am","Symptom","1","Itch (Mild)",""
"""
SESSIONS = {
    "format": "recovery-log",
    "version": 1,
    "sessions": [{"date": "2026-03-02"}, {"date": "2025-12-01"}],
}
ONE_SESSION = SESSIONS | {"sessions": SESSIONS["sessions"][:1]}  # type: ignore[index]


def test_a_file_of_another_program_is_previewed_and_brought_in(person: Person) -> None:
    person.done("import", person.writes("sessions.json", ONE_SESSION))
    file = person.writes("bearable.csv", BEARABLE.encode())
    told = person.done("import", file, "--dry-run")
    assert "Nothing was written" in told
    for said in (
        "Bearable: 3 rows, of which 1 are kept, as 1 day.",
        "line 4, Row: 40th Mar 2026",
        "line 3, Mood: Mood: 7",
        "1 entry added",
    ):
        assert said in told
    assert "1 entry added" in person.done("import", file)
    assert "1 the same as before" in person.done("import", file)


def test_an_open_question_stops_an_import_and_names_the_option(person: Person) -> None:
    file = person.writes("bearable.csv", BEARABLE.encode())
    assert "no session yet" in person.refused("import", file)
    person.done("import", person.writes("sessions.json", SESSIONS))
    assert "--session" in person.refused("import", file)
    told = person.done("import", file, "--session", "2026-03-02")
    assert "1 entry added" in told

    numbers = person.writes("numbers.csv", b"date,redness\n3/4/2026,7\n3/5/2026,9\n")
    asked = person.refused("import", numbers, "--session", "all")
    assert "--date-order" in asked
    asked = person.refused("import", numbers, "--session", "all", "--date-order", "mdy")
    assert "--scale" in asked
    answer = ("--session", "all", "--date-order", "mdy", "--scale", "0-10")
    assert "2 entries added" in person.done("import", numbers, *answer)


def test_a_saved_mapping_is_used_by_its_name(person: Person) -> None:
    person.done("import", person.writes("sessions.json", ONE_SESSION))
    file = person.writes("mine.csv", b"date,red,pus\n2026-03-04,bad,no\n")
    assert "No mapping is saved yet" in person.refused("import", file, "--mapping", "mine")
    mapping = Mapping("table", meanings={"red": Meaning("symptom", "redness")}, words={"bad": 4})
    mapping_store.save(person.data, "mine", mapping)
    person.done("import", file, "--mapping", "mine")
    out = person.folder / "out.json"
    person.done("export", out)
    (entry,) = json.loads(out.read_text())["sessions"][0]["entries"]
    assert (entry["scores"], entry["signs_absent"]) == ({"redness": 4}, ["pus"])


def test_everything_goes_out_as_one_archive_and_comes_back(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log(private_notes="mine")))
    archive = person.folder / "all.zip"
    assert "leaves out: private notes" in person.done("export", archive)
    assert "leaves out" not in person.done("export", archive, "--with-private-notes")
    again = Person(person.folder / "again", person._capsys)
    assert "10 entries added" in again.done("import", archive)
    other = again.folder / "all.zip"
    again.folder.mkdir(exist_ok=True)
    again.done("export", other, "--with-private-notes")
    assert other.read_bytes() == archive.read_bytes()


def test_the_fhir_bundle_holds_the_report(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log()))
    file = person.folder / "log.fhir.json"
    assert "cannot be brought back" in person.done("export", file)
    found = [entry["resource"]["resourceType"] for entry in json.loads(file.read_text())["entry"]]
    assert found.count("Observation") == 20
    assert found[-1] == "DocumentReference"
    assert "cannot be brought in" in person.refused("import", file)


def test_photos_go_out_and_come_back_with_their_pictures(person: Person) -> None:
    person.done("import", person.writes("log.json", flaking_log()))
    picture = io.BytesIO()
    Image.new("RGB", (400, 300), "pink").save(picture, "JPEG")
    store = open_store(person.data, lambda: NOW)
    journal = Journal(store, lambda: NOW)
    day = dt.date(2026, 3, 3)
    journal.add_photos(
        journal.snapshot().sessions[0].id, [NewPhoto(day, "front", picture.getvalue(), b"small")]
    )
    store.close()
    for name, options in (("all.zip", ()), ("all.json", ("--with-photos",))):
        file = person.folder / name
        person.done("export", file, *options)
        again = Person(person.folder / name.replace(".", "-"), person._capsys)
        assert "1 photo added" in again.done("import", file)
        store = open_store(again.data, lambda: NOW)
        photo = Journal(store, lambda: NOW).snapshot().recovery.photos[0]  # type: ignore[union-attr]
        assert store.photo_bytes(photo.sha256) == picture.getvalue()
        with Image.open(io.BytesIO(store.thumbnail_bytes(photo.sha256))) as small:
            assert small.size == (320, 240)
        store.close()


def test_a_file_of_ours_takes_no_answers(person: Person) -> None:
    file = person.writes("log.json", flaking_log())
    assert "says all that itself" in person.refused("import", file, "--scale", "0-10")


def test_a_terminal_without_a_letter_is_told_its_code(monkeypatch: pytest.MonkeyPatch) -> None:
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding="cp1252"))
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    print("d’un côté\u202f: “−”\u202f; \u202f\u4e00", end="")
    sys.stdout.flush()
    last = printed.getvalue().decode("cp1252").splitlines()[-1]
    assert last == "d’un côté : “\\u2212” ;  \\u4e00"
