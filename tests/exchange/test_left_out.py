"""What a file cannot bring back is said before it is written, and is true."""

from __future__ import annotations

import io
from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.profile import OwnItem, Profile
from recovery_tracker.domain.recovery import Log, Photo
from recovery_tracker.exchange import FORMATS, Format, Options
from recovery_tracker.exchange.left_out import PARTS, left_out, parts_left_out
from tests import strategies
from tests.builders import act, build, date_of
from tests.strategies import LATEST

KINDS = {kind.suffix: kind for kind in FORMATS}
READABLE = [kind for kind in FORMATS if kind.readable]

FULL = Log(
    profile=Profile(name="Alex"),
    symptoms=(OwnItem("x_1f00c3ab", "Tingling"),),
    recoveries=(
        replace(
            build(
                {1: {"redness": 2, "medicines": "m", "private_notes": "p"}}, acts=[act("pus", 1)]
            ),
            photos=(Photo(date_of(1), "front", "0" * 64),),
        ),
        build(id="empty", date=date_of(-90)),
    ),
)


@pytest.mark.parametrize(
    ("suffix", "options", "missing"),
    [
        (".zip", Options(private_notes=True), set()),
        (".zip", Options(), {"private_notes"}),
        (".json", Options(private_notes=True), {"pictures"}),
        (".json", Options(private_notes=True, photo_bytes=lambda name: b""), set()),
        (".long.csv", Options(private_notes=True),
         {"profile", "treatment", "empty_sessions", "items", "acts", "photos"}),
        (".csv", Options(private_notes=True),
         {"profile", "treatment", "empty_sessions", "items", "texts", "private_notes", "acts",
          "photos"}),
    ],
)  # fmt: skip
def test_each_kind_leaves_out_what_it_has_no_place_for(
    suffix: str, options: Options, missing: set[str]
) -> None:
    assert set(parts_left_out(KINDS[suffix], FULL, options)) == missing


def test_the_sentence_names_only_what_there_is() -> None:
    log = Log(recoveries=(build({1: {"redness": 2, "private_notes": "mine"}}),))
    assert left_out(KINDS[".csv"], log, Options()) == (
        "This file leaves out: the facts of the treatment and private notes. "
        "A .zip with private notes keeps everything."
    )
    assert left_out(KINDS[".zip"], log, Options(private_notes=True)) == ""
    assert left_out(KINDS[".zip"], Log(), Options()) == ""
    assert "cannot be brought back" in left_out(KINDS[".fhir.json"], log, Options())


def test_every_format_says_parts_that_exist() -> None:
    known = {code for code, _name, _found in PARTS}
    for kind in FORMATS:
        assert kind.carries <= known


def comes_back(kind: Format, log: Log, options: Options) -> Log:
    module: Any = import_module(kind.module)
    out = io.BytesIO()
    module.write(log, out, options)
    return module.read(out.getvalue(), LATEST).log


def without(log: Log, gone: set[str]) -> Log:
    """A log without the parts that are left out."""

    def entry(kept: Entry) -> Entry:
        if "texts" in gone:
            kept = replace(kept, medicines="", new_product="", advice_received="", done_at=None)
        return replace(kept, private_notes="") if "private_notes" in gone else kept

    def session(recovery: Any) -> Any:
        treated = recovery.session
        if "treatment" in gone:
            treated = type(treated)(treated.id, treated.date)
        return replace(
            recovery,
            session=treated,
            entries=tuple(map(entry, recovery.entries)),
            photos=() if "photos" in gone else recovery.photos,
            acts=() if "acts" in gone else recovery.acts,
        )

    kept = [r for r in log.recoveries if r.entries or "empty_sessions" not in gone]
    return Log(
        profile=Profile() if "profile" in gone else log.profile,
        symptoms=() if "items" in gone else log.symptoms,
        care_items=() if "items" in gone else log.care_items,
        recoveries=tuple(map(session, kept)),
    )


@pytest.mark.parametrize("kind", READABLE, ids=lambda kind: kind.suffix)
@given(log=strategies.logs(), private=st.booleans())
def test_what_is_not_named_comes_back(kind: Format, log: Log, private: bool) -> None:
    options = Options(private_notes=private)
    gone = set(parts_left_out(kind, log, options))
    found = comes_back(kind, log, options)
    expected = without(log, gone)
    if "items" in gone or kind.suffix.endswith("csv"):
        found, expected = _without_items(found), _without_items(expected)
    if kind.suffix == ".csv":  # when a day was changed is not in it, and is no loss to a person
        found, expected = _unchanged(found), _unchanged(expected)
    assert found.recoveries == expected.recoveries
    assert found.profile == expected.profile
    assert (found.symptoms, found.care_items) == (expected.symptoms, expected.care_items)


def _without_items(log: Log) -> Log:
    return replace(log, symptoms=(), care_items=())


def _unchanged(log: Log) -> Log:
    return replace(
        log,
        recoveries=tuple(
            replace(r, entries=tuple(replace(e, changed_at=None, done_at=None) for e in r.entries))
            for r in log.recoveries
        ),
    )
