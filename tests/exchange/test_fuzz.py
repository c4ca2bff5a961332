"""A small run of ``make fuzz``, and inputs made to be the worst there are."""

from __future__ import annotations

import datetime as dt
import io
import json
import time
from contextlib import suppress
from pathlib import Path

import pytest

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.recovery import Log
from recovery_tracker.exchange import Options, csv_daily, csv_long, fhir, json_log, zip_log
from recovery_tracker.exchange.day_book import Here
from recovery_tracker.exchange.foreign import preview
from recovery_tracker.exchange.foreign_table import open_table
from tests.builders import build, session
from tools.fuzz import TODAY, failures, readers

HERE = Here((session(),), (), (), TODAY)
NAMES = [
    "json_log", "csv_daily", "csv_long", "zip_log", "bearable", "daylio", "track_and_graph",
    "flaredown", "table", "any_table", "mappings", "pictures",
]  # fmt: skip


def test_every_reader_is_fuzzed(tmp_path: Path) -> None:
    assert [reader.name for reader in readers(tmp_path)] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_mutated_file_is_read_or_refused(tmp_path: Path, name: str) -> None:
    (reader,) = [each for each in readers(tmp_path) if each.name == name]
    assert [what for _data, what in failures(reader, 60, seed=7)] == []


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES)
def test_many_mutated_files_are_read_or_refused(tmp_path: Path, name: str) -> None:
    (reader,) = [each for each in readers(tmp_path) if each.name == name]
    assert [what for _data, what in failures(reader, 3_000, seed=8)] == []


MIB = 2**20
WORST: dict[str, bytes] = {
    "a line of 32 MB": b"date,note\n2026-03-03," + b"x" * (31 * MIB) + b"\n",
    "a header of 32 MB": b"a" * (31 * MIB) + b"\n1\n",
    "commas only": b"date,redness\n" + b"," * (16 * MIB) + b"\n",
    "larger than any log": b"date,redness\n" + b"1" * (33 * MIB),
    "empty lines": b"date,redness\n" + b"\n" * (8 * MIB),
    "quotes only": b'date,redness\n"' + b'""' * (8 * MIB),
    "many columns": b",".join(b"c%d" % n for n in range(5_000)) + b"\n1\n",
    "NUL": b"date,redness\n2026-03-03,\x00\n",
    "no text": bytes(range(256)) * 20_000,
}


@pytest.mark.parametrize("name", WORST)
def test_the_worst_tables_are_refused_soon(name: str) -> None:
    begun = time.process_time()
    with suppress(RecoveryTrackerError):
        assert not preview(open_table(WORST[name]), HERE).log.recoveries
    assert time.process_time() - begun < 20, "a hang, even on a busy machine"


def test_more_rows_than_a_table_can_have_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recovery_tracker.exchange.foreign_table.MOST_ROWS", 3)
    with pytest.raises(RecoveryTrackerError, match="more than 3 rows"):
        open_table(b"date,redness\n" + b"2026-03-03,1\n" * 4)


@pytest.mark.parametrize("module", [json_log, csv_daily, csv_long, zip_log, fhir])
def test_what_steers_a_terminal_or_breaks_a_file_can_be_written(module: object) -> None:
    note = "\u202eabc\u2066 \x1b[2J \ud83d half \t=1+1 \u200b"
    out = io.BytesIO()
    log = Log(recoveries=(build({1: {"redness": 1, "notes": note, "x_00000001": 2}}),))
    module.write(log, out, Options(private_notes=True))  # type: ignore[attr-defined]
    assert out.getvalue()


def test_bidi_marks_in_a_file_cannot_turn_what_is_said() -> None:
    found = preview(open_table("date,red\u202eness\n2026-03-03,\u202e9\n".encode()), HERE)
    for told in (*found.changed, *found.refused, *found.left_out):
        assert (told.name + told.value).isprintable()


def test_a_thousand_sessions_are_read() -> None:
    log = {
        "format": "recovery-log",
        "version": 1,
        "sessions": [
            {"date": str(dt.date(1990, 1, 1) + dt.timedelta(days=n)), "areas": ["face"]}
            for n in range(1_000)
        ],
    }
    assert len(json_log.read(json.dumps(log).encode(), TODAY).log.recoveries) == 1_000
