"""The list of formats: chosen by suffix, one module and one line each."""

from __future__ import annotations

import datetime as dt
import importlib
from pathlib import Path

import pytest

from recovery_tracker import exchange
from recovery_tracker.domain.errors import Refused
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import FORMATS, Format, Options, format_for, read_log
from tests.builders import build, daily

TODAY = dt.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("log.json", ".json"),
        ("log.csv", ".csv"),
        ("log.long.csv", ".long.csv"),
        ("LOG.LONG.CSV", ".long.csv"),
        ("my.log.2026.Json", ".json"),
        ("along.csv", ".csv"),
        ("log.fhir.json", ".fhir.json"),
        ("log.zip", ".zip"),
    ],
)
def test_the_longest_suffix_that_fits_tells_the_kind(name: str, suffix: str) -> None:
    assert format_for(Path("folder.json") / name).suffix == suffix


@pytest.mark.parametrize("name", ["log", "log.xml", "log.json.bak", "json"])
def test_a_name_that_tells_no_kind_is_told_which_there_are(name: str) -> None:
    with pytest.raises(Refused) as refused:
        format_for(Path(name))
    assert refused.value.sentence == (
        f"“{name}” does not say its kind. Use a name that ends in one of: "
        + ", ".join(kind.suffix for kind in FORMATS)
        + "."
    )


@pytest.mark.parametrize("kind", FORMATS, ids=lambda kind: kind.suffix)
def test_each_module_does_what_its_line_says(kind: Format) -> None:
    module = importlib.import_module(kind.module)
    assert callable(module.write)
    assert callable(getattr(module, "read", None)) is kind.readable
    assert kind.label
    assert kind.suffix == kind.suffix.lower()


def test_suffixes_are_told_apart() -> None:
    suffixes = [kind.suffix for kind in FORMATS]
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize("kind", [k for k in FORMATS if k.readable], ids=lambda kind: kind.suffix)
def test_what_is_written_is_read_by_its_name(tmp_path: Path, kind: Format) -> None:
    recovery = build({1: daily(redness=2, notes="tight")})
    path = tmp_path / f"log{kind.suffix}"
    kind.write(Log(recoveries=(recovery,)), path, Options())
    (read,) = read_log(path, TODAY).log.recoveries
    assert read.entries == recovery.entries


def test_a_kind_that_is_only_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only = Format(".txt", "Text", "recovery_tracker.exchange.json_log")
    monkeypatch.setattr(exchange, "FORMATS", (*FORMATS, only))
    path = tmp_path / "log.txt"
    format_for(path).write(Log(), path)
    with pytest.raises(Refused, match=r"end in \.txt cannot be brought in"):
        read_log(path, TODAY)


@pytest.mark.long
@pytest.mark.parametrize("kind", [k for k in FORMATS if k.readable], ids=lambda kind: kind.suffix)
def test_a_hundred_thousand_entries_come_back(tmp_path: Path, kind: Format) -> None:
    years = [
        build(
            {day: daily(redness=day % 5, notes=f"day {day}") for day in range(360)},
            id=f"session {year:03}",
            date=dt.date(1900 + year % 100, 3, 1 + year // 100),
        )
        for year in range(280)
    ]
    path = tmp_path / f"log{kind.suffix}"
    kind.write(Log(recoveries=tuple(years)), path, Options())
    read = read_log(path, TODAY).log.recoveries
    assert sum(len(recovery.entries) for recovery in read) == 100_800
    expected = sorted(years, key=lambda recovery: (recovery.session.date, recovery.session.id))
    assert [recovery.entries for recovery in read] == [r.entries for r in expected]
