"""What goes into the diary comes out of it, every field of it, after closing it too."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import itertools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery_tracker.data.store import SqliteStore, open_store
from recovery_tracker.domain.entry import Entry
from recovery_tracker.domain.errors import InvalidValue, NotFound, StorageProblem
from recovery_tracker.domain.kept import Shown
from recovery_tracker.domain.profile import Dermatologist, OwnItem, Profile
from recovery_tracker.domain.recovery import Act, Photo, Recovery, Session
from tests import strategies
from tests.builders import DAY_0, daily, date_of, entry, session
from tests.data.conftest import NOW, clock, later

OURS = session().id
EXAMPLES = itertools.count()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """One store for all examples of a property; each example has a session of its own."""
    opened = open_store(tmp_path_factory.mktemp("shared"), clock)
    yield opened
    opened.close()


@given(
    whole=st.builds(
        lambda treated, entries: (dataclasses.replace(treated, date=DAY_0), entries),
        strategies.sessions,
        st.lists(strategies.entries(), max_size=4, unique_by=lambda each: each.date),
    ),
    acts=st.lists(strategies.acts, max_size=3),
    photos=st.lists(strategies.photos, max_size=3, unique_by=lambda each: each.sha256),
)
def test_any_recovery_comes_back(
    shared: SqliteStore,
    whole: tuple[Session, list[Entry]],
    acts: list[Act],
    photos: list[Photo],
) -> None:
    treated, entries = whole
    treated = dataclasses.replace(treated, id=f"example {next(EXAMPLES)}")
    with shared.transaction():
        shared.put_session(treated, NOW)
        shared.put_entries(treated.id, entries, NOW)
        shared.put_acts(treated.id, acts, NOW)
        for photo in photos:
            shared.put_photo(treated.id, photo, None, None, NOW)
    assert shared.recovery(treated.id) == Recovery(
        treated, tuple(entries), tuple(photos), tuple(acts)
    )
    assert treated in shared.sessions()


@given(first=strategies.entries(), second=strategies.entries())
def test_any_entry_replaces_any_other(shared: SqliteStore, first: Entry, second: Entry) -> None:
    shared.put_session(session(), NOW)
    second = dataclasses.replace(second, date=first.date)
    shared.put_entries(OURS, [first], NOW)
    shared.put_entries(OURS, [second], NOW)
    assert shared.recovery(OURS).entry(first.date) == second
    assert shared.entry(OURS, first.date) == second


@given(profile=strategies.profiles)
def test_any_profile_comes_back(shared: SqliteStore, profile: Profile) -> None:
    shared.put_profile(profile, NOW)
    assert shared.profile() == profile


@given(treated=strategies.sessions, changed=strategies.sessions)
def test_any_session_can_be_changed(
    shared: SqliteStore, treated: Session, changed: Session
) -> None:
    changed = dataclasses.replace(changed, id=treated.id)
    shared.put_session(treated, NOW)
    shared.put_session(changed, NOW)
    assert [each for each in shared.sessions() if each.id == treated.id] == [changed]


def test_every_field_is_kept_when_the_file_is_opened_again(folder: Path) -> None:
    """One value in each field that differs from "not stated", so that none can be forgotten."""
    treated = Session(
        id="s",
        date=DAY_0,
        treatment="microneedling",
        device="rf",
        needle_depth_mm=0.25,
        aggressive=False,
        areas=("face", "my elbow"),
        products=("serum", "a balm"),
        numbing_cream="lidocaine",
        recent_procedures=("peel",),
        performed_by="home",
        reused_or_shared_needles=True,
        practitioner="Dr Brown",
        notes="first",
        archived=True,
    )
    said = entry(
        3,
        **daily(redness=2, pus=True, sun=True, x_0000000a=4),
        new_product="gel",
        medicines="paracetamol",
        notes="tight",
        private_notes="only mine",
        advice_received="wait",
        entered_at=NOW,
        changed_at=later(hours=1),
        done_at=later(hours=2),
    )
    profile = Profile(
        name="Ada",
        birth_date=dt.date(1980, 2, 29),
        patient_number="7",
        skin_type="dry",
        sensitive=False,
        skin_conditions=("eczema", "vitiligo"),
        skin_tone=5,
        cold_sores=True,
        keloid=False,
        metal_allergy=True,
        diabetes=False,
        weak_immunity=True,
        blood_thinners=False,
        pregnant_or_breastfeeding=True,
        severe_allergy=False,
        isotretinoin=True,
        allergies="latex",
        dermatologist=Dermatologist("Dr Green", "Clinic", "+1 555 0100", "g@example.org"),
        appointment=dt.date(2026, 4, 1),
        questions="When may I swim?",
    )
    for value in (treated, said, profile, profile.dermatologist):
        unstated = [
            field.name
            for field in dataclasses.fields(value)
            if getattr(value, field.name) in (None, "", (), field.default)
            and field.name not in {"treatment", "sensitive"}
            and getattr(value, field.name) is not False
        ]
        assert unstated == []

    store = open_store(folder, clock)
    store.put_session(treated, NOW)
    store.put_entries("s", [said], NOW)
    store.put_profile(profile, NOW)
    store.close()
    again = open_store(folder, clock)
    assert again.recovery("s") == Recovery(treated, (said,))
    assert again.profile() == profile
    again.close()


def test_not_recorded_stays_not_recorded(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(1, redness=0, fever=False)], NOW)
    kept = store.recovery(OURS).entries[0]
    assert dict(kept.scores) == {"redness": 0}
    assert (kept.sign("fever"), kept.sign("pus")) == (False, None)
    assert store.profile() == Profile()


def test_entries_come_by_date_and_sessions_by_date_then_id(store: SqliteStore) -> None:
    for id_, date in (("b", DAY_0), ("c", date_of(-9)), ("a", DAY_0)):
        store.put_session(session(id=id_, date=date), NOW)
    store.put_entries("a", [entry(day) for day in (5, -3, 0, 12)], NOW)
    assert [treated.id for treated in store.sessions()] == ["c", "a", "b"]
    assert [said.date for said in store.recovery("a").entries] == [
        date_of(day) for day in (-3, 0, 5, 12)
    ]


def test_own_items_keep_the_order_in_which_they_were_added(store: SqliteStore) -> None:
    tingling, tightness = OwnItem("x_0000000b", "Tingling"), OwnItem("x_0000000a", "Tightness")
    store.put_own_item("symptom", tingling, NOW)
    store.put_own_item("symptom", tightness, NOW)
    store.put_own_item("care_item", OwnItem("x_0000000b", "Aloe"), NOW)
    renamed = OwnItem("x_0000000b", "Pins and needles", retired=True)
    store.put_own_item("symptom", renamed, NOW)
    assert store.own_items("symptom") == (renamed, tightness)
    store.remove_own_item("symptom", tightness.code, NOW)
    assert store.own_items("symptom") == (renamed,)
    assert store.own_items("care_item") == (OwnItem("x_0000000b", "Aloe"),)


def test_acts_are_replaced_as_a_whole(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    first = Act(date_of(3), "pus", "contacted", "very", NOW)
    second = Act(date_of(3), "pus", None, "a_little")
    store.put_acts(OURS, [first, second], NOW)
    assert store.recovery(OURS).acts == (first, second)
    store.put_acts(OURS, [second], NOW)
    assert store.recovery(OURS).acts == (second,)
    store.put_acts(OURS, [], NOW)
    assert store.recovery(OURS).acts == ()


def warning(**changed: Any) -> Shown:
    plain: dict[str, Any] = {
        "session_id": OURS,
        "rule": "pus",
        "level": "urgent",
        "by": "today",
        "date": date_of(3),
        "text": "Get help.",
        "reason": "Pus on day 3.",
        "guidance": "1",
        "shown_at": NOW,
    }
    return Shown(**(plain | changed))


def test_warnings_shown_are_kept_once_in_the_same_words(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    watched = warning(rule="redness", level="watch", by=None)
    store.keep_shown([warning(), watched])
    store.keep_shown([warning(shown_at=later(days=1)), watched, warning(text="Other words.")])
    assert store.shown(OURS) == (warning(), watched, warning(text="Other words."))
    assert store.shown("another") == ()


def test_a_photo_and_its_bytes(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    data, small = b"\xff\xd8 picture", b"\xff\xd8 small"
    photo = Photo(date_of(2), "left", hashlib.sha256(data).hexdigest(), "before")
    store.put_photo(OURS, photo, data, small, NOW)
    assert store.recovery(OURS).photos == (photo,)
    assert store.photo_bytes(photo.sha256) == data
    assert store.thumbnail_bytes(photo.sha256) == small

    renamed = dataclasses.replace(photo, caption="after")
    store.put_photo(OURS, renamed, data, small, NOW)
    assert store.recovery(OURS).photos == (renamed,)


def test_a_photo_whose_bytes_are_others_is_refused(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    photo = Photo(date_of(2), "left", "0" * 64)
    with pytest.raises(InvalidValue, match="Choose the picture again"):
        store.put_photo(OURS, photo, b"other", b"", NOW)
    assert store.recovery(OURS).photos == ()
    store.put_photo(OURS, photo, None, None, NOW)
    with pytest.raises(NotFound, match="the picture is not here"):
        store.photo_bytes(photo.sha256)


def test_a_broken_character_is_refused_and_nothing_of_it_kept(store: SqliteStore) -> None:
    store.put_session(session(), NOW)
    with pytest.raises(InvalidValue, match=r"broken character .* after “tight ”"):
        store.put_entries(OURS, [entry(1, redness=1), entry(2, notes="tight \ud83d")], NOW)
    assert store.recovery(OURS).entries == ()
    with pytest.raises(InvalidValue):
        store.put_session(session(products=("serum \ude00",)), NOW)
    with pytest.raises(InvalidValue):
        store.put_profile(Profile(name="\ud800"), NOW)


def test_a_moment_is_kept_in_utc_to_the_second(
    store: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    store.put_session(session(), NOW)
    in_kathmandu = dt.timezone(dt.timedelta(hours=5, minutes=45))
    moment = dt.datetime(2026, 3, 3, 1, 30, 59, tzinfo=in_kathmandu)
    store.put_entries(OURS, [entry(0, entered_at=moment, changed_at=NOW)], NOW)
    assert look("SELECT entered_at, changed_at FROM entries") == [
        ("2026-03-02T19:45:59Z", "2026-03-12T20:00:00Z")
    ]
    with pytest.raises(ValueError, match="time zone"):
        store.put_entries(OURS, [entry(0, entered_at=moment.replace(tzinfo=None))], NOW)


def test_a_code_of_a_newer_program_is_said_and_not_guessed(
    store: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, pus=True)], NOW)
    look("UPDATE entries SET signs = '{\"glowing\":1}'")
    with pytest.raises(StorageProblem, match=r"Update the program to read it\. .*glowing"):
        store.recovery(OURS)


def test_days_no_version_of_the_program_allows_are_said(
    store: SqliteStore, look: Callable[..., list[Any]]
) -> None:
    store.put_session(session(), NOW)
    store.put_entries(OURS, [entry(0, pus=True)], NOW)
    look("UPDATE sessions SET date = '1990-01-01'")
    with pytest.raises(StorageProblem, match="something this version of the program does not"):
        store.recovery(OURS)
