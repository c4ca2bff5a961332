"""Whatever a file holds, it is read or refused in a sentence; it is never a fault."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
from dataclasses import replace
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.errors import RecoveryTrackerError
from recovery_tracker.domain.profile import OwnItem
from recovery_tracker.domain.recovery import Log, Photo
from recovery_tracker.exchange import Options, csv_daily, csv_long, json_log
from tests.builders import act, build, daily

TODAY = dt.date(2026, 3, 31)

LOG = Log(
    symptoms=(OwnItem("x_1f00c3ab", "Tingling"),),
    care_items=(OwnItem("x_00000001", "Ice"),),
    recoveries=(
        replace(
            build(
                {
                    0: daily(redness=2, x_1f00c3ab=1, care=("sun", "x_00000001"), notes="a\n“b”"),
                    1: {"pus": True, "entered_at": dt.datetime(2026, 3, 3, 1, 2, 3, tzinfo=dt.UTC)},
                },
                acts=[act("pus", 1)],
            ),
            photos=(Photo(dt.date(2026, 3, 3), "front", hashlib.sha256(b"").hexdigest()),),
        ),
    ),
)


def _written(module: ModuleType) -> bytes:
    out = io.BytesIO()
    module.write(LOG, out, Options(photo_bytes=lambda name: b""))
    return out.getvalue()


WRITTEN = {module: _written(module) for module in (json_log, csv_daily, csv_long)}

MARKS = [mark.encode() for mark in ('"', "'", *"{}[],:;\n\r\\\0", "\ufeff", "ÿ\u2028😀")]
WORDS = rb"""NaN -Infinity 1e999 -1 2.5 true null \u0000 \ud800 "id":"", "date":"2026-03-03",
(x_00000001) 0000-00-00 9999-12-31 9999-12-31T23:59:59-23:59 fever \xff""".split()
LONG = [b"9" * 5000, b"[" * 2000, b'{"a":' * 2000, b"a" * 25_000, b"\xff"]
PIECES = [*MARKS, *WORDS, *LONG]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[ModuleType, bytes]:
    """A file of ours with some slices taken away, doubled or put over with something else."""
    module = draw(st.sampled_from(list(WRITTEN)))
    data = WRITTEN[module]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 40)))
        put = draw(st.sampled_from(PIECES) | st.binary(max_size=8) | st.just(data[start:end] * 2))
        data = data[:start] + put + data[end:]
    return module, data


@given(damaged())
def test_a_damaged_file_is_read_or_refused(file: tuple[ModuleType, bytes]) -> None:
    module, data = file
    try:
        parsed = module.read(data, TODAY)
    except RecoveryTrackerError as refused:
        told = [refused.sentence]
    else:
        told = list(parsed.notices)
        json_log.write(parsed.log, io.BytesIO(), Options())
    for sentence in told:
        assert sentence.isprintable()
        assert len(sentence) < 2500


def _replacements() -> list[tuple[bytes, bytes]]:
    """Every value and key of the JSON file, each put over with values of other kinds."""
    lines = WRITTEN[json_log].splitlines(keepends=True)
    found: list[tuple[bytes, bytes]] = []
    for place, line in enumerate(lines):
        key, colon, value = line.partition(b": ")
        if not colon:
            key, value = line[: len(line) - len(line.lstrip())], line.lstrip()
        end = b",\n" if value.endswith(b",\n") else b"\n"
        if value.rstrip(b",\n") in (b"{", b"[", b"}", b"]"):
            continue
        for other in (b"null", b"true", b"-3", b"2.5", b'""', b'"x"', b"[]", b"{}", b"[[]]"):
            changed = [*lines]
            changed[place] = key + colon + other + end
            found.append((key.strip(), b"".join(changed)))
    return found


def test_a_value_of_another_kind_is_taken_or_refused_with_a_line() -> None:
    refused = without_line = 0
    for key, data in _replacements():
        try:
            json_log.read(data, TODAY)
        except RecoveryTrackerError as error:
            refused += 1
            if key not in (b'"format"', b'"version"'):
                without_line += not error.sentence.startswith("line ")
    assert refused > 100
    assert without_line == 0


@pytest.mark.parametrize("module", list(WRITTEN), ids=lambda module: module.__name__)
def test_the_undamaged_files_are_read(module: ModuleType) -> None:
    assert len(module.read(WRITTEN[module], TODAY).log.recoveries[0].entries) == 2
